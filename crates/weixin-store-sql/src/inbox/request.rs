//! What the writer of an inbox is asked to do.

use std::sync::Arc;

use tokio::sync::oneshot;
use weixin_store::{
    Error,
    inbox::{Item, Owner, Then},
};

use super::stored::Status;

/// One change of the tables. Ids, lanes and contents are as they are stored.
#[derive(Debug)]
pub(super) enum Request {
    Register { owner: Owner, ttl: i64 },
    Renew { owner: Owner, ttl: i64 },
    Unregister { owner: Owner },
    Enqueue(NewItem),
    Update(ItemUpdate),
    Claim { owner: Owner, max: usize },
    Remove { id: Arc<str>, seen: i64 },
}

#[derive(Debug)]
pub(super) struct NewItem {
    pub(super) id: Arc<str>,
    pub(super) lane: Option<Arc<str>>,
    pub(super) owner: Owner,
    pub(super) envelope: Arc<str>,
}

#[derive(Debug)]
pub(super) struct ItemUpdate {
    pub(super) id: Arc<str>,
    pub(super) lane: Option<Arc<str>>,
    pub(super) seen: i64,
    /// `None` leaves it as it is.
    pub(super) progress: Option<Arc<str>>,
    pub(super) then: Then,
    pub(super) next_for: Option<Owner>,
}

/// What it did.
#[derive(Debug)]
pub(super) enum Outcome {
    /// Of an enqueue.
    Added { id: Arc<str>, revision: i64, claimed: bool },
    /// Of an enqueue: it was added before.
    Known(Status),
    /// Of an update.
    Updated { revision: i64, next: Option<Box<Item>> },
    /// Of an update.
    Conflict(Option<Status>),
    /// Of a claim.
    Claimed(Vec<Item>),
    /// Whether there was something to change.
    Done(bool),
}

pub(super) type Answer = Result<Outcome, Error>;

/// A request that waits for the writer.
pub(super) struct Job {
    pub(super) request: Request,
    pub(super) answer: oneshot::Sender<Answer>,
}

impl Request {
    /// About how many bytes it sends to the database.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Enqueue(new) => new.envelope.len() + 200,
            Self::Update(update) => update.progress.as_ref().map_or(0, |text| text.len()) + 200,
            _ => 100,
        }
    }
}

impl Outcome {
    /// What a caller that is gone would have handled: the requests that give it back.
    pub(super) fn give_back(self) -> Vec<Request> {
        let give_back = |id, seen| {
            let (then, lane, progress, next_for) = (Then::GiveBack, None, None, None);
            Request::Update(ItemUpdate { id, lane, seen, progress, then, next_for })
        };
        let item = |item: Item| {
            let id = super::names::id(&weixin_store::inbox::ItemId::of(&item.envelope)).ok()?;
            Some(give_back(id.into(), item.status.revision.to_bits().cast_signed()))
        };
        match self {
            Self::Added { id, revision, claimed: true } => vec![give_back(id, revision)],
            Self::Updated { next: Some(next), .. } => item(*next).into_iter().collect(),
            Self::Claimed(items) => items.into_iter().filter_map(item).collect(),
            _ => Vec::new(),
        }
    }
}
