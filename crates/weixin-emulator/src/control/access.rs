//! Access control of the page and the control API on addresses other than loopback. The page and
//! the control API show all secrets of the sandbox accounts and can act as any person. On loopback
//! the local user is trusted. On other addresses a request needs the token in `Authorization:
//! Bearer`, or a cookie, which the browser receives by opening the page with `?token=`. The cookie
//! contains a separate random value: it is not valid for another emulator, and failed attempts of
//! others do not lock out its owner.

use std::{
    collections::HashMap,
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use axum::http::{HeaderMap, HeaderValue, header};
use weixin_api::{Clock, SystemClock, Timestamp, wire::query};
use weixin_protocol::{CallbackToken, Secret};

use crate::push::is_loopback;

/// The allowed length of a configured token.
const TOKEN_CHARS: std::ops::RangeInclusive<usize> = 16..=128;

/// The number of wrong tokens that an address may send within [`WINDOW`].
const WRONG_TOKENS: u32 = 10;

/// The count of wrong tokens is reset after this time.
const WINDOW: Duration = Duration::from_secs(60);

/// The maximum number of addresses that are counted separately.
const ADDRESSES: usize = 1000;

/// The configured access rules.
#[derive(Debug, Clone, Default)]
pub(crate) struct AccessRules {
    /// The configured token. It is also required on loopback.
    pub(crate) token: Option<Secret>,
    /// Host names of the emulator, besides loopback names and its own address.
    pub(crate) hosts: Vec<String>,
}

impl AccessRules {
    /// Validates the rules.
    pub(crate) fn check(&self) -> io::Result<()> {
        let invalid = |text: String| Err(io::Error::new(io::ErrorKind::InvalidInput, text));
        if let Some(token) = &self.token {
            // Characters that need no escaping in URLs and headers.
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~');
            let token = token.expose();
            if !TOKEN_CHARS.contains(&token.len()) || !token.chars().all(plain) {
                return invalid(format!(
                    "the page token must have {} to {} characters: letters, digits and - . _ ~ \
                     页面令牌须为 {0} 到 {1} 个字符，仅限字母、数字和 - . _ ~",
                    TOKEN_CHARS.start(),
                    TOKEN_CHARS.end()
                ));
            }
        }
        for host in &self.hosts {
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
            if host.is_empty() || !(host.chars().all(plain) || host.parse::<Ipv6Addr>().is_ok()) {
                return invalid(format!(
                    "{host:?} is not a host name: specify it without scheme, port and path \
                     不是有效的主机名，请勿包含协议、端口和路径"
                ));
            }
        }
        Ok(())
    }
}

/// Access control of one listener.
pub(crate) struct Access {
    address: SocketAddr,
    hosts: Vec<String>,
    secrets: Option<Secrets>,
    throttle: Throttle,
}

/// The secrets that grant access.
struct Secrets {
    token: Secret,
    /// The value of the cookie.
    session: Secret,
}

/// The result of checking a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum AccessCheck {
    /// Access is granted.
    Accepted,
    /// Access is granted by the token in the URL; the browser gets the cookie.
    AcceptedByUrl,
    /// The request has no token.
    Missing,
    /// The token is wrong.
    Wrong,
    /// Too many wrong tokens came from this address recently, so the token was not checked.
    Throttled,
}

impl Access {
    /// Access control of a listener at this address. A token is required if the address is not
    /// loopback, or if a token or host names are configured.
    ///
    /// # Errors
    /// If the system provides no random numbers.
    pub(crate) fn new(rules: &AccessRules, address: SocketAddr) -> io::Result<Self> {
        let required =
            rules.token.is_some() || !rules.hosts.is_empty() || !is_loopback(address.ip());
        let secrets = if required {
            let token = rules.token.clone().map_or_else(random, Ok)?;
            Some(Secrets { token, session: random()? })
        } else {
            None
        };
        Ok(Self { address, hosts: rules.hosts.clone(), secrets, throttle: Throttle::default() })
    }

    /// The URL of the listener, `http://HOST:PORT`: with the first configured host name, or its own
    /// address, or loopback if it listens on all addresses.
    pub(crate) fn url(&self) -> String {
        let port = self.address.port();
        let host = match (self.hosts.first(), self.address.ip()) {
            (Some(name), _) if name.contains(':') => format!("[{name}]"),
            (Some(name), _) => name.clone(),
            (None, IpAddr::V4(ip)) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.to_string(),
            (None, IpAddr::V6(ip)) if ip.is_unspecified() => format!("[{}]", Ipv6Addr::LOCALHOST),
            (None, _) => return format!("http://{}", self.address),
        };
        format!("http://{host}:{port}")
    }

    /// The URL of the page, with the token if one is required.
    pub(crate) fn page_url(&self) -> String {
        match &self.secrets {
            Some(secrets) => format!("{}/_/?token={}", self.url(), secrets.token.expose()),
            None => format!("{}/", self.url()),
        }
    }

    /// Whether a request for this host is meant for this emulator. `local` is the local address of
    /// its connection.
    pub(super) fn is_our_host(&self, host: &str, local: Option<IpAddr>) -> bool {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let named = |name: &String| name.eq_ignore_ascii_case(bare);
        if is_loopback_host(bare) || self.hosts.iter().any(named) {
            return true;
        }
        let Ok(asked) = bare.parse::<IpAddr>() else { return false };
        let own = if self.address.ip().is_unspecified() { local } else { Some(self.address.ip()) };
        own.is_some_and(|own| own.to_canonical() == asked.to_canonical())
    }

    /// Checks a request from `remote`. `query` is the query of the page's URL, the only one that
    /// may contain the token.
    pub(super) fn check(
        &self,
        headers: &HeaderMap,
        query: Option<&str>,
        remote: IpAddr,
    ) -> AccessCheck {
        let Some(secrets) = &self.secrets else { return AccessCheck::Accepted };
        let in_address = query.and_then(|query| {
            query::pairs(query).find(|(name, _)| name == "token").map(|(_, token)| token)
        });
        let has_cookie = self.cookies(headers).any(|value| Secret::from(value) == secrets.session);
        let (given, accepted) = match (in_address, bearer(headers)) {
            (Some(token), _) => (Secret::from(&*token), AccessCheck::AcceptedByUrl),
            (None, _) if has_cookie => return AccessCheck::Accepted,
            (None, Some(token)) => (Secret::from(token), AccessCheck::Accepted),
            (None, None) => return AccessCheck::Missing,
        };
        let now = SystemClock.now();
        if self.throttle.is_throttled(remote, now) {
            return if has_cookie { AccessCheck::Accepted } else { AccessCheck::Throttled };
        }
        if given == secrets.token {
            return accepted;
        }
        if has_cookie {
            return AccessCheck::Accepted;
        }
        if let Some(count) = self.throttle.note_wrong(remote, now) {
            tracing::warn!(%remote, count, "rejected wrong tokens for the emulator's page");
        }
        AccessCheck::Wrong
    }

    /// The cookie for the browser.
    pub(super) fn cookie(&self) -> Option<HeaderValue> {
        let session = self.secrets.as_ref()?.session.expose();
        let name = self.cookie_name();
        let cookie = format!("{name}={session}; Path=/; HttpOnly; SameSite=Strict");
        HeaderValue::from_str(&cookie).ok()
    }

    /// Cookies are shared by all ports of a host, so the name contains the port.
    fn cookie_name(&self) -> String {
        format!("weixin_emulator_{}", self.address.port())
    }

    fn cookies<'h>(&self, headers: &'h HeaderMap) -> impl Iterator<Item = &'h str> {
        let name = self.cookie_name();
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
        lines.flat_map(|line| line.split(';')).filter_map(move |pair| {
            let (of, value) = pair.trim().split_once('=')?;
            (of == name).then_some(value)
        })
    }
}

fn random() -> io::Result<Secret> {
    let token = CallbackToken::random().map_err(|error| io::Error::other(error.to_string()))?;
    Ok(Secret::from(token.expose()))
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Whether a host (without brackets) is a name or address of loopback.
pub(super) fn is_loopback_host(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse().is_ok_and(is_loopback)
}

/// Counts wrong tokens by remote address.
#[derive(Default)]
struct Throttle(Mutex<Attempts>);

#[derive(Default)]
struct Attempts {
    by_address: HashMap<IpAddr, Attempt>,
    /// The number of wrong tokens since the last log line.
    unlogged: u32,
    logged: Option<Timestamp>,
}

struct Attempt {
    since: Timestamp,
    wrong: u32,
}

impl Throttle {
    /// Whether tokens from this address are currently not checked.
    fn is_throttled(&self, remote: IpAddr, now: Timestamp) -> bool {
        let attempts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let attempt = attempts.by_address.get(&attempts.counted_as(remote));
        attempt.is_some_and(|attempt| !attempt.is_over(now) && attempt.wrong >= WRONG_TOKENS)
    }

    /// Counts a wrong token. If a log line is due (at most one per minute), returns the number of
    /// wrong tokens since the last one.
    fn note_wrong(&self, remote: IpAddr, now: Timestamp) -> Option<u32> {
        let mut attempts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        attempts.by_address.retain(|_, attempt| !attempt.is_over(now));
        let counted = attempts.counted_as(remote);
        let first = Attempt { since: now, wrong: 0 };
        attempts.by_address.entry(counted).or_insert(first).wrong += 1;
        attempts.unlogged = attempts.unlogged.saturating_add(1);
        if attempts.logged.is_some_and(|at| now < at + WINDOW) {
            return None;
        }
        attempts.logged = Some(now);
        Some(std::mem::take(&mut attempts.unlogged))
    }
}

impl Attempts {
    /// The address under which a client is counted: an IPv6 /64 network counts as one, and so do
    /// all further addresses if there are too many.
    fn counted_as(&self, remote: IpAddr) -> IpAddr {
        let address = match remote.to_canonical() {
            IpAddr::V6(address) => {
                let network = u128::from(address) >> 64 << 64;
                IpAddr::V6(network.into())
            }
            address => address,
        };
        if self.by_address.len() >= ADDRESSES && !self.by_address.contains_key(&address) {
            return IpAddr::V6(Ipv6Addr::UNSPECIFIED);
        }
        address
    }
}

impl Attempt {
    fn is_over(&self, now: Timestamp) -> bool {
        now >= self.since + WINDOW
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Timestamp = Timestamp::from_secs(1_000);

    fn address(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    #[test]
    fn throttling_applies_to_one_address_for_a_minute() {
        let throttle = Throttle::default();
        for _ in 0..WRONG_TOKENS {
            assert!(!throttle.is_throttled(address(1), START));
            throttle.note_wrong(address(1), START);
        }
        assert!(throttle.is_throttled(address(1), START + Duration::from_secs(59)));
        assert!(!throttle.is_throttled(address(2), START));
        assert!(!throttle.is_throttled(address(1), START + WINDOW));
    }

    #[test]
    fn wrong_tokens_are_logged_at_most_once_a_minute() {
        let throttle = Throttle::default();
        assert_eq!(throttle.note_wrong(address(1), START), Some(1));
        for last in 0..50 {
            assert_eq!(throttle.note_wrong(address(last), START + Duration::from_secs(1)), None);
        }
        assert_eq!(throttle.note_wrong(address(1), START + WINDOW), Some(51));
    }

    #[test]
    fn the_number_of_counted_addresses_is_bounded() {
        let throttle = Throttle::default();
        for number in 0..u32::try_from(3 * ADDRESSES).unwrap() {
            throttle.note_wrong(IpAddr::from(number.to_be_bytes()), START);
        }
        let counted = throttle.0.lock().unwrap().by_address.len();
        assert!(counted <= ADDRESSES + 1, "{counted}");
        let stranger = IpAddr::from([203, 0, 113, 1]);
        assert!(throttle.is_throttled(stranger, START), "further addresses count as one");
    }

    #[test]
    fn hosts_and_urls_of_a_listener() {
        let access = |address: &str, hosts: &[&str]| {
            let hosts = hosts.iter().map(|host| (*host).to_owned()).collect();
            let rules = AccessRules { token: None, hosts };
            rules.check().unwrap();
            Access::new(&rules, address.parse().unwrap()).unwrap()
        };
        let loopback = access("127.0.0.1:8888", &[]);
        assert_eq!(loopback.page_url(), "http://127.0.0.1:8888/");
        assert!(access("[::1]:8888", &[]).secrets.is_none());
        let everywhere = access("0.0.0.0:8888", &[]);
        let url = everywhere.page_url();
        assert!(url.starts_with("http://127.0.0.1:8888/_/?token="), "{url}");
        assert!(!everywhere.is_our_host("0.0.0.0", Some(address(1))));
        assert!(everywhere.is_our_host("192.0.2.1", Some(address(1))));
        assert!(!everywhere.is_our_host("192.0.2.2", Some(address(1))));
        let named = access("192.0.2.1:80", &["bots.example", "::5"]);
        assert!(named.page_url().starts_with("http://bots.example:80/_/?token="));
        for ours in ["bots.example", "BOTS.example", "[::5]", "192.0.2.1", "localhost", "[::1]"] {
            assert!(named.is_our_host(ours, Some(address(9))), "{ours}");
        }
        for theirs in ["192.0.2.9", "example", "x.bots.example", ""] {
            assert!(!named.is_our_host(theirs, Some(address(9))), "{theirs}");
        }
        assert!(access("127.0.0.1:1", &["bots.example"]).secrets.is_some());
    }

    #[test]
    fn invalid_tokens_and_host_names_are_rejected() {
        let token = |token: &str| AccessRules { token: Some(token.into()), hosts: Vec::new() };
        assert!(token("0123456789abcdef").check().is_ok());
        for wrong in ["", "too short", "0123456789abcde;", "0123456789abcdef\r\n", "密密密密密密"]
        {
            let error = token(wrong).check().unwrap_err().to_string();
            assert!(
                error.contains("16") && (wrong.is_empty() || !error.contains(wrong)),
                "{error}"
            );
        }
        for wrong in ["", "http://a", "a:80", "a/b", "a b"] {
            let rules = AccessRules { token: None, hosts: vec![wrong.to_owned()] };
            assert!(rules.check().is_err(), "{wrong}");
        }
    }
}
