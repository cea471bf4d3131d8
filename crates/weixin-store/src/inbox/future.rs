//! A result that is available at once, or later.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use weixin_api::BoxFuture;

/// The result of an [`Inbox`](super::Inbox) method that every push needs: available at once from
/// memory, or later from a database.
pub enum InboxFuture<'a, T> {
    /// Available at once. `None` after it was polled.
    Ready(Option<T>),
    /// Available later.
    Pending(BoxFuture<'a, T>),
}

impl<'a, T> InboxFuture<'a, T> {
    /// A result that is available at once.
    pub fn ready(value: T) -> Self {
        Self::Ready(Some(value))
    }

    /// A result that `future` provides later.
    pub fn pending(future: impl Future<Output = T> + Send + 'a) -> Self {
        Self::Pending(Box::pin(future))
    }
}

impl<T: Unpin> Future for InboxFuture<'_, T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        match &mut *self {
            Self::Ready(value) => value.take().map_or(Poll::Pending, Poll::Ready),
            Self::Pending(future) => future.as_mut().poll(cx),
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for InboxFuture<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ready(value) => f.debug_tuple("Ready").field(value).finish(),
            Self::Pending(_) => f.write_str("Pending"),
        }
    }
}
