//! Devices that a provider makes (智慧硬件). `/cgi-bin/service/*device*`

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::CorpId;

group! {
    /// Devices that the provider makes (智慧硬件).
    provider_devices: [
        AddDevice, GetDeviceAuth, ResetDeviceSecret, GetDevices, FetchDeviceLog, SetPrinterSupport,
        DeleteDevice,
    ]
}

weixin_api::string_id! {
    /// A model of devices (设备型号, model_id), registered in the provider's console.
    DeviceModelId
}

weixin_api::integer_id! {
    /// A device, as the platform numbers it (设备, device_id).
    ProviderDeviceId(u64)
}

/// Registers a device that the provider makes (智能硬件).
///
/// Fails with 600021 when the serial number exists, with 600038 when there is no such model.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Provider};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Provider>) -> Result<(), Error> {
/// let added = wx.provider_devices().add(("MODELID", "WB0A1234567890")).await?;
/// println!("{}", added.device_info.qr_code.unwrap_or_default());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/service/add_device", title = "添加设备实例",
    doc = "https://developer.work.weixin.qq.com/document/path/90626",
    scope(provider), auth = provider_token, reply = AddedDevice, call = provider_devices.add)]
pub struct AddDevice {
    /// The model of the device.
    pub model_id: DeviceModelId,
    /// Serial number, given by the provider and unique within the model.
    pub device_sn: String,
    /// Remark name of the device (设备备注名).
    pub remark_name: Option<String>,
}

/// A device that was registered.
#[endpoint(part, reply_to(AddDevice))]
pub struct AddedDevice {
    /// The device, with the secret it connects with.
    pub device_info: Device,
}

/// A device.
#[endpoint(part)]
pub struct Device {
    /// Serial number, given by the provider.
    pub device_sn: Option<String>,
    /// Id of the device.
    pub device_id: Option<ProviderDeviceId>,
    /// Model of the device.
    pub model_id: Option<DeviceModelId>,
    /// The secret (secretNo) that the device presents when it connects.
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub secret_no: Option<weixin_protocol::Secret>,
    /// Address of the QR code by which a corporation adds the device.
    pub qr_code: Option<String>,
    /// When it was registered.
    pub create_time: Option<Timestamp>,
    /// Remark name of the device (设备备注名).
    pub remark_name: Option<String>,
}

/// Returns the corporation that a device is bound to.
#[endpoint(POST "/cgi-bin/service/get_device_auth_info", title = "查询设备绑定信息",
    doc = "https://developer.work.weixin.qq.com/document/path/90753",
    scope(provider), auth = provider_token, retry = safe, reply = DeviceAuth, call = provider_devices.auth)]
pub struct GetDeviceAuth {
    /// Serial number of the device.
    pub device_sn: String,
}

/// A device and the corporation it is bound to.
#[endpoint(part, reply_to(GetDeviceAuth))]
pub struct DeviceAuth {
    /// The corporation; `None` while the device is not bound.
    pub auth_corp_info: Option<DeviceOwner>,
    /// The device itself.
    pub device_info: Option<Device>,
}

/// The corporation that a device is bound to.
#[endpoint(part)]
pub struct DeviceOwner {
    /// Id of the corporation.
    pub corpid: CorpId,
    /// Name of the corporation.
    pub corp_name: Option<String>,
}

/// Resets the secret of a device, so that its next connection has to obtain a new one.
#[endpoint(POST "/cgi-bin/service/reset_secret_no", title = "重置secretNo",
    doc = "https://developer.work.weixin.qq.com/document/path/90753",
    scope(provider), auth = provider_token, call = provider_devices.reset_secret)]
pub struct ResetDeviceSecret {
    /// Serial number of the device.
    pub device_sn: String,
}

/// Returns the devices that the provider has registered (智能硬件), a page at a time.
#[endpoint(POST "/cgi-bin/service/list_device", title = "获取设备列表",
    doc = "https://developer.work.weixin.qq.com/document/path/91346",
    scope(provider), auth = provider_token, retry = safe, reply = Devices, call = provider_devices.list)]
pub struct GetDevices {
    /// How many to skip.
    pub offset: Option<u64>,
    /// How many at most: up to 100.
    pub limit: Option<u32>,
}

/// A page of devices.
#[endpoint(part, reply_to(GetDevices))]
pub struct Devices {
    /// The devices of this page.
    #[serde(default)]
    pub device_list: Vec<Device>,
}

/// Asks a device to upload its log. The provider gets a notice when the log is there.
#[endpoint(POST "/cgi-bin/service/fetch_device_log", title = "上传设备日志",
    doc = "https://developer.work.weixin.qq.com/document/path/91475",
    scope(provider), auth = provider_token, call = provider_devices.fetch_log)]
pub struct FetchDeviceLog {
    /// Serial number of the device.
    pub device_sn: String,
    /// A hint passed to the device, such as which log to upload.
    pub hint: Option<String>,
}

/// Records whether the printer at a print box (打印盒子) is supported.
#[endpoint(POST "/cgi-bin/service/set_printer_support_state", title = "设置打印盒子打印机支持状态",
    doc = "https://developer.work.weixin.qq.com/document/path/92782",
    scope(provider), auth = provider_token, retry = safe, call = provider_devices.set_printer_support)]
pub struct SetPrinterSupport {
    /// Serial number of the print box.
    pub device_sn: String,
    /// `true` if its printer is not supported.
    pub not_supported_printer: bool,
}

/// Deletes a device that the provider has registered (智能硬件).
///
/// Fails with 71044 while the device is bound to a corporation, with 600001 when there is no such
/// serial number.
#[endpoint(POST "/cgi-bin/service/del_device", title = "删除设备实例",
    doc = "https://developer.work.weixin.qq.com/document/path/92770",
    scope(provider), auth = provider_token, call = provider_devices.delete)]
pub struct DeleteDevice {
    /// Serial number of the device.
    pub device_sn: String,
}
