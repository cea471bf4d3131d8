//! The suite below a prefix.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use weixin_store::{Key, MemoryStore, Prefixed, Store};
use weixin_store_tests::Engine;

async fn open(_: &str) -> Engine {
    Engine::prefixed()
}

weixin_store_tests::suite!(open);

#[tokio::test]
async fn programs_with_other_prefixes_see_nothing_of_each_other() {
    let database: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let stores = ["shop", "shop:2", "sho"].map(|prefix| Prefixed::new(database.clone(), prefix));
    let key = Key::new("token").join("a");
    for (number, store) in stores.iter().enumerate() {
        assert!(
            store.put_if_absent(&key, number.to_string().into(), None).await.unwrap().is_some()
        );
    }
    for (number, store) in stores.iter().enumerate() {
        let entry = store.get(&key).await.unwrap().unwrap();
        assert_eq!(entry.value.text().unwrap(), number.to_string());
        let page = store.scan(&Key::new("token"), None).await.unwrap();
        assert_eq!(page.keys, std::slice::from_ref(&key));
    }
}
