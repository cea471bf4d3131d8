//! Who a user is (小程序登录). `/sns/jscode2session`, `/wxa/checksession`

use weixin_api::{CallSignature, StringEnum, Timestamp, endpoint, group};
use weixin_protocol::{AppId, OpenId, Secret};

group! {
    /// Who a user is (小程序登录).
    login: [CodeToSession, CheckSessionKey, ResetSessionKey, GetUserEncryptKeys]
}

/// Exchanges the code of `wx.login` for the user's openid and session key.
///
/// A code lives five minutes and works once (40029, 40163), so this call is never repeated once
/// it may have arrived. 40226: the platform takes the user for a risk; 45011: too often for one
/// user.
#[endpoint(GET "/sns/jscode2session", title = "小程序登录",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html",
    scope(mini), auth = none, retry = unsent, no_errcode, reply = Session, call = login.session)]
pub struct CodeToSession {
    /// The Mini Program; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// Its AppSecret; the caller's own if left out.
    #[account_default(secret)]
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
#[endpoint(part, reply_to(CodeToSession))]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum SignatureMethod {
    /// HMAC-SHA256.
    #[default]
    #[string_enum(rename = "hmac_sha256")]
    HmacSha256,
    /// A value that this version does not know.
    Other(String),
}

/// Checks whether a session key is still the user's; 87009 if it is not.
#[endpoint(GET "/wxa/checksession", title = "检验登录态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/checkSessionKey.html",
    scope(mini), call = login.check)]
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
#[endpoint(GET "/wxa/resetusersessionkey", title = "重置登录态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/ResetUserSessionKey.html",
    scope(mini), retry = unsent, reply = ResetSession, call = login.reset)]
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
#[endpoint(part, reply_to(ResetSessionKey))]
pub struct ResetSession {
    /// The user.
    pub openid: OpenId,
    /// The key.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
}

/// Gives the keys with which the phone encrypts what it sends (`wx.getUserCryptoManager`): the last
/// three.
#[endpoint(POST "/wxa/business/getuserencryptkey", title = "获取用户encryptKey",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/internet/internet.getUserEncryptKey.html",
    scope(mini), retry = safe, reply = UserEncryptKeys, call = login.encrypt_keys)]
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
#[endpoint(part, reply_to(GetUserEncryptKeys))]
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
