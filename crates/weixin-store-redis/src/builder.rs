//! How a Redis store is put together.

use std::{sync::Arc, time::Duration};

use redis::{Client, aio::ConnectionManagerConfig};
use weixin_api::{Clock, SystemClock};
use weixin_protocol::Secret;
use weixin_store::{Error, ErrorKind, Key};

use crate::RedisStore;

/// The settings of a [`RedisStore`], before it is opened.
#[derive(Debug)]
#[must_use = "a builder does nothing until `open`"]
pub struct RedisStoreBuilder {
    address: Secret,
    name: String,
    clock: Arc<dyn Clock>,
    patience: Duration,
}

impl RedisStoreBuilder {
    pub(crate) fn new(address: Secret) -> Self {
        Self {
            address,
            name: "weixin".to_owned(),
            clock: Arc::new(SystemClock),
            patience: Duration::from_secs(2),
        }
    }

    /// What every key of this store begins with in Redis: `weixin` if not set. Stores of different
    /// names share a Redis and nothing else.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Judges by another clock than the computer's what has expired.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// How long to wait for a connection, and for each answer: two seconds if not set.
    pub fn patience(mut self, limit: Duration) -> Self {
        self.patience = limit;
        self
    }

    /// Opens the store. Nothing is sent before the first operation, so Redis need not be there
    /// yet; call inside a Tokio runtime.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`] when the address is not one of Redis.
    pub fn open(self) -> Result<RedisStore, Error> {
        let client = Client::open(self.address.expose()).map_err(|_| {
            // The source would quote the address, which may hold a password.
            let message = "the address of the store is not one of Redis, as in redis://HOST:6379/0";
            Error::new(ErrorKind::Invalid, message)
        })?;
        let config = ConnectionManagerConfig::new()
            .set_connection_timeout(Some(self.patience))
            .set_response_timeout(Some(self.patience))
            // An operation says at once that Redis is gone; the next one tries again.
            .set_number_of_retries(1)
            .set_max_delay(Duration::from_millis(100));
        RedisStore::assemble(client, config, &Key::new(&self.name), self.clock)
    }
}
