//! Somebody got into a network.

use weixin_protocol::{Header, inbound};

/// Somebody got into a network. Event `WifiConnected`.
#[inbound(event = "WifiConnected", scope(official))]
pub struct WifiConnected {
    /// From whom, to whom, when.
    pub header: Header,
    /// When they got in, in seconds since 1970 (UTC).
    pub connect_time: i64,
    /// Of no meaning.
    pub expire_time: Option<i64>,
    /// Of no meaning.
    pub vendor_id: Option<String>,
    /// The store.
    #[field(name = "ShopId", alias = "PlaceId")]
    pub shop_id: Option<String>,
    /// The MAC address of the device.
    pub device_no: Option<String>,
}
