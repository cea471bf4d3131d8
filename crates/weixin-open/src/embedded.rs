//! Mini Programs that open inside others (半屏小程序). `/wxaapi/wxaembedded/*`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::AppId;

group! {
    /// Mini Programs that open inside this one, and this one inside others (半屏小程序).
    embedded: [
        AddEmbedded, DeleteEmbedded, DeleteEmbeddedAuthorization, GetEmbedded,
        GetEmbeddedAuthorizations, SetEmbeddedPolicy,
    ]
}

/// Requests to open another Mini Program inside this one. Its administrator may have to agree.
///
/// Fails with 89412 when the reason is too long, with 89413, 89414 or 89429 when there were too
/// many requests today, with 89420 for Mini Programs of persons, with 89423 when this one has
/// requested as many as it may, with 89424 when the other one has agreed to as many as it may, with
/// 89427 when both are the same, with 89428 when it was requested before, with 89430 when the other
/// one rejects all requests, and with 89431 or 89432 when it cannot be embedded.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::embedded::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// wx.embedded()
///     .add("wxc2b3d4e5f6071829")
///     .with(|request| request.apply_reason("在店内点单时支付停车费"))
///     .await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxaapi/wxaembedded/add_embedded", title = "添加半屏小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/addEmbedded.html",
    scope(mini), retry = safe, call = embedded.add)]
pub struct AddEmbedded {
    /// The appid of the other Mini Program.
    pub appid: AppId,
    /// The reason of the request: up to 30 characters.
    pub apply_reason: Option<String>,
}

/// Removes a Mini Program from those that are opened inside this one.
///
/// Fails with 89421 when there is no such request, with 89422 when its state does not permit that,
/// and with 89431 or 89432 when it is no Mini Program that can be embedded.
#[endpoint(POST "/wxaapi/wxaembedded/del_embedded", title = "删除半屏小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/deleteEmbedded.html",
    scope(mini), retry = safe, call = embedded.delete)]
pub struct DeleteEmbedded {
    /// The appid of the other Mini Program.
    pub appid: AppId,
}

/// Withdraws the permission of another Mini Program to open this one inside itself.
#[endpoint(POST "/wxaapi/wxaembedded/del_authorize", title = "取消授权小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/deleteAuthorizedEmbedded.html",
    scope(mini), retry = safe, call = embedded.deauthorize)]
pub struct DeleteEmbeddedAuthorization {
    /// The appid of the other Mini Program.
    pub appid: AppId,
}

/// Returns the Mini Programs that may be opened inside this one.
#[endpoint(GET "/wxaapi/wxaembedded/get_list", title = "获取半屏小程序调用列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/getEmbeddedList.html",
    scope(mini), reply = EmbeddedList, call = embedded.list)]
pub struct GetEmbedded {
    /// The first entry, from 0.
    pub start: Option<u32>,
    /// The number of entries: up to 1,000; 10 if left out.
    pub num: Option<u32>,
}

/// Returns the Mini Programs that may open this one inside themselves.
#[endpoint(GET "/wxaapi/wxaembedded/get_own_list", title = "获取半屏小程序授权列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/getOwnList.html",
    scope(mini), reply = EmbeddedList, call = embedded.authorized)]
pub struct GetEmbeddedAuthorizations {
    /// The first entry, from 0.
    pub start: Option<u32>,
    /// The number of entries: up to 1,000; 10 if left out.
    pub num: Option<u32>,
}

/// A page of Mini Programs that open one another.
#[endpoint(part, reply_to(GetEmbedded, GetEmbeddedAuthorizations))]
pub struct EmbeddedList {
    /// The Mini Programs on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wxa_embedded_list: Vec<Embedded>,
    /// Which Mini Programs may open this one.
    pub embedded_flag: Option<EmbeddedPolicy>,
}

/// A Mini Program that is opened inside another, or opens it.
#[endpoint(part)]
pub struct Embedded {
    /// The appid of the other Mini Program.
    pub appid: AppId,
    /// When it was requested.
    pub create_time: Option<Timestamp>,
    /// The address of its picture.
    pub headimg: Option<String>,
    /// The name of the Mini Program.
    pub nickname: Option<String>,
    /// The owner of the Mini Program.
    pub name: Option<String>,
    /// The reason of the request.
    pub reason: Option<String>,
    /// The state of the request.
    pub status: Option<EmbeddedStatus>,
}

int_enum! {
    /// Which Mini Programs may open this one inside themselves (授权方式).
    pub enum EmbeddedPolicy {
        /// Those that the administrator approves (需要管理员验证).
        Ask = 0,
        /// All Mini Programs (自动通过).
        Allow = 1,
        /// No Mini Program (自动拒绝).
        Reject = 2,
    }
}

int_enum! {
    /// The state of a request to open a Mini Program inside another.
    pub enum EmbeddedStatus {
        /// It waits for approval (待验证).
        Waiting = 1,
        /// It was approved (已通过).
        Allowed = 2,
        /// It was rejected (已拒绝).
        Rejected = 3,
        /// It was not answered in time (已超时).
        TimedOut = 4,
        /// It was withdrawn (已撤销).
        Withdrawn = 5,
        /// Its permission was withdrawn (已取消授权).
        Deauthorized = 6,
    }
}

/// Sets which Mini Programs may open this one inside themselves.
#[endpoint(POST "/wxaapi/wxaembedded/set_authorize", title = "设置授权方式",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/setAuthorizedEmbedded.html",
    scope(mini), retry = safe, call = embedded.set_policy)]
pub struct SetEmbeddedPolicy {
    /// The new policy.
    pub flag: EmbeddedPolicy,
}
