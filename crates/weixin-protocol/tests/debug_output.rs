//! What holds a secret says what it is in `Debug` output, and nothing of the secret.

#![allow(clippy::unwrap_used)]

use std::fmt::Debug;

use weixin_protocol::{
    Callback, CallbackToken, EncodingAesKey, Format, Header, Inbound, Mode, Product, Secret,
    Signature, Stamp, Text,
};

const NOW: i64 = 1_700_000_000;
const TOKEN: &str = "Rb7XwQ2mTz9LpV4kHs6N";
const KEY: &str = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
const NONCE: &str = "5830174926";
const SECRET: &str = "9d8c7b6a5f4e3d2c1b0a";

/// Both forms of `value` show all of `shown` and no five characters in a row of a secret.
#[track_caller]
fn check(value: &dyn Debug, shown: &[&str], secrets: &[&str]) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        for wanted in shown {
            assert!(text.contains(wanted), "no {wanted:?} in {text}");
        }
        for secret in secrets {
            for start in 0..=secret.len() - 5 {
                let part = &secret[start..start + 5];
                assert!(!text.contains(part), "{part:?} in {text}");
            }
        }
    }
}

#[test]
fn secrets_show_their_type_alone() {
    check(&Secret::new(SECRET), &["Secret"], &[SECRET]);
    check(&CallbackToken::new(TOKEN).unwrap(), &["CallbackToken"], &[TOKEN]);
    check(&EncodingAesKey::new(KEY).unwrap(), &["EncodingAesKey"], &[KEY]);
}

#[test]
fn a_callback_and_its_requests_show_no_token_key_or_signature() {
    let callback = Callback::new(Product::Official, CallbackToken::new(TOKEN).unwrap())
        .key(EncodingAesKey::new(KEY).unwrap())
        .receive_id("wx0123456789abcdef")
        .original_id("gh_1");
    check(&callback, &["Callback", "wx0123456789abcdef", "gh_1", "Official"], &[TOKEN, KEY]);

    let header = Header::new("oAnn", "gh_1", NOW).with_msg_id("7");
    let hello = Inbound::of(&header, &Text::new(header.clone(), "hello"), Format::Json);
    let stamp = Stamp { timestamp: NOW, nonce: NONCE.to_owned(), random: *b"0123456789abcdef" };
    let push = callback.push(&hello, Mode::Safe, Format::Json, &stamp).unwrap();
    let signatures =
        [push.query.signature.clone().unwrap(), push.query.msg_signature.clone().unwrap()];
    let secrets = [TOKEN, KEY, &signatures[0], &signatures[1]];
    // The names of its parameters, of which one may be missing.
    check(&push.query, &["\"signature\"", "\"msg_signature\"", "\"nonce\""], &secrets);
    check(&push.query, &[], &[NONCE]);
    check(&callback.precheck(&push.query, NOW).unwrap(), &["Prechecked"], &secrets);

    let (_, seal) = callback.open(&push.query, push.body.as_bytes(), NOW).unwrap();
    check(&seal, &["ReplySeal", "oAnn", "Json", "encrypted: true"], &secrets);
    check(&seal, &[], &[NONCE]);
    check(&seal.replay_key(), &["ReplayKey", "1700000000"], &[TOKEN, KEY]);
}

#[test]
fn a_signature_shows_itself() {
    let signature = Signature::of([TOKEN, "1", "2"]);
    check(&signature, &[signature.as_str()], &[TOKEN]);
}
