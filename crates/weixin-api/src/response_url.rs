//! URLs that the platform issues for one call.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use weixin_protocol::Secret;

/// A URL from a push, to which one call may be sent without any other credential (`response_url`).
/// Anyone who knows it can use it, so it is treated as a secret.
///
/// It must point to the host of the endpoint that takes it, or to the API base of the client;
/// nothing is sent anywhere else.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct ResponseUrl(Secret);

impl ResponseUrl {
    /// The URL as it was pushed.
    pub fn new(url: impl Into<String>) -> Self {
        Self(Secret::new(url))
    }

    /// The URL itself. The caller is responsible for where it goes.
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
