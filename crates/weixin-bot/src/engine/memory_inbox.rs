//! The inbox of one process.

use std::{
    collections::{HashSet, VecDeque},
    fmt,
    hash::BuildHasherDefault,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use weixin_api::{Clock, Timestamp};
use weixin_protocol::PassiveReply;

use super::{
    Enqueued, Envelope, Inbox, InboxFuture, Remembered,
    in_flight::{ByDigest, Digest, Digester, TakenAsIs},
};
use crate::BoxError;

/// How long a push is remembered. The platform repeats for about 15 seconds.
const DEDUP_TTL: Duration = Duration::from_secs(60);

/// How long its answer is: as long as the platform may repeat.
const ANSWER_TTL: Duration = Duration::from_secs(20);

/// What came within this time is forgotten together.
const GENERATION: Duration = Duration::from_secs(5);

const SHARDS: usize = 16;

/// Remembers, in memory, the pushes of the last minute, and for 20 seconds their answers. What was
/// accepted and is not yet handled is lost when the process ends.
///
/// A push costs some 40 to 80 bytes and, for 20 seconds, the bytes of its answer.
pub struct MemoryInbox {
    clock: Arc<dyn Clock>,
    digester: Digester,
    shards: [Mutex<Shard>; SHARDS],
}

#[derive(Default)]
struct Shard {
    /// The latest last.
    recent: VecDeque<Generation<ByDigest<Kept>>>,
    /// Those whose answers are forgotten, the latest last.
    old: VecDeque<Generation<HashSet<Digest, BuildHasherDefault<TakenAsIs>>>>,
}

struct Generation<T> {
    since: Timestamp,
    pushes: T,
}

/// An answer in few bytes: nearly all of them are texts.
enum Kept {
    Acknowledgement,
    Text(Box<str>),
    Other(Arc<PassiveReply>),
}

impl MemoryInbox {
    /// An empty one.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, digester: Digester::default(), shards: Default::default() }
    }

    /// The shard of a push, without what is over.
    fn shard(&self, push: Digest) -> MutexGuard<'_, Shard> {
        // Nothing panics while it is locked.
        let shard = self.shards[push.shard(SHARDS)].lock();
        let mut shard = shard.unwrap_or_else(PoisonError::into_inner);
        shard.forget(self.clock.now());
        shard
    }
}

impl Inbox for MemoryInbox {
    fn enqueue<'a>(
        &'a self,
        envelope: &'a Envelope,
    ) -> InboxFuture<'a, Result<Enqueued, BoxError>> {
        let push = self.digester.push(envelope);
        let mut shard = self.shard(push);
        let enqueued = match shard.find(push) {
            Some(remembered) => Enqueued::Duplicate(remembered),
            None => {
                shard.put(push, Kept::Acknowledgement);
                Enqueued::New
            }
        };
        InboxFuture::ready(Ok(enqueued))
    }

    fn complete<'a>(
        &'a self,
        envelope: &'a Envelope,
        remembered: Remembered,
    ) -> InboxFuture<'a, Result<(), BoxError>> {
        let push = self.digester.push(envelope);
        self.shard(push).put(push, remembered.into());
        InboxFuture::ready(Ok(()))
    }

    fn release<'a>(&'a self, envelope: &'a Envelope) -> InboxFuture<'a, Result<(), BoxError>> {
        let push = self.digester.push(envelope);
        self.shard(push).remove(push);
        InboxFuture::ready(Ok(()))
    }
}

impl Shard {
    fn forget(&mut self, now: Timestamp) {
        while let Some(first) = self.recent.front()
            && now.since(first.since) >= ANSWER_TTL
            && let Some(Generation { since, pushes }) = self.recent.pop_front()
        {
            self.old.push_back(Generation { since, pushes: pushes.into_keys().collect() });
        }
        while self.old.front().is_some_and(|first| now.since(first.since) >= DEDUP_TTL) {
            self.old.pop_front();
        }
        if self.recent.back().is_none_or(|last| now.since(last.since) >= GENERATION) {
            self.recent.push_back(Generation { since: now, pushes: ByDigest::default() });
        }
    }

    fn find(&self, push: Digest) -> Option<Remembered> {
        let recent = self.recent.iter().rev().find_map(|one| one.pushes.get(&push));
        let old = || self.old.iter().any(|one| one.pushes.contains(&push));
        recent.map(Remembered::from).or_else(|| old().then_some(Remembered::Acknowledgement))
    }

    /// Puts a push into the generation where it is, or else into the present one.
    fn put(&mut self, push: Digest, kept: Kept) {
        let known = self.recent.iter().rposition(|one| one.pushes.contains_key(&push));
        let generation = match known {
            Some(index) => self.recent.get_mut(index),
            None => self.recent.back_mut(),
        };
        if let Some(generation) = generation {
            generation.pushes.insert(push, kept);
        }
    }

    fn remove(&mut self, push: Digest) {
        self.recent.iter_mut().for_each(|one| drop(one.pushes.remove(&push)));
        self.old.iter_mut().for_each(|one| drop(one.pushes.remove(&push)));
    }
}

impl From<Remembered> for Kept {
    fn from(remembered: Remembered) -> Self {
        match remembered {
            Remembered::Acknowledgement => Self::Acknowledgement,
            Remembered::Answer(reply) => match &*reply {
                PassiveReply::Text(text) => Self::Text(text.as_str().into()),
                _ => Self::Other(reply),
            },
        }
    }
}

impl From<&Kept> for Remembered {
    fn from(kept: &Kept) -> Self {
        match kept {
            Kept::Acknowledgement => Self::Acknowledgement,
            Kept::Text(text) => Self::Answer(Arc::new(PassiveReply::Text(text.to_string()))),
            Kept::Other(reply) => Self::Answer(Arc::clone(reply)),
        }
    }
}

impl fmt::Debug for MemoryInbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryInbox")
    }
}
