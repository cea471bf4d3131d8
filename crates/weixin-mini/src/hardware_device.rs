//! Devices that work with a Mini Program (硬件设备): what they tell, and that they are whose they say.
//! `/cgi-bin/message/device/subscribe/send`, `/wxa/getsnticket`

use std::collections::BTreeMap;
use weixin_api::{endpoint, group};
use weixin_protocol::{OpenId, Secret};

group! {
    /// Devices that work with a Mini Program (硬件设备).
    hardware_devices: [SendDeviceMessage, GetSnTicket]
}

/// Sends a message of a device to users who have subscribed to it.
#[endpoint(POST "/cgi-bin/message/device/subscribe/send", title = "发送设备消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/hardware-device/hardwareDevice.send.html",
    scope(mini), call = hardware_devices.send)]
pub struct SendDeviceMessage {
    /// The users.
    pub to_openid_list: Vec<OpenId>,
    /// The template.
    pub template_id: String,
    /// The device.
    pub sn: Option<String>,
    /// Its model.
    #[serde(rename = "modelId")]
    pub model_id: Option<String>,
    /// The page it opens.
    pub page: Option<String>,
    /// Which version opens: `developer`, `trial` or `formal`, which is taken if left out.
    pub miniprogram_state: Option<String>,
    /// The language: `zh_CN` if left out.
    pub lang: Option<String>,
    /// Its values.
    pub data: Option<BTreeMap<String, DeviceValue>>,
}

/// One value.
#[endpoint(part)]
pub struct DeviceValue {
    /// The value.
    pub value: String,
}

/// Gives a ticket with which the phone asks whether messages of a device are wanted: once, within
/// five minutes.
#[endpoint(POST "/wxa/getsnticket", title = "获取设备票据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/hardware-device/hardwareDevice.getSnTicket.html",
    scope(mini), reply = SnTicket, call = hardware_devices.sn_ticket)]
pub struct GetSnTicket {
    /// The device.
    pub sn: String,
    /// Its model.
    pub model_id: String,
}

/// A ticket for a device.
#[endpoint(part, reply_to(GetSnTicket))]
pub struct SnTicket {
    /// The ticket.
    #[serde(serialize_with = "weixin_api::expose")]
    pub sn_ticket: Secret,
}
