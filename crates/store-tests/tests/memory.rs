//! The suite in memory.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Duration;

use weixin_store::{Key, MemoryStore, Store};
use weixin_store_tests::{Engine, ManualClock};

async fn open(_: &str) -> Option<Engine> {
    Some(Engine::memory())
}

weixin_store_tests::suite!(open);

#[tokio::test]
async fn what_is_over_does_not_pile_up() {
    let clock = ManualClock::new();
    let store = MemoryStore::with_clock(clock.clone());
    for round in 0..100 {
        let over = store.clock().now() + Duration::from_secs(1);
        for number in 0..20 {
            let key = Key::new(round.to_string()).join(number.to_string());
            store.put(&key, "".into(), Some(over)).await.unwrap();
        }
        clock.advance(Duration::from_secs(1));
    }
    // 20 at a time are alive.
    let shown = format!("{store:?}");
    let things: usize =
        shown.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
    assert!(things <= 200, "{shown}");
}
