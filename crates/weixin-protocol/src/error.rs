//! Why a push was rejected or a reply could not be written.

use std::{borrow::Cow, fmt};

/// Why a callback request was rejected or a reply could not be written.
///
/// The message says what to do and never contains a secret. [`code`](Error::code) is the number
/// that Tencent's own sample libraries use for the same failure.
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    detail: Cow<'static, str>,
}

/// The kinds of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A query parameter that this kind of request must have is missing, malformed or given twice.
    Query,
    /// The push came in a mode (plain, compatible, safe) that the account does not accept.
    Mode,
    /// `signature` or `msg_signature` is wrong: the token differs, or the request is not from the
    /// platform.
    Signature,
    /// The signed time of the request differs too much from the local time.
    Clock,
    /// The body is not well-formed XML or JSON, lacks a required part, or exceeds a limit.
    Parse,
    /// The AES key is missing or malformed.
    Key,
    /// The message was encrypted for another account (appid, corp id).
    ReceiveId,
    /// The message is addressed to somebody other than the account: an answer of the account that
    /// was posted back.
    Addressee,
    /// The message lacks fields that every message of the platform has.
    Incomplete,
    /// Encrypting failed.
    Encrypt,
    /// Decrypting failed: the length is wrong.
    Decrypt,
    /// The decrypted bytes make no sense, almost always because the AES key is another one, or the
    /// padding is wrong.
    Buffer,
    /// The ciphertext is not base64.
    Base64,
    /// A reply could not be written.
    Build,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, detail: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, detail: detail.into() }
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The number that Tencent's sample libraries return for this failure (-40001 … -40011). It is
    /// never sent to the platform.
    pub fn code(&self) -> i32 {
        match self.kind {
            ErrorKind::Signature | ErrorKind::Query | ErrorKind::Mode | ErrorKind::Clock => -40001,
            ErrorKind::Parse | ErrorKind::Incomplete => -40002,
            ErrorKind::Key => -40004,
            ErrorKind::ReceiveId | ErrorKind::Addressee => -40005,
            ErrorKind::Encrypt => -40006,
            ErrorKind::Decrypt => -40007,
            ErrorKind::Buffer => -40008,
            ErrorKind::Base64 => -40010,
            ErrorKind::Build => -40011,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.detail, self.code())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error").field("kind", &self.kind).field("detail", &self.detail).finish()
    }
}

impl std::error::Error for Error {}
