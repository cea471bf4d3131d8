//! Which pages of other origins may use which paths of the emulator: pages that are developed on this
//! machine load the stand-in for the JS-SDK and have their configuration checked. These paths reveal
//! no secrets and change nothing.

use axum::{
    extract::Request,
    http::{HeaderValue, Method, Uri, header},
    response::Response,
};

use super::js_sdk::{CHECK, SCRIPT};

/// The origin of the page that sent a request, if it is `http://localhost` or `http://127.0.0.1` (with
/// any port) and may use this path.
pub(super) fn allowed_origin(request: &Request) -> Option<HeaderValue> {
    if !matches!(request.uri().path(), SCRIPT | CHECK) {
        return None;
    }
    let origin = request.headers().get(header::ORIGIN)?;
    let uri: Uri = origin.to_str().ok()?.parse().ok()?;
    let is_loopback = matches!(uri.host(), Some("localhost" | "127.0.0.1"));
    (is_loopback && uri.scheme_str() == Some("http")).then(|| origin.clone())
}

/// Whether a browser asks for permission before the actual request.
pub(super) fn is_preflight(request: &Request) -> bool {
    request.method() == Method::OPTIONS
        && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
}

/// Lets the page of this origin read the response, and send the cookie that contains the token.
pub(super) fn allow(mut response: Response, origin: HeaderValue) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, Authorization"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.append(header::VARY, HeaderValue::from_static("Origin"));
    response
}
