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
//! A push travels from its source, such as the [HTTP edge](App) (size, path, signature,
//! decryption), into the engine and through the router (the first handler that hears it). The
//! handler's reply becomes the answer to the push while the source waits, and is sent by the
//! account's [`ReplyChannel`] after that.
//!
//! # Your own source and channel
//!
//! [`Bot::mount`] takes a [`Source`], which brings pushes from anywhere, and a [`MountedAccount`]
//! with a [`ReplyChannel`], which sends messages. The engine treats them like the callbacks of the
//! configuration: no push is handled twice, a user's pushes are handled in order, the number of
//! running handlers is bounded, answers in time are given to the source, and late ones are sent by
//! the channel.

mod accounts;
mod bot;
mod config;
mod edge;
mod engine;
mod error;
mod handler;
pub mod http_server;
pub mod log_text;
#[cfg(feature = "metrics")]
pub mod metrics;
#[cfg(not(feature = "metrics"))]
#[path = "metrics_off.rs"]
mod metrics;
mod missing_state;
mod os;
mod rejection_log;
mod reply;
mod route;
mod serve;
mod source_addresses;

pub use accounts::{AccountChanges, AccountRegistry, InvalidAccount};
pub use bot::Bot;
pub use config::{
    AccountConfig, ApiSecurityConfig, CertificateConfig, Config, ConfigError, Delivery,
    InboxConfig, LateReply, LogConfig, Problem, Rotation, SourceAddresses, StoreConfig, TlsConfig,
    TokenServerKey, UnknownLateReply, UntilLoaded,
};
pub use edge::{App, HEALTH_PATH};
pub use engine::{
    Accepting, Answer, Intake, MountedAccount, Outcome, Rejected, ReplyChannel, ReplyWindow,
    SendError, Source, Ticket, WriteReceipt,
};
pub use error::{Error, ErrorKind};
pub use handler::{
    Argument, Captures, Context, Dialogue, FromContext, FromRef, Handler, HandlerError,
    HandlerResult, Hears, MayHear, Needs, NoClient, Session, SessionError, State, ViaExtractor,
    ViaMessage, WrongAccount, WrongCapture, WrongMessage,
};
#[doc(hidden)]
pub use missing_state::MissingState;
pub use rejection_log::{RejectionLog, Rejections};
pub use reply::{IntoReply, Reply};
pub use route::{
    BuiltRoute, ByArgument, ByFilter, BySettings, Configured, Extension, Filter, Filtered,
    IntoFallback, IntoRoute, Middleware, Nested, Next, NoExtension, Routes, also, command,
    deadline, exact, filter, matching, menu_click, only, parallel, scene, when,
};
pub use tokio_util::sync::CancellationToken;
pub use weixin_api::{Media, Message};
pub use weixin_store::inbox::{
    self, Destination, Envelope, Inbox, MemoryInbox, Order, ParkReason, Push,
};

/// Any error that a handler may return.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// The checks that `#[handler]` generates code for.
#[doc(hidden)]
pub mod __check {
    use crate::{FromContext, IntoReply};

    pub fn argument<T: FromContext<S, Via>, S, Via>() {}
    pub fn reply<T: IntoReply>() {}
    pub fn future<F: Future + Send + 'static>(_: F) {}
}
