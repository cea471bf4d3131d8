//! Runs the handler of one push and finishes the push.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures_util::FutureExt;
use tracing::error;
use weixin_protocol::PassiveReply;

use super::{
    Engine, Envelope, MountedAccount, Remembered, ReplyWindow,
    in_flight::{Digest, Slot},
    outbox::Outbox,
    slot::{Closed, Completed, Next},
};
use crate::{
    handler::Context,
    log_text::printable,
    reply::Reply,
    route::{Found, NotHandled},
};

/// A push that this process is handling, with everything needed for that.
#[derive(Clone)]
pub(super) struct PushInFlight {
    pub(super) engine: Arc<Engine>,
    pub(super) account: Arc<MountedAccount>,
    pub(super) envelope: Arc<Envelope>,
    pub(super) digest: Digest,
    pub(super) slot: Arc<Slot>,
    /// The window of this delivery.
    pub(super) window: ReplyWindow,
}

/// The handling of one push.
pub(super) struct Run {
    push: PushInFlight,
    found: Found,
    through: bool,
}

impl PushInFlight {
    fn outbox(&self) -> Outbox<'_> {
        Outbox {
            clock: &self.engine.clock,
            account: &self.account,
            envelope: &self.envelope,
            slot: &self.slot,
            repeats: self.repeats(),
        }
    }

    /// How long the platform may repeat the push.
    fn repeats(&self) -> Duration {
        match self.window {
            ReplyWindow::None => Duration::ZERO,
            ReplyWindow::Once { class, .. } => class.deadline * u32::from(class.deliveries),
        }
    }

    /// Whether the platform must repeat the push until a handler succeeds.
    pub(super) fn must_be_handled(&self) -> bool {
        matches!(self.window, ReplyWindow::Once { class, .. } if class.only_if_handled())
    }

    /// Finishes the push: its repeats are answered from the inbox.
    pub(super) async fn complete(self, completed: Completed<Arc<PassiveReply>>) {
        let (inbox, envelope) = (&self.engine.inbox, &self.envelope);
        let kept = match completed {
            Completed::Answered(reply) => inbox.complete(envelope, Remembered::Answer(reply)).await,
            // The handler runs again when the push is repeated.
            Completed::Failed if self.must_be_handled() => inbox.release(envelope).await,
            Completed::Rejected => inbox.release(envelope).await,
            Completed::Done | Completed::Failed => {
                inbox.complete(envelope, Remembered::Acknowledgement).await
            }
        };
        if let Err(error) = kept {
            let push = printable(envelope.push().id());
            error!(%error, %push, "the inbox could not store how a push ended");
        }
        self.engine.in_flight.remove(self.digest, &self.slot);
    }

    /// Sends the answer by the reply channel if no delivery takes it.
    pub(super) async fn rescue(self) {
        let outbox = self.outbox();
        if let Some(reply) = outbox.watch().await {
            outbox.send_all([reply.as_ref().clone().into()]).await;
            if let Next::Complete(completed) = self.slot.finish() {
                self.complete(completed).await;
            }
        }
    }
}

impl Run {
    pub(super) fn new(push: PushInFlight, found: Found) -> Self {
        Self { push, found, through: false }
    }

    /// Calls the handler and sends its reply. Panics of the handler and of a reply channel are
    /// caught here.
    pub(super) async fn run(mut self) {
        let work = AssertUnwindSafe(async {
            match self.handle().await {
                Ok(reply) => self.push.outbox().deliver(reply, self.push.window).await,
                Err(NotHandled) => _ = self.push.slot.close(Closed::Failed),
            }
        });
        if work.catch_unwind().await.is_err() {
            error!("a panic while an answer was being sent: the user may not see it");
            self.push.slot.close(Closed::Failed);
        }
        self.through = true;
    }

    async fn handle(&mut self) -> Result<Reply, NotHandled> {
        let Self { push, found, .. } = self;
        let context = Context {
            push: push.envelope.push().clone(),
            client: push.account.client().cloned(),
            state: (),
            matched: found.take_matched(),
        };
        let engine = &push.engine;
        engine.router.handle(found, context, &engine.clock, engine.handler_deadline).await
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        // The runtime has ended, or the run never started: the push is rejected if it has not been
        // acknowledged yet. Otherwise it stays in the inbox, accepted and not done.
        if !self.through && !self.push.slot.close(Closed::Rejected) {
            return;
        }
        let next = self.push.slot.finish();
        self.push.engine.follow_up(next, &self.push);
    }
}
