//! Credentials, and how they are obtained.

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

/// An access token from the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Credential {
    /// The token itself.
    pub value: Secret,
    /// How long it is valid from the time it was issued; `None` if that is not known.
    pub lifetime: Option<Duration>,
    /// The refresh token that came with it, with which the next credential is obtained. `None` if
    /// there was none: the previous one stays valid.
    pub refresh_token: Option<Secret>,
}

impl Credential {
    /// A token with this lifetime, counted from the time it was issued; `None` if that is not
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

/// The platform's usual answer with a credential.
#[endpoint(part)]
pub struct AccessToken {
    /// The token, up to 512 characters.
    #[serde(serialize_with = "crate::expose")]
    pub access_token: Secret,
    /// Its lifetime in seconds from now.
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

/// How the credential of an account is obtained, as calls to be sent: the flow itself performs no
/// I/O.
pub trait CredentialFlow: fmt::Debug + Send + Sync {
    /// The key under which the credential may be shared.
    fn key(&self) -> CredentialKey;

    /// The call that obtains a credential. Its [`auth`](ApiRequest::auth) may require another
    /// credential: a JS-SDK ticket is obtained with the account's access token.
    ///
    /// It is async because some calls contain a ticket that the platform has pushed, which a
    /// [`TicketSource`] keeps.
    ///
    /// # Errors
    ///
    /// If the call cannot be encoded, or there is no ticket yet.
    fn fetch(&self) -> BoxFuture<'_, Result<ApiRequest, Error>>;

    /// The refresh token that was given to this program, for credentials that are obtained with
    /// one. If several processes share a store, the store has the latest one, and
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

    /// Called with the new refresh token after it has replaced another one and was stored.
    fn keep_refresh_token(&self, _refresh_token: &Secret) {}

    /// The call that obtains a new credential although the current one has not expired. `None` if
    /// the platform has no such call.
    fn force(&self) -> Option<Result<ApiRequest, Error>>;

    /// Reads the answer to either call.
    ///
    /// # Errors
    ///
    /// If the answer contains no credential.
    fn read(&self, answer: ApiResponse) -> Result<Credential, Error>;
}

/// Keeps the ticket that the platform pushes to a third-party platform or a suite every ten
/// minutes, and that is exchanged for its token: in memory ([`LatestTicket`]), or wherever all
/// machines can read it.
pub trait TicketSource: fmt::Debug + Send + Sync {
    /// The latest ticket.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credential`] if none has been pushed yet.
    fn latest(&self) -> BoxFuture<'_, Result<Secret, Error>>;
}

/// The latest ticket, in the memory of this process. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct LatestTicket(Arc<Mutex<Option<Secret>>>);

impl LatestTicket {
    /// Without a ticket.
    pub fn new() -> Self {
        Self::default()
    }

    /// Stores the ticket of a push in place of the previous one.
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

/// Provides a client's credential: from the platform with a [`CredentialFlow`], from a central
/// server, or from elsewhere.
///
/// An implementation is shared by all calls of a client and asked before each of them, so it should
/// answer from memory whenever possible.
pub trait CredentialSource: fmt::Debug + Send + Sync {
    /// A credential that is probably valid.
    fn get(&self) -> BoxFuture<'_, Result<Secret, Error>>;

    /// A credential other than `bad`, which the platform has just rejected. If the source already
    /// holds another one, it is returned without fetching. If there is no other one, that is an
    /// error; the rejected credential may still be valid for other calls.
    fn replace(&self, bad: Secret) -> BoxFuture<'_, Result<Secret, Error>>;

    /// Called when the platform has accepted this credential in a call. It helps a source to decide
    /// whether a rejection concerns the credential or only one call.
    fn accepted(&self, _value: &Secret) {}
}

/// Identifies a credential where several are stored together. Two accounts, two apps of one
/// corporation or two secrets of one app never share one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CredentialKey {
    account: AccountId,
    kind: &'static str,
    fingerprint: String,
}

impl CredentialKey {
    /// The key of the credential of type `kind` that `account` obtains with `secret`. Only a
    /// fingerprint of the secret is kept.
    pub fn new(account: AccountId, kind: &'static str, secret: &Secret) -> Self {
        Self { account, kind, fingerprint: Self::fingerprint_of(secret) }
    }

    /// A short digest of a secret: it distinguishes secrets and reveals nothing else about them.
    pub fn fingerprint_of(secret: &Secret) -> String {
        let digest = Sha1::new().chain_update("weixin credential\0").chain_update(secret.expose());
        digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The key of the credential of type `kind` that `account` obtains with its own credential.
    pub fn derived(account: AccountId, kind: &'static str) -> Self {
        Self { account, kind, fingerprint: "derived".to_owned() }
    }

    /// The account.
    pub fn account(&self) -> &AccountId {
        &self.account
    }

    /// The parts of the key, to build a name in a store.
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

/// A credential that never changes, for tests and short scripts.
#[derive(Debug, Clone)]
pub struct StaticCredential(Secret);

impl StaticCredential {
    /// A source that always returns `value`.
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
                let message = "the platform rejected the fixed credential, and there is no other";
                Err(Error::new(ErrorKind::Credential, message))
            } else {
                Ok(self.0.clone())
            }
        })
    }
}
