//! What cannot be fetched again: an authorizer's refresh token, and the tickets that the platform
//! pushes. They are in the store, and nobody uses an older one.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use common::{Does, OK, Platform, SECRET, faulty::Faulty, pass, processes::Shared};
use weixin_api::{ErrorKind, StaticCredential, TicketSource, Timestamp, kind::Official};
use weixin_client::{Client, StoredTicket};
use weixin_official::menu::DeleteMenu;
use weixin_open::{Authorizer, ThirdPartyPlatform};
use weixin_protocol::Secret;
use weixin_store::{SealKey, Sealed};
use weixin_work::SuiteApp;

/// A platform that replaces the refresh token at every use and takes only the latest: R1, R2, …
/// An authorization that is given anew begins at R100.
fn rotating() -> (Arc<Platform>, Arc<AtomicUsize>) {
    let latest = Arc::new(AtomicUsize::new(1));
    let number = Arc::clone(&latest);
    let platform = Platform::new(move |seen, _| {
        if seen.path != "/cgi-bin/component/api_authorizer_token" {
            return Does::Answers(OK);
        }
        let present = number.load(Ordering::SeqCst);
        if !seen.text().contains(&format!(r#""authorizer_refresh_token":"R{present}""#)) {
            return Does::Answers(r#"{"errcode":61023,"errmsg":"refresh_token is invalid"}"#);
        }
        let next = number.fetch_add(1, Ordering::SeqCst) + 1;
        Does::Says(format!(
            r#"{{"authorizer_access_token":"A{next}","expires_in":7200,"authorizer_refresh_token":"R{next}"}}"#
        ))
    });
    (platform, latest)
}

/// A client that acts for the account, as a process would have it that was given this refresh token.
fn process(shared: &Shared, given: &str) -> Client<Official> {
    let owner = Authorizer::official("wxC", "wx9", given);
    let builder = shared.builder(&owner).upstream(Arc::new(StaticCredential::new("C")));
    builder.build().unwrap()
}

#[tokio::test(start_paused = true)]
async fn all_processes_use_the_latest_refresh_token() {
    let (platform, _) = rotating();
    let shared = Shared::new(platform);
    let (one, two) = (process(&shared, "R1"), process(&shared, "R1"));
    one.send(DeleteMenu::new()).await.unwrap();
    // The other one was given the same at its start, and it is no longer valid.
    two.send(DeleteMenu::new()).await.unwrap();
    pass(7201).await;
    two.send(DeleteMenu::new()).await.unwrap();
    pass(7201).await;
    one.send(DeleteMenu::new()).await.unwrap();
    // A program that starts later, with whatever its own notes say.
    for given in ["R1", "R2", "R4"] {
        pass(7201).await;
        process(&shared, given).send(DeleteMenu::new()).await.unwrap();
    }
    let fetches =
        shared.platform.seen().into_iter().filter(|seen| seen.path.contains("authorizer_token"));
    assert_eq!(fetches.count(), 6);
    assert!(shared.kept().await.contains(r#""refresh_token":"R7""#));
}

#[tokio::test(start_paused = true)]
async fn an_owner_who_authorizes_again_begins_anew() {
    let (platform, latest) = rotating();
    let shared = Shared::new(platform);
    process(&shared, "R1").send(DeleteMenu::new()).await.unwrap();
    pass(7201).await;
    latest.store(100, Ordering::SeqCst);
    process(&shared, "R100").send(DeleteMenu::new()).await.unwrap();
    pass(7201).await;
    // Whoever still has the old one uses the new one all the same.
    process(&shared, "R1").send(DeleteMenu::new()).await.unwrap();
    assert_eq!(latest.load(Ordering::SeqCst), 102);
}

#[tokio::test(start_paused = true)]
async fn the_program_is_told_once_it_is_stored() {
    let (platform, _) = rotating();
    let shared = Shared::new(platform);
    let told = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&told);
    let owner = Authorizer::official("wxC", "wx9", "R1")
        .on_refresh_token(move |token| keep.lock().unwrap().push(token.expose().to_owned()));
    let builder = shared.builder(&owner).upstream(Arc::new(StaticCredential::new("C")));
    let wx = builder.build().unwrap();
    for _ in 0..3 {
        wx.send(DeleteMenu::new()).await.unwrap();
        pass(7201).await;
    }
    assert_eq!(*told.lock().unwrap(), ["R2", "R3", "R4"]);
}

#[tokio::test(start_paused = true)]
async fn a_refresh_token_that_cannot_be_read_is_not_overwritten() {
    let (platform, latest) = rotating();
    let mut shared = Shared::new(platform);
    let plain = Arc::clone(&shared.store);
    shared.store = Arc::new(Sealed::new(Arc::clone(&plain), SealKey::new([1; 32])));
    process(&shared, "R1").send(DeleteMenu::new()).await.unwrap();
    pass(7201).await;
    shared.store = Arc::new(Sealed::new(Arc::clone(&plain), SealKey::new([2; 32])));
    let error = process(&shared, "R1").send(DeleteMenu::new()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(error.message().contains("not sealed with the store's key"), "{error}");
    shared.store = Arc::new(Sealed::new(plain, SealKey::new([1; 32])));
    process(&shared, "R1").send(DeleteMenu::new()).await.unwrap();
    assert_eq!(latest.load(Ordering::SeqCst), 3);
}

#[tokio::test(start_paused = true)]
async fn a_ticket_that_comes_late_replaces_no_newer_one() {
    let shared = Shared::new(Platform::new(|_, _| Does::Answers(OK)));
    let one = StoredTicket::component(Arc::clone(&shared.store), "wxC");
    let two = StoredTicket::component(Arc::clone(&shared.store), "wxC");
    let error = one.latest().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(error.message().contains("no ticket"), "{error}");
    let start = shared.now();
    let at = |seconds| start + Duration::from_secs(seconds);
    assert!(one.put("TICKET-2", at(600)).await.unwrap());
    assert!(!two.put("TICKET-1", at(0)).await.unwrap());
    // The platform repeats a push that was not answered.
    assert!(two.put("TICKET-2", at(600)).await.unwrap());
    assert_eq!(two.latest().await.unwrap(), Secret::new("TICKET-2"));
    assert!(two.put("TICKET-3", at(1200)).await.unwrap());
    assert_eq!(one.latest().await.unwrap(), Secret::new("TICKET-3"));
    assert!(!format!("{one:?}").contains("TICKET-"));
    // Another platform's is another one, and so is a suite's.
    let others = [
        StoredTicket::component(Arc::clone(&shared.store), "wxD"),
        StoredTicket::suite(Arc::clone(&shared.store), "wxC"),
    ];
    for other in others {
        assert!(other.latest().await.is_err());
    }
}

#[tokio::test(start_paused = true)]
async fn the_newest_of_many_tickets_stays() {
    let shared = Shared::new(Platform::new(|_, _| Does::Answers(OK)));
    let start = shared.now();
    let puts = (0..40_u64).map(|number| {
        // In an order that is none.
        let number = number * 17 % 40;
        let ticket = StoredTicket::suite(Arc::clone(&shared.store), "ww5");
        let at = start + Duration::from_secs(number);
        tokio::spawn(async move { ticket.put(format!("TICKET-{number}"), at).await.unwrap() })
    });
    for put in puts.collect::<Vec<_>>() {
        put.await.unwrap();
    }
    let ticket = StoredTicket::suite(Arc::clone(&shared.store), "ww5");
    assert_eq!(ticket.latest().await.unwrap(), Secret::new("TICKET-39"));
}

#[tokio::test(start_paused = true)]
async fn of_two_tickets_that_come_at_once_the_newer_one_stays() {
    let shared = Shared::new(Platform::new(|_, _| Does::Answers(OK)));
    // Both see that there is none before either of them is written.
    let faulty = Faulty::of(Arc::clone(&shared.store));
    faulty.dawdles();
    let ticket = StoredTicket::suite(faulty, "ww5");
    let (old, new) = (shared.now(), shared.now() + Duration::from_secs(600));
    let puts = [ticket.put("OLD", old), ticket.put("NEW", new)];
    let [first, second] = puts.map(Box::pin);
    let (first, second) = futures_util::future::join(first, second).await;
    assert!(first.unwrap() && second.unwrap());
    assert_eq!(ticket.latest().await.unwrap(), Secret::new("NEW"));
}

#[tokio::test(start_paused = true)]
async fn a_ticket_is_not_put_over_one_that_cannot_be_read_at_the_moment() {
    let shared = Shared::new(Platform::new(|_, _| Does::Answers(OK)));
    let faulty = Faulty::of(Arc::clone(&shared.store));
    let ticket = StoredTicket::suite(faulty.clone(), "ww5");
    ticket.put("NEW", shared.now() + Duration::from_secs(600)).await.unwrap();
    faulty.reads_nothing();
    let error = ticket.put("OLD", shared.now()).await.unwrap_err();
    assert!(error.is_retryable(), "{error}");
    faulty.comes_up();
    assert_eq!(ticket.latest().await.unwrap(), Secret::new("NEW"));
}

#[tokio::test(start_paused = true)]
async fn a_ticket_lives_as_long_as_the_platform_says() {
    let shared = Shared::new(Platform::new(|_, _| Does::Answers(OK)));
    let component = StoredTicket::component(Arc::clone(&shared.store), "wxC");
    let suite = StoredTicket::suite(Arc::clone(&shared.store), "ww5");
    let now: Timestamp = shared.now();
    component.put("C", now).await.unwrap();
    suite.put("S", now).await.unwrap();
    pass(30 * 60 + 1).await;
    assert!(suite.latest().await.is_err() && component.latest().await.is_ok());
    pass(12 * 60 * 60).await;
    assert!(component.latest().await.is_err());
}

#[tokio::test(start_paused = true)]
async fn a_key_that_was_switched_on_costs_one_ticket_at_most() {
    let shared = Shared::new(Platform::new(|_, _| Does::Answers(OK)));
    let plain = StoredTicket::component(Arc::clone(&shared.store), "wxC");
    plain.put("TICKET-1", shared.now()).await.unwrap();
    let sealed = Arc::new(Sealed::new(Arc::clone(&shared.store), SealKey::new([1; 32])));
    let sealed = StoredTicket::component(sealed, "wxC");
    assert_eq!(sealed.latest().await.unwrap_err().kind(), ErrorKind::Credential);
    assert!(sealed.put("TICKET-2", shared.now() + Duration::from_secs(600)).await.unwrap());
    assert_eq!(sealed.latest().await.unwrap(), Secret::new("TICKET-2"));
}

#[tokio::test(start_paused = true)]
async fn tokens_are_fetched_with_the_ticket_in_the_store() {
    let shared = Shared::new(Platform::new(|seen, _| {
        Does::Answers(match &*seen.path {
            "/cgi-bin/service/get_suite_token" => r#"{"suite_access_token":"S","expires_in":7200}"#,
            _ => r#"{"component_access_token":"C","expires_in":7200}"#,
        })
    }));
    let component = StoredTicket::component(Arc::clone(&shared.store), "wxC");
    let suite = StoredTicket::suite(Arc::clone(&shared.store), "ww5");
    // The pushes come to one process …
    component.clone().put("COMPONENT-TICKET", shared.now()).await.unwrap();
    suite.clone().put("SUITE-TICKET", shared.now()).await.unwrap();
    // … and another one fetches.
    let wx = shared.client_of(&ThirdPartyPlatform::new("wxC", SECRET, Arc::new(component)));
    assert_eq!(wx.credentials().get().await.unwrap(), Secret::new("C"));
    let wx = shared.client_of(&SuiteApp::new("ww5", SECRET, Arc::new(suite)));
    assert_eq!(wx.credentials().get().await.unwrap(), Secret::new("S"));
    let seen = shared.platform.seen();
    assert!(seen[0].text().contains("COMPONENT-TICKET"));
    assert!(seen[1].text().contains("SUITE-TICKET"));
}
