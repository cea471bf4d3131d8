//! SQLite: a file, for the processes of one machine.

use std::{fmt, path::Path, sync::Arc, time::Duration};

use sqlx::{
    Executor, Sqlite, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tracing::debug;
use weixin_api::{BoxFuture, Clock, SystemClock};
use weixin_store::{
    Claim, Condition, Cursor, Entry, Error, ErrorKind, Key, Lease, Page, Store, Tally, Version,
    Write, Written,
};

use crate::{
    errors::error,
    stored::{self, Changes, GRACE, PAGE, Row, fence, millis, moment},
};

const TABLES: &str = "
    create table if not exists weixin_value (
        key text primary key, value blob not null, version integer not null, expires integer
    ) strict, without rowid;
    create table if not exists weixin_lease (
        key text primary key, owner text, fence integer not null, until integer not null
    ) strict, without rowid;
    create table if not exists weixin_count (
        key text not null, at integer not null, leaves integer not null
    ) strict;
    create index if not exists weixin_count_key on weixin_count (key, at);
";

/// A [`Store`] in an SQLite file, which the processes of one machine may share.
///
/// Nothing tells one process of another's changes, so [`wait`](Store::wait) asks five times a
/// second.
#[derive(Clone)]
pub struct SqliteStore {
    pool: SqlitePool,
    clock: Arc<dyn Clock>,
    ready: Arc<Ready>,
}

/// How often the tables are tried to be made, and how far apart.
const READY_ATTEMPTS: u32 = 50;
const READY_PAUSE: Duration = Duration::from_millis(100);

#[derive(Default)]
struct Ready {
    tables: tokio::sync::OnceCell<()>,
    changes: Changes,
}

impl SqliteStore {
    /// The store in this file, which the first operation makes if it is not there. Call inside a
    /// Tokio runtime.
    pub fn open(path: impl AsRef<Path>) -> Self {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(10));
        // One writes at a time anyway.
        let pool = SqlitePoolOptions::new().max_connections(4).connect_lazy_with(options);
        Self::new(pool)
    }

    /// The store in a pool of yours. Set a `busy_timeout`: SQLite lets one writer in at a time.
    /// A database in memory is a different one for each connection, so such a pool may have one
    /// connection only.
    pub fn new(pool: SqlitePool) -> Self {
        Self { pool, clock: Arc::new(SystemClock), ready: Arc::default() }
    }

    /// Judges by another clock than the computer's what has expired.
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    async fn pool(&self) -> Result<&SqlitePool, Error> {
        self.ready.tables.get_or_try_init(async || self.make_ready().await).await?;
        Ok(&self.pool)
    }

    /// Makes the tables. The first connection also switches the journal, and SQLite answers
    /// "busy" at once, whatever its timeout, to others that want to do so at the same moment.
    async fn make_ready(&self) -> Result<(), Error> {
        let clock: &dyn Clock = &SystemClock;
        let mut attempts = 0;
        loop {
            let failure = match self.pool.execute(TABLES).await {
                Ok(_) => return Ok(()),
                Err(failure) => error(failure),
            };
            attempts += 1;
            if failure.kind() != ErrorKind::Unreachable || attempts == READY_ATTEMPTS {
                return Err(failure);
            }
            clock.sleep(READY_PAUSE).await;
        }
    }

    async fn begin(&self) -> Result<sqlx::Transaction<'static, Sqlite>, Error> {
        // A transaction that reads first and writes then could find that another wrote between.
        self.pool().await?.begin_with("begin immediate").await.map_err(error)
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
                let held =
                    "select 1 from weixin_lease where key = $1 and owner = $2 and fence = $3";
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
        at: impl Executor<'_, Database = Sqlite>,
        key: &Key,
        write: &Write,
    ) -> Result<Written, Error> {
        let (now, version) = (millis(self.clock.now()), Version::draw()?);
        let Some(value) = write.value() else {
            return self.remove(at, key, write.condition(), now).await;
        };
        let (statement, seen) = match write.condition() {
            Condition::Always => (
                "insert into weixin_value (key, value, version, expires) values ($1, $2, $3, $4)
                 on conflict (key) do update set
                     value = excluded.value, version = excluded.version, expires = excluded.expires",
                None,
            ),
            Condition::Absent => (
                "insert into weixin_value (key, value, version, expires) values ($1, $2, $3, $4)
                 on conflict (key) do update set
                     value = excluded.value, version = excluded.version, expires = excluded.expires
                 where weixin_value.expires <= $5",
                None,
            ),
            Condition::Version(seen) => (
                "update weixin_value set value = $2, version = $3, expires = $4
                 where key = $1 and (expires is null or expires > $5) and version = $6",
                Some(stored::version(seen)),
            ),
        };
        let done = sqlx::query(statement)
            .bind(key.encoded()?)
            .bind(value.bytes())
            .bind(stored::version(version))
            .bind(write.expires().map(millis))
            .bind(now)
            .bind(seen)
            .execute(at)
            .await
            .map_err(error)?;
        Ok(if done.rows_affected() == 0 { Written::Conflict } else { Written::Stored(version) })
    }

    async fn remove(
        &self,
        at: impl Executor<'_, Database = Sqlite>,
        key: &Key,
        condition: Condition,
        now: i64,
    ) -> Result<Written, Error> {
        let (statement, seen) = match condition {
            Condition::Always => ("delete from weixin_value where key = $1 returning 1", None),
            Condition::Absent => (
                "select 1 from weixin_value where key = $1 and (expires is null or expires > $2)",
                None,
            ),
            Condition::Version(seen) => (
                "delete from weixin_value
                 where key = $1 and (expires is null or expires > $2) and version = $3 returning 1",
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
                 fence = max(last.fence + 1, excluded.fence)
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

    /// Removes what has long been over. If that fails, there will be another time.
    async fn sweep_sometimes(&self) {
        if !self.ready.changes.is_sweep_due() {
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

impl Store for SqliteStore {
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
}

impl fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteStore").finish_non_exhaustive()
    }
}
