//! Leases and their fences.

use weixin_api::Clock;
use weixin_store::{Claim, ErrorKind, Lease, Store, Write, Written};

use super::{key, open, put, seconds, text};
use crate::Engine;

const TTL: std::time::Duration = seconds(10);

async fn take(store: &dyn Store, name: &str) -> Lease {
    store.lease(&key(name), TTL).await.unwrap().granted().unwrap()
}

/// A lease is one holder's until it ends, is given back or runs out.
pub async fn leases_exclude(engine: Engine) {
    let (store, clock) = open(&engine);
    let other = engine.open(clock.clone());
    let start = clock.now();
    let held = async |until| {
        assert_eq!(other.lease(&key("a"), TTL).await.unwrap(), Claim::Held { until });
    };

    let first = take(&*store, "a").await;
    assert_eq!((first.key(), first.until()), (&key("a"), start + TTL));
    held(start + TTL).await;
    take(&*other, "b").await;

    clock.advance(seconds(9));
    let first = store.renew(&first, TTL).await.unwrap();
    assert_eq!(first.until(), start + seconds(19));
    clock.advance(seconds(9));
    held(start + seconds(19)).await;

    store.release(&first).await.unwrap();
    store.release(&first).await.unwrap();
    let second = take(&*other, "a").await;
    assert!(second.fence() > first.fence());

    // Who has lost it can neither prolong it nor give it away.
    let lost = store.renew(&first, TTL).await.unwrap_err();
    assert_eq!(lost.kind(), ErrorKind::LeaseLost);
    store.release(&first).await.unwrap();
    held(start + seconds(28)).await;

    clock.advance(TTL);
    let third = take(&*store, "a").await;
    assert!(third.fence() > second.fence());
}

/// Whatever happens to a lease, its fence grows.
pub async fn fences_grow(engine: Engine) {
    let (store, clock) = open(&engine);
    let mut last = 0;
    for round in 0..20 {
        let lease = take(&*store, "a").await;
        assert!(lease.fence() > last, "round {round}");
        last = lease.fence();
        match round % 3 {
            0 => store.release(&lease).await.unwrap(),
            1 => clock.advance(TTL),
            _ => {
                let renewed = store.renew(&lease, TTL).await.unwrap();
                assert_eq!(renewed.fence(), lease.fence());
                clock.advance(seconds(40 * 24 * 60 * 60));
            }
        }
    }
}

/// Who sleeps through the end of a lease cannot write any more once somebody else has it.
pub async fn a_paused_holder_is_fenced_off(engine: Engine) {
    let (store, clock) = open(&engine);
    let other = engine.open(clock.clone());
    let result = key("result");
    put(&store, &result, "nothing", None).await;
    let paused = take(&*store, "a").await;
    let under = |text: &str, lease: &Lease| Write::put(text).under(lease);
    let written = store.write(&result, under("by the first", &paused)).await.unwrap();
    let seen = written.stored().unwrap();

    // It pauses past its end. As long as nobody has noticed, nothing is wrong.
    clock.advance(seconds(60));
    assert!(store.write(&result, under("still the first", &paused)).await.is_ok());
    store.renew(&paused, seconds(1)).await.unwrap();
    clock.advance(seconds(60));

    let successor = take(&*other, "a").await;
    let before = other.get(&result).await.unwrap().unwrap();
    let late = [
        under("too late", &paused),
        under("too late", &paused).if_version(before.version),
        under("too late", &paused).if_version(seen),
        under("too late", &paused).if_absent(),
        Write::delete().under(&paused),
    ];
    for write in late {
        let error = store.write(&result, write).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LeaseLost);
    }
    assert!(store.write(&key("new"), under("too late", &paused)).await.is_err());
    assert_eq!(store.get(&result).await.unwrap(), Some(before.clone()));
    assert_eq!(store.get(&key("new")).await.unwrap(), None);

    // The fence does not take the place of the other conditions.
    let stale = under("stale", &successor).if_version(seen);
    assert_eq!(other.write(&result, stale).await.unwrap(), Written::Conflict);
    let fresh = under("by the second", &successor).if_version(before.version);
    assert!(other.write(&result, fresh).await.unwrap().stored().is_some());

    other.release(&successor).await.unwrap();
    for lost in [&paused, &successor] {
        let error = other.write(&result, under("after all", lost)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LeaseLost);
    }
    assert_eq!(text(&other, &result).await.as_deref(), Some("by the second"));
}
