//! A push and all its deliveries, as a test sees them.

use std::sync::{Mutex, MutexGuard, PoisonError};

use weixin_api::Timestamp;

use crate::{
    Problem,
    timeline::{EntryId, HttpResponse, PushOutcome, PushRequest},
};

/// A push, with every delivery of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exchange {
    /// The deliveries so far.
    pub deliveries: Vec<Delivery>,
    /// What became of it in the end; [`PushOutcome::Waiting`] while it is not over.
    pub outcome: PushOutcome,
}

/// One delivery of a push.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivery {
    /// What was sent, and how it looked before encryption.
    pub request: PushRequest,
    /// What was answered, and how it looks decrypted.
    pub response: Option<HttpResponse>,
    /// When it was sent.
    pub sent: Timestamp,
    /// When it was over.
    pub ended: Option<Timestamp>,
    /// What became of it.
    pub outcome: PushOutcome,
    /// What is wrong with the answer.
    pub problem: Option<Problem>,
}

impl Exchange {
    /// The last delivery.
    pub fn last(&self) -> Option<&Delivery> {
        self.deliveries.last()
    }
}

/// An exchange while it goes on.
#[derive(Debug)]
pub(crate) struct Progress(Mutex<ProgressState>);

#[derive(Debug)]
struct ProgressState {
    exchange: Exchange,
    entries: Vec<EntryId>,
}

impl Progress {
    pub(crate) fn new(outcome: PushOutcome) -> Self {
        let exchange = Exchange { deliveries: Vec::new(), outcome };
        Self(Mutex::new(ProgressState { exchange, entries: Vec::new() }))
    }

    pub(crate) fn begin(&self, entry: EntryId, sent: Timestamp, request: PushRequest) {
        let mut state = self.state();
        state.entries.push(entry);
        state.exchange.deliveries.push(Delivery {
            request,
            response: None,
            sent,
            ended: None,
            outcome: PushOutcome::Waiting,
            problem: None,
        });
    }

    pub(crate) fn end(
        &self,
        ended: Timestamp,
        response: Option<HttpResponse>,
        outcome: PushOutcome,
        problem: Option<Problem>,
    ) {
        if let Some(delivery) = self.state().exchange.deliveries.last_mut() {
            delivery.response = response;
            delivery.ended = Some(ended);
            delivery.outcome = outcome;
            delivery.problem = problem;
        }
    }

    /// Says what became of the push in the end.
    pub(crate) fn finish(&self, outcome: PushOutcome) {
        self.state().exchange.outcome = outcome;
    }

    pub(crate) fn exchange(&self) -> Exchange {
        self.state().exchange.clone()
    }

    pub(crate) fn outcome(&self) -> PushOutcome {
        self.state().exchange.outcome
    }

    /// The entry of the first delivery, by which the whole exchange is known.
    pub(crate) fn root(&self) -> Option<EntryId> {
        self.state().entries.first().copied()
    }

    /// Whether an entry is one of the deliveries.
    pub(crate) fn has(&self, entry: EntryId) -> bool {
        self.state().entries.contains(&entry)
    }

    fn state(&self) -> MutexGuard<'_, ProgressState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
