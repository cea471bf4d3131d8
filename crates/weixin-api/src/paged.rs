//! Lists that are returned in pages.

use std::{
    collections::VecDeque,
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;

use crate::{BoxFuture, Call, Caller, Endpoint, Error, wire};

/// An endpoint that returns one page of a list and where the next one starts.
pub trait Paged: Endpoint {
    /// The type of the items.
    type Item: Send + 'static;

    /// The items of a page, and the call for the next page unless this was the last.
    fn split_page(self, page: Self::Reply) -> (Vec<Self::Item>, Option<Self>);
}

impl<'c, C: Caller + ?Sized, E: Paged> Call<'c, C, E> {
    /// All items of the list, fetched page by page as they are needed. If a page fails, the
    /// stream returns the error and ends.
    pub fn pages(self) -> Pages<'c, C, E> {
        let (caller, endpoint, options) = self.into_parts();
        Pages { caller, options, next: Some(endpoint), running: None, items: VecDeque::new() }
    }
}

/// The items of a page, and the call for the next one.
type Page<E> = (Vec<<E as Paged>::Item>, Option<E>);

/// The items of a paged list, as a stream; made by [`Call::pages`].
#[must_use = "a stream does nothing unless it is polled"]
pub struct Pages<'c, C: ?Sized, E: Paged> {
    caller: &'c C,
    options: crate::CallOptions,
    next: Option<E>,
    running: Option<BoxFuture<'c, Result<Page<E>, Error>>>,
    items: VecDeque<E::Item>,
}

// Nothing in it is pinned in place: the running call is boxed.
impl<C: ?Sized, E: Paged> Unpin for Pages<'_, C, E> {}

impl<C: ?Sized, E: Paged> std::fmt::Debug for Pages<'_, C, E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pages").field("endpoint", &E::INFO.name).finish_non_exhaustive()
    }
}

impl<'c, C: Caller + ?Sized, E: Paged> Stream for Pages<'c, C, E> {
    type Item = Result<E::Item, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(item) = this.items.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            if let Some(running) = &mut this.running {
                let page = std::task::ready!(running.as_mut().poll(cx));
                this.running = None;
                match page {
                    Ok((items, next)) => {
                        this.items = items.into();
                        this.next = next;
                    }
                    Err(error) => return Poll::Ready(Some(Err(error))),
                }
            } else if let Some(endpoint) = this.next.take() {
                let (caller, options) = (this.caller, this.options);
                this.running = Some(Box::pin(async move {
                    let call = wire::write_call(&endpoint, caller.account())?;
                    let page = wire::read_reply::<E>(caller.send_call(call, options).await?)?;
                    Ok(endpoint.split_page(page))
                }));
            } else {
                return Poll::Ready(None);
            }
        }
    }
}
