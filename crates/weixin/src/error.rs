//! One error type for programs that use everything.

use std::fmt;

/// Any error of the weixin crates. A `main` that returns [`Result`](crate::Result) prints it well:
/// `Debug` is the same as `Display`.
///
/// Code that tells errors apart does so where they arise: API calls fail with
/// [`api::Error`](crate::api::Error), a bot that cannot start with [`bot::Error`](crate::bot::Error).
/// [`downcast_ref`](Error::downcast_ref) gives them back.
pub struct Error(Box<dyn std::error::Error + Send + Sync>);

impl Error {
    /// The error as it was, if it is an `E`.
    pub fn downcast_ref<E: std::error::Error + 'static>(&self) -> Option<&E> {
        self.0.downcast_ref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}

/// A macro because a blanket implementation would collide with the standard library's own.
macro_rules! from {
    ($($error:ty)+) => { $(
        impl From<$error> for Error {
            fn from(error: $error) -> Self {
                Self(error.into())
            }
        }
    )+ };
}

from! {
    weixin_api::Error
    weixin_bot::ConfigError
    weixin_bot::Error
    weixin_bot::BoxError
    weixin_protocol::Error
    weixin_protocol::ReadError
    std::io::Error
}
