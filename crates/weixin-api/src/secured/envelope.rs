//! An encrypted body, and what it is bound to.

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::keys::{IV, PrivateKey, PublicKey, SymmetricKey, TAG};
use crate::lenient;

/// The fields that are added to the plain text of every body.
pub const SECURITY_FIELDS: [&str; 3] = ["_n", "_appid", "_timestamp"];

/// What an encrypted body and its signature are bound to: the same body is not valid for another
/// address, account or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealContext<'a> {
    /// The address of the call at the platform, with scheme and host and without its query:
    /// `https://api.weixin.qq.com/wxa/getuserriskrank`.
    pub url: &'a str,
    /// The account.
    pub app_id: &'a str,
    /// The time in the headers: a Unix timestamp in seconds.
    pub timestamp: &'a str,
}

impl SealContext<'_> {
    /// The text that is signed with a body.
    pub fn signed_text(&self, body: &[u8]) -> Vec<u8> {
        let Self { url, app_id, timestamp } = self;
        let mut text = format!("{url}\n{app_id}\n{timestamp}\n").into_bytes();
        text.extend_from_slice(body);
        text
    }

    /// The data that are authenticated with the ciphertext.
    fn associated(&self, key: &SymmetricKey) -> String {
        let Self { url, app_id, timestamp } = self;
        format!("{url}|{app_id}|{timestamp}|{}", key.sn())
    }

    /// Encrypts a JSON text and returns the body. `iv` must be random: two texts that are encrypted with
    /// the same one reveal each other. `None` if the text is too long (64 GiB).
    pub fn seal(&self, key: &SymmetricKey, iv: [u8; IV], text: &[u8]) -> Option<Bytes> {
        let (data, authtag) = key.encrypt(iv, self.associated(key).as_bytes(), text)?;
        let written = Written {
            iv: STANDARD.encode(iv),
            data: STANDARD.encode(data),
            authtag: STANDARD.encode(authtag),
        };
        serde_json::to_vec(&written).ok().map(Bytes::from)
    }

    /// Decrypts a body. `None` if it was changed, encrypted with another key, or for another address,
    /// account or time.
    pub fn open(&self, key: &SymmetricKey, body: &SealedBody) -> Option<Vec<u8>> {
        key.decrypt(body.iv, self.associated(key).as_bytes(), &body.data, body.authtag)
    }

    /// The signature of a body, in base64. `None` if the system has no random numbers.
    pub fn sign(&self, key: &PrivateKey, body: &[u8]) -> Option<String> {
        key.sign(&self.signed_text(body)).map(|signature| STANDARD.encode(signature))
    }

    /// Whether this is the signature of a body, in base64.
    pub fn verifies(&self, key: &PublicKey, body: &[u8], signature: &str) -> bool {
        let signature = STANDARD.decode(signature.trim());
        signature.is_ok_and(|signature| key.verifies(&self.signed_text(body), &signature))
    }

    /// Takes the [`SECURITY_FIELDS`] out of a decrypted text, and returns its other fields. `None` if
    /// they name another account or time, or the text is not a JSON object.
    pub fn unwrap_fields(&self, text: &[u8]) -> Option<Map<String, Value>> {
        let Ok(Value::Object(mut fields)) = lenient::parse(text) else { return None };
        let [_, app_id, timestamp] =
            SECURITY_FIELDS.map(|name| fields.remove(name).unwrap_or_default());
        let timestamp = match timestamp {
            Value::Number(number) => number.to_string(),
            Value::String(text) => text,
            _ => return None,
        };
        (app_id == self.app_id && timestamp == self.timestamp).then_some(fields)
    }
}

/// An encrypted body, read but not decrypted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedBody {
    iv: [u8; IV],
    data: Vec<u8>,
    authtag: [u8; TAG],
}

/// A body that is not valid base64, or has an `iv` or `authtag` of another size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("iv, data and authtag are not base64 of 12 bytes, the ciphertext and 16 bytes")]
pub struct MalformedBody;

#[derive(Serialize)]
struct Written {
    iv: String,
    data: String,
    authtag: String,
}

#[derive(Deserialize)]
struct Read {
    iv: Option<String>,
    data: Option<Value>,
    authtag: Option<String>,
}

impl SealedBody {
    /// Reads a body. `None` if it is plain: it has no `iv`, `data` or `authtag`.
    ///
    /// # Errors
    ///
    /// If it has all of them and one is malformed.
    pub fn read(body: &[u8]) -> Result<Option<Self>, MalformedBody> {
        let Ok(Read { iv: Some(iv), data: Some(Value::String(data)), authtag: Some(authtag) }) =
            serde_json::from_slice(body)
        else {
            return Ok(None);
        };
        let decoded = |text: &str| STANDARD.decode(text).map_err(|_| MalformedBody);
        Ok(Some(Self {
            iv: decoded(&iv)?.try_into().map_err(|_| MalformedBody)?,
            data: decoded(&data)?,
            authtag: decoded(&authtag)?.try_into().map_err(|_| MalformedBody)?,
        }))
    }
}
