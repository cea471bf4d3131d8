//! Keys: the names of values, leases and counts.

use std::{borrow::Cow, fmt};

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::{Error, ErrorKind};

/// The characters that are escaped within a part: the separator, the escape character, control
/// characters, and the wildcards of Redis. Non-ASCII characters are escaped too, so that a key is
/// spelled and sorted the same way in every engine.
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

/// The name of a value, lease or count: one or more parts, as in `credential`, `official`,
/// `wx0123…`. Two keys are equal only if all their parts are: each part is escaped, so a separator
/// inside a part is not mistaken for one between parts. Keys are shown in errors and tools; put
/// nothing secret in them.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(String);

impl Key {
    /// The maximum length of an encoded key, in bytes.
    pub const MAX: usize = 1024;

    /// Creates a key of one part.
    pub fn new(part: impl AsRef<str>) -> Self {
        Self(utf8_percent_encode(part.as_ref(), ESCAPED).to_string())
    }

    /// Appends a part. The result [is below](Key::is_below) this key.
    pub fn join(&self, part: impl AsRef<str>) -> Self {
        Self(format!("{}:{}", self.0, utf8_percent_encode(part.as_ref(), ESCAPED)))
    }

    /// This key below another: the parts of the other, then those of this one.
    #[must_use]
    pub fn below(&self, other: &Key) -> Self {
        Self(format!("{}:{}", other.0, self.0))
    }

    /// The parts that remain without those of another key [above](Self::is_below) this one. `None` if it is
    /// not above it.
    pub fn without(&self, other: &Key) -> Option<Self> {
        let rest = self.0.strip_prefix(&other.0)?.strip_prefix(':')?;
        Some(Self(rest.to_owned()))
    }

    /// The parts, unescaped.
    pub fn parts(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split(':').map(|part| percent_decode_str(part).decode_utf8_lossy())
    }

    /// Whether this key is `other` with one or more parts added.
    pub fn is_below(&self, other: &Key) -> bool {
        self.0.strip_prefix(&other.0).is_some_and(|rest| rest.starts_with(':'))
    }

    /// The key as one string, with escaped parts separated by colons. This is what an engine
    /// stores.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`] when it is longer than [`Key::MAX`].
    pub fn encoded(&self) -> Result<&str, Error> {
        if self.0.len() > Self::MAX {
            let message = format!(
                "a key may be at most {} bytes long, this one has {}",
                Self::MAX,
                self.0.len()
            );
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        Ok(&self.0)
    }

    /// Parses the result of [`encoded`](Key::encoded).
    ///
    /// # Errors
    /// [`ErrorKind::Unreadable`] when the string is not an encoded key.
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
    Error::new(ErrorKind::Unreadable, "the store contains a key that was not written by weixin")
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
