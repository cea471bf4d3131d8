//! Access tokens (接口调用凭据). `/cgi-bin/stable_token`, `/cgi-bin/token`

use std::future::ready;

pub use weixin_api::AccessToken;
use weixin_api::{
    AccountId, BoxFuture, Credential, CredentialFlow, CredentialKey, Error, endpoint, endpoints,
    wire::{self, ApiRequest, ApiResponse},
};
use weixin_protocol::{AppId, Secret};

endpoints![GetStableToken, GetToken];

const CLIENT_CREDENTIAL: &str = "client_credential";

fn client_credential() -> String {
    CLIENT_CREDENTIAL.to_owned()
}

/// Returns the stable access token (稳定版接口调用凭据), the same to every caller.
///
/// Within five minutes of its expiry the platform returns a new one; both are valid until the old
/// one expires.
///
/// Fails with 40125 when the secret is wrong, with 40164 when the caller's address is not on the
/// account's list (IP白名单), with 89503 when the administrator must confirm the call, with 89506
/// or 89507 when the administrator rejected it: for 24 hours or for one.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Call, Caller, Error, kind::Official};
/// # use weixin_official::token::GetStableToken;
/// # trait Sends: Caller + Sized {
/// #     fn send<E>(&self, request: E) -> Call<'_, Self, E> {
/// #         Call::new(self, request)
/// #     }
/// # }
/// # impl<C: Caller> Sends for C {}
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// // The client does this by itself; here for a program that needs the token.
/// let request = GetStableToken::new("wx0123456789abcdef", "the secret");
/// let token = wx.send(request).await?;
/// println!("valid for {} seconds", token.expires_in);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/stable_token", title = "获取稳定版接口调用凭据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/getStableAccessToken.html",
    scope(official, mini), auth = none, retry = safe, no_errcode, reply = AccessToken)]
pub struct GetStableToken {
    /// Always `client_credential`.
    #[serde(default = "client_credential")]
    pub grant_type: String,
    /// The account.
    pub appid: AppId,
    /// The AppSecret of the account.
    #[serde(serialize_with = "weixin_api::expose")]
    pub secret: Secret,
    /// Whether to invalidate the current token and return a new one: up to 20 times a day, at least
    /// 30 seconds apart. Otherwise the current token is returned while it is valid.
    #[serde(default)]
    pub force_refresh: bool,
}

/// Returns a new access token (接口调用凭据). The previous one stays valid for five minutes.
///
/// Fails with 40125 when the secret is wrong, with 40164 when the caller's address is not on the
/// account's list (IP白名单), with 40243 when the secret is frozen.
#[endpoint(GET "/cgi-bin/token", title = "获取接口调用凭据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_access_token.html",
    scope(official, mini), auth = none, no_errcode, reply = AccessToken)]
pub struct GetToken {
    /// Always `client_credential`.
    #[serde(default = "client_credential")]
    pub grant_type: String,
    /// The account.
    pub appid: AppId,
    /// The AppSecret of the account.
    #[serde(serialize_with = "weixin_api::expose")]
    pub secret: Secret,
}

/// How an Official Account or a Mini Program obtains its access token: the stable one, unless
/// [`classic`](AccessTokenFlow::classic).
#[derive(Debug, Clone)]
pub struct AccessTokenFlow {
    account: AccountId,
    secret: Secret,
    classic: bool,
}

impl AccessTokenFlow {
    /// The stable access token of this account.
    pub fn new(account: AccountId, secret: Secret) -> Self {
        Self { account, secret, classic: false }
    }

    /// The same account's token of `/cgi-bin/token`, which is another one.
    pub fn classic(mut self) -> Self {
        self.classic = true;
        self
    }

    /// The account.
    pub fn account(&self) -> &AccountId {
        &self.account
    }

    /// Its secret.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    fn stable(&self, force: bool) -> Result<ApiRequest, Error> {
        let request =
            GetStableToken::new(self.account.id(), self.secret.clone()).force_refresh(force);
        wire::write_call(&request, &self.account)
    }
}

impl CredentialFlow for AccessTokenFlow {
    fn key(&self) -> CredentialKey {
        let kind = if self.classic { "token" } else { "stable_token" };
        CredentialKey::new(self.account.clone(), kind, &self.secret)
    }

    fn fetch(&self) -> BoxFuture<'_, Result<ApiRequest, Error>> {
        let call = if self.classic {
            let request = GetToken::new(self.account.id(), self.secret.clone());
            wire::write_call(&request, &self.account)
        } else {
            self.stable(false)
        };
        Box::pin(ready(call))
    }

    fn force(&self) -> Option<Result<ApiRequest, Error>> {
        (!self.classic).then(|| self.stable(true))
    }

    fn read(&self, answer: ApiResponse) -> Result<Credential, Error> {
        wire::read_reply::<GetStableToken>(answer)?.try_into()
    }
}
