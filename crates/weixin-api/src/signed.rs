//! Calls that are authenticated by a signature in addition to the token.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize, Serializer};
use sha2::Sha256;
use weixin_protocol::Secret;

/// What a signature covers. The signature is the HMAC-SHA256 of it, in lower-case hexadecimal
/// digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Signed {
    /// The body, byte for byte.
    Body,
    /// The path, `&` and the body. In signatures outside a call, a name takes the place of the
    /// path.
    PathAndBody,
    /// Nothing: the signature proves only that the key is known.
    Nothing,
}

impl Signed {
    /// Signs a body. The key is used as text, as the platform issued it, even if it is Base64.
    pub fn sign(self, key: &Secret, path: &str, body: &[u8]) -> String {
        // HMAC takes keys of any length, so this cannot fail.
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
/// `#[signed(nothing)]` on a field of an [`endpoint`](macro@crate::endpoint).
///
/// The calling side provides the key; it is used when the call is encoded, over the exact bytes
/// that are sent, and is never sent itself. The answering side finds the signature instead.
#[derive(Clone, PartialEq, Eq)]
pub struct CallSignature(Inner);

#[derive(Clone, PartialEq, Eq)]
enum Inner {
    Key(Secret),
    Made(Secret),
}

impl CallSignature {
    /// The signature that will be made with this key.
    pub fn by(key: impl Into<Secret>) -> Self {
        Self(Inner::Key(key.into()))
    }

    /// The signature of a call that was received; `None` if it is still to be made.
    pub fn made(&self) -> Option<&str> {
        match &self.0 {
            Inner::Key(_) => None,
            Inner::Made(text) => Some(text.expose()),
        }
    }

    /// Makes the signature, or returns the one that was received.
    pub(crate) fn make(&self, signed: Signed, path: &str, body: &[u8]) -> Option<String> {
        match &self.0 {
            Inner::Key(key) => Some(signed.sign(key, path, body)),
            Inner::Made(_) => None,
        }
    }

    /// Whether it is a key, so that there is nothing to serialize yet.
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

/// Writes the signature of a call that was received. A key is never serialized.
impl Serialize for CallSignature {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.made().unwrap_or_default())
    }
}

/// Reads the signature of a call that was received.
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
