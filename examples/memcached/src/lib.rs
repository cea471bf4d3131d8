//! The store of a bot in memcached: its processes share access tokens.
//!
//! memcached forgets values when it is restarted and when its memory is full. That is fine for what can be
//! fetched again; `KeyValueStore` says what must not be kept there.

use std::{
    io,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use memcache_async::ascii::Protocol;
use tokio::net::TcpStream;
use weixin::{
    api::BoxFuture,
    store::{Error, ErrorKind, KeyValue},
};

/// The longest time in seconds: memcached reads a larger number as a date.
const LONGEST: u64 = 30 * 24 * 3600;

type Connection = Protocol<TcpStream>;

/// One memcached server.
#[derive(Debug)]
pub struct Memcached {
    address: String,
    idle: Idle,
}

/// Connections that nobody uses.
#[derive(Default)]
struct Idle(Mutex<Vec<Connection>>);

impl Idle {
    fn take(&self) -> Option<Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn put(&self, connection: Connection) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
    }
}

impl std::fmt::Debug for Idle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Idle")
    }
}

impl Memcached {
    /// The server at an address like `127.0.0.1:11211`. It is connected on first use.
    pub fn new(address: impl Into<String>) -> Self {
        Self { address: address.into(), idle: Idle::default() }
    }

    /// A connection for one operation. Only if that succeeds, it is used again: after an error, or if the
    /// caller stops waiting, nobody knows what is still to be read from it.
    async fn connection(&self) -> Result<Connection, Error> {
        match self.idle.take() {
            Some(connection) => Ok(connection),
            None => Ok(Protocol::new(TcpStream::connect(&self.address).await.map_err(failed)?)),
        }
    }
}

fn failed(error: io::Error) -> Error {
    match error.kind() {
        // What the server answers instead of a result.
        io::ErrorKind::Other => Error::new(ErrorKind::Rejected, "memcached rejects the operation"),
        _ => Error::new(ErrorKind::Unreachable, "memcached cannot be reached"),
    }
    .with_source(error)
}

/// What is found, or `None` if there is nothing.
fn found<T>(result: io::Result<T>) -> Result<Option<T>, Error> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(error)),
    }
}

impl KeyValue for Memcached {
    fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<Option<Vec<u8>>, Error>> {
        Box::pin(async move {
            let mut connection = self.connection().await?;
            let value = found(connection.get(key).await)?;
            self.idle.put(connection);
            Ok(value)
        })
    }

    fn set<'a>(
        &'a self,
        key: &'a str,
        value: Vec<u8>,
        ttl: Option<Duration>,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            // 0 means forever, and a second that has begun counts.
            let seconds = ttl.map_or(0, |ttl| (ttl.as_secs() + 1).min(LONGEST));
            let seconds = u32::try_from(seconds).unwrap_or_default();
            let mut connection = self.connection().await?;
            connection.set(key, &value, seconds).await.map_err(failed)?;
            // This client does not wait for the answer to `set`, so whether it was stored is seen by reading.
            let stored = found(connection.get(key).await)?;
            self.idle.put(connection);
            let why = "memcached has not stored the value: it may be too large";
            stored.map(drop).ok_or_else(|| Error::new(ErrorKind::Rejected, why))
        })
    }

    fn delete<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let mut connection = self.connection().await?;
            connection.delete(key).await.map_err(failed)?;
            // `delete` is not answered either: this shows that it has arrived.
            connection.version().await.map_err(failed)?;
            self.idle.put(connection);
            Ok(())
        })
    }
}
