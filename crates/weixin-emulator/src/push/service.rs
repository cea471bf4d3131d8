//! Pushes to a service in this process.

use std::{
    fmt::Display,
    net::{Ipv4Addr, SocketAddr, SocketAddrV4},
    sync::{Mutex, PoisonError},
};

use axum::{
    body::{Body, HttpBody},
    extract::ConnectInfo,
};
use http::{Request, Response, header};
use tokio::task::{JoinError, JoinHandle};
use tower::{Service, ServiceExt};
use weixin_api::BoxFuture;

use super::{
    http::read_response,
    target::{CallbackError, CallbackRequest, CallbackResponse, Target, with_query},
};

/// Where the pushes to a bot in this process come from.
const PEER: SocketAddr = SocketAddr::V4(SocketAddrV4::new(Ipv4Addr::LOCALHOST, 443));

/// A bot in this process. It is treated like a bot behind a network: a late response is dropped,
/// and a panic counts as a broken connection.
pub(crate) struct ServiceTarget<S> {
    service: Mutex<S>,
    path: String,
}

impl<S> ServiceTarget<S> {
    /// A service that serves its callback at `path`.
    pub(crate) fn new(service: S, path: &str) -> Self {
        let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
        Self { service: Mutex::new(service), path }
    }
}

impl<S, B> Target for ServiceTarget<S>
where
    S: Service<Request<Body>, Response = Response<B>> + Clone + Send + 'static,
    S::Error: Display + Send,
    S::Future: Send,
    B: HttpBody + Send + 'static,
    B::Data: Send,
    B::Error: Into<axum::BoxError> + Send,
{
    fn url(&self) -> &str {
        &self.path
    }

    fn shares_clock(&self) -> bool {
        true
    }

    fn send(
        &self,
        callback: CallbackRequest,
        limit: usize,
    ) -> BoxFuture<'static, Result<CallbackResponse, CallbackError>> {
        let service = self.service.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut request = Request::builder()
            .method(callback.method)
            .uri(with_query(&self.path, None, &callback.query))
            .header(header::HOST, "localhost")
            .header(header::CONTENT_LENGTH, callback.body.len())
            // A server would tell it.
            .extension(ConnectInfo(PEER));
        if let Some(content_type) = callback.content_type {
            request = request.header(header::CONTENT_TYPE, content_type);
        }
        let request = request.body(Body::from(callback.body));
        Box::pin(async move {
            let request =
                request.map_err(|error| CallbackError::NoConnection(error.to_string()))?;
            let call = Connection(tokio::spawn(async move {
                let response = service.oneshot(request).await;
                match response {
                    Ok(response) => read_response(response, limit).await,
                    Err(error) => Err(CallbackError::Broken(error.to_string())),
                }
            }));
            call.finish().await
        })
    }
}

/// A request in progress. Dropping it aborts the service, as a server does when the client
/// disconnects.
struct Connection(JoinHandle<Result<CallbackResponse, CallbackError>>);

impl Connection {
    async fn finish(mut self) -> Result<CallbackResponse, CallbackError> {
        (&mut self.0).await.unwrap_or_else(|error: JoinError| {
            let why = if error.is_panic() { "the bot panicked" } else { "the bot was stopped" };
            Err(CallbackError::Broken(why.to_owned()))
        })
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.0.abort();
    }
}
