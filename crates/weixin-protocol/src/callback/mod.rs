//! A callback: the address the platform pushes to, and what is needed to trust a push.

mod config;
mod diagnose;
mod open;
mod platform;
mod query;
mod seal;

pub use config::{Callback, Mode, UnknownMode};
pub use diagnose::{Check, diagnose};
pub use open::Echo;
pub use platform::{BotAnswer, PlatformPush, Stamp, UrlCheck};
pub use query::Query;
pub use seal::{ReplySeal, SealedReply};
