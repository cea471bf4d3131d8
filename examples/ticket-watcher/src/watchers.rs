//! What is kept in the store: who watches, and the page as it was last.

use std::sync::Arc;

use weixin::{
    prelude::*,
    store::{Error, Key, Store, Value},
};

/// Who watches. The same users as before after a restart, if the store is a database.
#[derive(Clone)]
pub struct Watchers {
    store: Arc<dyn Store>,
}

/// A user of an account.
pub struct Watcher {
    /// The account that the user has written to.
    pub account: String,
    /// The user.
    pub user: PeerId,
}

impl Watchers {
    /// Keeps them in this store.
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self { store }
    }

    /// Adds the sender of this push.
    pub async fn add(&self, push: &Push) -> Result<(), Error> {
        self.store.put(&key(push), Value::from(String::new()), None).await
    }

    /// Removes the sender of this push.
    pub async fn remove(&self, push: &Push) -> Result<(), Error> {
        self.store.delete(&key(push)).await
    }

    /// All who watch.
    pub async fn all(&self) -> Result<Vec<Watcher>, Error> {
        let (under, mut cursor, mut keys) = (watchers(), None, Vec::new());
        loop {
            let page = self.store.scan(&under, cursor.as_ref()).await?;
            keys.extend(page.keys);
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        // A scan may list a key twice.
        keys.sort();
        keys.dedup();
        let watcher = |key: &Key| {
            let mut parts = key.parts().skip(under.parts().count());
            let (account, user) = parts.next().zip(parts.next())?;
            Some(Watcher { account: account.into_owned(), user: PeerId::new(&*user) })
        };
        Ok(keys.iter().filter_map(watcher).collect())
    }

    /// The page as it was last; `None` if it has never been read.
    pub async fn page(&self) -> Result<Option<String>, Error> {
        let entry = self.store.get(&page()).await?;
        Ok(entry.and_then(|entry| Some(entry.value.text().ok()?.to_owned())))
    }

    /// Remembers the page.
    pub async fn set_page(&self, text: String) -> Result<(), Error> {
        self.store.put(&page(), Value::from(text), None).await
    }
}

fn watchers() -> Key {
    Key::new("tickets").join("watchers")
}

fn page() -> Key {
    Key::new("tickets").join("page")
}

fn key(push: &Push) -> Key {
    watchers().join(push.account().to_string()).join(push.header().from.as_str())
}
