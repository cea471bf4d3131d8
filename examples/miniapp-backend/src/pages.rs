//! What the Mini Programs call.

use axum::{
    Json, Router,
    extract::Query,
    routing::{get, post},
};
use serde::{Deserialize, Serialize};
use weixin::{
    mini::{code::GetUnlimitedCode, open_data::UserProfile, security::ContentScene},
    prelude::*,
    web::{
        EncryptedData, FileResponse, MiniUser, PhoneCode, Problem, Web, errors, login_routes,
        media_routes,
    },
};

/// What a user may know of themselves. The session key is none of it.
#[derive(Serialize)]
struct Me {
    openid: OpenId,
    has_unionid: bool,
}

async fn me(user: MiniUser) -> Json<Me> {
    Json(Me { openid: user.openid().clone(), has_unionid: user.unionid().is_some() })
}

/// Name and picture, from the encrypted data of `wx.getUserProfile`.
async fn profile(
    user: MiniUser,
    Json(data): Json<EncryptedData>,
) -> Result<Json<UserProfile>, Problem> {
    user.decrypt(&data).map(Json)
}

#[derive(Serialize)]
struct Phone {
    number: String,
}

async fn phone(user: MiniUser, Json(code): Json<PhoneCode>) -> Result<Json<Phone>, Problem> {
    let number = user.phone_number(&code).await?.pure_phone_number;
    Ok(Json(Phone { number }))
}

#[derive(Deserialize)]
struct Wanted {
    scene: String,
}

/// A code (小程序码) that opens the Mini Program with this scene, as a picture.
async fn code(user: MiniUser, Query(wanted): Query<Wanted>) -> Result<FileResponse, Problem> {
    let code = user.client().codes().unlimited(GetUnlimitedCode::new(wanted.scene)).await?;
    Ok(code.into())
}

/// A comment, which is accepted only if the platform has nothing against it.
async fn comment(user: MiniUser, text: String) -> Result<&'static str, Problem> {
    user.check_text(ContentScene::Comment, &text).await?.accepted()?;
    Ok("published")
}

/// The routes, below the appid of each Mini Program.
pub fn routes(web: Web) -> Router {
    Router::new()
        .nest("/{appid}/login", login_routes())
        .nest("/{appid}/media", media_routes())
        .route("/{appid}/me", get(me))
        .route("/{appid}/profile", post(profile))
        .route("/{appid}/phone", post(phone))
        .route("/{appid}/code", get(code))
        .route("/{appid}/comments", post(comment))
        .layer(errors())
        .with_state(web)
}
