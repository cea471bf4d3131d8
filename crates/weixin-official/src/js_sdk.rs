//! Tickets and signatures for web pages inside the app (JS-SDK). `/cgi-bin/ticket/getticket`

use std::{future::ready, sync::Arc};

pub use weixin_api::js_sdk::{JsSdkConfig, Ticket, card_signature, nonce, signature};
use weixin_api::{
    AccountId, BoxFuture, Caller, Credential, CredentialFlow, CredentialKey, Endpoint,
    EndpointInfo, Error, On, endpoint,
    wire::{self, Answer, Outgoing},
};
use weixin_protocol::Secret;

/// The endpoints of this group.
pub const ENDPOINTS: &[&EndpointInfo] = &[GetTicket::INFO];

/// Obtains a ticket. `GET /cgi-bin/ticket/getticket`
///
/// It lives two hours, and there are not many a day: [`JsSdk`] keeps it and renews it in time.
#[endpoint(GET "/cgi-bin/ticket/getticket", title = "获取 jsapi_ticket",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html",
    scope(official), reply = Ticket)]
pub struct GetTicket {
    /// `jsapi` for pages, `wx_card` for cards and invoices.
    #[serde(rename = "type")]
    pub kind: String,
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

    fn fetch(&self) -> BoxFuture<'_, Result<Outgoing, Error>> {
        Box::pin(ready(wire::write_call(&GetTicket::new(self.kind), &self.account)))
    }

    fn force(&self) -> Option<Result<Outgoing, Error>> {
        None
    }

    fn read(&self, answer: Answer) -> Result<Credential, Error> {
        wire::read_reply::<GetTicket>(answer)?.try_into()
    }
}

/// The group as a client has it: `wx.js_sdk()`.
#[derive(Debug)]
pub struct JsSdk<'c, C: ?Sized>(&'c C);

/// Gives a client `js_sdk()`.
pub trait JsSdkApi: Caller {
    /// Web pages inside the app (JS-SDK).
    fn js_sdk(&self) -> JsSdk<'_, Self> {
        JsSdk(self)
    }
}

impl<C: Caller + ?Sized> JsSdkApi for C where GetTicket: On<C::Kind> {}

impl<C: Caller + ?Sized> JsSdk<'_, C> {
    /// What the page at `url` passes to `wx.config`. The address is the one in the browser; what
    /// stands after `#` does not matter.
    ///
    /// # Errors
    ///
    /// As any call, when there is no ticket.
    pub async fn config(&self, url: &str) -> Result<JsSdkConfig, Error> {
        let ticket = self.ticket().await?;
        JsSdkConfig::sign(self.0.account().id(), &ticket, url, self.0.now())
    }

    /// The ticket for pages: kept, and renewed before its end.
    ///
    /// # Errors
    ///
    /// As any call.
    pub async fn ticket(&self) -> Result<Secret, Error> {
        let flow = TicketFlow::pages(self.0.account().clone());
        self.0.derived(Arc::new(flow)).get().await
    }

    /// The ticket for cards and invoices, for [`card_signature`]: kept, and renewed before its
    /// end.
    ///
    /// # Errors
    ///
    /// As any call.
    pub async fn card_ticket(&self) -> Result<Secret, Error> {
        let flow = TicketFlow::cards(self.0.account().clone());
        self.0.derived(Arc::new(flow)).get().await
    }
}
