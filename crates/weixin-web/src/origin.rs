//! The address at which browsers see this server.

use std::net::Ipv4Addr;

use http::{HeaderName, HeaderValue, StatusCode, header, request::Parts, uri::Authority};

use crate::{Problem, problem::rejected};

const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");

/// How a server knows its own address.
#[derive(Debug, Clone, Default)]
pub(crate) enum OriginSource {
    /// From `Host`; HTTPS unless that is this machine.
    #[default]
    Host,
    /// From what a proxy says, which clients cannot change.
    Forwarded,
    /// As configured.
    Fixed(Origin),
}

/// Scheme, host and port: `https://shop.example.com`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    is_https: bool,
    authority: String,
}

impl Origin {
    /// The origin of an address. `None` if it is not one of a web page.
    pub(crate) fn of(address: &str) -> Option<Self> {
        let (scheme, rest) = address.split_once("://")?;
        let is_https = match scheme.to_ascii_lowercase().as_str() {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
        Self::new(is_https, rest.get(..end)?)
    }

    fn new(is_https: bool, authority: &str) -> Option<Self> {
        let parsed: Authority = authority.parse().ok()?;
        // A name before an `@` would only disguise the host.
        if authority.contains('@') || parsed.host().is_empty() {
            return None;
        }
        let port = parsed.port_u16().filter(|port| *port != if is_https { 443 } else { 80 });
        let host = parsed.host().to_ascii_lowercase();
        let authority = port.map(|port| format!("{host}:{port}")).unwrap_or(host);
        Some(Self { is_https, authority })
    }

    pub(crate) fn is_https(&self) -> bool {
        self.is_https
    }

    /// As text, without a slash at the end.
    pub(crate) fn text(&self) -> String {
        let scheme = if self.is_https { "https" } else { "http" };
        format!("{scheme}://{}", self.authority)
    }

    /// The origin of this server, as the browser that sent a request sees it.
    pub(crate) fn of_request(source: &OriginSource, parts: &Parts) -> Result<Self, Problem> {
        let header = |name: HeaderName| {
            parts.headers.get(name).map(HeaderValue::to_str).and_then(Result::ok)
        };
        let host = || parts.uri.authority().map(Authority::as_str).or_else(|| header(header::HOST));
        let found = match source {
            OriginSource::Fixed(origin) => return Ok(origin.clone()),
            OriginSource::Host => host().and_then(|host| Self::new(!is_this_machine(host), host)),
            OriginSource::Forwarded => {
                // Each proxy appends what it saw: the first is the one that the browser talks to.
                let first =
                    |text: &'_ str| text.split(',').next().map(|text| text.trim().to_owned());
                let host =
                    header(FORWARDED_HOST).and_then(first).or_else(|| host().map(str::to_owned));
                let scheme = header(FORWARDED_PROTO).and_then(first);
                let is_https = scheme.is_none_or(|scheme| scheme.eq_ignore_ascii_case("https"));
                host.and_then(|host| Self::new(is_https, &host))
            }
        };
        found.ok_or_else(|| {
            let problem = Problem::of_status(StatusCode::BAD_REQUEST);
            rejected(problem, "the request has no host, so its address is not known")
        })
    }
}

/// Whether a host with or without port is this machine, where development takes place without HTTPS.
fn is_this_machine(authority: &str) -> bool {
    let Ok(authority) = authority.parse::<Authority>() else { return false };
    let host = authority.host();
    host.eq_ignore_ascii_case("localhost")
        || host == "[::1]"
        || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}
