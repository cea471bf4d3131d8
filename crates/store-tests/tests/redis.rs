//! The suite on a Redis server, and the behaviour when the server is gone.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Duration;

use weixin_store::{ErrorKind, Key, Store, WaitOutcome};
use weixin_store_redis::RedisStore;
use weixin_store_tests::{ManualClock, RedisServer, redis};

weixin_store_tests::suite! {
    #[ignore = "needs Redis: `cargo xtask stores` runs it"]
    redis, shared by processes
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn notifications_end_a_wait_without_polling() {
    let engine = redis("changes_are_heard").await;
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
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn operations_fail_while_redis_is_down_and_recover_after_it() {
    let mut server = RedisServer::start().await;
    let store = RedisStore::open(server.address()).unwrap();
    let (a, ttl) = (Key::new("a"), Duration::from_secs(9));
    store.put(&a, "1".into(), None).await.unwrap();

    server.stop();
    let now = store.clock().now();
    let errors = [
        store.get(&a).await.map(drop),
        store.put(&a, "2".into(), None).await,
        store.lease(&a, ttl).await.map(drop),
        store.try_count(&a, 1, ttl).await.map(drop),
        store.scan(&a, None).await.map(drop),
        store.wait(&a, None, now).await.map(drop),
    ];
    for error in errors {
        let error = error.unwrap_err();
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Unreachable, true));
        assert_eq!(error.to_string(), "Redis cannot be reached");
    }

    assert!(server.resume().await, "the port was taken meanwhile");
    // The operation that finds the connection broken fails; the next one reconnects.
    let mut last = store.put(&a, "3".into(), None).await;
    for _ in 0..50 {
        if last.is_ok() {
            break;
        }
        last = store.put(&a, "3".into(), None).await;
    }
    last.unwrap();
    assert_eq!(store.get(&a).await.unwrap().unwrap().value, "3".into());
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn redis_may_start_later_and_errors_hide_the_password() {
    let mut server = RedisServer::start().await;
    server.stop();
    let address = server.address().replace("://", "://user:PASSWORD-1@");
    let store = RedisStore::open(address).unwrap();
    let error = store.get(&Key::new("a")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreachable);
    let shown = format!("{error} {error:?} {store:?}");
    assert!(server.resume().await, "the port was taken meanwhile");
    let mut rejected = store.get(&Key::new("a")).await.unwrap_err();
    for _ in 0..50 {
        if rejected.kind() == ErrorKind::Unreachable {
            rejected = store.get(&Key::new("a")).await.unwrap_err();
        }
    }
    assert_eq!(rejected.kind(), ErrorKind::Rejected);
    let invalid = RedisStore::open("http://user:PASSWORD-1@host").unwrap_err();
    assert_eq!(invalid.kind(), ErrorKind::Invalid);
    let shown = format!("{shown} {rejected} {rejected:?} {invalid} {invalid:?}");
    assert!(!shown.contains("PASSWORD"), "{shown}");
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn redis_removes_long_expired_data() {
    let engine = redis("removes").await;
    let clock = ManualClock::new();
    let store = engine.open(clock);
    let (minute, hour, day) = (60_000, 3_600_000, 24 * 3_600_000);
    let key = Key::new("a");
    let soon = store.clock().now() + Duration::from_secs(60);
    store.put(&key, "".into(), Some(soon)).await.unwrap();
    store.put(&Key::new("b"), "".into(), None).await.unwrap();
    store.lease(&key, Duration::from_secs(60)).await.unwrap();
    store.try_count(&key, 9, Duration::from_secs(60)).await.unwrap();

    let client = ::redis::Client::open(engine.address().unwrap()).unwrap();
    let mut connection = client.get_multiplexed_async_connection().await.unwrap();
    let mut left = async |name: &str| -> i64 {
        let pttl = ::redis::cmd("PTTL").arg(format!("removes:{name}")).to_owned();
        pttl.query_async(&mut connection).await.unwrap()
    };
    let about =
        |left: i64, wanted: i64| assert!(left > wanted - minute && left <= wanted, "{left}");
    about(left("value:a").await, minute + hour);
    assert_eq!(left("value:b").await, -1);
    about(left("lease:a").await, minute + day);
    about(left("count:a").await, minute + hour);
}
