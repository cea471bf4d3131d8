//! Mini Program endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! What a Mini Program shares with an Official Account is declared once, in `weixin-official`,
//! with `scope(official, mini)`. This crate shows that part of it, and is the home of what only
//! Mini Programs have. A request that is out of a Mini Program's scope is refused by the compiler.

mod account;
pub mod code;
pub mod link;
pub mod login;
pub mod security;
pub mod subscription_message;
pub mod user;

pub use account::MiniProgram;
pub use weixin_official::{custom_message, media, network, quota, subscription, token};

weixin_api::endpoint_groups![
    token,
    custom_message,
    media,
    quota,
    login,
    code,
    subscription,
    subscription_message,
    network,
    link,
    security,
    user
];

/// What is needed to call a Mini Program's endpoints by name.
pub mod prelude {
    pub use crate::{
        MiniProgram,
        code::{CodesApi as _, CreateQrCodeCall as _, GetCodeCall as _, GetUnlimitedCodeCall as _},
        custom_message::{
            CustomMessage, CustomMessagesApi as _, SendCustomMessage, SendCustomMessageCall as _,
        },
        link::{
            GenerateNfcSchemeCall as _, GenerateSchemeCall as _, GenerateShortLinkCall as _,
            GenerateUrlLinkCall as _, LinksApi as _, QuerySchemeCall as _, QueryUrlLinkCall as _,
        },
        login::LoginApi as _,
        media::MediaApi as _,
        network::NetworkApi as _,
        quota::QuotasApi as _,
        security::{CheckMediaCall as _, CheckTextCall as _, ContentSecurityApi as _},
        subscription::{AddSubscriptionTemplateCall as _, SubscriptionsApi as _},
        subscription_message::{SendSubscriptionMessageCall as _, SubscriptionMessagesApi as _},
        user::{GetPaidUnionIdCall as _, GetPhoneNumberCall as _, UserInfoApi as _},
    };
}
