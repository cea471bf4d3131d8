//! Addresses that the platform hands out for one call.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use weixin_protocol::Secret;

/// An address of the platform that a push brought along, to which one call may be sent without any
/// other credential (`response_url`). Whoever knows it may use it, so it is kept like a secret.
///
/// It must be at the host of the endpoint that takes it, or at the address that a client was given
/// in place of the platform's; nothing is sent anywhere else.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct ResponseUrl(Secret);

impl ResponseUrl {
    /// The address as it was pushed.
    pub fn new(url: impl Into<String>) -> Self {
        Self(Secret::new(url))
    }

    /// The address itself. Whoever calls this takes care of where it goes.
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

impl From<&str> for ResponseUrl {
    fn from(url: &str) -> Self {
        Self::new(url)
    }
}

impl From<String> for ResponseUrl {
    fn from(url: String) -> Self {
        Self::new(url)
    }
}

impl Serialize for ResponseUrl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        crate::expose(&self.0, serializer)
    }
}

impl fmt::Debug for ResponseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResponseUrl(…)")
    }
}

impl weixin_protocol::Describe for ResponseUrl {
    #[inline]
    fn describe() -> &'static weixin_protocol::TypeInfo {
        &weixin_protocol::TypeInfo::Secret
    }
}
