//! A push with its deliveries, for inspection by tests.

use std::sync::{Mutex, MutexGuard, PoisonError};

use weixin_api::Timestamp;

use crate::{
    Problem,
    timeline::{EntryId, HttpResponse, PushOutcome, PushRequest},
};

/// A push with all its deliveries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exchange {
    /// The deliveries so far.
    pub deliveries: Vec<Delivery>,
    /// The final outcome; [`PushOutcome::Waiting`] until the push is finished.
    pub outcome: PushOutcome,
}

/// One delivery of a push.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivery {
    /// The request, including its plaintext.
    pub request: PushRequest,
    /// The response, including its plaintext. `None` if there was none.
    pub response: Option<HttpResponse>,
    /// When the request was sent.
    pub sent: Timestamp,
    /// When the response arrived or the delivery failed. `None` while waiting.
    pub ended: Option<Timestamp>,
    /// The outcome of this delivery.
    pub outcome: PushOutcome,
    /// The problem with the response, if any.
    pub problem: Option<Problem>,
}

impl Exchange {
    /// The last delivery.
    pub fn last(&self) -> Option<&Delivery> {
        self.deliveries.last()
    }
}

/// The shared state of an exchange in progress.
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

    /// Sets the final outcome.
    pub(crate) fn finish(&self, outcome: PushOutcome) {
        self.state().exchange.outcome = outcome;
    }

    pub(crate) fn exchange(&self) -> Exchange {
        self.state().exchange.clone()
    }

    pub(crate) fn outcome(&self) -> PushOutcome {
        self.state().exchange.outcome
    }

    /// The entry of the first delivery, which identifies the exchange.
    pub(crate) fn root(&self) -> Option<EntryId> {
        self.state().entries.first().copied()
    }

    /// Whether an entry is a delivery of this exchange.
    pub(crate) fn has(&self, entry: EntryId) -> bool {
        self.state().entries.contains(&entry)
    }

    fn state(&self) -> MutexGuard<'_, ProgressState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
