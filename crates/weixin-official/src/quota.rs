//! How often the API may be called (openApi 管理). `/cgi-bin/clear_quota`, `/cgi-bin/openapi/*`
//!
//! Code 45009 says that the day's quota of one endpoint is used up. [`GetQuota`] tells how much
//! there is of it; [`ClearQuota`] and [`ClearApiQuota`] start it anew, a few times a month.

use weixin_api::{Call, Caller, Endpoint, EndpointInfo, On, Timestamp, endpoint};
use weixin_protocol::{AppId, Secret};

/// The endpoints of this group.
pub const ENDPOINTS: &[&EndpointInfo] = &[
    GetQuota::INFO,
    ClearQuota::INFO,
    ClearQuotaBySecret::INFO,
    ClearApiQuota::INFO,
    GetRid::INFO,
];

/// Tells how often an endpoint may still be called today. `POST /cgi-bin/openapi/quota/get`
///
/// Code 76021: there is no such path; 76022: its quota cannot be asked for, as with `/sns/…`.
#[endpoint(POST "/cgi-bin/openapi/quota/get", title = "查询API调用额度",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/get_api_quota.html",
    scope(official, mini), retry = safe, reply = ApiQuota)]
pub struct GetQuota {
    /// The path, with its slash and without its query: `/cgi-bin/message/custom/send`.
    pub cgi_path: String,
}

/// How often an endpoint may be called.
#[endpoint(part)]
pub struct ApiQuota {
    /// In a day.
    pub quota: DailyQuota,
    /// In a shorter time.
    pub rate_limit: Option<RateLimit>,
    /// In a shorter time, by a third-party platform.
    pub component_rate_limit: Option<RateLimit>,
}

/// The calls of one day.
#[endpoint(part)]
pub struct DailyQuota {
    /// How many are allowed.
    pub daily_limit: u64,
    /// How many there have been.
    pub used: u64,
    /// How many are left.
    pub remain: u64,
}

/// The calls of a shorter time.
#[endpoint(part)]
pub struct RateLimit {
    /// How many are allowed.
    pub call_count: u64,
    /// In how many seconds.
    pub refresh_second: u64,
}

/// Starts all quotas of the account anew, ten times a month. `POST /cgi-bin/clear_quota`
///
/// Code 48006: the ten times are used up.
#[endpoint(POST "/cgi-bin/clear_quota", title = "重置API调用次数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/clear_quota.html",
    scope(official, mini))]
pub struct ClearQuota {
    /// The account; the caller's own if left out.
    #[fill(id)]
    pub appid: Option<AppId>,
}

/// The same with the secret in place of an access token, for when there is no quota left to fetch
/// one. `POST /cgi-bin/clear_quota/v2`
#[endpoint(POST "/cgi-bin/clear_quota/v2", title = "使用AppSecret重置API调用次数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/clearQuotaByAppSecret.html",
    scope(official, mini), auth = none)]
pub struct ClearQuotaBySecret {
    /// The account; the caller's own if left out.
    #[query]
    #[fill(id)]
    pub appid: Option<AppId>,
    /// Its AppSecret; the caller's own if left out.
    #[query]
    #[fill(secret)]
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub appsecret: Option<Secret>,
}

/// Starts the quota of one endpoint anew. `POST /cgi-bin/openapi/quota/clear`
#[endpoint(POST "/cgi-bin/openapi/quota/clear", title = "重置指定API调用次数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/clear_api_quota.html",
    scope(official, mini))]
pub struct ClearApiQuota {
    /// The path; see [`GetQuota::cgi_path`].
    pub cgi_path: String,
}

/// Tells what happened to a call, by the number in the message of its error.
/// `POST /cgi-bin/openapi/rid/get`
///
/// For seven days. Code 76001: there is no such number; 76002: it is another account's.
#[endpoint(POST "/cgi-bin/openapi/rid/get", title = "查询rid信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/get_rid_info.html",
    scope(official, mini), retry = safe, reply = RidInfo)]
pub struct GetRid {
    /// The number; [`Error::rid`](weixin_api::Error::rid) has it.
    pub rid: String,
}

/// What is known of a call.
#[endpoint(part)]
pub struct RidInfo {
    /// The call.
    pub request: SeenCall,
}

/// A call as the platform saw it. Address and bodies may hold secrets.
#[endpoint(part)]
pub struct SeenCall {
    /// When.
    pub invoke_time: Timestamp,
    /// How long it took, in milliseconds.
    pub cost_in_ms: u64,
    /// The address, with its query.
    pub request_url: String,
    /// What was sent.
    pub request_body: String,
    /// What was answered.
    pub response_body: String,
    /// Where it came from.
    pub client_ip: Option<String>,
}

/// The group as a client has it: `wx.quota()`.
#[derive(Debug)]
pub struct Quotas<'c, C: ?Sized>(&'c C);

/// Gives a client `quota()`.
pub trait QuotasApi: Caller {
    /// How often the API may be called (openApi 管理).
    fn quota(&self) -> Quotas<'_, Self> {
        Quotas(self)
    }
}

impl<C: Caller + ?Sized> QuotasApi for C where GetQuota: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Quotas<'c, C> {
    /// How often an endpoint may still be called today; see [`GetQuota`].
    pub fn get(&self, cgi_path: impl Into<String>) -> Call<'c, C, GetQuota> {
        Call::new(self.0, GetQuota::new(cgi_path))
    }

    /// Starts all quotas anew; see [`ClearQuota`].
    pub fn clear(&self) -> Call<'c, C, ClearQuota> {
        Call::new(self.0, ClearQuota::new())
    }

    /// Starts all quotas anew without an access token; see [`ClearQuotaBySecret`].
    pub fn clear_by_secret(&self) -> Call<'c, C, ClearQuotaBySecret> {
        Call::new(self.0, ClearQuotaBySecret::new())
    }

    /// Starts the quota of one endpoint anew; see [`ClearApiQuota`].
    pub fn clear_api(&self, cgi_path: impl Into<String>) -> Call<'c, C, ClearApiQuota> {
        Call::new(self.0, ClearApiQuota::new(cgi_path))
    }

    /// What happened to a call; see [`GetRid`].
    pub fn rid(&self, rid: impl Into<String>) -> Call<'c, C, GetRid> {
        Call::new(self.0, GetRid::new(rid))
    }
}
