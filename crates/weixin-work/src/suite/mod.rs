//! Apps that many corporations install (第三方应用). `/cgi-bin/service/*`
//!
//! The platform pushes a ticket every ten minutes; with it a [`Suite`] obtains its token, and with
//! that the token of each corporation ([`SuiteCorp`]) that has installed it.

mod account;
mod event;
mod install;
mod visitor;

use weixin_api::{
    AccessToken, AgentId, Call, Caller, FileOr, On, endpoint, endpoints, wire::query,
};
use weixin_protocol::{AppId, OpenId, Secret, UserId, messages};

pub use account::{Suite, SuiteCorp};
pub use event::*;
pub use install::*;
pub use visitor::*;

endpoints![
    GetSuiteToken,
    GetPreAuthCode,
    SetSessionInfo,
    GetPermanentCode,
    GetAuthInfo,
    GetCorpToken,
    GetAdmins,
    GetAppQrCode,
    ConvertUnionId,
    GetVisitor,
    GetVisitorDetail,
    GetVisitorOld,
    GetVisitorDetailOld,
    StartMiniProgramSession,
];

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

/// Obtains the token of a suite. `POST /cgi-bin/service/get_suite_token`
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
#[endpoint(part)]
pub struct SuiteToken {
    /// The token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub suite_access_token: Secret,
    /// Seconds from now.
    pub expires_in: u64,
}

/// Obtains the code with which an administrator is sent to the page where they install the suite.
/// `GET /cgi-bin/service/get_pre_auth_code`
#[endpoint(GET "/cgi-bin/service/get_pre_auth_code", title = "获取预授权码",
    doc = "https://developer.work.weixin.qq.com/document/path/90601",
    scope(suite), auth = suite_token, reply = PreAuthCode)]
pub struct GetPreAuthCode;

/// A code that begins an installation.
#[endpoint(part)]
pub struct PreAuthCode {
    /// The code.
    pub pre_auth_code: String,
    /// Seconds from now: 1,200.
    pub expires_in: u64,
}

/// Exchanges the code of an installation for the code that lasts.
/// `POST /cgi-bin/service/get_permanent_code`
///
/// The code works once, so this call is never repeated once it may have arrived.
#[endpoint(POST "/cgi-bin/service/get_permanent_code", title = "获取企业永久授权码",
    doc = "https://developer.work.weixin.qq.com/document/path/90603",
    scope(suite), auth = suite_token, reply = Installed)]
pub struct GetPermanentCode {
    /// The code, from the page or the push.
    #[serde(serialize_with = "weixin_api::expose")]
    pub auth_code: Secret,
}

/// Says what an installation is to be like. `POST /cgi-bin/service/set_session_info`
#[endpoint(POST "/cgi-bin/service/set_session_info", title = "设置授权配置",
    doc = "https://developer.work.weixin.qq.com/document/path/90602",
    scope(suite), auth = suite_token, retry = safe)]
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

/// Tells about an installation. `POST /cgi-bin/service/get_auth_info`
#[endpoint(POST "/cgi-bin/service/get_auth_info", title = "获取企业授权信息",
    doc = "https://developer.work.weixin.qq.com/document/path/90604",
    scope(suite), auth = suite_token, retry = safe, reply = Installation)]
pub struct GetAuthInfo {
    /// The corporation.
    pub auth_corpid: AppId,
    /// The code of its installation.
    #[serde(serialize_with = "weixin_api::expose")]
    pub permanent_code: Secret,
}

/// Gives who administers an app of the suite. `POST /cgi-bin/service/get_admin_list`
#[endpoint(POST "/cgi-bin/service/get_admin_list", title = "获取应用的管理员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/90606",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteAdmins)]
pub struct GetAdmins {
    /// The corporation.
    pub auth_corpid: AppId,
    /// The app there.
    pub agentid: AgentId,
}

/// Who administers an app.
#[endpoint(part)]
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

/// Obtains a QR code by which the suite is installed. `POST /cgi-bin/service/get_app_qrcode`
#[endpoint(POST "/cgi-bin/service/get_app_qrcode", title = "获取应用二维码",
    doc = "https://developer.work.weixin.qq.com/document/path/95430",
    scope(suite), auth = suite_token, reply = FileOr<AppQrCode>)]
pub struct GetAppQrCode {
    /// The suite; the account's own if left out.
    #[fill(id)]
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
/// suite. `POST /cgi-bin/service/externalcontact/unionid_to_external_userid_3rd`
#[endpoint(POST "/cgi-bin/service/externalcontact/unionid_to_external_userid_3rd",
    title = "第三方主体unionid转换为第三方external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95327",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteCustomers)]
pub struct ConvertUnionId {
    /// Who they are at all accounts of the provider.
    pub unionid: String,
    /// Who they are at one of these accounts.
    pub openid: OpenId,
    /// Only at this corporation.
    pub corpid: Option<AppId>,
}

/// Which customers somebody is.
#[endpoint(part)]
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
/// `POST /cgi-bin/service/get_corp_token`
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

/// The group as a client has it: `wx.suite()`.
#[derive(Debug)]
pub struct Suites<'c, C: ?Sized>(&'c C);

/// Gives a client `suite()`.
pub trait SuitesApi: Caller {
    /// The installation of a suite (第三方应用授权).
    fn suite(&self) -> Suites<'_, Self> {
        Suites(self)
    }
}

impl<C: Caller + ?Sized> SuitesApi for C where GetPreAuthCode: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Suites<'c, C> {
    /// The code that begins an installation; see [`GetPreAuthCode`].
    pub fn pre_auth_code(&self) -> Call<'c, C, GetPreAuthCode> {
        Call::new(self.0, GetPreAuthCode::new())
    }

    /// The code that lasts; see [`GetPermanentCode`].
    pub fn permanent_code(&self, auth_code: impl Into<Secret>) -> Call<'c, C, GetPermanentCode> {
        Call::new(self.0, GetPermanentCode::new(auth_code))
    }

    /// Says what an installation is to be like; see [`SetSessionInfo`].
    pub fn set_session_info(
        &self,
        pre_auth_code: impl Into<String>,
        session_info: impl Into<SessionInfo>,
    ) -> Call<'c, C, SetSessionInfo> {
        Call::new(self.0, SetSessionInfo::new(pre_auth_code, session_info))
    }

    /// Where an administrator installs the suite; see [`install_url`].
    pub fn install_url(&self, pre_auth_code: &str, redirect_uri: &str, state: &str) -> String {
        install_url(self.0.account().id(), pre_auth_code, redirect_uri, state)
    }

    /// An installation; see [`GetAuthInfo`].
    pub fn auth_info(
        &self,
        auth_corpid: impl Into<AppId>,
        permanent_code: impl Into<Secret>,
    ) -> Call<'c, C, GetAuthInfo> {
        Call::new(self.0, GetAuthInfo::new(auth_corpid, permanent_code))
    }

    /// Who administers an app; see [`GetAdmins`].
    pub fn admins(
        &self,
        auth_corpid: impl Into<AppId>,
        agentid: impl Into<AgentId>,
    ) -> Call<'c, C, GetAdmins> {
        Call::new(self.0, GetAdmins::new(auth_corpid, agentid))
    }

    /// The QR code of the suite; see [`GetAppQrCode`].
    pub fn app_qrcode(&self) -> Call<'c, C, GetAppQrCode> {
        Call::new(self.0, GetAppQrCode::new())
    }

    /// The customers somebody is; see [`ConvertUnionId`].
    pub fn customers(
        &self,
        unionid: impl Into<String>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, ConvertUnionId> {
        Call::new(self.0, ConvertUnionId::new(unionid, openid))
    }

    /// Who came back to a page with a code; see [`GetVisitor`].
    pub fn visitor(&self, code: impl Into<Secret>) -> Call<'c, C, GetVisitor> {
        Call::new(self.0, GetVisitor::new(code))
    }

    /// What a member agreed to tell; see [`GetVisitorDetail`].
    pub fn visitor_detail(&self, user_ticket: impl Into<Secret>) -> Call<'c, C, GetVisitorDetail> {
        Call::new(self.0, GetVisitorDetail::new(user_ticket))
    }

    /// Who uses the suite's Mini Program; see [`StartMiniProgramSession`].
    pub fn mini_program_session(
        &self,
        js_code: impl Into<Secret>,
    ) -> Call<'c, C, StartMiniProgramSession> {
        Call::new(self.0, StartMiniProgramSession::new(js_code))
    }
}
