//! The store, generic over the database.

use std::{fmt, path::PathBuf, sync::Arc, time::Duration};

use sqlx::{Pool, SqlSafeStr, SqlStr};
use tokio::sync::OnceCell;
use tracing::debug;
use weixin_api::{BoxFuture, Clock, SystemClock, Timestamp};
use weixin_store::{
    Condition, CountOutcome, Cursor, Entry, Error, Key, KeyPage, Lease, LeaseOutcome, Store,
    Version, WaitOutcome, Write, WriteOutcome, wait_for_change,
};

use crate::{
    convert::{self, Changes, GRACE, PAGE_SIZE, fence, millis, timestamp},
    engine::{Bind, Engine},
    errors::error,
};

use Bind::{Bytes, MaybeNumber, Number, Text};

/// A [`Store`] in a database: [`SqliteStore`](crate::SqliteStore) or
/// [`PostgresStore`](crate::PostgresStore).
pub struct SqlStore<E: Engine> {
    pool: Pool<E>,
    /// The file to create or check before it is first used.
    file: Option<PathBuf>,
    clock: Arc<dyn Clock>,
    listener: E::Listener,
    tables: OnceCell<()>,
    changes: Changes,
}

impl<E: Engine> SqlStore<E> {
    pub(crate) fn from_pool(pool: Pool<E>) -> Self {
        Self {
            pool,
            file: None,
            clock: Arc::new(SystemClock),
            listener: E::Listener::default(),
            tables: OnceCell::new(),
            changes: Changes::default(),
        }
    }

    #[cfg(feature = "sqlite")]
    pub(crate) fn with_file(mut self, file: PathBuf) -> Self {
        self.file = Some(file);
        self
    }

    /// Uses this clock instead of the system clock to decide what has expired.
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    async fn pool(&self) -> Result<&Pool<E>, Error> {
        self.tables.get_or_try_init(|| E::create_tables(&self.pool, self.file.as_deref())).await?;
        Ok(&self.pool)
    }

    async fn connection(&self) -> Result<sqlx::pool::PoolConnection<E>, Error> {
        self.pool().await?.acquire().await.map_err(error)
    }

    async fn begin(&self) -> Result<sqlx::Transaction<'static, E>, Error> {
        E::begin(self.pool().await?).await.map_err(error)
    }

    async fn read_entry(&self, key: &Key) -> Result<Option<Entry>, Error> {
        let row = "select value, version, expires from weixin_value where key = $1";
        let mut at = self.connection().await?;
        let row = first::<E>(&mut *at, row, &[Text(key.encoded()?)]).await?;
        let row = row.map(|row| E::entry(&row)).transpose().map_err(error)?;
        let entry = row.map(convert::entry).transpose()?;
        Ok(entry.filter(|entry| entry.is_alive(self.clock.now())))
    }

    async fn write_entry(&self, key: &Key, write: Write) -> Result<WriteOutcome, Error> {
        let written = match write.lease() {
            None => self.apply(&mut *self.connection().await?, key, &write).await?,
            Some(lease) => {
                let mut transaction = self.begin().await?;
                let held =
                    first::<E>(&mut *transaction, E::FIND_LEASE, &lease_binds(lease)?).await?;
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

    /// Applies a change with one statement.
    async fn apply(
        &self,
        at: &mut E::Connection,
        key: &Key,
        write: &Write,
    ) -> Result<WriteOutcome, Error> {
        let (now, version) = (millis(self.clock.now()), Version::random()?);
        let Some(value) = write.value() else {
            return remove::<E>(at, key, write.condition(), now).await;
        };
        let (statement, seen) = match write.condition() {
            Condition::Always => (
                "insert into weixin_value (key, value, version, expires) values ($1, $2, $3, $4)
                 on conflict (key) do update set
                     value = excluded.value, version = excluded.version, expires = excluded.expires
                 returning key",
                None,
            ),
            Condition::Absent => (
                "insert into weixin_value (key, value, version, expires) values ($1, $2, $3, $4)
                 on conflict (key) do update set
                     value = excluded.value, version = excluded.version, expires = excluded.expires
                 where weixin_value.expires <= $5
                 returning key",
                None,
            ),
            Condition::Version(seen) => (
                "update weixin_value set value = $2, version = $3, expires = $4
                 where key = $1 and (expires is null or expires > $5) and version = $6
                 returning key",
                Some(convert::version(seen)),
            ),
        };
        let values = [
            Text(key.encoded()?),
            Bytes(value.bytes()),
            Number(convert::version(version)),
            MaybeNumber(write.expires().map(millis)),
            Number(now),
            MaybeNumber(seen),
        ];
        let done = E::rows(at, E::with_notify(statement), &values).await.map_err(error)?;
        Ok(if done.is_empty() { WriteOutcome::Conflict } else { WriteOutcome::Stored(version) })
    }

    async fn count_event(
        &self,
        key: &Key,
        limit: u32,
        window: Duration,
    ) -> Result<CountOutcome, Error> {
        let now = self.clock.now();
        let key = key.encoded()?;
        let mut at = self.begin().await?;
        E::lock_key(&mut *at, key).await.map_err(error)?;
        let over = [Text(key), Number(millis(now - window))];
        E::run(
            &mut *at,
            SqlStr::from_static("delete from weixin_count where key = $1 and at <= $2"),
            &over,
        )
        .await
        .map_err(error)?;
        let happened = "select count(*) from weixin_count where key = $1";
        let happened = number::<E>(&mut *at, happened, &[Text(key)]).await?.unwrap_or(0);
        let outcome = if happened < i64::from(limit) {
            let once = [Text(key), Number(millis(now)), Number(millis(now + window))];
            E::run(
                &mut *at,
                SqlStr::from_static(
                    "insert into weixin_count (key, at, leaves) values ($1, $2, $3)",
                ),
                &once,
            )
            .await
            .map_err(error)?;
            CountOutcome::Counted(u32::try_from(happened + 1).unwrap_or(u32::MAX))
        } else {
            let oldest = "select at from weixin_count where key = $1 order by at limit 1 offset $2";
            let which = [Text(key), Number(happened - i64::from(limit))];
            let oldest = number::<E>(&mut *at, oldest, &which).await?;
            CountOutcome::Full { until: oldest.map_or(Ok(now), timestamp)? + window }
        };
        at.commit().await.map_err(error)?;
        self.sweep_sometimes().await;
        Ok(outcome)
    }

    async fn scan_page(&self, under: &Key, cursor: Option<&Cursor>) -> Result<KeyPage, Error> {
        let (start, end) = convert::range(under, cursor)?;
        let found = "select key from weixin_value
             where key > $1 and key < $2 and (expires is null or expires > $3)
             order by key limit $4";
        let values = [
            Text(&start),
            Text(&end),
            Number(millis(self.clock.now())),
            Number(PAGE_SIZE as i64 + 1),
        ];
        let mut at = self.connection().await?;
        let found = E::rows(&mut *at, SqlStr::from_static(found), &values).await;
        let found = found.map_err(error)?;
        let keys = found.iter().map(E::text).collect::<sqlx::Result<_>>();
        convert::page(keys.map_err(error)?)
    }

    async fn acquire_lease(&self, key: &Key, ttl: Duration) -> Result<LeaseOutcome, Error> {
        let (now, owner) = (self.clock.now(), Lease::random_owner()?);
        let until = now + ttl;
        let encoded = key.encoded()?;
        let mut at = self.connection().await?;
        let grant =
            "insert into weixin_lease as last (key, owner, fence, until) values ($1, $2, $3, $4)
             on conflict (key) do update set
                 owner = excluded.owner, until = excluded.until,
                 fence = case when last.fence < excluded.fence
                              then excluded.fence else last.fence + 1 end
             where last.owner is null or last.until <= $3
             returning fence";
        let claim = [Text(encoded), Text(&owner), Number(millis(now)), Number(millis(until))];
        if let Some(fence) = number::<E>(&mut *at, grant, &claim).await? {
            let lease = Lease::new(key.clone(), owner, fence.cast_unsigned(), until);
            return Ok(LeaseOutcome::Granted(lease));
        }
        let held = "select until from weixin_lease where key = $1 and owner is not null";
        let held = number::<E>(&mut *at, held, &[Text(encoded)]).await?;
        // It may have been released between the two statements.
        Ok(LeaseOutcome::Held { until: held.map_or(Ok(now), timestamp)? })
    }

    async fn renew_lease(&self, lease: &Lease, ttl: Duration) -> Result<Lease, Error> {
        let until = self.clock.now() + ttl;
        let [key, owner, fence] = lease_binds(lease)?;
        let renew =
            "update weixin_lease set until = $4 where key = $1 and owner = $2 and fence = $3";
        let mut at = self.connection().await?;
        let done = E::run(
            &mut *at,
            SqlStr::from_static(renew),
            &[key, owner, fence, Number(millis(until))],
        )
        .await;
        match done.map_err(error)? {
            0 => Err(Error::lease_lost()),
            _ => Ok(lease.extended(until)),
        }
    }

    async fn release_lease(&self, lease: &Lease) -> Result<(), Error> {
        let release =
            "update weixin_lease set owner = null where key = $1 and owner = $2 and fence = $3";
        let mut at = self.connection().await?;
        E::run(&mut *at, SqlStr::from_static(release), &lease_binds(lease)?)
            .await
            .map(drop)
            .map_err(error)
    }

    /// Removes data that expired long ago, every now and then. A failure is ignored: the next sweep
    /// tries again.
    async fn sweep_sometimes(&self) {
        if !self.changes.is_sweep_due() {
            return;
        }
        let now = self.clock.now();
        let Ok(mut at) = self.connection().await else { return };
        for (statement, before) in [
            ("delete from weixin_value where expires <= $1", now - GRACE),
            ("delete from weixin_lease where until <= $1", now - Lease::FENCE_RETENTION),
            ("delete from weixin_count where leaves <= $1", now - GRACE),
        ] {
            if E::run(&mut *at, SqlStr::from_static(statement), &[Number(millis(before))])
                .await
                .is_err()
            {
                debug!("expired data could not be removed");
            }
        }
    }
}

/// The bound parameters that identify a lease: key, owner and fence.
fn lease_binds(lease: &Lease) -> Result<[Bind<'_>; 3], Error> {
    Ok([Text(lease.key().encoded()?), Text(lease.owner()), Number(fence(lease.fence()))])
}

async fn first<E: Engine>(
    at: &mut E::Connection,
    statement: &'static str,
    values: &[Bind<'_>],
) -> Result<Option<E::Row>, Error> {
    let rows = E::rows(at, statement.into_sql_str(), values).await.map_err(error)?;
    Ok(rows.into_iter().next())
}

async fn number<E: Engine>(
    at: &mut E::Connection,
    statement: &'static str,
    values: &[Bind<'_>],
) -> Result<Option<i64>, Error> {
    let row = first::<E>(at, statement, values).await?;
    row.map(|row| E::number(&row)).transpose().map_err(error)
}

async fn remove<E: Engine>(
    at: &mut E::Connection,
    key: &Key,
    condition: Condition,
    now: i64,
) -> Result<WriteOutcome, Error> {
    let (statement, seen) = match condition {
        Condition::Always => {
            (E::with_notify("delete from weixin_value where key = $1 returning key"), None)
        }
        Condition::Absent => (
            SqlStr::from_static(
                "select key from weixin_value where key = $1 and (expires is null or expires > $2)",
            ),
            None,
        ),
        Condition::Version(seen) => (
            E::with_notify(
                "delete from weixin_value
                 where key = $1 and (expires is null or expires > $2) and version = $3
                 returning key",
            ),
            Some(convert::version(seen)),
        ),
    };
    let values = [Text(key.encoded()?), Number(now), MaybeNumber(seen)];
    let found = !E::rows(at, statement, &values).await.map_err(error)?.is_empty();
    let done = match condition {
        Condition::Always => true,
        Condition::Absent => !found,
        Condition::Version(_) => found,
    };
    Ok(if done { WriteOutcome::Removed } else { WriteOutcome::Conflict })
}

impl<E: Engine> Store for SqlStore<E> {
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
            let watcher = E::listen(&self.listener, &self.pool, &self.clock, key);
            wait_for_change(self, key, seen, deadline, E::POLL_INTERVAL, watcher).await
        })
    }
}

impl<E: Engine> fmt::Debug for SqlStore<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqlStore").field("database", &E::NAME).finish_non_exhaustive()
    }
}
