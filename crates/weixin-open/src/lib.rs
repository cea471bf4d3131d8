#![cfg_attr(docsrs, feature(doc_cfg))]
//! Third-party platform (open platform) endpoints as typed requests, without any I/O (unofficial
//! WeChat SDK).
//!
//! A third-party platform (第三方平台) acts for Official Accounts and Mini Programs whose owners
//! have authorized it. The platform pushes a ticket to it every ten minutes; with that a
//! [`Component`] obtains its own token, and with this the token of each [`Authorizer`].

mod account;
pub mod authorization;
mod authorizer;

pub use account::Component;
pub use authorizer::Authorizer;

weixin_api::endpoint_groups![authorization,];

weixin_protocol::message_groups![];

/// What is needed to call a third-party platform's endpoints by name.
pub mod prelude {
    pub use crate::{Authorizer, Component, authorization::AuthorizationApi as _};
}
