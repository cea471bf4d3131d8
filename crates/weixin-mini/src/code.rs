//! Mini Program codes (小程序码). `/wxa/getwxacode*`, `/cgi-bin/wxaapp/createwxaqrcode`

use weixin_api::{Download, endpoint, group};

group! {
    /// Mini Program codes (小程序码).
    codes: [GetUnlimitedCode, GetCode, CreateQrCode]
}

/// Draws a code that opens a page of the Mini Program; there may be any number of them.
///
/// A picture is answered, or an error: 41030, the page is not one of the published version.
#[endpoint(POST "/wxa/getwxacodeunlimit", title = "获取不限制的小程序码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html",
    scope(mini), retry = safe, reply = Download, call = codes.unlimited)]
pub struct GetUnlimitedCode {
    /// What the page is told, up to 32 characters.
    pub scene: String,
    /// The page, without a slash in front and without a query; the first page if left out.
    pub page: Option<String>,
    /// Whether the page must be one of the published version; it must if left out.
    pub check_path: Option<bool>,
    /// `release` (if left out), `trial` or `develop`.
    pub env_version: Option<String>,
    /// 280 to 1,280 pixels; 430 if left out.
    pub width: Option<u32>,
    /// Whether the platform chooses the colour of the lines.
    pub auto_color: Option<bool>,
    /// The colour of the lines.
    pub line_color: Option<LineColor>,
    /// Whether the background is transparent.
    pub is_hyaline: Option<bool>,
}

/// Draws a code that opens a page with its query.
///
/// Together with [`CreateQrCode`] there may be 100,000 of them (45029). A picture is answered, or an
/// error.
#[endpoint(POST "/wxa/getwxacode", title = "获取小程序码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getQRCode.html",
    scope(mini), reply = Download, call = codes.limited)]
pub struct GetCode {
    /// The page with its query, without a slash in front: up to 1,024 characters.
    pub path: String,
    /// `release` (if left out), `trial` or `develop`.
    pub env_version: Option<String>,
    /// 280 to 1,280 pixels; 430 if left out.
    pub width: Option<u32>,
    /// Whether the platform chooses the colour of the lines.
    pub auto_color: Option<bool>,
    /// The colour of the lines.
    pub line_color: Option<LineColor>,
    /// Whether the background is transparent.
    pub is_hyaline: Option<bool>,
}

/// Draws a square code that opens a page with its query.
///
/// Together with [`GetCode`] there may be 100,000 of them (45029). A picture is answered, or an
/// error.
#[endpoint(POST "/cgi-bin/wxaapp/createwxaqrcode", title = "获取小程序二维码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/createQRCode.html",
    scope(mini), reply = Download, call = codes.qr_code)]
pub struct CreateQrCode {
    /// The page with its query, without a slash in front: up to 128 characters.
    pub path: String,
    /// 280 to 1,280 pixels; 430 if left out.
    pub width: Option<u32>,
}

/// A colour: each part 0 to 255.
#[endpoint(part)]
pub struct LineColor {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}
