//! The name of something in a store.

use std::{borrow::Cow, fmt};

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::{Error, ErrorKind};

/// What is escaped within a part: what separates parts, what escapes, what controls, and what is
/// a wildcard in Redis. Everything that is not ASCII is escaped too, so that a key is the same and
/// sorts the same in every engine.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'%')
    .add(b'*')
    .add(b':')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']');

/// The name of something in a store: one or more parts, as in `credential`, `official`, `wx0123…`.
///
/// Two keys are the same only if all their parts are: each part is escaped, so whatever stands in
/// one cannot run into the next. Keys are shown in errors and tools; put nothing secret in them.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(String);

impl Key {
    /// How long a key may be, escaped, in bytes.
    pub const MAX: usize = 1024;

    /// A key of one part.
    pub fn new(part: impl AsRef<str>) -> Self {
        Self(utf8_percent_encode(part.as_ref(), ESCAPED).to_string())
    }

    /// The key with one more part: one that is [below](Key::is_below) this one.
    pub fn join(&self, part: impl AsRef<str>) -> Self {
        Self(format!("{}:{}", self.0, utf8_percent_encode(part.as_ref(), ESCAPED)))
    }

    /// The parts, as they were given.
    pub fn parts(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split(':').map(|part| percent_decode_str(part).decode_utf8_lossy())
    }

    /// Whether this key is `other` with one or more parts added.
    pub fn is_below(&self, other: &Key) -> bool {
        self.0.strip_prefix(&other.0).is_some_and(|rest| rest.starts_with(':'))
    }

    /// The key as one text, parts escaped and separated by colons: what an engine stores.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`] when it is longer than [`Key::MAX`].
    pub fn encoded(&self) -> Result<&str, Error> {
        if self.0.len() > Self::MAX {
            let message = format!("a key may be {} bytes long, not {}", Self::MAX, self.0.len());
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        Ok(&self.0)
    }

    /// Reads what [`encoded`](Key::encoded) gave.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unreadable`] when it is not such a text.
    pub fn decode(encoded: &str) -> Result<Self, Error> {
        let key = encoded.split(':').map(|part| percent_decode_str(part).decode_utf8());
        let mut parts = Vec::new();
        for part in key {
            parts.push(part.map_err(|_| unreadable())?);
        }
        let mut parts = parts.into_iter();
        let first = parts.next().ok_or_else(unreadable)?;
        let key = parts.fold(Self::new(first), |key, part| key.join(part));
        if key.0 == encoded { Ok(key) } else { Err(unreadable()) }
    }
}

fn unreadable() -> Error {
    Error::new(ErrorKind::Unreadable, "a key in the store is not one of ours")
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Key").field(&self.0).finish()
    }
}
