//! The AES-256-CBC envelope around a callback message.
//!
//! Plaintext: 16 random bytes, the message's length as a big-endian `u32`, the message, the
//! receive id; padded by PKCS#7 with a block of 32 (not 16), so 17 to 32 padding bytes are right.

use aes::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit, block_padding::NoPadding};
use base64::{Engine, engine::general_purpose::STANDARD};

use super::EncodingAesKey;
use crate::{Error, ErrorKind};

const PAD_BLOCK: usize = 32;
/// Random bytes and length.
const HEAD: usize = 20;

/// What was inside an envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plaintext {
    /// The 16 bytes put in front so that no two envelopes are alike.
    pub random: [u8; 16],
    /// The message: XML, JSON or an `echostr`.
    pub message: String,
    /// Whom the message was encrypted for: appid, corp id, suite id or nothing.
    pub receive_id: String,
}

impl EncodingAesKey {
    /// Encrypts a message for `receive_id` and gives the base64 text that stands in `Encrypt`.
    ///
    /// `random` must be fresh for every message; it is an argument so that official vectors can
    /// be reproduced.
    ///
    /// # Errors
    /// [`ErrorKind::Encrypt`] if the message is longer than 4 GiB.
    pub fn encrypt(
        &self,
        random: [u8; 16],
        message: &str,
        receive_id: &str,
    ) -> Result<String, Error> {
        let too_long = |_| Error::new(ErrorKind::Encrypt, "the message is longer than 4 GiB");
        let length = u32::try_from(message.len()).map_err(too_long)?;
        let unpadded = HEAD + message.len() + receive_id.len();
        let padding = PAD_BLOCK - unpadded % PAD_BLOCK;
        let mut buffer = Vec::with_capacity(unpadded + padding);
        buffer.extend_from_slice(&random);
        buffer.extend_from_slice(&length.to_be_bytes());
        buffer.extend_from_slice(message.as_bytes());
        buffer.extend_from_slice(receive_id.as_bytes());
        // 1 to 32, so it fits.
        buffer.resize(unpadded + padding, padding as u8);
        let encryptor = cbc::Encryptor::<aes::Aes256>::new(self.bytes().into(), self.iv().into());
        let length = buffer.len();
        encryptor
            .encrypt_padded::<NoPadding>(&mut buffer, length)
            .map_err(|_| Error::new(ErrorKind::Encrypt, "encrypting failed"))?;
        Ok(STANDARD.encode(buffer))
    }

    /// Decrypts the base64 text of an `Encrypt` field. Whether the receive id is the right one is
    /// for the caller to check.
    ///
    /// # Errors
    /// [`ErrorKind::Base64`], [`ErrorKind::Decrypt`] (length), or [`ErrorKind::Buffer`] (padding,
    /// length field): the last almost always means another key.
    pub fn decrypt(&self, ciphertext: &str) -> Result<Plaintext, Error> {
        let mut buffer = STANDARD
            .decode(ciphertext.trim())
            .map_err(|_| Error::new(ErrorKind::Base64, "`Encrypt` is not base64"))?;
        if buffer.is_empty() || buffer.len() % PAD_BLOCK != 0 {
            return Err(Error::new(
                ErrorKind::Decrypt,
                format!("the ciphertext has {} bytes, not a multiple of 32", buffer.len()),
            ));
        }
        cbc::Decryptor::<aes::Aes256>::new(self.bytes().into(), self.iv().into())
            .decrypt_padded::<NoPadding>(&mut buffer)
            .map_err(|_| Error::new(ErrorKind::Decrypt, "decrypting failed"))?;
        split(&buffer).ok_or_else(|| {
            Error::new(
                ErrorKind::Buffer,
                "the decrypted bytes make no sense: the EncodingAESKey is probably another one",
            )
        })
    }

    fn iv(&self) -> &[u8; 16] {
        self.bytes().first_chunk().expect("32 bytes have a first 16")
    }
}

fn split(padded: &[u8]) -> Option<Plaintext> {
    let padding = usize::from(*padded.last()?);
    if padding == 0 || padding > PAD_BLOCK {
        return None;
    }
    let (content, padding_bytes) = padded.split_at_checked(padded.len().checked_sub(padding)?)?;
    if padding_bytes.iter().any(|byte| usize::from(*byte) != padding) {
        return None;
    }
    let (random, rest) = content.split_first_chunk::<16>()?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (message, receive_id) = rest.split_at_checked(length)?;
    Some(Plaintext {
        random: *random,
        // Lossy: one broken character in a nickname is no reason to lose a message.
        message: String::from_utf8_lossy(message).into_owned(),
        receive_id: std::str::from_utf8(receive_id).ok()?.to_owned(),
    })
}
