//! Devices that people use by WeChat (微信硬件, 设备功能). `/device/*`, `/ilink/api/*`
//!
//! What became of a call stands in many answers beside the usual code, as `base_resp`, `resp_msg`
//! or `ret`: look at it.

mod event;
mod hardware;
mod owner;
mod registry;

use weixin_api::{Call, Caller, On, endpoints};
use weixin_protocol::OpenId;

pub use self::{event::*, hardware::*, owner::*, registry::*};

endpoints![
    SendToDevice,
    CreateDeviceQrCodes,
    GetDeviceQrCode,
    AuthorizeDevices,
    BindDevice,
    UnbindDevice,
    ForceBindDevice,
    ForceUnbindDevice,
    GetDeviceState,
    VerifyDeviceQrCode,
    GetUsersOfDevice,
    GetDevicesOfUser,
    RegisterHardware,
    GetHardwareTicket,
    GetHardwareQrCode,
    ResetHardware,
    ResetPublicHardware
];

weixin_protocol::messages![
    DeviceMessage,
    DeviceBound,
    DeviceUnbound,
    DeviceStatusWanted,
    DeviceStatusUnwanted
];

/// The group as a client has it: `wx.devices()`.
#[derive(Debug)]
pub struct Devices<'c, C: ?Sized>(&'c C);

/// Gives a client `devices()`.
pub trait DevicesApi: Caller {
    /// Devices that people use by WeChat (微信硬件).
    fn devices(&self) -> Devices<'_, Self> {
        Devices(self)
    }
}

impl<C: Caller + ?Sized> DevicesApi for C where AuthorizeDevices: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Devices<'c, C> {
    /// Sends something, in Base64, to a device; see [`SendToDevice`].
    pub fn send(
        &self,
        device_type: impl Into<String>,
        device_id: impl Into<String>,
        open_id: impl Into<OpenId>,
        content: impl Into<String>,
    ) -> Call<'c, C, SendToDevice> {
        Call::new(self.0, SendToDevice::new(device_type, device_id, open_id).content(content))
    }

    /// Tells a user whether a device is connected; see [`SendToDevice`].
    pub fn send_status(
        &self,
        device_type: impl Into<String>,
        device_id: impl Into<String>,
        open_id: impl Into<OpenId>,
        status: DeviceStatus,
    ) -> Call<'c, C, SendToDevice> {
        let send = SendToDevice::new(device_type, device_id, open_id);
        Call::new(self.0, send.msg_type(2).device_status(status))
    }

    /// The QR codes of devices whose names the account chose; see [`CreateDeviceQrCodes`].
    pub fn create_qrcodes(
        &self,
        devices: impl Into<Vec<String>>,
    ) -> Call<'c, C, CreateDeviceQrCodes> {
        let devices = devices.into();
        let count = u32::try_from(devices.len()).unwrap_or(u32::MAX);
        Call::new(self.0, CreateDeviceQrCodes::new(count, devices))
    }

    /// Registers devices, or changes what is known of them; see [`AuthorizeDevices`].
    pub fn authorize(
        &self,
        devices: impl Into<Vec<DeviceProperties>>,
        operation: DeviceOperation,
    ) -> Call<'c, C, AuthorizeDevices> {
        let devices = devices.into();
        let count = u32::try_from(devices.len()).unwrap_or(u32::MAX);
        Call::new(self.0, AuthorizeDevices::new(count, devices, operation))
    }

    /// Makes a device; see [`GetDeviceQrCode`].
    pub fn create(&self) -> Call<'c, C, GetDeviceQrCode> {
        Call::new(self.0, GetDeviceQrCode::new())
    }

    /// Gives a device to a user who asked for it on a page; see [`BindDevice`].
    pub fn bind(
        &self,
        ticket: impl Into<String>,
        device_id: impl Into<String>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, BindDevice> {
        Call::new(self.0, BindDevice::new(ticket, device_id, openid))
    }

    /// Takes a device from a user who asked for it on a page; see [`UnbindDevice`].
    pub fn unbind(
        &self,
        ticket: impl Into<String>,
        device_id: impl Into<String>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, UnbindDevice> {
        Call::new(self.0, UnbindDevice::new(ticket, device_id, openid))
    }

    /// Gives a device to a user; see [`ForceBindDevice`].
    pub fn force_bind(
        &self,
        device_id: impl Into<String>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, ForceBindDevice> {
        Call::new(self.0, ForceBindDevice::new(device_id, openid))
    }

    /// Takes a device from a user; see [`ForceUnbindDevice`].
    pub fn force_unbind(
        &self,
        device_id: impl Into<String>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, ForceUnbindDevice> {
        Call::new(self.0, ForceUnbindDevice::new(device_id, openid))
    }

    /// Says whether a device is registered, and whether somebody has it; see [`GetDeviceState`].
    pub fn state(&self, device_id: impl Into<String>) -> Call<'c, C, GetDeviceState> {
        Call::new(self.0, GetDeviceState::new(device_id))
    }

    /// Says whose QR code it is; see [`VerifyDeviceQrCode`].
    pub fn verify_qrcode(&self, ticket: impl Into<String>) -> Call<'c, C, VerifyDeviceQrCode> {
        Call::new(self.0, VerifyDeviceQrCode::new(ticket))
    }

    /// Says who has a device; see [`GetUsersOfDevice`].
    pub fn users_of(
        &self,
        device_type: impl Into<String>,
        device_id: impl Into<String>,
    ) -> Call<'c, C, GetUsersOfDevice> {
        Call::new(self.0, GetUsersOfDevice::new(device_type, device_id))
    }

    /// Says which devices a user has; see [`GetDevicesOfUser`].
    pub fn devices_of(&self, openid: impl Into<OpenId>) -> Call<'c, C, GetDevicesOfUser> {
        Call::new(self.0, GetDevicesOfUser::new(openid))
    }
}
