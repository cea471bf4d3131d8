//! A central token server: what programs do while it is slow, away, or at odds with the platform.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use common::{Does, OK, Platform, TestClock, page, pass};
use http::Response;
use weixin_api::{AccountId, Clock, CredentialSource, ErrorKind, POST};
use weixin_client::{CentralCredentials, IntoClient};
use weixin_official::{OfficialAccount, menu::DeleteMenu};
use weixin_protocol::{Product, Secret};

/// A server that does what it is told for each question, and a source that asks it.
fn asking(
    does: impl Fn(&str, usize) -> Does + Send + Sync + 'static,
) -> (CentralCredentials, Arc<Platform>, Arc<TestClock>) {
    let server = Platform::new(move |seen, n| does(seen.text(), n));
    let id = AccountId::new(Product::Official, "wx1");
    let source = CentralCredentials::new("http://tokens:7080", "KEY", id).unwrap();
    let clock = TestClock::new();
    (source.clock(clock.clone()).transport(server.clone()), server, clock)
}

fn gives(credential: &str) -> Does {
    Does::Says(format!(r#"{{"credential":"{credential}","use_for":60}}"#))
}

fn complains(status: u16, error: &str) -> Does {
    let answer = Bytes::from(format!(r#"{{"error":"{error}"}}"#));
    Does::Sends(Response::builder().status(status).body(answer).unwrap())
}

/// Lets whatever goes on in the background come to an end.
async fn settle() {
    for _ in 0..500 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_held_is_served_while_the_server_is_asked() {
    let (source, server, clock) = asking(|_, n| match n {
        0 => gives("C0"),
        1 => Does::Hangs,
        _ => gives("C2"),
    });
    source.get().await.unwrap();
    pass(61).await;
    let before = clock.now();
    for _ in 0..10 {
        assert_eq!(source.get().await.unwrap(), Secret::new("C0"));
    }
    assert_eq!(clock.now(), before);
    settle().await;
    assert_eq!(server.seen().len(), 2);
    // The question is given up; after a pause there is another one, and its answer counts.
    pass(4).await;
    settle().await;
    pass(6).await;
    assert_eq!(source.get().await.unwrap(), Secret::new("C0"));
    settle().await;
    assert_eq!(source.get().await.unwrap(), Secret::new("C2"));
    assert_eq!(server.seen().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn the_server_has_three_seconds() {
    let (source, server, clock) = asking(|_, _| Does::Hangs);
    let before = clock.now();
    let error = source.get().await.unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Credential, true));
    assert_eq!(clock.now().since(before), Duration::from_secs(3));
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_proxy_that_does_not_reach_the_server_is_no_rejection() {
    for status in [500, 502, 503, 504, 429] {
        let (source, server, _) = asking(move |_, n| match n {
            0 => gives("C0"),
            _ => page(status),
        });
        source.get().await.unwrap();
        for round in 1..4 {
            pass(61).await;
            assert_eq!(source.get().await.unwrap(), Secret::new("C0"));
            settle().await;
            assert_eq!(server.seen().len(), round + 1);
        }
        let (source, _, _) = asking(move |_, _| page(status));
        let error = source.get().await.unwrap_err();
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Credential, true), "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_in_trouble_takes_nothing_away_and_one_that_rejects_does() {
    for (status, stays) in [(502, true), (500, true), (401, false), (404, false)] {
        let (source, _, _) = asking(move |_, n| match n {
            0 => gives("C0"),
            _ => complains(status, "no"),
        });
        source.get().await.unwrap();
        pass(61).await;
        source.get().await.unwrap();
        settle().await;
        let outcome = source.get().await;
        assert_eq!(outcome.is_ok(), stays, "{status}");
        if let Err(error) = outcome {
            assert!(error.message().contains("the token server says: no"), "{error}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_rejected_call_locks_no_program_out() {
    // The server has asked the platform, which hands out the same token again; older servers and
    // others may simply answer with the same.
    for same in [false, true] {
        let (source, server, clock) =
            asking(move |question, _| match question.contains("bad") && !same {
                true => complains(502, "the same one again"),
                false => gives("C0"),
            });
        let platform = Platform::new(|seen, _| match &*seen.path {
            "/odd" => Does::Answers(r#"{"errcode":40001,"errmsg":"invalid credential"}"#),
            _ => Does::Answers(OK),
        });
        let transport: Arc<Platform> = Arc::clone(&platform);
        let builder = OfficialAccount::new("wx1", "").client_builder().transport(transport);
        let wx = builder.clock(clock).credentials(Arc::new(source)).build().unwrap();
        wx.send(DeleteMenu::new()).await.unwrap();
        for _ in 0..3 {
            let error = wx.call(POST, "/odd", ()).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credential);
            assert!(error.message().contains("same one again"), "{error}");
            wx.send(DeleteMenu::new()).await.unwrap();
        }
        // It is asked for the first credential, and once what to do about the rejection.
        assert_eq!(server.seen().len(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn calls_that_ask_at_the_same_time_ask_once() {
    let known = Arc::new(Mutex::new(0));
    let renewed = Arc::new(AtomicBool::new(false));
    let (count, new) = (Arc::clone(&known), Arc::clone(&renewed));
    let (source, _, _) = asking(move |question, _| {
        *count.lock().unwrap() += 1;
        if question.contains(r#""bad":"C0""#) {
            new.store(true, Ordering::SeqCst);
        }
        gives(if new.load(Ordering::SeqCst) { "C1" } else { "C0" })
    });
    let all = futures_util::future::join_all((0..50).map(|_| source.get())).await;
    assert!(all.into_iter().all(|got| got.unwrap() == Secret::new("C0")));
    let replace = (0..50).map(|_| source.replace(Secret::new("C0")));
    let all = futures_util::future::join_all(replace).await;
    assert!(all.into_iter().all(|got| got.unwrap() == Secret::new("C1")));
    assert_eq!(*known.lock().unwrap(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_page_that_rejects_is_a_rejection() {
    for status in [400, 401, 403, 404] {
        let (source, _, _) = asking(move |_, n| match n {
            0 => gives("C0"),
            _ => page(status),
        });
        source.get().await.unwrap();
        pass(61).await;
        source.get().await.unwrap();
        settle().await;
        let error = source.get().await.unwrap_err();
        assert!(error.message().contains(&format!("HTTP status {status}")), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_failure_is_remembered_for_five_seconds() {
    let (source, server, _) = asking(|_, _| complains(502, "no"));
    for (seconds, asked) in [(0, 1), (4, 1), (1, 2)] {
        pass(seconds).await;
        source.get().await.unwrap_err();
        assert_eq!(server.seen().len(), asked);
    }
}

#[tokio::test(start_paused = true)]
async fn who_joins_a_question_that_knows_of_no_rejection_asks_again() {
    let (source, server, _) =
        asking(|_, n| Does::Dawdles(format!(r#"{{"credential":"C{n}","use_for":60}}"#)));
    let (first, other) = tokio::join!(source.get(), source.replace(Secret::new("C0")));
    assert_eq!((first.unwrap(), other.unwrap()), (Secret::new("C0"), Secret::new("C1")));
    assert!(server.seen()[1].text().contains(r#""bad":"C0""#));
}
