//! A type for input that is known to come from the platform.

use std::ops::Deref;

/// How it is known that a value comes from the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Provenance {
    /// Signed and encrypted with the account's key.
    Encrypted,
    /// Plain mode: the URL was signed. The signature does **not** cover the body, so anyone who has
    /// seen one such URL can send any body with it. Use safe mode.
    PlainSigned,
    /// Fetched from the platform over TLS with our credential.
    Fetched,
    /// Received on a connection that we opened to the platform.
    LongConnection,
    /// Read back from our own store, in which it was put after verification.
    Replayed,
}

/// A value whose origin has been verified. It is created by
/// [`Prechecked::open`](crate::Prechecked::open), or by [`Verified::vouch`] if something other than
/// a callback signature proves the origin.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified<T> {
    value: T,
    provenance: Provenance,
}

impl<T> Verified<T> {
    /// Declares that `value` comes from the platform. Only for code that has verified it in the way
    /// that `provenance` says.
    pub fn vouch(value: T, provenance: Provenance) -> Self {
        Self { value, provenance }
    }

    /// How its origin was verified.
    pub fn provenance(&self) -> Provenance {
        self.provenance
    }

    /// The value without its provenance.
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
