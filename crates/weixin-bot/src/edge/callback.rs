//! The callbacks of the configuration: from a request to the engine and back.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::body::Body;
use bytes::Bytes;
use futures_util::future::{Either, Ready, ready};
use http::{Method, Response, StatusCode, request::Parts};
use tracing::{error, info};
use weixin_api::{AccountId, Clock, Timestamp};
use weixin_protocol::{
    Callback, ErrorKind, MessageChannel, MessageLimits, Prechecked, PushClass, Query, ReplayWindow,
    ReplySeal, Seen, push_class,
};
use weixin_store::inbox::Envelope;

use super::{
    body::{BodyError, BodyReader, ReadBody},
    respond::{is_acknowledgement, not_allowed, plain, respond, status},
};
use crate::{
    BoxError, RejectionLog,
    engine::{Intake, Rejected, ReplyWindow as Window},
    metrics,
    source_addresses::{PlatformLists, SourceFilter, WrongSource},
};

/// The part of a push's deadline that is reserved for the network.
const MARGIN: Duration = Duration::from_millis(500);

/// An account's callback and its path.
#[derive(Debug)]
pub(crate) struct MountedCallback {
    pub(crate) path: String,
    pub(crate) callback: Callback,
    pub(crate) intake: Intake,
    pub(crate) shared: Arc<Shared>,
}

/// What all callbacks share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) bodies: BodyReader,
    pub(crate) budget: Option<Duration>,
    pub(crate) replays: Mutex<ReplayWindow>,
    pub(crate) rejections: RejectionLog<AccountId>,
    /// From which addresses requests are accepted; any if `None`.
    pub(crate) sources: Option<Sources>,
}

/// From which addresses requests are accepted.
#[derive(Debug)]
pub(crate) struct Sources {
    pub(crate) filter: SourceFilter,
    pub(crate) published: Arc<PlatformLists>,
}

impl Shared {
    fn seconds(&self) -> i64 {
        i64::try_from(self.clock.now().as_secs()).unwrap_or(i64::MAX)
    }

    pub(crate) fn replays(&self) -> MutexGuard<'_, ReplayWindow> {
        // Nothing panics while it is locked.
        self.replays.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl MountedCallback {
    pub(crate) fn account(&self) -> &AccountId {
        self.intake.account()
    }

    /// Answers a request at once, or finds that it is a push.
    pub(super) fn route(&self, request: &Parts) -> Routed {
        let shared = &*self.shared;
        if let Some(Sources { filter, published }) = &shared.sources
            && let Err(wrong) = published.with(self.account(), |list| filter.check(request, list))
        {
            return Routed::Answered(self.reject_push(shared, wrong.into()));
        }
        let query = request.uri.query().unwrap_or_default();
        Routed::Answered(match request.method {
            Method::GET => {
                self.verify(shared, query).unwrap_or_else(|why| self.reject(shared, &why))
            }
            Method::POST => match Query::parse(query) {
                Ok(query) => return Routed::Push(query),
                Err(error) => self.reject_push(shared, error.into()),
            },
            _ => not_allowed("GET, POST"),
        })
    }

    /// Answers a push that arrived at `arrived`.
    // The future of each waiting request is kept small. That is also why nothing that has been borrowed
    // lives as long as what is awaited next.
    #[expect(clippy::manual_async_fn, reason = "an `async fn` has room for its arguments twice")]
    pub(super) fn answer<'a, B>(
        &'a self,
        query: &'a Query,
        body: B,
        arrived: Timestamp,
    ) -> impl Future<Output = Response<Body>> + Send + use<'a, B>
    where
        B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send,
    {
        async move {
            let shared = &*self.shared;
            let prechecked = match self.callback.precheck(query, shared.seconds()) {
                Ok(prechecked) => prechecked,
                Err(error) => return self.reject_push(shared, error.into()),
            };
            let body = shared.bodies.read(body, &shared.clock).await;
            self.answer_read(shared, prechecked, body, arrived).await
        }
    }

    fn verify(&self, shared: &Shared, query: &str) -> Result<Response<Body>, Rejection> {
        let echo = self.callback.verify_url(&Query::parse(query)?, shared.seconds())?;
        info!(account = %self.account(), "the platform verified the URL: pushes will come");
        Ok(plain(StatusCode::OK, echo.into_body()))
    }

    fn reject_push(&self, shared: &Shared, rejection: Rejection) -> Response<Body> {
        metrics::request_rejected(self.intake.account_label(), rejection.reason);
        self.reject(shared, &rejection)
    }

    fn reject(&self, shared: &Shared, rejection: &Rejection) -> Response<Body> {
        shared.rejections.note(self.account(), rejection.reason, &rejection.detail);
        status(rejection.status)
    }

    /// Answers a push whose body was read.
    fn answer_read<'a>(
        &'a self,
        shared: &'a Shared,
        prechecked: Prechecked<'_>,
        body: Result<ReadBody<'_>, BodyError>,
        arrived: Timestamp,
    ) -> Either<impl Future<Output = Response<Body>> + Send + use<'a>, Ready<Response<Body>>> {
        match self.open(shared, prechecked, body, arrived) {
            Ok(opened) => Either::Left(self.handle(shared, opened)),
            Err(rejection) => Either::Right(ready(self.reject_push(shared, rejection))),
        }
    }

    /// Verifies a push.
    fn open(
        &self,
        shared: &Shared,
        prechecked: Prechecked<'_>,
        body: Result<ReadBody<'_>, BodyError>,
        arrived: Timestamp,
    ) -> Result<Opened, Rejection> {
        let body = body.map_err(|error| Rejection {
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
        let seen = shared.replays().see(seal.replay_key(), shared.seconds());
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
        Ok(Opened { envelope, window, class, seal, is_first: seen == Seen::First })
    }

    /// Hands a verified push to the engine, and waits for the answer.
    fn handle<'a>(
        &'a self,
        shared: &'a Shared,
        opened: Opened,
    ) -> impl Future<Output = Response<Body>> + Send + use<'a> {
        let Opened { envelope, window, class, seal, is_first } = opened;
        let mut accepting = self.intake.accept(envelope, window);
        async move {
            let ticket = match (&mut accepting).await {
                Ok(ticket) => ticket,
                Err(rejected) => {
                    if is_first {
                        shared.replays().forget(seal.replay_key());
                    }
                    return self.reject(shared, &Rejection::from(rejected));
                }
            };
            let answer = ticket.answer().await;
            respond(answer, class, &seal, shared.seconds()).unwrap_or_else(|error| {
                error!(account = %self.account(), %error, "an answer could not be written");
                status(StatusCode::OK)
            })
        }
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

/// What is known about a request before its body is read.
pub(super) enum Routed {
    /// The answer.
    Answered(Response<Body>),
    /// It is a push with this query.
    Push(Query),
}

/// A push that was verified.
struct Opened {
    envelope: Envelope,
    window: Window,
    class: &'static PushClass,
    seal: ReplySeal,
    /// Whether this very request is new.
    is_first: bool,
}

/// Why a request is answered with a bare status.
#[derive(Debug)]
struct Rejection {
    status: StatusCode,
    reason: &'static str,
    detail: String,
}

impl From<weixin_protocol::Error> for Rejection {
    fn from(error: weixin_protocol::Error) -> Self {
        let reason = match error.kind() {
            ErrorKind::Query => "query",
            ErrorKind::Mode => "mode",
            ErrorKind::Signature => "signature",
            ErrorKind::Clock => "clock",
            ErrorKind::Addressee | ErrorKind::ReceiveId => "addressee",
            ErrorKind::Key | ErrorKind::Decrypt | ErrorKind::Buffer | ErrorKind::Base64 => "key",
            _ => "content",
        };
        Self { status: StatusCode::FORBIDDEN, reason, detail: error.to_string() }
    }
}

impl From<WrongSource> for Rejection {
    fn from(wrong: WrongSource) -> Self {
        let status = match wrong {
            // The platform repeats it.
            WrongSource::NotLoaded(_) => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::FORBIDDEN,
        };
        Self { status, reason: "source", detail: wrong.to_string() }
    }
}

impl From<Rejected> for Rejection {
    fn from(rejected: Rejected) -> Self {
        let (reason, detail) = (rejected.name(), rejected.to_string());
        Self { status: StatusCode::SERVICE_UNAVAILABLE, reason, detail }
    }
}
