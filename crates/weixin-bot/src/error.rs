//! One error type for whole programs.

use std::{error::Error as StdError, fmt, io};

use axum::response::{IntoResponse, Response};
use http::StatusCode;

use crate::{
    BoxError, ConfigError,
    handler::{Failure, HandlerError, SessionError},
};

/// Why a bot cannot start or has stopped. In programs, `?` also converts errors of API calls and of
/// reading files into it. `Debug` prints the same as `Display`, so that a `main` that returns it
/// prints a readable message.
///
/// To tell errors apart, handle them where they arise, or use
/// [`downcast_ref`](Error::downcast_ref). Handlers of an axum router may return it, too: see [its
/// response](#impl-IntoResponse-for-Error).
pub struct Error(Inner);

/// What an [`Error`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The configuration is incomplete or wrong: see [`Error::config`].
    Config,
    /// The handlers do not fit together or do not fit the accounts: see [`Error::route_problems`].
    Routes,
    /// The bot cannot listen on the address.
    Listen,
    /// The bot stopped before everything was done: a push may have been acknowledged without an
    /// answer.
    CutOff,
    /// The inbox cannot be used, or cannot keep pushes as safely as was asked for.
    Inbox,
    /// The registry of accounts cannot be read.
    Accounts,
    /// Anything else.
    Other,
}

enum Inner {
    Config(ConfigError),
    Routes(Vec<String>),
    Listen { address: String, error: io::Error },
    CutOff { requests: usize, handlers: bool },
    Inbox(weixin_store::Error),
    Accounts(BoxError),
    Other(BoxError),
}

impl Error {
    pub(crate) fn routes(problems: Vec<String>) -> Self {
        Self(Inner::Routes(problems))
    }

    pub(crate) fn listen(address: impl ToString, error: io::Error) -> Self {
        Self(Inner::Listen { address: address.to_string(), error })
    }

    pub(crate) fn cut_off(requests: usize, handlers: bool) -> Self {
        Self(Inner::CutOff { requests, handlers })
    }

    pub(crate) fn inbox(error: weixin_store::Error) -> Self {
        Self(Inner::Inbox(error))
    }

    pub(crate) fn accounts(error: BoxError) -> Self {
        Self(Inner::Accounts(error))
    }

    /// The kind of error.
    pub fn kind(&self) -> ErrorKind {
        match &self.0 {
            Inner::Config(_) => ErrorKind::Config,
            Inner::Routes(_) => ErrorKind::Routes,
            Inner::Listen { .. } => ErrorKind::Listen,
            Inner::CutOff { .. } => ErrorKind::CutOff,
            Inner::Inbox(_) => ErrorKind::Inbox,
            Inner::Accounts(_) => ErrorKind::Accounts,
            Inner::Other(_) => ErrorKind::Other,
        }
    }

    /// The failure of a handler that a middleware returned, unchanged; any other error as one.
    pub(crate) fn into_failure(self: Box<Self>) -> Failure {
        match self.0 {
            Inner::Other(error) => match error.downcast::<HandlerError>() {
                Ok(error) => error.into(),
                Err(error) => Failure::Failed(error),
            },
            _ => Failure::Failed(self),
        }
    }

    /// Any other error.
    pub fn other(error: impl Into<BoxError>) -> Self {
        Self(Inner::Other(error.into()))
    }

    /// The problems of the configuration, if that is the kind of error.
    pub fn config(&self) -> Option<&ConfigError> {
        match &self.0 {
            Inner::Config(error) => Some(error),
            _ => None,
        }
    }

    /// The problems of the routes; empty if that is not the kind of error.
    pub fn route_problems(&self) -> &[String] {
        match &self.0 {
            Inner::Routes(problems) => problems,
            _ => &[],
        }
    }

    /// The original error, if it is an `E`, such as a [`weixin_api::Error`].
    pub fn downcast_ref<E: StdError + 'static>(&self) -> Option<&E> {
        match &self.0 {
            Inner::Config(error) => (error as &(dyn StdError + 'static)).downcast_ref(),
            Inner::Listen { error, .. } => (error as &(dyn StdError + 'static)).downcast_ref(),
            Inner::Inbox(error) => (error as &(dyn StdError + 'static)).downcast_ref(),
            Inner::Accounts(error) | Inner::Other(error) => error.downcast_ref(),
            Inner::Routes(_) | Inner::CutOff { .. } => None,
        }
    }
}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        Self(Inner::Config(error))
    }
}

/// A macro, because a blanket implementation would conflict with the standard library's.
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
    weixin_store::Error
    BoxError
    io::Error
    HandlerError
    SessionError
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Inner::Config(error) => error.fmt(f),
            Inner::Routes(problems) => {
                f.write_str("the bot's handlers have problems:")?;
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
            Inner::CutOff { requests, handlers } => {
                f.write_str("stopped before everything was done: ")?;
                match (requests, handlers) {
                    (0, _) => f.write_str("handlers still ran")?,
                    (1, false) => f.write_str("a request had no answer yet")?,
                    (1, true) => {
                        f.write_str("a request had no answer yet, and handlers still ran")?
                    }
                    (requests, false) => write!(f, "{requests} requests had no answer yet")?,
                    (requests, true) => {
                        write!(f, "{requests} requests had no answer yet, and handlers still ran")?;
                    }
                }
                f.write_str(
                    ". Some users may see no answer. Allow more time between the signal and the \
                     kill, and set `Bot::handler_deadline`",
                )
            }
            Inner::Inbox(error) => write!(f, "the inbox cannot be used: {error}"),
            Inner::Accounts(error) => write!(f, "the account registry cannot be read: {error}"),
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
            Inner::Inbox(error) => error.source(),
            Inner::Accounts(error) | Inner::Other(error) => error.source(),
            Inner::Config(_) | Inner::Routes(_) | Inner::CutOff { .. } => None,
        }
    }
}

/// For the other routes of an axum router, whose handlers may return `Result<_, weixin::Error>`:
/// 502 if a call to the platform failed, 504 if it took too long, 500 for anything else.
///
/// The client sees only the status in words. The error itself is logged, because it may name
/// accounts, users and addresses.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let (status, text) = match self.downcast_ref::<weixin_api::Error>() {
            Some(error) if error.kind() == weixin_api::ErrorKind::Timeout => {
                (StatusCode::GATEWAY_TIMEOUT, "WeChat did not answer in time\n")
            }
            Some(_) => (StatusCode::BAD_GATEWAY, "a call to WeChat failed\n"),
            None => (StatusCode::INTERNAL_SERVER_ERROR, "something went wrong\n"),
        };
        tracing::error!(%status, error = %self, "a route failed");
        (status, text).into_response()
    }
}
