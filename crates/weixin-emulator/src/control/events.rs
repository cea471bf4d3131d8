//! Live updates of the page: server-sent events that can be resumed.

use std::{collections::VecDeque, convert::Infallible, sync::Arc};

use axum::{
    extract::State,
    http::HeaderMap,
    response::sse::{Event, KeepAlive, Sse},
};
use futures_util::stream::{self, Stream};
use serde_json::json;
use tokio::sync::watch;
use weixin_api::Timestamp;

use super::snapshot;
use crate::{platform::Platform, state::PlatformState};

/// A client of the event stream.
struct Listener {
    platform: Arc<Platform>,
    changes: watch::Receiver<u64>,
    moves: Option<watch::Receiver<Timestamp>>,
    /// Everything up to this revision was sent.
    seen: u64,
    /// The last virtual time that was sent. `None` for the system clock.
    now: Option<Timestamp>,
    waiting: VecDeque<Event>,
}

/// Sends all changes from now on, or after the revision in `Last-Event-ID`. A slow client may miss
/// intermediate versions of an entry, but never the last one.
pub(super) async fn events(
    State(platform): State<Arc<Platform>>,
    headers: HeaderMap,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let last = last.and_then(|id| id.trim().parse::<u64>().ok());
    let present = platform.read(|state| state.timeline.revision());
    let seen = last.unwrap_or(present).min(present);
    let mut waiting = VecDeque::from([Event::default().comment("weixin emulator")]);
    if last.is_some_and(|last| last > present) {
        // A revision from the future: the emulator was restarted.
        waiting.push_back(event(present, &json!({ "type": "reset" })));
    }
    let listener = Listener {
        changes: platform.changes(),
        moves: platform.clock.as_virtual().map(|clock| clock.subscribe()),
        now: None,
        platform,
        seen,
        waiting,
    };
    let events = stream::unfold(listener, async |mut listener: Listener| {
        let event = listener.next().await?;
        Some((Ok(event), listener))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

impl Listener {
    /// The next event; `None` when the emulator has stopped.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            self.changes.mark_unchanged();
            if let Some(moves) = &mut self.moves {
                moves.mark_unchanged();
            }
            let platform = self.platform.clone();
            platform.read(|state| self.collect(state));
            if self.waiting.is_empty() {
                match &mut self.moves {
                    None => self.changes.changed().await.ok()?,
                    Some(moves) => tokio::select! {
                        changed = self.changes.changed() => changed.ok()?,
                        moved = moves.changed() => moved.ok()?,
                    },
                }
            }
        }
    }

    /// Queues events for everything that has changed.
    fn collect(&mut self, state: &PlatformState) {
        let revision = state.timeline.revision();
        if state.timeline.was_cleared_after(self.seen) {
            self.waiting.push_back(event(self.seen, &json!({ "type": "reset" })));
        }
        let virtual_now = state.has_virtual_clock().then(|| state.now());
        let moved = self.now.is_some() && self.now != virtual_now;
        self.now = virtual_now;
        if state.is_dirty_since(self.seen) || moved {
            let snapshot = json!({ "type": "state", "state": snapshot::of(state) });
            // Not the new revision: the events of entries below may be newer than this one.
            self.waiting.push_back(event(self.seen, &snapshot));
        }
        let mut entries: Vec<_> = state.timeline.changes_after(self.seen).collect();
        entries.sort_unstable_by_key(|(revision, _)| *revision);
        for (revision, entry) in entries {
            self.waiting.push_back(event(revision, &json!({ "type": "entry", "entry": entry })));
        }
        self.seen = revision;
    }
}

fn event(revision: u64, data: &serde_json::Value) -> Event {
    Event::default().id(revision.to_string()).data(data.to_string())
}
