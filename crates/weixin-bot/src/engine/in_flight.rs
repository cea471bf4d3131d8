//! The pushes that this process is handling, so that a repeat joins the running handler.

use std::{
    collections::{HashMap, hash_map::Entry},
    hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use weixin_protocol::PassiveReply;

use super::{Envelope, slot::ReplySlot};

pub(super) type Slot = ReplySlot<Arc<PassiveReply>>;

/// Identifies a push in memory: a hash with a random key of this process. Nobody outside can make
/// two pushes collide, and an accidental collision is practically impossible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digest([u64; 2]);

/// Makes [`Digest`]s.
#[derive(Debug, Clone, Default)]
pub(super) struct Digester(RandomState, RandomState);

impl Digester {
    /// The digest of a push: of its account and its id.
    pub(super) fn push(&self, envelope: &Envelope) -> Digest {
        self.of((envelope.push().account(), envelope.push().id()))
    }

    pub(super) fn of(&self, value: impl Hash) -> Digest {
        let (high, low) = (self.0.hash_one(&value), self.1.hash_one(&value));
        Digest([high, low])
    }
}

impl Digest {
    /// Which of `count` shards it belongs to. Digests are spread evenly.
    pub(super) fn shard(self, count: usize) -> usize {
        self.0[0] as usize % count
    }
}

impl Hash for Digest {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // A digest is already as random as a hash of it.
        state.write_u64(self.0[1]);
    }
}

/// A hasher that returns the number it is given.
#[derive(Default)]
pub(super) struct IdentityHasher(u64);

impl Hasher for IdentityHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// A map whose keys are digests.
pub(super) type ByDigest<V> = HashMap<Digest, V, BuildHasherDefault<IdentityHasher>>;

const SHARDS: usize = 16;

/// The slots of the pushes that are being handled.
#[derive(Debug, Default)]
pub(super) struct InFlight([Mutex<ByDigest<Arc<Slot>>>; SHARDS]);

impl InFlight {
    /// The slot of a push, and whether this is its first delivery here.
    pub(super) fn join(&self, push: Digest) -> (Arc<Slot>, bool) {
        match self.shard(push).entry(push) {
            Entry::Occupied(entry) => {
                let slot = Arc::clone(entry.get());
                slot.join();
                (slot, false)
            }
            Entry::Vacant(entry) => (Arc::clone(entry.insert(Arc::new(Slot::new()))), true),
        }
    }

    /// Forgets a push, if `slot` is still its slot.
    pub(super) fn remove(&self, push: Digest, slot: &Arc<Slot>) {
        if let Entry::Occupied(entry) = self.shard(push).entry(push)
            && Arc::ptr_eq(entry.get(), slot)
        {
            entry.remove();
        }
    }

    fn shard(&self, push: Digest) -> MutexGuard<'_, ByDigest<Arc<Slot>>> {
        // Nothing panics while it is locked.
        self.0[push.shard(SHARDS)].lock().unwrap_or_else(PoisonError::into_inner)
    }
}
