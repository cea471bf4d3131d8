//! Why a handler gave no answer.

use std::{error::Error as StdError, fmt};

use crate::BoxError;

/// Why a handler gave no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// An argument could not be extracted.
    Rejected(BoxError),
    /// The handler returned an error.
    Failed(BoxError),
}

/// Why a handler gave no answer, as a [middleware](crate::Next) sees it.
#[derive(Debug)]
pub struct HandlerError(Failure);

impl HandlerError {
    /// Whether the handler was not called, because one of its arguments could not be extracted.
    pub fn is_rejection(&self) -> bool {
        matches!(self.0, Failure::Rejected(_))
    }

    /// The error of the handler or of the argument, if it is an `E`.
    pub fn downcast_ref<E: StdError + 'static>(&self) -> Option<&E> {
        self.inner().downcast_ref()
    }

    fn inner(&self) -> &BoxError {
        match &self.0 {
            Failure::Rejected(error) | Failure::Failed(error) => error,
        }
    }
}

impl From<Failure> for HandlerError {
    fn from(failure: Failure) -> Self {
        Self(failure)
    }
}

impl From<Box<HandlerError>> for Failure {
    fn from(error: Box<HandlerError>) -> Self {
        error.0
    }
}

impl fmt::Display for HandlerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner().fmt(f)
    }
}

impl StdError for HandlerError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.inner().source()
    }
}
