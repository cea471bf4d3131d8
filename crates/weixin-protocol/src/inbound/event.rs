//! The events every account meets (事件推送).

use super::Header;
use crate::inbound;

/// A user has followed the Official Account. In WeCom, a member was permitted to use the app, or
/// has joined the corporation with that permission.
#[inbound(event = "subscribe", scope(official, work))]
pub struct Subscribe {
    /// Sender, receiver and time of the push.
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

/// A user has unfollowed the Official Account. In WeCom, a member may no longer use the app, or has
/// left the corporation.
///
/// It cannot be answered: nothing reaches the user any more.
#[inbound(event = "unsubscribe", scope(official, work))]
pub struct Unsubscribe {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// Empty.
    pub event_key: Option<String>,
}

/// A follower scanned one of the account's QR codes with parameters (带参数二维码).
///
/// Whoever scans one and follows the account by it is a [`Subscribe`] with the same scene.
#[inbound(event = "SCAN", scope(official))]
pub struct Scan {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The scene of the QR code.
    #[field(name = "EventKey")]
    pub scene: String,
    /// The QR code's ticket.
    pub ticket: Option<String>,
}

/// A follower's phone reported where it is (上报地理位置). In WeCom, a member's phone did.
///
/// It does so when the conversation opens, or every few seconds while it is open, as the console of
/// the account says, for users who have permitted it. It is not to be confused with the message
/// [`Location`](super::Location), which a user sends.
#[inbound(event = "LOCATION", scope(official, work))]
pub struct LocationReport {
    /// Sender, receiver and time of the push.
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

/// A user tapped a menu button of type `click`. What it answers is up to the account.
#[inbound(event = "CLICK", scope(official, work))]
pub struct Click {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The button's key.
    #[field(name = "EventKey")]
    pub key: String,
}

/// A user tapped a menu button of type `view`, and its page opens.
#[inbound(event = "VIEW", scope(official, work))]
pub struct View {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The page.
    #[field(name = "EventKey")]
    pub url: String,
    /// Which of several conditional menus the button belongs to.
    pub menu_id: Option<String>,
}

/// A user has opened the conversation with the Mini Program's customer service. The Mini Program
/// may send two messages within the next minute.
#[inbound(event = "user_enter_tempsession", scope(mini))]
pub struct EnterSession {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// What the button says about where it is (`session-from`).
    pub session_from: Option<String>,
}
