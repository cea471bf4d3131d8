//! Where a request comes from.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use http::{HeaderMap, header::FORWARDED, request::Parts};

use super::{Range, WrongSource, contains};
use crate::http_server::PeerAddress;

/// The most addresses that are read from a header.
const MAX_HOPS: usize = 32;

const X_FORWARDED_FOR: &str = "x-forwarded-for";

/// The address of the client: that of the peer or, if the peer is a trusted proxy, the last one that its
/// headers name and that is not a trusted proxy itself. What stands before that may be invented.
pub(super) fn of(request: &Parts, trusted: &[Range]) -> Result<IpAddr, WrongSource> {
    let peer = peer(request).ok_or(WrongSource::UnknownPeer)?;
    if !contains(trusted, peer) {
        return Ok(peer);
    }
    let mut client = None;
    for hop in hops(&request.headers).into_iter().rev().take(MAX_HOPS) {
        let address = hop.ok_or(WrongSource::Unreadable(peer))?;
        client = Some(address);
        if !contains(trusted, address) {
            break;
        }
    }
    client.ok_or(WrongSource::Unreadable(peer))
}

/// The other end of the connection, as this crate's server or axum's tells it.
fn peer(request: &Parts) -> Option<IpAddr> {
    let own = request.extensions.get::<PeerAddress>().map(|peer| peer.0);
    let peer =
        own.or_else(|| request.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0));
    peer.map(|peer| peer.ip().to_canonical())
}

/// The addresses that the proxies have added, in order; `None` for one that cannot be read. `Forwarded` is
/// the standard's header: where it is there, the other one is not read.
fn hops(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let texts = |name: &str| -> Vec<String> {
        let values = headers.get_all(name).iter();
        values.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()).collect()
    };
    let forwarded = texts(FORWARDED.as_str());
    if !forwarded.is_empty() {
        let elements = forwarded.iter().flat_map(|text| text.split(','));
        return elements.map(forwarded_for).collect();
    }
    let values = texts(X_FORWARDED_FOR);
    values.iter().flat_map(|text| text.split(',')).map(address).collect()
}

/// The `for` of one element of a `Forwarded` header: `for=192.0.2.60;proto=https`.
fn forwarded_for(element: &str) -> Option<IpAddr> {
    let mut parts = element.split(';').filter_map(|part| part.split_once('='));
    let (_, value) = parts.find(|(name, _)| name.trim().eq_ignore_ascii_case("for"))?;
    address(value.trim().trim_matches('"'))
}

/// An address with or without a port: `192.0.2.60:4711`, `[2001:db8::1]:4711`, `2001:db8::1`.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let plain =
        text.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(inner, _)| inner);
    let parsed: Option<IpAddr> = plain.unwrap_or(text).parse().ok();
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    parsed.or_else(with_port).map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use http::Request;
    use proptest::prelude::*;

    use super::*;

    fn client(
        peer: &str,
        headers: &[(&str, &str)],
        trusted: &[&str],
    ) -> Result<IpAddr, WrongSource> {
        let mut request = Request::get("/");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let peer = SocketAddr::new(peer.parse().unwrap(), 4711);
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        parts.extensions.insert(PeerAddress(peer));
        let trusted: Vec<_> = trusted.iter().map(|range| Range::parse(range).unwrap()).collect();
        of(&parts, &trusted)
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        let spoofed = [("x-forwarded-for", "203.0.113.7")];
        assert_eq!(client("198.51.100.1", &spoofed, &[]).unwrap().to_string(), "198.51.100.1");
        assert_eq!(
            client("127.0.0.1", &spoofed, &["10.0.0.0/8"]).unwrap().to_string(),
            "127.0.0.1"
        );
        assert_eq!(
            client("127.0.0.1", &spoofed, &["127.0.0.1"]).unwrap().to_string(),
            "203.0.113.7"
        );
        // What the client itself has written stands before what the proxies add.
        let chain = [("x-forwarded-for", "1.2.3.4, 203.0.113.7, 10.0.0.9")];
        let trusted = ["127.0.0.1", "10.0.0.0/8"];
        assert_eq!(client("127.0.0.1", &chain, &trusted).unwrap().to_string(), "203.0.113.7");
        let several = [("x-forwarded-for", "203.0.113.7"), ("x-forwarded-for", "10.0.0.9")];
        assert_eq!(client("127.0.0.1", &several, &trusted).unwrap().to_string(), "203.0.113.7");
        let inside = [("x-forwarded-for", "10.0.0.7")];
        assert_eq!(client("127.0.0.1", &inside, &trusted).unwrap().to_string(), "10.0.0.7");
    }

    #[test]
    fn all_spellings_are_read() {
        for (name, value, expected) in [
            ("forwarded", "for=192.0.2.60;proto=https;by=203.0.113.43", "192.0.2.60"),
            ("forwarded", "For=\"[2001:db8:cafe::17]:4711\"", "2001:db8:cafe::17"),
            ("forwarded", "proto=https; for=192.0.2.60", "192.0.2.60"),
            ("x-forwarded-for", "192.0.2.60:4711", "192.0.2.60"),
            ("x-forwarded-for", "2001:db8::1", "2001:db8::1"),
            ("x-forwarded-for", "::ffff:192.0.2.60", "192.0.2.60"),
        ] {
            let found = client("127.0.0.1", &[(name, value)], &["127.0.0.1"]).unwrap();
            assert_eq!(found.to_string(), expected, "{name}: {value}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_not_skipped() {
        for headers in [
            &[][..],
            &[("x-forwarded-for", "unknown")],
            &[("x-forwarded-for", "203.0.113.7, garbage")],
            &[("x-forwarded-for", "garbage, 127.0.0.1")],
            &[("forwarded", "proto=https")],
            &[("forwarded", "for=_hidden"), ("x-forwarded-for", "203.0.113.7")],
        ] {
            let found = client("127.0.0.1", headers, &["127.0.0.1"]);
            assert!(matches!(found, Err(WrongSource::Unreadable(_))), "{headers:?}: {found:?}");
        }
    }

    proptest! {
        #[test]
        fn headers_never_panic(text in "[ -~]{0,60}") {
            let _ = client("127.0.0.1", &[("forwarded", &text)], &["127.0.0.1"]);
            let _ = client("127.0.0.1", &[("x-forwarded-for", &text)], &["127.0.0.1"]);
        }
    }
}
