//! Unit tests of keys, values and errors. The behaviour of stores is tested by the suite in
//! `crates/store-tests`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::error::Error as _;

use weixin_api::Timestamp;
use weixin_protocol::Secret;
use weixin_store::{Error, ErrorKind, Key, Lease, Value};

#[test]
fn keys_round_trip_through_their_encoding() {
    let parts = ["credential", "", "a:b", "a%3Ab", "*", "微信", "\0\n"];
    let key = parts[1..].iter().fold(Key::new(parts[0]), |key, part| key.join(part));
    assert_eq!(key.parts().collect::<Vec<_>>(), parts);
    let encoded = key.encoded().unwrap();
    assert!(encoded.bytes().all(|byte| byte.is_ascii_graphic()), "{encoded}");
    assert_eq!(Key::decode(encoded).unwrap(), key);
    // Strings that `encoded` never produces.
    for foreign in ["a b", "a%3ab", "a%41", "%", "%E5", "微信", "a*"] {
        let error = Key::decode(foreign).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unreadable, "{foreign}");
    }
}

#[test]
fn a_key_is_below_another_if_it_has_more_parts() {
    let a = Key::new("a");
    assert!(
        a.join("b").is_below(&a) && a.join("").is_below(&a) && a.join("b").join("c").is_below(&a)
    );
    assert!(!a.is_below(&a) && !Key::new("ab").is_below(&a) && !Key::new("a:b").is_below(&a));
}

#[test]
fn debug_output_of_values_hides_their_bytes() {
    let value = Value::from(&Secret::new("TOKEN-1"));
    assert_eq!((value.text().unwrap(), format!("{value:?}")), ("TOKEN-1", "Value(7 bytes)".into()));
    let bytes = Value::from(vec![0xff]);
    assert_eq!(bytes.text().unwrap_err().kind(), ErrorKind::Unreadable);
}

#[test]
fn fences_exceed_the_last_one_and_the_current_time() {
    let now = Timestamp::from_millis(1000);
    assert_eq!(Lease::next_fence(None, now), 1000);
    assert_eq!(Lease::next_fence(Some(7), now), 1000);
    assert_eq!(Lease::next_fence(Some(1000), now), 1001);
    assert_eq!(Lease::next_fence(Some(5000), now), 5001);
}

#[test]
fn errors_have_a_message_and_a_source() {
    let cause = std::io::Error::other("connection refused");
    let error = Error::new(ErrorKind::Unreachable, "the database is gone").with_source(cause);
    assert_eq!((error.to_string(), error.is_retryable()), ("the database is gone".into(), true));
    assert_eq!(error.clone().source().unwrap().to_string(), "connection refused");
    assert!(!Error::lease_lost().is_retryable());
}
