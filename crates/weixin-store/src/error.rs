//! The error of all stores.

use std::{borrow::Cow, error::Error as StdError, fmt, sync::Arc};

/// A failed store operation.
///
/// A write whose condition does not hold is not an error but
/// [`WriteOutcome::Conflict`](crate::WriteOutcome::Conflict); a lost lease is an error. Neither
/// `Display` nor `Debug` shows a value, a password, or an address that contains one.
#[derive(Clone)]
pub struct Error {
    kind: ErrorKind,
    message: Cow<'static, str>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// The kinds of store errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The store could not be reached or did not answer in time. A write in progress may or may not
    /// have taken effect. The same operation may succeed later: the engines reconnect by
    /// themselves.
    Unreachable,
    /// The store rejected the operation: missing permission, full disk, read-only replica.
    Rejected,
    /// The lease that a write depends on was granted to another holder or released. Nothing was
    /// changed.
    LeaseLost,
    /// The stored data cannot be read: sealed with another key, damaged, or written by another
    /// program.
    Unreadable,
    /// The request itself is invalid: a key that is too long, a malformed address.
    Invalid,
}

impl Error {
    /// Creates an error, for implementations of [`Store`](crate::Store). The message is shown and
    /// logged: keep secrets out of it.
    pub fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, message: message.into(), source: None }
    }

    /// Attaches the error that caused this one. It must not contain a secret either.
    pub fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.source = Some(Arc::new(source));
        self
    }

    /// An error of kind [`ErrorKind::LeaseLost`], with the message that all engines use.
    pub fn lease_lost() -> Self {
        Self::new(ErrorKind::LeaseLost, "the lease was lost to another holder")
    }

    /// The kind of this error.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Whether the same operation may succeed later.
    pub fn is_retryable(&self) -> bool {
        self.kind == ErrorKind::Unreachable
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug.field("kind", &self.kind).field("message", &self.message);
        if let Some(source) = &self.source {
            debug.field("source", source);
        }
        debug.finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
