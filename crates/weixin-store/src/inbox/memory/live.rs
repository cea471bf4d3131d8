//! The items of one shard that are not finished, and their lanes.

use std::{collections::VecDeque, sync::Arc};

use weixin_api::Timestamp;

use crate::inbox::{
    Envelope, Item, ItemState, ItemStatus, Owner, Progress, Revision,
    digest::{ByDigest, Digest},
};

#[derive(Default)]
pub(super) struct Live {
    items: ByDigest<LiveItem>,
    /// The unfinished items of each lane, oldest first.
    lanes: ByDigest<LaneQueue>,
}

pub(super) struct LiveItem {
    envelope: Arc<Envelope>,
    /// `None` if it is independent, or has left its lane.
    lane: Option<Digest>,
    received: Timestamp,
    status: ItemStatus,
}

/// Most lanes have one item, which needs no allocation.
struct LaneQueue {
    head: Digest,
    waiting: VecDeque<Digest>,
}

impl LiveItem {
    /// An item that waits.
    pub(super) fn new(
        envelope: Arc<Envelope>,
        lane: Option<Digest>,
        revision: Revision,
        now: Timestamp,
    ) -> Self {
        let status = ItemStatus {
            state: ItemState::Waiting { due: now },
            attempts: 0,
            revision,
            progress: Progress::default(),
        };
        Self { envelope, lane, received: now, status }
    }

    /// Makes it an item that was finished and is claimed again.
    pub(super) fn resume(&mut self, owner: Owner, progress: Progress) {
        self.status.state = ItemState::Claimed(owner);
        self.status.attempts = 1;
        self.status.progress = progress;
    }

    fn claim(&mut self, owner: &Owner) {
        self.status.state = ItemState::Claimed(owner.clone());
        self.status.attempts += 1;
    }

    fn is_due(&self, now: Timestamp) -> bool {
        matches!(self.status.state, ItemState::Waiting { due } if due <= now)
    }

    fn item(&self) -> Item {
        Item {
            envelope: Arc::clone(&self.envelope),
            received: self.received,
            status: self.status.clone(),
        }
    }
}

impl Live {
    pub(super) fn status(&self, push: Digest) -> Option<ItemStatus> {
        self.items.get(&push).map(|item| item.status.clone())
    }

    pub(super) fn is_parked(&self, push: Digest) -> bool {
        self.items.get(&push).is_some_and(|item| item.status.state == ItemState::Parked)
    }

    /// Adds an item at the end of its lane. Claims it if it is the first one.
    pub(super) fn add(&mut self, push: Digest, mut item: LiveItem, owner: &Owner) -> bool {
        let first = match item.lane {
            None => true,
            Some(lane) => match self.lanes.get_mut(&lane) {
                Some(queue) => {
                    queue.waiting.push_back(push);
                    false
                }
                None => {
                    self.lanes.insert(lane, LaneQueue { head: push, waiting: VecDeque::new() });
                    true
                }
            },
        };
        if first {
            item.claim(owner);
        }
        self.items.insert(push, item);
        first
    }

    /// Adds an item outside of all lanes.
    pub(super) fn insert(&mut self, push: Digest, item: LiveItem) {
        self.items.insert(push, item);
    }

    pub(super) fn set(
        &mut self,
        push: Digest,
        state: ItemState,
        progress: Progress,
        revision: Revision,
    ) {
        if let Some(item) = self.items.get_mut(&push) {
            let attempts = item.status.attempts;
            item.status = ItemStatus { state, attempts, revision, progress };
        }
    }

    pub(super) fn forget_attempt(&mut self, push: Digest) {
        if let Some(item) = self.items.get_mut(&push) {
            item.status.attempts = item.status.attempts.saturating_sub(1);
        }
    }

    pub(super) fn forget_attempts(&mut self, push: Digest) {
        if let Some(item) = self.items.get_mut(&push) {
            item.status.attempts = 0;
        }
    }

    pub(super) fn remove(&mut self, push: Digest) -> Option<()> {
        self.items.remove(&push).map(drop)
    }

    /// Removes an item, and claims the next one of its lane if it is due.
    pub(super) fn take(
        &mut self,
        push: Digest,
        next_for: Option<&Owner>,
        now: Timestamp,
    ) -> Option<Item> {
        let next = self.leave_lane(push, next_for, now);
        self.items.remove(&push);
        next
    }

    /// Takes an item out of its lane, and claims the next one if it is due.
    pub(super) fn leave_lane(
        &mut self,
        push: Digest,
        next_for: Option<&Owner>,
        now: Timestamp,
    ) -> Option<Item> {
        let lane = self.items.get_mut(&push)?.lane.take()?;
        let queue = self.lanes.get_mut(&lane)?;
        if queue.head != push {
            queue.waiting.retain(|waiting| *waiting != push);
            return None;
        }
        let Some(next) = queue.waiting.pop_front() else {
            self.lanes.remove(&lane);
            return None;
        };
        queue.head = next;
        let item = self.items.get_mut(&next).filter(|item| item.is_due(now))?;
        item.claim(next_for?);
        item.status.revision = item.status.revision.next();
        Some(item.item())
    }

    /// Claims items that are due and first in their lane, until `claimed` has `max`.
    pub(super) fn claim(
        &mut self,
        owner: &Owner,
        max: usize,
        now: Timestamp,
        claimed: &mut Vec<Item>,
    ) {
        for (push, item) in &mut self.items {
            if claimed.len() >= max {
                return;
            }
            let first = item.lane.and_then(|lane| self.lanes.get(&lane));
            if item.is_due(now) && first.is_none_or(|queue| queue.head == *push) {
                item.claim(owner);
                item.status.revision = item.status.revision.next();
                claimed.push(item.item());
            }
        }
    }

    /// Ends the claims of an owner.
    pub(super) fn give_back(&mut self, owner: &Owner, now: Timestamp) {
        for item in self.items.values_mut() {
            if item.status.state.is_claimed_by(owner) {
                item.status.state = ItemState::Waiting { due: now };
                item.status.revision = item.status.revision.next();
            }
        }
    }

    pub(super) fn oldest_parked(&self) -> Option<(Timestamp, Digest)> {
        let parked = self.items.iter().filter(|(_, item)| item.status.state == ItemState::Parked);
        parked.map(|(push, item)| (item.received, *push)).min_by_key(|(received, _)| *received)
    }

    pub(super) fn items(&self) -> impl Iterator<Item = Item> {
        self.items.values().map(LiveItem::item)
    }
}
