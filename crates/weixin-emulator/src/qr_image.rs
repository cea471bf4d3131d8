//! Drawing of QR codes.

use bytes::Bytes;
use qrcode::{Color, EcLevel, QrCode, types::QrError};

/// The width of the light border that scanners require, in modules.
const QUIET_ZONE: usize = 4;

/// The colours of a code, each as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct QrColors {
    pub(crate) dark: [u8; 3],
    /// `None`: transparent.
    pub(crate) light: Option<[u8; 3]>,
}

/// Black on white.
pub(crate) const BLACK: QrColors = QrColors { dark: [0; 3], light: Some([0xff; 3]) };

/// Why a code could not be drawn.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DrawError {
    /// The text does not fit into a QR code.
    #[error("the text does not fit into a QR code: {0}")]
    Code(#[from] QrError),
    /// The image could not be encoded.
    #[error("the image could not be encoded: {0}")]
    Png(#[from] png::EncodingError),
}

/// Draws a QR code of `text` as a square PNG, `width` pixels wide. Each module is a whole number of
/// pixels; the remainder is added to the border.
pub(crate) fn qr_code(text: &str, width: u32, colors: QrColors) -> Result<Bytes, DrawError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)?;
    let width = width as usize;
    let scale = (width / (code.width() + 2 * QUIET_ZONE)).max(1);
    let width = width.max(scale * (code.width() + 2 * QUIET_ZONE));
    let margin = (width - scale * code.width()) / 2;
    let dark = |at: usize| at.checked_sub(margin).map(|at| at / scale);
    let is_dark = |x: usize, y: usize| match (dark(x), dark(y)) {
        (Some(x), Some(y)) if x < code.width() && y < code.width() => code[(x, y)] == Color::Dark,
        _ => false,
    };
    let light = colors.light.unwrap_or([0xff; 3]);
    let palette = [light, colors.dark].concat();
    let size = u32::try_from(width).unwrap_or(u32::MAX);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, size, size);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::One);
    encoder.set_palette(palette);
    if colors.light.is_none() {
        encoder.set_trns(vec![0, 0xff]);
    }
    let mut rows = Vec::with_capacity(width.div_ceil(8) * width);
    for y in 0..width {
        for x in (0..width).step_by(8) {
            let bits = (x..x + 8).map(|x| u8::from(x < width && is_dark(x, y)));
            rows.push(bits.fold(0, |byte, bit| (byte << 1) | bit));
        }
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rows)?;
    writer.finish()?;
    Ok(file.into())
}
