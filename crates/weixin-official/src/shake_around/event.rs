//! The event of a shake.

use super::ShakePageId;
use weixin_protocol::{Header, inbound};

/// A user shook near a beacon and opened a page.
#[inbound(event = "ShakearoundUserShake", scope(official))]
pub struct UserShake {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The beacon whose page was opened.
    #[field(name = "ChosenBeacon")]
    pub chosen: ShakenBeacon,
    /// Up to five beacons of the account that are near.
    #[field(name = "AroundBeacons", item = "AroundBeacon")]
    pub around: Vec<ShakenBeacon>,
    /// The page that was opened.
    pub chosen_page_id: Option<ShakePageId>,
}

/// A beacon near a user.
#[inbound(part)]
pub struct ShakenBeacon {
    /// The UUID that the beacon sends.
    pub uuid: String,
    /// The major number that the beacon sends.
    pub major: u32,
    /// The minor number that the beacon sends.
    pub minor: u32,
    /// The distance in metres.
    pub distance: Option<f64>,
}
