//! Waiting for a change.

use std::{sync::Arc, time::Duration};

use futures_util::future::{Either, select};
use weixin_api::{Clock, SystemClock};
use weixin_store::{WaitOutcome, Write};

use super::{key, open, put, seconds, value};
use crate::{Engine, ManualClock};

/// Advances the clock at a hundred times real time until `future` is done, for engines that poll.
async fn while_advancing<F: Future>(clock: &ManualClock, future: F) -> F::Output {
    let real_clock: &dyn Clock = &SystemClock;
    let advance = async {
        loop {
            real_clock.sleep(Duration::from_millis(1)).await;
            clock.advance(Duration::from_millis(100));
        }
    };
    match select(Box::pin(future), Box::pin(advance)).await {
        Either::Left((output, _)) => output,
        Either::Right((never, _)) => never,
    }
}

/// A wait ends when the entry differs from the version seen, whichever store changed it.
pub async fn waits_end_with_a_change(engine: Engine) {
    let (store, clock) = open(&engine);
    let other = engine.open(clock.clone());
    let a = key("a");
    let far = clock.now() + seconds(1_000_000);

    // The entry differs from the start.
    put(&store, &a, "1", None).await;
    let one = store.get(&a).await.unwrap().unwrap();
    assert_eq!(store.wait(&a, None, far).await.unwrap(), WaitOutcome::Changed(Some(one.clone())));

    let wait = |seen| {
        let (store, clock) = (Arc::clone(&store), Arc::clone(&clock));
        let waiting = async move { store.wait(&key("a"), seen, far).await.unwrap() };
        tokio::spawn(async move { while_advancing(&clock, waiting).await })
    };
    let waiting = wait(Some(one.version));
    // A write of another key is not a change; a new value is.
    put(&other, &key("b"), "1", None).await;
    let two = other.compare_and_swap(&a, one.version, value("2"), None).await.unwrap().unwrap();
    let WaitOutcome::Changed(Some(entry)) = waiting.await.unwrap() else { panic!("no change") };
    assert_eq!((entry.value, entry.version), (value("2"), two));

    // Writing the same value again is a change too.
    let waiting = wait(Some(two));
    let three = other.write(&a, Write::put("2")).await.unwrap().stored().unwrap();
    let WaitOutcome::Changed(Some(entry)) = waiting.await.unwrap() else { panic!("no change") };
    assert_eq!(entry.version, three);

    let waiting = wait(Some(three));
    other.delete(&a).await.unwrap();
    assert_eq!(waiting.await.unwrap(), WaitOutcome::Changed(None));

    let waiting = wait(None);
    put(&other, &a, "4", Some(clock.now() + seconds(500_000))).await;
    let WaitOutcome::Changed(Some(four)) = waiting.await.unwrap() else { panic!("no change") };

    // It expires.
    let waiting = wait(Some(four.version));
    clock.advance(seconds(500_000));
    assert_eq!(waiting.await.unwrap(), WaitOutcome::Changed(None));
}

/// A wait ends at its deadline if nothing changes.
pub async fn waits_end_at_the_deadline(engine: Engine) {
    let (store, clock) = open(&engine);
    let a = key("a");
    assert_eq!(store.wait(&a, None, clock.now()).await.unwrap(), WaitOutcome::Unchanged);
    put(&store, &a, "1", None).await;
    let seen = store.get(&a).await.unwrap().unwrap().version;
    let deadline = clock.now() + seconds(60);
    let waiting = store.wait(&a, Some(seen), deadline);
    assert_eq!(while_advancing(&clock, waiting).await.unwrap(), WaitOutcome::Unchanged);
    assert!(clock.now() >= deadline);
}
