//! Values, their versions and their ends.

use weixin_api::Clock;
use weixin_store::{Value, Write, Written};

use super::{key, open, put, seconds, text, value};
use crate::Engine;

/// What is put is there, byte for byte, until it is replaced or removed.
pub async fn values_are_kept(engine: Engine) {
    let (store, clock) = open(&engine);
    let (a, b) = (key("a"), key("b"));
    assert_eq!(store.get(&a).await.unwrap(), None);

    let all: Vec<u8> = (0..=255).collect();
    let written = store.write(&a, Write::put(all.clone())).await.unwrap();
    let entry = store.get(&a).await.unwrap().unwrap();
    assert_eq!(entry.value.bytes(), all);
    assert_eq!(Written::Stored(entry.version), written);
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

    // Others see the same.
    assert_eq!(text(&engine.open(clock), &b).await.as_deref(), Some("b"));
}

/// What has expired is not there: not to be read, nor in the way of others.
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

    // A new end counts from the new writing.
    put(&store, &key("read"), "again", Some(clock.now() + seconds(1))).await;
    assert_eq!(text(&store, &key("read")).await.as_deref(), Some("again"));
    clock.advance(seconds(1));
    assert_eq!(store.get(&key("read")).await.unwrap(), None);
}

/// Of several that store if nothing is there, one does.
pub async fn only_the_first_is_first(engine: Engine) {
    let (store, _) = open(&engine);
    let a = key("a");
    let version = store.put_if_absent(&a, value("first"), None).await.unwrap().unwrap();
    assert_eq!(store.put_if_absent(&a, value("second"), None).await.unwrap(), None);
    let entry = store.get(&a).await.unwrap().unwrap();
    assert_eq!((entry.value, entry.version), (value("first"), version));
    store.delete(&a).await.unwrap();
    assert!(store.put_if_absent(&a, value("second"), None).await.unwrap().is_some());
}

/// A swap needs the version it has seen, and no later one with the same value.
pub async fn swaps_need_the_version_seen(engine: Engine) {
    let (store, clock) = open(&engine);
    let a = key("a");
    let one = store.put_if_absent(&a, value("1"), None).await.unwrap().unwrap();
    let expires = clock.now() + seconds(60);
    let two = store.compare_and_swap(&a, one, value("2"), Some(expires)).await.unwrap().unwrap();
    assert_eq!(store.compare_and_swap(&a, one, value("3"), None).await.unwrap(), None);
    let entry = store.get(&a).await.unwrap().unwrap();
    assert_eq!((entry.value, entry.version, entry.expires), (value("2"), two, Some(expires)));

    // The same value, put anew.
    store.delete(&a).await.unwrap();
    assert_eq!(store.compare_and_swap(&a, two, value("3"), None).await.unwrap(), None);
    put(&store, &a, "2", None).await;
    assert_eq!(store.compare_and_swap(&a, two, value("3"), None).await.unwrap(), None);
    assert_eq!(text(&store, &a).await.as_deref(), Some("2"));
}

/// A removal can depend on what is there, like any write.
pub async fn removals_have_conditions_too(engine: Engine) {
    let (store, clock) = open(&engine);
    let a = key("a");
    let one = store.put_if_absent(&a, value("1"), None).await.unwrap().unwrap();
    let two = store.compare_and_swap(&a, one, value("2"), None).await.unwrap().unwrap();
    let stale = store.write(&a, Write::delete().if_version(one)).await.unwrap();
    let absent = store.write(&a, Write::delete().if_absent()).await.unwrap();
    assert_eq!((stale, absent), (Written::Conflict, Written::Conflict));
    assert_eq!(text(&store, &a).await.as_deref(), Some("2"));
    let removed = store.write(&a, Write::delete().if_version(two)).await.unwrap();
    assert_eq!((removed, store.get(&a).await.unwrap()), (Written::Removed, None));
    assert_eq!(store.write(&a, Write::delete().if_absent()).await.unwrap(), Written::Removed);
    // What has expired is absent.
    put(&store, &a, "3", Some(clock.now())).await;
    assert_eq!(store.write(&a, Write::delete().if_absent()).await.unwrap(), Written::Removed);
}
