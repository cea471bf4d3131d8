//! Protects the page and the control API: checks the `Host` and `Origin` of requests, and the
//! access token (see [`access`](super::access)).

use std::{
    net::{IpAddr, Ipv4Addr},
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, Request, State, connect_info::Connected},
    http::{Extensions, HeaderMap, StatusCode, Uri, header, request::Parts, uri::Authority},
    middleware::Next,
    response::{Html, IntoResponse, Response},
    serve::IncomingStream,
};
use tokio::net::TcpListener;

use super::{
    ControlError,
    access::{Access, AccessCheck, is_loopback_host},
    authorize, cors,
};
use crate::{Problem, endpoints::Host};

/// The `WWW-Authenticate` header of a 401 response.
pub(super) const BEARER: &str = "Bearer realm=\"weixin emulator\"";

/// Where requests come from.
#[derive(Clone)]
pub(crate) enum RequestSource {
    /// Clients in this process, which may omit the host.
    InProcess,
    /// A listener.
    Listener(Arc<Access>),
}

/// The local and remote address of a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ConnectionAddrs {
    local: Option<IpAddr>,
    remote: IpAddr,
}

impl Connected<IncomingStream<'_, TcpListener>> for ConnectionAddrs {
    fn connect_info(stream: IncomingStream<'_, TcpListener>) -> Self {
        let local = stream.io().local_addr().ok().map(|address| address.ip());
        Self { local, remote: stream.remote_addr().ip() }
    }
}

/// Rejects requests with several `Host` headers, which components could interpret differently.
pub(super) async fn reject_multiple_hosts(request: Request, next: Next) -> Response {
    if request.headers().get_all(header::HOST).iter().count() > 1 {
        let problem =
            Problem::new("The request has more than one Host header.", "请求包含多个 Host 头。");
        return ControlError(StatusCode::BAD_REQUEST, problem).into_response();
    }
    next.run(request).await
}

/// Middleware in front of all paths of the emulator itself.
pub(super) async fn guard(
    State(source): State<RequestSource>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(origin) = cors::allowed_origin(&request) else {
        return admit(&source, request, next).await;
    };
    // The page of this origin may use the path; everything else is checked as usual.
    request.headers_mut().remove(header::ORIGIN);
    let response = if cors::is_preflight(&request) {
        StatusCode::NO_CONTENT.into_response()
    } else {
        admit(&source, request, next).await
    };
    cors::allow(response, origin)
}

/// Checks host, origin and token of a request.
async fn admit(source: &RequestSource, request: Request, next: Next) -> Response {
    let (uri, headers) = (request.uri(), request.headers());
    let addrs = addrs(request.extensions());
    if !is_ours(source, addrs.and_then(|addrs| addrs.local), uri, headers) {
        return foreign().into_response();
    }
    let RequestSource::Listener(access) = source else { return next.run(request).await };
    let page = matches!(uri.path(), "/" | "/_" | "/_/");
    match access.check(headers, uri.query().filter(|_| page), remote(addrs)) {
        AccessCheck::Accepted => next.run(request).await,
        AccessCheck::AcceptedByUrl => to_page(access),
        // These only redirect to the page, which asks for the token.
        AccessCheck::Missing if matches!(uri.path(), "/" | "/_") => next.run(request).await,
        AccessCheck::Missing | AccessCheck::Wrong if page => ask_for_token("/_/"),
        AccessCheck::Missing | AccessCheck::Wrong => token_required().into_response(),
        AccessCheck::Throttled => throttled(),
    }
}

/// Checks access to the pages for web authorization. They can act as any person, so they require the same
/// access as the emulator's own page.
///
/// # Errors
/// The response if access is denied.
pub(super) fn check_visitor(source: &RequestSource, visit: &Parts) -> Result<(), Box<Response>> {
    let RequestSource::Listener(access) = source else { return Ok(()) };
    let (uri, headers) = (&visit.uri, &visit.headers);
    let addrs = addrs(&visit.extensions);
    // Through a proxy, or on a machine that resolves the platform's host names to this emulator.
    let asked = uri.host().or_else(|| headers.get(header::HOST)?.to_str().ok());
    let platform = asked.is_some_and(|host| Host::from_name(host) == Some(Host::OAuth));
    if !platform && !is_ours(source, addrs.and_then(|addrs| addrs.local), uri, headers) {
        return Err(Box::new(foreign().into_response()));
    }
    match access.check(headers, None, remote(addrs)) {
        AccessCheck::Accepted | AccessCheck::AcceptedByUrl => Ok(()),
        AccessCheck::Throttled => Err(Box::new(throttled())),
        AccessCheck::Missing | AccessCheck::Wrong => {
            let here = uri.path_and_query().map_or("/", |here| here.as_str());
            Err(Box::new(ask_for_token(here)))
        }
    }
}

fn addrs(extensions: &Extensions) -> Option<ConnectionAddrs> {
    extensions.get::<ConnectInfo<ConnectionAddrs>>().map(|info| info.0)
}

fn remote(addrs: Option<ConnectionAddrs>) -> IpAddr {
    addrs.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |addrs| addrs.remote)
}

fn foreign() -> ControlError {
    let problem = Problem::new(
        "The Host or Origin of this request is not one of this emulator.",
        "该请求的 Host 或 Origin 不属于本模拟器。",
    );
    let problem = problem.hint(
        "If the host name belongs to this emulator, start it with --host NAME.",
        "如果这是本模拟器的主机名，请在启动时加上 --host 主机名。",
    );
    ControlError(StatusCode::FORBIDDEN, problem)
}

fn throttled() -> Response {
    let problem = Problem::new(
        "Too many wrong tokens were sent from this address.",
        "该地址提交的错误令牌过多。",
    )
    .hint("Try again in a minute.", "请一分钟后重试。");
    let rejected = ControlError(StatusCode::TOO_MANY_REQUESTS, problem);
    ([(header::RETRY_AFTER, "60")], rejected).into_response()
}

/// Redirects the browser to the page's URL without the token, and sets the cookie.
fn to_page(access: &Access) -> Response {
    let headers = [
        (header::LOCATION, "/_/"),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    let mut response = (StatusCode::SEE_OTHER, headers).into_response();
    if let Some(cookie) = access.cookie() {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

fn token_required() -> ControlError {
    let problem = Problem::new("This emulator requires a token.", "访问本模拟器需要提供令牌。")
        .hint(
            "Open the URL that it printed at start, which ends with ?token=…; \
             programs send `Authorization: Bearer …`.",
            "请打开启动时输出的、以 ?token=… 结尾的网址；程序请发送 `Authorization: Bearer …`。",
        );
    ControlError(StatusCode::UNAUTHORIZED, problem)
}

/// Asks for the token. A browser that came from another site does not send the SameSite cookie with
/// its first request: hence the link to the same page.
fn ask_for_token(here: &str) -> Response {
    let ControlError(status, Problem { en, zh, hint_en, hint_zh }) = token_required();
    let html = format!(
        "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>weixin</title>\
         <p>{en} {hint_en}</p><p>{zh}{hint_zh}</p>\
         <p><a href=\"{}\">I have already opened it: continue. 已打开过，继续。</a></p></html>",
        authorize::escape(here)
    );
    let headers = [
        (header::WWW_AUTHENTICATE, BEARER),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (status, headers, Html(html)).into_response()
}

/// Whether a request is meant for this emulator and, if a page sent it, was sent by the emulator's
/// own page.
fn is_ours(source: &RequestSource, local: Option<IpAddr>, uri: &Uri, headers: &HeaderMap) -> bool {
    let text = |name: header::HeaderName| headers.get(name).map(|value| value.to_str().ok());
    let host = match (uri.authority(), text(header::HOST)) {
        (Some(authority), _) => Some(authority.clone()),
        (None, Some(host)) => match host.and_then(|host| host.parse::<Authority>().ok()) {
            Some(host) => Some(host),
            None => return false,
        },
        (None, None) => None,
    };
    let for_us = match (&host, source) {
        (Some(host), RequestSource::Listener(access)) => access.is_our_host(host.host(), local),
        (Some(host), RequestSource::InProcess) => {
            is_loopback_host(host.host().trim_start_matches('[').trim_end_matches(']'))
        }
        // HTTP/1.0, or a client that omits the host.
        (None, RequestSource::Listener(_)) => false,
        (None, RequestSource::InProcess) => true,
    };
    if !for_us {
        return false;
    }
    match text(header::ORIGIN) {
        None => true,
        Some(origin) => {
            let origin = origin.and_then(|origin| origin.parse::<Uri>().ok());
            let from = origin.and_then(|origin| origin.authority().cloned());
            // Another port on the same machine is a different origin.
            from.is_some() && from == host
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::control::access::AccessRules;

    fn ours(host: &str, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        let access =
            Access::new(&AccessRules::default(), "192.168.1.5:8080".parse().unwrap()).unwrap();
        let source = RequestSource::Listener(Arc::new(access));
        is_ours(&source, None, &Uri::from_static("/_/"), &headers)
    }

    #[test]
    fn loopback_and_the_bound_address_are_accepted_as_host() {
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
    fn requests_from_other_origins_are_rejected() {
        assert!(ours("localhost:8080", Some("http://localhost:8080")));
        for origin in ["http://localhost:3000", "https://evil.example", "null"] {
            assert!(!ours("localhost:8080", Some(origin)), "{origin}");
        }
    }
}
