//! What reaches the page and the control API: requests that were made for this emulator and, if a
//! page made them, by its own, from whoever may use it (see [`access`](super::access)).

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
    authorize,
};
use crate::{Problem, endpoints::Host};

/// What a 401 has in `WWW-Authenticate`.
pub(super) const BEARER: &str = "Bearer realm=\"weixin emulator\"";

/// How requests arrive.
#[derive(Clone)]
pub(crate) enum RequestSource {
    /// From clients in this process, which may leave out the host.
    InProcess,
    /// By way of a listener.
    Listener(Arc<Access>),
}

/// Both addrs of a connection.
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

/// Refuses what HTTP forbids to answer, whatever was asked for: a request with several hosts, of
/// which each reader may believe another.
pub(super) async fn reject_multiple_hosts(request: Request, next: Next) -> Response {
    if request.headers().get_all(header::HOST).iter().count() > 1 {
        let problem = Problem::new("The request has several Host headers.", "请求含多个 Host 头。");
        return ControlError(StatusCode::BAD_REQUEST, problem).into_response();
    }
    next.run(request).await
}

/// Stands before everything that is the emulator's own.
pub(super) async fn guard(
    State(source): State<RequestSource>,
    request: Request,
    next: Next,
) -> Response {
    let (uri, headers) = (request.uri(), request.headers());
    let addrs = addrs(request.extensions());
    if !is_ours(&source, addrs.and_then(|addrs| addrs.local), uri, headers) {
        return foreign().into_response();
    }
    let RequestSource::Listener(access) = &source else { return next.run(request).await };
    let page = matches!(uri.path(), "/" | "/_" | "/_/");
    match access.check(headers, uri.query().filter(|_| page), remote(addrs)) {
        AccessCheck::Accepted => next.run(request).await,
        AccessCheck::AcceptedByUrl => to_page(access),
        // They only lead to the page, which asks for it.
        AccessCheck::Missing if matches!(uri.path(), "/" | "/_") => next.run(request).await,
        AccessCheck::Missing | AccessCheck::Wrong if page => demand_token("/_/"),
        AccessCheck::Missing | AccessCheck::Wrong => token_demanded().into_response(),
        AccessCheck::Throttled => throttled(),
    }
}

/// Checks a visit to the platform's page for visitors, which lets anybody be any of the people: it
/// is refused to those who may not use the emulator's own page.
///
/// # Errors
/// The answer to others.
pub(super) fn check_visitor(source: &RequestSource, visit: &Parts) -> Result<(), Box<Response>> {
    let RequestSource::Listener(access) = source else { return Ok(()) };
    let (uri, headers) = (&visit.uri, &visit.headers);
    let addrs = addrs(&visit.extensions);
    // By way of a proxy, or of a machine where the platform's names lead here.
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
            Err(Box::new(demand_token(here)))
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
        "This request was made for another host, or by another site's page.",
        "该请求的 Host 或 Origin 不属于本模拟器。",
    );
    let problem = problem.hint(
        "If that is a name of this emulator, start it with --host NAME.",
        "如果这是本模拟器的主机名，请在启动时加上 --host 主机名。",
    );
    ControlError(StatusCode::FORBIDDEN, problem)
}

fn throttled() -> Response {
    let problem =
        Problem::new("Too many wrong tokens came from this address.", "该地址提交的错误令牌过多。")
            .hint("Try again in a minute.", "请一分钟后重试。");
    let refused = ControlError(StatusCode::TOO_MANY_REQUESTS, problem);
    ([(header::RETRY_AFTER, "60")], refused).into_response()
}

/// Leads the browser to the page's address without the token, with the cookie.
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

fn token_demanded() -> ControlError {
    let problem = Problem::new("This emulator demands its token.", "访问本模拟器需要提供令牌。")
        .hint(
            "Open the address that it printed when it was started, which addrs with ?token=…; \
         programs send `Authorization: Bearer …`.",
            "请打开启动时输出的、以 ?token=… 结尾的网址；程序请发送 `Authorization: Bearer …`。",
        );
    ControlError(StatusCode::UNAUTHORIZED, problem)
}

/// Asks a person for the token. A browser that another site has led `here` does not send the cookie
/// at first: hence the link.
fn demand_token(here: &str) -> Response {
    let ControlError(status, Problem { en, zh, hint_en, hint_zh }) = token_demanded();
    let html = format!(
        "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>weixin</title>\
         <p>{en} {hint_en}</p><p>{zh}{hint_zh}</p>\
         <p><a href=\"{}\">I have done that: go on. 已打开过，继续。</a></p></html>",
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

/// Whether a request was made for this emulator, and if a page made it, by our own.
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
        // Over a socket that is HTTP/1.0, or somebody who hides what they asked for.
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
            // Another port of this machine is another site.
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
