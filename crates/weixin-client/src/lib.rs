//! Async client for the WeChat platform: accounts, tokens that never race, typed calls
//! (unofficial WeChat SDK).
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
//! A [`Client`] is one account. It obtains the access token when it first needs it, fetches it
//! once however many calls wait for it, renews it before its end, and replaces it when the platform
//! refuses it. A call is repeated only where that cannot do harm: when it never left this machine,
//! or when its endpoint is declared safe.
//!
//! The HTTP underneath is a [`Transport`], so that calls can go to an emulator in the same process,
//! and time comes from a [`Clock`](weixin_api::Clock), so that a test can move it. Certificates are
//! always verified, redirects are never followed, and neither errors nor log lines show a secret, a
//! token or the query of an address.

mod body;
mod builder;
mod central;
mod client;
mod credential;
mod download;
mod hosts;
mod http;
mod line;
mod messages;
mod metrics;
mod shelf;
mod transport;

pub use body::Body;
pub use builder::{ClientBuilder, IntoClient};
pub use central::CentralCredentials;
pub use client::Client;
pub use download::{FileStream, StreamFile, Streamed};
pub use metrics::{CallReport, Metrics};
pub use transport::{Transport, TransportError};
