//! Statements about many rows.

use std::fmt::Write as _;

use sqlx::{AssertSqlSafe, SqlSafeStr};

use crate::engine::{Bind, Engine};

/// A statement and its parameters.
pub(super) struct Query<'a> {
    text: String,
    values: Vec<Bind<'a>>,
}

impl<'a> Query<'a> {
    /// A statement without rows.
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), values: Vec::new() }
    }

    /// Begins a statement with the table `c` of these rows. Their number is rounded up to a power of
    /// two with rows of nulls, so that there are few different statements, which the database
    /// prepares once.
    pub(super) fn with_rows<E: Engine, const N: usize>(
        columns: [&str; N],
        rows: &[[Bind<'a>; N]],
    ) -> Self {
        let mut query = Self::new("with c (");
        query.values.reserve(rows.len().next_power_of_two() * N + 2);
        query.text.push_str(&columns.join(", "));
        query.text.push_str(") as (values ");
        let Some(first) = rows.first() else { return query };
        let padding = first.map(null);
        let count = rows.len().next_power_of_two();
        let rows = rows.iter().chain(std::iter::repeat(&padding)).take(count);
        for (number, row) in rows.enumerate() {
            query.text.push_str(if number == 0 { "(" } else { ", (" });
            for (column, value) in row.iter().enumerate() {
                if column > 0 {
                    query.text.push_str(", ");
                }
                query.parameter::<E>(*value);
            }
            query.text.push(')');
        }
        query.text.push_str(") ");
        query
    }

    /// Appends text.
    pub(super) fn text(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }

    /// Appends a parameter.
    pub(super) fn value<E: Engine>(mut self, value: Bind<'a>) -> Self {
        self.parameter::<E>(value);
        self
    }

    fn parameter<E: Engine>(&mut self, value: Bind<'a>) {
        self.values.push(value);
        // Writing to a string does not fail.
        _ = write!(self.text, "{}", E::parameter(self.values.len()));
    }

    /// Runs it and returns the number of rows that it changed.
    pub(super) async fn run<E: Engine>(self, connection: &mut E::Connection) -> sqlx::Result<u64> {
        // The text is made of constants.
        E::run(connection, AssertSqlSafe(self.text).into_sql_str(), &self.values).await
    }

    /// Runs it and returns its rows.
    pub(super) async fn rows<E: Engine>(
        self,
        connection: &mut E::Connection,
    ) -> sqlx::Result<Vec<E::Row>> {
        // The text is made of constants.
        E::rows(connection, AssertSqlSafe(self.text).into_sql_str(), &self.values).await
    }
}

/// The null of the type of this value. Postgres needs to know the type.
fn null(value: Bind<'_>) -> Bind<'_> {
    match value {
        Bind::Text(_) | Bind::MaybeText(_) | Bind::Shared(_) => Bind::MaybeText(None),
        Bind::Bytes(_) | Bind::Number(_) | Bind::MaybeNumber(_) => Bind::MaybeNumber(None),
    }
}
