//! Reflection attacks: captured ciphertexts sent in another place to have them decrypted, and
//! replies of the bot sent back as pushes.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::sync::{Arc, atomic::AtomicUsize};

use common::*;
use http::StatusCode;
use weixin::{
    bot::App,
    emulator::VirtualClock,
    prelude::*,
    protocol::{Format, Inbound, Map, Mode, PlatformPush, Product, Query, Stamp},
};

const SECRET: &str = "the balance is 7";

fn app(bot: Bot, account: AccountConfig) -> App {
    bot.clock(Arc::new(VirtualClock::default())).build(&Config::new(account)).unwrap()
}

/// An echo bot.
fn echo() -> Bot {
    Bot::new().on(|msg: Text| async move { msg.content })
}

/// The values of these fields in a body.
fn values<const N: usize>(body: &str, names: [&str; N]) -> [String; N] {
    let (fields, _) = Map::parse(body).unwrap();
    names.map(|name| fields.text(name).unwrap().to_owned())
}

#[tokio::test]
async fn captured_ciphertexts_are_not_decrypted() {
    for product in Product::ALL {
        for format in [Format::Xml, Format::Json] {
            let (log, _guard) = Log::capture();
            let app = app(echo(), account(product));
            let push = push_at(product, &text(product, 7, SECRET, format), Mode::Safe, NOW);
            let (status, body) = answer(&app, deliver(&push)).await;
            assert_eq!(status, StatusCode::OK);
            let [encrypt] = values(&push.body, ["Encrypt"]);
            let pushed = with(&push.query, |query| query.echostr = Some(encrypt));
            let mut captured = vec![pushed.clone()];
            // Responses of Mini Programs are acknowledgements.
            if product != Product::Mini {
                let [encrypt, signature, time, nonce] =
                    values(&body, ["Encrypt", "MsgSignature", "TimeStamp", "Nonce"]);
                captured.push(with(&push.query, |query| {
                    query.echostr = Some(encrypt);
                    query.msg_signature = Some(signature);
                    query.timestamp = Some(time);
                    query.nonce = Some(nonce);
                }));
            }
            for query in captured {
                for query in [query.clone(), with(&query, |query| query.encrypt_type = None)] {
                    let answer = answer(&app, get(&query.to_query_string())).await;
                    assert_eq!(answer, rejected(), "{product} {format:?}");
                }
            }
            for record in log.take() {
                assert!(record.values().all(|value| !value.contains(SECRET)), "{record:?}");
            }
            // The ciphertext is rejected, not the query.
            if product == Product::Work {
                let check = platform(product).url_check("1", &Stamp::at(NOW).unwrap()).unwrap();
                let right = answer(&app, get(&check.query.to_query_string())).await;
                assert_eq!(right, (StatusCode::OK, "1".to_owned()));
            }
        }
    }
}

/// Checks that a reflected reply is rejected without running a handler.
async fn is_rejected(app: &App, runs: &AtomicUsize, query: &Query, body: String, what: &str) {
    let before = count(runs);
    let query = query.to_query_string();
    assert_eq!(answer(app, post(&query, body)).await, rejected(), "{what}");
    assert_eq!(count(runs), before, "{what}");
}

/// Query and body of a reply in the form of a push.
fn posted_back(push: &PlatformPush, answer: &str, format: Format) -> (Query, String) {
    let [encrypt, signature, time, nonce] =
        values(answer, ["Encrypt", "MsgSignature", "TimeStamp", "Nonce"]);
    // The `signature` of the push is valid for its reply if both have the same timestamp.
    let query = with(&push.query, |query| {
        query.msg_signature = Some(signature);
        query.timestamp = Some(time);
        query.nonce = Some(nonce);
    });
    (query, Map::from_iter([("Encrypt", encrypt.as_str())]).write(format))
}

/// A push with its reply, which is then reflected.
async fn exchange(app: &App, runs: &AtomicUsize, product: Product, mode: Mode, id: u64) {
    for (at, format) in [(0, Format::Xml), (1, Format::Json)] {
        let push = push_at(product, &text(product, 2 * id + at, "hello", format), mode, NOW);
        let before = count(runs);
        let (status, body) = answer(app, deliver(&push)).await;
        assert_eq!((status, count(runs)), (StatusCode::OK, before + 1));
        let what = format!("{product} {mode} {format:?} {id}");
        match mode {
            Mode::Plain => {
                is_rejected(app, runs, &push.query, body, &what).await;
            }
            _ => {
                let (query, envelope) = posted_back(&push, &body, format);
                is_rejected(app, runs, &query, envelope, &what).await;
                // Unchanged, with the fields next to the ciphertext.
                is_rejected(app, runs, &query, body, &what).await;
            }
        }
    }
}

#[tokio::test]
async fn reflected_replies_are_rejected() {
    for product in [Product::Official, Product::Work] {
        for mode in [Mode::Safe, Mode::Compatible, Mode::Plain] {
            if product == Product::Work && mode != Mode::Safe {
                continue;
            }
            // Before and after the original id is learned.
            let (bot, runs) = counting();
            let app = app(bot, account(product).modes([mode]));
            for id in 0..5 {
                exchange(&app, &runs, product, mode, id).await;
            }
        }
        if product == Product::Official {
            for mode in [Mode::Safe, Mode::Compatible, Mode::Plain] {
                let (bot, runs) = counting();
                let account = account(product).modes([mode]).original_id(user_name(product));
                exchange(&app(bot, account), &runs, product, mode, 1).await;
            }
        }
    }
}

/// A complete message to another receiver, like a reply.
fn to(receiver: &str, id: u64) -> Inbound {
    let header = Header::new("oAnn", receiver, NOW).with_msg_id(id.to_string());
    Inbound::of(&header, &Text::new(header.clone(), "hello"), Format::Xml)
}

#[tokio::test]
async fn pushes_to_another_receiver_are_rejected_once_the_id_is_known() {
    for product in [Product::Official, Product::Mini] {
        let modes = [Mode::Safe, Mode::Plain];
        let send = async |app: &App, receiver: &str, id: u64, mode: Mode| {
            let push = push_at(product, &to(receiver, id), mode, NOW);
            answer(app, deliver(&push)).await.0
        };
        // Configured: from the first push on, in plain mode too.
        let (bot, runs) = counting();
        let app = app(bot, account(product).modes(modes).original_id("gh_1"));
        for mode in modes {
            let (log, _guard) = Log::capture();
            assert_eq!(send(&app, "oBob", 1, mode).await, StatusCode::FORBIDDEN);
            let rejections = log.rejections();
            if mode == Mode::Safe {
                assert_eq!(rejections[0].0, "addressee");
                assert!(rejections[0].1.contains("original_id"), "{rejections:?}");
            }
            assert_eq!(send(&app, "gh_1", 2, mode).await, StatusCode::OK);
        }
        assert_eq!(count(&runs), 1);

        // Learned: from three consistent encrypted pushes.
        let (bot, runs) = counting();
        let app = self::app(bot, account(product).modes(modes));
        for id in 0..5 {
            assert_eq!(send(&app, "gh_forged", id, Mode::Plain).await, StatusCode::OK);
        }
        for id in 5..8 {
            assert_eq!(send(&app, "gh_1", id, Mode::Safe).await, StatusCode::OK);
        }
        assert_eq!(count(&runs), 8);
        for mode in modes {
            assert_eq!(send(&app, "oBob", 9, mode).await, StatusCode::FORBIDDEN);
            assert_eq!(send(&app, "gh_forged", 10, mode).await, StatusCode::FORBIDDEN);
        }
        assert_eq!(send(&app, "gh_1", 11, Mode::Safe).await, StatusCode::OK);
        assert_eq!(count(&runs), 9);
    }
}

#[tokio::test]
async fn reflected_payment_responses_are_rejected() {
    for (mode, format) in
        [(Mode::Safe, Format::Json), (Mode::Safe, Format::Xml), (Mode::Plain, Format::Json)]
    {
        let (bot, runs) = counting();
        let app = app(bot, account(Product::Mini).modes([mode]));
        let notice = "<xml><ToUserName>gh_0123456789ab</ToUserName><FromUserName>o</FromUserName>\
            <CreateTime>1</CreateTime><MsgType>event</MsgType>\
            <Event>xpay_goods_deliver_notify</Event><OutTradeNo>T1</OutTradeNo></xml>";
        let stamp = Stamp::at(NOW).unwrap();
        let notice = Inbound::parse(notice).unwrap();
        let push = platform(Product::Mini).push(&notice, mode, format, &stamp).unwrap();
        let (status, body) = answer(&app, deliver(&push)).await;
        assert_eq!((status, count(&runs)), (StatusCode::OK, 1));
        let (query, body) = match mode {
            Mode::Plain => (push.query.clone(), body),
            _ => posted_back(&push, &body, format),
        };
        is_rejected(&app, &runs, &query, body, &format!("{mode} {format:?}")).await;
    }
}
