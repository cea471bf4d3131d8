//! Devices that a provider makes (智慧硬件). `/cgi-bin/service/*device*`

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::AppId;

group! {
    /// Devices that the provider makes (智慧硬件).
    provider_devices: [AddDevice, GetDeviceAuth, ResetDeviceSecret, GetDevices, FetchDeviceLog, SetPrinterSupport, DeleteDevice]
}

/// Makes a device known.
#[endpoint(POST "/cgi-bin/service/add_device", title = "添加设备实例",
    doc = "https://developer.work.weixin.qq.com/document/path/90626",
    scope(provider), auth = provider_token, reply = AddedDevice, call = provider_devices.add)]
pub struct AddDevice {
    /// The model, from the provider's console.
    pub model_id: String,
    /// The serial number, there once in the model.
    pub device_sn: String,
    /// What it is called.
    pub remark_name: Option<String>,
}

/// A device that was made known.
#[endpoint(part, reply_to(AddDevice))]
pub struct AddedDevice {
    /// The device.
    pub device_info: Device,
}

/// A device.
#[endpoint(part)]
pub struct Device {
    /// The serial number.
    pub device_sn: Option<String>,
    /// The device.
    pub device_id: Option<u64>,
    /// The model.
    pub model_id: Option<String>,
    /// What it proves itself with when it connects.
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub secret_no: Option<weixin_protocol::Secret>,
    /// The address of the QR code by which a corporation adds it.
    pub qr_code: Option<String>,
    /// When it was made known.
    pub create_time: Option<Timestamp>,
    /// What it is called.
    pub remark_name: Option<String>,
}

/// Tells which corporation has a device.
#[endpoint(POST "/cgi-bin/service/get_device_auth_info", title = "查询设备绑定信息",
    doc = "https://developer.work.weixin.qq.com/document/path/90753",
    scope(provider), auth = provider_token, retry = safe, reply = DeviceAuth, call = provider_devices.auth)]
pub struct GetDeviceAuth {
    /// The serial number.
    pub device_sn: String,
}

/// Which corporation has a device.
#[endpoint(part, reply_to(GetDeviceAuth))]
pub struct DeviceAuth {
    /// The corporation.
    pub auth_corp_info: Option<DeviceOwner>,
    /// The device.
    pub device_info: Option<Device>,
}

/// Who has a device.
#[endpoint(part)]
pub struct DeviceOwner {
    /// The corporation.
    pub corpid: AppId,
    /// Its name.
    pub corp_name: Option<String>,
}

/// Makes the next connection of a device ask for a new secret.
#[endpoint(POST "/cgi-bin/service/reset_secret_no", title = "重置secretNo",
    doc = "https://developer.work.weixin.qq.com/document/path/90753",
    scope(provider), auth = provider_token, call = provider_devices.reset_secret)]
pub struct ResetDeviceSecret {
    /// The serial number.
    pub device_sn: String,
}

/// Gives the devices.
#[endpoint(POST "/cgi-bin/service/list_device", title = "获取设备列表",
    doc = "https://developer.work.weixin.qq.com/document/path/91346",
    scope(provider), auth = provider_token, retry = safe, reply = Devices, call = provider_devices.list)]
pub struct GetDevices {
    /// How many are skipped.
    pub offset: Option<u64>,
    /// How many: up to 100.
    pub limit: Option<u32>,
}

/// Devices.
#[endpoint(part, reply_to(GetDevices))]
pub struct Devices {
    /// The devices.
    #[serde(default)]
    pub device_list: Vec<Device>,
}

/// Asks a device for its log; the provider is told when it is there.
#[endpoint(POST "/cgi-bin/service/fetch_device_log", title = "上传设备日志",
    doc = "https://developer.work.weixin.qq.com/document/path/91475",
    scope(provider), auth = provider_token, call = provider_devices.fetch_log)]
pub struct FetchDeviceLog {
    /// The serial number.
    pub device_sn: String,
    /// What the device is told: which log is meant.
    pub hint: Option<String>,
}

/// Says whether a device can print.
#[endpoint(POST "/cgi-bin/service/set_printer_support_state", title = "设置打印盒子打印机支持状态",
    doc = "https://developer.work.weixin.qq.com/document/path/92782",
    scope(provider), auth = provider_token, retry = safe, call = provider_devices.set_printer_support)]
pub struct SetPrinterSupport {
    /// The serial number.
    pub device_sn: String,
    /// Whether its printer is none that works with it.
    pub not_supported_printer: bool,
}

/// Makes a device unknown again.
#[endpoint(POST "/cgi-bin/service/del_device", title = "删除设备实例",
    doc = "https://developer.work.weixin.qq.com/document/path/92770",
    scope(provider), auth = provider_token, call = provider_devices.delete)]
pub struct DeleteDevice {
    /// The serial number.
    pub device_sn: String,
}
