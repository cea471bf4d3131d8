//! Making and registering devices (设备授权, 设备二维码).

use crate::device::DevicesHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::{OpenId, Secret};

/// Sends something to a device, or tells a user whether one is connected.
#[endpoint(POST "/device/transmsg", title = "第三方主动发送消息给设备",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-3",
    scope(official), reply = SentToDevice, call = "wx.devices().send(device_type, device_id, open_id, content)")]
pub struct SendToDevice {
    /// The account's own name (`gh_…`).
    pub device_type: String,
    /// The device.
    pub device_id: String,
    /// A user who has it.
    pub open_id: OpenId,
    /// What is sent to the device, in Base64.
    pub content: Option<String>,
    /// 2 for whether it is connected; nothing for what is sent to it.
    pub msg_type: Option<u32>,
    /// Whether it is connected.
    pub device_status: Option<DeviceStatus>,
}

int_enum! {
    /// Whether a device is connected.
    pub enum DeviceStatus {
        /// It is not.
        Disconnected = 0,
        /// It is.
        Connected = 1,
    }
}

/// What became of what was sent.
#[endpoint(part, reply_to(SendToDevice))]
pub struct SentToDevice {
    /// 0 if it was sent; else why not.
    pub ret: i64,
    /// The same in words.
    pub ret_info: Option<String>,
}

/// Makes the QR codes of devices whose names the account chose.
#[endpoint(POST "/device/create_qrcode", title = "获取设备二维码",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-4",
    scope(official), retry = safe, reply = DeviceQrCodes, call = "wx.devices().create_qrcodes(devices)")]
pub struct CreateDeviceQrCodes {
    /// How many devices.
    pub device_num: u32,
    /// The devices.
    pub device_id_list: Vec<String>,
}

/// The QR codes of devices.
#[endpoint(part, reply_to(CreateDeviceQrCodes))]
pub struct DeviceQrCodes {
    /// How many there are.
    pub device_num: Option<u32>,
    /// The codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub code_list: Vec<DeviceQrCode>,
}

/// The QR code of a device.
#[endpoint(part)]
pub struct DeviceQrCode {
    /// The device.
    pub device_id: String,
    /// What the code says; see [`device_qrcode_url`].
    pub ticket: String,
}

/// What the QR code of a device says. `data` is the account's own, if it adds any: it stands, in
/// Base64, in the [`DeviceBound`](super::DeviceBound) that follows a scan.
pub fn device_qrcode_url(ticket: &str, data: Option<&str>) -> String {
    match data {
        Some(data) => format!("https://we.qq.com/d/{ticket}#{data}"),
        None => format!("https://we.qq.com/d/{ticket}"),
    }
}

/// Makes a device: its name and its QR code. Each call makes another.
#[endpoint(GET "/device/getqrcode", title = "获取deviceid和二维码",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-6",
    scope(official), retry = unsent, reply = NewDevice, call = devices.create)]
pub struct GetDeviceQrCode {
    /// The product, by the number in the console; left out for product 1.
    pub product_id: Option<String>,
}

/// A device that was made.
#[endpoint(part, reply_to(GetDeviceQrCode))]
pub struct NewDevice {
    /// What became of it.
    pub base_resp: Option<DeviceResult>,
    /// What became of it.
    pub resp_msg: Option<DeviceResponse>,
    /// The device.
    pub deviceid: Option<String>,
    /// What its QR code says.
    pub qrticket: Option<String>,
    /// Its certificate, for products that connect by themselves.
    pub devicelicence: Option<String>,
}

/// What became of it.
#[endpoint(part)]
pub struct DeviceResult {
    /// 0 if it was done; else why not.
    pub errcode: i64,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// What became of it.
#[endpoint(part)]
pub struct DeviceResponse {
    /// 0 if it was done; else why not.
    pub ret_code: i64,
    /// The same in words.
    #[serde(alias = " error_info")]
    pub error_info: Option<String>,
}

/// Registers devices, or changes what is known of them.
#[endpoint(POST "/device/authorize_device", title = "设备授权",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-5",
    scope(official), retry = safe, reply = AuthorizedDevices, call = "wx.devices().authorize(devices, operation)")]
pub struct AuthorizeDevices {
    /// How many devices.
    #[serde(serialize_with = "weixin_api::json_text::serialize")]
    pub device_num: u32,
    /// The devices.
    pub device_list: Vec<DeviceProperties>,
    /// Whether they are new.
    #[serde(serialize_with = "weixin_api::json_text::serialize")]
    pub op_type: DeviceOperation,
    /// The product, for new devices; left out for product 1.
    pub product_id: Option<String>,
}

int_enum! {
    /// Whether devices are new.
    pub enum DeviceOperation {
        /// They are.
        Register = 0,
        /// They are not: what is known of them changes.
        Update = 1,
    }
}

/// What is known of a device.
#[endpoint(part)]
pub struct DeviceProperties {
    /// The device.
    pub id: String,
    /// Its MAC address: 12 hexadecimal digits.
    pub mac: String,
    /// By what it connects, with `|` between them: 1 Bluetooth on Android, 2 Bluetooth on iOS, 3
    /// Bluetooth LE, 4 Wi-Fi.
    pub connect_protocol: String,
    /// The key for what is said between device and app: 32 hexadecimal digits; empty if nothing is
    /// encrypted.
    #[serde(default = "no_key", serialize_with = "weixin_api::expose")]
    pub auth_key: Secret,
    /// When the app disconnects.
    #[serde(default = "on_leave", serialize_with = "weixin_api::json_text::serialize")]
    pub close_strategy: CloseStrategy,
    /// When the app connects, as bits: 1 while the account's chat is open, 4 whenever the app is.
    #[serde(default = "in_chat", serialize_with = "weixin_api::json_text::serialize")]
    pub conn_strategy: u32,
    /// Whether what is said is encrypted.
    #[serde(default = "unencrypted", serialize_with = "weixin_api::json_text::serialize")]
    pub crypt_method: CryptMethod,
    /// How device and app recognise each other: 0 without encryption, 1 with it.
    #[serde(default, serialize_with = "weixin_api::json_text::serialize")]
    pub auth_ver: u32,
    /// Where the MAC address stands in the device's broadcast: -1 at the end, -2 nowhere.
    #[serde(default = "at_end", serialize_with = "weixin_api::json_text::serialize")]
    pub manu_mac_pos: i32,
    /// Where the MAC address stands in the device's serial number: -1 at the end, -2 nowhere.
    #[serde(default = "nowhere", serialize_with = "weixin_api::json_text::serialize")]
    pub ser_mac_pos: i32,
    /// 1 for the simple protocol of wristbands, 0 otherwise.
    pub ble_simple_protocol: Option<String>,
}

fn no_key() -> Secret {
    Secret::new("")
}

fn on_leave() -> CloseStrategy {
    CloseStrategy::OnLeave
}

fn in_chat() -> u32 {
    1
}

fn unencrypted() -> CryptMethod {
    CryptMethod::None
}

fn at_end() -> i32 {
    -1
}

fn nowhere() -> i32 {
    -2
}

int_enum! {
    /// When the app disconnects from a device.
    pub enum CloseStrategy {
        /// When the account's chat is left.
        OnLeave = 1,
        /// It stays connected.
        Never = 2,
    }
}

int_enum! {
    /// Whether what is said between device and app is encrypted.
    pub enum CryptMethod {
        /// It is not.
        None = 0,
        /// With AES-CBC and PKCS #7 padding.
        Aes = 1,
    }
}

/// What became of devices.
#[endpoint(part, reply_to(AuthorizeDevices))]
pub struct AuthorizedDevices {
    /// Each of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resp: Vec<AuthorizedDevice>,
}

/// What became of a device.
#[endpoint(part)]
pub struct AuthorizedDevice {
    /// The device.
    pub base_info: DeviceInfo,
    /// 0 if it was registered; else why not.
    pub errcode: i64,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// A device.
#[endpoint(part)]
pub struct DeviceInfo {
    /// The account's own name (`gh_…`).
    pub device_type: String,
    /// Its name.
    pub device_id: String,
}
