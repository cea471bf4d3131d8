//! Sends calls to the platform: attempts, hosts, limits, bodies. Nothing here knows where a
//! credential comes from.

mod address;
mod answer;
mod body;
mod connector;
mod dispatcher;
mod fallback_hosts;
mod file_stream;
mod form;
mod network;
mod redact;
mod security;

use std::{error::Error as StdError, fmt};

use http::{Request, Response};
use weixin_api::BoxFuture;

pub use body::Body;
pub use file_stream::{FileStream, Streamed};

pub(crate) use address::ApiBase;
pub(crate) use answer::{ReadAnswer, StreamedAnswer, WholeAnswer};
pub(crate) use connector::Egress;
pub(crate) use dispatcher::{CallContext, Dispatcher, Limits, RetryPolicy};
pub(crate) use fallback_hosts::FallbackHosts;
pub(crate) use network::Network;
pub(crate) use security::AccountSecurity;

/// Performs one HTTP exchange. The client has one for the network; another one may call an emulator
/// in the same process.
///
/// An implementation must not follow redirects, must not repeat a request that the platform may
/// have seen, and must not log the query of an address or a body.
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// Sends a request with an absolute address and returns the answer as soon as its head has
    /// arrived.
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
    /// The cause, if the source alone would not show it.
    cause: Option<String>,
    source: Box<dyn StdError + Send + Sync>,
}

impl TransportError {
    /// The request was not sent: the platform has certainly not seen it.
    pub fn unsent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { sent: false, cause: None, source: source.into() }
    }

    /// The request was sent, at least in part, and no complete head of an answer arrived.
    pub fn interrupted(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { sent: true, cause: None, source: source.into() }
    }

    /// The HTTP client that should send the request could not be set up.
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
