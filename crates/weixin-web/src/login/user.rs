//! The user of a request.

use std::fmt;

use axum::extract::{FromRef, FromRequestParts};
use http::{StatusCode, request::Parts};
use serde::de::DeserializeOwned;
use weixin_api::{AccountId, kind::Mini};
use weixin_client::Client;
use weixin_mini::{
    login::LoginApi,
    open_data::{self, OpenDataError},
    user::{GetPhoneNumber, PhoneInfo, UserInfoApi},
};
use weixin_protocol::{OpenId, Secret, UnionId};

use super::{
    Login,
    code::{EncryptedData, PhoneCode, SignedData},
    record::{LoginRecord, UserKeys, UserRecord},
    token::{LoginToken, TokenHash},
};
use crate::{
    Problem, Web,
    account::app_id,
    problem::{platform_code, rejected},
};

/// A user of a Mini Program who is logged in: an argument of handlers.
///
/// The request has the token of a [`Login`] in `Authorization: Bearer …`. If the path of the route has a part
/// `{appid}`, the login must be one of that account. Without a valid login the request is rejected with 401
/// `login-required`; a handler that takes `Option<MiniUser>` or `Result<MiniUser, Problem>` decides itself.
#[derive(Clone)]
pub struct MiniUser {
    web: Web,
    client: Client<Mini>,
    login: LoginRecord,
    user: UserRecord,
    token: TokenHash,
}

impl MiniUser {
    pub(super) fn new(
        web: Web,
        client: Client<Mini>,
        login: LoginRecord,
        user: UserRecord,
        token: TokenHash,
    ) -> Self {
        Self { web, client, login, user, token }
    }

    /// The Mini Program.
    pub fn account(&self) -> &AccountId {
        self.client.account()
    }

    /// The client of the Mini Program.
    pub fn client(&self) -> &Client<Mini> {
        &self.client
    }

    pub(crate) fn web(&self) -> &Web {
        &self.web
    }

    /// The user's id at this Mini Program.
    pub fn openid(&self) -> &OpenId {
        &self.login.openid
    }

    /// The user's id at all accounts of one Open Platform account (开放平台帐号); `None` if the Mini Program is bound to
    /// none.
    pub fn unionid(&self) -> Option<&UnionId> {
        self.user.unionid.as_ref()
    }

    /// The user's session key, for calls that are signed with it. It must not leave the server.
    ///
    /// # Errors
    /// 401 if there is none any more.
    pub fn session_key(&self) -> Result<&Secret, Problem> {
        self.user.newest().ok_or_else(login_required)
    }

    /// The user's phone number, with the code of a button `getPhoneNumber`.
    ///
    /// # Errors
    /// 400 `phone-code-rejected` if the code is invalid, expired, was used before, or belongs to another user; 502 and
    /// 504 if the platform cannot be asked.
    pub async fn phone_number(&self, code: &PhoneCode) -> Result<PhoneInfo, Problem> {
        let request = GetPhoneNumber::new(code.secret()).openid(self.openid().clone());
        match self.client.user_info().phone_number(request).await {
            Ok(phone) => Ok(phone.phone_info),
            // 40003: the code was given by another user.
            Err(failed)
                if platform_code(&failed).is_some_and(|code| [40029, 40003].contains(&code)) =>
            {
                let problem = Problem::new(StatusCode::BAD_REQUEST, "phone-code-rejected")
                    .text(
                        "The code is invalid, was used before, or belongs to another user.",
                        "code 无效、已被使用，或不属于该用户。",
                    )
                    .hint(
                        "Send the code of the getPhoneNumber button, not the one of wx.login, within five minutes.",
                        "请提交 getPhoneNumber 按钮返回的 code（不是 wx.login 的 code），并在五分钟内使用。",
                    );
                Err(rejected(problem, failed))
            }
            Err(failed) => Err(failed.into()),
        }
    }

    /// Decrypts open data, and checks that they are for this Mini Program and not old. Types for the usual data
    /// are in [`weixin_mini::open_data`].
    ///
    /// # Errors
    /// 400 `session-key-mismatch` if they were not encrypted with a session key of this user: usually `wx.login` was
    /// called between encrypting and sending, which replaced the key. 400 `open-data-foreign` if they are for
    /// another account, `open-data-too-old`, or `open-data-malformed`.
    pub fn decrypt<T: DeserializeOwned>(&self, data: &EncryptedData) -> Result<T, Problem> {
        let now = self.web.now();
        let app = self.account().id();
        let mut failed = OpenDataError::WrongKey;
        for key in self.user.keys(now) {
            match open_data::decrypt::<T>(key, &data.encrypted_data, &data.iv, app) {
                Ok(opened) => {
                    let age = now.since(opened.watermark.timestamp);
                    if age > self.web.settings().open_data_age {
                        return Err(too_old());
                    }
                    return Ok(opened.data);
                }
                Err(error) => failed = error,
            }
        }
        Err(not_opened(&failed))
    }

    /// Checks the signature of data that the phone sent in plain text, and reads them.
    ///
    /// # Errors
    /// 400 `session-key-mismatch` if the signature is not that of a session key of this user, `open-data-malformed` if the
    /// data are not what is expected.
    pub fn verify<T: DeserializeOwned>(&self, data: &SignedData) -> Result<T, Problem> {
        let now = self.web.now();
        let signed =
            |key: &Secret| open_data::verify_raw_data(&data.raw_data, &data.signature, key);
        if !self.user.keys(now).any(signed) {
            return Err(not_opened(&OpenDataError::WrongKey));
        }
        serde_json::from_str(&data.raw_data).map_err(|error| {
            rejected(malformed(), format_args!("signed data are not of the expected form: {error}"))
        })
    }

    /// Whether the user's session key is still valid at the platform. The login itself is valid without.
    ///
    /// # Errors
    /// 502 and 504 if the platform cannot be asked.
    pub async fn has_valid_session_key(&self) -> Result<bool, Problem> {
        let Some(key) = self.user.newest() else { return Ok(false) };
        match self.client.login().check((self.openid().clone(), key)).await {
            Ok(_) => Ok(true),
            Err(failed) if platform_code(&failed).is_some_and(is_about_the_key) => Ok(false),
            Err(failed) => Err(failed.into()),
        }
    }

    /// Has the platform replace the session key, for example after it may have become known. Logins stay valid;
    /// data that were encrypted before are still read for ten minutes.
    ///
    /// # Errors
    /// 401 if the session key is not valid any more; 502 and 504 if the platform cannot be asked.
    pub async fn reset_session_key(&mut self) -> Result<(), Problem> {
        let key = self.user.newest().ok_or_else(login_required)?;
        let reset = self.client.login().reset((self.openid().clone(), key)).await;
        let reset =
            reset.map_err(|failed| match platform_code(&failed).is_some_and(is_about_the_key) {
                true => rejected(login_required(), failed),
                false => failed.into(),
            })?;
        let keys = UserKeys::of(&self.web, &self.client, &self.login.openid)?;
        self.user = keys.add(reset.session_key, None).await?;
        Ok(())
    }

    /// Gives the client a new token with the full lifetime. The present one is valid for another minute.
    ///
    /// # Errors
    /// 503 if the store fails.
    pub async fn renew(self) -> Result<Login, Problem> {
        // The keys have to live as long as the new token does.
        let keys = UserKeys::of(&self.web, &self.client, &self.login.openid)?;
        let user = keys.keep().await?;
        let token = self.login.store(&self.web).await?;
        self.login.retire(&self.web, &self.token).await?;
        let expires_in = self.web.settings().login_lifetime;
        let user = Self { token: token.hash(), user, ..self };
        Ok(Login { token, expires_in, user })
    }

    /// Ends this login.
    ///
    /// # Errors
    /// 503 if the store fails: the token is still valid then.
    pub async fn log_out(self) -> Result<(), Problem> {
        LoginRecord::remove(&self.web, &self.token).await
    }

    async fn of_token(web: &Web, token: &LoginToken) -> Result<Self, Problem> {
        let hash = token.hash();
        let login = LoginRecord::load(web, &hash).await?.ok_or_else(login_required)?;
        // An account that is no longer served has no users.
        let client = web.mini(&login.account).map_err(|_| login_required())?;
        let user = UserKeys::of(web, &client, &login.openid)?.load().await?;
        let user = user.filter(|user| user.generation == login.generation);
        let user = user.ok_or_else(login_required)?;
        Ok(Self::new(web.clone(), client, login, user, hash))
    }
}

impl fmt::Debug for MiniUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MiniUser")
            .field("account", self.account())
            .field("openid", self.openid())
            .finish_non_exhaustive()
    }
}

impl<S: Send + Sync> FromRequestParts<S> for MiniUser
where
    Web: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let web = Web::from_ref(state);
        let token = LoginToken::of(&parts.headers).ok_or_else(login_required)?;
        let user = Self::of_token(&web, &token).await?;
        match app_id(parts, state).await? {
            Some(id) if id != user.login.account => Err(login_required()),
            _ => Ok(user),
        }
    }
}

impl<S: Send + Sync> axum::extract::OptionalFromRequestParts<S> for MiniUser
where
    Web: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Problem> {
        let found = <Self as FromRequestParts<S>>::from_request_parts(parts, state).await;
        match found {
            Ok(user) => Ok(Some(user)),
            Err(problem) if problem.status() == StatusCode::UNAUTHORIZED => Ok(None),
            Err(problem) => Err(problem),
        }
    }
}

fn login_required() -> Problem {
    Problem::of_status(StatusCode::UNAUTHORIZED).hint(
        "Call wx.login, send its code, and use the token that you get.",
        "请调用 wx.login 提交 code，并使用返回的 token。",
    )
}

/// The session key is not the user's present one, or the user has none.
fn is_about_the_key(code: i64) -> bool {
    (87007..=87009).contains(&code)
}

fn malformed() -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "open-data-malformed")
        .text("The data are malformed.", "数据格式错误。")
}

fn too_old() -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "open-data-too-old")
        .text("The data are too old.", "数据已过期。")
        .hint("Get them again and send them at once.", "请重新获取数据并立即提交。")
}

fn not_opened(failed: &OpenDataError) -> Problem {
    let problem = match failed {
        OpenDataError::WrongKey => Problem::new(StatusCode::BAD_REQUEST, "session-key-mismatch")
            .text(
                "The data were not encrypted or signed with this user's session key.",
                "数据与该用户的 session_key 不匹配。",
            )
            .hint(
                "wx.login was probably called after the data were made, which replaced the key: call wx.login first, \
                 then get the data. For phone numbers use the code of the getPhoneNumber button instead.",
                "很可能在加密之后又调用了 wx.login，导致 session_key 更新：请先调用 wx.login，再获取数据。手机号请改用 \
                 getPhoneNumber 按钮返回的 code。",
            ),
        OpenDataError::OtherApp { .. } => {
            Problem::new(StatusCode::BAD_REQUEST, "open-data-foreign").text(
                "The data are for another account.",
                "数据水印中的 appid 与当前小程序不一致。",
            )
        }
        _ => malformed(),
    };
    rejected(problem, failed)
}
