//! Devices of a hardware provider in the corporations that use them (智慧硬件). `/cgi-bin/hardware/*`

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::{CorpId, Header, MediaId, inbound};

use crate::ids::SuiteId;

group! {
    /// Devices of a hardware provider (智慧硬件).
    hardware: [GetDeviceFeature]
}

weixin_protocol::messages![
    DeviceAdded,
    DeviceDeleted,
    DeviceRenamed,
    DeviceFeatureChanged,
    DeviceDataAuthChanged,
    DeviceConnected,
    DeviceDisconnected,
    DeviceError,
    DeviceLogFetched
];

/// Returns the settings that a corporation made for a device.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Provider};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Provider>) -> Result<(), Error> {
/// let settings = wx.hardware().feature("WB0A1234567890").await?;
/// println!("{}", settings.device_feature.unwrap_or_default());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/hardware/get_device_feature", title = "获取设备自定义信息",
    doc = "https://developer.work.weixin.qq.com/document/path/92739",
    scope(provider), auth = provider_token, retry = safe, reply = DeviceFeature, call = hardware.feature)]
pub struct GetDeviceFeature {
    /// The device's serial number, given by the provider.
    pub device_sn: String,
}

/// The settings of a device.
#[endpoint(part, reply_to(GetDeviceFeature))]
pub struct DeviceFeature {
    /// The settings, in a format of the provider's own.
    pub device_feature: Option<String>,
}

weixin_api::string_id! {
    /// A model of devices of a hardware provider (设备型号, model_id).
    DeviceModelId
}

/// A corporation added a device (智能硬件).
///
/// Pushed to the service provider of the device.
#[inbound(notice = "add_device", scope(work))]
pub struct DeviceAdded {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The hardware provider (硬件服务商).
    pub service_corp_id: Option<CorpId>,
    /// The corporation that added the device.
    pub auth_corp_id: Option<CorpId>,
    /// The device's serial number, given by the provider.
    pub device_sn: String,
    /// The model of the device (型号).
    pub model_id: Option<DeviceModelId>,
    /// The name that the corporation gave the device.
    pub remark_name: Option<String>,
}

/// A corporation removed a device (智能硬件).
///
/// Pushed to the service provider of the device.
#[inbound(notice = "del_device", scope(work))]
pub struct DeviceDeleted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The hardware provider (硬件服务商).
    pub service_corp_id: Option<CorpId>,
    /// The corporation that removed the device.
    pub auth_corp_id: Option<CorpId>,
    /// The device's serial number.
    pub device_sn: String,
}

/// A corporation renamed a device (智能硬件).
///
/// Pushed to the service provider of the device.
#[inbound(notice = "remark_device_name", scope(work))]
pub struct DeviceRenamed {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The hardware provider (硬件服务商).
    pub service_corp_id: Option<CorpId>,
    /// The corporation that has the device.
    pub auth_corp_id: Option<CorpId>,
    /// The device's serial number.
    pub device_sn: String,
    /// The new name.
    pub remark_name: Option<String>,
}

/// A corporation changed the settings of a device; [`GetDeviceFeature`] returns them.
///
/// Pushed to the service provider of the device.
#[inbound(notice = "device_feature_change", scope(work))]
pub struct DeviceFeatureChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The hardware provider (硬件服务商).
    pub service_corp_id: Option<CorpId>,
    /// The corporation that has the device.
    pub auth_corp_id: Option<CorpId>,
    /// The device's serial number.
    pub device_sn: String,
}

/// A corporation changed whether a suite's app may read the data of its devices.
#[inbound(notice = "device_data_auth_change", scope(work))]
pub struct DeviceDataAuthChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite whose permission was changed.
    pub suite_id: Option<SuiteId>,
    /// The corporation that changed it.
    pub auth_corp_id: Option<CorpId>,
}

/// A device connected.
///
/// Pushed to the service provider of the device.
#[inbound(notice = "connect_info", scope(work))]
pub struct DeviceConnected {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The hardware provider (硬件服务商).
    pub service_corp_id: Option<CorpId>,
    /// The corporation that has the device.
    pub auth_corp_id: Option<CorpId>,
    /// The device's serial number.
    pub device_sn: String,
    /// The time the device connected.
    pub connect_time: Option<Timestamp>,
}

/// A device lost its connection.
///
/// Pushed to the service provider of the device.
#[inbound(notice = "disconnect_info", scope(work))]
pub struct DeviceDisconnected {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The hardware provider (硬件服务商).
    pub service_corp_id: Option<CorpId>,
    /// The corporation that has the device.
    pub auth_corp_id: Option<CorpId>,
    /// The device's serial number.
    pub device_sn: String,
    /// The time the connection ended.
    pub disconnect_time: Option<Timestamp>,
    /// The reason of the disconnection, as a text.
    pub reason: Option<String>,
}

/// A device reported an error.
///
/// Pushed to the service provider of the device.
#[inbound(notice = "error_report", scope(work))]
pub struct DeviceError {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The hardware provider (硬件服务商).
    pub service_corp_id: Option<CorpId>,
    /// The corporation that has the device.
    pub auth_corp_id: Option<CorpId>,
    /// The device's serial number.
    pub device_sn: String,
    /// The error code that the device reported.
    pub err_code: Option<i64>,
    /// The error as a text.
    pub err_msg: Option<String>,
}

/// The log of a device, which the service provider asked for, was uploaded.
#[inbound(notice = "fetch_log_finish", scope(work))]
pub struct DeviceLogFetched {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The hardware provider (硬件服务商).
    pub service_corp_id: Option<CorpId>,
    /// The corporation that has the device.
    pub auth_corp_id: Option<CorpId>,
    /// The device's serial number.
    pub device_sn: String,
    /// The log, for downloading as a temporary file.
    pub media_id: Option<MediaId>,
}
