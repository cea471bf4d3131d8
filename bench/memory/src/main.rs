//! Measures the memory that a bot needs to remember one minute of pushes, or for handlers that wait.

mod waiting;

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use axum::body::Body;
use http::{Request, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;
use weixin::{
    api::{BoxFuture, Clock, Timestamp},
    bot::App,
    prelude::*,
    protocol::{Callback, CallbackToken, Format, Mode, Product, Stamp},
};

/// The number of senders. Each sends repeatedly.
const SENDERS: u64 = 50_000;

/// The resident memory of this process, in KiB.
pub(crate) fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("this needs Linux");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("VmRSS");
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number")
}

/// A clock that only advances when it is set, in milliseconds since 1970.
#[derive(Debug)]
struct ManualClock(AtomicU64);

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::Relaxed))
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        // Sleepers never need to wake: an echo is ready at once.
        let over = self.now() >= at;
        Box::pin(async move {
            if !over {
                std::future::pending().await
            }
        })
    }
}

struct Platform {
    callback: Callback,
    clock: Arc<ManualClock>,
    app: App,
    number: u64,
}

impl Platform {
    async fn push(&mut self) {
        self.number += 1;
        let number = self.number;
        let now = self.clock.now().as_secs();
        let sender = format!("oSender{:021}", number % SENDERS);
        let msg_id = (23_000_000_000_000_000 + number).to_string();
        let header = Header::new(sender, "gh_0123456789ab", now.cast_signed()).with_msg_id(msg_id);
        let text = Text::new(header.clone(), format!("message number {number}"));
        let inbound = Inbound::of(&header, &text, Format::Xml);
        let stamp = Stamp {
            timestamp: now.cast_signed(),
            nonce: number.to_string(),
            random: *b"0123456789abcdef",
        };
        let push = self.callback.push(&inbound, Mode::Plain, Format::Xml, &stamp).expect("a push");
        let uri = format!("/callback?{}", push.query.to_query_string());
        let request = Request::post(uri).body(Body::from(push.body)).expect("a request");
        let response = self.app.clone().oneshot(request).await.expect("infallible");
        assert_eq!(response.status(), StatusCode::OK);
        let body = response.into_body().collect().await.expect("a body").to_bytes();
        assert!(!body.is_empty(), "an echo");
    }

    async fn minute(&mut self, pushes: u64) {
        const STEPS: u64 = 600;
        for step in 0..STEPS {
            for _ in pushes * step / STEPS..pushes * (step + 1) / STEPS {
                self.push().await;
            }
            self.clock.0.fetch_add(60_000 / STEPS, Ordering::Relaxed);
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    if std::env::args().nth(1).as_deref() == Some("waiting") {
        let count =
            std::env::args().nth(2).map_or(10_000, |number| number.parse().expect("a number"));
        return waiting::measure(count).await;
    }
    let argument = std::env::args().nth(1).map(|number| number.parse().expect("a number"));
    let pushes: u64 = argument.unwrap_or(1_000_000);
    let clock = Arc::new(ManualClock(AtomicU64::new(1_700_000_000_000)));
    let account = AccountConfig::official("wx0123456789abcdef", "secret").plain_callback("token");
    let app = Bot::new()
        .clock(clock.clone())
        .on(|msg: Text| async move { msg.content })
        .build(&Config::new(account))
        .expect("a bot");
    let token = CallbackToken::new("token").expect("a token");
    let callback = Callback::new(Product::Official, token);
    let mut platform = Platform { callback, clock, app, number: 0 };
    // One-time allocations happen before the first measurement.
    for _ in 0..1000 {
        platform.push().await;
    }
    let before = resident_kib();
    println!("before: {:.1} MiB", before as f64 / 1024.0);
    for minute in 1..=3 {
        platform.minute(pushes).await;
        let grown = resident_kib().saturating_sub(before) as f64 / 1024.0;
        println!("after {pushes} pushes of minute {minute}: {grown:.1} MiB more");
    }
}
