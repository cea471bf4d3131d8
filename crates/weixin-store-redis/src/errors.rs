//! Conversion of Redis errors.

use redis::{RedisError, ServerErrorKind};
use weixin_store::{Error, ErrorKind};

/// Converts an error of Redis or of the connection to it. The messages of Redis are not passed on,
/// because they may quote what was sent.
pub(crate) fn error(error: RedisError) -> Error {
    match error.kind() {
        redis::ErrorKind::Io => {
            let message = if error.is_timeout() {
                "Redis did not answer in time"
            } else {
                "Redis cannot be reached"
            };
            Error::new(ErrorKind::Unreachable, message).with_source(error)
        }
        redis::ErrorKind::Server(
            ServerErrorKind::BusyLoading
            | ServerErrorKind::TryAgain
            | ServerErrorKind::ClusterDown
            | ServerErrorKind::MasterDown,
        ) => Error::new(ErrorKind::Unreachable, "Redis is not ready"),
        redis::ErrorKind::AuthenticationFailed => {
            Error::new(ErrorKind::Rejected, "Redis rejected the user name or password")
        }
        redis::ErrorKind::Parse | redis::ErrorKind::UnexpectedReturnType => unreadable(),
        kind => {
            let code = error.code().unwrap_or("no code");
            Error::new(
                ErrorKind::Rejected,
                format!("Redis rejected the operation ({kind:?}, {code})"),
            )
        }
    }
}

/// The error for data in Redis that this engine would not have written.
pub(crate) fn unreadable() -> Error {
    Error::new(ErrorKind::Unreadable, "the data in Redis was not written by this kind of store")
}
