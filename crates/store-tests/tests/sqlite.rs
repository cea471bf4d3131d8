//! The suite in an SQLite file.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weixin_store::{ErrorKind, Key, Store};
use weixin_store_sql::SqliteStore;
use weixin_store_tests::Engine;

async fn open(_: &str) -> Option<Engine> {
    Some(Engine::sqlite())
}

weixin_store_tests::suite!(open, shared by processes);

#[tokio::test]
async fn values_outlive_the_store() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    let key = Key::new("a");
    SqliteStore::open(&file).put(&key, "kept".into(), None).await.unwrap();
    let again = SqliteStore::open(&file).get(&key).await.unwrap().unwrap();
    assert_eq!(again.value, "kept".into());
}

#[tokio::test]
async fn a_file_that_cannot_be_is_an_error_and_can_be_later() {
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
    assert_eq!(error.kind(), ErrorKind::Refused);
}
