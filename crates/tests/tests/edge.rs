//! The HTTP edge, with requests of the platform and of others.
#![allow(clippy::unwrap_used)]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::body::Body;
use http::{Method, Request, Response, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;
use weixin::{
    bot::{App, HEALTH_PATH},
    emulator::VirtualClock,
    prelude::*,
    protocol::{
        BotAnswer, Callback, CallbackToken, EncodingAesKey, Format, Mode, PassiveReply,
        PlatformPush, Product, Stamp,
    },
};

const APP_ID: &str = "wx0123456789abcdef";
const KEY: &str = "RustFrameworkWeChatTestKey0123456789abcdefg";
const OLD_KEY: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

/// The pushes here have a fixed old timestamp; `tests/replays.rs` tests the age of requests.
fn account() -> AccountConfig {
    AccountConfig::official(APP_ID, "app-secret").callback("testtoken", KEY).clock_tolerance(None)
}

fn platform(key: &str) -> Callback {
    Callback::new(Product::Official, CallbackToken::new("testtoken").unwrap())
        .key(EncodingAesKey::new(key).unwrap())
        .receive_id(APP_ID)
}

fn echo() -> Bot {
    Bot::new().on(|msg: Text| async move { msg.content })
}

fn app() -> App {
    echo().build(&Config::new(account())).unwrap()
}

fn push(platform: &Callback, mode: Mode, format: Format, nonce: &str) -> PlatformPush {
    let header = Header::new("oAnn", "gh_1", 1_700_000_000).with_msg_id("7");
    let inbound = Inbound::of(&header, &Text::new(header.clone(), "hello"), format);
    let stamp =
        Stamp { timestamp: 1_700_000_000, nonce: nonce.to_owned(), random: *b"0123456789abcdef" };
    platform.push(&inbound, mode, format, &stamp).unwrap()
}

fn request(method: Method, uri: &str, body: impl Into<Body>) -> Request<Body> {
    Request::builder().method(method).uri(uri).body(body.into()).unwrap()
}

fn deliver(push: &PlatformPush) -> Request<Body> {
    let uri = format!("/callback?{}", push.query.to_query_string());
    request(Method::POST, &uri, push.body.clone())
}

async fn ask(app: &App, request: Request<Body>) -> Response<Body> {
    app.clone().oneshot(request).await.unwrap()
}

async fn text(response: Response<Body>) -> String {
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Reads the response as the platform does.
async fn answer(platform: &Callback, push: &PlatformPush, response: Response<Body>) -> BotAnswer {
    assert_eq!(response.status(), StatusCode::OK);
    platform.read_answer(push, &text(response).await).unwrap()
}

fn says(answer: &BotAnswer) -> Option<&str> {
    match answer {
        BotAnswer::Reply { reply: PassiveReply::Text(text), .. } => Some(text),
        _ => None,
    }
}

#[tokio::test]
async fn wrong_methods_and_paths_are_rejected() {
    let app = app();
    for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::HEAD, Method::OPTIONS] {
        let response = ask(&app, request(method, "/callback", "")).await;
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(response.headers()["allow"], "GET, POST");
    }
    for path in ["/", "/callbackk", "/callback/x", "/.env"] {
        let response = ask(&app, request(Method::GET, path, "")).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        assert_eq!(text(response).await, "");
    }
}

#[tokio::test]
async fn the_health_path_reveals_nothing() {
    let response = ask(&app(), request(Method::GET, HEALTH_PATH, "")).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(text(response).await, "ok");
}

#[tokio::test]
async fn url_verification_returns_the_echostr() {
    let app = app();
    let stamp = Stamp::at(1_700_000_000).unwrap();
    let check = platform(KEY).url_check("4375120948345356249", &stamp).unwrap();
    let right = format!("/callback?{}", check.query.to_query_string());
    let response = ask(&app, request(Method::GET, &right, "")).await;
    assert_eq!(text(response).await, "4375120948345356249");
    let forged = [
        right.replace("signature=", "signature=0"),
        "/callback?echostr=4375120948345356249".to_owned(),
        "/callback?signature=&timestamp=&nonce=&echostr=%3Cscript%3E".to_owned(),
        "/callback".to_owned(),
    ];
    for uri in forged {
        let response = ask(&app, request(Method::GET, &uri, "")).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN, "{uri}");
        assert_eq!(text(response).await, "", "nothing is reflected");
    }
}

#[tokio::test]
async fn current_and_previous_keys_work_in_both_formats_and_for_retries() {
    let both = account().previous_key(OLD_KEY);
    for key in [KEY, OLD_KEY] {
        let platform = platform(key);
        for format in [Format::Xml, Format::Json] {
            let runs = Arc::new(AtomicUsize::new(0));
            let counter = runs.clone();
            let bot = Bot::new().on(move |msg: Text| {
                counter.fetch_add(1, Ordering::Relaxed);
                async move { msg.content }
            });
            let app = bot.build(&Config::new(both.clone())).unwrap();
            for nonce in ["1", "2"] {
                let push = push(&platform, Mode::Safe, format, nonce);
                let response = ask(&app, deliver(&push)).await;
                assert_eq!(says(&answer(&platform, &push, response).await), Some("hello"));
            }
            assert_eq!(runs.load(Ordering::Relaxed), 1, "a repeat runs no second handler");
        }
    }
}

#[tokio::test]
async fn a_safe_mode_account_rejects_other_modes() {
    let (app, right) = (app(), platform(KEY));
    let plain = push(&right, Mode::Plain, Format::Xml, "1");
    let compatible = push(&right, Mode::Compatible, Format::Xml, "1");
    let mut unsigned = push(&right, Mode::Safe, Format::Xml, "1");
    unsigned.query.msg_signature = None;
    let other_key = push(&platform(OLD_KEY), Mode::Safe, Format::Xml, "1");
    let other_id = Callback::new(Product::Official, CallbackToken::new("testtoken").unwrap())
        .key(EncodingAesKey::new(KEY).unwrap())
        .receive_id("wxsomebodyelse");
    let other_id = push(&other_id, Mode::Safe, Format::Xml, "1");
    for rejected in [plain, compatible, unsigned, other_key, other_id] {
        let response = ask(&app, deliver(&rejected)).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
        assert_eq!(text(response).await, "");
    }
}

#[tokio::test]
async fn malicious_bodies_are_rejected() {
    let plain = AccountConfig::official(APP_ID, "app-secret")
        .plain_callback("testtoken")
        .clock_tolerance(None);
    let app = echo().build(&Config::new(plain)).unwrap();
    let push = push(&platform(KEY), Mode::Plain, Format::Xml, "1");
    let uri = format!("/callback?{}", push.query.to_query_string());
    let deep = format!("<xml>{}{}</xml>", "<a>".repeat(10_000), "</a>".repeat(10_000));
    let doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><xml><C>&e;</C></xml>";
    for body in [deep.as_str(), doctype, "", "hello"] {
        let response = ask(&app, request(Method::POST, &uri, body.to_owned())).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
    }
    let large = "x".repeat(10 * 1024 * 1024);
    let response = ask(&app, request(Method::POST, &uri, large)).await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    // The next message is handled normally.
    let response = ask(&app, deliver(&push)).await;
    assert_eq!(says(&answer(&platform(KEY), &push, response).await), Some("hello"));
}

#[tokio::test]
async fn a_body_that_never_ends_times_out() {
    let clock = Arc::new(VirtualClock::default());
    let app = echo().clock(clock.clone()).build(&Config::new(account())).unwrap();
    // The query is checked first, so it has to be valid.
    let push = push(&platform(KEY), Mode::Safe, Format::Xml, "1");
    let uri = format!("/callback?{}", push.query.to_query_string());
    let stuck =
        Body::from_stream(futures_util::stream::pending::<Result<bytes::Bytes, std::io::Error>>());
    let asking =
        tokio::spawn(async move { ask(&app, request(Method::POST, &uri, stuck)).await.status() });
    clock.advance(Duration::from_secs(11)).await;
    assert_eq!(asking.await.unwrap(), StatusCode::REQUEST_TIMEOUT);
}

#[tokio::test]
async fn concurrent_deliveries_share_one_reply() {
    let clock = Arc::new(VirtualClock::default());
    let (go, gate) = tokio::sync::watch::channel(false);
    let runs = Arc::new(AtomicUsize::new(0));
    let counter = runs.clone();
    let bot = Bot::new().clock(clock.clone()).on(move |msg: Text| {
        counter.fetch_add(1, Ordering::Relaxed);
        let mut gate = gate.clone();
        async move {
            gate.wait_for(|open| *open).await.unwrap();
            msg.content
        }
    });
    let app = bot.build(&Config::new(account())).unwrap();
    let platform = platform(KEY);
    let first = push(&platform, Mode::Safe, Format::Xml, "1");
    let second = push(&platform, Mode::Safe, Format::Xml, "2");
    let deliveries = [first.clone(), second.clone()].map(|push| {
        let app = app.clone();
        tokio::spawn(async move { ask(&app, deliver(&push)).await })
    });
    clock.advance(Duration::from_secs(1)).await;
    go.send(true).unwrap();
    let [one, two] = deliveries;
    assert_eq!(says(&answer(&platform, &first, one.await.unwrap()).await), Some("hello"));
    assert_eq!(says(&answer(&platform, &second, two.await.unwrap()).await), Some("hello"));
    assert_eq!(runs.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn the_retry_of_a_cancelled_delivery_gets_the_reply() {
    let clock = Arc::new(VirtualClock::default());
    let (go, gate) = tokio::sync::watch::channel(false);
    let bot = Bot::new().clock(clock.clone()).on(move |msg: Text| {
        let mut gate = gate.clone();
        async move {
            gate.wait_for(|open| *open).await.unwrap();
            msg.content
        }
    });
    let app = bot.build(&Config::new(account())).unwrap();
    let platform = platform(KEY);
    let first = push(&platform, Mode::Safe, Format::Xml, "1");
    let delivery = tokio::spawn({
        let app = app.clone();
        async move { ask(&app, deliver(&first)).await }
    });
    clock.advance(Duration::from_secs(1)).await;
    delivery.abort();
    assert!(delivery.await.unwrap_err().is_cancelled());
    go.send(true).unwrap();
    clock.advance(Duration::from_secs(1)).await;
    let repeat = push(&platform, Mode::Safe, Format::Xml, "2");
    let response = ask(&app, deliver(&repeat)).await;
    assert_eq!(says(&answer(&platform, &repeat, response).await), Some("hello"));
}

#[tokio::test]
async fn payment_notifications_are_only_acknowledged_after_handling() {
    let tries = Arc::new(AtomicUsize::new(0));
    let counter = tries.clone();
    let bot = Bot::new().on(move |_: Push| {
        let number = counter.fetch_add(1, Ordering::Relaxed);
        async move { if number == 0 { Err("the database is away") } else { Ok(()) } }
    });
    let account =
        AccountConfig::mini(APP_ID, "app-secret").callback("testtoken", KEY).clock_tolerance(None);
    let app = bot.build(&Config::new(account)).unwrap();
    let platform = Callback::new(Product::Mini, CallbackToken::new("testtoken").unwrap())
        .key(EncodingAesKey::new(KEY).unwrap())
        .receive_id(APP_ID);
    let notice = "<xml><ToUserName>gh_1</ToUserName><FromUserName>oAnn</FromUserName>\
        <CreateTime>1</CreateTime><MsgType>event</MsgType><Event>xpay_goods_deliver_notify</Event>\
        <OutTradeNo>T1</OutTradeNo></xml>";
    let notice = Inbound::parse(notice).unwrap();
    let deliver_once = async |nonce: &str, format| {
        let stamp = Stamp {
            timestamp: 1_700_000_000,
            nonce: nonce.to_owned(),
            random: *b"0123456789abcdef",
        };
        let push = platform.push(&notice, Mode::Safe, format, &stamp).unwrap();
        let response = ask(&app, deliver(&push)).await;
        match answer(&platform, &push, response).await {
            BotAnswer::Other { plain } => plain,
            other => panic!("{other:?}"),
        }
    };
    let first = deliver_once("1", Format::Json).await;
    assert_eq!(first, r#"{"ErrCode":-1,"ErrMsg":"not handled yet"}"#);
    let second = deliver_once("2", Format::Json).await;
    assert_eq!(second, r#"{"ErrCode":0,"ErrMsg":"success"}"#);
    let again = deliver_once("3", Format::Json).await;
    assert_eq!(again, second);
    assert_eq!(tries.load(Ordering::Relaxed), 2, "handled once");
}

#[tokio::test]
async fn the_deadline_starts_with_the_request_head() {
    let clock = Arc::new(VirtualClock::default());
    let bot = Bot::new().clock(clock.clone()).on(|_: Text| std::future::pending::<()>());
    let app = bot.build(&Config::new(account())).unwrap();
    let platform = platform(KEY);
    let push = push(&platform, Mode::Safe, Format::Xml, "1");
    let (send, body) = tokio::sync::oneshot::channel::<String>();
    let body = futures_util::stream::once(async move {
        Ok::<_, std::io::Error>(bytes::Bytes::from(body.await.unwrap()))
    });
    let uri = format!("/callback?{}", push.query.to_query_string());
    let request = Request::post(uri).body(Body::from_stream(body)).unwrap();
    let asking = tokio::spawn(async move { ask(&app, request).await });
    clock.advance(Duration::from_secs(3)).await;
    send.send(push.body.clone()).unwrap();
    clock.advance(Duration::from_millis(1600)).await;
    assert!(asking.is_finished(), "4.5 s after the first byte");
    assert_eq!(answer(&platform, &push, asking.await.unwrap()).await, BotAnswer::Empty);
}

#[tokio::test]
async fn a_reply_that_was_never_read_is_sent_through_the_channel() {
    // API calls fail here, so only the attempt is observed.
    let clock = Arc::new(VirtualClock::default());
    let bot = Bot::new().clock(clock.clone()).on(|msg: Text| async move { msg.content });
    let account = account().api_base("http://127.0.0.1:9");
    let app = bot.build(&Config::new(account)).unwrap();
    let platform = platform(KEY);
    let push = push(&platform, Mode::Safe, Format::Xml, "1");
    let response = ask(&app, deliver(&push)).await;
    drop(response);
    let idle = tokio::spawn({
        let app = app.clone();
        async move { app.idle().await }
    });
    clock.advance(Duration::from_secs(10)).await;
    assert!(!idle.is_finished(), "a repeat may still fetch it");
    let repeat = self::push(&platform, Mode::Safe, Format::Xml, "2");
    let response = ask(&app, deliver(&repeat)).await;
    assert_eq!(says(&answer(&platform, &repeat, response).await), Some("hello"));
    idle.await.unwrap();
}
