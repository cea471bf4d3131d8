//! Every known endpoint of the WeChat platform, one line each (unofficial).
//!
//! The lines are in `data`, a file per product, sorted by path; one endpoint is
//!
//! ```text
//! method  path  host  auth  body  tier  doc
//! ```
//!
//! separated by tabs, with `-` for unknown values. The lines do not contain which endpoints this
//! project has types for; the product crates do, and the module `declared` (with the feature of that
//! name), which is generated from them.
//!
//! ```
//! let found = weixin_catalog::find(Some("official"), Some("POST"), "/cgi-bin/menu/create");
//! assert_eq!(found[0].host, "api.weixin.qq.com");
//! assert_eq!(found[0].auth, "access_token");
//! ```

#[cfg(feature = "declared")]
pub mod declared;
#[cfg(feature = "samples")]
pub mod samples;

use std::sync::LazyLock;

/// A product of the platform, or a part of one that is documented separately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Product {
    /// The name used in the catalogue, for instance `official`.
    pub name: &'static str,
    /// The title, for instance `Official Account (公众号)`.
    pub title: &'static str,
    lines: &'static str,
}

macro_rules! products {
    ($($name:literal: $title:literal;)+) => {
        /// All products, the main ones of this project first.
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
    /// The product that documents it. Accounts of other products may be able to call it: Mini
    /// Programs can call many endpoints that are documented for Official Accounts.
    pub product: &'static str,
    /// `GET`, `POST`, `PUT`, `PATCH`, `DELETE`; `PAGE` for an address that a browser opens.
    pub method: &'static str,
    /// The path, with `{name}` for parameters. A fixed query (`?action=create`) is part of it if it
    /// distinguishes endpoints.
    pub path: &'static str,
    /// The host, without scheme.
    pub host: &'static str,
    /// The credential: the name of the query parameter (`access_token`, `component_access_token`,
    /// `suite_access_token`, …), `user_access_token` for the `access_token` of a user's
    /// authorization, `signature` for a signed call, or `none`.
    pub auth: &'static str,
    /// The format of the body: `none` (fields go into the query), `json`, `multipart`, `xml`,
    /// `binary`, `text`, `encrypted`, or `-`.
    pub body: &'static str,
    /// How common it is, from 1 (used by many programs) to 3 (rarely called).
    pub tier: u8,
    /// The address of the platform's documentation. `None` if it is unknown.
    pub doc: Option<&'static str>,
}

/// All endpoints of the catalogue, sorted by product and path.
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

/// The endpoints that match `path`, optionally of one product and with one method. Parameters of the
/// path may have values or be written as in the catalogue; a query that does not distinguish
/// endpoints, and anything after `#`, is ignored.
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

/// Whether `path` matches `pattern`, whose segments in braces match any segment.
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

    /// The path without a common prefix such as `/cgi-bin/` and without its last segment: `menu` for
    /// `/cgi-bin/menu/create`.
    pub fn group(&self) -> &'static str {
        let path = self.path.split(['?', '{']).next().unwrap_or(self.path).trim_matches('/');
        let path = ["cgi-bin/", "v3/", "wxa/", "channels/"]
            .into_iter()
            .find_map(|prefix| path.strip_prefix(prefix))
            .unwrap_or(path);
        path.rsplit_once('/').map_or(path, |(group, _)| group)
    }
}
