//! Short texts that stand for long ones (短key托管). `/cgi-bin/shorten/*`, `/cgi-bin/shorturl`

use weixin_api::{Call, Caller, Timestamp, endpoint, group};

group! {
    /// Short texts that stand for long ones (短key托管).
    short_keys: [ShortenText, FetchText, ShortenUrl]
}

/// Keeps a long text and gives a short key for it.
#[endpoint(POST "/cgi-bin/shorten/gen", title = "短key托管 生成",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html",
    scope(official), reply = ShortKey, call = short_keys.create)]
pub struct ShortenText {
    /// The text: up to 4 KB.
    pub long_data: String,
    /// How many seconds it is kept: up to 2,592,000 (30 days).
    pub expire_seconds: u32,
}

/// A key that stands for a text.
#[endpoint(part, reply_to(ShortenText))]
pub struct ShortKey {
    /// The key: 15 characters.
    pub short_key: String,
}

/// Gives the text that a key stands for.
#[endpoint(POST "/cgi-bin/shorten/fetch", title = "短key托管 还原",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html",
    scope(official), retry = safe, reply = LongText, call = short_keys.get)]
pub struct FetchText {
    /// The key.
    pub short_key: String,
}

/// The text that a key stands for.
#[endpoint(part, reply_to(FetchText))]
pub struct LongText {
    /// The text.
    pub long_data: String,
    /// When it was handed over.
    pub create_time: Timestamp,
    /// For how many seconds it is kept from now on.
    pub expire_seconds: Option<u32>,
}

/// Makes a long address short.
///
/// The platform made no new ones after March 2021; use [`ShortenText`].
#[endpoint(POST "/cgi-bin/shorturl", title = "长链接转短链接",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/URL_Shortener.html",
    scope(official), reply = ShortUrl, call = "wx.short_keys().shorten_url(long_url)")]
pub struct ShortenUrl {
    /// Always `long2short`.
    pub action: String,
    /// The address.
    pub long_url: String,
}

/// A short address.
#[endpoint(part, reply_to(ShortenUrl))]
pub struct ShortUrl {
    /// The address.
    pub short_url: String,
}
impl<'c, C: Caller + ?Sized> ShortKeysHandle<'c, C> {
    /// Makes an address short; see [`ShortenUrl`].
    pub fn shorten_url(&self, long_url: impl Into<String>) -> Call<'c, C, ShortenUrl> {
        Call::new(self.caller, ShortenUrl::new("long2short", long_url))
    }
}
