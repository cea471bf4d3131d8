//! Apps that many corporations install (第三方应用). `/cgi-bin/service/*`
//!
//! The platform pushes a ticket every ten minutes; with it a [`SuiteApp`] obtains its token, and with
//! that the token of each corporation ([`SuiteCorp`]) that has installed it.

mod account;
mod event;
mod install;
mod visitor;

use weixin_api::{AccessToken, AgentId, Caller, FileOr, endpoint, group, int_enum, wire::query};
use weixin_protocol::{CorpId, OpenId, Secret, UnionId, UserId, messages};

use crate::ids::{ExternalUserId, OpenUserId, SuiteId};

pub use account::{SuiteApp, SuiteCorp};
pub use event::*;
pub use install::*;
pub use visitor::*;

group! {
    /// The installation of a suite (第三方应用授权).
    suite: [
        GetPreAuthCode, GetSuiteToken, SetSessionInfo, GetPermanentCode, GetAuthInfo, GetCorpToken,
        GetAdmins, GetAppQrCode, ConvertUnionId, GetVisitor, GetVisitorDetail, GetVisitorOld,
        GetVisitorDetailOld, StartMiniProgramSession,
    ]
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

/// Obtains the access token of a suite (suite_access_token).
///
/// Fails with 40085 when the ticket is wrong or has expired, with 40080 when the secret is wrong.
#[endpoint(POST "/cgi-bin/service/get_suite_token", title = "获取第三方应用凭证",
    doc = "https://developer.work.weixin.qq.com/document/path/90600",
    scope(suite), auth = none, retry = safe, reply = SuiteToken)]
pub struct GetSuiteToken {
    /// The suite to obtain it for.
    pub suite_id: SuiteId,
    /// The suite's secret.
    #[serde(serialize_with = "weixin_api::expose")]
    pub suite_secret: Secret,
    /// The ticket that was pushed last; it is valid for 30 minutes.
    #[serde(serialize_with = "weixin_api::expose")]
    pub suite_ticket: Secret,
}

/// The access token of a suite.
#[endpoint(part, reply_to(GetSuiteToken))]
pub struct SuiteToken {
    /// The token (第三方应用凭证).
    #[serde(serialize_with = "weixin_api::expose")]
    pub suite_access_token: Secret,
    /// How many seconds the token is valid.
    pub expires_in: u64,
}

/// Obtains the code (预授权码) with which an administrator is sent to the page where they install the
/// suite.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Suite};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Suite>) -> Result<(), Error> {
/// # let code = wx.suite().pre_auth_code().await?.pre_auth_code;
/// let address = wx.suite().install_url(&code, "https://app.example.com/installed", "k3Jx8");
/// println!("the administrator opens {address}");
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/service/get_pre_auth_code", title = "获取预授权码",
    doc = "https://developer.work.weixin.qq.com/document/path/90601",
    scope(suite), auth = suite_token, reply = PreAuthCode, call = suite.pre_auth_code)]
pub struct GetPreAuthCode;

/// A code that begins an installation.
#[endpoint(part, reply_to(GetPreAuthCode))]
pub struct PreAuthCode {
    /// The code, for the address of [`install_url`].
    pub pre_auth_code: String,
    /// How many seconds the code is valid: 1,200.
    pub expires_in: u64,
}

/// Exchanges the code of an installation (临时授权码) for the permanent one.
///
/// The code works once, so this call is never repeated once it may have arrived.
///
/// Fails with 40078 when the code is wrong or was used.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Suite};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Suite>) -> Result<(), Error> {
/// # let auth_code = "AUTH_CODE";
/// // `auth_code` came with the notice `AuthCreated`, or with the redirect after the installation.
/// let installed = wx.suite().permanent_code(auth_code).await?;
/// if let Some(corp) = installed.auth_corp_info {
///     println!("{} has installed the suite", corp.corpid);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/service/get_permanent_code", title = "获取企业永久授权码",
    doc = "https://developer.work.weixin.qq.com/document/path/90603",
    scope(suite), auth = suite_token, reply = Installed, call = suite.permanent_code)]
pub struct GetPermanentCode {
    /// The code, from the query of the page or the notice.
    #[serde(serialize_with = "weixin_api::expose")]
    pub auth_code: Secret,
}

/// Sets what an installation that begins with a code is like.
///
/// Fails with 40077 when the code is wrong, with 42007 when it has expired, with 40086 when an app
/// is not one of the suite.
#[endpoint(POST "/cgi-bin/service/set_session_info", title = "设置授权配置",
    doc = "https://developer.work.weixin.qq.com/document/path/90602",
    scope(suite), auth = suite_token, retry = safe, call = suite.set_session_info)]
pub struct SetSessionInfo {
    /// The code with which the installation begins.
    pub pre_auth_code: String,
    /// The settings of the installation.
    pub session_info: SessionInfo,
}

/// The settings of an installation.
#[endpoint(part)]
#[derive(Default)]
pub struct SessionInfo {
    /// The apps to install of a suite of the old kind with several apps; all if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appid: Vec<SuiteAppId>,
    /// Whether it is a test installation (测试授权); a real one (正式授权) if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub auth_type: Option<bool>,
}

/// Returns the current state of an installation.
///
/// Fails with 40084 when the permanent code is wrong, with 48004 when the corporation has
/// uninstalled the suite.
#[endpoint(POST "/cgi-bin/service/get_auth_info", title = "获取企业授权信息",
    doc = "https://developer.work.weixin.qq.com/document/path/90604",
    scope(suite), auth = suite_token, retry = safe, reply = Installation, call = suite.auth_info)]
pub struct GetAuthInfo {
    /// The corporation that installed the suite.
    pub auth_corpid: CorpId,
    /// The permanent code of the installation.
    #[serde(serialize_with = "weixin_api::expose")]
    pub permanent_code: Secret,
}

/// Returns the administrators of an app of the suite.
#[endpoint(POST "/cgi-bin/service/get_admin_list", title = "获取应用的管理员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/90606",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteAdmins, call = suite.admins)]
pub struct GetAdmins {
    /// The corporation that installed it.
    pub auth_corpid: CorpId,
    /// The app in that corporation.
    pub agentid: AgentId,
}

/// The administrators of an app.
#[endpoint(part, reply_to(GetAdmins))]
pub struct SuiteAdmins {
    /// The administrators, without those from outside the corporation.
    #[serde(default)]
    pub admin: Vec<SuiteAdmin>,
}

/// An administrator of an app.
#[endpoint(part)]
pub struct SuiteAdmin {
    /// Id of the member.
    pub userid: UserId,
    /// The member, as the provider's apps know them.
    pub open_userid: Option<OpenUserId>,
    /// What they may do with the app.
    pub auth_type: Option<AdminRight>,
}

int_enum! {
    /// What an administrator may do with an app.
    pub enum AdminRight {
        /// Send messages (发消息权限).
        SendMessages = 0,
        /// Administer it (管理权限).
        Administer = 1,
    }
}

/// Obtains a QR code by which the suite is installed.
#[endpoint(POST "/cgi-bin/service/get_app_qrcode", title = "获取应用二维码",
    doc = "https://developer.work.weixin.qq.com/document/path/95430",
    scope(suite), auth = suite_token, reply = FileOr<AppQrCode>, call = suite.app_qrcode)]
pub struct GetAppQrCode {
    /// The suite; the account's own if left out.
    #[account_default(id)]
    pub suite_id: Option<SuiteId>,
    /// The app, in a suite of the old kind with several apps.
    pub appid: Option<SuiteAppId>,
    /// A text that the notice of the installation contains: up to 128 bytes.
    pub state: Option<String>,
    /// Which of the platform's designs the code has: 0 to 4.
    pub style: Option<u8>,
    /// The picture or its address; the picture if left out.
    pub result_type: Option<QrCodeForm>,
}

int_enum! {
    /// In which form a QR code is returned.
    pub enum QrCodeForm {
        /// As the picture itself.
        Picture = 1,
        /// As the address of the picture.
        Url = 2,
    }
}

/// A QR code by which a suite is installed.
#[endpoint(part)]
pub struct AppQrCode {
    /// Address of the picture.
    pub qrcode: Option<String>,
}

/// Converts a WeChat user's unionid and openid into their external_userid at the corporations that
/// have installed the suite.
#[endpoint(POST "/cgi-bin/service/externalcontact/unionid_to_external_userid_3rd",
    title = "第三方主体unionid转换为第三方external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95327",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteCustomers, call = suite.customers)]
pub struct ConvertUnionId {
    /// The user, for all accounts of the provider.
    pub unionid: UnionId,
    /// The user at the account of the provider that unionid and openid come from.
    pub openid: OpenId,
    /// Only the customer of this corporation.
    pub corpid: Option<CorpId>,
}

/// The customers that a WeChat user is.
#[endpoint(part, reply_to(ConvertUnionId))]
pub struct SuiteCustomers {
    /// One entry for each corporation.
    #[serde(default)]
    pub external_userid_info: Vec<SuiteCustomer>,
}

/// A customer of a corporation.
#[endpoint(part)]
pub struct SuiteCustomer {
    /// The corporation whose customer they are.
    pub corpid: CorpId,
    /// Id of the customer.
    pub external_userid: ExternalUserId,
}

/// The address of the page on which an administrator installs the suite. They come back to
/// `redirect_uri` with `auth_code`, `expires_in` and `state` in its query.
pub fn install_url(
    suite_id: &SuiteId,
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
///
/// Fails with 40084 when the permanent code is wrong, with 48004 when the corporation has
/// uninstalled the suite.
#[endpoint(POST "/cgi-bin/service/get_corp_token", title = "获取企业凭证",
    doc = "https://developer.work.weixin.qq.com/document/path/90605",
    scope(suite), auth = suite_token, retry = safe, reply = AccessToken)]
pub struct GetCorpToken {
    /// The corporation that installed the suite.
    pub auth_corpid: CorpId,
    /// The permanent code of the installation.
    #[serde(serialize_with = "weixin_api::expose")]
    pub permanent_code: Secret,
}

impl<'c, C: Caller + ?Sized> SuiteHandle<'c, C> {
    /// Where an administrator installs the suite; see [`install_url`].
    pub fn install_url(&self, pre_auth_code: &str, redirect_uri: &str, state: &str) -> String {
        let suite_id = SuiteId::from(self.caller.account().id().as_str());
        install_url(&suite_id, pre_auth_code, redirect_uri, state)
    }
}
