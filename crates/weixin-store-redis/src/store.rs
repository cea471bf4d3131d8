//! The Redis engine.

use std::{
    fmt,
    sync::{Arc, OnceLock},
    time::Duration,
};

use redis::{Client, FromRedisValue, ScriptInvocation, aio::ConnectionManager};
use tokio::task::AbortHandle;
use weixin_api::{BoxFuture, Clock, Timestamp};
use weixin_protocol::Secret;
use weixin_store::{
    ChangeHub, Condition, CountOutcome, Cursor, Entry, Error, ErrorKind, Key, KeyPage, Lease,
    LeaseOutcome, Store, Version, WaitOutcome, Write, WriteOutcome, wait_for_change,
};

use crate::{
    RedisStoreBuilder,
    errors::{error, unreadable},
    listener::listen,
    scripts::{self, reply},
};

/// How often a waiter reads the entry without a notification, in case the connection is down.
const POLL_INTERVAL: Duration = Duration::from_secs(1);
/// How long after its expiry Redis removes data by itself. Allows for clocks that disagree.
const GRACE: Duration = Duration::from_secs(60 * 60);
/// The number of keys that Redis examines in one step of a scan.
const SCAN_COUNT: usize = 500;

/// A [`Store`] in Redis. It connects when first used, and reconnects when the connection was lost.
/// While there is no connection, operations fail with [`ErrorKind::Unreachable`].
pub struct RedisStore {
    connection: ConnectionManager,
    client: Client,
    name: String,
    clock: Arc<dyn Clock>,
    hub: Arc<ChangeHub>,
    listener: OnceLock<AbortHandle>,
}

/// The three namespaces.
#[derive(Clone, Copy)]
enum Space {
    Value,
    Lease,
    Count,
}

impl RedisStore {
    /// Opens a store at an address of the form `redis://[USER:PASSWORD@]HOST[:6379][/DATABASE]`.
    /// Call this inside a Tokio runtime.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`] when the address is not a valid Redis URL.
    pub fn open(address: impl Into<Secret>) -> Result<Self, Error> {
        Self::builder(address).open()
    }

    /// A builder for a store with other settings.
    pub fn builder(address: impl Into<Secret>) -> RedisStoreBuilder {
        RedisStoreBuilder::new(address.into())
    }

    pub(crate) fn assemble(
        client: Client,
        connection: ConnectionManager,
        name: &Key,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Error> {
        Ok(Self {
            connection,
            client,
            name: name.encoded()?.to_owned(),
            clock,
            hub: Arc::default(),
            listener: OnceLock::new(),
        })
    }

    /// The key's name in Redis.
    fn redis_key(&self, space: Space, key: &Key) -> Result<String, Error> {
        let space = match space {
            Space::Value => "value",
            Space::Lease => "lease",
            Space::Count => "count",
        };
        Ok(format!("{}:{space}:{}", self.name, key.encoded()?))
    }

    fn channel(&self) -> String {
        format!("{}:changed", self.name)
    }

    async fn run<T: FromRedisValue>(&self, script: &ScriptInvocation<'_>) -> Result<T, Error> {
        script.invoke_async(&mut self.connection.clone()).await.map_err(error)
    }

    async fn read_entry(&self, key: &Key) -> Result<Option<Entry>, Error> {
        type Fields = (Option<Vec<u8>>, Option<String>, Option<String>);
        let (value, version, expires): Fields = redis::cmd("HMGET")
            .arg(self.redis_key(Space::Value, key)?)
            .arg(&["value", "version", "expires"])
            .query_async(&mut self.connection.clone())
            .await
            .map_err(error)?;
        let (Some(value), Some(version)) = (value, version) else { return Ok(None) };
        let entry = Entry {
            value: value.into(),
            version: Version::from_bits(number(&version)?),
            expires: expires.as_deref().map(timestamp).transpose()?,
        };
        Ok(Some(entry).filter(|entry| entry.is_alive(self.clock.now())))
    }

    async fn write_entry(&self, key: &Key, write: Write) -> Result<WriteOutcome, Error> {
        let (now, version) = (self.clock.now(), Version::random()?);
        let mut script = scripts::WRITE.prepare_invoke();
        let lease = write.lease();
        let lease_key = lease.map_or(key, Lease::key);
        script
            .key(self.redis_key(Space::Value, key)?)
            .key(self.redis_key(Space::Lease, lease_key)?);
        script.arg(now.as_millis()).arg(match write.condition() {
            Condition::Always => "always".to_owned(),
            Condition::Absent => "absent".to_owned(),
            Condition::Version(version) => version.to_bits().to_string(),
        });
        script.arg(lease.map_or("", Lease::owner));
        script.arg(lease.map_or(String::new(), |lease| lease.fence().to_string()));
        match write.value() {
            Some(value) => {
                script.arg("put").arg(value.bytes()).arg(version.to_bits());
            }
            None => {
                script.arg("delete").arg("").arg("");
            }
        }
        match write.expires() {
            Some(at) => script.arg(at.as_millis()).arg(millis(at.since(now) + GRACE)),
            None => script.arg("").arg(""),
        };
        script.arg(self.channel()).arg(key.encoded()?);
        let done = self.run::<String>(&script).await?;
        match (&*done, write.value()) {
            (reply::DONE, Some(_)) => Ok(WriteOutcome::Stored(version)),
            (reply::DONE, None) => Ok(WriteOutcome::Removed),
            (reply::CONFLICT, _) => Ok(WriteOutcome::Conflict),
            (reply::LOST, _) => Err(Error::lease_lost()),
            _ => Err(unreadable()),
        }
    }

    async fn count_event(
        &self,
        key: &Key,
        limit: u32,
        window: Duration,
    ) -> Result<CountOutcome, Error> {
        let now = self.clock.now();
        let mut script = scripts::COUNT.prepare_invoke();
        script
            .key(self.redis_key(Space::Count, key)?)
            .arg(now.as_millis())
            .arg(limit)
            .arg(millis(window))
            .arg(Version::random()?.to_bits())
            .arg(millis(window + GRACE));
        let (outcome, what) = self.run::<(String, String)>(&script).await?;
        match &*outcome {
            reply::COUNTED => Ok(CountOutcome::Counted(what.parse().map_err(|_| unreadable())?)),
            reply::FULL => Ok(CountOutcome::Full { until: timestamp(&what)? + window }),
            _ => Err(unreadable()),
        }
    }

    async fn scan_page(&self, under: &Key, cursor: Option<&Cursor>) -> Result<KeyPage, Error> {
        let from = cursor.map_or("0", Cursor::position);
        let from: u64 = from.parse().map_err(|_| {
            Error::new(ErrorKind::Invalid, "the cursor was not issued by a Redis store")
        })?;
        // Name and key are escaped and cannot contain a wildcard.
        let prefix = self.redis_key(Space::Value, under)?;
        let mut connection = self.connection.clone();
        let (next, names): (u64, Vec<String>) = redis::cmd("SCAN")
            .arg(from)
            .arg("MATCH")
            .arg(format!("{prefix}:*"))
            .arg("COUNT")
            .arg(SCAN_COUNT)
            .query_async(&mut connection)
            .await
            .map_err(error)?;
        let next = (next != 0).then(|| Cursor::new(next.to_string()));
        if names.is_empty() {
            return Ok(KeyPage { keys: Vec::new(), next });
        }
        let mut pipe = redis::pipe();
        for name in &names {
            pipe.cmd("HMGET").arg(name).arg("version").arg("expires");
        }
        let fields: Vec<(Option<String>, Option<String>)> =
            pipe.query_async(&mut connection).await.map_err(error)?;
        let now = self.clock.now();
        let mut keys = Vec::new();
        for (name, (version, expires)) in names.iter().zip(fields) {
            let over = expires.as_deref().map(timestamp).transpose()?.is_some_and(|at| at <= now);
            if version.is_none() || over {
                continue;
            }
            let below = name.strip_prefix(&prefix).and_then(|rest| rest.strip_prefix(':'));
            keys.push(Key::decode(&format!("{under}:{}", below.ok_or_else(unreadable)?))?);
        }
        Ok(KeyPage { keys, next })
    }

    async fn acquire_lease(&self, key: &Key, ttl: Duration) -> Result<LeaseOutcome, Error> {
        let (now, owner) = (self.clock.now(), Lease::random_owner()?);
        let until = now + ttl;
        let mut script = scripts::LEASE.prepare_invoke();
        script
            .key(self.redis_key(Space::Lease, key)?)
            .arg(now.as_millis())
            .arg(until.as_millis())
            .arg(&owner)
            .arg(millis(ttl + Lease::FENCE_RETENTION));
        let (outcome, what) = self.run::<(String, String)>(&script).await?;
        match &*outcome {
            reply::DONE => {
                Ok(LeaseOutcome::Granted(Lease::new(key.clone(), owner, number(&what)?, until)))
            }
            reply::HELD => Ok(LeaseOutcome::Held { until: timestamp(&what)? }),
            _ => Err(unreadable()),
        }
    }

    async fn renew_lease(&self, lease: &Lease, ttl: Duration) -> Result<Lease, Error> {
        let until = self.clock.now() + ttl;
        let mut script = scripts::RENEW.prepare_invoke();
        script
            .key(self.redis_key(Space::Lease, lease.key())?)
            .arg(lease.owner())
            .arg(lease.fence())
            .arg(until.as_millis())
            .arg(millis(ttl + Lease::FENCE_RETENTION));
        match &*self.run::<String>(&script).await? {
            reply::DONE => Ok(lease.extended(until)),
            _ => Err(Error::lease_lost()),
        }
    }

    async fn release_lease(&self, lease: &Lease) -> Result<(), Error> {
        let mut script = scripts::RELEASE.prepare_invoke();
        script
            .key(self.redis_key(Space::Lease, lease.key())?)
            .arg(lease.owner())
            .arg(lease.fence());
        self.run::<String>(&script).await.map(drop)
    }

    /// Starts receiving notifications, once.
    fn start_listener(&self) {
        self.listener.get_or_init(|| {
            let (client, clock) = (self.client.clone(), Arc::clone(&self.clock));
            let hub = Arc::downgrade(&self.hub);
            tokio::spawn(listen(client, self.channel(), clock, hub)).abort_handle()
        });
    }
}

impl Drop for RedisStore {
    fn drop(&mut self) {
        if let Some(listener) = self.listener.get() {
            listener.abort();
        }
    }
}

fn number(text: &str) -> Result<u64, Error> {
    text.parse().map_err(|_| unreadable())
}

fn timestamp(text: &str) -> Result<Timestamp, Error> {
    number(text).map(Timestamp::from_millis)
}

/// Milliseconds, capped at a number that Redis accepts.
fn millis(span: Duration) -> u64 {
    const MAX: u64 = 1 << 52;
    u64::try_from(span.as_millis()).unwrap_or(MAX).min(MAX)
}

impl Store for RedisStore {
    fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, Error>> {
        Box::pin(self.read_entry(key))
    }

    fn write<'a>(
        &'a self,
        key: &'a Key,
        write: Write,
    ) -> BoxFuture<'a, Result<WriteOutcome, Error>> {
        Box::pin(self.write_entry(key, write))
    }

    fn try_count<'a>(
        &'a self,
        key: &'a Key,
        limit: u32,
        window: Duration,
    ) -> BoxFuture<'a, Result<CountOutcome, Error>> {
        Box::pin(self.count_event(key, limit, window))
    }

    fn scan<'a>(
        &'a self,
        under: &'a Key,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<KeyPage, Error>> {
        Box::pin(self.scan_page(under, cursor))
    }

    fn lease<'a>(
        &'a self,
        key: &'a Key,
        ttl: Duration,
    ) -> BoxFuture<'a, Result<LeaseOutcome, Error>> {
        Box::pin(self.acquire_lease(key, ttl))
    }

    fn renew<'a>(&'a self, lease: &'a Lease, ttl: Duration) -> BoxFuture<'a, Result<Lease, Error>> {
        Box::pin(self.renew_lease(lease, ttl))
    }

    fn release<'a>(&'a self, lease: &'a Lease) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(self.release_lease(lease))
    }

    fn wait<'a>(
        &'a self,
        key: &'a Key,
        seen: Option<Version>,
        deadline: Timestamp,
    ) -> BoxFuture<'a, Result<WaitOutcome, Error>> {
        Box::pin(async move {
            let watcher = self.hub.watch(key);
            self.start_listener();
            wait_for_change(self, key, seen, deadline, POLL_INTERVAL, Some(watcher)).await
        })
    }
}

impl fmt::Debug for RedisStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address may hold a password.
        f.debug_struct("RedisStore").field("name", &self.name).finish_non_exhaustive()
    }
}
