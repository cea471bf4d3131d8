#![cfg_attr(docsrs, feature(doc_cfg))]
//! Build on WeChat in Rust (unofficial): Official Accounts, Mini Programs and WeCom.
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
//! * [`Bot`] answers what the platform pushes; handlers are async functions with extracted
//!   arguments.
//! * [`Client`] calls the platform; tokens are taken care of.
//! * `weixin::emulator` is the platform on your desk (feature `emulator`).
//! * The [`manual`] explains the rules of the platform and what is done about them.

#[cfg(feature = "emulator")]
pub mod emulator;
pub mod manual;
pub mod mini;
mod missing;
pub mod official;
pub mod open;
pub mod prelude;
pub mod work;

/// How the platform's API is described: endpoints, accounts, errors, the clock.
pub use weixin_api as api;
/// Everything about answering pushes.
pub use weixin_bot as bot;
/// Everything about calling the platform.
pub use weixin_client as client;
/// The wire protocol.
pub use weixin_protocol as protocol;
/// Where tokens are kept when several processes share them.
pub use weixin_store as store;

pub use weixin_bot::{AccountConfig, Bot, Config, Error, StoreConfig};
pub use weixin_client::Client;
pub use weixin_macros::{
    FacadeDescribe as Describe, FacadeStringEnum as StringEnum, FacadeTaggedEnum as TaggedEnum,
    facade_endpoint as endpoint, facade_handler as handler, facade_inbound as inbound,
};

/// What functions that use everything return. `E` is there for those that do not.
pub type Result<T, E = Error> = std::result::Result<T, E>;
