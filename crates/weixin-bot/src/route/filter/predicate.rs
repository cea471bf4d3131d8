//! Functions of the user's that decide.

use std::{fmt, sync::Arc};

use crate::BoxError;

/// A function with a placeholder as its `Debug`.
pub(super) struct Predicate<F: ?Sized>(pub(super) Arc<F>);

impl<F: ?Sized> Clone for Predicate<F> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<F: ?Sized> fmt::Debug for Predicate<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// What an asynchronous test may return: a `bool`, or a `Result` of one.
pub trait Decision {
    /// Converts into a result.
    ///
    /// # Errors
    /// The error that the test returned.
    fn decide(self) -> Result<bool, BoxError>;
}

impl Decision for bool {
    fn decide(self) -> Result<bool, BoxError> {
        Ok(self)
    }
}

impl<E: Into<BoxError>> Decision for Result<bool, E> {
    fn decide(self) -> Result<bool, BoxError> {
        self.map_err(Into::into)
    }
}
