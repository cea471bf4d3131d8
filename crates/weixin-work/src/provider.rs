//! Service providers (服务商). `/cgi-bin/service/get_provider_token`,
//! `/cgi-bin/service/get_login_info`

use std::{future::ready, sync::Arc};

use weixin_api::{
    AccessToken, Account, AccountId, AccountKind, AgentId, BoxFuture, Credential, CredentialFlow,
    CredentialKey, Error, endpoint, group, kind,
    wire::{self, ApiRequest, ApiResponse},
};
use weixin_protocol::{AppId, Secret, UserId};

group! {
    /// What a service provider does for itself (服务商).
    provider: [GetLoginInfo, GetProviderToken]
}

/// Obtains the token of a service provider.
#[endpoint(POST "/cgi-bin/service/get_provider_token", title = "获取服务商凭证",
    doc = "https://developer.work.weixin.qq.com/document/path/91200",
    scope(provider), auth = none, retry = safe, reply = ProviderToken)]
pub struct GetProviderToken {
    /// The provider's corpid.
    pub corpid: AppId,
    /// The provider's secret.
    #[serde(serialize_with = "weixin_api::expose")]
    pub provider_secret: Secret,
}

/// The token of a service provider.
#[endpoint(part, reply_to(GetProviderToken))]
pub struct ProviderToken {
    /// The token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub provider_access_token: Secret,
    /// Seconds from now.
    pub expires_in: u64,
}

/// Tells who has logged in at the provider's page with WeCom's QR code.
///
/// The token of the provider travels as `access_token`, unlike in all else that a provider calls.
#[endpoint(POST "/cgi-bin/service/get_login_info", title = "获取登录用户信息",
    doc = "https://developer.work.weixin.qq.com/document/path/91710",
    scope(provider), reply = LoginInfo, call = provider.login_info)]
pub struct GetLoginInfo {
    /// The code the page was given.
    #[serde(serialize_with = "weixin_api::expose")]
    pub auth_code: Secret,
}

/// Who has logged in.
#[endpoint(part, reply_to(GetLoginInfo))]
pub struct LoginInfo {
    /// 1: the maker of the corporation, 2 and 3: an administrator in WeCom or outside, 4: of an
    /// app, 5: a member.
    pub usertype: Option<u8>,
    /// The person.
    pub user_info: LoginUser,
    /// The corporation.
    pub corp_info: LoginCorp,
    /// The apps they may administer.
    #[serde(default)]
    pub agent: Vec<LoginAgent>,
    /// What of the address book they may change.
    pub auth_info: Option<LoginRights>,
}

/// What of the address book somebody may change.
#[endpoint(part)]
pub struct LoginRights {
    /// The departments.
    #[serde(default)]
    pub department: Vec<LoginDepartment>,
}

/// A department that somebody may administer.
#[endpoint(part)]
pub struct LoginDepartment {
    /// The department.
    pub id: u64,
    /// Whether they may change it.
    pub writable: Option<bool>,
}

/// A person who has logged in.
#[endpoint(part)]
pub struct LoginUser {
    /// The member.
    pub userid: Option<UserId>,
    /// The member, as the provider knows them.
    pub open_userid: Option<UserId>,
    /// The name.
    pub name: Option<String>,
    /// The address of their picture.
    pub avatar: Option<String>,
}

/// The corporation of a person who has logged in.
#[endpoint(part)]
pub struct LoginCorp {
    /// The corpid.
    pub corpid: AppId,
}

/// An app that somebody may administer.
#[endpoint(part)]
pub struct LoginAgent {
    /// The app.
    pub agentid: AgentId,
    /// 0: they may send messages, 1: they may administer it.
    pub auth_type: Option<u8>,
}

/// A service provider: its corpid and secret.
#[derive(Debug, Clone)]
pub struct Provider {
    account: AccountId,
    secret: Secret,
}

impl Provider {
    /// The provider with this corpid and secret.
    pub fn new(corp_id: impl Into<AppId>, secret: impl Into<Secret>) -> Self {
        Self { account: AccountId::new(AccountKind::Provider, corp_id), secret: secret.into() }
    }
}

impl Account for Provider {
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

impl CredentialFlow for Provider {
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
