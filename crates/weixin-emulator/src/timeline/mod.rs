//! Everything that happened, in order: the chat, the pushes, the calls.

mod content;
mod entry;

use std::collections::VecDeque;

pub use content::{Article, Content, Level, MenuItem};
pub use entry::{
    CallEntry, CallRequest, Entry, EntryId, Happening, HttpAnswer, MessageEntry, NoteEntry,
    Outcome, PushEntry, PushRequest, PushSummary, Sender, Via,
};
use weixin_api::Timestamp;
use weixin_protocol::{AppId, UserId};

/// How many entries are kept.
const LIMIT: usize = 2_000;

/// The entries, and what changed when. Every change has a revision, one number for all: whoever
/// has seen everything up to one of them asks for what came after.
#[derive(Debug, Default)]
pub(crate) struct Timeline {
    entries: VecDeque<Kept>,
    revision: u64,
    cleared: u64,
}

#[derive(Debug)]
struct Kept {
    /// Of the last change.
    revision: u64,
    entry: Entry,
}

impl Timeline {
    /// The revision of the last change.
    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }

    /// Counts a change of something that is no entry.
    pub(crate) fn tick(&mut self) -> u64 {
        self.revision += 1;
        self.revision
    }

    /// Adds an entry.
    pub(crate) fn add(
        &mut self,
        at: Timestamp,
        account: Option<AppId>,
        person: Option<UserId>,
        what: Happening,
    ) -> EntryId {
        let seq = self.tick();
        let id = EntryId(seq);
        let entry = Entry { seq, id, at: at.as_millis(), account, person, what };
        self.entries.push_back(Kept { revision: seq, entry });
        if self.entries.len() > LIMIT {
            self.entries.pop_front();
        }
        id
    }

    /// Changes an entry, if it is still there.
    pub(crate) fn change(&mut self, id: EntryId, change: impl FnOnce(&mut Happening)) {
        self.change_whole(id, |entry| change(&mut entry.what));
    }

    /// Changes an entry and whom it concerns, if it is still there.
    pub(crate) fn change_whole(&mut self, id: EntryId, change: impl FnOnce(&mut Entry)) {
        let Some(at) = self.position(id) else { return };
        let revision = self.tick();
        if let Some(kept) = self.entries.get_mut(at) {
            kept.revision = revision;
            change(&mut kept.entry);
        }
    }

    /// Forgets all entries.
    pub(crate) fn clear(&mut self) {
        self.entries.clear();
        self.cleared = self.tick();
    }

    /// Whether the entries were forgotten after `revision`.
    pub(crate) fn was_cleared_after(&self, revision: u64) -> bool {
        self.cleared > revision
    }

    /// All entries, oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().map(|kept| &kept.entry)
    }

    /// The entries made or changed after `revision` in their order, with the revision of their
    /// last change.
    pub(crate) fn changes_after(&self, revision: u64) -> impl Iterator<Item = (u64, &Entry)> {
        let newer = move |kept: &&Kept| kept.revision > revision;
        self.entries.iter().filter(newer).map(|kept| (kept.revision, &kept.entry))
    }

    fn position(&self, id: EntryId) -> Option<usize> {
        self.entries.binary_search_by_key(&id, |kept| kept.entry.id).ok()
    }
}
