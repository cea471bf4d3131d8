//! Values, their versions and their expiry.

use weixin_api::Clock;
use weixin_store::{Value, Write, WriteOutcome};

use super::{key, open, put, seconds, text, value};
use crate::Engine;

/// A value is stored byte for byte until it is replaced or removed.
pub async fn values_are_stored(engine: Engine) {
    let (store, clock) = open(&engine);
    let (a, b) = (key("a"), key("b"));
    assert_eq!(store.get(&a).await.unwrap(), None);

    let all: Vec<u8> = (0..=255).collect();
    let written = store.write(&a, Write::put(all.clone())).await.unwrap();
    let entry = store.get(&a).await.unwrap().unwrap();
    assert_eq!(entry.value.bytes(), all);
    assert_eq!(WriteOutcome::Stored(entry.version), written);
    assert_eq!(entry.expires, None);

    let expires = clock.now() + seconds(60);
    store.put(&a, Value::from(Vec::new()), Some(expires)).await.unwrap();
    let empty = store.get(&a).await.unwrap().unwrap();
    assert_eq!((empty.value.bytes(), empty.expires), (&[][..], Some(expires)));
    assert_ne!(empty.version, entry.version);

    put(&store, &b, "b", None).await;
    store.delete(&a).await.unwrap();
    store.delete(&a).await.unwrap();
    assert_eq!((text(&store, &a).await, text(&store, &b).await), (None, Some("b".to_owned())));

    // Another store on the same data sees the same.
    assert_eq!(text(&engine.open(clock), &b).await.as_deref(), Some("b"));
}

/// An expired value is absent, both for reads and for conditions.
pub async fn values_expire(engine: Engine) {
    let (store, clock) = open(&engine);
    let start = clock.now();
    for name in ["read", "absent", "swap", "kept"] {
        put(&store, &key(name), name, Some(start + seconds(60))).await;
    }
    let seen = store.get(&key("swap")).await.unwrap().unwrap().version;
    put(&store, &key("kept"), "for good", None).await;

    clock.set(start + seconds(60) - std::time::Duration::from_millis(1));
    assert!(store.get(&key("read")).await.unwrap().is_some());
    assert_eq!(store.put_if_absent(&key("absent"), value("new"), None).await.unwrap(), None);

    clock.set(start + seconds(60));
    assert_eq!(store.get(&key("read")).await.unwrap(), None);
    assert!(store.put_if_absent(&key("absent"), value("new"), None).await.unwrap().is_some());
    let swapped = store.compare_and_swap(&key("swap"), seen, value("new"), None).await;
    assert_eq!(swapped.unwrap(), None);
    assert_eq!(text(&store, &key("absent")).await.as_deref(), Some("new"));
    assert_eq!(text(&store, &key("kept")).await.as_deref(), Some("for good"));

    // A new write sets a new expiry.
    put(&store, &key("read"), "again", Some(clock.now() + seconds(1))).await;
    assert_eq!(text(&store, &key("read")).await.as_deref(), Some("again"));
    clock.advance(seconds(1));
    assert_eq!(store.get(&key("read")).await.unwrap(), None);
}

/// Of several `put_if_absent`, only the first stores its value.
pub async fn put_if_absent_stores_only_once(engine: Engine) {
    let (store, _) = open(&engine);
    let a = key("a");
    let version = store.put_if_absent(&a, value("first"), None).await.unwrap().unwrap();
    assert_eq!(store.put_if_absent(&a, value("second"), None).await.unwrap(), None);
    let entry = store.get(&a).await.unwrap().unwrap();
    assert_eq!((entry.value, entry.version), (value("first"), version));
    store.delete(&a).await.unwrap();
    assert!(store.put_if_absent(&a, value("second"), None).await.unwrap().is_some());
}

/// A swap succeeds only if the entry still has the version seen; a later version with the same
/// value does not match.
pub async fn swaps_need_the_version_seen(engine: Engine) {
    let (store, clock) = open(&engine);
    let a = key("a");
    let one = store.put_if_absent(&a, value("1"), None).await.unwrap().unwrap();
    let expires = clock.now() + seconds(60);
    let two = store.compare_and_swap(&a, one, value("2"), Some(expires)).await.unwrap().unwrap();
    assert_eq!(store.compare_and_swap(&a, one, value("3"), None).await.unwrap(), None);
    let entry = store.get(&a).await.unwrap().unwrap();
    assert_eq!((entry.value, entry.version, entry.expires), (value("2"), two, Some(expires)));

    // The same value, stored again.
    store.delete(&a).await.unwrap();
    assert_eq!(store.compare_and_swap(&a, two, value("3"), None).await.unwrap(), None);
    put(&store, &a, "2", None).await;
    assert_eq!(store.compare_and_swap(&a, two, value("3"), None).await.unwrap(), None);
    assert_eq!(text(&store, &a).await.as_deref(), Some("2"));
}

/// Removals support the same conditions as other writes.
pub async fn removals_check_conditions(engine: Engine) {
    let (store, clock) = open(&engine);
    let a = key("a");
    let one = store.put_if_absent(&a, value("1"), None).await.unwrap().unwrap();
    let two = store.compare_and_swap(&a, one, value("2"), None).await.unwrap().unwrap();
    let stale = store.write(&a, Write::delete().if_version(one)).await.unwrap();
    let absent = store.write(&a, Write::delete().if_absent()).await.unwrap();
    assert_eq!((stale, absent), (WriteOutcome::Conflict, WriteOutcome::Conflict));
    assert_eq!(text(&store, &a).await.as_deref(), Some("2"));
    let removed = store.write(&a, Write::delete().if_version(two)).await.unwrap();
    assert_eq!((removed, store.get(&a).await.unwrap()), (WriteOutcome::Removed, None));
    assert_eq!(store.write(&a, Write::delete().if_absent()).await.unwrap(), WriteOutcome::Removed);
    // An expired entry is absent.
    put(&store, &a, "3", Some(clock.now())).await;
    assert_eq!(store.write(&a, Write::delete().if_absent()).await.unwrap(), WriteOutcome::Removed);
}
