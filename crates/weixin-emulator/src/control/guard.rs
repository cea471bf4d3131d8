//! What reaches the page and the control API: requests that were made for this emulator and, if a
//! page made them, by its own, from whoever may use it (see [`access`](super::access)).

use std::{
    net::{IpAddr, Ipv4Addr},
    sync::Arc,
};

use axum::{
    Json,
    extract::{ConnectInfo, Request, State, connect_info::Connected},
    http::{HeaderMap, StatusCode, Uri, header, uri::Authority},
    middleware::Next,
    response::{Html, IntoResponse, Response},
    serve::IncomingStream,
};
use serde_json::json;
use tokio::net::TcpListener;

use super::access::{Access, Proof, is_loopback_host};
use crate::Problem;

/// How requests arrive.
#[derive(Clone)]
pub(crate) enum Entrance {
    /// From clients in this process, which may leave out the host.
    InProcess,
    /// By way of a listener.
    Listener(Arc<Access>),
}

/// Both ends of a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ends {
    local: Option<IpAddr>,
    remote: IpAddr,
}

impl Connected<IncomingStream<'_, TcpListener>> for Ends {
    fn connect_info(stream: IncomingStream<'_, TcpListener>) -> Self {
        let local = stream.io().local_addr().ok().map(|address| address.ip());
        Self { local, remote: stream.remote_addr().ip() }
    }
}

/// Refuses what HTTP forbids to answer, whatever was asked for: a request with several hosts, of
/// which each reader may believe another.
pub(super) async fn one_host(request: Request, next: Next) -> Response {
    if request.headers().get_all(header::HOST).iter().count() > 1 {
        let problem = Problem::new("The request has several Host headers.", "请求含多个 Host 头。");
        return refuse(StatusCode::BAD_REQUEST, &problem);
    }
    next.run(request).await
}

/// Stands before everything that is the emulator's own.
pub(super) async fn guard(
    State(entrance): State<Entrance>,
    request: Request,
    next: Next,
) -> Response {
    let (uri, headers) = (request.uri(), request.headers());
    let ends = request.extensions().get::<ConnectInfo<Ends>>().map(|info| info.0);
    if !is_ours(&entrance, ends.and_then(|ends| ends.local), uri, headers) {
        let problem = Problem::new(
            "This request was made for another host, or by another site's page.",
            "该请求的 Host 或 Origin 不属于本模拟器。",
        )
        .hint(
            "If that is a name of this emulator, start it with --host NAME.",
            "如果这是本模拟器的主机名，请在启动时加上 --host 主机名。",
        );
        return refuse(StatusCode::FORBIDDEN, &problem);
    }
    let Entrance::Listener(access) = &entrance else { return next.run(request).await };
    let page = matches!(uri.path(), "/" | "/_" | "/_/");
    let remote = ends.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |ends| ends.remote);
    match access.check(headers, uri.query().filter(|_| page), remote) {
        Proof::Accepted => next.run(request).await,
        Proof::AcceptedByAddress => to_page(access),
        // They only lead to the page, which is where the browser sends the cookie.
        Proof::Missing if matches!(uri.path(), "/" | "/_") => next.run(request).await,
        Proof::Missing | Proof::Wrong => demand_token(page),
        Proof::Throttled => {
            let problem = Problem::new(
                "Too many wrong tokens came from this address.",
                "该地址提交的错误令牌过多。",
            )
            .hint("Try again in a minute.", "请一分钟后重试。");
            let retry = [(header::RETRY_AFTER, "60")];
            (retry, refuse(StatusCode::TOO_MANY_REQUESTS, &problem)).into_response()
        }
    }
}

/// Leads the browser to the page's address without the token, with the cookie.
fn to_page(access: &Access) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    for (name, value) in [
        (header::LOCATION, "/_/"),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        headers.insert(name, header::HeaderValue::from_static(value));
    }
    if let Some(cookie) = access.cookie() {
        headers.insert(header::SET_COOKIE, cookie);
    }
    response
}

/// Asks for the token. A browser that was led here by another site does not send the cookie at
/// first: hence the link.
fn demand_token(page: bool) -> Response {
    let problem = Problem::new(
        "This emulator is not on loopback, and wants its token.",
        "本模拟器未监听在环回地址，需要提供令牌。",
    )
    .hint(
        "Open the address that it printed when it was started, which ends with ?token=…; \
         programs send `Authorization: Bearer …`.",
        "请打开启动时输出的、以 ?token=… 结尾的网址；程序请发送 `Authorization: Bearer …`。",
    );
    let mut response = if page {
        let Problem { en, zh, hint_en, hint_zh } = &problem;
        let html = format!(
            "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\"><title>weixin</title>\
             <p>{en} {hint_en}</p><p>{zh}{hint_zh}</p>\
             <p><a href=\"/_/\">I have just done that. 我刚刚打开过。</a></p></html>"
        );
        let headers = [
            (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
            (header::CACHE_CONTROL, "no-store"),
            (header::REFERRER_POLICY, "no-referrer"),
        ];
        (StatusCode::UNAUTHORIZED, headers, Html(html)).into_response()
    } else {
        refuse(StatusCode::UNAUTHORIZED, &problem)
    };
    let bearer = header::HeaderValue::from_static("Bearer realm=\"weixin emulator\"");
    response.headers_mut().insert(header::WWW_AUTHENTICATE, bearer);
    response
}

fn refuse(status: StatusCode, problem: &Problem) -> Response {
    let join = |what: &str, hint: &str| format!("{what} {hint}").trim_end().to_owned();
    let error = json!({ "error": {
        "en": join(&problem.en, &problem.hint_en),
        "zh": join(&problem.zh, &problem.hint_zh),
    } });
    (status, Json(error)).into_response()
}

/// Whether a request was made for this emulator, and if a page made it, by our own.
fn is_ours(entrance: &Entrance, local: Option<IpAddr>, uri: &Uri, headers: &HeaderMap) -> bool {
    let text = |name: header::HeaderName| headers.get(name).map(|value| value.to_str().ok());
    let host = match (uri.authority(), text(header::HOST)) {
        (Some(authority), _) => Some(authority.clone()),
        (None, Some(host)) => match host.and_then(|host| host.parse::<Authority>().ok()) {
            Some(host) => Some(host),
            None => return false,
        },
        (None, None) => None,
    };
    let for_us = match (&host, entrance) {
        (Some(host), Entrance::Listener(access)) => access.is_our_host(host.host(), local),
        (Some(host), Entrance::InProcess) => {
            is_loopback_host(host.host().trim_start_matches('[').trim_end_matches(']'))
        }
        // Over a socket that is HTTP/1.0, or somebody who hides what they asked for.
        (None, Entrance::Listener(_)) => false,
        (None, Entrance::InProcess) => true,
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
        let entrance = Entrance::Listener(Arc::new(access));
        is_ours(&entrance, None, &Uri::from_static("/_/"), &headers)
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
