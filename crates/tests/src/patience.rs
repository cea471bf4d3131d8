//! Waiting for a condition, with a watchdog for when it never comes true.

use std::time::Duration;

use weixin::api::{Clock, SystemClock};

/// How long a test waits before it fails: long enough for a slow machine, as nothing depends on it
/// in a run that passes.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How long between two looks at a condition that cannot announce itself.
const GLANCE: Duration = Duration::from_millis(50);

/// Waits for `future`.
///
/// # Panics
/// If it is not done in time; `what` says what was waited for.
pub async fn patiently<F: Future>(what: &str, future: F) -> F::Output {
    let clock: &dyn Clock = &SystemClock;
    match clock.timeout(PATIENCE, future).await {
        Ok(output) => output,
        Err(_) => panic!("waited {PATIENCE:?} in vain for {what}"),
    }
}

/// Asks `look` again and again until it finds something. `None` when patience is over, so that the
/// caller can say what it saw instead.
pub async fn until<T>(mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let clock: &dyn Clock = &SystemClock;
    let looking = async {
        loop {
            match look().await {
                Some(found) => return found,
                None => clock.sleep(GLANCE).await,
            }
        }
    };
    clock.timeout(PATIENCE, looking).await.ok()
}
