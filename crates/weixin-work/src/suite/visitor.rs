//! Who a visitor of a suite's page is (网页授权登录第三方).

use crate::suite::SuiteHandle;
use weixin_api::endpoint;
use weixin_protocol::{AppId, OpenId, Secret, UserId};

/// Exchanges the code of a visitor for who they are.
///
/// The page sends them to [`authorize_url`](crate::oauth::authorize_url) with the suite's id. A code
/// lives five minutes and works once.
#[endpoint(GET "/cgi-bin/service/auth/getuserinfo3rd", title = "获取访问用户身份",
    doc = "https://developer.work.weixin.qq.com/document/path/91121",
    scope(suite), auth = suite_token, retry = unsent, reply = SuiteVisitor, call = suite.visitor)]
pub struct GetVisitor {
    /// The code.
    #[serde(serialize_with = "weixin_api::expose")]
    pub code: Secret,
}

/// Who a visitor is: a member, or a stranger.
#[endpoint(part, reply_to(GetVisitor))]
pub struct SuiteVisitor {
    /// The corporation.
    pub corpid: Option<AppId>,
    /// The member.
    pub userid: Option<UserId>,
    /// The member, as providers of apps know one.
    pub open_userid: Option<UserId>,
    /// What [`GetVisitorDetail`] takes, if they agreed to it.
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_ticket: Option<Secret>,
    /// How many seconds the ticket lives.
    pub expires_in: Option<u64>,
    /// Somebody who is no member.
    pub openid: Option<OpenId>,
    /// The same, if they are a customer.
    pub external_userid: Option<UserId>,
}

/// Tells what a member agreed to.
#[endpoint(POST "/cgi-bin/service/auth/getuserdetail3rd", title = "获取访问用户敏感信息",
    doc = "https://developer.work.weixin.qq.com/document/path/91122",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteVisitorDetail, call = suite.visitor_detail)]
pub struct GetVisitorDetail {
    /// The ticket of [`SuiteVisitor`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub user_ticket: Secret,
}

/// What a member agreed to tell; the rest is left out.
#[endpoint(part, reply_to(GetVisitorDetail, GetVisitorDetailOld))]
pub struct SuiteVisitorDetail {
    /// The corporation.
    pub corpid: Option<AppId>,
    /// The member.
    pub userid: Option<UserId>,
    /// The name.
    pub name: Option<String>,
    /// 0 unknown, 1 male, 2 female.
    pub gender: Option<u8>,
    /// The address of the picture.
    pub avatar: Option<String>,
    /// The address of the personal QR code.
    pub qr_code: Option<String>,
}

/// The older form of [`GetVisitor`].
#[endpoint(GET "/cgi-bin/service/getuserinfo3rd", title = "获取访问用户身份",
    doc = "https://developer.work.weixin.qq.com/document/path/91121",
    scope(suite), auth = suite_token, retry = unsent, reply = SuiteVisitorOld)]
pub struct GetVisitorOld {
    /// The code.
    #[serde(serialize_with = "weixin_api::expose")]
    pub code: Secret,
}

/// Who a visitor is, in the older form.
#[endpoint(part, reply_to(GetVisitorOld))]
pub struct SuiteVisitorOld {
    /// The corporation.
    #[serde(rename = "CorpId")]
    pub corp_id: Option<AppId>,
    /// The member.
    #[serde(rename = "UserId")]
    pub user_id: Option<UserId>,
    /// Somebody who is no member.
    #[serde(rename = "OpenId")]
    pub open_id: Option<OpenId>,
    /// The device.
    #[serde(rename = "DeviceId")]
    pub device_id: Option<String>,
    /// The member, as providers of apps know one.
    pub open_userid: Option<UserId>,
    /// What [`GetVisitorDetailOld`] takes, if they agreed to it.
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_ticket: Option<Secret>,
    /// How many seconds the ticket lives.
    pub expires_in: Option<u64>,
}

/// The older form of [`GetVisitorDetail`].
#[endpoint(POST "/cgi-bin/service/getuserdetail3rd", title = "获取访问用户敏感信息",
    doc = "https://developer.work.weixin.qq.com/document/path/91122",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteVisitorDetail)]
pub struct GetVisitorDetailOld {
    /// The ticket of [`SuiteVisitorOld`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub user_ticket: Secret,
}

/// Exchanges the code of the suite's Mini Program for who uses it.
#[endpoint(GET "/cgi-bin/service/miniprogram/jscode2session", title = "小程序登录流程",
    doc = "https://developer.work.weixin.qq.com/document/path/92423",
    scope(suite), auth = suite_token, retry = unsent, reply = MiniProgramSession, call = suite.mini_program_session)]
pub struct StartMiniProgramSession {
    /// The code of `wx.qy.login`; it works once.
    #[serde(serialize_with = "weixin_api::expose")]
    pub js_code: Secret,
    /// Always `authorization_code`.
    #[serde(default = "authorization_code")]
    pub grant_type: String,
}

fn authorization_code() -> String {
    "authorization_code".to_owned()
}

/// Who uses a Mini Program.
#[endpoint(part, reply_to(StartMiniProgramSession))]
pub struct MiniProgramSession {
    /// The corporation.
    pub corpid: AppId,
    /// The member.
    pub userid: Option<UserId>,
    /// The member, as providers of apps know one.
    pub open_userid: Option<UserId>,
    /// The key of the session, with which the Mini Program's data are encrypted.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
}
