//! Credentials from a central server, for many programs that call as the same account.

use std::{fmt, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{Request, Uri, header};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use tracing::{debug, warn};
use weixin_api::{
    AccountId, BoxFuture, Clock, CredentialSource, Error, ErrorKind, SystemClock, Timestamp,
    lenient,
};
use weixin_protocol::Secret;

use crate::{
    Body, Transport,
    http::{Egress, Network},
};

/// How long the server may take.
const LIMIT: Duration = Duration::from_secs(20);
/// How long a failure is remembered, and how long what is there is used in its place.
const PAUSE: Duration = Duration::from_secs(5);
/// How large an answer may be, in bytes.
const LARGEST: usize = 64 << 10;

/// A [`CredentialSource`] that asks a central server, such as `weixin token-server`. Only the server
/// knows the account's secret, and only it fetches tokens; the programs share what it has.
///
/// The server is asked by `POST ADDRESS/credential` with the header `Authorization: Bearer KEY` and
/// JSON, and answers JSON:
///
/// | | |
/// |---|---|
/// | `{"account":"official:wx0123"}` | a credential of this account |
/// | `{"account":"…","bad":"…"}` | another one than this, which the platform has refused |
/// | → 200 `{"credential":"…","use_for":60}` | the credential, and for how many seconds it may be used without asking again |
/// | → any other status, `{"error":"…"}` | why there is none |
///
/// What was answered is used until the platform refuses it or the time is over; when the server
/// cannot be reached, for longer.
pub struct CentralCredentials {
    address: Uri,
    key: Secret,
    account: AccountId,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    // Held while the server is asked, so that one call of many asks it.
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    held: Option<(Secret, Timestamp)>,
    failure: Option<(Error, Timestamp)>,
}

#[derive(Serialize)]
struct Question<'a> {
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
struct Complaint {
    error: String,
}

impl CentralCredentials {
    /// Asks the server at `address` (`http://127.0.0.1:7080`) for the credential of `account`. The
    /// key proves to the server that it may. What travels is secret: let the way be TLS, or a
    /// network of your own.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] when the address is none.
    pub fn new(address: &str, key: impl Into<Secret>, account: AccountId) -> Result<Self, Error> {
        let unfit = || {
            let message = "the token server's address is not one such as http://127.0.0.1:7080";
            Error::new(ErrorKind::Call, message)
        };
        let address = format!("{}/credential", address.trim_end_matches('/'));
        let address: Uri = address.parse().map_err(|_| unfit())?;
        match address.scheme_str() {
            Some("http" | "https") if address.authority().is_some() => {}
            _ => return Err(unfit()),
        }
        Ok(Self {
            address,
            key: key.into(),
            account,
            transport: Arc::new(Network::new(Egress::Direct)),
            clock: Arc::new(SystemClock),
            state: Mutex::default(),
        })
    }

    /// Takes the time from another clock than the computer's.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Asks by another transport than the network.
    #[must_use]
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = transport;
        self
    }

    /// What is there, or what the server says. `bad` is what the platform has refused.
    async fn find(&self, bad: Option<&Secret>) -> Result<Secret, Error> {
        let mut state = self.state.lock().await;
        let now = self.clock.now();
        let refused = |held: &Secret| bad.is_some_and(|bad| bad == held);
        if let Some((held, until)) = &state.held
            && now < *until
            && !refused(held)
        {
            return Ok(held.clone());
        }
        if let Some((error, until)) = &state.failure
            && now < *until
        {
            return Err(error.clone());
        }
        // Only of what is held here the server hears that it is bad: anything else it knows of.
        let bad = bad.filter(|bad| state.held.as_ref().is_none_or(|(held, _)| *bad == held));
        let asked = self.clock.timeout(LIMIT, self.ask(bad)).await.unwrap_or_else(|_| {
            Err(Error::new(ErrorKind::Timeout, "the token server gave no answer in time"))
        });
        let now = self.clock.now();
        match asked {
            Ok(Reply { credential, use_for }) => {
                debug!(account = %self.account, "the token server gave a credential");
                state.held = Some((credential.clone(), now + Duration::from_secs(use_for)));
                state.failure = None;
                Ok(credential)
            }
            Err(error) => {
                warn!(account = %self.account, %error, "the token server gave no credential");
                let still = state.held.as_ref().map(|(held, _)| held.clone());
                match still.filter(|held| error.is_retryable() && bad != Some(held)) {
                    Some(held) => {
                        state.held = Some((held.clone(), now + PAUSE));
                        Ok(held)
                    }
                    None => {
                        let error = error.with_kind(ErrorKind::Credential);
                        state.failure = Some((error.clone(), now + PAUSE));
                        Err(error)
                    }
                }
            }
        }
    }

    async fn ask(&self, bad: Option<&Secret>) -> Result<Reply, Error> {
        let question = Question { account: self.account.to_string(), bad: bad.map(Secret::expose) };
        let unfit = || Error::new(ErrorKind::Call, "the question cannot be written");
        let question = serde_json::to_vec(&question).map_err(|_| unfit())?;
        let request = Request::post(self.address.clone())
            .header(header::AUTHORIZATION, format!("Bearer {}", self.key.expose()))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(Bytes::from(question)))
            .map_err(|_| unfit())?;
        let answer = self.transport.send(request).await.map_err(|error| {
            let kind = match error.may_have_been_sent() {
                true => ErrorKind::Interrupted,
                false => ErrorKind::Connect,
            };
            Error::new(kind, "the token server cannot be reached").with_source(error)
        })?;
        let (head, body) = answer.into_parts();
        let mut body = Box::pin(body);
        let content = Body::read(body.as_mut(), Bytes::new(), LARGEST).await?;
        if head.status.is_success() {
            return lenient::from_slice(&content).map_err(|_| {
                Error::new(ErrorKind::Reply, "the token server's answer is not understood")
            });
        }
        let why = lenient::from_slice::<Complaint>(&content).map(|complaint| complaint.error);
        let why = why.unwrap_or_else(|_| format!("HTTP status {}", head.status.as_u16()));
        Err(Error::new(ErrorKind::Credential, format!("the token server says: {why}")))
    }
}

impl CredentialSource for CentralCredentials {
    fn get(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(self.find(None))
    }

    fn replace(&self, bad: Secret) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async move { self.find(Some(&bad)).await })
    }
}

impl fmt::Debug for CentralCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CentralCredentials")
            .field("account", &format_args!("{}", self.account))
            .finish_non_exhaustive()
    }
}
