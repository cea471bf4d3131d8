//! The AES-256-CBC envelope around a callback message.
//!
//! Plaintext: 16 random bytes, the message's length as a big-endian `u32`, the message, the receive
//! id; padded by PKCS#7 with a block of 32 (not 16), so there are 1 to 32 padding bytes.

use aes::cipher::{BlockModeDecrypt, BlockModeEncrypt, InnerIvInit, block_padding::NoPadding};

use super::{EncodingAesKey, base64};
use crate::{Error, ErrorKind};

const PAD_BLOCK: usize = 32;
const CIPHER_BLOCK: usize = 16;
/// The random bytes and the length.
const HEAD: usize = 20;

/// The content of an envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plaintext {
    /// The 16 random bytes in front, so that no two envelopes are equal.
    pub random: [u8; 16],
    /// The message: XML, JSON or an `echostr`.
    pub message: String,
    /// Whom the message was encrypted for: an appid, corp id, suite id or an empty string.
    pub receive_id: String,
}

/// An envelope that could be read, even if its padding is wrong.
pub(crate) struct Opened {
    pub(crate) plaintext: Plaintext,
    /// How many padding bytes it has, or what is wrong with them.
    pub(crate) padding: Result<usize, String>,
}

impl EncodingAesKey {
    /// Encrypts a message for `receive_id` and returns the base64 text of the `Encrypt` field.
    ///
    /// `random` must be fresh for every message; it is a parameter so that official test vectors
    /// can be reproduced.
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
        let encryptor = cbc::Encryptor::inner_iv_init(self.encryptor(), self.iv().into());
        let length = buffer.len();
        encryptor
            .encrypt_padded::<NoPadding>(&mut buffer, length)
            .map_err(|_| Error::new(ErrorKind::Encrypt, "encrypting failed"))?;
        Ok(base64::encode(&buffer))
    }

    /// Decrypts the base64 text of an `Encrypt` field. The caller must check the receive id.
    ///
    /// # Errors
    /// [`ErrorKind::Base64`], [`ErrorKind::Decrypt`] if the length is wrong, or
    /// [`ErrorKind::Buffer`] if the padding is wrong (the message says so) or the content makes no
    /// sense, which almost always means another key.
    pub fn decrypt(&self, ciphertext: &str) -> Result<Plaintext, Error> {
        let Opened { plaintext, padding } = self.open(ciphertext)?;
        match padding {
            Ok(_) => Ok(plaintext),
            Err(wrong) => {
                Err(Error::new(ErrorKind::Buffer, format!("the padding is wrong: {wrong}")))
            }
        }
    }

    /// [`decrypt`](Self::decrypt) for diagnosis: wrong padding does not prevent reading.
    pub(crate) fn open(&self, ciphertext: &str) -> Result<Opened, Error> {
        let mut buffer = base64::decode(ciphertext.trim())
            .map_err(|_| Error::new(ErrorKind::Base64, "`Encrypt` is not base64"))?;
        let length = buffer.len();
        if length == 0 || !length.is_multiple_of(CIPHER_BLOCK) {
            return Err(Error::new(
                ErrorKind::Decrypt,
                format!(
                    "the ciphertext has {length} bytes, not a multiple of 32: it is incomplete"
                ),
            ));
        }
        cbc::Decryptor::inner_iv_init(self.decryptor(), self.iv().into())
            .decrypt_padded::<NoPadding>(&mut buffer)
            .map_err(|_| Error::new(ErrorKind::Decrypt, "decrypting failed"))?;
        open_with_valid_padding(&buffer).or_else(|| open_with_invalid_padding(&buffer)).ok_or_else(|| {
            if length.is_multiple_of(PAD_BLOCK) {
                return Error::new(
                    ErrorKind::Buffer,
                    "the decrypted bytes make no sense: `encoding_aes_key` is probably another one than in the platform's console",
                );
            }
            Error::new(
                ErrorKind::Decrypt,
                format!(
                    "the ciphertext has {length} bytes, not a multiple of 32, and decrypted they make no sense: it is incomplete, or `encoding_aes_key` is another one than in the platform's console"
                ),
            )
        })
    }
}

/// Reads an envelope with correct padding.
fn open_with_valid_padding(padded: &[u8]) -> Option<Opened> {
    let padding = usize::from(*padded.last()?);
    if padding == 0 || padding > PAD_BLOCK || !padded.len().is_multiple_of(PAD_BLOCK) {
        return None;
    }
    let (content, padding_bytes) = padded.split_at_checked(padded.len().checked_sub(padding)?)?;
    if padding_bytes.iter().any(|byte| usize::from(*byte) != padding) {
        return None;
    }
    let (random, message, receive_id) = split(content)?;
    let plaintext = Plaintext {
        random,
        // Lossy: one broken character in a nickname must not lose a message.
        message: match std::str::from_utf8(message) {
            Ok(message) => message.to_owned(),
            Err(_) => String::from_utf8_lossy(message).into_owned(),
        },
        receive_id: std::str::from_utf8(receive_id).ok()?.to_owned(),
    };
    Some(Opened { plaintext, padding: Ok(padding) })
}

/// Reads an envelope that is correct except for its padding. It is strict about the rest: what
/// another key decrypts to must not be taken for wrong padding.
fn open_with_invalid_padding(padded: &[u8]) -> Option<Opened> {
    let (random, message, rest) = split(padded)?;
    // An id has no spaces or control characters, and padding begins with one.
    let end = rest.iter().position(|byte| !byte.is_ascii_graphic()).unwrap_or(rest.len());
    let (receive_id, padding) = rest.split_at(end);
    let wrong = match padding {
        [] => "there is none".to_owned(),
        [..] if padding.len() > PAD_BLOCK => return None,
        [..] if padding.iter().all(|byte| *byte == 0) => {
            format!("{} zero bytes, which is not PKCS#7", padding.len())
        }
        [..] if padding.len() <= CIPHER_BLOCK
            && padding.iter().all(|byte| usize::from(*byte) == padding.len()) =>
        {
            "padded to 16 instead of 32: the padding's block is not the cipher's".to_owned()
        }
        [..] => format!("the last {} bytes are not PKCS#7", padding.len()),
    };
    let plaintext = Plaintext {
        random,
        message: std::str::from_utf8(message).ok()?.to_owned(),
        receive_id: std::str::from_utf8(receive_id).ok()?.to_owned(),
    };
    Some(Opened { plaintext, padding: Err(format!("{wrong}; pad by PKCS#7 to a multiple of 32")) })
}

/// The random bytes, the message, and what follows it.
fn split(content: &[u8]) -> Option<([u8; 16], &[u8], &[u8])> {
    let (random, rest) = content.split_first_chunk::<16>()?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (message, rest) = rest.split_at_checked(length)?;
    Some((*random, message, rest))
}
