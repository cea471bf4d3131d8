//! Holding a push, so that its answer goes out with a repeat.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use weixin_api::Timestamp;

/// How many deliveries of an account are let run out at the same time, and within [`PERIOD`]. The
/// platform blocks an account for a minute after many failures in a row, and does not say how many
/// these are: assumed.
const MAX_AT_ONCE: usize = 5;
const MAX_HELD: usize = 20;
const PERIOD: Duration = Duration::from_secs(60);

/// Limits how many deliveries of an account are let run out.
#[derive(Debug, Clone, Default)]
pub(super) struct HoldLimit(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    now: usize,
    recent: VecDeque<Timestamp>,
}

/// Permits one delivery to run out, until it is dropped.
#[derive(Debug)]
pub(super) struct HoldPermit(HoldLimit);

impl HoldLimit {
    /// Whether another delivery may run out now.
    pub(super) fn permit(&self, now: Timestamp) -> Option<HoldPermit> {
        let mut state = self.state();
        while state.recent.front().is_some_and(|at| now.since(*at) >= PERIOD) {
            state.recent.pop_front();
        }
        if state.now >= MAX_AT_ONCE || state.recent.len() >= MAX_HELD {
            return None;
        }
        state.now += 1;
        state.recent.push_back(now);
        Some(HoldPermit(self.clone()))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while it is locked.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for HoldPermit {
    fn drop(&mut self) {
        self.0.state().now -= 1;
    }
}
