//! Waiting for conditions, with a timeout.

use std::time::Duration;

use weixin::api::{Clock, SystemClock};

/// How long a test waits before it fails. It does not affect passing tests, so it is long enough
/// for slow machines.
pub const TIMEOUT: Duration = Duration::from_secs(60);

/// How often a condition without notification is polled.
const POLL_INTERVAL: Duration = Duration::from_millis(50);

/// Waits for `future`, at most [`TIMEOUT`].
///
/// # Panics
/// On timeout; `what` describes what was waited for.
pub async fn with_timeout<F: Future>(what: &str, future: F) -> F::Output {
    let clock: &dyn Clock = &SystemClock;
    match clock.timeout(TIMEOUT, future).await {
        Ok(output) => output,
        Err(_) => panic!("{what}: timed out after {TIMEOUT:?}"),
    }
}

/// Polls `find` until it returns a value. Returns `None` on timeout, so that the caller can report
/// the actual state.
pub async fn poll_until<T>(mut find: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let clock: &dyn Clock = &SystemClock;
    let looking = async {
        loop {
            match find().await {
                Some(found) => return found,
                None => clock.sleep(POLL_INTERVAL).await,
            }
        }
    };
    clock.timeout(TIMEOUT, looking).await.ok()
}
