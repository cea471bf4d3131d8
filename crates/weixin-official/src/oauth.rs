//! Who a visitor of a web page is (网页授权). `/sns/*`
//!
//! A page sends the visitor to [`authorize_url`]; they come back with a code, which [`GetUserToken`]
//! exchanges for a token of their own. That token has nothing to do with the account's access
//! token: it is given with each call.

use weixin_api::{Call, Caller, StringEnum, endpoint, group, wire::query};
use weixin_protocol::{AppId, OpenId, Secret};

group! {
    /// Visitors of web pages (网页授权).
    oauth: [GetUserToken, RefreshUserToken, GetVisitor, CheckUserToken]
}

/// What a page learns of its visitors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The openid, without asking them (`snsapi_base`).
    Base,
    /// Name and picture as well, after they agreed (`snsapi_userinfo`).
    UserInfo,
}

/// The address to which a page sends a visitor. They come back to `redirect_uri`, whose host the
/// account's console knows, with `code` and `state` in its query.
///
/// `state` is up to 128 letters and digits: let it be one that only this visitor has, and compare
/// it when they are back.
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

/// The address at which a web site, registered as such at the open platform, shows a QR code for
/// logging in. Who scanned it and agreed comes back to `redirect_uri`, whose host the platform
/// knows, with `code` and `state` in its query; [`GetUserToken`] with the site's own appid and secret
/// exchanges the code.
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
/// A code lives five minutes and works once (40029, 40163), so this call is never repeated once
/// it may have arrived.
#[endpoint(GET "/sns/oauth2/access_token", title = "通过code换取网页授权access_token",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html",
    scope(official), auth = none, retry = unsent, no_errcode, reply = UserToken, call = oauth.token)]
pub struct GetUserToken {
    /// The account; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// Its AppSecret; the caller's own if left out.
    #[account_default(secret)]
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub secret: Option<Secret>,
    /// The code.
    pub code: String,
    /// Always `authorization_code`.
    #[serde(default = "authorization_code")]
    pub grant_type: String,
}

fn authorization_code() -> String {
    "authorization_code".to_owned()
}

/// A visitor's token.
#[endpoint(part, reply_to(GetUserToken, RefreshUserToken))]
pub struct UserToken {
    /// The token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub access_token: Secret,
    /// How many seconds it lives: 7,200.
    pub expires_in: u64,
    /// What [`RefreshUserToken`] takes, for 30 days.
    #[serde(serialize_with = "weixin_api::expose")]
    pub refresh_token: Secret,
    /// Who the visitor is.
    pub openid: OpenId,
    /// What they agreed to.
    pub scope: String,
    /// Who they are at all accounts of the same owner.
    pub unionid: Option<String>,
    /// 1 if the page is a preview, seen by a made-up visitor.
    pub is_snapshotuser: Option<u8>,
}

/// Renews a visitor's token.
#[endpoint(GET "/sns/oauth2/refresh_token", title = "刷新网页授权access_token",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html",
    scope(official), auth = none, no_errcode, reply = UserToken, call = oauth.refresh)]
pub struct RefreshUserToken {
    /// The account; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// Always `refresh_token`.
    #[serde(default = "refreshing")]
    pub grant_type: String,
    /// The token that renews.
    #[serde(serialize_with = "weixin_api::expose")]
    pub refresh_token: Secret,
}

fn refreshing() -> String {
    "refresh_token".to_owned()
}

/// Tells a visitor's name and picture, if they agreed to it.
#[endpoint(GET "/sns/userinfo", title = "拉取用户信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html",
    scope(official), auth = user_token, no_errcode, reply = Visitor, call = "wx.oauth().visitor(token)")]
pub struct GetVisitor {
    /// The visitor's token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub access_token: Secret,
    /// The visitor.
    pub openid: OpenId,
    /// The language of what is answered.
    pub lang: Option<Language>,
}

/// A language.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum Language {
    /// Chinese as in mainland China.
    #[string_enum(rename = "zh_CN")]
    Chinese,
    /// Chinese as in Taiwan.
    #[string_enum(rename = "zh_TW")]
    TraditionalChinese,
    /// English.
    #[string_enum(rename = "en")]
    English,
    /// A value that this version does not know.
    Other(String),
}

/// A visitor.
#[endpoint(part, reply_to(GetVisitor))]
pub struct Visitor {
    /// Who they are at this account.
    pub openid: OpenId,
    /// What they call themselves.
    pub nickname: String,
    /// 1 for men, 2 for women, 0 when unknown; 0 for everybody since 2021.
    pub sex: Option<u8>,
    /// Where they say they are from.
    pub province: Option<String>,
    /// Where they say they are from.
    pub city: Option<String>,
    /// Where they say they are from.
    pub country: Option<String>,
    /// The address of their picture.
    pub headimgurl: Option<String>,
    /// What the platform grants them.
    #[serde(default)]
    pub privilege: Vec<String>,
    /// Who they are at all accounts of the same owner.
    pub unionid: Option<String>,
}

/// Tells whether a visitor's token is valid: an error (40003) if it is not.
#[endpoint(GET "/sns/auth", title = "检验授权凭证（access_token）是否有效",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html",
    scope(official), auth = user_token)]
pub struct CheckUserToken {
    /// The visitor's token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub access_token: Secret,
    /// The visitor.
    pub openid: OpenId,
}

impl<'c, C: Caller + ?Sized> OauthHandle<'c, C> {
    /// The address to which a page sends a visitor; see [`authorize_url`].
    pub fn url(&self, redirect_uri: &str, scope: Scope, state: &str) -> String {
        authorize_url(self.caller.account().id(), redirect_uri, scope, state)
    }

    /// Who a visitor is; see [`GetVisitor`].
    pub fn visitor(&self, token: &UserToken) -> Call<'c, C, GetVisitor> {
        Call::new(self.caller, GetVisitor::new(token.access_token.clone(), &token.openid))
    }
}
