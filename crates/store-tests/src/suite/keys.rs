//! Keys: that they do not collide, and that scans find them.

use std::collections::BTreeSet;

use weixin_api::Clock;
use weixin_store::{CountOutcome, ErrorKind, Key, KeyPage, LeaseOutcome, Store};

use super::{key, open, put, seconds, text, value};
use crate::Engine;

/// Parts that an engine with faulty escaping would confuse.
const PARTS: [&str; 24] = [
    "", "a", "A", "b", "a:b", "a%3Ab", "a%3ab", "%", "%25", "*", "?", "a*", "[ab]", "\\", "'",
    "\"", "a_", "a%", "\0", "\u{7f}", "a ", "ä", "a\u{308}", "微信",
];

/// Keys are equal only if all their parts are, and values, leases and counts have separate
/// namespaces.
pub async fn keys_never_collide(engine: Engine) {
    let (store, _) = open(&engine);
    let mut keys = Vec::new();
    for one in PARTS {
        keys.push(Key::new(one));
        keys.extend(PARTS.map(|two| Key::new(one).join(two)));
    }
    for (index, key) in keys.iter().enumerate() {
        put(&store, key, &index.to_string(), None).await;
    }
    for (index, key) in keys.iter().enumerate() {
        assert_eq!(text(&store, key).await, Some(index.to_string()), "{key}");
    }

    let same = key("same");
    put(&store, &same, "value", None).await;
    assert!(matches!(store.lease(&same, seconds(9)).await.unwrap(), LeaseOutcome::Granted(_)));
    assert_eq!(store.try_count(&same, 1, seconds(9)).await.unwrap(), CountOutcome::Counted(1));
    assert_eq!(text(&store, &same).await.as_deref(), Some("value"));
}

/// A key of maximum length is accepted by all operations, a longer one by none.
pub async fn keys_longer_than_the_maximum_are_invalid(engine: Engine) {
    let (store, clock) = open(&engine);
    let max = Key::MAX - engine.prefix_length();
    let long = Key::new("k".repeat(max));
    put(&store, &long, "long", None).await;
    assert_eq!(text(&store, &long).await.as_deref(), Some("long"));
    assert!(store.lease(&long, seconds(9)).await.unwrap().granted().is_some());
    assert!(store.try_count(&long, 1, seconds(9)).await.unwrap().is_counted());

    let longer = Key::new("k".repeat(max + 1));
    let now = clock.now();
    let errors = [
        store.get(&longer).await.map(drop),
        store.put(&longer, value("x"), None).await,
        store.delete(&longer).await,
        store.try_count(&longer, 1, seconds(9)).await.map(drop),
        store.scan(&longer, None).await.map(drop),
        store.lease(&longer, seconds(9)).await.map(drop),
        store.wait(&longer, None, now).await.map(drop),
    ];
    for error in errors {
        assert_eq!(error.unwrap_err().kind(), ErrorKind::Invalid);
    }
}

/// A scan finds everything below a key, and nothing else.
pub async fn scans_find_what_is_below(engine: Engine) {
    let (store, clock) = open(&engine);
    let under = key("a*").join("b");
    let mut expected = BTreeSet::new();
    for number in 0..450 {
        let key = under.join(format!("n:{number}")).join("x");
        put(&store, &key, "", None).await;
        expected.insert(key);
    }
    for beside in [under.clone(), key("a*"), key("a*").join("bb"), key("aa").join("b").join("c")] {
        put(&store, &beside, "", None).await;
    }
    store.lease(&under.join("lease"), seconds(9)).await.unwrap();
    store.try_count(&under.join("count"), 1, seconds(9)).await.unwrap();
    let over = under.join("over");
    put(&store, &over, "", Some(clock.now() + seconds(1))).await;
    clock.advance(seconds(1));
    let gone = under.join("gone");
    put(&store, &gone, "", None).await;
    store.delete(&gone).await.unwrap();

    assert_eq!(all_below(&*store, &under).await, expected);
    assert_eq!(all_below(&*store, &key("nothing")).await, BTreeSet::new());
    let below = all_below(&*store, &key("a*")).await;
    assert_eq!(below.len(), 452);
    assert_eq!(below.first().unwrap().parts().next().unwrap(), "a*");
}

async fn all_below(store: &dyn Store, under: &Key) -> BTreeSet<Key> {
    let (mut found, mut cursor) = (BTreeSet::new(), None);
    loop {
        let KeyPage { keys, next } = store.scan(under, cursor.as_ref()).await.unwrap();
        found.extend(keys);
        cursor = next;
        if cursor.is_none() {
            return found;
        }
    }
}
