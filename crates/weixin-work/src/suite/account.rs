//! The accounts of a suite: itself, and its app in one corporation.

use std::{future::ready, sync::Arc};

use weixin_api::{
    AccessToken, Account, AccountId, AccountKind, AgentId, BoxFuture, Credential, CredentialFlow,
    CredentialKey, Error, Messenger, TicketSource, kind,
    wire::{self, ApiRequest, ApiResponse},
};
use weixin_protocol::{AppId, Product, Secret};

use super::{GetCorpToken, GetSuiteToken};
use crate::messenger::AppMessenger;

/// A suite: its id (`ww…`, `tj…`), its secret, and where the ticket is that the platform pushes.
#[derive(Debug, Clone)]
pub struct SuiteApp {
    account: AccountId,
    secret: Secret,
    tickets: Arc<dyn TicketSource>,
}

impl SuiteApp {
    /// The suite with this id and secret.
    pub fn new(
        suite_id: impl Into<AppId>,
        secret: impl Into<Secret>,
        tickets: Arc<dyn TicketSource>,
    ) -> Self {
        let account = AccountId::new(AccountKind::Suite, suite_id);
        Self { account, secret: secret.into(), tickets }
    }
}

impl Account for SuiteApp {
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
impl CredentialFlow for SuiteApp {
    fn key(&self) -> CredentialKey {
        CredentialKey::new(self.account.clone(), "suite_token", &self.secret)
    }

    fn fetch(&self) -> BoxFuture<'_, Result<ApiRequest, Error>> {
        Box::pin(async {
            let ticket = self.tickets.latest().await?;
            let request =
                GetSuiteToken::new(self.account.id().as_str(), self.secret.clone(), ticket);
            wire::write_call(&request, &self.account)
        })
    }

    fn force(&self) -> Option<Result<ApiRequest, Error>> {
        None
    }

    fn read(&self, answer: ApiResponse) -> Result<Credential, Error> {
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

    fn messenger(&self) -> Arc<dyn Messenger> {
        Arc::new(AppMessenger)
    }
}

impl CredentialFlow for SuiteCorp {
    fn key(&self) -> CredentialKey {
        CredentialKey::new(self.account.clone(), "corp_token", &self.permanent_code)
    }

    fn fetch(&self) -> BoxFuture<'_, Result<ApiRequest, Error>> {
        let request = GetCorpToken::new(self.account.id(), self.permanent_code.clone());
        Box::pin(ready(wire::write_call(&request, &self.account)))
    }

    fn force(&self) -> Option<Result<ApiRequest, Error>> {
        None
    }

    fn read(&self, answer: ApiResponse) -> Result<Credential, Error> {
        wire::read_reply::<GetCorpToken>(answer)?.try_into()
    }
}
