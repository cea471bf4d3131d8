//! A table that can only get, set and delete, as a cache can.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use weixin_api::BoxFuture;
use weixin_store::{Error, KeyValue};

/// See the module.
#[derive(Debug, Default)]
pub struct Table(Mutex<HashMap<String, Vec<u8>>>);

impl Table {
    fn with<T>(&self, act: impl FnOnce(&mut HashMap<String, Vec<u8>>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.with(|table| table.len())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl KeyValue for Table {
    fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<Option<Vec<u8>>, Error>> {
        Box::pin(async {
            tokio::task::yield_now().await;
            Ok(self.with(|table| table.get(key).cloned()))
        })
    }

    fn set<'a>(
        &'a self,
        key: &'a str,
        value: Vec<u8>,
        _: Option<Duration>,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async {
            tokio::task::yield_now().await;
            self.with(|table| table.insert(key.to_owned(), value));
            Ok(())
        })
    }

    fn delete<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async {
            tokio::task::yield_now().await;
            self.with(|table| table.remove(key));
            Ok(())
        })
    }
}
