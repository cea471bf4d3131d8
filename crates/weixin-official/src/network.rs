//! Network checks and the addresses of the platform (网络检测, IP 地址). `/cgi-bin/callback/check`,
//! `/cgi-bin/getcallbackip`, `/cgi-bin/get_api_domain_ip`

use weixin_api::{StringEnum, endpoint, group};

group! {
    /// Network checks and the addresses of the platform (网络检测, IP 地址).
    network: [CheckNetwork, GetCallbackAddresses, GetApiAddresses]
}

/// Makes the platform resolve and ping the host of the callback (网络检测).
///
/// Fails with 40201 when the account has no callback.
#[endpoint(POST "/cgi-bin/callback/check", title = "网络检测",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Network_Detection.html",
    scope(official, mini), retry = safe, no_errcode, reply = NetworkCheck, call = network.check)]
pub struct CheckNetwork {
    /// Which checks to run.
    pub action: NetworkAction,
    /// The network from which to check.
    pub check_operator: Operator,
}

/// Which checks to run.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum NetworkAction {
    /// Resolve the name.
    #[string_enum(rename = "dns")]
    LookUp,
    /// Ping the addresses.
    #[string_enum(rename = "ping")]
    Ping,
    /// Resolve the name and ping the addresses.
    #[string_enum(rename = "all")]
    All,
    /// A value that this version does not know.
    Other(String),
}

/// A network operator in China (运营商).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum Operator {
    /// China Telecom (电信).
    #[string_enum(rename = "CHINANET")]
    ChinaNet,
    /// China Unicom (联通).
    #[string_enum(rename = "UNICOM")]
    Unicom,
    /// Tencent's own network (腾讯自建).
    #[string_enum(rename = "CAP")]
    Tencent,
    /// The operator that matches the address.
    #[string_enum(rename = "DEFAULT")]
    Default,
    /// A value that this version does not know.
    Other(String),
}

/// The result of a network check.
#[endpoint(part, reply_to(CheckNetwork))]
pub struct NetworkCheck {
    /// The addresses that the name resolves to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dns: Vec<LookedUp>,
    /// How each of them responds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ping: Vec<Pinged>,
}

/// An address of the callback's host.
#[endpoint(part)]
pub struct LookedUp {
    /// The address.
    pub ip: String,
    /// The operator whose address it is.
    pub real_operator: Operator,
}

/// How an address responds to pings.
#[endpoint(part)]
pub struct Pinged {
    /// The address.
    pub ip: String,
    /// The network from which it was pinged.
    pub from_operator: Operator,
    /// The share of lost packets, as in `0%`.
    pub package_loss: String,
    /// The response time, as in `23.079ms`.
    pub time: String,
}

/// Returns the addresses from which the platform calls the callback.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// for address in wx.network().callback_addresses().await?.ip_list {
///     println!("the firewall must let {address} in");
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/getcallbackip", title = "获取微信服务器 IP 地址",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html",
    scope(official, mini), no_errcode, reply = Addresses, call = network.callback_addresses)]
pub struct GetCallbackAddresses {}

/// Addresses of the platform.
#[endpoint(part, reply_to(GetCallbackAddresses, GetApiAddresses))]
pub struct Addresses {
    /// Single addresses, and ranges such as `101.226.103.0/25` or `101.226.62.*`.
    pub ip_list: Vec<String>,
}

/// Returns the addresses of the platform's API hosts.
#[endpoint(GET "/cgi-bin/get_api_domain_ip", title = "获取微信 API 接口 IP 地址",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html",
    scope(official, mini), no_errcode, reply = Addresses, call = network.api_addresses)]
pub struct GetApiAddresses {}
