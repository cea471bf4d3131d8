//! How a client is put together.

use std::{
    fmt,
    marker::PhantomData,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::sync::Semaphore;
use tracing::warn;
use weixin_api::{
    Account, AccountId, Clock, CredentialFlow, CredentialSource, Error, Kind, Messenger,
    StaticCredential, SystemClock,
};
use weixin_protocol::Secret;
use weixin_store::{MemoryStore, Store};

use crate::{
    Client, Metrics,
    authenticated::TokenRequests,
    client::Core,
    credential::{TokenManager, TokenStore},
    transport::{ApiBase, Dispatcher, Egress, FallbackHosts, Limits, Network, Transport},
};

/// How many calls may be under way at the same time unless a client says otherwise.
const MAX_CONCURRENT: usize = 256;

/// Makes clients of accounts.
pub trait IntoClient: Account {
    /// A client that calls the platform as this account.
    ///
    /// The HTTP client is set up now. If that fails, a warning says why and the next call tries
    /// again; [`client_builder`](IntoClient::client_builder) gives the error instead.
    fn client(&self) -> Client<Self::Kind> {
        let network = Network::new(Egress::Environment, true);
        if let Err(error) = network.prepare() {
            warn!(account = %self.id(), %error, "calls will fail until this is mended");
        }
        self.client_builder().assemble(Arc::new(network), None)
    }

    /// A client with other settings.
    fn client_builder(&self) -> ClientBuilder<Self::Kind> {
        ClientBuilder {
            account: self.id(),
            secret: self.secret(),
            flow: self.flow(),
            messenger: self.messenger(),
            clock: Arc::new(SystemClock),
            transport: None,
            source: None,
            upstream: None,
            store: None,
            api_base: None,
            proxy: None,
            concurrency: MAX_CONCURRENT,
            metrics: None,
            deadline: Duration::from_secs(30),
            limits: Limits { json: 16 << 20, file: 128 << 20 },
            kind: PhantomData,
        }
    }
}

impl<A: Account> IntoClient for A {}

/// The settings of a client, before it is built.
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder<K> {
    account: AccountId,
    secret: Secret,
    flow: Option<Arc<dyn CredentialFlow>>,
    messenger: Arc<dyn Messenger>,
    clock: Arc<dyn Clock>,
    transport: Option<Arc<dyn Transport>>,
    source: Option<Arc<dyn CredentialSource>>,
    upstream: Option<Arc<dyn CredentialSource>>,
    store: Option<Arc<dyn Store>>,
    api_base: Option<String>,
    proxy: Option<Secret>,
    concurrency: usize,
    metrics: Option<Arc<dyn Metrics>>,
    deadline: Duration,
    limits: Limits,
    kind: PhantomData<fn() -> K>,
}

impl<K: Kind> ClientBuilder<K> {
    /// Takes the time from another clock than the computer's.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Carries calls by another transport than the network.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Takes the access token from somewhere else than the platform. To let two clients share
    /// theirs, pass one the [`credentials`](Client::credentials) of the other.
    pub fn credentials(mut self, source: Arc<dyn CredentialSource>) -> Self {
        self.source = Some(source);
        self
    }

    /// The credential with which this account's own one is obtained, for accounts that are acted
    /// for: the [`credentials`](Client::credentials) of the third-party platform, or of the suite.
    pub fn upstream(mut self, source: Arc<dyn CredentialSource>) -> Self {
        self.upstream = Some(source);
        self
    }

    /// Keeps the access token in a store: it outlives this process, and all processes that share
    /// the store fetch it once. Without one it is kept in memory.
    ///
    /// One store serves any number of accounts: a token is found by product, account, app and
    /// secret, and by the [`api_base`](ClientBuilder::api_base). Give the store the same clock as
    /// the client.
    ///
    /// While the store is out of reach, a token that is known stays in use; when another one is
    /// needed, calls fail with [`ErrorKind::Credential`](weixin_api::ErrorKind::Credential) until
    /// the store is back.
    pub fn store(mut self, store: Arc<dyn Store>) -> Self {
        self.store = Some(store);
        self
    }

    /// Calls every host of the platform at one address, such as an emulator's
    /// `http://127.0.0.1:8080`: what would go to `https://HOST/path` goes to `BASE/@HOST/path`,
    /// the fetching of tokens included. Proxy settings of the environment are not obeyed then.
    pub fn api_base(mut self, address: impl Into<String>) -> Self {
        self.api_base = Some(address.into());
        self
    }

    /// Sends this account's calls through a proxy, `http://user:password@10.0.0.1:3128`: the
    /// platform takes calls only from addresses it was told of. Without it the proxy settings of
    /// the environment are obeyed.
    pub fn proxy(mut self, address: impl Into<Secret>) -> Self {
        self.proxy = Some(address.into());
        self
    }

    /// How many calls may be under way at the same time, and with them how many connections: 256 if
    /// not set. The others wait in the order in which they were made, and the time for a call runs
    /// while it waits. A file that is streamed counts until it has come.
    pub fn max_concurrent(mut self, calls: usize) -> Self {
        self.concurrency = calls.clamp(1, Semaphore::MAX_PERMITS);
        self
    }

    /// Tells `metrics` of every call.
    pub fn metrics(mut self, metrics: Arc<dyn Metrics>) -> Self {
        self.metrics = Some(metrics);
        self
    }

    /// How long a whole call may take, with every attempt, unless it says otherwise: 30 seconds if
    /// not set. Uploads and downloads have four times as long.
    pub fn deadline(mut self, limit: Duration) -> Self {
        self.deadline = limit;
        self
    }

    /// How many bytes an answer in JSON may have: 16 MiB if not set.
    pub fn max_json(mut self, bytes: usize) -> Self {
        self.limits.json = bytes;
        self
    }

    /// How many bytes a downloaded file may have: 128 MiB if not set.
    pub fn max_file(mut self, bytes: usize) -> Self {
        self.limits.file = bytes;
        self
    }

    /// Builds the client. Nothing is sent before the first call.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`](weixin_api::ErrorKind::Call) when the
    /// [`api_base`](ClientBuilder::api_base) or the [`proxy`](ClientBuilder::proxy) is not an
    /// address, and when the HTTP client cannot be set up; the message names the cause.
    pub fn build(self) -> Result<Client<K>, Error> {
        let api_base = self.api_base.as_deref().map(ApiBase::parse).transpose()?;
        let egress = match &self.proxy {
            Some(address) => Egress::through(address.expose())?,
            None if api_base.is_some() => Egress::Direct,
            None => Egress::Environment,
        };
        let transport: Arc<dyn Transport> = match &self.transport {
            Some(transport) => Arc::clone(transport),
            None => {
                let is_tls = api_base.as_ref().is_none_or(ApiBase::is_tls);
                let network = Network::new(egress, is_tls);
                network.prepare()?;
                Arc::new(network)
            }
        };
        Ok(self.assemble(transport, api_base))
    }

    fn assemble(self, transport: Arc<dyn Transport>, api_base: Option<ApiBase>) -> Client<K> {
        let store = self
            .store
            .unwrap_or_else(|| Arc::new(MemoryStore::with_clock(Arc::clone(&self.clock))));
        let tokens = TokenStore::new(store, api_base.as_ref().map_or("", ApiBase::as_str));
        let dispatcher = Arc::new(Dispatcher {
            transport,
            clock: self.clock,
            api_base,
            limits: self.limits,
            fallback_hosts: FallbackHosts::default(),
        });
        let source: Arc<dyn CredentialSource> = match (self.source, self.flow) {
            (Some(source), _) => source,
            (None, Some(flow)) => {
                let requests = TokenRequests {
                    dispatcher: Arc::clone(&dispatcher),
                    product: self.account.product(),
                    upstream: self.upstream,
                };
                let clock = Arc::clone(&dispatcher.clock);
                Arc::new(TokenManager::new(flow, Arc::new(requests), &tokens, clock))
            }
            (None, None) => Arc::new(StaticCredential::new(self.secret.clone())),
        };
        Client::new(Core {
            account: self.account,
            messenger: self.messenger,
            dispatcher,
            tokens,
            source,
            deadline: self.deadline,
            secret: self.secret,
            permits: Arc::new(Semaphore::new(self.concurrency)),
            metrics: self.metrics,
            derived: Mutex::default(),
        })
    }
}

impl<K> fmt::Debug for ClientBuilder<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ClientBuilder({})", self.account)
    }
}
