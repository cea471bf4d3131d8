//! Accounts of the open platform that hold accounts of one owner together (开放平台账号管理). `/cgi-bin/open/*`
//!
//! A user has one unionid at all accounts that are bound to the same open platform account.

use weixin_api::{endpoint, group};
use weixin_protocol::AppId;

group! {
    /// The open platform account that the account is bound to (开放平台账号).
    open_account: [CreateOpenAccount, BindOpenAccount, UnbindOpenAccount, GetOpenAccount, HasOpenAccount, HasOpenAccountOfSameEntity]
}

/// Makes an open platform account and binds the calling account to it.
///
/// 89000: the account is bound to one already.
#[endpoint(POST "/cgi-bin/open/create", title = "创建开放平台账号并绑定公众号/小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/createOpenAccount.html",
    scope(official, mini), reply = OpenAccount, call = open_account.create)]
pub struct CreateOpenAccount {
    /// The account; the caller itself if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
}

/// An open platform account.
#[endpoint(part, reply_to(CreateOpenAccount, GetOpenAccount))]
pub struct OpenAccount {
    /// Its appid.
    pub open_appid: Option<AppId>,
}

/// Binds the calling account to an open platform account that the same third-party platform has
/// made.
///
/// 89000: it is bound to another; 89001: the two have different owners; 89003: the open platform
/// account was not made by the third-party platform; 89004: it is full.
#[endpoint(POST "/cgi-bin/open/bind", title = "将公众号/小程序绑定到开放平台账号下",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/bindOpenAccount.html",
    scope(official, mini), retry = safe, call = open_account.bind)]
pub struct BindOpenAccount {
    /// The account; the caller itself if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// The open platform account.
    pub open_appid: AppId,
}

/// Takes the calling account out of an open platform account.
///
/// 89001: the two have different owners; 89003: the open platform account was not made by the
/// third-party platform.
#[endpoint(POST "/cgi-bin/open/unbind", title = "将公众号/小程序从开放平台账号下解绑",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/unbindOpenAccount.html",
    scope(official, mini), retry = safe, call = open_account.unbind)]
pub struct UnbindOpenAccount {
    /// The account; the caller itself if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// The open platform account.
    pub open_appid: AppId,
}

/// Tells which open platform account the calling account is bound to.
///
/// 89002: it is bound to none.
#[endpoint(POST "/cgi-bin/open/get", title = "获取公众号/小程序所绑定的开放平台账号",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/getOpenAccount.html",
    scope(official, mini), retry = safe, reply = OpenAccount, call = open_account.get)]
pub struct GetOpenAccount {
    /// The account; the caller itself if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
}

/// Tells whether the Mini Program is bound to an open platform account.
#[endpoint(POST "/cgi-bin/open/have", title = "查询绑定的开放平台账号",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getBindOpenAccount.html",
    scope(mini), retry = safe, reply = OpenAccountBound, call = open_account.is_bound)]
pub struct HasOpenAccount {}

/// Whether a Mini Program is bound to an open platform account.
#[endpoint(part, reply_to(HasOpenAccount))]
pub struct OpenAccountBound {
    /// Whether it is.
    pub have_open: bool,
}

/// Tells whether the Mini Program and the open platform account it is bound to have the same owner.
#[endpoint(GET "/cgi-bin/open/sameentity", title = "获取绑定的开放平台账号实体",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getBindOpenAccountEntity.html",
    scope(mini), reply = SameEntity, call = open_account.is_of_same_entity)]
pub struct HasOpenAccountOfSameEntity {}

/// Whether two accounts have the same owner.
#[endpoint(part, reply_to(HasOpenAccountOfSameEntity))]
pub struct SameEntity {
    /// Whether they have.
    pub same_entity: bool,
}
