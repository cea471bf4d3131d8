//! The two secrets of a callback that a developer copies from the platform's console.

use std::{fmt, str::FromStr, sync::Arc};

use aes::{Aes256Dec, Aes256Enc, cipher::KeyInit};
use base64::{
    Engine, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use zeroize::Zeroizing;

use crate::{Error, ErrorKind};

/// 43 characters carry 258 bits; the last two bits belong to no byte and are usually not zero,
/// which a strict decoder rejects.
const KEY_ENGINE: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone),
);

/// The EncodingAESKey (消息加解密密钥) of a callback: 43 letters and digits that encode a 32-byte AES key.
/// `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct EncodingAesKey(Arc<Key>);

/// Shared by all clones of the key.
struct Key {
    text: Zeroizing<String>,
    /// The first 16 bytes of the key.
    iv: Zeroizing<[u8; 16]>,
    /// Both ciphers overwrite their round keys when they are dropped.
    encryptor: Aes256Enc,
    decryptor: Aes256Dec,
}

/// Everything else follows from the text.
impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Key {}

impl EncodingAesKey {
    /// Reads the 43 characters.
    ///
    /// # Errors
    /// [`ErrorKind::Key`] if there are more or fewer, or one is not a letter or digit.
    pub fn new(text: &str) -> Result<Self, Error> {
        let bad = |what: String| Err(Error::new(ErrorKind::Key, what));
        let length = text.chars().count();
        if length != 43 {
            return bad(format!(
                "the EncodingAESKey has {length} characters, it must have 43: copy it again from the platform's console"
            ));
        }
        if let Some(position) = text.chars().position(|c| !c.is_ascii_alphanumeric()) {
            return bad(format!(
                "character {} of the EncodingAESKey is not one of A-Z, a-z, 0-9: copy it again from the platform's console",
                position + 1
            ));
        }
        let mut bytes = Zeroizing::new([0; 32]);
        match KEY_ENGINE.decode_slice(text, bytes.as_mut_slice()) {
            Ok(32) => {
                let key = (&*bytes).into();
                let (encryptor, decryptor) = (Aes256Enc::new(key), Aes256Dec::new(key));
                let mut iv = Zeroizing::new([0; 16]);
                iv.copy_from_slice(&bytes[..16]);
                let text = Zeroizing::new(text.to_owned());
                Ok(Self(Arc::new(Key { text, iv, encryptor, decryptor })))
            }
            _ => bad("the EncodingAESKey is not the base64 of 32 bytes".to_owned()),
        }
    }

    /// A fresh random key.
    ///
    /// # Errors
    /// [`ErrorKind::Encrypt`] if the operating system provides no randomness.
    pub fn random() -> Result<Self, Error> {
        random_alphanumeric(43).and_then(|text| Self::new(&text))
    }

    /// The 43 characters, to be shown to the person who configures the other side.
    pub fn expose(&self) -> &str {
        &self.0.text
    }

    pub(super) fn iv(&self) -> &[u8; 16] {
        &self.0.iv
    }

    pub(super) fn encryptor(&self) -> &Aes256Enc {
        &self.0.encryptor
    }

    pub(super) fn decryptor(&self) -> &Aes256Dec {
        &self.0.decryptor
    }
}

impl fmt::Debug for EncodingAesKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EncodingAesKey(…)")
    }
}

impl FromStr for EncodingAesKey {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

/// The token (令牌) of a callback: 3 to 32 letters and digits, chosen by the developer. Anyone who
/// knows it can sign as the platform, so `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct CallbackToken(Arc<Zeroizing<String>>);

impl CallbackToken {
    /// Checks a token.
    ///
    /// # Errors
    /// [`ErrorKind::Key`] if it is not 3 to 32 letters and digits.
    pub fn new(text: &str) -> Result<Self, Error> {
        let right =
            (3..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !right {
            return Err(Error::new(
                ErrorKind::Key,
                "the token must be 3 to 32 letters and digits (A-Z, a-z, 0-9)",
            ));
        }
        Ok(Self(Arc::new(Zeroizing::new(text.to_owned()))))
    }

    /// A fresh random token of 32 characters.
    ///
    /// # Errors
    /// [`ErrorKind::Encrypt`] if the operating system provides no randomness.
    pub fn random() -> Result<Self, Error> {
        random_alphanumeric(32).and_then(|text| Self::new(&text))
    }

    /// The token itself, to be shown to the person who configures the other side.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for CallbackToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CallbackToken(…)")
    }
}

impl FromStr for CallbackToken {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

fn random_alphanumeric(length: usize) -> Result<String, Error> {
    const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let mut text = String::with_capacity(length);
    let mut bytes = Zeroizing::new([0; 64]);
    while text.len() < length {
        fill_random(bytes.as_mut_slice())?;
        // 248 is the largest multiple of 62 in a byte: with larger values some characters would be
        // more likely.
        text.extend(
            bytes
                .iter()
                .filter(|byte| **byte < 248)
                .map(|byte| char::from(ALPHABET[usize::from(*byte) % 62]))
                .take(length - text.len()),
        );
    }
    Ok(text)
}

pub(crate) fn fill_random(bytes: &mut [u8]) -> Result<(), Error> {
    getrandom::fill(bytes).map_err(|_| {
        Error::new(ErrorKind::Encrypt, "the operating system provides no random bytes")
    })
}
