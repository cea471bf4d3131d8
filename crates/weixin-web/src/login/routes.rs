//! The routes of login.

use axum::{
    Json, Router,
    extract::{FromRef, State},
    http::StatusCode,
    routing::post,
};

use super::{Login, LoginCode, MiniUser};
use crate::{MiniApp, Problem, Web};

/// Routes for the login of Mini Programs, to be nested: `.nest("/{appid}/login", login_routes())`.
///
/// | request | response |
/// |---|---|
/// | `POST /` with `{"code": "…"}`, the code of `wx.login` | `{"token": "…", "expires_in": 604800}` |
/// | `POST /renew` with the token | the same, with a new token; the present one ends in a minute |
/// | `DELETE /` with the token | 204; the token is invalid |
///
/// The token is sent as `Authorization: Bearer …`. Without `{appid}` in the path the program must serve exactly one Mini
/// Program.
pub fn login_routes<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Web: FromRef<S>,
{
    Router::new().route("/", post(log_in).delete(log_out)).route("/renew", post(renew))
}

async fn log_in(
    State(web): State<Web>,
    MiniApp(wx): MiniApp,
    Json(code): Json<LoginCode>,
) -> Result<Login, Problem> {
    web.log_in(wx.account().id().as_str(), &code).await
}

async fn renew(user: MiniUser) -> Result<Login, Problem> {
    user.renew().await
}

async fn log_out(user: MiniUser) -> Result<StatusCode, Problem> {
    user.log_out().await.map(|()| StatusCode::NO_CONTENT)
}
