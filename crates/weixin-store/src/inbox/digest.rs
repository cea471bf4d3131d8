//! Short names of pushes in the memory of one process.

use std::{
    collections::HashMap,
    hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState},
    sync::LazyLock,
};

/// Identifies a push in memory: a hash with a random key of this process. Nobody outside can make
/// two pushes collide, and an accidental collision is practically impossible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest([u64; 2]);

impl Digest {
    /// The digest of a value.
    pub(super) fn of(value: impl Hash) -> Self {
        static KEYS: LazyLock<[RandomState; 2]> = LazyLock::new(Default::default);
        Self(KEYS.each_ref().map(|key| key.hash_one(&value)))
    }

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
