//! Measures the memory of handlers that wait, as those of a bot whose language model is slow.

use std::{sync::Arc, time::Duration};

use axum::body::Body;
use http::{Request, StatusCode};
use tokio::{sync::Semaphore, task::JoinSet};
use tower::ServiceExt;
use weixin::{
    prelude::*,
    protocol::{Callback, CallbackToken, Format, Inbound, Mode, Product, Stamp},
};

use crate::resident_kib;

/// Delivers so many texts of as many users, whose handlers wait, until all are acknowledged.
pub(crate) async fn measure(handlers: usize) {
    let permits = Arc::new(Semaphore::new(0));
    let waiting = permits.clone();
    let account = AccountConfig::official("wx0123456789abcdef", "secret").plain_callback("token");
    let app = Bot::new()
        .budget(Duration::from_millis(200))
        .max_running(handlers)
        .on(move |msg: Text| {
            let permits = waiting.clone();
            async move {
                let _permit = permits.acquire().await;
                msg.content
            }
        })
        .build(&Config::new(account.clock_tolerance(None)))
        .expect("a bot");
    let token = CallbackToken::new("token").expect("a token");
    let platform = Callback::new(Product::Official, token);
    let before = resident_kib();
    let mut deliveries = JoinSet::new();
    for number in 0..handlers {
        let header = Header::new(format!("oSender{number:021}"), "gh_0123456789ab", 1_700_000_000)
            .with_msg_id((23_000_000_000_000_000 + number).to_string());
        let text = Text::new(header.clone(), format!("message number {number}"));
        let inbound = Inbound::of(&header, &text, Format::Xml);
        let stamp = Stamp {
            timestamp: 1_700_000_000,
            nonce: number.to_string(),
            random: *b"0123456789abcdef",
        };
        let push = platform.push(&inbound, Mode::Plain, Format::Xml, &stamp).expect("a push");
        let uri = format!("/callback?{}", push.query.to_query_string());
        let request = Request::post(uri).body(Body::from(push.body)).expect("a request");
        deliveries.spawn(app.clone().oneshot(request));
    }
    while let Some(delivery) = deliveries.join_next().await {
        let response = delivery.expect("no panic").expect("infallible");
        assert_eq!(response.status(), StatusCode::OK);
    }
    let grown = resident_kib().saturating_sub(before) as f64 / 1024.0;
    println!(
        "{handlers} handlers wait: {grown:.1} MiB more, {:.1} KiB each",
        grown * 1024.0 / handlers as f64
    );
    permits.close();
    std::process::exit(0);
}
