//! The requests of the doctor: answers as they are, without redirects and without decompression.

use std::{error::Error as StdError, io, sync::Arc, time::Duration};

use reqwest::{
    Method, Request, Response, Url,
    header::{CONTENT_ENCODING, CONTENT_TYPE, DATE, HeaderMap, HeaderValue, TRANSFER_ENCODING},
};
use weixin::{api::Clock, bot::log_text::printable};

/// No answer that matters is longer.
const MAX_BODY: usize = 64 * 1024;

/// Sends requests, each over a connection of its own, as a stranger would.
#[derive(Debug)]
pub(super) struct Http {
    clock: Arc<dyn Clock>,
    timeout: Duration,
}

/// An answer.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
    /// From the first byte of the connection to the last one of the body.
    pub(super) took: Duration,
    /// By how many seconds the server's clock is ahead of ours. `None` without a `Date`.
    pub(super) ahead: Option<i64>,
}

/// Why there was no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    Dns,
    ConnectionRefused,
    Tls(String),
    Timeout(Duration),
    Other(String),
}

impl Http {
    pub(super) fn new(clock: Arc<dyn Clock>, timeout: Duration) -> Self {
        Self { clock, timeout }
    }

    pub(super) async fn get(&self, url: Url) -> Result<Answer, Failure> {
        self.send(Request::new(Method::GET, url)).await
    }

    pub(super) async fn post(
        &self,
        url: Url,
        content_type: &'static str,
        body: String,
    ) -> Result<Answer, Failure> {
        let mut request = Request::new(Method::POST, url);
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        *request.body_mut() = Some(body.into());
        self.send(request).await
    }

    async fn send(&self, request: Request) -> Result<Answer, Failure> {
        let client = client(request.url()).map_err(|error| Failure::of(error, self.timeout))?;
        let started = self.clock.now();
        let exchange = async {
            let response = client.execute(request).await?;
            read(response).await
        };
        let answered = self.clock.timeout(self.timeout, exchange).await;
        let answered = answered.map_err(|_| Failure::Timeout(self.timeout))?;
        let (status, headers, body) = answered.map_err(|error| Failure::of(error, self.timeout))?;
        let now = self.clock.now();
        let date = headers.get(DATE).and_then(|date| date.to_str().ok()).and_then(seconds);
        // A `Date` has whole seconds, rounded down.
        let ahead = date.map(|date| {
            let (start, end) = (signed(started.as_secs()), signed(now.as_secs()));
            if date < start { date - start } else { (date - end).max(0) }
        });
        Ok(Answer { status, headers, body, took: now.since(started), ahead })
    }
}

async fn read(mut response: Response) -> Result<(u16, HeaderMap, Vec<u8>), reqwest::Error> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        body.extend_from_slice(&chunk);
        if body.len() > MAX_BODY {
            break;
        }
    }
    Ok((response.status().as_u16(), std::mem::take(response.headers_mut()), body))
}

fn client(url: &Url) -> Result<reqwest::Client, reqwest::Error> {
    let builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .pool_max_idle_per_host(0)
        .user_agent(concat!("weixin-doctor/", env!("CARGO_PKG_VERSION")));
    let builder = if is_loopback(url) { builder.no_proxy() } else { builder };
    match url.scheme() {
        // The system's certificates are not read in vain.
        "http" => builder.tls_certs_only([]).build(),
        _ => builder.build(),
    }
}

/// Whether only this machine can reach it.
pub(super) fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
}

impl Answer {
    /// The name of the compression, if there is one.
    pub(super) fn encoding(&self) -> Option<String> {
        let encoding = self.headers.get(CONTENT_ENCODING)?;
        (encoding != "identity")
            .then(|| printable(String::from_utf8_lossy(encoding.as_bytes())).to_string())
    }

    pub(super) fn is_chunked(&self) -> bool {
        self.headers.get(TRANSFER_ENCODING).is_some_and(|encoding| encoding == "chunked")
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Failure {
    fn of(error: reqwest::Error, timeout: Duration) -> Self {
        // The address contains signatures.
        let error = error.without_url();
        if error.is_timeout() {
            return Self::Timeout(timeout);
        }
        let causes = causes(&error);
        let refused = |error: &(dyn StdError + 'static)| {
            let error = error.downcast_ref::<io::Error>();
            error.is_some_and(|error| error.kind() == io::ErrorKind::ConnectionRefused)
        };
        if causes.iter().any(|cause| refused(*cause)) {
            return Self::ConnectionRefused;
        }
        let texts: Vec<_> = causes.iter().map(ToString::to_string).collect();
        let last = || printable(texts.last().cloned().unwrap_or_default()).to_string();
        let mentions =
            |word: &str| texts.iter().any(|text| text.to_ascii_lowercase().contains(word));
        if mentions("dns error") || mentions("failed to lookup") {
            return Self::Dns;
        }
        if ["certificate", "tls", "handshake", "corrupt message"].iter().any(|word| mentions(word))
        {
            return Self::Tls(last());
        }
        Self::Other(last())
    }

    /// What happened, and what to do.
    pub(super) fn explain(&self) -> (String, String) {
        let (detail, advice) = match self {
            Self::Dns => (
                "the host name cannot be resolved (DNS) 域名无法解析".to_owned(),
                "check the spelling, and the DNS record of the name 检查拼写和 DNS 解析记录",
            ),
            Self::ConnectionRefused => (
                "the connection was refused: nothing listens on this port 连接被拒绝：该端口没有服务"
                    .to_owned(),
                "start the bot or the reverse proxy, and check the port and the firewall \
                 启动机器人或反向代理，检查端口和防火墙",
            ),
            Self::Tls(why) => (
                format!("TLS failed: {why} TLS 握手失败"),
                "the certificate must be valid, for this name, and sent with its intermediate \
                 certificates; the port must speak TLS 证书须有效、与域名匹配并包含中间证书，且该端口须提供 HTTPS",
            ),
            Self::Timeout(limit) => (
                format!("no answer within {limit:?} 超时未响应"),
                "a firewall drops the connection, or the server hangs: the platform waits for 5 s \
                 防火墙丢弃了连接，或服务卡住；平台最多等待 5 秒",
            ),
            Self::Other(why) => (
                format!("no answer: {why} 没有收到响应"),
                "something accepts the connection and does not speak HTTP, or closes it \
                 对方接受了连接，但不是 HTTP 服务，或中途断开",
            ),
        };
        (detail, advice.to_owned())
    }
}

/// An error and what caused it.
fn causes<'a>(error: &'a (dyn StdError + 'static)) -> Vec<&'a (dyn StdError + 'static)> {
    let mut causes = vec![error];
    let mut source = error.source();
    while let Some(cause) = source {
        causes.push(cause);
        source = cause.source();
    }
    causes
}

fn signed(seconds: u64) -> i64 {
    i64::try_from(seconds).unwrap_or(i64::MAX)
}

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, as seconds since 1970.
fn seconds(date: &str) -> Option<i64> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let parts: Vec<_> = date.split([' ', ':']).filter(|part| !part.is_empty()).collect();
    let [_, day, month, year, hour, minute, second, "GMT"] = parts[..] else { return None };
    let number = |text: &str| text.parse::<i64>().ok().filter(|number| (0..=9999).contains(number));
    let month = MONTHS.find(month).filter(|at| at % 3 == 0 && month.len() == 3)?;
    let month = i64::try_from(month / 3 + 1).ok()?;
    // Years begin in March, so that the leap day is the last one.
    let (year, month) = match month {
        1 | 2 => (number(year)? - 1, month + 9),
        _ => (number(year)?, month - 3),
    };
    let days = 365 * year + year / 4 - year / 100 + year / 400;
    let days = days + (153 * month + 2) / 5 + number(day)? - 1 - 719_468;
    Some(days * 86_400 + number(hour)? * 3600 + number(minute)? * 60 + number(second)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read() {
        assert_eq!(seconds("Thu, 01 Jan 1970 00:00:00 GMT"), Some(0));
        assert_eq!(seconds("Sun, 06 Nov 1994 08:49:37 GMT"), Some(784_111_777));
        assert_eq!(seconds("Thu, 29 Feb 2024 23:59:59 GMT"), Some(1_709_251_199));
        assert_eq!(seconds("Sunday, 06-Nov-94 08:49:37 GMT"), None);
        assert_eq!(seconds(""), None);
    }

    #[test]
    fn loopback_addresses_are_known() {
        for (url, loopback) in [
            ("http://127.0.0.1:8080/", true),
            ("http://[::1]/", true),
            ("http://localhost/", true),
            ("https://bot.example.com/", false),
            ("http://10.0.0.1/", false),
        ] {
            assert_eq!(is_loopback(&Url::parse(url).unwrap()), loopback, "{url}");
        }
    }
}
