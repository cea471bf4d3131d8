//! The client of one account.

use std::{fmt, marker::PhantomData, sync::Arc, time::Duration};

use serde::Serialize;
use tracing::{Instrument, Span, debug, debug_span, field};
use weixin_api::{
    AccountId, AccountKind, Auth, BoxFuture, Call, CallOptions, Caller, CredentialSource, Error,
    ErrorKind, Method, On, Portable, RawCall, ReplyForm, Timestamp,
    kind::{Any, Mini, Official, Work},
    wire::{Answer, Body, Outgoing},
};
use weixin_protocol::Secret;

use crate::line::Line;

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
    pub(crate) portable: Arc<dyn Portable>,
    pub(crate) line: Arc<Line>,
    pub(crate) source: Arc<dyn CredentialSource>,
    pub(crate) deadline: Duration,
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

    pub(crate) fn portable(&self) -> &dyn Portable {
        &*self.core.portable
    }
}

impl Client<Any> {
    fn narrow<K: AccountKind>(&self) -> Option<Client<K>> {
        (K::PRODUCT == Some(self.core.account.product())).then(|| self.cast())
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

    async fn exchange(&self, call: Outgoing, options: CallOptions) -> Result<Answer, Error> {
        let name = format!("{} {}", call.method(), call.path());
        let span = debug_span!(
            "weixin_call",
            endpoint = call.name(),
            call = %name,
            account = %self.account,
            code = field::Empty,
            millis = field::Empty,
        );
        let limit = self.limit(&call, options);
        let clock = &self.line.clock;
        let started = clock.now();
        let outcome = clock.timeout(limit, self.deliver(&call, started + limit));
        let outcome = async {
            let outcome = outcome.await.unwrap_or_else(|_| {
                let message = format!("no answer within {limit:?}");
                Err(Error::new(ErrorKind::Timeout, message))
            });
            let span = Span::current();
            span.record("millis", clock.now().since(started).as_millis());
            match &outcome {
                Ok(_) => {
                    span.record("code", 0);
                    debug!("answered");
                }
                Err(error) => {
                    if let Some(code) = error.code() {
                        span.record("code", code.get());
                    }
                    debug!(%error, "failed");
                }
            }
            outcome
        };
        outcome.instrument(span).await.map_err(|error| error.in_call(name))
    }

    /// Sends the call, and once more with another token if the platform refuses the first.
    async fn deliver(&self, call: &Outgoing, deadline: Timestamp) -> Result<Answer, Error> {
        let product = self.account.product();
        let send = |credential: Option<Secret>| async move {
            self.line.deliver(call, product, credential.as_ref(), deadline).await
        };
        if call.auth() == Auth::None {
            return send(None).await;
        }
        let credential = self.source.get().await?;
        match send(Some(credential.clone())).await {
            Err(error) if error.code().is_some_and(|code| code.is_token_refused(product)) => {
                debug!(%error, "the access token was refused");
                send(Some(self.source.replace(credential).await?)).await
            }
            outcome => outcome,
        }
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
        Box::pin(self.core.exchange(call, options))
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
