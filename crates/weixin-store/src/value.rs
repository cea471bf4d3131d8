//! Values, versions and entries.

use std::fmt;

use weixin_api::Timestamp;
use weixin_protocol::Secret;
use zeroize::Zeroize;

use crate::{Error, ErrorKind};

/// The bytes stored under a key. They may be secret: `Debug` shows only their number, and they are
/// wiped from memory when dropped.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Value(Vec<u8>);

impl Value {
    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes as text.
    ///
    /// # Errors
    /// [`ErrorKind::Unreadable`] when the bytes are not UTF-8.
    pub fn text(&self) -> Result<&str, Error> {
        std::str::from_utf8(&self.0)
            .map_err(|_| Error::new(ErrorKind::Unreadable, "a stored value is not text"))
    }
}

impl Drop for Value {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value({} bytes)", self.0.len())
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self(text.into_bytes())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self(text.as_bytes().to_vec())
    }
}

impl From<&Secret> for Value {
    fn from(secret: &Secret) -> Self {
        secret.expose().into()
    }
}

/// Identifies one write of an entry. Every write has a different version, also after the entry was
/// removed and written again. Versions are random and have no order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Version(u64);

impl Version {
    /// Generates a version for a new write, for engines. Versions are random, so writers need not
    /// coordinate.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Rejected`] when the system provides no random numbers.
    pub fn random() -> Result<Self, Error> {
        getrandom::u64().map(Self).map_err(|_| no_random_numbers())
    }

    /// The version as a number, for storing.
    pub const fn to_bits(self) -> u64 {
        self.0
    }

    /// Restores a version from its number.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }
}

pub(crate) fn no_random_numbers() -> Error {
    Error::new(ErrorKind::Rejected, "the system provides no random numbers")
}

/// A value with its version and expiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The value.
    pub value: Value,
    /// Identifies the write that stored the value.
    pub version: Version,
    /// When the entry expires: from then on it counts as absent. `None`: it stays until it is
    /// removed.
    pub expires: Option<Timestamp>,
}

impl Entry {
    /// Whether the entry has not expired at `now`.
    pub fn is_alive(&self, now: Timestamp) -> bool {
        self.expires.is_none_or(|expires| now < expires)
    }
}
