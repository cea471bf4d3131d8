//! Who a visitor is, on behalf of an account (代公众号网页授权, 小程序登录). `/sns/oauth2/component/*`, `/sns/component/*`
//!
//! These are calls of the third-party platform itself, which name the account. What a visitor's
//! token is good for is in [`weixin_official::oauth`].

use weixin_api::{Call, Caller, On, endpoint, endpoints, wire::query};
use weixin_official::oauth::{Scope, UserToken};
use weixin_protocol::{AppId, OpenId, Secret};

endpoints![GetComponentUserToken, RefreshComponentUserToken, ComponentCodeToSession];

/// The address to which a page sends a visitor, on behalf of the Official Account `app`. They come
/// back to `redirect_uri` with `code`, `state` and `appid` in its query.
///
/// `state` is up to 128 letters and digits: let it be one that only this visitor has, and compare
/// it when they are back.
pub fn authorize_url(
    component: &AppId,
    app: &AppId,
    redirect_uri: &str,
    scope: Scope,
    state: &str,
) -> String {
    let scope = match scope {
        Scope::Base => "snsapi_base",
        Scope::UserInfo => "snsapi_userinfo",
    };
    // The platform wants the parameters in this order.
    format!(
        "https://open.weixin.qq.com/connect/oauth2/authorize?appid={}&redirect_uri={}\
         &response_type=code&scope={scope}&state={}&component_appid={}#wechat_redirect",
        query::encode(app.as_str()),
        query::encode(redirect_uri),
        query::encode(state),
        query::encode(component.as_str()),
    )
}

/// Exchanges the code of a visitor for a token, on behalf of an Official Account.
/// `GET /sns/oauth2/component/access_token`
///
/// A code lives five minutes and works once (40029, 40163), so this call is never repeated once it
/// may have arrived.
#[endpoint(GET "/sns/oauth2/component/access_token", title = "代公众号通过code换取access_token",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Official_Accounts/official_account_website_authorization.html",
    scope(component), auth = component_token, retry = unsent, bare, reply = UserToken)]
pub struct GetComponentUserToken {
    /// The account.
    pub appid: AppId,
    /// The code.
    pub code: String,
    /// Always `authorization_code`.
    #[serde(default = "authorization_code")]
    pub grant_type: String,
    /// The third-party platform; the caller itself if left out.
    #[fill(id)]
    pub component_appid: Option<AppId>,
}

fn authorization_code() -> String {
    "authorization_code".to_owned()
}

/// Renews a visitor's token, on behalf of an Official Account.
/// `GET /sns/oauth2/component/refresh_token`
#[endpoint(GET "/sns/oauth2/component/refresh_token", title = "代公众号刷新access_token",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Official_Accounts/official_account_website_authorization.html",
    scope(component), auth = component_token, bare, reply = UserToken)]
pub struct RefreshComponentUserToken {
    /// The account.
    pub appid: AppId,
    /// Always `refresh_token`.
    #[serde(default = "refreshing")]
    pub grant_type: String,
    /// The third-party platform; the caller itself if left out.
    #[fill(id)]
    pub component_appid: Option<AppId>,
    /// The token that renews.
    #[serde(serialize_with = "weixin_api::expose")]
    pub refresh_token: Secret,
}

fn refreshing() -> String {
    "refresh_token".to_owned()
}

/// Exchanges the code of `wx.login()` for the user's session, on behalf of a Mini Program.
/// `GET /sns/component/jscode2session`
///
/// A code lives five minutes and works once (40029, 40163), so this call is never repeated once it
/// may have arrived.
#[endpoint(GET "/sns/component/jscode2session", title = "小程序登录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/login/thirdpartyCode2Session.html",
    scope(component), auth = component_token, retry = unsent, bare, reply = UserSession)]
pub struct ComponentCodeToSession {
    /// The Mini Program.
    pub appid: AppId,
    /// Always `authorization_code`.
    #[serde(default = "authorization_code")]
    pub grant_type: String,
    /// The third-party platform; the caller itself if left out.
    #[fill(id)]
    pub component_appid: Option<AppId>,
    /// The code.
    pub js_code: String,
}

/// A user of a Mini Program who has logged in.
#[endpoint(part)]
pub struct UserSession {
    /// Who they are at this Mini Program.
    pub openid: OpenId,
    /// What opens encrypted data; never send it to the Mini Program.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
    /// Who they are at all accounts of the same open platform account.
    pub unionid: Option<String>,
}

/// The group as a client has it: `wx.component_oauth()`.
#[derive(Debug)]
pub struct ComponentOAuth<'c, C: ?Sized>(&'c C);

/// Gives a client `component_oauth()`.
pub trait ComponentOAuthApi: Caller {
    /// Visitors of web pages and Mini Programs, on behalf of accounts (代网页授权, 代登录).
    fn component_oauth(&self) -> ComponentOAuth<'_, Self> {
        ComponentOAuth(self)
    }
}

impl<C: Caller + ?Sized> ComponentOAuthApi for C where GetComponentUserToken: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> ComponentOAuth<'c, C> {
    /// Exchanges the code of a visitor for a token, on behalf of an Official Account; see
    /// [`GetComponentUserToken`].
    pub fn token(
        &self,
        appid: impl Into<AppId>,
        code: impl Into<String>,
    ) -> Call<'c, C, GetComponentUserToken> {
        Call::new(self.0, GetComponentUserToken::new(appid, code))
    }

    /// Renews a visitor's token, on behalf of an Official Account; see
    /// [`RefreshComponentUserToken`].
    pub fn refresh(
        &self,
        appid: impl Into<AppId>,
        refresh_token: impl Into<Secret>,
    ) -> Call<'c, C, RefreshComponentUserToken> {
        Call::new(self.0, RefreshComponentUserToken::new(appid, refresh_token))
    }

    /// Exchanges the code of `wx.login()` for the user's session, on behalf of a Mini Program; see
    /// [`ComponentCodeToSession`].
    pub fn session(
        &self,
        appid: impl Into<AppId>,
        js_code: impl Into<String>,
    ) -> Call<'c, C, ComponentCodeToSession> {
        Call::new(self.0, ComponentCodeToSession::new(appid, js_code))
    }

    /// The address to which a page sends a visitor; see [`authorize_url`].
    pub fn url(&self, app: &AppId, redirect_uri: &str, scope: Scope, state: &str) -> String {
        authorize_url(self.0.account().id(), app, redirect_uri, scope, state)
    }
}
