//! Tokens in a store: what all processes that share it know about one.

use std::{fmt, sync::Arc, time::Duration};

use serde::{Deserialize, Serialize};
use tracing::{debug, warn};
use weixin_api::{CredentialKey, ErrCode, Error, ErrorKind, Timestamp};
use weixin_protocol::{Product, Secret};
use weixin_store::{Claim, Key, Lease, Store, Tally, Version, Write};

/// How long a process that fetches a token may be silent before another one takes over: the time
/// that is lost when it dies.
pub(crate) const LEASE: Duration = Duration::from_secs(10);

/// The platform allows this many forced renewals in a day …
const FORCED_PER_DAY: u32 = 20;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// … this far apart.
const FORCED_APART: Duration = Duration::from_secs(30);

/// All tokens in a store that belong to one environment: the platform, or an emulator.
#[derive(Debug)]
pub(crate) struct Shelf {
    store: Arc<dyn Store>,
    under: Key,
}

/// The place of one token.
pub(crate) struct Slot {
    store: Arc<dyn Store>,
    key: Key,
}

/// A token and its times.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub(crate) value: Secret,
    /// From then on it is renewed by the first call that comes along.
    pub(crate) renew: Timestamp,
    /// From then on it is not used.
    pub(crate) end: Timestamp,
}

/// What is in a slot.
#[derive(Debug)]
pub(crate) struct Kept {
    version: Version,
    pub(crate) token: Option<Held>,
    failure: Option<Refusal>,
}

/// Why there is no token, and until when nobody needs to ask again, if that is known.
#[derive(Debug)]
pub(crate) struct Setback {
    pub(crate) error: Error,
    pub(crate) until: Option<Timestamp>,
}

/// A slot's content as it is stored, in JSON. Fields that are not known are left alone, so that a
/// later release may add some.
#[derive(Serialize, Deserialize)]
struct Record {
    token: Option<Token>,
    failure: Option<Refusal>,
}

#[derive(Serialize, Deserialize)]
struct Token {
    #[serde(serialize_with = "weixin_api::expose")]
    value: Secret,
    /// Milliseconds since 1970, as everywhere here.
    renew: u64,
    end: u64,
}

/// The platform's refusal of the account's own data.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Refusal {
    code: ErrCode,
    message: String,
    call: Option<String>,
    until: u64,
}

impl Shelf {
    /// The tokens in `store` of an environment, which is the address of an emulator or empty.
    pub(crate) fn new(store: Arc<dyn Store>, environment: &str) -> Self {
        Self { store, under: Key::new("credential").join(environment) }
    }

    pub(crate) fn slot(&self, key: &CredentialKey) -> Slot {
        let key = key.parts().iter().fold(self.under.clone(), |key, part| key.join(part));
        Slot { store: Arc::clone(&self.store), key }
    }
}

impl Slot {
    /// What is there.
    pub(crate) async fn look(&self) -> Result<Option<Kept>, Error> {
        let Some(entry) = self.store.get(&self.key).await.map_err(trouble)? else {
            return Ok(None);
        };
        let record = serde_json::from_slice(entry.value.bytes()).unwrap_or_else(|_| {
            warn!(key = %self.key, "what the store has is no access token and will be replaced");
            Record { token: None, failure: None }
        });
        let token = record.token.map(|Token { value, renew, end }| Held {
            value,
            renew: Timestamp::from_millis(renew),
            end: Timestamp::from_millis(end),
        });
        Ok(Some(Kept { version: entry.version, token, failure: record.failure }))
    }

    /// Removes what was seen, unless there is something else by now.
    pub(crate) async fn reject(&self, seen: &Kept) -> Result<(), Error> {
        let write = Write::delete().if_version(seen.version);
        self.store.write(&self.key, write).await.map(drop).map_err(trouble)
    }

    /// Asks to be the one that fetches.
    pub(crate) async fn lease(&self) -> Result<Claim, Error> {
        self.store.lease(&self.key, LEASE).await.map_err(trouble)
    }

    /// Goes on being the one that fetches. If that fails, the write at the end tells.
    pub(crate) async fn renew(&self, lease: &Lease) {
        if let Err(error) = self.store.renew(lease, LEASE).await {
            debug!(%error, "the lease could not be renewed");
        }
    }

    /// Lets others fetch. If that fails, they wait until the end of the lease.
    pub(crate) async fn release(&self, lease: &Lease) {
        if let Err(error) = self.store.release(lease).await {
            debug!(%error, "the lease could not be given back");
        }
    }

    /// Waits until there is something else than was seen, at most until the end of a lease.
    pub(crate) async fn wait(&self, seen: Option<&Kept>, until: Timestamp) -> Result<(), Error> {
        let seen = seen.map(|kept| kept.version);
        self.store.wait(&self.key, seen, until).await.map(drop).map_err(trouble)
    }

    /// Puts a token there for everybody. `false` if the lease was lost: then nothing was put.
    pub(crate) async fn keep(&self, lease: &Lease, held: &Held) -> bool {
        let record = Record { token: Some(held.into()), failure: None };
        let written = match record.write(lease, held.end) {
            Ok(write) => self.store.write(&self.key, write).await,
            Err(error) => Err(error),
        };
        match written {
            Ok(_) => true,
            Err(error) if error.kind() == weixin_store::ErrorKind::LeaseLost => false,
            Err(error) => {
                // The token is good all the same. The others will fetch it themselves.
                warn!(%error, "the access token could not be stored");
                true
            }
        }
    }

    /// Tells the others of a refusal that would meet them as well, and leaves a token that is
    /// there. One of the address that called does not meet machines with other addresses.
    pub(crate) async fn note_failure(
        &self,
        lease: &Lease,
        seen: Option<Kept>,
        error: &Error,
        until: Timestamp,
    ) {
        let Some(code) = error.code().filter(|code| !is_about_address(*code)) else { return };
        let failure = Refusal {
            code,
            message: error.message().to_owned(),
            call: error.call().map(str::to_owned),
            until: until.as_millis(),
        };
        let token = seen.as_ref().and_then(|kept| kept.token.as_ref());
        let expires = token.map_or(until, |held| held.end.max(until));
        let record = Record { token: token.map(Token::from), failure: Some(failure) };
        // A token that was removed meanwhile must not come back.
        let written = match (record.write(lease, expires), &seen) {
            (Ok(write), Some(kept)) => {
                self.store.write(&self.key, write.if_version(kept.version)).await
            }
            (Ok(write), None) => self.store.write(&self.key, write.if_absent()).await,
            (Err(error), _) => Err(error),
        };
        if let Err(error) = written {
            debug!(%error, "a refusal could not be stored");
        }
    }

    /// Notes that a renewal is forced now, if the platform's limits allow one more, whichever
    /// process forced the others.
    pub(crate) async fn note_forced(&self) -> Result<(), Error> {
        let forced = self.key.join("forced");
        for (name, limit, window) in [("apart", 1, FORCED_APART), ("day", FORCED_PER_DAY, DAY)] {
            let key = forced.join(name);
            let tally = self.store.incr_within(&key, limit, window).await.map_err(trouble)?;
            if let Tally::Full { .. } = tally {
                let message = "the platform refuses the access token it hands out, and renewing it \
                               by force is allowed 20 times a day, 30 seconds apart";
                return Err(Error::new(ErrorKind::Credential, message));
            }
        }
        Ok(())
    }
}

impl Record {
    fn write(&self, lease: &Lease, expires: Timestamp) -> Result<Write, weixin_store::Error> {
        let json = serde_json::to_vec(self).map_err(|_| {
            let message = "an access token could not be written as JSON";
            weixin_store::Error::new(weixin_store::ErrorKind::Invalid, message)
        })?;
        Ok(Write::put(json).expiring(expires).under(lease))
    }
}

impl Kept {
    /// The failure that is noted, as long as it is to be remembered.
    pub(crate) fn setback(&self, product: Product, now: Timestamp) -> Option<Setback> {
        let refusal = self.failure.clone()?;
        let until = Timestamp::from_millis(refusal.until);
        let mut error = Error::platform(product, refusal.code, refusal.message);
        if let Some(call) = refusal.call {
            error = error.in_call(call);
        }
        (now < until).then_some(Setback { error, until: Some(until) })
    }
}

impl From<&Held> for Token {
    fn from(Held { value, renew, end }: &Held) -> Self {
        Self { value: value.clone(), renew: renew.as_millis(), end: end.as_millis() }
    }
}

impl From<Error> for Setback {
    fn from(error: Error) -> Self {
        Self { error, until: None }
    }
}

impl fmt::Debug for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slot").field("key", &self.key).finish_non_exhaustive()
    }
}

/// Whether a refusal concerns the address that called, and not the account: it is not in the
/// account's list, or waits for an administrator's consent.
fn is_about_address(code: ErrCode) -> bool {
    matches!(code.get(), 40164 | 60020 | 61004 | 89501 | 89503 | 89506 | 89507)
}

/// A failure of the store as one of a call. One that may pass is remembered for a moment only.
fn trouble(error: weixin_store::Error) -> Error {
    let kind = if error.is_retryable() { ErrorKind::Connect } else { ErrorKind::Credential };
    Error::new(kind, format!("the store of access tokens: {error}")).with_source(error)
}
