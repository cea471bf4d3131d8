//! Mini Program codes (小程序码). `/wxa/getwxacode*`, `/cgi-bin/wxaapp/createwxaqrcode`

use weixin_api::{Call, Caller, Download, On, endpoint, endpoints};

endpoints![GetUnlimitedCode, GetCode, CreateQrCode];

/// Draws a code that opens a page of the Mini Program; there may be any number of them.
/// `POST /wxa/getwxacodeunlimit`
///
/// A picture is answered, or an error: 41030, the page is not one of the published version.
#[endpoint(POST "/wxa/getwxacodeunlimit", title = "获取不限制的小程序码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html",
    scope(mini), retry = safe, reply = Download)]
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

/// Draws a code that opens a page with its query. `POST /wxa/getwxacode`
///
/// Together with [`CreateQrCode`] there may be 100,000 of them (45029). A picture is answered, or an
/// error.
#[endpoint(POST "/wxa/getwxacode", title = "获取小程序码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getQRCode.html",
    scope(mini), reply = Download)]
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

/// Draws a square code that opens a page with its query. `POST /cgi-bin/wxaapp/createwxaqrcode`
///
/// Together with [`GetCode`] there may be 100,000 of them (45029). A picture is answered, or an
/// error.
#[endpoint(POST "/cgi-bin/wxaapp/createwxaqrcode", title = "获取小程序二维码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/createQRCode.html",
    scope(mini), reply = Download)]
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

/// The group as a client has it: `wx.codes()`.
#[derive(Debug)]
pub struct Codes<'c, C: ?Sized>(&'c C);

/// Gives a client `codes()`.
pub trait CodesApi: Caller {
    /// Mini Program codes (小程序码).
    fn codes(&self) -> Codes<'_, Self> {
        Codes(self)
    }
}

impl<C: Caller + ?Sized> CodesApi for C where GetUnlimitedCode: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Codes<'c, C> {
    /// Draws a code; see [`GetUnlimitedCode`].
    pub fn unlimited(&self, scene: impl Into<String>) -> Call<'c, C, GetUnlimitedCode> {
        Call::new(self.0, GetUnlimitedCode::new(scene))
    }

    /// Draws one of a limited number of codes; see [`GetCode`].
    pub fn limited(&self, path: impl Into<String>) -> Call<'c, C, GetCode> {
        Call::new(self.0, GetCode::new(path))
    }

    /// Draws a square code; see [`CreateQrCode`].
    pub fn qr_code(&self, path: impl Into<String>) -> Call<'c, C, CreateQrCode> {
        Call::new(self.0, CreateQrCode::new(path))
    }
}
