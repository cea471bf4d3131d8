//! The timeline: chat messages, pushes, API calls and notes, in order; and what became of one
//! message.

mod content;
mod entry;
mod trace;
mod trace_builder;

use std::collections::VecDeque;

pub use content::{Article, Level, MenuItem, MessageContent};
pub use entry::{
    CallEntry, CallRequest, Entry, EntryId, EventKind, HttpResponse, MessageEntry, NoteEntry,
    PushEntry, PushOutcome, PushRequest, PushSummary, Sender, Via,
};
pub use trace::{MessageTrace, TraceEnd, TraceStep, TraceStepKind};
pub(crate) use trace_builder::{trace, traces};
use weixin_api::Timestamp;
use weixin_protocol::{AppId, PeerId};

/// The maximum number of entries.
const LIMIT: usize = 2_000;

/// The entries with their revisions. Every change increments one global revision, so that clients
/// can ask for everything that changed after a revision they have seen.
#[derive(Debug, Default)]
pub(crate) struct Timeline {
    entries: VecDeque<Record>,
    revision: u64,
    cleared: u64,
}

#[derive(Debug)]
struct Record {
    /// The revision of the last change of the entry.
    revision: u64,
    entry: Entry,
}

impl Timeline {
    /// The revision of the last change.
    pub(crate) fn revision(&self) -> u64 {
        self.revision
    }

    /// Increments the revision.
    pub(crate) fn tick(&mut self) -> u64 {
        self.revision += 1;
        self.revision
    }

    /// Adds an entry.
    pub(crate) fn add(
        &mut self,
        at: Timestamp,
        account: Option<AppId>,
        person: Option<PeerId>,
        what: EventKind,
    ) -> EntryId {
        let seq = self.tick();
        let id = EntryId(seq);
        let entry = Entry { seq, id, at: at.as_millis(), account, person, what };
        self.entries.push_back(Record { revision: seq, entry });
        if self.entries.len() > LIMIT {
            self.entries.pop_front();
        }
        id
    }

    /// Changes the kind-specific part of an entry, if it still exists.
    pub(crate) fn update(&mut self, id: EntryId, update: impl FnOnce(&mut EventKind)) {
        self.update_entry(id, |entry| update(&mut entry.what));
    }

    /// Changes an entry, if it still exists.
    pub(crate) fn update_entry(&mut self, id: EntryId, update: impl FnOnce(&mut Entry)) {
        let Some(at) = self.position(id) else { return };
        let revision = self.tick();
        if let Some(record) = self.entries.get_mut(at) {
            record.revision = revision;
            update(&mut record.entry);
        }
    }

    /// Removes all entries.
    pub(crate) fn clear(&mut self) {
        self.entries.clear();
        self.cleared = self.tick();
    }

    /// Whether the entries were removed after `revision`.
    pub(crate) fn was_cleared_after(&self, revision: u64) -> bool {
        self.cleared > revision
    }

    /// An entry, if it still exists.
    pub(crate) fn get(&self, id: EntryId) -> Option<&Entry> {
        self.position(id).and_then(|at| self.entries.get(at)).map(|record| &record.entry)
    }

    /// All entries, oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().map(|record| &record.entry)
    }

    /// The entries that were added or changed after `revision`, in order, each with its last
    /// revision.
    pub(crate) fn changes_after(&self, revision: u64) -> impl Iterator<Item = (u64, &Entry)> {
        let newer = move |record: &&Record| record.revision > revision;
        self.entries.iter().filter(newer).map(|record| (record.revision, &record.entry))
    }

    fn position(&self, id: EntryId) -> Option<usize> {
        self.entries.binary_search_by_key(&id, |record| record.entry.id).ok()
    }
}
