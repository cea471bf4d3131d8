//! Access tokens: fetched once, renewed early, replaced when rejected, and never in a storm.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use common::{Does, OK, Platform, SECRET, client, connect, pass, token};
use futures_util::future::join_all;
use weixin_api::{CredentialSource, ErrCode, ErrorKind};
use weixin_client::{CentralCredentials, IntoClient};
use weixin_mini::MiniProgram;
use weixin_official::{OfficialAccount, custom_message::SendCustomMessage, menu::DeleteMenu};
use weixin_protocol::Secret;
use weixin_work::{WorkApp, message::SendMessage};

const INVALID: &str = r#"{"errcode":40001,"errmsg":"invalid credential, access_token is invalid or not latest rid: 1-2-3"}"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_calls_fetch_one_token() {
    let platform =
        Platform::new(
            |seen, _| {
                if seen.is_token() { Does::Dawdles(token("T")) } else { Does::Answers(OK) }
            },
        );
    let transport: Arc<Platform> = Arc::clone(&platform);
    let wx = common::account().client_builder().transport(transport).build().unwrap();
    let calls = (0..1000).map(|_| {
        let wx = wx.clone();
        tokio::spawn(async move { wx.send(DeleteMenu::new()).await })
    });
    for outcome in join_all(calls).await {
        outcome.unwrap().unwrap();
    }
    assert_eq!((platform.tokens_fetched(), platform.calls().len()), (1, 1000));
    assert!(platform.calls().iter().all(|call| call.token() == Some("T")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_calls_with_a_rejected_token_renew_it_once() {
    let platform = Platform::with_tokens(|seen, _| match seen.token() {
        Some("T0") => Does::Dawdles(INVALID.to_owned()),
        _ => Does::Answers(OK),
    });
    let transport: Arc<Platform> = Arc::clone(&platform);
    let wx = common::account().client_builder().transport(transport).build().unwrap();
    let calls = (0..1000).map(|_| {
        let wx = wx.clone();
        tokio::spawn(async move { wx.send(DeleteMenu::new()).await })
    });
    for outcome in join_all(calls).await {
        outcome.unwrap().unwrap();
    }
    assert_eq!(platform.tokens_fetched(), 2);
}

#[tokio::test(start_paused = true)]
async fn the_stable_token_is_asked_for_and_kept() {
    let platform = Platform::with_tokens(|_, _| Does::Answers(OK));
    let wx = client(&platform);
    wx.send(DeleteMenu::new()).await.unwrap();
    pass(7_200 - 241).await;
    wx.send(DeleteMenu::new()).await.unwrap();
    let seen = platform.seen();
    assert_eq!(seen.len(), 3);
    assert_eq!(
        (&*seen[0].method, &*seen[0].path, &*seen[0].query),
        ("POST", "/cgi-bin/stable_token", "")
    );
    assert_eq!(
        seen[0].text(),
        format!(
            r#"{{"grant_type":"client_credential","appid":"wx1","secret":"{SECRET}","force_refresh":false}}"#
        )
    );
    assert_eq!(seen[2].token(), Some("T0"));
}

#[tokio::test(start_paused = true)]
async fn a_token_is_renewed_in_the_background_before_its_end() {
    let platform = Platform::with_tokens(|_, _| Does::Answers(OK));
    let wx = client(&platform);
    wx.send(DeleteMenu::new()).await.unwrap();
    pass(7_200 - 239).await;
    wx.send(DeleteMenu::new()).await.unwrap();
    assert_eq!(platform.calls()[1].token(), Some("T0"));
    // The call did not wait for it.
    tokio::task::yield_now().await;
    wx.send(DeleteMenu::new()).await.unwrap();
    assert_eq!(platform.calls()[2].token(), Some("T1"));
    assert_eq!(platform.tokens_fetched(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_expired_token_is_not_sent() {
    let platform = Platform::with_tokens(|_, _| Does::Answers(OK));
    let wx = client(&platform);
    wx.send(DeleteMenu::new()).await.unwrap();
    pass(7_200).await;
    wx.send(DeleteMenu::new()).await.unwrap();
    assert_eq!(platform.calls()[1].token(), Some("T1"));
}

#[tokio::test(start_paused = true)]
async fn a_rejected_token_is_replaced_and_the_call_repeated_once() {
    let platform = Platform::with_tokens(|seen, _| match seen.token() {
        Some("T0") => Does::Answers(INVALID),
        _ => Does::Answers(OK),
    });
    // Not even a message that may not be sent twice is lost: the platform did not look at it.
    client(&platform).send(SendCustomMessage::text("o", "x")).await.unwrap();
    let tokens: Vec<_> =
        platform.calls().iter().map(|call| call.token().unwrap().to_owned()).collect();
    assert_eq!(tokens, ["T0", "T1"]);

    let stubborn = Platform::with_tokens(|_, _| Does::Answers(INVALID));
    let error = client(&stubborn).send(DeleteMenu::new()).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Platform, Some(ErrCode::BAD_CREDENTIAL)));
    assert_eq!((stubborn.tokens_fetched(), stubborn.calls().len()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn who_comes_late_with_a_bad_token_changes_nothing() {
    let platform = Platform::with_tokens(|_, _| Does::Answers(OK));
    let source = client(&platform).credentials();
    assert_eq!(source.get().await.unwrap(), Secret::new("T0"));
    assert_eq!(source.replace(Secret::new("T0")).await.unwrap(), Secret::new("T1"));
    for _ in 0..10 {
        assert_eq!(source.replace(Secret::new("T0")).await.unwrap(), Secret::new("T1"));
    }
    assert_eq!(source.get().await.unwrap(), Secret::new("T1"));
    assert_eq!(platform.tokens_fetched(), 2);
}

/// A platform that gives the same stable token until it is forced.
fn same_until_forced() -> Arc<Platform> {
    let forced = AtomicBool::new(false);
    Platform::new(move |seen, _| {
        if !seen.is_token() {
            let good = if forced.load(Ordering::SeqCst) { "NEW" } else { "NONE" };
            return Does::Answers(if seen.token() == Some(good) { OK } else { INVALID });
        }
        if seen.text().contains(r#""force_refresh":true"#) {
            forced.store(true, Ordering::SeqCst);
        }
        Does::Says(token(if forced.load(Ordering::SeqCst) { "NEW" } else { "OLD" }))
    })
}

#[tokio::test(start_paused = true)]
async fn the_same_token_again_is_renewed_by_force() {
    let platform = same_until_forced();
    client(&platform).send(DeleteMenu::new()).await.unwrap();
    let paths: Vec<_> = platform.seen().iter().map(|seen| seen.path.clone()).collect();
    let (token, call) = ("/cgi-bin/stable_token", "/cgi-bin/menu/delete");
    assert_eq!(paths, [token, call, token, token, call]);
    assert_eq!(platform.calls()[1].token(), Some("NEW"));
}

#[tokio::test(start_paused = true)]
async fn force_has_its_limits() {
    let platform = Platform::new(|seen, _| match seen.is_token() {
        true => Does::Says(token("SAME")),
        false => Does::Answers(INVALID),
    });
    let wx = client(&platform);
    let forced = || platform.seen().iter().filter(|seen| seen.text().contains(":true")).count();
    let error = wx.send(DeleteMenu::new()).await.unwrap_err();
    assert_eq!((error.kind(), error.code(), forced()), (ErrorKind::Credential, None, 1));
    assert!(error.message().contains("same one again"), "{error}");
    // For 30 seconds no other token is asked for; this one stays in use …
    let asked = platform.seen().len();
    assert_eq!(wx.send(DeleteMenu::new()).await.unwrap_err().kind(), ErrorKind::Credential);
    assert_eq!(platform.seen().len(), asked + 1);
    assert_eq!(platform.seen()[asked].token(), Some("SAME"));
    // … and then another attempt may be forced, up to 20 times a day.
    for _ in 0..40 {
        pass(31).await;
        assert_eq!(wx.send(DeleteMenu::new()).await.unwrap_err().kind(), ErrorKind::Credential);
    }
    assert_eq!(forced(), 20);
    assert!(wx.send(DeleteMenu::new()).await.unwrap_err().message().contains("20 times a day"));
    pass(24 * 60 * 60).await;
    assert!(wx.send(DeleteMenu::new()).await.is_err());
    assert_eq!(forced(), 21);
}

#[tokio::test(start_paused = true)]
async fn wecom_cannot_be_forced_and_says_so() {
    let platform = Platform::new(|seen, _| match seen.is_token() {
        true => Does::Says(format!(r#"{{"errcode":0,"errmsg":"ok",{}"#, &token("SAME")[1..])),
        false => {
            Does::Answers(r#"{"errcode":42001,"errmsg":"access_token expired, hint: [1_2_3]"}"#)
        }
    });
    let wx = connect(&WorkApp::new("ww1", 7, SECRET), &platform);
    let error = wx.send(SendMessage::text("ann", "x")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(error.message().contains("same one again"), "{error}");
    assert_eq!((platform.tokens_fetched(), platform.calls().len()), (2, 1));
}

#[tokio::test(start_paused = true)]
async fn a_bad_secret_costs_one_call_in_thirty_seconds() {
    for (app, code) in [(false, 40125), (true, 40001)] {
        let platform = Platform::new(move |_, _| {
            Does::Says(format!(r#"{{"errcode":{code},"errmsg":"invalid secret"}}"#))
        });
        let failing = if app {
            let wx = connect(&WorkApp::new("ww1", 7, SECRET), &platform);
            wx.any()
        } else {
            client(&platform).any()
        };
        let outcomes = join_all((0..100).map(|_| failing.send_text("ann", "x"))).await;
        for outcome in outcomes {
            let error = outcome.unwrap_err();
            assert_eq!(
                (error.kind(), error.code()),
                (ErrorKind::Credential, Some(ErrCode::new(code)))
            );
            assert!(error.hint().is_some());
        }
        assert_eq!(platform.seen().len(), 1);
        pass(29).await;
        assert!(failing.send_text("ann", "x").await.is_err());
        assert_eq!(platform.seen().len(), 1);
        pass(2).await;
        assert!(failing.send_text("ann", "x").await.is_err());
        assert_eq!(platform.seen().len(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn wecoms_40001_is_no_reason_for_another_token() {
    let platform = Platform::with_tokens(|_, _| Does::Answers(r#"{"errcode":40001,"errmsg":"x"}"#));
    let wx = connect(&WorkApp::new("ww1", 7, SECRET), &platform);
    let error = wx.send(SendMessage::text("ann", "x")).await.unwrap_err();
    assert_eq!(
        (error.kind(), platform.tokens_fetched(), platform.calls().len()),
        (ErrorKind::Platform, 1, 1)
    );
}

#[tokio::test(start_paused = true)]
async fn a_fetch_outlives_the_calls_that_wait_for_it() {
    let platform =
        Platform::new(
            |seen, _| {
                if seen.is_token() { Does::Dawdles(token("T")) } else { Does::Answers(OK) }
            },
        );
    let wx = client(&platform);
    let mut first = Box::pin(wx.send(DeleteMenu::new()).into_future());
    // The call is polled until its fetch is under way, then dropped.
    tokio::select! {
        biased;
        outcome = &mut first => panic!("too early: {outcome:?}"),
        () = async { while platform.tokens_fetched() == 0 { tokio::task::yield_now().await } } => {}
    }
    drop(first);
    wx.send(DeleteMenu::new()).await.unwrap();
    assert_eq!((platform.tokens_fetched(), platform.calls().len()), (1, 1));
}

#[tokio::test(start_paused = true)]
async fn a_platform_out_of_reach_is_tried_again_and_then_left_alone_for_a_while() {
    let platform = Platform::new(|_, _| Does::Unsent);
    let wx = client(&platform);
    let error = wx.send(DeleteMenu::new()).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.is_retryable(), platform.seen().len()),
        (ErrorKind::Credential, true, 5)
    );
    assert!(wx.send(DeleteMenu::new()).await.is_err());
    assert_eq!(platform.seen().len(), 5);
    pass(2).await;
    assert!(wx.send(DeleteMenu::new()).await.is_err());
    assert_eq!(platform.seen().len(), 10);
}

#[tokio::test(start_paused = true)]
async fn a_fetch_that_hangs_is_given_up() {
    let platform = Platform::new(|_, _| Does::Hangs);
    let error = client(&platform).send(DeleteMenu::new()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(platform.seen().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn two_clients_can_share_their_token() {
    let platform = Platform::with_tokens(|_, _| Does::Answers(OK));
    let one = client(&platform);
    let transport: Arc<Platform> = Arc::clone(&platform);
    let builder = common::account().client_builder().credentials(one.credentials());
    let two = builder.transport(transport).deadline(Duration::from_secs(5)).build().unwrap();
    one.send(DeleteMenu::new()).await.unwrap();
    two.send(DeleteMenu::new()).await.unwrap();
    assert_eq!(platform.tokens_fetched(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_classic_token_and_a_mini_programs_are_asked_for_where_they_are() {
    let platform = Platform::with_tokens(|_, _| Does::Answers(OK));
    let classic = OfficialAccount::new("wx1", "s&1").with_classic_token();
    connect(&classic, &platform).send(DeleteMenu::new()).await.unwrap();
    let mini = MiniProgram::new("wx2", "s2");
    connect(&mini, &platform).send(SendCustomMessage::text("o", "x")).await.unwrap();
    let app = WorkApp::new("ww1", 7, "s3");
    connect(&app, &platform).send(SendMessage::text("ann", "x")).await.unwrap();
    let fetches: Vec<_> = platform.seen().into_iter().filter(|seen| seen.is_token()).collect();
    assert_eq!(
        (&*fetches[0].method, &*fetches[0].path, &*fetches[0].query),
        ("GET", "/cgi-bin/token", "grant_type=client_credential&appid=wx1&secret=s%261")
    );
    assert!(fetches[1].text().contains(r#""appid":"wx2""#));
    assert_eq!(
        (&*fetches[2].host, &*fetches[2].path, &*fetches[2].query),
        ("qyapi.weixin.qq.com", "/cgi-bin/gettoken", "corpid=ww1&corpsecret=s3")
    );
}

#[tokio::test(start_paused = true)]
async fn a_central_server_is_asked_once_in_a_while() {
    let down = Arc::new(AtomicBool::new(false));
    let gone = Arc::clone(&down);
    let server = Platform::new(move |seen, n| {
        assert_eq!((&*seen.host, &*seen.path, &*seen.query), ("tokens:7080", "/x/credential", ""));
        match gone.load(Ordering::SeqCst) {
            true => Does::Unsent,
            false => Does::Says(format!(r#"{{"credential":"C{n}","use_for":60}}"#)),
        }
    });
    let id = weixin_api::AccountId::new(weixin_protocol::Product::Official, "wx1");
    let source = CentralCredentials::new("http://tokens:7080/x/", "KEY", id).unwrap();
    let source = source.clock(common::TestClock::new()).transport(server.clone());
    let gotten = join_all((0..100).map(|_| source.get())).await;
    assert!(gotten.into_iter().all(|got| got.unwrap() == Secret::new("C0")));
    assert_eq!(server.seen().len(), 1);
    assert_eq!(server.seen()[0].text(), r#"{"account":"official:wx1"}"#);
    // What the platform rejected is replaced; who comes late with it changes nothing.
    assert_eq!(source.replace(Secret::new("C0")).await.unwrap(), Secret::new("C1"));
    assert_eq!(source.replace(Secret::new("C0")).await.unwrap(), Secret::new("C1"));
    assert_eq!(server.seen()[1].text(), r#"{"account":"official:wx1","bad":"C0"}"#);
    assert_eq!(server.seen().len(), 2);
    // While the server is away, what is there is used, unless it is bad.
    down.store(true, Ordering::SeqCst);
    pass(61).await;
    assert_eq!(source.get().await.unwrap(), Secret::new("C1"));
    let error = source.replace(Secret::new("C1")).await.unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Credential, true));
    let asked = server.seen().len();
    assert!(source.replace(Secret::new("C1")).await.is_err());
    assert_eq!(server.seen().len(), asked);
    // It comes back.
    down.store(false, Ordering::SeqCst);
    pass(6).await;
    assert_eq!(source.replace(Secret::new("C1")).await.unwrap(), Secret::new(format!("C{asked}")));
    assert!(!format!("{source:?} {error:?}").contains("KEY"));
}

#[tokio::test(start_paused = true)]
async fn two_apps_of_a_corporation_have_a_token_each() {
    let platform = Platform::new(|seen, _| match seen.query.split_once("corpsecret=") {
        Some((_, secret)) => Does::Says(token(&format!("OF-{secret}"))),
        None => Does::Answers(r#"{"errcode":0,"errmsg":"ok","ticket":"J","expires_in":7200}"#),
    });
    let apps = [("7", "s7"), ("8", "s8")].map(|(agent, secret)| {
        let agent: weixin_api::AgentId = agent.parse().unwrap();
        connect(&WorkApp::new("ww1", agent, secret), &platform)
    });
    for wx in &apps {
        wx.send(SendMessage::text("ann", "x")).await.unwrap();
    }
    let tokens: Vec<_> =
        platform.calls().iter().map(|call| call.token().unwrap().to_owned()).collect();
    assert_eq!(tokens, ["OF-s7", "OF-s8"]);
    let agents: Vec<_> = platform.calls().iter().map(|call| call.text().to_owned()).collect();
    assert!(agents[0].contains(r#""agentid":7"#) && agents[1].contains(r#""agentid":8"#));
}
