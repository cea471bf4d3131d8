//! What is kept under a key.

use std::fmt;

use weixin_api::Timestamp;
use weixin_protocol::Secret;
use zeroize::Zeroize;

use crate::{Error, ErrorKind};

/// The bytes kept under a key. They may be secret: they do not print, and are wiped from memory
/// when dropped.
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
    ///
    /// [`ErrorKind::Unreadable`] when they are none.
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

/// Which writing of an entry this is. Every write has another version, also after the entry was
/// removed and written again; versions say nothing about order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Version(u64);

impl Version {
    /// A version that no other write has, for an engine that is about to write. They are drawn at
    /// random, so that writers need not ask anybody.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Refused`] when the computer has no random numbers.
    pub fn draw() -> Result<Self, Error> {
        getrandom::u64().map(Self).map_err(|_| no_random_numbers())
    }

    /// The version as a number, to be stored.
    pub const fn to_bits(self) -> u64 {
        self.0
    }

    /// Reads a stored version.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }
}

pub(crate) fn no_random_numbers() -> Error {
    Error::new(ErrorKind::Refused, "the computer gives no random numbers")
}

/// What a store has under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The value.
    pub value: Value,
    /// Which writing of it this is.
    pub version: Version,
    /// From this moment on it is no longer there. `None`: it stays until it is removed.
    pub expires: Option<Timestamp>,
}

impl Entry {
    /// Whether it is still there at `now`.
    pub fn is_alive(&self, now: Timestamp) -> bool {
        self.expires.is_none_or(|expires| now < expires)
    }
}
