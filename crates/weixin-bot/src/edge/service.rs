//! The callback service.

use std::{
    convert::Infallible,
    future::ready,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use arc_swap::Guard;
use axum::body::Body;
use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, request::Parts};
use tokio_util::sync::CancellationToken;
use weixin_api::{AccountId, BoxFuture, Clock, kind::Any};
use weixin_client::{Client, ClientSource};
use weixin_protocol::Query;
use weixin_store::Store;

use super::{
    HEALTH_PATH,
    callback::{MountedCallback, Routed, Shared},
    respond::{not_allowed, plain, status},
};
use crate::{
    AccountChanges, AccountConfig, AccountRegistry, BoxError, Config, Error,
    accounts::{Accounts, Serving, reload_file, watch_file, watch_registry},
    config::{ConfigError, ConfigFile},
    engine::{Engine, Intake, Source},
    source_addresses::{Failing, PlatformLists, keep_up},
};

/// How long the start waits for the platform's addresses.
const LISTS_DEADLINE: Duration = Duration::from_secs(10);

/// A bot that is ready to answer requests: a [`tower::Service`] for any HTTP server.
///
/// Made by [`Bot::build`](crate::Bot::build). Cheap to clone.
#[derive(Debug, Clone)]
pub struct App(Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) accounts: Arc<Accounts>,
    pub(crate) registry: Option<Arc<dyn AccountRegistry>>,
    pub(crate) watches_registry: AtomicBool,
    pub(crate) reads_addresses: AtomicBool,
    /// What the configuration was read from.
    pub(crate) config_file: Option<ConfigFile>,
    /// What is watched for changes, and not watched yet.
    pub(crate) file: Mutex<Option<(ConfigFile, Config)>>,
    pub(crate) shared: Arc<Shared>,
    pub(crate) engine: Arc<Engine>,
    /// Sources that are not started yet.
    pub(crate) sources: Mutex<Vec<(Arc<dyn Source>, Intake)>>,
    pub(crate) stop: CancellationToken,
}

/// Where a request goes.
enum Destination {
    /// Nowhere: this is the answer.
    Answered(Response<Body>),
    /// It is a push with this query, for this callback.
    Callback(Arc<MountedCallback>, Query),
}

impl Inner {
    /// The platform's addresses, if requests from there are accepted and not all others.
    fn published_addresses(&self) -> Option<&Arc<PlatformLists>> {
        let sources = self.shared.sources.as_ref().filter(|sources| sources.filter.platform)?;
        Some(&sources.published)
    }
}

impl App {
    pub(crate) fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    pub(crate) fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.0.shared.clock)
    }

    pub(crate) fn serving(&self) -> Guard<Arc<Serving>> {
        self.0.accounts.serving()
    }

    /// The client of an account: by its appid, or in WeCom by `CORPID/AGENTID`; see
    /// [`AccountId::is_named`]. `None` if no such account is served, or several are (the apps of a corporation
    /// of which only the corpid was given), or it was [mounted](crate::MountedAccount) without a client.
    /// [`clients`](Self::clients) has all.
    ///
    /// ```
    /// # use weixin_bot::{AccountConfig, App, Bot, Config};
    /// # use weixin_protocol::PeerId;
    /// # async fn example(app: App, user: PeerId) -> Result<(), weixin_bot::Error> {
    /// if let Some(wx) = app.client("wx0123456789abcdef") {
    ///     wx.send_text(&user, "Your order has been shipped.").await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn client(&self, account: &str) -> Option<Client<Any>> {
        let mut named =
            self.clients().into_iter().filter(|client| client.account().is_named(account));
        let client = named.next()?;
        // Of two apps, either would be the wrong one.
        named.next().is_none().then_some(client)
    }

    /// The client of this account, as [`Push::account`](crate::Push::account) and [`AccountChanges`] name it.
    pub fn client_of(&self, account: &AccountId) -> Option<Client<Any>> {
        self.clients().into_iter().find(|client| client.account() == account)
    }

    /// The clients of all accounts that are served at present.
    pub fn clients(&self) -> Vec<Client<Any>> {
        let accounts = self.0.engine.accounts().served();
        accounts.iter().filter_map(|account| account.client().cloned()).collect()
    }

    /// The store of the bot, which code beside it may use too.
    pub fn store(&self) -> Arc<dyn Store> {
        Arc::clone(self.0.engine.store())
    }

    /// Serves these accounts, and those of the [registry](crate::Bot::accounts), and no others of the
    /// configuration: what is new is served from now on, what has changed gets its new settings, what is
    /// missing is no longer served. Handlers that run go on with the old account.
    ///
    /// The bot does this itself when its configuration file is edited, which replaces the accounts that were
    /// given here: set [`no_reload`](Config::no_reload) if the program alone decides.
    ///
    /// # Errors
    /// Every problem with the accounts. Everything stays as it was then.
    pub fn set_accounts(&self, accounts: &[AccountConfig]) -> Result<AccountChanges, Error> {
        let config = accounts.iter().cloned().fold(Config::default(), Config::account);
        let checked = config.check(false)?;
        self.0.accounts.configure(config.accounts.into_iter().zip(checked).collect())
    }

    /// Reads the configuration file now, and serves what it says of accounts; also the level of the log is set.
    /// A running bot does this itself when the file has changed, unless [`no_reload`](Config::no_reload) is
    /// set: then this is how a program decides when, for instance after a signal.
    ///
    /// # Errors
    /// If the configuration was not read from a file ([`ErrorKind::Config`](crate::ErrorKind::Config)), the
    /// file cannot be read, or it has problems. Everything stays as it was then.
    pub async fn reload(&self) -> Result<AccountChanges, Error> {
        let Some(file) = self.0.config_file.clone() else {
            let why =
                "this configuration was not read from a file, so there is nothing to read again";
            return Err(ConfigError::one("reload", why).into());
        };
        let accounts = Arc::clone(&self.0.accounts);
        let reading = move || reload_file(&accounts, &file).map(|(_, changes)| changes);
        match tokio::task::spawn_blocking(reading).await {
            Ok(changes) => changes,
            Err(stopped) => Err(Error::other(stopped)),
        }
    }

    /// Reads the [registry](crate::Bot::accounts) now. Does nothing without one.
    ///
    /// # Errors
    /// If the registry cannot be read. Accounts with wrong settings are no error: see
    /// [`AccountChanges::invalid`].
    pub async fn load_accounts(&self) -> Result<AccountChanges, Error> {
        match &self.0.registry {
            Some(registry) => self.0.accounts.load(&**registry).await,
            None => Ok(AccountChanges::default()),
        }
    }

    /// Reads the accounts of the [registry](crate::Bot::accounts), checks the inbox, and starts to handle
    /// pushes that are stored in it.
    /// [`Bot::serve`](crate::Bot::serve) does this before it accepts connections; in a server of your
    /// own, call it at the start to see whether the inbox can be used. Otherwise that happens with the
    /// first push, which is rejected if it fails, and accounts of a registry are not served before its next
    /// reading.
    ///
    /// # Errors
    /// If the registry cannot be read. If the inbox cannot be reached, or can lose pushes that were accepted and
    /// [`accept_loss`](crate::InboxConfig::accept_loss) is not set.
    pub async fn ready(&self) -> Result<(), Error> {
        self.load_accounts().await?;
        if let Some(lists) = self.0.published_addresses() {
            let mut failing = Failing::default();
            let load = lists.load(&self.0.engine, &**self.0.engine.store(), &mut failing);
            // What is not read by then is read in the background.
            let _ = self.0.shared.clock.timeout(LISTS_DEADLINE, load).await;
        }
        self.0.engine.prepare().await.map_err(Error::inbox)
    }

    /// Starts the [sources](crate::Source) that were mounted, each in a task, and to watch the
    /// configuration file and the [registry](crate::Bot::accounts) for changes.
    /// [`Bot::serve`](crate::Bot::serve) does this; in a server of your own, call it once. Not
    /// needed without sources, if accounts do not change and requests are accepted from anywhere. It also
    /// keeps the platform's [addresses](crate::SourceAddresses) up to date.
    ///
    /// # Panics
    /// Outside a Tokio runtime.
    pub fn start(&self) {
        // Nothing panics while it is locked.
        let mut sources = self.0.sources.lock().unwrap_or_else(PoisonError::into_inner);
        for (source, intake) in std::mem::take(&mut *sources) {
            self.0.engine.start_source(source, intake, self.0.stop.clone());
        }
        drop(sources);
        let accounts = || Arc::downgrade(&self.0.accounts);
        let (clock, stop) = (&self.0.shared.clock, &self.0.stop);
        let file = self.0.file.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some((file, config)) = file {
            tokio::spawn(watch_file(accounts(), file, config, clock.clone(), stop.clone()));
        }
        if let Some(registry) = &self.0.registry
            && !self.0.watches_registry.swap(true, Ordering::Relaxed)
        {
            let registry = Arc::clone(registry);
            tokio::spawn(watch_registry(accounts(), registry, clock.clone(), stop.clone()));
        }
        if let Some(lists) = self.0.published_addresses()
            && !self.0.reads_addresses.swap(true, Ordering::Relaxed)
        {
            let (lists, engine) = (Arc::downgrade(lists), Arc::downgrade(&self.0.engine));
            tokio::spawn(keep_up(lists, engine, clock.clone(), stop.clone()));
        }
    }

    /// Tells the sources to bring no more pushes. [`idle`](Self::idle) then waits until they have
    /// ended.
    pub fn stop(&self) {
        self.0.stop.cancel();
    }

    /// Completes when no handler runs, no push waits, no late answer is being sent, and no source
    /// runs. Call it before the process ends, after [`stop`](Self::stop);
    /// [`Bot::serve`](crate::Bot::serve) does this.
    pub async fn idle(&self) {
        self.0.engine.idle().await;
    }

    /// The same as an axum router, to be nested or merged into another.
    pub fn into_router(self) -> axum::Router {
        axum::Router::new().fallback_service(self)
    }

    /// Decides about a request as far as that is possible without its body.
    fn route(&self, request: &Parts) -> Destination {
        let path = request.uri.path();
        if path == HEALTH_PATH {
            let answer = match request.method {
                Method::GET | Method::HEAD => plain(StatusCode::OK, "ok"),
                _ => not_allowed("GET"),
            };
            return Destination::Answered(answer);
        }
        let serving = self.serving();
        let Some(callback) = serving.at(path) else {
            return Destination::Answered(status(StatusCode::NOT_FOUND));
        };
        match callback.route(request) {
            Routed::Answered(answer) => Destination::Answered(answer),
            Routed::Push(query) => Destination::Callback(Arc::clone(callback), query),
        }
    }
}

impl<B> tower::Service<Request<B>> for App
where
    B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let arrived = self.0.shared.clock.now();
        let (request, body) = request.into_parts();
        // The future, of which there is one for each waiting handler, has no room for the request's head.
        match self.route(&request) {
            Destination::Callback(callback, query) => {
                Box::pin(async move { Ok(callback.answer(&query, body, arrived).await) })
            }
            Destination::Answered(answer) => Box::pin(ready(Ok(answer))),
        }
    }
}

impl ClientSource for App {
    fn clients(&self) -> Vec<Client> {
        App::clients(self)
    }
}
