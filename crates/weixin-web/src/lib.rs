#![cfg_attr(docsrs, feature(doc_cfg))]
//! Web backends beside a bot: login of Mini Programs and web pages, sessions, media, the JS-SDK and
//! error pages, as axum extractors and routes (unofficial WeChat SDK).
//!
//! [`Web`] connects the accounts of a program with a store. It is the state of the routes, or a part of it.
//!
//! ```
//! use axum::{Json, Router, routing::{get, post}};
//! use serde_json::{Value, json};
//! use weixin_web::{MiniUser, PhoneCode, Problem, Web, errors, login_routes};
//!
//! async fn me(user: MiniUser) -> Json<Value> {
//!     Json(json!({ "openid": user.openid() }))
//! }
//!
//! async fn phone(user: MiniUser, Json(code): Json<PhoneCode>) -> Result<String, Problem> {
//!     Ok(user.phone_number(&code).await?.pure_phone_number)
//! }
//!
//! fn routes(web: Web) -> Router {
//!     Router::new()
//!         .nest("/{appid}/login", login_routes())
//!         .route("/{appid}/me", get(me))
//!         .route("/{appid}/phone", post(phone))
//!         .layer(errors())
//!         .with_state(web)
//! }
//! ```
//!
//! * [`login_routes`] exchanges the code of `wx.login` for a token of ours; [`MiniUser`] is the user of a
//!   request that has one. The platform's session key stays on the server.
//! * [`WebLogin`] has the routes with which visitors of web pages log in, in WeChat, by QR code, or in WeCom;
//!   [`WebUser`] is the visitor of a request.
//! * [`js_sdk_routes`] signs pages for the JS-SDK; [`PageAddress`] is the address that a page is signed for.
//! * [`media_routes`] upload and download files, [`Files`] are those of a request, [`FileResponse`] is one of the
//!   platform.
//! * [`MiniUser::check_text`] and [`check_media`](MiniUser::check_media) ask whether content may be shown.
//! * [`Problem`] is the error of all of it: JSON for programs ([RFC 9457]), a page for browsers.
//!
//! [RFC 9457]: https://www.rfc-editor.org/rfc/rfc9457

mod account;
mod content;
mod cookie;
mod js_sdk;
mod login;
mod media;
mod origin;
mod problem;
mod stored;
mod web;
mod web_login;

pub use account::MiniApp;
pub use content::Verdict;
pub use js_sdk::{PageAddress, js_sdk_routes};
pub use login::{
    EncryptedData, Login, LoginCode, LoginToken, MiniUser, PhoneCode, SignedData, login_routes,
};
pub use media::{FileResponse, Files, media_routes};
pub use problem::{ErrorLayer, ErrorService, Problem, RequestId, errors};
pub use web::{Web, WebBuilder};
pub use web_login::{Identity, Profile, WebLogin, WebRejection, WebUser};
