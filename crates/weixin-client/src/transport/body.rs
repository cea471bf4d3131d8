//! The body of a request or an answer.

use std::{
    error::Error as StdError,
    fmt,
    pin::Pin,
    sync::{Mutex, PoisonError},
    task::{Context, Poll},
};

use bytes::{Bytes, BytesMut};
use http_body::{Frame, SizeHint};
use http_body_util::{BodyExt, Full, combinators::UnsyncBoxBody};
use weixin_api::{Error, ErrorKind};

type BoxError = Box<dyn StdError + Send + Sync>;

/// The body of a request or an answer, as a stream of bytes.
pub struct Body {
    // A body is used by one task at a time; the lock only makes it `Sync` and is never contended.
    inner: Mutex<UnsyncBoxBody<Bytes, BoxError>>,
}

impl Body {
    /// Wraps any other body.
    pub fn new<B>(body: B) -> Self
    where
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        Self { inner: Mutex::new(body.map_err(Into::into).boxed_unsync()) }
    }

    /// An empty body.
    pub fn empty() -> Self {
        Self::from(Bytes::new())
    }

    /// Reads the whole body, of which `read` has been read already, if it has at most `limit`
    /// bytes.
    pub(crate) async fn read(&mut self, read: Bytes, limit: usize) -> Result<Bytes, Error> {
        let mut read = BytesMut::from(read);
        let too_large = || {
            let message = format!("the answer has more than {limit} bytes");
            Error::new(ErrorKind::TooLarge, message)
        };
        if http_body::Body::size_hint(self).lower() + read.len() as u64 > limit as u64 {
            return Err(too_large());
        }
        while let Some(frame) = self.frame().await {
            let frame = frame.map_err(broken)?;
            if let Ok(data) = frame.into_data() {
                if read.len() + data.len() > limit {
                    return Err(too_large());
                }
                read.extend_from_slice(&data);
            }
        }
        Ok(read.freeze())
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self::new(Full::new(bytes))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body").finish_non_exhaustive()
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let inner = self.inner.get_mut().unwrap_or_else(PoisonError::into_inner);
        Pin::new(inner).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
    }
}

/// How many bytes of leading whitespace are read before the body counts as begun.
const PEEK_LIMIT: usize = 64 * 1024;

/// Reads the beginning of a body, up to the first byte that is not whitespace.
pub(super) async fn peek(body: &mut Body) -> Result<Bytes, Error> {
    let mut read = BytesMut::new();
    while read.trim_ascii().is_empty() && read.len() < PEEK_LIMIT {
        match body.frame().await {
            None => break,
            Some(Err(error)) => return Err(broken(error)),
            Some(Ok(frame)) => {
                if let Ok(data) = frame.into_data() {
                    read.extend_from_slice(&data);
                }
            }
        }
    }
    Ok(read.freeze())
}

/// The error for an incomplete answer.
pub(super) fn broken(error: BoxError) -> Error {
    Error::new(ErrorKind::Interrupted, "the connection broke before the answer was complete")
        .with_source(Broken(error))
}

/// Why an answer is incomplete, as an error that can be a source.
#[derive(Debug)]
struct Broken(BoxError);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl StdError for Broken {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()
    }
}
