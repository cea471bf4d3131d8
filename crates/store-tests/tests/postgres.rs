//! The suite on a Postgres server.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Duration;

use weixin_store::{ErrorKind, Key, Store, WaitOutcome};
use weixin_store_sql::PostgresStore;
use weixin_store_tests::{ManualClock, postgres};

weixin_store_tests::suite! {
    #[ignore = "needs Postgres: `cargo xtask stores` runs it"]
    postgres, shared by processes
}

#[tokio::test]
#[ignore = "needs Postgres: `cargo xtask stores` runs it"]
async fn notifications_end_a_wait_without_polling() {
    let engine = postgres("changes_are_heard").await;
    let clock = ManualClock::new();
    let (store, other) = (engine.open(clock.clone()), engine.open(clock));
    let key = Key::new("a");
    let far = store.clock().now() + Duration::from_secs(3600);
    let waiting = {
        let key = key.clone();
        tokio::spawn(async move { store.wait(&key, None, far).await.unwrap() })
    };
    other.put(&key, "heard".into(), None).await.unwrap();
    assert!(matches!(waiting.await.unwrap(), WaitOutcome::Changed(Some(_))));
}

#[tokio::test]
#[ignore = "needs Postgres: `cargo xtask stores` runs it"]
async fn long_expired_data_is_removed() {
    let engine = postgres("what_has_long_been_over").await;
    let pool = sqlx::PgPool::connect(engine.address().unwrap()).await.unwrap();
    let clock = ManualClock::new();
    let store = PostgresStore::new(pool.clone()).with_clock(clock.clone());
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

#[tokio::test]
#[ignore = "needs Postgres: `cargo xtask stores` runs it"]
async fn a_missing_database_is_an_error_until_it_exists() {
    let engine = postgres("a_first_one").await;
    let address = engine.address().unwrap().replace("a_first_one", "a_later_one");
    let options = || sqlx::postgres::PgPoolOptions::new().acquire_timeout(Duration::from_secs(2));
    let store = PostgresStore::new(options().connect_lazy(&address).unwrap());
    let error = store.get(&Key::new("a")).await.unwrap_err();
    assert_eq!((error.kind(), error.to_string().contains("3D000")), (ErrorKind::Rejected, true));
    postgres("a_later_one").await;
    assert_eq!(store.get(&Key::new("a")).await.unwrap(), None);

    // No server listens on this port.
    let nowhere = "postgres://weixin:PASSWORD-1@127.0.0.1:1/weixin";
    let store = PostgresStore::new(options().connect_lazy(nowhere).unwrap());
    let error = store.get(&Key::new("a")).await.unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Unreachable, true));
    assert!(!format!("{error} {error:?} {store:?}").contains("PASSWORD"));
}
