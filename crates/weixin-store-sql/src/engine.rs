//! What differs between SQLite and Postgres.

use std::{path::Path, sync::Arc, time::Duration};

use sqlx::{Database, Pool, SqlStr, Transaction};
use weixin_api::Clock;
use weixin_store::{Error, Key, Watcher, inbox::Durability};

use crate::convert::Row;

/// A bound parameter of a statement.
#[derive(Debug, Clone, Copy)]
pub enum Bind<'a> {
    /// Text.
    Text(&'a str),
    /// Text or null.
    MaybeText(Option<&'a str>),
    /// Text that need not be copied, or null.
    Shared(Option<&'a Arc<str>>),
    /// Bytes.
    Bytes(&'a [u8]),
    /// An integer.
    Number(i64),
    /// An integer or null.
    MaybeNumber(Option<i64>),
}

/// A supported database. [`SqlStore`](crate::SqlStore) and [`SqlInbox`](crate::SqlInbox) contain what
/// all of them have in common; this trait contains what sqlx does not abstract, and statements that
/// differ.
pub trait Engine: Database + Sized {
    /// How often a waiter reads the entry without a notification.
    const POLL_INTERVAL: Duration;

    /// Selects a lease by key, owner and fence. Where transactions run concurrently, it also locks
    /// the row until the end of the transaction.
    const FIND_LEASE: &'static str;

    /// Receives notifications of changes; `()` for a database that has none.
    type Listener: Default + Send + Sync + 'static;

    /// Creates the tables if they do not exist, and before that the database file, if the store was
    /// opened by path.
    fn create_tables(
        pool: &Pool<Self>,
        file: Option<&Path>,
    ) -> impl Future<Output = Result<(), Error>> + Send;

    /// Begins a transaction that is going to write.
    fn begin(
        pool: &Pool<Self>,
    ) -> impl Future<Output = sqlx::Result<Transaction<'static, Self>>> + Send;

    /// Serializes transactions that count under the same key.
    fn lock_key(
        connection: &mut Self::Connection,
        key: &str,
    ) -> impl Future<Output = sqlx::Result<()>> + Send;

    /// Extends a statement that changes a value and returns its key, so that it also sends a
    /// notification.
    fn with_notify(change: &'static str) -> SqlStr;

    /// Starts watching a key; `None` for a database without notifications.
    fn listen(
        listener: &Self::Listener,
        pool: &Pool<Self>,
        clock: &Arc<dyn Clock>,
        key: &Key,
    ) -> Option<Watcher>;

    /// Runs a statement and returns the number of rows it changed.
    fn run(
        connection: &mut Self::Connection,
        statement: SqlStr,
        values: &[Bind<'_>],
    ) -> impl Future<Output = sqlx::Result<u64>> + Send;

    /// Runs a statement and returns its rows.
    fn rows(
        connection: &mut Self::Connection,
        statement: SqlStr,
        values: &[Bind<'_>],
    ) -> impl Future<Output = sqlx::Result<Vec<Self::Row>>> + Send;

    /// Decodes a row of `weixin_value`.
    fn entry(row: &Self::Row) -> sqlx::Result<Row>;

    /// The first column, an integer.
    fn number(row: &Self::Row) -> sqlx::Result<i64>;

    /// The first column, text.
    fn text(row: &Self::Row) -> sqlx::Result<String>;

    /// How many operations of an inbox share a transaction.
    const INBOX_BATCH: usize;

    /// The statements that create the tables of an inbox, and those that bring older ones up to date:
    /// the first are for version 1.
    const INBOX_TABLES: &'static [&'static str];

    /// The end of a `select` that locks its rows, and leaves out those that others have locked.
    /// Empty if only one transaction writes at a time.
    const SKIP_LOCKED: &'static str;

    /// The parameter with this number, in a statement with many.
    fn parameter(number: usize) -> impl std::fmt::Display;

    /// Creates the tables of an inbox, or brings them up to date, and before that creates the
    /// database file, if the inbox was opened by path.
    fn create_inbox(
        pool: &Pool<Self>,
        file: Option<&Path>,
    ) -> impl Future<Output = Result<(), Error>> + Send;

    /// Serializes transactions that create tables.
    fn lock_schema(
        connection: &mut Self::Connection,
    ) -> impl Future<Output = sqlx::Result<()>> + Send;

    /// Serializes transactions that change the same lanes of an inbox: these are hashes of their
    /// names, sorted.
    fn lock_lanes(
        connection: &mut Self::Connection,
        lanes: &[i64],
    ) -> impl Future<Output = sqlx::Result<()>> + Send;

    /// What a committed transaction survives.
    fn durability(pool: &Pool<Self>) -> impl Future<Output = Result<Durability, Error>> + Send;

    /// Runs several statements without parameters.
    fn script(
        connection: &mut Self::Connection,
        statements: &'static str,
    ) -> impl Future<Output = sqlx::Result<()>> + Send;

    /// A column that holds an integer or null.
    fn number_at(row: &Self::Row, column: usize) -> sqlx::Result<Option<i64>>;

    /// A column that holds text or null.
    fn text_at(row: &Self::Row, column: usize) -> sqlx::Result<Option<String>>;
}
