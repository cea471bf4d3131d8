//! In what SQLite and Postgres differ.

use std::{path::Path, sync::Arc, time::Duration};

use sqlx::{Database, Pool, SqlStr, Transaction};
use weixin_api::Clock;
use weixin_store::{Bell, Error, Key};

use crate::stored::Row;

/// A value in a statement.
#[derive(Debug, Clone, Copy)]
pub enum Bind<'a> {
    /// A text.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
    /// A number.
    Number(i64),
    /// A number, or null.
    MaybeNumber(Option<i64>),
}

/// A database of ours. Everything that is the same in all of them is written once, in
/// [`SqlStore`](crate::SqlStore); what is here is what sqlx does not do for any database, or what is said in another
/// way.
pub trait Engine: Database + Sized {
    /// How often somebody who waits looks although nothing was heard.
    const PACE: Duration;

    /// Finds a lease by key, owner and fence; where others could be given it meanwhile, keeps them
    /// from that until the end of the transaction.
    const HELD: &'static str;

    /// What hears of changes that others make; nothing where nobody tells.
    type Ear: Default + Send + Sync + 'static;

    /// Makes the tables if they are not there; before that the database's file, if the store was
    /// opened by its path.
    fn make_tables(
        pool: &Pool<Self>,
        file: Option<&Path>,
    ) -> impl Future<Output = Result<(), Error>> + Send;

    /// Begins a transaction that will write.
    fn begin(
        pool: &Pool<Self>,
    ) -> impl Future<Output = sqlx::Result<Transaction<'static, Self>>> + Send;

    /// Lets two that count under the same key take turns until the end of the transaction.
    fn take_turns(
        connection: &mut Self::Connection,
        key: &str,
    ) -> impl Future<Output = sqlx::Result<()>> + Send;

    /// A statement that changes a value and returns its key, told to all who listen.
    fn told(change: &'static str) -> SqlStr;

    /// From now on, hears of a change of this key; `None` where nobody tells.
    fn listen(
        ear: &Self::Ear,
        pool: &Pool<Self>,
        clock: &Arc<dyn Clock>,
        key: &Key,
    ) -> Option<Bell>;

    /// Runs a statement; gives the number of rows it changed.
    fn run(
        connection: &mut Self::Connection,
        statement: &'static str,
        values: &[Bind<'_>],
    ) -> impl Future<Output = sqlx::Result<u64>> + Send;

    /// Runs a statement; gives its rows.
    fn rows(
        connection: &mut Self::Connection,
        statement: SqlStr,
        values: &[Bind<'_>],
    ) -> impl Future<Output = sqlx::Result<Vec<Self::Row>>> + Send;

    /// The row of a value.
    fn entry(row: &Self::Row) -> sqlx::Result<Row>;

    /// The first column, a number.
    fn number(row: &Self::Row) -> sqlx::Result<i64>;

    /// The first column, a text.
    fn text(row: &Self::Row) -> sqlx::Result<String>;
}
