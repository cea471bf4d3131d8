//! Short names of pushes in the memory of one process.

use std::{
    collections::HashMap,
    hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState},
};

use super::Envelope;

/// Identifies a push in memory: a hash with a random key of this process. Nobody outside can make
/// two pushes collide, and an accidental collision is practically impossible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest([u64; 2]);

/// Makes [`Digest`]s.
#[derive(Debug, Clone, Default)]
pub struct Digester(RandomState, RandomState);

impl Digester {
    /// The digest of the order key of a push and its account. `None` if it has none.
    pub fn lane(&self, envelope: &Envelope) -> Option<Digest> {
        envelope.order_key().map(|key| self.of((envelope.push().account(), key)))
    }

    /// The digest of a push: of its account and its id.
    pub fn push(&self, envelope: &Envelope) -> Digest {
        self.of((envelope.push().account(), envelope.push().id()))
    }

    /// The digest of any value.
    pub fn of(&self, value: impl Hash) -> Digest {
        let (high, low) = (self.0.hash_one(&value), self.1.hash_one(&value));
        Digest([high, low])
    }
}

impl Digest {
    /// Which of `count` shards it belongs to. Digests are spread evenly.
    pub fn shard(self, count: usize) -> usize {
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
pub struct IdentityHasher(u64);

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
pub type ByDigest<V> = HashMap<Digest, V, BuildHasherDefault<IdentityHasher>>;
