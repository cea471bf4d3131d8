//! Mini Programs that belong to an Official Account (公众号关联小程序). `/cgi-bin/wxopen/wxamp*`, `/cgi-bin/account/fastregister`

use weixin_api::{endpoint, group, wire::query};
use weixin_protocol::{AppId, Secret};

group! {
    /// Mini Programs that belong to the Official Account (公众号关联小程序).
    linked_mini_programs: [LinkMiniProgram, UnlinkMiniProgram, GetLinkedMiniPrograms, RegisterByOfficialAccount]
}

/// Links a Mini Program to the Official Account; its administrator has to agree.
#[endpoint(POST "/cgi-bin/wxopen/wxamplink", title = "关联小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/officalaccount-management/link-miniprogram/linkMiniprogram.html",
    scope(official), retry = safe, call = linked_mini_programs.link)]
pub struct LinkMiniProgram {
    /// The Mini Program.
    pub appid: AppId,
    /// Whether followers are told.
    #[serde(with = "weixin_api::bool_as_int")]
    pub notify_users: bool,
    /// Whether the Official Account's profile shows it.
    #[serde(with = "weixin_api::bool_as_int")]
    pub show_profile: bool,
}

/// Ends the link with a Mini Program.
#[endpoint(POST "/cgi-bin/wxopen/wxampunlink", title = "解除已关联的小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/officalaccount-management/link-miniprogram/unlinkMiniprogram.html",
    scope(official), retry = safe, call = linked_mini_programs.unlink)]
pub struct UnlinkMiniProgram {
    /// The Mini Program.
    pub appid: AppId,
}

/// Gives the Mini Programs that are linked to the Official Account.
#[endpoint(POST "/cgi-bin/wxopen/wxamplinkget", title = "获取公众号关联的小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/officalaccount-management/link-miniprogram/getLinkMiniprogram.html",
    scope(official), retry = safe, reply = LinkedList, call = linked_mini_programs.list)]
pub struct GetLinkedMiniPrograms {}

/// The Mini Programs that are linked to an Official Account.
#[endpoint(part, reply_to(GetLinkedMiniPrograms))]
pub struct LinkedList {
    /// The list.
    pub wxopens: Option<LinkedItems>,
}

/// The list of linked Mini Programs.
#[endpoint(part)]
pub struct LinkedItems {
    /// The Mini Programs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<LinkedMiniProgram>,
}

/// A Mini Program that is linked to an Official Account.
#[endpoint(part)]
pub struct LinkedMiniProgram {
    /// Its appid.
    pub appid: Option<AppId>,
    /// Its own name (`gh_…`).
    pub username: Option<String>,
    /// Its name.
    pub nickname: Option<String>,
    /// The address of its picture.
    pub headimg_url: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Where the link comes from.
    pub source: Option<String>,
    /// 1 linked, 2 waiting for the Mini Program's administrator, 3 refused by them, 12 waiting for
    /// the Official Account's administrator.
    pub status: Option<i64>,
    /// Whether the profile shows it.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub selected: Option<bool>,
    /// Whether it is shown nearby.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub nearby_display_status: Option<bool>,
    /// Whether it is released.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub released: Option<bool>,
    /// What it does there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub func_infos: Vec<LinkedFunction>,
}

/// What a linked Mini Program does.
#[endpoint(part)]
pub struct LinkedFunction {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: Option<String>,
    /// Whether it is in use.
    pub status: Option<i64>,
}

/// Registers a Mini Program with the papers of the verified Official Account, whose administrator
/// has agreed on the page of [`fast_register_url`].
///
/// 61051 and 61052: the Official Account may not; 61053 and 61055: there are as many as there may
/// be; 61058: the ticket is not valid, also when another call with it is still under way.
#[endpoint(POST "/cgi-bin/account/fastregister", title = "复用公众号主体快速注册小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-registration-officalaccount/registerMiniprogramByOffiaccount.html",
    scope(official), reply = RegisteredByOfficial, call = linked_mini_programs.register)]
pub struct RegisterByOfficialAccount {
    /// What the administrator brought back from the page.
    #[serde(serialize_with = "weixin_api::expose")]
    pub ticket: Secret,
}

/// A Mini Program that was registered with an Official Account's papers.
#[endpoint(part, reply_to(RegisterByOfficialAccount))]
pub struct RegisteredByOfficial {
    /// Its appid.
    pub appid: AppId,
    /// What [`QueryAuthorization`](crate::authorization::QueryAuthorization) takes.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub authorization_code: Option<Secret>,
    /// Whether it is verified as the Official Account is.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub is_wx_verify_succ: Option<bool>,
    /// Whether it is linked to the Official Account.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub is_link_succ: Option<bool>,
}

/// The address of the page where the administrator of the Official Account `app` agrees to
/// [`RegisterByOfficialAccount`]. They come back to `redirect_uri` with `ticket` in its query.
///
/// With `copy_verification` the Mini Program is verified as the Official Account is.
pub fn fast_register_url(
    component: &AppId,
    app: &AppId,
    redirect_uri: &str,
    copy_verification: bool,
) -> String {
    format!(
        "https://mp.weixin.qq.com/cgi-bin/fastregisterauth?appid={}&component_appid={}\
         &copy_wx_verify={}&redirect_uri={}",
        query::encode(app.as_str()),
        query::encode(component.as_str()),
        u8::from(copy_verification),
        query::encode(redirect_uri),
    )
}
