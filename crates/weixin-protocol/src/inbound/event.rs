//! The events every account meets (事件推送).

use super::Header;
use crate::inbound;

/// Somebody follows the account, or a member may use the app (WeCom). Event `subscribe`.
#[inbound(event = "subscribe", scope(official, work))]
pub struct Subscribe {
    /// From whom, to whom, when.
    pub header: Header,
    /// `qrscene_` and the scene if they came by a parametric QR code, else empty. See
    /// [`scene`](Self::scene).
    pub event_key: Option<String>,
    /// The QR code's ticket.
    pub ticket: Option<String>,
}

impl Subscribe {
    /// The scene of the QR code they came by.
    pub fn scene(&self) -> Option<&str> {
        self.event_key.as_deref()?.strip_prefix("qrscene_")
    }
}

/// Somebody leaves the account. It cannot be answered. Event `unsubscribe`.
#[inbound(event = "unsubscribe", scope(official, work))]
pub struct Unsubscribe {
    /// From whom, to whom, when.
    pub header: Header,
    /// Empty.
    pub event_key: Option<String>,
}

/// A follower scanned one of the account's QR codes. Event `SCAN`.
#[inbound(event = "SCAN", scope(official))]
pub struct Scan {
    /// From whom, to whom, when.
    pub header: Header,
    /// The scene of the QR code.
    #[field(name = "EventKey")]
    pub scene: String,
    /// The QR code's ticket.
    pub ticket: Option<String>,
}

/// A follower's phone reports where it is (not to be confused with the message
/// [`Location`](super::Location)). Event `LOCATION`.
#[inbound(event = "LOCATION", scope(official, work))]
pub struct LocationReport {
    /// From whom, to whom, when.
    pub header: Header,
    /// In degrees, north positive.
    pub latitude: f64,
    /// In degrees, east positive.
    pub longitude: f64,
    /// In metres.
    pub precision: f64,
    /// `wxwork` (WeCom).
    pub app_type: Option<String>,
}

/// A menu button of type `click` was tapped. Event `CLICK`.
#[inbound(event = "CLICK", scope(official, work))]
pub struct Click {
    /// From whom, to whom, when.
    pub header: Header,
    /// The button's key.
    #[field(name = "EventKey")]
    pub key: String,
}

/// A menu button of type `view` was tapped: its page opens. Event `VIEW`.
#[inbound(event = "VIEW", scope(official, work))]
pub struct View {
    /// From whom, to whom, when.
    pub header: Header,
    /// The page.
    #[field(name = "EventKey")]
    pub url: String,
    /// Which of several conditional menus the button belongs to.
    pub menu_id: Option<String>,
}

/// A user opens the conversation with the Mini Program's customer service. For one minute it may
/// send two messages. Event `user_enter_tempsession`.
#[inbound(event = "user_enter_tempsession", scope(mini))]
pub struct EnterSession {
    /// From whom, to whom, when.
    pub header: Header,
    /// What the button says about where it is (`session-from`).
    pub session_from: Option<String>,
}
