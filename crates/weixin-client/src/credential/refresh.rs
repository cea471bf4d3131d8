//! One refresh: takes the token that another process has put into the store, or fetches one from
//! the platform while it holds the lease.

use std::{convert::Infallible, pin::pin, time::Duration};

use futures_util::future::{Either, select};
use tracing::{debug, warn};
use weixin_api::{Credential, Error, ErrorKind, wire::ApiRequest};
use weixin_protocol::Secret;
use weixin_store::{Lease, LeaseOutcome};

use super::{
    cached::{CachedToken, FetchFailure},
    manager::Inner,
    state::{ACCOUNT_REJECTED_PAUSE, Refreshed},
    token_slot::{Grant, LEASE, StoredToken, store_error},
};
use crate::metrics::TokenFetch;

/// How long a refresh may take, including waiting for other processes.
const REFRESH_LIMIT: Duration = Duration::from_secs(25);
/// How long a process may keep the others waiting while it fetches a token. Within this time it
/// renews its lease; a fetch that hangs longer is given up, so that another process gets its turn.
const FETCH_LIMIT: Duration = Duration::from_secs(20);
/// How often a waiting process tries to get the lease: releasing it without a new token notifies
/// nobody.
const LEASE_CHECK: Duration = Duration::from_secs(2);
/// How long to wait before the store is asked again after waiting for a change failed.
const STORE_PAUSE: Duration = Duration::from_millis(500);

const SAME_AGAIN: &str = "the platform rejects the access token in this call and returns the same \
                          one again, so it stays in use; does the call need another kind of token?";

impl Inner {
    /// Obtains a token other than `bad`, within [`REFRESH_LIMIT`].
    pub(super) async fn refresh(&self, bad: Option<&Secret>) -> Result<Refreshed, FetchFailure> {
        let refreshed = self.clock.timeout(REFRESH_LIMIT, self.obtain(bad)).await;
        refreshed.unwrap_or_else(|_| Err(timed_out().into()))
    }

    /// A fresh token in the store other than `bad`.
    pub(super) async fn find_stored(&self, bad: Option<&Secret>) -> Option<CachedToken> {
        let stored = self.slot.load().await.ok()??;
        self.interpret(Some(&stored), bad)?.ok()
    }

    async fn obtain(&self, bad: Option<&Secret>) -> Result<Refreshed, FetchFailure> {
        loop {
            let stored = match self.load().await {
                Ok(stored) => stored,
                Err(store_error) => return self.fetch_without_store(bad, store_error).await,
            };
            if let Some(outcome) = self.interpret(stored.as_ref(), bad) {
                return outcome.map(Refreshed::Token);
            }
            match self.slot.lease().await {
                Err(store_error) => return self.fetch_without_store(bad, store_error).await,
                Ok(LeaseOutcome::Granted(lease)) => {
                    let outcome = self.under_lease(&lease, self.fetch_alone(&lease, bad)).await;
                    self.slot.release(&lease).await;
                    match outcome? {
                        Some(refreshed) => return Ok(refreshed),
                        None => debug!("another process has taken over"),
                    }
                }
                Ok(LeaseOutcome::Held { until }) => {
                    let until = until.min(self.clock.now() + LEASE_CHECK);
                    if let Err(error) = self.slot.wait(stored.as_ref(), until).await {
                        debug!(%error, "waiting for the store failed");
                        self.clock.sleep(STORE_PAUSE).await;
                    }
                }
            }
        }
    }

    /// What is in the store. Unreadable content counts as absent if the token can be fetched
    /// without it.
    async fn load(&self) -> Result<Option<StoredToken>, Error> {
        match self.slot.load().await {
            Err(error)
                if error.kind() == weixin_store::ErrorKind::Unreadable && !self.is_granted() =>
            {
                let account = self.flow.key().account().to_string();
                warn!(account, %error, "the stored access token is unreadable: replacing it");
                Ok(None)
            }
            loaded => loaded.map_err(store_error),
        }
    }

    /// Whether the token is obtained with a refresh token, of which only the store has the latest.
    fn is_granted(&self) -> bool {
        self.flow.refresh_token().is_some()
    }

    /// What the stored content means: a token other than `bad`, a failure that is still remembered,
    /// or nothing.
    fn interpret(
        &self,
        stored: Option<&StoredToken>,
        bad: Option<&Secret>,
    ) -> Option<Result<CachedToken, FetchFailure>> {
        let (now, stored) = (self.clock.now(), stored?);
        let fresh = stored.token.as_ref().filter(|token| now < token.renew);
        match fresh.filter(|token| bad != Some(&token.value)) {
            Some(token) => Some(Ok(token.clone())),
            None => stored.failure(self.product, now).map(Err),
        }
    }

    /// Does the work within [`FETCH_LIMIT`] while keeping the lease.
    async fn under_lease<T>(
        &self,
        lease: &Lease,
        work: impl Future<Output = Result<T, FetchFailure>>,
    ) -> Result<T, FetchFailure> {
        let work = pin!(self.clock.timeout(FETCH_LIMIT, work));
        let renewals = pin!(self.keep_lease(lease));
        match select(work, renewals).await {
            Either::Left((outcome, _)) => outcome.unwrap_or_else(|_| Err(timed_out().into())),
            Either::Right((never, _)) => match never {},
        }
    }

    async fn keep_lease(&self, lease: &Lease) -> Infallible {
        loop {
            self.clock.sleep(LEASE / 3).await;
            self.slot.renew(lease).await;
        }
    }

    /// Fetches a token and puts it into the store. `None` if the lease was lost meanwhile: its new
    /// holder may have fetched a later one.
    async fn fetch_alone(
        &self,
        lease: &Lease,
        bad: Option<&Secret>,
    ) -> Result<Option<Refreshed>, FetchFailure> {
        // Another process may have fetched one before this one got the lease.
        let stored = match self.load().await {
            Ok(stored) => stored,
            Err(store_error) => return self.fetch_without_store(bad, store_error).await.map(Some),
        };
        if let Some(outcome) = self.interpret(stored.as_ref(), bad) {
            return outcome.map(|token| Some(Refreshed::Token(token)));
        }
        let configured = self.flow.refresh_token();
        let stored_grant = stored.as_ref().and_then(|stored| stored.grant.as_ref());
        let grant = configured.map(|configured| Grant::latest(configured, stored_grant));
        let last = stored.as_ref().and_then(|stored| stored.token.as_ref());
        match self.fetch_other(bad, grant.as_ref(), Some(last)).await {
            Ok((mut refreshed, new_refresh_token)) => {
                let (Refreshed::Token(token) | Refreshed::SameAgain(token, _)) = &mut refreshed;
                token.forced |= last.is_some_and(|last| last.forced && last.value == token.value);
                let replaced = new_refresh_token
                    .as_ref()
                    .filter(|new| grant.as_ref().is_some_and(|grant| grant.refresh_token != **new));
                let grant = match (&grant, replaced) {
                    (Some(grant), Some(new)) => Some(grant.replaced_by(new.clone())),
                    (grant, _) => grant.clone(),
                };
                if !self.slot.save(lease, token, grant.as_ref()).await {
                    return Ok(None);
                }
                if let Some(new) = replaced {
                    self.flow.keep_refresh_token(new);
                }
                let account = self.flow.key().account().to_string();
                debug!(account, "the access token was fetched");
                Ok(Some(refreshed))
            }
            Err(error) => {
                if self.is_account_rejection(&error) {
                    let until = self.clock.now() + ACCOUNT_REJECTED_PAUSE;
                    self.slot.note_failure(lease, stored, &error, until).await;
                }
                Err(error.into())
            }
        }
    }

    /// Fetches a token for this process alone, when the store fails. Not for a token that is
    /// obtained with something that only the store has.
    async fn fetch_without_store(
        &self,
        bad: Option<&Secret>,
        store_error: Error,
    ) -> Result<Refreshed, FetchFailure> {
        if self.is_granted() {
            return Err(store_error.into());
        }
        let account = self.flow.key().account().to_string();
        warn!(account, error = %store_error, "the access token is fetched without the store");
        let fetched = self.clock.timeout(FETCH_LIMIT, self.fetch_other(bad, None, None)).await;
        Ok(fetched.unwrap_or_else(|_| Err(timed_out()))?.0)
    }

    /// Fetches a token other than `bad` from the platform, and the refresh token that came with it.
    /// Forces a new token if needed, but only if the store's `last` content is known: without the
    /// store the forced renewals cannot be counted.
    async fn fetch_other(
        &self,
        bad: Option<&Secret>,
        grant: Option<&Grant>,
        last: Option<Option<&CachedToken>>,
    ) -> Result<(Refreshed, Option<Secret>), Error> {
        let request = match grant {
            Some(grant) => self.flow.fetch_with(&grant.refresh_token).await?,
            None => self.flow.fetch().await?,
        };
        let (token, refresh_token) = self.fetch(request).await?;
        if bad != Some(&token.value) {
            return Ok((Refreshed::Token(token), refresh_token));
        }
        let same = || Error::new(ErrorKind::Credential, SAME_AGAIN);
        let was_forced = |last: &CachedToken| last.forced && last.value == token.value;
        let may_force = last.is_some_and(|last| {
            self.state().is_doubtful(&token.value, last.is_some_and(was_forced))
        });
        let force = self.flow.force().filter(|_| may_force);
        let Some(force) = force else {
            return Ok((Refreshed::SameAgain(token, same()), refresh_token));
        };
        if let Err(error) = self.slot.note_forced().await {
            return Ok((Refreshed::SameAgain(token, error), refresh_token));
        }
        let (forced, refresh_token) = self.fetch(force?).await?;
        if bad == Some(&forced.value) {
            return Ok((Refreshed::SameAgain(forced, same()), refresh_token));
        }
        Ok((Refreshed::Token(CachedToken { forced: true, ..forced }), refresh_token))
    }

    async fn fetch(&self, request: ApiRequest) -> Result<(CachedToken, Option<Secret>), Error> {
        let started = self.clock.now();
        let fetch = TokenFetch::start(self.flow.key().account());
        let name = format!("{} {}", request.method(), request.path());
        let answer = self.requests.send(&request, started + FETCH_LIMIT).await;
        let credential = answer.and_then(|answer| self.flow.read(answer));
        fetch.end(credential.as_ref().err());
        let credential = credential.map_err(|error| error.in_call(name))?;
        let Credential { value, lifetime, refresh_token, .. } = credential;
        Ok((CachedToken::new(value, lifetime, started, self.clock.now()), refresh_token))
    }
}

fn timed_out() -> Error {
    Error::new(ErrorKind::Timeout, "no access token was obtained in time")
}
