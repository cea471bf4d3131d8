//! Keys and the AES envelope of callback messages.

mod base64;
mod cipher;
mod key;

pub(crate) use cipher::Opened;
pub(crate) use key::fill_random;

pub use cipher::Plaintext;
pub use key::{CallbackToken, EncodingAesKey};
