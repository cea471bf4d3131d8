//! Links that open a Mini Program from elsewhere (URL Scheme, URL Link, Short Link).
//! `/wxa/generatescheme`, `/wxa/generate_urllink`, `/wxa/genwxashortlink`

use weixin_api::{Call, Caller, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, OpenId};

use crate::ids::{EnvironmentId, ModelId};

pub use crate::version::EnvVersion;

group! {
    /// Links that open a Mini Program from elsewhere (URL Scheme, URL Link, Short Link).
    links: [
        GenerateScheme, QueryScheme, GenerateUrlLink, QueryUrlLink, GenerateShortLink,
        GenerateNfcScheme,
    ]
}

/// Creates a `weixin://` address (URL Scheme) that opens a page from text messages, mails and web
/// pages.
///
/// Fails with 40002 when the Mini Program may not have such links (those of persons may not), with
/// 85079 when it is not published, with 40165 when the path is wrong, with 40212 when the query is
/// wrong, with 85401 when the expiry is out of range, and with 44990 when there are more than 100
/// calls in a second.
#[endpoint(POST "/wxa/generatescheme", title = "获取scheme码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-scheme/urlscheme.generate.html",
    scope(mini), reply = Scheme, call = links.scheme)]
pub struct GenerateScheme {
    /// The page; the home page if left out.
    pub jump_wxa: Option<LinkedPage>,
    /// Whether the link expires. Left out or `false`, it lives for 30 days, the longest that any
    /// link lives.
    pub is_expire: Option<bool>,
    /// How the expiry is given; [`Expiry::At`] if left out.
    pub expire_type: Option<Expiry>,
    /// When the link expires, for [`Expiry::At`]: at most 30 days from now.
    pub expire_time: Option<Timestamp>,
    /// After how many days the link expires, for [`Expiry::After`]: 1 to 30.
    pub expire_interval: Option<u32>,
}

/// The page that a `weixin://` address opens.
#[endpoint(part)]
pub struct LinkedPage {
    /// The path of a published page, without a query; empty for the home page.
    pub path: Option<String>,
    /// The query of the page: up to 1,024 characters.
    pub query: Option<String>,
    /// The version that opens; `release` if left out.
    pub env_version: Option<EnvVersion>,
}

int_enum! {
    /// How the expiry of a link is given.
    pub enum Expiry {
        /// At a fixed time.
        At = 0,
        /// A number of days after the link was created.
        After = 1,
    }
}

/// A `weixin://` address (URL Scheme).
#[endpoint(part, reply_to(GenerateScheme, GenerateNfcScheme))]
pub struct Scheme {
    /// The address, such as `weixin://dl/business/?t=…`.
    pub openlink: String,
}

/// Returns what a `weixin://` address opens, or how many visits are left.
#[endpoint(POST "/wxa/queryscheme", title = "查询scheme码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-scheme/urlscheme.query.html",
    scope(mini), retry = safe, reply = SchemeInfo, call = "wx.links().query_scheme(scheme)")]
pub struct QueryScheme {
    /// The address; needed for [`LinkQuery::Target`].
    pub scheme: Option<String>,
    /// What is asked for; [`LinkQuery::Target`] if left out.
    pub query_type: Option<LinkQuery>,
}

int_enum! {
    /// What is asked about links.
    pub enum LinkQuery {
        /// What one link opens.
        Target = 0,
        /// How often links of the account may still be opened.
        Quota = 1,
    }
}

/// What a `weixin://` address opens, or how many visits are left.
#[endpoint(part, reply_to(QueryScheme))]
pub struct SchemeInfo {
    /// The target of the address; missing where the quota was asked for.
    pub scheme_info: Option<LinkInfo>,
    /// The visits that are left.
    pub quota_info: Option<LinkQuota>,
}

/// The target of a link.
#[endpoint(part)]
pub struct LinkInfo {
    /// The Mini Program that opens.
    pub appid: AppId,
    /// The path of the page; empty for the home page.
    pub path: String,
    /// The query of the page.
    pub query: Option<String>,
    /// The version that opens.
    pub env_version: Option<EnvVersion>,
    /// When the link was created.
    pub create_time: Timestamp,
    /// When the link expires; 0 if it never does.
    pub expire_time: Option<Timestamp>,
    /// The static page of the cloud environment through which the link goes.
    pub cloud_base: Option<CloudPage>,
}

/// The visits that are left to links of the account.
#[endpoint(part)]
pub struct LinkQuota {
    /// How often links may still be opened by long-term quota.
    pub remain_visit_quota: Option<u64>,
}

/// Creates an `https://` address (URL Link) that opens a page from text messages, mails and web
/// pages.
///
/// Fails with 40002 when the Mini Program may not have such links (those of persons may not), with
/// 85079 when it is not published, with 40165 when the path is wrong, with 40212 when the query is
/// wrong, with 85401 when the expiry is out of range, and with 44990 when there are more than 100
/// calls in a second.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::link::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let link = wx
///     .links()
///     .url_link()
///     .with(|link| link.path("pages/order/index").query("id=42"))
///     .with(|link| link.is_expire(true).expire_type(Expiry::After).expire_interval(7))
///     .await?;
/// println!("order 42, for 7 days: {}", link.url_link);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/generate_urllink", title = "获取URL Link",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-link/urllink.generate.html",
    scope(mini), reply = UrlLink, call = links.url_link)]
pub struct GenerateUrlLink {
    /// The path of a published page, without a query; empty for the home page.
    pub path: Option<String>,
    /// The query of the page: up to 1,024 characters.
    pub query: Option<String>,
    /// The version that opens; `release` if left out.
    pub env_version: Option<EnvVersion>,
    /// Whether the link expires. Left out or `false`, it lives for 30 days, the longest that any
    /// link lives.
    pub is_expire: Option<bool>,
    /// How the expiry is given; [`Expiry::At`] if left out.
    pub expire_type: Option<Expiry>,
    /// When the link expires, for [`Expiry::At`]: at most 30 days from now.
    pub expire_time: Option<Timestamp>,
    /// After how many days the link expires, for [`Expiry::After`]: 1 to 30.
    pub expire_interval: Option<u32>,
    /// A static page of a cloud environment (云开发静态网站) to show first.
    pub cloud_base: Option<CloudPage>,
}

/// A static page of a cloud environment that a link goes through.
#[endpoint(part)]
pub struct CloudPage {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// A custom domain of the static site; the default domain if left out.
    pub domain: Option<String>,
    /// The path of the static page; the home page if left out. The path and query of the link
    /// itself do not apply to it.
    pub path: Option<String>,
    /// The query of the static page: up to 1,024 characters.
    pub query: Option<String>,
    /// The account that owns the environment, if it is shared by another one.
    pub resource_appid: Option<AppId>,
}

/// An `https://` address (URL Link).
#[endpoint(part, reply_to(GenerateUrlLink))]
pub struct UrlLink {
    /// The address, such as `https://wxaurl.cn/…`.
    pub url_link: String,
}

/// Returns what an `https://` address opens, or how many visits are left.
#[endpoint(POST "/wxa/query_urllink", title = "查询URL Link",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-link/urllink.query.html",
    scope(mini), retry = safe, reply = UrlLinkInfo, call = "wx.links().query_url_link(url_link)")]
pub struct QueryUrlLink {
    /// The address; needed for [`LinkQuery::Target`].
    pub url_link: Option<String>,
    /// What is asked for; [`LinkQuery::Target`] if left out.
    pub query_type: Option<LinkQuery>,
}

/// What an `https://` address opens, or how many visits are left.
#[endpoint(part, reply_to(QueryUrlLink))]
pub struct UrlLinkInfo {
    /// The target of the address; missing where the quota was asked for.
    pub url_link_info: Option<LinkInfo>,
    /// The visits that are left.
    pub quota_info: Option<LinkQuota>,
    /// The user who opened the link, where a link opens for one user only; empty if nobody has.
    pub visit_openid: Option<OpenId>,
}

/// Creates a short text (Short Link) that opens a page when it is tapped inside WeChat.
///
/// Fails with 40066 when the published version has no such page, with 40225 when the title is not
/// allowed, with 43104 when the category of the Mini Program may not have such links, and with
/// 85400 when there are 100,000 permanent ones.
#[endpoint(POST "/wxa/genwxashortlink", title = "获取ShortLink",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/short-link/shortlink.generate.html",
    scope(mini), reply = ShortLink, call = links.short_link)]
pub struct GenerateShortLink {
    /// The path of the page with its query: up to 1,024 characters.
    pub page_url: String,
    /// The title that is shown: up to 20 characters.
    pub page_title: Option<String>,
    /// Whether the link never expires. Left out or `false`, it expires after 30 days.
    pub is_permanent: Option<bool>,
}

/// A short text that opens a page.
#[endpoint(part, reply_to(GenerateShortLink))]
pub struct ShortLink {
    /// The text to paste into a chat, such as `#小程序://…`.
    pub link: String,
}

/// Creates a `weixin://` address for NFC tags.
#[endpoint(POST "/wxa/generatenfcscheme", title = "获取NFC的小程序scheme",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-scheme/urlscheme.generateNFC.html",
    scope(mini), reply = Scheme, call = links.nfc_scheme)]
pub struct GenerateNfcScheme {
    /// The page; the home page if left out.
    pub jump_wxa: Option<LinkedPage>,
    /// The model of the device, as registered in the console.
    pub model_id: ModelId,
    /// The serial number of the device; left out where one address serves all devices of the model.
    pub sn: Option<String>,
}
impl<'c, C: Caller + ?Sized> LinksHandle<'c, C> {
    /// Returns what a `weixin://` address opens; see [`QueryScheme`].
    pub fn query_scheme(&self, scheme: impl Into<String>) -> Call<'c, C, QueryScheme> {
        Call::new(self.caller, QueryScheme::new().scheme(scheme))
    }

    /// Returns what an `https://` address opens; see [`QueryUrlLink`].
    pub fn query_url_link(&self, url_link: impl Into<String>) -> Call<'c, C, QueryUrlLink> {
        Call::new(self.caller, QueryUrlLink::new().url_link(url_link))
    }
}
