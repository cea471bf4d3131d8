//! The inbox in the memory of one process.

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
    in_flight::{ByDigest, Digest, Digester, IdentityHasher},
};
use crate::BoxError;

/// Pushes that arrive within this time are forgotten together.
const GENERATION: Duration = Duration::from_secs(5);

const SHARDS: usize = 16;

/// Remembers the pushes of the last minute in memory, and their answers for as long as the platform
/// may repeat them. Pushes that were accepted and not yet handled are lost when the process ends.
///
/// A push takes about 30 to 60 bytes and, for 20 seconds, the bytes of its answer.
pub struct MemoryInbox {
    clock: Arc<dyn Clock>,
    digester: Digester,
    shards: [Mutex<Shard>; SHARDS],
}

#[derive(Default)]
struct Shard {
    /// The newest is last.
    recent: VecDeque<Generation>,
    /// Generations whose answers are forgotten; the newest is last.
    old: VecDeque<OldGeneration>,
}

struct Generation {
    since: Timestamp,
    pushes: ByDigest<StoredAnswer>,
    /// The text answers, one after the other.
    texts: String,
    others: Vec<Arc<PassiveReply>>,
}

struct OldGeneration {
    since: Timestamp,
    pushes: HashSet<Digest, BuildHasherDefault<IdentityHasher>>,
}

/// The answer to a push, in few bytes.
#[derive(Clone, Copy)]
enum StoredAnswer {
    Acknowledgement,
    /// A text in [`Generation::texts`], beginning at this offset.
    Text {
        start: u32,
        length: u16,
    },
    /// An index into [`Generation::others`].
    Other(u32),
}

impl MemoryInbox {
    /// How long a push is remembered. The platform repeats for about 15 seconds.
    pub const DEDUP_TTL: Duration = Duration::from_secs(60);

    /// How long the answer to a push is remembered.
    const ANSWER_TTL: Duration = Duration::from_secs(15);

    /// An empty inbox.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, digester: Digester::default(), shards: Default::default() }
    }

    /// The shard of a push, without what has expired, and the current time.
    fn shard(&self, push: Digest) -> (MutexGuard<'_, Shard>, Timestamp) {
        let now = self.clock.now();
        // Nothing panics while it is locked.
        let shard = self.shards[push.shard(SHARDS)].lock();
        let mut shard = shard.unwrap_or_else(PoisonError::into_inner);
        shard.forget(now);
        (shard, now)
    }
}

impl Inbox for MemoryInbox {
    fn enqueue<'a>(
        &'a self,
        envelope: &'a Envelope,
    ) -> InboxFuture<'a, Result<Enqueued, BoxError>> {
        let push = self.digester.push(envelope);
        let (mut shard, now) = self.shard(push);
        let enqueued = match shard.find(push) {
            Some(remembered) => Enqueued::Duplicate(remembered),
            None => {
                shard.put(push, Remembered::Acknowledgement, now);
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
        let (mut shard, now) = self.shard(push);
        shard.put(push, remembered, now);
        InboxFuture::ready(Ok(()))
    }

    fn release<'a>(&'a self, envelope: &'a Envelope) -> InboxFuture<'a, Result<(), BoxError>> {
        let push = self.digester.push(envelope);
        self.shard(push).0.remove(push);
        InboxFuture::ready(Ok(()))
    }
}

impl Shard {
    fn forget(&mut self, now: Timestamp) {
        let is_over = |since: Timestamp, ttl: Duration| now.since(since) >= ttl + GENERATION;
        while let Some(first) = self.recent.front()
            && is_over(first.since, MemoryInbox::ANSWER_TTL)
            && let Some(Generation { since, pushes, .. }) = self.recent.pop_front()
        {
            self.old.push_back(OldGeneration { since, pushes: pushes.into_keys().collect() });
        }
        while self.old.front().is_some_and(|first| is_over(first.since, MemoryInbox::DEDUP_TTL)) {
            self.old.pop_front();
        }
    }

    fn find(&self, push: Digest) -> Option<Remembered> {
        let recent = self.recent.iter().rev().find_map(|generation| generation.find(push));
        let old = || self.old.iter().any(|generation| generation.pushes.contains(&push));
        recent.or_else(|| old().then_some(Remembered::Acknowledgement))
    }

    /// Puts a push into the generation that already has it, or into the current one.
    fn put(&mut self, push: Digest, remembered: Remembered, now: Timestamp) {
        let known = self.recent.iter().rposition(|one| one.pushes.contains_key(&push));
        if known.is_none()
            && self.recent.back().is_none_or(|last| now.since(last.since) >= GENERATION)
        {
            self.recent.push_back(Generation::new(now));
        }
        let generation = match known {
            Some(index) => self.recent.get_mut(index),
            None => self.recent.back_mut(),
        };
        if let Some(generation) = generation {
            generation.put(push, remembered);
        }
    }

    fn remove(&mut self, push: Digest) {
        self.recent.iter_mut().for_each(|one| _ = one.pushes.remove(&push));
        self.old.iter_mut().for_each(|one| _ = one.pushes.remove(&push));
    }
}

impl Generation {
    fn new(since: Timestamp) -> Self {
        Self { since, pushes: ByDigest::default(), texts: String::new(), others: Vec::new() }
    }

    fn find(&self, push: Digest) -> Option<Remembered> {
        let answer = match *self.pushes.get(&push)? {
            StoredAnswer::Acknowledgement => return Some(Remembered::Acknowledgement),
            StoredAnswer::Text { start, length } => {
                let start = start as usize;
                let text = self.texts.get(start..start + usize::from(length));
                Arc::new(PassiveReply::Text(text.unwrap_or_default().to_owned()))
            }
            StoredAnswer::Other(index) => Arc::clone(self.others.get(index as usize)?),
        };
        Some(Remembered::Answer(answer))
    }

    fn put(&mut self, push: Digest, remembered: Remembered) {
        let kept = match remembered {
            Remembered::Acknowledgement => StoredAnswer::Acknowledgement,
            Remembered::Answer(answer) => self.keep(answer),
        };
        self.pushes.insert(push, kept);
    }

    fn keep(&mut self, answer: Arc<PassiveReply>) -> StoredAnswer {
        if let PassiveReply::Text(text) = &*answer
            && let (Ok(start), Ok(length)) = (self.texts.len().try_into(), text.len().try_into())
        {
            self.texts.push_str(text);
            return StoredAnswer::Text { start, length };
        }
        let Ok(index) = self.others.len().try_into() else { return StoredAnswer::Acknowledgement };
        self.others.push(answer);
        StoredAnswer::Other(index)
    }
}

impl fmt::Debug for MemoryInbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryInbox")
    }
}
