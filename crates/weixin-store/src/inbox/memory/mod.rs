//! The inbox in the memory of one process.

mod finished;
mod live;

use std::{
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use weixin_api::{BoxFuture, Clock, Timestamp};

use self::{
    finished::Finished,
    live::{Live, LiveItem},
};
use super::{
    Change, Durability, Enqueued, Envelope, Inbox, InboxFuture, InboxStats, Item, ItemFilter,
    ItemId, ItemPage, ItemState, ItemStatus, ItemSummary, Owner, Revision, StateFilter, Then,
    Updated, digest::Digest,
};
use crate::{Cursor, Error};

const SHARDS: usize = 16;

/// An inbox in the memory of one process: the default. Pushes that were accepted and not yet
/// handled are lost when the process ends.
///
/// A finished push is remembered for 60 to 85 seconds, and its answer for 15 to 20 seconds, whatever
/// [`Then::Finish`] says: about 40 to 70 bytes, and the bytes of the answer. At most 1,000 parked
/// pushes are kept; then the oldest one is dropped.
pub struct MemoryInbox {
    clock: Arc<dyn Clock>,
    owner: Owner,
    shards: [Mutex<Shard>; SHARDS],
    /// The number of parked items in all shards.
    parked: AtomicUsize,
}

/// All items of one lane are in one shard.
#[derive(Default)]
struct Shard {
    live: Live,
    finished: Finished,
}

impl MemoryInbox {
    /// How long a push is remembered. The platform repeats for about 15 seconds.
    pub const DEDUP_TTL: Duration = finished::DEDUP_TTL;

    /// How many parked pushes are kept.
    pub const MAX_PARKED: usize = 1000;

    /// An empty inbox.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            owner: Owner::from_name("this process"),
            shards: Default::default(),
            parked: AtomicUsize::new(0),
        }
    }

    fn lock<'a>(&'a self, shard: &'a Mutex<Shard>) -> MutexGuard<'a, Shard> {
        // Nothing panics while it is locked.
        shard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The digests of a push and its lane, and their shard, without what has expired.
    fn place(
        &self,
        envelope: &Envelope,
        now: Timestamp,
    ) -> (Digest, Option<Digest>, MutexGuard<'_, Shard>) {
        let (push, lane) = (envelope.push().digest(), envelope.lane());
        let mut shard = self.lock(&self.shards[lane.unwrap_or(push).shard(SHARDS)]);
        shard.finished.forget(now);
        (push, lane, shard)
    }

    fn add(&self, envelope: &Arc<Envelope>, owner: &Owner) -> Enqueued {
        let now = self.clock.now();
        let (push, lane, mut shard) = self.place(envelope, now);
        if let Some(status) = shard.live.status(push).or_else(|| shard.finished.status(push)) {
            return Enqueued::Known(status);
        }
        let revision = Revision::first(now);
        let item = LiveItem::new(Arc::clone(envelope), lane, revision, now);
        if shard.live.add(push, item, owner) {
            Enqueued::Claimed(revision)
        } else {
            Enqueued::Waiting(revision)
        }
    }

    fn change(&self, envelope: &Arc<Envelope>, seen: Revision, change: Change) -> Updated {
        let now = self.clock.now();
        let (push, _, mut shard) = self.place(envelope, now);
        let Shard { live, finished } = &mut *shard;
        let status = live.status(push).or_else(|| finished.status(push));
        let Change { progress, then, next_for } = change;
        let revision = seen.next();
        let state = match status {
            Some(status) if status.revision == seen => status.state,
            // It was forgotten while its answer was still being written.
            None if matches!(then, Then::Resume(_)) => ItemState::Finished,
            other => return Updated::Conflict(other),
        };
        let was_parked = state == ItemState::Parked;
        let mut next = None;
        match then {
            Then::Keep if state == ItemState::Finished => {
                finished.put(push, progress.reply, revision, now);
            }
            Then::Keep => live.set(push, state, progress, revision),
            Then::Finish { .. } => {
                next = live.take(push, next_for.as_ref(), now);
                finished.put(push, progress.reply, revision, now);
            }
            Then::Retry { due } => {
                live.set(push, ItemState::Waiting { due }, progress, revision);
            }
            Then::GiveBack => {
                live.set(push, ItemState::Waiting { due: now }, progress, revision);
                live.forget_attempt(push);
            }
            Then::Replay => {
                live.set(push, ItemState::Waiting { due: now }, progress, revision);
                live.forget_attempts(push);
            }
            Then::Park => {
                next = live.leave_lane(push, next_for.as_ref(), now);
                live.set(push, ItemState::Parked, progress, revision);
            }
            Then::Resume(owner) => {
                finished.remove(push);
                let mut item = LiveItem::new(Arc::clone(envelope), None, revision, now);
                item.resume(owner, progress);
                live.insert(push, item);
            }
            Then::Remove => {
                next = live.take(push, next_for.as_ref(), now);
                finished.remove(push);
            }
        }
        let is_parked = live.is_parked(push);
        drop(shard);
        self.count_parked(was_parked, is_parked);
        Updated::Done { revision, next: next.map(Box::new) }
    }

    /// Keeps the number of parked items, and the limit for it.
    fn count_parked(&self, was: bool, is: bool) {
        if was && !is {
            self.parked.fetch_sub(1, Ordering::Relaxed);
        }
        if is && !was && self.parked.fetch_add(1, Ordering::Relaxed) >= Self::MAX_PARKED {
            self.drop_oldest_parked();
        }
    }

    fn drop_oldest_parked(&self) {
        let oldest = |shard: &Mutex<Shard>| self.lock(shard).live.oldest_parked();
        let found = self.shards.iter().filter_map(|shard| Some((oldest(shard)?, shard)));
        if let Some(((_, push), shard)) = found.min_by_key(|((received, _), _)| *received)
            && self.lock(shard).live.remove(push).is_some()
        {
            self.parked.fetch_sub(1, Ordering::Relaxed);
        }
    }

    fn claim_due(&self, owner: &Owner, max: usize) -> Vec<Item> {
        let now = self.clock.now();
        let mut claimed = Vec::new();
        for shard in &self.shards {
            self.lock(shard).live.claim(owner, max, now, &mut claimed);
        }
        claimed
    }

    /// All items that are not finished, oldest first.
    fn live_items(&self) -> Vec<Item> {
        let mut items = Vec::new();
        self.shards.iter().for_each(|shard| items.extend(self.lock(shard).live.items()));
        items.sort_by_key(|item| item.received);
        items
    }
}

impl Inbox for MemoryInbox {
    fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    fn is_shared(&self) -> bool {
        false
    }

    fn durability(&self) -> BoxFuture<'_, Result<Durability, Error>> {
        Box::pin(async { Ok(Durability::Process) })
    }

    /// Always the same owner, because no other process can take over.
    fn register(&self, _: Duration) -> BoxFuture<'_, Result<Owner, Error>> {
        Box::pin(async { Ok(self.owner.clone()) })
    }

    fn renew<'a>(&'a self, _: &'a Owner, _: Duration) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async { Ok(()) })
    }

    fn unregister<'a>(&'a self, owner: &'a Owner) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async {
            let now = self.clock.now();
            self.shards.iter().for_each(|shard| self.lock(shard).live.give_back(owner, now));
            Ok(())
        })
    }

    fn enqueue<'a>(
        &'a self,
        envelope: &'a Arc<Envelope>,
        owner: &'a Owner,
    ) -> InboxFuture<'a, Result<Enqueued, Error>> {
        InboxFuture::ready(Ok(self.add(envelope, owner)))
    }

    fn update<'a>(
        &'a self,
        envelope: &'a Arc<Envelope>,
        seen: Revision,
        change: Change,
    ) -> InboxFuture<'a, Result<Updated, Error>> {
        InboxFuture::ready(Ok(self.change(envelope, seen, change)))
    }

    fn claim<'a>(
        &'a self,
        owner: &'a Owner,
        max: usize,
    ) -> BoxFuture<'a, Result<Vec<Item>, Error>> {
        Box::pin(async move { Ok(self.claim_due(owner, max)) })
    }

    fn status<'a>(
        &'a self,
        envelope: &'a Envelope,
    ) -> InboxFuture<'a, Result<Option<ItemStatus>, Error>> {
        let (push, _, shard) = self.place(envelope, self.clock.now());
        let status = shard.live.status(push).or_else(|| shard.finished.status(push));
        InboxFuture::ready(Ok(status))
    }

    fn find<'a>(&'a self, id: &'a ItemId) -> BoxFuture<'a, Result<Option<Item>, Error>> {
        let found = self.live_items().into_iter().find(|item| ItemId::of(&item.envelope) == *id);
        Box::pin(async { Ok(found) })
    }

    fn remove<'a>(&'a self, id: &'a ItemId, seen: Revision) -> BoxFuture<'a, Result<bool, Error>> {
        Box::pin(async move {
            let Some(item) = self.find(id).await? else { return Ok(false) };
            let now = self.clock.now();
            let (push, _, mut shard) = self.place(&item.envelope, now);
            if shard.live.status(push).is_none_or(|status| status.revision != seen) {
                return Ok(false);
            }
            let was_parked = shard.live.is_parked(push);
            // The next item of the lane is claimed when claims are due.
            shard.live.take(push, None, now);
            drop(shard);
            self.count_parked(was_parked, false);
            Ok(true)
        })
    }

    fn list<'a>(
        &'a self,
        filter: &'a ItemFilter,
        _: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<ItemPage, Error>> {
        let wanted = |item: &Item| {
            filter.state.is_none_or(|state| match &item.status.state {
                ItemState::Waiting { .. } => state == StateFilter::Waiting,
                ItemState::Claimed(_) => state == StateFilter::Claimed,
                ItemState::Parked => state == StateFilter::Parked,
                ItemState::Finished => state == StateFilter::Finished,
            })
        };
        let items = self.live_items().into_iter().filter(wanted);
        let items = items.map(|item| ItemSummary::new(ItemId::of(&item.envelope), item));
        let page = ItemPage { items: items.collect(), next: None };
        Box::pin(async { Ok(page) })
    }

    fn stats(&self) -> BoxFuture<'_, Result<InboxStats, Error>> {
        let mut stats = InboxStats::default();
        for item in self.live_items() {
            match item.status.state {
                ItemState::Waiting { .. } => stats.waiting += 1,
                ItemState::Claimed(_) => stats.claimed += 1,
                _ => {
                    stats.parked += 1;
                    continue;
                }
            }
            stats.oldest = stats.oldest.or(Some(item.received));
        }
        let now = self.clock.now();
        for shard in &self.shards {
            let mut shard = self.lock(shard);
            shard.finished.forget(now);
            stats.finished += shard.finished.len() as u64;
        }
        Box::pin(async move { Ok(stats) })
    }
}

impl fmt::Debug for MemoryInbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MemoryInbox")
    }
}
