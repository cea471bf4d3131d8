//! What a Mini Program sends: codes, and data that the platform has signed or encrypted.

use std::fmt;

use serde::Deserialize;
use weixin_protocol::Secret;

/// The code of `wx.login`, from a request: `{"code": "…"}`. It works once, within five minutes.
///
/// It is another type than [`PhoneCode`], which is a code too and cannot be exchanged for a session.
#[derive(Clone, Deserialize)]
pub struct LoginCode {
    code: Secret,
}

/// The code of a button `getPhoneNumber`, from a request: `{"code": "…"}`. It works once, within five minutes.
#[derive(Clone, Deserialize)]
pub struct PhoneCode {
    code: Secret,
}

impl LoginCode {
    /// A code that came in another form than JSON.
    pub fn new(code: impl Into<Secret>) -> Self {
        Self { code: code.into() }
    }

    pub(crate) fn secret(&self) -> Secret {
        self.code.clone()
    }
}

impl PhoneCode {
    /// A code that came in another form than JSON.
    pub fn new(code: impl Into<Secret>) -> Self {
        Self { code: code.into() }
    }

    pub(crate) fn secret(&self) -> Secret {
        self.code.clone()
    }
}

impl fmt::Debug for LoginCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LoginCode(…)")
    }
}

impl fmt::Debug for PhoneCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhoneCode(…)")
    }
}

/// Open data as the phone sends it: encrypted with the user's session key, by `wx.getUserInfo`,
/// `wx.getWeRunData`, `wx.getGroupEnterInfo` and others.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EncryptedData {
    /// The ciphertext, in Base64.
    pub encrypted_data: String,
    /// The initialization vector, in Base64.
    pub iv: String,
}

impl EncryptedData {
    /// Data that came in another form than JSON.
    pub fn new(encrypted_data: impl Into<String>, iv: impl Into<String>) -> Self {
        Self { encrypted_data: encrypted_data.into(), iv: iv.into() }
    }
}

impl fmt::Debug for EncryptedData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EncryptedData({} characters)", self.encrypted_data.len())
    }
}

/// Data that are readable and signed with the user's session key: `rawData` and `signature` of
/// `wx.getUserProfile`.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SignedData {
    /// The data as the phone got them, byte for byte.
    pub raw_data: String,
    /// SHA-1 of the data and the session key, in hexadecimal.
    pub signature: String,
}

impl SignedData {
    /// Data that came in another form than JSON.
    pub fn new(raw_data: impl Into<String>, signature: impl Into<String>) -> Self {
        Self { raw_data: raw_data.into(), signature: signature.into() }
    }
}

impl fmt::Debug for SignedData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignedData({} characters)", self.raw_data.len())
    }
}
