//! Untrusted input is escaped and truncated in log lines, and floods are summarized.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{sync::Arc, time::Duration};

use axum::body::Body;
use common::*;
use http::{Request, StatusCode};
use weixin::{
    bot::App,
    emulator::VirtualClock,
    prelude::*,
    protocol::{
        Callback, CallbackToken, EncodingAesKey, Format, Inbound, Mode, Product, Query, Stamp,
    },
};

/// Text with a line break, a colour escape, and more than a log line may contain.
fn nasty() -> String {
    format!("x\r\n2026-01-05 ERROR \u{1b}[31mforged\u{9b}\u{202e}{}", "y".repeat(900))
}

/// The maximum length of a logged value, including our text around it.
const LONGEST: usize = 200 + 120;

/// Checks all log records and returns their number.
fn is_harmless(log: &Log) -> usize {
    let records = log.take();
    for record in &records {
        for value in record.values() {
            let is_hidden = |c: char| c.is_control() || ('\u{2028}'..='\u{202e}').contains(&c);
            assert!(!value.chars().any(is_hidden), "{record:?}");
            assert!(value.chars().count() <= LONGEST, "{} {record:?}", value.chars().count());
        }
    }
    records.len()
}

fn app(bot: Bot, account: AccountConfig) -> App {
    bot.clock(Arc::new(VirtualClock::default())).build(&Config::new(account)).unwrap()
}

#[tokio::test]
async fn paths_queries_and_bodies_are_escaped() {
    let (log, _guard) = Log::capture();
    let escape = |text: &str| {
        let escaped: String = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
        escaped
    };
    let nasty = nasty();
    for product in Product::ALL {
        let app = app(Bot::new().fallback(|_: Push| async { "hello" }), account(product));
        let right = safe_text(product, 7, NOW).query;
        for name in ["signature", "msg_signature", "timestamp", "nonce", "echostr", "encrypt_type"]
        {
            for query in [
                format!("{name}={}", escape(&nasty)),
                format!("{}&{name}={}", right.to_query_string(), escape(&nasty)),
                format!("{}={}&{}", escape(name), escape(&nasty), escape(&nasty)),
            ] {
                assert_eq!(
                    answer(&app, post(&query, nasty.clone())).await.0,
                    StatusCode::FORBIDDEN
                );
                assert_eq!(answer(&app, get(&query)).await.0, StatusCode::FORBIDDEN);
            }
        }
        // A query that is valid except for one value.
        for change in [
            (|query, nasty| query.nonce = Some(nasty)) as fn(&mut Query, String),
            |query, nasty| query.timestamp = Some(nasty),
            |query, nasty| query.signature = Some(nasty),
            |query, nasty| query.msg_signature = Some(nasty),
            |query, nasty| query.encrypt_type = Some(nasty),
            |query, nasty| query.echostr = Some(nasty),
        ] {
            let query = with(&right, |query| change(query, nasty.clone())).to_query_string();
            answer(&app, post(&query, nasty.clone())).await;
            answer(&app, get(&query)).await;
        }
        for path in [format!("/{}", escape(&nasty)), format!("/callback/{}", escape(&nasty))] {
            let request = Request::post(path).body(Body::from(nasty.clone())).unwrap();
            assert_eq!(answer(&app, request).await.0, StatusCode::NOT_FOUND);
        }
        // Bodies with a valid query.
        for body in [
            nasty.clone(),
            format!("<xml><{nasty}>"),
            format!("<{nasty}/>"),
            format!("{{\"{nasty}\":1}}"),
            format!("<xml><Encrypt>{nasty}</Encrypt></xml>"),
            format!("<xml><ToUserName>{nasty}</ToUserName><Encrypt>A</Encrypt></xml>"),
        ] {
            assert_eq!(answer(&app, post(&right.to_query_string(), body)).await, rejected());
        }
    }
    assert!(is_harmless(&log) > 0);
}

/// An echo bot with handlers that include the input in their errors.
fn talkative() -> Bot {
    Bot::new()
        .on(command("fail", |msg: Text| async move { Err::<(), _>(msg.content) }))
        .on(matching("(?s)^count (.*)$", |Captures((number,)): Captures<(u8,)>| async move {
            number.to_string()
        }))
        .fallback(|push: Push| async move { push.kind().to_string() })
}

/// Messages and events with `nasty` in every possible value.
fn nasty_pushes(product: Product, nasty: &str) -> Vec<Inbound> {
    let xml = |fields: &[(&str, &str)]| {
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| format!("<{name}><![CDATA[{value}]]></{name}>"))
            .collect();
        Inbound::parse(&format!("<xml>{}</xml>", fields.concat())).unwrap()
    };
    let to = user_name(product);
    let head = [("ToUserName", to), ("FromUserName", nasty), ("CreateTime", "1")];
    let with = |more: &[(&str, &str)]| xml(&[&head[..], more].concat());
    let text = |content: &str| {
        with(&[("MsgType", "text"), ("Content", content), ("MsgId", &format!("1{content}"))])
    };
    vec![
        with(&[("MsgType", nasty), ("MsgId", nasty)]),
        with(&[("MsgType", "event"), ("Event", nasty), ("EventKey", nasty)]),
        with(&[("MsgType", "event"), ("Event", "change_contact"), ("ChangeType", nasty)]),
        xml(&[("InfoType", nasty), ("CreateTime", nasty)]),
        text(&format!("fail {nasty}")),
        text(&format!("count {nasty}")),
        text(nasty),
        // Rejected although verified.
        xml(&[("ToUserName", nasty), ("MsgType", "text"), ("MsgId", nasty)]),
        xml(&[
            ("ToUserName", nasty),
            ("FromUserName", nasty),
            ("CreateTime", "1"),
            ("MsgType", "text"),
            ("MsgId", nasty),
        ]),
    ]
}

#[tokio::test]
async fn messages_and_events_are_escaped() {
    let nasty = nasty();
    for product in Product::ALL {
        let (log, _guard) = Log::capture();
        let (clock, account) = (Arc::new(VirtualClock::default()), account(product));
        let mode = if product == Product::Mini { Mode::Plain } else { Mode::Safe };
        let account = match product {
            Product::Official => account.original_id(user_name(product)),
            Product::Mini => account.plain_callback(TOKEN),
            _ => account,
        };
        // API calls fail here, which is logged too.
        let account = account.api_base("http://127.0.0.1:9");
        let app = talkative().clock(clock.clone()).build(&Config::new(account)).unwrap();
        for inbound in nasty_pushes(product, &nasty) {
            // Retries are logged at level debug.
            for _ in 0..2 {
                // A message blocks the sender's next ones.
                let push = push_at(product, &inbound, mode, NOW);
                let advance = clock.advance(Duration::from_secs(6));
                tokio::join!(answer(&app, deliver(&push)), advance);
            }
        }
        assert!(is_harmless(&log) > 10, "{product}");
    }
}

#[tokio::test]
async fn receive_ids_are_escaped() {
    let nasty = nasty();
    for product in Product::ALL {
        let (log, _guard) = Log::capture();
        let app = app(talkative(), account(product));
        let platform = Callback::new(product, CallbackToken::new(TOKEN).unwrap())
            .key(EncodingAesKey::new(KEY).unwrap())
            .receive_id(nasty.clone());
        let stamp = Stamp::at(NOW).unwrap();
        let inbound = text(product, 7, "hello", Format::Xml);
        let push = platform.push(&inbound, Mode::Safe, Format::Xml, &stamp).unwrap();
        assert_eq!(answer(&app, deliver(&push)).await, rejected());
        let check = platform.url_check(&nasty, &stamp).unwrap();
        assert_eq!(answer(&app, get(&check.query.to_query_string())).await, rejected());
        assert_eq!(is_harmless(&log), 2, "{product}");
    }
}

#[tokio::test]
async fn floods_are_summarized() {
    let (log, _guard) = Log::capture();
    let clock = Arc::new(VirtualClock::default());
    let (bot, _) = counting();
    let app = bot.clock(clock.clone()).build(&Config::new(account(Product::Official))).unwrap();
    let forged = with(&safe_text(Product::Official, 7, NOW).query, |query| {
        query.signature = Some("0".repeat(40));
    });
    let forged = forged.to_query_string();
    for _ in 0..500 {
        answer(&app, post(&forged, "")).await;
        answer(&app, get("echostr=1")).await;
    }
    let records = log.take();
    assert_eq!(records.len(), 2, "{records:?}");
    for (record, reason) in records.iter().zip(["signature", "query"]) {
        assert_eq!(record.get("reason"), Some(reason));
        assert_eq!(record.get("account"), Some("official:wx0123456789abcdef"));
    }
    clock.advance(Duration::from_secs(10)).await;
    let records = log.take();
    assert_eq!(records.len(), 2, "{records:?}");
    for record in records {
        assert_eq!(record.get("count"), Some("499"));
        assert!(record.get("message").unwrap().contains("requests were rejected"), "{record:?}");
    }
}
