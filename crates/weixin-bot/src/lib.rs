//! Callback bots for WeChat Official Accounts, Mini Programs and WeCom (unofficial).
//!
//! ```no_run
//! use weixin_bot::{Bot, Config};
//! use weixin_protocol::Text;
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! Bot::new().on(|msg: Text| async move { msg.content }).serve(Config::load()?).await?;
//! # Ok(())
//! # }
//! ```
//!
//! A push travels from the [edge](App) (size, path, signature, decryption) through the router
//! (the first handler that hears it) to a road: into the answer while the platform waits, or by
//! a message of its own after that.

mod bot;
mod config;
mod edge;
mod engine;
mod error;
mod handler;
pub mod http_server;
pub mod log_text;
mod push;
mod refusal_log;
mod reply;
mod route;
mod serve;

pub use bot::Bot;
pub use config::{AccountConfig, Config, ConfigError, Problem, StoreConfig, TokenServerKey};
pub use edge::{App, HEALTH_PATH};
pub use engine::{Road, RoadError};
pub use error::{Error, ErrorKind};
pub use handler::{
    Argument, Captures, Context, FromContext, FromRef, Handler, HandlerResult, Hears, MayHear,
    State, ViaExtractor, ViaMessage,
};
pub use push::Push;
pub use refusal_log::{RefusalLog, Refusals};
pub use reply::{Content, IntoReply, Media, Reply};
pub use route::{
    BuiltRoute, ByArgument, ByFilter, Filtered, IntoRoute, command, matching, menu_click, when,
};

/// Any error a handler may fail with.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// What `#[handler]` checks with.
#[doc(hidden)]
pub mod __check {
    use crate::{FromContext, IntoReply};

    pub fn argument<T: FromContext<S, Via>, S, Via>() {}
    pub fn reply<T: IntoReply>() {}
    pub fn future<F: Future + Send + 'static>(_: F) {}
}
