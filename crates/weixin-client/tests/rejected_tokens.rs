//! A token that the platform rejects in one call and hands out again is not held against it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    error::Error as _,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use common::{Does, OK, Platform, SECRET, client, connect, pass, processes::Shared, token};
use weixin_api::{ErrCode, Error, ErrorKind, POST};
use weixin_official::{custom_message::SendCustomMessage, menu::DeleteMenu};
use weixin_work::{WorkApp, message::SendMessage};

const INVALID: &str = r#"{"errcode":40001,"errmsg":"invalid credential, access_token is invalid"}"#;

/// WeCom, where the path `/odd` is called with another token than the app's.
fn wecom() -> Arc<Platform> {
    Platform::new(|seen, _| match (seen.is_token(), &*seen.path) {
        (true, _) => Does::Says(token("T")),
        (_, "/odd") => Does::Answers(r#"{"errcode":42001,"errmsg":"access_token expired"}"#),
        _ => Does::Answers(OK),
    })
}

fn is_same_again(error: &Error) -> bool {
    error.kind() == ErrorKind::Credential
        && error.message().contains("same one again")
        && error.message().contains("stays in use")
}

#[tokio::test(start_paused = true)]
async fn one_rejected_call_does_not_lock_the_app_out() {
    let platform = wecom();
    let wx = connect(&WorkApp::new("ww1", 7, SECRET), &platform);
    wx.send(SendMessage::text("ann", "x")).await.unwrap();
    let error = wx.call(POST, "/odd", ()).await.unwrap_err();
    assert!(is_same_again(&error), "{error}");
    // The platform's own words are not lost.
    assert!(error.source().unwrap().to_string().contains("access_token expired"));
    wx.send(SendMessage::text("ann", "x")).await.unwrap();
    assert_eq!(platform.tokens_fetched(), 2);
    // For 30 seconds the platform is not asked again …
    for _ in 0..5 {
        assert!(is_same_again(&wx.call(POST, "/odd", ()).await.unwrap_err()));
        wx.send(SendMessage::text("ann", "x")).await.unwrap();
    }
    assert_eq!(platform.tokens_fetched(), 2);
    // … and then it may know better.
    pass(31).await;
    assert!(is_same_again(&wx.call(POST, "/odd", ()).await.unwrap_err()));
    assert_eq!(platform.tokens_fetched(), 3);
}

#[tokio::test(start_paused = true)]
async fn other_processes_notice_nothing() {
    let shared = Shared::new(wecom());
    let app = WorkApp::new("ww1", 7, SECRET);
    let (one, two) = (shared.client_of(&app), shared.client_of(&app));
    one.send(SendMessage::text("ann", "x")).await.unwrap();
    two.send(SendMessage::text("ann", "x")).await.unwrap();
    assert!(is_same_again(&one.call(POST, "/odd", ()).await.unwrap_err()));
    assert!(shared.kept().await.contains(r#""value":"T""#));
    let fetched = shared.platform.tokens_fetched();
    two.send(SendMessage::text("ann", "x")).await.unwrap();
    shared.client_of(&app).send(SendMessage::text("ann", "x")).await.unwrap();
    assert_eq!(shared.platform.tokens_fetched(), fetched);
}

/// A platform with a new token each time it is forced, which no call to `/odd` can please.
fn official() -> (Arc<Platform>, Arc<AtomicUsize>) {
    let forced = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&forced);
    let platform = Platform::new(move |seen, _| {
        if !seen.is_token() {
            return Does::Answers(if seen.path == "/odd" { INVALID } else { OK });
        }
        if seen.text().contains(r#""force_refresh":true"#) {
            count.fetch_add(1, Ordering::SeqCst);
        }
        Does::Says(token(&format!("T{}", count.load(Ordering::SeqCst))))
    });
    (platform, forced)
}

#[tokio::test(start_paused = true)]
async fn a_token_that_works_elsewhere_is_not_renewed_by_force() {
    let (platform, forced) = official();
    let wx = client(&platform);
    for _ in 0..5 {
        wx.send(DeleteMenu::new()).await.unwrap();
        assert!(is_same_again(&wx.call(POST, "/odd", ()).await.unwrap_err()));
        pass(31).await;
    }
    assert_eq!(forced.load(Ordering::SeqCst), 0);
}

#[tokio::test(start_paused = true)]
async fn where_force_does_not_help_it_is_not_used_again() {
    let (platform, forced) = official();
    let wx = client(&platform);
    for _ in 0..5 {
        assert!(wx.call(POST, "/odd", ()).await.is_err());
        pass(31).await;
    }
    assert_eq!(forced.load(Ordering::SeqCst), 1);
    wx.send(SendCustomMessage::text("ann", "x")).await.unwrap();
    assert_eq!(platform.calls().last().unwrap().token(), Some("T1"));
}

#[tokio::test(start_paused = true)]
async fn a_token_that_went_bad_after_it_worked_is_renewed_by_force_in_the_end() {
    let good = Arc::new(AtomicUsize::new(0));
    let (valid, forced) = (Arc::clone(&good), AtomicUsize::new(0));
    let platform = Platform::new(move |seen, _| {
        if !seen.is_token() {
            let valid = format!("T{}", valid.load(Ordering::SeqCst));
            return Does::Answers(if seen.token() == Some(&*valid) { OK } else { INVALID });
        }
        if seen.text().contains(r#""force_refresh":true"#) {
            forced.store(1, Ordering::SeqCst);
        }
        Does::Says(token(&format!("T{}", forced.load(Ordering::SeqCst))))
    });
    let wx = client(&platform);
    wx.send(DeleteMenu::new()).await.unwrap();
    // From now on the platform rejects the token that it hands out.
    good.store(1, Ordering::SeqCst);
    assert!(is_same_again(&wx.send(DeleteMenu::new()).await.unwrap_err()));
    pass(31).await;
    wx.send(DeleteMenu::new()).await.unwrap();
    assert_eq!(platform.calls().last().unwrap().token(), Some("T1"));
}

#[tokio::test(start_paused = true)]
async fn the_codes_of_a_suites_token_say_nothing_about_an_apps() {
    for code in [40082, 42009] {
        let platform = Platform::with_tokens(move |_, _| {
            Does::Says(format!(r#"{{"errcode":{code},"errmsg":"suite_access_token"}}"#))
        });
        let wx = connect(&WorkApp::new("ww1", 7, SECRET), &platform);
        let error = wx.send(SendMessage::text("ann", "x")).await.unwrap_err();
        assert_eq!((error.kind(), error.code()), (ErrorKind::Platform, Some(ErrCode::new(code))));
        assert_eq!((platform.tokens_fetched(), platform.calls().len()), (1, 1));
    }
}
