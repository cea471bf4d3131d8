//! The emulator's time: a virtual clock that a test moves, or the computer's own.

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

/// Where a virtual clock stands at first: 2026-01-05, nine o'clock in the morning in Beijing.
const DEFAULT_START: Timestamp = Timestamp::from_secs(1_767_574_800);

/// How many turns in a row nothing may touch the clock before everything counts as settled.
const IDLE_YIELDS: u32 = 128;

/// The same where other threads have turns of their own: then a turn is this long, in real time.
const IDLE_TICKS: u32 = 5;
const TICK: Duration = Duration::from_millis(4);

/// How many times as many turns are given at most, so that tasks that never rest cannot hold time
/// up.
const MAX_ROUNDS: u32 = 100;

/// A clock that stands still until it is [advanced](Self::advance).
///
/// Clones show the same time. Whatever sleeps on the clock (the emulator's deadlines, and a bot
/// that was given this clock) wakes in order: time stops at each deadline, and goes on only when
/// the tasks that woke have nothing left to do.
///
/// # Limits
/// The clock cannot see what a task waits for. It lets the runtime run until nobody has dirty_at
/// the clock for a good while. That is exact for tasks of a current-thread runtime (what
/// `#[tokio::test]` gives) that wait for each other, for channels and for this clock. With several
/// worker threads it gives them some milliseconds of real time instead, which a busy machine may
/// not keep. It does not wait for sockets, blocking threads or other clocks: with those, wait for
/// an outcome before advancing.
#[derive(Clone)]
pub struct VirtualClock {
    shared: Arc<ClockInner>,
}

struct ClockInner {
    state: Mutex<ClockState>,
    moved: watch::Sender<Timestamp>,
    /// Held while the clock is being advanced: two advances follow one another.
    advancing: tokio::sync::Mutex<()>,
}

struct ClockState {
    now: Timestamp,
    sleepers: BTreeMap<(Timestamp, u64), Waker>,
    next_sleeper: u64,
    /// Rises whenever somebody begins or stops sleeping.
    activity: u64,
}

impl VirtualClock {
    /// A clock that stands at `start`.
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

    /// Moves the time on by `span`, one deadline at a time. At each, `now` is exactly that
    /// deadline while the tasks that slept for it run.
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

    /// Lets every task run until none has anything left to do at this time (see the limits of the
    /// type).
    pub async fn settle(&self) {
        let alone = Handle::current().runtime_flavor() == RuntimeFlavor::CurrentThread;
        let enough = if alone { IDLE_YIELDS } else { IDLE_TICKS };
        let (mut seen, mut quiet) = (self.state().activity, 0);
        for _ in 0..enough * MAX_ROUNDS {
            if alone {
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

    /// Tells whenever the time has moved.
    pub(crate) fn subscribe(&self) -> watch::Receiver<Timestamp> {
        self.shared.moved.subscribe()
    }

    fn next_deadline(&self, target: Timestamp) -> Option<Timestamp> {
        let state = self.state();
        let deadline = state.sleepers.keys().next().map(|(at, _)| *at);
        deadline.filter(|at| *at <= target)
    }

    /// Moves the time, and wakes whoever slept until then.
    fn move_to(&self, to: Timestamp) {
        let woken = {
            let mut state = self.state();
            state.now = state.now.max(to);
            let first_later = (state.now + Duration::from_millis(1), 0);
            let later = state.sleepers.split_off(&first_later);
            mem::replace(&mut state.sleepers, later)
        };
        // Outside the lock: a waker may run anything.
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

/// A key in the queue of sleepers; left when dropped.
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

/// The clock of an emulator: virtual, or the computer's own.
///
/// It is a [`Clock`], to be handed to the bot and the client under test.
#[derive(Debug, Clone)]
pub struct PlatformClock(Time);

#[derive(Debug, Clone)]
enum Time {
    Virtual(VirtualClock),
    Real(SystemClock),
}

impl PlatformClock {
    /// Moves the time on by `span` (see [`VirtualClock::advance`]). The computer's own clock
    /// cannot be moved: with it, this waits that long.
    pub async fn advance(&self, span: Duration) {
        match &self.0 {
            Time::Virtual(clock) => clock.advance(span).await,
            Time::Real(clock) => clock.sleep_until(clock.now() + span).await,
        }
    }

    /// The virtual clock, if it is one.
    pub fn as_virtual(&self) -> Option<&VirtualClock> {
        match &self.0 {
            Time::Virtual(clock) => Some(clock),
            Time::Real(_) => None,
        }
    }

    pub(crate) fn real() -> Self {
        Self(Time::Real(SystemClock))
    }

    /// Lets what has just been begun run, where time stands still meanwhile.
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
    async fn stops_at_each_deadline_in_order() {
        let clock = VirtualClock::starting_at(Timestamp::from_secs(100));
        let seen = Arc::new(Mutex::new(Vec::new()));
        for seconds in [3, 1, 2] {
            let (clock, seen) = (clock.clone(), seen.clone());
            tokio::spawn(async move {
                clock.sleep_until(Timestamp::from_secs(100 + seconds)).await;
                seen.lock().unwrap().push((seconds, clock.now().as_secs()));
                // Begun at that deadline, so it is met on the way as well.
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
    async fn a_dropped_sleeper_leaves_the_queue() {
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
