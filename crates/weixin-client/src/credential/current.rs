//! The access token in use, for programs that send it themselves.

use std::fmt;

use weixin_api::Timestamp;
use weixin_protocol::Secret;

/// The access token in use, as [`Client::access_token`](crate::Client::access_token) returns it.
///
/// The token grants every right that the account has: do not pass it to code that you do not trust,
/// and do not log it. `Debug` does not show it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CurrentToken {
    /// The token.
    pub value: Secret,
    /// When this client stops using it: at most ten seconds before the platform does. The platform may
    /// invalidate it earlier, for example when the secret is reset. `None` if the lifetime is not
    /// known.
    pub expires_at: Option<Timestamp>,
    /// Where this client got it.
    pub origin: TokenOrigin,
}

/// Where a client got its access token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenOrigin {
    /// From the platform.
    Platform,
    /// From the store, where another process, or this one before its last start, had put it.
    Store,
    /// From the source that the program has set with
    /// [`ClientBuilder::credentials`](crate::ClientBuilder::credentials), or it is the account's own
    /// key, which is not fetched.
    Given,
}

impl fmt::Display for TokenOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Platform => "platform",
            Self::Store => "store",
            Self::Given => "given",
        })
    }
}
