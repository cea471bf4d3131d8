//! Who a user is (小程序登录). `/sns/jscode2session`, `/wxa/checksession`

use serde::{Deserialize, Serialize};
use weixin_api::{Call, CallSignature, Caller, On, Timestamp, endpoint, endpoints};
use weixin_protocol::{AppId, OpenId, Secret};

endpoints![CodeToSession, CheckSessionKey, ResetSessionKey, GetUserEncryptKeys];

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

/// How a call is signed with a session key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum SignatureMethod {
    /// HMAC-SHA256.
    #[default]
    #[serde(rename = "hmac_sha256")]
    HmacSha256,
    /// Something this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Checks whether a session key is still the user's; 87009 if it is not.
/// `GET /wxa/checksession`
#[endpoint(GET "/wxa/checksession", title = "检验登录态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/checkSessionKey.html",
    scope(mini))]
pub struct CheckSessionKey {
    /// The user.
    pub openid: OpenId,
    /// Made with the session key, which is not sent.
    #[signed(nothing)]
    pub signature: CallSignature,
    /// How it is signed.
    #[serde(default)]
    pub sig_method: SignatureMethod,
}

/// Replaces a user's session key, which ends when the one before would have.
/// `GET /wxa/resetusersessionkey`
#[endpoint(GET "/wxa/resetusersessionkey", title = "重置登录态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/ResetUserSessionKey.html",
    scope(mini), retry = unsent, reply = ResetSession)]
pub struct ResetSessionKey {
    /// The user.
    pub openid: OpenId,
    /// Made with the session key, which is not sent.
    #[signed(nothing)]
    pub signature: CallSignature,
    /// How it is signed.
    #[serde(default)]
    pub sig_method: SignatureMethod,
}

/// A new session key.
#[endpoint(part)]
pub struct ResetSession {
    /// The user.
    pub openid: OpenId,
    /// The key.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
}

/// Gives the keys with which the phone encrypts what it sends (`wx.getUserCryptoManager`): the last
/// three. `POST /wxa/business/getuserencryptkey`
#[endpoint(POST "/wxa/business/getuserencryptkey", title = "获取用户encryptKey",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/internet/internet.getUserEncryptKey.html",
    scope(mini), retry = safe, reply = UserEncryptKeys)]
pub struct GetUserEncryptKeys {
    /// The user.
    #[query]
    pub openid: OpenId,
    /// Made with the session key, which is not sent.
    #[signed(nothing)]
    pub signature: CallSignature,
    /// How it is signed.
    #[query]
    #[serde(default)]
    pub sig_method: SignatureMethod,
}

/// Keys with which a phone encrypts.
#[endpoint(part)]
pub struct UserEncryptKeys {
    /// The keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key_info_list: Vec<UserEncryptKey>,
}

/// A key with which a phone encrypts.
#[endpoint(part)]
pub struct UserEncryptKey {
    /// The key.
    #[serde(serialize_with = "weixin_api::expose")]
    pub encrypt_key: Secret,
    /// The initial vector.
    pub iv: String,
    /// Which key it is.
    pub version: u64,
    /// How many seconds it is still used; a key lives an hour.
    pub expire_in: u64,
    /// When it was made.
    pub create_time: Timestamp,
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

    /// Checks a session key; see [`CheckSessionKey`].
    pub fn check(
        &self,
        openid: impl Into<OpenId>,
        session_key: &Secret,
    ) -> Call<'c, C, CheckSessionKey> {
        Call::new(self.0, CheckSessionKey::new(openid, session_key))
    }

    /// Replaces a session key; see [`ResetSessionKey`].
    pub fn reset(
        &self,
        openid: impl Into<OpenId>,
        session_key: &Secret,
    ) -> Call<'c, C, ResetSessionKey> {
        Call::new(self.0, ResetSessionKey::new(openid, session_key))
    }

    /// Gives the keys with which the phone encrypts; see [`GetUserEncryptKeys`].
    pub fn encrypt_keys(
        &self,
        openid: impl Into<OpenId>,
        session_key: &Secret,
    ) -> Call<'c, C, GetUserEncryptKeys> {
        Call::new(self.0, GetUserEncryptKeys::new(openid, session_key))
    }
}
