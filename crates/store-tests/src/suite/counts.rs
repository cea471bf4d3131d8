//! Counting events.

use std::sync::Arc;

use futures_util::future::join_all;
use weixin_api::Clock;
use weixin_store::CountOutcome;

use super::{key, open, seconds};
use crate::Engine;

/// Within any window, exactly up to the limit is counted.
pub async fn counts_are_bounded(engine: Engine) {
    let (store, clock) = open(&engine);
    let start = clock.now();
    let count = async || store.try_count(&key("a"), 3, seconds(60)).await.unwrap();

    assert_eq!(count().await, CountOutcome::Counted(1));
    clock.advance(seconds(20));
    assert_eq!(count().await, CountOutcome::Counted(2));
    assert_eq!(count().await, CountOutcome::Counted(3));
    clock.advance(seconds(39));
    for _ in 0..3 {
        assert_eq!(count().await, CountOutcome::Full { until: start + seconds(60) });
    }
    assert_eq!(store.try_count(&key("b"), 3, seconds(60)).await.unwrap(), CountOutcome::Counted(1));

    // The window slides: a rejected event was not counted, and each event leaves one window later.
    clock.advance(seconds(1));
    assert_eq!(count().await, CountOutcome::Counted(3));
    assert_eq!(count().await, CountOutcome::Full { until: start + seconds(80) });
    clock.advance(seconds(20));
    assert_eq!(count().await, CountOutcome::Counted(2));
    clock.advance(seconds(3600));
    assert_eq!(count().await, CountOutcome::Counted(1));

    let none = store.try_count(&key("none"), 0, seconds(60)).await.unwrap();
    assert_eq!(none, CountOutcome::Full { until: clock.now() + seconds(60) });
    let lowered = store.try_count(&key("a"), 1, seconds(60)).await.unwrap();
    assert_eq!(lowered, CountOutcome::Full { until: clock.now() + seconds(60) });
}

/// Concurrent counts get distinct numbers, and no more than the limit are counted.
pub async fn concurrent_counts_are_bounded(engine: Engine) {
    let (store, clock) = open(&engine);
    let stores = [store, engine.open(clock.clone()), engine.open(clock)];
    let tasks = (0..60).map(|task| {
        let store = Arc::clone(&stores[task % 3]);
        tokio::spawn(async move { store.try_count(&key("a"), 20, seconds(60)).await.unwrap() })
    });
    let mut counted = Vec::new();
    for tally in join_all(tasks).await {
        match tally.unwrap() {
            CountOutcome::Counted(count) => counted.push(count),
            CountOutcome::Full { .. } => {}
        }
    }
    counted.sort_unstable();
    assert_eq!(counted, (1..=20).collect::<Vec<_>>());
}
