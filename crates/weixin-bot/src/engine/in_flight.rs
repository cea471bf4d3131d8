//! The pushes that have a delivery or a running handler in this process, so that a repeat joins the
//! running handler.

use std::{
    collections::hash_map::Entry,
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicBool},
};

use weixin_protocol::PassiveReply;
use weixin_store::inbox::digest::{ByDigest, Digest};

use super::{item_handle::ItemHandle, slot::ReplySlot, window::ReplyWindow};

/// A push that has a delivery or a running handler in this process.
#[derive(Debug)]
pub(super) struct Flight {
    /// Where its answer is.
    pub(super) slot: ReplySlot<Arc<PassiveReply>>,
    /// The window of its first delivery here. [`ReplyWindow::None`] if it had none.
    pub(super) window: ReplyWindow,
    /// Whether its first delivery was in another process.
    pub(super) is_elsewhere: bool,
    /// Whether the push was known when its first delivery came here: an earlier one went elsewhere.
    pub(super) is_repeat: AtomicBool,
    /// Whether it counts as waiting in the dispatcher.
    pub(super) waits: AtomicBool,
    /// The claimed push, while no handler uses it: for an answer that no delivery takes.
    pub(super) item: Mutex<Option<Box<ItemHandle>>>,
}

impl Flight {
    fn new(
        slot: ReplySlot<Arc<PassiveReply>>,
        window: ReplyWindow,
        is_elsewhere: bool,
    ) -> Arc<Self> {
        Arc::new(Self {
            slot,
            window,
            is_elsewhere,
            is_repeat: AtomicBool::new(is_elsewhere),
            waits: AtomicBool::new(false),
            item: Mutex::default(),
        })
    }

    pub(super) fn item(&self) -> MutexGuard<'_, Option<Box<ItemHandle>>> {
        // Nothing panics while it is locked.
        self.item.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const SHARDS: usize = 16;

/// All pushes in flight.
#[derive(Debug, Default)]
pub(super) struct InFlight([Mutex<ByDigest<Arc<Flight>>>; SHARDS]);

impl InFlight {
    /// Adds a delivery, with its window. Returns whether it is the first one here.
    pub(super) fn join(&self, push: Digest, window: ReplyWindow) -> (Arc<Flight>, bool) {
        match self.shard(push).entry(push) {
            Entry::Occupied(entry) => {
                let flight = Arc::clone(entry.get());
                flight.slot.join();
                (flight, false)
            }
            Entry::Vacant(entry) => {
                let flight = Flight::new(ReplySlot::new(), window, false);
                (Arc::clone(entry.insert(flight)), true)
            }
        }
    }

    /// The flight of a push that was read from the inbox; a new one if there is no delivery.
    pub(super) fn resume(&self, push: Digest, window: ReplyWindow) -> Arc<Flight> {
        let mut shard = self.shard(push);
        let flight =
            shard.entry(push).or_insert_with(|| Flight::new(ReplySlot::unattended(), window, true));
        Arc::clone(flight)
    }

    /// Forgets a push, if `flight` is still its flight.
    pub(super) fn remove(&self, push: Digest, flight: &Arc<Flight>) {
        if let Entry::Occupied(entry) = self.shard(push).entry(push)
            && Arc::ptr_eq(entry.get(), flight)
        {
            entry.remove();
        }
    }

    fn shard(&self, push: Digest) -> MutexGuard<'_, ByDigest<Arc<Flight>>> {
        // Nothing panics while it is locked.
        self.0[push.shard(SHARDS)].lock().unwrap_or_else(PoisonError::into_inner)
    }
}
