//! Runs the jobs of the dispatcher.

use std::{
    ops::Deref,
    task::{Context, Waker},
};

use super::{Engine, dispatch::Job};

/// Runs jobs one after the other, as long as the dispatcher has one for it.
pub(super) struct Worker<E: Deref<Target = Engine>> {
    engine: E,
    job: Option<Job>,
}

impl<E: Deref<Target = Engine>> Worker<E> {
    pub(super) fn new(engine: E, job: Job) -> Self {
        Self { engine, job: Some(job) }
    }

    /// The same with its own reference to the engine.
    pub(super) fn with<F: Deref<Target = Engine>>(mut self, engine: F) -> Worker<F> {
        Worker { engine, job: self.job.take() }
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
impl<E: Deref<Target = Engine>> Drop for Worker<E> {
    fn drop(&mut self) {
        while self.job.is_some() {
            self.next();
        }
    }
}
