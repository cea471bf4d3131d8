//! The SQLite engine.

use std::{path::Path, sync::Arc, time::Duration};

use sqlx::{
    ConnectOptions, Executor, Row as _, SqlStr, Sqlite, SqliteConnection, SqlitePool, Transaction,
    sqlite::{
        SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
    },
};
use weixin_api::{Clock, SystemClock};
use weixin_store::{Error, ErrorKind, Key, Watcher, inbox::Durability};

use crate::{
    SqlInbox, SqlStore,
    convert::Row,
    engine::{Bind, Engine},
    errors::{error, is_unopenable},
    file, schema,
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

/// `seq` is the order in which items were added. An item that has left its lane has none. Every
/// index but that of ids covers few items: those that are not finished, or those that are.
const INBOX_TABLES: &str = "
    create table weixin_inbox_item (
        seq integer primary key, id text not null unique, lane text, state integer not null,
        owner text, attempts integer not null, due integer not null, expires integer,
        received integer not null, revision integer not null, envelope text not null, progress text
    ) strict;
    create index weixin_inbox_lane on weixin_inbox_item (lane) where lane is not null;
    create index weixin_inbox_due on weixin_inbox_item (due) where state = 0;
    create index weixin_inbox_claimed on weixin_inbox_item (owner) where state = 1;
    create index weixin_inbox_parked on weixin_inbox_item (seq) where state = 2;
    create index weixin_inbox_expires on weixin_inbox_item (expires) where expires is not null;
    create table weixin_inbox_owner (
        owner text primary key, until integer not null
    ) strict, without rowid;
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
        match is_in_memory(path) {
            true => Self::new(open(path)),
            false => Self::new(open(path)).with_file(path.to_owned()),
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
        prepare(path.as_ref())?;
        Ok(Self::open(path))
    }

    /// Creates a store on your own pool. Set a `busy_timeout`: SQLite allows one writer at a time.
    /// An in-memory database is different for each connection, so such a pool must have exactly one
    /// connection.
    pub fn new(pool: SqlitePool) -> Self {
        Self::from_pool(pool)
    }
}

/// An [`Inbox`](weixin_store::inbox::Inbox) in an SQLite file, which the processes of one machine can
/// share, and which may also contain a [`SqliteStore`]. Only one process writes at a time.
///
/// **What an accepted push survives** depends on `synchronous`, and
/// [`durability`](weixin_store::inbox::Inbox::durability) reports it:
///
/// | `synchronous` | an accepted push survives |
/// |---|---|
/// | `FULL` or `EXTRA`, as [`open`](Self::open) sets it | the end of the process, and a power failure |
/// | `NORMAL` | the end of the process; a power failure may lose the last pushes |
/// | `OFF`, or the journal modes `OFF` and `MEMORY` | a power failure may damage the database |
///
/// With `FULL`, every transaction waits for the disk, whose speed therefore limits the number of
/// transactions, and with it the latency; the number of pushes per transaction grows with the load.
pub type SqliteInbox = SqlInbox<Sqlite>;

impl SqlInbox<Sqlite> {
    /// Opens an inbox in this file, with write-ahead log and `synchronous = FULL`. If the file does
    /// not exist, the first operation creates it, accessible only by its owner (mode 0600). Call
    /// this inside a Tokio runtime.
    pub fn open(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        Self::from_pool(open(path), (!is_in_memory(path)).then(|| path.to_owned()))
    }

    /// Like [`open`](Self::open), but creates or checks the file immediately, so that a wrong path
    /// is reported before the first operation. Call this inside a Tokio runtime.
    ///
    /// # Errors
    /// [`ErrorKind::Unreachable`] when the directory does not exist or the file cannot be opened;
    /// [`ErrorKind::Rejected`] when this user may not read and write file and directory, or the path
    /// is a directory.
    pub fn open_now(path: impl AsRef<Path>) -> Result<Self, Error> {
        prepare(path.as_ref())?;
        Ok(Self::open(path))
    }

    /// Creates an inbox on your own pool, whose settings decide what an accepted push survives. Set
    /// a `busy_timeout`: SQLite allows one writer at a time. The pool of an in-memory database must
    /// have exactly one connection. Statements have long texts: log slow ones only if you need that.
    pub fn new(pool: SqlitePool) -> Self {
        Self::from_pool(pool, None)
    }
}

fn is_in_memory(path: &Path) -> bool {
    path.as_os_str() == ":memory:"
}

/// A pool for this file, which is not opened yet.
fn open(path: &Path) -> SqlitePool {
    let in_memory = is_in_memory(path);
    let options = SqliteConnectOptions::new()
        .filename(path)
        // The file is created by this crate: SQLite would make it readable by everybody.
        .create_if_missing(in_memory)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10))
        .disable_statement_logging();
    if in_memory {
        // Every connection would have a database of its own, which ends with it.
        let pool =
            SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
        return pool.connect_lazy_with(options);
    }
    // Only one connection writes at a time anyway.
    SqlitePoolOptions::new().max_connections(4).connect_lazy_with(options)
}

fn prepare(path: &Path) -> Result<(), Error> {
    if is_in_memory(path) { Ok(()) } else { file::prepare(path) }
}

/// Creates the file if there is one to create, and then the tables. The first connection also
/// switches the journal mode. If several connections do that at the same time, SQLite answers
/// "busy" immediately, whatever its timeout.
async fn create<T, F: Future<Output = sqlx::Result<T>>>(
    file: Option<&Path>,
    tables: impl Fn() -> F,
) -> Result<T, Error> {
    if let Some(file) = file {
        file::prepare(file)?;
    }
    let clock: &dyn Clock = &SystemClock;
    let mut attempts = 0;
    loop {
        let (max_attempts, failure) = match tables().await {
            Ok(made) => return Ok(made),
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

type Query<'q> = sqlx::query::Query<'q, Sqlite, <Sqlite as sqlx::Database>::Arguments>;

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

impl Engine for Sqlite {
    const POLL_INTERVAL: Duration = Duration::from_millis(200);
    const FIND_LEASE: &'static str =
        "select 1 from weixin_lease where key = $1 and owner = $2 and fence = $3";
    type Listener = ();

    async fn create_tables(pool: &SqlitePool, file: Option<&Path>) -> Result<(), Error> {
        create(file, || async { pool.execute(TABLES).await.map(drop) }).await
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
        statement: SqlStr,
        values: &[Bind<'_>],
    ) -> sqlx::Result<u64> {
        let done = bound(statement, values).execute(connection).await?;
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

    const INBOX_BATCH: usize = 512;
    const INBOX_TABLES: &'static [&'static str] = &[INBOX_TABLES];
    const SKIP_LOCKED: &'static str = "";

    /// Numbered parameters have names, which SQLite searches one after the other.
    fn parameter(_: usize) -> impl std::fmt::Display {
        '?'
    }

    async fn create_inbox(pool: &SqlitePool, file: Option<&Path>) -> Result<(), Error> {
        let migrations = Self::INBOX_TABLES;
        let found = create(file, || schema::migrate::<Sqlite>(pool, "inbox", migrations));
        schema::check("inbox", migrations, found.await?)
    }

    /// Not needed: SQLite allows only one writing transaction at a time.
    async fn lock_schema(_: &mut SqliteConnection) -> sqlx::Result<()> {
        Ok(())
    }

    /// Not needed, as above.
    async fn lock_lanes(_: &mut SqliteConnection, _: &[i64]) -> sqlx::Result<()> {
        Ok(())
    }

    async fn durability(pool: &SqlitePool) -> Result<Durability, Error> {
        let mut at = pool.acquire().await.map_err(error)?;
        let file = "select coalesce(max(file), '') from pragma_database_list where name = 'main'";
        let file: String = sqlx::query_scalar(file).fetch_one(&mut *at).await.map_err(error)?;
        let synchronous = sqlx::query_scalar("pragma synchronous").fetch_one(&mut *at).await;
        let journal = sqlx::query_scalar("pragma journal_mode").fetch_one(&mut *at).await;
        let (synchronous, journal): (i64, String) =
            (synchronous.map_err(error)?, journal.map_err(error)?);
        Ok(match (synchronous, &*journal) {
            _ if file.is_empty() => Durability::Process,
            (_, "off" | "memory") => Durability::Lossy(format!(
                "SQLite has journal_mode = {journal}, so a failure may damage the database: set it \
                 to WAL"
            )),
            (0, _) => Durability::Lossy(
                "SQLite has synchronous = OFF, so a power failure may damage the database: set it \
                 to FULL"
                    .to_owned(),
            ),
            (1, _) => Durability::ProcessCrash,
            _ => Durability::PowerFailure,
        })
    }

    async fn script(
        connection: &mut SqliteConnection,
        statements: &'static str,
    ) -> sqlx::Result<()> {
        connection.execute(sqlx::raw_sql(statements)).await.map(drop)
    }

    fn number_at(row: &SqliteRow, column: usize) -> sqlx::Result<Option<i64>> {
        row.try_get(column)
    }

    fn text_at(row: &SqliteRow, column: usize) -> sqlx::Result<Option<String>> {
        row.try_get(column)
    }
}
