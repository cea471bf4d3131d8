//! Devices that work with a Mini Program (硬件设备): what they tell, and that they are whose they say.
//! `/cgi-bin/message/device/subscribe/send`, `/wxa/getsnticket`

use std::collections::BTreeMap;
use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::{OpenId, Secret};

endpoints![SendDeviceMessage, GetSnTicket];

/// Sends a message of a device to users who have subscribed to it.
/// `POST /cgi-bin/message/device/subscribe/send`
#[endpoint(POST "/cgi-bin/message/device/subscribe/send", title = "发送设备消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/hardware-device/hardwareDevice.send.html",
    scope(mini))]
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
/// five minutes. `POST /wxa/getsnticket`
#[endpoint(POST "/wxa/getsnticket", title = "获取设备票据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/hardware-device/hardwareDevice.getSnTicket.html",
    scope(mini), reply = SnTicket)]
pub struct GetSnTicket {
    /// The device.
    pub sn: String,
    /// Its model.
    pub model_id: String,
}

/// A ticket for a device.
#[endpoint(part)]
pub struct SnTicket {
    /// The ticket.
    #[serde(serialize_with = "weixin_api::expose")]
    pub sn_ticket: Secret,
}

/// The group as a client has it: `wx.hardware_devices()`.
#[derive(Debug)]
pub struct HardwareDevices<'c, C: ?Sized>(&'c C);

/// Gives a client `hardware_devices()`.
pub trait HardwareDevicesApi: Caller {
    /// Devices that work with a Mini Program (硬件设备).
    fn hardware_devices(&self) -> HardwareDevices<'_, Self> {
        HardwareDevices(self)
    }
}

impl<C: Caller + ?Sized> HardwareDevicesApi for C where SendDeviceMessage: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> HardwareDevices<'c, C> {
    /// Sends a message of a device to users who have subscribed to it; see [`SendDeviceMessage`].
    pub fn send(
        &self,
        to_openid_list: impl Into<Vec<OpenId>>,
        template_id: impl Into<String>,
    ) -> Call<'c, C, SendDeviceMessage> {
        Call::new(self.0, SendDeviceMessage::new(to_openid_list, template_id))
    }

    /// Gives a ticket with which the phone asks whether messages of a device are wanted: once,
    /// within five minutes; see [`GetSnTicket`].
    pub fn sn_ticket(
        &self,
        sn: impl Into<String>,
        model_id: impl Into<String>,
    ) -> Call<'c, C, GetSnTicket> {
        Call::new(self.0, GetSnTicket::new(sn, model_id))
    }
}
