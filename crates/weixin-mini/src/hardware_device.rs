//! Hardware devices of a Mini Program (硬件设备): their messages and tickets.
//! `/cgi-bin/message/device/subscribe/send`, `/wxa/getsnticket`

use std::collections::BTreeMap;
use weixin_api::{endpoint, group};
use weixin_protocol::{OpenId, Secret};

use crate::ids::{ModelId, TemplateId};

pub use crate::version::{MessageLanguage, ProgramState};

group! {
    /// Hardware devices of a Mini Program (硬件设备).
    hardware_devices: [SendDeviceMessage, GetSnTicket]
}

/// Sends a message of a device to users who have subscribed to it.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::hardware_device::*;
/// # use weixin_protocol::OpenId;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let users = [OpenId::new("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")];
/// wx.hardware_devices()
///     .send((users, "s9YVTLNQKUJ7AzkFQ2Ph0Z4lnLxR5UJzyxT0Y3BdP8A"))
///     .with(|message| message.page("pages/device/index?sn=A0001").sn("A0001"))
///     .with(|message| message.data([("thing2".to_owned(), DeviceValue::new("滤芯需更换"))]))
///     .await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/message/device/subscribe/send", title = "发送设备消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/hardware-device/hardwareDevice.send.html",
    scope(mini), call = hardware_devices.send)]
pub struct SendDeviceMessage {
    /// The users who receive the message.
    pub to_openid_list: Vec<OpenId>,
    /// The template of the device message, as the account has added it.
    pub template_id: TemplateId,
    /// The serial number of the device that the message is about.
    pub sn: Option<String>,
    /// The model of the device, as registered in the console.
    #[serde(rename = "modelId")]
    pub model_id: Option<ModelId>,
    /// The path that a tap opens, with its query.
    pub page: Option<String>,
    /// The version that opens; [`ProgramState::Formal`] if left out.
    pub miniprogram_state: Option<ProgramState>,
    /// The language of the fixed texts; [`MessageLanguage::Zh`] if left out.
    pub lang: Option<MessageLanguage>,
    /// The values of the template's keywords, by their names.
    pub data: Option<BTreeMap<String, DeviceValue>>,
}

/// A value of a device message.
#[endpoint(part)]
pub struct DeviceValue {
    /// The text that is shown.
    pub value: String,
}

/// Creates a ticket with which the phone asks the user to subscribe to messages of a device
/// (`wx.requestSubscribeDeviceMessage`). It works once, within five minutes.
#[endpoint(POST "/wxa/getsnticket", title = "获取设备票据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/hardware-device/hardwareDevice.getSnTicket.html",
    scope(mini), reply = SnTicket, call = hardware_devices.sn_ticket)]
pub struct GetSnTicket {
    /// The serial number of the device.
    pub sn: String,
    /// The model of the device, as registered in the console.
    pub model_id: ModelId,
}

/// A ticket for a device.
#[endpoint(part, reply_to(GetSnTicket))]
pub struct SnTicket {
    /// The ticket, for the phone.
    #[serde(serialize_with = "weixin_api::expose")]
    pub sn_ticket: Secret,
}
