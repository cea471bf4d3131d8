//! The inbox: which pushes were accepted, and how they were answered.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use weixin_api::BoxFuture;
use weixin_protocol::PassiveReply;

use super::Envelope;
use crate::BoxError;

/// Remembers which pushes were accepted and how they were answered, so that none is handled twice
/// and a repeat gets the same answer.
///
/// A bot keeps its inbox in memory ([`MemoryInbox`](super::MemoryInbox)) unless
/// [`Bot::inbox`](crate::Bot::inbox) sets another. A push is identified by its
/// [account](crate::Push::account) and its [id](crate::Push::id). A repeat that reaches a process
/// while that process is handling the push joins it before the inbox is asked.
///
/// Memory answers at once, a database later: an [`InboxFuture`] can be either.
pub trait Inbox: fmt::Debug + Send + Sync + 'static {
    /// Accepts a push, once. The engine handles it only if the result is [`Enqueued::New`].
    ///
    /// The future is dropped if the delivery is cut off. [`release`](Self::release) is called then,
    /// as after an error, because the push may have been stored already.
    ///
    /// # Errors
    /// If the push could not be stored. It is not handled then, and the source does not acknowledge
    /// it, so the platform sends it again.
    fn enqueue<'a>(&'a self, envelope: &'a Envelope)
    -> InboxFuture<'a, Result<Enqueued, BoxError>>;

    /// Stores how repeats of a finished push are answered. This is also called for pushes that the
    /// inbox has forgotten meanwhile. It is not called for a push whose handler was interrupted by
    /// the end of the process after the push was acknowledged.
    ///
    /// # Errors
    /// If it could not be stored. The error is logged.
    fn complete<'a>(
        &'a self,
        envelope: &'a Envelope,
        remembered: Remembered,
    ) -> InboxFuture<'a, Result<(), BoxError>>;

    /// Forgets a push that was not handled after all, so that a repeat counts as new. The push may
    /// never have been stored.
    ///
    /// # Errors
    /// If it could not be forgotten. The error is logged.
    fn release<'a>(&'a self, envelope: &'a Envelope) -> InboxFuture<'a, Result<(), BoxError>>;
}

/// Whether a push was accepted before.
#[derive(Debug, Clone, PartialEq)]
pub enum Enqueued {
    /// It was not: it is accepted now.
    New,
    /// It was accepted before.
    Duplicate(Remembered),
}

/// How a repeat of a push is answered.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Remembered {
    /// With the answer that was given before.
    Answer(Arc<PassiveReply>),
    /// With an acknowledgement.
    Acknowledgement,
}

/// The result of an [`Inbox`] method: available at once, or later from a database.
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
