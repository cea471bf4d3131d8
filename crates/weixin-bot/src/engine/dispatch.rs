//! Decides which job runs when: a bounded number of running jobs, a bounded queue. The order of the
//! pushes of one sender is decided by the inbox.

use std::{
    collections::VecDeque,
    fmt,
    future::Future,
    pin::Pin,
    sync::{Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;

use crate::metrics;

/// The handling of one push.
pub(super) type Job = Pin<Box<dyn Future<Output = ()> + Send>>;

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
    queue: VecDeque<Job>,
    /// Pushes that wait for their turn in the inbox and have a delivery here. They count as queued.
    waiting: usize,
}

impl State {
    fn queued(&self) -> usize {
        self.queue.len() + self.waiting
    }
}

impl Dispatcher {
    pub(super) fn new(max_running: usize, max_queued: usize) -> Self {
        // With a limit of 0 nothing could run.
        let max_running = max_running.max(1);
        Self { max_running, max_queued, state: Mutex::default(), room: Notify::new() }
    }

    /// Submits a job.
    pub(super) fn submit(&self, job: Job) -> Submitted {
        let mut state = self.state();
        if state.running < self.max_running {
            state.running += 1;
            drop(state);
            metrics::handler_runs();
            return Submitted::Run(job);
        }
        if state.queued() >= self.max_queued {
            return Submitted::Full(job);
        }
        state.queue.push_back(job);
        drop(state);
        metrics::push_waits();
        Submitted::Queued
    }

    /// Submits a job whose push has waited for its turn already: the queue has room for it.
    pub(super) fn submit_next(&self, job: Job) -> Option<Job> {
        let mut state = self.state();
        if state.running < self.max_running {
            state.running += 1;
            drop(state);
            metrics::handler_runs();
            return Some(job);
        }
        state.queue.push_back(job);
        drop(state);
        metrics::push_waits();
        None
    }

    /// Notes that a push waits for its turn in the inbox. `false` if the queue is full.
    pub(super) fn wait(&self) -> bool {
        let mut state = self.state();
        let has_room = state.queued() < self.max_queued;
        if has_room {
            state.waiting += 1;
            drop(state);
            metrics::push_waits();
        }
        has_room
    }

    /// Notes that a push no longer waits.
    pub(super) fn stop_waiting(&self) {
        let mut state = self.state();
        let waited = state.waiting.min(1);
        state.waiting -= waited;
        drop(state);
        metrics::pushes_no_longer_wait(waited);
        self.room.notify_waiters();
    }

    /// Notes that a job has finished; the caller runs the next one in its place.
    pub(super) fn finish(&self) -> Option<Job> {
        let mut state = self.state();
        let next = state.queue.pop_front();
        if next.is_none() {
            state.running -= 1;
        }
        drop(state);
        match &next {
            Some(_) => metrics::pushes_no_longer_wait(1),
            None => metrics::handlers_ended(1),
        }
        self.room.notify_waiters();
        next
    }

    /// How many more jobs can run at once.
    pub(super) fn idle_workers(&self) -> usize {
        let state = self.state();
        self.max_running - state.running.min(self.max_running)
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
        state.running < self.max_running || state.queued() < self.max_queued
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while it is locked.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a bot still had when it was dropped is no longer counted.
impl Drop for Dispatcher {
    fn drop(&mut self) {
        let (running, queued) = {
            let state = self.state();
            (state.running, state.queued())
        };
        metrics::handlers_ended(running);
        metrics::pushes_no_longer_wait(queued);
    }
}

impl fmt::Debug for Dispatcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("Dispatcher")
            .field("running", &state.running)
            .field("queued", &state.queued())
            .finish_non_exhaustive()
    }
}
