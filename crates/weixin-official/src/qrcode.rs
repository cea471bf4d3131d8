//! QR codes with a parameter (带参数的二维码), which tell where a user came from. `/cgi-bin/qrcode/create`

use weixin_api::{Call, Caller, Download, StringEnum, endpoint, group};

group! {
    /// QR codes with a parameter (带参数的二维码).
    qrcodes: [CreateQrCode, ShowQrCode]
}

/// Creates a QR code with a parameter (带参数的二维码). Scanning it pushes an event with the parameter.
///
/// Fails with 40053 when the parameter is missing or out of range, with 45029 when the 100,000
/// permanent codes of an account are used up.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// // A scan pushes the text: as `qrscene_table-7` when the user begins to follow, else `table-7`.
/// let code = wx.qrcodes().temporary("table-7").with(|code| code.expire_seconds(86_400)).await?;
/// let picture = wx.qrcodes().show(code.ticket).await?;
/// println!("{}, {} bytes", code.url, picture.content.len());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/qrcode/create", title = "生成带参数的二维码",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html",
    scope(official), no_errcode, reply = QrCode, call = "wx.qrcodes().temporary(scene)")]
pub struct CreateQrCode {
    /// Whether the code is permanent, and whether its parameter is a number or a text.
    pub action_name: QrCodeKind,
    /// The parameter of the code.
    pub action_info: QrCodeInfo,
    /// The lifetime of a temporary code in seconds, up to 2,592,000 (30 days). `None`: 60.
    pub expire_seconds: Option<u32>,
}

impl CreateQrCode {
    /// A temporary code, valid for a minute unless `expire_seconds` is set.
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

/// The kind of a QR code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum QrCodeKind {
    /// Temporary, with a number (临时的整型参数值).
    #[string_enum(rename = "QR_SCENE")]
    Temporary,
    /// Temporary, with a text (临时的字符串参数值).
    #[string_enum(rename = "QR_STR_SCENE")]
    TemporaryText,
    /// Permanent, with a number (永久的整型参数值).
    #[string_enum(rename = "QR_LIMIT_SCENE")]
    Permanent,
    /// Permanent, with a text (永久的字符串参数值).
    #[string_enum(rename = "QR_LIMIT_STR_SCENE")]
    PermanentText,
    /// A value that this version does not know.
    Other(String),
}

/// The parameter of a QR code, as the wire nests it.
#[endpoint(part)]
pub struct QrCodeInfo {
    /// The parameter.
    pub scene: Scene,
}

/// The parameter of a QR code (场景值), a number or a text of the caller's own.
#[endpoint(part)]
pub struct Scene {
    /// The number: 32 bits, not 0; for permanent codes 1 to 100,000.
    pub scene_id: Option<u32>,
    /// The text, 1 to 64 characters.
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

/// A created QR code.
#[endpoint(part, reply_to(CreateQrCode))]
pub struct QrCode {
    /// The ticket that [`ShowQrCode`] exchanges for a picture.
    pub ticket: String,
    /// The content of the code, for drawing it oneself.
    pub url: String,
    /// The lifetime in seconds. Missing for permanent codes.
    pub expire_seconds: Option<u32>,
}

/// Returns the picture of a QR code, a JPEG of 430 by 430 pixels.
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
    /// Creates a temporary code; see [`CreateQrCode`].
    pub fn temporary(&self, scene: impl Into<Scene>) -> Call<'c, C, CreateQrCode> {
        Call::new(self.caller, CreateQrCode::temporary(scene))
    }

    /// Creates a permanent code; see [`CreateQrCode`].
    pub fn permanent(&self, scene: impl Into<Scene>) -> Call<'c, C, CreateQrCode> {
        Call::new(self.caller, CreateQrCode::permanent(scene))
    }
}
