//! A reply is sent exactly once: in the response while a delivery reads it, or through the reply
//! channel. Releasing a failed push does not affect the next one.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::body::{Body, HttpBody};
use common::{
    hooked_inbox::{Hook, HookedInbox, Moment},
    *,
};
use futures_util::future::poll_fn;
use http::StatusCode;
use serde_json::Value;
use tokio::{sync::Semaphore, task::JoinHandle};
use weixin::{
    api::Clock,
    bot::{App, MemoryInbox},
    emulator::VirtualClock,
    prelude::*,
    protocol::{BotAnswer, Format, Inbound, Mode, PassiveReply, PlatformPush, Product, Stamp},
};
use weixin_tests::api_stub::ApiStub;

/// A bot that replies with these texts.
fn saying(texts: &'static [&'static str]) -> (App, Arc<ApiStub>, Arc<VirtualClock>) {
    let (clock, api) = (Arc::new(VirtualClock::default()), Arc::new(ApiStub::default()));
    let bot = Bot::new().clock(clock.clone()).transport(api.clone());
    let bot = bot.on(move |_: Text| async { texts.to_vec() });
    (bot.build(&Config::new(account(Product::Official))).unwrap(), api, clock)
}

fn says(push: &PlatformPush, body: &str) -> String {
    match platform(Product::Official).read_answer(push, body).unwrap() {
        BotAnswer::Reply { reply: PassiveReply::Text(text), .. } => text,
        other => panic!("{other:?}"),
    }
}

async fn idle(app: &App, clock: &VirtualClock) {
    let app = app.clone();
    let idle = tokio::spawn(async move { app.idle().await });
    clock.advance(Duration::from_secs(60)).await;
    idle.await.unwrap();
}

const MINUTE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_reply_being_read_is_not_withdrawn() {
    for texts in [&["one"][..], &["one", "two"]] {
        let (app, api, clock) = saying(texts);
        let push = safe_text(Product::Official, 7, NOW);
        let response = ask(&app, deliver(&push)).await;
        // It has not been read yet, but the connection holds it.
        clock.advance(MINUTE).await;
        assert_eq!(api.sent(), [""; 0], "{texts:?}");
        let (_, body) = read(response).await;
        assert_eq!(says(&push, &body), "one");
        idle(&app, &clock).await;
        assert_eq!(api.sent(), texts[1..], "{texts:?}");
    }
}

#[tokio::test]
async fn a_partially_read_reply_is_not_withdrawn() {
    let (app, api, clock) = saying(&["one", "two"]);
    let push = safe_text(Product::Official, 7, NOW);
    let response = ask(&app, deliver(&push)).await;
    let mut body: Body = response.into_body();
    let frame = poll_fn(|cx| std::pin::Pin::new(&mut body).poll_frame(cx)).await;
    let frame = frame.unwrap().unwrap().into_data().unwrap();
    clock.advance(MINUTE).await;
    assert_eq!(api.sent(), [""; 0]);
    assert_eq!(says(&push, std::str::from_utf8(&frame).unwrap()), "one");
    drop(body);
    idle(&app, &clock).await;
    assert_eq!(api.sent(), ["two"]);
}

#[tokio::test]
async fn a_reply_with_a_broken_connection_is_sent_once_through_the_channel() {
    for texts in [&["one"][..], &["one", "two"]] {
        let (app, api, clock) = saying(texts);
        let response = ask(&app, deliver(&safe_text(Product::Official, 7, NOW))).await;
        clock.advance(MINUTE).await;
        assert_eq!(api.sent(), [""; 0]);
        drop(response);
        idle(&app, &clock).await;
        assert_eq!(api.sent(), texts);
        // A retry is too late for the reply now.
        let repeat = safe_text(Product::Official, 7, NOW + 61);
        assert_eq!(answer(&app, deliver(&repeat)).await, (StatusCode::OK, String::new()));
        idle(&app, &clock).await;
        assert_eq!(api.sent(), texts);
    }
}

#[tokio::test]
async fn one_of_two_deliveries_with_the_reply_is_enough() {
    for first_breaks in [true, false] {
        let (app, api, clock) = saying(&["one", "two"]);
        let pushes = [0, 5].map(|at| safe_text(Product::Official, 7, NOW + at));
        let one = ask(&app, deliver(&pushes[0])).await;
        clock.advance(Duration::from_secs(5)).await;
        let other = ask(&app, deliver(&pushes[1])).await;
        clock.advance(MINUTE).await;
        let (broken, whole, push) = match first_breaks {
            true => (one, other, &pushes[1]),
            false => (other, one, &pushes[0]),
        };
        drop(broken);
        clock.advance(MINUTE).await;
        assert_eq!(api.sent(), [""; 0]);
        assert_eq!(says(push, &read(whole).await.1), "one");
        idle(&app, &clock).await;
        assert_eq!(api.sent(), ["two"]);
    }
}

#[tokio::test]
async fn withdrawal_and_delivery_are_exclusive() {
    // Around the end of the retries, in any order of tasks.
    for offset in 0..40 {
        let (app, api, clock) = saying(&["one", "two"]);
        drop(ask(&app, deliver(&safe_text(Product::Official, 7, NOW))).await);
        clock.advance(Duration::from_millis(14_800)).await;
        let repeat = safe_text(Product::Official, 7, NOW + 14);
        let reading = tokio::spawn({
            let (app, repeat) = (app.clone(), repeat.clone());
            let clock: Arc<dyn Clock> = clock.clone();
            async move {
                clock.sleep(Duration::from_millis(10 * offset)).await;
                let response = ask(&app, deliver(&repeat)).await;
                clock.sleep(Duration::from_millis(195)).await;
                read(response).await.1
            }
        });
        clock.advance(MINUTE).await;
        let body = reading.await.unwrap();
        idle(&app, &clock).await;
        match &*body {
            "" => assert_eq!(api.sent(), ["one", "two"], "{offset}"),
            body => {
                assert_eq!(says(&repeat, body), "one");
                assert_eq!(api.sent(), ["two"], "{offset}");
            }
        }
    }
}

/// An inbox with a slow removal: the push is removed when the gate is opened, and the operation
/// completes when it is opened again.
struct Slow {
    inbox: HookedInbox,
    gate: Arc<Semaphore>,
    removals: Arc<AtomicUsize>,
}

fn slow(clock: &Arc<VirtualClock>) -> Slow {
    let (gate, removals) = (Arc::new(Semaphore::new(0)), Arc::<AtomicUsize>::default());
    let (held, counter) = (gate.clone(), removals.clone());
    let hook: Hook = Arc::new(move |operation, moment| {
        let is_removal = operation == "remove";
        if is_removal && moment == Moment::Before {
            counter.fetch_add(1, Ordering::Relaxed);
        }
        let gate = held.clone();
        Box::pin(async move {
            if is_removal {
                gate.acquire().await.unwrap().forget();
            }
            Ok(())
        })
    });
    let inbox = HookedInbox::new(Arc::new(MemoryInbox::new(clock.clone())), hook);
    Slow { inbox, gate, removals }
}

/// A notification of virtual payment, newly signed for each delivery.
fn notice() -> PlatformPush {
    let notice = "<xml><ToUserName>gh_0123456789ab</ToUserName><FromUserName>o</FromUserName>\
        <CreateTime>1</CreateTime><MsgType>event</MsgType>\
        <Event>xpay_goods_deliver_notify</Event><OutTradeNo>T1</OutTradeNo></xml>";
    let (notice, stamp) = (Inbound::parse(notice).unwrap(), Stamp::at(NOW).unwrap());
    platform(Product::Mini).push(&notice, Mode::Safe, Format::Json, &stamp).unwrap()
}

fn ask_later(app: &App, push: PlatformPush) -> JoinHandle<(StatusCode, PlatformPush, String)> {
    let app = app.clone();
    tokio::spawn(async move {
        let (status, body) = answer(&app, deliver(&push)).await;
        (status, push, body)
    })
}

/// The `ErrCode` with which the bot responds to a payment notification.
async fn code(asking: JoinHandle<(StatusCode, PlatformPush, String)>) -> i64 {
    let (status, push, body) = asking.await.unwrap();
    assert_eq!(status, StatusCode::OK);
    match platform(Product::Mini).read_answer(&push, &body).unwrap() {
        BotAnswer::Other { plain } => {
            serde_json::from_str::<Value>(&plain).unwrap()["ErrCode"].as_i64().unwrap()
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_payment_retry_during_the_release_is_not_lost() {
    let clock = Arc::new(VirtualClock::default());
    let inbox = slow(&clock);
    let (go, gate) = tokio::sync::watch::channel(false);
    let runs = Arc::<AtomicUsize>::default();
    let begun = runs.clone();
    let bot =
        Bot::new().clock(clock.clone()).inbox(Arc::new(inbox.inbox.clone())).on(move |_: Push| {
            let (number, mut gate) = (begun.fetch_add(1, Ordering::Relaxed), gate.clone());
            async move {
                if number == 0 {
                    return Err("the database is away");
                }
                gate.wait_for(|open| *open).await.unwrap();
                Ok(())
            }
        });
    let app = bot.build(&Config::new(account(Product::Mini))).unwrap();
    let first = ask_later(&app, notice());
    clock.settle().await;
    assert_eq!(code(first).await, -1);
    assert_eq!(count(&inbox.removals), 1);
    // Neither before nor right after the removal is a push handled twice or lost.
    for _ in 0..2 {
        let repeat = ask_later(&app, notice());
        clock.settle().await;
        assert_eq!((code(repeat).await, count(&runs)), (-1, 1));
        inbox.gate.add_permits(1);
        clock.settle().await;
    }
    // The next delivery is new. Its retries join it, and it is handled once.
    let next = ask_later(&app, notice());
    clock.settle().await;
    assert_eq!(count(&runs), 2);
    inbox.gate.add_permits(10);
    clock.settle().await;
    let repeat = ask_later(&app, notice());
    clock.settle().await;
    assert_eq!(count(&runs), 2, "the successor was forgotten");
    go.send(true).unwrap();
    assert_eq!((code(next).await, code(repeat).await), (0, 0));
    assert_eq!(code(ask_later(&app, notice())).await, 0);
    assert_eq!(count(&runs), 2);
}

#[tokio::test]
async fn a_retry_during_the_release_of_a_rejected_push_is_not_lost() {
    let clock = Arc::new(VirtualClock::default());
    let inbox = slow(&clock);
    let (go, gate) = tokio::sync::watch::channel(false);
    let heard = Arc::<Mutex<Vec<String>>>::default();
    let hearing = heard.clone();
    let bot = Bot::new().clock(clock.clone()).inbox(Arc::new(inbox.inbox.clone())).parallel().on(
        move |msg: Text| {
            hearing.lock().unwrap().push(msg.content);
            let mut gate = gate.clone();
            async move { drop(gate.wait_for(|open| *open).await.unwrap()) }
        },
    );
    let bot = bot.max_running(1).max_queued(0);
    let app = bot.build(&Config::new(account(Product::Official))).unwrap();
    let push = |id: u64, content: &str| {
        push_at(
            Product::Official,
            &text(Product::Official, id, content, Format::Xml),
            Mode::Safe,
            NOW,
        )
    };
    let running = ask_later(&app, push(1, "first"));
    clock.settle().await;
    let rejected = ask_later(&app, push(2, "second"));
    clock.settle().await;
    go.send(true).unwrap();
    clock.settle().await;
    assert_eq!(running.await.unwrap().0, StatusCode::OK);
    assert_eq!(rejected.await.unwrap().0, StatusCode::SERVICE_UNAVAILABLE);
    // There is room now. After an acknowledgement there is no further retry.
    let repeat = ask_later(&app, push(2, "second"));
    clock.settle().await;
    inbox.gate.add_permits(100);
    clock.settle().await;
    if repeat.await.unwrap().0 == StatusCode::OK {
        assert_eq!(*heard.lock().unwrap(), ["first", "second"]);
    }
    assert_eq!(ask_later(&app, push(2, "second")).await.unwrap().0, StatusCode::OK);
    assert_eq!(*heard.lock().unwrap(), ["first", "second"]);
}
