//! The way between the platform and a server (网络检测, IP 地址). `/cgi-bin/callback/check`, `/cgi-bin/getcallbackip`, `/cgi-bin/get_api_domain_ip`

use weixin_api::{StringEnum, endpoint, group};

group! {
    /// The way between the platform and a server (网络检测, IP 地址).
    network: [CheckNetwork, GetCallbackAddresses, GetApiAddresses]
}

/// Lets the platform look up and ping the callback's host.
#[endpoint(POST "/cgi-bin/callback/check", title = "网络检测",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Network_Detection.html",
    scope(official, mini), retry = safe, no_errcode, reply = NetworkCheck, call = network.check)]
pub struct CheckNetwork {
    /// What to try.
    pub action: NetworkAction,
    /// From which network.
    pub check_operator: Operator,
}

/// What to try.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum NetworkAction {
    /// Look the name up.
    #[string_enum(rename = "dns")]
    LookUp,
    /// Ping the addresses.
    #[string_enum(rename = "ping")]
    Ping,
    /// Both.
    #[string_enum(rename = "all")]
    All,
    /// A value that this version does not know.
    Other(String),
}

/// A network in China.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum Operator {
    /// China Telecom.
    #[string_enum(rename = "CHINANET")]
    ChinaNet,
    /// China Unicom.
    #[string_enum(rename = "UNICOM")]
    Unicom,
    /// Tencent's own.
    #[string_enum(rename = "CAP")]
    Tencent,
    /// The one that fits the address.
    #[string_enum(rename = "DEFAULT")]
    Default,
    /// A value that this version does not know.
    Other(String),
}

/// What the platform found.
#[endpoint(part, reply_to(CheckNetwork))]
pub struct NetworkCheck {
    /// The addresses of the host.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dns: Vec<LookedUp>,
    /// How they answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ping: Vec<Pinged>,
}

/// An address of the callback's host.
#[endpoint(part)]
pub struct LookedUp {
    /// The address.
    pub ip: String,
    /// Whose it is.
    pub real_operator: String,
}

/// How an address answers.
#[endpoint(part)]
pub struct Pinged {
    /// The address.
    pub ip: String,
    /// From which network it was tried.
    pub from_operator: String,
    /// How many packets were lost, as in `0%`.
    pub package_loss: String,
    /// How long it took, as in `23.079ms`.
    pub time: String,
}

/// Gives the addresses from which the platform pushes.
#[endpoint(GET "/cgi-bin/getcallbackip", title = "获取微信服务器 IP 地址",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html",
    scope(official, mini), no_errcode, reply = Addresses, call = network.callback_addresses)]
pub struct GetCallbackAddresses {}

/// Addresses of the platform.
#[endpoint(part, reply_to(GetCallbackAddresses, GetApiAddresses))]
pub struct Addresses {
    /// The addresses: single ones, ranges as `101.226.103.0/25` or `101.226.62.*`.
    pub ip_list: Vec<String>,
}

/// Gives the addresses at which the platform is called.
#[endpoint(GET "/cgi-bin/get_api_domain_ip", title = "获取微信 API 接口 IP 地址",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html",
    scope(official, mini), no_errcode, reply = Addresses, call = network.api_addresses)]
pub struct GetApiAddresses {}
