//! Malicious requests are cheap: they are rejected before their bodies are read, bodies are
//! limited, and nothing is repaired before it is verified.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    convert::Infallible,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
};

use axum::body::Body;
use bytes::Bytes;
use common::*;
use futures_util::stream;
use http::StatusCode;
use tokio::{net::TcpListener, sync::mpsc, task::JoinHandle};
use weixin::{
    bot::{
        App,
        http_server::{ConnectionLimits, HttpServer},
    },
    emulator::VirtualClock,
    prelude::*,
    protocol::{Format, Mode, PlatformPush, Product, Query},
};
use weixin_tests::raw_http::RawConnection;

fn app(bot: Bot, account: AccountConfig) -> App {
    bot.clock(Arc::new(VirtualClock::default())).build(&Config::new(account)).unwrap()
}

/// A body that counts how often it is polled.
fn watched() -> (Body, Arc<AtomicUsize>) {
    let polls = Arc::<AtomicUsize>::default();
    let counter = polls.clone();
    let body = stream::poll_fn(move |_| {
        counter.fetch_add(1, Ordering::Relaxed);
        Poll::Ready(None::<Result<Bytes, Infallible>>)
    });
    (Body::from_stream(body), polls)
}

#[tokio::test]
async fn invalid_queries_are_rejected_before_the_body_is_read() {
    type Change = fn(&mut Query);
    // Invalid for every product.
    let malformed: [(Change, &str); 8] = [
        (|query| query.nonce = None, "query"),
        (|query| query.nonce = Some(String::new()), "query"),
        (|query| query.nonce = Some("1".repeat(129)), "query"),
        (|query| query.nonce = Some("1 2".to_owned()), "query"),
        (|query| query.timestamp = None, "query"),
        (|query| query.timestamp = Some("soon".to_owned()), "query"),
        (|query| query.msg_signature = None, "query"),
        (|query| query.msg_signature = Some("0".repeat(39)), "signature"),
    ];
    // Invalid where a signature covers only the query.
    let unsigned: [(Change, &str); 5] = [
        (|query| query.signature = None, "query"),
        (|query| query.signature = Some("0".repeat(40)), "signature"),
        (|query| query.nonce = Some("2".to_owned()), "signature"),
        (|query| query.timestamp = Some((NOW + 1).to_string()), "signature"),
        (|query| query.encrypt_type = Some("des".to_owned()), "query"),
    ];
    for product in Product::ALL {
        let right = safe_text(product, 7, NOW).query;
        let unsigned = unsigned.iter().filter(|_| product != Product::Work);
        for (change, wanted) in malformed.iter().chain(unsigned) {
            let (log, _guard) = Log::capture();
            let (bot, runs) = counting();
            let app = app(bot, account(product));
            let query = with(&right, change).to_query_string();
            let (body, polls) = watched();
            assert_eq!(answer(&app, post(&query, body)).await, rejected(), "{product} {query}");
            assert_eq!((count(&polls), count(&runs)), (0, 0), "{product} {query}");
            let rejections = log.rejections();
            assert_eq!(rejections.len(), 1);
            assert_eq!(rejections[0].0, *wanted, "{product} {query} {rejections:?}");
        }
        // A repeated name, invalid UTF-8, an empty query.
        let right = right.to_query_string();
        for query in [format!("{right}&nonce=1"), format!("nonce=%ff&{right}"), String::new()] {
            let (body, polls) = watched();
            let app = app(counting().0, account(product));
            assert_eq!(answer(&app, post(&query, body)).await, rejected(), "{product} {query}");
            assert_eq!(count(&polls), 0, "{product} {query}");
        }
        // A valid request is read.
        let (body, polls) = watched();
        let app = app(counting().0, account(product));
        assert_eq!(answer(&app, post(&right, body)).await, rejected(), "it is empty");
        assert!(count(&polls) > 0);
    }
}

#[tokio::test]
async fn unaccepted_modes_are_rejected_before_the_body_is_read() {
    for (product, accepted, came) in [
        (Product::Official, Mode::Safe, Mode::Plain),
        (Product::Official, Mode::Plain, Mode::Safe),
        (Product::Mini, Mode::Safe, Mode::Plain),
    ] {
        let (log, _guard) = Log::capture();
        let app = app(counting().0, account(product).modes([accepted]));
        let push = push_at(product, &text(product, 7, "hello", Format::Xml), came, NOW);
        let (body, polls) = watched();
        let request = post(&push.query.to_query_string(), body);
        assert_eq!(answer(&app, request).await, rejected());
        assert_eq!(count(&polls), 0);
        assert_eq!(log.rejections()[0].0, "mode");
    }
}

#[tokio::test]
async fn unknown_methods_and_paths_are_rejected_before_the_body_is_read() {
    let app = app(counting().0, account(Product::Official));
    for (method, path) in [("PUT", "/callback"), ("POST", "/other"), ("POST", "/healthz")] {
        let (body, polls) = watched();
        let request = http::Request::builder().method(method).uri(path).body(body).unwrap();
        let (status, _) = answer(&app, request).await;
        assert!(status.is_client_error(), "{method} {path}");
        assert_eq!(count(&polls), 0, "{method} {path}");
    }
}

/// A bot on a socket.
async fn serve(app: App) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        let server = HttpServer::new(ConnectionLimits::default());
        server.serve_until(listener, app, std::future::pending()).await
    });
    address
}

#[tokio::test]
async fn a_body_of_10_mb_gets_a_413_response() {
    const LENGTH: usize = 10_000_000;
    for product in Product::ALL {
        let address = serve(app(counting().0, account(product))).await;
        let path = format!("/callback?{}", safe_text(product, 7, NOW).query.to_query_string());
        let mut announced = RawConnection::open(&address).await.unwrap();
        announced.post(&path, &"x".repeat(LENGTH)).await.unwrap();
        let response = announced.response().await.unwrap().unwrap();
        assert_eq!((response.status, response.closes()), (413, true), "{product} {response:?}");

        let mut chunked = RawConnection::open(&address).await.unwrap();
        let head =
            format!("POST {path} HTTP/1.1\r\nHost: bot\r\nTransfer-Encoding: chunked\r\n\r\n");
        chunked.send(head).await.unwrap();
        let chunk = format!("186a0\r\n{}\r\n", "x".repeat(100_000));
        for _ in 0..LENGTH / 100_000 {
            chunked.send(&chunk).await.unwrap();
        }
        chunked.send("0\r\n\r\n").await.unwrap();
        let response = chunked.response().await.unwrap().unwrap();
        assert_eq!((response.status, response.closes()), (413, true), "{product} {response:?}");
    }
}

#[tokio::test]
async fn a_body_at_the_limit_is_read() {
    let push = safe_text(Product::Official, 7, NOW);
    for (limit, status) in
        [(push.body.len(), StatusCode::OK), (push.body.len() - 1, StatusCode::PAYLOAD_TOO_LARGE)]
    {
        for whole in [true, false] {
            let app = app(counting().0.body_limit(limit), account(Product::Official));
            let pieces = push.body.as_bytes().chunks(100);
            let pieces: Vec<_> = pieces.map(|piece| Ok::<_, Infallible>(piece.to_vec())).collect();
            let body = match whole {
                true => Body::from(push.body.clone()),
                false => Body::from_stream(stream::iter(pieces)),
            };
            let request = post(&push.query.to_query_string(), body);
            assert_eq!(ask(&app, request).await.status(), status, "{limit} {whole}");
        }
    }
}

/// A request whose body was partially sent.
struct HalfSent {
    send: mpsc::UnboundedSender<Bytes>,
    rest: Bytes,
    asking: JoinHandle<StatusCode>,
}

impl HalfSent {
    fn begin(app: &App, push: &PlatformPush, bytes: usize) -> Self {
        let (send, mut body) = mpsc::unbounded_channel();
        let mut rest = Bytes::from(push.body.clone());
        send.send(rest.split_to(bytes)).unwrap();
        let body =
            stream::poll_fn(move |cx| body.poll_recv(cx).map(|data| data.map(Ok::<_, Infallible>)));
        let request = post(&push.query.to_query_string(), Body::from_stream(body));
        let app = app.clone();
        let asking = tokio::spawn(async move { ask(&app, request).await.status() });
        Self { send, rest, asking }
    }

    async fn finish(self) -> StatusCode {
        self.send.send(self.rest).unwrap();
        drop(self.send);
        self.asking.await.unwrap()
    }
}

/// A push with a body between 3 and 4 KiB.
fn long_push(product: Product, id: u64) -> PlatformPush {
    let push =
        push_at(product, &text(product, id, &"x".repeat(2_000), Format::Xml), Mode::Safe, NOW);
    assert!((3 * 1024 + 1..=4 * 1024).contains(&push.body.len()), "{}", push.body.len());
    push
}

#[tokio::test]
async fn bodies_share_a_budget_by_received_bytes() {
    for product in Product::ALL {
        let (log, _guard) = Log::capture();
        let (clock, (bot, runs)) = (Arc::new(VirtualClock::default()), counting());
        let bot = bot.clock(clock.clone()).body_limit(4096).body_budget(8192);
        let app = bot.build(&Config::new(account(product))).unwrap();
        // Each may grow to 4 KiB, and has sent one.
        let mut held = Vec::new();
        for id in 0..4 {
            held.push(HalfSent::begin(&app, &long_push(product, id), 1024));
        }
        clock.settle().await;
        let status = ask(&app, deliver(&long_push(product, 10))).await.status();
        assert_eq!((status, count(&runs)), (StatusCode::OK, 1), "{product}: half is left");
        for id in 4..8 {
            held.push(HalfSent::begin(&app, &long_push(product, id), 1024));
        }
        clock.settle().await;
        log.take();
        for push in [long_push(product, 11), safe_text(product, 12, NOW)] {
            let response = answer(&app, deliver(&push)).await;
            assert_eq!(response, (StatusCode::SERVICE_UNAVAILABLE, String::new()), "{product}");
        }
        let rejections = log.rejections();
        assert!(
            rejections[0].0 == "body" && rejections[0].1.contains("body_budget"),
            "{rejections:?}"
        );
        assert_eq!(count(&runs), 1);
        // A cancelled and a timed-out body make room for the rest of a third.
        held.pop().unwrap().asking.abort();
        held.pop().unwrap().asking.abort();
        clock.settle().await;
        let last = held.pop().unwrap();
        assert_eq!(last.finish().await, StatusCode::SERVICE_UNAVAILABLE, "a kilobyte is missing");
        assert_eq!(held.pop().unwrap().finish().await, StatusCode::OK, "{product}");
        assert_eq!(count(&runs), 2);
        // Normal requests, repeatedly.
        held.clear();
        clock.advance(std::time::Duration::from_secs(11)).await;
        for id in 20..40 {
            let status = ask(&app, deliver(&long_push(product, id))).await.status();
            assert_eq!(status, StatusCode::OK, "{product}");
        }
        // A rejected request can be retried.
        assert_eq!(ask(&app, deliver(&long_push(product, 11))).await.status(), StatusCode::OK);
        assert_eq!(count(&runs), 23);
    }
}

#[tokio::test]
async fn the_body_budget_is_released_before_the_handler_runs() {
    let clock = Arc::new(VirtualClock::default());
    let bot = Bot::new().fallback(|_: Push| std::future::pending::<()>());
    let bot = bot.clock(clock.clone()).body_limit(4096).body_budget(4096);
    let app = bot.build(&Config::new(account(Product::Official))).unwrap();
    let waiting: Vec<_> = (0..10)
        .map(|id| {
            let (app, push) = (app.clone(), long_push(Product::Official, id));
            tokio::spawn(async move { ask(&app, deliver(&push)).await.status() })
        })
        .collect();
    clock.advance(std::time::Duration::from_secs(5)).await;
    for waiting in waiting {
        assert_eq!(waiting.await.unwrap(), StatusCode::OK);
    }
}

/// Bodies of 1 MiB that are as expensive to parse as possible, with and without an `Encrypt`.
fn laborious() -> Vec<(&'static str, String)> {
    const LENGTH: usize = 1024 * 1024;
    let fill = |begin: &str, piece: &dyn Fn(usize) -> String, end: &str| {
        let mut text = begin.to_owned();
        for number in 0.. {
            let piece = piece(number);
            if text.len() + piece.len() + end.len() > LENGTH {
                break;
            }
            text += &piece;
        }
        text + end
    };
    let json_end = r#""Encrypt":"AAAA"}"#;
    let xml_end = "<Encrypt>AAAA</Encrypt></xml>";
    vec![
        ("names", fill("{", &|n| format!("\"{n:x}\":0,"), json_end)),
        ("the same name", fill("{", &|_| "\"a\":0,".to_owned(), json_end)),
        ("lists", fill("{\"a\":", &|_| "[".to_owned(), "")),
        ("objects", fill("", &|_| "{\"a\":".to_owned(), "")),
        (
            "half characters",
            fill("{\"a\":\"", &|_| r"\ud83d".to_owned(), &format!("\",{json_end}")),
        ),
        (
            "control characters",
            fill("{\"a\":\"", &|_| "\u{1}\n".to_owned(), &format!("\",{json_end}")),
        ),
        ("elements", fill("<xml>", &|n| format!("<a{n:x}/>"), xml_end)),
        ("the same element", fill("<xml>", &|_| "<a/>".to_owned(), xml_end)),
        ("depth", fill("<xml>", &|_| "<a>".to_owned(), "")),
        ("entities", fill("<xml><a>", &|_| "&#38;".to_owned(), &format!("</a>{xml_end}"))),
        ("bare ampersands", fill("<xml><a>", &|_| "&".to_owned(), &format!("</a>{xml_end}"))),
        ("open brackets", fill("<xml><a>", &|_| "<".to_owned(), &format!("</a>{xml_end}"))),
        ("comments", fill("<xml>", &|_| "<!---->".to_owned(), xml_end)),
        ("attributes", fill("<xml ", &|n| format!("a{n:x}=''"), &format!(">{xml_end}"))),
        ("cdata", fill("<xml><a>", &|_| "<![CDATA[]]>".to_owned(), &format!("</a>{xml_end}"))),
    ]
}

#[tokio::test]
async fn nothing_is_repaired_before_verification() {
    for product in Product::ALL {
        let mut query = safe_text(product, 7, NOW).query;
        query.msg_signature = Some("0".repeat(40));
        let query = query.to_query_string();
        for (name, body) in laborious() {
            let (log, _guard) = Log::capture();
            let (bot, runs) = counting();
            let app = app(bot, account(product));
            assert_eq!(answer(&app, post(&query, body)).await, rejected(), "{product} {name}");
            assert_eq!(count(&runs), 0);
            // Either the body is not an envelope, or the signature is wrong: nothing else is
            // examined.
            let rejections = log.rejections();
            let [(reason, message)] = &rejections[..] else { panic!("{rejections:?}") };
            assert!(["content", "signature"].contains(&&**reason), "{product} {name} {message}");
        }
    }
}
