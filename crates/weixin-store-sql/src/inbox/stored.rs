//! Rows of `weixin_inbox_item`.

use std::sync::Arc;

use weixin_api::Timestamp;
use weixin_store::{
    Error,
    inbox::{
        Codec, Item, ItemId, ItemState, ItemStatus, ItemSummary, Owner, Progress, Revision,
        StateFilter,
    },
};

use super::names;
use crate::{convert::timestamp, engine::Engine, errors::unreadable};

/// The column `state`.
pub(super) const WAITING: i64 = 0;
pub(super) const CLAIMED: i64 = 1;
pub(super) const PARKED: i64 = 2;
pub(super) const FINISHED: i64 = 3;

/// The columns of a [`Status`]. SQLite does not know the alias of a table after `returning`, so they
/// have none, and other tables in the same statement have columns of other names.
pub(super) const STATUS: &str = "id, state, owner, attempts, due, revision, progress, expires";

/// The columns of a [`Row`].
pub(super) const ROW: &str = "id, state, owner, attempts, due, revision, progress, expires, seq, \
                              received, lane, envelope";

/// The state of an item, with the progress as it is stored.
#[derive(Debug, Clone)]
pub(super) struct Status {
    pub(super) id: String,
    pub(super) state: i64,
    pub(super) owner: Option<String>,
    pub(super) attempts: i64,
    pub(super) due: i64,
    pub(super) revision: i64,
    pub(super) progress: Option<String>,
    pub(super) expires: Option<i64>,
}

/// An item, with envelope and progress as they are stored.
pub(super) struct Row {
    pub(super) status: Status,
    pub(super) seq: i64,
    pub(super) received: i64,
    pub(super) lane: Option<Arc<str>>,
    pub(super) envelope: String,
}

impl Status {
    pub(super) fn read<E: Engine>(row: &E::Row) -> sqlx::Result<Self> {
        let number = |column| Ok::<_, sqlx::Error>(E::number_at(row, column)?.unwrap_or_default());
        Ok(Self {
            id: E::text_at(row, 0)?.unwrap_or_default(),
            state: number(1)?,
            owner: E::text_at(row, 2)?,
            attempts: number(3)?,
            due: number(4)?,
            revision: number(5)?,
            progress: E::text_at(row, 6)?,
            expires: E::number_at(row, 7)?,
        })
    }

    /// Whether it is to be forgotten.
    pub(super) fn is_expired(&self, now: i64) -> bool {
        self.expires.is_some_and(|expires| expires <= now)
    }

    pub(super) fn decode(self, codec: &Codec) -> Result<ItemStatus, Error> {
        let progress = match &self.progress {
            Some(text) => codec.read_progress(&names::decode_id(&self.id), text)?,
            None => Progress::default(),
        };
        self.with_progress(progress)
    }

    fn with_progress(self, progress: Progress) -> Result<ItemStatus, Error> {
        let state = match (self.state, self.owner) {
            (WAITING, _) => ItemState::Waiting { due: timestamp(self.due)? },
            (CLAIMED, Some(owner)) => ItemState::Claimed(Owner::from_name(owner)),
            (PARKED, _) => ItemState::Parked,
            (FINISHED, _) => ItemState::Finished,
            _ => return Err(unreadable()),
        };
        let attempts = u32::try_from(self.attempts).unwrap_or(u32::MAX);
        let revision = revision(self.revision);
        Ok(ItemStatus { state, attempts, revision, progress })
    }
}

impl Row {
    pub(super) fn read<E: Engine>(row: &E::Row) -> sqlx::Result<Self> {
        let number = |column| Ok::<_, sqlx::Error>(E::number_at(row, column)?.unwrap_or_default());
        Ok(Self {
            status: Status::read::<E>(row)?,
            seq: number(8)?,
            received: number(9)?,
            lane: E::text_at(row, 10)?.map(Arc::from),
            envelope: E::text_at(row, 11)?.unwrap_or_default(),
        })
    }

    pub(super) fn read_all<E: Engine>(rows: &[E::Row]) -> sqlx::Result<Vec<Self>> {
        rows.iter().map(Self::read::<E>).collect()
    }

    pub(super) fn decode(self, codec: &Codec) -> Result<Item, Error> {
        let id = names::decode_id(&self.status.id);
        Ok(Item {
            envelope: Arc::new(codec.read_envelope(&id, &self.envelope)?),
            received: timestamp(self.received)?,
            status: self.status.decode(codec)?,
        })
    }

    /// What a list shows of it.
    pub(super) fn summary(self, codec: &Codec) -> Result<ItemSummary, Error> {
        let id: ItemId = names::decode_id(&self.status.id);
        let received: Timestamp = timestamp(self.received)?;
        let envelope = codec.read_envelope(&id, &self.envelope);
        let progress = match &self.status.progress {
            Some(text) => codec.read_progress(&id, text),
            None => Ok(Progress::default()),
        };
        Ok(match (envelope, progress) {
            (Ok(envelope), Ok(progress)) => {
                let status = self.status.with_progress(progress)?;
                ItemSummary::new(id, Item { envelope: Arc::new(envelope), received, status })
            }
            (_, progress) => {
                let status = self.status.with_progress(progress.unwrap_or_default())?;
                ItemSummary::unreadable(id, received, status)
            }
        })
    }
}

pub(super) fn revision(stored: i64) -> Revision {
    Revision::from_bits(stored.cast_unsigned())
}

/// The condition for items in this state, as the indexes have it.
pub(super) fn condition(state: StateFilter) -> &'static str {
    match state {
        StateFilter::Waiting => "i.state = 0",
        StateFilter::Claimed => "i.state = 1",
        StateFilter::Parked => "i.state = 2",
        StateFilter::Finished => "i.state = 3",
    }
}
