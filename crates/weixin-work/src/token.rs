//! Access tokens (获取 access_token). `/cgi-bin/gettoken`

use std::future::ready;

use weixin_api::{
    AccountId, BoxFuture, Credential, CredentialFlow, CredentialKey, Error, endpoint, endpoints,
    wire::{self, ApiRequest, ApiResponse},
};
use weixin_protocol::{CorpId, Secret};

pub use weixin_api::AccessToken;

endpoints![GetToken];

/// Obtains the access token that belongs to a secret.
///
/// As long as a token is valid the platform answers with the same one.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Call, Caller, Error, kind::Work};
/// # use weixin_work::token::GetToken;
/// # trait Sends: Caller + Sized {
/// #     fn send<E>(&self, request: E) -> Call<'_, Self, E> {
/// #         Call::new(self, request)
/// #     }
/// # }
/// # impl<C: Caller> Sends for C {}
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// // The client does this by itself; here for a program that needs the token.
/// let token = wx.send(GetToken::new("ww0123456789abcdef", "the secret")).await?;
/// println!("valid for {} seconds", token.expires_in);
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/gettoken", title = "获取access_token",
    doc = "https://developer.work.weixin.qq.com/document/path/91039",
    scope(work), auth = none, reply = AccessToken)]
pub struct GetToken {
    /// The corporation of the app.
    pub corpid: CorpId,
    /// The secret of the app.
    #[serde(serialize_with = "weixin_api::expose")]
    pub corpsecret: Secret,
}

/// How a WeCom app obtains its access token.
#[derive(Debug, Clone)]
pub struct WorkTokenFlow {
    account: AccountId,
    secret: Secret,
}

impl WorkTokenFlow {
    /// The token of this account that belongs to `secret`.
    pub fn new(account: AccountId, secret: Secret) -> Self {
        Self { account, secret }
    }

    /// The account.
    pub fn account(&self) -> &AccountId {
        &self.account
    }

    /// Its secret.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }
}

impl CredentialFlow for WorkTokenFlow {
    fn key(&self) -> CredentialKey {
        CredentialKey::new(self.account.clone(), "token", &self.secret)
    }

    fn fetch(&self) -> BoxFuture<'_, Result<ApiRequest, Error>> {
        let request = GetToken::new(self.account.id(), self.secret.clone());
        Box::pin(ready(wire::write_call(&request, &self.account)))
    }

    /// WeCom gives the same token for as long as it lives; nothing makes it give another.
    fn force(&self) -> Option<Result<ApiRequest, Error>> {
        None
    }

    fn read(&self, answer: ApiResponse) -> Result<Credential, Error> {
        wire::read_reply::<GetToken>(answer)?.try_into()
    }
}
