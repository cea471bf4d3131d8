//! Runs the jobs of the dispatcher.

use std::{
    sync::Arc,
    task::{Context, Waker},
};

use super::{Engine, dispatch::Job};

/// Runs jobs one after the other, as long as the dispatcher has one for it.
pub(super) struct Worker {
    engine: Arc<Engine>,
    job: Option<Job>,
}

impl Worker {
    pub(super) fn new(engine: Arc<Engine>, job: Job) -> Self {
        Self { engine, job: Some(job) }
    }

    /// Runs the job until it first has to wait. Returns what is left to do: the rest of the job, or
    /// the next one. Its waker does nothing until it is polled again.
    pub(super) fn run_at_once(mut self) -> Option<Self> {
        let mut context = Context::from_waker(Waker::noop());
        if self.job.as_mut().is_some_and(|job| job.as_mut().poll(&mut context).is_ready()) {
            self.next();
        }
        self.job.is_some().then_some(self)
    }

    pub(super) async fn work(mut self) {
        while let Some(job) = &mut self.job {
            job.await;
            self.next();
        }
    }

    fn next(&mut self) {
        self.job = None;
        self.job = self.engine.dispatcher.finish();
    }
}

/// A worker that is dropped with a job is ended with its runtime, and the queued jobs with it.
impl Drop for Worker {
    fn drop(&mut self) {
        while self.job.is_some() {
            self.next();
        }
    }
}
