//! Decides which job runs when: one lane per order key, a bounded number of running jobs, a bounded
//! queue.

use std::{
    collections::VecDeque,
    fmt,
    future::Future,
    pin::Pin,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;

use super::in_flight::{ByDigest, Digest};

/// The handling of one push.
pub(super) type Job = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The lane of a job: jobs of one lane run one after the other, those without a lane concurrently.
pub(super) type Lane = Option<Digest>;

/// What becomes of a submitted job.
pub(super) enum Submitted {
    /// The caller runs it, and then [asks for the next one](Dispatcher::finish).
    Run(Job),
    /// It runs when another job has finished.
    Queued,
    /// The queue is full.
    Full(Job),
}

/// Decides which job runs when. The caller runs it.
pub(super) struct Dispatcher {
    max_running: usize,
    max_queued: usize,
    state: Mutex<State>,
    room: Notify,
}

#[derive(Default)]
struct State {
    running: usize,
    queued: usize,
    /// The lanes with a running or waiting job, each with the jobs behind it.
    lanes: ByDigest<VecDeque<Job>>,
    /// Jobs that can run as soon as fewer than `max_running` do.
    ready: VecDeque<Ready>,
}

enum Ready {
    Lane(Digest),
    Single(Job),
}

impl Dispatcher {
    pub(super) fn new(max_running: usize, max_queued: usize) -> Self {
        // With a limit of 0 nothing could run.
        let max_running = max_running.max(1);
        Self { max_running, max_queued, state: Mutex::default(), room: Notify::new() }
    }

    /// Submits a job.
    pub(super) fn submit(&self, lane: Lane, job: Job) -> Submitted {
        let state = &mut *self.state();
        let full = state.queued >= self.max_queued;
        if let Some(waiting) = lane.and_then(|lane| state.lanes.get_mut(&lane)) {
            if full {
                return Submitted::Full(job);
            }
            waiting.push_back(job);
        } else if state.running < self.max_running {
            state.running += 1;
            if let Some(lane) = lane {
                state.lanes.insert(lane, VecDeque::new());
            }
            return Submitted::Run(job);
        } else if full {
            return Submitted::Full(job);
        } else if let Some(lane) = lane {
            state.lanes.insert(lane, VecDeque::from([job]));
            state.ready.push_back(Ready::Lane(lane));
        } else {
            state.ready.push_back(Ready::Single(job));
        }
        state.queued += 1;
        Submitted::Queued
    }

    /// Notes that a job of this lane has finished; the caller runs the next one in its place.
    pub(super) fn finish(&self, lane: Lane) -> Option<(Lane, Job)> {
        let next = self.state().finish(lane);
        self.room.notify_waiters();
        next
    }

    /// Completes when the queue has room for a job.
    pub(super) async fn room(&self) {
        loop {
            let changed = self.room.notified();
            if self.has_room() {
                return;
            }
            changed.await;
        }
    }

    fn has_room(&self) -> bool {
        let state = self.state();
        state.running < self.max_running || state.queued < self.max_queued
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while it is locked.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn finish(&mut self, lane: Lane) -> Option<(Lane, Job)> {
        if let Some(lane) = lane
            && let Some(waiting) = self.lanes.get_mut(&lane)
        {
            match waiting.pop_front() {
                None => drop(self.lanes.remove(&lane)),
                Some(job) if self.ready.is_empty() => {
                    self.queued -= 1;
                    return Some((Some(lane), job));
                }
                // Other jobs have waited longer.
                Some(job) => {
                    waiting.push_front(job);
                    self.ready.push_back(Ready::Lane(lane));
                }
            }
        }
        while let Some(ready) = self.ready.pop_front() {
            let next = match ready {
                Ready::Single(job) => Some((None, job)),
                Ready::Lane(lane) => {
                    let job = self.lanes.get_mut(&lane).and_then(VecDeque::pop_front);
                    job.map(|job| (Some(lane), job))
                }
            };
            if next.is_some() {
                self.queued -= 1;
                return next;
            }
        }
        self.running -= 1;
        None
    }
}

impl fmt::Debug for Dispatcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("Dispatcher")
            .field("running", &state.running)
            .field("queued", &state.queued)
            .finish_non_exhaustive()
    }
}
