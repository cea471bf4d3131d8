//! Requests that come again.

#![allow(clippy::unwrap_used)]

use std::{collections::HashMap, time::Duration};

use proptest::prelude::*;
use weixin_protocol::{
    Callback, CallbackToken, EncodingAesKey, Format, Header, Inbound, Mode, Product, ReplayKey,
    ReplayWindow, Seen, Stamp, Text,
};

const NOW: i64 = 1_700_000_000;

fn callback() -> Callback {
    Callback::new(Product::Official, CallbackToken::new("testtoken").unwrap())
        .key(EncodingAesKey::new(&"k".repeat(43)).unwrap())
        .receive_id("wx0123456789abcdef")
        .accept([Mode::Plain, Mode::Safe])
}

fn key(mode: Mode, text: &str, nonce: &str, timestamp: i64) -> ReplayKey {
    let header = Header::new("oAnn", "gh_1", NOW).with_msg_id("7");
    let inbound = Inbound::of(&header, &Text::new(header.clone(), text), Format::Xml);
    let stamp = Stamp { timestamp, nonce: nonce.to_owned(), random: *b"0123456789abcdef" };
    let push = callback().push(&inbound, mode, Format::Xml, &stamp).unwrap();
    let (_, seal) = callback().open(&push.query, push.body.as_bytes(), timestamp).unwrap();
    seal.replay_key()
}

#[test]
fn a_key_stands_for_query_and_body() {
    for mode in [Mode::Plain, Mode::Safe] {
        let first = key(mode, "hello", "1", NOW);
        assert_eq!(first.timestamp(), NOW);
        assert_eq!(first, key(mode, "hello", "1", NOW));
        // The platform signs its repeats anew.
        assert_ne!(first, key(mode, "hello", "2", NOW));
        assert_ne!(first, key(mode, "hello", "1", NOW + 5));
        // In plain mode the signature is the same for any body.
        assert_ne!(first, key(mode, "hell", "1", NOW));
        // The number alone, for a window that several processes share.
        assert_eq!(first.digest(), key(mode, "hello", "1", NOW).digest());
        for other in ["2", "3"] {
            assert_ne!(first.digest(), key(mode, "hello", other, NOW).digest());
        }
    }
}

#[test]
fn an_empty_window_says_so() {
    let mut window = ReplayWindow::default();
    assert!(window.is_empty());
    let key = key(Mode::Safe, "hello", "1", NOW);
    window.see(key, NOW);
    assert!(!window.is_empty());
    window.forget(key);
    assert!(window.is_empty());
}

#[test]
fn a_window_holds_as_many_requests_as_it_is_told() {
    let mut window = ReplayWindow::default().with_max(80);
    let keys: Vec<_> =
        (0..80).map(|number: i64| key(Mode::Safe, "hello", &number.to_string(), NOW)).collect();
    for key in &keys {
        assert_eq!(window.see(*key, NOW), Seen::First);
    }
    assert_eq!(window.len(), 80);
    for key in &keys {
        assert_eq!(window.see(*key, NOW), Seen::Again);
    }
}

#[test]
fn a_window_without_end_remembers_for_ever() {
    let mut window = ReplayWindow::new(Duration::MAX);
    let key = key(Mode::Safe, "hello", "1", NOW);
    assert_eq!(window.see(key, NOW), Seen::First);
    let in_a_century = NOW + 100 * 365 * 86_400;
    assert_eq!(window.see(key, in_a_century), Seen::Replayed { first: NOW });
}

/// A quiet callback does not keep what nobody can repeat any more.
#[test]
fn a_request_takes_room_for_a_quarter_of_the_tolerance_longer_than_it_is_good() {
    let mut window = ReplayWindow::new(Duration::from_secs(600));
    for second in (0..3600).step_by(10) {
        let now = NOW + second;
        let key = key(Mode::Safe, "hello", "1", now);
        assert_eq!(window.see(key, now), Seen::First);
        // One every ten seconds, for 600 + 150 seconds.
        assert!(window.len() <= 76, "{} after {second} s", window.len());
    }
}

#[test]
fn a_repeat_within_a_minute_joins_and_a_later_one_is_a_replay() {
    let mut window = ReplayWindow::default();
    let key = key(Mode::Safe, "hello", "1", NOW);
    assert_eq!(window.see(key, NOW + 2), Seen::First);
    assert_eq!(window.see(key, NOW + 2), Seen::Again);
    assert_eq!(window.see(key, NOW + 62), Seen::Again);
    // Counted from the first: a replay every minute does not keep itself alive.
    for later in [63, 100, 300, 602] {
        assert_eq!(window.see(key, NOW + later), Seen::Replayed { first: NOW + 2 }, "{later}");
    }
    // What was not taken on may come again.
    window.forget(key);
    assert_eq!(window.see(key, NOW + 602), Seen::First);
}

#[test]
fn what_the_clock_rejects_is_forgotten() {
    let mut window = ReplayWindow::new(Duration::from_secs(600));
    // Signed ahead of our time, and therefore good for longer.
    let ahead = key(Mode::Safe, "hello", "1", NOW + 600);
    assert_eq!(window.see(ahead, NOW), Seen::First);
    assert_eq!(window.see(ahead, NOW + 1200), Seen::Replayed { first: NOW });
    assert_eq!(window.len(), 1);
    let later = key(Mode::Safe, "hello", "2", NOW + 1201);
    assert_eq!(window.see(later, NOW + 1201), Seen::First);
    assert_eq!(window.len(), 1, "the first cannot come again");
}

#[test]
fn the_window_is_bounded_and_forgets_the_oldest() {
    let mut window = ReplayWindow::default().with_max(80);
    let keys: Vec<_> =
        (0..200).map(|number: i64| key(Mode::Safe, "hello", &number.to_string(), NOW)).collect();
    for key in &keys {
        assert_eq!(window.see(*key, NOW), Seen::First);
        assert!(window.len() <= 80);
    }
    let known = |key: &&ReplayKey| window.clone().see(**key, NOW) == Seen::Again;
    let known: Vec<_> = keys.iter().map(|key| known(&key)).collect();
    let first_known = known.iter().position(|known| *known).unwrap();
    assert!((120..=130).contains(&first_known), "{first_known}");
    assert!(known[first_known..].iter().all(|known| *known));
}

#[test]
fn a_clock_set_back_loses_nothing() {
    let mut window = ReplayWindow::default();
    let key = key(Mode::Safe, "hello", "1", NOW);
    assert_eq!(window.see(key, NOW), Seen::First);
    assert_eq!(window.see(key, NOW - 300), Seen::Again);
    assert_eq!(window.see(key, NOW + 100), Seen::Replayed { first: NOW });
}

proptest! {
    /// Against a memory that forgets nothing: as long as the clock's tolerance lets a request in,
    /// it is first seen once.
    #[test]
    fn no_request_is_first_twice(
        steps in prop::collection::vec((0_i64..40, 0_usize..12, -20_i64..20), 1..200),
    ) {
        let mut window = ReplayWindow::new(Duration::from_secs(20))
            .with_repeats_within(Duration::from_secs(5));
        let mut seen: HashMap<(usize, i64), i64> = HashMap::new();
        let mut now = NOW;
        for (passed, who, off) in steps {
            now += passed / 8;
            // A dozen nonces at times a few seconds apart.
            let timestamp = (now + off) / 10 * 10;
            if now.abs_diff(timestamp) > 20 {
                continue;
            }
            let key = key(Mode::Plain, "hello", &who.to_string(), timestamp);
            let wanted = match seen.get(&(who, timestamp)) {
                None => Seen::First,
                Some(first) if now - first <= 5 => Seen::Again,
                Some(first) => Seen::Replayed { first: *first },
            };
            prop_assert_eq!(window.see(key, now), wanted);
            seen.entry((who, timestamp)).or_insert(now);
        }
    }
}
