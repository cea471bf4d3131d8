//! The reply window of one push, shared by its handler and all deliveries of the push.
//!
//! A state machine without I/O and without a clock: callers tell it when their waiting time is
//! over. Each transition is one decision under one lock, so an answer is never sent both ways.

use std::{
    fmt,
    future::poll_fn,
    sync::PoisonError,
    task::{Context, Poll, Waker},
};

use super::sync::{Mutex, MutexGuard};

/// Where the answer to one push is. States that must not exist, such as an answer that was both
/// written and withdrawn, cannot be represented.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Phase<R> {
    /// Nothing is decided: the handler is running or waiting for its turn.
    Open,
    /// An answer is available to any delivery, and `claims` deliveries are writing it now.
    Offered { reply: R, claims: u32 },
    /// A delivery has written the answer. A repeat gets the same one.
    Written { reply: R },
    /// The answer was withdrawn: it is sent by the reply channel.
    Withdrawn,
    /// No delivery carries an answer.
    Closed(Closed),
}

/// Why no delivery carries an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closed {
    /// A delivery was acknowledged before there was an answer. A later answer is sent by the reply
    /// channel.
    Acknowledged,
    /// The handler has no message for the answer to the push.
    Empty,
    /// The handler failed.
    Failed,
    /// The push was not accepted: there was no room, or the inbox failed.
    Rejected,
}

/// What a delivery gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Claim<R> {
    /// The answer. It cannot be withdrawn before the delivery [leaves](ReplySlot::leave).
    Reply(R),
    /// No answer.
    Closed(Closed),
}

/// The result of offering an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Offer<R> {
    /// The deliveries will take care of it.
    Accepted,
    /// No delivery is waiting: the caller has to [watch](ReplySlot::watch) it.
    Unattended,
    /// It is too late for the answer to the push.
    TooLate(R),
}

/// How a delivery ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leave {
    /// It had no answer to carry.
    Idle,
    /// It handed the answer to its connection.
    Written,
    /// It got the answer and could not write it.
    Unwritten,
}

/// What the caller has to do after it changed the slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Next<R> {
    /// Nothing.
    Nothing,
    /// An answer is available that nobody takes care of: [watch](ReplySlot::watch) it.
    Watch,
    /// The push is done: store how its repeats are answered.
    Complete(Completed<R>),
}

/// How a push ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Completed<R> {
    /// With this answer, which a repeat gets again.
    Answered(R),
    /// Without an answer: a repeat is acknowledged.
    Done,
    /// Its handler failed.
    Failed,
    /// It was never accepted.
    Rejected,
}

struct State<R> {
    phase: Phase<R>,
    /// The push is accepted and will be handled. No delivery is acknowledged before that.
    accepted: bool,
    /// Deliveries that are waiting for an answer or writing it.
    deliveries: u32,
    /// Somebody withdraws the answer if no delivery takes it.
    watched: bool,
    /// The handler has returned, and its other messages have been sent.
    finished: bool,
    /// [`Next::Complete`] was returned.
    completed: bool,
    wakers: Vec<Waker>,
}

/// The reply window of one push. The first delivery starts the handler; a repeat joins it.
pub(super) struct ReplySlot<R>(Mutex<State<R>>);

impl<R: Clone> ReplySlot<R> {
    /// An open slot with one delivery, of a push that is not [accepted](Self::accept) yet.
    pub(super) fn new() -> Self {
        Self(Mutex::new(State {
            phase: Phase::Open,
            accepted: false,
            deliveries: 1,
            watched: false,
            finished: false,
            completed: false,
            wakers: Vec::new(),
        }))
    }

    fn state(&self) -> MutexGuard<'_, State<R>> {
        // Nothing panics while it is locked.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state, then wakes all waiting tasks after releasing the lock.
    fn change<T>(&self, change: impl FnOnce(&mut State<R>) -> T) -> T {
        let mut state = self.state();
        let outcome = change(&mut state);
        let wakers = std::mem::take(&mut state.wakers);
        drop(state);
        wakers.into_iter().for_each(Waker::wake);
        outcome
    }

    /// Notes that another delivery of the push is waiting.
    pub(super) fn join(&self) {
        self.state().deliveries += 1;
    }

    /// Notes that the push is accepted: from now on a delivery that stops waiting is acknowledged.
    pub(super) fn accept(&self) {
        self.state().accepted = true;
    }

    /// Notes that the push was answered before: every delivery gets the same answer, and nothing is
    /// left to do.
    pub(super) fn answer_again(&self, reply: R) {
        self.change(|state| {
            if state.phase == PhaseKind::Open {
                state.phase = Phase::Written { reply };
                (state.finished, state.completed) = (true, true);
            }
        });
    }

    /// Offers an answer. With `watched`, the caller watches it in any case.
    pub(super) fn offer(&self, reply: R, watched: bool) -> Offer<R> {
        self.change(|state| {
            if state.phase != PhaseKind::Open {
                return Offer::TooLate(reply);
            }
            state.phase = Phase::Offered { reply, claims: 0 };
            if watched || state.deliveries == 0 {
                state.watched = true;
            }
            if state.deliveries == 0 { Offer::Unattended } else { Offer::Accepted }
        })
    }

    /// Decides that no delivery carries an answer. `false` if there is an answer already, or if
    /// this was decided before.
    pub(super) fn close(&self, reason: Closed) -> bool {
        self.change(|state| {
            let open = state.phase == PhaseKind::Open;
            if open {
                state.phase = Phase::Closed(reason);
            }
            open
        })
    }

    /// What a delivery gets, if that is decided.
    pub(super) fn claim(&self) -> Option<Claim<R>> {
        self.state().claim()
    }

    /// What a delivery gets that stops waiting. If nothing is decided, it is acknowledged, and no
    /// later delivery carries an answer either; if the push is not accepted yet, this delivery
    /// alone is rejected.
    pub(super) fn claim_or_close(&self) -> Claim<R> {
        self.change(|state| {
            state.claim().unwrap_or_else(|| {
                if !state.accepted {
                    return Claim::Closed(Closed::Rejected);
                }
                state.phase = Phase::Closed(Closed::Acknowledged);
                Claim::Closed(Closed::Acknowledged)
            })
        })
    }

    /// Waits until it is decided what a delivery gets.
    pub(super) async fn claimed(&self) -> Claim<R> {
        self.wait(State::claim).await
    }

    /// Notes that a delivery ended.
    pub(super) fn leave(&self, how: Leave) -> Next<R> {
        self.change(|state| {
            state.deliveries = state.deliveries.saturating_sub(1);
            let offered = std::mem::replace(&mut state.phase, Phase::Open);
            state.phase = match (offered, how) {
                (Phase::Offered { reply, .. }, Leave::Written) => Phase::Written { reply },
                (Phase::Offered { reply, claims }, Leave::Unwritten) => {
                    Phase::Offered { reply, claims: claims.saturating_sub(1) }
                }
                (phase, _) => phase,
            };
            match &state.phase {
                Phase::Offered { .. } if state.deliveries == 0 && !state.watched => {
                    state.watched = true;
                    Next::Watch
                }
                Phase::Written { .. } => state.completion(),
                _ => Next::Nothing,
            }
        })
    }

    /// Notes that the handler has returned and its other messages have been sent.
    pub(super) fn finish(&self) -> Next<R> {
        self.change(|state| {
            state.finished = true;
            state.completion()
        })
    }

    /// Withdraws the answer, unless a delivery is writing it or has written it.
    pub(super) fn withdraw(&self) -> Option<R> {
        self.change(|state| match std::mem::replace(&mut state.phase, Phase::Withdrawn) {
            Phase::Offered { reply, claims: 0 } => Some(reply),
            other => {
                state.phase = other;
                None
            }
        })
    }

    /// Completes when a delivery has written the answer.
    pub(super) async fn written(&self) {
        self.wait(|state| (state.phase == PhaseKind::Written).then_some(())).await;
    }

    /// Completes when the answer is written, or no delivery is writing it any more.
    pub(super) async fn unclaimed(&self) {
        self.wait(|state| match &state.phase {
            Phase::Offered { claims, .. } if *claims > 0 => None,
            _ => Some(()),
        })
        .await;
    }

    /// Completes when the push is done: the handler has returned, and its answer is written or sent
    /// another way.
    pub(super) async fn finished(&self) {
        self.wait(|state| {
            let done = state.finished && state.phase != PhaseKind::Offered;
            (done || state.phase == PhaseKind::Rejected).then_some(())
        })
        .await;
    }

    async fn wait<T>(&self, mut look: impl FnMut(&mut State<R>) -> Option<T>) -> T {
        poll_fn(|cx| {
            let mut state = self.state();
            match look(&mut state) {
                Some(value) => Poll::Ready(value),
                None => {
                    state.register(cx);
                    Poll::Pending
                }
            }
        })
        .await
    }
}

impl<R: Clone> State<R> {
    fn claim(&mut self) -> Option<Claim<R>> {
        Some(match &mut self.phase {
            Phase::Open => return None,
            Phase::Offered { reply, claims } => {
                *claims += 1;
                Claim::Reply(reply.clone())
            }
            Phase::Written { reply } => Claim::Reply(reply.clone()),
            Phase::Withdrawn => Claim::Closed(Closed::Acknowledged),
            Phase::Closed(reason) => Claim::Closed(*reason),
        })
    }

    fn completion(&mut self) -> Next<R> {
        if self.completed {
            return Next::Nothing;
        }
        let completed = match &self.phase {
            Phase::Closed(Closed::Rejected) => Completed::Rejected,
            _ if !self.finished => return Next::Nothing,
            Phase::Open | Phase::Offered { .. } => return Next::Nothing,
            Phase::Written { reply } => Completed::Answered(reply.clone()),
            Phase::Closed(Closed::Failed) => Completed::Failed,
            Phase::Withdrawn | Phase::Closed(_) => Completed::Done,
        };
        self.completed = true;
        Next::Complete(completed)
    }

    fn register(&mut self, cx: &Context<'_>) {
        if !self.wakers.iter().any(|waker| waker.will_wake(cx.waker())) {
            self.wakers.push(cx.waker().clone());
        }
    }
}

/// A phase without its data.
#[derive(Clone, Copy)]
enum PhaseKind {
    Open,
    Offered,
    Written,
    Rejected,
}

impl<R> PartialEq<PhaseKind> for Phase<R> {
    fn eq(&self, kind: &PhaseKind) -> bool {
        match kind {
            PhaseKind::Open => matches!(self, Self::Open),
            PhaseKind::Offered => matches!(self, Self::Offered { .. }),
            PhaseKind::Written => matches!(self, Self::Written { .. }),
            PhaseKind::Rejected => matches!(self, Self::Closed(Closed::Rejected)),
        }
    }
}

impl<R> fmt::Debug for ReplySlot<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReplySlot")
    }
}
