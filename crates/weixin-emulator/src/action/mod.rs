//! What a person can do.

pub(crate) mod event;
mod perform;
mod render;
mod scan;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use weixin_protocol::MediaId;

pub(crate) use perform::perform;

/// Something a person does. Its JSON is the control API's.
///
/// Not every product knows every action: nobody follows a Mini Program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum UserAction {
    /// Begins to follow the account, or is given the WeCom app.
    Follow {
        /// The scene of the QR code they come by.
        #[serde(default)]
        scene: Option<String>,
    },
    /// Stops following.
    Unfollow,
    /// Sends a text.
    Text {
        /// The text, byte for byte.
        text: String,
    },
    /// Sends a picture.
    Image {
        /// The file, uploaded before.
        media_id: MediaId,
    },
    /// Sends a voice message.
    Voice {
        /// The file, uploaded before.
        media_id: MediaId,
        /// `amr` or `speex`.
        #[serde(default)]
        format: Option<String>,
    },
    /// Sends a video.
    Video {
        /// The file, uploaded before.
        media_id: MediaId,
    },
    /// Sends a place.
    Location {
        /// In degrees, north positive.
        latitude: f64,
        /// In degrees, east positive.
        longitude: f64,
        /// How far the map is zoomed in.
        #[serde(default = "default_scale")]
        scale: f64,
        /// The place in words.
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
        /// Where it leads.
        url: String,
    },
    /// Lets the phone report where it is.
    ReportLocation {
        /// In degrees, north positive.
        latitude: f64,
        /// In degrees, east positive.
        longitude: f64,
        /// In metres.
        precision: f64,
    },
    /// Taps a menu button that has a key.
    Click {
        /// The button's key.
        key: String,
    },
    /// Taps a menu button that opens a page.
    View {
        /// The page.
        url: String,
    },
    /// Scans a QR code of the account with this scene; who does not follow yet, follows. It need not
    /// have been made before.
    Scan {
        /// The code's scene.
        scene: String,
    },
    /// Scans one of the QR codes that the account has made; who does not follow yet, follows.
    ScanCode {
        /// Its ticket, or what its picture holds.
        code: String,
    },
    /// Is asked whether they want messages of some templates, and answers.
    Subscribe {
        /// The ids of the templates.
        templates: Vec<String>,
        /// Whether they want them.
        accept: bool,
    },
    /// Taps an item of a menu message.
    MenuMessage {
        /// The item's id.
        id: String,
        /// The item's text.
        text: String,
    },
    /// Opens the WeCom app, or the customer-service chat of a Mini Program.
    Enter,
    /// Causes any other event.
    Event {
        /// The platform's name of the event.
        event: String,
        /// The fields besides the header.
        #[serde(default)]
        fields: Map<String, Value>,
    },
}

const fn default_scale() -> f64 {
    16.0
}
