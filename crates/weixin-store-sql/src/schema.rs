//! The versions of tables.

use sqlx::{Pool, SqlSafeStr, SqlStr};
use weixin_store::{Error, ErrorKind};

use crate::engine::{Bind, Engine};

const CREATE: &str = "create table if not exists weixin_schema (
    name text primary key, version bigint not null
)";

const FIND: &str = "select version from weixin_schema where name = $1";

/// Creates tables or brings them up to date. Each of `migrations` leads to the next version; the
/// first creates version 1. Returns the version of the tables, which may be a later one.
pub(crate) async fn migrate<E: Engine>(
    pool: &Pool<E>,
    name: &str,
    migrations: &[&'static str],
) -> sqlx::Result<i64> {
    let newest = newest(migrations);
    {
        let mut connection = pool.acquire().await?;
        // Fails if there is no such table. Then, as for any other error, see below.
        if let Ok(Some(found)) = find::<E>(&mut connection, name).await
            && found >= newest
        {
            return Ok(found);
        }
    }
    let mut at = E::begin(pool).await?;
    E::lock_schema(&mut at).await?;
    E::script(&mut at, CREATE).await?;
    let found = find::<E>(&mut at, name).await?.unwrap_or(0);
    if found >= newest {
        return Ok(found);
    }
    for statements in migrations.iter().skip(usize::try_from(found).unwrap_or(0)) {
        E::script(&mut at, statements).await?;
    }
    let save = "insert into weixin_schema (name, version) values ($1, $2)
        on conflict (name) do update set version = excluded.version";
    E::run(&mut at, SqlStr::from_static(save), &[Bind::Text(name), Bind::Number(newest)]).await?;
    at.commit().await?;
    Ok(newest)
}

/// Fails if the tables have a version that this crate does not know.
pub(crate) fn check(name: &str, migrations: &[&'static str], found: i64) -> Result<(), Error> {
    let newest = newest(migrations);
    if found <= newest {
        return Ok(());
    }
    let message = format!(
        "the tables of the {name} in this database have version {found}, and this weixin knows \
         {newest}: they belong to a later version of weixin, use that one"
    );
    Err(Error::new(ErrorKind::Rejected, message))
}

fn newest(migrations: &[&'static str]) -> i64 {
    i64::try_from(migrations.len()).unwrap_or(i64::MAX)
}

async fn find<E: Engine>(at: &mut E::Connection, name: &str) -> sqlx::Result<Option<i64>> {
    let rows = E::rows(at, FIND.into_sql_str(), &[Bind::Text(name)]).await?;
    rows.first().map(E::number).transpose()
}

#[cfg(all(test, feature = "sqlite"))]
mod tests {
    use sqlx::{Sqlite, SqlitePool, sqlite::SqlitePoolOptions};

    use super::*;

    const ONE: &str = "create table example (a integer); insert into example values (1)";
    const TWO: &str = "alter table example add column b integer; update example set b = a + 1";
    const THREE: &str = "insert into example values (5, 6)";

    async fn sum(pool: &SqlitePool) -> i64 {
        sqlx::query_scalar("select sum(a + b) from example").fetch_one(pool).await.expect("rows")
    }

    #[tokio::test]
    async fn tables_are_brought_up_to_date_step_by_step() {
        let pool = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await;
        let pool = pool.expect("memory");
        assert_eq!(migrate::<Sqlite>(&pool, "example", &[ONE]).await.ok(), Some(1));
        assert_eq!(migrate::<Sqlite>(&pool, "example", &[ONE]).await.ok(), Some(1));
        assert_eq!(migrate::<Sqlite>(&pool, "example", &[ONE, TWO]).await.ok(), Some(2));
        assert_eq!(sum(&pool).await, 3);
        assert_eq!(migrate::<Sqlite>(&pool, "example", &[ONE, TWO, THREE]).await.ok(), Some(3));
        assert_eq!(sum(&pool).await, 14);
        // A program of an older version leaves the tables as they are, and reports it.
        assert_eq!(migrate::<Sqlite>(&pool, "example", &[ONE]).await.ok(), Some(3));
        let error = check("example", &[ONE], 3).expect_err("it is unknown");
        assert_eq!(error.kind(), ErrorKind::Rejected);
        assert!(error.to_string().contains("have version 3, and this weixin knows 1"), "{error}");
        assert!(check("example", &[ONE], 1).is_ok());
    }

    #[tokio::test]
    async fn a_failed_step_changes_nothing() {
        let pool = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await;
        let pool = pool.expect("memory");
        let broken = "create table other (a integer); insert into nowhere values (1)";
        assert!(migrate::<Sqlite>(&pool, "example", &[ONE, broken]).await.is_err());
        assert_eq!(migrate::<Sqlite>(&pool, "example", &[ONE, TWO]).await.ok(), Some(2));
        assert_eq!(sum(&pool).await, 3);
    }
}
