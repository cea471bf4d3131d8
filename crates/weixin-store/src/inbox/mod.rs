//! The inbox: pushes that were accepted, until they have been handled.
//!
//! A push is [added](Inbox::enqueue) once, before the platform gets an answer, and stays until its
//! handling is [finished](Then::Finish). Whoever handles it claims it. If that process dies, its
//! claims pass to another one, which sees in the [`Progress`] how far the first one has come.
//!
//! ```text
//! enqueue ──▶ Waiting ──▶ Claimed ──▶ Finished ──▶ (expires)
//!                ▲           │
//!                ├── Retry ──┤
//!                └─ Replay ── Parked
//! ```
//!
//! **Order.** Pushes to one account with the same [order key](Envelope::order_key) form a lane.
//! Only the oldest unfinished push of a lane can be claimed. When it is finished, the next one is
//! claimed in the same step.
//!
//! **Changes** are made with the [`Revision`] that the caller has seen, and fail if the item has
//! changed since. So a process that was suspended and comes back cannot overwrite what its
//! successor did, and only one process decides how a push is answered.

mod codec;
#[doc(hidden)]
pub mod digest;
mod envelope;
mod future;
mod item;
mod list;
mod memory;
mod operator;
mod park;
mod progress;
mod push;

pub use codec::Codec;
pub(crate) use codec::{StoredMessage, read_message, write_message};
pub use envelope::{Destination, Envelope, Order};
pub use future::InboxFuture;
pub use item::{Item, ItemId, ItemState, ItemStatus, Owner, Revision};
pub use list::{Durability, InboxStats, ItemFilter, ItemPage, ItemSummary, StateFilter};
pub use memory::MemoryInbox;
pub use operator::{NotChanged, Replayed, discard, replay};
pub use park::ParkReason;
pub use progress::{Outbox, Progress, ReplyState};
pub use push::Push;

use std::{fmt, sync::Arc, time::Duration};

use weixin_api::{BoxFuture, Clock, Timestamp};

use crate::{Cursor, Error};

/// Stores pushes until they have been handled. See the [module](self) for the life of an item.
///
/// All operations fail with [`ErrorKind::Unreachable`](crate::ErrorKind::Unreachable) or
/// [`Rejected`](crate::ErrorKind::Rejected) if the database cannot be used; the sections below list
/// only additional errors. An operation whose future is dropped may or may not have taken effect.
pub trait Inbox: fmt::Debug + Send + Sync + 'static {
    /// The clock that decides what is due and what has expired.
    fn clock(&self) -> &Arc<dyn Clock>;

    /// Whether other processes can add and claim items.
    fn is_shared(&self) -> bool;

    /// What an added push survives, with the present settings of the database.
    fn durability(&self) -> BoxFuture<'_, Result<Durability, Error>>;

    /// Registers this process as a new owner. Its claims are valid for `ttl`, and as long as it
    /// [renews](Inbox::renew) them.
    fn register(&self, ttl: Duration) -> BoxFuture<'_, Result<Owner, Error>>;

    /// Extends the validity of all claims of an owner: they then end `ttl` from now.
    ///
    /// # Errors
    /// [`ErrorKind::LeaseLost`](crate::ErrorKind::LeaseLost) if they have ended and other processes
    /// may have taken them over. The process must register again; changes of items that were taken
    /// over fail.
    fn renew<'a>(&'a self, owner: &'a Owner, ttl: Duration) -> BoxFuture<'a, Result<(), Error>>;

    /// Ends all claims of an owner at once: other processes can claim its items. Does nothing if
    /// the owner is unknown.
    fn unregister<'a>(&'a self, owner: &'a Owner) -> BoxFuture<'a, Result<(), Error>>;

    /// Adds a push, once, and claims it for this owner unless an older unfinished push has its
    /// order key.
    ///
    /// # Errors
    /// [`ErrorKind::LeaseLost`](crate::ErrorKind::LeaseLost) if the owner is no longer registered.
    /// Nothing was added then.
    fn enqueue<'a>(
        &'a self,
        envelope: &'a Arc<Envelope>,
        owner: &'a Owner,
    ) -> InboxFuture<'a, Result<Enqueued, Error>>;

    /// Changes an item if it still has the revision `seen`.
    fn update<'a>(
        &'a self,
        envelope: &'a Arc<Envelope>,
        seen: Revision,
        change: Change,
    ) -> InboxFuture<'a, Result<Updated, Error>>;

    /// Claims up to `max` items that are due: items that wait, and items of owners whose claims
    /// have ended. Also removes items that have expired. An item that cannot be read is parked.
    ///
    /// # Errors
    /// [`ErrorKind::LeaseLost`](crate::ErrorKind::LeaseLost) if the owner is no longer registered.
    /// Nothing was claimed then.
    fn claim<'a>(&'a self, owner: &'a Owner, max: usize)
    -> BoxFuture<'a, Result<Vec<Item>, Error>>;

    /// Reads the state of an item. `None` if there is none.
    fn status<'a>(
        &'a self,
        envelope: &'a Envelope,
    ) -> InboxFuture<'a, Result<Option<ItemStatus>, Error>>;

    /// Reads an item by its id, for tools. `None` if there is none. The memory of one process
    /// does not keep the pushes that it has finished.
    ///
    /// # Errors
    /// [`ErrorKind::Unreadable`](crate::ErrorKind::Unreadable) if it is sealed with another key.
    fn find<'a>(&'a self, id: &'a ItemId) -> BoxFuture<'a, Result<Option<Item>, Error>>;

    /// Removes an item, whatever its state, if it still has the revision `seen`, for tools. Returns
    /// whether it was removed. The process that handles it, if there is one, is not interrupted.
    ///
    /// [`discard`] refuses to remove an item that is being handled.
    fn remove<'a>(&'a self, id: &'a ItemId, seen: Revision) -> BoxFuture<'a, Result<bool, Error>>;

    /// Lists items, oldest first, for tools, continuing at `cursor`, or from the beginning.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) for a cursor that this engine did not issue.
    fn list<'a>(
        &'a self,
        filter: &'a ItemFilter,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<ItemPage, Error>>;

    /// Counts the items in each state, for tools and metrics.
    fn stats(&self) -> BoxFuture<'_, Result<InboxStats, Error>>;
}

/// The result of [`Inbox::enqueue`].
#[derive(Debug, Clone)]
pub enum Enqueued {
    /// It is new, and claimed: the caller handles it.
    Claimed(Revision),
    /// It is new, and waits for an older push with the same order key.
    Waiting(Revision),
    /// It was added before.
    Known(ItemStatus),
}

/// A change of an item.
#[derive(Debug, Clone)]
pub struct Change {
    /// The new progress.
    pub progress: Progress,
    /// What becomes of the item.
    pub then: Then,
    /// If the item leaves its lane, claim the next one in the lane for this owner.
    pub next_for: Option<Owner>,
}

/// What becomes of an item after a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// It stays as it is: claimed by the same owner, waiting, or finished.
    Keep,
    /// It is handled. Remembered until `expires`, so that repeats get the same answer.
    Finish {
        /// When it is forgotten.
        expires: Timestamp,
    },
    /// It is handled again from `due` on. The rest of its lane waits.
    Retry {
        /// When it can be claimed again.
        due: Timestamp,
    },
    /// The claim is given back, and does not count as an attempt: it can be claimed at once.
    GiveBack,
    /// It can be claimed at once, and its attempts are counted from zero again: a person has decided
    /// that a parked item is handled again. [`replay`] decides with which progress.
    Replay,
    /// It is set aside until a person decides. The rest of its lane continues.
    Park,
    /// It is claimed again although it was finished, outside of its lane: a message that was thought
    /// to be delivered has to be sent another way. An inbox in memory adds it again if it was
    /// forgotten meanwhile.
    Resume(Owner),
    /// It is forgotten: a repeat is a new push.
    Remove,
}

/// The result of [`Inbox::update`].
#[derive(Debug, Clone)]
pub enum Updated {
    /// The item was changed.
    Done {
        /// Its revision.
        revision: Revision,
        /// The next item of the lane, claimed for [`Change::next_for`]. `None` if there is none that
        /// is due, or if that owner is no longer registered.
        next: Option<Box<Item>>,
    },
    /// It was not, because its revision is another one. Its present state; `None` if it no longer
    /// exists.
    Conflict(Option<ItemStatus>),
}
