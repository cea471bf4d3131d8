//! Nothing that hangs keeps a refresh, or all processes, waiting for ever.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{sync::Arc, time::Duration};

use common::{Does, OK, Platform, SECRET, faulty::Faulty, processes::Shared, token};
use weixin_api::{
    BoxFuture, Clock, CredentialSource, Error, ErrorKind, LatestTicket, TicketSource,
};
use weixin_client::Client;
use weixin_official::menu::DeleteMenu;
use weixin_open::{ThirdPartyPlatform, prelude::*};
use weixin_protocol::Secret;

/// Where a ticket should be, and is only after a while, or never.
#[derive(Debug)]
struct SlowTicket(Option<Duration>, Arc<dyn Clock>);

impl TicketSource for SlowTicket {
    fn latest(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async {
            match self.0 {
                Some(span) => self.1.sleep(span).await,
                None => std::future::pending().await,
            }
            Ok(Secret::new("TICKET"))
        })
    }
}

fn platform() -> Arc<Platform> {
    Platform::new(|seen, _| match &*seen.path {
        "/cgi-bin/component/api_component_token" => {
            Does::Answers(r#"{"component_access_token":"C","expires_in":7200}"#)
        }
        _ if seen.is_token() => Does::Says(token("T")),
        _ => Does::Answers(OK),
    })
}

fn component(
    shared: &Shared,
    tickets: Arc<dyn TicketSource>,
) -> Client<weixin_api::kind::Component> {
    shared.client_of(&ThirdPartyPlatform::new("wxC", SECRET, tickets))
}

/// What a source gives within a minute.
async fn within_a_minute(shared: &Shared, source: &dyn CredentialSource) -> Result<Secret, Error> {
    let clock: Arc<dyn Clock> = shared.clock.clone();
    clock.timeout(Duration::from_secs(60), source.get()).await.expect("an end within a minute")
}

#[tokio::test(start_paused = true)]
async fn a_source_that_hangs_does_not_block_other_processes() {
    let shared = Shared::new(platform());
    let ticket = LatestTicket::new();
    ticket.put("TICKET");
    let hanging = component(&shared, Arc::new(SlowTicket(None, shared.clock.clone())));
    let other = component(&shared, Arc::new(ticket));
    let stuck = hanging.credentials();
    let stuck = tokio::spawn(async move { stuck.get().await });
    // It has the lease before the other one asks for it.
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    other.authorization().query("CODE").raw().await.unwrap();
    assert_eq!(stuck.await.unwrap().unwrap_err().kind(), ErrorKind::Credential);
}

#[tokio::test(start_paused = true)]
async fn a_refresh_has_an_end() {
    let shared = Shared::new(platform());
    let hanging = component(&shared, Arc::new(SlowTicket(None, shared.clock.clone())));
    let error = within_a_minute(&shared, &*hanging.credentials()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(error.message().contains("in time"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_store_that_hangs_is_done_without() {
    let mut shared = Shared::new(platform());
    let faulty = Faulty::of(Arc::clone(&shared.store));
    shared.store = faulty.clone();
    faulty.hangs();
    let wx = shared.client();
    wx.send(DeleteMenu::new()).await.unwrap();
    wx.send(DeleteMenu::new()).await.unwrap();
    assert_eq!(shared.platform.tokens_fetched(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_lease_is_renewed_beside_the_work() {
    let mut shared = Shared::new(platform());
    let faulty = Faulty::of(Arc::clone(&shared.store));
    shared.store = faulty.clone();
    faulty.hangs_in_renewals();
    let slow = SlowTicket(Some(Duration::from_secs(8)), shared.clock.clone());
    let wx = component(&shared, Arc::new(slow));
    assert_eq!(within_a_minute(&shared, &*wx.credentials()).await.unwrap(), Secret::new("C"));
}

#[tokio::test(start_paused = true)]
async fn the_lease_lasts_as_long_as_the_work() {
    let shared = Shared::new(platform());
    // Longer than a lease that nobody renews.
    let slow = || Arc::new(SlowTicket(Some(Duration::from_secs(15)), shared.clock.clone()));
    let (one, two) = (component(&shared, slow()), component(&shared, slow()));
    let (one, two) = (one.credentials(), two.credentials());
    let (one, two) = tokio::join!(one.get(), two.get());
    assert_eq!((one.unwrap(), two.unwrap()), (Secret::new("C"), Secret::new("C")));
    assert_eq!(shared.platform.seen().len(), 1);
}
