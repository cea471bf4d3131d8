//! Authorization by visitors of web pages (网页授权). `/sns/*`
//!
//! A page redirects the visitor to [`authorize_url`]. The visitor returns with a code, which
//! [`GetUserToken`] exchanges for a token of that visitor. This token is unrelated to the account's
//! access token: it is passed with each call.

use crate::user::Gender;
pub use crate::user::Language;
use weixin_api::{Call, Caller, endpoint, group, wire::query};
use weixin_protocol::{AppId, OpenId, Secret, UnionId};

group! {
    /// Authorization by visitors of web pages (网页授权).
    oauth: [GetUserToken, RefreshUserToken, GetVisitor, CheckUserToken]
}

/// What a web page may learn of its visitors (授权作用域).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The openid only, without asking the visitor (`snsapi_base`).
    Base,
    /// Name and picture as well, after the visitor agreed (`snsapi_userinfo`).
    UserInfo,
}

/// Returns the address that a page redirects a visitor to (网页授权). The visitor is then redirected to
/// `redirect_uri`, with `code` and `state` in its query; its host must be set in the console.
///
/// `state` has up to 128 letters and digits. To prevent forged requests, use one that only this
/// visitor has, and compare it when they return.
pub fn authorize_url(app: &AppId, redirect_uri: &str, scope: Scope, state: &str) -> String {
    let scope = match scope {
        Scope::Base => "snsapi_base",
        Scope::UserInfo => "snsapi_userinfo",
    };
    // The platform wants the parameters in this order.
    format!(
        "https://open.weixin.qq.com/connect/oauth2/authorize?appid={}&redirect_uri={}\
         &response_type=code&scope={scope}&state={}#wechat_redirect",
        query::encode(app.as_str()),
        query::encode(redirect_uri),
        query::encode(state),
    )
}

/// Returns the address of a QR code by which visitors log in to a web site (网站应用微信登录). The site is
/// registered at the Open Platform. A visitor who scanned the code and agreed is redirected to
/// `redirect_uri`, with `code` and `state` in its query; [`GetUserToken`] with the site's own appid
/// and secret exchanges the code.
///
/// `state` is as for [`authorize_url`].
pub fn login_url(app: &AppId, redirect_uri: &str, state: &str) -> String {
    format!(
        "https://open.weixin.qq.com/connect/qrconnect?appid={}&redirect_uri={}\
         &response_type=code&scope=snsapi_login&state={}#wechat_redirect",
        query::encode(app.as_str()),
        query::encode(redirect_uri),
        query::encode(state),
    )
}

/// Exchanges the code of a visitor for a token.
///
/// A code is valid for five minutes and works once, so this call is not repeated once it may have
/// arrived.
///
/// Fails with 40029 when the code is wrong, with 42003 when it has expired, with 40163 when it was
/// used before.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::{oauth::Scope, prelude::*};
/// # async fn example(wx: impl Caller<Kind = Official>, code: &str) -> Result<(), Error> {
/// let url = wx.oauth().url("https://example.com/login", Scope::UserInfo, "k4Vb9");
/// // The visitor is redirected to `url`, and returns with `code` in the query.
/// let token = wx.oauth().token(code).await?;
/// let visitor = wx.oauth().visitor(&token).await?;
/// println!("{} is {}", token.openid, visitor.nickname);
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/sns/oauth2/access_token", title = "通过code换取网页授权access_token",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html",
    scope(official), auth = none, retry = unsent, no_errcode, reply = UserToken, call = oauth.token)]
pub struct GetUserToken {
    /// The account. `None`: the caller's own.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// The AppSecret of the account. `None`: the caller's own.
    #[account_default(secret)]
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub secret: Option<Secret>,
    /// The code from the address that the visitor was redirected to.
    #[serde(serialize_with = "weixin_api::expose")]
    pub code: Secret,
    /// Always `authorization_code`.
    #[serde(default = "authorization_code")]
    pub grant_type: String,
}

fn authorization_code() -> String {
    "authorization_code".to_owned()
}

/// The token of a visitor.
#[endpoint(part, reply_to(GetUserToken, RefreshUserToken))]
pub struct UserToken {
    /// The token, for [`GetVisitor`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub access_token: Secret,
    /// The lifetime of the token in seconds: 7,200.
    pub expires_in: u64,
    /// The token that [`RefreshUserToken`] takes, valid for 30 days.
    #[serde(serialize_with = "weixin_api::expose")]
    pub refresh_token: Secret,
    /// The visitor, as the account knows them.
    pub openid: OpenId,
    /// What the visitor agreed to: scopes separated by commas, such as `snsapi_base` or
    /// `snsapi_userinfo`.
    pub scope: String,
    /// The visitor at all accounts of the same Open Platform account. Missing if there is none.
    pub unionid: Option<UnionId>,
    /// Whether the page was opened as a snapshot (快照页): then the visitor is a virtual one. Missing
    /// otherwise.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_snapshotuser: Option<bool>,
}

/// Renews the token of a visitor.
///
/// Fails with 40030 when the token is wrong, with 42002 when it has expired: the visitor must be
/// redirected again.
#[endpoint(GET "/sns/oauth2/refresh_token", title = "刷新网页授权access_token",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html",
    scope(official), auth = none, no_errcode, reply = UserToken, call = oauth.refresh)]
pub struct RefreshUserToken {
    /// The account. `None`: the caller's own.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// Always `refresh_token`.
    #[serde(default = "refreshing")]
    pub grant_type: String,
    /// The token for renewing, from [`UserToken::refresh_token`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub refresh_token: Secret,
}

fn refreshing() -> String {
    "refresh_token".to_owned()
}

/// Returns the name and picture of a visitor who agreed to it.
///
/// Fails with 40003 when the openid is wrong, with 48001 when the token lacks the scope
/// `snsapi_userinfo`.
#[endpoint(GET "/sns/userinfo", title = "拉取用户信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html",
    scope(official), auth = user_token, no_errcode, reply = Visitor, call = "wx.oauth().visitor(token)")]
pub struct GetVisitor {
    /// The token of the visitor, with the scope `snsapi_userinfo`.
    #[serde(serialize_with = "weixin_api::expose")]
    pub access_token: Secret,
    /// The visitor.
    pub openid: OpenId,
    /// The language of country, province and city.
    pub lang: Option<Language>,
}

/// What a page may know of a visitor.
#[endpoint(part, reply_to(GetVisitor))]
pub struct Visitor {
    /// The visitor, as the account knows them.
    pub openid: OpenId,
    /// The name the visitor chose.
    pub nickname: String,
    /// The sex of the visitor; always unknown since October 2021.
    pub sex: Option<Gender>,
    /// The province in the visitor's profile; empty since October 2021.
    pub province: Option<String>,
    /// The city in the visitor's profile; empty since October 2021.
    pub city: Option<String>,
    /// The country in the visitor's profile; empty since October 2021.
    pub country: Option<String>,
    /// The address of the profile picture. It becomes invalid when the visitor changes the picture.
    pub headimgurl: Option<String>,
    /// Privileges of the visitor, such as `chinaunicom`.
    #[serde(default)]
    pub privilege: Vec<String>,
    /// The visitor at all accounts of the same Open Platform account. Missing if there is none.
    pub unionid: Option<UnionId>,
}

/// Checks whether the token of a visitor is valid.
///
/// Fails with 40003 when it is not.
#[endpoint(GET "/sns/auth", title = "检验授权凭证（access_token）是否有效",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html",
    scope(official), auth = user_token)]
pub struct CheckUserToken {
    /// The token to check.
    #[serde(serialize_with = "weixin_api::expose")]
    pub access_token: Secret,
    /// The visitor whose token it is.
    pub openid: OpenId,
}

impl<'c, C: Caller + ?Sized> OauthHandle<'c, C> {
    /// Returns the address that a page redirects a visitor to; see [`authorize_url`].
    pub fn url(&self, redirect_uri: &str, scope: Scope, state: &str) -> String {
        authorize_url(self.caller.account().id(), redirect_uri, scope, state)
    }

    /// Returns the name and picture of a visitor; see [`GetVisitor`].
    pub fn visitor(&self, token: &UserToken) -> Call<'c, C, GetVisitor> {
        Call::new(self.caller, GetVisitor::new(token.access_token.clone(), &token.openid))
    }
}
