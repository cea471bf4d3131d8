//! The HTTP edge: from a request to the engine and back. Only this module knows what the platform
//! expects in a response.

mod body;
mod callback;
mod confirming;
mod respond;
mod service;

pub(crate) use body::{BODY_DEADLINE, BodyReader};
pub(crate) use callback::{MountedCallback, Shared, Sources};
pub use service::App;
pub(crate) use service::Inner;

/// The path of the health check. Its answer is the same for every account and reveals nothing.
pub const HEALTH_PATH: &str = "/healthz";

/// The largest body read, in bytes, unless set otherwise. The platform's own pushes stay below a
/// tenth of it.
pub(crate) const BODY_LIMIT: usize = 1024 * 1024;

/// How many bytes all bodies that are being read may take together, unless set otherwise.
pub(crate) const BODY_BUDGET: usize = 64 * 1024 * 1024;
