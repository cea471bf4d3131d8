//! Devices of a maker in the corporations that use them (硬件). `/cgi-bin/hardware/*`

use weixin_api::{endpoint, group};
use weixin_protocol::{Header, MediaId, inbound};

group! {
    /// Devices of a maker (硬件).
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

/// Gives what a corporation has set for a device.
#[endpoint(POST "/cgi-bin/hardware/get_device_feature", title = "获取设备自定义信息",
    doc = "https://developer.work.weixin.qq.com/document/path/92739",
    scope(provider), auth = provider_token, retry = safe, reply = DeviceFeature, call = hardware.feature)]
pub struct GetDeviceFeature {
    /// The device.
    pub device_sn: String,
}

/// What is set for a device.
#[endpoint(part, reply_to(GetDeviceFeature))]
pub struct DeviceFeature {
    /// The settings, in the maker's own form.
    pub device_feature: Option<String>,
}

/// A corporation added a device. Notice `add_device`.
#[inbound(notice = "add_device", scope(work))]
pub struct DeviceAdded {
    /// From whom, to whom, when.
    pub header: Header,
    /// The maker.
    pub service_corp_id: Option<String>,
    /// The corporation.
    pub auth_corp_id: Option<String>,
    /// The device.
    pub device_sn: String,
    /// Its model.
    pub model_id: Option<String>,
    /// What the corporation calls it.
    pub remark_name: Option<String>,
}

/// A corporation removed a device. Notice `del_device`.
#[inbound(notice = "del_device", scope(work))]
pub struct DeviceDeleted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The maker.
    pub service_corp_id: Option<String>,
    /// The corporation.
    pub auth_corp_id: Option<String>,
    /// The device.
    pub device_sn: String,
}

/// A corporation gave a device another name. Notice `remark_device_name`.
#[inbound(notice = "remark_device_name", scope(work))]
pub struct DeviceRenamed {
    /// From whom, to whom, when.
    pub header: Header,
    /// The maker.
    pub service_corp_id: Option<String>,
    /// The corporation.
    pub auth_corp_id: Option<String>,
    /// The device.
    pub device_sn: String,
    /// The name.
    pub remark_name: Option<String>,
}

/// What is set for a device was changed; see [`GetDeviceFeature`]. Notice `device_feature_change`.
#[inbound(notice = "device_feature_change", scope(work))]
pub struct DeviceFeatureChanged {
    /// From whom, to whom, when.
    pub header: Header,
    /// The maker.
    pub service_corp_id: Option<String>,
    /// The corporation.
    pub auth_corp_id: Option<String>,
    /// The device.
    pub device_sn: String,
}

/// Whether a suite's app may use the data of devices was changed. Notice `device_data_auth_change`.
#[inbound(notice = "device_data_auth_change", scope(work))]
pub struct DeviceDataAuthChanged {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite.
    pub suite_id: Option<String>,
    /// The corporation.
    pub auth_corp_id: Option<String>,
}

/// A device connected. Notice `connect_info`.
#[inbound(notice = "connect_info", scope(work))]
pub struct DeviceConnected {
    /// From whom, to whom, when.
    pub header: Header,
    /// The maker.
    pub service_corp_id: Option<String>,
    /// The corporation.
    pub auth_corp_id: Option<String>,
    /// The device.
    pub device_sn: String,
    /// When, in seconds since 1970 (UTC).
    pub connect_time: Option<i64>,
}

/// A device lost its connection. Notice `disconnect_info`.
#[inbound(notice = "disconnect_info", scope(work))]
pub struct DeviceDisconnected {
    /// From whom, to whom, when.
    pub header: Header,
    /// The maker.
    pub service_corp_id: Option<String>,
    /// The corporation.
    pub auth_corp_id: Option<String>,
    /// The device.
    pub device_sn: String,
    /// When, in seconds since 1970 (UTC).
    pub disconnect_time: Option<i64>,
    /// Why.
    pub reason: Option<String>,
}

/// A device reported an error. Notice `error_report`.
#[inbound(notice = "error_report", scope(work))]
pub struct DeviceError {
    /// From whom, to whom, when.
    pub header: Header,
    /// The maker.
    pub service_corp_id: Option<String>,
    /// The corporation.
    pub auth_corp_id: Option<String>,
    /// The device.
    pub device_sn: String,
    /// The error's number.
    pub err_code: Option<i64>,
    /// The error in words.
    pub err_msg: Option<String>,
}

/// The log of a device is there. Notice `fetch_log_finish`.
#[inbound(notice = "fetch_log_finish", scope(work))]
pub struct DeviceLogFetched {
    /// From whom, to whom, when.
    pub header: Header,
    /// The maker.
    pub service_corp_id: Option<String>,
    /// The corporation.
    pub auth_corp_id: Option<String>,
    /// The device.
    pub device_sn: String,
    /// The log.
    pub media_id: Option<MediaId>,
}
