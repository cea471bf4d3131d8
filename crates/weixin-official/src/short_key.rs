//! Short keys for long texts (短key托管). `/cgi-bin/shorten/*`, `/cgi-bin/shorturl`

use weixin_api::{Call, Caller, Timestamp, endpoint, group};

group! {
    /// Short keys for long texts (短key托管).
    short_keys: [ShortenText, FetchText, ShortenUrl]
}

/// Stores a long text and returns a short key for it (短key托管).
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let week = 7 * 24 * 60 * 60;
/// let address = "https://example.com/?order=42&from=mail";
/// let key = wx.short_keys().create((address, week)).await?.short_key;
/// assert_eq!(wx.short_keys().get(key).await?.long_data, address);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/shorten/gen", title = "短key托管 生成",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html",
    scope(official), reply = ShortKey, call = short_keys.create)]
pub struct ShortenText {
    /// The text, up to 4 KB.
    pub long_data: String,
    /// How many seconds the text is kept, up to 2,592,000 (30 days).
    pub expire_seconds: u32,
}

/// The key of a stored text.
#[endpoint(part, reply_to(ShortenText))]
pub struct ShortKey {
    /// The key, 15 characters.
    pub short_key: String,
}

/// Returns the text stored under a key.
#[endpoint(POST "/cgi-bin/shorten/fetch", title = "短key托管 还原",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html",
    scope(official), retry = safe, reply = LongText, call = short_keys.get)]
pub struct FetchText {
    /// The key that [`ShortenText`] returned.
    pub short_key: String,
}

/// A stored text.
#[endpoint(part, reply_to(FetchText))]
pub struct LongText {
    /// The text.
    pub long_data: String,
    /// When the text was stored.
    pub create_time: Timestamp,
    /// How many seconds the text is still kept.
    pub expire_seconds: Option<u32>,
}

/// Shortens an address.
///
/// The platform has created no new ones since March 2021; [`ShortenText`] takes its place.
#[endpoint(POST "/cgi-bin/shorturl", title = "长链接转短链接",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/URL_Shortener.html",
    scope(official), reply = ShortUrl, call = "wx.short_keys().shorten_url(long_url)")]
pub struct ShortenUrl {
    /// What to do, always `long2short`.
    pub action: String,
    /// The address to shorten.
    pub long_url: String,
}

/// A shortened address.
#[endpoint(part, reply_to(ShortenUrl))]
pub struct ShortUrl {
    /// The short address.
    pub short_url: String,
}
impl<'c, C: Caller + ?Sized> ShortKeysHandle<'c, C> {
    /// Shortens an address; see [`ShortenUrl`].
    pub fn shorten_url(&self, long_url: impl Into<String>) -> Call<'c, C, ShortenUrl> {
        Call::new(self.caller, ShortenUrl::new("long2short", long_url))
    }
}
