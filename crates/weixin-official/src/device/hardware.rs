//! The newer hardware platform (微信硬件平台): devices by serial number. `/ilink/api/*`

use crate::device::DevicesHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::{OpenId, Secret};

weixin_api::string_id! {
    /// A device of the newer hardware platform (ilink_im_sdk_id), as in `…@ilink.im.sdk`.
    HardwareId
}

weixin_api::integer_id! {
    /// A product of the newer hardware platform (product_id).
    HardwareProductId(u64)
}

/// Registers devices of a product by their serial numbers (设备SN注册).
///
/// A product can have 20 devices until it is released. At most 10,000 devices can be registered per
/// minute.
#[endpoint(POST "/ilink/api/cloud_register_device", title = "设备SN注册",
    doc = "https://iot.weixin.qq.com/doc?page=3-6",
    scope(official), retry = safe, reply = RegisteredHardware, call = devices.register_hardware)]
pub struct RegisterHardware {
    /// The product that the devices belong to.
    pub product_id: HardwareProductId,
    /// The devices, up to 100.
    pub iot_device_list: Vec<HardwareSerial>,
}

/// A device by its serial number.
#[endpoint(part)]
pub struct HardwareSerial {
    /// The serial number: up to 120 ASCII characters, unique within the product.
    pub sn: String,
}

/// The reply to registered devices.
#[endpoint(part, reply_to(RegisterHardware))]
pub struct RegisteredHardware {
    /// The devices that were registered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub iot_device_list: Vec<HardwareDevice>,
    /// The devices that could not be registered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub err_device_list: Vec<HardwareFailure>,
}

/// A registered device.
#[endpoint(part)]
pub struct HardwareDevice {
    /// The serial number.
    pub sn: String,
    /// The id that the platform gave the device; keep it.
    pub ilink_im_sdk_id: HardwareId,
}

/// A device that could not be registered.
#[endpoint(part)]
pub struct HardwareFailure {
    /// The serial number.
    pub sn: Option<String>,
    /// The code of the reason.
    pub errcode: Option<i64>,
    /// The reason in words.
    pub errmsg: Option<String>,
}

/// Returns a ticket by which a user binds a device (设备ticket).
#[endpoint(POST "/ilink/api/get_device_ticket", title = "获取设备ticket",
    doc = "https://iot.weixin.qq.com/doc?page=3-3",
    scope(official), reply = HardwareTicket, call = devices.hardware_ticket)]
pub struct GetHardwareTicket {
    /// The device, as [`RegisteredHardware`] has it.
    pub ilink_im_sdk_id: HardwareId,
    /// The user.
    pub user_openid: OpenId,
    /// Who can use the device. `None`: [`HardwareTicketScene::Private`].
    pub ticket_scene: Option<HardwareTicketScene>,
}

int_enum! {
    /// Who can use a device.
    pub enum HardwareTicketScene {
        /// One user, who manages it.
        Private = 0,
        /// Everybody.
        Public = 4,
    }
}

/// A ticket by which a user binds a device.
#[endpoint(part, reply_to(GetHardwareTicket))]
pub struct HardwareTicket {
    /// The ticket, valid for five minutes.
    #[serde(serialize_with = "weixin_api::expose")]
    pub ilink_device_ticket: Secret,
}

/// Returns a QR code by which a user binds a device.
#[endpoint(POST "/ilink/api/mmiot/get_device_qrcode", title = "获取设备二维码",
    doc = "https://iot.weixin.qq.com/doc?page=3-5",
    scope(official), reply = HardwareQrCode, call = devices.hardware_qrcode)]
pub struct GetHardwareQrCode {
    /// The device, as [`RegisteredHardware`] has it.
    pub ilink_im_sdk_id: HardwareId,
    /// Options of the code.
    pub payload: Option<HardwareQrCodePayload>,
}

/// Options of a QR code by which a user binds a device.
#[endpoint(part)]
pub struct HardwareQrCodePayload {
    /// Who can use the device. `None`: [`HardwareTicketScene::Private`].
    pub ticket_scene: Option<HardwareTicketScene>,
}

/// A QR code by which a user binds a device. Its fields are not documented; these have been
/// observed.
#[endpoint(part, reply_to(GetHardwareQrCode))]
pub struct HardwareQrCode {
    /// The ticket in the code.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub ilink_device_ticket: Option<Secret>,
    /// The content of the code.
    pub device_qrcode_url: Option<String>,
}

/// Unbinds a device from all of its users (重置设备).
#[endpoint(POST "/ilink/api/reset_device", title = "重置设备",
    doc = "https://iot.weixin.qq.com/doc?page=3-5",
    scope(official), retry = safe, call = devices.reset_hardware)]
pub struct ResetHardware {
    /// The device, as [`RegisteredHardware`] has it.
    pub ilink_im_sdk_id: HardwareId,
}

/// Unbinds a public device from all of its users (重置公共设备).
#[endpoint(POST "/ilink/api/mmiot/reset_public_device", title = "重置公共设备",
    doc = "https://iot.weixin.qq.com/doc?page=3-5",
    scope(official), retry = safe, call = devices.reset_public_hardware)]
pub struct ResetPublicHardware {
    /// The device, as [`RegisteredHardware`] has it.
    pub ilink_im_sdk_id: HardwareId,
}
