//! Why a bot cannot start, or stopped.

use std::{fmt, io};

use crate::ConfigError;

/// Why a bot cannot start, or stopped. `Debug` prints the same as `Display`, so that an error
/// returned from `main` reads well.
pub struct Error(Inner);

enum Inner {
    Config(ConfigError),
    Routes(Vec<String>),
    Listen { address: String, error: io::Error },
}

impl Error {
    pub(crate) fn routes(problems: Vec<String>) -> Self {
        Self(Inner::Routes(problems))
    }

    pub(crate) fn listen(address: impl ToString, error: io::Error) -> Self {
        Self(Inner::Listen { address: address.to_string(), error })
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
}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        Self(Inner::Config(error))
    }
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
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0 {
            Inner::Listen { error, .. } => Some(error),
            _ => None,
        }
    }
}
