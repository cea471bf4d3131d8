//! Mini Programs inside others (半屏小程序). `/wxaapi/wxaembedded/*`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::AppId;

group! {
    /// Mini Programs inside this one, and this one inside others (半屏小程序).
    embedded: [AddEmbedded, DeleteEmbedded, DeleteEmbeddedAuthorization, GetEmbedded, GetEmbeddedAuthorizations, SetEmbeddedPolicy]
}

/// Asks to open another Mini Program inside this one; its administrator may have to agree.
#[endpoint(POST "/wxaapi/wxaembedded/add_embedded", title = "添加半屏小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/addEmbedded.html",
    scope(mini), retry = safe, call = embedded.add)]
pub struct AddEmbedded {
    /// The other one.
    pub appid: AppId,
    /// Why: up to 30 characters.
    pub apply_reason: Option<String>,
}

/// Opens another Mini Program inside this one no longer.
#[endpoint(POST "/wxaapi/wxaembedded/del_embedded", title = "删除半屏小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/deleteEmbedded.html",
    scope(mini), retry = safe, call = embedded.delete)]
pub struct DeleteEmbedded {
    /// The other one.
    pub appid: AppId,
}

/// Lets another Mini Program open this one inside itself no longer.
#[endpoint(POST "/wxaapi/wxaembedded/del_authorize", title = "取消授权小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/deleteAuthorizedEmbedded.html",
    scope(mini), retry = safe, call = embedded.deauthorize)]
pub struct DeleteEmbeddedAuthorization {
    /// The other one.
    pub appid: AppId,
}

/// Gives the Mini Programs that may be opened inside this one.
#[endpoint(GET "/wxaapi/wxaembedded/get_list", title = "获取半屏小程序调用列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/getEmbeddedList.html",
    scope(mini), reply = EmbeddedList, call = embedded.list)]
pub struct GetEmbedded {
    /// How many to skip; none if left out.
    pub start: Option<u32>,
    /// How many to give: up to 1,000; 10 if left out.
    pub num: Option<u32>,
}

/// Gives the Mini Programs that may open this one inside themselves.
#[endpoint(GET "/wxaapi/wxaembedded/get_own_list", title = "获取半屏小程序授权列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/getOwnList.html",
    scope(mini), reply = EmbeddedList, call = embedded.authorized)]
pub struct GetEmbeddedAuthorizations {
    /// How many to skip; none if left out.
    pub start: Option<u32>,
    /// How many to give: up to 1,000; 10 if left out.
    pub num: Option<u32>,
}

/// Mini Programs that open one another.
#[endpoint(part, reply_to(GetEmbedded, GetEmbeddedAuthorizations))]
pub struct EmbeddedList {
    /// The Mini Programs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wxa_embedded_list: Vec<Embedded>,
    /// Which Mini Programs may open this one.
    pub embedded_flag: Option<EmbeddedPolicy>,
}

/// A Mini Program that is opened inside another, or opens it.
#[endpoint(part)]
pub struct Embedded {
    /// Its appid.
    pub appid: AppId,
    /// Since when.
    pub create_time: Option<Timestamp>,
    /// The address of its picture.
    pub headimg: Option<String>,
    /// Its name.
    pub nickname: Option<String>,
    /// Who owns it.
    pub name: Option<String>,
    /// Why it was asked for.
    pub reason: Option<String>,
    /// Whether it was allowed.
    pub status: Option<EmbeddedStatus>,
}

int_enum! {
    /// Which Mini Programs may open this one inside themselves.
    pub enum EmbeddedPolicy {
        /// Those that the administrator agrees to.
        Ask = 0,
        /// All.
        Allow = 1,
        /// None.
        Refuse = 2,
    }
}

int_enum! {
    /// Whether a Mini Program may be opened inside another.
    pub enum EmbeddedStatus {
        /// It was asked for.
        Waiting = 1,
        /// It may.
        Allowed = 2,
        /// It may not.
        Refused = 3,
        /// Nobody answered in time.
        TimedOut = 4,
        /// It was asked for no longer.
        Withdrawn = 5,
        /// It may no longer.
        Deauthorized = 6,
    }
}

/// Sets which Mini Programs may open this one inside themselves.
#[endpoint(POST "/wxaapi/wxaembedded/set_authorize", title = "设置授权方式",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/setAuthorizedEmbedded.html",
    scope(mini), retry = safe, call = embedded.set_policy)]
pub struct SetEmbeddedPolicy {
    /// Which.
    pub flag: EmbeddedPolicy,
}
