//! A token and its lifetime.

use std::time::Duration;

use weixin_api::{Error, Timestamp};
use weixin_protocol::Secret;

use super::TokenOrigin;

/// How long before its expiry a token is renewed. The platform issues a new stable token in the
/// last five minutes of the old one.
const EARLY: Duration = Duration::from_secs(240);
/// How long before its expiry a token is no longer used: a call takes a while to arrive.
const MARGIN: Duration = Duration::from_secs(10);
/// If the platform returned the same token again, it is not asked again for this long.
const UNCHANGED_PAUSE: Duration = Duration::from_secs(30);

/// A token and its lifetime.
#[derive(Debug, Clone)]
pub(crate) struct CachedToken {
    pub(crate) value: Secret,
    /// From then on the next call renews it.
    pub(crate) renew: Timestamp,
    /// From then on it is no longer used.
    pub(crate) end: Timestamp,
    /// Whether it was obtained by a forced renewal, before its predecessor expired.
    pub(crate) forced: bool,
    /// Where this process got it.
    pub(crate) origin: TokenOrigin,
}

/// Why there is no token, and until when not to ask again, if that is known.
#[derive(Debug)]
pub(crate) struct FetchFailure {
    pub(crate) error: Error,
    pub(crate) until: Option<Timestamp>,
}

impl CachedToken {
    /// The end of a token without a known lifetime.
    pub(crate) const NEVER: Timestamp = Timestamp::from_millis(u64::MAX);

    /// A token that was requested at `started` and received `now`. Its lifetime is counted from the
    /// request, because the answer does not say when it was written. One without a known lifetime
    /// is used until the platform rejects it.
    pub(crate) fn new(
        value: Secret,
        lifetime: Option<Duration>,
        started: Timestamp,
        now: Timestamp,
    ) -> Self {
        let Some(lifetime) = lifetime else {
            let (renew, end) = (Self::NEVER, Self::NEVER);
            return Self { value, renew, end, forced: false, origin: TokenOrigin::Platform };
        };
        let expiry = started + lifetime;
        let renew = expiry - EARLY.min(lifetime / 5);
        Self {
            value,
            renew: renew.max(now + UNCHANGED_PAUSE.min(lifetime / 10)),
            end: expiry - MARGIN.min(lifetime / 10),
            forced: false,
            origin: TokenOrigin::Platform,
        }
    }
}

impl From<Error> for FetchFailure {
    fn from(error: Error) -> Self {
        Self { error, until: None }
    }
}
