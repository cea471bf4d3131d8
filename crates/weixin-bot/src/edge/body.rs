//! Reads request bodies: with a limit for each, a limit for all of them together, and a deadline.

use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use bytes::{Buf, Bytes, BytesMut};
use http::StatusCode;
use http_body::Body;
use http_body_util::BodyExt;
use weixin_api::Clock;

use crate::BoxError;

/// How long a sender may take to send a body.
pub(crate) const BODY_DEADLINE: Duration = Duration::from_secs(10);

/// Reads bodies.
#[derive(Debug)]
pub(crate) struct BodyReader {
    limit: usize,
    budget: usize,
    /// The bytes of all bodies that are in memory.
    used: AtomicUsize,
}

/// A body that was read, and its part of the budget.
#[derive(Debug)]
pub(super) struct ReadBody<'a> {
    pub(super) bytes: Bytes,
    _share: Share<'a>,
}

/// A part of the budget, which is returned when this is dropped.
#[derive(Debug)]
struct Share<'a> {
    used: &'a AtomicUsize,
    bytes: usize,
}

impl Share<'_> {
    /// Takes as much more as is missing to this size. `false` if the budget is used up.
    fn grow(&mut self, bytes: usize, budget: usize) -> bool {
        let more = bytes.saturating_sub(self.bytes);
        let fits = |used: usize| used.checked_add(more).filter(|used| *used <= budget);
        let grown = self.used.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fits).is_ok();
        if grown {
            self.bytes += more;
        }
        grown
    }
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        self.used.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

/// Why a body was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyError {
    /// It is longer than the limit.
    TooLarge,
    /// The connection broke before the body was complete.
    Broken,
    /// It did not arrive within [`BODY_DEADLINE`].
    TooSlow,
    /// The bodies that are being read use up the budget.
    NoRoom,
}

impl BodyError {
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Broken => StatusCode::BAD_REQUEST,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::NoRoom => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl std::fmt::Display for BodyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "the body is longer than `Bot::body_limit` allows",
            Self::Broken => "the body ended before it was complete",
            Self::TooSlow => "the body did not arrive within 10 s",
            Self::NoRoom => "other bodies use up the memory that `Bot::body_budget` allows",
        })
    }
}

impl BodyReader {
    /// Bodies of at most `limit` bytes, and of at most `budget` bytes together.
    pub(crate) fn new(limit: usize, budget: usize) -> Self {
        Self { limit, budget: budget.max(limit), used: AtomicUsize::new(0) }
    }

    /// Reads a body. Only bytes that have arrived count towards the budget, so a sender that
    /// announces a large body and sends little of it keeps nobody out.
    pub(super) async fn read<B>(
        &self,
        body: B,
        clock: &Arc<dyn Clock>,
    ) -> Result<ReadBody<'_>, BodyError>
    where
        B: Body<Data = Bytes, Error: Into<BoxError>> + Send,
    {
        if body.size_hint().lower() > self.limit as u64 {
            return Err(BodyError::TooLarge);
        }
        clock.timeout(BODY_DEADLINE, self.collect(body)).await.unwrap_or(Err(BodyError::TooSlow))
    }

    async fn collect<B>(&self, body: B) -> Result<ReadBody<'_>, BodyError>
    where
        B: Body<Data = Bytes, Error: Into<BoxError>> + Send,
    {
        let mut body = pin!(body);
        let mut share = Share { used: &self.used, bytes: 0 };
        let mut first = Bytes::new();
        let mut all = BytesMut::new();
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| BodyError::Broken)?;
            let Ok(data) = frame.into_data() else { continue };
            let length = first.len() + all.len() + data.remaining();
            if length > self.limit {
                return Err(BodyError::TooLarge);
            }
            if !share.grow(length, self.budget) {
                return Err(BodyError::NoRoom);
            }
            // Nearly all bodies are one frame, which needs no copy.
            if first.is_empty() && all.is_empty() {
                first = data;
            } else {
                if all.is_empty() {
                    all.extend_from_slice(&std::mem::take(&mut first));
                }
                all.extend_from_slice(&data);
            }
        }
        let bytes = if all.is_empty() { first } else { all.freeze() };
        Ok(ReadBody { bytes, _share: share })
    }
}
