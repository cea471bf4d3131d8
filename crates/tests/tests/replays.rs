//! Old requests, requests from the future, and replayed requests.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::body::Body;
use common::*;
use http::StatusCode;
use tokio::process::Command;
use weixin::{
    bot::App,
    emulator::{Credentials, Emulator, VirtualClock},
    prelude::*,
    protocol::{BotAnswer, Format, Mode, PassiveReply, PlatformPush, Product},
};
use weixin_tests::program::Program;

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

fn counting_app(account: AccountConfig) -> (App, Arc<AtomicUsize>, Arc<VirtualClock>) {
    let (clock, (bot, runs)) = (Arc::new(VirtualClock::default()), counting());
    (bot.clock(clock.clone()).build(&Config::new(account)).unwrap(), runs, clock)
}

/// The text with which the bot replies to a push.
async fn says(app: &App, push: &PlatformPush) -> String {
    let (status, body) = answer(app, deliver(push)).await;
    assert_eq!(status, StatusCode::OK);
    match platform(Product::Official).read_answer(push, &body).unwrap() {
        BotAnswer::Reply { reply: PassiveReply::Text(text), .. } => text,
        other => format!("{other:?}"),
    }
}

#[tokio::test]
async fn requests_outside_the_tolerance_are_rejected_with_the_time_difference() {
    for product in Product::ALL {
        for mode in [Mode::Safe, Mode::Plain] {
            if product == Product::Work && mode == Mode::Plain {
                continue;
            }
            for (off, said) in [
                (-5 * DAY, "signed 5 d before the time of this machine"),
                (-11 * MINUTE, "signed 11 min before the time of this machine"),
                (11 * MINUTE, "signed 11 min after the time of this machine"),
                (-10 * MINUTE - 1, "signed 10 min 1 s before"),
                (10 * MINUTE + 1, "signed 10 min 1 s after"),
            ] {
                let (log, _guard) = Log::capture();
                let (app, runs, _) = counting_app(account(product).modes([mode]));
                let inbound = text(product, 7, "hello", Format::Xml);
                let push = push_at(product, &inbound, mode, NOW + off);
                assert_eq!(answer(&app, deliver(&push)).await, rejected(), "{product} {off}");
                assert_eq!(count(&runs), 0);
                let rejections = log.rejections();
                let [(reason, message)] = &rejections[..] else { panic!("{rejections:?}") };
                assert_eq!(reason, "clock");
                let allowed = message.contains("and 10 min are allowed");
                assert!(message.contains(said) && allowed, "{message}");
            }
        }
    }
}

#[tokio::test]
async fn url_verifications_outside_the_tolerance_are_rejected() {
    for product in Product::ALL {
        let (app, ..) = counting_app(account(product));
        for (off, right) in [(-11 * MINUTE, false), (0, true), (11 * MINUTE, false)] {
            let stamp = weixin::protocol::Stamp::at(NOW + off).unwrap();
            let check = platform(product).url_check("4375120948345356249", &stamp).unwrap();
            let (status, body) = answer(&app, get(&check.query.to_query_string())).await;
            assert_eq!(status == StatusCode::OK, right, "{product} {off}");
            assert_eq!(body, if right { "4375120948345356249" } else { "" });
        }
    }
}

#[tokio::test]
async fn requests_within_the_tolerance_are_accepted() {
    for product in Product::ALL {
        let (app, runs, _) = counting_app(account(product));
        for (id, off) in [-10 * MINUTE, -1, 0, 1, 10 * MINUTE].into_iter().enumerate() {
            let push = safe_text(product, id as u64, NOW + off);
            assert_eq!(ask(&app, deliver(&push)).await.status(), StatusCode::OK, "{product} {off}");
            assert_eq!(count(&runs), id + 1);
        }
    }
}

#[tokio::test]
async fn the_tolerance_can_be_configured() {
    let narrow = account(Product::Official).clock_tolerance(Some(seconds(5)));
    let mut off = account(Product::Official);
    off.clock_tolerance = Some("off".to_owned());
    let none = account(Product::Official).clock_tolerance(None);
    for (account, accepted) in [
        (narrow, &[-5, 0, 5][..]),
        (off, &[-5 * DAY, -6, -5, 0, 5, 6, 5 * DAY]),
        (none, &[-5 * DAY, -6, -5, 0, 5, 6, 5 * DAY]),
    ] {
        let (app, runs, _) = counting_app(account);
        for (id, off) in [-5 * DAY, -6, -5, 0, 5, 6, 5 * DAY].into_iter().enumerate() {
            let push = safe_text(Product::Official, id as u64, NOW + off);
            let (status, _) = answer(&app, deliver(&push)).await;
            assert_eq!(status == StatusCode::OK, accepted.contains(&off), "{off}");
        }
        assert_eq!(count(&runs), accepted.len());
    }
}

#[tokio::test]
async fn replays_get_the_same_reply_within_a_minute_and_are_rejected_later() {
    for mode in [Mode::Safe, Mode::Compatible, Mode::Plain] {
        let (log, _guard) = Log::capture();
        let (app, runs, clock) = counting_app(account(Product::Official).modes([mode]));
        let inbound = text(Product::Official, 7, "hello", Format::Xml);
        let push = push_at(Product::Official, &inbound, mode, NOW);
        for _ in 0..3 {
            assert_eq!(says(&app, &push).await, "answer 1", "{mode}");
            clock.advance(seconds(5)).await;
        }
        // The reply is no longer stored, but the request is remembered.
        clock.advance(seconds(40)).await;
        assert_eq!(ask(&app, deliver(&push)).await.status(), StatusCode::OK);
        log.take();
        for (advance, reason) in
            [(6, "replay"), (60, "replay"), (300, "replay"), (179, "replay"), (1, "clock")]
        {
            clock.advance(seconds(advance)).await;
            assert_eq!(answer(&app, deliver(&push)).await, rejected(), "{mode}");
            let rejections = log.rejections();
            assert_eq!(rejections.last().unwrap().0, reason, "{mode} {rejections:?}");
        }
        assert_eq!(count(&runs), 1);
    }
}

#[tokio::test]
async fn requests_from_the_future_are_remembered_until_they_expire() {
    let (app, runs, clock) = counting_app(account(Product::Official));
    let push = safe_text(Product::Official, 7, NOW + 10 * MINUTE);
    assert_eq!(says(&app, &push).await, "answer 1");
    clock.advance(seconds(61)).await;
    for _ in 0..12 {
        assert_eq!(answer(&app, deliver(&push)).await, rejected());
        clock.advance(seconds(100)).await;
    }
    assert_eq!(count(&runs), 1);
}

#[tokio::test]
async fn there_is_no_gap_between_retry_and_replay_protection() {
    // For all positions of the first push within the second, and among other pushes that are
    // removed together with it.
    for (start, begin) in [(0, 0), (0, 999), (0, 4_999), (500, 2_500), (500, 4_900), (999, 4_001)] {
        let (app, runs, clock) = counting_app(account(Product::Official));
        clock.advance(Duration::from_millis(start)).await;
        for id in 100..300 {
            answer(&app, deliver(&safe_text(Product::Official, id, NOW))).await;
        }
        clock.advance(Duration::from_millis(begin)).await;
        let push = safe_text(Product::Official, 7, NOW);
        answer(&app, deliver(&push)).await;
        assert_eq!(count(&runs), 201);
        clock.advance(Duration::from_millis(58_950)).await;
        for _ in 0..80 {
            clock.advance(Duration::from_millis(50)).await;
            answer(&app, deliver(&push)).await;
            assert_eq!(count(&runs), 201, "{start} {begin}");
        }
    }
}

#[tokio::test]
async fn a_late_body_cannot_be_used_for_a_replay() {
    for product in Product::ALL {
        let (app, runs, clock) = counting_app(account(product));
        let push = safe_text(product, 7, NOW);
        answer(&app, deliver(&push)).await;
        clock.advance(seconds(600)).await;
        // The head arrives just in time, the body when the first request is no longer remembered.
        let (send, body) = tokio::sync::oneshot::channel::<String>();
        let body = futures_util::stream::once(async move {
            Ok::<_, std::io::Error>(bytes::Bytes::from(body.await.unwrap()))
        });
        let request = post(&push.query.to_query_string(), Body::from_stream(body));
        let asking = tokio::spawn({
            let app = app.clone();
            async move { answer(&app, request).await }
        });
        clock.advance(seconds(9)).await;
        // Another request, which triggers the removal of expired requests.
        answer(&app, deliver(&safe_text(product, 8, NOW + 609))).await;
        send.send(push.body.clone()).unwrap();
        assert_eq!(asking.await.unwrap(), rejected(), "{product}");
        assert_eq!(count(&runs), 2, "{product}");
    }
}

#[tokio::test]
async fn identical_concurrent_deliveries_run_the_handler_once() {
    let clock = Arc::new(VirtualClock::default());
    let (go, gate) = tokio::sync::watch::channel(false);
    let runs = Arc::<AtomicUsize>::default();
    let begun = runs.clone();
    let bot = Bot::new().clock(clock.clone()).on(move |msg: Text| {
        begun.fetch_add(1, Ordering::Relaxed);
        let mut gate = gate.clone();
        async move {
            gate.wait_for(|open| *open).await.unwrap();
            msg.content
        }
    });
    let app = bot.build(&Config::new(account(Product::Official))).unwrap();
    let push = safe_text(Product::Official, 7, NOW);
    let both = [(), ()].map(|()| {
        let (app, push) = (app.clone(), push.clone());
        tokio::spawn(async move { says(&app, &push).await })
    });
    clock.advance(seconds(1)).await;
    go.send(true).unwrap();
    for one in both {
        assert_eq!(one.await.unwrap(), "hello");
    }
    assert_eq!(count(&runs), 1);
}

#[tokio::test]
async fn requests_rejected_for_capacity_can_be_retried_at_any_time() {
    let clock = Arc::new(VirtualClock::default());
    let (go, gate) = tokio::sync::watch::channel(false);
    let bot = Bot::new().clock(clock.clone()).parallel().max_running(1).max_queued(0).on(
        move |msg: Text| {
            let mut gate = gate.clone();
            async move {
                if msg.content == "wait" {
                    gate.wait_for(|open| *open).await.unwrap();
                }
                msg.content
            }
        },
    );
    let app = bot.build(&Config::new(account(Product::Official))).unwrap();
    let wait = text(Product::Official, 1, "wait", Format::Xml);
    let first = push_at(Product::Official, &wait, Mode::Safe, NOW);
    let running = tokio::spawn({
        let app = app.clone();
        async move { says(&app, &first).await }
    });
    clock.settle().await;
    let pushes = [2, 3].map(|id| safe_text(Product::Official, id, NOW));
    for push in &pushes {
        for _ in 0..2 {
            let (status, body) = answer(&app, deliver(push)).await;
            assert_eq!((status, &*body), (StatusCode::SERVICE_UNAVAILABLE, ""));
        }
    }
    go.send(true).unwrap();
    assert_eq!(running.await.unwrap(), "wait");
    assert_eq!(says(&app, &pushes[0]).await, "hello");
    clock.advance(seconds(120)).await;
    assert_eq!(says(&app, &pushes[1]).await, "hello");
    // The accepted ones are remembered now.
    for push in &pushes {
        clock.advance(seconds(61)).await;
        assert_eq!(answer(&app, deliver(push)).await, rejected());
    }
}

#[tokio::test]
async fn a_bot_in_another_process_accepts_pushes_after_the_virtual_clock_was_moved() {
    let platform = Emulator::builder().port(0).start().await.unwrap();
    let account = platform.official();
    let Credentials { id, secret, token, aes_key, .. } = account.credentials();
    let mut command = Command::new(env!("CARGO_BIN_EXE_echo-bot"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("WEIXIN_") || name == "RUST_LOG" {
            command.env_remove(name);
        }
    }
    command.envs([
        ("WEIXIN_CONFIG", "-"),
        ("WEIXIN_KIND", "official"),
        ("WEIXIN_APP_ID", id.as_str()),
        ("WEIXIN_SECRET", secret.expose()),
        ("WEIXIN_TOKEN", token.expose()),
        ("WEIXIN_ENCODING_AES_KEY", aes_key.expose()),
        ("WEIXIN_LISTEN", "127.0.0.1:0"),
        ("WEIXIN_API_BASE", &platform.url().unwrap()),
    ]);
    let bot = Program::start(command);
    let url = |line: &str| line.find("http://").map(|at| line[at..].trim().to_owned());
    let url = bot.line("the URL", url).await;
    for moved in [0, 5 * DAY as u64] {
        platform.clock().advance(seconds(moved)).await;
        account.connect_url(&url).await.unwrap();
        account.follower("ann").says("hello").await.expect_text("hello").await;
    }
    assert!(!bot.text().contains("rejected"), "{}", bot.text());
}
