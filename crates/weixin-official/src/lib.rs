//! Official Account endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! Each module is one group of the platform's API: the requests as structs, and a handle that a
//! client has as a method, such as `wx.menu()`. What a Mini Program shares with an Official
//! Account (tokens, media, customer-service messages) is declared here once, with
//! `scope(official, mini)`; `weixin-mini` shows its part of it.

mod account;
pub mod analytics;
pub mod article_analytics;
pub mod blacklist;
pub mod comment;
pub mod console;
pub mod custom_message;
pub mod customer_service;
pub mod draft;
pub mod js_sdk;
pub mod mass_message;
pub mod material;
pub mod media;
pub mod menu;
pub mod network;
pub mod oauth;
mod portable;
pub mod publication;
pub mod qrcode;
pub mod quota;
pub mod short_key;
pub mod subscription;
pub mod subscription_notice;
pub mod tag;
pub mod template_message;
pub mod token;
pub mod user;

pub use account::OfficialAccount;
pub use portable::CustomMessageRoad;

weixin_api::endpoint_groups![
    token,
    custom_message,
    media,
    material,
    menu,
    qrcode,
    oauth,
    js_sdk,
    quota,
    user,
    subscription,
    subscription_notice,
    tag,
    blacklist,
    short_key,
    template_message,
    mass_message,
    draft,
    publication,
    comment,
    customer_service,
    console,
    network,
    analytics,
    article_analytics
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
