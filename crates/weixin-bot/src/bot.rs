//! The bot: routes, state and settings, before it is given a configuration.

use std::{
    fmt,
    sync::{Arc, Mutex, atomic::AtomicBool},
    time::Duration,
};

use tokio_util::sync::CancellationToken;
use weixin_api::{Clock, SystemClock};
use weixin_client::Transport;
use weixin_protocol::ReplayWindow;
use weixin_store::{
    Store,
    inbox::{Inbox, MemoryInbox, Push},
};

use crate::{
    AccountRegistry, App, Config, Error, RejectionLog,
    accounts::{Accounts, AccountsParts},
    config::ConfigError,
    edge::{BODY_BUDGET, BODY_LIMIT, BodyReader, Inner, Shared, Sources},
    engine::{Engine, EngineParts, Intake, MountedAccount, Outcome, OutcomeHook, Policy, Source},
    metrics,
    route::{
        Capabilities, Filter, IntoFallback, IntoRoute, Middleware, Router, Routes, check,
        check_account, never_called,
    },
};

/// How many handlers run at the same time, unless set otherwise.
const MAX_RUNNING: usize = 1000;

/// How many pushes wait for a handler, unless set otherwise.
const MAX_QUEUED: usize = 10_000;

const SECOND: Duration = Duration::from_secs(1);

/// A bot: handlers and the state they share.
///
/// `S` is the type of the state that the handlers still lack: a handler that takes
/// [`State<T>`](crate::State) makes it `T`, and [`with_state`](Bot::with_state) provides the value.
/// Only a `Bot<()>` can be served.
///
/// The first handler that hears a push answers it. Handlers are plain async functions; their
/// first argument, or a filter around them, decides what they hear.
pub struct Bot<S = ()> {
    routes: Routes<S>,
    mounts: Vec<(MountedAccount, Arc<dyn Source>)>,
    settings: Settings,
}

#[derive(Debug, Clone)]
struct Settings {
    clock: Arc<dyn Clock>,
    transport: Option<Arc<dyn Transport>>,
    store: Option<Arc<dyn Store>>,
    inbox: Option<Arc<dyn Inbox>>,
    registry: Option<Arc<dyn AccountRegistry>>,
    outcomes: OutcomeHook,
    budget: Option<Duration>,
    handler_deadline: Option<Duration>,
    body_limit: usize,
    body_budget: usize,
    max_running: usize,
    max_queued: usize,
    parallel: bool,
}

impl<S: Clone + Send + Sync + 'static> Bot<S> {
    /// A bot without handlers. It acknowledges every push.
    pub fn new() -> Self {
        let settings = Settings {
            clock: Arc::new(SystemClock),
            transport: None,
            store: None,
            inbox: None,
            registry: None,
            outcomes: OutcomeHook::default(),
            budget: None,
            handler_deadline: None,
            body_limit: BODY_LIMIT,
            body_budget: BODY_BUDGET,
            max_running: MAX_RUNNING,
            max_queued: MAX_QUEUED,
            parallel: false,
        };
        Self { routes: Routes::new(), mounts: Vec::new(), settings }
    }

    /// Adds a handler: one whose first argument is a message or event, or one in a filter such as
    /// [`command`](crate::command).
    #[must_use]
    pub fn on<Marker>(self, handler: impl IntoRoute<Marker, S>) -> Self {
        Self { routes: self.routes.on(handler), ..self }
    }

    /// Sets the handler for pushes that no other handler hears; if its first argument is a message,
    /// for messages of that kind only. It may be slow: an answer after the platform's deadline is
    /// sent as a separate message.
    #[must_use]
    pub fn fallback<Marker>(self, handler: impl IntoFallback<Marker, S>) -> Self {
        Self { routes: self.routes.fallback(handler), ..self }
    }

    /// Adds handlers that hear only what the filter lets through. Their fallback hears what the filter
    /// lets through and they do not hear, so handlers that are added after it get none of that.
    ///
    /// ```
    /// use weixin_bot::{Bot, Routes, command, filter};
    /// use weixin_protocol::Product;
    ///
    /// let staff = Routes::new()
    ///     .on(command("stock", async || "12 left"))
    ///     .on(command("orders", async || "none"));
    /// let bot: Bot = Bot::new()
    ///     .group(filter::account_kind(Product::Work), staff)
    ///     .on(command("help", async || "Write to us!"));
    /// ```
    #[must_use]
    pub fn group(self, filter: Filter, routes: Routes<S>) -> Self {
        Self { routes: self.routes.group(filter, routes), ..self }
    }

    /// Adds handlers that were put together elsewhere.
    #[must_use]
    pub fn merge(self, routes: Routes<S>) -> Self {
        Self { routes: self.routes.merge(routes), ..self }
    }

    /// Adds a function that sees every push, whichever handler answers it: for statistics, logs or a
    /// copy to elsewhere. Its arguments are those of a handler; if the first one is a message, it sees
    /// messages of that kind only.
    ///
    /// Observers run one after the other, beside the handler, so that no answer waits for them; the
    /// sender's next push does. They see a push once, when it is handled for the first time. One that
    /// fails is logged and changes nothing.
    ///
    /// ```
    /// use weixin_bot::{Bot, Push};
    ///
    /// async fn count(push: Push) {
    ///     println!("{} wrote to {}", push.header().from, push.account());
    /// }
    ///
    /// let bot: Bot = Bot::new().observe(count);
    /// ```
    #[must_use]
    pub fn observe<Marker>(self, observer: impl IntoFallback<Marker, S>) -> Self {
        Self { routes: self.routes.observe(observer), ..self }
    }

    /// Puts a [middleware](crate::Next) around all handlers that have been added so far, and around the
    /// fallback. The one that was added last is called first, as in axum.
    #[must_use]
    pub fn layer<Args>(self, middleware: impl Middleware<Args, S>) -> Self {
        Self { routes: self.routes.layer(middleware), ..self }
    }

    /// Serves an account whose pushes come from a [`Source`] of yours, in addition to the accounts
    /// in the configuration. A source is, for example, a long-lived connection, a queue or a
    /// socket. Messages that cannot be the answer to a push are sent by the account's
    /// [channel](MountedAccount::with_channel).
    #[must_use]
    pub fn mount(mut self, account: MountedAccount, source: impl Source) -> Self {
        self.mounts.push((account, Arc::new(source)));
        self
    }

    /// Serves the accounts of a [registry](AccountRegistry), such as a database, in addition to those in
    /// the configuration: they may be added, changed and removed while the bot runs.
    #[must_use]
    pub fn accounts(mut self, registry: impl AccountRegistry) -> Self {
        self.settings.registry = Some(Arc::new(registry));
        self
    }

    /// Handles pushes of one user concurrently, for all handlers. By default a user's pushes are
    /// handled one after the other, and those of different users concurrently.
    /// [`parallel`](crate::parallel) sets this for one handler.
    #[must_use]
    pub fn parallel(mut self) -> Self {
        self.settings.parallel = true;
        self
    }

    /// Sets how many handlers may run at the same time: 1,000 by default, and at least 1. Further
    /// pushes wait; see [`max_queued`](Self::max_queued).
    #[must_use]
    pub fn max_running(mut self, handlers: usize) -> Self {
        self.settings.max_running = handlers;
        self
    }

    /// Sets how many pushes may wait for a free handler, or for the previous push of the same user:
    /// 10,000 by default. A push that waits is acknowledged in time and answered later. When the
    /// queue is full, pushes are rejected with 503, so that the platform sends them again.
    #[must_use]
    pub fn max_queued(mut self, pushes: usize) -> Self {
        self.settings.max_queued = pushes;
        self
    }

    /// Cancels handlers that take longer than this: the push counts as not handled and the user
    /// sees no answer. No limit by default. [`deadline`](crate::deadline) sets it for one handler.
    #[must_use]
    pub fn handler_deadline(mut self, limit: Duration) -> Self {
        self.settings.handler_deadline = Some(limit);
        self
    }

    /// Keeps pushes in this inbox until they are handled. Use it for an inbox that the configuration
    /// cannot describe: one with an existing connection pool, or another kind. The table `[inbox]` of
    /// the configuration must have no `url` then; its other settings apply.
    #[must_use]
    pub fn inbox(mut self, inbox: Arc<dyn Inbox>) -> Self {
        self.settings.inbox = Some(inbox);
        self
    }

    /// Tells this function what became of each message of an answer: for statistics and alarms. It
    /// must not block; panics are caught and logged.
    ///
    /// ```
    /// use weixin_bot::{Bot, Outcome};
    ///
    /// let bot: Bot = Bot::new().on_outcome(|push, outcome| {
    ///     if let Outcome::Parked { reason, .. } = outcome {
    ///         eprintln!("{} needs a person: {reason}", push.id());
    ///     }
    /// });
    /// ```
    #[must_use]
    pub fn on_outcome(mut self, hook: impl Fn(&Push, &Outcome) + Send + Sync + 'static) -> Self {
        self.settings.outcomes = OutcomeHook::new(hook);
        self
    }

    /// Provides the state of the handlers.
    #[must_use]
    pub fn with_state<T: Clone + Send + Sync + 'static>(self, state: S) -> Bot<T> {
        Bot { routes: self.routes.with_state(state), mounts: self.mounts, settings: self.settings }
    }

    /// Sets how long the platform waits for an answer before it is sent as a separate message
    /// instead. The default is half a second less than the platform's deadline: 4.5 s for messages.
    #[must_use]
    pub fn budget(mut self, budget: Duration) -> Self {
        self.settings.budget = Some(budget);
        self
    }

    /// Sets the largest body accepted, in bytes. 1 MiB by default.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.settings.body_limit = bytes;
        self
    }

    /// Sets how many bytes all bodies that are being read may take together. 64 MiB by default; a
    /// body beyond that is rejected with 503, so that the platform sends it again.
    #[must_use]
    pub fn body_budget(mut self, bytes: usize) -> Self {
        self.settings.body_budget = bytes;
        self
    }

    /// Takes the time from `clock`. For tests.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.settings.clock = clock;
        self
    }

    /// Sends API calls through `transport`. For tests and unusual networks.
    #[must_use]
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.settings.transport = Some(transport);
        self
    }

    /// Keeps access tokens in this store. Use it for a database that the configuration cannot
    /// describe: one with an existing connection pool, or another kind of store. The configuration
    /// must have no `[store]` table then.
    #[must_use]
    pub fn store(mut self, store: Arc<dyn Store>) -> Self {
        self.settings.store = Some(store);
        self
    }
}

impl Bot<()> {
    /// Combines the bot with its configuration into a service for any HTTP server.
    ///
    /// # Errors
    /// Every problem with the configuration, or every problem with the routes: a wrong regular
    /// expression, a route that is never reached, an argument that this kind of account cannot
    /// give.
    pub fn build(self, config: &Config) -> Result<App, Error> {
        metrics::describe();
        let needed = self.mounts.is_empty() && self.settings.registry.is_none();
        let configured = config.check(needed)?;
        let Self { routes, mounts, settings } = self;
        let router = Router::from(routes);
        let configured_accounts = configured
            .iter()
            .map(|account| Capabilities { account: &account.id, has_client: true });
        let mounted_accounts = mounts.iter().map(|(account, _)| Capabilities {
            account: account.id(),
            has_client: account.client().is_some(),
        });
        let known: Vec<_> = configured_accounts.chain(mounted_accounts).collect();
        let mut problems = check(&router);
        for account in &known {
            check_account(&router, *account, &mut problems);
        }
        if !problems.is_empty() {
            return Err(Error::routes(problems));
        }
        if settings.registry.is_none() {
            for handler in never_called(&router, &known) {
                tracing::info!(handler, "no configured account has such pushes");
            }
        }
        let store = settings.store(config)?;
        let stop = CancellationToken::new();
        let (mounted, sources): (Vec<_>, Vec<_>) =
            mounts.into_iter().map(|(account, source)| (Arc::new(account), source)).unzip();
        let inbox = settings.inbox(config)?;
        let engine = Arc::new(Engine::new(EngineParts {
            router,
            clock: settings.clock.clone(),
            policy: Policy::of(&config.inbox.clone().unwrap_or_default(), inbox.is_shared()),
            inbox,
            store: Arc::clone(&store),
            outcomes: settings.outcomes.clone(),
            accounts: mounted.clone(),
            max_running: settings.max_running,
            max_queued: settings.max_queued,
            parallel: settings.parallel,
            handler_deadline: settings.handler_deadline,
            stop: stop.clone(),
        }));
        let intakes = mounted.into_iter().map(|account| Intake::new(Arc::clone(&engine), account));
        let sources: Vec<_> = sources.into_iter().zip(intakes).collect();
        let replays = ReplayWindow::new(Duration::ZERO)
            // The window counts whole seconds, the inbox fractions of them.
            .with_repeats_within(MemoryInbox::DEDUP_TTL - SECOND);
        let shared = Arc::new(Shared {
            bodies: BodyReader::new(settings.body_limit, settings.body_budget),
            budget: settings.budget,
            replays: Mutex::new(replays),
            rejections: RejectionLog::of_accounts(settings.clock.clone()),
            sources: config
                .source_filter()
                .map(|filter| Sources { filter, published: Arc::default() }),
            clock: settings.clock.clone(),
        });
        let accounts = Accounts::new(AccountsParts {
            engine: Arc::clone(&engine),
            shared: Arc::clone(&shared),
            clock: settings.clock,
            transport: settings.transport,
            store,
        });
        accounts.configure(config.accounts.iter().cloned().zip(configured).collect())?;
        let watched = config.watched_file().map(|file| (file.clone(), config.clone()));
        Ok(App::new(Inner {
            accounts: Arc::new(accounts),
            registry: settings.registry,
            watches_registry: AtomicBool::new(false),
            reads_addresses: AtomicBool::new(false),
            config_file: config.read_from().cloned(),
            file: Mutex::new(watched),
            shared,
            engine,
            sources: Mutex::new(sources),
            stop,
        }))
    }

    /// The same as [`build`](Self::build), as an axum router to be nested or merged into another.
    ///
    /// # Errors
    /// As [`build`](Self::build).
    pub fn into_router(self, config: &Config) -> Result<axum::Router, Error> {
        self.build(config).map(App::into_router)
    }
}

impl Settings {
    /// The store of all accounts: given in code, or configured, or one in memory.
    fn store(&self, config: &Config) -> Result<Arc<dyn Store>, ConfigError> {
        match &self.store {
            Some(_) if config.store.is_some() => Err(ConfigError::one(
                "store",
                "the program gives the bot a store too (`Bot::store`): leave one of them out",
            )),
            Some(store) => Ok(Arc::clone(store)),
            None => config.open_store(&self.clock),
        }
    }

    /// The inbox: given in code, or configured, or one in memory.
    fn inbox(&self, config: &Config) -> Result<Arc<dyn Inbox>, ConfigError> {
        let configured = config.inbox.as_ref().is_some_and(|inbox| inbox.url.is_some());
        match &self.inbox {
            Some(_) if configured => Err(ConfigError::one(
                "inbox.url",
                "the program gives the bot an inbox too (`Bot::inbox`): leave one of them out",
            )),
            Some(inbox) => Ok(Arc::clone(inbox)),
            None => config.open_inbox(&self.clock),
        }
    }
}

impl<S: Clone + Send + Sync + 'static> Default for Bot<S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S> fmt::Debug for Bot<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bot").field("routes", &self.routes).finish_non_exhaustive()
    }
}
