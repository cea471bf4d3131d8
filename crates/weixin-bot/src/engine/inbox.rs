//! The inbox: which pushes were accepted, and what became of them.

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

/// Remembers which pushes were accepted, so that none is handled twice, and what its repeats are
/// answered.
///
/// A bot has one in memory ([`MemoryInbox`](super::MemoryInbox)) unless
/// [`Bot::inbox`](crate::Bot::inbox) gives it another. A push is told from others by its
/// [account](crate::Push::account) and its [id](crate::Push::id). Deliveries of a push that reach
/// one process while it is being handled there join it before the inbox is asked.
///
/// Memory answers at once, a database later: [`InboxFuture`] is both.
pub trait Inbox: fmt::Debug + Send + Sync + 'static {
    /// Accepts a push, once. The engine handles it only if this says [`Enqueued::New`].
    ///
    /// The future is dropped when the delivery is cut off meanwhile. [`release`](Self::release)
    /// follows then, as after an error, since the push may have been kept already.
    ///
    /// # Errors
    /// If the push could not be kept. It is then not handled, and its source is told so: the
    /// platform asks again.
    fn enqueue<'a>(&'a self, envelope: &'a Envelope)
    -> InboxFuture<'a, Result<Enqueued, BoxError>>;

    /// A push is done: what it is answered when it is repeated. This also comes for pushes that the
    /// inbox has forgotten meanwhile. It does not come for a push whose handler was cut off by the
    /// end of the process after the push was acknowledged.
    ///
    /// # Errors
    /// If that could not be kept. It is logged.
    fn complete<'a>(
        &'a self,
        envelope: &'a Envelope,
        remembered: Remembered,
    ) -> InboxFuture<'a, Result<(), BoxError>>;

    /// A push was not handled after all, and its repeat is to be a new one. It may be one that was
    /// never kept.
    ///
    /// # Errors
    /// If it could not be forgotten. It is logged.
    fn release<'a>(&'a self, envelope: &'a Envelope) -> InboxFuture<'a, Result<(), BoxError>>;
}

/// Whether a push was accepted before.
#[derive(Debug, Clone, PartialEq)]
pub enum Enqueued {
    /// It is accepted now.
    New,
    /// It was accepted before.
    Duplicate(Remembered),
}

/// What a repeat of a push is answered.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Remembered {
    /// The answer that was given before.
    Answer(Arc<PassiveReply>),
    /// An acknowledgement.
    Acknowledgement,
}

/// What an [`Inbox`] answers: at once, or when a database has answered.
pub enum InboxFuture<'a, T> {
    /// At once. `None` when it was taken.
    Ready(Option<T>),
    /// Later.
    Pending(BoxFuture<'a, T>),
}

impl<'a, T> InboxFuture<'a, T> {
    /// This value, at once.
    pub fn ready(value: T) -> Self {
        Self::Ready(Some(value))
    }

    /// What this future answers.
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
