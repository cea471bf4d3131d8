//! Reads request bodies: with a limit for each, a limit for all of them together, and a deadline.

use std::{pin::pin, sync::Arc, time::Duration};

use bytes::{Buf, Bytes, BytesMut};
use http::StatusCode;
use http_body::Body;
use http_body_util::BodyExt;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use weixin_api::Clock;

use crate::BoxError;

/// How long a sender may take to send a body.
pub(crate) const BODY_DEADLINE: Duration = Duration::from_secs(10);

/// The unit in which the memory of all bodies is counted, in bytes.
const UNIT: usize = 1024;

/// Reads bodies.
#[derive(Debug)]
pub(crate) struct BodyReader {
    limit: usize,
    budget: Arc<Semaphore>,
}

/// A body that was read, and its part of the budget.
#[derive(Debug)]
pub(super) struct ReadBody {
    pub(super) bytes: Bytes,
    _share: Option<OwnedSemaphorePermit>,
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
        let units = budget.max(limit).div_ceil(UNIT).min(Semaphore::MAX_PERMITS);
        Self { limit, budget: Arc::new(Semaphore::new(units)) }
    }

    /// Reads a body. Only bytes that have arrived count towards the budget, so a sender that
    /// announces a large body and sends little of it keeps nobody out.
    pub(super) async fn read<B>(
        &self,
        body: B,
        clock: &Arc<dyn Clock>,
    ) -> Result<ReadBody, BodyError>
    where
        B: Body<Data = Bytes, Error: Into<BoxError>> + Send,
    {
        if body.size_hint().lower() > self.limit as u64 {
            return Err(BodyError::TooLarge);
        }
        clock.timeout(BODY_DEADLINE, self.collect(body)).await.unwrap_or(Err(BodyError::TooSlow))
    }

    async fn collect<B>(&self, body: B) -> Result<ReadBody, BodyError>
    where
        B: Body<Data = Bytes, Error: Into<BoxError>> + Send,
    {
        let mut body = pin!(body);
        let mut share: Option<OwnedSemaphorePermit> = None;
        let mut first = Bytes::new();
        let mut all = BytesMut::new();
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| BodyError::Broken)?;
            let Ok(data) = frame.into_data() else { continue };
            let length = first.len() + all.len() + data.remaining();
            if length > self.limit {
                return Err(BodyError::TooLarge);
            }
            let held = share.as_ref().map_or(0, OwnedSemaphorePermit::num_permits);
            let more = length.div_ceil(UNIT).saturating_sub(held);
            if more > 0 {
                let more = u32::try_from(more).map_err(|_| BodyError::TooLarge)?;
                let more = Arc::clone(&self.budget).try_acquire_many_owned(more);
                let more = more.map_err(|_| BodyError::NoRoom)?;
                match &mut share {
                    Some(share) => share.merge(more),
                    None => share = Some(more),
                }
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
