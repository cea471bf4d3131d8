//! Access tokens in a store: clients that know nothing of each other, as in several processes.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use common::{Does, OK, Platform, SECRET, faulty::Faulty, pass, processes::Shared, token};
use futures_util::future::join_all;
use weixin_api::{ErrorKind, kind::Any};
use weixin_client::Client;
use weixin_mini::MiniProgram;
use weixin_official::{OfficialAccount, menu::DeleteMenu};
use weixin_protocol::Secret;
use weixin_store::{SealKey, Sealed};
use weixin_work::WorkApp;

const INVALID: &str =
    r#"{"errcode":40001,"errmsg":"invalid credential, access_token is invalid or not latest"}"#;

#[tokio::test(start_paused = true)]
async fn a_token_outlives_the_process() {
    let shared = Shared::new(Platform::with_tokens(|_, _| Does::Answers(OK)));
    shared.client().send(DeleteMenu::new()).await.unwrap();
    pass(3600).await;
    shared.client().send(DeleteMenu::new()).await.unwrap();
    assert_eq!(shared.platform.tokens_fetched(), 1);
    // It ends when it would have ended in the first one.
    pass(3600).await;
    shared.client().send(DeleteMenu::new()).await.unwrap();
    let tokens: Vec<_> =
        shared.platform.calls().iter().map(|call| call.token().unwrap().to_owned()).collect();
    assert_eq!(tokens, ["T0", "T0", "T1"]);
}

#[tokio::test(start_paused = true)]
async fn many_processes_fetch_one_token_and_renew_it_once() {
    let shared = Shared::new(Platform::new(|seen, before| match (seen.is_token(), before) {
        (true, 0) => Does::Dawdles(token("T0")),
        (true, _) => Does::Dawdles(token("T1")),
        _ => Does::Answers(OK),
    }));
    let clients: Vec<_> = (0..8).map(|_| shared.client()).collect();
    let all = async || {
        let calls = clients.iter().flat_map(|wx| (0..50).map(|_| wx.send(DeleteMenu::new())));
        for outcome in join_all(calls.map(IntoFuture::into_future)).await {
            outcome.unwrap();
        }
    };
    all().await;
    assert_eq!(shared.platform.tokens_fetched(), 1);
    pass(7200 - 239).await;
    all().await;
    for wx in &clients {
        while wx.credentials().get().await.unwrap() != Secret::new("T1") {
            tokio::task::yield_now().await;
        }
    }
    assert_eq!(shared.platform.tokens_fetched(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_one_process_replaced_is_not_replaced_again() {
    let shared = Shared::new(Platform::with_tokens(|seen, before| match seen.token() {
        Some("T0") if before >= 2 => Does::Answers(INVALID),
        _ => Does::Answers(OK),
    }));
    let (one, two) = (shared.client(), shared.client());
    one.send(DeleteMenu::new()).await.unwrap();
    two.send(DeleteMenu::new()).await.unwrap();
    // From now on the platform rejects T0.
    one.send(DeleteMenu::new()).await.unwrap();
    two.send(DeleteMenu::new()).await.unwrap();
    let tokens: Vec<_> =
        shared.platform.calls().iter().map(|call| call.token().unwrap().to_owned()).collect();
    assert_eq!(tokens, ["T0", "T0", "T0", "T1", "T0", "T1"]);
    assert_eq!(shared.platform.tokens_fetched(), 2);
    // Who comes late with the bad one changes nothing, in the store either.
    let late = shared.client();
    assert_eq!(late.credentials().replace(Secret::new("T0")).await.unwrap(), Secret::new("T1"));
    assert_eq!(shared.client().credentials().get().await.unwrap(), Secret::new("T1"));
    assert_eq!(shared.platform.tokens_fetched(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_rejected_token_stays_in_the_store_until_there_is_another() {
    let shared = Shared::new(Platform::new(|seen, before| match (seen.is_token(), before) {
        (true, 0) => Does::Says(token("T0")),
        (true, _) => Does::Hangs,
        _ => Does::Answers(INVALID),
    }));
    let wx = shared.client();
    let sending = tokio::spawn(async move { wx.send(DeleteMenu::new()).await });
    while shared.platform.tokens_fetched() < 2 {
        tokio::task::yield_now().await;
    }
    // It may be a good one: who else has the call's word for it?
    let [place] = &shared.places().await[..] else { panic!("one token") };
    let kept = shared.store.get(place).await.unwrap().unwrap();
    assert!(kept.value.text().unwrap().contains("T0"));
    sending.abort();
}

#[tokio::test(start_paused = true)]
async fn nobody_gets_anybody_elses_token() {
    let shared = Shared::new(Platform::new(|_, before| Does::Says(token(&format!("T{before}")))));
    let official = |id: &str, secret: &str| OfficialAccount::new(id, secret);
    let emulated = shared.builder(&official("wx1", SECRET)).api_base("http://127.0.0.1:1");
    let other = shared.builder(&official("wx1", SECRET)).api_base("http://127.0.0.1:1/other");
    let app = |corp: &str, agent: u32, secret: &str| {
        shared.builder(&WorkApp::new(corp, agent, secret)).build().unwrap().any()
    };
    let clients: Vec<Client<Any>> = vec![
        shared.client().any(),
        shared.builder(&official("wx2", SECRET)).build().unwrap().any(),
        shared.builder(&official("wx1", "another")).build().unwrap().any(),
        shared.builder(&official("wx1", SECRET).with_classic_token()).build().unwrap().any(),
        shared.builder(&MiniProgram::new("wx1", SECRET)).build().unwrap().any(),
        emulated.build().unwrap().any(),
        other.build().unwrap().any(),
        app("ww1", 1, SECRET),
        app("ww1", 2, SECRET),
        app("ww1", 1, "another"),
        app("ww2", 1, SECRET),
        // Ids that would read the same if they were simply put together.
        app("ww1/1", 1, SECRET),
        app("ww1:1", 1, SECRET),
    ];
    let mut tokens = Vec::new();
    for _ in 0..2 {
        for client in &clients {
            tokens.push(client.credentials().get().await.unwrap().expose().to_owned());
        }
    }
    let expected: Vec<_> = (0..clients.len()).map(|number| format!("T{number}")).collect();
    assert_eq!(tokens, [expected.clone(), expected].concat());
    assert_eq!(shared.places().await.len(), clients.len());
    // The same account in a process that started later.
    assert_eq!(shared.client().credentials().get().await.unwrap(), Secret::new("T0"));
}

#[tokio::test(start_paused = true)]
async fn a_bad_secret_costs_all_processes_one_call_in_thirty_seconds() {
    let answer = r#"{"errcode":40125,"errmsg":"invalid appsecret rid: 1-2-3"}"#;
    let shared = Shared::new(Platform::new(|_, _| Does::Answers(answer)));
    let clients: Vec<_> = (0..4).map(|_| shared.client()).collect();
    for round in 1..=3 {
        let calls = clients.iter().map(|wx| wx.send(DeleteMenu::new()).into_future());
        for outcome in join_all(calls).await {
            let error = outcome.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credential);
            assert_eq!(error.code().unwrap().get(), 40125);
            assert!(error.hint().is_some() && error.rid() == Some("1-2-3"), "{error}");
        }
        assert_eq!(shared.platform.seen().len(), round);
        pass(30).await;
    }
}

#[tokio::test(start_paused = true)]
async fn an_address_that_is_rejected_does_not_stop_other_machines() {
    let rejected = AtomicBool::new(false);
    let shared = Shared::new(Platform::new(move |seen, _| {
        if !seen.is_token() {
            return Does::Answers(OK);
        }
        // The first machine's address is not in the account's list.
        if rejected.swap(true, Ordering::SeqCst) {
            Does::Says(token("T"))
        } else {
            Does::Answers(r#"{"errcode":40164,"errmsg":"invalid ip 1.2.3.4, not in whitelist"}"#)
        }
    }));
    let error = shared.client().send(DeleteMenu::new()).await.unwrap_err();
    assert_eq!(error.code().unwrap().get(), 40164);
    shared.client().send(DeleteMenu::new()).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn forced_renewals_are_counted_over_all_processes() {
    let shared = Shared::new(Platform::new(|seen, _| match seen.is_token() {
        true => Does::Says(token("SAME")),
        false => Does::Answers(INVALID),
    }));
    let forced =
        || shared.platform.seen().iter().filter(|seen| seen.text().contains(":true")).count();
    let (one, two) = (shared.client(), shared.client());
    assert!(one.send(DeleteMenu::new()).await.is_err());
    assert_eq!(forced(), 1);
    let error = two.send(DeleteMenu::new()).await.unwrap_err();
    assert!(error.message().contains("30 seconds apart"), "{error}");
    assert_eq!(forced(), 1);
    for _ in 0..40 {
        pass(31).await;
        assert!(one.send(DeleteMenu::new()).await.is_err());
        assert!(two.send(DeleteMenu::new()).await.is_err());
    }
    assert_eq!(forced(), 20);
}

#[tokio::test(start_paused = true)]
async fn without_its_store_a_client_goes_on_as_long_as_it_can() {
    let mut shared = Shared::new(Platform::with_tokens(|_, _| Does::Answers(OK)));
    let faulty = Faulty::of(Arc::clone(&shared.store));
    shared.store = faulty.clone();
    let wx = shared.client();
    wx.send(DeleteMenu::new()).await.unwrap();

    faulty.goes_down();
    pass(7200 - 100).await;
    wx.send(DeleteMenu::new()).await.unwrap();
    pass(100).await;
    // A token can be fetched again.
    wx.send(DeleteMenu::new()).await.unwrap();
    let fetched = shared.platform.tokens_fetched();

    faulty.comes_up();
    pass(7200).await;
    wx.send(DeleteMenu::new()).await.unwrap();
    assert_eq!(shared.platform.tokens_fetched(), fetched + 1);
    shared.client().send(DeleteMenu::new()).await.unwrap();
    assert_eq!(shared.platform.tokens_fetched(), fetched + 1);
}

#[tokio::test(start_paused = true)]
async fn a_token_is_used_even_if_it_cannot_be_stored() {
    let mut shared = Shared::new(Platform::with_tokens(|_, _| Does::Answers(OK)));
    let faulty = Faulty::of(Arc::clone(&shared.store));
    shared.store = faulty.clone();
    // The store goes away while the platform is asked.
    let platform = Platform::new(move |seen, _| {
        if seen.is_token() {
            faulty.goes_down();
            Does::Says(token("T"))
        } else {
            Does::Answers(OK)
        }
    });
    shared.platform = platform;
    let wx = shared.client();
    wx.send(DeleteMenu::new()).await.unwrap();
    wx.send(DeleteMenu::new()).await.unwrap();
    assert_eq!(shared.platform.tokens_fetched(), 1);
}

#[tokio::test(start_paused = true)]
async fn what_is_no_token_is_replaced_and_what_is_sealed_stays_sealed() {
    let shared = Shared::new(Platform::with_tokens(|_, _| Does::Answers(OK)));
    shared.client().send(DeleteMenu::new()).await.unwrap();
    let place = shared.places().await.remove(0);
    for rubbish in ["", "{", "[1]", r#"{"token":{"value":7}}"#] {
        shared.store.put(&place, rubbish.into(), None).await.unwrap();
        shared.client().send(DeleteMenu::new()).await.unwrap();
    }
    assert_eq!(shared.platform.tokens_fetched(), 5);
    let kept = shared.store.get(&place).await.unwrap().unwrap();
    assert!(kept.value.text().unwrap().contains("T4"));

    let mut sealed = shared;
    let plain = Arc::clone(&sealed.store);
    plain.delete(&place).await.unwrap();
    sealed.store = Arc::new(Sealed::new(Arc::clone(&plain), SealKey::new([1; 32])));
    sealed.client().send(DeleteMenu::new()).await.unwrap();
    let kept = plain.get(&place).await.unwrap().unwrap();
    assert!(!kept.value.bytes().windows(2).any(|two| two == b"T5"));
    sealed.client().send(DeleteMenu::new()).await.unwrap();
    assert_eq!(sealed.platform.tokens_fetched(), 6);
    // With another key it cannot be read, but it can be fetched again.
    sealed.store = Arc::new(Sealed::new(plain, SealKey::new([2; 32])));
    sealed.client().send(DeleteMenu::new()).await.unwrap();
    sealed.client().send(DeleteMenu::new()).await.unwrap();
    assert_eq!(sealed.platform.tokens_fetched(), 7);
}
