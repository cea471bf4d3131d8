//! A real memcached, and one that is not there.

use std::{env, process::Stdio, sync::Arc, time::Duration};

use memcached::Memcached;
use tokio::{
    net::TcpStream,
    process::{Child, Command},
};
use weixin::{
    api::{Clock, SystemClock},
    emulator::*,
    prelude::*,
    store::{ErrorKind, Key, KeyValue, KeyValueStore, Store},
};

/// A port that is free now.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// A memcached on a port of its own, and its address. It ends with the test.
async fn start(port: u16) -> (Child, String) {
    let program = env::var_os("WEIXIN_TEST_MEMCACHED").unwrap_or_else(|| "memcached".into());
    let mut command = Command::new(program);
    command.args(["-l", "127.0.0.1", "-p", &port.to_string(), "-U", "0"]);
    // It runs as root only if told so, and ignores this otherwise.
    command.args(["-u", "nobody"]).stdin(Stdio::null()).kill_on_drop(true);
    let child = command.spawn().unwrap_or_else(|error| panic!("memcached: {error}"));
    let clock: &dyn Clock = &SystemClock;
    for _ in 0..1200 {
        if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return (child, format!("127.0.0.1:{port}"));
        }
        clock.sleep(Duration::from_millis(25)).await;
    }
    panic!("memcached does not listen on port {port}");
}

#[tokio::test]
#[ignore = "needs memcached: `cargo xtask examples` runs it"]
async fn two_processes_share_a_token() {
    let (_server, address) = start(free_port()).await;
    let platform = Emulator::start().await;
    let account = platform.official();
    let ann = platform.follower("ann");
    for _ in 0..2 {
        let store = KeyValueStore::with_clock(Memcached::new(&address), Arc::new(platform.clock()));
        let bot = Bot::new().store(Arc::new(store)).on(async |_: Text, wx: Client<Official>| {
            wx.users().followers().await.map(|page| page.total.to_string())
        });
        account.connect(bot).await.unwrap();
        ann.says("how many?").await.expect_text("1").await;
    }
    let calls = platform.calls();
    let fetched = calls.iter().filter(|call| call.request.path == "/cgi-bin/stable_token").count();
    assert_eq!(fetched, 1);
}

#[tokio::test]
#[ignore = "needs memcached: `cargo xtask examples` runs it"]
async fn values_are_replaced_deleted_and_rejected() {
    let (_server, address) = start(free_port()).await;
    let memcached = Memcached::new(address);
    assert_eq!(memcached.get("a").await.unwrap(), None);
    for value in [&b"1"[..], b"", b"two\r\nEND\r\n"] {
        memcached.set("a", value.to_vec(), Some(Duration::from_secs(3600))).await.unwrap();
        assert_eq!(memcached.get("a").await.unwrap().unwrap(), value);
    }
    memcached.set("b", b"forever".to_vec(), None).await.unwrap();
    // It would be over at once if memcached read it as a date.
    memcached.set("c", b"long".to_vec(), Some(Duration::from_secs(90 * 24 * 3600))).await.unwrap();
    memcached.delete("a").await.unwrap();
    memcached.delete("a").await.unwrap();
    assert_eq!(memcached.get("a").await.unwrap(), None);
    assert_eq!(memcached.get("b").await.unwrap().unwrap(), b"forever");
    assert_eq!(memcached.get("c").await.unwrap().unwrap(), b"long");
    // More than memcached's limit of a megabyte.
    let error = memcached.set("d", vec![0; 2 << 20], None).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
}

#[tokio::test]
#[ignore = "needs memcached: `cargo xtask examples` runs it"]
async fn a_server_that_comes_back_is_connected_again() {
    let port = free_port();
    let (mut server, address) = start(port).await;
    let store = KeyValueStore::new(Memcached::new(address));
    let key = Key::new("a b:c");
    store.put(&key, "1".into(), None).await.unwrap();
    server.kill().await.unwrap();
    for _ in 0..2 {
        let error = store.get(&key).await.unwrap_err();
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Unreachable, true));
    }
    let _server = start(port).await;
    store.put(&key, "2".into(), None).await.unwrap();
    assert_eq!(store.get(&key).await.unwrap().unwrap().value, "2".into());
}

#[tokio::test]
async fn a_server_that_is_not_there_is_unreachable() {
    let store = KeyValueStore::new(Memcached::new(format!("127.0.0.1:{}", free_port())));
    let error = store.get(&Key::new("a")).await.unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Unreachable, true));
}
