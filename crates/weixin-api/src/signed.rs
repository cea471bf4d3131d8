//! Calls that prove by a signature who is calling, beside their token.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize, Serializer};
use sha2::Sha256;
use weixin_protocol::Secret;

/// What a signature covers. It is the HMAC-SHA256 of that, in lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Signed {
    /// The body, byte for byte.
    Body,
    /// The path, `&` and the body. Where no call is signed, the name of what is stands for the path.
    PathAndBody,
    /// Nothing: it proves no more than that the key is known.
    Nothing,
}

impl Signed {
    /// Signs a body. The key is the text as the platform gave it, also where that is Base64.
    pub fn sign(self, key: &Secret, path: &str, body: &[u8]) -> String {
        // HMAC takes keys of any length, so there is nothing that could fail.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.expose().as_bytes()) else {
            return String::new();
        };
        if self == Self::PathAndBody {
            mac.update(path.as_bytes());
            mac.update(b"&");
        }
        if self != Self::Nothing {
            mac.update(body);
        }
        let digest = mac.finalize().into_bytes();
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// A signature in the query of a call: `#[signed(body)]`, `#[signed(path_and_body)]` or
/// `#[signed(nothing)]` in front of a field of an [`endpoint`](macro@crate::endpoint).
///
/// Whoever calls gives the key; it is used when the call is written, over the very bytes that are
/// sent, and is never sent itself. Whoever answers finds the signature in its place.
#[derive(Clone, PartialEq, Eq)]
pub struct CallSignature(Inner);

#[derive(Clone, PartialEq, Eq)]
enum Inner {
    Key(Secret),
    Made(Secret),
}

impl CallSignature {
    /// The signature that is made with this key.
    pub fn by(key: impl Into<Secret>) -> Self {
        Self(Inner::Key(key.into()))
    }

    /// The signature of a call that arrived; `None` if it is still to be made.
    pub fn made(&self) -> Option<&str> {
        match &self.0 {
            Inner::Key(_) => None,
            Inner::Made(text) => Some(text.expose()),
        }
    }

    /// Makes the signature, unless it is there already.
    pub(crate) fn make(&self, signed: Signed, path: &str, body: &[u8]) -> Option<String> {
        match &self.0 {
            Inner::Key(key) => Some(signed.sign(key, path, body)),
            Inner::Made(_) => None,
        }
    }

    /// Whether there is a key and nothing to be written yet.
    #[doc(hidden)]
    pub fn is_key(&self) -> bool {
        matches!(self.0, Inner::Key(_))
    }
}

impl From<Secret> for CallSignature {
    fn from(key: Secret) -> Self {
        Self::by(key)
    }
}

impl From<&Secret> for CallSignature {
    fn from(key: &Secret) -> Self {
        Self::by(key.clone())
    }
}

/// Writes the signature of a call that arrived. A key is no part of any serialized form.
impl Serialize for CallSignature {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.made().unwrap_or_default())
    }
}

/// Reads the signature of a call that arrived.
impl<'de> Deserialize<'de> for CallSignature {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Secret::deserialize(deserializer).map(|text| Self(Inner::Made(text)))
    }
}

impl fmt::Debug for CallSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CallSignature(…)")
    }
}

impl weixin_protocol::Describe for CallSignature {
    #[inline]
    fn describe() -> &'static weixin_protocol::TypeInfo {
        &weixin_protocol::TypeInfo::Text
    }
}
