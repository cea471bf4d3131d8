//! Tickets and signatures for web pages in WeChat (JS-SDK). `/cgi-bin/ticket/getticket`

use std::{future::ready, sync::Arc};

pub use weixin_api::js_sdk::{JsSdkConfig, Ticket, card_signature, nonce, signature};
use weixin_api::{
    AccountId, BoxFuture, Caller, Credential, CredentialFlow, CredentialKey, Error, StringEnum,
    endpoint, group,
    wire::{self, ApiRequest, ApiResponse},
};
use weixin_protocol::Secret;

group! {
    /// Web pages in WeChat (JS-SDK).
    js_sdk: [GetTicket]
}

/// Returns a ticket for signing (jsapi_ticket, api_ticket).
///
/// It is valid for two hours, and only few can be fetched a day: [`JsSdkHandle`] stores it and
/// renews it in time.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let config = wx.js_sdk().config("https://example.com/shop?item=42").await?;
/// println!("{} {} {}", config.timestamp.as_secs(), config.nonce_str, config.signature);
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/ticket/getticket", title = "获取 jsapi_ticket",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html",
    scope(official), reply = Ticket)]
pub struct GetTicket {
    /// What the ticket signs.
    #[serde(rename = "type")]
    pub kind: TicketKind,
}

/// What a ticket signs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum TicketKind {
    /// The configuration of web pages (jsapi_ticket).
    #[string_enum(rename = "jsapi")]
    JsApi,
    /// Cards and invoices (卡券 api_ticket).
    #[string_enum(rename = "wx_card")]
    Card,
    /// A value that this version does not know.
    Other(String),
}

/// How a ticket is obtained: with the account's access token.
#[derive(Debug, Clone)]
pub struct TicketFlow {
    account: AccountId,
    kind: &'static str,
}

impl TicketFlow {
    /// The ticket for pages.
    pub fn pages(account: AccountId) -> Self {
        Self { account, kind: "jsapi" }
    }

    /// The ticket for cards and invoices.
    pub fn cards(account: AccountId) -> Self {
        Self { account, kind: "wx_card" }
    }
}

impl CredentialFlow for TicketFlow {
    fn key(&self) -> CredentialKey {
        CredentialKey::derived(self.account.clone(), self.kind)
    }

    fn fetch(&self) -> BoxFuture<'_, Result<ApiRequest, Error>> {
        Box::pin(ready(wire::write_call(&GetTicket::new(self.kind), &self.account)))
    }

    fn force(&self) -> Option<Result<ApiRequest, Error>> {
        None
    }

    fn read(&self, answer: ApiResponse) -> Result<Credential, Error> {
        wire::read_reply::<GetTicket>(answer)?.try_into()
    }
}

impl<C: Caller + ?Sized> JsSdkHandle<'_, C> {
    /// Returns the configuration that the page at `url` passes to `wx.config`. The address is the one
    /// shown in the browser; what follows `#` is ignored.
    ///
    /// # Errors
    ///
    /// Those of any call, when there is no ticket.
    pub async fn config(&self, url: &str) -> Result<JsSdkConfig, Error> {
        let ticket = self.ticket().await?;
        JsSdkConfig::sign(self.caller.account().id(), &ticket, url, self.caller.now())
    }

    /// Returns the ticket for pages. It is stored and renewed before it expires.
    ///
    /// # Errors
    ///
    /// Those of any call.
    pub async fn ticket(&self) -> Result<Secret, Error> {
        let flow = TicketFlow::pages(self.caller.account().clone());
        self.caller.derived(Arc::new(flow)).get().await
    }

    /// Returns the ticket for cards and invoices, for [`card_signature`]. It is stored and renewed
    /// before it expires.
    ///
    /// # Errors
    ///
    /// Those of any call.
    pub async fn card_ticket(&self) -> Result<Secret, Error> {
        let flow = TicketFlow::cards(self.caller.account().clone());
        self.caller.derived(Arc::new(flow)).get().await
    }
}
