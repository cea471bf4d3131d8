//! The layer that makes all error responses uniform.

use std::{
    convert::Infallible,
    panic::AssertUnwindSafe,
    task::{Context, Poll},
};

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use futures_util::{FutureExt, future::BoxFuture};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use tower::{Layer, Service};
use tracing::{Instrument, error, info_span};

use super::{Problem, page};

/// The header of a response with the id of the request.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What a response says about its body, which a problem replaces.
const ABOUT_THE_BODY: [HeaderName; 4] = [
    header::CONTENT_TYPE,
    header::CONTENT_LENGTH,
    header::CONTENT_ENCODING,
    header::TRANSFER_ENCODING,
];

/// The longest text of a response, in bytes, that is shown as the detail of a problem.
const MAX_TEXT: usize = 1000;

/// The id of a request: in the log, in the header `x-request-id` of its response, and in the body of an
/// error. An extension of each request that passes through the layer [`errors`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(String);

impl RequestId {
    fn new() -> Self {
        // Without random numbers, requests cannot be told apart, which is no reason to reject them.
        let random = getrandom::u64().unwrap_or_default();
        Self(format!("{random:016x}"))
    }

    /// The id: 16 hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A layer after which every error response is a [`Problem`]: 404 and 405 of the router, rejections of
/// extractors, errors of handlers, and panics.
///
/// Browsers, which ask for `text/html`, get a page in Chinese or English; all others get JSON. A response that is
/// a page or JSON already stays as it is. Nothing that a handler wrote into a response with a status of 500 or
/// above is shown.
///
/// ```
/// # use weixin_web::Web;
/// let routes: axum::Router<Web> = axum::Router::new().layer(weixin_web::errors());
/// ```
pub fn errors() -> ErrorLayer {
    ErrorLayer(())
}

/// Made by [`errors`].
#[derive(Debug, Clone)]
pub struct ErrorLayer(());

impl<S> Layer<S> for ErrorLayer {
    type Service = ErrorService<S>;

    fn layer(&self, inner: S) -> ErrorService<S> {
        ErrorService(inner)
    }
}

/// A service below [`errors`].
#[derive(Debug, Clone)]
pub struct ErrorService<S>(S);

impl<S> Service<Request> for ErrorService<S>
where
    S: Service<Request, Response = Response, Error = Infallible, Future: Send + 'static>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Response, Infallible>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        let id = RequestId::new();
        let wanted = Wanted::of(request.headers());
        let span = info_span!("request", id = id.as_str(), path = request.uri().path());
        request.extensions_mut().insert(id.clone());
        let handling = {
            let _entered = span.enter();
            AssertUnwindSafe(self.0.call(request)).catch_unwind()
        };
        Box::pin(
            async move {
                let response = match handling.await {
                    Ok(Ok(response)) => response,
                    Ok(Err(never)) => match never {},
                    // The panic itself is printed by the panic hook.
                    Err(_) => {
                        error!("a handler panicked");
                        Problem::of_status(StatusCode::INTERNAL_SERVER_ERROR).into_response()
                    }
                };
                Ok(uniform(response, wanted, &id).await)
            }
            .instrument(span),
        )
    }
}

/// What the client would like an error to be.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    page: bool,
    chinese: bool,
}

impl Wanted {
    fn of(headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        let page = text(header::ACCEPT).is_some_and(prefers_html);
        // The first language is the one that the browser shows its own texts in.
        let language = text(header::ACCEPT_LANGUAGE).unwrap_or("zh");
        let chinese =
            language.trim_start().get(..2).is_none_or(|first| first.eq_ignore_ascii_case("zh"));
        Self { page, chinese }
    }
}

/// Whether `text/html` comes before any JSON in an `Accept` header. Browsers name it first when a person
/// opens a page; programs name JSON, or anything.
pub(crate) fn prefers_html(accept: &str) -> bool {
    let mut kinds = accept.split(',').filter_map(|kind| kind.split(';').next()).map(str::trim);
    let named = kinds.find(|kind| {
        kind.eq_ignore_ascii_case("text/html") || kind.to_ascii_lowercase().ends_with("json")
    });
    named.is_some_and(|kind| kind.eq_ignore_ascii_case("text/html"))
}

/// Makes an error response uniform, and names the request in any.
async fn uniform(mut response: Response, wanted: Wanted, id: &RequestId) -> Response {
    let status = response.status();
    if status.is_client_error() || status.is_server_error() {
        response = match problem_of(response).await {
            Ok((problem, mut kept)) => {
                let mut made = match wanted.page {
                    true => page::response(&problem, wanted.chinese, id.as_str()),
                    false => problem.json_response(Some(id.as_str())),
                };
                // What stays: `Allow` of a 405, `Set-Cookie` of a login that failed, `Retry-After`.
                for name in ABOUT_THE_BODY {
                    kept.remove(name);
                }
                kept.extend(std::mem::take(made.headers_mut()));
                *made.headers_mut() = kept;
                made
            }
            Err(own) => own,
        };
    }
    if let Ok(value) = HeaderValue::from_str(id.as_str()) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// The problem that a response reports, and its headers; the response itself if it has a page or JSON of
/// its own.
async fn problem_of(response: Response) -> Result<(Problem, HeaderMap), Response> {
    let (mut head, body) = response.into_parts();
    if let Some(problem) = head.extensions.remove::<Problem>() {
        return Ok((problem, head.headers));
    }
    let kind = head.headers.get(header::CONTENT_TYPE).map(HeaderValue::to_str);
    if matches!(kind, Some(Ok(kind)) if !kind.starts_with("text/plain")) {
        return Err(Response::from_parts(head, body));
    }
    let problem = Problem::of_status(head.status);
    // The extractors of axum say in a line of text what is wrong with a request.
    let text = match head.status.is_client_error() && kind.is_some() {
        true => axum::body::to_bytes(body, MAX_TEXT).await.unwrap_or_default(),
        false => Bytes::new(),
    };
    let problem = match std::str::from_utf8(&text).map(str::trim) {
        Ok("") | Err(_) => problem,
        Ok(text) => problem.detail(text.to_owned()),
    };
    Ok((problem, head.headers))
}
