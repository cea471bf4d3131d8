//! Redis' errors as ours.

use redis::{RedisError, ServerErrorKind};
use weixin_store::{Error, ErrorKind};

/// What Redis, or the way to it, failed with. Messages are our own: those of Redis may quote what
/// was sent.
pub(crate) fn error(error: RedisError) -> Error {
    match error.kind() {
        redis::ErrorKind::Io => {
            let message = if error.is_timeout() {
                "Redis does not answer"
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
            Error::new(ErrorKind::Refused, "Redis does not accept the user or the password")
        }
        redis::ErrorKind::Parse | redis::ErrorKind::UnexpectedReturnType => unreadable(),
        kind => {
            let code = error.code().unwrap_or("no code");
            Error::new(ErrorKind::Refused, format!("Redis refuses ({kind:?}, {code})"))
        }
    }
}

/// Something in Redis is not what a store of ours puts there.
pub(crate) fn unreadable() -> Error {
    Error::new(ErrorKind::Unreadable, "what is in Redis was not written by this kind of store")
}
