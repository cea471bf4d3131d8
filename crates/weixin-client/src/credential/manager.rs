//! The access token of one account: handed out from memory, refreshed by one task for all calls
//! that wait for it.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tracing::{Instrument, info_span, warn};
use weixin_api::{BoxFuture, Clock, CredentialFlow, CredentialSource, Error, ErrorKind, Timestamp};
use weixin_protocol::{Product, Secret};

use super::{
    CurrentToken, SendTokenRequest, TokenStore,
    state::{Refresh, State},
    token_slot::TokenSlot,
};

/// How often a call whose token was rejected waits for a refresh: one that another call started may
/// bring the same token again.
const ROUNDS: usize = 3;

/// A [`CredentialSource`] that asks the platform and shares tokens through a store.
pub(crate) struct TokenManager(Arc<Inner>);

/// The part that outlives the call that started a refresh.
pub(super) struct Inner {
    pub(super) flow: Arc<dyn CredentialFlow>,
    pub(super) requests: Arc<dyn SendTokenRequest>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) product: Product,
    pub(super) slot: TokenSlot,
    state: Mutex<State>,
}

enum Lookup {
    Value(Secret),
    Failure(Error),
    Refresh(Refresh),
}

impl TokenManager {
    /// The credential of `flow`, obtained through `requests` and kept in `store`.
    pub(crate) fn new(
        flow: Arc<dyn CredentialFlow>,
        requests: Arc<dyn SendTokenRequest>,
        store: &TokenStore,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let key = flow.key();
        let product = key.account().product();
        let slot = store.slot(&key, Arc::clone(&clock));
        Self(Arc::new(Inner { flow, requests, clock, product, slot, state: Mutex::default() }))
    }

    /// The credential that [`get`](CredentialSource::get) returns, with what is known of it.
    pub(crate) async fn current(&self) -> Result<CurrentToken, Error> {
        for _ in 0..ROUNDS {
            let value = self.get().await?;
            // Meanwhile another call may have replaced it.
            if let Some(current) = self.0.state().current(&value) {
                return Ok(current);
            }
        }
        let message = "the access token was replaced again and again";
        Err(Error::new(ErrorKind::Credential, message))
    }
}

impl CredentialSource for TokenManager {
    fn get(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async {
            match self.0.lookup(None) {
                Lookup::Value(value) => Ok(value),
                Lookup::Failure(error) => Err(error),
                Lookup::Refresh(refresh) => match refresh.await {
                    Ok(value) => Ok(value),
                    // A token that another call found rejected may still work for this one.
                    Err(error) => self.0.usable().ok_or(error),
                },
            }
        })
    }

    fn replace(&self, bad: Secret) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async move {
            for _ in 0..ROUNDS {
                match self.0.lookup(Some(&bad)) {
                    Lookup::Value(value) => return Ok(value),
                    Lookup::Failure(error) => return Err(error),
                    Lookup::Refresh(refresh) => match refresh.await {
                        Ok(value) if value != bad => return Ok(value),
                        // The refresh was started before the rejection.
                        Ok(_) => {}
                        Err(error) => {
                            return self.0.usable().filter(|other| *other != bad).ok_or(error);
                        }
                    },
                }
            }
            let message = "the access token was rejected, and all refreshes brought the same one";
            Err(Error::new(ErrorKind::Credential, message))
        })
    }

    fn accepted(&self, value: &Secret) {
        let now = self.0.clock.now();
        self.0.state().note_accepted(value, now);
    }
}

impl Inner {
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        // Every change to the state is complete before anything that could panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn usable(&self) -> Option<Secret> {
        let now = self.clock.now();
        self.state().usable(now).map(|cached| cached.value.clone())
    }

    /// The token, unless it is `bad`; the failure that is still remembered; or the refresh that
    /// will bring one.
    fn lookup(self: &Arc<Self>, bad: Option<&Secret>) -> Lookup {
        let now = self.clock.now();
        let mut state = self.state();
        if let Some(cached) = state.usable(now) {
            let (value, renew) = (cached.value.clone(), cached.renew);
            if bad != Some(&value) {
                let waiting = state.remembered_failure(now).is_some();
                if now >= renew && !waiting && state.running().is_none() {
                    self.spawn_refresh(&mut state, None, now);
                }
                return Lookup::Value(value);
            }
            if let Some(error) = state.rejection_of(&value, now) {
                return Lookup::Failure(error.clone());
            }
        }
        if let Some(running) = state.running() {
            return Lookup::Refresh(running);
        }
        match self.spawn_refresh(&mut state, bad, now) {
            Some(refresh) => Lookup::Refresh(refresh),
            None => {
                let message = "an access token can only be fetched inside a Tokio runtime";
                Lookup::Failure(Error::new(ErrorKind::Credential, message))
            }
        }
    }

    /// Starts a refresh; `None` outside a runtime. While a failure is remembered, only the store is
    /// asked, not the platform: a success of any process ends the wait.
    fn spawn_refresh(
        self: &Arc<Self>,
        state: &mut State,
        bad: Option<&Secret>,
        now: Timestamp,
    ) -> Option<Refresh> {
        let runtime = tokio::runtime::Handle::try_current().ok()?;
        let (inner, bad) = (Arc::clone(self), bad.cloned());
        // A child of the call that starts it; other calls may wait for it, too.
        let span = info_span!("token_fetch", account = %self.flow.key().account());
        let task = match state.remembered_failure(now).cloned() {
            Some(failure) => runtime.spawn(async move {
                let found = inner.find_stored(bad.as_ref()).await;
                inner.state().complete_store_check(found, failure)
            }),
            None => runtime.spawn(async move {
                let outcome = inner.refresh(bad.as_ref()).instrument(span).await;
                if let Err(failure) = &outcome {
                    let account = inner.flow.key().account().to_string();
                    warn!(account, error = %failure.error, "no access token");
                }
                let is_account_rejection = outcome
                    .as_ref()
                    .is_err_and(|failure| inner.is_account_rejection(&failure.error));
                let now = inner.clock.now();
                inner.state().complete(outcome, is_account_rejection, now)
            }),
        };
        Some(state.start(Box::pin(async move {
            task.await.unwrap_or_else(|_| {
                let message = "the fetch of the access token was stopped";
                Err(Error::new(ErrorKind::Credential, message))
            })
        })))
    }

    /// Whether the platform rejects the account's own data, or its daily quota is used up.
    pub(super) fn is_account_rejection(&self, error: &Error) -> bool {
        error.code().is_some_and(|code| {
            code.is_account_rejected(self.product) || code.is_quota_used_up(self.product)
        })
    }
}

impl fmt::Debug for TokenManager {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TokenManager({})", self.0.flow.key())
    }
}
