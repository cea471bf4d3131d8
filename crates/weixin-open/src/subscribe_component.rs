//! The Official Account that a Mini Program offers to follow (扫码关注组件). `/wxa/*showwxaitem`,
//! `/wxa/getwxamplinkforshow`

use weixin_api::{Paged, endpoint, group};
use weixin_protocol::AppId;

group! {
    /// The Official Account that the Mini Program offers to follow (扫码关注组件).
    subscribe_component: [GetShownAccount, GetShowableAccounts, SetShownAccount]
}

/// Returns the Official Account that the Mini Program offers to follow.
#[endpoint(GET "/wxa/getshowwxaitem", title = "获取展示的公众号信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/subscribe-component/getShowItem.html",
    scope(mini), reply = ShownAccount, call = subscribe_component.get)]
pub struct GetShownAccount {}

/// The Official Account that a Mini Program offers to follow.
#[endpoint(part, reply_to(GetShownAccount))]
pub struct ShownAccount {
    /// Whether the Mini Program may offer one.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub can_open: Option<bool>,
    /// Whether it offers one.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub is_open: Option<bool>,
    /// The Official Account.
    pub appid: Option<AppId>,
    /// The name of the Official Account.
    pub nickname: Option<String>,
    /// The address of its picture.
    pub headimg: Option<String>,
}

/// Returns a page of the Official Accounts that the Mini Program may offer.
#[endpoint(GET "/wxa/getwxamplinkforshow", title = "获取可以用来设置的公众号列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/subscribe-component/getLinkForShow.html",
    scope(mini), reply = ShowableAccounts, call = subscribe_component.candidates)]
pub struct GetShowableAccounts {
    /// The page number, from 0.
    pub page: u32,
    /// The number of accounts on a page: up to 20.
    pub num: u32,
}

/// A page of the Official Accounts that a Mini Program may offer.
#[endpoint(part, reply_to(GetShowableAccounts))]
pub struct ShowableAccounts {
    /// The number of accounts.
    pub total_num: Option<u64>,
    /// The accounts on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub biz_info_list: Vec<ShowableAccount>,
}

/// An Official Account that a Mini Program may offer.
#[endpoint(part)]
pub struct ShowableAccount {
    /// The name of the Official Account.
    pub nickname: Option<String>,
    /// The appid of the Official Account.
    pub appid: AppId,
    /// The address of its picture.
    pub headimg: Option<String>,
}

impl Paged for GetShowableAccounts {
    type Item = ShowableAccount;
    fn split_page(self, page: ShowableAccounts) -> (Vec<ShowableAccount>, Option<Self>) {
        let seen = (u64::from(self.page) + 1) * u64::from(self.num);
        let more = !page.biz_info_list.is_empty() && page.total_num.is_some_and(|all| seen < all);
        let next = self.page.checked_add(1).filter(|_| more);
        (page.biz_info_list, next.map(|next| Self { page: next, ..self }))
    }
}

/// Sets the Official Account that the Mini Program offers to follow.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::subscribe_component::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// wx.subscribe_component().set(true).with(|shown| shown.appid("wxb1a2c3d4e5f60718")).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/updateshowwxaitem", title = "设置展示的公众号信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/subscribe-component/setShowItem.html",
    scope(mini), retry = safe, call = subscribe_component.set)]
pub struct SetShownAccount {
    /// Whether an Official Account is offered.
    #[serde(with = "weixin_api::bool_as_int")]
    pub wxa_subscribe_biz_flag: bool,
    /// The Official Account; needed if one is offered.
    pub appid: Option<AppId>,
}
