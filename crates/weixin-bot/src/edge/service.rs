//! The callback service.

use std::{
    convert::Infallible,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::body::Body;
use bytes::Bytes;
use http::{
    HeaderValue, Method, Request, Response, StatusCode,
    header::{ALLOW, CONTENT_TYPE},
};
use http_body_util::{BodyExt, Limited};
use tracing::{error, info, warn};
use weixin_api::{AccountId, BoxFuture, Timestamp};
use weixin_protocol::{
    Acknowledgement, Callback, Format, Query, ReplySeal, SealedReply, push_class,
};

use super::{HEALTH_PATH, delivered::Delivered};
use crate::{
    BoxError, Push,
    engine::{Engine, Outcome, Served},
};

/// How long a sender may take to send a body.
const BODY_DEADLINE: Duration = Duration::from_secs(10);

/// A bot that is ready to answer requests: a [`tower::Service`] for any HTTP server.
///
/// Made by [`Bot::build`](crate::Bot::build). Cheap to clone.
#[derive(Debug, Clone)]
pub struct App(Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) mounts: Vec<Mount>,
    pub(crate) engine: Arc<Engine>,
    pub(crate) body_limit: usize,
}

/// An account at its path.
#[derive(Debug)]
pub(crate) struct Mount {
    pub(crate) path: String,
    pub(crate) account: AccountId,
    pub(crate) callback: Callback,
    pub(crate) served: Served,
}

impl App {
    pub(crate) fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    pub(crate) fn mounts(&self) -> &[Mount] {
        &self.0.mounts
    }

    /// Completes when no handler runs and no late answer is on its way. Call it before the process
    /// ends; [`Bot::serve`](crate::Bot::serve) does.
    pub async fn idle(&self) {
        self.0.engine.idle().await;
    }

    /// The same as an axum router, to be nested or merged into another.
    pub fn into_router(self) -> axum::Router {
        axum::Router::new().fallback_service(self)
    }

    async fn handle<B>(self, request: Request<B>) -> Response<Body>
    where
        B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send,
    {
        let arrived = self.0.engine.clock().now();
        let path = request.uri().path();
        if path == HEALTH_PATH {
            return match *request.method() {
                Method::GET | Method::HEAD => plain(StatusCode::OK, "ok"),
                _ => not_allowed("GET"),
            };
        }
        let Some(mount) = self.0.mounts.iter().find(|mount| mount.is_at(path)) else {
            return status(StatusCode::NOT_FOUND);
        };
        let query = match Query::parse(request.uri().query().unwrap_or_default()) {
            Ok(query) => query,
            Err(error) => {
                warn!(account = %mount.account, %error, "a request was refused");
                return status(StatusCode::FORBIDDEN);
            }
        };
        match *request.method() {
            Method::GET => mount.verify(&query, self.seconds()),
            Method::POST => {
                let body = match self.read(request.into_body()).await {
                    Ok(body) => body,
                    Err(code) => {
                        warn!(account = %mount.account, status = code.as_u16(), "a body was refused");
                        return status(code);
                    }
                };
                self.answer(mount, &query, &body, arrived).await
            }
            _ => not_allowed("GET, POST"),
        }
    }

    async fn read<B>(&self, body: B) -> Result<Bytes, StatusCode>
    where
        B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send,
    {
        let limited = Limited::new(body, self.0.body_limit);
        match self.0.engine.clock().timeout(BODY_DEADLINE, limited.collect()).await {
            Ok(Ok(body)) => Ok(body.to_bytes()),
            Ok(Err(error)) if error.is::<http_body_util::LengthLimitError>() => {
                Err(StatusCode::PAYLOAD_TOO_LARGE)
            }
            Ok(Err(_)) => Err(StatusCode::BAD_REQUEST),
            Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
        }
    }

    async fn answer(
        &self,
        mount: &Mount,
        query: &Query,
        body: &[u8],
        arrived: Timestamp,
    ) -> Response<Body> {
        let (verified, seal) = match mount.callback.open(query, body, self.seconds()) {
            Ok(opened) => opened,
            Err(error) => {
                warn!(account = %mount.account, %error, "a push was refused");
                return status(StatusCode::FORBIDDEN);
            }
        };
        let class = push_class(mount.callback.product(), &verified.kind());
        let push = Push::new(verified, mount.account.clone());
        let engine = &self.0.engine;
        let mut receipt = None;
        let sealed = match engine.answer(&mount.served, push, class, arrived).await {
            Outcome::Passive(reply, taken) => {
                receipt = Some(taken);
                seal.seal(&reply, self.seconds())
            }
            Outcome::Acknowledged(Acknowledgement::Empty) => return status(StatusCode::OK),
            Outcome::Acknowledged(Acknowledgement::Success) => {
                return plain(StatusCode::OK, "success");
            }
            Outcome::Acknowledged(_) => self.payment(&seal, 0, "success"),
            Outcome::AskAgain => self.payment(&seal, -1, "not handled yet"),
        };
        match sealed {
            Ok(SealedReply { content_type, body, .. }) => {
                with_type(StatusCode::OK, content_type, Body::new(Delivered::new(body, receipt)))
            }
            Err(error) => {
                error!(account = %mount.account, %error, "an answer could not be written");
                status(StatusCode::OK)
            }
        }
    }

    /// The answer to a notice of virtual payment.
    fn payment(
        &self,
        seal: &ReplySeal,
        code: i32,
        message: &str,
    ) -> Result<SealedReply, weixin_protocol::Error> {
        use weixin_protocol::{Map, Node};
        let answer =
            Map::from_iter([("ErrCode", Node::number(code)), ("ErrMsg", Node::from(message))]);
        let format: Format = seal.format();
        seal.seal_text(&answer.write(format), self.seconds())
    }

    fn seconds(&self) -> i64 {
        i64::try_from(self.0.engine.clock().now().as_secs()).unwrap_or(i64::MAX)
    }
}

impl Mount {
    fn is_at(&self, path: &str) -> bool {
        path == self.path || path.strip_suffix('/').is_some_and(|path| path == self.path)
    }

    fn verify(&self, query: &Query, now: i64) -> Response<Body> {
        match self.callback.verify_url(query, now) {
            Ok(echo) => {
                info!(account = %self.account, "the platform verified the URL: pushes will come");
                plain(StatusCode::OK, echo.into_body())
            }
            Err(error) => {
                warn!(account = %self.account, %error, "a URL verification was refused");
                status(StatusCode::FORBIDDEN)
            }
        }
    }
}

impl<B> tower::Service<Request<B>> for App
where
    B: http_body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let app = self.clone();
        Box::pin(async move { Ok(app.handle(request).await) })
    }
}

fn status(code: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = code;
    response
}

fn not_allowed(methods: &'static str) -> Response<Body> {
    let mut response = status(StatusCode::METHOD_NOT_ALLOWED);
    response.headers_mut().insert(ALLOW, HeaderValue::from_static(methods));
    response
}

fn plain(code: StatusCode, body: impl Into<Body>) -> Response<Body> {
    with_type(code, "text/plain; charset=utf-8", body)
}

fn with_type(
    code: StatusCode,
    content_type: &'static str,
    body: impl Into<Body>,
) -> Response<Body> {
    let mut response = Response::new(body.into());
    *response.status_mut() = code;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}
