//! The account as a value.

use std::sync::Arc;

use weixin_api::{Account, AccountId, CredentialFlow, Messenger, kind};
use weixin_official::{CustomerServiceMessenger, token::AccessTokenFlow};
use weixin_protocol::{AppId, Product, Secret};

/// A Mini Program (小程序): its appid and AppSecret.
#[derive(Debug, Clone)]
pub struct MiniProgram {
    flow: AccessTokenFlow,
}

impl MiniProgram {
    /// The Mini Program with this appid (`wx…`) and AppSecret.
    pub fn new(app_id: impl Into<AppId>, secret: impl Into<Secret>) -> Self {
        let account = AccountId::new(Product::Mini, app_id);
        Self { flow: AccessTokenFlow::new(account, secret.into()) }
    }

    /// Takes tokens from `/cgi-bin/token` instead of `/cgi-bin/stable_token`. Every fetch of one
    /// then ends the life of the token before it, so only one program may do it for an account.
    pub fn with_classic_token(mut self) -> Self {
        self.flow = self.flow.classic();
        self
    }

    /// The appid.
    pub fn app_id(&self) -> &AppId {
        self.flow.account().id()
    }
}

impl Account for MiniProgram {
    type Kind = kind::Mini;

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
        Arc::new(CustomerServiceMessenger::MINI)
    }
}
