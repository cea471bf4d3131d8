//! Clients that know nothing of each other, as in several processes.

use std::sync::Arc;

use weixin_api::{Clock, Timestamp, kind::Official};
use weixin_client::{Client, ClientBuilder, IntoClient};
use weixin_store::{Key, MemoryStore, Store};

use super::{Platform, TestClock, account};

/// What several processes share: the time, a store and the platform.
pub(crate) struct Shared {
    pub(crate) clock: Arc<TestClock>,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) platform: Arc<Platform>,
}

impl Shared {
    pub(crate) fn new(platform: Arc<Platform>) -> Self {
        let clock = TestClock::new();
        let store = Arc::new(MemoryStore::with_clock(clock.clone()));
        Self { clock, store, platform }
    }

    pub(crate) fn builder<A: IntoClient>(&self, account: &A) -> ClientBuilder<A::Kind> {
        let transport: Arc<Platform> = Arc::clone(&self.platform);
        let builder = account.client_builder().clock(self.clock.clone()).transport(transport);
        builder.store(Arc::clone(&self.store))
    }

    /// A client as a process of its own would have it.
    pub(crate) fn client(&self) -> Client<Official> {
        self.builder(&account()).build().unwrap()
    }

    /// A client of any account.
    pub(crate) fn client_of<A: IntoClient>(&self, account: &A) -> Client<A::Kind> {
        self.builder(account).build().unwrap()
    }

    /// Where the store keeps tokens.
    pub(crate) async fn places(&self) -> Vec<Key> {
        self.store.scan(&Key::new("credential"), None).await.unwrap().keys
    }

    /// What the store keeps, all tokens together.
    pub(crate) async fn kept(&self) -> String {
        let mut kept = String::new();
        for place in self.places().await {
            let entry = self.store.get(&place).await.unwrap().unwrap();
            kept += &String::from_utf8_lossy(entry.value.bytes());
        }
        kept
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
