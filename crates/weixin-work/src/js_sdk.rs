//! Tickets and signatures for web pages inside WeCom (JS-SDK). `/cgi-bin/get_jsapi_ticket`,
//! `/cgi-bin/ticket/get`

use std::{future::ready, sync::Arc};

pub use weixin_api::js_sdk::{AgentConfig, JsSdkConfig, Ticket, nonce, signature};
use weixin_api::{
    AccountId, BoxFuture, Caller, Credential, CredentialFlow, CredentialKey, Error, ErrorKind,
    endpoint, group,
    wire::{self, ApiRequest, ApiResponse},
};
use weixin_protocol::Secret;

group! {
    /// Web pages inside WeCom (JS-SDK).
    js_sdk: [GetCorpTicket, GetAgentTicket]
}

/// Obtains the ticket of the corporation, for `wx.config`.
///
/// It is valid for two hours. A corporation can call this 400 times an hour, an app 100 times:
/// [`JsSdkHandle`] keeps the ticket and renews it in time.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let config = wx.js_sdk().config("https://app.example.com/page?id=7").await?;
/// println!("{} {} {}", config.app_id, config.nonce_str, config.signature);
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/get_jsapi_ticket", title = "获取企业的jsapi_ticket",
    doc = "https://developer.work.weixin.qq.com/document/path/90506",
    scope(work), reply = Ticket)]
pub struct GetCorpTicket;

/// Obtains the ticket of the app, for `wx.agentConfig`.
///
/// Its validity and limits are those of [`GetCorpTicket`].
#[endpoint(GET "/cgi-bin/ticket/get", title = "获取应用的jsapi_ticket",
    doc = "https://developer.work.weixin.qq.com/document/path/90506",
    scope(work), reply = Ticket)]
pub struct GetAgentTicket {
    /// The kind of ticket; always `agent_config`.
    #[serde(rename = "type", default = "agent_config")]
    pub kind: String,
}

fn agent_config() -> String {
    "agent_config".to_owned()
}

/// Obtains a ticket with the app's access token.
#[derive(Debug, Clone)]
pub struct TicketFlow {
    account: AccountId,
    agent: bool,
}

impl TicketFlow {
    /// The ticket of the corporation.
    pub fn corp(account: AccountId) -> Self {
        Self { account, agent: false }
    }

    /// The ticket of the app.
    pub fn agent(account: AccountId) -> Self {
        Self { account, agent: true }
    }
}

impl CredentialFlow for TicketFlow {
    fn key(&self) -> CredentialKey {
        let kind = if self.agent { "agent_ticket" } else { "jsapi_ticket" };
        CredentialKey::derived(self.account.clone(), kind)
    }

    fn fetch(&self) -> BoxFuture<'_, Result<ApiRequest, Error>> {
        Box::pin(ready(if self.agent {
            wire::write_call(&GetAgentTicket::new(), &self.account)
        } else {
            wire::write_call(&GetCorpTicket::new(), &self.account)
        }))
    }

    fn force(&self) -> Option<Result<ApiRequest, Error>> {
        None
    }

    fn read(&self, answer: ApiResponse) -> Result<Credential, Error> {
        wire::read_reply::<GetCorpTicket>(answer)?.try_into()
    }
}

impl<C: Caller + ?Sized> JsSdkHandle<'_, C> {
    /// What the page at `url` passes to `wx.config`. The address is the one in the browser; what
    /// stands after `#` does not matter.
    ///
    /// # Errors
    ///
    /// As any call, when there is no ticket.
    pub async fn config(&self, url: &str) -> Result<JsSdkConfig, Error> {
        let ticket = self.ticket().await?;
        JsSdkConfig::sign(self.caller.account().id(), &ticket, url, self.caller.now())
    }

    /// What the page at `url` passes to `wx.agentConfig`.
    ///
    /// # Errors
    ///
    /// As any call, when there is no ticket; [`ErrorKind::Call`] when the account is not an app.
    pub async fn agent_config(&self, url: &str) -> Result<AgentConfig, Error> {
        let account = self.caller.account();
        let agent = account
            .agent()
            .ok_or_else(|| Error::new(ErrorKind::Call, "the account is not an app of WeCom"))?;
        let ticket = self.agent_ticket().await?;
        AgentConfig::sign(account.id(), agent, &ticket, url, self.caller.now())
    }

    /// Returns the ticket of the corporation. It is cached and renewed before it expires.
    ///
    /// # Errors
    ///
    /// As any call.
    pub async fn ticket(&self) -> Result<Secret, Error> {
        let flow = TicketFlow::corp(self.caller.account().clone());
        self.caller.derived(Arc::new(flow)).get().await
    }

    /// Returns the ticket of the app. It is cached and renewed before it expires.
    ///
    /// # Errors
    ///
    /// As any call.
    pub async fn agent_ticket(&self) -> Result<Secret, Error> {
        let flow = TicketFlow::agent(self.caller.account().clone());
        self.caller.derived(Arc::new(flow)).get().await
    }
}
