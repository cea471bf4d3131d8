//! What differs between SQLite and Postgres.

use std::{path::Path, sync::Arc, time::Duration};

use sqlx::{Database, Pool, SqlStr, Transaction};
use weixin_api::Clock;
use weixin_store::{Error, Key, Watcher};

use crate::convert::Row;

/// A bound parameter of a statement.
#[derive(Debug, Clone, Copy)]
pub enum Bind<'a> {
    /// Text.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
    /// An integer.
    Number(i64),
    /// An integer or null.
    MaybeNumber(Option<i64>),
}

/// A supported database. [`SqlStore`](crate::SqlStore) contains what all of them have in common;
/// this trait contains what sqlx does not abstract, and statements that differ.
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
        statement: &'static str,
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
}
