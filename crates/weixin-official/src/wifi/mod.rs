//! Wi-Fi in stores that users connect to through WeChat (微信连Wi-Fi). `/bizwifi/*`
//!
//! The platform has removed most of its documentation.

mod event;

pub use event::WifiConnected;
use weixin_api::{Paged, endpoint, group, int_enum};
use weixin_protocol::Secret;

use crate::ids::StoreId;

group! {
    /// Wi-Fi in stores (微信连Wi-Fi).
    wifi: [
        GetWifiShops, GetWifiShop, UpdateWifiShop, AddWifiDevice, GetWifiDevices, DeleteWifiDevice,
        SetWifiHomepage, GetWifiHomepage, GetWifiQrCode, GetWifiStatistics,
    ]
}

weixin_protocol::messages![WifiConnected];

weixin_api::integer_id! {
    /// A store as the Wi-Fi endpoints know it (门店ID, shop_id).
    WifiShopId(u64)
}

/// Returns the stores of the account with their networks, page by page.
#[endpoint(POST "/bizwifi/shop/list", title = "获取Wi-Fi门店列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WiFi_via_WeChat/Stores_management/Get_a_Wi-Fi_store_list.html",
    scope(official), retry = safe, reply = WifiShops, call = wifi.shops)]
pub struct GetWifiShops {
    /// The page, from 1. `None`: 1.
    pub pageindex: Option<u32>,
    /// How many entries a page has, at most 20. `None`: 10.
    pub pagesize: Option<u32>,
}

/// The reply with a page of stores.
#[endpoint(part, reply_to(GetWifiShops))]
pub struct WifiShops {
    /// The page.
    pub data: WifiShopsPage,
}

/// A page of stores.
#[endpoint(part)]
pub struct WifiShopsPage {
    /// How many entries there are on all pages.
    pub totalcount: Option<u64>,
    /// The page, from 1.
    pub pageindex: Option<u32>,
    /// How many pages there are.
    pub pagecount: Option<u32>,
    /// The entries of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<WifiShopRecord>,
}

/// A store with its networks.
#[endpoint(part)]
pub struct WifiShopRecord {
    /// The id of the store.
    pub shop_id: WifiShopId,
    /// The name of the store.
    pub shop_name: Option<String>,
    /// The name of the first network; empty if there is none.
    pub ssid: Option<String>,
    /// The names of all networks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ssid_list: Vec<String>,
    /// How users connect.
    pub protocol_type: Option<WifiKind>,
    /// The merchant's own id of the store.
    pub sid: Option<String>,
    /// The store as the calls about stores know it.
    pub poi_id: Option<StoreId>,
}

int_enum! {
    /// How users connect to a network (设备类型).
    pub enum WifiKind {
        /// There is no network (未设置).
        None = 0,
        /// By professional equipment (专业型).
        Professional = 1,
        /// With a password (密码型).
        Password = 4,
        /// By a portal that the merchant set up itself (portal自助型).
        SelfService = 5,
        /// By a portal (portal型).
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

/// Returns the networks of a store.
///
/// Fails with 9002009 when there is no such store.
#[endpoint(POST "/bizwifi/shop/get", title = "查询门店Wi-Fi信息",
    scope(official), retry = safe, reply = OneWifiShop, call = wifi.shop)]
pub struct GetWifiShop {
    /// The store to look up.
    pub shop_id: WifiShopId,
}

/// The reply with the networks of a store.
#[endpoint(part, reply_to(GetWifiShop))]
pub struct OneWifiShop {
    /// The store.
    pub data: WifiShop,
}

/// The networks of a store.
#[endpoint(part)]
pub struct WifiShop {
    /// The name of the store.
    pub shop_name: Option<String>,
    /// The name of the first network.
    pub ssid: Option<String>,
    /// The names of all networks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ssid_list: Vec<String>,
    /// The networks with their passwords.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ssid_password_list: Vec<WifiPassword>,
    /// The password of the first network. Only for [`WifiKind::Password`].
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// How users connect.
    pub protocol_type: Option<WifiKind>,
    /// How many access points there are.
    pub ap_count: Option<u32>,
    /// The kind of the page.
    pub template_id: Option<WifiHomepageKind>,
    /// The address of the page.
    pub homepage_url: Option<String>,
    /// The text shown at the top of the chats.
    pub bar_type: Option<WifiBar>,
    /// The page shown when the connection is complete (连网完成页).
    pub finishpage_url: Option<String>,
    /// The merchant's own id of the store.
    pub sid: Option<String>,
    /// The store as the calls about stores know it.
    pub poi_id: Option<StoreId>,
}

/// A network with its password.
#[endpoint(part)]
pub struct WifiPassword {
    /// The name of the network.
    pub ssid: String,
    /// The password. Only for [`WifiKind::Password`].
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
}

int_enum! {
    /// The kind of the page that users see (商家主页模板类型).
    pub enum WifiHomepageKind {
        /// The platform's own (默认模板).
        Default = 0,
        /// A page of the merchant's own (自定义url).
        Custom = 1,
    }
}

int_enum! {
    /// The text shown at the top of the chats (微信首页欢迎语).
    pub enum WifiBar {
        /// A welcome with the account's name (欢迎光临+公众号名称).
        WelcomeAccount = 0,
        /// A welcome with the store's name (欢迎光临+门店名称).
        WelcomeShop = 1,
        /// The connection with the account's name (已连接+公众号名称+WiFi).
        ConnectedAccount = 2,
        /// The connection with the store's name (已连接+门店名称+Wi-Fi).
        ConnectedShop = 3,
    }
}

/// Changes a network of a store.
///
/// Fails with 9002009 when there is no such store, with 9002010 when neither name nor password
/// begins with `WX`, with 9002013 when the password has not 8 to 24 characters.
#[endpoint(POST "/bizwifi/shop/update", title = "修改门店网络信息",
    scope(official), retry = safe, call = wifi.update_shop)]
pub struct UpdateWifiShop {
    /// The store that the network belongs to.
    pub shop_id: WifiShopId,
    /// The present name of the network.
    pub old_ssid: String,
    /// The new name, up to 32 characters.
    pub ssid: String,
    /// The new password, 8 to 24 characters. Only for [`WifiKind::Password`].
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
}

/// Adds a network with a password to a store (添加密码型设备).
///
/// Name and password must be those set in the router.
///
/// Fails with 9002010 when neither name nor password begins with `WX`, with 9002013 when the
/// password has not 8 to 24 characters, with 9002016 when the store has the network already, with
/// 9002022 when its networks are of another kind, with 9002009 when there is no such store.
#[endpoint(POST "/bizwifi/device/add", title = "添加密码型设备",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WiFi_via_WeChat/Devices_Management/Adding_password-protected_devices.html",
    scope(official), retry = safe, call = wifi.add_device)]
pub struct AddWifiDevice {
    /// The store that gets the network.
    pub shop_id: WifiShopId,
    /// The name of the network, up to 32 characters. A store has up to 100 networks.
    pub ssid: String,
    /// The password, 8 to 24 characters.
    #[serde(serialize_with = "weixin_api::expose")]
    pub password: Secret,
    /// The MAC address of the access point, as in `00:1f:7a:ad:5b:a9`. No longer needed.
    pub bssid: Option<String>,
}

/// Returns the access points of the networks, page by page.
#[endpoint(POST "/bizwifi/device/list", title = "查询设备",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WiFi_via_WeChat/Devices_Management/Query_devices.html",
    scope(official), retry = safe, reply = WifiDevices, call = wifi.devices)]
pub struct GetWifiDevices {
    /// The page, from 1. `None`: 1.
    pub pageindex: Option<u32>,
    /// How many entries a page has, at most 20. `None`: 10.
    pub pagesize: Option<u32>,
    /// Returns only access points of this store. `None`: of all.
    pub shop_id: Option<WifiShopId>,
}

/// The reply with a page of access points.
#[endpoint(part, reply_to(GetWifiDevices))]
pub struct WifiDevices {
    /// The page.
    pub data: WifiDevicesPage,
}

/// A page of access points.
#[endpoint(part)]
pub struct WifiDevicesPage {
    /// How many entries there are on all pages.
    pub totalcount: Option<u64>,
    /// The page, from 1.
    pub pageindex: Option<u32>,
    /// How many pages there are.
    pub pagecount: Option<u32>,
    /// The entries of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<WifiDevice>,
}

/// An access point of a network.
#[endpoint(part)]
pub struct WifiDevice {
    /// The store that the access point belongs to.
    pub shop_id: WifiShopId,
    /// The name of the network.
    pub ssid: Option<String>,
    /// The MAC address of the access point.
    pub bssid: Option<String>,
    /// How users connect.
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

/// Removes an access point.
///
/// Fails with 9002017 when there is none with this address.
#[endpoint(POST "/bizwifi/device/delete", title = "删除设备",
    scope(official), retry = safe, call = wifi.delete_device)]
pub struct DeleteWifiDevice {
    /// The MAC address of the access point, in lower case.
    pub bssid: String,
}

/// Sets the page that users see when they are connected (商家主页).
///
/// Fails with 9002009 when there is no such store.
#[endpoint(POST "/bizwifi/homepage/set", title = "设置商家主页",
    scope(official), retry = safe, call = wifi.set_homepage)]
pub struct SetWifiHomepage {
    /// The store whose page is set.
    pub shop_id: WifiShopId,
    /// The kind of the page.
    pub template_id: WifiHomepageKind,
    /// The page, for [`WifiHomepageKind::Custom`].
    #[serde(rename = "struct")]
    pub structure: Option<WifiHomepageUrl>,
}

/// A page of the merchant's own.
#[endpoint(part)]
pub struct WifiHomepageUrl {
    /// The address of the page.
    pub url: String,
}

/// Returns the page that users see when they are connected.
///
/// Fails with 9002009 when there is no such store.
#[endpoint(POST "/bizwifi/homepage/get", title = "查询商家主页",
    scope(official), retry = safe, reply = OneWifiHomepage, call = wifi.homepage)]
pub struct GetWifiHomepage {
    /// The store whose page is returned.
    pub shop_id: WifiShopId,
}

/// The reply with the page of a store.
#[endpoint(part, reply_to(GetWifiHomepage))]
pub struct OneWifiHomepage {
    /// The page.
    pub data: WifiHomepage,
}

/// The page that users see when they are connected.
#[endpoint(part)]
pub struct WifiHomepage {
    /// The store that the page belongs to.
    pub shop_id: Option<WifiShopId>,
    /// The kind of the page.
    pub template_id: Option<WifiHomepageKind>,
    /// The address of the page. Only for [`WifiHomepageKind::Custom`].
    pub url: Option<String>,
}

/// Returns the QR code by which users connect to a network (物料二维码).
///
/// Fails with 9002009 when there is no such store.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::{prelude::*, wifi::{GetWifiQrCode, WifiQrCodeKind}};
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let request = GetWifiQrCode::new(429_620, WifiQrCodeKind::Plain).ssid("WX-Coffee");
/// println!("print {}", wx.wifi().qrcode(request).await?.data.qrcode_url);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/bizwifi/qrcode/get", title = "获取物料二维码",
    scope(official), retry = safe, reply = WifiQrCode, call = wifi.qrcode)]
pub struct GetWifiQrCode {
    /// The store that the network belongs to.
    pub shop_id: WifiShopId,
    /// The name of the network. Required if the store has several.
    pub ssid: Option<String>,
    /// The form of the code.
    pub img_id: WifiQrCodeKind,
}

int_enum! {
    /// The form of a QR code for a network (物料样式编号).
    pub enum WifiQrCodeKind {
        /// The code alone (纯二维码).
        Plain = 0,
        /// A sticker of 100 by 100 mm (二维码物料).
        Table = 1,
    }
}

/// The reply with the QR code of a network.
#[endpoint(part, reply_to(GetWifiQrCode))]
pub struct WifiQrCode {
    /// The code.
    pub data: WifiQrCodeUrl,
}

/// The QR code of a network.
#[endpoint(part)]
pub struct WifiQrCodeUrl {
    /// The address of the picture.
    pub qrcode_url: String,
}

/// Returns how many users connected to networks, by day.
#[endpoint(POST "/bizwifi/statistics/list", title = "Wi-Fi数据统计",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WiFi_via_WeChat/Wi-Fi_data_statistics.html",
    scope(official), retry = safe, reply = WifiStatistics, call = wifi.statistics)]
pub struct GetWifiStatistics {
    /// The first day, as in `2015-05-01`.
    pub begin_date: String,
    /// The last day, at most 30 days later.
    pub end_date: String,
    /// The store to count, as [`WifiShopId`] holds it. `None` or -1: all together.
    pub shop_id: Option<i64>,
}

/// How many users connected to networks, by day.
#[endpoint(part, reply_to(GetWifiStatistics))]
pub struct WifiStatistics {
    /// One entry for each day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<WifiCount>,
}

/// How many users connected to networks on one day.
#[endpoint(part)]
pub struct WifiCount {
    /// The store, as [`WifiShopId`] holds it; -1 for all together.
    pub shop_id: i64,
    /// The day, by its beginning, in milliseconds since 1970 (UTC).
    pub statis_time: u64,
    /// How many users connected (Wi-Fi连接总人数).
    pub total_user: Option<u64>,
    /// How many users opened the page (商家主页访问人数).
    pub homepage_uv: Option<u64>,
    /// How many users began to follow the account (新增公众号关注人数).
    pub new_fans: Option<u64>,
    /// How many followers the account has (累计公众号关注人数).
    pub total_fans: Option<u64>,
    /// How many users connected through WeChat (微信方式连Wi-Fi人数).
    pub wxconnect_user: Option<u64>,
    /// How many users sent a message after connecting (连网后消息发送人数).
    pub connect_msg_user: Option<u64>,
}
