//! The access token of one account, fetched from the platform: by one task at a time, of all
//! processes that share a store, for all calls that wait for it.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use futures_util::{
    FutureExt,
    future::{Either, Shared, select},
};
use tracing::{debug, warn};
use weixin_api::{
    BoxFuture, Credential, CredentialFlow, CredentialSource, Error, ErrorKind, Timestamp,
    wire::Outgoing,
};
use weixin_protocol::{Product, Secret};
use weixin_store::{Claim, Lease};

use crate::{
    line::Line,
    shelf::{Held, Kept, LEASE, Setback, Slot},
};

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
/// A token that is handed out again unchanged is asked for again after this long.
const UNCHANGED_PAUSE: Duration = Duration::from_secs(30);
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
        let key = flow.key();
        let product = key.account().product();
        let slot = line.shelf.slot(&key);
        Self(Arc::new(Keeper { flow, upstream, product, line, slot, state: Mutex::default() }))
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
    slot: Slot,
    state: Mutex<State>,
}

/// What this process knows; the rest is in the slot.
#[derive(Debug, Default)]
struct State {
    held: Option<Held>,
    /// What the platform refused, the latest last.
    refused: VecDeque<Secret>,
    failure: Option<Failure>,
    flight: Option<Flight>,
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
            let obtained = self.obtain().await;
            if let Some(outcome) = self.land(obtained) {
                return outcome;
            }
        }
    }

    /// Ends the flight with what was obtained. `None` if a call has found that token bad in the
    /// meantime: then there must be another one.
    fn land(&self, obtained: Result<Held, Setback>) -> Option<Result<Secret, Error>> {
        let now = self.line.clock.now();
        let mut state = self.state();
        let outcome = match obtained {
            Ok(held) if state.is_refused(&held.value) => return None,
            Ok(held) => {
                let value = held.value.clone();
                state.held = Some(held);
                state.failure = None;
                Ok(value)
            }
            Err(Setback { error, until }) => {
                let account = self.flow.key().account().to_string();
                warn!(account, %error, "no access token");
                let last = state.failure.as_ref().map(|failure| failure.pause);
                let pause = match (until, last) {
                    (Some(until), _) => until.since(now),
                    // Asked again with the same data, the platform says the same.
                    _ if self.is_refusal(&error) || error.kind() == ErrorKind::Credential => {
                        REFUSED_PAUSE
                    }
                    (None, Some(last)) => (last * 2).min(REFUSED_PAUSE),
                    (None, None) => FAILED_PAUSE,
                };
                let error = error.with_kind(ErrorKind::Credential);
                state.failure = Some(Failure { error: error.clone(), until: now + pause, pause });
                Err(error)
            }
        };
        state.flight = None;
        Some(outcome)
    }

    /// Whether the platform refuses the account's own data, or has had enough for today.
    fn is_refusal(&self, error: &Error) -> bool {
        error.code().is_some_and(|code| {
            code.is_account_refused(self.product) || code.is_quota_used_up(self.product)
        })
    }

    /// The token that another process has put into the slot, or another one from the platform,
    /// fetched by whoever has the lease.
    async fn obtain(&self) -> Result<Held, Setback> {
        loop {
            let kept = self.slot.look().await?;
            if let Some(outcome) = self.judge(kept.as_ref()) {
                return outcome;
            }
            // What others must not take up any more goes at once, unless it has gone already.
            if let Some(kept) = kept.as_ref().filter(|kept| self.is_spoilt(kept)) {
                self.slot.reject(kept).await?;
            }
            match self.slot.lease().await? {
                Claim::Granted(lease) => {
                    let outcome = self.holding(&lease, self.fetch_alone(&lease)).await;
                    self.slot.release(&lease).await;
                    match outcome? {
                        Some(held) => return Ok(held),
                        None => debug!("another process has taken over"),
                    }
                }
                Claim::Held { until } => self.slot.wait(kept.as_ref(), until).await?,
            }
        }
    }

    /// What the slot says: a token, a failure that is still to be remembered, or nothing.
    fn judge(&self, kept: Option<&Kept>) -> Option<Result<Held, Setback>> {
        let (now, kept) = (self.line.clock.now(), kept?);
        let fresh = kept.token.as_ref().filter(|held| now < held.renew);
        match fresh.filter(|held| !self.state().is_refused(&held.value)) {
            Some(held) => Some(Ok(held.clone())),
            None => kept.setback(self.product, now).map(Err),
        }
    }

    fn is_spoilt(&self, kept: &Kept) -> bool {
        kept.token.as_ref().is_some_and(|held| self.state().is_refused(&held.value))
    }

    /// Renews the lease for as long as the work takes.
    async fn holding<F: Future>(&self, lease: &Lease, work: F) -> F::Output {
        let mut work = Box::pin(work);
        loop {
            match select(work, self.line.clock.sleep(LEASE / 3)).await {
                Either::Left((output, _)) => return output,
                Either::Right(((), unfinished)) => {
                    work = unfinished;
                    self.slot.renew(lease).await;
                }
            }
        }
    }

    /// Fetches a token and puts it into the slot. `None` if the lease was lost over it: whoever has
    /// it now may have fetched a later one.
    async fn fetch_alone(&self, lease: &Lease) -> Result<Option<Held>, Setback> {
        // Somebody may have been here between the look and the lease.
        let kept = self.slot.look().await?;
        if let Some(outcome) = self.judge(kept.as_ref()) {
            return outcome.map(Some);
        }
        let started = self.line.clock.now();
        match self.fetch_another().await {
            Ok(Credential { value, lifetime }) => {
                let account = self.flow.key().account().to_string();
                debug!(account, "the access token was renewed");
                let held = timed(value, lifetime, started, self.line.clock.now());
                Ok(self.slot.keep(lease, &held).await.then_some(held))
            }
            Err(error) => {
                if self.is_refusal(&error) {
                    let until = self.line.clock.now() + REFUSED_PAUSE;
                    self.slot.note_failure(lease, kept, &error, until).await;
                }
                Err(error.into())
            }
        }
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
        self.slot.note_forced().await?;
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
}

/// A token asked for at `started` and here `now`. Its life is counted from the question, for the
/// answer does not say when it was written.
fn timed(value: Secret, lifetime: Option<Duration>, started: Timestamp, now: Timestamp) -> Held {
    let Some(lifetime) = lifetime else {
        let never = Timestamp::from_millis(u64::MAX);
        return Held { value, renew: never, end: never };
    };
    let expiry = started + lifetime;
    let renew = expiry - EARLY.min(lifetime / 5);
    Held {
        value,
        renew: renew.max(now + UNCHANGED_PAUSE.min(lifetime / 10)),
        end: expiry - MARGIN.min(lifetime / 10),
    }
}
