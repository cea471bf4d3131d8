//! Builds clients.

use std::{
    fmt,
    marker::PhantomData,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::sync::Semaphore;
use tracing::warn;
use weixin_api::{
    Account, AccountId, AccountKind, Clock, CredentialFlow, CredentialSource, Error, ErrorKind,
    Kind, Messenger, StaticCredential, SystemClock, secured::ApiSecurity,
};
use weixin_protocol::Secret;
use weixin_store::{MemoryStore, Store};

use crate::{
    Client, Metrics,
    authenticated::TokenRequests,
    client::Core,
    credential::{TokenManager, TokenStore},
    transport::{
        AccountSecurity, ApiBase, Dispatcher, Egress, FallbackHosts, Limits, Network, Transport,
    },
};

/// The default of [`ClientBuilder::max_concurrent`].
const MAX_CONCURRENT: usize = 256;

/// Creates clients from accounts.
pub trait IntoClient: Account {
    /// A client that calls the platform as this account.
    ///
    /// The HTTP client is set up now. If that fails, a warning with the cause is logged and the
    /// next call tries again; [`client_builder`](IntoClient::client_builder) returns the error
    /// instead.
    fn client(&self) -> Client<Self::Kind> {
        let network = Network::new(Egress::Environment, true);
        if let Err(error) = network.prepare() {
            warn!(account = %self.id(), %error, "calls will fail until this is fixed");
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
            security: None,
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
    security: Option<ApiSecurity>,
    concurrency: usize,
    metrics: Option<Arc<dyn Metrics>>,
    deadline: Duration,
    limits: Limits,
    kind: PhantomData<fn() -> K>,
}

impl<K: Kind> ClientBuilder<K> {
    /// Takes the time from another clock than the system's. For tests.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Sends calls through another transport than the network.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Takes the access token from another source than the platform. To let two clients share a
    /// token, pass one the [`credentials`](Client::credentials) of the other.
    pub fn credentials(mut self, source: Arc<dyn CredentialSource>) -> Self {
        self.source = Some(source);
        self
    }

    /// Sets the credential with which this account's own one is obtained, for accounts on whose
    /// behalf another calls: the [`credentials`](Client::credentials) of the third-party platform
    /// (第三方平台) or of the suite (第三方应用).
    pub fn upstream(mut self, source: Arc<dyn CredentialSource>) -> Self {
        self.upstream = Some(source);
        self
    }

    /// Keeps the access token in a store: it outlives this process, and of all processes that share
    /// the store only one fetches it. By default it is kept in memory.
    ///
    /// One store serves any number of accounts: a token is found by product, account, app and
    /// secret, and by the [`api_base`](ClientBuilder::api_base). Give the store the same clock as
    /// the client.
    ///
    /// While the store cannot be reached, a cached token stays in use; once another token is
    /// needed, calls fail with [`ErrorKind::Credential`](weixin_api::ErrorKind::Credential) until
    /// the store is back.
    pub fn store(mut self, store: Arc<dyn Store>) -> Self {
        self.store = Some(store);
        self
    }

    /// Calls every host of the platform at one address, such as an emulator's
    /// `http://127.0.0.1:8080`: a call of `https://HOST/path` becomes one of `BASE/@HOST/path`,
    /// including the fetching of tokens. The proxy settings of the environment are ignored then.
    pub fn api_base(mut self, address: impl Into<String>) -> Self {
        self.api_base = Some(address.into());
        self
    }

    /// Sends this account's calls through a proxy, such as `http://user:password@10.0.0.1:3128`:
    /// the platform accepts calls only from addresses in the account's IP allowlist (IP白名单). By
    /// default the proxy settings of the environment apply.
    pub fn proxy(mut self, address: impl Into<Secret>) -> Self {
        self.proxy = Some(address.into());
        self
    }

    /// Switches on API security (API 安全): the calls that support it
    /// ([`EndpointInfo::secured`](weixin_api::EndpointInfo::secured)) are encrypted and signed with
    /// these keys, and their replies verified and decrypted. Only Official Accounts and Mini Programs
    /// have it.
    ///
    /// ```no_run
    /// use weixin_api::secured::{ApiSecurity, PlatformCertificate, PrivateKey, SymmetricKey};
    /// use weixin_client::IntoClient;
    /// use weixin_mini::MiniProgram;
    ///
    /// # fn example(secret: &str) -> Result<(), Box<dyn std::error::Error>> {
    /// let security = ApiSecurity::new(
    ///     SymmetricKey::new("fa05fe1e5bcc79b81ad5ad4b58acf787", &std::env::var("KEY")?.into())?,
    ///     PrivateKey::from_pem(&std::fs::read_to_string("private.pem")?.into())?,
    ///     PlatformCertificate::from_pem(
    ///         "79ba700ea147819f640941bceb38b1d1",
    ///         &std::fs::read_to_string("platform.pem")?,
    ///     )?,
    /// );
    /// let account = MiniProgram::new("wx0123456789abcdef", secret);
    /// let wx = account.client_builder().api_security(security).build()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn api_security(mut self, keys: ApiSecurity) -> Self {
        self.security = Some(keys);
        self
    }

    /// Sets how many calls may be in flight at the same time, and so how many connections are used:
    /// 256 by default. Further calls wait in the order in which they were made, and their deadline
    /// runs while they wait. A streamed file counts until it is complete.
    pub fn max_concurrent(mut self, calls: usize) -> Self {
        self.concurrency = calls.clamp(1, Semaphore::MAX_PERMITS);
        self
    }

    /// Reports every call to `metrics`.
    pub fn metrics(mut self, metrics: Arc<dyn Metrics>) -> Self {
        self.metrics = Some(metrics);
        self
    }

    /// Sets how long a whole call may take, with all attempts, unless the call sets its own
    /// deadline: 30 seconds by default. Uploads and downloads may take four times as long.
    pub fn deadline(mut self, limit: Duration) -> Self {
        self.deadline = limit;
        self
    }

    /// Sets the largest JSON answer, in bytes: 16 MiB by default.
    pub fn max_json(mut self, bytes: usize) -> Self {
        self.limits.json = bytes;
        self
    }

    /// Sets the largest file that can be downloaded, in bytes: 128 MiB by default.
    pub fn max_file(mut self, bytes: usize) -> Self {
        self.limits.file = bytes;
        self
    }

    /// Builds the client. Nothing is sent before the first call.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`](weixin_api::ErrorKind::Call) if the
    /// [`api_base`](ClientBuilder::api_base) or the [`proxy`](ClientBuilder::proxy) is not a valid
    /// address, if the account's kind has no [API security](ClientBuilder::api_security), or if the
    /// HTTP client cannot be set up; the message names the cause.
    pub fn build(self) -> Result<Client<K>, Error> {
        let has_security = matches!(self.account.kind(), AccountKind::Official | AccountKind::Mini);
        if self.security.is_some() && !has_security {
            let message = "only Official Accounts and Mini Programs have API security";
            return Err(Error::new(ErrorKind::Call, message));
        }
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
            security: self
                .security
                .map(|keys| AccountSecurity::new(keys, self.account.id().clone())),
        });
        let (source, manager): (Arc<dyn CredentialSource>, _) = match (self.source, self.flow) {
            (Some(source), _) => (source, None),
            (None, Some(flow)) => {
                let requests = TokenRequests {
                    dispatcher: Arc::clone(&dispatcher),
                    product: self.account.product(),
                    upstream: self.upstream,
                };
                let clock = Arc::clone(&dispatcher.clock);
                let manager = Arc::new(TokenManager::new(flow, Arc::new(requests), &tokens, clock));
                (Arc::clone(&manager) as _, Some(manager))
            }
            (None, None) => (Arc::new(StaticCredential::new(self.secret.clone())), None),
        };
        Client::new(Core {
            account: self.account,
            messenger: self.messenger,
            dispatcher,
            tokens,
            source,
            manager,
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
