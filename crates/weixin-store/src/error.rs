//! What a store can fail with.

use std::{borrow::Cow, error::Error as StdError, fmt, sync::Arc};

/// A store that failed. That somebody else was first is no failure, except under a lease.
///
/// Neither `Display` nor `Debug` shows a value, a password or the address with one in it.
#[derive(Clone)]
pub struct Error {
    kind: ErrorKind,
    message: Cow<'static, str>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// What happened to a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The store could not be reached, or did not answer in time. Whether a write that was under
    /// way took effect is unknown. It may work a little later: the engines reconnect by
    /// themselves.
    Unreachable,
    /// The store answered that it will not: no permission, a full disk, a read-only copy.
    Refused,
    /// The lease under which something was to be done has passed to somebody else, or was
    /// released. Nothing was done.
    LeaseLost,
    /// What is stored cannot be read: sealed with another key, damaged, or written by another
    /// program.
    Unreadable,
    /// What was asked for cannot be: a key that is too long, an address that is none.
    Invalid,
}

impl Error {
    /// An error of this kind, for implementations of [`Store`](crate::Store). The message is shown
    /// and logged: keep secrets out of it.
    pub fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, message: message.into(), source: None }
    }

    /// The same error with the error that caused it, which must not hold a secret either.
    pub fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.source = Some(Arc::new(source));
        self
    }

    /// [`ErrorKind::LeaseLost`], in the words all engines use.
    pub fn lease_lost() -> Self {
        Self::new(ErrorKind::LeaseLost, "the lease is no longer ours")
    }

    /// What happened.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Whether the same may succeed a little later.
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
