//! Mini Program codes (小程序码). `/wxa/getwxacode*`, `/cgi-bin/wxaapp/createwxaqrcode`

use weixin_api::{Download, endpoint, group};

pub use crate::version::EnvVersion;

group! {
    /// Mini Program codes (小程序码).
    codes: [GetUnlimitedCode, GetCode, CreateQrCode]
}

/// Creates a Mini Program code that opens a page. The number of these codes is unlimited.
///
/// The reply is a picture. Fails with 41030 when the page does not exist in the published version,
/// with 40169 when the scene is too long, and with 85096 when it contains `scancode_time`, which
/// the platform uses itself.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, kind::Mini};
/// # use weixin_mini::code::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Box<dyn std::error::Error>> {
/// let code = wx
///     .codes()
///     .unlimited("id=42")
///     .with(|code| code.page("pages/order/index").width(600))
///     .await?;
/// std::fs::write("order-42.png", code.content)?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/getwxacodeunlimit", title = "获取不限制的小程序码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html",
    scope(mini), retry = safe, reply = Download, call = codes.unlimited)]
pub struct GetUnlimitedCode {
    /// What the page is told: up to 32 characters.
    pub scene: String,
    /// The path of the page, without a leading slash and without a query; the home page if left
    /// out.
    pub page: Option<String>,
    /// Whether the page must exist in the published version; `true` if left out.
    pub check_path: Option<bool>,
    /// The version that opens; [`EnvVersion::Release`] if left out.
    pub env_version: Option<EnvVersion>,
    /// The width in pixels: 280 to 1,280; 430 if left out.
    pub width: Option<u32>,
    /// Whether the platform chooses the color of the lines.
    pub auto_color: Option<bool>,
    /// The color of the lines; black if left out. It does not apply if `auto_color` is set.
    pub line_color: Option<LineColor>,
    /// Whether the background is transparent.
    pub is_hyaline: Option<bool>,
}

/// Creates a Mini Program code that opens a page with its query.
///
/// The reply is a picture. Fails with 40159 when the path is too long, with 85096 when it contains
/// `scancode_time`, which the platform uses itself, and with 45029 when, together with
/// [`CreateQrCode`], 100,000 codes were created.
#[endpoint(POST "/wxa/getwxacode", title = "获取小程序码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getQRCode.html",
    scope(mini), reply = Download, call = codes.limited)]
pub struct GetCode {
    /// The path of the page with its query, without a leading slash: up to 1,024 characters.
    pub path: String,
    /// The version that opens; [`EnvVersion::Release`] if left out.
    pub env_version: Option<EnvVersion>,
    /// The width in pixels: 280 to 1,280; 430 if left out.
    pub width: Option<u32>,
    /// Whether the platform chooses the color of the lines.
    pub auto_color: Option<bool>,
    /// The color of the lines; black if left out. It does not apply if `auto_color` is set.
    pub line_color: Option<LineColor>,
    /// Whether the background is transparent.
    pub is_hyaline: Option<bool>,
}

/// Creates a square QR code that opens a page with its query.
///
/// The reply is a picture. Fails with 40159 when the path is too long, with 85096 when it contains
/// `scancode_time`, which the platform uses itself, and with 45029 when, together with [`GetCode`],
/// 100,000 codes were created.
#[endpoint(POST "/cgi-bin/wxaapp/createwxaqrcode", title = "获取小程序二维码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/createQRCode.html",
    scope(mini), reply = Download, call = codes.qr_code)]
pub struct CreateQrCode {
    /// The path of the page with its query, without a leading slash: up to 128 characters.
    pub path: String,
    /// The width in pixels: 280 to 1,280; 430 if left out.
    pub width: Option<u32>,
}

/// A color as RGB. Each part is 0 to 255.
#[endpoint(part)]
pub struct LineColor {
    /// The red part.
    pub r: u8,
    /// The green part.
    pub g: u8,
    /// The blue part.
    pub b: u8,
}
