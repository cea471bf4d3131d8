//! Messages and events of devices (设备消息接口).

use super::DeviceId;
use weixin_api::int_enum;
use weixin_protocol::{Header, OpenId, inbound};

weixin_api::string_id! {
    /// A session with a device (SessionID), in which a message and its reply belong together.
    DeviceSessionId
}

int_enum! {
    /// What a page wants to know of the connection of a device (请求类型).
    pub enum DeviceStatusOperation {
        /// It no longer wants to know it (退订).
        Unsubscribe = 0,
        /// It still wants to know it; treated like a new subscription (心跳).
        Heartbeat = 1,
        /// It wants to know it from now on (订阅).
        Subscribe = 2,
    }
}

/// A device sent data to the account.
#[inbound(message = "device_text", scope(official))]
pub struct DeviceMessage {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The original id (原始 ID) of the account, as in `gh_3dc96b29ae11`.
    pub device_type: String,
    /// The device that sent the data.
    #[field(name = "DeviceID")]
    pub device_id: DeviceId,
    /// The data that the device sent, in Base64.
    pub content: String,
    /// The session with the device, which a reply repeats.
    #[field(name = "SessionID")]
    pub session_id: Option<DeviceSessionId>,
    /// The user that the device is bound to.
    #[field(name = "OpenID", alias = "OpenId")]
    pub open_id: Option<OpenId>,
}

/// A user bound a device (绑定设备).
#[inbound(event = "bind", message = "device_event", scope(official))]
pub struct DeviceBound {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The original id (原始 ID) of the account, as in `gh_3dc96b29ae11`.
    pub device_type: String,
    /// The device that was bound.
    #[field(name = "DeviceID")]
    pub device_id: DeviceId,
    /// Data that followed the ticket in the QR code, in Base64.
    pub content: Option<String>,
    /// The session with the device, which a reply repeats.
    #[field(name = "SessionID")]
    pub session_id: Option<DeviceSessionId>,
    /// The user who bound it.
    #[field(name = "OpenID", alias = "OpenId")]
    pub open_id: Option<OpenId>,
}

/// A user unbound a device (解绑设备).
#[inbound(event = "unbind", message = "device_event", scope(official))]
pub struct DeviceUnbound {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The original id (原始 ID) of the account, as in `gh_3dc96b29ae11`.
    pub device_type: String,
    /// The device that was unbound.
    #[field(name = "DeviceID")]
    pub device_id: DeviceId,
    /// Data that followed the ticket in the QR code, in Base64.
    pub content: Option<String>,
    /// The session with the device, which a reply repeats.
    #[field(name = "SessionID")]
    pub session_id: Option<DeviceSessionId>,
    /// The user who unbound it.
    #[field(name = "OpenID", alias = "OpenId")]
    pub open_id: Option<OpenId>,
}

/// A user's page asks whether a device is connected (订阅设备状态).
#[inbound(event = "subscribe_status", message = "device_event", scope(official))]
pub struct DeviceStatusWanted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The original id (原始 ID) of the account, as in `gh_3dc96b29ae11`.
    pub device_type: String,
    /// The device that the page asks about.
    #[field(name = "DeviceID")]
    pub device_id: DeviceId,
    /// What the user's page wants.
    pub op_type: Option<DeviceStatusOperation>,
    /// The user whose page asks.
    #[field(name = "OpenID", alias = "OpenId")]
    pub open_id: Option<OpenId>,
}

/// A user's page no longer asks whether a device is connected (退订设备状态).
#[inbound(event = "unsubscribe_status", message = "device_event", scope(official))]
pub struct DeviceStatusUnwanted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The original id (原始 ID) of the account, as in `gh_3dc96b29ae11`.
    pub device_type: String,
    /// The device that the page asks about.
    #[field(name = "DeviceID")]
    pub device_id: DeviceId,
    /// What the user's page wants.
    pub op_type: Option<DeviceStatusOperation>,
    /// The user whose page asks.
    #[field(name = "OpenID", alias = "OpenId")]
    pub open_id: Option<OpenId>,
}
