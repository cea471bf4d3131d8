//! The client of one account.

use std::{
    collections::HashMap,
    fmt,
    marker::PhantomData,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use serde::Serialize;
use tokio::sync::Semaphore;
use tracing::{Instrument, Span, debug, debug_span, field};
use weixin_api::{
    AccountId, AccountKind, BoxFuture, Call, CallOptions, Caller, CredentialFlow, CredentialKey,
    CredentialSource, Error, ErrorKind, Messenger, Method, On, RawCall, ReplyForm, Timestamp,
    kind::{Any, Mini, Official, Work},
    wire::{Answer, Body, Outgoing},
};
use weixin_protocol::Secret;

use crate::{
    CallReport, Metrics,
    credential::Fetched,
    line::{Carriage, Got, Line},
    metrics::Attempts,
};

/// Calls the platform as one account. A clone is the same client: cheap, and with the same access
/// token.
///
/// `K` is the kind of the account. Groups of calls are methods on it, which the product crates
/// bring along: `wx.menu()`, `wx.media()`. A `Client` without a kind, [`Client<Any>`], offers what
/// all products have in common, and is narrowed with [`official`](Client::official),
/// [`mini`](Client::mini) and [`work`](Client::work).
pub struct Client<K = Any> {
    core: Arc<Core>,
    kind: PhantomData<fn() -> K>,
}

pub(crate) struct Core {
    pub(crate) account: AccountId,
    pub(crate) messenger: Arc<dyn Messenger>,
    pub(crate) line: Arc<Line>,
    pub(crate) source: Arc<dyn CredentialSource>,
    pub(crate) deadline: Duration,
    pub(crate) secret: Secret,
    pub(crate) gate: Option<Arc<Semaphore>>,
    pub(crate) metrics: Option<Arc<dyn Metrics>>,
    /// The credentials obtained with the account's own.
    pub(crate) derived: Mutex<HashMap<CredentialKey, Arc<dyn CredentialSource>>>,
}

impl<K: AccountKind> Client<K> {
    pub(crate) fn new(core: Core) -> Self {
        Self { core: Arc::new(core), kind: PhantomData }
    }

    fn cast<L>(&self) -> Client<L> {
        Client { core: Arc::clone(&self.core), kind: PhantomData }
    }

    /// Sends a typed request; its endpoint decides what is answered.
    pub fn send<E: On<K>>(&self, request: E) -> Call<'_, Self, E> {
        Call::new(self, request)
    }

    /// Calls any path of the platform, whether this library knows it or not: `body` is sent as
    /// JSON (the fields of a GET go into the query), and JSON is answered.
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

    /// Where the client takes its access token from; another client of the same account can share
    /// it.
    pub fn credentials(&self) -> Arc<dyn CredentialSource> {
        Arc::clone(&self.core.source)
    }

    /// The same client without its kind.
    pub fn any(&self) -> Client<Any> {
        self.cast()
    }

    pub(crate) async fn open(&self, call: Outgoing, options: CallOptions) -> Result<Got, Error> {
        self.core.exchange(call, options, true).await
    }

    pub(crate) fn messenger(&self) -> &dyn Messenger {
        &*self.core.messenger
    }
}

impl Client<Any> {
    fn narrow<K: AccountKind>(&self) -> Option<Client<K>> {
        (K::ROLE == Some(self.core.account.role())).then(|| self.cast())
    }

    /// The client as an Official Account's, if the account is one.
    pub fn official(&self) -> Option<Client<Official>> {
        self.narrow()
    }

    /// The client as a Mini Program's, if the account is one.
    pub fn mini(&self) -> Option<Client<Mini>> {
        self.narrow()
    }

    /// The client as a WeCom app's, if the account is one.
    pub fn work(&self) -> Option<Client<Work>> {
        self.narrow()
    }
}

impl Core {
    /// How long a call may take: files take longer than words.
    fn limit(&self, call: &Outgoing, options: CallOptions) -> Duration {
        let files = call.form() == ReplyForm::File || matches!(call.body(), Body::Multipart(_));
        let default = if files { self.deadline * 4 } else { self.deadline };
        options.timeout.unwrap_or(default)
    }

    /// Sends a call, and tells about it.
    async fn exchange(
        &self,
        call: Outgoing,
        options: CallOptions,
        streams: bool,
    ) -> Result<Got, Error> {
        let name = format!("{} {}", call.method(), call.path());
        let span = debug_span!(
            "weixin_call",
            endpoint = call.name(),
            call = %name,
            account = %self.account,
            code = field::Empty,
            attempts = field::Empty,
            millis = field::Empty,
        );
        let limit = self.limit(&call, options);
        let clock = &self.line.clock;
        let started = clock.now();
        let attempts = Attempts::default();
        let outcome = async {
            let deadline = started + limit;
            let outcome = clock.timeout(limit, self.deliver(&call, deadline, streams, &attempts));
            let outcome = outcome.await.unwrap_or_else(|_| {
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
            if let Some(metrics) = &self.metrics {
                metrics.call(&report);
            }
            outcome
        };
        outcome.instrument(span).await.map_err(|error| error.in_call(name))
    }

    async fn deliver(
        &self,
        call: &Outgoing,
        deadline: Timestamp,
        streams: bool,
        attempts: &Attempts,
    ) -> Result<Got, Error> {
        let permit = match &self.gate {
            Some(gate) => Arc::clone(gate).acquire_owned().await.ok(),
            None => None,
        };
        if self.line.clock.now() >= deadline {
            let message = "the time was over before it was the call's turn";
            return Err(Error::new(ErrorKind::Timeout, message));
        }
        let product = self.account.product();
        let carriage = Carriage { call, product, deadline, streams, attempts };
        let source = Some(&*self.source);
        let got = if call.wants_secret() {
            let call = &self.with_secret(call)?;
            self.line.carry(Carriage { call, ..carriage }, source).await
        } else {
            self.line.carry(carriage, source).await
        };
        match got? {
            Got::File(file) => Ok(Got::File(Box::new(file.holding(permit)))),
            answer => Ok(answer),
        }
    }

    /// The call with the account's secret in it.
    fn with_secret(&self, call: &Outgoing) -> Result<Outgoing, Error> {
        if self.secret.is_empty() {
            let message = "this call needs the account's secret, which this client does not have";
            return Err(Error::new(ErrorKind::Credential, message));
        }
        Ok(call.clone().with_secret(&self.secret))
    }
}

impl<K: AccountKind> Caller for Client<K> {
    type Kind = K;

    fn account(&self) -> &AccountId {
        &self.core.account
    }

    fn exchange(
        &self,
        call: Outgoing,
        options: CallOptions,
    ) -> BoxFuture<'_, Result<Answer, Error>> {
        Box::pin(async move { self.core.exchange(call, options, false).await?.whole() })
    }

    fn now(&self) -> Timestamp {
        self.core.line.clock.now()
    }

    fn derived(&self, flow: Arc<dyn CredentialFlow>) -> Arc<dyn CredentialSource> {
        let core = &self.core;
        // An entry is put in as a whole.
        let mut derived = core.derived.lock().unwrap_or_else(PoisonError::into_inner);
        let source = derived.entry(flow.key()).or_insert_with(|| {
            let upstream = Some(Arc::clone(&core.source));
            Arc::new(Fetched::new(flow, upstream, Arc::clone(&core.line)))
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
        f.debug_tuple("Client").field(&format_args!("{}", self.core.account)).finish()
    }
}
