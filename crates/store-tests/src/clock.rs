//! A clock that stands still until it is moved.

use std::time::Duration;

use tokio::sync::watch;
use weixin_api::{BoxFuture, Clock, SystemClock, Timestamp};

/// A clock that stands still until it is moved. Whoever sleeps on it wakes by that.
#[derive(Debug)]
pub struct ManualClock(watch::Sender<Timestamp>);

impl ManualClock {
    /// A clock that stands at the present moment.
    pub fn new() -> std::sync::Arc<Self> {
        std::sync::Arc::new(Self(watch::Sender::new(SystemClock.now())))
    }

    /// Moves the clock on.
    pub fn advance(&self, by: Duration) {
        self.0.send_modify(|now| *now = *now + by);
    }

    /// Moves the clock to a moment.
    pub fn set(&self, to: Timestamp) {
        self.0.send_replace(to);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        *self.0.borrow()
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        let mut now = self.0.subscribe();
        Box::pin(async move {
            if now.wait_for(|now| *now >= at).await.is_err() {
                // The clock is gone and will never get there.
                std::future::pending::<()>().await;
            }
        })
    }
}
