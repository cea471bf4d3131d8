//! The messages a person can send (普通消息).

use super::Header;
use crate::{AppId, MediaId, inbound};

/// A user wrote a text. Official Accounts, Mini Programs (in the conversation with their customer
/// service) and WeCom apps get it.
#[inbound(message = "text", scope(official, mini, work))]
pub struct Text {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// What was written, byte for byte.
    pub content: String,
    /// The id of the item, if this text came from tapping an item of a menu message.
    #[field(name = "bizmsgmenuid")]
    pub menu_item: Option<String>,
}

/// A user sent a picture. Official Accounts, Mini Programs (in the conversation with their customer
/// service) and WeCom apps get it.
#[inbound(message = "image", scope(official, mini, work))]
pub struct Image {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// Where the platform keeps it.
    pub pic_url: String,
    /// The file, for three days.
    pub media_id: MediaId,
}

/// A user sent a voice message. Official Accounts and WeCom apps get it.
#[inbound(message = "voice", scope(official, work))]
pub struct Voice {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The file, for three days.
    pub media_id: MediaId,
    /// `amr` or `speex`.
    pub format: String,
    /// The same in 16 kHz, for accounts that have it.
    #[field(name = "MediaId16K")]
    pub media_id_16k: Option<MediaId>,
    /// What was said, for accounts that still have speech recognition.
    pub recognition: Option<String>,
}

/// A user sent a video. Official Accounts and WeCom apps get it.
#[inbound(message = "video", scope(official, work))]
pub struct Video {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The file, for three days.
    pub media_id: MediaId,
    /// Its still picture.
    pub thumb_media_id: MediaId,
}

/// A user took a video in the conversation and sent it. Only Official Accounts get it.
#[inbound(message = "shortvideo", scope(official))]
pub struct ShortVideo {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The file, for three days.
    pub media_id: MediaId,
    /// Its still picture.
    pub thumb_media_id: MediaId,
}

/// A user sent a place that was chosen on the map. Official Accounts and WeCom apps get it.
#[inbound(message = "location", scope(official, work))]
pub struct Location {
    /// Sender, receiver and time of the push.
    pub header: Header,
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
    /// `wxwork` (WeCom).
    pub app_type: Option<String>,
}

/// A user shared a link. Official Accounts, Mini Programs (in the conversation with their customer
/// service) and WeCom apps get it.
#[inbound(message = "link", scope(official, mini, work))]
pub struct Link {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// Its title.
    pub title: String,
    /// Its description.
    pub description: Option<String>,
    /// Where it leads.
    pub url: String,
    /// Its picture (WeCom).
    pub pic_url: Option<String>,
}

/// A user sent a page of the Mini Program as a card. Mini Programs get it, in the conversation with
/// their customer service.
#[inbound(message = "miniprogrampage", scope(mini))]
pub struct MiniProgramPage {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// Its title.
    pub title: String,
    /// The Mini Program.
    pub app_id: AppId,
    /// The page, with its query.
    pub page_path: String,
    /// Where its picture is, for a while.
    pub thumb_url: Option<String>,
    /// Its picture, for three days.
    pub thumb_media_id: Option<MediaId>,
}
