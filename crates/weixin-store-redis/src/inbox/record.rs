//! Reads what scripts return.

use std::sync::Arc;

use weixin_api::Timestamp;
use weixin_store::{
    Error,
    inbox::{Codec, Item, ItemId, ItemState, ItemStatus, ItemSummary, Owner, Progress, Revision},
};

use super::scripts::{FIELDS, STATUS_FIELDS};
use crate::errors::unreadable;

/// A list of texts and missing values, as scripts return them.
pub(super) type Fields = Vec<Option<String>>;

/// The status of an item as it is stored.
#[derive(Debug)]
pub(super) struct StoredStatus {
    state: ItemState,
    expires: Option<Timestamp>,
    attempts: u32,
    pub(super) revision: Revision,
    /// As the codec writes it. `None` if it is empty.
    progress: Option<String>,
}

/// An item as it is stored.
#[derive(Debug)]
pub(super) struct StoredItem {
    pub(super) id: ItemId,
    pub(super) status: StoredStatus,
    pub(super) received: Timestamp,
    /// The envelope as the codec writes it.
    push: String,
}

impl StoredStatus {
    /// Reads the status from the first of [`FIELDS`]. `None` if there is no such item.
    pub(super) fn read(fields: &mut [Option<String>]) -> Result<Option<Self>, Error> {
        let [state, owner, due, expires, attempts, revision, progress, ..] = fields else {
            return Err(unreadable());
        };
        let state = match (state.as_deref(), owner.take(), due.as_deref()) {
            (None, ..) => return Ok(None),
            (Some("waiting"), _, Some(due)) => ItemState::Waiting { due: timestamp(due)? },
            (Some("claimed"), Some(owner), _) => ItemState::Claimed(Owner::from_name(owner)),
            (Some("parked"), ..) => ItemState::Parked,
            (Some("finished"), ..) => ItemState::Finished,
            _ => return Err(unreadable()),
        };
        Ok(Some(Self {
            state,
            expires: expires.as_deref().map(timestamp).transpose()?,
            attempts: number(attempts.as_deref())?.try_into().unwrap_or(u32::MAX),
            revision: Revision::from_bits(number(revision.as_deref())?),
            progress: progress.take(),
        }))
    }

    /// Whether the item was to be forgotten by then.
    pub(super) fn is_expired(&self, now: Timestamp) -> bool {
        self.state == ItemState::Finished && self.expires.is_some_and(|expires| expires <= now)
    }

    pub(super) fn decode(&self, codec: &Codec, id: &ItemId) -> Result<ItemStatus, Error> {
        self.read_progress(codec, id).map(|progress| self.with(progress))
    }

    fn read_progress(&self, codec: &Codec, id: &ItemId) -> Result<Progress, Error> {
        let text = self.progress.as_deref();
        text.map_or(Ok(Progress::default()), |text| codec.read_progress(id, text))
    }

    fn with(&self, progress: Progress) -> ItemStatus {
        let state = self.state.clone();
        ItemStatus { state, attempts: self.attempts, revision: self.revision, progress }
    }
}

impl StoredItem {
    /// Reads an item from its id and all [`FIELDS`]. `None` if there is no such item.
    pub(super) fn read(id: ItemId, mut fields: Fields) -> Result<Option<Self>, Error> {
        if fields.len() != FIELDS.len() {
            return Err(unreadable());
        }
        let Some(status) = StoredStatus::read(&mut fields)? else { return Ok(None) };
        let mut rest = fields.drain(STATUS_FIELDS..);
        let (Some(Some(push)), Some(Some(received))) = (rest.next(), rest.next()) else {
            return Err(unreadable());
        };
        Ok(Some(Self { id, status, received: timestamp(&received)?, push }))
    }

    /// Reads an item from a list of its id and all [`FIELDS`].
    pub(super) fn read_with_id(mut fields: Fields) -> Result<Self, Error> {
        if fields.is_empty() {
            return Err(unreadable());
        }
        let id = fields.remove(0).ok_or_else(unreadable)?;
        Self::read(ItemId::new(id), fields)?.ok_or_else(unreadable)
    }

    pub(super) fn try_decode(&self, codec: &Codec) -> Result<Item, Error> {
        let envelope = Arc::new(codec.read_envelope(&self.id, &self.push)?);
        let status = self.status.decode(codec, &self.id)?;
        Ok(Item { envelope, received: self.received, status })
    }

    /// The item as a line of a list.
    pub(super) fn summary(self, codec: &Codec) -> ItemSummary {
        match self.try_decode(codec) {
            Ok(item) => ItemSummary::new(self.id, item),
            Err(_) => {
                let progress = self.status.read_progress(codec, &self.id).unwrap_or_default();
                let status = self.status.with(progress);
                ItemSummary::unreadable(self.id, self.received, status)
            }
        }
    }
}

/// A number below 2^53.
pub(super) fn number(text: Option<&str>) -> Result<u64, Error> {
    text.and_then(|text| text.parse().ok()).ok_or_else(unreadable)
}

fn timestamp(text: &str) -> Result<Timestamp, Error> {
    number(Some(text)).map(Timestamp::from_millis)
}
