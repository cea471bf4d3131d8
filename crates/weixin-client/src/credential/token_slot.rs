//! One token in a store: what all processes that share it know of the token.

use std::{pin::pin, sync::Arc, time::Duration};

use serde::{Deserialize, Serialize};
use tracing::{debug, warn};
use weixin_api::{Clock, CredentialKey, ErrCode, Error, ErrorKind, Timestamp};
use weixin_protocol::{Product, Secret};
use weixin_store::{CountOutcome, Key, Lease, LeaseOutcome, Store, Version, Write};

use super::{
    TokenOrigin,
    cached::{CachedToken, FetchFailure},
};

/// How long a process that fetches a token may be silent before another one takes over. This is the
/// delay if it dies.
pub(super) const LEASE: Duration = Duration::from_secs(10);

/// The time limit of one store operation.
const STORE_LIMIT: Duration = Duration::from_secs(6);

/// The platform allows this many forced renewals per day …
const FORCED_PER_DAY: u32 = 20;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// … this far apart.
const FORCED_APART: Duration = Duration::from_secs(30);

/// How many replaced refresh tokens are remembered, by fingerprint.
const REPLACED: usize = 16;

/// The entry of one token in the store.
pub(super) struct TokenSlot {
    store: Arc<dyn Store>,
    key: Key,
    clock: Arc<dyn Clock>,
}

/// The content of a slot.
#[derive(Debug)]
pub(super) struct StoredToken {
    version: Version,
    pub(super) token: Option<CachedToken>,
    failure: Option<AccountRejection>,
    /// The refresh token with which the token is obtained; `None` if it needs none.
    pub(super) grant: Option<Grant>,
}

/// A refresh token, and the ones it has replaced.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Grant {
    #[serde(serialize_with = "weixin_api::expose")]
    pub(super) refresh_token: Secret,
    /// Fingerprints of earlier refresh tokens, the latest last.
    #[serde(default)]
    replaced: Vec<String>,
}

/// The content of a slot as JSON. Unknown fields are ignored, so that a later release can add some.
#[derive(Serialize, Deserialize)]
struct Record {
    token: Option<TokenRecord>,
    failure: Option<AccountRejection>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    grant: Option<Grant>,
}

#[derive(Serialize, Deserialize)]
struct TokenRecord {
    #[serde(serialize_with = "weixin_api::expose")]
    value: Secret,
    /// In milliseconds since 1970, like all times here.
    renew: u64,
    end: u64,
    #[serde(default)]
    forced: bool,
}

/// The platform's rejection of the account's own data.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct AccountRejection {
    code: ErrCode,
    message: String,
    call: Option<String>,
    until: u64,
}

impl TokenSlot {
    pub(super) fn new(store: Arc<dyn Store>, key: Key, clock: Arc<dyn Clock>) -> Self {
        Self { store, key, clock }
    }

    /// Reads the content.
    pub(super) async fn load(&self) -> Result<Option<StoredToken>, weixin_store::Error> {
        let Some(entry) = self.in_time(self.store.get(&self.key)).await? else {
            return Ok(None);
        };
        let record: Record = serde_json::from_slice(entry.value.bytes()).map_err(|_| {
            // The parser's error could quote a token.
            let message =
                format!("the content of the store under {} is not an access token", self.key);
            weixin_store::Error::new(weixin_store::ErrorKind::Unreadable, message)
        })?;
        let token = record.token.map(|token| CachedToken {
            value: token.value,
            renew: Timestamp::from_millis(token.renew),
            end: Timestamp::from_millis(token.end),
            forced: token.forced,
            origin: TokenOrigin::Store,
        });
        let (failure, grant) = (record.failure, record.grant);
        Ok(Some(StoredToken { version: entry.version, token, failure, grant }))
    }

    /// Asks for the lease, whose holder fetches the token.
    pub(super) async fn lease(&self) -> Result<LeaseOutcome, Error> {
        self.in_time(self.store.lease(&self.key, LEASE)).await.map_err(store_error)
    }

    /// Renews the lease. If that fails, the final write will detect it.
    pub(super) async fn renew(&self, lease: &Lease) {
        if let Err(error) = self.in_time(self.store.renew(lease, LEASE)).await {
            debug!(%error, "the lease could not be renewed");
        }
    }

    /// Releases the lease. If that fails, the others wait until it expires.
    pub(super) async fn release(&self, lease: &Lease) {
        if let Err(error) = self.in_time(self.store.release(lease)).await {
            debug!(%error, "the lease could not be released");
        }
    }

    /// Waits until the content differs from what was seen, at most until a lease would expire.
    pub(super) async fn wait(
        &self,
        seen: Option<&StoredToken>,
        until: Timestamp,
    ) -> Result<(), weixin_store::Error> {
        let seen = seen.map(|stored| stored.version);
        self.store.wait(&self.key, seen, until).await.map(drop)
    }

    /// Stores a token for all processes, and the refresh token for the next one. `false` if the
    /// lease was lost: nothing is stored then.
    pub(super) async fn save(
        &self,
        lease: &Lease,
        token: &CachedToken,
        grant: Option<&Grant>,
    ) -> bool {
        let record = Record { token: Some(token.into()), failure: None, grant: grant.cloned() };
        let written = match record.write(lease, token.end) {
            Ok(write) => self.in_time(self.store.write(&self.key, write)).await,
            Err(error) => Err(error),
        };
        match written {
            Ok(_) => true,
            Err(error) if error.kind() == weixin_store::ErrorKind::LeaseLost => false,
            Err(error) => {
                // The token can be used all the same. Other processes will fetch it themselves.
                warn!(%error, "the access token could not be stored");
                true
            }
        }
    }

    /// Stores a rejection that other processes would get as well, and keeps the rest. A rejection
    /// of the calling address is not stored, because other machines have other addresses.
    pub(super) async fn note_failure(
        &self,
        lease: &Lease,
        seen: Option<StoredToken>,
        error: &Error,
        until: Timestamp,
    ) {
        let Some(code) = error.code().filter(|code| !is_about_address(*code)) else { return };
        let failure = AccountRejection {
            code,
            message: error.message().to_owned(),
            call: error.call().map(str::to_owned),
            until: until.as_millis(),
        };
        let token = seen.as_ref().and_then(|stored| stored.token.as_ref());
        let expires = token.map_or(until, |token| token.end.max(until));
        let record = Record {
            token: token.map(TokenRecord::from),
            failure: Some(failure),
            grant: seen.as_ref().and_then(|stored| stored.grant.clone()),
        };
        // A concurrent change must not be undone.
        let written = match (record.write(lease, expires), &seen) {
            (Ok(write), Some(stored)) => {
                let write = write.if_version(stored.version);
                self.in_time(self.store.write(&self.key, write)).await
            }
            (Ok(write), None) => self.in_time(self.store.write(&self.key, write.if_absent())).await,
            (Err(error), _) => Err(error),
        };
        if let Err(error) = written {
            debug!(%error, "a rejection could not be stored");
        }
    }

    /// Records that a renewal is forced now, if the platform's limits allow one more, counted over
    /// all processes.
    pub(super) async fn note_forced(&self) -> Result<(), Error> {
        let forced = self.key.join("forced");
        for (name, limit, window) in [("apart", 1, FORCED_APART), ("day", FORCED_PER_DAY, DAY)] {
            let key = forced.join(name);
            let counted = self.in_time(self.store.try_count(&key, limit, window)).await;
            if let CountOutcome::Full { .. } = counted.map_err(store_error)? {
                let message = "the platform rejects the access token it has issued, and renewing it \
                               by force is allowed 20 times a day, 30 seconds apart";
                return Err(Error::new(ErrorKind::Credential, message));
            }
        }
        Ok(())
    }

    /// Runs a store operation with a time limit. The limit is applied in two halves, so that a
    /// computer that wakes from sleep, and sees a lot of time gone at once, does not give up at
    /// once.
    async fn in_time<T>(
        &self,
        operation: impl Future<Output = Result<T, weixin_store::Error>>,
    ) -> Result<T, weixin_store::Error> {
        let mut operation = pin!(operation);
        for _ in 0..2 {
            if let Ok(outcome) = self.clock.timeout(STORE_LIMIT / 2, &mut operation).await {
                return outcome;
            }
        }
        let message = format!("no answer within {STORE_LIMIT:?}");
        Err(weixin_store::Error::new(weixin_store::ErrorKind::Unreachable, message))
    }
}

impl Record {
    /// Writes the record until `expires`, or without expiry if it holds a refresh token.
    fn write(&self, lease: &Lease, expires: Timestamp) -> Result<Write, weixin_store::Error> {
        let json = serde_json::to_vec(self).map_err(|_| {
            let message = "an access token could not be written as JSON";
            weixin_store::Error::new(weixin_store::ErrorKind::Invalid, message)
        })?;
        let write = Write::put(json).under(lease);
        Ok(if self.grant.is_some() { write } else { write.expiring(expires) })
    }
}

impl StoredToken {
    /// The stored failure, while it is to be remembered.
    pub(super) fn failure(&self, product: Product, now: Timestamp) -> Option<FetchFailure> {
        let rejection = self.failure.clone()?;
        let until = Timestamp::from_millis(rejection.until);
        let mut error = Error::platform(product, rejection.code, rejection.message);
        if let Some(call) = rejection.call {
            error = error.in_call(call);
        }
        (now < until).then_some(FetchFailure { error, until: Some(until) })
    }
}

impl Grant {
    /// The later of the refresh token given to this program and the stored one. The given one is
    /// later only if the store has never seen it: the owner has authorized again.
    pub(super) fn latest(given: Secret, stored: Option<&Grant>) -> Self {
        let Some(stored) = stored else {
            return Self { refresh_token: given, replaced: Vec::new() };
        };
        let known = stored.refresh_token == given
            || stored.replaced.contains(&CredentialKey::fingerprint_of(&given));
        if known { stored.clone() } else { stored.replaced_by(given) }
    }

    /// The same grant after the platform has replaced the refresh token.
    pub(super) fn replaced_by(&self, refresh_token: Secret) -> Self {
        let mut replaced = self.replaced.clone();
        replaced.push(CredentialKey::fingerprint_of(&self.refresh_token));
        replaced.drain(..replaced.len().saturating_sub(REPLACED));
        Self { refresh_token, replaced }
    }
}

impl From<&CachedToken> for TokenRecord {
    fn from(CachedToken { value, renew, end, forced, .. }: &CachedToken) -> Self {
        let (renew, end) = (renew.as_millis(), end.as_millis());
        Self { value: value.clone(), renew, end, forced: *forced }
    }
}

/// Whether a rejection concerns the calling address and not the account: the address is not in the
/// allowlist, or waits for an administrator's approval.
fn is_about_address(code: ErrCode) -> bool {
    matches!(code.get(), 40164 | 60020 | 61004 | 89501 | 89503 | 89506 | 89507)
}

/// Turns a store error into the error of a call. A transient one is remembered only briefly.
pub(super) fn store_error(error: weixin_store::Error) -> Error {
    let kind = if error.is_retryable() { ErrorKind::Connect } else { ErrorKind::Credential };
    Error::new(kind, format!("the store of access tokens: {error}")).with_source(error)
}
