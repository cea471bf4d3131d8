//! Login of Mini Programs (小程序登录).
//!
//! The program on the phone calls `wx.login` and sends the code; the server exchanges it for the user's openid
//! and session key. The key stays here, sealed in the store. The phone gets a token of ours, which says nothing
//! and can be revoked.

mod code;
mod record;
mod routes;
mod token;
mod user;

pub use code::{EncryptedData, LoginCode, PhoneCode, SignedData};
pub use routes::login_routes;
pub use token::LoginToken;
pub use user::MiniUser;

use std::time::Duration;

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use http::{StatusCode, header};
use serde::Serialize;
use weixin_mini::login::LoginApi;

use crate::{
    Problem, Web,
    problem::{platform_code, rejected},
};
use record::{LoginRecord, UserKeys};

/// A login: the user, and the token that the phone keeps.
///
/// As a response it is `{"token": "…", "expires_in": 604800}`, which is not cached.
#[derive(Debug)]
#[non_exhaustive]
pub struct Login {
    /// What the phone sends with each request: `Authorization: Bearer …`.
    pub token: LoginToken,
    /// How long the token is valid.
    pub expires_in: Duration,
    /// Who has logged in.
    pub user: MiniUser,
}

#[derive(Serialize)]
struct LoginBody<'a> {
    token: &'a str,
    expires_in: u64,
}

impl IntoResponse for Login {
    fn into_response(self) -> Response {
        let body = LoginBody { token: self.token.expose(), expires_in: self.expires_in.as_secs() };
        ([(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
    }
}

impl Web {
    /// Logs a user of a Mini Program in, with the code of `wx.login`.
    ///
    /// Several logins of one user, on several devices, are valid at the same time. The platform keeps one session
    /// key per user; what was encrypted with the one before is still read for ten minutes.
    ///
    /// # Errors
    /// 400 `login-code-rejected` if the code is invalid, expired, or was used before; 403 `user-blocked` if the platform
    /// considers the user a risk; 429 `too-many-logins`; 404 if the program does not serve the account;
    /// 502 and 504 if the platform cannot be asked, 503 if the store fails.
    pub async fn log_in(&self, app_id: &str, code: &LoginCode) -> Result<Login, Problem> {
        let wx = self.mini(app_id)?;
        let session = wx.login().session(code.secret()).await.map_err(code_rejected)?;
        let keys = UserKeys::of(self, &wx, &session.openid)?;
        let user = keys.add(session.session_key, session.unionid).await?;
        let record = LoginRecord::new(&wx, &session.openid, user.generation);
        let token = record.store(self).await?;
        let expires_in = self.settings().login_lifetime;
        let user = MiniUser::new(self.clone(), wx, record, user, token.hash());
        Ok(Login { token, expires_in, user })
    }

    /// Ends all logins of a user of a Mini Program, on all devices.
    ///
    /// # Errors
    /// 404 if the program does not serve the account, 503 if the store fails.
    pub async fn log_out_everywhere(&self, app_id: &str, openid: &str) -> Result<(), Problem> {
        let wx = self.mini(app_id)?;
        UserKeys::of(self, &wx, &openid.into())?.revoke().await
    }
}

/// Why the platform did not accept a code.
fn code_rejected(failed: weixin_api::Error) -> Problem {
    let problem = match platform_code(&failed) {
        // Also 40163, used before.
        Some(40029 | 40163) => Problem::new(StatusCode::BAD_REQUEST, "login-code-rejected")
            .text("The login code is invalid, or was used before.", "登录凭证无效或已被使用。")
            .hint(
                "Call wx.login again and send the new code within five minutes, once.",
                "请重新调用 wx.login，并在五分钟内提交新的 code；每个 code 只能使用一次。",
            ),
        Some(40226) => Problem::new(StatusCode::FORBIDDEN, "user-blocked").text(
            "WeChat considers this user a risk and does not let them log in.",
            "该用户为高风险等级用户，微信已拦截登录。",
        ),
        Some(45011) => Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many-logins")
            .text("This user logs in too often.", "登录过于频繁。")
            .hint("Log in again in a minute.", "请一分钟后再试。")
            .retryable(),
        _ => return failed.into(),
    };
    rejected(problem, failed)
}
