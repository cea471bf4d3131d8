//! The addresses of the platform (企业微信服务器IP). `/cgi-bin/getcallbackip`, `/cgi-bin/get_api_domain_ip`

use weixin_api::{endpoint, group};

group! {
    /// The addresses of the platform (企业微信服务器IP).
    network: [GetCallbackAddresses, GetApiAddresses]
}

/// Returns the addresses from which the platform sends pushes.
///
/// They change: read them again at least once a day. A bot does so by itself with `[source_addresses]` in its
/// configuration.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// for address in wx.network().callback_addresses().await?.ip_list {
///     println!("the firewall must let {address} in");
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/getcallbackip", title = "获取企业微信回调IP段",
    doc = "https://developer.work.weixin.qq.com/document/path/90930",
    scope(work), reply = Addresses, call = network.callback_addresses)]
pub struct GetCallbackAddresses {}

/// Addresses of the platform.
#[endpoint(part, reply_to(GetCallbackAddresses, GetApiAddresses))]
pub struct Addresses {
    /// Single addresses, and ranges such as `101.226.103.0/25` or `101.226.62.*`.
    pub ip_list: Vec<String>,
}

/// Returns the addresses of the platform's API hosts.
#[endpoint(GET "/cgi-bin/get_api_domain_ip", title = "获取企业微信接口IP段",
    doc = "https://developer.work.weixin.qq.com/document/path/92520",
    scope(work), reply = Addresses, call = network.api_addresses)]
pub struct GetApiAddresses {}
