//! Mini Programs that are linked to an Official Account (公众号关联小程序). `/cgi-bin/wxopen/wxamp*`,
//! `/cgi-bin/account/fastregister`

use weixin_api::{endpoint, group, int_enum, wire::query};
use weixin_protocol::{AppId, Secret};

group! {
    /// Mini Programs that are linked to the Official Account (公众号关联小程序).
    linked_mini_programs: [
        LinkMiniProgram, UnlinkMiniProgram, GetLinkedMiniPrograms, RegisterByOfficialAccount,
    ]
}

/// Links a Mini Program to the Official Account. The administrator of the Mini Program must agree.
///
/// Fails with 89015 when it is linked already, with 89010 when its administrator was asked already,
/// with 89009 when it has too many links, with 89007, 89016 or 89017 when the Official Account has,
/// and with 89013 or 89245 when it must not be linked.
#[endpoint(POST "/cgi-bin/wxopen/wxamplink", title = "关联小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/officalaccount-management/link-miniprogram/linkMiniprogram.html",
    scope(official), retry = safe, call = linked_mini_programs.link)]
pub struct LinkMiniProgram {
    /// The Mini Program.
    pub appid: AppId,
    /// Whether followers are notified.
    #[serde(with = "weixin_api::bool_as_int")]
    pub notify_users: bool,
    /// Whether the Mini Program is shown on the profile of the Official Account.
    #[serde(with = "weixin_api::bool_as_int")]
    pub show_profile: bool,
}

/// Removes the link with a Mini Program.
///
/// Fails with 89018 when its administrator was asked already, and with 89011 or 89012 when it is
/// shown nearby or belongs to a store.
#[endpoint(POST "/cgi-bin/wxopen/wxampunlink", title = "解除已关联的小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/officalaccount-management/link-miniprogram/unlinkMiniprogram.html",
    scope(official), retry = safe, call = linked_mini_programs.unlink)]
pub struct UnlinkMiniProgram {
    /// The Mini Program.
    pub appid: AppId,
}

/// Returns the Mini Programs that are linked to the Official Account.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_open::linked_mini_program::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// if let Some(linked) = wx.linked_mini_programs().list().await?.wxopens {
///     for program in linked.items {
///         println!("{:?}: {:?}", program.nickname, program.status);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/wxopen/wxamplinkget", title = "获取公众号关联的小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/officalaccount-management/link-miniprogram/getLinkMiniprogram.html",
    scope(official), retry = safe, reply = LinkedList, call = linked_mini_programs.list)]
pub struct GetLinkedMiniPrograms {}

/// The Mini Programs that are linked to an Official Account.
#[endpoint(part, reply_to(GetLinkedMiniPrograms))]
pub struct LinkedList {
    /// The list of Mini Programs.
    pub wxopens: Option<LinkedItems>,
}

/// A list of linked Mini Programs.
#[endpoint(part)]
pub struct LinkedItems {
    /// The Mini Programs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<LinkedMiniProgram>,
}

/// A Mini Program that is linked to an Official Account.
#[endpoint(part)]
pub struct LinkedMiniProgram {
    /// The appid of the Mini Program.
    pub appid: Option<AppId>,
    /// The original id of the Mini Program (原始 ID, `gh_…`).
    pub username: Option<String>,
    /// The name of the Mini Program.
    pub nickname: Option<String>,
    /// The address of its picture.
    pub headimg_url: Option<String>,
    /// The e-mail address of the Mini Program.
    pub email: Option<String>,
    /// The origin of the link, in words of the platform.
    pub source: Option<String>,
    /// The state of the link.
    pub status: Option<LinkStatus>,
    /// Whether the Mini Program is shown on the profile of the Official Account.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub selected: Option<bool>,
    /// Whether it is shown among nearby Mini Programs (附近的小程序).
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub nearby_display_status: Option<bool>,
    /// Whether the Mini Program is released.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub released: Option<bool>,
    /// The functions of the Official Account that use it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub func_infos: Vec<LinkedFunction>,
}

int_enum! {
    /// The state of a link between a Mini Program and an Official Account (关联状态).
    pub enum LinkStatus {
        /// They are linked (已关联).
        Linked = 1,
        /// The administrator of the Mini Program must confirm (等待小程序管理员确认中).
        WaitingForMiniProgram = 2,
        /// The administrator of the Mini Program has rejected the link (小程序管理员拒绝关联).
        Rejected = 3,
        /// The administrator of the Official Account must confirm (等待公众号管理员确认中).
        WaitingForOfficial = 12,
    }
}

/// A function of an Official Account that uses a linked Mini Program.
#[endpoint(part)]
pub struct LinkedFunction {
    /// The number of the function at the platform.
    pub id: i64,
    /// The name of the function.
    pub name: Option<String>,
    /// Whether the function uses the Mini Program, as the platform numbers it.
    pub status: Option<i64>,
}

/// Registers a Mini Program with the qualification of the verified Official Account, whose
/// administrator has agreed on the page of [`fast_register_url`].
///
/// Fails with 61051 or 61052 when the Official Account is not permitted to do so, with 61053 or
/// 61055 when the highest number of Mini Programs is reached, and with 61058 when the ticket is
/// invalid, also while another call with it is under way.
#[endpoint(POST "/cgi-bin/account/fastregister", title = "复用公众号主体快速注册小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-registration-officalaccount/registerMiniprogramByOffiaccount.html",
    scope(official), reply = RegisteredByOfficial, call = linked_mini_programs.register)]
pub struct RegisterByOfficialAccount {
    /// The ticket from the query of the page's redirect.
    #[serde(serialize_with = "weixin_api::expose")]
    pub ticket: Secret,
}

/// A Mini Program that was registered with the qualification of an Official Account.
#[endpoint(part, reply_to(RegisterByOfficialAccount))]
pub struct RegisteredByOfficial {
    /// The appid of the Mini Program.
    pub appid: AppId,
    /// The code that [`QueryAuthorization`](crate::authorization::QueryAuthorization) takes.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub authorization_code: Option<Secret>,
    /// Whether it has taken over the verification of the Official Account.
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

/// Returns the address of the page where the administrator of the Official Account `app` agrees to
/// [`RegisterByOfficialAccount`]. The administrator is redirected to `redirect_uri` with `ticket` in
/// its query.
///
/// With `copy_verification` the Mini Program takes over the verification of the Official Account.
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
