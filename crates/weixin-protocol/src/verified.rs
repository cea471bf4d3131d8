//! Input that is known to come from the platform, as a type of its own.

use std::ops::Deref;

/// How it is known that a value comes from the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Provenance {
    /// Signed and encrypted with the account's key.
    Encrypted,
    /// Plain mode: the URL was signed. The signature does **not** cover the body, so whoever has
    /// seen one such URL can send any body with it. Use safe mode.
    PlainSigned,
    /// Fetched from the platform over TLS with our credential.
    Fetched,
    /// Received on a connection that we opened to the platform.
    LongConnection,
    /// Read back from our own store, where it was put after verification.
    Replayed,
}

/// A value whose origin has been checked. There are two ways to one:
/// [`Prechecked::open`](crate::Prechecked::open), and [`Verified::vouch`] where something else than a
/// callback signature proves the origin.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified<T> {
    value: T,
    provenance: Provenance,
}

impl<T> Verified<T> {
    /// States that `value` comes from the platform. Only for code that has made sure of it in the
    /// way `provenance` says.
    pub fn vouch(value: T, provenance: Provenance) -> Self {
        Self { value, provenance }
    }

    /// How its origin is known.
    pub fn provenance(&self) -> Provenance {
        self.provenance
    }

    /// The value alone.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> Deref for Verified<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
