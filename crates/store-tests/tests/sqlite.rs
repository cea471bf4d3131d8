//! The suite on an SQLite file.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Duration;

use weixin_store::{ErrorKind, Key, Store};
use weixin_store_sql::SqliteStore;
use weixin_store_tests::{Engine, ManualClock};

async fn open(_: &str) -> Engine {
    Engine::sqlite()
}

weixin_store_tests::suite!(open, shared by processes);

#[tokio::test]
async fn values_persist_after_the_store_is_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    let key = Key::new("a");
    SqliteStore::open(&file).put(&key, "kept".into(), None).await.unwrap();
    let again = SqliteStore::open(&file).get(&key).await.unwrap().unwrap();
    assert_eq!(again.value, "kept".into());
}

#[tokio::test]
async fn an_unusable_path_is_an_error_until_it_is_fixed() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing");
    let store = SqliteStore::open(missing.join("weixin.sqlite"));
    let error = store.get(&Key::new("a")).await.unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Unreachable, true));
    std::fs::create_dir(&missing).unwrap();
    assert_eq!(store.get(&Key::new("a")).await.unwrap(), None);

    let other = folder.path().join("notes.txt");
    std::fs::write(&other, "not a database, but long enough to be looked at".repeat(50)).unwrap();
    let error = SqliteStore::open(&other).get(&Key::new("a")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
}

#[tokio::test]
async fn long_expired_data_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    let file = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(folder.path().join("weixin.sqlite"))
        .create_if_missing(true);
    let pool = sqlx::SqlitePool::connect_with(file).await.unwrap();
    let clock = ManualClock::new();
    let store = SqliteStore::new(pool.clone()).with_clock(clock.clone());
    let minute = Duration::from_secs(60);
    for number in 0..20 {
        let (key, over) = (Key::new(number.to_string()), store.clock().now() + minute);
        store.put(&key, "".into(), Some(over)).await.unwrap();
        store.lease(&key, minute).await.unwrap();
        store.try_count(&key, 9, minute).await.unwrap();
    }
    store.put(&Key::new("kept"), "".into(), None).await.unwrap();
    clock.advance(Duration::from_secs(48 * 60 * 60));
    store.lease(&Key::new("kept"), minute).await.unwrap();
    for _ in 0..500 {
        store.put(&Key::new("busy"), "".into(), None).await.unwrap();
    }
    for (table, left) in [("value", 2), ("lease", 1), ("count", 0)] {
        let count = sqlx::AssertSqlSafe(format!("select count(*) from weixin_{table}"));
        let (rows,): (i64,) = sqlx::query_as(count).fetch_one(&pool).await.unwrap();
        assert_eq!(rows, left, "{table}");
    }
}
