//! The reply window of one push, shared by its handler and all deliveries of the push.
//!
//! A state machine without I/O and without a clock: who has waited long enough says so. Each
//! transition is one decision under one lock, so an answer goes out by one way and never by both.

use std::{
    fmt,
    future::poll_fn,
    sync::PoisonError,
    task::{Context, Poll, Waker},
};

use super::sync::{Mutex, MutexGuard};

/// Where the answer to one push is. What must not be, such as an answer that was both written and
/// withdrawn, has no value here.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Phase<R> {
    /// Nothing is decided: the handler runs or waits for its turn.
    Open,
    /// An answer is there for any delivery, and `claims` deliveries are writing it now.
    Offered { reply: R, claims: u32 },
    /// A delivery has carried the answer away. A repeat is given the same one.
    Written { reply: R },
    /// The answer was taken back: it goes by the reply channel.
    Withdrawn,
    /// No delivery carries an answer.
    Closed(Closed),
}

/// Why no delivery carries an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closed {
    /// A delivery was acknowledged before there was an answer. What is said later goes by the reply
    /// channel.
    Acknowledged,
    /// The handler has nothing to say in the answer to the push.
    Empty,
    /// The handler failed.
    Failed,
    /// The push was not accepted: there was no room, or the inbox failed.
    Refused,
}

/// What a delivery is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Claim<R> {
    /// The answer. It cannot be withdrawn before the delivery [leaves](ReplySlot::leave).
    Reply(R),
    /// Nothing.
    Closed(Closed),
}

/// What became of an offered answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Offer<R> {
    /// It is there for the deliveries, and they see to it that it goes out.
    Accepted,
    /// It is there, but no delivery waits: the caller has to [watch](ReplySlot::watch) it.
    Unattended,
    /// It is too late for the answer to the push.
    TooLate(R),
}

/// How a delivery ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leave {
    /// It had no answer to carry.
    Idle,
    /// It has handed the answer to its connection.
    Written,
    /// It was given the answer and could not write it.
    Unwritten,
}

/// What is left to do for whoever changed the slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Next<R> {
    /// Nothing.
    Nothing,
    /// An answer is there that nobody attends to: [watch](ReplySlot::watch) it.
    Watch,
    /// The push is done, and this is what its repeats get.
    Complete(Completed<R>),
}

/// How a push ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Completed<R> {
    /// With this answer, which a repeat gets again.
    Answered(R),
    /// A repeat is acknowledged.
    Done,
    /// Its handler failed.
    Failed,
    /// It was never accepted.
    Refused,
}

struct State<R> {
    phase: Phase<R>,
    /// The push is accepted: somebody will handle it. Before that no delivery is acknowledged.
    accepted: bool,
    /// Deliveries that wait for an answer or write it.
    deliveries: u32,
    /// Somebody takes the answer back if no delivery fetches it.
    watched: bool,
    /// The handler is through, and what it said beside the answer is sent.
    finished: bool,
    /// [`Next::Complete`] was given out.
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

    /// Changes the state and wakes whoever waits for a change, after the lock is given back.
    fn change<T>(&self, change: impl FnOnce(&mut State<R>) -> T) -> T {
        let mut state = self.state();
        let outcome = change(&mut state);
        let wakers = std::mem::take(&mut state.wakers);
        drop(state);
        wakers.into_iter().for_each(Waker::wake);
        outcome
    }

    /// Another delivery of the push waits, too.
    pub(super) fn join(&self) {
        self.state().deliveries += 1;
    }

    /// The push is accepted: from now on a delivery that does not wait any longer is acknowledged.
    pub(super) fn accept(&self) {
        self.state().accepted = true;
    }

    /// The push was answered before: every delivery is given the same answer, and nothing is left
    /// to do.
    pub(super) fn answer_again(&self, reply: R) {
        self.change(|state| {
            if state.phase == PhaseKind::Open {
                state.phase = Phase::Written { reply };
                (state.finished, state.completed) = (true, true);
            }
        });
    }

    /// Puts an answer there. With `watched`, the caller watches it in any case.
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

    /// Decides that no delivery carries an answer, unless there is one already. `false` if there
    /// is, or if that was decided before.
    pub(super) fn close(&self, reason: Closed) -> bool {
        self.change(|state| {
            let open = state.phase == PhaseKind::Open;
            if open {
                state.phase = Phase::Closed(reason);
            }
            open
        })
    }

    /// What a delivery is given, if that is decided.
    pub(super) fn claim(&self) -> Option<Claim<R>> {
        self.state().claim()
    }

    /// What a delivery is given that does not wait any longer. If nothing is decided, it is
    /// acknowledged, and no later delivery carries an answer either; of a push that is not accepted
    /// yet, this delivery alone is refused.
    pub(super) fn claim_or_close(&self) -> Claim<R> {
        self.change(|state| {
            state.claim().unwrap_or_else(|| {
                if !state.accepted {
                    return Claim::Closed(Closed::Refused);
                }
                state.phase = Phase::Closed(Closed::Acknowledged);
                Claim::Closed(Closed::Acknowledged)
            })
        })
    }

    /// Completes with what a delivery is given.
    pub(super) async fn claimed(&self) -> Claim<R> {
        self.wait(State::claim).await
    }

    /// A delivery ends.
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

    /// The handler is through, and everything beside the answer to the push is sent.
    pub(super) fn finish(&self) -> Next<R> {
        self.change(|state| {
            state.finished = true;
            state.completion()
        })
    }

    /// Takes the answer back, unless a delivery is writing it or has done so.
    pub(super) fn withdraw(&self) -> Option<R> {
        self.change(|state| match std::mem::replace(&mut state.phase, Phase::Withdrawn) {
            Phase::Offered { reply, claims: 0 } => Some(reply),
            other => {
                state.phase = other;
                None
            }
        })
    }

    /// Completes with `true` when a delivery has written the answer.
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

    /// Completes when the push is done: the handler is through, and its answer is written or goes
    /// another way.
    pub(super) async fn finished(&self) {
        self.wait(|state| {
            let done = state.finished && state.phase != PhaseKind::Offered;
            (done || state.phase == PhaseKind::Refused).then_some(())
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
            Phase::Closed(Closed::Refused) => Completed::Refused,
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

/// A phase without what is in it.
#[derive(Clone, Copy)]
enum PhaseKind {
    Open,
    Offered,
    Written,
    Refused,
}

impl<R> PartialEq<PhaseKind> for Phase<R> {
    fn eq(&self, kind: &PhaseKind) -> bool {
        match kind {
            PhaseKind::Open => matches!(self, Self::Open),
            PhaseKind::Offered => matches!(self, Self::Offered { .. }),
            PhaseKind::Written => matches!(self, Self::Written { .. }),
            PhaseKind::Refused => matches!(self, Self::Closed(Closed::Refused)),
        }
    }
}

impl<R> fmt::Debug for ReplySlot<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReplySlot")
    }
}
