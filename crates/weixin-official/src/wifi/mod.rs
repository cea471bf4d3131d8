//! Wi-Fi in stores that people get into by WeChat (微信连Wi-Fi). `/bizwifi/*`
//!
//! The platform has taken most of its documentation down.

mod event;

pub use event::WifiConnected;
use weixin_api::{Paged, endpoint, group, int_enum};
use weixin_protocol::Secret;

group! {
    /// Wi-Fi in stores (微信连Wi-Fi).
    wifi: [GetWifiShops, GetWifiShop, UpdateWifiShop, AddWifiDevice, GetWifiDevices, DeleteWifiDevice, SetWifiHomepage, GetWifiHomepage, GetWifiQrCode, GetWifiStatistics]
}

weixin_protocol::messages![WifiConnected];

/// Gives the stores of the account, and their Wi-Fi.
#[endpoint(POST "/bizwifi/shop/list", title = "获取Wi-Fi门店列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WiFi_via_WeChat/Stores_management/Get_a_Wi-Fi_store_list.html",
    scope(official), retry = safe, reply = WifiShops, call = wifi.shops)]
pub struct GetWifiShops {
    /// The page, from 1.
    pub pageindex: Option<u32>,
    /// How many are on a page: 10 if left out, up to 20.
    pub pagesize: Option<u32>,
}

/// Stores and their Wi-Fi.
#[endpoint(part, reply_to(GetWifiShops))]
pub struct WifiShops {
    /// A page of them.
    pub data: WifiShopsPage,
}

/// A page of stores.
#[endpoint(part)]
pub struct WifiShopsPage {
    /// How many there are on all pages.
    pub totalcount: Option<u64>,
    /// The page, from 1.
    pub pageindex: Option<u32>,
    /// How many pages there are.
    pub pagecount: Option<u32>,
    /// The stores.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<WifiShopRecord>,
}

/// A store and its Wi-Fi.
#[endpoint(part)]
pub struct WifiShopRecord {
    /// Its number here.
    pub shop_id: i64,
    /// Its name.
    pub shop_name: Option<String>,
    /// The name of its network; empty if there is none, the first of several.
    pub ssid: Option<String>,
    /// The names of its networks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ssid_list: Vec<String>,
    /// How one gets into it.
    pub protocol_type: Option<WifiKind>,
    /// Its number at the account's owner.
    pub sid: Option<String>,
    /// Its number for coupons and stores.
    pub poi_id: Option<String>,
}

int_enum! {
    /// How one gets into a network.
    pub enum WifiKind {
        /// There is none.
        None = 0,
        /// By devices of the trade.
        Professional = 1,
        /// With a password.
        Password = 4,
        /// By a page, set up by oneself.
        SelfService = 5,
        /// By a page.
        Portal = 31,
    }
}

impl Paged for GetWifiShops {
    type Item = WifiShopRecord;
    fn split_page(mut self, reply: WifiShops) -> (Vec<WifiShopRecord>, Option<Self>) {
        let page = self.pageindex.unwrap_or(1);
        let more = page < reply.data.pagecount.unwrap_or_default();
        self.pageindex = Some(page + 1);
        (reply.data.records, more.then_some(self))
    }
}

/// Tells about the Wi-Fi of a store.
#[endpoint(POST "/bizwifi/shop/get", title = "查询门店Wi-Fi信息",
    scope(official), retry = safe, reply = OneWifiShop, call = wifi.shop)]
pub struct GetWifiShop {
    /// The store.
    pub shop_id: i64,
}

/// The Wi-Fi of a store.
#[endpoint(part, reply_to(GetWifiShop))]
pub struct OneWifiShop {
    /// The store.
    pub data: WifiShop,
}

/// The Wi-Fi of a store.
#[endpoint(part)]
pub struct WifiShop {
    /// The store's name.
    pub shop_name: Option<String>,
    /// The name of its network, the first of several.
    pub ssid: Option<String>,
    /// The names of its networks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ssid_list: Vec<String>,
    /// Its networks with their passwords.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ssid_password_list: Vec<WifiPassword>,
    /// The password of the first network.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// How one gets into it.
    pub protocol_type: Option<WifiKind>,
    /// How many devices there are.
    pub ap_count: Option<u32>,
    /// What kind of page people see.
    pub template_id: Option<WifiHomepageKind>,
    /// Its address.
    pub homepage_url: Option<String>,
    /// What stands at the top of the chats.
    pub bar_type: Option<WifiBar>,
    /// The page people see when they are in.
    pub finishpage_url: Option<String>,
    /// The store's number at the account's owner.
    pub sid: Option<String>,
    /// The store's number for coupons and stores.
    pub poi_id: Option<String>,
}

/// A network and its password.
#[endpoint(part)]
pub struct WifiPassword {
    /// The name.
    pub ssid: String,
    /// The password, if one gets into it with one.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
}

int_enum! {
    /// What kind of page people see.
    pub enum WifiHomepageKind {
        /// The platform's.
        Default = 0,
        /// The account's own.
        Custom = 1,
    }
}

int_enum! {
    /// What stands at the top of the chats.
    pub enum WifiBar {
        /// Welcome, and the account's name.
        WelcomeAccount = 0,
        /// Welcome, and the store's name.
        WelcomeShop = 1,
        /// Connected, and the account's name.
        ConnectedAccount = 2,
        /// Connected, and the store's name.
        ConnectedShop = 3,
    }
}

/// Changes a network of a store.
#[endpoint(POST "/bizwifi/shop/update", title = "修改门店网络信息",
    scope(official), retry = safe, call = wifi.update_shop)]
pub struct UpdateWifiShop {
    /// The store.
    pub shop_id: i64,
    /// The name of the network; needed where there are several.
    pub old_ssid: String,
    /// The name it is to have: up to 32 characters.
    pub ssid: String,
    /// The password: 8 to 24 characters, for a network with one.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
}

/// Adds a network with a password to a store.
///
/// Name or password begin with `WX` (9002010), and both are those of the router. A store has up to
/// 100 networks, each once (9002016), and all of one kind (9002022).
#[endpoint(POST "/bizwifi/device/add", title = "添加密码型设备",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WiFi_via_WeChat/Devices_Management/Adding_password-protected_devices.html",
    scope(official), retry = safe, call = wifi.add_device)]
pub struct AddWifiDevice {
    /// The store.
    pub shop_id: i64,
    /// The name of the network: up to 32 characters.
    pub ssid: String,
    /// The password: 8 to 24 characters.
    #[serde(serialize_with = "weixin_api::expose")]
    pub password: Secret,
    /// The MAC address of the device, as in `00:1f:7a:ad:5b:a9`. Not needed any more.
    pub bssid: Option<String>,
}

/// Gives the devices by which people got into networks.
#[endpoint(POST "/bizwifi/device/list", title = "查询设备",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WiFi_via_WeChat/Devices_Management/Query_devices.html",
    scope(official), retry = safe, reply = WifiDevices, call = wifi.devices)]
pub struct GetWifiDevices {
    /// The page, from 1.
    pub pageindex: Option<u32>,
    /// How many are on a page: 10 if left out, up to 20.
    pub pagesize: Option<u32>,
    /// One store only.
    pub shop_id: Option<i64>,
}

/// Devices of networks.
#[endpoint(part, reply_to(GetWifiDevices))]
pub struct WifiDevices {
    /// A page of them.
    pub data: WifiDevicesPage,
}

/// A page of devices.
#[endpoint(part)]
pub struct WifiDevicesPage {
    /// How many there are on all pages.
    pub totalcount: Option<u64>,
    /// The page, from 1.
    pub pageindex: Option<u32>,
    /// How many pages there are.
    pub pagecount: Option<u32>,
    /// The devices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<WifiDevice>,
}

/// A device of a network.
#[endpoint(part)]
pub struct WifiDevice {
    /// The store.
    pub shop_id: i64,
    /// The name of the network.
    pub ssid: Option<String>,
    /// The MAC address of the device.
    pub bssid: Option<String>,
    /// How one gets into it.
    pub protocol_type: Option<WifiKind>,
}

impl Paged for GetWifiDevices {
    type Item = WifiDevice;
    fn split_page(mut self, reply: WifiDevices) -> (Vec<WifiDevice>, Option<Self>) {
        let page = self.pageindex.unwrap_or(1);
        let more = page < reply.data.pagecount.unwrap_or_default();
        self.pageindex = Some(page + 1);
        (reply.data.records, more.then_some(self))
    }
}

/// Removes a device.
///
/// One that is not there is refused (9002017).
#[endpoint(POST "/bizwifi/device/delete", title = "删除设备",
    scope(official), retry = safe, call = wifi.delete_device)]
pub struct DeleteWifiDevice {
    /// Its MAC address, in small letters.
    pub bssid: String,
}

/// Says which page people see.
#[endpoint(POST "/bizwifi/homepage/set", title = "设置商家主页",
    scope(official), retry = safe, call = wifi.set_homepage)]
pub struct SetWifiHomepage {
    /// The store.
    pub shop_id: i64,
    /// What kind of page.
    pub template_id: WifiHomepageKind,
    /// The page, if it is the account's own.
    #[serde(rename = "struct")]
    pub structure: Option<WifiHomepageUrl>,
}

/// The account's own page.
#[endpoint(part)]
pub struct WifiHomepageUrl {
    /// Its address.
    pub url: String,
}

/// Says which page people see.
#[endpoint(POST "/bizwifi/homepage/get", title = "查询商家主页",
    scope(official), retry = safe, reply = OneWifiHomepage, call = wifi.homepage)]
pub struct GetWifiHomepage {
    /// The store.
    pub shop_id: i64,
}

/// Which page people see.
#[endpoint(part, reply_to(GetWifiHomepage))]
pub struct OneWifiHomepage {
    /// The page.
    pub data: WifiHomepage,
}

/// A page that people see.
#[endpoint(part)]
pub struct WifiHomepage {
    /// The store.
    pub shop_id: Option<i64>,
    /// What kind of page.
    pub template_id: Option<WifiHomepageKind>,
    /// Its address.
    pub url: Option<String>,
}

/// Gives the QR code by which people get into a network.
#[endpoint(POST "/bizwifi/qrcode/get", title = "获取物料二维码",
    scope(official), retry = safe, reply = WifiQrCode, call = wifi.qrcode)]
pub struct GetWifiQrCode {
    /// The store.
    pub shop_id: i64,
    /// The name of the network.
    pub ssid: Option<String>,
    /// What it is to look like.
    pub img_id: WifiQrCodeKind,
}

int_enum! {
    /// What a QR code looks like.
    pub enum WifiQrCodeKind {
        /// The code alone.
        Plain = 0,
        /// A sticker of 100 by 100 mm.
        Table = 1,
    }
}

/// The QR code of a network.
#[endpoint(part, reply_to(GetWifiQrCode))]
pub struct WifiQrCode {
    /// The picture.
    pub data: WifiQrCodeUrl,
}

/// The picture of a QR code.
#[endpoint(part)]
pub struct WifiQrCodeUrl {
    /// Its address.
    pub qrcode_url: String,
}

/// Says how many people got into networks, day by day.
#[endpoint(POST "/bizwifi/statistics/list", title = "Wi-Fi数据统计",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WiFi_via_WeChat/Wi-Fi_data_statistics.html",
    scope(official), retry = safe, reply = WifiStatistics, call = wifi.statistics)]
pub struct GetWifiStatistics {
    /// The first day, as in `2015-05-01`.
    pub begin_date: String,
    /// The last day, at most 30 days later.
    pub end_date: String,
    /// One store only; -1 for all together.
    pub shop_id: Option<i64>,
}

/// How many people got into networks.
#[endpoint(part, reply_to(GetWifiStatistics))]
pub struct WifiStatistics {
    /// Day by day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<WifiCount>,
}

/// How many people got into networks on a day.
#[endpoint(part)]
pub struct WifiCount {
    /// The store; -1 for all together.
    pub shop_id: i64,
    /// The day, in milliseconds since 1970 (UTC).
    pub statis_time: u64,
    /// How many got into a network.
    pub total_user: Option<u64>,
    /// How many looked at the page.
    pub homepage_uv: Option<u64>,
    /// How many began to follow the account.
    pub new_fans: Option<u64>,
    /// How many follow it.
    pub total_fans: Option<u64>,
    /// How many got in by WeChat.
    pub wxconnect_user: Option<u64>,
    /// How many were sent a message.
    pub connect_msg_user: Option<u64>,
}
