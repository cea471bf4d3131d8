//! Async client for the WeChat platform: accounts, tokens without races, typed calls (unofficial
//! WeChat SDK).
//!
//! ```no_run
//! use weixin_client::IntoClient;
//! use weixin_official::{OfficialAccount, custom_message::SendCustomMessage};
//!
//! # async fn example(secret: &str) -> Result<(), weixin_api::Error> {
//! let wx = OfficialAccount::new("wx0123456789abcdef", secret).client();
//! wx.send(SendCustomMessage::text("oAnn", "hello")).await?;
//! # Ok(())
//! # }
//! ```
//!
//! A [`Client`] calls as one account. It obtains the access token when it first needs it, fetches
//! it once for all waiting calls, renews it before it expires, and replaces it when the platform
//! rejects it. A call is retried only if that is safe: when it never left this machine, or when its
//! endpoint is declared safe to repeat.
//!
//! The implementation has two halves that do not depend on each other, and one module that connects
//! them: `transport` sends a call with a given credential, over several attempts and hosts;
//! `credential` keeps tokens and has them fetched; `authenticated` obtains a credential, sends the
//! call, and sends it once more with another credential if the platform rejects the first.
//!
//! HTTP requests go through a [`Transport`], so that calls can go to an emulator in the same
//! process, and time comes from a [`Clock`](weixin_api::Clock), so that a test can control it.
//! Certificates are always verified, redirects are never followed, and neither errors nor log lines
//! show a secret, a token or the query of an address.

mod authenticated;
mod builder;
mod client;
mod client_source;
mod credential;
mod download;
mod messages;
#[cfg(feature = "metrics")]
pub mod metrics;
#[cfg(not(feature = "metrics"))]
#[path = "metrics_off.rs"]
mod metrics;
mod report;
mod transport;

pub use builder::{ClientBuilder, IntoClient};
pub use client::Client;
pub use client_source::ClientSource;
pub use credential::{CentralCredentials, CurrentToken, StoredTicket, TokenOrigin};
pub use download::StreamFile;
pub use report::{CallReport, Metrics};
pub use transport::{Body, FileStream, Streamed, Transport, TransportError};
