//! QR codes that say where somebody came from (带参数的二维码). `/cgi-bin/qrcode/create`

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, Download, Endpoint, EndpointInfo, On, endpoint};

/// The endpoints of this group.
pub const ENDPOINTS: &[&EndpointInfo] = &[CreateQrCode::INFO, ShowQrCode::INFO];

/// Makes a QR code. Whoever scans it is reported with its scene. `POST /cgi-bin/qrcode/create`
///
/// There are 100,000 permanent codes for an account (45029 when they are used up).
#[endpoint(POST "/cgi-bin/qrcode/create", title = "生成带参数的二维码",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html",
    scope(official), bare, reply = QrCode)]
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
        let kind = match scene {
            Scene::Number(_) => QrCodeKind::Temporary,
            Scene::Text(_) => QrCodeKind::TemporaryText,
        };
        Self::new(kind, QrCodeInfo::new(scene))
    }

    /// A permanent code. A number is 1 to 100,000.
    pub fn permanent(scene: impl Into<Scene>) -> Self {
        let scene = scene.into();
        let kind = match scene {
            Scene::Number(_) => QrCodeKind::Permanent,
            Scene::Text(_) => QrCodeKind::PermanentText,
        };
        Self::new(kind, QrCodeInfo::new(scene))
    }
}

/// The kinds of QR codes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum QrCodeKind {
    /// Temporary, with a number.
    #[serde(rename = "QR_SCENE")]
    Temporary,
    /// Temporary, with a text.
    #[serde(rename = "QR_STR_SCENE")]
    TemporaryText,
    /// Permanent, with a number.
    #[serde(rename = "QR_LIMIT_SCENE")]
    Permanent,
    /// Permanent, with a text.
    #[serde(rename = "QR_LIMIT_STR_SCENE")]
    PermanentText,
    /// Something this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// What a QR code says.
#[endpoint(part)]
pub struct QrCodeInfo {
    /// The scene.
    pub scene: Scene,
}

/// Where somebody came from, as the code's maker calls it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scene {
    /// A number: up to 32 bits, not 0.
    #[serde(rename = "scene_id")]
    Number(u32),
    /// A text: 1 to 64 characters.
    #[serde(rename = "scene_str")]
    Text(String),
}

impl From<u32> for Scene {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Scene {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Scene {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A QR code that was made.
#[endpoint(part)]
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
    scope(official), auth = none, host = "mp.weixin.qq.com", reply = Download)]
pub struct ShowQrCode {
    /// The ticket of the code.
    pub ticket: String,
}

/// The group as a client has it: `wx.qrcodes()`.
#[derive(Debug)]
pub struct QrCodes<'c, C: ?Sized>(&'c C);

/// Gives a client `qrcodes()`.
pub trait QrCodesApi: Caller {
    /// QR codes that say where somebody came from (带参数的二维码).
    fn qrcodes(&self) -> QrCodes<'_, Self> {
        QrCodes(self)
    }
}

impl<C: Caller + ?Sized> QrCodesApi for C where CreateQrCode: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> QrCodes<'c, C> {
    /// Makes a temporary code; see [`CreateQrCode`].
    pub fn temporary(&self, scene: impl Into<Scene>) -> Call<'c, C, CreateQrCode> {
        Call::new(self.0, CreateQrCode::temporary(scene))
    }

    /// Makes a permanent code; see [`CreateQrCode`].
    pub fn permanent(&self, scene: impl Into<Scene>) -> Call<'c, C, CreateQrCode> {
        Call::new(self.0, CreateQrCode::permanent(scene))
    }

    /// Draws a code; see [`ShowQrCode`].
    pub fn show(&self, ticket: impl Into<String>) -> Call<'c, C, ShowQrCode> {
        Call::new(self.0, ShowQrCode::new(ticket))
    }
}
