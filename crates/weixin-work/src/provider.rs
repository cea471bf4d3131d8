//! Service providers (服务商). `/cgi-bin/service/get_provider_token`,
//! `/cgi-bin/service/get_login_info`

use std::{future::ready, sync::Arc};

use weixin_api::{
    AccessToken, Account, AccountId, AccountKind, AgentId, BoxFuture, Credential, CredentialFlow,
    CredentialKey, Error, endpoint, group, int_enum, kind,
    wire::{self, ApiRequest, ApiResponse},
};
use weixin_protocol::{AppId, CorpId, Secret, UserId};

use crate::{
    ids::{DepartmentId, OpenUserId},
    suite::AdminRight,
};

group! {
    /// What a service provider does for itself (服务商).
    provider: [GetLoginInfo, GetProviderToken]
}

/// Obtains the access token of a service provider.
#[endpoint(POST "/cgi-bin/service/get_provider_token", title = "获取服务商凭证",
    doc = "https://developer.work.weixin.qq.com/document/path/91200",
    scope(provider), auth = none, retry = safe, reply = ProviderToken)]
pub struct GetProviderToken {
    /// Corporation of the provider.
    pub corpid: CorpId,
    /// The provider's secret, from its console (服务商后台).
    #[serde(serialize_with = "weixin_api::expose")]
    pub provider_secret: Secret,
}

/// The access token of a service provider.
#[endpoint(part, reply_to(GetProviderToken))]
pub struct ProviderToken {
    /// The token (服务商凭证).
    #[serde(serialize_with = "weixin_api::expose")]
    pub provider_access_token: Secret,
    /// How many seconds the token is valid.
    pub expires_in: u64,
}

/// Returns who has logged in to the provider's site by scanning WeCom's QR code.
///
/// The token of the provider travels as `access_token`, unlike in all else that a provider calls.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Provider};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Provider>) -> Result<(), Error> {
/// # let auth_code = "AUTH_CODE";
/// let login = wx.provider().login_info(auth_code).await?;
/// println!("{:?} of {}", login.user_info.userid, login.corp_info.corpid);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/service/get_login_info", title = "获取登录用户信息",
    doc = "https://developer.work.weixin.qq.com/document/path/91710",
    scope(provider), reply = LoginInfo, call = provider.login_info)]
pub struct GetLoginInfo {
    /// The code from the query of the page.
    #[serde(serialize_with = "weixin_api::expose")]
    pub auth_code: Secret,
}

/// A person who has logged in, and their rights.
#[endpoint(part, reply_to(GetLoginInfo))]
pub struct LoginInfo {
    /// The role of the person.
    pub usertype: Option<LoginKind>,
    /// Id, name and picture of the person.
    pub user_info: LoginUser,
    /// The person's corporation.
    pub corp_info: LoginCorp,
    /// The apps of the provider that they may administer.
    #[serde(default)]
    pub agent: Vec<LoginAgent>,
    /// The departments they may administer.
    pub auth_info: Option<LoginRights>,
}

int_enum! {
    /// The role of a person who has logged in.
    pub enum LoginKind {
        /// The creator of the corporation (创建者).
        Creator = 1,
        /// An administrator who is a member (内部系统管理员).
        Administrator = 2,
        /// An administrator from outside (外部系统管理员).
        ExternalAdministrator = 3,
        /// An administrator of some apps or departments only (分级管理员).
        SubAdministrator = 4,
        /// A member without such rights (成员).
        Member = 5,
    }
}

/// The departments that somebody may administer.
#[endpoint(part)]
pub struct LoginRights {
    /// The departments, with the kind of right.
    #[serde(default)]
    pub department: Vec<LoginDepartment>,
}

/// A department that somebody may administer.
#[endpoint(part)]
pub struct LoginDepartment {
    /// Id of the department.
    pub id: DepartmentId,
    /// Whether they may change it; if not, they may only read it.
    pub writable: Option<bool>,
}

/// A person who has logged in.
#[endpoint(part)]
pub struct LoginUser {
    /// The member's id, if the person is a member.
    pub userid: Option<UserId>,
    /// The member, as the provider's apps know them.
    pub open_userid: Option<OpenUserId>,
    /// The person's name, unless the provider must not see it.
    pub name: Option<String>,
    /// Address of the picture.
    pub avatar: Option<String>,
}

/// The corporation of a person who has logged in.
#[endpoint(part)]
pub struct LoginCorp {
    /// Id of the corporation.
    pub corpid: CorpId,
}

/// An app that somebody may administer.
#[endpoint(part)]
pub struct LoginAgent {
    /// The app in that corporation.
    pub agentid: AgentId,
    /// What they may do with it.
    pub auth_type: Option<AdminRight>,
}

/// A service provider (服务商): its corpid and secret.
#[derive(Debug, Clone)]
pub struct ServiceProvider {
    account: AccountId,
    secret: Secret,
}

impl ServiceProvider {
    /// The provider with this corpid and secret.
    pub fn new(corp_id: impl Into<AppId>, secret: impl Into<Secret>) -> Self {
        Self { account: AccountId::new(AccountKind::Provider, corp_id), secret: secret.into() }
    }
}

impl Account for ServiceProvider {
    type Kind = kind::Provider;

    fn id(&self) -> AccountId {
        self.account.clone()
    }

    fn secret(&self) -> Secret {
        self.secret.clone()
    }

    fn flow(&self) -> Option<Arc<dyn CredentialFlow>> {
        Some(Arc::new(self.clone()))
    }
}

impl CredentialFlow for ServiceProvider {
    fn key(&self) -> CredentialKey {
        CredentialKey::new(self.account.clone(), "provider_token", &self.secret)
    }

    fn fetch(&self) -> BoxFuture<'_, Result<ApiRequest, Error>> {
        let request = GetProviderToken::new(self.account.id(), self.secret.clone());
        Box::pin(ready(wire::write_call(&request, &self.account)))
    }

    fn force(&self) -> Option<Result<ApiRequest, Error>> {
        None
    }

    fn read(&self, answer: ApiResponse) -> Result<Credential, Error> {
        let token = wire::read_reply::<GetProviderToken>(answer)?;
        AccessToken::new(token.provider_access_token, token.expires_in).try_into()
    }
}
