//! Leases and their fences.

use weixin_api::Clock;
use weixin_store::{ErrorKind, Lease, LeaseOutcome, Store, Write, WriteOutcome};

use super::{key, open, put, seconds, text};
use crate::Engine;

const TTL: std::time::Duration = seconds(10);

async fn acquire(store: &dyn Store, name: &str) -> Lease {
    store.lease(&key(name), TTL).await.unwrap().granted().unwrap()
}

/// A lease has one holder until it is released or expires.
pub async fn leases_exclude_each_other(engine: Engine) {
    let (store, clock) = open(&engine);
    let other = engine.open(clock.clone());
    let start = clock.now();
    let held = async |until| {
        assert_eq!(other.lease(&key("a"), TTL).await.unwrap(), LeaseOutcome::Held { until });
    };

    let first = acquire(&*store, "a").await;
    assert_eq!((first.key(), first.until()), (&key("a"), start + TTL));
    held(start + TTL).await;
    acquire(&*other, "b").await;

    clock.advance(seconds(9));
    let first = store.renew(&first, TTL).await.unwrap();
    assert_eq!(first.until(), start + seconds(19));
    clock.advance(seconds(9));
    held(start + seconds(19)).await;

    store.release(&first).await.unwrap();
    store.release(&first).await.unwrap();
    let second = acquire(&*other, "a").await;
    assert!(second.fence() > first.fence());

    // A holder that has lost the lease can neither renew nor release it.
    let lost = store.renew(&first, TTL).await.unwrap_err();
    assert_eq!(lost.kind(), ErrorKind::LeaseLost);
    store.release(&first).await.unwrap();
    held(start + seconds(28)).await;

    clock.advance(TTL);
    let third = acquire(&*store, "a").await;
    assert!(third.fence() > second.fence());
}

/// The fence grows whether a lease is released, expires or is renewed.
pub async fn fences_grow(engine: Engine) {
    let (store, clock) = open(&engine);
    let mut last = 0;
    for round in 0..20 {
        let lease = acquire(&*store, "a").await;
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

/// A holder that was suspended past the end of its lease cannot write once another holder has it.
pub async fn a_paused_holder_is_fenced_off(engine: Engine) {
    let (store, clock) = open(&engine);
    let other = engine.open(clock.clone());
    let result = key("result");
    put(&store, &result, "nothing", None).await;
    let paused = acquire(&*store, "a").await;
    let under = |text: &str, lease: &Lease| Write::put(text).under(lease);
    let written = store.write(&result, under("by the first", &paused)).await.unwrap();
    let seen = written.stored().unwrap();

    // The holder is suspended past the end. Writing still works until the lease is granted again.
    clock.advance(seconds(60));
    assert!(store.write(&result, under("still the first", &paused)).await.is_ok());
    store.renew(&paused, seconds(1)).await.unwrap();
    clock.advance(seconds(60));

    let successor = acquire(&*other, "a").await;
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

    // A valid lease does not override the other conditions.
    let stale = under("stale", &successor).if_version(seen);
    assert_eq!(other.write(&result, stale).await.unwrap(), WriteOutcome::Conflict);
    let fresh = under("by the second", &successor).if_version(before.version);
    assert!(other.write(&result, fresh).await.unwrap().stored().is_some());

    other.release(&successor).await.unwrap();
    for lost in [&paused, &successor] {
        let error = other.write(&result, under("after all", lost)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LeaseLost);
    }
    assert_eq!(text(&other, &result).await.as_deref(), Some("by the second"));
}
