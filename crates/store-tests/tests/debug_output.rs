//! Stores and their errors show neither the password in an address nor a sealing key. No database
//! is needed: nothing is sent when a store is opened, and nothing listens on port 1.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fmt::Debug, sync::Arc, time::Duration};

use weixin_store::{ErrorKind, Key, SealKey, Sealed, Store};
use weixin_store_redis::RedisStore;
use weixin_store_sql::{PostgresStore, SqliteStore};
use weixin_store_tests::ManualClock;

const PASSWORD: &str = "Nc2Lk8Fs4Wb6Xz0G";
const VALUE: &str = "Hq3vT8Yx7Lm2RpWd";
/// 32 bytes in base64.
const SEAL_KEY: &str = "WnA5UXc0S3NCbjZZdDFVdkpkNUZnOEh3Mng3TG0yUnE=";

/// Both forms of `value` show all of `shown` and no five characters in a row of a secret.
#[track_caller]
fn check(value: &dyn Debug, shown: &[&str]) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        for wanted in shown {
            assert!(text.contains(wanted), "no {wanted:?} in {text}");
        }
        for secret in [PASSWORD, VALUE, SEAL_KEY] {
            for start in 0..=secret.len() - 5 {
                let part = &secret[start..start + 5];
                assert!(!text.contains(part), "{part:?} in {text}");
            }
        }
    }
}

fn address(scheme: &str, rest: &str) -> String {
    format!("{scheme}://weixin:{PASSWORD}@{rest}")
}

/// What a store shows when nothing listens at its address.
async fn check_unreachable(store: &dyn Store) {
    let key = Key::new("a");
    let put = store.put(&key, VALUE.into(), None).await.unwrap_err();
    assert_eq!(put.kind(), ErrorKind::Unreachable);
    for error in [put, store.get(&key).await.unwrap_err()] {
        check(&error, &["Unreachable"]);
        check(&error.to_string(), &[]);
        let mut source = std::error::Error::source(&error);
        while let Some(error) = source {
            check(&error, &[]);
            check(&error.to_string(), &[]);
            source = error.source();
        }
    }
}

#[tokio::test]
async fn a_redis_store_does_not_show_its_address() {
    let builder = RedisStore::builder(address("redis", "127.0.0.1:1/0")).name("shop");
    let builder = builder.timeout(Duration::from_secs(1));
    check(&builder, &["RedisStoreBuilder", "shop"]);
    let store = builder.open().unwrap();
    check(&store, &["RedisStore", "shop"]);
    check_unreachable(&store).await;
}

#[tokio::test]
async fn a_postgres_store_does_not_show_its_address() {
    let options = sqlx::postgres::PgPoolOptions::new().acquire_timeout(Duration::from_secs(1));
    let pool = options.connect_lazy(&address("postgres", "127.0.0.1:1/weixin")).unwrap();
    check_unreachable(&PostgresStore::new(pool)).await;
    let store = PostgresStore::open(address("postgres", "127.0.0.1:1/weixin")).unwrap();
    check(&store, &["SqlStore"]);
}

#[tokio::test]
async fn invalid_addresses_are_not_quoted() {
    for rest in ["127.0.0.1:port/0", "[::1/0"] {
        for error in [
            RedisStore::open(address("redis", rest)).unwrap_err(),
            PostgresStore::open(address("postgres", rest)).unwrap_err(),
        ] {
            assert_eq!(error.kind(), ErrorKind::Invalid);
            check(&error, &["Invalid"]);
            check(&error.to_string(), &[]);
        }
    }
    check(&RedisStore::open(address("http", "127.0.0.1/0")).unwrap_err(), &["Invalid"]);
}

#[tokio::test]
async fn sealed_stores_do_not_show_key_or_value() {
    let folder = tempfile::tempdir().unwrap();
    let clock = ManualClock::new();
    let store = SqliteStore::open(folder.path().join("weixin.sqlite"));
    let store: Arc<dyn Store> = Arc::new(store.with_clock(clock));
    check(&store, &["SqlStore"]);
    let sealed = Sealed::new(Arc::clone(&store), SealKey::parse(&SEAL_KEY.into()).unwrap());
    let key = Key::new("a");
    sealed.put(&key, VALUE.into(), None).await.unwrap();
    check(&sealed, &["Sealed", "SqlStore", "SealKey"]);
    let value = sealed.get(&key).await.unwrap().unwrap();
    assert_eq!(value.value, VALUE.into());
    check(&value, &["version"]);

    // With another key, the value cannot be read.
    let other = Sealed::new(store, SealKey::new([7; 32]));
    let error = other.get(&key).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    check(&error, &["Unreadable"]);
    check(&error.to_string(), &[]);
    let error = SealKey::parse(&format!("{SEAL_KEY}{SEAL_KEY}").into()).unwrap_err();
    check(&error, &["Invalid"]);
}
