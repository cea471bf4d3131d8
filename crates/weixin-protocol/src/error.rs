//! What can be wrong with a push or a reply.

use std::{borrow::Cow, fmt};

/// Why a callback request was refused or a reply could not be written.
///
/// The message says what to do about it and never contains a secret. [`code`](Error::code) gives
/// the number that Tencent's own sample libraries use for the same failure.
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    detail: Cow<'static, str>,
}

/// The kinds of [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A query parameter that this kind of request always has is missing, malformed or given twice.
    Query,
    /// The push came in a mode (plain, compatible, safe) the account does not accept.
    Mode,
    /// `signature` or `msg_signature` is wrong: another token, or not the platform at all.
    Signature,
    /// The request was signed at a time too far from ours.
    Clock,
    /// The body is not the XML or JSON it should be, or is too deep.
    Parse,
    /// The AES key is missing or malformed.
    Key,
    /// The message was encrypted for another account (appid, corp id).
    ReceiveId,
    /// The message is addressed to somebody else than the account: the account's own answer, posted
    /// back.
    Addressee,
    /// The message lacks what every message of the platform has.
    Incomplete,
    /// Encrypting failed.
    Encrypt,
    /// Decrypting failed: the length is wrong.
    Decrypt,
    /// The decrypted bytes make no sense, almost always because of another AES key, or are padded
    /// wrongly.
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

    /// What kind of failure this is.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The number Tencent's sample libraries return for this failure (-40001 … -40011). It is
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
