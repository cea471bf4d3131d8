//! Who may use the page and the control API: nobody else's web page, by whatever name it reaches
//! this machine.

use std::{net::IpAddr, sync::Arc};

use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderMap, StatusCode, Uri, header, uri::Authority},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::platform::Platform;

pub(super) async fn guard(
    State(platform): State<Arc<Platform>>,
    request: Request,
    next: Next,
) -> Response {
    let bound = platform.look(|world| world.address.clone());
    if is_ours(bound.as_deref(), request.uri(), request.headers()) {
        return next.run(request).await;
    }
    let error = json!({ "error": {
        "en": "This request was made for another host, or by another site's page.",
        "zh": "该请求的 Host 或 Origin 不属于本模拟器。",
    } });
    (StatusCode::FORBIDDEN, Json(error)).into_response()
}

/// Whether a request was made for this machine, and if a page made it, by our own.
fn is_ours(bound: Option<&str>, uri: &Uri, headers: &HeaderMap) -> bool {
    let text = |name: header::HeaderName| headers.get(name).map(|value| value.to_str().ok());
    let host = match (uri.authority(), text(header::HOST)) {
        (Some(authority), _) => Some(authority.clone()),
        (None, Some(host)) => match host.and_then(|host| host.parse::<Authority>().ok()) {
            Some(host) => Some(host),
            None => return false,
        },
        // No host at all: a client in this process. Over a socket there always is one.
        (None, None) => None,
    };
    if host.as_ref().is_some_and(|host| !is_local(host.host(), bound)) {
        return false;
    }
    match text(header::ORIGIN) {
        None => true,
        Some(origin) => {
            let origin = origin.and_then(|origin| origin.parse::<Uri>().ok());
            let from = origin.and_then(|origin| origin.authority().cloned());
            // Another port of this machine is another site.
            from.is_some() && from == host
        }
    }
}

/// Whether a host is this machine, or the address the emulator was told to listen on.
fn is_local(host: &str, bound: Option<&str>) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    if bare.eq_ignore_ascii_case("localhost") {
        return true;
    }
    let Ok(address) = bare.parse::<IpAddr>() else { return false };
    let bound = bound.and_then(|bound| bound.parse::<Uri>().ok());
    let bound = bound.as_ref().and_then(Uri::host).unwrap_or_default();
    address.is_loopback() || bound.trim_start_matches('[').trim_end_matches(']') == bare
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(host: &str, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        is_ours(Some("http://192.168.1.5:8080"), &Uri::from_static("/_/"), &headers)
    }

    #[test]
    fn only_this_machine_and_the_bound_address() {
        for host in ["localhost:8080", "127.0.0.1", "127.9.9.9:1", "[::1]:8080", "192.168.1.5:8080"]
        {
            assert!(ours(host, None), "{host}");
        }
        for host in ["evil.example", "127.0.0.1.evil.example", "192.168.1.6", "localhost.evil", ""]
        {
            assert!(!ours(host, None), "{host}");
        }
    }

    #[test]
    fn only_pages_of_our_own() {
        assert!(ours("localhost:8080", Some("http://localhost:8080")));
        for origin in ["http://localhost:3000", "https://evil.example", "null"] {
            assert!(!ours("localhost:8080", Some(origin)), "{origin}");
        }
    }
}
