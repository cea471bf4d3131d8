//! A text that is still being written while it is sent.

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;

use crate::BoxError;

/// A text that arrives in pieces of any size, such as the tokens of a language model.
pub(crate) struct TextStream(Pin<Box<dyn Stream<Item = Result<String, BoxError>> + Send>>);

impl TextStream {
    /// Reads from `stream`, whose items convert into results.
    pub(crate) fn new<S, F>(stream: S, convert: F) -> Self
    where
        S: Stream + Send + 'static,
        F: FnMut(S::Item) -> Result<String, BoxError> + Send + 'static,
    {
        Self(Box::pin(Converted { stream: Box::pin(stream), convert }))
    }

    /// The next part of the text; `None` at its end.
    pub(crate) async fn next(&mut self) -> Option<Result<String, BoxError>> {
        poll_fn(|cx| self.0.as_mut().poll_next(cx)).await
    }
}

impl fmt::Debug for TextStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TextStream")
    }
}

struct Converted<S, F> {
    stream: Pin<Box<S>>,
    convert: F,
}

impl<S, F> Unpin for Converted<S, F> {}

impl<S, F> Stream for Converted<S, F>
where
    S: Stream,
    F: FnMut(S::Item) -> Result<String, BoxError>,
{
    type Item = Result<String, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        this.stream.as_mut().poll_next(cx).map(|item| item.map(&mut this.convert))
    }
}
