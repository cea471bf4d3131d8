//! Pushes to a service in this process.

use std::{fmt::Display, sync::Mutex, sync::PoisonError};

use axum::body::{Body, HttpBody};
use http::{Request, Response, header};
use tokio::task::{JoinError, JoinHandle};
use tower::{Service, ServiceExt};
use weixin_api::BoxFuture;

use super::{
    http::heard,
    target::{Heard, Knock, Target, Unheard, with_query},
};

/// A bot in this process. What stands for the network is as unkind as a network: an answer that
/// is late is not waited for, and a panic is a broken connection.
pub(crate) struct ServiceTarget<S> {
    service: Mutex<S>,
    path: String,
}

impl<S> ServiceTarget<S> {
    /// A service that expects pushes at `path`.
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

    fn send(&self, knock: Knock, limit: usize) -> BoxFuture<'static, Result<Heard, Unheard>> {
        let service = self.service.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut request = Request::builder()
            .method(knock.method)
            .uri(with_query(&self.path, None, &knock.query))
            .header(header::HOST, "localhost")
            .header(header::CONTENT_LENGTH, knock.body.len());
        if let Some(content_type) = knock.content_type {
            request = request.header(header::CONTENT_TYPE, content_type);
        }
        let request = request.body(Body::from(knock.body));
        Box::pin(async move {
            let request = request.map_err(|error| Unheard::NoConnection(error.to_string()))?;
            let call = Connection(tokio::spawn(async move {
                let response = service.oneshot(request).await;
                match response {
                    Ok(response) => heard(response, limit).await,
                    Err(error) => Err(Unheard::Broken(error.to_string())),
                }
            }));
            call.finish().await
        })
    }
}

/// A request that is being served; dropping it stops the service, as a server does when the
/// client goes away.
struct Connection(JoinHandle<Result<Heard, Unheard>>);

impl Connection {
    async fn finish(mut self) -> Result<Heard, Unheard> {
        (&mut self.0).await.unwrap_or_else(|error: JoinError| {
            let why = if error.is_panic() { "the bot panicked" } else { "the bot was stopped" };
            Err(Unheard::Broken(why.to_owned()))
        })
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.0.abort();
    }
}
