//! How an account's owner authorizes a third-party platform (授权). `/cgi-bin/component/*`

use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::{AppId, Secret};

endpoints![GetComponentToken, CreatePreAuthCode, QueryAuthorization, GetAuthorizerToken];

/// Obtains the token of a third-party platform. `POST /cgi-bin/component/api_component_token`
///
/// 61004: this machine's address is not known to the platform; 61005: the ticket has expired;
/// 61006: it is wrong.
#[endpoint(POST "/cgi-bin/component/api_component_token", title = "获取令牌",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/ticket-token/getComponentAccessToken.html",
    scope(component), auth = none, retry = safe, bare, reply = ComponentToken)]
pub struct GetComponentToken {
    /// The third-party platform.
    pub component_appid: AppId,
    /// Its AppSecret.
    #[serde(serialize_with = "weixin_api::expose")]
    pub component_appsecret: Secret,
    /// The ticket that was pushed last.
    #[serde(serialize_with = "weixin_api::expose")]
    pub component_verify_ticket: Secret,
}

/// The token of a third-party platform.
#[endpoint(part)]
pub struct ComponentToken {
    /// The token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub component_access_token: Secret,
    /// Seconds from now.
    pub expires_in: u64,
}

/// Obtains the code with which an owner is sent to the page where they authorize.
/// `POST /cgi-bin/component/api_create_preauthcode`
#[endpoint(POST "/cgi-bin/component/api_create_preauthcode", title = "获取预授权码",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/ticket-token/getPreAuthCode.html",
    scope(component), auth = component_token, retry = safe, bare, reply = PreAuthCode)]
pub struct CreatePreAuthCode {
    /// The third-party platform; the caller itself if left out.
    #[fill(id)]
    pub component_appid: Option<AppId>,
}

/// A code that begins an authorization. It works once.
#[endpoint(part)]
pub struct PreAuthCode {
    /// The code.
    pub pre_auth_code: String,
    /// Seconds from now.
    pub expires_in: u64,
}

/// Exchanges the code of an authorization for the account's tokens.
/// `POST /cgi-bin/component/api_query_auth`
///
/// The code works once, so this call is never repeated once it may have arrived.
#[endpoint(POST "/cgi-bin/component/api_query_auth", title = "使用授权码获取授权信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/ticket-token/getAuthorizerRefreshToken.html",
    scope(component), auth = component_token, bare, reply = Authorization)]
pub struct QueryAuthorization {
    /// The third-party platform; the caller itself if left out.
    #[fill(id)]
    pub component_appid: Option<AppId>,
    /// The code, from the page or the push.
    #[serde(serialize_with = "weixin_api::expose")]
    pub authorization_code: Secret,
}

/// What an owner has authorized.
#[endpoint(part)]
pub struct Authorization {
    /// The account, its tokens and its rights.
    pub authorization_info: AuthorizationInfo,
}

/// An account that has authorized a third-party platform.
#[endpoint(part)]
pub struct AuthorizationInfo {
    /// The account.
    pub authorizer_appid: AppId,
    /// Its first token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub authorizer_access_token: Secret,
    /// How many seconds the token lives.
    pub expires_in: u64,
    /// What obtains the next one; if it is lost the owner has to authorize again.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub authorizer_refresh_token: Option<Secret>,
    /// The rights that were granted.
    #[serde(default)]
    pub func_info: Vec<FuncInfo>,
}

/// A right that was granted.
#[endpoint(part)]
pub struct FuncInfo {
    /// Which one.
    pub funcscope_category: FuncScope,
}

/// A group of calls.
#[endpoint(part)]
pub struct FuncScope {
    /// Its number in the platform's list (权限集).
    pub id: u32,
    /// Its name.
    pub name: Option<String>,
}

/// Renews the token of an account that has authorized the third-party platform.
/// `POST /cgi-bin/component/api_authorizer_token`
///
/// 61023: the refresh token is void, and the owner has to authorize again.
#[endpoint(POST "/cgi-bin/component/api_authorizer_token", title = "获取/刷新接口调用令牌",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/ticket-token/getAuthorizerAccessToken.html",
    scope(component), auth = component_token, retry = safe, bare, reply = AuthorizerToken)]
pub struct GetAuthorizerToken {
    /// The third-party platform; the caller itself if left out.
    #[fill(id)]
    pub component_appid: Option<AppId>,
    /// The account.
    pub authorizer_appid: AppId,
    /// Its refresh token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub authorizer_refresh_token: Secret,
}

/// The token of an account that has authorized a third-party platform.
#[endpoint(part)]
pub struct AuthorizerToken {
    /// The token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub authorizer_access_token: Secret,
    /// Seconds from now.
    pub expires_in: u64,
    /// What obtains the next one. It may be another than before.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub authorizer_refresh_token: Option<Secret>,
}

/// The group as a client has it: `wx.authorization()`.
#[derive(Debug)]
pub struct Authorizations<'c, C: ?Sized>(&'c C);

/// Gives a client `authorization()`.
pub trait AuthorizationApi: Caller {
    /// How an account's owner authorizes the third-party platform (授权).
    fn authorization(&self) -> Authorizations<'_, Self> {
        Authorizations(self)
    }
}

impl<C: Caller + ?Sized> AuthorizationApi for C where QueryAuthorization: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Authorizations<'c, C> {
    /// The code that begins an authorization; see [`CreatePreAuthCode`].
    pub fn pre_auth_code(&self) -> Call<'c, C, CreatePreAuthCode> {
        Call::new(self.0, CreatePreAuthCode::new())
    }

    /// What an owner has authorized; see [`QueryAuthorization`].
    pub fn query(&self, authorization_code: impl Into<Secret>) -> Call<'c, C, QueryAuthorization> {
        Call::new(self.0, QueryAuthorization::new(authorization_code))
    }
}
