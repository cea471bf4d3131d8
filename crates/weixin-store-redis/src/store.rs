//! The engine.

use std::{
    fmt,
    sync::{Arc, OnceLock},
    time::Duration,
};

use redis::{
    Client, FromRedisValue, ScriptInvocation,
    aio::{ConnectionManager, ConnectionManagerConfig},
};
use tokio::task::AbortHandle;
use weixin_api::{BoxFuture, Clock, Timestamp};
use weixin_protocol::Secret;
use weixin_store::{
    Bells, Claim, Condition, Cursor, Entry, Error, ErrorKind, Key, Lease, Page, Store, Tally,
    Version, Waited, Write, Written, watch,
};

use crate::{
    RedisStoreBuilder,
    errors::{error, unreadable},
    listener::listen,
    scripts::{self, answer},
};

/// How often somebody who waits looks although nothing was heard: the connection may be gone.
const PACE: Duration = Duration::from_secs(1);
/// How long after its end something is left for Redis to remove.
const GRACE: Duration = Duration::from_secs(60 * 60);
/// How many keys Redis looks at in one step of a scan.
const STEP: usize = 500;

/// A [`Store`] in a Redis.
///
/// A connection is made when first needed and made again when it was lost; until then operations
/// fail with [`ErrorKind::Unreachable`].
pub struct RedisStore {
    connection: ConnectionManager,
    client: Client,
    name: String,
    clock: Arc<dyn Clock>,
    bells: Arc<Bells>,
    listener: OnceLock<AbortHandle>,
}

/// What kind of thing a key in Redis is: three name spaces.
#[derive(Clone, Copy)]
enum Space {
    Value,
    Lease,
    Count,
}

impl RedisStore {
    /// The store in the Redis at this address: `redis://[USER:PASSWORD@]HOST[:6379][/DATABASE]`.
    /// Call inside a Tokio runtime.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`] when the address is not one of Redis.
    pub fn open(address: impl Into<Secret>) -> Result<Self, Error> {
        Self::builder(address).open()
    }

    /// The same with other settings.
    pub fn builder(address: impl Into<Secret>) -> RedisStoreBuilder {
        RedisStoreBuilder::new(address.into())
    }

    pub(crate) fn assemble(
        client: Client,
        config: ConnectionManagerConfig,
        name: &Key,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Error> {
        if tokio::runtime::Handle::try_current().is_err() {
            let message = "a store in Redis can only be opened inside a Tokio runtime";
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        Ok(Self {
            connection: ConnectionManager::new_lazy_with_config(client.clone(), config)
                .map_err(error)?,
            client,
            name: name.encoded()?.to_owned(),
            clock,
            bells: Arc::default(),
            listener: OnceLock::new(),
        })
    }

    /// The key's name in Redis.
    fn place(&self, space: Space, key: &Key) -> Result<String, Error> {
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

    async fn look(&self, key: &Key) -> Result<Option<Entry>, Error> {
        type Fields = (Option<Vec<u8>>, Option<String>, Option<String>);
        let (value, version, expires): Fields = redis::cmd("HMGET")
            .arg(self.place(Space::Value, key)?)
            .arg(&["value", "version", "expires"])
            .query_async(&mut self.connection.clone())
            .await
            .map_err(error)?;
        let (Some(value), Some(version)) = (value, version) else { return Ok(None) };
        let entry = Entry {
            value: value.into(),
            version: Version::from_bits(number(&version)?),
            expires: expires.as_deref().map(moment).transpose()?,
        };
        Ok(Some(entry).filter(|entry| entry.is_alive(self.clock.now())))
    }

    async fn change(&self, key: &Key, write: Write) -> Result<Written, Error> {
        let (now, version) = (self.clock.now(), Version::draw()?);
        let mut script = scripts::WRITE.prepare_invoke();
        let lease = write.lease();
        let lease_key = lease.map_or(key, Lease::key);
        script.key(self.place(Space::Value, key)?).key(self.place(Space::Lease, lease_key)?);
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
            (answer::DONE, Some(_)) => Ok(Written::Stored(version)),
            (answer::DONE, None) => Ok(Written::Removed),
            (answer::CONFLICT, _) => Ok(Written::Conflict),
            (answer::LOST, _) => Err(Error::lease_lost()),
            _ => Err(unreadable()),
        }
    }

    async fn count(&self, key: &Key, limit: u32, window: Duration) -> Result<Tally, Error> {
        let now = self.clock.now();
        let mut script = scripts::COUNT.prepare_invoke();
        script
            .key(self.place(Space::Count, key)?)
            .arg(now.as_millis())
            .arg(limit)
            .arg(millis(window))
            .arg(Version::draw()?.to_bits())
            .arg(millis(window + GRACE));
        let (outcome, what) = self.run::<(String, String)>(&script).await?;
        match &*outcome {
            answer::COUNTED => Ok(Tally::Counted(what.parse().map_err(|_| unreadable())?)),
            answer::FULL => Ok(Tally::Full { until: moment(&what)? + window }),
            _ => Err(unreadable()),
        }
    }

    async fn keys(&self, under: &Key, cursor: Option<&Cursor>) -> Result<Page, Error> {
        let from = cursor.map_or("0", Cursor::place);
        let from: u64 = from.parse().map_err(|_| {
            Error::new(ErrorKind::Invalid, "the cursor of a scan is not one of this store")
        })?;
        // Neither the name nor the key can hold a wildcard: both are escaped.
        let before = self.place(Space::Value, under)?;
        let mut connection = self.connection.clone();
        let (next, places): (u64, Vec<String>) = redis::cmd("SCAN")
            .arg(from)
            .arg("MATCH")
            .arg(format!("{before}:*"))
            .arg("COUNT")
            .arg(STEP)
            .query_async(&mut connection)
            .await
            .map_err(error)?;
        let next = (next != 0).then(|| Cursor::new(next.to_string()));
        if places.is_empty() {
            return Ok(Page { keys: Vec::new(), next });
        }
        let mut pipe = redis::pipe();
        for place in &places {
            pipe.cmd("HMGET").arg(place).arg("version").arg("expires");
        }
        let fields: Vec<(Option<String>, Option<String>)> =
            pipe.query_async(&mut connection).await.map_err(error)?;
        let now = self.clock.now();
        let mut keys = Vec::new();
        for (place, (version, expires)) in places.iter().zip(fields) {
            let over = expires.as_deref().map(moment).transpose()?.is_some_and(|at| at <= now);
            if version.is_none() || over {
                continue;
            }
            let below = place.strip_prefix(&before).and_then(|rest| rest.strip_prefix(':'));
            keys.push(Key::decode(&format!("{under}:{}", below.ok_or_else(unreadable)?))?);
        }
        Ok(Page { keys, next })
    }

    async fn claim(&self, key: &Key, ttl: Duration) -> Result<Claim, Error> {
        let (now, owner) = (self.clock.now(), Lease::draw_owner()?);
        let until = now + ttl;
        let mut script = scripts::LEASE.prepare_invoke();
        script
            .key(self.place(Space::Lease, key)?)
            .arg(now.as_millis())
            .arg(until.as_millis())
            .arg(&owner)
            .arg(millis(ttl + Lease::REMEMBERED));
        let (outcome, what) = self.run::<(String, String)>(&script).await?;
        match &*outcome {
            answer::DONE => {
                Ok(Claim::Granted(Lease::new(key.clone(), owner, number(&what)?, until)))
            }
            answer::HELD => Ok(Claim::Held { until: moment(&what)? }),
            _ => Err(unreadable()),
        }
    }

    async fn prolong(&self, lease: &Lease, ttl: Duration) -> Result<Lease, Error> {
        let until = self.clock.now() + ttl;
        let mut script = scripts::RENEW.prepare_invoke();
        script
            .key(self.place(Space::Lease, lease.key())?)
            .arg(lease.owner())
            .arg(lease.fence())
            .arg(until.as_millis())
            .arg(millis(ttl + Lease::REMEMBERED));
        match &*self.run::<String>(&script).await? {
            answer::DONE => Ok(lease.prolonged(until)),
            _ => Err(Error::lease_lost()),
        }
    }

    async fn give_back(&self, lease: &Lease) -> Result<(), Error> {
        let mut script = scripts::RELEASE.prepare_invoke();
        script.key(self.place(Space::Lease, lease.key())?).arg(lease.owner()).arg(lease.fence());
        self.run::<String>(&script).await.map(drop)
    }

    /// Listens from now on to what others change.
    fn hear(&self) {
        self.listener.get_or_init(|| {
            let (client, clock) = (self.client.clone(), Arc::clone(&self.clock));
            let bells = Arc::downgrade(&self.bells);
            tokio::spawn(listen(client, self.channel(), clock, bells)).abort_handle()
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

fn moment(text: &str) -> Result<Timestamp, Error> {
    number(text).map(Timestamp::from_millis)
}

/// Milliseconds, as large a number as Redis takes at most.
fn millis(span: Duration) -> u64 {
    const MOST: u64 = 1 << 52;
    u64::try_from(span.as_millis()).unwrap_or(MOST).min(MOST)
}

impl Store for RedisStore {
    fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, Error>> {
        Box::pin(self.look(key))
    }

    fn write<'a>(&'a self, key: &'a Key, write: Write) -> BoxFuture<'a, Result<Written, Error>> {
        Box::pin(self.change(key, write))
    }

    fn incr_within<'a>(
        &'a self,
        key: &'a Key,
        limit: u32,
        window: Duration,
    ) -> BoxFuture<'a, Result<Tally, Error>> {
        Box::pin(self.count(key, limit, window))
    }

    fn scan<'a>(
        &'a self,
        under: &'a Key,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<Page, Error>> {
        Box::pin(self.keys(under, cursor))
    }

    fn lease<'a>(&'a self, key: &'a Key, ttl: Duration) -> BoxFuture<'a, Result<Claim, Error>> {
        Box::pin(self.claim(key, ttl))
    }

    fn renew<'a>(&'a self, lease: &'a Lease, ttl: Duration) -> BoxFuture<'a, Result<Lease, Error>> {
        Box::pin(self.prolong(lease, ttl))
    }

    fn release<'a>(&'a self, lease: &'a Lease) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(self.give_back(lease))
    }

    fn wait<'a>(
        &'a self,
        key: &'a Key,
        seen: Option<Version>,
        deadline: Timestamp,
    ) -> BoxFuture<'a, Result<Waited, Error>> {
        Box::pin(async move {
            let bell = self.bells.listen(key);
            self.hear();
            watch(self, key, seen, deadline, PACE, Some(bell)).await
        })
    }
}

impl fmt::Debug for RedisStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address may hold a password.
        f.debug_struct("RedisStore").field("name", &self.name).finish_non_exhaustive()
    }
}
