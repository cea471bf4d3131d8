//! The finished items of one shard, in few bytes.

use std::{
    collections::{HashMap, VecDeque},
    hash::BuildHasherDefault,
    sync::Arc,
    time::Duration,
};

use weixin_api::Timestamp;
use weixin_protocol::PassiveReply;

use crate::inbox::{
    ItemState, ItemStatus, Progress, ReplyState, Revision,
    digest::{ByDigest, Digest, IdentityHasher},
};

/// How long a push is remembered.
pub(super) const DEDUP_TTL: Duration = Duration::from_secs(60);

/// How long the answer to a push is remembered.
const ANSWER_TTL: Duration = Duration::from_secs(15);

/// Pushes that are finished within this time are forgotten together: first their answers, in
/// generations of this length, and then they themselves. A new push is looked up in every generation,
/// so there are few of them.
const GENERATION: Duration = Duration::from_secs(5);
const OLD_GENERATION: Duration = Duration::from_secs(20);

#[derive(Default)]
pub(super) struct Finished {
    /// The newest is last.
    recent: VecDeque<Generation>,
    /// Generations whose answers are forgotten; the newest is last.
    old: VecDeque<OldGeneration>,
}

struct Generation {
    since: Timestamp,
    pushes: ByDigest<Stored>,
    /// The text answers, one after the other.
    texts: String,
    others: Vec<Arc<PassiveReply>>,
}

struct OldGeneration {
    since: Timestamp,
    pushes: HashMap<Digest, Revision, BuildHasherDefault<IdentityHasher>>,
}

#[derive(Clone, Copy)]
struct Stored {
    revision: Revision,
    answer: StoredAnswer,
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

impl Finished {
    /// Forgets what has expired.
    pub(super) fn forget(&mut self, now: Timestamp) {
        while let Some(first) = self.recent.front()
            && now.since(first.since) >= ANSWER_TTL + GENERATION
            && let Some(Generation { since, pushes, .. }) = self.recent.pop_front()
        {
            let revisions = pushes.into_iter().map(|(push, stored)| (push, stored.revision));
            match self.old.back_mut() {
                Some(last) if since.since(last.since) < OLD_GENERATION => {
                    last.pushes.extend(revisions);
                }
                _ => {
                    self.old.push_back(OldGeneration { since, pushes: revisions.collect() });
                }
            }
        }
        // The newest push of an old generation is from the end of the last one that it took in.
        let ttl = DEDUP_TTL + OLD_GENERATION + GENERATION;
        let is_over = |old: &OldGeneration| now.since(old.since) >= ttl;
        while self.old.front().is_some_and(is_over) {
            self.old.pop_front();
        }
    }

    pub(super) fn len(&self) -> usize {
        let recent = self.recent.iter().map(|one| one.pushes.len()).sum::<usize>();
        recent + self.old.iter().map(|one| one.pushes.len()).sum::<usize>()
    }

    pub(super) fn status(&self, push: Digest) -> Option<ItemStatus> {
        let recent = self.recent.iter().rev().find_map(|generation| generation.find(push));
        let old = || self.old.iter().find_map(|generation| generation.pushes.get(&push));
        let (reply, revision) =
            recent.or_else(|| old().map(|revision| (ReplyState::Closed, *revision)))?;
        Some(ItemStatus {
            state: ItemState::Finished,
            attempts: 1,
            revision,
            progress: Progress { reply, ..Progress::default() },
        })
    }

    /// Puts a push into the generation that already has it, or into the current one.
    pub(super) fn put(
        &mut self,
        push: Digest,
        reply: ReplyState,
        revision: Revision,
        now: Timestamp,
    ) {
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
            generation.put(push, reply, revision);
        }
    }

    pub(super) fn remove(&mut self, push: Digest) {
        self.recent.iter_mut().for_each(|one| _ = one.pushes.remove(&push));
        self.old.iter_mut().for_each(|one| _ = one.pushes.remove(&push));
    }
}

impl Generation {
    fn new(since: Timestamp) -> Self {
        Self { since, pushes: ByDigest::default(), texts: String::new(), others: Vec::new() }
    }

    fn find(&self, push: Digest) -> Option<(ReplyState, Revision)> {
        let Stored { revision, answer } = *self.pushes.get(&push)?;
        let answer = match answer {
            StoredAnswer::Acknowledgement => return Some((ReplyState::Closed, revision)),
            StoredAnswer::Text { start, length } => {
                let start = start as usize;
                let text = self.texts.get(start..start + usize::from(length));
                Arc::new(PassiveReply::Text(text.unwrap_or_default().to_owned()))
            }
            StoredAnswer::Other(index) => Arc::clone(self.others.get(index as usize)?),
        };
        Some((ReplyState::Offered(answer), revision))
    }

    fn put(&mut self, push: Digest, reply: ReplyState, revision: Revision) {
        let answer = match reply {
            ReplyState::Offered(answer) | ReplyState::Taken(answer) => self.keep(answer),
            ReplyState::Open | ReplyState::Closed => StoredAnswer::Acknowledgement,
        };
        self.pushes.insert(push, Stored { revision, answer });
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
