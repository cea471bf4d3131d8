//! What people do with the buttons of a menu (自定义菜单事件推送), beside [`Click`](super::Click) and
//! [`View`](super::View).

use super::Header;
use crate::inbound;

/// A user tapped a menu button of type `miniprogram`, and its Mini Program opens.
#[inbound(event = "view_miniprogram", scope(official, work))]
pub struct ViewMiniProgram {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The page of the Mini Program.
    #[field(name = "EventKey")]
    pub page: String,
    /// Which of several conditional menus the button belongs to.
    pub menu_id: Option<String>,
}

/// A user scanned a code by a menu button of type `scancode_push`. The phone shows what the code
/// leads to.
#[inbound(event = "scancode_push", scope(official, work))]
pub struct MenuScan {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The button's key.
    #[field(name = "EventKey")]
    pub key: String,
    /// What was scanned.
    #[field(name = "ScanCodeInfo")]
    pub code: ScannedCode,
}

/// A user scanned a code by a menu button of type `scancode_waitmsg`, and waits for what the
/// account makes of it.
#[inbound(event = "scancode_waitmsg", scope(official, work))]
pub struct MenuScanAndWait {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The button's key.
    #[field(name = "EventKey")]
    pub key: String,
    /// What was scanned.
    #[field(name = "ScanCodeInfo")]
    pub code: ScannedCode,
}

/// A code that was scanned.
#[inbound(part)]
pub struct ScannedCode {
    /// Usually `qrcode`.
    #[field(name = "ScanType")]
    pub kind: String,
    /// What the code says.
    #[field(name = "ScanResult")]
    pub result: String,
}

/// A user took pictures by a menu button of type `pic_sysphoto`. The pictures follow as messages.
#[inbound(event = "pic_sysphoto", scope(official, work))]
pub struct MenuCamera {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The button's key.
    #[field(name = "EventKey")]
    pub key: String,
    /// Which pictures.
    #[field(name = "SendPicsInfo")]
    pub pictures: SentPictures,
}

/// A user took or chose pictures by a menu button of type `pic_photo_or_album`. The pictures follow
/// as messages.
#[inbound(event = "pic_photo_or_album", scope(official, work))]
pub struct MenuCameraOrAlbum {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The button's key.
    #[field(name = "EventKey")]
    pub key: String,
    /// Which pictures.
    #[field(name = "SendPicsInfo")]
    pub pictures: SentPictures,
}

/// A user chose pictures by a menu button of type `pic_weixin`. The pictures follow as messages.
#[inbound(event = "pic_weixin", scope(official, work))]
pub struct MenuAlbum {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The button's key.
    #[field(name = "EventKey")]
    pub key: String,
    /// Which pictures.
    #[field(name = "SendPicsInfo")]
    pub pictures: SentPictures,
}

/// Pictures that a person sends.
#[inbound(part)]
pub struct SentPictures {
    /// How many.
    pub count: u32,
    /// Each of them.
    #[field(name = "PicList", item = "item")]
    pub list: Vec<SentPicture>,
}

/// A picture that a person sends.
#[inbound(part)]
pub struct SentPicture {
    /// The MD5 of the file in hexadecimal, by which to know the message with the picture.
    #[field(name = "PicMd5Sum")]
    pub md5: String,
}

/// A user chose a place by a menu button of type `location_select`. The place follows as a message.
#[inbound(event = "location_select", scope(official, work))]
pub struct MenuLocation {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The button's key.
    #[field(name = "EventKey")]
    pub key: String,
    /// The place.
    #[field(name = "SendLocationInfo")]
    pub place: SentLocation,
    /// `wxwork` (WeCom).
    pub app_type: Option<String>,
}

/// A place that a person sends.
#[inbound(part)]
pub struct SentLocation {
    /// In degrees, north positive.
    #[field(name = "Location_X")]
    pub latitude: f64,
    /// In degrees, east positive.
    #[field(name = "Location_Y")]
    pub longitude: f64,
    /// How far the map was zoomed in.
    pub scale: Option<f64>,
    /// The place in words.
    pub label: Option<String>,
    /// The name of the place, often empty.
    #[field(name = "Poiname")]
    pub name: Option<String>,
}
