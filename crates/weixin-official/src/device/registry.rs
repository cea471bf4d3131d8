//! Creating and registering devices (设备授权, 设备二维码).

use crate::device::DevicesHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::{OpenId, Secret};

weixin_api::string_id! {
    /// A device (device_id), named by the account or by the platform.
    DeviceId
    /// A product of the account (产品编号, product_id): digits in a text.
    DeviceProductId
}

/// Sends data to a device, or tells a user whether the device is connected.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # use weixin_protocol::OpenId;
/// # async fn example(
/// #     wx: impl Caller<Kind = Official>, device_id: &str, openid: OpenId,
/// # ) -> Result<(), Error> {
/// // `content` is what the device understands, in Base64.
/// let sent = wx.devices().send("gh_0123456789ab", device_id, openid, "dHVybiBvbg==").await?;
/// println!("{} {}", sent.ret, sent.ret_info.unwrap_or_default());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/device/transmsg", title = "第三方主动发送消息给设备",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-3",
    scope(official), reply = SentToDevice, call = "wx.devices().send(device_type, device_id, open_id, content)")]
pub struct SendToDevice {
    /// The original id (原始 ID) of the account, as in `gh_3dc96b29ae11`.
    pub device_type: String,
    /// The device that the message is for or about.
    pub device_id: DeviceId,
    /// A user that the device is bound to.
    pub open_id: OpenId,
    /// The data for the device, in Base64. Left out with `msg_type`.
    pub content: Option<String>,
    /// The type of the message. `None`: data for the device.
    pub msg_type: Option<DeviceMessageKind>,
    /// Whether the device is connected. Only for [`DeviceMessageKind::Status`].
    pub device_status: Option<DeviceStatus>,
}

int_enum! {
    /// The type of a message about a device (消息类型).
    pub enum DeviceMessageKind {
        /// Whether the device is connected (设备状态消息).
        Status = 2,
    }
}

int_enum! {
    /// Whether a device is connected (设备状态).
    pub enum DeviceStatus {
        /// It is not connected (未连接).
        Disconnected = 0,
        /// It is connected (已连接).
        Connected = 1,
    }
}

/// The outcome of a message to a device.
#[endpoint(part, reply_to(SendToDevice))]
pub struct SentToDevice {
    /// 0 when it was sent; otherwise the code of the reason.
    pub ret: i64,
    /// The reason in words.
    pub ret_info: Option<String>,
}

/// Creates the QR codes of devices that the account named.
#[endpoint(POST "/device/create_qrcode", title = "获取设备二维码",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-4",
    scope(official), retry = safe, reply = DeviceQrCodes, call = "wx.devices().create_qrcodes(devices)")]
pub struct CreateDeviceQrCodes {
    /// How many devices there are.
    pub device_num: u32,
    /// The devices, with the ids that the account chose.
    pub device_id_list: Vec<DeviceId>,
}

/// The QR codes of devices.
#[endpoint(part, reply_to(CreateDeviceQrCodes))]
pub struct DeviceQrCodes {
    /// How many codes there are.
    pub device_num: Option<u32>,
    /// The codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub code_list: Vec<DeviceQrCode>,
}

/// The QR code of a device.
#[endpoint(part)]
pub struct DeviceQrCode {
    /// The device that the code belongs to.
    pub device_id: DeviceId,
    /// The ticket in the code; [`device_qrcode_url`] makes the content of the code from it.
    pub ticket: String,
}

/// Returns the content of a device's QR code. `data` are data of the account's own, which the
/// [`DeviceBound`](super::DeviceBound) that follows a scan repeats in Base64.
pub fn device_qrcode_url(ticket: &str, data: Option<&str>) -> String {
    match data {
        Some(data) => format!("https://we.qq.com/d/{ticket}#{data}"),
        None => format!("https://we.qq.com/d/{ticket}"),
    }
}

/// Creates a device: its id and its QR code. Each call creates another one.
#[endpoint(GET "/device/getqrcode", title = "获取deviceid和二维码",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-6",
    scope(official), retry = unsent, reply = NewDevice, call = devices.create)]
pub struct GetDeviceQrCode {
    /// The product. `None`: product 1.
    pub product_id: Option<DeviceProductId>,
}

/// A created device.
#[endpoint(part, reply_to(GetDeviceQrCode))]
pub struct NewDevice {
    /// The outcome of the call.
    pub base_resp: Option<DeviceResult>,
    /// The outcome of the call, in another form.
    pub resp_msg: Option<DeviceResponse>,
    /// The id of the device.
    pub deviceid: Option<DeviceId>,
    /// The ticket in its QR code.
    pub qrticket: Option<String>,
    /// The certificate of the device. Only for products that connect directly (直连).
    pub devicelicence: Option<String>,
}

/// The outcome of a call.
#[endpoint(part)]
pub struct DeviceResult {
    /// 0 when it succeeded; otherwise the code of the reason.
    pub errcode: i64,
    /// The reason in words.
    pub errmsg: Option<String>,
}

/// The outcome of a call.
#[endpoint(part)]
pub struct DeviceResponse {
    /// 0 when it succeeded; otherwise the code of the reason.
    pub ret_code: i64,
    /// The reason in words.
    #[serde(alias = " error_info")]
    pub error_info: Option<String>,
}

/// Registers devices, or changes their properties (设备授权).
#[endpoint(POST "/device/authorize_device", title = "设备授权",
    doc = "https://iot.weixin.qq.com/wiki/new/index.html?page=3-4-5",
    scope(official), retry = safe, reply = AuthorizedDevices, call = "wx.devices().authorize(devices, operation)")]
pub struct AuthorizeDevices {
    /// How many devices there are.
    #[serde(serialize_with = "weixin_api::json_text::serialize")]
    pub device_num: u32,
    /// The devices.
    pub device_list: Vec<DeviceProperties>,
    /// Whether the devices are new.
    #[serde(serialize_with = "weixin_api::json_text::serialize")]
    pub op_type: DeviceOperation,
    /// The product of new devices. `None`: product 1.
    pub product_id: Option<DeviceProductId>,
}

int_enum! {
    /// Whether devices are new.
    pub enum DeviceOperation {
        /// They are registered (设备授权).
        Register = 0,
        /// Their properties are changed (设备更新).
        Update = 1,
    }
}

/// The properties of a device.
#[endpoint(part)]
pub struct DeviceProperties {
    /// The device that the properties belong to.
    pub id: DeviceId,
    /// The MAC address: 12 hexadecimal digits.
    pub mac: String,
    /// How the device connects, separated by `|`: 1 classic Bluetooth on Android, 2 classic
    /// Bluetooth on iOS, 3 Bluetooth LE, 4 Wi-Fi.
    pub connect_protocol: String,
    /// The key between device and app: 32 hexadecimal digits. Empty: nothing is encrypted.
    #[serde(default = "no_key", serialize_with = "weixin_api::expose")]
    pub auth_key: Secret,
    /// When the app disconnects (断开策略).
    #[serde(default = "on_leave", serialize_with = "weixin_api::json_text::serialize")]
    pub close_strategy: CloseStrategy,
    /// When the app connects, as a sum of bits (连接策略): 1 while the account's chat is open, 4
    /// whenever the app runs.
    #[serde(default = "in_chat", serialize_with = "weixin_api::json_text::serialize")]
    pub conn_strategy: u32,
    /// How messages between device and app are encrypted.
    #[serde(default = "unencrypted", serialize_with = "weixin_api::json_text::serialize")]
    pub crypt_method: CryptMethod,
    /// Whether device and app authenticate each other.
    #[serde(default = "no_authentication", serialize_with = "weixin_api::json_text::serialize")]
    pub auth_ver: DeviceAuthVersion,
    /// The position of the MAC address in the manufacturer data of the broadcast. -1: at the end,
    /// -2: it is not there.
    #[serde(default = "at_end", serialize_with = "weixin_api::json_text::serialize")]
    pub manu_mac_pos: i32,
    /// The position of the MAC address in the serial number of the device. -1: at the end, -2: it
    /// is not there.
    #[serde(default = "nowhere", serialize_with = "weixin_api::json_text::serialize")]
    pub ser_mac_pos: i32,
    /// `1` if the device uses the simple protocol of wristbands (精简协议), `0` otherwise. `None`: it
    /// does not.
    pub ble_simple_protocol: Option<String>,
}

int_enum! {
    /// Whether device and app authenticate each other (auth version).
    pub enum DeviceAuthVersion {
        /// They do not; the messages are not encrypted (不加密的version).
        None = 0,
        /// They do (version 1).
        One = 1,
    }
}

fn no_authentication() -> DeviceAuthVersion {
    DeviceAuthVersion::None
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
    /// When the app disconnects from a device (断开策略).
    pub enum CloseStrategy {
        /// When the user leaves the account's chat (退出公众号页面时即断开连接).
        OnLeave = 1,
        /// It stays connected (退出公众号之后保持连接不断开).
        Never = 2,
    }
}

int_enum! {
    /// How messages between device and app are encrypted (auth加密方法).
    pub enum CryptMethod {
        /// Not at all (不加密).
        None = 0,
        /// With AES-CBC and PKCS #7 padding.
        Aes = 1,
    }
}

/// The outcome for each device.
#[endpoint(part, reply_to(AuthorizeDevices))]
pub struct AuthorizedDevices {
    /// One entry for each device.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resp: Vec<AuthorizedDevice>,
}

/// The outcome for one device.
#[endpoint(part)]
pub struct AuthorizedDevice {
    /// The device that the outcome is about.
    pub base_info: DeviceInfo,
    /// 0 when the device was registered; otherwise the code of the reason.
    pub errcode: i64,
    /// The reason in words.
    pub errmsg: Option<String>,
}

/// A reference to a device.
#[endpoint(part)]
pub struct DeviceInfo {
    /// The original id (原始 ID) of the account, as in `gh_3dc96b29ae11`.
    pub device_type: String,
    /// The device.
    pub device_id: DeviceId,
}
