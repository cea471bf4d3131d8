//! Who has which device (设备绑定).

use crate::device::DevicesHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::OpenId;

use super::{DeviceInfo, DeviceResponse, DeviceResult};

/// Gives a device to a user who asked for it on a page.
#[endpoint(POST "/device/bind", title = "绑定成功通知",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-7",
    scope(official), retry = safe, reply = BoundDevice, call = devices.bind)]
pub struct BindDevice {
    /// What the page got of the JS-SDK.
    pub ticket: String,
    /// The device.
    pub device_id: String,
    /// The user.
    pub openid: OpenId,
}

/// What became of it.
#[endpoint(part, reply_to(BindDevice, UnbindDevice, ForceBindDevice, ForceUnbindDevice))]
pub struct BoundDevice {
    /// Whether it was done.
    pub base_resp: DeviceResult,
}

/// Takes a device from a user who asked for it on a page.
#[endpoint(POST "/device/unbind", title = "解绑成功通知",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-7",
    scope(official), retry = safe, reply = BoundDevice, call = devices.unbind)]
pub struct UnbindDevice {
    /// What the page got of the JS-SDK.
    pub ticket: String,
    /// The device.
    pub device_id: String,
    /// The user.
    pub openid: OpenId,
}

/// Gives a device to a user.
#[endpoint(POST "/device/compel_bind", title = "强制绑定用户和设备",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-7",
    scope(official), retry = safe, reply = BoundDevice, call = devices.force_bind)]
pub struct ForceBindDevice {
    /// The device.
    pub device_id: String,
    /// The user.
    pub openid: OpenId,
}

/// Takes a device from a user.
#[endpoint(POST "/device/compel_unbind", title = "强制解绑用户和设备",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-7",
    scope(official), retry = safe, reply = BoundDevice, call = devices.force_unbind)]
pub struct ForceUnbindDevice {
    /// The device.
    pub device_id: String,
    /// The user.
    pub openid: OpenId,
}

/// Says whether a device is registered, and whether somebody has it.
#[endpoint(GET "/device/get_stat", title = "设备状态查询",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-8",
    scope(official), reply = DeviceRegistration, call = devices.state)]
pub struct GetDeviceState {
    /// The device.
    pub device_id: String,
}

/// Whether a device is registered.
#[endpoint(part, reply_to(GetDeviceState))]
pub struct DeviceRegistration {
    /// What it is.
    pub status: DeviceState,
    /// The same in words.
    pub status_info: Option<String>,
}

int_enum! {
    /// Whether a device is registered.
    pub enum DeviceState {
        /// It is not.
        Unknown = 0,
        /// It is, and nobody has it.
        Registered = 1,
        /// It is, and somebody has it.
        Bound = 2,
        /// Something is not known of it.
        Incomplete = 3,
    }
}

/// Says whose QR code it is.
#[endpoint(POST "/device/verify_qrcode", title = "验证二维码",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-9",
    scope(official), retry = safe, reply = VerifiedDevice, call = devices.verify_qrcode)]
pub struct VerifyDeviceQrCode {
    /// What the code says, without the address.
    pub ticket: String,
}

/// The device of a QR code.
#[endpoint(part, reply_to(VerifyDeviceQrCode))]
pub struct VerifiedDevice {
    /// The account's own name (`gh_…`).
    pub device_type: String,
    /// The device.
    pub device_id: String,
    /// Its MAC address.
    pub mac: Option<String>,
}

/// Says who has a device.
#[endpoint(GET "/device/get_openid", title = "获取设备绑定openID",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-11",
    scope(official), reply = UsersOfDevice, call = devices.users_of)]
pub struct GetUsersOfDevice {
    /// The account's own name (`gh_…`).
    pub device_type: String,
    /// The device.
    pub device_id: String,
}

/// Who has a device.
#[endpoint(part, reply_to(GetUsersOfDevice))]
pub struct UsersOfDevice {
    /// The users.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open_id: Vec<OpenId>,
    /// What became of the question.
    pub resp_msg: Option<DeviceResponse>,
}

/// Says which devices a user has.
#[endpoint(GET "/device/get_bind_device", title = "通过openid获取用户绑定的deviceid",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-12",
    scope(official), reply = DevicesOfUser, call = devices.devices_of)]
pub struct GetDevicesOfUser {
    /// The user.
    pub openid: OpenId,
}

/// Which devices a user has.
#[endpoint(part, reply_to(GetDevicesOfUser))]
pub struct DevicesOfUser {
    /// The user.
    pub openid: Option<OpenId>,
    /// The devices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub device_list: Vec<DeviceInfo>,
    /// What became of the question.
    pub resp_msg: Option<DeviceResponse>,
}
