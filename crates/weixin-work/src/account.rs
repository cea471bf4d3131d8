//! The account as a value.

use std::sync::Arc;

use weixin_api::{Account, AccountId, AgentId, CredentialFlow, Messenger, kind};
use weixin_protocol::{AppId, Product, Secret};

use crate::{messenger::AppMessenger, token::WorkTokenFlow};

/// An app in WeCom (企业微信自建应用): its corporation, its AgentID there, and its own secret.
#[derive(Debug, Clone)]
pub struct WorkApp {
    flow: WorkTokenFlow,
}

impl WorkApp {
    /// The app `agent` of the corporation `corp_id` (`ww…`), with the app's secret. Every app has
    /// a secret, and with it a token, of its own.
    pub fn new(
        corp_id: impl Into<AppId>,
        agent: impl Into<AgentId>,
        secret: impl Into<Secret>,
    ) -> Self {
        let account = AccountId::new(Product::Work, corp_id).with_agent(agent.into());
        Self { flow: WorkTokenFlow::new(account, secret.into()) }
    }

    /// The corporation's CorpID.
    pub fn corp_id(&self) -> &AppId {
        self.flow.account().id()
    }
}

impl Account for WorkApp {
    type Kind = kind::Work;

    fn id(&self) -> AccountId {
        self.flow.account().clone()
    }

    fn secret(&self) -> Secret {
        self.flow.secret().clone()
    }

    fn flow(&self) -> Option<Arc<dyn CredentialFlow>> {
        Some(Arc::new(self.flow.clone()))
    }

    fn messenger(&self) -> Arc<dyn Messenger> {
        Arc::new(AppMessenger)
    }
}
