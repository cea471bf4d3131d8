//! The suite on something that can only get, set and delete.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weixin_store::{ErrorKind, Key, KeyValue, KeyValueStore, Store};
use weixin_store_tests::{Engine, Table};

async fn open(_: &str) -> Engine {
    Engine::key_value()
}

weixin_store_tests::suite!(open);

#[tokio::test]
async fn keys_and_values_of_others_are_rejected() {
    let table = Table::default();
    table.set("token", b"no head".to_vec(), None).await.unwrap();
    let store = KeyValueStore::new(table).max_key(10);
    let error = store.get(&Key::new("token")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    let error = store.get(&Key::new("eleven-long")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(store.get(&Key::new("ten-is-fit")).await.unwrap().is_none());
}
