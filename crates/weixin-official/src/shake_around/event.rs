//! Somebody shook.

use weixin_protocol::{Header, inbound};

/// Somebody shook near a beacon and found a page. Event `ShakearoundUserShake`.
#[inbound(event = "ShakearoundUserShake", scope(official))]
pub struct UserShake {
    /// From whom, to whom, when.
    pub header: Header,
    /// The beacon whose page they found.
    #[field(name = "ChosenBeacon")]
    pub chosen: ShakenBeacon,
    /// Up to five of the account's beacons that are near.
    #[field(name = "AroundBeacons", item = "AroundBeacon")]
    pub around: Vec<ShakenBeacon>,
    /// The page they found.
    pub chosen_page_id: Option<u64>,
}

/// A beacon near somebody.
#[inbound(part)]
pub struct ShakenBeacon {
    /// What it sends.
    pub uuid: String,
    /// What it sends.
    pub major: u32,
    /// What it sends.
    pub minor: u32,
    /// How far away, in metres.
    pub distance: Option<f64>,
}
