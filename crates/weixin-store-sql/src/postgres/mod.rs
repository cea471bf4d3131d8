//! The Postgres engine.

mod listener;

use std::{
    path::Path,
    sync::{Arc, OnceLock},
    time::Duration,
};

use sqlx::{
    AssertSqlSafe, ConnectOptions, Executor, PgConnection, PgPool, Postgres, Row as _, SqlSafeStr,
    SqlStr, Transaction,
    postgres::{PgConnectOptions, PgPoolOptions, PgRow},
};
use tokio::task::AbortHandle;
use weixin_api::Clock;
use weixin_protocol::Secret;
use weixin_store::{ChangeHub, Error, ErrorKind, Key, Watcher, inbox::Durability};

use listener::listen;

use crate::{
    SqlInbox, SqlStore,
    convert::Row,
    engine::{Bind, Engine},
    errors::error,
    schema,
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
/// `seq` is the order in which items were added. An item that has left its lane has none.
const INBOX_TABLES: &str = r#"
    create table weixin_inbox_item (
        seq bigint generated always as identity primary key, id text collate "C" not null unique,
        lane text collate "C", state bigint not null, owner text collate "C",
        attempts bigint not null, due bigint not null, expires bigint, received bigint not null,
        revision bigint not null, envelope text not null, progress text
    );
    create index weixin_inbox_lane on weixin_inbox_item (lane, seq) where lane is not null;
    create index weixin_inbox_due on weixin_inbox_item (due, seq) where state = 0;
    create index weixin_inbox_claimed on weixin_inbox_item (owner) where state = 1;
    create index weixin_inbox_parked on weixin_inbox_item (seq) where state = 2;
    create index weixin_inbox_expires on weixin_inbox_item (expires) where expires is not null;
    create table weixin_inbox_owner (owner text collate "C" primary key, until bigint not null);
"#;
/// The advisory lock that is held while the tables are created: `weixin` in ASCII.
const SCHEMA_LOCK: i64 = 0x7765_6978_696e;
/// The first number of the advisory locks of lanes: `lane` in ASCII, so that they are not those of
/// others.
const LANE_LOCKS: i64 = 0x6c61_6e65;
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
        Ok(Self::new(open(address.into())?))
    }

    /// Creates a store in the database of this pool, in the first schema of its `search_path`. If
    /// the tables exist, no permission to create them is needed. Set an `acquire_timeout`: an
    /// operation waits that long for a connection, by default half a minute.
    pub fn new(pool: PgPool) -> Self {
        Self::from_pool(pool)
    }
}

/// An [`Inbox`](weixin_store::inbox::Inbox) in a Postgres database, 12 or later, which several machines
/// can share. It may be the database of a [`PostgresStore`].
///
/// **What an accepted push survives** depends on the settings of the server, and
/// [`durability`](weixin_store::inbox::Inbox::durability) reports it:
///
/// | settings | an accepted push survives |
/// |---|---|
/// | `synchronous_commit` on, `local`, `remote_write` or `remote_apply` | a power failure |
/// | `synchronous_commit = off` | neither; a crash of the server loses the pushes of the last moments |
/// | `fsync` or `full_page_writes` off | neither; a power failure may damage the database |
///
/// If the server is lost for good, and a replica takes over, pushes survive if the replica had to
/// confirm them: `synchronous_standby_names`, with `synchronous_commit = on` or `remote_apply`.
///
/// A transaction takes an advisory lock for each lane that it changes, at most 256. The server has
/// room for `max_locks_per_transaction` times `max_connections` of them (6,400 by default).
pub type PostgresInbox = SqlInbox<Postgres>;

impl SqlInbox<Postgres> {
    /// Opens an inbox at an address of the form `postgres://USER:PASSWORD@HOST/DATABASE`. Nothing is
    /// sent before the first operation. An operation waits up to five seconds for a connection.
    /// Call this inside a Tokio runtime.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`] when the address is not a valid Postgres URL.
    pub fn open(address: impl Into<Secret>) -> Result<Self, Error> {
        Ok(Self::new(open(address.into())?))
    }

    /// Creates an inbox in the database of this pool, in the first schema of its `search_path`. If
    /// the tables exist, no permission to create them is needed. Set an `acquire_timeout`: an
    /// operation waits that long for a connection, by default half a minute. Statements have long
    /// texts: log slow ones only if you need that.
    pub fn new(pool: PgPool) -> Self {
        Self::from_pool(pool, None)
    }
}

/// A pool for this address, which is not connected yet.
fn open(address: Secret) -> Result<PgPool, Error> {
    // The source of the error would quote the address, which may hold a password.
    let address = address.expose();
    let is_postgres = ["postgres://", "postgresql://"].iter().any(|one| address.starts_with(one));
    let options = address.parse::<PgConnectOptions>().ok().filter(|_| is_postgres);
    let options = options.ok_or_else(|| {
        let message = "the store's address is not a Postgres URL such as postgres://HOST/DATABASE";
        Error::new(ErrorKind::Invalid, message)
    })?;
    let pool = PgPoolOptions::new().max_connections(8).acquire_timeout(ACQUIRE_TIMEOUT);
    Ok(pool.connect_lazy_with(options.disable_statement_logging()))
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
        Bind::MaybeText(text) => query.bind(text),
        Bind::Shared(text) => query.bind(text.cloned()),
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
        Self::lock_schema(&mut transaction).await.map_err(error)?;
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
        statement: SqlStr,
        values: &[Bind<'_>],
    ) -> sqlx::Result<u64> {
        let done = bound(statement, values).execute(connection).await?;
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

    const INBOX_BATCH: usize = 256;
    const INBOX_TABLES: &'static [&'static str] = &[INBOX_TABLES];
    const SKIP_LOCKED: &'static str = " for update skip locked";

    fn parameter(number: usize) -> impl std::fmt::Display {
        Parameter(number)
    }

    async fn create_inbox(pool: &PgPool, _: Option<&Path>) -> Result<(), Error> {
        let found = schema::migrate::<Postgres>(pool, "inbox", Self::INBOX_TABLES).await;
        schema::check("inbox", Self::INBOX_TABLES, found.map_err(error)?)
    }

    async fn lock_schema(connection: &mut PgConnection) -> sqlx::Result<()> {
        let lock = sqlx::query("select pg_advisory_xact_lock($1)").bind(SCHEMA_LOCK);
        lock.execute(connection).await.map(drop)
    }

    async fn lock_lanes(connection: &mut PgConnection, lanes: &[i64]) -> sqlx::Result<()> {
        // The rows of a function come in the order of the array.
        let lock = "select pg_advisory_xact_lock(l.hash # $2) from unnest($1::bigint[]) as l(hash)";
        sqlx::query(lock).bind(lanes).bind(LANE_LOCKS).execute(connection).await.map(drop)
    }

    async fn durability(pool: &PgPool) -> Result<Durability, Error> {
        let settings = "select current_setting('synchronous_commit'), current_setting('fsync'), \
                        current_setting('full_page_writes')";
        let settings: (String, String, String) =
            sqlx::query_as(settings).fetch_one(pool).await.map_err(error)?;
        Ok(durability(&settings.0, &settings.1, &settings.2))
    }

    async fn script(connection: &mut PgConnection, statements: &'static str) -> sqlx::Result<()> {
        connection.execute(sqlx::raw_sql(statements)).await.map(drop)
    }

    fn number_at(row: &PgRow, column: usize) -> sqlx::Result<Option<i64>> {
        row.try_get(column)
    }

    fn text_at(row: &PgRow, column: usize) -> sqlx::Result<Option<String>> {
        row.try_get(column)
    }
}

/// A numbered parameter.
struct Parameter(usize);

impl std::fmt::Display for Parameter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "${}", self.0)
    }
}

fn durability(synchronous_commit: &str, fsync: &str, full_page_writes: &str) -> Durability {
    Durability::Lossy(match (fsync, full_page_writes, synchronous_commit) {
        ("off", _, _) => {
            "Postgres has fsync = off, so a power failure may damage the database: set it to on in \
             postgresql.conf"
        }
        (_, "off", _) => {
            "Postgres has full_page_writes = off, so a power failure may damage the database: set it \
             to on in postgresql.conf"
        }
        (_, _, "off") => {
            "Postgres has synchronous_commit = off for this user, so a crash loses the last pushes: \
             `alter role current_user set synchronous_commit = on`, and connect again"
        }
        _ => return Durability::PowerFailure,
    }
    .to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_that_lose_pushes_are_named() {
        for commit in ["on", "local", "remote_write", "remote_apply"] {
            assert_eq!(durability(commit, "on", "on"), Durability::PowerFailure);
        }
        for (settings, named) in [
            (["off", "on", "on"], "synchronous_commit = off"),
            (["on", "off", "on"], "fsync = off"),
            (["on", "on", "off"], "full_page_writes = off"),
        ] {
            let found = durability(settings[0], settings[1], settings[2]);
            let Durability::Lossy(why) = found else { panic!("{settings:?}") };
            assert!(why.contains(named), "{why}");
        }
    }
}
