//! The cost of one push: the cryptography alone, opening, sealing, and the whole path through a bot.

use std::hint::black_box;

use axum::body::Body;
use criterion::{Criterion, criterion_group, criterion_main};
use http::Request;
use http_body_util::BodyExt;
use tower::ServiceExt;
use weixin::{
    prelude::*,
    protocol::{
        Callback, CallbackToken, EncodingAesKey, Format, Mode, PassiveReply, Product, Signature,
        Stamp,
    },
};

/// When the pushes are signed, in seconds since 1970.
const NOW: i64 = 1_700_000_000;

const KEY: &str = "RustFrameworkWeChatTestKey0123456789abcdefg";

fn push(criterion: &mut Criterion) {
    let key = EncodingAesKey::new(KEY).expect("a key");
    let callback =
        Callback::new(Product::Official, CallbackToken::new("testtoken").expect("a token"))
            .key(key.clone())
            .receive_id("wx0123456789abcdef");
    let header = Header::new("oAnn", "gh_1", 1_700_000_000).with_msg_id("7");
    let inbound = Inbound::of(&header, &Text::new(header.clone(), "hello, world"), Format::Xml);
    let stamp =
        Stamp { timestamp: NOW, nonce: "123456789".to_owned(), random: *b"0123456789abcdef" };
    let push = callback.push(&inbound, Mode::Safe, Format::Xml, &stamp).expect("a push");
    let body = push.body.as_bytes();
    let ciphertext = Inbound::parse(&push.body).expect("an envelope");
    let ciphertext = ciphertext.fields().text("Encrypt").expect("a ciphertext").to_owned();

    criterion.bench_function("signature and decryption alone", |bencher| {
        bencher.iter(|| {
            let signature = Signature::of(["testtoken", "1700000000", "123456789", &ciphertext]);
            black_box((signature, key.decrypt(&ciphertext)))
        });
    });
    criterion.bench_function("open", |bencher| {
        bencher
            .iter(|| callback.open(black_box(&push.query), black_box(body), NOW).expect("opens"));
    });
    let (_, seal) = callback.open(&push.query, body, NOW).expect("opens");
    let reply = PassiveReply::Text("hello, world".to_owned());
    criterion.bench_function("seal", |bencher| {
        bencher.iter(|| seal.seal(black_box(&reply), 1_700_000_001).expect("seals"));
    });

    // Every push is a new message; a repeat would join the first.
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let account = AccountConfig::official("wx0123456789abcdef", "secret")
        .callback("testtoken", KEY)
        .clock_tolerance(None);
    let app = Bot::new()
        .on(|msg: Text| async move { msg.content })
        .build(&Config::new(account))
        .expect("a bot");
    let mut number = 0_u64;
    criterion.bench_function("request to answer", |bencher| {
        bencher.iter_batched(
            || {
                number += 1;
                let header = header.clone().with_msg_id(number.to_string());
                let text = Text::new(header.clone(), "hello, world");
                let inbound = Inbound::of(&header, &text, Format::Xml);
                let push =
                    callback.push(&inbound, Mode::Safe, Format::Xml, &stamp).expect("a push");
                let uri = format!("/callback?{}", push.query.to_query_string());
                Request::post(uri).body(Body::from(push.body)).expect("a request")
            },
            |request| {
                runtime.block_on(async {
                    let response = app.clone().oneshot(request).await.expect("infallible");
                    response.into_body().collect().await.expect("a body").to_bytes()
                })
            },
            criterion::BatchSize::SmallInput,
        );
    });
}

criterion_group!(benches, push);
criterion_main!(benches);
