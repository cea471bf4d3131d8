//! A store made of something that can only get, set and delete.

use std::{
    fmt,
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
    time::Duration,
};

use tokio::sync::{Mutex, MutexGuard};
use weixin_api::{BoxFuture, Clock, SystemClock, Timestamp};

use crate::{
    CountOutcome, Cursor, Entry, Error, ErrorKind, Key, KeyPage, Lease, LeaseOutcome, MemoryStore,
    Store, Value, Version, Write, WriteOutcome,
};

/// How many writes to different keys may be under way at the same time.
const LOCKS: usize = 64;

/// How long a value stays in the database after it has expired: clocks differ.
const GRACE: Duration = Duration::from_secs(60);

/// The length of the head of a stored value: version and expiry.
const HEAD: usize = 16;

/// What a cache can do: memcached, a table with two columns, a service of your own. [`KeyValueStore`] makes
/// a [`Store`] of it.
pub trait KeyValue: fmt::Debug + Send + Sync + 'static {
    /// Returns a value, if there is one.
    ///
    /// # Errors
    /// [`ErrorKind::Unreachable`] if the database does not answer; [`ErrorKind::Rejected`] if it does not
    /// permit it.
    fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<Option<Vec<u8>>, Error>>;

    /// Stores a value, replacing any other. It may be removed after `ttl`; `None`: never by itself.
    ///
    /// # Errors
    /// As [`get`](Self::get).
    fn set<'a>(
        &'a self,
        key: &'a str,
        value: Vec<u8>,
        ttl: Option<Duration>,
    ) -> BoxFuture<'a, Result<(), Error>>;

    /// Removes a value, if there is one.
    ///
    /// # Errors
    /// As [`get`](Self::get).
    fn delete<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<(), Error>>;
}

/// A [`Store`] made of something that can only get, set with expiry, and delete.
///
/// Processes that use the same database share its values: access tokens above all. Such a database cannot
/// do more, so this is what does **not** work between processes, only within each of them:
///
/// * Conditions ([`put_if_absent`](Store::put_if_absent), [`compare_and_swap`](Store::compare_and_swap)): if
///   two processes write at the same moment, the later one wins. Two processes may fetch a token at the same
///   time, which is harmless with stable tokens.
/// * Leases: each process has its own.
/// * Counts: each process counts for itself, so limits apply to each.
/// * [`scan`](Store::scan) lists what this process has written since its start.
/// * A cache may forget a value at any time. Do not keep there what cannot be fetched again: refresh tokens,
///   permanent codes, answers that wait for users.
///
/// For several processes that must agree, use Redis, Postgres or SQLite.
///
/// ```
/// use std::{collections::HashMap, sync::Mutex, time::Duration};
/// use weixin_api::BoxFuture;
/// use weixin_store::{Error, Key, KeyValue, KeyValueStore, Store};
///
/// #[derive(Debug, Default)]
/// struct Table(Mutex<HashMap<String, Vec<u8>>>);
///
/// impl KeyValue for Table {
///     fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<Option<Vec<u8>>, Error>> {
///         Box::pin(async { Ok(self.0.lock().unwrap().get(key).cloned()) })
///     }
///
///     fn set<'a>(
///         &'a self,
///         key: &'a str,
///         value: Vec<u8>,
///         _: Option<Duration>,
///     ) -> BoxFuture<'a, Result<(), Error>> {
///         Box::pin(async { Ok(drop(self.0.lock().unwrap().insert(key.to_owned(), value))) })
///     }
///
///     fn delete<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<(), Error>> {
///         Box::pin(async { Ok(drop(self.0.lock().unwrap().remove(key))) })
///     }
/// }
///
/// # async fn example() -> Result<(), Error> {
/// let store = KeyValueStore::new(Table::default());
/// store.put(&Key::new("greeting"), "hello".into(), None).await?;
/// # Ok(())
/// # }
/// ```
pub struct KeyValueStore<B> {
    backend: B,
    /// Leases, counts, and the keys that were written.
    local: MemoryStore,
    /// One write at a time for each key.
    locks: [Mutex<()>; LOCKS],
    max_key: usize,
}

impl<B: KeyValue> KeyValueStore<B> {
    /// A store on the system clock, with keys of up to 250 bytes, as memcached permits.
    pub fn new(backend: B) -> Self {
        Self::with_clock(backend, Arc::new(SystemClock))
    }

    /// The same on another clock.
    pub fn with_clock(backend: B, clock: Arc<dyn Clock>) -> Self {
        Self {
            backend,
            local: MemoryStore::with_clock(clock),
            locks: std::array::from_fn(|_| Mutex::default()),
            max_key: 250,
        }
    }

    /// Sets the longest key that the database takes, in bytes. Operations with a longer one fail with
    /// [`ErrorKind::Invalid`]; those of this library have seldom more than 150.
    #[must_use]
    pub fn max_key(mut self, bytes: usize) -> Self {
        self.max_key = bytes;
        self
    }

    /// The key in the database.
    fn name(&self, key: &Key) -> Result<String, Error> {
        let encoded = key.encoded()?;
        if encoded.len() <= self.max_key {
            return Ok(encoded.to_owned());
        }
        let message = format!(
            "a key of {} bytes: this database takes at most {}",
            encoded.len(),
            self.max_key
        );
        Err(Error::new(ErrorKind::Invalid, message))
    }

    async fn lock(&self, name: &str) -> MutexGuard<'_, ()> {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        let index = usize::try_from(hasher.finish() % LOCKS as u64).unwrap_or_default();
        self.locks[index].lock().await
    }

    async fn read(&self, name: &str) -> Result<Option<Entry>, Error> {
        let Some(bytes) = self.backend.get(name).await? else { return Ok(None) };
        let entry = decode(&bytes)?;
        Ok(entry.is_alive(self.clock().now()).then_some(entry))
    }

    async fn change(&self, key: &Key, write: Write) -> Result<WriteOutcome, Error> {
        let name = self.name(key)?;
        let _guard = self.lock(&name).await;
        let index = match (write.value(), write.expires()) {
            (None, _) => Write::delete(),
            (Some(_), None) => Write::put(Value::default()),
            (Some(_), Some(expires)) => Write::put(Value::default()).expiring(expires),
        };
        let under_lease = |index: Write| match write.lease() {
            Some(lease) => index.under(lease),
            None => index,
        };
        if write.lease().is_some() {
            // Nothing is changed, but it fails if the lease is lost.
            let probe = under_lease(Write::delete().if_version(Version::random()?));
            self.local.write(key, probe).await?;
        }
        let present = self.read(&name).await?;
        if !write.condition().holds(present.map(|entry| entry.version)) {
            return Ok(WriteOutcome::Conflict);
        }
        let written = match write.value() {
            None => {
                self.backend.delete(&name).await?;
                WriteOutcome::Removed
            }
            Some(value) => {
                let version = Version::random()?;
                let ttl = write.expires().map(|at| at.since(self.clock().now()) + GRACE);
                let bytes = encode(value, version, write.expires());
                self.backend.set(&name, bytes, ttl).await?;
                WriteOutcome::Stored(version)
            }
        };
        self.local.write(key, index).await?;
        Ok(written)
    }
}

fn encode(value: &Value, version: Version, expires: Option<Timestamp>) -> Vec<u8> {
    let expires = expires.map_or(u64::MAX, Timestamp::as_millis);
    let mut bytes = Vec::with_capacity(HEAD + value.bytes().len());
    bytes.extend_from_slice(&version.to_bits().to_le_bytes());
    bytes.extend_from_slice(&expires.to_le_bytes());
    bytes.extend_from_slice(value.bytes());
    bytes
}

fn decode(bytes: &[u8]) -> Result<Entry, Error> {
    let head = bytes.split_first_chunk::<8>();
    let parts = head.and_then(|(version, rest)| Some((version, rest.split_first_chunk::<8>()?)));
    let Some((version, (expires, value))) = parts else {
        return Err(Error::new(
            ErrorKind::Unreadable,
            "the store contains a value that was not written by weixin",
        ));
    };
    let expires = u64::from_le_bytes(*expires);
    Ok(Entry {
        value: value.into(),
        version: Version::from_bits(u64::from_le_bytes(*version)),
        expires: (expires != u64::MAX).then(|| Timestamp::from_millis(expires)),
    })
}

impl<B: fmt::Debug> fmt::Debug for KeyValueStore<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("KeyValueStore").field(&self.backend).finish()
    }
}

impl<B: KeyValue> Store for KeyValueStore<B> {
    fn clock(&self) -> &Arc<dyn Clock> {
        self.local.clock()
    }

    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, Error>> {
        Box::pin(async { self.read(&self.name(key)?).await })
    }

    fn write<'a>(
        &'a self,
        key: &'a Key,
        write: Write,
    ) -> BoxFuture<'a, Result<WriteOutcome, Error>> {
        Box::pin(self.change(key, write))
    }

    fn try_count<'a>(
        &'a self,
        key: &'a Key,
        limit: u32,
        window: Duration,
    ) -> BoxFuture<'a, Result<CountOutcome, Error>> {
        self.local.try_count(key, limit, window)
    }

    fn scan<'a>(
        &'a self,
        under: &'a Key,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<KeyPage, Error>> {
        self.local.scan(under, cursor)
    }

    fn lease<'a>(
        &'a self,
        key: &'a Key,
        ttl: Duration,
    ) -> BoxFuture<'a, Result<LeaseOutcome, Error>> {
        self.local.lease(key, ttl)
    }

    fn renew<'a>(&'a self, lease: &'a Lease, ttl: Duration) -> BoxFuture<'a, Result<Lease, Error>> {
        self.local.renew(lease, ttl)
    }

    fn release<'a>(&'a self, lease: &'a Lease) -> BoxFuture<'a, Result<(), Error>> {
        self.local.release(lease)
    }
}
