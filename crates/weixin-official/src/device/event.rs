//! What devices and their users do (设备消息接口).

use weixin_protocol::{Header, OpenId, inbound};

/// A device sent something. MsgType `device_text`.
#[inbound(message = "device_text", scope(official))]
pub struct DeviceMessage {
    /// From whom, to whom, when.
    pub header: Header,
    /// The account's own name (`gh_…`).
    pub device_type: String,
    /// The device.
    #[field(name = "DeviceID")]
    pub device_id: String,
    /// What, in Base64.
    pub content: String,
    /// Which exchange with the device it belongs to: an answer names the same.
    #[field(name = "SessionID")]
    pub session_id: Option<String>,
    /// The user.
    #[field(name = "OpenID", alias = "OpenId")]
    pub open_id: Option<OpenId>,
}

/// A user got a device. MsgType `device_event`, Event `bind`.
#[inbound(event = "bind", message = "device_event", scope(official))]
pub struct DeviceBound {
    /// From whom, to whom, when.
    pub header: Header,
    /// The account's own name (`gh_…`).
    pub device_type: String,
    /// The device.
    #[field(name = "DeviceID")]
    pub device_id: String,
    /// What the QR code held beside the ticket, in Base64.
    pub content: Option<String>,
    /// Which exchange with the device it belongs to: an answer names the same.
    #[field(name = "SessionID")]
    pub session_id: Option<String>,
    /// The user.
    #[field(name = "OpenID", alias = "OpenId")]
    pub open_id: Option<OpenId>,
}

/// A user has a device no more. MsgType `device_event`, Event `unbind`.
#[inbound(event = "unbind", message = "device_event", scope(official))]
pub struct DeviceUnbound {
    /// From whom, to whom, when.
    pub header: Header,
    /// The account's own name (`gh_…`).
    pub device_type: String,
    /// The device.
    #[field(name = "DeviceID")]
    pub device_id: String,
    /// What the QR code held beside the ticket, in Base64.
    pub content: Option<String>,
    /// Which exchange with the device it belongs to: an answer names the same.
    #[field(name = "SessionID")]
    pub session_id: Option<String>,
    /// The user.
    #[field(name = "OpenID", alias = "OpenId")]
    pub open_id: Option<OpenId>,
}

/// A user wants to know whether a device is connected. MsgType `device_event`, Event
/// `subscribe_status`.
#[inbound(event = "subscribe_status", message = "device_event", scope(official))]
pub struct DeviceStatusWanted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The account's own name (`gh_…`).
    pub device_type: String,
    /// The device.
    #[field(name = "DeviceID")]
    pub device_id: String,
    /// 0 for no more, 1 for still (taken as asking anew), 2 for from now on.
    pub op_type: Option<i64>,
    /// The user.
    #[field(name = "OpenID", alias = "OpenId")]
    pub open_id: Option<OpenId>,
}

/// A user does not want to know any more whether a device is connected. MsgType `device_event`,
/// Event `unsubscribe_status`.
#[inbound(event = "unsubscribe_status", message = "device_event", scope(official))]
pub struct DeviceStatusUnwanted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The account's own name (`gh_…`).
    pub device_type: String,
    /// The device.
    #[field(name = "DeviceID")]
    pub device_id: String,
    /// 0 for no more, 1 for still (taken as asking anew), 2 for from now on.
    pub op_type: Option<i64>,
    /// The user.
    #[field(name = "OpenID", alias = "OpenId")]
    pub open_id: Option<OpenId>,
}
