//! Mini Programs inside others (半屏小程序). `/wxaapi/wxaembedded/*`

use weixin_api::{Call, Caller, On, Timestamp, codes, endpoint, endpoints};
use weixin_protocol::AppId;

endpoints![
    AddEmbedded,
    DeleteEmbedded,
    DeleteEmbeddedAuthorization,
    GetEmbedded,
    GetEmbeddedAuthorizations,
    SetEmbeddedPolicy
];

/// Asks to open another Mini Program inside this one; its administrator may have to agree.
/// `POST /wxaapi/wxaembedded/add_embedded`
#[endpoint(POST "/wxaapi/wxaembedded/add_embedded", title = "添加半屏小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/addEmbedded.html",
    scope(mini), retry = safe)]
pub struct AddEmbedded {
    /// The other one.
    pub appid: AppId,
    /// Why: up to 30 characters.
    pub apply_reason: Option<String>,
}

/// Opens another Mini Program inside this one no longer. `POST /wxaapi/wxaembedded/del_embedded`
#[endpoint(POST "/wxaapi/wxaembedded/del_embedded", title = "删除半屏小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/deleteEmbedded.html",
    scope(mini), retry = safe)]
pub struct DeleteEmbedded {
    /// The other one.
    pub appid: AppId,
}

/// Lets another Mini Program open this one inside itself no longer.
/// `POST /wxaapi/wxaembedded/del_authorize`
#[endpoint(POST "/wxaapi/wxaembedded/del_authorize", title = "取消授权小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/deleteAuthorizedEmbedded.html",
    scope(mini), retry = safe)]
pub struct DeleteEmbeddedAuthorization {
    /// The other one.
    pub appid: AppId,
}

/// Gives the Mini Programs that may be opened inside this one. `GET /wxaapi/wxaembedded/get_list`
#[endpoint(GET "/wxaapi/wxaembedded/get_list", title = "获取半屏小程序调用列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/getEmbeddedList.html",
    scope(mini), reply = EmbeddedList)]
pub struct GetEmbedded {
    /// How many to skip; none if left out.
    pub start: Option<u32>,
    /// How many to give: up to 1,000; 10 if left out.
    pub num: Option<u32>,
}

/// Gives the Mini Programs that may open this one inside themselves.
/// `GET /wxaapi/wxaembedded/get_own_list`
#[endpoint(GET "/wxaapi/wxaembedded/get_own_list", title = "获取半屏小程序授权列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/getOwnList.html",
    scope(mini), reply = EmbeddedList)]
pub struct GetEmbeddedAuthorizations {
    /// How many to skip; none if left out.
    pub start: Option<u32>,
    /// How many to give: up to 1,000; 10 if left out.
    pub num: Option<u32>,
}

/// Mini Programs that open one another.
#[endpoint(part)]
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

codes! {
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

codes! {
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
/// `POST /wxaapi/wxaembedded/set_authorize`
#[endpoint(POST "/wxaapi/wxaembedded/set_authorize", title = "设置授权方式",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/embedded-management/setAuthorizedEmbedded.html",
    scope(mini), retry = safe)]
pub struct SetEmbeddedPolicy {
    /// Which.
    pub flag: EmbeddedPolicy,
}

/// The group as a client has it: `wx.embedded()`.
#[derive(Debug)]
pub struct EmbeddedMiniPrograms<'c, C: ?Sized>(&'c C);

/// Gives a client `embedded()`.
pub trait EmbeddedMiniProgramsApi: Caller {
    /// Mini Programs inside this one, and this one inside others (半屏小程序).
    fn embedded(&self) -> EmbeddedMiniPrograms<'_, Self> {
        EmbeddedMiniPrograms(self)
    }
}

impl<C: Caller + ?Sized> EmbeddedMiniProgramsApi for C where AddEmbedded: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> EmbeddedMiniPrograms<'c, C> {
    /// Asks to open another Mini Program inside this one; see [`AddEmbedded`].
    pub fn add(&self, appid: impl Into<AppId>) -> Call<'c, C, AddEmbedded> {
        Call::new(self.0, AddEmbedded::new(appid))
    }

    /// Opens another Mini Program inside this one no longer; see [`DeleteEmbedded`].
    pub fn delete(&self, appid: impl Into<AppId>) -> Call<'c, C, DeleteEmbedded> {
        Call::new(self.0, DeleteEmbedded::new(appid))
    }

    /// Lets another Mini Program open this one inside itself no longer; see
    /// [`DeleteEmbeddedAuthorization`].
    pub fn deauthorize(&self, appid: impl Into<AppId>) -> Call<'c, C, DeleteEmbeddedAuthorization> {
        Call::new(self.0, DeleteEmbeddedAuthorization::new(appid))
    }

    /// Gives the Mini Programs that may be opened inside this one; see [`GetEmbedded`].
    pub fn list(&self) -> Call<'c, C, GetEmbedded> {
        Call::new(self.0, GetEmbedded::new())
    }

    /// Gives the Mini Programs that may open this one inside themselves; see
    /// [`GetEmbeddedAuthorizations`].
    pub fn authorized(&self) -> Call<'c, C, GetEmbeddedAuthorizations> {
        Call::new(self.0, GetEmbeddedAuthorizations::new())
    }

    /// Sets which Mini Programs may open this one inside themselves; see [`SetEmbeddedPolicy`].
    pub fn set_policy(&self, flag: impl Into<EmbeddedPolicy>) -> Call<'c, C, SetEmbeddedPolicy> {
        Call::new(self.0, SetEmbeddedPolicy::new(flag))
    }
}
