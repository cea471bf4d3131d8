//! The reply engine: one handler per push, whose answer is sent in time or another way. It does no
//! I/O of its own.
//!
//! ```text
//! Source → Envelope → Intake::accept → Inbox (new | known) → Dispatcher (bounded)
//!   → router → handler → Reply → ReplySlot (the answer to the push) | ReplyChannel (everything else)
//! ```
//!
//! The first delivery of a push stores it in the inbox and starts its handler; a repeat joins it, in
//! this process or through the inbox. An answer that is ready while the source waits becomes the
//! answer to the push. After that the delivery is acknowledged, and everything else is sent by the
//! account's reply channel. Each step is stored before it is taken, so that another process can
//! continue: see [`ItemHandle`](item_handle::ItemHandle).

mod account_table;
mod admission;
mod channel;
mod completing;
mod dispatch;
mod hold;
mod in_flight;
mod intake;
mod item_handle;
mod mail;
mod outbox;
mod outcome;
mod ownership;
mod remote;
mod run;
mod send_ledger;
mod slot;
mod source;
mod split;
mod sync;
mod upkeep;
mod window;
mod worker;

pub(crate) use account_table::AccountTable;
pub use admission::Accepting;
pub use channel::{ReplyChannel, SendError};
pub use intake::{Answer, Intake, Rejected, Ticket, WriteReceipt};
pub use outcome::Outcome;
pub(crate) use outcome::OutcomeHook;
pub(crate) use run::PushInFlight;
pub use source::{MountedAccount, Source};
pub use window::ReplyWindow;

use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::Waker,
    time::Duration,
};

use dispatch::Dispatcher;
use in_flight::InFlight;
use intake::Delivery;
use item_handle::ItemHandle;
use ownership::{NextOwner, OwnerLease, Ownership};
use run::{PushParts, Run};
use send_ledger::SendLedger;
use slot::{Closed, Next};
use tokio::{runtime::Handle, sync::Mutex as AsyncMutex};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use tracing::{Instrument, debug, error, info_span, warn};
use weixin_api::{Clock, Timestamp};
use weixin_protocol::{MessageChannel, MessageLimits, push_class};
use weixin_store::inbox::{Durability, Envelope, Inbox, Item, Order, Progress, ReplyState, Then};
use weixin_store::{Store, mailbox::Mailbox};
use worker::Worker;

use crate::{
    config::{Delivery as DeliveryPolicy, InboxConfig},
    metrics::{self, Kinds},
    route::Router,
};

/// What an engine consists of.
pub(crate) struct EngineParts {
    pub(crate) router: Router,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) inbox: Arc<dyn Inbox>,
    pub(crate) policy: Policy,
    /// Where messages to users are counted, and where answers wait for users.
    pub(crate) store: Arc<dyn Store>,
    pub(crate) outcomes: OutcomeHook,
    pub(crate) accounts: Vec<Arc<MountedAccount>>,
    pub(crate) max_running: usize,
    pub(crate) max_queued: usize,
    /// Whether pushes of one sender are handled concurrently.
    pub(crate) parallel: bool,
    /// How long a handler may run, unless it has its own deadline. No limit if `None`.
    pub(crate) handler_deadline: Option<Duration>,
    pub(crate) stop: CancellationToken,
}

/// How pushes are handled again, and for how long they are remembered.
#[derive(Debug, Clone)]
pub(crate) struct Policy {
    /// How often a push is handled before it is parked.
    pub(crate) attempts: u32,
    /// Whether a message that may have been sent before a crash is sent again.
    pub(crate) resend_unknown: bool,
    /// How long a finished push is remembered.
    pub(crate) retention: Duration,
    /// Whether the inbox may lose pushes.
    pub(crate) accept_loss: bool,
}

impl Policy {
    /// `is_shared`: whether the inbox is in a database.
    pub(crate) fn of(settings: &InboxConfig, is_shared: bool) -> Self {
        Self {
            attempts: settings.max_attempts(is_shared),
            resend_unknown: settings.delivery == DeliveryPolicy::AtLeastOnce,
            retention: settings.retention(),
            accept_loss: settings.accept_loss,
        }
    }
}

#[derive(Debug)]
pub(crate) struct Engine {
    router: Router,
    clock: Arc<dyn Clock>,
    inbox: Arc<dyn Inbox>,
    policy: Policy,
    store: Arc<dyn Store>,
    ledger: SendLedger,
    mailbox: Mailbox,
    outcomes: OutcomeHook,
    accounts: AccountTable,
    kinds: Kinds,
    in_flight: InFlight,
    dispatcher: Dispatcher,
    ownership: Ownership,
    /// Whether the inbox has been checked and the upkeep runs. Locked while that is being done.
    prepared: AsyncMutex<bool>,
    given_up: AtomicBool,
    parallel: bool,
    handler_deadline: Option<Duration>,
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl Engine {
    pub(crate) fn new(parts: EngineParts) -> Self {
        let mailbox = Mailbox::new(Arc::clone(&parts.store));
        let ledger = SendLedger::new(Arc::clone(&parts.store), Arc::clone(&parts.clock));
        Self {
            kinds: Kinds::of(&parts.router),
            router: parts.router,
            clock: parts.clock,
            inbox: parts.inbox,
            policy: parts.policy,
            store: parts.store,
            ledger,
            mailbox,
            outcomes: parts.outcomes,
            accounts: AccountTable::of(parts.accounts),
            in_flight: InFlight::default(),
            dispatcher: Dispatcher::new(parts.max_running, parts.max_queued),
            ownership: Ownership::default(),
            prepared: AsyncMutex::default(),
            given_up: AtomicBool::new(false),
            parallel: parts.parallel,
            handler_deadline: parts.handler_deadline,
            tasks: TaskTracker::new(),
            stop: parts.stop,
        }
    }

    pub(crate) fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    pub(crate) fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    pub(crate) fn router(&self) -> &Router {
        &self.router
    }

    /// The accounts that are served, and those that were served a while ago.
    pub(crate) fn accounts(&self) -> &AccountTable {
        &self.accounts
    }

    /// Checks the inbox, registers this process in it, and starts to take over pushes that nobody
    /// handles. Does nothing the second time.
    ///
    /// # Errors
    /// If the inbox cannot be used, or cannot keep pushes as was asked for.
    pub(crate) async fn prepare(self: &Arc<Self>) -> Result<(), weixin_store::Error> {
        let mut prepared = self.prepared.lock().await;
        if *prepared {
            return Ok(());
        }
        let durability = self.inbox.durability().await;
        let durability = durability.inspect_err(|e| metrics::inbox_failed("durability", e))?;
        if let Durability::Lossy(why) = durability {
            if !self.policy.accept_loss {
                let message = format!(
                    "the inbox can lose pushes that were accepted: {why}. Change that, or set \
                     `accept_loss = true` in [inbox]"
                );
                return Err(weixin_store::Error::new(weixin_store::ErrorKind::Rejected, message));
            }
            warn!("the inbox can lose pushes that were accepted, as configured: {why}");
        }
        self.ownership.refresh(&*self.inbox).await?;
        if self.inbox.is_shared() {
            // Not tracked: it runs for as long as the engine.
            tokio::spawn(upkeep::keep_up(Arc::clone(self)));
        }
        *prepared = true;
        Ok(())
    }

    /// The owner for a new push.
    async fn owner(self: &Arc<Self>) -> Result<Arc<OwnerLease>, weixin_store::Error> {
        if let Some(lease) = self.ownership.current() {
            return Ok(lease);
        }
        let register = async {
            self.prepare().await?;
            self.ownership.refresh(&*self.inbox).await
        };
        // Boxed, because it is rare and large: each push has room for it in its future.
        Box::pin(register).await
    }

    /// The owner for the next push of a lane, after one that is claimed as `lease`. `None` if other
    /// processes shall handle it.
    fn owner_of_next(&self, lease: &Arc<OwnerLease>) -> Option<NextOwner> {
        if self.inbox.is_shared() && self.stop.is_cancelled() {
            return None;
        }
        if self.ownership.is_current(lease) {
            return Some(NextOwner::Same);
        }
        self.ownership.current().map(NextOwner::Other)
    }

    /// Completes when no handler runs, no push waits, and no answer is being sent.
    pub(crate) async fn idle(&self) {
        self.tasks.close();
        self.tasks.wait().await;
        self.tasks.reopen();
        if self.stop.is_cancelled() && !self.given_up.swap(true, Ordering::Relaxed) {
            self.ownership.give_up(&*self.inbox).await;
        }
    }

    /// What becomes of a push that is handled now.
    fn finished(&self) -> Then {
        Then::Finish { expires: self.clock.now() + self.policy.retention }
    }

    fn given_up(&self) -> bool {
        self.given_up.load(Ordering::Relaxed)
    }

    async fn room(&self) {
        self.dispatcher.room().await;
    }

    /// Handles a push that was claimed in the inbox.
    fn run_item(self: &Arc<Self>, item: Item, lease: Arc<OwnerLease>) {
        let Item { envelope, received, status } = item;
        let progress = status.progress;
        let handle =
            ItemHandle::new(envelope, received, status.attempts, status.revision, progress, lease);
        let Some(account) = self.accounts.get(handle.envelope.push().account()) else {
            self.tasks.spawn(put_back(Arc::clone(self), handle));
            return;
        };
        let digest = handle.envelope.push().digest();
        let window = self.window_of_recovered(&account, &handle, received);
        let flight = self.in_flight.resume(digest, window);
        if flight.waits.swap(false, Ordering::Relaxed) {
            self.dispatcher.stop_waiting();
        }
        if !flight.slot.start() {
            return;
        }
        let push = PushInFlight::from(PushParts {
            engine: Arc::clone(self),
            account,
            envelope: Arc::clone(&handle.envelope),
            window: flight.window,
            flight,
        });
        if matches!(push.window, ReplyWindow::None) {
            push.flight.slot.close(Closed::Acknowledged);
        }
        let found = self.router.find(push.envelope.push());
        let job = self.job(Run::new(push, found, handle));
        if let Some(job) = self.dispatcher.submit_next(job) {
            self.tasks.spawn(Worker::new(Arc::clone(self), job).work());
        }
    }

    fn job(&self, mut run: Run) -> dispatch::Job {
        let span = run.push().span();
        // By reference: an `async fn` that takes `self` keeps room for it twice.
        Box::pin(async move { run.run().await }.instrument(span))
    }

    /// The window of a push without a delivery here. As long as the platform may wait for the answer,
    /// a delivery in another process can carry it. After that it is sent separately; an account that
    /// cannot do that keeps it for a repeat.
    fn window_of_recovered(
        &self,
        account: &MountedAccount,
        handle: &ItemHandle,
        received: Timestamp,
    ) -> ReplyWindow {
        let product = account.id().product();
        let class = push_class(product, &handle.envelope.push().kind());
        let until = received + class.deadline;
        let undecided = handle.progress.reply == ReplyState::Open;
        let may_be_awaited =
            self.inbox.is_shared() && undecided && handle.attempts == 1 && self.clock.now() < until;
        if !account.can_only_answer() && !may_be_awaited {
            return ReplyWindow::None;
        }
        let limits = MessageLimits::of(MessageChannel::passive(product));
        ReplyWindow::Once { until, class, limits }
    }

    /// Runs a worker until it first has to wait, and the rest in a task: the delivery may be cut
    /// off without ending it.
    /// Runs a job until it first has to wait; the rest goes on in a task.
    fn start(self: &Arc<Self>, job: dispatch::Job) {
        if let Some(unfinished) = Worker::new(&**self, job).run_at_once() {
            self.tasks.spawn(unfinished.with(Arc::clone(self)).work());
        }
    }

    /// Does what remains to be done after a change of a slot.
    fn follow_up(&self, next: Next, push: &PushInFlight) {
        match next {
            Next::Nothing => {}
            Next::Forget => self.in_flight.remove(push.envelope.push().digest(), &push.flight),
            Next::Watch => {
                let (push, span) = (push.clone(), push.span());
                self.finish_or_spawn(async move { push.rescue().await }.instrument(span));
            }
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

/// The failure of a push that was put back because no process serves its account.
const NOT_SERVED: &str = "no process serves this account";

/// Puts back a push of an account that this process does not serve.
async fn put_back(engine: Arc<Engine>, mut handle: ItemHandle) {
    const PAUSE: Duration = Duration::from_secs(60);
    let account = handle.envelope.push().account().clone();
    warn!(%account, "the inbox has pushes of an account that this process does not serve: use \
        another inbox for it, or configure the account here");
    let due = engine.clock.now() + PAUSE;
    let progress = Progress { failure: Some(NOT_SERVED.into()), ..handle.progress.clone() };
    handle.save_anyway(&engine, progress, Then::Retry { due }).await;
}
