//! Binding devices to users (设备绑定).

use crate::device::DevicesHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::{OpenId, Secret};

use super::{DeviceId, DeviceInfo, DeviceResponse, DeviceResult};

/// Binds a device to a user who requested it on a page (绑定设备).
#[endpoint(POST "/device/bind", title = "绑定成功通知",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-7",
    scope(official), retry = safe, reply = BoundDevice, call = devices.bind)]
pub struct BindDevice {
    /// The ticket that the page got from the JS-SDK.
    #[serde(serialize_with = "weixin_api::expose")]
    pub ticket: Secret,
    /// The device to bind.
    pub device_id: DeviceId,
    /// The user to bind it to.
    pub openid: OpenId,
}

/// The outcome of binding or unbinding a device.
#[endpoint(part, reply_to(BindDevice, UnbindDevice, ForceBindDevice, ForceUnbindDevice))]
pub struct BoundDevice {
    /// The outcome.
    pub base_resp: DeviceResult,
}

/// Unbinds a device from a user who requested it on a page (解绑设备).
#[endpoint(POST "/device/unbind", title = "解绑成功通知",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-7",
    scope(official), retry = safe, reply = BoundDevice, call = devices.unbind)]
pub struct UnbindDevice {
    /// The ticket that the page got from the JS-SDK.
    #[serde(serialize_with = "weixin_api::expose")]
    pub ticket: Secret,
    /// The device to unbind.
    pub device_id: DeviceId,
    /// The user to unbind it from.
    pub openid: OpenId,
}

/// Binds a device to a user without their request (强制绑定).
#[endpoint(POST "/device/compel_bind", title = "强制绑定用户和设备",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-7",
    scope(official), retry = safe, reply = BoundDevice, call = devices.force_bind)]
pub struct ForceBindDevice {
    /// The device to bind.
    pub device_id: DeviceId,
    /// The user to bind it to.
    pub openid: OpenId,
}

/// Unbinds a device from a user without their request (强制解绑).
#[endpoint(POST "/device/compel_unbind", title = "强制解绑用户和设备",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-7",
    scope(official), retry = safe, reply = BoundDevice, call = devices.force_unbind)]
pub struct ForceUnbindDevice {
    /// The device to unbind.
    pub device_id: DeviceId,
    /// The user to unbind it from.
    pub openid: OpenId,
}

/// Returns whether a device is registered and bound (设备状态查询).
#[endpoint(GET "/device/get_stat", title = "设备状态查询",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-8",
    scope(official), reply = DeviceRegistration, call = devices.state)]
pub struct GetDeviceState {
    /// The device to look up.
    pub device_id: DeviceId,
}

/// The state of a device.
#[endpoint(part, reply_to(GetDeviceState))]
pub struct DeviceRegistration {
    /// The state.
    pub status: DeviceState,
    /// The state in words.
    pub status_info: Option<String>,
}

int_enum! {
    /// The state of a device.
    pub enum DeviceState {
        /// It is not registered (未授权).
        Unknown = 0,
        /// It is registered, and nobody is bound to it (已经授权，尚未被用户绑定).
        Registered = 1,
        /// A user is bound to it (已经被用户绑定).
        Bound = 2,
        /// Properties of it are not set (属性未设置).
        Incomplete = 3,
    }
}

/// Returns the device that a QR code belongs to (验证二维码).
#[endpoint(POST "/device/verify_qrcode", title = "验证二维码",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-9",
    scope(official), retry = safe, reply = VerifiedDevice, call = devices.verify_qrcode)]
pub struct VerifyDeviceQrCode {
    /// The ticket in the QR code: its content without the address.
    #[serde(serialize_with = "weixin_api::expose")]
    pub ticket: Secret,
}

/// The device that a QR code belongs to.
#[endpoint(part, reply_to(VerifyDeviceQrCode))]
pub struct VerifiedDevice {
    /// The original id (原始 ID) of the account, as in `gh_3dc96b29ae11`.
    pub device_type: String,
    /// The device that the code belongs to.
    pub device_id: DeviceId,
    /// The MAC address of the device.
    pub mac: Option<String>,
}

/// Returns the users that a device is bound to.
#[endpoint(GET "/device/get_openid", title = "获取设备绑定openID",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-11",
    scope(official), reply = UsersOfDevice, call = devices.users_of)]
pub struct GetUsersOfDevice {
    /// The original id (原始 ID) of the account, as in `gh_3dc96b29ae11`.
    pub device_type: String,
    /// The device to look up.
    pub device_id: DeviceId,
}

/// The users that a device is bound to.
#[endpoint(part, reply_to(GetUsersOfDevice))]
pub struct UsersOfDevice {
    /// The users.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open_id: Vec<OpenId>,
    /// The outcome of the call.
    pub resp_msg: Option<DeviceResponse>,
}

/// Returns the devices that are bound to a user.
#[endpoint(GET "/device/get_bind_device", title = "通过openid获取用户绑定的deviceid",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-12",
    scope(official), reply = DevicesOfUser, call = devices.devices_of)]
pub struct GetDevicesOfUser {
    /// The user to look up.
    pub openid: OpenId,
}

/// The devices that are bound to a user.
#[endpoint(part, reply_to(GetDevicesOfUser))]
pub struct DevicesOfUser {
    /// The user that was looked up.
    pub openid: Option<OpenId>,
    /// The devices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub device_list: Vec<DeviceInfo>,
    /// The outcome of the call.
    pub resp_msg: Option<DeviceResponse>,
}
