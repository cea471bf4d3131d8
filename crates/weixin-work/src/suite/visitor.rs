//! Who a visitor of a suite's page is (网页授权登录第三方).

use weixin_api::endpoint;
use weixin_protocol::{CorpId, OpenId, Secret, UserId};

use crate::{
    ids::{ClientDeviceId, ExternalUserId, OpenUserId},
    suite::SuiteHandle,
    user::Gender,
};

/// Exchanges the code of a visitor for their identity.
///
/// The page sends them to [`authorize_url`](crate::oauth::authorize_url) with the suite's id. A code
/// lives five minutes and works once.
///
/// Fails with 40029 when the code is wrong, with 42003 when it has expired, with 42022 when it was
/// used.
#[endpoint(GET "/cgi-bin/service/auth/getuserinfo3rd", title = "获取访问用户身份",
    doc = "https://developer.work.weixin.qq.com/document/path/91121",
    scope(suite), auth = suite_token, retry = unsent, reply = SuiteVisitor, call = suite.visitor)]
pub struct GetVisitor {
    /// The code from the query of the page, up to 512 bytes.
    #[serde(serialize_with = "weixin_api::expose")]
    pub code: Secret,
}

/// The identity of a visitor: a member, or someone else.
#[endpoint(part, reply_to(GetVisitor))]
pub struct SuiteVisitor {
    /// The member's corporation.
    pub corpid: Option<CorpId>,
    /// The member; `None` if the visitor is not one or the suite must not see it.
    pub userid: Option<UserId>,
    /// The member, as the provider's apps know them.
    pub open_userid: Option<OpenUserId>,
    /// The ticket for [`GetVisitorDetail`]; only if the member agreed.
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_ticket: Option<Secret>,
    /// How many seconds the ticket is valid.
    pub expires_in: Option<u64>,
    /// A visitor who is not a member.
    pub openid: Option<OpenId>,
    /// A visitor who is not a member, if they are a customer.
    pub external_userid: Option<ExternalUserId>,
}

/// Returns the sensitive data (敏感信息) of a member who agreed to share it.
///
/// Fails with 84014 when the ticket has expired, with 84015 when it is wrong.
#[endpoint(POST "/cgi-bin/service/auth/getuserdetail3rd", title = "获取访问用户敏感信息",
    doc = "https://developer.work.weixin.qq.com/document/path/91122",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteVisitorDetail, call = suite.visitor_detail)]
pub struct GetVisitorDetail {
    /// The ticket from [`SuiteVisitor`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub user_ticket: Secret,
}

/// The data a member agreed to share. What they did not agree to is left out.
#[endpoint(part, reply_to(GetVisitorDetail, GetVisitorDetailOld))]
pub struct SuiteVisitorDetail {
    /// The member's corporation.
    pub corpid: Option<CorpId>,
    /// Id of the member.
    pub userid: Option<UserId>,
    /// Name of the member.
    pub name: Option<String>,
    /// Gender of the member.
    pub gender: Option<Gender>,
    /// Address of the picture.
    pub avatar: Option<String>,
    /// Address of the personal QR code, by which others add the member.
    pub qr_code: Option<String>,
}

/// Exchanges a visitor's code for their identity, in the older form of [`GetVisitor`].
#[endpoint(GET "/cgi-bin/service/getuserinfo3rd", title = "获取访问用户身份",
    doc = "https://developer.work.weixin.qq.com/document/path/91121",
    scope(suite), auth = suite_token, retry = unsent, reply = SuiteVisitorOld)]
pub struct GetVisitorOld {
    /// The code from the query of the page.
    #[serde(serialize_with = "weixin_api::expose")]
    pub code: Secret,
}

/// The identity of a visitor, in the older form.
#[endpoint(part, reply_to(GetVisitorOld))]
pub struct SuiteVisitorOld {
    /// The member's corporation.
    #[serde(rename = "CorpId")]
    pub corp_id: Option<CorpId>,
    /// The member; `None` if the visitor is not one.
    #[serde(rename = "UserId")]
    pub user_id: Option<UserId>,
    /// A visitor who is not a member.
    #[serde(rename = "OpenId")]
    pub open_id: Option<OpenId>,
    /// The visitor's phone.
    #[serde(rename = "DeviceId")]
    pub device_id: Option<ClientDeviceId>,
    /// The member, as the provider's apps know them.
    pub open_userid: Option<OpenUserId>,
    /// The ticket for [`GetVisitorDetailOld`]; only if the member agreed.
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_ticket: Option<Secret>,
    /// How many seconds the ticket is valid.
    pub expires_in: Option<u64>,
}

/// Returns the sensitive data of a member, in the older form of [`GetVisitorDetail`].
#[endpoint(POST "/cgi-bin/service/getuserdetail3rd", title = "获取访问用户敏感信息",
    doc = "https://developer.work.weixin.qq.com/document/path/91122",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteVisitorDetail)]
pub struct GetVisitorDetailOld {
    /// The ticket from [`SuiteVisitorOld`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub user_ticket: Secret,
}

/// Exchanges the code of the suite's Mini Program for the member and the session key.
#[endpoint(GET "/cgi-bin/service/miniprogram/jscode2session", title = "小程序登录流程",
    doc = "https://developer.work.weixin.qq.com/document/path/92423",
    scope(suite), auth = suite_token, retry = unsent, reply = MiniProgramSession, call = suite.mini_program_session)]
pub struct StartMiniProgramSession {
    /// The code of `wx.qy.login`; it works once.
    #[serde(serialize_with = "weixin_api::expose")]
    pub js_code: Secret,
    /// Always `authorization_code`, the default.
    #[serde(default = "authorization_code")]
    pub grant_type: String,
}

fn authorization_code() -> String {
    "authorization_code".to_owned()
}

/// A member who has logged in at the suite's Mini Program.
#[endpoint(part, reply_to(StartMiniProgramSession))]
pub struct MiniProgramSession {
    /// The member's corporation.
    pub corpid: CorpId,
    /// Id of the member.
    pub userid: Option<UserId>,
    /// The member, as the provider's apps know them.
    pub open_userid: Option<OpenUserId>,
    /// The key with which the Mini Program's data is encrypted.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
}
