//! The event of a connection to a Wi-Fi network.

use super::WifiShopId;
use weixin_api::Timestamp;
use weixin_protocol::{Header, inbound};

/// A user connected to a Wi-Fi network (连网成功).
#[inbound(event = "WifiConnected", scope(official))]
pub struct WifiConnected {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// When the user connected.
    pub connect_time: Timestamp,
    /// Reserved by the platform; it has no meaning.
    pub expire_time: Option<i64>,
    /// Reserved by the platform; it has no meaning.
    pub vendor_id: Option<String>,
    /// The store where the user connected.
    #[field(name = "ShopId", alias = "PlaceId")]
    pub shop_id: Option<WifiShopId>,
    /// The MAC address of the access point (连网的设备无线mac地址).
    pub device_no: Option<String>,
}
