//! The callback service.

use std::{
    convert::Infallible,
    future::ready,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
};

use axum::body::Body;
use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, request::Parts};
use tokio_util::sync::CancellationToken;
use weixin_api::BoxFuture;

use super::{
    HEALTH_PATH,
    callback::{MountedCallback, Routed, Shared},
    respond::{not_allowed, plain, status},
};
use crate::{
    BoxError, Error,
    engine::{Engine, Intake, Source},
};

/// A bot that is ready to answer requests: a [`tower::Service`] for any HTTP server.
///
/// Made by [`Bot::build`](crate::Bot::build). Cheap to clone.
#[derive(Debug, Clone)]
pub struct App(Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) callbacks: Vec<MountedCallback>,
    pub(crate) shared: Shared,
    pub(crate) engine: Arc<Engine>,
    /// Sources that are not started yet.
    pub(crate) sources: Mutex<Vec<(Arc<dyn Source>, Intake)>>,
    pub(crate) stop: CancellationToken,
}

impl App {
    pub(crate) fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    pub(crate) fn callbacks(&self) -> &[MountedCallback] {
        &self.0.callbacks
    }

    /// Checks the inbox, and starts to handle pushes that are stored in it.
    /// [`Bot::serve`](crate::Bot::serve) does this before it accepts connections; in a server of your
    /// own, call it at the start to see whether the inbox can be used. Otherwise it happens with the
    /// first push, which is rejected if it fails.
    ///
    /// # Errors
    /// If the inbox cannot be reached, or can lose pushes that were accepted and
    /// [`accept_loss`](crate::InboxConfig::accept_loss) is not set.
    pub async fn ready(&self) -> Result<(), Error> {
        self.0.engine.prepare().await.map_err(Error::inbox)
    }

    /// Starts the [sources](crate::Source) that were mounted, each in a task.
    /// [`Bot::serve`](crate::Bot::serve) does this; in a server of your own, call it once. Not
    /// needed without sources.
    ///
    /// # Panics
    /// Outside a Tokio runtime.
    pub fn start(&self) {
        // Nothing panics while it is locked.
        let mut sources = self.0.sources.lock().unwrap_or_else(PoisonError::into_inner);
        for (source, intake) in std::mem::take(&mut *sources) {
            self.0.engine.start_source(source, intake, self.0.stop.clone());
        }
    }

    /// Tells the sources to bring no more pushes. [`idle`](Self::idle) then waits until they have
    /// ended.
    pub fn stop(&self) {
        self.0.stop.cancel();
    }

    /// Completes when no handler runs, no push waits, no late answer is being sent, and no source
    /// runs. Call it before the process ends, after [`stop`](Self::stop);
    /// [`Bot::serve`](crate::Bot::serve) does this.
    pub async fn idle(&self) {
        self.0.engine.idle().await;
    }

    /// The same as an axum router, to be nested or merged into another.
    pub fn into_router(self) -> axum::Router {
        axum::Router::new().fallback_service(self)
    }

    /// Decides about a request as far as that is possible without its body. Of a push, also the index
    /// of its callback.
    fn route(&self, request: &Parts) -> (usize, Routed) {
        let path = request.uri.path();
        if path == HEALTH_PATH {
            let answer = match request.method {
                Method::GET | Method::HEAD => plain(StatusCode::OK, "ok"),
                _ => not_allowed("GET"),
            };
            return (0, Routed::Answered(answer));
        }
        match self.0.callbacks.iter().position(|callback| callback.is_at(path)) {
            Some(at) => (at, self.0.callbacks[at].route(&self.0.shared, request)),
            None => (0, Routed::Answered(status(StatusCode::NOT_FOUND))),
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
        let arrived = self.0.shared.clock.now();
        let (request, body) = request.into_parts();
        // The future, of which there is one for each waiting handler, has no room for the request's head.
        match self.route(&request) {
            (_, Routed::Answered(answer)) => Box::pin(ready(Ok(answer))),
            (at, Routed::Push(query)) => Box::pin(async move {
                let callback = &app.0.callbacks[at];
                Ok(callback.answer(&app.0.shared, &query, body, arrived).await)
            }),
        }
    }
}
