//! Quotas of the API (openApi 管理). `/cgi-bin/clear_quota`, `/cgi-bin/openapi/*`
//!
//! Code 45009 means that the quota of an endpoint is used up for the day. [`GetQuota`] returns what
//! is left; [`ClearQuota`] and [`ClearApiQuota`] reset quotas, a few times a month.

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::{AppId, Secret};

group! {
    /// Quotas of the API (openApi 管理).
    quota: [GetQuota, ClearQuota, ClearQuotaBySecret, ClearApiQuota, GetRid]
}

weixin_api::string_id! {
    /// A call that the platform recorded (rid); error messages contain it.
    Rid
}

/// Returns how often an endpoint may still be called today.
///
/// Fails with 76021 when there is no such path, with 76022 when the account cannot ask about it, as
/// for `/sns/…`.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let quota = wx.quota().get("/cgi-bin/message/template/send").await?.quota;
/// println!("{} of {} calls are left today", quota.remain, quota.daily_limit);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/openapi/quota/get", title = "查询API调用额度",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/get_api_quota.html",
    scope(official, mini), secured, retry = safe, reply = ApiQuota, call = quota.get)]
pub struct GetQuota {
    /// The path with its leading slash and without a query, as in `/cgi-bin/message/custom/send`.
    pub cgi_path: String,
}

/// The limits of one endpoint.
#[endpoint(part, reply_to(GetQuota))]
pub struct ApiQuota {
    /// The calls of today.
    pub quota: DailyQuota,
    /// The limit within a shorter period. Missing if there is none.
    pub rate_limit: Option<RateLimit>,
    /// The limit within a shorter period for calls by a third-party platform (代调用). Missing if
    /// there is none.
    pub component_rate_limit: Option<RateLimit>,
}

/// The calls of one day.
#[endpoint(part)]
pub struct DailyQuota {
    /// How many calls are allowed a day.
    pub daily_limit: u64,
    /// How many calls were made today.
    pub used: u64,
    /// How many calls are left today.
    pub remain: u64,
}

/// A limit on the calls within a short period.
#[endpoint(part)]
pub struct RateLimit {
    /// How many calls are allowed within the period.
    pub call_count: u64,
    /// The length of the period in seconds.
    pub refresh_second: u64,
}

/// Resets all quotas of the account, up to ten times a month (重置API调用次数).
///
/// Fails with 48006 when the ten times are used up.
#[endpoint(POST "/cgi-bin/clear_quota", title = "重置API调用次数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/clear_quota.html",
    scope(official, mini), secured, call = quota.clear)]
pub struct ClearQuota {
    /// The account. `None`: the caller's own.
    #[account_default(id)]
    pub appid: Option<AppId>,
}

/// Resets all quotas of the account by its secret instead of an access token, for when there is no
/// quota left to fetch one.
///
/// Fails with 48006 when the ten resets of the month, shared with [`ClearQuota`], are used up.
#[endpoint(POST "/cgi-bin/clear_quota/v2", title = "使用AppSecret重置API调用次数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/clearQuotaByAppSecret.html",
    scope(official, mini), auth = none, call = quota.clear_by_secret)]
pub struct ClearQuotaBySecret {
    /// The account. `None`: the caller's own.
    #[query]
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// The AppSecret of the account. `None`: the caller's own.
    #[query]
    #[account_default(secret)]
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub appsecret: Option<Secret>,
}

/// Resets the quota of one endpoint, up to 50 times a month.
///
/// Fails with 76021 when there is no such path, with 76022 when it is not the account's.
#[endpoint(POST "/cgi-bin/openapi/quota/clear", title = "重置指定API调用次数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/clear_api_quota.html",
    scope(official, mini), call = quota.clear_api)]
pub struct ClearApiQuota {
    /// The path; see [`GetQuota::cgi_path`].
    pub cgi_path: String,
}

/// Returns what the platform recorded of a call within the last seven days.
///
/// Fails with 76001 when there is no such record, with 76002 when the id is malformed, with 76003
/// when it is another account's, with 76004 when it is older than seven days.
#[endpoint(POST "/cgi-bin/openapi/rid/get", title = "查询rid信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/openApi/get_rid_info.html",
    scope(official, mini), secured, retry = safe, reply = RidInfo, call = quota.rid)]
pub struct GetRid {
    /// The id of the call, from the message of its error; [`Error::rid`](weixin_api::Error::rid)
    /// finds it.
    pub rid: Rid,
}

/// The record of a call.
#[endpoint(part, reply_to(GetRid))]
pub struct RidInfo {
    /// The call.
    pub request: SeenCall,
}

/// A call as the platform saw it. Address and bodies may contain secrets.
#[endpoint(part)]
pub struct SeenCall {
    /// When the call arrived.
    pub invoke_time: Timestamp,
    /// How long the platform took, in milliseconds.
    pub cost_in_ms: u64,
    /// The address that was called, with its query.
    pub request_url: String,
    /// The body of the request.
    pub request_body: String,
    /// The body of the response.
    pub response_body: String,
    /// The address that the call came from.
    pub client_ip: Option<String>,
}
