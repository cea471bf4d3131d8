//! The reply engine: one handler per push, whose answer is sent in time or another way. It does no
//! I/O of its own.
//!
//! ```text
//! Source → Envelope → Intake::accept → Inbox (new | duplicate) → Dispatcher (one lane per sender)
//!   → router → handler → Reply → ReplySlot (the answer to the push) | ReplyChannel (everything else)
//! ```
//!
//! The first delivery of a push starts its handler; a repeat joins it. An answer that is ready
//! while the source waits becomes the answer to the push. After that the delivery is acknowledged,
//! and everything else is sent by the account's reply channel.

mod channel;
mod dispatch;
mod envelope;
mod in_flight;
mod inbox;
mod intake;
mod memory_inbox;
mod outbox;
mod run;
mod slot;
mod source;
mod split;
mod sync;
mod worker;

pub use channel::{ReplyChannel, SendError};
pub use envelope::{Destination, Envelope, Order, ReplyWindow};
pub use inbox::{Enqueued, Inbox, InboxFuture, Remembered};
pub use intake::{Answer, Intake, Rejected, Ticket, WriteReceipt};
pub use memory_inbox::MemoryInbox;
pub use source::{MountedAccount, Source};

use std::{future::Future, sync::Arc, task::Waker, time::Duration};

use dispatch::{Dispatcher, Lane, Submitted};
use in_flight::{Digester, InFlight};
use intake::Delivery;
use run::{PushInFlight, Run};
use slot::{Closed, Next};
use tokio::runtime::Handle;
use tokio_util::task::TaskTracker;
use tracing::{Instrument, debug, error, info_span};
use weixin_api::Clock;
use weixin_protocol::PassiveReply;
use worker::Worker;

use crate::{log_text::printable, route::Router};

/// What an engine consists of.
pub(crate) struct EngineParts {
    pub(crate) router: Router,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) inbox: Arc<dyn Inbox>,
    pub(crate) max_running: usize,
    pub(crate) max_queued: usize,
    /// Whether pushes of one sender are handled concurrently.
    pub(crate) parallel: bool,
    /// How long a handler may run, unless it has its own deadline. No limit if `None`.
    pub(crate) handler_deadline: Option<Duration>,
}

#[derive(Debug)]
pub(crate) struct Engine {
    router: Router,
    clock: Arc<dyn Clock>,
    inbox: Arc<dyn Inbox>,
    digester: Digester,
    in_flight: InFlight,
    dispatcher: Dispatcher,
    parallel: bool,
    handler_deadline: Option<Duration>,
    tasks: TaskTracker,
}

impl Engine {
    pub(crate) fn new(parts: EngineParts) -> Self {
        Self {
            router: parts.router,
            clock: parts.clock,
            inbox: parts.inbox,
            digester: Digester::default(),
            in_flight: InFlight::default(),
            dispatcher: Dispatcher::new(parts.max_running, parts.max_queued),
            parallel: parts.parallel,
            handler_deadline: parts.handler_deadline,
            tasks: TaskTracker::new(),
        }
    }

    pub(crate) fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// Completes when no handler runs, no push waits, and no answer is being sent.
    pub(crate) async fn idle(&self) {
        self.tasks.close();
        self.tasks.wait().await;
        self.tasks.reopen();
    }

    async fn room(&self) {
        self.dispatcher.room().await;
    }

    async fn accept(
        self: &Arc<Self>,
        account: &Arc<MountedAccount>,
        envelope: Envelope,
        window: ReplyWindow,
    ) -> Result<Ticket, Rejected> {
        let digest = self.digester.push(&envelope);
        let (slot, first) = self.in_flight.join(digest);
        let push = PushInFlight {
            engine: Arc::clone(self),
            account: Arc::clone(account),
            envelope: Arc::new(envelope),
            digest,
            slot,
            window,
        };
        let delivery = Delivery::new(push, self.tasks.token());
        if first {
            let admission = Admission(&delivery.push);
            self.admit(&delivery.push).await?;
            admission.granted();
        } else {
            let id = printable(delivery.push.envelope.push().id());
            debug!(push = %id, "a repeat joins the answer");
        }
        Ok(Ticket::new(delivery))
    }

    /// Accepts the first delivery of a push in this process.
    async fn admit(self: &Arc<Self>, accepted: &PushInFlight) -> Result<(), Rejected> {
        let PushInFlight { envelope, slot, window, .. } = accepted;
        let push = envelope.push();
        match self.inbox.enqueue(envelope).await.map_err(Rejected::Inbox)? {
            Enqueued::New => {}
            Enqueued::Duplicate(remembered) => {
                debug!(push = %printable(push.id()), "a repeat gets the answer of the push");
                // Every delivery in the slot gets what is in it. The inbox knows how the push
                // ended.
                match remembered {
                    Remembered::Answer(reply) => slot.answer_again(reply),
                    Remembered::Acknowledgement => {
                        slot.close(Closed::Empty);
                        _ = slot.finish();
                    }
                }
                self.in_flight.remove(accepted.digest, slot);
                return Ok(());
            }
        }
        let found = self.router.find(push);
        let lane = match self.parallel || self.router.is_parallel(&found) {
            true => None,
            false => self.lane(envelope),
        };
        let kind = printable(push.kind());
        let span = info_span!("push", account = %push.account(), %kind);
        let run = Run::new(accepted.clone(), found);
        match self.dispatcher.submit(lane, Box::pin(run.run().instrument(span))) {
            Submitted::Run(job) => {
                slot.accept();
                self.start(Worker::new(Arc::clone(self), lane, job));
            }
            Submitted::Queued => slot.accept(),
            Submitted::Full(job) => {
                // Dropping a run that never started rejects its push.
                drop(job);
                return Err(Rejected::Busy);
            }
        }
        if matches!(window, ReplyWindow::None) {
            slot.close(Closed::Acknowledged);
        }
        Ok(())
    }

    fn lane(&self, envelope: &Envelope) -> Lane {
        let push = envelope.push();
        let key = match envelope.order() {
            Order::Key(key) => key,
            Order::Sender => push.header().from.as_str(),
            Order::Independent => "",
        };
        (!key.is_empty()).then(|| self.digester.of((push.account(), key)))
    }

    /// Runs a worker until it first has to wait, and the rest in a task: the delivery may be cut
    /// off without ending it.
    fn start(&self, worker: Worker) {
        if let Some(unfinished) = worker.run_at_once() {
            self.tasks.spawn(unfinished.work());
        }
    }

    /// Does what remains to be done after a change of a slot.
    fn follow_up(&self, next: Next<Arc<PassiveReply>>, push: &PushInFlight) {
        match next {
            Next::Nothing => {}
            Next::Complete(completed) => self.finish_or_spawn(push.clone().complete(completed)),
            Next::Watch => self.finish_or_spawn(push.clone().rescue()),
        }
    }

    /// Runs a future that is usually ready at once, where the caller cannot wait for it.
    fn finish_or_spawn(&self, future: impl Future<Output = ()> + Send + 'static) {
        let mut future = Box::pin(future);
        let mut context = std::task::Context::from_waker(Waker::noop());
        if future.as_mut().poll(&mut context).is_ready() {
            return;
        }
        match Handle::try_current() {
            Ok(handle) => drop(self.tasks.spawn_on(future, &handle)),
            Err(_) => error!("the runtime has ended before an answer was sent"),
        }
    }

    /// Starts a source, and logs when it ends.
    pub(crate) fn start_source(
        &self,
        source: Arc<dyn Source>,
        intake: Intake,
        stop: tokio_util::sync::CancellationToken,
    ) {
        let span = info_span!("source", source = source.name(), account = %intake.account());
        let run = async move {
            let running = source.run(intake, stop.clone());
            match running.await {
                Err(error) => error!(error = &*error, "a source ended: it brings no more pushes"),
                Ok(()) if stop.is_cancelled() => debug!("a source ended"),
                Ok(()) => error!("a source ended by itself: it brings no more pushes"),
            }
        };
        self.tasks.spawn(run.instrument(span));
    }
}

/// Makes sure that a push that is not accepted leaves nothing behind, even if its delivery is cut
/// off while the inbox is being asked. Until the inbox has forgotten the push, its repeats are
/// rejected, too.
struct Admission<'a>(&'a PushInFlight);

impl Admission<'_> {
    fn granted(self) {
        std::mem::forget(self);
    }
}

impl Drop for Admission<'_> {
    fn drop(&mut self) {
        let PushInFlight { engine, slot, .. } = self.0;
        slot.close(Closed::Rejected);
        engine.follow_up(slot.finish(), self.0);
    }
}
