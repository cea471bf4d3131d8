//! Requests from the platform to the bot: pushes, their retries, URL verification.

mod deliver;
mod exchange;
mod http;
mod layout;
mod response;
mod service;
mod target;
mod verify;

pub use exchange::{Delivery, Exchange};

pub(crate) use self::http::{HttpClient, HttpTarget, is_loopback};
pub(crate) use deliver::{Push, PushRun, launch, start};
pub(crate) use exchange::Progress;
pub(crate) use service::ServiceTarget;
pub(crate) use target::Target;
pub(crate) use verify::verify;
