#![cfg_attr(docsrs, feature(doc_cfg))]
//! Build WeChat bots and services in Rust (unofficial): Official Accounts, Mini Programs and WeCom.
//!
//! ```no_run
//! use weixin::prelude::*;
//!
//! #[tokio::main]
//! async fn main() -> weixin::Result<()> {
//!     Bot::new()
//!         .on(|msg: Text| async move { msg.content })
//!         .serve(Config::load()?)
//!         .await
//! }
//! ```
//!
//! * [`Bot`] handles the platform's pushes; handlers are async functions with extracted arguments.
//! * [`Client`] calls the platform and manages access tokens.
//! * `weixin::emulator` is a local emulator of the platform (feature `emulator`).
//! * `weixin::web` is what a web backend needs beside the bot: login, media, the JS-SDK (feature `web`).
//! * The [`manual`] explains the rules of the platform and how this library handles them.

#[cfg(feature = "emulator")]
pub mod emulator;
pub mod manual;
pub mod mini;
mod missing;
pub mod official;
pub mod open;
pub mod prelude;
#[cfg(feature = "official-mass-message")]
pub mod reach;
pub mod work;

/// How the platform's API is described: endpoints, accounts, errors, the clock.
pub use weixin_api as api;
/// Receiving and answering pushes.
pub use weixin_bot as bot;
/// Calling the platform.
pub use weixin_client as client;
/// The wire protocol.
pub use weixin_protocol as protocol;
/// Storage for tokens that several processes share.
pub use weixin_store as store;
/// Web backends beside the bot: login of Mini Programs and web pages, media, the JS-SDK, error pages.
#[cfg(feature = "web")]
pub use weixin_web as web;

pub use weixin_bot::{
    AccountConfig, AccountRegistry, Bot, Config, Delivery, Error, InboxConfig, LateReply, Outcome,
    StoreConfig,
};
pub use weixin_client::Client;
pub use weixin_macros::{
    FacadeDescribe as Describe, FacadeStringEnum as StringEnum, FacadeTaggedEnum as TaggedEnum,
    facade_endpoint as endpoint, facade_handler as handler, facade_inbound as inbound,
};

/// A result with the error of this crate, into which the errors of all parts convert. `E` sets
/// another error type.
pub type Result<T, E = Error> = std::result::Result<T, E>;
