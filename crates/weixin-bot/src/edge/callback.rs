//! The callbacks of the configuration: from a request to the engine and back.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::body::Body;
use bytes::Bytes;
use http::{Method, Response, StatusCode, request::Parts};
use tracing::{error, info};
use weixin_api::{AccountId, Clock, Timestamp};
use weixin_protocol::{
    Callback, ErrorKind, MessageChannel, MessageLimits, PushClass, Query, ReplayWindow, Seen,
    push_class,
};

use super::{
    body::BodyReader,
    respond::{is_acknowledgement, not_allowed, plain, respond, status},
};
use crate::{
    BoxError, RejectionLog,
    engine::{Intake, Rejected, ReplyWindow as Window},
    metrics,
};

/// The part of a push's deadline that is reserved for the network.
const MARGIN: Duration = Duration::from_millis(500);

/// An account's callback and its path.
#[derive(Debug)]
pub(crate) struct MountedCallback {
    pub(crate) path: String,
    pub(crate) callback: Callback,
    pub(crate) intake: Intake,
}

/// What all callbacks share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) bodies: BodyReader,
    pub(crate) budget: Option<Duration>,
    pub(crate) replays: Mutex<ReplayWindow>,
    pub(crate) rejections: RejectionLog<AccountId>,
}

impl Shared {
    fn seconds(&self) -> i64 {
        i64::try_from(self.clock.now().as_secs()).unwrap_or(i64::MAX)
    }
}

impl MountedCallback {
    /// Whether a request to this path is for it.
    pub(super) fn is_at(&self, path: &str) -> bool {
        path == self.path || path.strip_suffix('/').is_some_and(|path| path == self.path)
    }

    pub(crate) fn account(&self) -> &AccountId {
        self.intake.account()
    }

    /// Answers a request that arrived at `arrived`.
    pub(super) async fn answer<B>(
        &self,
        shared: &Shared,
        request: &Parts,
        body: B,
        arrived: Timestamp,
    ) -> Response<Body>
    where
        B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send,
    {
        let query = request.uri.query().unwrap_or_default();
        let is_push = request.method == Method::POST;
        let answered = match request.method {
            Method::GET => self.verify(shared, query),
            Method::POST => self.push(shared, query, body, arrived).await,
            _ => return not_allowed("GET, POST"),
        };
        answered.unwrap_or_else(|rejection| {
            if is_push && !rejection.is_by_engine() {
                metrics::request_rejected(self.intake.account_label(), rejection.reason);
            }
            shared.rejections.note(self.account(), rejection.reason, &rejection.detail);
            status(rejection.status)
        })
    }

    fn verify(&self, shared: &Shared, query: &str) -> Result<Response<Body>, Rejection> {
        let echo = self.callback.verify_url(&Query::parse(query)?, shared.seconds())?;
        info!(account = %self.account(), "the platform verified the URL: pushes will come");
        Ok(plain(StatusCode::OK, echo.into_body()))
    }

    async fn push<B>(
        &self,
        shared: &Shared,
        query: &str,
        body: B,
        arrived: Timestamp,
    ) -> Result<Response<Body>, Rejection>
    where
        B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send,
    {
        let query = Query::parse(query)?;
        let prechecked = self.callback.precheck(&query, shared.seconds())?;
        let body = shared.bodies.read(body, &shared.clock).await.map_err(|error| Rejection {
            status: error.status(),
            reason: "body",
            detail: error.to_string(),
        })?;
        let (verified, seal) = prechecked.open(&body.bytes)?;
        drop(body);
        if is_acknowledgement(verified.fields()) {
            return Err(Rejection {
                status: StatusCode::FORBIDDEN,
                reason: "addressee",
                detail: "an acknowledgement of this bot has been posted back".to_owned(),
            });
        }
        let replay = seal.replay_key();
        // Nothing panics while it is locked.
        let replays = || shared.replays.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = replays().see(replay, shared.seconds());
        if let Seen::Replayed { first } = seen {
            return Err(Rejection {
                status: StatusCode::FORBIDDEN,
                reason: "replay",
                detail: format!("the same request came before, at {first}"),
            });
        }
        let class = push_class(self.callback.product(), &verified.kind());
        let window = self.window(shared, class, arrived);
        let envelope = self.intake.envelope(verified);
        let ticket = match self.intake.accept(envelope, window).await {
            Ok(ticket) => ticket,
            Err(rejected) => {
                if seen == Seen::First {
                    replays().forget(replay);
                }
                return Err(Rejection::from(rejected));
            }
        };
        respond(ticket.answer().await, class, &seal, shared.seconds()).or_else(|error| {
            error!(account = %self.account(), %error, "an answer could not be written");
            Ok(status(StatusCode::OK))
        })
    }

    fn window(&self, shared: &Shared, class: &'static PushClass, arrived: Timestamp) -> Window {
        if class.acknowledge_first {
            return Window::None;
        }
        let budget = shared.budget.unwrap_or(class.deadline.saturating_sub(MARGIN));
        let limits = MessageLimits::of(MessageChannel::passive(self.callback.product()));
        Window::Once { until: arrived + budget, class, limits }
    }
}

/// Why a request is answered with a bare status.
#[derive(Debug)]
struct Rejection {
    status: StatusCode,
    reason: &'static str,
    detail: String,
}

impl Rejection {
    /// Whether it was the engine that rejected the push, which has counted it.
    fn is_by_engine(&self) -> bool {
        matches!(self.reason, "busy" | "inbox")
    }
}

impl From<weixin_protocol::Error> for Rejection {
    fn from(error: weixin_protocol::Error) -> Self {
        let reason = match error.kind() {
            ErrorKind::Query => "query",
            ErrorKind::Mode => "mode",
            ErrorKind::Signature => "signature",
            ErrorKind::Clock => "clock",
            ErrorKind::Addressee | ErrorKind::ReceiveId => "addressee",
            ErrorKind::Key | ErrorKind::Decrypt => "key",
            _ => "content",
        };
        Self { status: StatusCode::FORBIDDEN, reason, detail: error.to_string() }
    }
}

impl From<Rejected> for Rejection {
    fn from(rejected: Rejected) -> Self {
        let (reason, detail) = (rejected.name(), rejected.to_string());
        Self { status: StatusCode::SERVICE_UNAVAILABLE, reason, detail }
    }
}
