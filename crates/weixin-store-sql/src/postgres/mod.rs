//! The Postgres engine.

mod listener;

use std::{
    path::Path,
    sync::{Arc, OnceLock},
    time::Duration,
};

use sqlx::{
    AssertSqlSafe, Executor, PgConnection, PgPool, Postgres, Row as _, SqlSafeStr, SqlStr,
    Transaction,
    postgres::{PgConnectOptions, PgPoolOptions, PgRow},
};
use tokio::task::AbortHandle;
use weixin_api::Clock;
use weixin_protocol::Secret;
use weixin_store::{ChangeHub, Error, ErrorKind, Key, Watcher};

use listener::listen;

use crate::{
    SqlStore,
    convert::Row,
    engine::{Bind, Engine},
    errors::error,
};

/// Keys are compared byte by byte, whatever the collation of the database.
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
/// The advisory lock that is held while the tables are created: `weixin` in ASCII.
const SCHEMA_LOCK: i64 = 0x7765_6978_696e;
/// How long an operation waits for a connection, unless the pool was supplied by the user.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// A [`Store`](weixin_store::Store) in a Postgres database, 12 or later. Changes are announced with
/// `NOTIFY`, so [`wait`](weixin_store::Store::wait) returns at once. From the first wait on, the
/// store keeps one connection for that in addition to the pool.
pub type PostgresStore = SqlStore<Postgres>;

impl SqlStore<Postgres> {
    /// Opens a store at an address of the form `postgres://USER:PASSWORD@HOST/DATABASE`. Nothing is
    /// sent before the first operation. An operation waits up to five seconds for a connection.
    /// Call this inside a Tokio runtime.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`] when the address is not a valid Postgres URL.
    pub fn open(address: impl Into<Secret>) -> Result<Self, Error> {
        let options: PgConnectOptions = address.into().expose().parse().map_err(|_| {
            // The source would quote the address, which may hold a password.
            let message =
                "the store's address is not a Postgres URL such as postgres://HOST/DATABASE";
            Error::new(ErrorKind::Invalid, message)
        })?;
        let pool = PgPoolOptions::new().max_connections(8).acquire_timeout(ACQUIRE_TIMEOUT);
        Ok(Self::new(pool.connect_lazy_with(options)))
    }

    /// Creates a store in the database of this pool, in the first schema of its `search_path`. If
    /// the tables exist, no permission to create them is needed. Set an `acquire_timeout`: an
    /// operation waits that long for a connection, by default half a minute.
    pub fn new(pool: PgPool) -> Self {
        Self::from_pool(pool)
    }
}

/// Receives notifications, from the first wait on.
#[derive(Debug, Default)]
pub struct ChangeListener {
    hub: Arc<ChangeHub>,
    listener: OnceLock<AbortHandle>,
}

impl Drop for ChangeListener {
    fn drop(&mut self) {
        if let Some(listener) = self.listener.get() {
            listener.abort();
        }
    }
}

type Query<'q> = sqlx::query::Query<'q, Postgres, <Postgres as sqlx::Database>::Arguments>;

fn bound<'q>(statement: SqlStr, values: &[Bind<'q>]) -> Query<'q> {
    values.iter().fold(sqlx::query(statement), |query, value| match *value {
        Bind::Text(text) => query.bind(text),
        Bind::Bytes(bytes) => query.bind(bytes),
        Bind::Number(number) => query.bind(number),
        Bind::MaybeNumber(number) => query.bind(number),
    })
}

impl Engine for Postgres {
    /// Polling is needed in case the listening connection is down.
    const POLL_INTERVAL: Duration = Duration::from_secs(1);
    const FIND_LEASE: &'static str =
        "select 1 from weixin_lease where key = $1 and owner = $2 and fence = $3 for share";
    type Listener = ChangeListener;

    async fn create_tables(pool: &PgPool, _: Option<&Path>) -> Result<(), Error> {
        let exists = "select to_regclass('weixin_count_key') is not null";
        let (exists,): (bool,) = sqlx::query_as(exists).fetch_one(pool).await.map_err(error)?;
        if exists {
            return Ok(());
        }
        let mut transaction = pool.begin().await.map_err(error)?;
        // `if not exists` alone fails if two transactions create the tables at the same time.
        sqlx::query("select pg_advisory_xact_lock($1)")
            .bind(SCHEMA_LOCK)
            .execute(&mut *transaction)
            .await
            .map_err(error)?;
        transaction.execute(TABLES).await.map_err(error)?;
        transaction.commit().await.map_err(error)
    }

    async fn begin(pool: &PgPool) -> sqlx::Result<Transaction<'static, Postgres>> {
        pool.begin().await
    }

    /// Keys with the same hash block each other too, which is harmless.
    async fn lock_key(connection: &mut PgConnection, key: &str) -> sqlx::Result<()> {
        let lock = "select pg_advisory_xact_lock(hashtextextended($1, $2))";
        sqlx::query(lock).bind(key).bind(SCHEMA_LOCK).execute(connection).await.map(drop)
    }

    fn with_notify(change: &'static str) -> SqlStr {
        let notifying = format!(
            "with done as ({change}) select pg_notify('{}', key) from done",
            listener::CHANNEL
        );
        // Both parts are constants.
        AssertSqlSafe(notifying).into_sql_str()
    }

    fn listen(
        listener: &ChangeListener,
        pool: &PgPool,
        clock: &Arc<dyn Clock>,
        key: &Key,
    ) -> Option<Watcher> {
        let watcher = listener.hub.watch(key);
        // Over a separate connection, so that the pool does not lose one.
        listener.listener.get_or_init(|| {
            let options = pool.connect_options().as_ref().clone();
            let one = PgPoolOptions::new().max_connections(1).connect_lazy_with(options);
            let (hub, clock) = (Arc::downgrade(&listener.hub), Arc::clone(clock));
            tokio::spawn(listen(one, clock, hub)).abort_handle()
        });
        Some(watcher)
    }

    async fn run(
        connection: &mut PgConnection,
        statement: &'static str,
        values: &[Bind<'_>],
    ) -> sqlx::Result<u64> {
        let done = bound(SqlStr::from_static(statement), values).execute(connection).await?;
        Ok(done.rows_affected())
    }

    async fn rows(
        connection: &mut PgConnection,
        statement: SqlStr,
        values: &[Bind<'_>],
    ) -> sqlx::Result<Vec<PgRow>> {
        bound(statement, values).fetch_all(connection).await
    }

    fn entry(row: &PgRow) -> sqlx::Result<Row> {
        Ok((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?))
    }

    fn number(row: &PgRow) -> sqlx::Result<i64> {
        row.try_get(0)
    }

    fn text(row: &PgRow) -> sqlx::Result<String> {
        row.try_get(0)
    }
}
