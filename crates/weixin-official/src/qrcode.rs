//! QR codes that say where somebody came from (带参数的二维码). `/cgi-bin/qrcode/create`

use weixin_api::{Call, Caller, Download, StringEnum, endpoint, group};

group! {
    /// QR codes that say where somebody came from (带参数的二维码).
    qrcodes: [CreateQrCode, ShowQrCode]
}

/// Makes a QR code. Whoever scans it is reported with its scene.
///
/// There are 100,000 permanent codes for an account (45029 when they are used up).
#[endpoint(POST "/cgi-bin/qrcode/create", title = "生成带参数的二维码",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html",
    scope(official), no_errcode, reply = QrCode, call = "wx.qrcodes().temporary(scene)")]
pub struct CreateQrCode {
    /// Whether it is permanent, and whether its scene is a number or a text.
    pub action_name: QrCodeKind,
    /// The scene.
    pub action_info: QrCodeInfo,
    /// How many seconds a temporary code lives: 60 if left out, up to 2,592,000 (30 days).
    pub expire_seconds: Option<u32>,
}

impl CreateQrCode {
    /// A code that lives a minute, or as long as `expire_seconds` says.
    pub fn temporary(scene: impl Into<Scene>) -> Self {
        let scene = scene.into();
        let kind = match scene.scene_str {
            None => QrCodeKind::Temporary,
            Some(_) => QrCodeKind::TemporaryText,
        };
        Self::new(kind, QrCodeInfo::new(scene))
    }

    /// A permanent code. A number is 1 to 100,000.
    pub fn permanent(scene: impl Into<Scene>) -> Self {
        let scene = scene.into();
        let kind = match scene.scene_str {
            None => QrCodeKind::Permanent,
            Some(_) => QrCodeKind::PermanentText,
        };
        Self::new(kind, QrCodeInfo::new(scene))
    }
}

/// The kinds of QR codes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum QrCodeKind {
    /// Temporary, with a number.
    #[string_enum(rename = "QR_SCENE")]
    Temporary,
    /// Temporary, with a text.
    #[string_enum(rename = "QR_STR_SCENE")]
    TemporaryText,
    /// Permanent, with a number.
    #[string_enum(rename = "QR_LIMIT_SCENE")]
    Permanent,
    /// Permanent, with a text.
    #[string_enum(rename = "QR_LIMIT_STR_SCENE")]
    PermanentText,
    /// A value that this version does not know.
    Other(String),
}

/// What a QR code says.
#[endpoint(part)]
pub struct QrCodeInfo {
    /// The scene.
    pub scene: Scene,
}

/// Where somebody came from, as the code's maker calls it: a number or a text.
#[endpoint(part)]
pub struct Scene {
    /// A number: up to 32 bits, not 0.
    pub scene_id: Option<u32>,
    /// A text: 1 to 64 characters.
    pub scene_str: Option<String>,
}

impl From<u32> for Scene {
    fn from(number: u32) -> Self {
        Self::new().scene_id(number)
    }
}

impl From<&str> for Scene {
    fn from(text: &str) -> Self {
        Self::new().scene_str(text)
    }
}

impl From<String> for Scene {
    fn from(text: String) -> Self {
        Self::new().scene_str(text)
    }
}

/// A QR code that was made.
#[endpoint(part, reply_to(CreateQrCode))]
pub struct QrCode {
    /// What [`ShowQrCode`] turns into a picture.
    pub ticket: String,
    /// What the code holds, for whoever draws it.
    pub url: String,
    /// How many seconds it lives; not there if it is permanent.
    pub expire_seconds: Option<u32>,
}

/// Draws a QR code: JPEG, 430 by 430. `GET https://mp.weixin.qq.com/cgi-bin/showqrcode`
///
/// It needs no credential, so the address can stand in a page. A wrong ticket is answered with the
/// HTTP status 404.
#[endpoint(GET "/cgi-bin/showqrcode", title = "通过ticket换取二维码",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html",
    scope(official), auth = none, host = "mp.weixin.qq.com", reply = Download, call = qrcodes.show)]
pub struct ShowQrCode {
    /// The ticket of the code.
    pub ticket: String,
}

impl<'c, C: Caller + ?Sized> QrcodesHandle<'c, C> {
    /// Makes a temporary code; see [`CreateQrCode`].
    pub fn temporary(&self, scene: impl Into<Scene>) -> Call<'c, C, CreateQrCode> {
        Call::new(self.caller, CreateQrCode::temporary(scene))
    }

    /// Makes a permanent code; see [`CreateQrCode`].
    pub fn permanent(&self, scene: impl Into<Scene>) -> Call<'c, C, CreateQrCode> {
        Call::new(self.caller, CreateQrCode::permanent(scene))
    }
}
