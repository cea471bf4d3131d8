//! Signatures for the JS-SDK: what a web page inside the app must show before it may use the
//! phone's functions.

use std::fmt::Write;

use serde::{Deserialize, Serialize};
use sha1::{Digest, Sha1};
use weixin_protocol::{AppId, Secret};

use crate::{AgentId, Credential, Error, ErrorKind, Timestamp, endpoint};

/// The answer of the platform that holds a ticket.
#[endpoint(part)]
pub struct Ticket {
    /// The ticket.
    #[serde(serialize_with = "crate::expose")]
    pub ticket: Secret,
    /// Seconds from now.
    pub expires_in: u64,
}

impl TryFrom<Ticket> for Credential {
    type Error = Error;

    fn try_from(ticket: Ticket) -> Result<Self, Error> {
        if ticket.ticket.is_empty() {
            return Err(Error::new(ErrorKind::Reply, "the ticket is empty"));
        }
        let lifetime = Some(std::time::Duration::from_secs(ticket.expires_in));
        Ok(Self::new(ticket.ticket, lifetime))
    }
}

/// What a page passes to `wx.config`, beside the names of the functions it wants. It serializes
/// with the names that function expects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct JsSdkConfig {
    /// The appid, in WeCom the corpid.
    pub app_id: AppId,
    /// When it was signed, in seconds.
    pub timestamp: Timestamp,
    /// A random text.
    pub nonce_str: String,
    /// The signature: 40 hexadecimal digits.
    pub signature: String,
}

impl JsSdkConfig {
    /// Signs for the page at `url`, at the moment `now`. The part of the address after `#` is not
    /// signed; everything else must be as the browser has it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] when the system has no random numbers.
    pub fn sign(app: &AppId, ticket: &Secret, url: &str, now: Timestamp) -> Result<Self, Error> {
        let nonce_str = nonce()?;
        let signature = signature(ticket, &nonce_str, now, url);
        Ok(Self { app_id: app.clone(), timestamp: now, nonce_str, signature })
    }
}

/// What a page in WeCom passes to `wx.agentConfig`, beside the names of the functions it wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AgentConfig {
    /// The corpid.
    pub corpid: AppId,
    /// The app.
    pub agentid: AgentId,
    /// When it was signed, in seconds.
    pub timestamp: Timestamp,
    /// A random text.
    #[serde(rename = "nonceStr")]
    pub nonce_str: String,
    /// The signature: 40 hexadecimal digits.
    pub signature: String,
}

impl AgentConfig {
    /// Signs for the page at `url`, with the ticket of the app; see [`JsSdkConfig::sign`].
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] when the system has no random numbers.
    pub fn sign(
        corp: &AppId,
        agent: AgentId,
        ticket: &Secret,
        url: &str,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let JsSdkConfig { app_id, timestamp, nonce_str, signature } =
            JsSdkConfig::sign(corp, ticket, url, now)?;
        Ok(Self { corpid: app_id, agentid: agent, timestamp, nonce_str, signature })
    }
}

/// The signature of a page: SHA-1 of ticket, random text, time and address, in hexadecimal.
pub fn signature(ticket: &Secret, nonce: &str, at: Timestamp, url: &str) -> String {
    let url = url.split_once('#').map_or(url, |(url, _)| url);
    let (ticket, at) = (ticket.expose(), at.as_secs());
    hex([&*format!("jsapi_ticket={ticket}&noncestr={nonce}&timestamp={at}&url={url}")])
}

/// The signature of a card (卡券, `wx.addCard` and `wx.chooseCard`): SHA-1 of its parts in the
/// order of their bytes. The ticket, of the type `wx_card`, is one of them; which others there are
/// the platform says for each function.
pub fn card_signature<'a>(ticket: &'a Secret, parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut parts: Vec<_> = parts.into_iter().chain([ticket.expose()]).collect();
    parts.sort_unstable();
    hex(parts)
}

/// A random text of 32 characters.
///
/// # Errors
///
/// [`ErrorKind::Call`] when the system has no random numbers.
pub fn nonce() -> Result<String, Error> {
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|error| {
        Error::new(ErrorKind::Call, "the system has no random numbers").with_source(error)
    })?;
    Ok(digits(&random))
}

fn hex<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hasher = Sha1::new();
    parts.into_iter().for_each(|part| hasher.update(part.as_bytes()));
    digits(&hasher.finalize())
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
