//! SQLite: a file, for the processes of one machine.

use std::{path::Path, sync::Arc, time::Duration};

use sqlx::{
    Executor, Row as _, SqlStr, Sqlite, SqliteConnection, SqlitePool, Transaction,
    sqlite::{
        SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
    },
};
use weixin_api::{Clock, SystemClock};
use weixin_store::{Bell, Error, ErrorKind, Key};

use crate::{
    SqlStore,
    engine::{Bind, Engine},
    errors::{error, is_unopenable},
    file,
    stored::Row,
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

/// How often the tables are tried to be made, and how far apart.
const READY_ATTEMPTS: u32 = 50;
const READY_PAUSE: Duration = Duration::from_millis(100);

/// The same for a file that cannot be opened. That may be because another process is just making or
/// removing the journal, but not for long.
const OPEN_ATTEMPTS: u32 = 5;

/// A [`Store`](weixin_store::Store) in an SQLite file, which the processes of one machine may share.
///
/// Nothing tells one process of another's changes, so [`wait`](weixin_store::Store::wait) asks five
/// times a second.
pub type SqliteStore = SqlStore<Sqlite>;

impl SqlStore<Sqlite> {
    /// The store in this file, which the first operation makes if it is not there, for its owner
    /// alone (mode 0600). Call inside a Tokio runtime.
    pub fn open(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        let in_memory = path.as_os_str() == ":memory:";
        let options = SqliteConnectOptions::new()
            .filename(path)
            // The file is made by us: SQLite would let everybody read it.
            .create_if_missing(in_memory)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(10));
        // One writes at a time anyway.
        let pool = SqlitePoolOptions::new().max_connections(4).connect_lazy_with(options);
        match in_memory {
            true => Self::new(pool),
            false => Self::new(pool).with_file(path.to_owned()),
        }
    }

    /// [`open`](Self::open), and the file is made or checked now, so that a wrong path is known
    /// before the first operation. Call inside a Tokio runtime.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unreachable`] when the folder does not exist or the file cannot be opened;
    /// [`ErrorKind::Refused`] when this user may not read and write file and folder, or the path is
    /// that of a folder.
    pub fn open_now(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        if path.as_os_str() != ":memory:" {
            file::prepare(path)?;
        }
        Ok(Self::open(path))
    }

    /// The store in a pool of yours. Set a `busy_timeout`: SQLite lets one writer in at a time.
    /// A database in memory is a different one for each connection, so such a pool may have one
    /// connection only.
    pub fn new(pool: SqlitePool) -> Self {
        Self::of(pool)
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
    const PACE: Duration = Duration::from_millis(200);
    const HELD: &'static str =
        "select 1 from weixin_lease where key = $1 and owner = $2 and fence = $3";
    type Ear = ();

    /// The first connection also switches the journal, and SQLite answers "busy" at once, whatever
    /// its timeout, to others that want to do so at the same moment.
    async fn make_tables(pool: &SqlitePool, file: Option<&Path>) -> Result<(), Error> {
        if let Some(file) = file {
            file::prepare(file)?;
        }
        let clock: &dyn Clock = &SystemClock;
        let mut attempts = 0;
        loop {
            let (most, failure) = match pool.execute(TABLES).await {
                Ok(_) => return Ok(()),
                Err(failure) if is_unopenable(&failure) => (OPEN_ATTEMPTS, error(failure)),
                Err(failure) => (READY_ATTEMPTS, error(failure)),
            };
            attempts += 1;
            if failure.kind() != ErrorKind::Unreachable || attempts >= most {
                return Err(failure);
            }
            clock.sleep(READY_PAUSE).await;
        }
    }

    async fn begin(pool: &SqlitePool) -> sqlx::Result<Transaction<'static, Sqlite>> {
        // A transaction that reads first and writes then could find that another wrote between.
        pool.begin_with("begin immediate").await
    }

    /// They do: only one writes at a time.
    async fn take_turns(_: &mut SqliteConnection, _: &str) -> sqlx::Result<()> {
        Ok(())
    }

    fn told(change: &'static str) -> SqlStr {
        SqlStr::from_static(change)
    }

    fn listen(_: &(), _: &SqlitePool, _: &Arc<dyn Clock>, _: &Key) -> Option<Bell> {
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
