//! The suite on the in-memory store.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Duration;

use weixin_store::{Key, MemoryStore, Store};
use weixin_store_tests::{Engine, ManualClock};

async fn open(_: &str) -> Engine {
    Engine::memory()
}

weixin_store_tests::suite!(open);

#[tokio::test]
async fn expired_entries_do_not_accumulate() {
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
    // Only 20 entries are live at a time.
    let shown = format!("{store:?}");
    let items: usize =
        shown.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
    assert!(items <= 200, "{shown}");
}
