//! The access token of one account, fetched from the platform: by one task at a time, for all
//! calls that wait for it.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use futures_util::{FutureExt, future::Shared};
use tracing::{debug, warn};
use weixin_api::{
    BoxFuture, Credential, CredentialFlow, CredentialSource, Error, ErrorKind, Timestamp,
    wire::Outgoing,
};
use weixin_protocol::{Product, Secret};

use crate::line::Line;

/// How long one fetch may take.
const FETCH_LIMIT: Duration = Duration::from_secs(20);
/// How long before its end a token is renewed. The platform hands out a new stable token in the
/// last five minutes of the old one.
const EARLY: Duration = Duration::from_secs(240);
/// How long before its end a token is no longer used: a call takes a while to arrive.
const MARGIN: Duration = Duration::from_secs(10);
/// How long the platform's refusal of the account's own data is remembered.
const REFUSED_PAUSE: Duration = Duration::from_secs(30);
/// How long any other failure is remembered at first; twice as long each time after.
const FAILED_PAUSE: Duration = Duration::from_secs(1);
/// The platform allows this many forced renewals in a day …
const FORCED_PER_DAY: usize = 20;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// … this far apart.
const FORCED_APART: Duration = Duration::from_secs(30);
/// How many refused tokens are remembered.
const REMEMBERED: usize = 4;

/// A [`CredentialSource`] that asks the platform.
#[derive(Debug)]
pub(crate) struct Fetched(Arc<Keeper>);

impl Fetched {
    /// The credential of `flow`; where that needs another one, it is taken from `upstream`.
    pub(crate) fn new(
        flow: Arc<dyn CredentialFlow>,
        upstream: Option<Arc<dyn CredentialSource>>,
        line: Arc<Line>,
    ) -> Self {
        let product = flow.key().account().product();
        Self(Arc::new(Keeper { flow, upstream, product, line, state: Mutex::default() }))
    }
}

impl CredentialSource for Fetched {
    fn get(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async {
            match self.0.present() {
                Present::Value(value) => Ok(value),
                Present::Failure(error) => Err(error),
                Present::Flight(flight) => flight.await,
            }
        })
    }

    fn replace(&self, bad: Secret) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async {
            self.0.reject(bad);
            self.get().await
        })
    }
}

/// A fetch under way. It runs in a task of its own, so that it outlives the calls waiting for it.
type Flight = Shared<BoxFuture<'static, Result<Secret, Error>>>;

#[derive(Debug)]
struct Keeper {
    flow: Arc<dyn CredentialFlow>,
    upstream: Option<Arc<dyn CredentialSource>>,
    product: Product,
    line: Arc<Line>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    held: Option<Held>,
    /// What the platform refused, the latest last.
    refused: VecDeque<Secret>,
    failure: Option<Failure>,
    flight: Option<Flight>,
    /// When a renewal was forced, the latest last.
    forced: VecDeque<Timestamp>,
}

#[derive(Debug)]
struct Held {
    value: Secret,
    /// From then on it is renewed by the first call that comes along.
    renew: Timestamp,
    /// From then on it is not used.
    end: Timestamp,
}

#[derive(Debug)]
struct Failure {
    error: Error,
    until: Timestamp,
    pause: Duration,
}

enum Present {
    Value(Secret),
    Failure(Error),
    Flight(Flight),
}

impl State {
    fn is_refused(&self, value: &Secret) -> bool {
        self.refused.contains(value)
    }

    fn flight(&self) -> Option<&Flight> {
        self.flight.as_ref().filter(|flight| flight.peek().is_none())
    }
}

impl Keeper {
    fn state(&self) -> MutexGuard<'_, State> {
        // Every change to the state is complete before anything that could panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The token, the failure that is still remembered, or the fetch that will tell.
    fn present(self: &Arc<Self>) -> Present {
        let now = self.line.clock.now();
        let mut state = self.state();
        if let Some(held) = state.held.as_ref().filter(|held| now < held.end) {
            let (value, renew) = (held.value.clone(), held.renew);
            let failed = state.failure.as_ref().is_some_and(|failure| now < failure.until);
            if now >= renew && !failed && state.flight().is_none() {
                state.flight = self.take_off();
            }
            return Present::Value(value);
        }
        if let Some(flight) = state.flight() {
            return Present::Flight(flight.clone());
        }
        if let Some(failure) = state.failure.as_ref().filter(|failure| now < failure.until) {
            return Present::Failure(failure.error.clone());
        }
        match self.take_off() {
            Some(flight) => {
                state.flight = Some(flight.clone());
                Present::Flight(flight)
            }
            None => {
                let message = "an access token can only be fetched inside a Tokio runtime";
                Present::Failure(Error::new(ErrorKind::Credential, message))
            }
        }
    }

    /// Drops the token if it is still this one: whoever comes late changes nothing.
    fn reject(&self, bad: Secret) {
        let mut state = self.state();
        if state.held.as_ref().is_some_and(|held| held.value == bad) {
            state.held = None;
        }
        if !state.is_refused(&bad) {
            state.refused.push_back(bad);
            if state.refused.len() > REMEMBERED {
                state.refused.pop_front();
            }
        }
    }

    fn take_off(self: &Arc<Self>) -> Option<Flight> {
        let runtime = tokio::runtime::Handle::try_current().ok()?;
        let keeper = Arc::clone(self);
        let task = runtime.spawn(async move { keeper.renew().await });
        let flight: BoxFuture<'static, _> = Box::pin(async move {
            task.await.unwrap_or_else(|_| {
                let message = "the fetch of the access token was stopped";
                Err(Error::new(ErrorKind::Credential, message))
            })
        });
        Some(flight.shared())
    }

    async fn renew(&self) -> Result<Secret, Error> {
        loop {
            let started = self.line.clock.now();
            let fetched = self.fetch_another().await;
            if let Some(outcome) = self.land(started, fetched) {
                return outcome;
            }
        }
    }

    /// Ends the flight with what was fetched. `None` if a call has found that token bad in the
    /// meantime: then there must be another fetch.
    fn land(
        &self,
        started: Timestamp,
        fetched: Result<Credential, Error>,
    ) -> Option<Result<Secret, Error>> {
        let now = self.line.clock.now();
        let account = self.flow.key().account().to_string();
        let mut state = self.state();
        let outcome = match fetched {
            Ok(Credential { value, .. }) if state.is_refused(&value) => return None,
            Ok(Credential { value, lifetime }) => {
                debug!(account, "the access token was renewed");
                state.held = Some(Held::new(value.clone(), lifetime, started, now));
                state.failure = None;
                Ok(value)
            }
            Err(error) => {
                warn!(account, %error, "no access token");
                let last = state.failure.as_ref().map(|failure| failure.pause);
                let refused = error.code().is_some_and(|code| {
                    code.is_account_refused(self.product) || code.is_quota_used_up(self.product)
                });
                let pause = match last {
                    // Asked again with the same data, the platform says the same.
                    _ if refused || error.kind() == ErrorKind::Credential => REFUSED_PAUSE,
                    Some(last) => (last * 2).min(REFUSED_PAUSE),
                    None => FAILED_PAUSE,
                };
                let error = error.with_kind(ErrorKind::Credential);
                state.failure = Some(Failure { error: error.clone(), until: now + pause, pause });
                Err(error)
            }
        };
        state.flight = None;
        Some(outcome)
    }

    /// A credential that the platform has not refused.
    async fn fetch_another(&self) -> Result<Credential, Error> {
        let fetched = self.fetch(self.flow.fetch().await?).await?;
        if !self.state().is_refused(&fetched.value) {
            return Ok(fetched);
        }
        let same = "the platform refuses an access token and hands out the same one again";
        let Some(force) = self.flow.force() else {
            return Err(Error::new(ErrorKind::Credential, same));
        };
        self.note_forced()?;
        let forced = self.fetch(force?).await?;
        if self.state().is_refused(&forced.value) {
            return Err(Error::new(ErrorKind::Credential, same));
        }
        Ok(forced)
    }

    async fn fetch(&self, call: Outgoing) -> Result<Credential, Error> {
        let clock = &self.line.clock;
        let deadline = clock.now() + FETCH_LIMIT;
        let name = format!("{} {}", call.method(), call.path());
        let upstream = self.upstream.as_deref();
        let answer = clock
            .timeout(FETCH_LIMIT, self.line.deliver_as(&call, self.product, upstream, deadline))
            .await
            .unwrap_or_else(|_| {
                Err(Error::new(ErrorKind::Timeout, "the platform gave no access token in time"))
            });
        answer.and_then(|answer| self.flow.read(answer)).map_err(|error| error.in_call(name))
    }

    /// Notes that a renewal is forced now, if the platform's limits allow one more.
    fn note_forced(&self) -> Result<(), Error> {
        let now = self.line.clock.now();
        let mut state = self.state();
        state.forced.retain(|at| now.since(*at) < DAY);
        let too_soon = state.forced.back().is_some_and(|last| now.since(*last) < FORCED_APART);
        if too_soon || state.forced.len() >= FORCED_PER_DAY {
            let message = "the platform refuses the access token it hands out, and renewing it by \
                           force is allowed 20 times a day, 30 seconds apart";
            return Err(Error::new(ErrorKind::Credential, message));
        }
        state.forced.push_back(now);
        Ok(())
    }
}

impl Held {
    /// A credential asked for at `started` and here `now`. Its life is counted from the question,
    /// for the answer does not say when it was written.
    fn new(value: Secret, lifetime: Option<Duration>, started: Timestamp, now: Timestamp) -> Self {
        let Some(lifetime) = lifetime else {
            let never = Timestamp::from_millis(u64::MAX);
            return Self { value, renew: never, end: never };
        };
        let expiry = started + lifetime;
        let renew = expiry - EARLY.min(lifetime / 5);
        Self {
            value,
            // A token that is handed out again unchanged is not asked for with every call.
            renew: renew.max(now + FORCED_APART.min(lifetime / 10)),
            end: expiry - MARGIN.min(lifetime / 10),
        }
    }
}
