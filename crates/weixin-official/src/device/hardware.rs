//! The newer hardware platform (微信硬件平台): devices by serial number. `/ilink/api/*`

use crate::device::DevicesHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::OpenId;

/// Registers devices of a product by their serial numbers.
///
/// Until the product is released there are 20 in all. Register at most 10,000 a minute.
#[endpoint(POST "/ilink/api/cloud_register_device", title = "设备SN注册",
    doc = "https://iot.weixin.qq.com/doc?page=3-6",
    scope(official), retry = safe, reply = RegisteredHardware, call = devices.register_hardware)]
pub struct RegisterHardware {
    /// The product.
    pub product_id: u64,
    /// The devices: up to 100.
    pub iot_device_list: Vec<HardwareSerial>,
}

/// A device, by its serial number.
#[endpoint(part)]
pub struct HardwareSerial {
    /// The number: up to 120 ASCII characters, another for each device of the product.
    pub sn: String,
}

/// Devices that were registered.
#[endpoint(part, reply_to(RegisterHardware))]
pub struct RegisteredHardware {
    /// Those that were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub iot_device_list: Vec<HardwareDevice>,
    /// Those that were not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub err_device_list: Vec<HardwareFailure>,
}

/// A device that was registered.
#[endpoint(part)]
pub struct HardwareDevice {
    /// Its serial number.
    pub sn: String,
    /// The platform's name of it (`…@ilink.im.sdk`): to be kept.
    pub ilink_im_sdk_id: String,
}

/// A device that was not registered.
#[endpoint(part)]
pub struct HardwareFailure {
    /// Its serial number.
    pub sn: Option<String>,
    /// Why not.
    pub errcode: Option<i64>,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// Gives a ticket by which a user can get a device.
#[endpoint(POST "/ilink/api/get_device_ticket", title = "获取设备ticket",
    doc = "https://iot.weixin.qq.com/doc?page=3-3",
    scope(official), reply = HardwareTicket, call = devices.hardware_ticket)]
pub struct GetHardwareTicket {
    /// The device, as [`RegisteredHardware`] has it.
    pub ilink_im_sdk_id: String,
    /// The user.
    pub user_openid: OpenId,
    /// For whom the device is; for that user alone if left out.
    pub ticket_scene: Option<HardwareTicketScene>,
}

int_enum! {
    /// For whom a device is.
    pub enum HardwareTicketScene {
        /// For one user, who manages it.
        Private = 0,
        /// For everybody.
        Public = 4,
    }
}

/// A ticket by which a user can get a device.
#[endpoint(part, reply_to(GetHardwareTicket))]
pub struct HardwareTicket {
    /// The ticket. It holds five minutes.
    pub ilink_device_ticket: String,
}

/// Gives a QR code by which a user can get a device.
#[endpoint(POST "/ilink/api/mmiot/get_device_qrcode", title = "获取设备二维码",
    doc = "https://iot.weixin.qq.com/doc?page=3-5",
    scope(official), reply = HardwareQrCode, call = devices.hardware_qrcode)]
pub struct GetHardwareQrCode {
    /// The device, as [`RegisteredHardware`] has it.
    pub ilink_im_sdk_id: String,
    /// More about it.
    pub payload: Option<HardwareQrCodePayload>,
}

/// More about a QR code.
#[endpoint(part)]
pub struct HardwareQrCodePayload {
    /// For whom the device is; for one user alone if left out.
    pub ticket_scene: Option<HardwareTicketScene>,
}

/// A QR code by which a user can get a device. Not documented: what others have seen.
#[endpoint(part, reply_to(GetHardwareQrCode))]
pub struct HardwareQrCode {
    /// The ticket in it.
    pub ilink_device_ticket: Option<String>,
    /// What the code says.
    pub device_qrcode_url: Option<String>,
}

/// Takes a device from all who have it.
#[endpoint(POST "/ilink/api/reset_device", title = "重置设备",
    doc = "https://iot.weixin.qq.com/doc?page=3-5",
    scope(official), retry = safe, call = devices.reset_hardware)]
pub struct ResetHardware {
    /// The device, as [`RegisteredHardware`] has it.
    pub ilink_im_sdk_id: String,
}

/// Takes a device that is for everybody from all who have it.
#[endpoint(POST "/ilink/api/mmiot/reset_public_device", title = "重置公共设备",
    doc = "https://iot.weixin.qq.com/doc?page=3-5",
    scope(official), retry = safe, call = devices.reset_public_hardware)]
pub struct ResetPublicHardware {
    /// The device, as [`RegisteredHardware`] has it.
    pub ilink_im_sdk_id: String,
}
