//! Runs the handler of one push and finishes the push.

use std::{
    fmt,
    future::Future,
    ops::Deref,
    panic::AssertUnwindSafe,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use futures_util::FutureExt;
use pin_project_lite::pin_project;
use tracing::{Span, debug, error, field::display, info_span, warn};
use weixin_api::{BoxFuture, Timestamp, kind::Any};
use weixin_client::Client;
use weixin_store::{
    Store,
    inbox::{Envelope, ItemId, ParkReason, Progress, Push, Then},
};

use super::{
    Engine, MountedAccount, NOT_SERVED, Outcome,
    in_flight::Flight,
    item_handle::{ItemHandle, Saved},
    outbox::{Delivered, Outbox},
    slot::{Closed, Offer},
    upkeep::{claim_at, send_again_at},
    window::ReplyWindow,
};
use crate::{
    log_text::printable,
    metrics::HandlerTimer,
    reply::Reply,
    route::{Found, Handled, NotHandled, Router},
};

/// The pause before a push is handled again. It doubles with each attempt.
const RETRY_PAUSE: Duration = Duration::from_secs(1);
const MAX_RETRY_PAUSE: Duration = Duration::from_secs(300);

/// A push that has a delivery or a handler in this process, with everything needed for that. Cheap to
/// clone: nothing is counted that the threads share.
#[derive(Clone)]
pub(crate) struct PushInFlight(Arc<PushParts>);

pub(crate) struct PushParts {
    pub(super) engine: Arc<Engine>,
    pub(super) account: Arc<MountedAccount>,
    pub(super) envelope: Arc<Envelope>,
    pub(super) flight: Arc<Flight>,
    /// The window of this delivery.
    pub(super) window: ReplyWindow,
}

/// The handling of one push.
pub(super) struct Run {
    push: PushInFlight,
    found: Found,
    /// Taken when the handling ends.
    item: Option<Box<ItemHandle>>,
}

pin_project! {
    /// Completes with `work`. The observers, if there are any, go on meanwhile.
    // No `async fn`, which would have room for `work` twice.
    struct Beside<'a, W> {
        #[pin]
        work: W,
        observing: &'a mut Option<BoxFuture<'static, ()>>,
    }
}

impl<W: Future> Future for Beside<'_, W> {
    type Output = W::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<W::Output> {
        let this = self.project();
        if let Some(observers) = this.observing
            && observers.as_mut().poll(context).is_ready()
        {
            **this.observing = None;
        }
        this.work.poll(context)
    }
}

/// How the handling of a push ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    /// Nothing is left to do, unless a delivery takes an answer that is offered.
    Done,
    /// An answer is prepared.
    Prepared,
    /// It will be handled again in this process.
    Suspended,
}

impl From<PushParts> for PushInFlight {
    fn from(parts: PushParts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for PushInFlight {
    type Target = PushParts;

    fn deref(&self) -> &PushParts {
        &self.0
    }
}

impl fmt::Debug for PushInFlight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PushInFlight").field(self.push()).finish()
    }
}

impl PushInFlight {
    pub(crate) fn push(&self) -> &Push {
        self.envelope.push()
    }

    /// The bot's store.
    pub(crate) fn store(&self) -> &Arc<dyn Store> {
        &self.engine.store
    }

    pub(crate) fn router(&self) -> &Router {
        &self.engine.router
    }

    /// The client of its account.
    pub(crate) fn client(&self) -> Option<&Client<Any>> {
        self.account.client()
    }

    /// The span of everything that is done about the push. `push_id` is the same in all processes and
    /// does not show the sender.
    pub(super) fn span(&self) -> Span {
        let push = self.envelope.push();
        info_span!(
            "push",
            push_id = %ItemId::of_named(self.account.name(), push.id()).short(),
            account = %self.account.name(),
            kind = %printable(push.kind()),
        )
    }

    /// Sends the answer by the reply channel if no delivery takes it.
    pub(super) async fn rescue(&self) {
        let item = self.flight.item().take();
        let Some(mut item) = item else { return };
        let mut outbox = Outbox { push: self, item: &mut item };
        if outbox.watch().await.is_some() {
            let sent = outbox.send_withdrawn().await;
            if self.not_done(&mut item, sent).await == Ended::Suspended {
                return;
            }
        }
        self.engine.follow_up(self.flight.slot.finish(), self);
    }

    /// Stores what remains to be sent.
    async fn not_done(&self, item: &mut ItemHandle, delivered: Delivered) -> Ended {
        match delivered {
            Delivered::Later { due, progress } => self.handle_later(item, progress, due).await,
            Delivered::Aside { due, progress } => {
                // If this process ends before that time, the push stays parked.
                if item.save_anyway(&self.engine, progress, Then::Park).await == Saved::Done {
                    let envelope = Arc::clone(&self.envelope);
                    send_again_at(&self.engine, envelope, due);
                }
                Ended::Done
            }
            Delivered::Done | Delivered::Prepared | Delivered::Failed(_) => Ended::Done,
        }
    }

    /// Stores that the push is handled again from `due` on, here or in another process.
    async fn handle_later(
        &self,
        item: &mut ItemHandle,
        progress: Progress,
        due: Timestamp,
    ) -> Ended {
        let (engine, slot) = (&self.engine, &self.flight.slot);
        slot.suspend();
        match item.save_anyway(engine, progress, Then::Retry { due }).await {
            Saved::Done if engine.inbox.is_shared() => {
                slot.accept_remote();
            }
            Saved::Done => {
                engine.tasks.spawn(claim_at(Arc::clone(engine), due));
                return Ended::Suspended;
            }
            _ => _ = slot.close(Closed::Failed),
        }
        Ended::Done
    }

    /// Parks the push with this progress.
    pub(super) async fn park(
        &self,
        item: &mut ItemHandle,
        reason: ParkReason,
        details: String,
        progress: Progress,
    ) {
        let push = self.printable_id();
        // Why a handler failed has been logged.
        let why = (reason != ParkReason::Handler).then(|| display(printable(&details)));
        warn!(%push, %reason, why, "the push is parked: see `weixin inbox`");
        let reply = progress.reply.decided();
        let failure = Some(reason.failure(&details).into());
        let progress = Progress { reply, failure, ..progress };
        if item.save_anyway(&self.engine, progress, Then::Park).await == Saved::Done {
            self.report(&Outcome::Parked { reason, details });
        }
    }
}

// What few pushes need is boxed: every running handler keeps the room for the largest branch of its
// future.
impl Run {
    pub(super) fn new(push: PushInFlight, found: Found, item: ItemHandle) -> Self {
        Self { push, found, item: Some(Box::new(item)) }
    }

    pub(super) fn push(&self) -> &PushInFlight {
        &self.push
    }

    /// Calls the handler and sends its reply. Panics of the handler and of a reply channel are
    /// caught here.
    pub(super) async fn run(&mut self) {
        let Some(mut item) = self.item.take() else { return };
        let mut observing = self.observe(&item);
        let work = AssertUnwindSafe(self.work(&mut item)).catch_unwind();
        let work = Beside { work, observing: &mut observing }.await;
        let ended = match work {
            Ok(ended) => ended,
            Err(_) => {
                error!("a panic while an answer was being sent: the user may not see it");
                self.push.flight.slot.close(Closed::Failed);
                let why = "a panic while the answer was being sent".to_owned();
                let progress = item.progress.clone();
                Box::pin(self.push.park(&mut item, ParkReason::Unknown, why, progress)).await;
                Ended::Done
            }
        };
        let flight = &self.push.flight;
        match ended {
            Ended::Suspended => {}
            Ended::Done => self.finish(),
            Ended::Prepared => {
                // For the case that no delivery takes it.
                *flight.item() = Some(item);
                match flight.slot.offer(false) {
                    Offer::Unattended => Box::pin(self.push.rescue()).await,
                    Offer::Accepted => self.finish(),
                }
            }
        }
        if let Some(observers) = observing {
            observers.await;
        }
    }

    fn finish(&self) {
        let next = self.push.flight.slot.finish();
        self.push.engine.follow_up(next, &self.push);
    }

    async fn work(&mut self, item: &mut ItemHandle) -> Ended {
        let policy = &self.push.engine.policy;
        let slot = &self.push.flight.slot;
        if let Some(outbox) = &item.progress.outbox {
            return Box::pin(self.continue_sending(outbox.sending, item)).await;
        }
        if item.progress.reply.reply().is_some() {
            // Another process has offered the answer, and nothing else was to be sent.
            slot.close(Closed::Acknowledged);
            let (engine, progress) = (&self.push.engine, item.progress.clone());
            Box::pin(item.save_anyway(engine, progress, engine.finished())).await;
            return Ended::Done;
        }
        // Attempts of processes that do not serve the account were none.
        let was_served = item.progress.failure.as_deref() != Some(NOT_SERVED);
        if was_served && item.attempts > policy.attempts.max(1) {
            let why = format!("it was handled {} times and never finished", item.attempts - 1);
            slot.close(Closed::Failed);
            let progress = item.progress.clone();
            Box::pin(self.push.park(item, ParkReason::Handler, why, progress)).await;
            return Ended::Done;
        }
        if let Some(waiting) = self.push.waiting_mail(item).await {
            let delivered = Box::pin(self.push.deliver_mail(item, waiting)).await;
            return self.ended(item, delivered).await;
        }
        match self.handle(item).await {
            Ok(reply) => {
                let delivered = Outbox { push: &self.push, item: &mut *item }.deliver(reply).await;
                self.ended(item, delivered).await
            }
            Err(failed) => Box::pin(self.fail(item, failed)).await,
        }
    }

    /// Continues what another process began.
    async fn continue_sending(&self, sending: bool, item: &mut ItemHandle) -> Ended {
        self.push.flight.slot.close(Closed::Acknowledged);
        if sending && !self.push.engine.policy.resend_unknown {
            let why =
                "the process ended while a message was being sent, which may have been received";
            let progress = item.progress.clone();
            self.push.park(item, ParkReason::Unknown, why.to_owned(), progress).await;
            return Ended::Done;
        }
        let delivered = Outbox { push: &self.push, item: &mut *item }.continue_sending().await;
        self.ended(item, delivered).await
    }

    async fn ended(&self, item: &mut ItemHandle, delivered: Delivered) -> Ended {
        match delivered {
            Delivered::Prepared => Ended::Prepared,
            Delivered::Failed(failed) => Box::pin(self.fail(item, failed)).await,
            Delivered::Done => Ended::Done,
            later => Box::pin(self.push.not_done(item, later)).await,
        }
    }

    async fn handle(&mut self, item: &ItemHandle) -> Result<Reply, NotHandled> {
        let Self { push, found, .. } = self;
        let engine = &push.engine;
        let (router, clock) = (&engine.router, &engine.clock);
        let is_heard = matches!(found, Found::Route(..) | Found::Perhaps(_));
        let handled = router.handle(found, push, clock, engine.handler_deadline);
        let handled = if is_heard {
            let accepted = (item.attempts <= 1).then_some(item.received);
            let timer = HandlerTimer::start(push.account.label(), clock, accepted);
            let handled = handled.await;
            timer.stop(push.account.label(), clock);
            handled
        } else {
            handled.await
        };
        match handled? {
            Handled::Unheard => {
                debug!("no handler hears it");
                push.report(&Outcome::Unheard);
                Ok(Reply::nothing())
            }
            Handled::Reply(reply) => {
                if reply.is_nothing() {
                    push.report(&Outcome::Nothing);
                }
                Ok(reply)
            }
        }
    }

    /// What the observers do, if there are any and this is the first attempt.
    fn observe(&self, item: &ItemHandle) -> Option<BoxFuture<'static, ()>> {
        let engine = &self.push.engine;
        // Of one that another process has begun, it has told its observers.
        let is_first = item.attempts <= 1;
        is_first
            .then(|| engine.router.observe(&self.push, &engine.clock, engine.handler_deadline))
            .flatten()
    }

    /// The handler failed: it runs again later, or the push is parked.
    async fn fail(&self, item: &mut ItemHandle, failed: NotHandled) -> Ended {
        let PushParts { engine, flight, window, .. } = &*self.push;
        let failure = Some(ParkReason::Handler.failure(&failed.reason).into());
        let progress = Progress { failure, ..item.progress.clone() };
        if window.must_be_handled() {
            // The platform repeats it.
            flight.slot.close(Closed::Failed);
            item.save(engine, &progress, &Then::Remove).await;
            return Ended::Done;
        }
        if !failed.may_succeed_later || item.attempts >= engine.policy.attempts {
            flight.slot.close(Closed::Failed);
            self.push.park(item, ParkReason::Handler, failed.reason, progress).await;
            return Ended::Done;
        }
        let doubled = 1 << (item.attempts - 1).min(16);
        let due = engine.clock.now() + (RETRY_PAUSE * doubled).min(MAX_RETRY_PAUSE);
        self.push.handle_later(item, progress, due).await
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let slot = &self.push.flight.slot;
        // The runtime has ended, or the run never started: the push is rejected if it has not been
        // acknowledged yet. Otherwise it stays in the inbox, accepted and not done.
        if self.item.is_some() && slot.is_started() && slot.close(Closed::Rejected) {
            self.push.engine.follow_up(slot.finish(), &self.push);
        }
    }
}
