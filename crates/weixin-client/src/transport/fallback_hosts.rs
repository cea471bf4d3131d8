//! The platform's other hosts, for when the usual one cannot be reached.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use weixin_api::Timestamp;

/// The host for which there are others: the nearest entrance, then the one for disasters, then
/// those of three cities.
const API: [&str; 5] = [
    "api.weixin.qq.com",
    "api2.weixin.qq.com",
    "sh.api.weixin.qq.com",
    "sz.api.weixin.qq.com",
    "hk.api.weixin.qq.com",
];

/// How long another host is preferred to the usual one after it was found to work.
const PREFER_OTHER_FOR: Duration = Duration::from_secs(600);

/// Which host was reached last.
#[derive(Debug, Default)]
pub(crate) struct FallbackHosts(Mutex<Option<(usize, Timestamp)>>);

impl FallbackHosts {
    /// The hosts at which a call of `host` can be tried, in the order in which to try them.
    pub(crate) fn candidates<'h>(&self, host: &'h str, now: Timestamp) -> Vec<&'h str> {
        if host != API[0] {
            return vec![host];
        }
        let last = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let first = last.filter(|(_, until)| now < *until).map_or(0, |(at, _)| at);
        (0..API.len()).map(|at| API[(first + at) % API.len()]).collect()
    }

    /// Notes that a call came through at `host`.
    pub(crate) fn note_reached(&self, host: &str, now: Timestamp) {
        let Some(at) = API.iter().position(|known| *known == host) else { return };
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            // The time runs from when the host was changed, so that the usual one gets its chance
            // however many calls there are.
            Some((known, until)) if *known == at && now < *until => {}
            _ => *last = (at > 0).then(|| (at, now + PREFER_OTHER_FOR)),
        }
    }
}
