//! The SQLite engine.

use std::{path::Path, sync::Arc, time::Duration};

use sqlx::{
    Executor, Row as _, SqlStr, Sqlite, SqliteConnection, SqlitePool, Transaction,
    sqlite::{
        SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
    },
};
use weixin_api::{Clock, SystemClock};
use weixin_store::{Error, ErrorKind, Key, Watcher};

use crate::{
    SqlStore,
    convert::Row,
    engine::{Bind, Engine},
    errors::{error, is_unopenable},
    file,
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

/// The number of attempts to create the tables, and the pause between them.
const READY_ATTEMPTS: u32 = 50;
const READY_PAUSE: Duration = Duration::from_millis(100);

/// The number of attempts if the file cannot be opened. Another process may be creating or removing
/// the journal, but that does not take long.
const OPEN_ATTEMPTS: u32 = 5;

/// A [`Store`](weixin_store::Store) in an SQLite file, which the processes of one machine can
/// share. SQLite has no notifications between processes, so [`wait`](weixin_store::Store::wait)
/// polls five times a second.
pub type SqliteStore = SqlStore<Sqlite>;

impl SqlStore<Sqlite> {
    /// Opens a store in this file. If the file does not exist, the first operation creates it,
    /// accessible only by its owner (mode 0600). Call this inside a Tokio runtime.
    pub fn open(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        let in_memory = path.as_os_str() == ":memory:";
        let options = SqliteConnectOptions::new()
            .filename(path)
            // The file is created by this crate: SQLite would make it readable by everybody.
            .create_if_missing(in_memory)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(10));
        // Only one connection writes at a time anyway.
        let pool = SqlitePoolOptions::new().max_connections(4).connect_lazy_with(options);
        match in_memory {
            true => Self::new(pool),
            false => Self::new(pool).with_file(path.to_owned()),
        }
    }

    /// Like [`open`](Self::open), but creates or checks the file immediately, so that a wrong path
    /// is reported before the first operation. Call this inside a Tokio runtime.
    ///
    /// # Errors
    /// [`ErrorKind::Unreachable`] when the directory does not exist or the file cannot be opened;
    /// [`ErrorKind::Rejected`] when this user may not read and write file and directory, or the
    /// path is a directory.
    pub fn open_now(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        if path.as_os_str() != ":memory:" {
            file::prepare(path)?;
        }
        Ok(Self::open(path))
    }

    /// Creates a store on your own pool. Set a `busy_timeout`: SQLite allows one writer at a time.
    /// An in-memory database is different for each connection, so such a pool must have exactly one
    /// connection.
    pub fn new(pool: SqlitePool) -> Self {
        Self::from_pool(pool)
    }
}

type Query<'q> = sqlx::query::Query<'q, Sqlite, <Sqlite as sqlx::Database>::Arguments>;

fn bound<'q>(statement: SqlStr, values: &[Bind<'q>]) -> Query<'q> {
    values.iter().fold(sqlx::query(statement), |query, value| match *value {
        Bind::Text(text) => query.bind(text),
        Bind::Bytes(bytes) => query.bind(bytes),
        Bind::Number(number) => query.bind(number),
        Bind::MaybeNumber(number) => query.bind(number),
    })
}

impl Engine for Sqlite {
    const POLL_INTERVAL: Duration = Duration::from_millis(200);
    const FIND_LEASE: &'static str =
        "select 1 from weixin_lease where key = $1 and owner = $2 and fence = $3";
    type Listener = ();

    /// The first connection also switches the journal mode. If several connections do that at the
    /// same time, SQLite answers "busy" immediately, whatever its timeout.
    async fn create_tables(pool: &SqlitePool, file: Option<&Path>) -> Result<(), Error> {
        if let Some(file) = file {
            file::prepare(file)?;
        }
        let clock: &dyn Clock = &SystemClock;
        let mut attempts = 0;
        loop {
            let (max_attempts, failure) = match pool.execute(TABLES).await {
                Ok(_) => return Ok(()),
                Err(failure) if is_unopenable(&failure) => (OPEN_ATTEMPTS, error(failure)),
                Err(failure) => (READY_ATTEMPTS, error(failure)),
            };
            attempts += 1;
            if failure.kind() != ErrorKind::Unreachable || attempts >= max_attempts {
                return Err(failure);
            }
            clock.sleep(READY_PAUSE).await;
        }
    }

    async fn begin(pool: &SqlitePool) -> sqlx::Result<Transaction<'static, Sqlite>> {
        // A deferred transaction that reads and then writes could fail because another one wrote in
        // between.
        pool.begin_with("begin immediate").await
    }

    /// Not needed: SQLite allows only one writing transaction at a time.
    async fn lock_key(_: &mut SqliteConnection, _: &str) -> sqlx::Result<()> {
        Ok(())
    }

    fn with_notify(change: &'static str) -> SqlStr {
        SqlStr::from_static(change)
    }

    fn listen(_: &(), _: &SqlitePool, _: &Arc<dyn Clock>, _: &Key) -> Option<Watcher> {
        None
    }

    async fn run(
        connection: &mut SqliteConnection,
        statement: &'static str,
        values: &[Bind<'_>],
    ) -> sqlx::Result<u64> {
        let done = bound(SqlStr::from_static(statement), values).execute(connection).await?;
        Ok(done.rows_affected())
    }

    async fn rows(
        connection: &mut SqliteConnection,
        statement: SqlStr,
        values: &[Bind<'_>],
    ) -> sqlx::Result<Vec<SqliteRow>> {
        bound(statement, values).fetch_all(connection).await
    }

    fn entry(row: &SqliteRow) -> sqlx::Result<Row> {
        Ok((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?))
    }

    fn number(row: &SqliteRow) -> sqlx::Result<i64> {
        row.try_get(0)
    }

    fn text(row: &SqliteRow) -> sqlx::Result<String> {
        row.try_get(0)
    }
}
