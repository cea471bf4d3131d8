//! What a handler may return.

use std::borrow::Cow;

use weixin_api::Message;
use weixin_protocol::{Article, PassiveReply};

use super::Reply;
use crate::BoxError;

/// What a handler may return.
///
/// A `String` is always a text: whatever a user writes, echoing it cannot become anything else.
/// `()`, `None` and [`Reply::nothing`] send nothing. A `Result` may have any ordinary error type:
/// the error is logged, and the user sees nothing.
#[diagnostic::on_unimplemented(
    message = "a handler cannot answer with `{Self}`",
    note = "return a `String`, `&str`, `Reply`, `Option` or `Vec` of these, `()` for no answer, or \
            a `Result` of one of them"
)]
pub trait IntoReply {
    /// Converts into a reply.
    ///
    /// # Errors
    /// The error that the handler returned.
    fn into_reply(self) -> Result<Reply, BoxError>;
}

impl IntoReply for Reply {
    fn into_reply(self) -> Result<Reply, BoxError> {
        Ok(self)
    }
}

impl IntoReply for () {
    fn into_reply(self) -> Result<Reply, BoxError> {
        Ok(Reply::nothing())
    }
}

impl IntoReply for String {
    fn into_reply(self) -> Result<Reply, BoxError> {
        Ok(Reply::text(self))
    }
}

impl IntoReply for &'static str {
    fn into_reply(self) -> Result<Reply, BoxError> {
        Ok(Reply::text(self))
    }
}

impl IntoReply for Cow<'static, str> {
    fn into_reply(self) -> Result<Reply, BoxError> {
        Ok(Reply::text(self))
    }
}

impl IntoReply for Message {
    fn into_reply(self) -> Result<Reply, BoxError> {
        Ok(self.into())
    }
}

impl IntoReply for PassiveReply {
    fn into_reply(self) -> Result<Reply, BoxError> {
        Ok(self.into())
    }
}

impl IntoReply for Article {
    fn into_reply(self) -> Result<Reply, BoxError> {
        Ok(Reply::news([self]))
    }
}

impl<R: IntoReply> IntoReply for Option<R> {
    fn into_reply(self) -> Result<Reply, BoxError> {
        self.map_or_else(|| Ok(Reply::nothing()), IntoReply::into_reply)
    }
}

impl<R: IntoReply> IntoReply for Vec<R> {
    fn into_reply(self) -> Result<Reply, BoxError> {
        let nothing = Reply::nothing();
        self.into_iter().try_fold(nothing, |said, next| Ok(said.and(next.into_reply()?)))
    }
}

impl<R: IntoReply, E: Into<BoxError>> IntoReply for Result<R, E> {
    fn into_reply(self) -> Result<Reply, BoxError> {
        self.map_err(Into::into).and_then(IntoReply::into_reply)
    }
}
