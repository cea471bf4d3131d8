//! An account that a third-party platform acts for.

use std::{
    fmt,
    future::ready,
    marker::PhantomData,
    sync::{Arc, Mutex, PoisonError},
};

use weixin_api::{
    AccessToken, Account, AccountId, BoxFuture, Credential, CredentialFlow, CredentialKey, Error,
    Kind, Messenger, kind,
    wire::{self, ApiRequest, ApiResponse},
};
use weixin_official::CustomerServiceMessenger;
use weixin_protocol::{AppId, Product, Secret};

use crate::authorization::GetAuthorizerToken;

/// An Official Account or a Mini Program whose owner has authorized a third-party platform. It
/// calls what the account itself calls, with a token that is obtained with the platform's own: the
/// client must be given the platform's `credentials()` as its `upstream`.
pub struct Authorizer<K> {
    flow: AuthorizerFlow,
    kind: PhantomData<fn() -> K>,
}

impl Authorizer<kind::Official> {
    /// An Official Account that has authorized the third-party platform `component`.
    pub fn official(
        component: impl Into<AppId>,
        app_id: impl Into<AppId>,
        refresh_token: impl Into<Secret>,
    ) -> Self {
        Self::of(Product::Official, component.into(), app_id.into(), refresh_token.into())
    }
}

impl Authorizer<kind::Mini> {
    /// A Mini Program that has authorized the third-party platform `component`.
    pub fn mini(
        component: impl Into<AppId>,
        app_id: impl Into<AppId>,
        refresh_token: impl Into<Secret>,
    ) -> Self {
        Self::of(Product::Mini, component.into(), app_id.into(), refresh_token.into())
    }
}

impl<K> Authorizer<K> {
    fn of(product: Product, component: AppId, app_id: AppId, refresh_token: Secret) -> Self {
        let flow = AuthorizerFlow {
            component,
            account: AccountId::new(product, app_id),
            refresh_token: Arc::new(Mutex::new(refresh_token)),
            keep: None,
        };
        Self { flow, kind: PhantomData }
    }

    /// Is told when the platform has replaced the refresh token, after the new one was written to
    /// the client's [store]. Keep it where the next start of the program finds it, unless that store
    /// outlives the program: a lost one can only be read from the list of authorizers.
    ///
    /// Processes that share a store use the latest refresh token whichever of them obtained it.
    ///
    /// [store]: https://docs.rs/weixin-client/latest/weixin_client/struct.ClientBuilder.html#method.store
    pub fn on_refresh_token(mut self, keep: impl Fn(&Secret) + Send + Sync + 'static) -> Self {
        self.flow.keep = Some(Arc::new(keep));
        self
    }
}

impl<K> Clone for Authorizer<K> {
    fn clone(&self) -> Self {
        Self { flow: self.flow.clone(), kind: PhantomData }
    }
}

impl<K> fmt::Debug for Authorizer<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Authorizer").field(&format_args!("{}", self.flow.account)).finish()
    }
}

impl<K: Kind> Account for Authorizer<K> {
    type Kind = K;

    fn id(&self) -> AccountId {
        self.flow.account.clone()
    }

    /// There is none that could be sent: the platform knows the account's own AppSecret only from
    /// its owner.
    fn secret(&self) -> Secret {
        Secret::default()
    }

    fn flow(&self) -> Option<Arc<dyn CredentialFlow>> {
        Some(Arc::new(self.flow.clone()))
    }

    fn messenger(&self) -> Arc<dyn Messenger> {
        Arc::new(CustomerServiceMessenger::of(self.flow.account.product()))
    }
}

/// Is told of a new refresh token.
type Keep = Arc<dyn Fn(&Secret) + Send + Sync>;

#[derive(Clone)]
struct AuthorizerFlow {
    component: AppId,
    account: AccountId,
    /// The latest that this process knows of.
    refresh_token: Arc<Mutex<Secret>>,
    keep: Option<Keep>,
}

impl fmt::Debug for AuthorizerFlow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthorizerFlow").field("account", &self.account).finish_non_exhaustive()
    }
}

impl AuthorizerFlow {
    fn present(&self) -> Secret {
        self.refresh_token.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn request(&self, refresh_token: Secret) -> Result<ApiRequest, Error> {
        let request = GetAuthorizerToken::new(self.account.id(), refresh_token)
            .component_appid(self.component.clone());
        wire::write_call(&request, &self.account)
    }
}

impl CredentialFlow for AuthorizerFlow {
    /// The refresh token is no part of it, for it changes; which one is the latest stands in the
    /// store, under this key.
    fn key(&self) -> CredentialKey {
        let component = Secret::new(self.component.as_str());
        CredentialKey::new(self.account.clone(), "authorizer_token", &component)
    }

    fn fetch(&self) -> BoxFuture<'_, Result<ApiRequest, Error>> {
        Box::pin(ready(self.request(self.present())))
    }

    fn refresh_token(&self) -> Option<Secret> {
        Some(self.present())
    }

    fn fetch_with<'a>(
        &'a self,
        refresh_token: &'a Secret,
    ) -> BoxFuture<'a, Result<ApiRequest, Error>> {
        Box::pin(ready(self.request(refresh_token.clone())))
    }

    fn keep_refresh_token(&self, refresh_token: &Secret) {
        *self.refresh_token.lock().unwrap_or_else(PoisonError::into_inner) = refresh_token.clone();
        if let Some(keep) = &self.keep {
            keep(refresh_token);
        }
    }

    fn force(&self) -> Option<Result<ApiRequest, Error>> {
        None
    }

    fn read(&self, answer: ApiResponse) -> Result<Credential, Error> {
        let token = wire::read_reply::<GetAuthorizerToken>(answer)?;
        let refresh_token = token.authorizer_refresh_token.filter(|new| !new.is_empty());
        let credential: Credential =
            AccessToken::new(token.authorizer_access_token, token.expires_in).try_into()?;
        Ok(match refresh_token {
            Some(new) => credential.with_refresh_token(new),
            None => credential,
        })
    }
}
