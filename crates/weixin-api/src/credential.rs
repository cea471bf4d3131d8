//! What proves to the platform who is calling, and how it is obtained.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use sha1::{Digest, Sha1};
use weixin_protocol::Secret;

use crate::{
    AccountId, BoxFuture, Error, ErrorKind, endpoint,
    wire::{ApiRequest, ApiResponse},
};

/// An access token as the platform hands it out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Credential {
    /// The token itself.
    pub value: Secret,
    /// How long it lives from the moment it was handed out; `None` when that is not known.
    pub lifetime: Option<Duration>,
    /// The refresh token that came with it, for credentials that are obtained with one: the next
    /// credential is obtained with this one. `None`: it stays as it is.
    pub refresh_token: Option<Secret>,
}

impl Credential {
    /// A token that lives this long from the moment it was handed out; `None` when that is not
    /// known.
    pub fn new(value: impl Into<Secret>, lifetime: Option<Duration>) -> Self {
        Self { value: value.into(), lifetime, refresh_token: None }
    }

    /// The same token with the refresh token that came with it.
    pub fn with_refresh_token(mut self, refresh_token: Secret) -> Self {
        self.refresh_token = Some(refresh_token);
        self
    }
}

/// The usual answer of the platform that holds a credential.
#[endpoint(part)]
pub struct AccessToken {
    /// The token, up to 512 characters.
    #[serde(serialize_with = "crate::expose")]
    pub access_token: Secret,
    /// Seconds from now.
    pub expires_in: u64,
}

impl TryFrom<AccessToken> for Credential {
    type Error = Error;

    fn try_from(token: AccessToken) -> Result<Self, Error> {
        if token.access_token.is_empty() {
            return Err(Error::new(ErrorKind::Reply, "the access token is empty"));
        }
        let lifetime = Some(Duration::from_secs(token.expires_in));
        Ok(Self::new(token.access_token, lifetime))
    }
}

/// How the credential of one account is obtained, as calls to be sent: the flow itself performs
/// no I/O.
pub trait CredentialFlow: fmt::Debug + Send + Sync {
    /// The key under which the credential may be shared.
    fn key(&self) -> CredentialKey;

    /// The call that obtains a credential. Its [`auth`](ApiRequest::auth) may name another
    /// credential, with which this one is obtained: that of the account for a ticket of the
    /// JS-SDK.
    ///
    /// It is a future because some calls hold a ticket that the platform has pushed, which a
    /// [`TicketSource`] keeps.
    ///
    /// # Errors
    ///
    /// When the call cannot be written, or there is no ticket yet.
    fn fetch(&self) -> BoxFuture<'_, Result<ApiRequest, Error>>;

    /// The refresh token that this program was given, for credentials that are obtained with one.
    /// Where several processes share a store it has the latest, and
    /// [`fetch_with`](CredentialFlow::fetch_with) is called with that.
    fn refresh_token(&self) -> Option<Secret> {
        None
    }

    /// The call that obtains a credential with this refresh token; [`fetch`](CredentialFlow::fetch)
    /// for flows without one.
    ///
    /// # Errors
    ///
    /// As [`fetch`](CredentialFlow::fetch).
    fn fetch_with<'a>(
        &'a self,
        _refresh_token: &'a Secret,
    ) -> BoxFuture<'a, Result<ApiRequest, Error>> {
        self.fetch()
    }

    /// Is told of a refresh token that has replaced another one, after it was stored.
    fn keep_refresh_token(&self, _refresh_token: &Secret) {}

    /// The call that obtains a new credential even though the present one has not expired. `None`
    /// when the platform has no such call.
    fn force(&self) -> Option<Result<ApiRequest, Error>>;

    /// Reads the answer to either call.
    ///
    /// # Errors
    ///
    /// When there is no credential in it.
    fn read(&self, answer: ApiResponse) -> Result<Credential, Error>;
}

/// Where the ticket is kept that the platform pushes to a third-party platform or a suite every
/// ten minutes, and that is exchanged for its token: in memory ([`LatestTicket`]), or wherever all
/// machines find it.
pub trait TicketSource: fmt::Debug + Send + Sync {
    /// The ticket that was pushed last.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credential`] when none has been pushed yet.
    fn latest(&self) -> BoxFuture<'_, Result<Secret, Error>>;
}

/// The latest ticket, in the memory of this process. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct LatestTicket(Arc<Mutex<Option<Secret>>>);

impl LatestTicket {
    /// No ticket yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the ticket of a push, in place of the one before.
    pub fn put(&self, ticket: impl Into<Secret>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(ticket.into());
    }
}

impl TicketSource for LatestTicket {
    fn latest(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        let ticket = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Box::pin(async {
            ticket.ok_or_else(|| {
                let message = "the platform has pushed no ticket yet; it does so every ten minutes";
                Error::new(ErrorKind::Credential, message)
            })
        })
    }
}

/// Where a client takes its credential from: from the platform by a [`CredentialFlow`], from a
/// central server, from anywhere else.
///
/// Implementations are shared by all calls of a client and are asked before each of them, so they
/// answer from memory whenever they can.
pub trait CredentialSource: fmt::Debug + Send + Sync {
    /// A credential that is believed to be valid.
    fn get(&self) -> BoxFuture<'_, Result<Secret, Error>>;

    /// A credential other than `bad`, which the platform has just refused. When the source already
    /// holds another one, that one is returned and nothing is fetched. When there is no other one,
    /// that is an error, and the credential need not be bad for other calls.
    fn replace(&self, bad: Secret) -> BoxFuture<'_, Result<Secret, Error>>;

    /// Is told that the platform has accepted this credential in a call. A source can tell by that
    /// whether a refusal concerns its credential or only one call.
    fn accepted(&self, _value: &Secret) {}
}

/// Names a credential wherever several are kept together. Two accounts, two apps of one
/// corporation or two secrets of one app never share one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CredentialKey {
    account: AccountId,
    kind: &'static str,
    fingerprint: String,
}

impl CredentialKey {
    /// The key of the credential called `kind` that `account` obtains with `secret`. Of the secret
    /// only a fingerprint is kept.
    pub fn new(account: AccountId, kind: &'static str, secret: &Secret) -> Self {
        Self { account, kind, fingerprint: Self::fingerprint_of(secret) }
    }

    /// A short digest of a secret: it tells two of them apart and says nothing else about them.
    pub fn fingerprint_of(secret: &Secret) -> String {
        let digest = Sha1::new().chain_update("weixin credential\0").chain_update(secret.expose());
        digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The key of the credential called `kind` that `account` obtains with its own one.
    pub fn derived(account: AccountId, kind: &'static str) -> Self {
        Self { account, kind, fingerprint: "derived".to_owned() }
    }

    /// The account.
    pub fn account(&self) -> &AccountId {
        &self.account
    }

    /// Everything that tells this credential from others, to name it where it is kept.
    pub fn parts(&self) -> [String; 5] {
        [
            self.account.kind().to_string(),
            self.account.id().to_string(),
            self.account.agent().map(|agent| agent.to_string()).unwrap_or_default(),
            self.kind.to_owned(),
            self.fingerprint.clone(),
        ]
    }
}

impl fmt::Display for CredentialKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.account, self.kind, self.fingerprint)
    }
}

/// A credential that never changes, for a test or a short script.
#[derive(Debug, Clone)]
pub struct StaticCredential(Secret);

impl StaticCredential {
    /// A source that always gives `value`.
    pub fn new(value: impl Into<Secret>) -> Self {
        Self(value.into())
    }
}

impl CredentialSource for StaticCredential {
    fn get(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async { Ok(self.0.clone()) })
    }

    fn replace(&self, bad: Secret) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async move {
            if bad == self.0 {
                let message = "the platform refused the fixed credential, and there is no other";
                Err(Error::new(ErrorKind::Credential, message))
            } else {
                Ok(self.0.clone())
            }
        })
    }
}
