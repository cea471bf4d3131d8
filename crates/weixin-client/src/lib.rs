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
//! Inside there are two halves that do not know each other, and one place where they meet:
//! `transport` sends a call with the credential it is given, over several attempts and hosts;
//! `credential` keeps tokens and has them fetched; `authenticated` obtains a credential, sends the
//! call, and does so once more with another credential if the platform refuses the first.
//!
//! The HTTP underneath is a [`Transport`], so that calls can go to an emulator in the same process,
//! and time comes from a [`Clock`](weixin_api::Clock), so that a test can move it. Certificates are
//! always verified, redirects are never followed, and neither errors nor log lines show a secret, a
//! token or the query of an address.

mod authenticated;
mod builder;
mod client;
mod credential;
mod download;
mod messages;
mod metrics;
mod transport;

pub use builder::{ClientBuilder, IntoClient};
pub use client::Client;
pub use credential::{CentralCredentials, StoredTicket};
pub use download::StreamFile;
pub use metrics::{CallReport, Metrics};
pub use transport::{Body, FileStream, Streamed, Transport, TransportError};
