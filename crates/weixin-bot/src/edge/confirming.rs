//! The body of an answer, which confirms when it has been handed to the connection.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use crate::engine::WriteReceipt;

/// A body that confirms its receipt when it has been read and is dropped. Until then the answer
/// cannot be withdrawn. If the connection breaks before that, the answer was not delivered and is
/// sent another way.
pub(super) struct ConfirmingBody {
    body: Option<Bytes>,
    receipt: Option<WriteReceipt>,
}

impl ConfirmingBody {
    pub(super) fn new(body: String, receipt: WriteReceipt) -> Self {
        Self { body: Some(body.into()), receipt: Some(receipt) }
    }
}

impl Body for ConfirmingBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.body.take().map(|body| Ok(Frame::data(body))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.body.as_ref().map_or(0, |body| body.len() as u64))
    }
}

impl Drop for ConfirmingBody {
    fn drop(&mut self) {
        if let (None, Some(receipt)) = (&self.body, self.receipt.take()) {
            receipt.written();
        }
    }
}
