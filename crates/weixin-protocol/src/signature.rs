//! The platform's signature: SHA-1 over the sorted, concatenated parts.

use std::fmt;

use sha1::{Digest, Sha1};
use subtle::ConstantTimeEq;

/// A signature as in a query: 40 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signature([u8; 40]);

impl Signature {
    /// Signs `parts`: SHA-1 of their concatenation in byte order, without a separator.
    ///
    /// A request's `signature` covers token, timestamp and nonce; its `msg_signature` covers the
    /// ciphertext as well.
    pub fn of<const N: usize>(mut parts: [&str; N]) -> Self {
        parts.sort_unstable();
        let mut hasher = Sha1::new();
        for part in parts {
            hasher.update(part.as_bytes());
        }
        Self(hex(hasher.finalize().into()))
    }

    /// Whether `given` is this signature, compared in constant time.
    pub fn matches(&self, given: &str) -> bool {
        self.0.as_slice().ct_eq(given.as_bytes()).into()
    }

    /// The 40 hexadecimal digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

fn hex(digest: [u8; 20]) -> [u8; 40] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = [0; 40];
    for (pair, byte) in text.chunks_exact_mut(2).zip(digest) {
        pair[0] = DIGITS[usize::from(byte >> 4)];
        pair[1] = DIGITS[usize::from(byte & 15)];
    }
    text
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
