//! Who a user is (小程序登录). `/sns/jscode2session`

use weixin_api::{Call, Caller, Endpoint, EndpointInfo, On, endpoint};
use weixin_protocol::{AppId, OpenId, Secret};

/// The endpoints of this group.
pub const ENDPOINTS: &[&EndpointInfo] = &[CodeToSession::INFO];

/// Exchanges the code of `wx.login` for the user's openid and session key.
/// `GET /sns/jscode2session`
///
/// A code lives five minutes and works once (40029, 40163), so this call is never repeated once
/// it may have arrived. 40226: the platform takes the user for a risk; 45011: too often for one
/// user.
#[endpoint(GET "/sns/jscode2session", title = "小程序登录",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html",
    scope(mini), auth = none, retry = unsent, bare, reply = Session)]
pub struct CodeToSession {
    /// The Mini Program; the caller's own if left out.
    #[fill(id)]
    pub appid: Option<AppId>,
    /// Its AppSecret; the caller's own if left out.
    #[fill(secret)]
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub secret: Option<Secret>,
    /// The code.
    pub js_code: String,
    /// Always `authorization_code`.
    #[serde(default = "authorization_code")]
    pub grant_type: String,
}

fn authorization_code() -> String {
    "authorization_code".to_owned()
}

/// A user who has logged in.
#[endpoint(part)]
pub struct Session {
    /// Who they are at this Mini Program.
    pub openid: OpenId,
    /// The key that signs and encrypts what their phone sends. It never leaves the server: not to
    /// the phone, not into a log.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
    /// Who they are at all accounts of the same owner.
    pub unionid: Option<String>,
}

/// The group as a client has it: `wx.login()`.
#[derive(Debug)]
pub struct Login<'c, C: ?Sized>(&'c C);

/// Gives a client `login()`.
pub trait LoginApi: Caller {
    /// Who a user is (小程序登录).
    fn login(&self) -> Login<'_, Self> {
        Login(self)
    }
}

impl<C: Caller + ?Sized> LoginApi for C where CodeToSession: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Login<'c, C> {
    /// Exchanges the code of `wx.login`; see [`CodeToSession`].
    pub fn session(&self, js_code: impl Into<String>) -> Call<'c, C, CodeToSession> {
        Call::new(self.0, CodeToSession::new(js_code))
    }
}
