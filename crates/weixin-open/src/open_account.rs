//! Accounts of the open platform that hold accounts of one owner together (开放平台账号管理). `/cgi-bin/open/*`
//!
//! A user has one unionid at all accounts that are bound to the same open platform account.

use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::AppId;

endpoints![
    CreateOpenAccount,
    BindOpenAccount,
    UnbindOpenAccount,
    GetOpenAccount,
    HasOpenAccount,
    HasOpenAccountOfSameEntity
];

/// Makes an open platform account and binds the calling account to it. `POST /cgi-bin/open/create`
///
/// 89000: the account is bound to one already.
#[endpoint(POST "/cgi-bin/open/create", title = "创建开放平台账号并绑定公众号/小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/createOpenAccount.html",
    scope(official, mini), reply = OpenAccount)]
pub struct CreateOpenAccount {
    /// The account; the caller itself if left out.
    #[fill(id)]
    pub appid: Option<AppId>,
}

/// An open platform account.
#[endpoint(part)]
pub struct OpenAccount {
    /// Its appid.
    pub open_appid: Option<AppId>,
}

/// Binds the calling account to an open platform account that the same third-party platform has
/// made. `POST /cgi-bin/open/bind`
///
/// 89000: it is bound to another; 89001: the two have different owners; 89003: the open platform
/// account was not made by the third-party platform; 89004: it is full.
#[endpoint(POST "/cgi-bin/open/bind", title = "将公众号/小程序绑定到开放平台账号下",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/bindOpenAccount.html",
    scope(official, mini), retry = safe)]
pub struct BindOpenAccount {
    /// The account; the caller itself if left out.
    #[fill(id)]
    pub appid: Option<AppId>,
    /// The open platform account.
    pub open_appid: AppId,
}

/// Takes the calling account out of an open platform account. `POST /cgi-bin/open/unbind`
///
/// 89001: the two have different owners; 89003: the open platform account was not made by the
/// third-party platform.
#[endpoint(POST "/cgi-bin/open/unbind", title = "将公众号/小程序从开放平台账号下解绑",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/unbindOpenAccount.html",
    scope(official, mini), retry = safe)]
pub struct UnbindOpenAccount {
    /// The account; the caller itself if left out.
    #[fill(id)]
    pub appid: Option<AppId>,
    /// The open platform account.
    pub open_appid: AppId,
}

/// Tells which open platform account the calling account is bound to. `POST /cgi-bin/open/get`
///
/// 89002: it is bound to none.
#[endpoint(POST "/cgi-bin/open/get", title = "获取公众号/小程序所绑定的开放平台账号",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/getOpenAccount.html",
    scope(official, mini), retry = safe, reply = OpenAccount)]
pub struct GetOpenAccount {
    /// The account; the caller itself if left out.
    #[fill(id)]
    pub appid: Option<AppId>,
}

/// Tells whether the Mini Program is bound to an open platform account. `POST /cgi-bin/open/have`
#[endpoint(POST "/cgi-bin/open/have", title = "查询绑定的开放平台账号",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getBindOpenAccount.html",
    scope(mini), retry = safe, reply = OpenAccountBound)]
pub struct HasOpenAccount {}

/// Whether a Mini Program is bound to an open platform account.
#[endpoint(part)]
pub struct OpenAccountBound {
    /// Whether it is.
    pub have_open: bool,
}

/// Tells whether the Mini Program and the open platform account it is bound to have the same owner.
/// `GET /cgi-bin/open/sameentity`
#[endpoint(GET "/cgi-bin/open/sameentity", title = "获取绑定的开放平台账号实体",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getBindOpenAccountEntity.html",
    scope(mini), reply = SameEntity)]
pub struct HasOpenAccountOfSameEntity {}

/// Whether two accounts have the same owner.
#[endpoint(part)]
pub struct SameEntity {
    /// Whether they have.
    pub same_entity: bool,
}

/// The group as a client has it: `wx.open_account()`.
#[derive(Debug)]
pub struct OpenAccounts<'c, C: ?Sized>(&'c C);

/// Gives a client `open_account()`.
pub trait OpenAccountsApi: Caller {
    /// The open platform account that the account is bound to (开放平台账号).
    fn open_account(&self) -> OpenAccounts<'_, Self> {
        OpenAccounts(self)
    }
}

impl<C: Caller + ?Sized> OpenAccountsApi for C where CreateOpenAccount: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> OpenAccounts<'c, C> {
    /// Makes an open platform account and binds the calling account to it; see
    /// [`CreateOpenAccount`].
    pub fn create(&self) -> Call<'c, C, CreateOpenAccount> {
        Call::new(self.0, CreateOpenAccount::new())
    }

    /// Binds the calling account to an open platform account that the same third-party platform has
    /// made; see [`BindOpenAccount`].
    pub fn bind(&self, open_appid: impl Into<AppId>) -> Call<'c, C, BindOpenAccount> {
        Call::new(self.0, BindOpenAccount::new(open_appid))
    }

    /// Takes the calling account out of an open platform account; see [`UnbindOpenAccount`].
    pub fn unbind(&self, open_appid: impl Into<AppId>) -> Call<'c, C, UnbindOpenAccount> {
        Call::new(self.0, UnbindOpenAccount::new(open_appid))
    }

    /// Tells which open platform account the calling account is bound to; see [`GetOpenAccount`].
    pub fn get(&self) -> Call<'c, C, GetOpenAccount> {
        Call::new(self.0, GetOpenAccount::new())
    }

    /// Tells whether the Mini Program is bound to an open platform account; see [`HasOpenAccount`].
    pub fn is_bound(&self) -> Call<'c, C, HasOpenAccount>
    where
        HasOpenAccount: On<C::Kind>,
    {
        Call::new(self.0, HasOpenAccount::new())
    }

    /// Tells whether the Mini Program and the open platform account it is bound to have the same
    /// owner; see [`HasOpenAccountOfSameEntity`].
    pub fn is_of_same_entity(&self) -> Call<'c, C, HasOpenAccountOfSameEntity>
    where
        HasOpenAccountOfSameEntity: On<C::Kind>,
    {
        Call::new(self.0, HasOpenAccountOfSameEntity::new())
    }
}
