//! Signatures for the JS-SDK, which a web page inside WeChat or WeCom needs to use functions of the
//! app.

use std::fmt::Write;

use serde::{Deserialize, Serialize};
use sha1::{Digest, Sha1};
use weixin_protocol::{AppId, Secret};

use crate::{AgentId, Credential, Error, ErrorKind, Timestamp, endpoint};

/// The platform's answer with a ticket.
#[endpoint(part)]
pub struct Ticket {
    /// The ticket.
    #[serde(serialize_with = "crate::expose")]
    pub ticket: Secret,
    /// Its lifetime in seconds from now.
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

/// The arguments of `wx.config`, except the names of the functions that the page wants to use. It
/// serializes with the names that `wx.config` expects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct JsSdkConfig {
    /// The appid (in WeCom the corpid).
    pub app_id: AppId,
    /// When it was signed, in seconds since 1970.
    pub timestamp: Timestamp,
    /// A random string.
    pub nonce_str: String,
    /// The signature: 40 hexadecimal digits.
    pub signature: String,
}

impl JsSdkConfig {
    /// Signs the page at `url`, at the time `now`. The part of the URL after `#` is not signed; the
    /// rest must be exactly as the browser has it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] if the system provides no random numbers.
    pub fn sign(app: &AppId, ticket: &Secret, url: &str, now: Timestamp) -> Result<Self, Error> {
        let nonce_str = nonce()?;
        let signature = signature(ticket, &nonce_str, now, url);
        Ok(Self { app_id: app.clone(), timestamp: now, nonce_str, signature })
    }
}

/// The arguments of `wx.agentConfig` in WeCom, except the names of the functions that the page
/// wants to use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AgentConfig {
    /// The corpid.
    pub corpid: AppId,
    /// The app's AgentID.
    pub agentid: AgentId,
    /// When it was signed, in seconds since 1970.
    pub timestamp: Timestamp,
    /// A random string.
    #[serde(rename = "nonceStr")]
    pub nonce_str: String,
    /// The signature: 40 hexadecimal digits.
    pub signature: String,
}

impl AgentConfig {
    /// Signs the page at `url`, with the ticket of the app; see [`JsSdkConfig::sign`].
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] if the system provides no random numbers.
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

/// The signature of a page: SHA-1 of ticket, random string, time and URL, in hexadecimal.
pub fn signature(ticket: &Secret, nonce: &str, at: Timestamp, url: &str) -> String {
    let url = url.split_once('#').map_or(url, |(url, _)| url);
    let (ticket, at) = (ticket.expose(), at.as_secs());
    hex([&*format!("jsapi_ticket={ticket}&noncestr={nonce}&timestamp={at}&url={url}")])
}

/// The signature of a card (卡券, `wx.addCard` and `wx.chooseCard`): SHA-1 of its parts in byte
/// order. The ticket, of type `wx_card`, is one of them; the platform documents the others for each
/// function.
pub fn card_signature<'a>(ticket: &'a Secret, parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut parts: Vec<_> = parts.into_iter().chain([ticket.expose()]).collect();
    parts.sort_unstable();
    hex(parts)
}

/// A random string of 32 characters.
///
/// # Errors
///
/// [`ErrorKind::Call`] if the system provides no random numbers.
pub fn nonce() -> Result<String, Error> {
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|error| {
        Error::new(ErrorKind::Call, "the system provides no random numbers").with_source(error)
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
