//! The suite in a real Postgres.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weixin_store::{Key, Waited};
use weixin_store_tests::{ManualClock, postgres};

weixin_store_tests::suite!(postgres, shared by processes);

#[tokio::test]
async fn changes_are_heard_while_the_clock_stands_still() {
    let Some(engine) = postgres("changes_are_heard").await else { return };
    let clock = ManualClock::new();
    let (store, other) = (engine.open(clock.clone()), engine.open(clock));
    let key = Key::new("a");
    let far = store.clock().now() + std::time::Duration::from_secs(3600);
    let waiting = {
        let key = key.clone();
        tokio::spawn(async move { store.wait(&key, None, far).await.unwrap() })
    };
    other.put(&key, "heard".into(), None).await.unwrap();
    assert!(matches!(waiting.await.unwrap(), Waited::Changed(Some(_))));
}
