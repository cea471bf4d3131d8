//! Time from an explicit clock: the system's in production, a virtual one in tests.

use std::{
    fmt,
    ops::{Add, Sub},
    pin::Pin,
    task::{Context, Poll},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use pin_project_lite::pin_project;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use weixin_protocol::{Describe, FromNode, Node, ReadError, ToNode, TypeInfo};

use crate::BoxFuture;

/// A point in time, in milliseconds since 1970-01-01T00:00:00Z.
///
/// With serde it is a number of whole seconds, as everywhere on the platform.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(u64);

impl Timestamp {
    /// The time this many seconds after the epoch.
    pub const fn from_secs(seconds: u64) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// The time this many milliseconds after the epoch.
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis)
    }

    /// Whole seconds since the epoch, rounded down.
    pub const fn as_secs(self) -> u64 {
        self.0 / 1000
    }

    /// Milliseconds since the epoch.
    pub const fn as_millis(self) -> u64 {
        self.0
    }

    /// The duration from `earlier` to this time; zero if `earlier` is later.
    pub const fn since(self, earlier: Timestamp) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0))
    }
}

impl Add<Duration> for Timestamp {
    type Output = Timestamp;

    fn add(self, by: Duration) -> Timestamp {
        Self(self.0.saturating_add(u64::try_from(by.as_millis()).unwrap_or(u64::MAX)))
    }
}

impl Sub<Duration> for Timestamp {
    type Output = Timestamp;

    fn sub(self, by: Duration) -> Timestamp {
        Self(self.0.saturating_sub(u64::try_from(by.as_millis()).unwrap_or(u64::MAX)))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.as_secs())
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u64::deserialize(deserializer).map(Self::from_secs)
    }
}

/// In pushes it is a number of whole seconds, too.
impl FromNode for Timestamp {
    fn from_node(node: Option<&Node>) -> Result<Self, ReadError> {
        u64::from_node(node).map(Self::from_secs)
    }

    fn form() -> &'static TypeInfo {
        Self::describe()
    }
}

impl ToNode for Timestamp {
    fn to_node(&self) -> Option<Node> {
        self.as_secs().to_node()
    }
}

/// A source of time. The client, the bot, the stores and the emulator take one, so that tests can
/// control it.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The current time.
    fn now(&self) -> Timestamp;

    /// Completes when the clock has reached `at`; immediately if it already has.
    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()>;
}

impl dyn Clock {
    /// Completes after `span` on this clock.
    pub fn sleep(&self, span: Duration) -> BoxFuture<'static, ()> {
        self.sleep_until(self.now() + span)
    }

    /// Runs `future` for at most `limit` on this clock. If the future is ready in the same poll in
    /// which the limit is reached, its output is returned.
    ///
    /// # Errors
    ///
    /// [`Elapsed`] if the limit was reached; the future is dropped then.
    pub fn timeout<F: Future>(&self, limit: Duration, future: F) -> Timeout<'_, F> {
        Timeout { clock: self, end: self.now() + limit, alarm: None, future }
    }
}

pin_project! {
    /// The future of [`timeout`](trait.Clock.html#method.timeout).
    // A type of its own: an `async fn` would have room for the future twice.
    #[must_use = "futures do nothing unless they are polled"]
    pub struct Timeout<'a, F> {
        clock: &'a dyn Clock,
        end: Timestamp,
        // Set when it is needed: most futures with a limit are ready at once.
        alarm: Option<BoxFuture<'static, ()>>,
        #[pin]
        future: F,
    }
}

impl<F: Future> Future for Timeout<'_, F> {
    type Output = Result<F::Output, Elapsed>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        if let Poll::Ready(output) = this.future.poll(cx) {
            return Poll::Ready(Ok(output));
        }
        let alarm = this.alarm.get_or_insert_with(|| this.clock.sleep_until(*this.end));
        alarm.as_mut().poll(cx).map(|()| Err(Elapsed))
    }
}

impl<F> std::fmt::Debug for Timeout<'_, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Timeout").field("end", &self.end).finish_non_exhaustive()
    }
}

/// The limit of [`timeout`](trait.Clock.html#method.timeout) was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the time ran out")]
pub struct Elapsed;

/// The system's clock. Sleeping needs a Tokio runtime with the time driver.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

#[expect(clippy::disallowed_methods, reason = "this is the one place that asks the computer")]
impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp::default() + since
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        let span = at.since(self.now());
        Box::pin(async move { tokio::time::sleep(span).await })
    }
}

impl weixin_protocol::Describe for Timestamp {
    #[inline]
    fn describe() -> &'static weixin_protocol::TypeInfo {
        &weixin_protocol::TypeInfo::Time
    }
}
