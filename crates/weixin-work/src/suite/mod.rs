//! Apps that many corporations install (第三方应用). `/cgi-bin/service/*`
//!
//! The platform pushes a ticket every ten minutes; with it a [`Suite`] obtains its token, and with
//! that the token of each corporation ([`SuiteCorp`]) that has installed it.

mod account;
mod event;
mod install;
mod visitor;

use weixin_api::{AccessToken, AgentId, Caller, FileOr, endpoint, group, wire::query};
use weixin_protocol::{AppId, OpenId, Secret, UserId, messages};

pub use account::{Suite, SuiteCorp};
pub use event::*;
pub use install::*;
pub use visitor::*;

group! {
    /// The installation of a suite (第三方应用授权).
    suite: [GetPreAuthCode, GetSuiteToken, SetSessionInfo, GetPermanentCode, GetAuthInfo, GetCorpToken, GetAdmins, GetAppQrCode, ConvertUnionId, GetVisitor, GetVisitorDetail, GetVisitorOld, GetVisitorDetailOld, StartMiniProgramSession]
}

messages![
    SuiteTicket,
    AuthCreated,
    AuthChanged,
    AuthCancelled,
    PermanentCodeReset,
    CorpArchitectureAuthorized,
    SpecialAuthApproved,
    SpecialAuthCancelled,
];

/// Obtains the token of a suite.
#[endpoint(POST "/cgi-bin/service/get_suite_token", title = "获取第三方应用凭证",
    doc = "https://developer.work.weixin.qq.com/document/path/90600",
    scope(suite), auth = none, retry = safe, reply = SuiteToken)]
pub struct GetSuiteToken {
    /// The suite.
    pub suite_id: AppId,
    /// Its secret.
    #[serde(serialize_with = "weixin_api::expose")]
    pub suite_secret: Secret,
    /// The ticket that was pushed last; it lives 30 minutes.
    #[serde(serialize_with = "weixin_api::expose")]
    pub suite_ticket: Secret,
}

/// The token of a suite.
#[endpoint(part, reply_to(GetSuiteToken))]
pub struct SuiteToken {
    /// The token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub suite_access_token: Secret,
    /// Seconds from now.
    pub expires_in: u64,
}

/// Obtains the code with which an administrator is sent to the page where they install the suite.
#[endpoint(GET "/cgi-bin/service/get_pre_auth_code", title = "获取预授权码",
    doc = "https://developer.work.weixin.qq.com/document/path/90601",
    scope(suite), auth = suite_token, reply = PreAuthCode, call = suite.pre_auth_code)]
pub struct GetPreAuthCode;

/// A code that begins an installation.
#[endpoint(part, reply_to(GetPreAuthCode))]
pub struct PreAuthCode {
    /// The code.
    pub pre_auth_code: String,
    /// Seconds from now: 1,200.
    pub expires_in: u64,
}

/// Exchanges the code of an installation for the code that lasts.
///
/// The code works once, so this call is never repeated once it may have arrived.
#[endpoint(POST "/cgi-bin/service/get_permanent_code", title = "获取企业永久授权码",
    doc = "https://developer.work.weixin.qq.com/document/path/90603",
    scope(suite), auth = suite_token, reply = Installed, call = suite.permanent_code)]
pub struct GetPermanentCode {
    /// The code, from the page or the push.
    #[serde(serialize_with = "weixin_api::expose")]
    pub auth_code: Secret,
}

/// Says what an installation is to be like.
#[endpoint(POST "/cgi-bin/service/set_session_info", title = "设置授权配置",
    doc = "https://developer.work.weixin.qq.com/document/path/90602",
    scope(suite), auth = suite_token, retry = safe, call = suite.set_session_info)]
pub struct SetSessionInfo {
    /// The code that begins it.
    pub pre_auth_code: String,
    /// What it is to be like.
    pub session_info: SessionInfo,
}

/// What an installation is to be like.
#[endpoint(part)]
#[derive(Default)]
pub struct SessionInfo {
    /// Which apps of an older suite of several; all if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appid: Vec<u32>,
    /// 0 a real one, 1 a test; 0 if left out.
    pub auth_type: Option<u8>,
}

/// Tells about an installation.
#[endpoint(POST "/cgi-bin/service/get_auth_info", title = "获取企业授权信息",
    doc = "https://developer.work.weixin.qq.com/document/path/90604",
    scope(suite), auth = suite_token, retry = safe, reply = Installation, call = suite.auth_info)]
pub struct GetAuthInfo {
    /// The corporation.
    pub auth_corpid: AppId,
    /// The code of its installation.
    #[serde(serialize_with = "weixin_api::expose")]
    pub permanent_code: Secret,
}

/// Gives who administers an app of the suite.
#[endpoint(POST "/cgi-bin/service/get_admin_list", title = "获取应用的管理员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/90606",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteAdmins, call = suite.admins)]
pub struct GetAdmins {
    /// The corporation.
    pub auth_corpid: AppId,
    /// The app there.
    pub agentid: AgentId,
}

/// Who administers an app.
#[endpoint(part, reply_to(GetAdmins))]
pub struct SuiteAdmins {
    /// The administrators.
    #[serde(default)]
    pub admin: Vec<SuiteAdmin>,
}

/// An administrator of an app.
#[endpoint(part)]
pub struct SuiteAdmin {
    /// The member.
    pub userid: UserId,
    /// The member, as providers of apps know one.
    pub open_userid: Option<UserId>,
    /// 0 they may send messages, 1 they may administer it.
    pub auth_type: Option<u8>,
}

/// Obtains a QR code by which the suite is installed.
#[endpoint(POST "/cgi-bin/service/get_app_qrcode", title = "获取应用二维码",
    doc = "https://developer.work.weixin.qq.com/document/path/95430",
    scope(suite), auth = suite_token, reply = FileOr<AppQrCode>, call = suite.app_qrcode)]
pub struct GetAppQrCode {
    /// The suite; the account's own if left out.
    #[account_default(id)]
    pub suite_id: Option<AppId>,
    /// The app in an older suite of several.
    pub appid: Option<u32>,
    /// What the notice of the installation is to carry: up to 128 bytes.
    pub state: Option<String>,
    /// How it looks: 0 to 4.
    pub style: Option<u8>,
    /// 1 the picture itself, 2 its address; 1 if left out.
    pub result_type: Option<u8>,
}

/// A QR code by which a suite is installed.
#[endpoint(part)]
pub struct AppQrCode {
    /// The address of the picture.
    pub qrcode: Option<String>,
}

/// Gives the customers that somebody is in WeChat, at the corporations that have installed the
/// suite.
#[endpoint(POST "/cgi-bin/service/externalcontact/unionid_to_external_userid_3rd",
    title = "第三方主体unionid转换为第三方external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95327",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteCustomers, call = suite.customers)]
pub struct ConvertUnionId {
    /// Who they are at all accounts of the provider.
    pub unionid: String,
    /// Who they are at one of these accounts.
    pub openid: OpenId,
    /// Only at this corporation.
    pub corpid: Option<AppId>,
}

/// Which customers somebody is.
#[endpoint(part, reply_to(ConvertUnionId))]
pub struct SuiteCustomers {
    /// The customers.
    #[serde(default)]
    pub external_userid_info: Vec<SuiteCustomer>,
}

/// A customer of a corporation.
#[endpoint(part)]
pub struct SuiteCustomer {
    /// The corporation.
    pub corpid: AppId,
    /// The customer.
    pub external_userid: UserId,
}

/// The address of the page on which an administrator installs the suite. They come back to
/// `redirect_uri` with `auth_code`, `expires_in` and `state` in its query.
pub fn install_url(
    suite_id: &AppId,
    pre_auth_code: &str,
    redirect_uri: &str,
    state: &str,
) -> String {
    format!(
        "https://open.work.weixin.qq.com/3rdapp/install?suite_id={}&pre_auth_code={}\
         &redirect_uri={}&state={}",
        query::encode(suite_id.as_str()),
        query::encode(pre_auth_code),
        query::encode(redirect_uri),
        query::encode(state),
    )
}

/// Obtains the token of a corporation that has installed the suite.
#[endpoint(POST "/cgi-bin/service/get_corp_token", title = "获取企业凭证",
    doc = "https://developer.work.weixin.qq.com/document/path/90605",
    scope(suite), auth = suite_token, retry = safe, reply = AccessToken)]
pub struct GetCorpToken {
    /// The corporation.
    pub auth_corpid: AppId,
    /// The code of its installation.
    #[serde(serialize_with = "weixin_api::expose")]
    pub permanent_code: Secret,
}

impl<'c, C: Caller + ?Sized> SuiteHandle<'c, C> {
    /// Where an administrator installs the suite; see [`install_url`].
    pub fn install_url(&self, pre_auth_code: &str, redirect_uri: &str, state: &str) -> String {
        install_url(self.caller.account().id(), pre_auth_code, redirect_uri, state)
    }
}
