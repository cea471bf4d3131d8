//! Holding a push, so that its answer goes out with a repeat.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use weixin_api::Timestamp;

/// How many deliveries an account lets run out within [`PERIOD`]. The platform blocks an account for
/// a minute after repeated failures, and does not say how many these are: assumed.
const MAX_HELD: usize = 20;
const PERIOD: Duration = Duration::from_secs(60);

/// Limits how many deliveries of an account are let run out.
#[derive(Debug, Default)]
pub(super) struct HoldLimit(Mutex<VecDeque<Timestamp>>);

impl HoldLimit {
    /// Whether another delivery may run out now. It is counted.
    pub(super) fn permit(&self, now: Timestamp) -> bool {
        // Nothing panics while it is locked.
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while held.front().is_some_and(|at| now.since(*at) >= PERIOD) {
            held.pop_front();
        }
        let permitted = held.len() < MAX_HELD;
        if permitted {
            held.push_back(now);
        }
        permitted
    }
}
