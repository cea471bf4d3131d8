//! Mini Program endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! What a Mini Program shares with an Official Account is declared once, in `weixin-official`,
//! with `scope(official, mini)`. This crate shows that part of it, and is the home of what only
//! Mini Programs have. A request that is out of a Mini Program's scope is refused by the compiler.

mod account;
pub mod code;
pub mod login;

pub use account::MiniProgram;
pub use weixin_official::{custom_message, media, quota, token};

use weixin_api::EndpointInfo;

/// Everything a Mini Program can call, by group.
pub const ENDPOINTS: &[(&str, &[&EndpointInfo])] = &[
    ("token", token::ENDPOINTS),
    ("custom_message", custom_message::ENDPOINTS),
    ("media", media::ENDPOINTS),
    ("quota", quota::ENDPOINTS),
    ("login", login::ENDPOINTS),
    ("code", code::ENDPOINTS),
];

/// What is needed to call a Mini Program's endpoints by name.
pub mod prelude {
    pub use crate::{
        MiniProgram,
        code::{CodesApi as _, GetUnlimitedCodeCall as _},
        custom_message::{
            CustomMessage, CustomMessagesApi as _, SendCustomMessage, SendCustomMessageCall as _,
        },
        login::LoginApi as _,
        media::MediaApi as _,
        quota::QuotasApi as _,
    };
}
