//! Counting what may happen only so often.

use std::sync::Arc;

use futures_util::future::join_all;
use weixin_api::Clock;
use weixin_store::Tally;

use super::{key, open, seconds};
use crate::Engine;

/// Never more than the limit within any window, and as many as that.
pub async fn counts_are_bounded(engine: Engine) {
    let (store, clock) = open(&engine);
    let start = clock.now();
    let count = async || store.incr_within(&key("a"), 3, seconds(60)).await.unwrap();

    assert_eq!(count().await, Tally::Counted(1));
    clock.advance(seconds(20));
    assert_eq!(count().await, Tally::Counted(2));
    assert_eq!(count().await, Tally::Counted(3));
    clock.advance(seconds(39));
    for _ in 0..3 {
        assert_eq!(count().await, Tally::Full { until: start + seconds(60) });
    }
    assert_eq!(store.incr_within(&key("b"), 3, seconds(60)).await.unwrap(), Tally::Counted(1));

    // The window slides: what was refused was not counted, and each leaves a window after it came.
    clock.advance(seconds(1));
    assert_eq!(count().await, Tally::Counted(3));
    assert_eq!(count().await, Tally::Full { until: start + seconds(80) });
    clock.advance(seconds(20));
    assert_eq!(count().await, Tally::Counted(2));
    clock.advance(seconds(3600));
    assert_eq!(count().await, Tally::Counted(1));

    let none = store.incr_within(&key("none"), 0, seconds(60)).await.unwrap();
    assert_eq!(none, Tally::Full { until: clock.now() + seconds(60) });
    let lowered = store.incr_within(&key("a"), 1, seconds(60)).await.unwrap();
    assert_eq!(lowered, Tally::Full { until: clock.now() + seconds(60) });
}

/// Many who count at once get numbers of their own, and no more than the limit get one.
pub async fn counts_are_bounded_in_a_crowd(engine: Engine) {
    let (store, clock) = open(&engine);
    let stores = [store, engine.open(clock.clone()), engine.open(clock)];
    let tasks = (0..60).map(|task| {
        let store = Arc::clone(&stores[task % 3]);
        tokio::spawn(async move { store.incr_within(&key("a"), 20, seconds(60)).await.unwrap() })
    });
    let mut counted = Vec::new();
    for tally in join_all(tasks).await {
        match tally.unwrap() {
            Tally::Counted(count) => counted.push(count),
            Tally::Full { .. } => {}
        }
    }
    counted.sort_unstable();
    assert_eq!(counted, (1..=20).collect::<Vec<_>>());
}
