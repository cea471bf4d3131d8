//! Official Account endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! Each module is one group of the platform's API: the requests as structs, and a handle that a
//! client has as a method, such as `wx.menu()`. What a Mini Program shares with an Official
//! Account (tokens, media, customer-service messages) is declared here once, with
//! `scope(official, mini)`; `weixin-mini` shows its part of it.

mod account;
pub mod custom_message;
pub mod js_sdk;
pub mod material;
pub mod media;
pub mod menu;
pub mod oauth;
mod portable;
pub mod qrcode;
pub mod quota;
pub mod token;
pub mod user;

pub use account::OfficialAccount;
pub use portable::CustomMessageRoad;

use weixin_api::EndpointInfo;

/// Everything declared in this crate, by group.
pub const ENDPOINTS: &[(&str, &[&EndpointInfo])] = &[
    ("token", token::ENDPOINTS),
    ("custom_message", custom_message::ENDPOINTS),
    ("media", media::ENDPOINTS),
    ("material", material::ENDPOINTS),
    ("menu", menu::ENDPOINTS),
    ("qrcode", qrcode::ENDPOINTS),
    ("oauth", oauth::ENDPOINTS),
    ("js_sdk", js_sdk::ENDPOINTS),
    ("quota", quota::ENDPOINTS),
    ("user", user::ENDPOINTS),
];

/// What is needed to call an Official Account's endpoints by name.
pub mod prelude {
    pub use crate::{
        OfficialAccount,
        custom_message::{
            CustomMessage, CustomMessagesApi as _, SendCustomMessage, SendCustomMessageCall as _,
        },
        js_sdk::JsSdkApi as _,
        material::{AddMaterialCall as _, MaterialsApi as _},
        media::MediaApi as _,
        menu::{Button, MenuApi as _},
        oauth::{GetVisitorCall as _, OAuthApi as _},
        qrcode::{CreateQrCodeCall as _, QrCodesApi as _},
        quota::QuotasApi as _,
        user::{GetFollowersCall as _, GetUserInfoCall as _, UsersApi as _},
    };
}
