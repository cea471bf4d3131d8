//! What carries calls to the platform: attempts, hosts, limits, bodies. Nothing here knows where a
//! credential comes from.

mod address;
mod answer;
mod body;
mod dispatcher;
mod fallback_hosts;
mod file_stream;
mod form;
mod network;
mod redact;

use std::{error::Error as StdError, fmt};

use http::{Request, Response};
use weixin_api::BoxFuture;

pub use body::Body;
pub use file_stream::{FileStream, Streamed};

pub(crate) use address::ApiBase;
pub(crate) use answer::{ReadAnswer, StreamedAnswer, WholeAnswer};
pub(crate) use dispatcher::{CallContext, Dispatcher, Limits, RetryPolicy};
pub(crate) use fallback_hosts::FallbackHosts;
pub(crate) use network::{Egress, Network};

/// Carries one HTTP exchange. The client brings one for the network; another one may lead to an
/// emulator in the same process.
///
/// An implementation follows no redirects, repeats nothing that the platform may have seen, and
/// logs neither the address's query nor any body.
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// Sends a request with an absolute address and gives the answer as soon as its head is there.
    ///
    /// # Errors
    ///
    /// [`TransportError`], which says whether the request may have been seen.
    fn send(&self, request: Request<Body>)
    -> BoxFuture<'_, Result<Response<Body>, TransportError>>;
}

/// Why there was no answer.
#[derive(Debug)]
pub struct TransportError {
    sent: bool,
    /// What was in the way, if the source alone would not be seen.
    cause: Option<String>,
    source: Box<dyn StdError + Send + Sync>,
}

impl TransportError {
    /// The request never left: it is certain that the platform has not seen it.
    pub fn unsent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { sent: false, cause: None, source: source.into() }
    }

    /// The request was sent, at least in part, and the answer did not come.
    pub fn interrupted(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { sent: true, cause: None, source: source.into() }
    }

    /// There is no HTTP client that could send the request.
    pub(crate) fn not_set_up(cause: String) -> Self {
        Self { sent: false, source: cause.clone().into(), cause: Some(cause) }
    }

    /// Whether the platform may have seen the request.
    pub fn may_have_been_sent(&self) -> bool {
        self.sent
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.sent {
            "the connection broke before the answer came"
        } else {
            "no connection could be made"
        })?;
        match &self.cause {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}
