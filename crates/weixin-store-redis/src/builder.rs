//! Builder of [`RedisStore`].

use std::{sync::Arc, time::Duration};

use redis::{
    Client,
    aio::{ConnectionManager, ConnectionManagerConfig},
};
use weixin_api::{Clock, SystemClock};
use weixin_protocol::Secret;
use weixin_store::{Error, ErrorKind, Key};

use crate::{RedisStore, errors::error};

/// How long to wait for a connection, and for each response.
pub(crate) const DEFAULT_TIMEOUT: Duration = Duration::from_secs(2);

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
            timeout: DEFAULT_TIMEOUT,
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
        let (client, connection) = connect(&self.address, self.timeout)?;
        RedisStore::assemble(client, connection, &Key::new(&self.name), self.clock)
    }
}

/// Prepares a connection to an address, which is made when it is first used.
pub(crate) fn connect(
    address: &Secret,
    timeout: Duration,
) -> Result<(Client, ConnectionManager), Error> {
    let client = Client::open(address.expose()).map_err(|_| {
        // The source would quote the address, which may hold a password.
        let message = "the store's address is not a Redis URL such as redis://HOST:6379/0";
        Error::new(ErrorKind::Invalid, message)
    })?;
    if tokio::runtime::Handle::try_current().is_err() {
        let message = "a store in Redis can only be opened inside a Tokio runtime";
        return Err(Error::new(ErrorKind::Invalid, message));
    }
    let config = ConnectionManagerConfig::new()
        .set_connection_timeout(Some(timeout))
        .set_response_timeout(Some(timeout))
        // If Redis is gone, an operation fails quickly; the next one reconnects.
        .set_number_of_retries(1)
        .set_max_delay(Duration::from_millis(100));
    let connection = ConnectionManager::new_lazy_with_config(client.clone(), config);
    Ok((client, connection.map_err(error)?))
}
