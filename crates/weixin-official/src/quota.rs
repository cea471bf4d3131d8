//! How often the API may be called (openApi 管理). `/cgi-bin/clear_quota`, `/cgi-bin/openapi/*`
//!
//! Code 45009 says that the day's quota of one endpoint is used up. [`GetQuota`] tells how much
//! there is of it; [`ClearQuota`] and [`ClearApiQuota`] start it anew, a few times a month.

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::{AppId, Secret};

group! {
    /// How often the API may be called (openApi 管理).
    quota: [GetQuota, ClearQuota, ClearQuotaBySecret, ClearApiQuota, GetRid]
}

/// Tells how often an endpoint may still be called today.
///
/// Code 76021: there is no such path; 76022: its quota cannot be asked for, as with `/sns/…`.
#[endpoint(POST "/cgi-bin/openapi/quota/get", title = "查询API调用额度",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/get_api_quota.html",
    scope(official, mini), retry = safe, reply = ApiQuota, call = quota.get)]
pub struct GetQuota {
    /// The path, with its slash and without its query: `/cgi-bin/message/custom/send`.
    pub cgi_path: String,
}

/// How often an endpoint may be called.
#[endpoint(part, reply_to(GetQuota))]
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

/// Starts all quotas of the account anew, ten times a month.
///
/// Code 48006: the ten times are used up.
#[endpoint(POST "/cgi-bin/clear_quota", title = "重置API调用次数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/clear_quota.html",
    scope(official, mini), call = quota.clear)]
pub struct ClearQuota {
    /// The account; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
}

/// The same with the secret in place of an access token, for when there is no quota left to fetch
/// one.
#[endpoint(POST "/cgi-bin/clear_quota/v2", title = "使用AppSecret重置API调用次数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/clearQuotaByAppSecret.html",
    scope(official, mini), auth = none, call = quota.clear_by_secret)]
pub struct ClearQuotaBySecret {
    /// The account; the caller's own if left out.
    #[query]
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// Its AppSecret; the caller's own if left out.
    #[query]
    #[account_default(secret)]
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub appsecret: Option<Secret>,
}

/// Starts the quota of one endpoint anew.
#[endpoint(POST "/cgi-bin/openapi/quota/clear", title = "重置指定API调用次数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/clear_api_quota.html",
    scope(official, mini), call = quota.clear_api)]
pub struct ClearApiQuota {
    /// The path; see [`GetQuota::cgi_path`].
    pub cgi_path: String,
}

/// Tells what happened to a call, by the number in the message of its error.
///
/// For seven days. Code 76001: there is no such number; 76002: it is another account's.
#[endpoint(POST "/cgi-bin/openapi/rid/get", title = "查询rid信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/get_rid_info.html",
    scope(official, mini), retry = safe, reply = RidInfo, call = quota.rid)]
pub struct GetRid {
    /// The number; [`Error::rid`](weixin_api::Error::rid) has it.
    pub rid: String,
}

/// What is known of a call.
#[endpoint(part, reply_to(GetRid))]
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
