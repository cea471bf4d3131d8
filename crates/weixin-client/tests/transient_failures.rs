//! Failures that are over in a moment: they are tried again, and remembered no longer than needed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use common::{Does, OK, Platform, SECRET, client, connect, page, processes::Shared, token};
use weixin_api::{ErrCode, ErrorKind};
use weixin_official::{custom_message::SendCustomMessage, menu::DeleteMenu};
use weixin_work::{WorkApp, message::SendMessage};

const BUSY: &str = r#"{"errcode":-1,"errmsg":"system error"}"#;

#[tokio::test(start_paused = true)]
async fn a_token_fetch_that_failed_in_passing_is_repeated() {
    let failures: [fn() -> Does; 6] = [
        || page(502),
        || page(503),
        || page(200),
        || Does::Interrupts,
        || Does::Breaks("{\"access"),
        || Does::Answers(BUSY),
    ];
    for fail in failures {
        for classic in [false, true] {
            let platform = Platform::new(move |seen, n| match (n, seen.is_token()) {
                (0, _) => fail(),
                (_, true) => Does::Says(token("T")),
                _ => Does::Answers(OK),
            });
            match classic {
                true => connect(&common::account().with_classic_token(), &platform)
                    .send(DeleteMenu::new())
                    .await
                    .unwrap(),
                false => client(&platform).send(DeleteMenu::new()).await.unwrap(),
            };
            assert_eq!(platform.seen().len(), 3);
        }
        let platform = Platform::new(move |seen, n| match (n, seen.is_token()) {
            (0, _) => fail(),
            (_, true) => Does::Says(token("T")),
            _ => Does::Answers(OK),
        });
        let wx = connect(&WorkApp::new("ww1", 7, SECRET), &platform);
        wx.send(SendMessage::text("ann", "x")).await.unwrap();
        assert_eq!(platform.seen().len(), 3);
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_platform_says_about_the_account_is_not_repeated() {
    let rejected = r#"{"errcode":40125,"errmsg":"invalid appsecret"}"#;
    for answer in [|| page(404), || page(302)] {
        let platform = Platform::new(move |_, _| answer());
        client(&platform).send(DeleteMenu::new()).await.unwrap_err();
        assert_eq!(platform.seen().len(), 1);
    }
    let platform = Platform::new(move |_, _| Does::Answers(rejected));
    client(&platform).send(DeleteMenu::new()).await.unwrap_err();
    assert_eq!(platform.seen().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_message_to_a_busy_platform_is_sent_again_while_there_is_time() {
    let platform = Platform::with_tokens(|_, n| Does::Answers(if n < 2 { BUSY } else { OK }));
    client(&platform).send(SendCustomMessage::text("ann", "x")).await.unwrap();
    assert_eq!(platform.calls().len(), 3);
    let busy = Platform::with_tokens(|_, _| Does::Answers(BUSY));
    let wx = client(&busy);
    let call = wx.send(SendCustomMessage::text("ann", "x")).timeout(Duration::from_millis(500));
    assert_eq!(call.await.unwrap_err().code(), Some(ErrCode::BUSY));
    assert_eq!(busy.calls().len(), 2);
    // That somebody else changed the same data is another matter.
    let changed = r#"{"errcode":6000,"errmsg":"data version conflict"}"#;
    let platform = Platform::with_tokens(move |_, _| Does::Answers(changed));
    let wx = connect(&WorkApp::new("ww1", 7, SECRET), &platform);
    wx.send(SendMessage::text("ann", "x")).await.unwrap_err();
    assert_eq!(platform.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_success_of_anybody_ends_the_wait() {
    let rejections = Arc::new(AtomicUsize::new(1));
    let left = Arc::clone(&rejections);
    let shared = Shared::new(Platform::new(move |seen, _| {
        if !seen.is_token() {
            return Does::Answers(OK);
        }
        // An address that is not in the list concerns one machine alone.
        match left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)) {
            Ok(_) => Does::Answers(r#"{"errcode":40164,"errmsg":"invalid ip 1.2.3.4"}"#),
            Err(_) => Does::Says(token("T")),
        }
    }));
    let (one, two) = (shared.client(), shared.client());
    let error = one.send(DeleteMenu::new()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    // The failure is remembered, and the platform is not asked again …
    assert_eq!(one.send(DeleteMenu::new()).await.unwrap_err().code(), error.code());
    assert_eq!(shared.platform.tokens_fetched(), 1);
    // … until somebody has a token.
    let before = shared.now();
    two.send(DeleteMenu::new()).await.unwrap();
    one.send(DeleteMenu::new()).await.unwrap();
    assert_eq!((shared.now(), shared.platform.tokens_fetched()), (before, 2));
}
