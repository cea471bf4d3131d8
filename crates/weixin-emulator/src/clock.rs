//! The emulator's clock: virtual and moved by tests, or the system clock.

use std::{
    collections::BTreeMap,
    fmt, mem,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker},
    time::Duration,
};

use tokio::{
    runtime::{Handle, RuntimeFlavor},
    sync::watch,
};
use weixin_api::{BoxFuture, Clock, SystemClock, Timestamp};

/// The initial time of a virtual clock: 2026-01-05 09:00 in Beijing.
const DEFAULT_START: Timestamp = Timestamp::from_secs(1_767_574_800);

/// The number of consecutive yields without clock activity after which everything counts as
/// settled.
const IDLE_YIELDS: u32 = 128;

/// With a multi-threaded runtime: the number of consecutive ticks without clock activity, and the
/// length of a tick in real time.
const IDLE_TICKS: u32 = 5;
const TICK: Duration = Duration::from_millis(4);

/// Settling gives up after this multiple of the above, so that tasks that never rest cannot block
/// it.
const MAX_ROUNDS: u32 = 100;

/// A clock that only moves when it is [advanced](Self::advance). Clones share the same time.
///
/// Everything that sleeps on the clock (the emulator's deadlines, and a bot that uses this clock)
/// wakes in order: the clock stops at each deadline, and moves on only when the woken tasks are
/// idle again.
///
/// # Limits
/// The clock cannot see what a task waits for. It lets the runtime run until no task has used the
/// clock for a number of turns. That is exact for tasks of a current-thread runtime (the default of
/// `#[tokio::test]`) that wait for each other, for channels and for this clock. With several worker
/// threads it waits for some milliseconds of real time instead, which may not suffice on a busy
/// machine. It does not wait for sockets, blocking threads or other clocks: with those, wait for an
/// outcome before advancing.
#[derive(Clone)]
pub struct VirtualClock {
    shared: Arc<ClockInner>,
}

struct ClockInner {
    state: Mutex<ClockState>,
    moved: watch::Sender<Timestamp>,
    /// Held while the clock is advanced, so that concurrent advances run one after the other.
    advancing: tokio::sync::Mutex<()>,
}

struct ClockState {
    now: Timestamp,
    sleepers: BTreeMap<(Timestamp, u64), Waker>,
    next_sleeper: u64,
    /// Incremented whenever a sleep begins or ends.
    activity: u64,
}

impl VirtualClock {
    /// Creates a clock with the time `start`.
    pub fn starting_at(start: Timestamp) -> Self {
        let state =
            ClockState { now: start, sleepers: BTreeMap::new(), next_sleeper: 0, activity: 0 };
        let shared = ClockInner {
            state: Mutex::new(state),
            moved: watch::Sender::new(start),
            advancing: tokio::sync::Mutex::new(()),
        };
        Self { shared: Arc::new(shared) }
    }

    /// Advances the time by `span`, one deadline at a time. While the tasks that wait for a
    /// deadline run, `now` is exactly that deadline.
    pub async fn advance(&self, span: Duration) {
        let _turn = self.shared.advancing.lock().await;
        self.settle().await;
        let target = self.now() + span;
        while let Some(deadline) = self.next_deadline(target) {
            self.move_to(deadline);
            self.settle().await;
        }
        self.move_to(target);
        self.settle().await;
    }

    /// Runs all tasks until they are idle at the current time (see the limits of this type).
    pub async fn settle(&self) {
        let single_threaded = Handle::current().runtime_flavor() == RuntimeFlavor::CurrentThread;
        let enough = if single_threaded { IDLE_YIELDS } else { IDLE_TICKS };
        let (mut seen, mut quiet) = (self.state().activity, 0);
        for _ in 0..enough * MAX_ROUNDS {
            if single_threaded {
                tokio::task::yield_now().await;
            } else {
                SystemClock.sleep_until(SystemClock.now() + TICK).await;
            }
            let activity = self.state().activity;
            quiet = if activity == seen { quiet + 1 } else { 0 };
            seen = activity;
            if quiet == enough {
                return;
            }
        }
    }

    /// A receiver that is notified whenever the time has moved.
    pub(crate) fn subscribe(&self) -> watch::Receiver<Timestamp> {
        self.shared.moved.subscribe()
    }

    fn next_deadline(&self, target: Timestamp) -> Option<Timestamp> {
        let state = self.state();
        let deadline = state.sleepers.keys().next().map(|(at, _)| *at);
        deadline.filter(|at| *at <= target)
    }

    /// Sets the time and wakes the sleepers whose deadline has come.
    fn move_to(&self, to: Timestamp) {
        let woken = {
            let mut state = self.state();
            state.now = state.now.max(to);
            let first_later = (state.now + Duration::from_millis(1), 0);
            let later = state.sleepers.split_off(&first_later);
            mem::replace(&mut state.sleepers, later)
        };
        // Outside the lock: a waker may run arbitrary code.
        woken.into_values().for_each(Waker::wake);
        self.shared.moved.send_replace(to);
    }

    fn state(&self) -> MutexGuard<'_, ClockState> {
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for VirtualClock {
    fn default() -> Self {
        Self::starting_at(DEFAULT_START)
    }
}

impl fmt::Debug for VirtualClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VirtualClock").field("now", &self.now()).finish_non_exhaustive()
    }
}

impl Clock for VirtualClock {
    fn now(&self) -> Timestamp {
        self.state().now
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        Box::pin(Sleep { clock: self.clone(), at, key: None })
    }
}

/// A sleep on the clock, registered by its key; dropping it removes the registration.
struct Sleep {
    clock: VirtualClock,
    at: Timestamp,
    key: Option<u64>,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let clock = self.clock.clone();
        let mut state = clock.state();
        if state.now >= self.at {
            return Poll::Ready(());
        }
        let key = match self.key {
            Some(key) => key,
            None => {
                state.next_sleeper += 1;
                state.activity += 1;
                state.next_sleeper
            }
        };
        self.key = Some(key);
        state.sleepers.insert((self.at, key), context.waker().clone());
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some(key) = self.key {
            let mut state = self.clock.state();
            state.activity += 1;
            let waker = state.sleepers.remove(&(self.at, key));
            drop(state);
            drop(waker);
        }
    }
}

/// The clock of an emulator: virtual, or the system clock. It implements [`Clock`], so it can be
/// passed to the bot and the client under test.
#[derive(Debug, Clone)]
pub struct PlatformClock(Time);

#[derive(Debug, Clone)]
enum Time {
    Virtual(VirtualClock),
    Real(SystemClock),
}

impl PlatformClock {
    /// Advances the time by `span` (see [`VirtualClock::advance`]). The system clock cannot be
    /// moved: with it, this waits that long.
    pub async fn advance(&self, span: Duration) {
        match &self.0 {
            Time::Virtual(clock) => clock.advance(span).await,
            Time::Real(clock) => clock.sleep_until(clock.now() + span).await,
        }
    }

    /// The virtual clock, if this is one.
    pub fn as_virtual(&self) -> Option<&VirtualClock> {
        match &self.0 {
            Time::Virtual(clock) => Some(clock),
            Time::Real(_) => None,
        }
    }

    pub(crate) fn real() -> Self {
        Self(Time::Real(SystemClock))
    }

    /// Lets tasks that were just started run, before the virtual time moves on.
    pub(crate) async fn settle(&self) {
        match &self.0 {
            Time::Virtual(clock) => clock.settle().await,
            Time::Real(_) => tokio::task::yield_now().await,
        }
    }
}

impl From<VirtualClock> for PlatformClock {
    fn from(clock: VirtualClock) -> Self {
        Self(Time::Virtual(clock))
    }
}

impl Clock for PlatformClock {
    fn now(&self) -> Timestamp {
        match &self.0 {
            Time::Virtual(clock) => clock.now(),
            Time::Real(clock) => clock.now(),
        }
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        match &self.0 {
            Time::Virtual(clock) => clock.sleep_until(at),
            Time::Real(clock) => clock.sleep_until(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[tokio::test]
    async fn advance_stops_at_each_deadline_in_order() {
        let clock = VirtualClock::starting_at(Timestamp::from_secs(100));
        let seen = Arc::new(Mutex::new(Vec::new()));
        for seconds in [3, 1, 2] {
            let (clock, seen) = (clock.clone(), seen.clone());
            tokio::spawn(async move {
                clock.sleep_until(Timestamp::from_secs(100 + seconds)).await;
                seen.lock().unwrap().push((seconds, clock.now().as_secs()));
                // This sleep starts at the deadline, so it is reached by the same advance.
                clock.sleep_until(clock.now() + Duration::from_millis(500)).await;
                seen.lock().unwrap().push((seconds, clock.now().as_millis()));
            });
        }
        clock.advance(Duration::from_secs(10)).await;
        assert_eq!(
            *seen.lock().unwrap(),
            [(1, 101), (1, 101_500), (2, 102), (2, 102_500), (3, 103), (3, 103_500)]
        );
        assert_eq!(clock.now(), Timestamp::from_secs(110));
    }

    #[tokio::test]
    async fn a_dropped_sleep_is_unregistered() {
        let clock = VirtualClock::default();
        let dynamic: &dyn Clock = &clock;
        let quick = dynamic.timeout(Duration::from_secs(5), async {
            dynamic.sleep(Duration::from_secs(1)).await;
        });
        let (outcome, ()) = tokio::join!(quick, clock.advance(Duration::from_secs(2)));
        assert_eq!(outcome, Ok(()));
        assert!(clock.state().sleepers.is_empty());
    }
}
