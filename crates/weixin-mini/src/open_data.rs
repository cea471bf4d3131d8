//! Open data (开放数据): what the platform gives to the phone, signed or encrypted with the user's session key, so
//! that the server can believe it.
//!
//! <https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html>

use std::fmt;

use aes::Aes128;
use base64::{
    Engine,
    alphabet::STANDARD,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit, block_padding::Pkcs7};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use sha1::{Digest, Sha1};
use subtle::ConstantTimeEq;
use weixin_api::Timestamp;
use weixin_protocol::{AppId, OpenId, Secret, UnionId};

use crate::user::{PhoneInfo, Watermark};

/// Some clients leave out the padding, or leave bits behind it.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// The length of key, initialization vector and block, in bytes.
const BLOCK: usize = 16;

/// Data that were decrypted, and their watermark: whom they are for, and when they were made. The one who uses them
/// decides how old they may be.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Decrypted<T> {
    /// The data.
    pub data: T,
    /// The account that was checked, and the time that was not.
    pub watermark: Watermark,
}

/// Why open data could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpenDataError {
    /// They were encrypted with another session key. Usually `wx.login` was called between encrypting and sending,
    /// which replaced the key; for phone numbers, the code of the button `getPhoneNumber` needs no key.
    WrongKey,
    /// They are for another account.
    OtherApp {
        /// The account of the watermark.
        appid: AppId,
    },
    /// Ciphertext, initialization vector or session key are not Base64 of the right length.
    Malformed,
    /// They have no watermark, or not the fields that were expected.
    Unexpected,
}

impl fmt::Display for OpenDataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongKey => f.write_str(
                "the data were encrypted with another session key: usually wx.login was called between encrypting and \
                 sending, which replaced the key",
            ),
            Self::OtherApp { appid } => write!(f, "the data are for another account, {appid}"),
            Self::Malformed => {
                f.write_str("ciphertext, initialization vector or session key are not Base64 of the right length")
            }
            Self::Unexpected => f.write_str("the data have no watermark, or not the expected fields"),
        }
    }
}

impl std::error::Error for OpenDataError {}

/// Decrypts `encryptedData`, and checks that they are for the account `app`.
///
/// ```
/// use weixin_mini::open_data::{self, UserProfile};
/// use weixin_protocol::Secret;
///
/// # fn example(encrypted_data: &str, iv: &str, session_key: &Secret) -> Result<(), open_data::OpenDataError> {
/// let profile = open_data::decrypt::<UserProfile>(session_key, encrypted_data, iv, &"wx0123456789abcdef".into())?;
/// println!("{}", profile.data.nick_name);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// See [`OpenDataError`].
pub fn decrypt<T: DeserializeOwned>(
    session_key: &Secret,
    encrypted_data: &str,
    iv: &str,
    app: &AppId,
) -> Result<Decrypted<T>, OpenDataError> {
    let (key, iv) = (block(session_key.expose())?, block(iv)?);
    let data = LENIENT.decode(encrypted_data).map_err(|_| OpenDataError::Malformed)?;
    if data.is_empty() || data.len() % BLOCK != 0 {
        return Err(OpenDataError::Malformed);
    }
    let cipher = cbc::Decryptor::<Aes128>::new(&key.into(), &iv.into());
    // A wrong key gives random bytes, which have a valid padding now and then, but are not JSON.
    let text = cipher.decrypt_padded_vec::<Pkcs7>(&data).map_err(|_| OpenDataError::WrongKey)?;
    let tree: Value = serde_json::from_slice(&text).map_err(|_| OpenDataError::WrongKey)?;
    let watermark = tree.get("watermark").ok_or(OpenDataError::Unexpected)?;
    let watermark = Watermark::deserialize(watermark).map_err(|_| OpenDataError::Unexpected)?;
    if watermark.appid != *app {
        return Err(OpenDataError::OtherApp { appid: watermark.appid });
    }
    let data = serde_json::from_value(tree).map_err(|_| OpenDataError::Unexpected)?;
    Ok(Decrypted { data, watermark })
}

/// Encrypts data as the platform does: its half of [`decrypt`]. The result is `encryptedData` and `iv`.
///
/// # Errors
/// [`OpenDataError::Malformed`] if the session key is none; [`OpenDataError::Unexpected`] if the data are not an
/// object of JSON.
pub fn encrypt(
    session_key: &Secret,
    iv: [u8; BLOCK],
    data: &impl Serialize,
    watermark: &Watermark,
) -> Result<(String, String), OpenDataError> {
    let key = block(session_key.expose())?;
    let unexpected = |_| OpenDataError::Unexpected;
    let Value::Object(mut fields) = serde_json::to_value(data).map_err(unexpected)? else {
        return Err(OpenDataError::Unexpected);
    };
    fields.insert("watermark".to_owned(), serde_json::to_value(watermark).map_err(unexpected)?);
    let text = serde_json::to_vec(&fields).map_err(unexpected)?;
    let cipher = cbc::Encryptor::<Aes128>::new(&key.into(), &iv.into());
    let data = cipher.encrypt_padded_vec::<Pkcs7>(&text);
    Ok((LENIENT.encode(data), LENIENT.encode(iv)))
}

/// The signature of `rawData`: SHA-1 of the data and the session key (as text), in hexadecimal.
pub fn raw_data_signature(raw_data: &str, session_key: &Secret) -> String {
    let digest = Sha1::new_with_prefix(raw_data).chain_update(session_key.expose()).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether `rawData` were signed with this session key.
pub fn verify_raw_data(raw_data: &str, signature: &str, session_key: &Secret) -> bool {
    let expected = raw_data_signature(raw_data, session_key);
    expected.as_bytes().ct_eq(signature.to_ascii_lowercase().as_bytes()).into()
}

fn block(text: &str) -> Result<[u8; BLOCK], OpenDataError> {
    let bytes = LENIENT.decode(text).map_err(|_| OpenDataError::Malformed)?;
    bytes.try_into().map_err(|_| OpenDataError::Malformed)
}

/// Name and picture of a user: `rawData` and `encryptedData` of `wx.getUserProfile`. Since 2022 the platform gives the
/// same name and picture for everybody; programs ask the user instead.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct UserProfile {
    /// The user's name.
    pub nick_name: String,
    /// 0 unknown, 1 male, 2 female; always 0 by now.
    pub gender: u8,
    /// The language of the user's WeChat, such as `zh_CN`.
    pub language: String,
    /// The user's city; always empty by now.
    pub city: String,
    /// The user's province; always empty by now.
    pub province: String,
    /// The user's country; always empty by now.
    pub country: String,
    /// The address of the user's picture.
    pub avatar_url: String,
    /// The user; only in encrypted data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_id: Option<OpenId>,
    /// The user at all accounts of one Open Platform account; only in encrypted data, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub union_id: Option<UnionId>,
}

/// The phone number in the encrypted data of a button `getPhoneNumber`.
pub type EncryptedPhone = PhoneInfo;

/// The chat in which a Mini Program was opened: encrypted data of `wx.getGroupEnterInfo`, `wx.getShareInfo`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GroupInfo {
    /// The chat, as this Mini Program knows it.
    #[serde(rename = "openGId", alias = "opengid")]
    pub open_gid: String,
}

impl GroupInfo {
    /// A chat.
    pub fn new(open_gid: impl Into<String>) -> Self {
        Self { open_gid: open_gid.into() }
    }
}

/// The steps of the last 30 days: encrypted data of `wx.getWeRunData` (微信运动).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RunData {
    /// One entry per day, the oldest first.
    pub step_info_list: Vec<StepInfo>,
}

/// The steps of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StepInfo {
    /// The start of the day in China.
    pub timestamp: Timestamp,
    /// The number of steps.
    pub step: u64,
}

impl StepInfo {
    /// The steps of the day that begins at `timestamp`.
    pub fn new(timestamp: Timestamp, step: u64) -> Self {
        Self { timestamp, step }
    }
}

impl FromIterator<StepInfo> for RunData {
    fn from_iter<I: IntoIterator<Item = StepInfo>>(days: I) -> Self {
        Self { step_info_list: days.into_iter().collect() }
    }
}
