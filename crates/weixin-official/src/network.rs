//! The way between the platform and a server (网络检测, IP 地址). `/cgi-bin/callback/check`, `/cgi-bin/getcallbackip`, `/cgi-bin/get_api_domain_ip`

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, On, endpoint, endpoints};

endpoints![CheckNetwork, GetCallbackAddresses, GetApiAddresses];

/// Lets the platform look up and ping the callback's host. `POST /cgi-bin/callback/check`
#[endpoint(POST "/cgi-bin/callback/check", title = "网络检测",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Network_Detection.html",
    scope(official, mini), retry = safe, bare, reply = NetworkCheck)]
pub struct CheckNetwork {
    /// What to try.
    pub action: NetworkAction,
    /// From which network.
    pub check_operator: Operator,
}

/// What to try.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum NetworkAction {
    /// Look the name up.
    #[serde(rename = "dns")]
    LookUp,
    /// Ping the addresses.
    #[serde(rename = "ping")]
    Ping,
    /// Both.
    #[serde(rename = "all")]
    All,
    /// Something this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A network in China.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Operator {
    /// China Telecom.
    #[serde(rename = "CHINANET")]
    ChinaNet,
    /// China Unicom.
    #[serde(rename = "UNICOM")]
    Unicom,
    /// Tencent's own.
    #[serde(rename = "CAP")]
    Tencent,
    /// The one that fits the address.
    #[serde(rename = "DEFAULT")]
    Default,
    /// Something this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// What the platform found.
#[endpoint(part)]
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

/// Gives the addresses from which the platform pushes. `GET /cgi-bin/getcallbackip`
#[endpoint(GET "/cgi-bin/getcallbackip", title = "获取微信服务器 IP 地址",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html",
    scope(official, mini), bare, reply = Addresses)]
pub struct GetCallbackAddresses {}

/// Addresses of the platform.
#[endpoint(part)]
pub struct Addresses {
    /// The addresses: single ones, ranges as `101.226.103.0/25` or `101.226.62.*`.
    pub ip_list: Vec<String>,
}

/// Gives the addresses at which the platform is called. `GET /cgi-bin/get_api_domain_ip`
#[endpoint(GET "/cgi-bin/get_api_domain_ip", title = "获取微信 API 接口 IP 地址",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html",
    scope(official, mini), bare, reply = Addresses)]
pub struct GetApiAddresses {}
/// The group as a client has it: `wx.network()`.
#[derive(Debug)]
pub struct Network<'c, C: ?Sized>(&'c C);

/// Gives a client `network()`.
pub trait NetworkApi: Caller {
    /// The way between the platform and a server (网络检测, IP 地址).
    fn network(&self) -> Network<'_, Self> {
        Network(self)
    }
}

impl<C: Caller + ?Sized> NetworkApi for C where CheckNetwork: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Network<'c, C> {
    /// Tries the callback's host; see [`CheckNetwork`].
    pub fn check(
        &self,
        action: NetworkAction,
        check_operator: Operator,
    ) -> Call<'c, C, CheckNetwork> {
        Call::new(self.0, CheckNetwork::new(action, check_operator))
    }

    /// From where the platform pushes; see [`GetCallbackAddresses`].
    pub fn callback_addresses(&self) -> Call<'c, C, GetCallbackAddresses> {
        Call::new(self.0, GetCallbackAddresses::new())
    }

    /// Where the platform is called; see [`GetApiAddresses`].
    pub fn api_addresses(&self) -> Call<'c, C, GetApiAddresses> {
        Call::new(self.0, GetApiAddresses::new())
    }
}
