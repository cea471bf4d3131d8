//! The bot: routes, state and settings, until it is given a configuration.

use std::{fmt, sync::Arc, time::Duration};

use weixin_api::{Account, AgentId, Clock, SystemClock};
use weixin_client::{Client, IntoClient, Transport};
use weixin_mini::MiniProgram;
use weixin_official::OfficialAccount;
use weixin_protocol::Product;
use weixin_store::Store;
use weixin_work::WorkApp;

use crate::{
    App, Config, Error,
    config::{CheckedAccount, ConfigError},
    edge::{BODY_LIMIT, Inner, Mount},
    engine::{Engine, Served, app_messages, customer_service, mini_customer_service},
    handler::{Handler, MayHear},
    route::{IntoRoute, Route, check, never_called},
};

/// A bot: handlers, and what they share.
///
/// `S` is the type of the state that is still missing: handlers that take
/// [`State<T>`](crate::State) make it `T`, and [`with_state`](Bot::with_state) fills it in. Only a
/// `Bot<()>` can be served.
///
/// The first handler that hears a push answers it. Handlers are plain async functions; their
/// first argument, or a filter around them, decides what they hear.
pub struct Bot<S = ()> {
    routes: Vec<Route<S>>,
    fallback: Option<Route<S>>,
    settings: Settings,
}

#[derive(Debug, Clone)]
struct Settings {
    clock: Arc<dyn Clock>,
    transport: Option<Arc<dyn Transport>>,
    store: Option<Arc<dyn Store>>,
    budget: Option<Duration>,
    body_limit: usize,
}

impl<S: Clone + Send + Sync + 'static> Bot<S> {
    /// A bot that hears nothing yet. It acknowledges every push.
    pub fn new() -> Self {
        let settings = Settings {
            clock: Arc::new(SystemClock),
            transport: None,
            store: None,
            budget: None,
            body_limit: BODY_LIMIT,
        };
        Self { routes: Vec::new(), fallback: None, settings }
    }

    /// Adds a handler: one whose first argument is a message or event, or one in a filter such as
    /// [`command`](crate::command).
    #[must_use]
    pub fn on<Marker>(mut self, handler: impl IntoRoute<Marker, S>) -> Self {
        self.routes.push(handler.into_route().0);
        self
    }

    /// Sets the handler for pushes that no other one hears; if its first argument is a message,
    /// for messages of that kind only. It may be slow: what it says after the platform's deadline
    /// goes out as a message of its own.
    #[must_use]
    pub fn fallback<Args: MayHear>(mut self, handler: impl Handler<Args, S>) -> Self {
        self.fallback = Some(Route::new(handler).hearing(Args::SELECTOR));
        self
    }

    /// Gives the handlers their state.
    #[must_use]
    pub fn with_state<T: Clone + Send + Sync + 'static>(self, state: S) -> Bot<T> {
        let fill = |route: Route<S>| route.with_state(state.clone());
        Bot {
            routes: self.routes.into_iter().map(fill).collect(),
            fallback: self.fallback.map(fill),
            settings: self.settings,
        }
    }

    /// Sets how long an answer may take before it goes out as a message of its own. By default
    /// half a second less than the platform waits: 4.5 s for messages.
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

    /// Takes the time from `clock`. For tests.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.settings.clock = clock;
        self
    }

    /// Sends API calls by `transport`. For tests and unusual networks.
    #[must_use]
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.settings.transport = Some(transport);
        self
    }

    /// Keeps access tokens in this store, for a database that the configuration cannot name: one
    /// with a pool of yours, or a kind of your own. Leave `[store]` out of the configuration then.
    #[must_use]
    pub fn store(mut self, store: Arc<dyn Store>) -> Self {
        self.settings.store = Some(store);
        self
    }
}

impl Bot<()> {
    /// Puts bot and configuration together: a service for any HTTP server.
    ///
    /// # Errors
    /// Every problem with the configuration, or every problem with the routes: a wrong regular
    /// expression, a route that is never reached, an argument that this kind of account cannot
    /// give.
    pub fn build(self, config: &Config) -> Result<App, Error> {
        let accounts = config.check()?;
        let products: Vec<_> = accounts.iter().map(|account| account.id.product()).collect();
        let problems = check(&self.routes, self.fallback.as_ref(), &products);
        if !problems.is_empty() {
            return Err(Error::routes(problems));
        }
        for handler in never_called(&self.routes, &products) {
            tracing::info!(handler, "no configured account has such pushes");
        }
        let store = self.settings.store(config)?;
        let mounts = accounts.into_iter().map(|account| self.settings.mount(account, &store));
        let mounts = mounts.collect::<Result<_, ConfigError>>()?;
        let Settings { clock, budget, body_limit, .. } = self.settings;
        let engine = Arc::new(Engine::new(self.routes, self.fallback, clock, budget));
        Ok(App::new(Inner { mounts, engine, body_limit }))
    }

    /// The same as an axum router, to be nested or merged into another.
    ///
    /// # Errors
    /// As [`build`](Self::build).
    pub fn into_router(self, config: &Config) -> Result<axum::Router, Error> {
        self.build(config).map(App::into_router)
    }
}

impl Bot<()> {
    pub(crate) fn settings_clock(&self) -> Arc<dyn Clock> {
        self.settings.clock.clone()
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

    fn mount(&self, account: CheckedAccount, store: &Arc<dyn Store>) -> Result<Mount, ConfigError> {
        let CheckedAccount { id, secret, callback, path, .. } = &account;
        let served = match id.product() {
            Product::Work => {
                let agent = id.agent().unwrap_or(AgentId::new(0));
                let client =
                    self.client(&account, WorkApp::new(id.id(), agent, secret.clone()), store)?;
                Served { client: client.any(), road: Arc::new(app_messages(client)) }
            }
            Product::Mini => {
                let client =
                    self.client(&account, MiniProgram::new(id.id(), secret.clone()), store)?;
                Served { client: client.any(), road: Arc::new(mini_customer_service(client)) }
            }
            _ => {
                let client =
                    self.client(&account, OfficialAccount::new(id.id(), secret.clone()), store)?;
                Served { client: client.any(), road: Arc::new(customer_service(client)) }
            }
        };
        let (path, callback) = (path.clone(), callback.clone());
        Ok(Mount { path, account: id.clone(), callback, served })
    }

    fn client<A: Account>(
        &self,
        checked: &CheckedAccount,
        account: A,
        store: &Arc<dyn Store>,
    ) -> Result<Client<A::Kind>, ConfigError> {
        let mut builder =
            account.client_builder().clock(self.clock.clone()).store(Arc::clone(store));
        if let Some(transport) = &self.transport {
            builder = builder.transport(transport.clone());
        }
        if let Some(base) = &checked.api_base {
            builder = builder.api_base(base);
        }
        builder.build().map_err(|error| ConfigError::one("api_base", error.to_string()))
    }
}

impl<S: Clone + Send + Sync + 'static> Default for Bot<S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S> fmt::Debug for Bot<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let routes: Vec<_> = self.routes.iter().map(|route| &route.name).collect();
        f.debug_struct("Bot").field("routes", &routes).finish_non_exhaustive()
    }
}
