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
    /// The handler has this answer, and it is being stored. Deliveries wait until it is offered.
    Prepared { reply: R },
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

/// Who takes care of an offered answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Offer {
    /// The deliveries will.
    Accepted,
    /// No delivery is waiting: the caller has to watch it.
    Unattended,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Nothing.
    Nothing,
    /// An answer is available that nobody takes care of: watch it.
    Watch,
    /// The slot is no longer needed: the inbox knows how repeats are answered.
    Forget,
}

struct State<R> {
    phase: Phase<R>,
    /// The push is stored and will be handled. No delivery is acknowledged before that.
    accepted: bool,
    /// This process handles the push.
    started: bool,
    /// Another process handles the push, or may do so.
    remote: bool,
    /// Deliveries that are waiting for an answer or writing it.
    deliveries: u32,
    /// Somebody withdraws the answer if no delivery takes it.
    watched: bool,
    /// The handler has returned, and its other messages have been sent.
    finished: bool,
    /// [`Next::Forget`] was returned.
    forgotten: bool,
    /// It was reported that the answer was written.
    reported: bool,
    wakers: Vec<Waker>,
}

/// The reply window of one push. The first delivery starts the handler; a repeat joins it.
pub(super) struct ReplySlot<R>(Mutex<State<R>>);

impl<R: Clone> ReplySlot<R> {
    /// An open slot with one delivery, of a push that is not [accepted](Self::accept) yet.
    pub(super) fn new() -> Self {
        Self::with_deliveries(1)
    }

    /// An open slot of a push that was read from the inbox and has no delivery here.
    pub(super) fn unattended() -> Self {
        Self::with_deliveries(0)
    }

    fn with_deliveries(deliveries: u32) -> Self {
        Self(Mutex::new(State {
            phase: Phase::Open,
            accepted: false,
            started: false,
            remote: false,
            deliveries,
            watched: false,
            finished: false,
            forgotten: false,
            reported: false,
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

    /// Notes that the push is stored: from now on a delivery that stops waiting is acknowledged.
    pub(super) fn accept(&self) {
        self.state().accepted = true;
    }

    /// Notes that the push is stored, and that another process handles it.
    pub(super) fn accept_remote(&self) {
        let mut state = self.state();
        (state.accepted, state.remote) = (true, true);
    }

    /// Notes that this process handles the push. `false` if it already does.
    pub(super) fn start(&self) -> bool {
        let mut state = self.state();
        (state.accepted, state.remote) = (true, false);
        !std::mem::replace(&mut state.started, true)
    }

    /// Notes that this process no longer handles the push, which may be handled again later.
    pub(super) fn suspend(&self) {
        self.state().started = false;
    }

    /// Whether this process handles the push.
    pub(super) fn is_started(&self) -> bool {
        self.state().started
    }

    /// Whether another process handles the push.
    pub(super) fn is_remote(&self) -> bool {
        self.state().remote
    }

    /// Whether a delivery is waiting.
    pub(super) fn is_attended(&self) -> bool {
        self.state().deliveries > 0
    }

    /// Notes that the push was answered before, or in another process: every delivery gets the same
    /// answer, and nothing is left to do here.
    pub(super) fn answer_again(&self, reply: R) {
        self.change(|state| {
            if state.phase == PhaseKind::Open {
                state.phase = Phase::Written { reply };
                state.finished = true;
            }
        });
    }

    /// Announces an answer. It is either [offered](Self::offer) or [withdrawn](Self::withdraw)
    /// next; until then deliveries wait, even if their time is over.
    ///
    /// # Errors
    /// The answer, if it is too late for it.
    pub(super) fn prepare(&self, reply: R) -> Result<(), R> {
        let mut state = self.state();
        if state.phase != PhaseKind::Open {
            return Err(reply);
        }
        state.phase = Phase::Prepared { reply };
        Ok(())
    }

    /// Offers the prepared answer to the deliveries. With `watched`, the caller watches it in any
    /// case.
    pub(super) fn offer(&self, watched: bool) -> Offer {
        self.change(|state| {
            let prepared = std::mem::replace(&mut state.phase, Phase::Open);
            state.phase = match prepared {
                Phase::Prepared { reply } => Phase::Offered { reply, claims: 0 },
                other => other,
            };
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
    /// alone is rejected. `None` if an answer is prepared: it is [decided](Self::claimed) in a
    /// moment.
    pub(super) fn claim_or_close(&self) -> Option<Claim<R>> {
        self.change(|state| {
            if let Some(claim) = state.claim() {
                return Some(claim);
            }
            if !state.accepted {
                return Some(Claim::Closed(Closed::Rejected));
            }
            if state.phase != PhaseKind::Open {
                return None;
            }
            state.phase = Phase::Closed(Closed::Acknowledged);
            Some(Claim::Closed(Closed::Acknowledged))
        })
    }

    /// Waits until it is decided what a delivery gets.
    pub(super) async fn claimed(&self) -> Claim<R> {
        self.wait(State::claim).await
    }

    /// Waits until it is decided that no delivery carries an answer.
    pub(super) async fn closed(&self) -> Closed {
        self.wait(|state| match &state.phase {
            Phase::Closed(reason) => Some(*reason),
            Phase::Withdrawn => Some(Closed::Acknowledged),
            _ => None,
        })
        .await
    }

    /// Notes that a delivery ended.
    pub(super) fn leave(&self, how: Leave) -> Next {
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
                _ if state.remote => state.completion(),
                _ => Next::Nothing,
            }
        })
    }

    /// Notes that the handler has returned and its other messages have been sent.
    pub(super) fn finish(&self) -> Next {
        self.change(|state| {
            state.finished = true;
            state.completion()
        })
    }

    /// Withdraws the answer, unless a delivery is writing it or has written it.
    pub(super) fn withdraw(&self) -> Option<R> {
        self.change(|state| match std::mem::replace(&mut state.phase, Phase::Withdrawn) {
            Phase::Prepared { reply } | Phase::Offered { reply, claims: 0 } => Some(reply),
            other => {
                state.phase = other;
                None
            }
        })
    }

    /// Whether nothing is decided about the answer.
    pub(super) fn is_open(&self) -> bool {
        self.state().phase == PhaseKind::Open
    }

    /// Whether a delivery has written the answer, and this has not been asked before.
    pub(super) fn is_written_first(&self) -> bool {
        let mut state = self.state();
        state.phase == PhaseKind::Written && !std::mem::replace(&mut state.reported, true)
    }

    /// Notes that it is known that the answer was written.
    pub(super) fn set_reported(&self) {
        self.state().reported = true;
    }

    /// Whether a delivery has written the answer.
    pub(super) fn is_written(&self) -> bool {
        self.state().phase == PhaseKind::Written
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
            let done = state.finished && !state.has_pending_answer();
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
            Phase::Open | Phase::Prepared { .. } => return None,
            Phase::Offered { reply, claims } => {
                *claims += 1;
                Claim::Reply(reply.clone())
            }
            Phase::Written { reply } => Claim::Reply(reply.clone()),
            Phase::Withdrawn => Claim::Closed(Closed::Acknowledged),
            Phase::Closed(reason) => Claim::Closed(*reason),
        })
    }

    fn has_pending_answer(&self) -> bool {
        matches!(self.phase, Phase::Prepared { .. } | Phase::Offered { .. })
    }

    /// Whether the slot is no longer needed: its push is done, or is not handled here and has no
    /// more deliveries.
    fn completion(&mut self) -> Next {
        let decided = !matches!(self.phase, Phase::Open) && !self.has_pending_answer();
        let over = match &self.phase {
            Phase::Closed(Closed::Rejected) => true,
            _ if self.started => self.finished && decided,
            _ if self.remote => decided || self.deliveries == 0,
            // While it waits for its turn here, repeats must find it.
            _ => decided && !self.accepted,
        };
        if !over || std::mem::replace(&mut self.forgotten, true) {
            return Next::Nothing;
        }
        Next::Forget
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
    Written,
    Rejected,
}

impl<R> PartialEq<PhaseKind> for Phase<R> {
    fn eq(&self, kind: &PhaseKind) -> bool {
        match kind {
            PhaseKind::Open => matches!(self, Self::Open),
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
