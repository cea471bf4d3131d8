//! Standard base64, with the vector instructions of the processor.

use base64::{DecodeError, Engine};

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
fn engine() -> &'static impl Engine {
    use std::sync::LazyLock;

    use base64::engine::{Simd, general_purpose::PAD};

    // Creating it asks the processor which instructions it has.
    static ENGINE: LazyLock<Simd> = LazyLock::new(|| Simd::standard(PAD));
    &*ENGINE
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
fn engine() -> &'static impl Engine {
    &base64::engine::general_purpose::STANDARD
}

pub(super) fn encode(bytes: &[u8]) -> String {
    engine().encode(bytes)
}

/// Decodes a text with its padding.
///
/// # Errors
/// If it is not base64.
pub(super) fn decode(text: &str) -> Result<Vec<u8>, DecodeError> {
    engine().decode(text)
}
