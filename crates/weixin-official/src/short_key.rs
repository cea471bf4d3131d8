//! Short texts that stand for long ones (短key托管). `/cgi-bin/shorten/*`, `/cgi-bin/shorturl`

use weixin_api::{Call, Caller, On, Timestamp, endpoint, endpoints};

endpoints![ShortenText, FetchText, ShortenUrl];

/// Keeps a long text and gives a short key for it. `POST /cgi-bin/shorten/gen`
#[endpoint(POST "/cgi-bin/shorten/gen", title = "短key托管 生成",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html",
    scope(official), reply = ShortKey)]
pub struct ShortenText {
    /// The text: up to 4 KB.
    pub long_data: String,
    /// How many seconds it is kept: up to 2,592,000 (30 days).
    pub expire_seconds: u32,
}

/// A key that stands for a text.
#[endpoint(part)]
pub struct ShortKey {
    /// The key: 15 characters.
    pub short_key: String,
}

/// Gives the text that a key stands for. `POST /cgi-bin/shorten/fetch`
#[endpoint(POST "/cgi-bin/shorten/fetch", title = "短key托管 还原",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html",
    scope(official), retry = safe, reply = LongText)]
pub struct FetchText {
    /// The key.
    pub short_key: String,
}

/// The text that a key stands for.
#[endpoint(part)]
pub struct LongText {
    /// The text.
    pub long_data: String,
    /// When it was handed over.
    pub create_time: Timestamp,
    /// For how many seconds it is kept from now on.
    pub expire_seconds: Option<u32>,
}

/// Makes a long address short. `POST /cgi-bin/shorturl`
///
/// The platform made no new ones after March 2021; use [`ShortenText`].
#[endpoint(POST "/cgi-bin/shorturl", title = "长链接转短链接",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/URL_Shortener.html",
    scope(official), reply = ShortUrl)]
pub struct ShortenUrl {
    /// Always `long2short`.
    pub action: String,
    /// The address.
    pub long_url: String,
}

/// A short address.
#[endpoint(part)]
pub struct ShortUrl {
    /// The address.
    pub short_url: String,
}
/// The group as a client has it: `wx.short_keys()`.
#[derive(Debug)]
pub struct ShortKeys<'c, C: ?Sized>(&'c C);

/// Gives a client `short_keys()`.
pub trait ShortKeysApi: Caller {
    /// Short texts that stand for long ones (短key托管).
    fn short_keys(&self) -> ShortKeys<'_, Self> {
        ShortKeys(self)
    }
}

impl<C: Caller + ?Sized> ShortKeysApi for C where ShortenText: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> ShortKeys<'c, C> {
    /// Keeps a text; see [`ShortenText`].
    pub fn create(
        &self,
        long_data: impl Into<String>,
        expire_seconds: u32,
    ) -> Call<'c, C, ShortenText> {
        Call::new(self.0, ShortenText::new(long_data, expire_seconds))
    }

    /// The text of a key; see [`FetchText`].
    pub fn get(&self, short_key: impl Into<String>) -> Call<'c, C, FetchText> {
        Call::new(self.0, FetchText::new(short_key))
    }

    /// Makes an address short; see [`ShortenUrl`].
    pub fn shorten_url(&self, long_url: impl Into<String>) -> Call<'c, C, ShortenUrl> {
        Call::new(self.0, ShortenUrl::new("long2short", long_url))
    }
}
