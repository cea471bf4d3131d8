//! Waiting for a change.

use std::{sync::Arc, time::Duration};

use futures_util::future::{Either, select};
use weixin_api::{Clock, SystemClock};
use weixin_store::{Waited, Write};

use super::{key, open, put, seconds, value};
use crate::{Engine, ManualClock};

/// Lets the clock run until `future` is done, a hundred times as fast as time: some engines look
/// from time to time.
async fn while_time_passes<F: Future>(clock: &ManualClock, future: F) -> F::Output {
    let real: &dyn Clock = &SystemClock;
    let passing = async {
        loop {
            real.sleep(Duration::from_millis(1)).await;
            clock.advance(Duration::from_millis(100));
        }
    };
    match select(Box::pin(future), Box::pin(passing)).await {
        Either::Left((output, _)) => output,
        Either::Right((never, _)) => never,
    }
}

/// A wait ends when something else is there than was seen, whoever put it there.
pub async fn waits_end_with_a_change(engine: Engine) {
    let (store, clock) = open(&engine);
    let other = engine.open(clock.clone());
    let a = key("a");
    let far = clock.now() + seconds(1_000_000);

    // It is so already.
    put(&store, &a, "1", None).await;
    let one = store.get(&a).await.unwrap().unwrap();
    assert_eq!(store.wait(&a, None, far).await.unwrap(), Waited::Changed(Some(one.clone())));

    let wait = |seen| {
        let (store, clock) = (Arc::clone(&store), Arc::clone(&clock));
        let waiting = async move { store.wait(&key("a"), seen, far).await.unwrap() };
        tokio::spawn(async move { while_time_passes(&clock, waiting).await })
    };
    let waiting = wait(Some(one.version));
    // Another key is no change, and another value is.
    put(&other, &key("b"), "1", None).await;
    let two = other.compare_and_swap(&a, one.version, value("2"), None).await.unwrap().unwrap();
    let Waited::Changed(Some(entry)) = waiting.await.unwrap() else { panic!("no change") };
    assert_eq!((entry.value, entry.version), (value("2"), two));

    // Nor are two writings with the same value the same.
    let waiting = wait(Some(two));
    let three = other.write(&a, Write::put("2")).await.unwrap().stored().unwrap();
    let Waited::Changed(Some(entry)) = waiting.await.unwrap() else { panic!("no change") };
    assert_eq!(entry.version, three);

    let waiting = wait(Some(three));
    other.delete(&a).await.unwrap();
    assert_eq!(waiting.await.unwrap(), Waited::Changed(None));

    let waiting = wait(None);
    put(&other, &a, "4", Some(clock.now() + seconds(500_000))).await;
    let Waited::Changed(Some(four)) = waiting.await.unwrap() else { panic!("no change") };

    // It expires.
    let waiting = wait(Some(four.version));
    clock.advance(seconds(500_000));
    assert_eq!(waiting.await.unwrap(), Waited::Changed(None));
}

/// A wait ends at its deadline if nothing happens.
pub async fn waits_end_with_the_time(engine: Engine) {
    let (store, clock) = open(&engine);
    let a = key("a");
    assert_eq!(store.wait(&a, None, clock.now()).await.unwrap(), Waited::Unchanged);
    put(&store, &a, "1", None).await;
    let seen = store.get(&a).await.unwrap().unwrap().version;
    let deadline = clock.now() + seconds(60);
    let waiting = store.wait(&a, Some(seen), deadline);
    assert_eq!(while_time_passes(&clock, waiting).await.unwrap(), Waited::Unchanged);
    assert!(clock.now() >= deadline);
}
