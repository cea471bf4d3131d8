//! The platform's other hosts, for when the usual one cannot be reached.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use weixin_api::Timestamp;

/// The host that has alternatives: the usual one, the backup one, then those of three regions.
const API: [&str; 5] = [
    "api.weixin.qq.com",
    "api2.weixin.qq.com",
    "sh.api.weixin.qq.com",
    "sz.api.weixin.qq.com",
    "hk.api.weixin.qq.com",
];

/// How long an alternative is preferred to the usual host after it worked.
const PREFER_OTHER_FOR: Duration = Duration::from_secs(600);

/// The host that was last reached.
#[derive(Debug, Default)]
pub(crate) struct FallbackHosts(Mutex<Option<(usize, Timestamp)>>);

impl FallbackHosts {
    /// The hosts to try for a call of `host`, in this order.
    pub(crate) fn candidates<'h>(&self, host: &'h str, now: Timestamp) -> Vec<&'h str> {
        if host != API[0] {
            return vec![host];
        }
        let last = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let first = last.filter(|(_, until)| now < *until).map_or(0, |(at, _)| at);
        (0..API.len()).map(|at| API[(first + at) % API.len()]).collect()
    }

    /// Notes that a call reached `host`.
    pub(crate) fn note_reached(&self, host: &str, now: Timestamp) {
        let Some(at) = API.iter().position(|known| *known == host) else { return };
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            // The time counts from the change of host, so that the usual one is tried again however
            // many calls there are.
            Some((known, until)) if *known == at && now < *until => {}
            _ => *last = (at > 0).then(|| (at, now + PREFER_OTHER_FOR)),
        }
    }
}
