//! What tools see of an inbox.

use std::{fmt, sync::Arc};

use weixin_api::Timestamp;

use super::{Envelope, Item, ItemId, ItemStatus};
use crate::Cursor;

/// What an accepted push survives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Durability {
    /// Nothing: it is in the memory of this process.
    Process,
    /// The end of the process, but not necessarily a failure of the machine.
    ProcessCrash,
    /// The end of the process and a power failure. What is lost with the disk is lost.
    PowerFailure,
    /// Not even the normal operation of the database: the text says which setting loses
    /// acknowledged data, and how to change it.
    Lossy(String),
}

impl fmt::Display for Durability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Process => "lost when the process ends",
            Self::ProcessCrash => "survives the end of the process",
            Self::PowerFailure => "survives a power failure",
            Self::Lossy(why) => why,
        })
    }
}

/// Which items to list.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct ItemFilter {
    /// Only items in this state. `None`: all.
    pub state: Option<StateFilter>,
}

impl ItemFilter {
    /// Items in this state.
    pub fn state(state: StateFilter) -> Self {
        Self { state: Some(state) }
    }
}

/// The states of [`ItemState`](super::ItemState), without their data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StateFilter {
    /// Not claimed.
    Waiting,
    /// Being handled.
    Claimed,
    /// Set aside.
    Parked,
    /// Handled, and not expired.
    Finished,
}

/// One item in a list.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ItemSummary {
    /// Its id.
    pub id: ItemId,
    /// When it was added.
    pub received: Timestamp,
    /// Its state. The progress is empty if it cannot be read.
    pub status: ItemStatus,
    /// The push. `None` if it cannot be read.
    pub envelope: Option<Arc<Envelope>>,
    /// Whether push or progress cannot be read: sealed with a key that is not known, or damaged.
    pub unreadable: bool,
}

impl ItemSummary {
    /// The summary of an item that can be read, for implementations of [`Inbox`](super::Inbox).
    pub fn new(id: ItemId, item: Item) -> Self {
        let Item { envelope, received, status } = item;
        Self { id, received, status, envelope: Some(envelope), unreadable: false }
    }

    /// The summary of an item of which push or progress cannot be read.
    pub fn unreadable(id: ItemId, received: Timestamp, status: ItemStatus) -> Self {
        Self { id, received, status, envelope: None, unreadable: true }
    }
}

/// One page of a list.
#[derive(Debug, Clone, Default)]
pub struct ItemPage {
    /// The items, oldest first.
    pub items: Vec<ItemSummary>,
    /// Where to continue; `None` after the last page.
    pub next: Option<Cursor>,
}

/// How many items are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct InboxStats {
    /// Not claimed.
    pub waiting: u64,
    /// Being handled.
    pub claimed: u64,
    /// Set aside.
    pub parked: u64,
    /// Handled, and not expired.
    pub finished: u64,
    /// When the oldest item was added that waits or is being handled.
    pub oldest: Option<Timestamp>,
}
