//! A rejection names the setting that is wrong: its message is what a bot logs.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weixin_protocol::{
    Callback, CallbackToken, EncodingAesKey, ErrorKind, Format, Header, Inbound, Mode, Product,
    Query, Stamp, Text,
};

const NOW: i64 = 1_767_574_800;
const KEY: &str = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
const OTHER_KEY: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

fn callback(product: Product, token: &str, key: &str, id: &str) -> Callback {
    Callback::new(product, CallbackToken::new(token).unwrap())
        .key(EncodingAesKey::new(key).unwrap())
        .receive_id(id)
}

/// A push of the platform, in this mode, to a bot that accepts the default mode.
fn push(by: &Callback, mode: Mode, at: i64) -> (Query, String) {
    let header = Header::new("oAnn", "wx1", at).with_msg_id("1");
    let text = Inbound::of(&header, &Text::new(header.clone(), "hello"), Format::Xml);
    let push = by.push(&text, mode, Format::Xml, &Stamp::at(at).unwrap()).unwrap();
    (push.query, push.body)
}

#[test]
fn a_rejection_names_the_setting_that_is_wrong() {
    for product in [Product::Official, Product::Work] {
        let right = callback(product, "testtoken", KEY, "wx1");
        for (bot, at, kind, words) in [
            (callback(product, "another", KEY, "wx1"), NOW, ErrorKind::Signature, "`token`"),
            (
                callback(product, "testtoken", OTHER_KEY, "wx1"),
                NOW,
                ErrorKind::Buffer,
                "`encoding_aes_key`",
            ),
            (callback(product, "testtoken", KEY, "wx2"), NOW, ErrorKind::ReceiveId, "`app_id`"),
            (right.clone(), NOW - 3600, ErrorKind::Clock, "NTP"),
        ] {
            let (query, body) = push(&right, Mode::Safe, at);
            let error = bot.open(&query, body.as_bytes(), NOW).unwrap_err();
            assert_eq!(error.kind(), kind, "{error}");
            assert!(error.to_string().contains(words), "{error}");
        }
        let (mut query, body) = push(&right, Mode::Safe, NOW);
        query.msg_signature = None;
        let error = right.open(&query, body.as_bytes(), NOW).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Query);
        assert!(error.to_string().contains("no `msg_signature`"), "{error}");
    }
    let right = callback(Product::Official, "testtoken", KEY, "wx1");
    for (mode, words) in [(Mode::Plain, "\"plain\" to `modes`"), (Mode::Compatible, "compatible")] {
        let (query, body) = push(&right, mode, NOW);
        let error = right.open(&query, body.as_bytes(), NOW).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Mode);
        assert!(error.to_string().contains(words), "{error}");
    }
    let without_key = Callback::new(Product::Official, CallbackToken::new("testtoken").unwrap())
        .accept([Mode::Safe])
        .receive_id("wx1");
    let (query, body) = push(&right, Mode::Safe, NOW);
    let error = without_key.open(&query, body.as_bytes(), NOW).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Key);
    assert!(error.to_string().contains("set `encoding_aes_key`"), "{error}");
    let error = Query::parse("nonce=1&nonce=2").unwrap_err();
    assert!(error.to_string().contains("`nonce` twice"), "{error}");
}
