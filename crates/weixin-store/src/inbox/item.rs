//! One push in an inbox.

use std::{fmt, sync::Arc};

use weixin_api::Timestamp;
use weixin_protocol::{PushId, Signature};

use super::{Envelope, Progress};
use crate::{Error, Lease};

/// How many digits [`ItemId::short`] has.
const SHORT: usize = 12;

/// Identifies a push in an inbox: the account and the id of the push, as in
/// `official:wx0123456789abcdef#6054768590064713728@oAnn`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemId(Arc<str>);

impl ItemId {
    /// The id of this push.
    pub fn of(envelope: &Envelope) -> Self {
        let push = envelope.push();
        Self::of_named(&push.account().to_string(), push.id())
    }

    /// The id of a push to the account that is shown like this.
    pub fn of_named(account: &str, push: &PushId) -> Self {
        Self([account, "#", push.as_str()].concat().into())
    }

    /// An id as it is shown and stored. The inbox knows no push with a malformed one.
    pub fn new(id: impl Into<Arc<str>>) -> Self {
        Self(id.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The account, as [`AccountId`](weixin_api::AccountId) is shown. Empty if the id is malformed.
    pub fn account(&self) -> &str {
        self.parts().0
    }

    /// The id of the push, as bots log it. It contains the sender. Empty if the id is malformed.
    pub fn push(&self) -> &str {
        self.parts().1
    }

    /// A short name for tools: 12 hexadecimal digits, a digest of the id. It does not show the
    /// sender.
    pub fn short(&self) -> String {
        let digest = Signature::of([self.as_str()]);
        digest.as_str().get(..SHORT).unwrap_or_default().to_owned()
    }

    fn parts(&self) -> (&str, &str) {
        self.0.split_once('#').unwrap_or(("", ""))
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A process that handles pushes, as one inbox knows it. Each start of a process is another owner.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Owner(Arc<str>);

impl Owner {
    /// A new owner, for implementations of [`Inbox`](super::Inbox).
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected) when the system provides no random numbers.
    pub fn random() -> Result<Self, Error> {
        Ok(Self(Lease::random_owner()?.into()))
    }

    /// An owner by its stored name.
    pub fn from_name(name: impl Into<Arc<str>>) -> Self {
        Self(name.into())
    }

    /// The unique name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Identifies one state of an item: every change of the item increases it. An item that was removed
/// and added again begins with a larger one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Revision(u64);

impl Revision {
    /// The first revision of an item that is added at this time.
    pub const fn first(now: Timestamp) -> Self {
        Self(now.as_millis())
    }

    /// The revision after this one.
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The revision as a number, for storing.
    pub const fn to_bits(self) -> u64 {
        self.0
    }

    /// Restores a revision from its number.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }
}

/// Whether a push is being handled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemState {
    /// It is not being handled. It can be claimed at `due`, once no older push has its order key.
    Waiting {
        /// When it can be claimed.
        due: Timestamp,
    },
    /// This owner handles it.
    Claimed(Owner),
    /// It was set aside, and needs a person: [`Progress::failure`] says why.
    Parked,
    /// It was handled. It is remembered until it expires, so that repeats get the same answer.
    Finished,
}

impl ItemState {
    /// Whether this owner handles it.
    pub fn is_claimed_by(&self, owner: &Owner) -> bool {
        matches!(self, Self::Claimed(by) if by == owner)
    }
}

/// The state of a push in an inbox.
#[derive(Debug, Clone)]
pub struct ItemStatus {
    /// Whether it is being handled.
    pub state: ItemState,
    /// How often it has been claimed.
    pub attempts: u32,
    /// Identifies this state.
    pub revision: Revision,
    /// How far its handling has come.
    pub progress: Progress,
}

/// A push in an inbox.
#[derive(Debug, Clone)]
pub struct Item {
    /// The push.
    pub envelope: Arc<Envelope>,
    /// When it was added.
    pub received: Timestamp,
    /// Its state.
    pub status: ItemStatus,
}
