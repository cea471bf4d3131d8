//! Visitors of web pages and users of Mini Programs, on behalf of accounts (代公众号网页授权,
//! 小程序登录). `/sns/oauth2/component/*`, `/sns/component/*`
//!
//! The third-party platform itself makes these calls and names the account. Calls with a visitor's
//! token are in [`weixin_official::oauth`].

use weixin_api::{Caller, endpoint, group, wire::query};
use weixin_official::oauth::{Scope, UserToken};
use weixin_protocol::{AppId, OpenId, Secret, UnionId};

group! {
    /// Visitors of web pages and Mini Programs, on behalf of accounts (代网页授权, 代登录).
    component_oauth: [GetComponentUserToken, RefreshComponentUserToken, ComponentCodeToSession]
}

/// Returns the address to which a page sends a visitor, on behalf of the Official Account `app`. The
/// visitor is redirected to `redirect_uri` with `code`, `state` and `appid` in its query.
///
/// `state` is up to 128 letters and digits. Choose one for each visitor, and compare it after the
/// redirect.
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
///
/// A code is valid for five minutes and works once, so this call is never repeated once it may have
/// arrived. Fails with 40029 when the code is invalid, and with 40163 when it was used before.
#[endpoint(GET "/sns/oauth2/component/access_token", title = "代公众号通过code换取access_token",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Official_Accounts/official_account_website_authorization.html",
    scope(component), auth = component_token, retry = unsent, no_errcode, reply = UserToken, call = component_oauth.token)]
pub struct GetComponentUserToken {
    /// The Official Account.
    pub appid: AppId,
    /// The code from the query of the redirect.
    #[serde(serialize_with = "weixin_api::expose")]
    pub code: Secret,
    /// Always `authorization_code`.
    #[serde(default = "authorization_code")]
    pub grant_type: String,
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
}

fn authorization_code() -> String {
    "authorization_code".to_owned()
}

/// Renews the token of a visitor, on behalf of an Official Account.
#[endpoint(GET "/sns/oauth2/component/refresh_token", title = "代公众号刷新access_token",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Official_Accounts/official_account_website_authorization.html",
    scope(component), auth = component_token, no_errcode, reply = UserToken, call = component_oauth.refresh)]
pub struct RefreshComponentUserToken {
    /// The Official Account.
    pub appid: AppId,
    /// Always `refresh_token`.
    #[serde(default = "refreshing")]
    pub grant_type: String,
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The refresh token of the visitor.
    #[serde(serialize_with = "weixin_api::expose")]
    pub refresh_token: Secret,
}

fn refreshing() -> String {
    "refresh_token".to_owned()
}

/// Exchanges the code of `wx.login` for the user's session, on behalf of a Mini Program.
///
/// A code is valid for five minutes and works once, so this call is never repeated once it may have
/// arrived. Fails with 40029 when the code is invalid, and with 40163 when it was used before.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::oauth::*;
/// # async fn example(wx: impl Caller<Kind = Component>) -> Result<(), Error> {
/// let login = ("wxb1a2c3d4e5f60718", "0a1B2c3D4e5F6g7H8i9J0k");
/// let session = wx.component_oauth().session(login).await?;
/// println!("{} has logged in", session.openid);
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/sns/component/jscode2session", title = "小程序登录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/login/thirdpartyCode2Session.html",
    scope(component), auth = component_token, retry = unsent, no_errcode, reply = UserSession, call = component_oauth.session)]
pub struct ComponentCodeToSession {
    /// The Mini Program.
    pub appid: AppId,
    /// Always `authorization_code`.
    #[serde(default = "authorization_code")]
    pub grant_type: String,
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The code that `wx.login` returned.
    #[serde(serialize_with = "weixin_api::expose")]
    pub js_code: Secret,
}

/// The identity and session key of a user of a Mini Program who has logged in.
#[endpoint(part, reply_to(ComponentCodeToSession))]
pub struct UserSession {
    /// The user's id at this Mini Program.
    pub openid: OpenId,
    /// The key that decrypts the user's data. It must not leave the server.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
    /// The user's id at all accounts of one Open Platform account; missing if the Mini Program is
    /// bound to none.
    pub unionid: Option<UnionId>,
}

impl<'c, C: Caller + ?Sized> ComponentOauthHandle<'c, C> {
    /// Returns the address to which a page sends a visitor; see [`authorize_url`].
    pub fn url(&self, app: &AppId, redirect_uri: &str, scope: Scope, state: &str) -> String {
        authorize_url(self.caller.account().id(), app, redirect_uri, scope, state)
    }
}
