//! The HTTP edge: from a request to the engine and back.

mod delivered;
mod service;

pub use service::App;
pub(crate) use service::{Inner, Mount};

/// Where health checks are answered, for every account alike, without revealing anything.
pub const HEALTH_PATH: &str = "/healthz";

/// The largest body read, in bytes, unless set otherwise. The platform's own pushes stay below a
/// tenth of it.
pub(crate) const BODY_LIMIT: usize = 1024 * 1024;
