//! The first delivery of a push in this process: stored in the inbox, and started.

use std::{
    fmt,
    pin::Pin,
    sync::{Arc, atomic::Ordering},
    task::{Context, Poll, ready},
};

use tracing::{debug, warn};
use weixin_api::Timestamp;
use weixin_protocol::{MessageChannel, MessageLimits};
use weixin_store::{
    ErrorKind,
    inbox::{
        Change, Enqueued, ItemState, ItemStatus, Progress, ReplyState, Revision, Then, Updated,
    },
};

use super::{
    Delivery, Engine, Envelope, MountedAccount, Order, Outcome, ReplyWindow,
    completing::Completing,
    dispatch::Submitted,
    hold::HoldPermit,
    intake::{Rejected, Ticket},
    item_handle::ItemHandle,
    ownership::OwnerLease,
    run::{PushInFlight, PushParts, Run},
    slot::Closed,
};
use crate::{
    log_text::printable,
    metrics::{self, Received},
    route::Found,
};

impl Engine {
    /// Begins to accept a delivery.
    pub(super) fn accept(
        self: &Arc<Self>,
        account: &Arc<MountedAccount>,
        mut envelope: Envelope,
        window: ReplyWindow,
    ) -> Accepting {
        let digest = envelope.push().digest();
        let (flight, first) = self.in_flight.join(digest, window);
        let mut found = None;
        if first {
            let route = self.router.find(envelope.push());
            if self.parallel || self.router.is_parallel(&route) {
                envelope = envelope.with_order(Order::Independent);
            }
            found = Some(route);
        }
        let push = PushInFlight::from(PushParts {
            engine: Arc::clone(self),
            account: Arc::clone(account),
            envelope: Arc::new(envelope),
            flight,
            window,
        });
        let delivery = Delivery::new(push, self.tasks.token());
        let push = &delivery.push;
        let admission = match found {
            // What is stored is handled, even if the delivery is cut off meanwhile.
            Some(found) => Some(Completing::new(push, push.clone().admit_or_reject(found))),
            None => {
                let id = printable(push.envelope.push().id());
                debug!(push = %id, "a repeat joins the answer");
                push.count(Received::Repeat);
                None
            }
        };
        Accepting { admission, delivery: Some(delivery) }
    }
}

/// The future of [`Intake::accept`](super::Intake::accept).
#[must_use = "futures do nothing unless they are polled"]
pub struct Accepting {
    /// `None` for a delivery that joins the first one.
    admission: Option<Completing<Result<(), Rejected>>>,
    /// Until it is accepted.
    delivery: Option<Delivery>,
}

impl Future for Accepting {
    type Output = Result<Ticket, Rejected>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let Some(admission) = &mut self.admission {
            ready!(Pin::new(admission).poll(context))?;
        }
        // If it is polled again after its end, it never ends.
        self.delivery
            .take()
            .map_or(Poll::Pending, |delivery| Poll::Ready(Ok(Ticket::new(delivery))))
    }
}

impl fmt::Debug for Accepting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Accepting")
    }
}

/// A push that was not accepted.
struct TurnedAway {
    rejected: Rejected,
    /// Its revision, if it has to be removed from the inbox.
    stored: Option<Revision>,
}

impl From<weixin_store::Error> for TurnedAway {
    fn from(error: weixin_store::Error) -> Self {
        Self { rejected: Rejected::Inbox(error), stored: None }
    }
}

impl PushInFlight {
    async fn admit_or_reject(self, found: Found) -> Result<(), Rejected> {
        let TurnedAway { rejected, stored } = match self.admit(found).await {
            Ok(admitted) => {
                self.count(admitted);
                return Ok(());
            }
            Err(turned_away) => turned_away,
        };
        self.count(Received::Rejected(rejected.name()));
        self.flight.slot.close(Closed::Rejected);
        // Until the inbox has forgotten the push, its repeats are rejected, too.
        Arc::clone(&self.engine).finish_or_spawn(async move {
            if let Some(revision) = stored {
                self.forget(revision).await;
            }
            self.engine.follow_up(self.flight.slot.finish(), &self);
        });
        Err(rejected)
    }

    /// Stores the push, and starts its handler if it is new.
    async fn admit(&self, found: Found) -> Result<Received, TurnedAway> {
        let (enqueued, lease) = self.enqueue().await?;
        match enqueued {
            Enqueued::Claimed(revision) => {
                self.start(found, revision, 1, Progress::default(), lease).await?;
                Ok(Received::New)
            }
            Enqueued::Waiting(revision) => {
                Box::pin(self.wait_for_turn(revision)).await?;
                Ok(Received::New)
            }
            Enqueued::Known(status) => match status.state {
                // An earlier operation failed and has nevertheless claimed it.
                ItemState::Claimed(owner) if owner == *lease.owner() => {
                    let ItemStatus { attempts, revision, progress, .. } = status;
                    self.start(found, revision, attempts, progress, lease).await?;
                    Ok(Received::New)
                }
                ItemState::Claimed(_) | ItemState::Waiting { .. } => {
                    self.flight.is_repeat.store(true, Ordering::Relaxed);
                    self.flight.slot.accept_remote();
                    Ok(Received::Repeat)
                }
                ItemState::Finished | ItemState::Parked => {
                    debug!(push = %self.printable_id(), "a repeat gets the answer of the push");
                    Box::pin(self.answer_again(status)).await;
                    Ok(Received::Repeat)
                }
            },
        }
    }

    async fn enqueue(&self) -> Result<(Enqueued, Arc<OwnerLease>), TurnedAway> {
        let engine = &self.engine;
        let mut first = true;
        loop {
            let lease = engine.owner().await?;
            match engine.inbox.enqueue(&self.envelope, lease.owner()).await {
                Ok(enqueued) => return Ok((enqueued, lease)),
                Err(error) if error.kind() == ErrorKind::LeaseLost && first => {
                    first = false;
                    engine.ownership.lost(lease.owner());
                }
                Err(error) => {
                    metrics::inbox_failed("enqueue", &error);
                    // It may be stored nevertheless.
                    engine.ownership.suspect();
                    return Err(error.into());
                }
            }
        }
    }

    async fn start(
        &self,
        found: Found,
        revision: Revision,
        attempts: u32,
        progress: Progress,
        lease: Arc<OwnerLease>,
    ) -> Result<(), TurnedAway> {
        let engine = &self.engine;
        let slot = &self.flight.slot;
        if !slot.start() {
            return Ok(());
        }
        let received = engine.clock.now();
        let handle = ItemHandle::new(
            Arc::clone(&self.envelope),
            received,
            attempts,
            revision,
            progress,
            lease,
        );
        let job = engine.job(Run::new(self.clone(), found, handle));
        match engine.dispatcher.submit(job) {
            Submitted::Run(job) => engine.start(job),
            Submitted::Queued => {}
            Submitted::Full(job) => {
                slot.suspend();
                Box::pin(self.turn_away(revision)).await?;
                drop(job);
                return Ok(());
            }
        }
        if matches!(self.window, ReplyWindow::None) {
            slot.close(Closed::Acknowledged);
        }
        Ok(())
    }

    async fn wait_for_turn(&self, revision: Revision) -> Result<(), TurnedAway> {
        let slot = &self.flight.slot;
        if self.engine.inbox.is_shared() {
            slot.accept_remote();
            return Ok(());
        }
        if !self.engine.dispatcher.wait() {
            return self.turn_away(revision).await;
        }
        self.flight.waits.store(true, Ordering::Relaxed);
        slot.accept();
        if matches!(self.window, ReplyWindow::None) {
            slot.close(Closed::Acknowledged);
        }
        Ok(())
    }

    /// There is no room for the push here. If others can handle it, it stays stored; otherwise it is
    /// forgotten, so that the platform sends it again.
    async fn turn_away(&self, revision: Revision) -> Result<(), TurnedAway> {
        if !self.engine.inbox.is_shared() {
            return Err(TurnedAway { rejected: Rejected::Busy, stored: Some(revision) });
        }
        let change = Change { progress: Progress::default(), then: Then::GiveBack, next_for: None };
        let given_back = self.engine.inbox.update(&self.envelope, revision, change).await;
        given_back.inspect_err(|error| metrics::inbox_failed("update", error))?;
        self.flight.slot.accept_remote();
        Ok(())
    }

    /// Removes the push from the inbox.
    async fn forget(&self, revision: Revision) {
        let change = Change { progress: Progress::default(), then: Then::Remove, next_for: None };
        if let Err(error) = self.engine.inbox.update(&self.envelope, revision, change).await {
            metrics::inbox_failed("update", &error);
            warn!(push = %self.printable_id(), %error, "the inbox could not forget a push");
        }
    }

    /// Gives the delivery the answer that was given before.
    async fn answer_again(&self, status: ItemStatus) {
        let slot = &self.flight.slot;
        match self.take_reply(status).await {
            Some(ReplyState::Offered(reply) | ReplyState::Taken(reply)) => {
                slot.answer_again(reply);
                if !self.engine.inbox.is_shared() {
                    slot.set_reported();
                }
            }
            _ => _ = slot.close(Closed::Empty),
        }
        self.engine.follow_up(slot.finish(), self);
    }

    /// Takes an offered answer, so that it is not sent another way as well. Returns the present state
    /// of the reply; `None` if the push no longer exists.
    pub(super) async fn take_reply(&self, mut status: ItemStatus) -> Option<ReplyState> {
        while let ReplyState::Offered(reply) = &status.progress.reply {
            if !self.engine.inbox.is_shared() {
                break;
            }
            let taken = ReplyState::Taken(Arc::clone(reply));
            match self.change_reply(&status, taken.clone()).await {
                Ok(Updated::Done { .. }) => return Some(taken),
                Ok(Updated::Conflict(present)) => status = present?,
                Err(error) => {
                    warn!(push = %self.printable_id(), %error, "a repeat gets no answer: the inbox fails");
                    return Some(ReplyState::Closed);
                }
            }
        }
        Some(status.progress.reply)
    }

    /// Changes the state of the reply of a push that another process handles.
    pub(super) async fn change_reply(
        &self,
        seen: &ItemStatus,
        reply: ReplyState,
    ) -> Result<Updated, weixin_store::Error> {
        let progress = Progress { reply, ..seen.progress.clone() };
        let change = Change { progress, then: Then::Keep, next_for: None };
        let updated = self.engine.inbox.update(&self.envelope, seen.revision, change).await;
        updated.inspect_err(|error| metrics::inbox_failed("update", error))
    }

    /// Counts a delivery.
    fn count(&self, received: Received) {
        let (label, kinds) = (self.account.label(), &self.engine.kinds);
        metrics::push_received(label, kinds, self.envelope.push(), received);
    }

    /// Reports what became of a message or of the whole push.
    pub(super) fn report(&self, outcome: &Outcome) {
        metrics::outcome(self.account.label(), outcome);
        self.engine.outcomes.tell(self.envelope.push(), outcome);
    }

    /// Permits that a delivery that ends at `until` is not acknowledged, so that the platform repeats the
    /// push and the answer goes out with the repeat.
    pub(super) fn may_be_held(&self, until: Timestamp) -> Option<HoldPermit> {
        let late = self.account.late();
        let (ReplyWindow::Once { class, .. }, ReplyWindow::Once { until: first, .. }) =
            (self.window, self.flight.window)
        else {
            return None;
        };
        let deliveries = late.deliveries.min(class.deliveries.into());
        let last = first + class.deadline * deliveries.saturating_sub(1);
        let may = late.holds()
            && !self.flight.is_repeat.load(Ordering::Relaxed)
            && until + class.deadline / 2 < last
            && self.flight.slot.is_open();
        may.then(|| self.account.held.permit(self.engine.clock.now())).flatten()
    }

    /// What an answer to the push may carry.
    pub(super) fn passive_limits(&self) -> &'static MessageLimits {
        match self.flight.window {
            ReplyWindow::Once { limits, .. } => limits,
            ReplyWindow::None => {
                MessageLimits::of(MessageChannel::passive(self.account.id().product()))
            }
        }
    }

    pub(super) fn printable_id(&self) -> impl std::fmt::Display {
        printable(self.envelope.push().id().as_str())
    }
}
