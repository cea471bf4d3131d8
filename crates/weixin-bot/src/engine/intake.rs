//! Where a source hands in a push and gets its answer.

use std::{fmt, sync::Arc};

use tokio_util::task::task_tracker::TaskTrackerToken;
use tracing::debug;
use weixin_api::{AccountId, Timestamp};
use weixin_protocol::{Inbound, PassiveReply, Verified};
use weixin_store::inbox::{Envelope, Push};

use super::{
    Accepting, Engine, MountedAccount, Outcome,
    run::PushInFlight,
    slot::{Claim, Closed, Leave},
    window::ReplyWindow,
};
use crate::metrics::AccountLabel;

/// Hands pushes to one account to the engine. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Intake {
    engine: Arc<Engine>,
    account: Arc<MountedAccount>,
}

impl Intake {
    pub(crate) fn new(engine: Arc<Engine>, account: Arc<MountedAccount>) -> Self {
        Self { engine, account }
    }

    /// The account that the pushes are for.
    pub fn account(&self) -> &AccountId {
        self.account.id()
    }

    pub(crate) fn account_label(&self) -> &AccountLabel {
        self.account.label()
    }

    /// The engine's clock.
    pub fn clock(&self) -> &Arc<dyn weixin_api::Clock> {
        self.engine.clock()
    }

    /// An envelope around a push to this account, with the usual settings: handled in order with
    /// the sender's other pushes, with messages sent to the sender.
    pub fn envelope(&self, push: Verified<Inbound>) -> Envelope {
        Envelope::new(Push::new(push, self.account.id_shared()))
    }

    /// Hands in one delivery of a push. The first delivery starts the handler, or queues it behind
    /// the sender's previous push; a repeat joins the running handler. `window` says whether the
    /// source can carry an answer; [`Ticket::answer`] waits for it.
    ///
    /// The delivery counts from the call on, even if the future is dropped. A handler that is ready at
    /// once has already run when the future completes.
    ///
    /// # Errors
    /// [`Rejected`] if there is no room or the inbox failed. The push is not handled then, and the
    /// source must not acknowledge it: a platform that gets no acknowledgement sends it again.
    pub fn accept(&self, envelope: Envelope, window: ReplyWindow) -> Accepting {
        self.engine.accept(&self.account, envelope, window)
    }

    /// Completes when there is room for a push. For sources that can delay fetching.
    pub async fn room(&self) {
        self.engine.room().await;
    }
}

/// Why a push was not accepted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Rejected {
    /// The limits of running handlers and waiting pushes are reached.
    #[error(
        "too many handlers run and too many pushes wait: see `Bot::max_running` and \
         `Bot::max_queued`"
    )]
    Busy,
    /// The inbox could not store the push.
    #[error("the inbox could not store the push: {0}")]
    Inbox(#[source] weixin_store::Error),
}

impl Rejected {
    /// A short name, for logs and metrics.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Busy => "busy",
            Self::Inbox(_) => "inbox",
        }
    }
}

/// One delivery of a push that was accepted.
///
/// Dropping it without an answer means that the delivery was cut off: an answer that no other
/// delivery takes is sent by the reply channel.
#[derive(Debug)]
pub struct Ticket(Delivery);

/// How a source answers a delivery.
#[derive(Debug)]
pub enum Answer {
    /// With this reply. Confirm the receipt once it has been written.
    Reply(Arc<PassiveReply>, WriteReceipt),
    /// With an acknowledgement.
    Acknowledgement,
    /// Without an acknowledgement, so that the push is repeated: it was not handled, or not yet.
    NotHandled,
}

impl Ticket {
    pub(super) fn new(delivery: Delivery) -> Self {
        Self(delivery)
    }

    /// Waits for the answer, at most until the end of the window.
    #[expect(clippy::manual_async_fn, reason = "an `async fn` has room for its arguments twice")]
    pub fn answer(self) -> impl Future<Output = Answer> + Send {
        async move {
            match self.decided().await {
                Some(claim) => self.answer_with(claim),
                None => Answer::NotHandled,
            }
        }
    }

    /// What this delivery gets. `None` if it is not acknowledged.
    async fn decided(&self) -> Option<Claim<Arc<PassiveReply>>> {
        let push = &self.0.push;
        if let Some(claim) = push.flight.slot.claim() {
            return Some(claim);
        }
        let ReplyWindow::Once { until, .. } = push.window else {
            return Some(self.stop_waiting().await);
        };
        if let Some(claim) = self.wait_until(until).await {
            return Some(claim);
        }
        if push.window.must_be_handled() {
            return None;
        }
        match push.may_be_held(until) {
            Some(_permit) => Box::pin(self.hold(until)).await,
            None => Some(self.stop_waiting().await),
        }
    }

    fn answer_with(self, claim: Claim<Arc<PassiveReply>>) -> Answer {
        let push = &self.0.push;
        match claim {
            Claim::Reply(reply) => {
                let mut delivery = self.0;
                delivery.claimed = true;
                Answer::Reply(reply, WriteReceipt(delivery))
            }
            Claim::Closed(Closed::Rejected) => Answer::NotHandled,
            Claim::Closed(Closed::Failed) if push.window.must_be_handled() => Answer::NotHandled,
            Claim::Closed(Closed::Acknowledged) => match push.mailbox_notice() {
                Some(notice) => Answer::Reply(Arc::new(notice), WriteReceipt(self.0)),
                None => Answer::Acknowledgement,
            },
            Claim::Closed(_) => Answer::Acknowledgement,
        }
    }

    /// Waits for a decision, at most until this time.
    async fn wait_until(&self, until: Timestamp) -> Option<Claim<Arc<PassiveReply>>> {
        let push = &self.0.push;
        let (clock, slot) = (push.engine.clock(), &push.flight.slot);
        if slot.is_remote() {
            Box::pin(push.follow_remote(until)).await;
            if let Some(claim) = slot.claim() {
                return Some(claim);
            }
        }
        clock.timeout(until.since(clock.now()), slot.claimed()).await.ok()
    }

    /// Lets the delivery run out, so that the platform repeats the push. Only a decision that is not an
    /// answer ends it earlier: the platform may stop waiting at any moment, and an answer is kept for
    /// the repeat.
    async fn hold(&self, until: Timestamp) -> Option<Claim<Arc<PassiveReply>>> {
        let push = &self.0.push;
        let (clock, slot) = (push.engine.clock(), &push.flight.slot);
        let ReplyWindow::Once { class, .. } = push.window else { return None };
        debug!(push = %push.printable_id(), "the push is held: its answer goes out with a repeat");
        let runs_out = until + class.deadline;
        let closed = clock.timeout(runs_out.since(clock.now()), slot.closed()).await;
        closed.ok().map(Claim::Closed)
    }

    async fn stop_waiting(&self) -> Claim<Arc<PassiveReply>> {
        let slot = &self.0.push.flight.slot;
        match slot.claim_or_close() {
            Some(claim) => claim,
            None => slot.claimed().await,
        }
    }

    /// Completes when the push is done: its handler has returned, and its messages have been sent
    /// or are being sent. For sources that must not continue before that.
    pub async fn handled(&self) {
        self.0.push.flight.slot.finished().await;
    }
}

/// Confirms that an answer was written. While it exists, the answer cannot be withdrawn. If it is
/// dropped without [`written`](Self::written), the answer waits for a repeat and is then sent by
/// the reply channel.
#[derive(Debug)]
pub struct WriteReceipt(Delivery);

impl WriteReceipt {
    /// Confirms that the answer has been handed to the connection.
    pub fn written(mut self) {
        self.0.written = true;
    }
}

/// One delivery, which leaves the slot of its push when it is dropped.
pub(super) struct Delivery {
    pub(super) push: PushInFlight,
    claimed: bool,
    written: bool,
    /// The engine is not idle while this exists.
    _running: TaskTrackerToken,
}

impl Delivery {
    pub(super) fn new(push: PushInFlight, running: TaskTrackerToken) -> Self {
        Self { push, claimed: false, written: false, _running: running }
    }
}

impl Drop for Delivery {
    fn drop(&mut self) {
        let how = match (self.claimed, self.written) {
            (true, true) => Leave::Written,
            (true, false) => Leave::Unwritten,
            (false, _) => Leave::Idle,
        };
        let slot = &self.push.flight.slot;
        let next = slot.leave(how);
        if how == Leave::Written && slot.is_written_first() {
            self.push.report(&Outcome::Offered);
        }
        self.push.engine.follow_up(next, &self.push);
    }
}

impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Delivery").field(self.push.envelope.push().id()).finish()
    }
}
