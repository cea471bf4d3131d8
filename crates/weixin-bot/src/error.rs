//! One error type for programs that use everything.

use std::{error::Error as StdError, fmt, io};

use crate::{BoxError, ConfigError};

/// Why a bot cannot start or has stopped; in programs also whatever else `?` meets, from API calls
/// to reading files. `Debug` prints the same as `Display`, so that a `main` that returns it reads
/// well.
///
/// Code that tells errors apart does so where they arise, or by
/// [`downcast_ref`](Error::downcast_ref).
pub struct Error(Inner);

enum Inner {
    Config(ConfigError),
    Routes(Vec<String>),
    Listen { address: String, error: io::Error },
    Other(BoxError),
}

impl Error {
    pub(crate) fn routes(problems: Vec<String>) -> Self {
        Self(Inner::Routes(problems))
    }

    pub(crate) fn listen(address: impl ToString, error: io::Error) -> Self {
        Self(Inner::Listen { address: address.to_string(), error })
    }

    /// Any other error.
    pub fn other(error: impl Into<BoxError>) -> Self {
        Self(Inner::Other(error.into()))
    }

    /// What is wrong with the configuration, if that is the reason.
    pub fn config(&self) -> Option<&ConfigError> {
        match &self.0 {
            Inner::Config(error) => Some(error),
            _ => None,
        }
    }

    /// What is wrong with the routes; empty if that is not the reason.
    pub fn route_problems(&self) -> &[String] {
        match &self.0 {
            Inner::Routes(problems) => problems,
            _ => &[],
        }
    }

    /// The error as it was, if it is an `E`: a [`weixin_api::Error`] for instance.
    pub fn downcast_ref<E: StdError + 'static>(&self) -> Option<&E> {
        match &self.0 {
            Inner::Config(error) => (error as &(dyn StdError + 'static)).downcast_ref(),
            Inner::Listen { error, .. } => (error as &(dyn StdError + 'static)).downcast_ref(),
            Inner::Other(error) => error.downcast_ref(),
            Inner::Routes(_) => None,
        }
    }
}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        Self(Inner::Config(error))
    }
}

/// A macro because a blanket implementation would collide with the standard library's own.
macro_rules! from {
    ($($error:ty)+) => { $(
        impl From<$error> for Error {
            fn from(error: $error) -> Self {
                Self::other(error)
            }
        }
    )+ };
}

from! {
    weixin_api::Error
    weixin_protocol::Error
    weixin_protocol::ReadError
    BoxError
    io::Error
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Inner::Config(error) => error.fmt(f),
            Inner::Routes(problems) => {
                f.write_str("the bot's handlers are not right yet:")?;
                problems.iter().try_for_each(|problem| write!(f, "\n  - {problem}"))
            }
            Inner::Listen { address, error } => {
                write!(f, "cannot listen on {address}: {error}")?;
                match error.kind() {
                    io::ErrorKind::AddrInUse => f.write_str(
                        " (another program has that port: stop it, or set `listen` or \
                         WEIXIN_LISTEN)",
                    ),
                    _ => Ok(()),
                }
            }
            Inner::Other(error) => error.fmt(f),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0 {
            Inner::Listen { error, .. } => Some(error),
            Inner::Other(error) => error.source(),
            Inner::Config(_) | Inner::Routes(_) => None,
        }
    }
}
