//! Builder of [`RedisStore`].

use std::{sync::Arc, time::Duration};

use redis::{Client, aio::ConnectionManagerConfig};
use weixin_api::{Clock, SystemClock};
use weixin_protocol::Secret;
use weixin_store::{Error, ErrorKind, Key};

use crate::RedisStore;

/// Settings for opening a [`RedisStore`].
#[derive(Debug)]
#[must_use = "a builder does nothing until `open`"]
pub struct RedisStoreBuilder {
    address: Secret,
    name: String,
    clock: Arc<dyn Clock>,
    timeout: Duration,
}

impl RedisStoreBuilder {
    pub(crate) fn new(address: Secret) -> Self {
        Self {
            address,
            name: "weixin".to_owned(),
            clock: Arc::new(SystemClock),
            timeout: Duration::from_secs(2),
        }
    }

    /// The prefix of all keys of this store in Redis, `weixin` by default. Stores with different
    /// names are independent of each other.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Uses this clock instead of the system clock to decide what has expired.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// How long to wait for a connection, and for each response. Two seconds by default.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.timeout = limit;
        self
    }

    /// Opens the store. Nothing is sent before the first operation, so Redis need not be running
    /// yet. Call this inside a Tokio runtime.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`] when the address is not a valid Redis URL.
    pub fn open(self) -> Result<RedisStore, Error> {
        let client = Client::open(self.address.expose()).map_err(|_| {
            // The source would quote the address, which may hold a password.
            let message = "the store's address is not a Redis URL such as redis://HOST:6379/0";
            Error::new(ErrorKind::Invalid, message)
        })?;
        let config = ConnectionManagerConfig::new()
            .set_connection_timeout(Some(self.timeout))
            .set_response_timeout(Some(self.timeout))
            // If Redis is gone, an operation fails quickly; the next one reconnects.
            .set_number_of_retries(1)
            .set_max_delay(Duration::from_millis(100));
        RedisStore::assemble(client, config, &Key::new(&self.name), self.clock)
    }
}
