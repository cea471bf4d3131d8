//! Concurrent use.

use std::sync::Arc;

use futures_util::future::join_all;
use weixin_store::{LeaseOutcome, Store, Write};

use super::{key, open, put, seconds, text};
use crate::Engine;

const TASKS: usize = 24;
const ROUNDS: usize = 5;

/// Runs `TASKS` concurrent tasks on three stores of the same data.
async fn run_concurrently<F: Future<Output = ()> + Send + 'static>(
    engine: &Engine,
    task: impl Fn(Arc<dyn Store>) -> F,
) -> Arc<dyn Store> {
    let (store, clock) = open(engine);
    put(&store, &key("total"), "0", None).await;
    let stores = [Arc::clone(&store), engine.open(clock.clone()), engine.open(clock)];
    let tasks = (0..TASKS).map(|index| tokio::spawn(task(Arc::clone(&stores[index % 3]))));
    for outcome in join_all(tasks).await {
        outcome.unwrap();
    }
    store
}

async fn total(store: &dyn Store) -> (usize, weixin_store::Version) {
    let entry = store.get(&key("total")).await.unwrap().unwrap();
    (entry.value.text().unwrap().parse().unwrap(), entry.version)
}

/// Concurrent swaps do not lose updates.
pub async fn concurrent_swaps_lose_nothing(engine: Engine) {
    let store = run_concurrently(&engine, async |store: Arc<dyn Store>| {
        for _ in 0..ROUNDS {
            loop {
                let (total, seen) = total(&*store).await;
                let more = (total + 1).to_string().into();
                if store.compare_and_swap(&key("total"), seen, more, None).await.unwrap().is_some()
                {
                    break;
                }
            }
        }
    })
    .await;
    assert_eq!(text(&store, &key("total")).await, Some((TASKS * ROUNDS).to_string()));
}

/// A read-modify-write under a lease is not interleaved with another one, and fences grow.
pub async fn concurrent_leases_exclude_each_other(engine: Engine) {
    let store = run_concurrently(&engine, async |store: Arc<dyn Store>| {
        let lease = loop {
            match store.lease(&key("turn"), seconds(60)).await.unwrap() {
                LeaseOutcome::Granted(lease) => break lease,
                LeaseOutcome::Held { .. } => tokio::task::yield_now().await,
            }
        };
        let (total, _) = total(&*store).await;
        tokio::task::yield_now().await;
        let last = text(&store, &key("fence")).await.map_or(0, |fence| fence.parse().unwrap());
        assert!(lease.fence() > last);
        let fence = Write::put(lease.fence().to_string()).under(&lease);
        store.write(&key("fence"), fence).await.unwrap();
        let more = Write::put((total + 1).to_string()).under(&lease);
        store.write(&key("total"), more).await.unwrap();
        store.release(&lease).await.unwrap();
    })
    .await;
    assert_eq!(text(&store, &key("total")).await, Some(TASKS.to_string()));
}
