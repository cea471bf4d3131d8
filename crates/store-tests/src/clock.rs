//! A clock that only moves when told to.

use std::time::Duration;

use tokio::sync::watch;
use weixin_api::{BoxFuture, Clock, SystemClock, Timestamp};

/// A clock that only moves when told to. Moving it wakes the sleepers whose time has come.
#[derive(Debug)]
pub struct ManualClock(watch::Sender<Timestamp>);

impl ManualClock {
    /// Creates a clock that shows the current time.
    pub fn new() -> std::sync::Arc<Self> {
        std::sync::Arc::new(Self(watch::Sender::new(SystemClock.now())))
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: Duration) {
        self.0.send_modify(|now| *now = *now + by);
    }

    /// Sets the clock to a time.
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
                // The clock was dropped and will never reach that time.
                std::future::pending::<()>().await;
            }
        })
    }
}
