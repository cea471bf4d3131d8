//! Open Platform accounts, which hold accounts of one owner together (开放平台账号管理). `/cgi-bin/open/*`
//!
//! A user has one unionid at all accounts that are bound to the same Open Platform account.

use weixin_api::{endpoint, group};
use weixin_protocol::AppId;

group! {
    /// The Open Platform account that the account is bound to (开放平台账号).
    open_account: [
        CreateOpenAccount, BindOpenAccount, UnbindOpenAccount, GetOpenAccount, HasOpenAccount,
        HasOpenAccountOfSameEntity,
    ]
}

/// Creates an Open Platform account and binds the calling account to it.
///
/// Fails with 89000 when the account is bound to one already.
#[endpoint(POST "/cgi-bin/open/create", title = "创建开放平台账号并绑定公众号/小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/createOpenAccount.html",
    scope(official, mini), reply = OpenAccount, call = open_account.create)]
pub struct CreateOpenAccount {
    /// The account; the caller itself if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
}

/// An Open Platform account.
#[endpoint(part, reply_to(CreateOpenAccount, GetOpenAccount))]
pub struct OpenAccount {
    /// The appid of the Open Platform account.
    pub open_appid: Option<AppId>,
}

/// Binds the calling account to an Open Platform account that the same third-party platform has
/// created.
///
/// Fails with 89000 when it is bound to another one, with 89001 when the two have different owners,
/// with 89003 when the Open Platform account was not created by the third-party platform, and with
/// 89004 when it is full.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::open_account::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let open = "wxd3c4e5f607182930";
/// wx.open_account().bind(open).await?;
/// let bound = wx.open_account().get().await?.open_appid;
/// println!("bound to {bound:?}");
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/open/bind", title = "将公众号/小程序绑定到开放平台账号下",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/bindOpenAccount.html",
    scope(official, mini), retry = safe, call = open_account.bind)]
pub struct BindOpenAccount {
    /// The account; the caller itself if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// The Open Platform account.
    pub open_appid: AppId,
}

/// Unbinds the calling account from an Open Platform account.
///
/// Fails with 89001 when the two have different owners, and with 89003 when the Open Platform
/// account was not created by the third-party platform.
#[endpoint(POST "/cgi-bin/open/unbind", title = "将公众号/小程序从开放平台账号下解绑",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/unbindOpenAccount.html",
    scope(official, mini), retry = safe, call = open_account.unbind)]
pub struct UnbindOpenAccount {
    /// The account; the caller itself if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
    /// The Open Platform account.
    pub open_appid: AppId,
}

/// Returns the Open Platform account that the calling account is bound to.
///
/// Fails with 89002 when it is bound to none.
#[endpoint(POST "/cgi-bin/open/get", title = "获取公众号/小程序所绑定的开放平台账号",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/getOpenAccount.html",
    scope(official, mini), retry = safe, reply = OpenAccount, call = open_account.get)]
pub struct GetOpenAccount {
    /// The account; the caller itself if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
}

/// Returns whether the Mini Program is bound to an Open Platform account.
#[endpoint(POST "/cgi-bin/open/have", title = "查询绑定的开放平台账号",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getBindOpenAccount.html",
    scope(mini), retry = safe, reply = OpenAccountBound, call = open_account.is_bound)]
pub struct HasOpenAccount {}

/// Whether a Mini Program is bound to an Open Platform account.
#[endpoint(part, reply_to(HasOpenAccount))]
pub struct OpenAccountBound {
    /// `true` if it is bound to one.
    pub have_open: bool,
}

/// Returns whether the Mini Program and its Open Platform account have the same owner.
#[endpoint(GET "/cgi-bin/open/sameentity", title = "获取绑定的开放平台账号实体",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getBindOpenAccountEntity.html",
    scope(mini), reply = SameEntity, call = open_account.is_of_same_entity)]
pub struct HasOpenAccountOfSameEntity {}

/// Whether two accounts have the same owner.
#[endpoint(part, reply_to(HasOpenAccountOfSameEntity))]
pub struct SameEntity {
    /// `true` if they have.
    pub same_entity: bool,
}
