//! Postgres, for several machines.

mod listener;

use std::{
    fmt,
    sync::{Arc, OnceLock},
    time::Duration,
};

use sqlx::{
    Executor, PgPool, Postgres,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use tokio::task::AbortHandle;
use tracing::debug;
use weixin_api::{BoxFuture, Clock, SystemClock, Timestamp};
use weixin_protocol::Secret;
use weixin_store::{
    Bells, Claim, Condition, Cursor, Entry, Error, ErrorKind, Key, Lease, Page, Store, Tally,
    Version, Waited, Write, Written, watch,
};

use listener::listen;

use crate::{
    errors::error,
    stored::{self, Changes, GRACE, PAGE, Row, fence, millis, moment},
};

/// Keys are compared byte by byte, whatever the database's language.
const TABLES: &str = r#"
    create table if not exists weixin_value (
        key text collate "C" primary key, value bytea not null, version bigint not null,
        expires bigint
    );
    create index if not exists weixin_value_expires on weixin_value (expires);
    create table if not exists weixin_lease (
        key text collate "C" primary key, owner text, fence bigint not null, until bigint not null
    );
    create table if not exists weixin_count (
        key text collate "C" not null, at bigint not null, leaves bigint not null
    );
    create index if not exists weixin_count_key on weixin_count (key, at);
"#;
/// `weixin` in ASCII: who makes the tables holds this lock.
const MAKING_TABLES: i64 = 0x7765_6978_696e;
/// How long an operation waits for a database that is gone, unless the pool is the user's.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often somebody who waits looks although nothing was heard: the connection may be gone.
const PACE: Duration = Duration::from_secs(1);

/// A [`Store`] in a Postgres database, 12 or later.
///
/// Changes are told by `NOTIFY`, so [`wait`](Store::wait) hears of them at once; from the first wait
/// on the store keeps one connection for that, beside the pool.
pub struct PostgresStore {
    pool: PgPool,
    clock: Arc<dyn Clock>,
    tables: tokio::sync::OnceCell<()>,
    changes: Changes,
    bells: Arc<Bells>,
    listener: OnceLock<AbortHandle>,
}

impl PostgresStore {
    /// The store in the database at this address, as in `postgres://USER:PASSWORD@HOST/DATABASE`.
    /// Nothing is sent before the first operation; one waits up to five seconds for a database that
    /// is gone. Call inside a Tokio runtime.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`] when the address is not one of Postgres.
    pub fn open(address: impl Into<Secret>) -> Result<Self, Error> {
        let options: PgConnectOptions = address.into().expose().parse().map_err(|_| {
            // The source would quote the address, which may hold a password.
            let message =
                "the address of the store is not one of Postgres, as in postgres://HOST/DATABASE";
            Error::new(ErrorKind::Invalid, message)
        })?;
        let pool = PgPoolOptions::new().max_connections(8).acquire_timeout(PATIENCE);
        Ok(Self::new(pool.connect_lazy_with(options)))
    }

    /// The store in the database of this pool, in the first schema of its `search_path`. Tables
    /// that are there already need not be allowed to be made. Set an `acquire_timeout`: an
    /// operation waits that long, by default half a minute, for a database that is gone.
    pub fn new(pool: PgPool) -> Self {
        Self {
            pool,
            clock: Arc::new(SystemClock),
            tables: tokio::sync::OnceCell::new(),
            changes: Changes::default(),
            bells: Arc::default(),
            listener: OnceLock::new(),
        }
    }

    /// Judges by another clock than the computer's what has expired.
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    async fn pool(&self) -> Result<&PgPool, Error> {
        self.tables.get_or_try_init(|| self.make_tables()).await?;
        Ok(&self.pool)
    }

    async fn make_tables(&self) -> Result<(), Error> {
        let there = "select to_regclass('weixin_count_key') is not null";
        let (there,): (bool,) = sqlx::query_as(there).fetch_one(&self.pool).await.map_err(error)?;
        if there {
            return Ok(());
        }
        let mut transaction = self.pool.begin().await.map_err(error)?;
        // `if not exists` is no help when two look at the same time.
        sqlx::query("select pg_advisory_xact_lock($1)")
            .bind(MAKING_TABLES)
            .execute(&mut *transaction)
            .await
            .map_err(error)?;
        transaction.execute(TABLES).await.map_err(error)?;
        transaction.commit().await.map_err(error)
    }

    async fn begin(&self) -> Result<sqlx::Transaction<'static, Postgres>, Error> {
        self.pool().await?.begin().await.map_err(error)
    }

    async fn look(&self, key: &Key) -> Result<Option<Entry>, Error> {
        let row: Option<Row> =
            sqlx::query_as("select value, version, expires from weixin_value where key = $1")
                .bind(key.encoded()?)
                .fetch_optional(self.pool().await?)
                .await
                .map_err(error)?;
        let entry = row.map(stored::entry).transpose()?;
        Ok(entry.filter(|entry| entry.is_alive(self.clock.now())))
    }

    async fn change(&self, key: &Key, write: Write) -> Result<Written, Error> {
        let written = match write.lease() {
            None => self.apply(self.pool().await?, key, &write).await?,
            Some(lease) => {
                let mut transaction = self.begin().await?;
                // Until the end of the transaction nobody else can be given the lease.
                let held = "select 1 from weixin_lease
                            where key = $1 and owner = $2 and fence = $3 for share";
                let held = sqlx::query(held)
                    .bind(lease.key().encoded()?)
                    .bind(lease.owner())
                    .bind(fence(lease.fence()))
                    .fetch_optional(&mut *transaction)
                    .await
                    .map_err(error)?;
                if held.is_none() {
                    return Err(Error::lease_lost());
                }
                let written = self.apply(&mut *transaction, key, &write).await?;
                transaction.commit().await.map_err(error)?;
                written
            }
        };
        self.sweep_sometimes().await;
        Ok(written)
    }

    /// One change, as one statement.
    async fn apply(
        &self,
        at: impl Executor<'_, Database = Postgres>,
        key: &Key,
        write: &Write,
    ) -> Result<Written, Error> {
        let (now, version) = (millis(self.clock.now()), Version::draw()?);
        let Some(value) = write.value() else {
            return self.remove(at, key, write.condition(), now).await;
        };
        let key = key.encoded()?;
        let (statement, seen) = match write.condition() {
            Condition::Always => (
                "with done as (
                     insert into weixin_value (key, value, version, expires)
                     values ($1, $2, $3, $4)
                     on conflict (key) do update set
                         value = excluded.value, version = excluded.version,
                         expires = excluded.expires
                     returning key)
                 select pg_notify('weixin_store', key) from done",
                None,
            ),
            Condition::Absent => (
                "with done as (
                     insert into weixin_value (key, value, version, expires)
                     values ($1, $2, $3, $4)
                     on conflict (key) do update set
                         value = excluded.value, version = excluded.version,
                         expires = excluded.expires
                     where weixin_value.expires <= $5
                     returning key)
                 select pg_notify('weixin_store', key) from done",
                None,
            ),
            Condition::Version(seen) => (
                "with done as (
                     update weixin_value set value = $2, version = $3, expires = $4
                     where key = $1 and (expires is null or expires > $5) and version = $6
                     returning key)
                 select pg_notify('weixin_store', key) from done",
                Some(stored::version(seen)),
            ),
        };
        let done = sqlx::query(statement)
            .bind(key)
            .bind(value.bytes())
            .bind(stored::version(version))
            .bind(write.expires().map(millis))
            .bind(now)
            .bind(seen)
            .fetch_optional(at)
            .await
            .map_err(error)?;
        Ok(if done.is_none() { Written::Conflict } else { Written::Stored(version) })
    }

    async fn remove(
        &self,
        at: impl Executor<'_, Database = Postgres>,
        key: &Key,
        condition: Condition,
        now: i64,
    ) -> Result<Written, Error> {
        let (statement, seen) = match condition {
            Condition::Always => (
                "with done as (
                     delete from weixin_value
                     where key = $1
                     returning key)
                 select pg_notify('weixin_store', key) from done",
                None,
            ),
            Condition::Absent => (
                "select 1 from weixin_value
                 where key = $1 and (expires is null or expires > $2)",
                None,
            ),
            Condition::Version(seen) => (
                "with done as (
                     delete from weixin_value
                     where key = $1 and (expires is null or expires > $2) and version = $3
                     returning key)
                 select pg_notify('weixin_store', key) from done",
                Some(stored::version(seen)),
            ),
        };
        let found = sqlx::query(statement)
            .bind(key.encoded()?)
            .bind(now)
            .bind(seen)
            .fetch_optional(at)
            .await
            .map_err(error)?
            .is_some();
        let done = match condition {
            Condition::Always => true,
            Condition::Absent => !found,
            Condition::Version(_) => found,
        };
        Ok(if done { Written::Removed } else { Written::Conflict })
    }

    async fn count(&self, key: &Key, limit: u32, window: Duration) -> Result<Tally, Error> {
        let now = self.clock.now();
        let key = key.encoded()?;
        let mut transaction = self.begin().await?;
        // Two that count the same take turns; two keys that share a number do too, which is
        // harmless.
        sqlx::query("select pg_advisory_xact_lock(hashtextextended($1, $2))")
            .bind(key)
            .bind(MAKING_TABLES)
            .execute(&mut *transaction)
            .await
            .map_err(error)?;
        sqlx::query("delete from weixin_count where key = $1 and at <= $2")
            .bind(key)
            .bind(millis(now - window))
            .execute(&mut *transaction)
            .await
            .map_err(error)?;
        let (happened,): (i64,) =
            sqlx::query_as("select count(*) from weixin_count where key = $1")
                .bind(key)
                .fetch_one(&mut *transaction)
                .await
                .map_err(error)?;
        let tally = if happened < i64::from(limit) {
            sqlx::query("insert into weixin_count (key, at, leaves) values ($1, $2, $3)")
                .bind(key)
                .bind(millis(now))
                .bind(millis(now + window))
                .execute(&mut *transaction)
                .await
                .map_err(error)?;
            Tally::Counted(u32::try_from(happened + 1).unwrap_or(u32::MAX))
        } else {
            let oldest = "select at from weixin_count where key = $1 order by at limit 1 offset $2";
            let oldest: Option<(i64,)> = sqlx::query_as(oldest)
                .bind(key)
                .bind(happened - i64::from(limit))
                .fetch_optional(&mut *transaction)
                .await
                .map_err(error)?;
            let oldest = oldest.map_or(Ok(now), |(at,)| moment(at))?;
            Tally::Full { until: oldest + window }
        };
        transaction.commit().await.map_err(error)?;
        self.sweep_sometimes().await;
        Ok(tally)
    }

    async fn keys(&self, under: &Key, cursor: Option<&Cursor>) -> Result<Page, Error> {
        let (start, end) = stored::range(under, cursor)?;
        let found = sqlx::query_as(
            "select key from weixin_value
             where key > $1 and key < $2 and (expires is null or expires > $3)
             order by key limit $4",
        );
        let found = found
            .bind(start)
            .bind(end)
            .bind(millis(self.clock.now()))
            .bind(PAGE as i64 + 1)
            .fetch_all(self.pool().await?)
            .await
            .map_err(error)?;
        stored::page(found)
    }

    async fn claim(&self, key: &Key, ttl: Duration) -> Result<Claim, Error> {
        let (now, owner) = (self.clock.now(), Lease::draw_owner()?);
        let until = now + ttl;
        let encoded = key.encoded()?;
        let granted: Option<(i64,)> = sqlx::query_as(
            "insert into weixin_lease as last (key, owner, fence, until) values ($1, $2, $3, $4)
             on conflict (key) do update set
                 owner = excluded.owner, until = excluded.until,
                 fence = greatest(last.fence + 1, excluded.fence)
             where last.owner is null or last.until <= $3
             returning fence",
        )
        .bind(encoded)
        .bind(&owner)
        .bind(millis(now))
        .bind(millis(until))
        .fetch_optional(self.pool().await?)
        .await
        .map_err(error)?;
        if let Some((fence,)) = granted {
            let lease = Lease::new(key.clone(), owner, fence.cast_unsigned(), until);
            return Ok(Claim::Granted(lease));
        }
        let held = "select until from weixin_lease where key = $1 and owner is not null";
        let held: Option<(i64,)> = sqlx::query_as(held)
            .bind(encoded)
            .fetch_optional(self.pool().await?)
            .await
            .map_err(error)?;
        // It may have been released between the two questions.
        Ok(Claim::Held { until: held.map_or(Ok(now), |(until,)| moment(until))? })
    }

    async fn prolong(&self, lease: &Lease, ttl: Duration) -> Result<Lease, Error> {
        let until = self.clock.now() + ttl;
        let renew =
            "update weixin_lease set until = $4 where key = $1 and owner = $2 and fence = $3";
        let done = sqlx::query(renew)
            .bind(lease.key().encoded()?)
            .bind(lease.owner())
            .bind(fence(lease.fence()))
            .bind(millis(until))
            .execute(self.pool().await?)
            .await
            .map_err(error)?;
        if done.rows_affected() == 0 {
            return Err(Error::lease_lost());
        }
        Ok(lease.prolonged(until))
    }

    async fn give_back(&self, lease: &Lease) -> Result<(), Error> {
        let release =
            "update weixin_lease set owner = null where key = $1 and owner = $2 and fence = $3";
        sqlx::query(release)
            .bind(lease.key().encoded()?)
            .bind(lease.owner())
            .bind(fence(lease.fence()))
            .execute(self.pool().await?)
            .await
            .map(drop)
            .map_err(error)
    }

    /// Listens from now on to what others change, over a connection that the pool does not miss.
    fn hear(&self) {
        self.listener.get_or_init(|| {
            let options = self.pool.connect_options().as_ref().clone();
            let one = PgPoolOptions::new().max_connections(1).connect_lazy_with(options);
            let (bells, clock) = (Arc::downgrade(&self.bells), Arc::clone(&self.clock));
            tokio::spawn(listen(one, clock, bells)).abort_handle()
        });
    }

    /// Removes what has long been over. If that fails, there will be another time.
    async fn sweep_sometimes(&self) {
        if !self.changes.is_sweep_due() {
            return;
        }
        let now = self.clock.now();
        for (statement, before) in [
            ("delete from weixin_value where expires <= $1", now - GRACE),
            ("delete from weixin_lease where until <= $1", now - Lease::REMEMBERED),
            ("delete from weixin_count where leaves <= $1", now - GRACE),
        ] {
            if sqlx::query(statement).bind(millis(before)).execute(&self.pool).await.is_err() {
                debug!("what is over could not be removed");
            }
        }
    }
}

impl Drop for PostgresStore {
    fn drop(&mut self) {
        if let Some(listener) = self.listener.get() {
            listener.abort();
        }
    }
}

impl Store for PostgresStore {
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

impl fmt::Debug for PostgresStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresStore").finish_non_exhaustive()
    }
}
