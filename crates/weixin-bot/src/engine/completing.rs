//! A future that runs to its end, even if the caller stops waiting.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use super::run::PushInFlight;

/// Polls a future that is about a push. If it is dropped before the future is ready, the future goes on in a task of its
/// own.
pub(super) struct Completing<T: Send + 'static> {
    /// `None` when it is ready.
    future: Option<Pin<Box<dyn Future<Output = T> + Send>>>,
    push: PushInFlight,
}

impl<T: Send + 'static> Completing<T> {
    pub(super) fn new(
        push: &PushInFlight,
        future: impl Future<Output = T> + Send + 'static,
    ) -> Self {
        Self { future: Some(Box::pin(future)), push: push.clone() }
    }
}

impl<T: Send + 'static> Future for Completing<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let Some(future) = &mut self.future else { return Poll::Pending };
        let polled = future.as_mut().poll(cx);
        if polled.is_ready() {
            self.future = None;
        }
        polled
    }
}

impl<T: Send + 'static> Drop for Completing<T> {
    fn drop(&mut self) {
        if let Some(future) = self.future.take() {
            self.push.engine.finish_or_spawn(async move { _ = future.await });
        }
    }
}
