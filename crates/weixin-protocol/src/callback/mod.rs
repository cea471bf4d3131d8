//! A callback: the URL that the platform pushes to, and what is needed to verify a push.

mod addressee;
mod config;
mod diagnose;
mod open;
mod platform;
mod precheck;
mod query;
mod replay;
mod seal;

pub use config::{Callback, Mode, UnknownMode};
pub use diagnose::{Check, diagnose};
pub use open::Echo;
pub use platform::{BotAnswer, PlatformPush, Stamp, UrlCheck};
pub use precheck::Prechecked;
pub use query::Query;
pub use replay::{ReplayKey, ReplayWindow, Seen};
pub use seal::{ReplySeal, SealedReply};
