//! Links that open a Mini Program from elsewhere (URL Scheme, URL Link, Short Link). `/wxa/generatescheme`, `/wxa/generate_urllink`, `/wxa/genwxashortlink`

use weixin_api::{Call, Caller, StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::AppId;

group! {
    /// Links that open a Mini Program from elsewhere (URL Scheme, URL Link, Short Link).
    links: [GenerateScheme, QueryScheme, GenerateUrlLink, QueryUrlLink, GenerateShortLink, GenerateNfcScheme]
}

/// Makes a `weixin://` address that opens a page, from text messages, mails and web pages.
#[endpoint(POST "/wxa/generatescheme", title = "获取scheme码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-scheme/urlscheme.generate.html",
    scope(mini), reply = Scheme, call = links.scheme)]
pub struct GenerateScheme {
    /// The page; the first one of the published version if left out.
    pub jump_wxa: Option<LinkedPage>,
    /// Whether it ends before the 30 days that all do.
    pub is_expire: Option<bool>,
    /// How its end is given.
    pub expire_type: Option<Expiry>,
    /// When it ends: within 30 days.
    pub expire_time: Option<Timestamp>,
    /// After how many days it ends: 1 to 30.
    pub expire_interval: Option<u32>,
}

/// A page of the Mini Program.
#[endpoint(part)]
pub struct LinkedPage {
    /// The page, of the published version, without a query; empty for the first one.
    pub path: Option<String>,
    /// The query: up to 1,024 characters.
    pub query: Option<String>,
    /// Which version opens; the published one if left out.
    pub env_version: Option<EnvVersion>,
}

/// A version of a Mini Program.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum EnvVersion {
    /// The published one.
    #[string_enum(rename = "release")]
    Release,
    /// The one on trial.
    #[string_enum(rename = "trial")]
    Trial,
    /// The one being developed.
    #[string_enum(rename = "develop")]
    Develop,
    /// A value that this version does not know.
    Other(String),
}

int_enum! {
    /// How the end of a link is given.
    pub enum Expiry {
        /// By a time.
        At = 0,
        /// By a number of days.
        After = 1,
    }
}

/// A `weixin://` address.
#[endpoint(part, reply_to(GenerateScheme, GenerateNfcScheme))]
pub struct Scheme {
    /// The address.
    pub openlink: String,
}

/// Says what a `weixin://` address opens, or how many may still be opened.
#[endpoint(POST "/wxa/queryscheme", title = "查询scheme码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-scheme/urlscheme.query.html",
    scope(mini), retry = safe, reply = SchemeInfo, call = "wx.links().query_scheme(scheme)")]
pub struct QueryScheme {
    /// The address.
    pub scheme: Option<String>,
    /// 0 about the address, 1 about the quota.
    pub query_type: Option<u8>,
}

/// What a `weixin://` address opens.
#[endpoint(part, reply_to(QueryScheme))]
pub struct SchemeInfo {
    /// What it opens.
    pub scheme_info: Option<LinkInfo>,
    /// How many may still be opened.
    pub quota_info: Option<LinkQuota>,
}

/// What a link opens.
#[endpoint(part)]
pub struct LinkInfo {
    /// The Mini Program.
    pub appid: AppId,
    /// The page.
    pub path: String,
    /// Its query.
    pub query: Option<String>,
    /// Which version.
    pub env_version: Option<EnvVersion>,
    /// When the link was made.
    pub create_time: Timestamp,
    /// When it ends; 0 for never.
    pub expire_time: Option<Timestamp>,
    /// The page in the cloud that it goes through.
    pub cloud_base: Option<CloudPage>,
}

/// How many links may still be opened.
#[endpoint(part)]
pub struct LinkQuota {
    /// How many.
    pub remain_visit_quota: Option<u64>,
}

/// Makes an `https://` address that opens a page, from text messages, mails and web pages.
#[endpoint(POST "/wxa/generate_urllink", title = "获取URL Link",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-link/urllink.generate.html",
    scope(mini), reply = UrlLink, call = links.url_link)]
pub struct GenerateUrlLink {
    /// The page, of the published version, without a query; empty for the first one.
    pub path: Option<String>,
    /// The query: up to 1,024 characters.
    pub query: Option<String>,
    /// Which version opens; the published one if left out.
    pub env_version: Option<EnvVersion>,
    /// Whether it ends before the 30 days that all do.
    pub is_expire: Option<bool>,
    /// How its end is given.
    pub expire_type: Option<Expiry>,
    /// When it ends: within 30 days.
    pub expire_time: Option<Timestamp>,
    /// After how many days it ends: 1 to 30.
    pub expire_interval: Option<u32>,
    /// A page in the cloud that it goes through.
    pub cloud_base: Option<CloudPage>,
}

/// A page in the cloud that a link goes through.
#[endpoint(part)]
pub struct CloudPage {
    /// The environment.
    pub env: String,
    /// A domain of one's own.
    pub domain: Option<String>,
    /// The page.
    pub path: Option<String>,
    /// Its query.
    pub query: Option<String>,
    /// Whose environment it is, if another's.
    pub resource_appid: Option<AppId>,
}

/// An `https://` address.
#[endpoint(part, reply_to(GenerateUrlLink))]
pub struct UrlLink {
    /// The address.
    pub url_link: String,
}

/// Says what an `https://` address opens, or how many may still be opened.
#[endpoint(POST "/wxa/query_urllink", title = "查询URL Link",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-link/urllink.query.html",
    scope(mini), retry = safe, reply = UrlLinkInfo, call = "wx.links().query_url_link(url_link)")]
pub struct QueryUrlLink {
    /// The address.
    pub url_link: Option<String>,
    /// 0 about the address, 1 about the quota.
    pub query_type: Option<u8>,
}

/// What an `https://` address opens.
#[endpoint(part, reply_to(QueryUrlLink))]
pub struct UrlLinkInfo {
    /// What it opens.
    pub url_link_info: Option<LinkInfo>,
    /// How many may still be opened.
    pub quota_info: Option<LinkQuota>,
    /// Who opened it last.
    pub visit_openid: Option<String>,
}

/// Makes a short text that opens a page when it is tapped inside WeChat.
#[endpoint(POST "/wxa/genwxashortlink", title = "获取ShortLink",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/short-link/shortlink.generate.html",
    scope(mini), reply = ShortLink, call = links.short_link)]
pub struct GenerateShortLink {
    /// The page, with its query: up to 1,024 characters.
    pub page_url: String,
    /// The title: up to 20 characters.
    pub page_title: Option<String>,
    /// Whether it never ends; it ends after 30 days if left out.
    pub is_permanent: Option<bool>,
}

/// A short text that opens a page.
#[endpoint(part, reply_to(GenerateShortLink))]
pub struct ShortLink {
    /// The text.
    pub link: String,
}

/// Makes a `weixin://` address for NFC tags.
#[endpoint(POST "/wxa/generatenfcscheme", title = "获取NFC的小程序scheme",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-scheme/urlscheme.generateNFC.html",
    scope(mini), reply = Scheme, call = links.nfc_scheme)]
pub struct GenerateNfcScheme {
    /// The page.
    pub jump_wxa: Option<LinkedPage>,
    /// The model of the device, from the console.
    pub model_id: String,
    /// The device; left out where one address is for all of a model.
    pub sn: Option<String>,
}
impl<'c, C: Caller + ?Sized> LinksHandle<'c, C> {
    /// What such an address opens; see [`QueryScheme`].
    pub fn query_scheme(&self, scheme: impl Into<String>) -> Call<'c, C, QueryScheme> {
        Call::new(self.caller, QueryScheme::new().scheme(scheme))
    }

    /// What such an address opens; see [`QueryUrlLink`].
    pub fn query_url_link(&self, url_link: impl Into<String>) -> Call<'c, C, QueryUrlLink> {
        Call::new(self.caller, QueryUrlLink::new().url_link(url_link))
    }
}
