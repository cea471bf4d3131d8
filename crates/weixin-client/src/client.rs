//! The client of one account.

use std::{
    collections::HashMap,
    fmt,
    marker::PhantomData,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use serde::Serialize;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tracing::{Instrument, Span, debug, field, info_span};
use weixin_api::{
    AccountId, BoxFuture, Call, CallOptions, Caller, CredentialFlow, CredentialKey,
    CredentialSource, Error, ErrorKind, Kind, Messenger, Method, On, RawCall, ReplyForm, Timestamp,
    kind::{Any, Mini, Official, Work},
    wire::{ApiRequest, ApiResponse, Body},
};
use weixin_protocol::Secret;
use weixin_store::SealKey;

use crate::{
    CallReport, CurrentToken, Metrics, Streamed, TokenOrigin,
    authenticated::{TokenRequests, send_authenticated},
    credential::{TokenManager, TokenStore},
    metrics,
    report::Attempts,
    transport::{CallContext, Dispatcher, ReadAnswer, RetryPolicy, StreamedAnswer, WholeAnswer},
};

/// Calls the platform as one account. Clones are cheap and share the access token.
///
/// `K` is the kind of the account. Groups of calls are methods, which the product crates add:
/// `wx.menu()`, `wx.media()`. A [`Client<Any>`] offers what all products have in common, and is
/// narrowed with [`official`](Client::official), [`mini`](Client::mini) and [`work`](Client::work).
pub struct Client<K = Any> {
    core: Arc<Core>,
    kind: PhantomData<fn() -> K>,
}

pub(crate) struct Core {
    pub(crate) account: AccountId,
    pub(crate) messenger: Arc<dyn Messenger>,
    pub(crate) dispatcher: Arc<Dispatcher>,
    pub(crate) tokens: TokenStore,
    pub(crate) source: Arc<dyn CredentialSource>,
    /// The same source, if it is the one that fetches from the platform.
    pub(crate) manager: Option<Arc<TokenManager>>,
    pub(crate) deadline: Duration,
    pub(crate) secret: Secret,
    /// One permit per call that may be in flight.
    pub(crate) permits: Arc<Semaphore>,
    pub(crate) metrics: Option<Arc<dyn Metrics>>,
    /// Sources of the credentials that are obtained with the account's own.
    pub(crate) derived: Mutex<HashMap<CredentialKey, Arc<dyn CredentialSource>>>,
}

impl<K: Kind> Client<K> {
    pub(crate) fn new(core: Core) -> Self {
        Self { core: Arc::new(core), kind: PhantomData }
    }

    fn cast<L>(&self) -> Client<L> {
        Client { core: Arc::clone(&self.core), kind: PhantomData }
    }

    /// Sends a typed request; its endpoint determines the type of the answer.
    pub fn send<E: On<K>>(&self, request: E) -> Call<'_, Self, E> {
        Call::new(self, request)
    }

    /// Calls any path of the platform, even one that this library does not know: `body` is sent as
    /// JSON (or in the query of a GET), and the answer is read as JSON.
    ///
    /// ```no_run
    /// # async fn example(wx: weixin_client::Client) -> Result<(), weixin_api::Error> {
    /// use serde_json::{Value, json};
    /// use weixin_api::POST;
    ///
    /// let answer: Value = wx.call(POST, "/cgi-bin/anything/new", json!({ "id": 7 })).await?;
    /// # let _ = answer;
    /// # Ok(())
    /// # }
    /// ```
    pub fn call(&self, method: Method, path: &str, body: impl Serialize) -> RawCall<'_, Self> {
        RawCall::new(self, method, path, body)
    }

    /// The account.
    pub fn account(&self) -> &AccountId {
        &self.core.account
    }

    /// The source of the client's access token. Pass it to another client of the same account to
    /// share the token.
    pub fn credentials(&self) -> Arc<dyn CredentialSource> {
        Arc::clone(&self.core.source)
    }

    /// The access token that calls are made with, for a program that sends it itself. It is obtained
    /// as for a call: from memory, from the store, or from the platform, without invalidating a token
    /// that others use. Ask again before each use instead of keeping it: the platform may replace it
    /// before it expires, and this call usually answers from memory.
    ///
    /// Do not pass it to code that you do not trust: whoever has it can do all that the account can.
    ///
    /// ```no_run
    /// # async fn example(wx: weixin_client::Client) -> Result<(), weixin_api::Error> {
    /// let token = wx.access_token().await?;
    /// println!("from the {}, until {:?}", token.origin, token.expires_at);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credential`] if the platform or the store gives none;
    /// [`Error::is_retryable`] says whether asking later may help. For a client with
    /// [`credentials`](crate::ClientBuilder::credentials) of the program, the error of those.
    pub async fn access_token(&self) -> Result<CurrentToken, Error> {
        match &self.core.manager {
            Some(manager) => manager.current().await,
            None => {
                let value = self.core.source.get().await?;
                Ok(CurrentToken { value, expires_at: None, origin: TokenOrigin::Given })
            }
        }
    }

    /// A key made from the account's secret, for what a program stores itself; see [`SealKey::derive`]. What it seals
    /// can no longer be read when the account gets another secret.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] if this client does not know the secret: its tokens come from elsewhere.
    pub fn seal_key(&self, purpose: &str) -> Result<SealKey, Error> {
        SealKey::derive(&self.core.secret, purpose).map_err(|error| {
            Error::new(ErrorKind::Call, "this client has no secret to make a key of")
                .with_source(error)
        })
    }

    /// Where a browser finds a page of the platform, such as the one on which visitors authorize: the address
    /// itself, or below the client's [`api_base`](crate::ClientBuilder::api_base) if it has one, as an emulator
    /// has such pages too.
    pub fn page_address(&self, address: &str) -> String {
        match (&self.core.dispatcher.api_base, address.strip_prefix("https://")) {
            (Some(base), Some(rest)) => format!("{}/@{rest}", base.as_str()),
            _ => address.to_owned(),
        }
    }

    /// The same client, typed for any kind of account.
    pub fn any(&self) -> Client<Any> {
        self.cast()
    }

    /// Sends a call and returns a file as soon as its first bytes arrive.
    pub(crate) async fn open(
        &self,
        call: ApiRequest,
        options: CallOptions,
    ) -> Result<Streamed<ApiResponse>, Error> {
        let (streamed, permit) = self.core.send_and_report::<StreamedAnswer>(call, options).await?;
        Ok(match streamed {
            // The call is in flight until the file is complete.
            Streamed::File(file) => Streamed::File(file.holding(permit)),
            whole => whole,
        })
    }

    pub(crate) fn messenger(&self) -> &dyn Messenger {
        &*self.core.messenger
    }
}

impl Client<Any> {
    fn narrow<K: Kind>(&self) -> Option<Client<K>> {
        (K::KIND == Some(self.core.account.kind())).then(|| self.cast())
    }

    /// The client of an Official Account; `None` if the account is another kind.
    pub fn official(&self) -> Option<Client<Official>> {
        self.narrow()
    }

    /// The client of a Mini Program; `None` if the account is another kind.
    pub fn mini(&self) -> Option<Client<Mini>> {
        self.narrow()
    }

    /// The client of a WeCom app; `None` if the account is another kind.
    pub fn work(&self) -> Option<Client<Work>> {
        self.narrow()
    }
}

impl Core {
    /// How long a call may take: files take longer than JSON.
    fn limit(&self, call: &ApiRequest, options: CallOptions) -> Duration {
        let files = call.form() == ReplyForm::File || matches!(call.body(), Body::Multipart(_));
        let default = if files { self.deadline * 4 } else { self.deadline };
        options.timeout.unwrap_or(default)
    }

    /// Sends a call, and reports it to the log and the metrics. The permit is held while the call
    /// is in flight.
    async fn send_and_report<R: ReadAnswer>(
        &self,
        call: ApiRequest,
        options: CallOptions,
    ) -> Result<(R::Output, OwnedSemaphorePermit), Error> {
        let name = [call.method().as_str(), call.path()].join(" ");
        let span = info_span!(
            "api_call",
            endpoint = call.name(),
            call = %name,
            account = %self.account,
            code = field::Empty,
            attempts = field::Empty,
            millis = field::Empty,
        );
        let limit = self.limit(&call, options);
        let clock = &self.dispatcher.clock;
        let started = clock.now();
        let attempts = Attempts::default();
        let outcome = async {
            let deadline = started + limit;
            let outcome = clock.timeout(limit, self.send::<R>(&call, deadline, &attempts)).await;
            let outcome = outcome.unwrap_or_else(|_| {
                let message = format!("no answer within {limit:?}");
                Err(Error::new(ErrorKind::Timeout, message))
            });
            let duration = clock.now().since(started);
            let failure = outcome.as_ref().err();
            let names = (call.name(), &*name);
            let report = CallReport::new(names, &self.account, failure, duration, attempts.get());
            let span = Span::current();
            span.record("millis", duration.as_millis()).record("attempts", report.attempts);
            if let Some(code) = report.code {
                span.record("code", code.get());
            }
            match failure {
                None => debug!("answered"),
                Some(error) => debug!(%error, "failed"),
            }
            metrics::call(&report, call.endpoint());
            if let Some(metrics) = &self.metrics {
                metrics.call(&report);
            }
            outcome
        };
        outcome.instrument(span).await.map_err(|error| error.in_call(name))
    }

    async fn send<R: ReadAnswer>(
        &self,
        call: &ApiRequest,
        deadline: Timestamp,
        attempts: &Attempts,
    ) -> Result<(R::Output, OwnedSemaphorePermit), Error> {
        let too_late = || {
            let message = "the deadline passed before the call could be sent";
            Error::new(ErrorKind::Timeout, message)
        };
        let permit = Arc::clone(&self.permits).acquire_owned().await.map_err(|_| too_late())?;
        if self.dispatcher.clock.now() >= deadline {
            return Err(too_late());
        }
        let with_secret = call.wants_secret().then(|| self.with_secret(call)).transpose()?;
        let request = with_secret.as_ref().unwrap_or(call);
        let product = self.account.product();
        let retry = RetryPolicy::AsDeclared;
        let context = CallContext::new(request, product, deadline, retry, attempts);
        let output =
            send_authenticated::<R>(&self.dispatcher, context, Some(&*self.source)).await?;
        Ok((output, permit))
    }

    /// The call with the account's secret in it.
    fn with_secret(&self, call: &ApiRequest) -> Result<ApiRequest, Error> {
        if self.secret.is_empty() {
            let message = "this call needs the account's secret, which this client does not have";
            return Err(Error::new(ErrorKind::Credential, message));
        }
        Ok(call.clone().with_secret(&self.secret))
    }
}

impl<K: Kind> Caller for Client<K> {
    type Kind = K;

    fn account(&self) -> &AccountId {
        &self.core.account
    }

    fn send_call(
        &self,
        call: ApiRequest,
        options: CallOptions,
    ) -> BoxFuture<'_, Result<ApiResponse, Error>> {
        Box::pin(async move {
            let (answer, _) = self.core.send_and_report::<WholeAnswer>(call, options).await?;
            Ok(answer)
        })
    }

    fn now(&self) -> Timestamp {
        self.core.dispatcher.clock.now()
    }

    fn derived(&self, flow: Arc<dyn CredentialFlow>) -> Arc<dyn CredentialSource> {
        let core = &self.core;
        // Entries are only ever inserted whole.
        let mut derived = core.derived.lock().unwrap_or_else(PoisonError::into_inner);
        let source = derived.entry(flow.key()).or_insert_with(|| {
            let requests = TokenRequests {
                dispatcher: Arc::clone(&core.dispatcher),
                product: flow.key().account().product(),
                upstream: Some(Arc::clone(&core.source)),
            };
            let clock = Arc::clone(&core.dispatcher.clock);
            Arc::new(TokenManager::new(flow, Arc::new(requests), &core.tokens, clock))
        });
        Arc::clone(source)
    }
}

impl<K> Clone for Client<K> {
    fn clone(&self) -> Self {
        Self { core: Arc::clone(&self.core), kind: PhantomData }
    }
}

impl<K> fmt::Debug for Client<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Client({})", self.core.account)
    }
}
