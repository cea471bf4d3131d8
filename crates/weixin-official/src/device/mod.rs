//! Devices that users control through WeChat (微信硬件, 设备功能). `/device/*`, `/ilink/api/*`
//!
//! Many replies contain the outcome of the call in `base_resp`, `resp_msg` or `ret` besides the
//! usual code: check these.

mod event;
mod hardware;
mod owner;
mod registry;

use weixin_api::{Call, Caller, group};
use weixin_protocol::OpenId;

pub use self::{event::*, hardware::*, owner::*, registry::*};

group! {
    /// Devices that users control through WeChat (微信硬件).
    devices: [
        AuthorizeDevices, SendToDevice, CreateDeviceQrCodes, GetDeviceQrCode, BindDevice,
        UnbindDevice, ForceBindDevice, ForceUnbindDevice, GetDeviceState, VerifyDeviceQrCode,
        GetUsersOfDevice, GetDevicesOfUser, RegisterHardware, GetHardwareTicket, GetHardwareQrCode,
        ResetHardware, ResetPublicHardware,
    ]
}

weixin_protocol::messages![
    DeviceMessage,
    DeviceBound,
    DeviceUnbound,
    DeviceStatusWanted,
    DeviceStatusUnwanted
];

impl<'c, C: Caller + ?Sized> DevicesHandle<'c, C> {
    /// Sends data, in Base64, to a device; see [`SendToDevice`].
    pub fn send(
        &self,
        device_type: impl Into<String>,
        device_id: impl Into<DeviceId>,
        open_id: impl Into<OpenId>,
        content: impl Into<String>,
    ) -> Call<'c, C, SendToDevice> {
        Call::new(self.caller, SendToDevice::new(device_type, device_id, open_id).content(content))
    }

    /// Tells a user whether a device is connected; see [`SendToDevice`].
    pub fn send_status(
        &self,
        device_type: impl Into<String>,
        device_id: impl Into<DeviceId>,
        open_id: impl Into<OpenId>,
        status: DeviceStatus,
    ) -> Call<'c, C, SendToDevice> {
        let send = SendToDevice::new(device_type, device_id, open_id);
        Call::new(self.caller, send.msg_type(DeviceMessageKind::Status).device_status(status))
    }

    /// Creates the QR codes of devices that the account named; see [`CreateDeviceQrCodes`].
    pub fn create_qrcodes(
        &self,
        devices: impl Into<Vec<DeviceId>>,
    ) -> Call<'c, C, CreateDeviceQrCodes> {
        let devices = devices.into();
        let count = u32::try_from(devices.len()).unwrap_or(u32::MAX);
        Call::new(self.caller, CreateDeviceQrCodes::new(count, devices))
    }

    /// Registers devices, or changes their properties; see [`AuthorizeDevices`].
    pub fn authorize(
        &self,
        devices: impl Into<Vec<DeviceProperties>>,
        operation: DeviceOperation,
    ) -> Call<'c, C, AuthorizeDevices> {
        let devices = devices.into();
        let count = u32::try_from(devices.len()).unwrap_or(u32::MAX);
        Call::new(self.caller, AuthorizeDevices::new(count, devices, operation))
    }
}
