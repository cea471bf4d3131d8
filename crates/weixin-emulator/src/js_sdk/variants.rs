//! The usual mistakes in what is signed: for each part of the signature, what it should be and what
//! it often is instead.

use http::Uri;
use weixin_api::wire::query;

/// A mistake, in English and Chinese.
pub(super) type Mistake = (String, String);

/// A value of a part, and the mistakes that lead to it. The correct value has none.
#[derive(Debug, Clone)]
pub(super) struct Candidate<T = String> {
    pub(super) value: T,
    pub(super) mistakes: Vec<Mistake>,
}

impl<T> Candidate<T> {
    pub(super) fn correct(value: T) -> Self {
        Self { value, mistakes: Vec::new() }
    }

    pub(super) fn wrong(value: T, en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self { value, mistakes: vec![(en.into(), zh.into())] }
    }
}

/// Names and order of the parts in the signed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// The index of each part in the order of the text.
    order: [usize; 4],
    names: [&'static str; 4],
}

const NAMES: [&str; 4] = ["jsapi_ticket", "noncestr", "timestamp", "url"];

impl Layout {
    /// The text that is signed.
    pub(super) fn text(&self, parts: [&str; 4]) -> String {
        let pair = |index: &usize| {
            let (name, value) = (self.names.get(*index), parts.get(*index));
            format!("{}={}", name.unwrap_or(&""), value.unwrap_or(&""))
        };
        self.order.iter().map(pair).collect::<Vec<_>>().join("&")
    }
}

/// The correct layout, the other orders, and other names.
pub(super) fn layouts() -> Vec<Candidate<Layout>> {
    let correct = [0, 1, 2, 3];
    let mut all = vec![Candidate::correct(Layout { order: correct, names: NAMES })];
    for code in 0..256_usize {
        let order = [code & 3, (code >> 2) & 3, (code >> 4) & 3, code >> 6];
        let complete = correct.iter().all(|index| order.contains(index));
        if complete && order != correct {
            all.push(Candidate::wrong(
                Layout { order, names: NAMES },
                "the parts are in another order than jsapi_ticket, noncestr, timestamp, url",
                "拼接顺序错误，应依次为 jsapi_ticket、noncestr、timestamp、url",
            ));
        }
    }
    for names in [
        ["jsapi_ticket", "nonceStr", "timestamp", "url"],
        ["jsapi_ticket", "noncestr", "timeStamp", "url"],
        ["jsapi_ticket", "nonceStr", "timeStamp", "url"],
        ["ticket", "noncestr", "timestamp", "url"],
        ["jsapiTicket", "noncestr", "timestamp", "url"],
        ["access_token", "noncestr", "timestamp", "url"],
    ] {
        all.push(Candidate::wrong(
            Layout { order: correct, names },
            "the names must be jsapi_ticket, noncestr, timestamp and url, in lower case",
            "参数名须为小写的 jsapi_ticket、noncestr、timestamp、url",
        ));
    }
    all
}

/// The timestamp of the configuration, and others that may have been signed.
pub(super) fn timestamps(timestamp: &str) -> Vec<Candidate> {
    let mut all = vec![Candidate::correct(timestamp.to_owned())];
    if let Ok(number) = timestamp.parse::<u64>() {
        all.push(Candidate::wrong(
            number.saturating_mul(1000).to_string(),
            "the signed timestamp is in milliseconds, and the one in the configuration in seconds",
            "参与签名的 timestamp 是毫秒，传给页面的是秒",
        ));
        all.push(Candidate::wrong(
            (number / 1000).to_string(),
            "the signed timestamp is in seconds, and the one in the configuration in milliseconds",
            "参与签名的 timestamp 是秒，传给页面的是毫秒",
        ));
    }
    all
}

/// The nonce of the configuration, and others that may have been signed.
pub(super) fn nonces(nonce: &str) -> Vec<Candidate> {
    let mut all = vec![Candidate::correct(nonce.to_owned())];
    let others =
        [nonce.to_lowercase(), nonce.to_uppercase(), nonce.trim().to_owned(), String::new()];
    for other in others.into_iter().filter(|other| other != nonce) {
        all.push(Candidate::wrong(
            other,
            "another nonceStr was signed than the one in the configuration",
            "参与签名的 noncestr 与传给页面的 nonceStr 不一致",
        ));
    }
    all
}

/// The parts of a URL without its fragment.
struct Address<'u> {
    scheme: &'u str,
    authority: &'u str,
    path: &'u str,
    query: Option<&'u str>,
}

impl<'u> Address<'u> {
    fn parse(url: &'u str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let (rest, query) = match rest.split_once('?') {
            Some((rest, query)) => (rest, Some(query)),
            None => (rest, None),
        };
        let at = rest.find('/').unwrap_or(rest.len());
        let (authority, path) = rest.split_at(at);
        Some(Self { scheme, authority, path, query })
    }
}

/// The page's URL without the fragment, and others that may have been signed. `domains`: the known
/// domains of the account.
pub(super) fn urls<'d>(full: &str, domains: impl Iterator<Item = &'d str>) -> Vec<Candidate> {
    let (url, fragment) =
        full.split_once('#').map_or((full, None), |(url, rest)| (url, Some(rest)));
    let mut all = vec![Candidate::correct(url.to_owned())];
    let mut add = |value: String, en: &str, zh: &str| all.push(Candidate::wrong(value, en, zh));
    if fragment.is_some() {
        add(
            full.to_owned(),
            "the URL was signed with its fragment (#…)",
            "签名用的 URL 包含了 # 及其后面的部分",
        );
    }
    let (encoded, decoded) = (query::encode(url), query::decode(url, false));
    let twice = query::encode(&encoded);
    add(
        encoded,
        "the URL was signed percent-encoded",
        "签名用的 URL 经过了 URL 编码，应使用原始 URL",
    );
    add(
        twice,
        "the URL was signed percent-encoded twice",
        "签名用的 URL 被编码了两次，应使用原始 URL",
    );
    add(
        decoded,
        "the URL was signed percent-decoded",
        "签名用的 URL 被解码了，应与浏览器地址栏中的完全一致",
    );
    add(
        url.replace('&', "&amp;"),
        "the URL was signed with &amp; instead of &",
        "签名用的 URL 中 & 被转义成了 &amp;",
    );
    add(String::new(), "no URL was signed", "签名时 URL 为空");
    if let Some(address) = Address::parse(url) {
        let hosts = hosts(&address, domains);
        let rests = rests(&address);
        for scheme in schemes(address.scheme) {
            for host in &hosts {
                for rest in &rests {
                    let value = format!("{}://{}{}", scheme.value, host.value, rest.value);
                    let mistakes = [&scheme.mistakes, &host.mistakes, &rest.mistakes];
                    let mistakes = mistakes.into_iter().flatten().cloned().collect();
                    all.push(Candidate { value, mistakes });
                }
            }
        }
    }
    // A variant that does not differ is no mistake.
    all.retain(|candidate| candidate.mistakes.is_empty() || candidate.value != url);
    all
}

fn schemes(scheme: &str) -> [Candidate; 2] {
    let other = if scheme == "https" { "http" } else { "https" };
    let wrong = Candidate::wrong(
        other.to_owned(),
        format!("the URL was signed with {other}://, but the page is at {scheme}://"),
        format!("签名用的 URL 是 {other}://，页面实际是 {scheme}://（常见于反向代理之后）"),
    );
    [Candidate::correct(scheme.to_owned()), wrong]
}

fn hosts<'d>(address: &Address<'_>, domains: impl Iterator<Item = &'d str>) -> Vec<Candidate> {
    let authority = address.authority;
    let uri = format!("http://{authority}/").parse::<Uri>().ok();
    let host = uri.as_ref().and_then(Uri::host).unwrap_or(authority);
    let port = uri.as_ref().and_then(Uri::port_u16);
    let mut all = vec![Candidate::correct(authority.to_owned())];
    let mut add = |other: String, en: String, zh: String| {
        if other != authority {
            all.push(Candidate::wrong(other, en, zh));
        }
    };
    add(
        host.to_owned(),
        format!("the URL was signed without the port of {authority}"),
        format!("签名用的 URL 缺少端口，页面实际是 {authority}"),
    );
    if port.is_none() {
        for port in [80, 443] {
            add(
                format!("{host}:{port}"),
                format!("the URL was signed with the port {port}, which the browser leaves out"),
                format!("签名用的 URL 多了端口 {port}，浏览器中没有"),
            );
        }
    }
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    let www = host.strip_prefix("www.").map_or_else(|| format!("www.{host}"), str::to_owned);
    let known = ["localhost".to_owned(), "127.0.0.1".to_owned(), www];
    for other in known.into_iter().chain(domains.map(str::to_owned)) {
        for other in [format!("{other}{port}"), other.clone()] {
            let (en, zh) = (
                format!("the URL was signed with the host {other}, but the page is at {authority}"),
                format!("签名用的 URL 域名是 {other}，页面实际是 {authority}"),
            );
            add(other, en, zh);
        }
    }
    all
}

/// Path and query.
fn rests(address: &Address<'_>) -> Vec<Candidate> {
    let Address { path, query, .. } = address;
    let suffix = query.map(|query| format!("?{query}")).unwrap_or_default();
    let mut all = vec![Candidate::correct(format!("{path}{suffix}"))];
    let mut add = |value: String, en: &str, zh: &str| all.push(Candidate::wrong(value, en, zh));
    match path.strip_suffix('/') {
        Some(shorter) => add(
            format!("{shorter}{suffix}"),
            "the URL was signed without the slash at the end of the path",
            "签名用的 URL 路径末尾缺少斜杠 /",
        ),
        None => add(
            format!("{path}/{suffix}"),
            "the URL was signed with a slash at the end of the path that the page's does not have",
            "签名用的 URL 路径末尾多了斜杠 /",
        ),
    }
    if let Some(query) = query {
        add(
            (*path).to_owned(),
            "the URL was signed without its query (?…)",
            "签名用的 URL 缺少 ? 后面的查询参数",
        );
        let pairs: Vec<&str> = query.split('&').collect();
        for (index, removed) in pairs.iter().enumerate().filter(|_| pairs.len() > 1) {
            let kept: Vec<&str> = pairs
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != index)
                .map(|(_, pair)| *pair)
                .collect();
            let name = removed.split('=').next().unwrap_or_default();
            add(
                format!("{path}?{}", kept.join("&")),
                &format!("the URL was signed without its parameter {name}"),
                &format!(
                    "签名用的 URL 缺少参数 {name}（微信分享时会追加参数，应使用当前页面的完整 URL）"
                ),
            );
        }
    }
    if *path != "/" || query.is_some() {
        let (en, zh) = (
            "only the address of the site was signed, not that of the page",
            "签名用的是网站首页地址，而不是当前页面的 URL",
        );
        add("/".to_owned(), en, zh);
        add(String::new(), en, zh);
    }
    all
}
