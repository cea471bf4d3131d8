//! WeCom (enterprise WeChat) endpoints as typed requests, without any I/O (unofficial WeChat SDK).
//!
//! Each module is one group of the platform's API: the requests as structs, and a handle that a
//! client has as a method, such as `wx.messages()`. Where a call names an app, the account fills
//! in its own.

mod account;
mod list;
pub mod media;
pub mod menu;
pub mod message;
mod portable;
pub mod template_card;
pub mod token;
pub mod user;

pub use account::WorkApp;

weixin_api::endpoint_groups![token, message, media, menu, user];

/// What is needed to call a WeCom app's endpoints by name.
pub mod prelude {
    pub use crate::{
        WorkApp,
        media::MediaApi as _,
        menu::{
            CreateMenuCall as _, DeleteMenuCall as _, GetMenuCall as _, MenuApi as _, WorkButton,
        },
        message::{MessagesApi as _, Recipients, SendMessage, SendMessageCall as _, WorkMessage},
        user::UsersApi as _,
    };
}
