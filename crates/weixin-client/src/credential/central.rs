//! Credentials from a central server, for many programs that call as the same account.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use futures_util::{FutureExt, future::Shared};
use http::{Request, StatusCode, Uri, header};
use serde::{Deserialize, Serialize};
use tracing::{debug, warn};
use weixin_api::{
    AccountId, BoxFuture, Clock, CredentialSource, Error, ErrorKind, SystemClock, Timestamp,
    lenient,
};
use weixin_protocol::Secret;

use crate::{
    metrics::TokenFetch,
    transport::{Body, Egress, Network, Transport},
};

/// How long the server may take to answer.
const LIMIT: Duration = Duration::from_secs(3);
/// How long a failure is remembered; the server is not asked again during that time.
const PAUSE: Duration = Duration::from_secs(5);
/// The largest answer, in bytes.
const LARGEST: usize = 64 << 10;
/// How often a call whose credential was rejected waits for an answer: a request of another call
/// may bring the same credential again.
const ROUNDS: usize = 3;

/// A [`CredentialSource`] that asks a central server, such as `weixin token-server`. Only the
/// server has the account's secret, and only it fetches tokens; the programs share its tokens.
///
/// The server is asked by `POST ADDRESS/credential` with the header `Authorization: Bearer KEY` and
/// JSON, and answers JSON:
///
/// | | |
/// |---|---|
/// | `{"account":"official:wx0123"}` | a credential of this account |
/// | `{"account":"…","bad":"…"}` | another one than this, which the platform has rejected |
/// | → 200 `{"credential":"…","use_for":60}` | the credential, and for how many seconds it may be used without asking again |
/// | → any other status, `{"error":"…"}` | why there is none |
///
/// When that time is over, the server is asked in the background, and the previous credential stays
/// in use meanwhile. If the server cannot be reached, it stays in use until the platform rejects
/// it. An error status without `error` comes from a proxy in between and is treated in the same
/// way. The server has 3 seconds to answer.
pub struct CentralCredentials {
    inner: Arc<Inner>,
}

/// The part that outlives the call that asked.
struct Inner {
    address: Uri,
    key: Secret,
    account: AccountId,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

/// A request to the server in flight.
type Pending = Shared<BoxFuture<'static, Result<Secret, Error>>>;

#[derive(Default)]
struct State {
    /// The credential from the server, and until when the server need not be asked again.
    held: Option<(Secret, Timestamp)>,
    failure: Option<(Error, Timestamp)>,
    pending: Option<Pending>,
}

enum Lookup {
    Value(Secret),
    Failure(Error),
    Pending(Pending),
}

#[derive(Serialize)]
struct CredentialRequest<'a> {
    account: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    bad: Option<&'a str>,
}

#[derive(Deserialize)]
struct Reply {
    credential: Secret,
    use_for: u64,
}

#[derive(Deserialize)]
struct ErrorReply {
    error: String,
}

impl CentralCredentials {
    /// Asks the server at `address` (`http://127.0.0.1:7080`) for the credential of `account`. The
    /// key authenticates this program to the server. The credential is secret: use TLS or a private
    /// network.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] if the address is malformed.
    pub fn new(address: &str, key: impl Into<Secret>, account: AccountId) -> Result<Self, Error> {
        let malformed = || {
            let message = "the token server's address is not one such as http://127.0.0.1:7080";
            Error::new(ErrorKind::Call, message)
        };
        let address = format!("{}/credential", address.trim_end_matches('/'));
        let address: Uri = address.parse().map_err(|_| malformed())?;
        let is_tls = match address.scheme_str() {
            Some("http") => false,
            Some("https") => true,
            _ => return Err(malformed()),
        };
        if address.authority().is_none() {
            return Err(malformed());
        }
        let inner = Inner {
            address,
            key: key.into(),
            account,
            transport: Arc::new(Network::new(Egress::Direct, is_tls)),
            clock: Arc::new(SystemClock),
            state: Mutex::default(),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Takes the time from another clock than the system's. For tests.
    #[must_use]
    pub fn clock(self, clock: Arc<dyn Clock>) -> Self {
        self.changed(|inner| inner.clock = clock)
    }

    /// Sends its requests through another transport than the network.
    #[must_use]
    pub fn transport(self, transport: Arc<dyn Transport>) -> Self {
        self.changed(|inner| inner.transport = transport)
    }

    /// The same source with other settings, before it is used.
    fn changed(self, change: impl FnOnce(&mut Inner)) -> Self {
        let inner = &*self.inner;
        let mut inner = Inner {
            address: inner.address.clone(),
            key: inner.key.clone(),
            account: inner.account.clone(),
            transport: Arc::clone(&inner.transport),
            clock: Arc::clone(&inner.clock),
            state: Mutex::default(),
        };
        change(&mut inner);
        Self { inner: Arc::new(inner) }
    }
}

impl Inner {
    fn state(&self) -> MutexGuard<'_, State> {
        // Every change to the state is complete before anything that could panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The credential held, unless it is `bad`; the failure that is still remembered; or the
    /// request that will bring one.
    fn lookup(self: &Arc<Self>, bad: Option<&Secret>) -> Lookup {
        let now = self.clock.now();
        let mut state = self.state();
        let running = state.pending.as_ref().filter(|pending| pending.peek().is_none()).cloned();
        let failure = state.failure.as_ref().filter(|(_, until)| now < *until);
        let failure = failure.map(|(error, _)| error.clone());
        if let Some((held, until)) = &state.held
            && bad != Some(held)
        {
            let (value, is_due) = (held.clone(), now >= *until);
            if is_due && running.is_none() && failure.is_none() {
                self.spawn_request(&mut state, None);
            }
            return Lookup::Value(value);
        }
        if let Some(running) = running {
            return Lookup::Pending(running);
        }
        if let Some(error) = failure {
            return Lookup::Failure(error);
        }
        // Only the credential held here is reported as bad: any other has been replaced already.
        let bad = bad.filter(|bad| state.held.as_ref().is_none_or(|(held, _)| *bad == held));
        match self.spawn_request(&mut state, bad.cloned()) {
            Some(pending) => Lookup::Pending(pending),
            None => {
                let message = "the token server can only be asked inside a Tokio runtime";
                Lookup::Failure(Error::new(ErrorKind::Credential, message))
            }
        }
    }

    /// Asks the server in a task; `None` outside a runtime.
    fn spawn_request(self: &Arc<Self>, state: &mut State, bad: Option<Secret>) -> Option<Pending> {
        let runtime = tokio::runtime::Handle::try_current().ok()?;
        let inner = Arc::clone(self);
        let task = runtime.spawn(async move {
            let asked = inner.clock.timeout(LIMIT, inner.ask(bad.as_ref())).await;
            let asked = asked.unwrap_or_else(|_| {
                Err(Error::new(ErrorKind::Timeout, "the token server did not answer in time"))
            });
            inner.complete(asked, bad.as_ref())
        });
        let pending: BoxFuture<'static, _> = Box::pin(async move {
            task.await.unwrap_or_else(|_| {
                let message = "the request to the token server was stopped";
                Err(Error::new(ErrorKind::Credential, message))
            })
        });
        Some(state.pending.insert(pending.shared()).clone())
    }

    /// Processes the result of a request.
    fn complete(&self, asked: Result<Reply, Error>, bad: Option<&Secret>) -> Result<Secret, Error> {
        TokenFetch::start(&self.account).end(asked.as_ref().err());
        let now = self.clock.now();
        let mut state = self.state();
        state.pending = None;
        let error = match asked {
            Ok(Reply { credential, use_for }) => {
                debug!(account = %self.account, "the token server gave a credential");
                let is_same = bad == Some(&credential);
                state.held = Some((credential.clone(), now + Duration::from_secs(use_for)));
                state.failure = None;
                if !is_same {
                    return Ok(credential);
                }
                let message = "the platform rejects the credential in this call and the token \
                               server gives the same one again, so it stays in use";
                Error::new(ErrorKind::Credential, message)
            }
            Err(error) => {
                warn!(account = %self.account, %error, "the token server gave no credential");
                // The server rejects this program: it may no longer use the credential it was
                // given.
                if error.kind() == ErrorKind::Credential && bad.is_none() {
                    state.held = None;
                }
                error.with_kind(ErrorKind::Credential)
            }
        };
        state.failure = Some((error.clone(), now + PAUSE));
        Err(error)
    }

    async fn ask(&self, bad: Option<&Secret>) -> Result<Reply, Error> {
        let question =
            CredentialRequest { account: self.account.to_string(), bad: bad.map(Secret::expose) };
        let malformed =
            || Error::new(ErrorKind::Call, "the request to the token server cannot be written");
        let question = serde_json::to_vec(&question).map_err(|_| malformed())?;
        let request = Request::post(self.address.clone())
            .header(header::AUTHORIZATION, format!("Bearer {}", self.key.expose()))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(Bytes::from(question)))
            .map_err(|_| malformed())?;
        let answer = self.transport.send(request).await.map_err(|error| {
            let kind = match error.may_have_been_sent() {
                true => ErrorKind::Interrupted,
                false => ErrorKind::Connect,
            };
            Error::new(kind, "the token server cannot be reached").with_source(error)
        })?;
        let (head, mut body) = answer.into_parts();
        let content = body.read(Bytes::new(), LARGEST).await?;
        if head.status.is_success() {
            return lenient::from_slice(&content).map_err(|_| {
                Error::new(ErrorKind::Reply, "the token server's answer cannot be read")
            });
        }
        let status = head.status;
        match lenient::from_slice::<ErrorReply>(&content) {
            // A failure of the server says nothing about this program.
            Ok(ErrorReply { error }) if status.is_server_error() => {
                Err(Error::new(ErrorKind::Reply, format!("the token server says: {error}")))
            }
            Ok(ErrorReply { error }) => {
                Err(Error::new(ErrorKind::Credential, format!("the token server says: {error}")))
            }
            Err(_) if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS => {
                let message =
                    format!("the token server cannot be reached: HTTP status {}", status.as_u16());
                Err(Error::new(ErrorKind::Connect, message))
            }
            Err(_) => {
                let message = format!("the token server says: HTTP status {}", status.as_u16());
                Err(Error::new(ErrorKind::Credential, message))
            }
        }
    }
}

impl CredentialSource for CentralCredentials {
    fn get(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async {
            match self.inner.lookup(None) {
                Lookup::Value(value) => Ok(value),
                Lookup::Failure(error) => Err(error),
                Lookup::Pending(pending) => pending.await,
            }
        })
    }

    fn replace(&self, bad: Secret) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async move {
            for _ in 0..ROUNDS {
                match self.inner.lookup(Some(&bad)) {
                    Lookup::Value(value) => return Ok(value),
                    Lookup::Failure(error) => return Err(error),
                    Lookup::Pending(pending) => match pending.await {
                        Ok(value) if value != bad => return Ok(value),
                        // The request was sent before the rejection.
                        Ok(_) => {}
                        Err(error) => return Err(error),
                    },
                }
            }
            let message = "the platform rejected the credential, and the token server has no other";
            Err(Error::new(ErrorKind::Credential, message))
        })
    }
}

impl fmt::Debug for CentralCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CentralCredentials({})", self.inner.account)
    }
}
