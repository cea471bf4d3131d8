//! Postgres, for several machines.

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
use weixin_store::{Bell, Bells, Error, ErrorKind, Key};

use listener::listen;

use crate::{
    SqlStore,
    engine::{Bind, Engine},
    errors::error,
    stored::Row,
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

/// A [`Store`](weixin_store::Store) in a Postgres database, 12 or later.
///
/// Changes are told by `NOTIFY`, so [`wait`](weixin_store::Store::wait) hears of them at once; from
/// the first wait on the store keeps one connection for that, beside the pool.
pub type PostgresStore = SqlStore<Postgres>;

impl SqlStore<Postgres> {
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
        Self::of(pool)
    }
}

/// Hears of changes, once somebody waits for one.
#[derive(Debug, Default)]
pub struct Ear {
    bells: Arc<Bells>,
    listener: OnceLock<AbortHandle>,
}

impl Drop for Ear {
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
    /// The connection that hears may be gone.
    const PACE: Duration = Duration::from_secs(1);
    const HELD: &'static str =
        "select 1 from weixin_lease where key = $1 and owner = $2 and fence = $3 for share";
    type Ear = Ear;

    async fn make_tables(pool: &PgPool, _: Option<&Path>) -> Result<(), Error> {
        let there = "select to_regclass('weixin_count_key') is not null";
        let (there,): (bool,) = sqlx::query_as(there).fetch_one(pool).await.map_err(error)?;
        if there {
            return Ok(());
        }
        let mut transaction = pool.begin().await.map_err(error)?;
        // `if not exists` is no help when two look at the same time.
        sqlx::query("select pg_advisory_xact_lock($1)")
            .bind(MAKING_TABLES)
            .execute(&mut *transaction)
            .await
            .map_err(error)?;
        transaction.execute(TABLES).await.map_err(error)?;
        transaction.commit().await.map_err(error)
    }

    async fn begin(pool: &PgPool) -> sqlx::Result<Transaction<'static, Postgres>> {
        pool.begin().await
    }

    /// Two keys that share a number take turns too, which is harmless.
    async fn take_turns(connection: &mut PgConnection, key: &str) -> sqlx::Result<()> {
        let lock = "select pg_advisory_xact_lock(hashtextextended($1, $2))";
        sqlx::query(lock).bind(key).bind(MAKING_TABLES).execute(connection).await.map(drop)
    }

    fn told(change: &'static str) -> SqlStr {
        let told = format!(
            "with done as ({change}) select pg_notify('{}', key) from done",
            listener::CHANNEL
        );
        // Both parts are constants.
        AssertSqlSafe(told).into_sql_str()
    }

    fn listen(ear: &Ear, pool: &PgPool, clock: &Arc<dyn Clock>, key: &Key) -> Option<Bell> {
        let bell = ear.bells.listen(key);
        // Over a connection that the pool does not miss.
        ear.listener.get_or_init(|| {
            let options = pool.connect_options().as_ref().clone();
            let one = PgPoolOptions::new().max_connections(1).connect_lazy_with(options);
            let (bells, clock) = (Arc::downgrade(&ear.bells), Arc::clone(clock));
            tokio::spawn(listen(one, clock, bells)).abort_handle()
        });
        Some(bell)
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
