//! A token and its times.

use std::time::Duration;

use weixin_api::{Error, Timestamp};
use weixin_protocol::Secret;

/// How long before its end a token is renewed. The platform hands out a new stable token in the
/// last five minutes of the old one.
const EARLY: Duration = Duration::from_secs(240);
/// How long before its end a token is no longer used: a call takes a while to arrive.
const MARGIN: Duration = Duration::from_secs(10);
/// A token that is handed out again unchanged is asked for again after this long.
const UNCHANGED_PAUSE: Duration = Duration::from_secs(30);

/// A token and its times.
#[derive(Debug, Clone)]
pub(crate) struct CachedToken {
    pub(crate) value: Secret,
    /// From then on it is renewed by the first call that comes along.
    pub(crate) renew: Timestamp,
    /// From then on it is not used.
    pub(crate) end: Timestamp,
    /// Whether the platform was made to hand it out before the one before had expired.
    pub(crate) forced: bool,
}

/// Why there is no token, and until when nobody needs to ask again, if that is known.
#[derive(Debug)]
pub(crate) struct FetchFailure {
    pub(crate) error: Error,
    pub(crate) until: Option<Timestamp>,
}

impl CachedToken {
    /// A token asked for at `started` and here `now`. Its life is counted from the question, for
    /// the answer does not say when it was written. One without a known life is used until it is
    /// refused.
    pub(crate) fn new(
        value: Secret,
        lifetime: Option<Duration>,
        started: Timestamp,
        now: Timestamp,
    ) -> Self {
        let Some(lifetime) = lifetime else {
            let never = Timestamp::from_millis(u64::MAX);
            return Self { value, renew: never, end: never, forced: false };
        };
        let expiry = started + lifetime;
        let renew = expiry - EARLY.min(lifetime / 5);
        Self {
            value,
            renew: renew.max(now + UNCHANGED_PAUSE.min(lifetime / 10)),
            end: expiry - MARGIN.min(lifetime / 10),
            forced: false,
        }
    }
}

impl From<Error> for FetchFailure {
    fn from(error: Error) -> Self {
        Self { error, until: None }
    }
}
