//! The third-party platform as a value.

use std::sync::Arc;

use weixin_api::{
    AccessToken, Account, AccountId, AccountKind, BoxFuture, Credential, CredentialFlow,
    CredentialKey, Error, TicketSource, kind,
    wire::{self, ApiRequest, ApiResponse},
};
use weixin_protocol::{AppId, Secret};

use crate::authorization::GetComponentToken;

/// A third-party platform (第三方平台): its appid, its AppSecret, and where the ticket is that the
/// platform pushes.
#[derive(Debug, Clone)]
pub struct ThirdPartyPlatform {
    account: AccountId,
    secret: Secret,
    tickets: Arc<dyn TicketSource>,
}

impl ThirdPartyPlatform {
    /// The third-party platform with this appid (`wx…`) and AppSecret.
    pub fn new(
        app_id: impl Into<AppId>,
        secret: impl Into<Secret>,
        tickets: Arc<dyn TicketSource>,
    ) -> Self {
        let account = AccountId::new(AccountKind::Component, app_id);
        Self { account, secret: secret.into(), tickets }
    }

    /// The appid.
    pub fn app_id(&self) -> &AppId {
        self.account.id()
    }
}

impl Account for ThirdPartyPlatform {
    type Kind = kind::Component;

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

/// The platform's own token, for the ticket that was pushed last.
impl CredentialFlow for ThirdPartyPlatform {
    fn key(&self) -> CredentialKey {
        CredentialKey::new(self.account.clone(), "component_token", &self.secret)
    }

    fn fetch(&self) -> BoxFuture<'_, Result<ApiRequest, Error>> {
        Box::pin(async {
            let ticket = self.tickets.latest().await?;
            let request = GetComponentToken::new(self.account.id(), self.secret.clone(), ticket);
            wire::write_call(&request, &self.account)
        })
    }

    fn force(&self) -> Option<Result<ApiRequest, Error>> {
        None
    }

    fn read(&self, answer: ApiResponse) -> Result<Credential, Error> {
        let token = wire::read_reply::<GetComponentToken>(answer)?;
        AccessToken::new(token.component_access_token, token.expires_in).try_into()
    }
}
