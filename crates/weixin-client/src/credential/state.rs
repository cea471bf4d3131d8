//! What this process remembers of one token. Everything else is in the store.

use std::time::Duration;

use futures_util::{FutureExt, future::Shared};
use weixin_api::{BoxFuture, Error, ErrorKind, Timestamp};
use weixin_protocol::Secret;

use super::{
    CurrentToken,
    cached::{CachedToken, FetchFailure},
};

/// How long it is remembered that the platform rejected the account's own data.
pub(super) const ACCOUNT_REJECTED_PAUSE: Duration = Duration::from_secs(30);
/// How long any other failure is remembered at first; the time doubles with each further failure.
const FAILED_PAUSE: Duration = Duration::from_secs(1);
/// How long the platform is not asked again after it returned the token that it had rejected.
const REJECTION_PAUSE: Duration = Duration::from_secs(30);

/// A refresh in progress. It runs in a task of its own, so that it outlives the calls waiting for
/// it.
pub(super) type Refresh = Shared<BoxFuture<'static, Result<Secret, Error>>>;

/// What this process remembers of one token.
#[derive(Default)]
pub(super) struct State {
    cached: Option<CachedToken>,
    /// When the platform last accepted the cached token.
    accepted_at: Option<Timestamp>,
    rejection: Option<Rejection>,
    failure: Option<Failure>,
    refresh: Option<Refresh>,
}

/// The platform rejected this token in a call and returned it again nevertheless.
struct Rejection {
    value: Secret,
    error: Error,
    at: Timestamp,
}

struct Failure {
    error: Error,
    until: Timestamp,
    pause: Duration,
}

/// The result of a refresh.
#[derive(Debug)]
pub(super) enum Refreshed {
    /// A token to use.
    Token(CachedToken),
    /// The token that a call had found rejected, and why there is no other. It stays in use,
    /// because the platform still considers it valid.
    SameAgain(CachedToken, Error),
}

impl State {
    /// The token, while it can be used.
    pub(super) fn usable(&self, now: Timestamp) -> Option<&CachedToken> {
        self.cached.as_ref().filter(|cached| now < cached.end)
    }

    /// What is known of this token, if it is still the cached one.
    pub(super) fn current(&self, value: &Secret) -> Option<CurrentToken> {
        let cached = self.cached.as_ref().filter(|cached| cached.value == *value)?;
        Some(CurrentToken {
            value: cached.value.clone(),
            expires_at: Some(cached.end).filter(|end| *end != CachedToken::NEVER),
            origin: cached.origin,
        })
    }

    /// The refresh in progress.
    pub(super) fn running(&self) -> Option<Refresh> {
        self.refresh.as_ref().filter(|refresh| refresh.peek().is_none()).cloned()
    }

    pub(super) fn start(&mut self, refresh: BoxFuture<'static, Result<Secret, Error>>) -> Refresh {
        self.refresh.insert(refresh.shared()).clone()
    }

    /// The failure that is still remembered.
    pub(super) fn remembered_failure(&self, now: Timestamp) -> Option<&Error> {
        let failure = self.failure.as_ref().filter(|failure| now < failure.until);
        failure.map(|failure| &failure.error)
    }

    /// Why asking for another token than this one, which was rejected, would not help: the platform
    /// has just returned it again.
    pub(super) fn rejection_of(&self, value: &Secret, now: Timestamp) -> Option<&Error> {
        let rejection = self.rejection.as_ref().filter(|rejection| rejection.value == *value);
        rejection
            .filter(|rejection| now < rejection.at + REJECTION_PAUSE)
            .map(|rejection| &rejection.error)
    }

    pub(super) fn note_accepted(&mut self, value: &Secret, now: Timestamp) {
        if self.cached.as_ref().is_some_and(|cached| cached.value == *value) {
            self.accepted_at = Some(now);
        }
    }

    /// Whether this token, which one call found rejected, is probably bad for all of them: no call
    /// has been accepted with it, or none since it was last rejected. If it was obtained by force
    /// itself and never worked, forcing again does not help.
    pub(super) fn is_doubtful(&self, value: &Secret, was_forced: bool) -> bool {
        let cached = self.cached.as_ref().filter(|cached| cached.value == *value);
        match (self.accepted_at.filter(|_| cached.is_some()), &self.rejection) {
            (None, _) => !was_forced && cached.is_none_or(|cached| !cached.forced),
            (Some(at), Some(rejection)) => rejection.value == *value && rejection.at >= at,
            (Some(_), None) => false,
        }
    }

    /// Processes the result of a refresh.
    pub(super) fn complete(
        &mut self,
        outcome: Result<Refreshed, FetchFailure>,
        is_account_rejection: bool,
        now: Timestamp,
    ) -> Result<Secret, Error> {
        self.refresh = None;
        match outcome {
            Ok(Refreshed::Token(token)) => Ok(self.cache(token)),
            Ok(Refreshed::SameAgain(token, error)) => {
                let value = self.cache(token);
                self.rejection = Some(Rejection { value, error: error.clone(), at: now });
                Err(error)
            }
            Err(FetchFailure { error, until }) => {
                let last = self.failure.as_ref().map(|failure| failure.pause);
                let pause = match (until, last) {
                    (Some(until), _) => until.since(now),
                    // With the same data the platform would answer the same.
                    (None, _) if is_account_rejection || error.kind() == ErrorKind::Credential => {
                        ACCOUNT_REJECTED_PAUSE
                    }
                    (None, Some(last)) => (last * 2).min(ACCOUNT_REJECTED_PAUSE),
                    (None, None) => FAILED_PAUSE,
                };
                let error = error.with_kind(ErrorKind::Credential);
                self.failure = Some(Failure { error: error.clone(), until: now + pause, pause });
                Err(error)
            }
        }
    }

    /// Processes the result of a refresh that only looked for a token of another process.
    pub(super) fn complete_store_check(
        &mut self,
        found: Option<CachedToken>,
        failure: Error,
    ) -> Result<Secret, Error> {
        self.refresh = None;
        found.map(|token| self.cache(token)).ok_or(failure)
    }

    fn cache(&mut self, token: CachedToken) -> Secret {
        let value = token.value.clone();
        if self.cached.as_ref().is_none_or(|cached| cached.value != value) {
            self.accepted_at = None;
        }
        self.cached = Some(token);
        self.failure = None;
        value
    }
}
