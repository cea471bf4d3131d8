//! Actions of people.

pub(crate) mod event;
mod perform;
mod render;
mod scan;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use weixin_protocol::MediaId;

pub(crate) use perform::perform;

/// An action of a person. It is serialized as in the control API. Some actions are not available
/// for all products: a Mini Program cannot be followed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum UserAction {
    /// Follows the account, or in WeCom: becomes a user of the app.
    Follow {
        /// The scene of the QR code through which they follow, if any.
        #[serde(default)]
        scene: Option<String>,
    },
    /// Unfollows the account.
    Unfollow,
    /// Sends a text message.
    Text {
        /// The text. It is pushed unchanged.
        text: String,
    },
    /// Sends a picture.
    Image {
        /// The media id of an uploaded file.
        media_id: MediaId,
    },
    /// Sends a voice message.
    Voice {
        /// The media id of an uploaded file.
        media_id: MediaId,
        /// `amr` or `speex`.
        #[serde(default)]
        format: Option<String>,
    },
    /// Sends a video.
    Video {
        /// The media id of an uploaded file.
        media_id: MediaId,
    },
    /// Sends a location.
    Location {
        /// The latitude in degrees, north is positive.
        latitude: f64,
        /// The longitude in degrees, east is positive.
        longitude: f64,
        /// The zoom level of the map.
        #[serde(default = "default_scale")]
        scale: f64,
        /// The name or address of the location.
        #[serde(default)]
        label: String,
    },
    /// Shares a link.
    Link {
        /// Its title.
        title: String,
        /// Its description.
        #[serde(default)]
        description: String,
        /// The URL.
        url: String,
    },
    /// Reports the phone's position (上报地理位置).
    ReportLocation {
        /// The latitude in degrees, north is positive.
        latitude: f64,
        /// The longitude in degrees, east is positive.
        longitude: f64,
        /// The precision in metres.
        precision: f64,
    },
    /// Taps a menu button of type `click`.
    Click {
        /// The button's key.
        key: String,
    },
    /// Taps a menu button of type `view`.
    View {
        /// The page that it opens.
        url: String,
    },
    /// Scans a QR code with a scene. The account need not have created the code. A person who does
    /// not follow the account yet follows it.
    Scan {
        /// The scene of the code.
        scene: String,
    },
    /// Scans a QR code that the account has created. A person who does not follow the account yet
    /// follows it.
    ScanCode {
        /// The ticket of the code, or the text encoded in it.
        code: String,
    },
    /// Accepts or rejects subscription messages of some templates.
    Subscribe {
        /// The ids of the templates.
        templates: Vec<String>,
        /// Whether they accept.
        accept: bool,
    },
    /// Taps an item of a menu message (菜单消息).
    MenuMessage {
        /// The item's id.
        id: String,
        /// The item's text.
        text: String,
    },
    /// Opens the WeCom app, or the customer-service chat (客服会话) of a Mini Program.
    Enter,
    /// Triggers any other event.
    Event {
        /// The platform's name of the event (`Event`).
        event: String,
        /// The fields in addition to the header.
        #[serde(default)]
        fields: Map<String, Value>,
    },
}

const fn default_scale() -> f64 {
    16.0
}
