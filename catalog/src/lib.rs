//! Every known endpoint of the WeChat platform, one line each (unofficial).
//!
//! The lines are in `data`, a file per product, sorted by path; one endpoint is
//!
//! ```text
//! method  path  host  auth  body  tier  doc
//! ```
//!
//! separated by tabs, with `-` for what is not known. They say what exists and how it is called,
//! not whether this project has a type for it: that follows from the product crates.
//!
//! ```
//! let found = weixin_catalog::find(Some("official"), Some("POST"), "/cgi-bin/menu/create");
//! assert_eq!(found[0].host, "api.weixin.qq.com");
//! assert_eq!(found[0].auth, "access_token");
//! ```

#[cfg(feature = "samples")]
pub mod samples;

use std::sync::LazyLock;

/// A product of the platform, or a part of it with a documentation of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Product {
    /// The name used in the catalogue, for instance `official`.
    pub name: &'static str,
    /// What it is, in words.
    pub title: &'static str,
    lines: &'static str,
}

macro_rules! products {
    ($($name:literal: $title:literal;)+) => {
        /// All products, the ones this project begins with first.
        pub const PRODUCTS: &[Product] = &[$(Product {
            name: $name,
            title: $title,
            lines: include_str!(concat!("../data/", $name, ".tsv")),
        }),+];
    };
}

products! {
    "official": "Official Account (公众号)";
    "mini": "Mini Program (小程序)";
    "work": "WeCom (企业微信)";
    "open": "Open Platform (开放平台)";
    "pay": "WeChat Pay v3 (微信支付)";
    "pay-v2": "WeChat Pay v2";
    "pay-business": "Tencent Business Pay (微企付)";
    "channels": "Channels (视频号)";
    "shop": "Mini Shop (小商店)";
    "ads": "Ads (广告)";
    "chatbot": "Chatbot (智能对话)";
    "qidian": "Qidian (企点)";
    "other": "Other";
}

/// One endpoint, as the platform documents it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The product in whose documentation it is. That does not say who may call it: much of what
    /// is documented for Official Accounts serves Mini Programs too.
    pub product: &'static str,
    /// `GET`, `POST`, `PUT`, `PATCH`, `DELETE`; `PAGE` for an address that a browser opens.
    pub method: &'static str,
    /// The path, with `{name}` for parameters. A fixed query (`?action=create`) is part of it
    /// where it tells endpoints apart.
    pub path: &'static str,
    /// The host, without scheme.
    pub host: &'static str,
    /// What proves who is calling: the name of the query parameter (`access_token`,
    /// `component_access_token`, `suite_access_token`, …), `user_access_token` for the
    /// `access_token` of a user's authorization, `signature` for a signed call, or `none`.
    pub auth: &'static str,
    /// The form of the body: `none` (fields go into the query), `json`, `multipart`, `xml`,
    /// `binary`, `text`, `encrypted`, or `-`.
    pub body: &'static str,
    /// How common it is: 1 for what the systems have that this project grew from, 3 for what few
    /// programs ever call.
    pub tier: u8,
    /// The platform's page about it.
    pub doc: Option<&'static str>,
}

/// Everything in the catalogue, by product and path.
pub fn entries() -> &'static [Entry] {
    static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
        let lines = |product: &Product| product.lines.lines().skip(1);
        let entries = PRODUCTS
            .iter()
            .flat_map(|product| lines(product).filter_map(|line| Entry::parse(product.name, line)));
        entries.collect()
    });
    &ENTRIES
}

/// The endpoints that a call of `path` can mean, of one product or all of them, by one method or
/// any. Parameters of the path may be filled in or stand as they are in the catalogue; a query
/// that tells no endpoints apart, and anything after `#`, is ignored.
pub fn find(product: Option<&str>, method: Option<&str>, path: &str) -> Vec<&'static Entry> {
    let path = path.split('#').next().unwrap_or(path);
    let fits = |entry: &&Entry| {
        product.is_none_or(|product| entry.product == product)
            && method.is_none_or(|method| entry.method.eq_ignore_ascii_case(method))
    };
    let at = |path: &str| -> Vec<_> {
        entries().iter().filter(fits).filter(|entry| same_path(entry.path, path)).collect()
    };
    let mut found = at(path);
    if let (true, Some((bare, _))) = (found.is_empty(), path.split_once('?')) {
        found = at(bare);
    }
    // `/v3/bills/{id}` also fits `/v3/bills/all`, but `/v3/bills/all` fits better.
    if found.iter().any(|entry| entry.path == path) {
        found.retain(|entry| entry.path == path);
    }
    found
}

/// Whether `path` is an instance of `pattern`, whose segments in braces stand for any other.
fn same_path(pattern: &str, path: &str) -> bool {
    let mut segments = path.split('/');
    let fits = pattern.split('/').all(|wanted| {
        segments
            .next()
            .is_some_and(|given| wanted == given || (wanted.starts_with('{') && !given.is_empty()))
    });
    fits && segments.next().is_none()
}

impl Entry {
    fn parse(product: &'static str, line: &'static str) -> Option<Self> {
        let [method, path, host, auth, body, tier, doc] =
            line.split('\t').collect::<Vec<_>>().try_into().ok()?;
        let tier = tier.parse().ok()?;
        let doc = Some(doc).filter(|doc| *doc != "-");
        Some(Self { product, method, path, host, auth, body, tier, doc })
    }

    /// The part of the platform it belongs to, told from the path: what `/cgi-bin/menu/create`
    /// has between the beginning that all share and the last word.
    pub fn group(&self) -> &'static str {
        let path = self.path.split(['?', '{']).next().unwrap_or(self.path).trim_matches('/');
        let path = ["cgi-bin/", "v3/", "wxa/", "channels/"]
            .into_iter()
            .find_map(|prefix| path.strip_prefix(prefix))
            .unwrap_or(path);
        path.rsplit_once('/').map_or(path, |(group, _)| group)
    }
}
