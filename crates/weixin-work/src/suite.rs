//! Apps that many corporations install (第三方应用). `/cgi-bin/service/*`
//!
//! The platform pushes a ticket every ten minutes; with it a [`Suite`] obtains its token, and with
//! that the token of each corporation ([`SuiteCorp`]) that has installed it.

use std::{future::ready, sync::Arc};

use weixin_api::{
    AccessToken, Account, AccountId, AgentId, BoxFuture, Call, Caller, Credential, CredentialFlow,
    CredentialKey, Endpoint, EndpointInfo, Error, On, Portable, Role, TicketSource, endpoint, kind,
    wire::{self, Answer, Outgoing},
};
use weixin_protocol::{AppId, Product, Secret, UserId};

use crate::portable::AppMessageRoad;

/// The endpoints of this group.
pub const ENDPOINTS: &[&EndpointInfo] =
    &[GetSuiteToken::INFO, GetPreAuthCode::INFO, GetPermanentCode::INFO, GetCorpToken::INFO];

/// Obtains the token of a suite. `POST /cgi-bin/service/get_suite_token`
#[endpoint(POST "/cgi-bin/service/get_suite_token", title = "获取第三方应用凭证",
    doc = "https://developer.work.weixin.qq.com/document/path/90600",
    scope(suite), auth = none, retry = safe, reply = SuiteToken)]
pub struct GetSuiteToken {
    /// The suite.
    pub suite_id: AppId,
    /// Its secret.
    #[serde(serialize_with = "weixin_api::expose")]
    pub suite_secret: Secret,
    /// The ticket that was pushed last; it lives 30 minutes.
    #[serde(serialize_with = "weixin_api::expose")]
    pub suite_ticket: Secret,
}

/// The token of a suite.
#[endpoint(part)]
pub struct SuiteToken {
    /// The token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub suite_access_token: Secret,
    /// Seconds from now.
    pub expires_in: u64,
}

/// Obtains the code with which an administrator is sent to the page where they install the suite.
/// `GET /cgi-bin/service/get_pre_auth_code`
#[endpoint(GET "/cgi-bin/service/get_pre_auth_code", title = "获取预授权码",
    doc = "https://developer.work.weixin.qq.com/document/path/90601",
    scope(suite), auth = suite_token, reply = PreAuthCode)]
pub struct GetPreAuthCode;

/// A code that begins an installation.
#[endpoint(part)]
pub struct PreAuthCode {
    /// The code.
    pub pre_auth_code: String,
    /// Seconds from now: 1,200.
    pub expires_in: u64,
}

/// Exchanges the code of an installation for the code that lasts.
/// `POST /cgi-bin/service/get_permanent_code`
///
/// The code works once, so this call is never repeated once it may have arrived.
#[endpoint(POST "/cgi-bin/service/get_permanent_code", title = "获取企业永久授权码",
    doc = "https://developer.work.weixin.qq.com/document/path/90603",
    scope(suite), auth = suite_token, reply = Installed)]
pub struct GetPermanentCode {
    /// The code, from the page or the push.
    #[serde(serialize_with = "weixin_api::expose")]
    pub auth_code: Secret,
}

/// A corporation that has installed the suite.
#[endpoint(part)]
pub struct Installed {
    /// The code that lasts until the corporation removes the suite. It cannot be obtained again:
    /// keep it.
    #[serde(serialize_with = "weixin_api::expose")]
    pub permanent_code: Secret,
    /// The corporation's first token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub access_token: Secret,
    /// How many seconds it lives.
    pub expires_in: u64,
    /// The corporation.
    pub auth_corp_info: Option<CorpInfo>,
    /// What was installed.
    pub auth_info: Option<AuthInfo>,
    /// Who installed it.
    pub auth_user_info: Option<AuthUser>,
}

/// A corporation.
#[endpoint(part)]
pub struct CorpInfo {
    /// The corpid, as the suite knows it.
    pub corpid: AppId,
    /// The name.
    pub corp_name: Option<String>,
    /// The name in full.
    pub corp_full_name: Option<String>,
    /// `verified` or `unverified`.
    pub corp_type: Option<String>,
}

/// What a corporation has installed.
#[endpoint(part)]
pub struct AuthInfo {
    /// The apps.
    #[serde(default)]
    pub agent: Vec<InstalledAgent>,
}

/// An app of the suite in a corporation.
#[endpoint(part)]
pub struct InstalledAgent {
    /// Its number there.
    pub agentid: AgentId,
    /// Its name.
    pub name: Option<String>,
}

/// Who installed a suite.
#[endpoint(part)]
pub struct AuthUser {
    /// The member.
    pub userid: Option<UserId>,
    /// The member, as the suite knows them.
    pub open_userid: Option<UserId>,
    /// The name.
    pub name: Option<String>,
}

/// Obtains the token of a corporation that has installed the suite.
/// `POST /cgi-bin/service/get_corp_token`
#[endpoint(POST "/cgi-bin/service/get_corp_token", title = "获取企业凭证",
    doc = "https://developer.work.weixin.qq.com/document/path/90605",
    scope(suite), auth = suite_token, retry = safe, reply = AccessToken)]
pub struct GetCorpToken {
    /// The corporation.
    pub auth_corpid: AppId,
    /// The code of its installation.
    #[serde(serialize_with = "weixin_api::expose")]
    pub permanent_code: Secret,
}

/// A suite: its id (`ww…`, `tj…`), its secret, and where the ticket is that the platform pushes.
#[derive(Debug, Clone)]
pub struct Suite {
    account: AccountId,
    secret: Secret,
    tickets: Arc<dyn TicketSource>,
}

impl Suite {
    /// The suite with this id and secret.
    pub fn new(
        suite_id: impl Into<AppId>,
        secret: impl Into<Secret>,
        tickets: Arc<dyn TicketSource>,
    ) -> Self {
        let account = AccountId::new(Role::Suite, suite_id);
        Self { account, secret: secret.into(), tickets }
    }
}

impl Account for Suite {
    type Kind = kind::Suite;

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

/// The suite's token, for the ticket that was pushed last.
impl CredentialFlow for Suite {
    fn key(&self) -> CredentialKey {
        CredentialKey::new(self.account.clone(), "suite_token", &self.secret)
    }

    fn fetch(&self) -> BoxFuture<'_, Result<Outgoing, Error>> {
        Box::pin(async {
            let ticket = self.tickets.latest().await?;
            let request = GetSuiteToken::new(self.account.id(), self.secret.clone(), ticket);
            wire::write_call(&request, &self.account)
        })
    }

    fn force(&self) -> Option<Result<Outgoing, Error>> {
        None
    }

    fn read(&self, answer: Answer) -> Result<Credential, Error> {
        let token = wire::read_reply::<GetSuiteToken>(answer)?;
        AccessToken::new(token.suite_access_token, token.expires_in).try_into()
    }
}

/// A suite's app in one corporation. It calls what an app of the corporation's own calls, with a
/// token that is obtained with the suite's: the client must be given the suite's
/// `credentials()` as its `upstream`.
#[derive(Debug, Clone)]
pub struct SuiteCorp {
    account: AccountId,
    permanent_code: Secret,
}

impl SuiteCorp {
    /// The app `agent` of the corporation `corp_id`, with the code of its installation.
    pub fn new(
        corp_id: impl Into<AppId>,
        agent: impl Into<AgentId>,
        permanent_code: impl Into<Secret>,
    ) -> Self {
        let account = AccountId::new(Product::Work, corp_id).with_agent(agent.into());
        Self { account, permanent_code: permanent_code.into() }
    }
}

impl Account for SuiteCorp {
    type Kind = kind::Work;

    fn id(&self) -> AccountId {
        self.account.clone()
    }

    fn secret(&self) -> Secret {
        self.permanent_code.clone()
    }

    fn flow(&self) -> Option<Arc<dyn CredentialFlow>> {
        Some(Arc::new(self.clone()))
    }

    fn portable(&self) -> Arc<dyn Portable> {
        Arc::new(AppMessageRoad)
    }
}

impl CredentialFlow for SuiteCorp {
    fn key(&self) -> CredentialKey {
        CredentialKey::new(self.account.clone(), "corp_token", &self.permanent_code)
    }

    fn fetch(&self) -> BoxFuture<'_, Result<Outgoing, Error>> {
        let request = GetCorpToken::new(self.account.id(), self.permanent_code.clone());
        Box::pin(ready(wire::write_call(&request, &self.account)))
    }

    fn force(&self) -> Option<Result<Outgoing, Error>> {
        None
    }

    fn read(&self, answer: Answer) -> Result<Credential, Error> {
        wire::read_reply::<GetCorpToken>(answer)?.try_into()
    }
}

/// The group as a client has it: `wx.suite()`.
#[derive(Debug)]
pub struct Suites<'c, C: ?Sized>(&'c C);

/// Gives a client `suite()`.
pub trait SuitesApi: Caller {
    /// The installation of a suite (第三方应用授权).
    fn suite(&self) -> Suites<'_, Self> {
        Suites(self)
    }
}

impl<C: Caller + ?Sized> SuitesApi for C where GetPreAuthCode: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Suites<'c, C> {
    /// The code that begins an installation; see [`GetPreAuthCode`].
    pub fn pre_auth_code(&self) -> Call<'c, C, GetPreAuthCode> {
        Call::new(self.0, GetPreAuthCode::new())
    }

    /// The code that lasts; see [`GetPermanentCode`].
    pub fn permanent_code(&self, auth_code: impl Into<Secret>) -> Call<'c, C, GetPermanentCode> {
        Call::new(self.0, GetPermanentCode::new(auth_code))
    }
}
