//! Login of users (小程序登录). `/sns/jscode2session`, `/wxa/checksession`

use weixin_api::{CallSignature, StringEnum, Timestamp, endpoint, group};
use weixin_protocol::{AppId, OpenId, Secret, UnionId};

group! {
    /// Login of users (小程序登录).
    login: [CodeToSession, CheckSessionKey, ResetSessionKey, GetUserEncryptKeys]
}

/// Exchanges the code of `wx.login` for the user's openid and session key.
///
/// A code is valid for five minutes and works once, so this call is never repeated once it may have
/// arrived. Fails with 40029 when the code is invalid, with 40163 when it was used before, with
/// 40226 when the platform considers the user a risk, and with 45011 when it is called too often
/// for one user.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::login::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let session = wx.login().session("0a1B2c3D4e5F6g7H8i9J0k").await?;
/// println!("{} has logged in", session.openid);
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/sns/jscode2session", title = "小程序登录",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html",
    scope(mini), auth = none, retry = unsent, no_errcode, reply = Session, call = login.session)]
pub struct CodeToSession {
    /// The Mini Program; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// The AppSecret of the Mini Program; the caller's own if left out.
    #[account_default(secret)]
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub secret: Option<Secret>,
    /// The code that `wx.login` returned.
    #[serde(serialize_with = "weixin_api::expose")]
    pub js_code: Secret,
    /// Always `authorization_code`.
    #[serde(default = "authorization_code")]
    pub grant_type: String,
}

fn authorization_code() -> String {
    "authorization_code".to_owned()
}

/// The identity and session key of a user who has logged in.
#[endpoint(part, reply_to(CodeToSession))]
pub struct Session {
    /// The user's id at this Mini Program.
    pub openid: OpenId,
    /// The key that signs and encrypts what the user's phone sends. It must not leave the server:
    /// not to the phone, not into a log.
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
    /// The user's id at all accounts of one Open Platform account (开放平台帐号); missing if the Mini
    /// Program is bound to none.
    pub unionid: Option<UnionId>,
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

/// Checks whether a session key is still valid.
///
/// Fails with 87009 when it is not the user's present one, and with 87007 when the user has none.
#[endpoint(GET "/wxa/checksession", title = "检验登录态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/checkSessionKey.html",
    scope(mini), call = login.check)]
pub struct CheckSessionKey {
    /// The user whose session key is checked.
    pub openid: OpenId,
    /// HMAC-SHA256 of the empty text, made with the user's session key. The key itself is not sent.
    #[signed(nothing)]
    pub signature: CallSignature,
    /// The algorithm of the signature.
    #[serde(default)]
    pub sig_method: SignatureMethod,
}

/// Replaces a user's session key. The new key expires when the old one would have.
///
/// Fails with 87009 when the key that signs is not the user's present one, and with 87007 when the
/// user has none.
#[endpoint(GET "/wxa/resetusersessionkey", title = "重置登录态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/ResetUserSessionKey.html",
    scope(mini), retry = unsent, reply = ResetSession, call = login.reset)]
pub struct ResetSessionKey {
    /// The user whose session key is replaced.
    pub openid: OpenId,
    /// HMAC-SHA256 of the empty text, made with the user's session key. The key itself is not sent.
    #[signed(nothing)]
    pub signature: CallSignature,
    /// The algorithm of the signature.
    #[serde(default)]
    pub sig_method: SignatureMethod,
}

/// A user's new session key.
#[endpoint(part, reply_to(ResetSessionKey))]
pub struct ResetSession {
    /// The user's id at this Mini Program.
    pub openid: OpenId,
    /// The new session key, with the same care as [`Session::session_key`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub session_key: Secret,
}

/// Returns the last three keys with which the phone encrypts data (`wx.getUserCryptoManager`).
///
/// Fails with 87009 when the key that signs is not the user's present one, and with 87007 when the
/// user has none.
#[endpoint(POST "/wxa/business/getuserencryptkey", title = "获取用户encryptKey",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/internet/internet.getUserEncryptKey.html",
    scope(mini), secured, retry = safe, reply = UserEncryptKeys, call = login.encrypt_keys)]
pub struct GetUserEncryptKeys {
    /// The user whose keys are returned.
    #[query]
    pub openid: OpenId,
    /// HMAC-SHA256 of the empty text, made with the user's session key. The key itself is not sent.
    #[signed(nothing)]
    pub signature: CallSignature,
    /// The algorithm of the signature.
    #[query]
    #[serde(default)]
    pub sig_method: SignatureMethod,
}

/// The encryption keys of a user.
#[endpoint(part, reply_to(GetUserEncryptKeys))]
pub struct UserEncryptKeys {
    /// The last three keys, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key_info_list: Vec<UserEncryptKey>,
}

/// An encryption key of a user.
#[endpoint(part)]
pub struct UserEncryptKey {
    /// The key, in Base64.
    #[serde(serialize_with = "weixin_api::expose")]
    pub encrypt_key: Secret,
    /// The initialization vector for AES.
    pub iv: String,
    /// The version of the key, which the phone names beside its ciphertext.
    pub version: u64,
    /// Seconds until the key expires; 0 if it has expired. A key lives for an hour.
    pub expire_in: u64,
    /// When the key was created.
    pub create_time: Timestamp,
}
