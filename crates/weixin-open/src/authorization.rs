//! The authorization of a third-party platform by the owner of an account (授权).
//! `/cgi-bin/component/*`
//!
//! An owner is sent to [`authorize_url`] (or, on a phone, [`authorize_on_phone_url`]) with a code
//! from [`CreatePreAuthCode`]. The redirect back contains an authorization code, which
//! [`QueryAuthorization`] exchanges for the account's tokens. [`Authorized`] brings the same code.

use weixin_api::{Caller, Timestamp, endpoint, group, wire::query};
use weixin_protocol::{AppId, Header, Secret, inbound};

group! {
    /// The authorization of the third-party platform by an account's owner (授权).
    authorization: [
        QueryAuthorization, GetComponentToken, StartPushTicket, CreatePreAuthCode,
        GetAuthorizerToken, ClearComponentQuota,
    ]
}

weixin_api::integer_id! {
    /// A set of interfaces that accounts grant to third-party platforms (权限集 id).
    FuncScopeId(u32)
}

weixin_protocol::messages![ComponentVerifyTicket, Authorized, AuthorizationUpdated, Unauthorized];

/// The accounts that an owner may choose from on the authorization page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AuthorizeKind {
    /// Official Accounts (公众号).
    Official,
    /// Mini Programs (小程序).
    Mini,
    /// Official Accounts and Mini Programs.
    Both,
}

impl AuthorizeKind {
    const fn auth_type(self) -> u8 {
        match self {
            AuthorizeKind::Official => 1,
            AuthorizeKind::Mini => 2,
            AuthorizeKind::Both => 3,
        }
    }
}

/// Returns the address of the page, for a browser on a computer, where an owner authorizes the
/// third-party platform `component`. The owner is redirected to `redirect_uri` with `auth_code` and
/// `expires_in` in its query.
///
/// The page must be opened by a link on a page of the host that is set in the platform's console.
pub fn authorize_url(
    component: &AppId,
    pre_auth_code: &str,
    redirect_uri: &str,
    kind: AuthorizeKind,
) -> String {
    format!(
        "https://mp.weixin.qq.com/cgi-bin/componentloginpage?component_appid={}&pre_auth_code={}\
         &redirect_uri={}&auth_type={}",
        query::encode(component.as_str()),
        query::encode(pre_auth_code),
        query::encode(redirect_uri),
        kind.auth_type(),
    )
}

/// Returns the same address as [`authorize_url`] for a phone: the page opens inside WeChat.
pub fn authorize_on_phone_url(
    component: &AppId,
    pre_auth_code: &str,
    redirect_uri: &str,
    kind: AuthorizeKind,
) -> String {
    format!(
        "https://open.weixin.qq.com/wxaopen/safe/bindcomponent?action=bindcomponent&no_scan=1\
         &component_appid={}&pre_auth_code={}&redirect_uri={}&auth_type={}#wechat_redirect",
        query::encode(component.as_str()),
        query::encode(pre_auth_code),
        query::encode(redirect_uri),
        kind.auth_type(),
    )
}

/// Obtains the token of a third-party platform.
///
/// Fails with 61004 when this machine's IP address is not on the platform's list, with 61005 when
/// the ticket has expired, and with 61006 when it is wrong.
#[endpoint(POST "/cgi-bin/component/api_component_token", title = "获取令牌",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/ticket-token/getComponentAccessToken.html",
    scope(component), auth = none, retry = safe, no_errcode, reply = ComponentToken)]
pub struct GetComponentToken {
    /// The third-party platform.
    pub component_appid: AppId,
    /// The AppSecret of the third-party platform.
    #[serde(serialize_with = "weixin_api::expose")]
    pub component_appsecret: Secret,
    /// The ticket that was pushed last.
    #[serde(serialize_with = "weixin_api::expose")]
    pub component_verify_ticket: Secret,
}

/// The token of a third-party platform.
#[endpoint(part, reply_to(GetComponentToken))]
pub struct ComponentToken {
    /// The token (component_access_token), which lives for two hours.
    #[serde(serialize_with = "weixin_api::expose")]
    pub component_access_token: Secret,
    /// Seconds until it expires.
    pub expires_in: u64,
}

/// Restarts the pushes of tickets, which come every ten minutes.
///
/// They start by themselves when the third-party platform is created; this is for when they have
/// stopped.
#[endpoint(POST "/cgi-bin/component/api_start_push_ticket", title = "启动票据推送服务",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/ticket-token/startPushTicket.html",
    scope(component), auth = none, retry = safe, call = authorization.start_tickets)]
pub struct StartPushTicket {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The AppSecret of the third-party platform.
    #[serde(serialize_with = "weixin_api::expose")]
    pub component_secret: Secret,
}

/// Creates a code (预授权码) with which an owner is sent to the authorization page.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::authorization::*;
/// # async fn example(wx: impl Caller<Kind = Component>) -> Result<(), Error> {
/// let code = wx.authorization().pre_auth_code().await?.pre_auth_code;
/// let back = "https://example.com/authorized";
/// let page = wx.authorization().url(&code, back, AuthorizeKind::Both);
/// println!("the owner authorizes at {page}");
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/component/api_create_preauthcode", title = "获取预授权码",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/ticket-token/getPreAuthCode.html",
    scope(component), auth = component_token, retry = safe, no_errcode, reply = PreAuthCode, call = authorization.pre_auth_code)]
pub struct CreatePreAuthCode {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
}

/// A code that starts an authorization. It works once.
#[endpoint(part, reply_to(CreatePreAuthCode))]
pub struct PreAuthCode {
    /// The code, for [`authorize_url`].
    pub pre_auth_code: String,
    /// Seconds until it expires.
    pub expires_in: u64,
}

/// Exchanges the code of an authorization for the account's tokens.
///
/// The code works once, so this call is never repeated once it may have arrived.
///
/// Fails with 61009 when the code is invalid, and with 61010 when it has expired.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::authorization::*;
/// # async fn example(wx: impl Caller<Kind = Component>) -> Result<(), Error> {
/// let code = "queryauthcode@@@0a1B2c3D4e5F";
/// let account = wx.authorization().query(code).await?.authorization_info;
/// println!("{} has authorized", account.authorizer_appid);
/// // Keep `account.authorizer_refresh_token`: it makes an `Authorizer`.
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/component/api_query_auth", title = "使用授权码获取授权信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/ticket-token/getAuthorizerRefreshToken.html",
    scope(component), auth = component_token, no_errcode, reply = Authorization, call = authorization.query)]
pub struct QueryAuthorization {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The code, from the query of the page's redirect or from [`Authorized`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub authorization_code: Secret,
}

/// An authorization of an account.
#[endpoint(part, reply_to(QueryAuthorization))]
pub struct Authorization {
    /// The account, its tokens and the granted permissions.
    pub authorization_info: AuthorizationInfo,
}

/// An account that has authorized a third-party platform.
#[endpoint(part)]
pub struct AuthorizationInfo {
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: AppId,
    /// The first token of the account.
    #[serde(serialize_with = "weixin_api::expose")]
    pub authorizer_access_token: Secret,
    /// Seconds until the token expires.
    pub expires_in: u64,
    /// The token that obtains the next one. If it is lost, the owner must authorize again.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub authorizer_refresh_token: Option<Secret>,
    /// The permissions that were granted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub func_info: Vec<FuncInfo>,
}

/// A permission that was granted.
#[endpoint(part)]
pub struct FuncInfo {
    /// The set of interfaces (权限集).
    pub funcscope_category: FuncScope,
    /// Whether the owner must confirm the permission.
    pub confirm_info: Option<ConfirmInfo>,
}

/// Whether an owner must confirm a permission.
#[endpoint(part)]
pub struct ConfirmInfo {
    /// Whether a confirmation is needed.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub need_confirm: Option<bool>,
    /// Whether the owner has confirmed.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub already_confirm: Option<bool>,
    /// Whether the owner is able to confirm.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub can_confirm: Option<bool>,
}

/// A set of interfaces that is granted as a whole (权限集).
#[endpoint(part)]
pub struct FuncScope {
    /// The number of the set in the platform's list.
    pub id: FuncScopeId,
    /// The kind of the set, as the platform numbers it.
    #[serde(rename = "type")]
    pub type_: Option<u32>,
    /// The name of the set.
    pub name: Option<String>,
    /// The description of the set.
    pub desc: Option<String>,
}

/// Renews the token of an account that has authorized the third-party platform.
///
/// Fails with 61023 when the refresh token is invalid. The valid one is in the list of authorized
/// accounts (`api_get_authorizer_list`); if there is none, the owner must authorize again.
#[endpoint(POST "/cgi-bin/component/api_authorizer_token", title = "获取/刷新接口调用令牌",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/ticket-token/getAuthorizerAccessToken.html",
    scope(component), auth = component_token, retry = safe, no_errcode, reply = AuthorizerToken)]
pub struct GetAuthorizerToken {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: AppId,
    /// The account's refresh token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub authorizer_refresh_token: Secret,
}

/// The token of an account that has authorized a third-party platform.
#[endpoint(part, reply_to(GetAuthorizerToken))]
pub struct AuthorizerToken {
    /// The token (authorizer_access_token).
    #[serde(serialize_with = "weixin_api::expose")]
    pub authorizer_access_token: Secret,
    /// Seconds until it expires.
    pub expires_in: u64,
    /// The refresh token. It stays the same as long as the authorization lasts.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub authorizer_refresh_token: Option<Secret>,
}

/// Resets the quotas of calls made for an account, with the AppSecret in place of a token.
///
/// Fails with 48006 when the quotas were reset ten times in this month.
#[endpoint(POST "/cgi-bin/component/clear_quota/v2", title = "使用AppSecret重置第三方平台API调用次数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openapi/clearComponentQuotaByAppSecret.html",
    scope(component), auth = none, call = authorization.clear_quota)]
pub struct ClearComponentQuota {
    /// The account whose quotas are reset: one that has authorized the third-party platform, or the
    /// platform itself.
    #[query]
    pub appid: AppId,
    /// The third-party platform; the caller itself if left out.
    #[query]
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The AppSecret of the third-party platform; the caller's own if left out.
    #[query]
    #[account_default(secret)]
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub appsecret: Option<Secret>,
}

/// The platform sends the ticket with which the third-party platform obtains its token.
///
/// It is pushed about every ten minutes and valid for twelve hours. Only the latest one need be
/// kept.
#[inbound(notice = "component_verify_ticket", scope(official, mini))]
pub struct ComponentVerifyTicket {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: AppId,
    /// The ticket, for [`GetComponentToken`].
    pub component_verify_ticket: Secret,
}

/// An owner has authorized the third-party platform.
#[inbound(notice = "authorized", scope(official, mini))]
pub struct Authorized {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: AppId,
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: AppId,
    /// The code that [`QueryAuthorization`] takes.
    pub authorization_code: Option<Secret>,
    /// When the code expires.
    pub authorization_code_expired_time: Option<Timestamp>,
    /// The code with which the owner was sent to the page.
    pub pre_auth_code: Option<String>,
}

/// An owner has changed the permissions of the third-party platform.
#[inbound(notice = "updateauthorized", scope(official, mini))]
pub struct AuthorizationUpdated {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: AppId,
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: AppId,
    /// The code that [`QueryAuthorization`] takes.
    pub authorization_code: Option<Secret>,
    /// When the code expires.
    pub authorization_code_expired_time: Option<Timestamp>,
    /// The code with which the owner was sent to the page.
    pub pre_auth_code: Option<String>,
}

/// An owner has withdrawn the authorization. The account's tokens are invalid from now on.
#[inbound(notice = "unauthorized", scope(official, mini))]
pub struct Unauthorized {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: AppId,
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: AppId,
}

impl<'c, C: Caller + ?Sized> AuthorizationHandle<'c, C> {
    /// Returns the page, for a browser on a computer, where an owner authorizes; see [`authorize_url`].
    pub fn url(&self, pre_auth_code: &str, redirect_uri: &str, kind: AuthorizeKind) -> String {
        authorize_url(self.caller.account().id(), pre_auth_code, redirect_uri, kind)
    }

    /// Returns the same page for a phone; see [`authorize_on_phone_url`].
    pub fn phone_url(
        &self,
        pre_auth_code: &str,
        redirect_uri: &str,
        kind: AuthorizeKind,
    ) -> String {
        authorize_on_phone_url(self.caller.account().id(), pre_auth_code, redirect_uri, kind)
    }
}
