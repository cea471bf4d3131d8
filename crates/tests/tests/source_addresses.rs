//! Requests are accepted from the platform's addresses only, if that is configured.
#![allow(clippy::unwrap_used)]

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{body::Body, extract::ConnectInfo};
use http::{Request, StatusCode};
use tower::ServiceExt;
use weixin::{
    bot::{App, SourceAddresses, UntilLoaded},
    emulator::*,
    prelude::*,
    store::{MemoryStore, Store},
};
use weixin_tests::log_text::LogText;

const HOUR: Duration = Duration::from_secs(3600);

fn bot(platform: &Emulator) -> Bot {
    let account = platform.official();
    Bot::new()
        .clock(Arc::new(platform.clock()))
        .transport(account.transport())
        .on(async |msg: Text| msg.content)
}

fn config(account: &Account, addresses: SourceAddresses) -> Config {
    Config::new(account.config()).source_addresses(addresses)
}

/// The status of a request from this address, which has no signature.
async fn status(app: &App, from: &str, forwarded: Option<&str>) -> StatusCode {
    let peer: SocketAddr = format!("{from}:4711").parse().unwrap();
    let mut request = Request::get("/callback").extension(ConnectInfo(peer));
    if let Some(forwarded) = forwarded {
        request = request.header("x-forwarded-for", forwarded);
    }
    app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap().status()
}

async fn says_hello(account: &Account) -> Interaction {
    account.follower("ann").says("hello").await
}

#[tokio::test]
async fn pushes_come_from_the_addresses_that_the_platform_publishes() {
    let log = LogText::default();
    let _guard = log.start();
    let platform = Emulator::start().await;
    for product in [Product::Official, Product::Mini, Product::Work] {
        let account = platform.first(product);
        let app = bot(&platform).build(&config(&account, SourceAddresses::of_platform())).unwrap();
        app.ready().await.unwrap();
        account.connect_service_at("/callback", app.clone()).await.unwrap();
        let ann = match product {
            Product::Mini => account.person("ann"),
            _ => account.follower("ann"),
        };
        ann.says("hello").await.expect_text("hello").await;
        log.take();
        assert_eq!(status(&app, "203.0.113.7", None).await, StatusCode::FORBIDDEN);
        let logged = log.take();
        assert!(logged.contains("203.0.113.7") && logged.contains("trusted_proxies"), "{logged}");
        assert_eq!(status(&app, "127.0.0.1", None).await, StatusCode::FORBIDDEN, "not signed");
        assert!(log.take().contains("reason=\"query\""));
    }
}

#[tokio::test]
async fn the_list_is_read_again_and_kept_in_the_store() {
    let platform = Emulator::start().await;
    let account =
        platform.official().rules(|rules| rules.push.addresses = vec!["198.51.100.*".into()]);
    let store: Arc<dyn Store> = Arc::new(MemoryStore::with_clock(Arc::new(platform.clock())));
    let calls = || {
        let calls = platform.calls();
        calls.iter().filter(|call| call.request.path.ends_with("/cgi-bin/getcallbackip")).count()
    };
    let app = bot(&platform)
        .store(store.clone())
        .build(&config(&account, SourceAddresses::of_platform()))
        .unwrap();
    app.ready().await.unwrap();
    app.start();
    assert_eq!(calls(), 1);
    // 403 for the missing signature in any case: the log tells the difference.
    let log = LogText::default();
    let _guard = log.start();
    let is_let_in = async |address: &str| {
        log.take();
        status(&app, address, None).await;
        platform.clock().advance(Duration::from_secs(11)).await;
        !log.take().contains("reason=\"source\"")
    };
    assert!(is_let_in("198.51.100.9").await && !is_let_in("192.0.2.1").await);

    let account = account.rules(|rules| rules.push.addresses = vec!["192.0.2.0/24".into()]);
    platform.clock().advance(HOUR).await;
    assert_eq!(calls(), 1);
    platform.clock().advance(6 * HOUR).await;
    assert_eq!(calls(), 2);
    assert!(!is_let_in("198.51.100.9").await && is_let_in("192.0.2.1").await);

    // Another process finds it in the store.
    let other =
        bot(&platform).store(store).build(&config(&account, SourceAddresses::of_platform()));
    other.unwrap().ready().await.unwrap();
    assert_eq!(calls(), 2);
}

#[tokio::test]
async fn the_policy_decides_while_the_list_is_not_known() {
    let log = LogText::default();
    let _guard = log.start();
    let platform = Emulator::start().await;
    let account = platform.official();
    // The list cannot be read: the secret is wrong.
    let broken = |policy| {
        let mut account = account.config();
        account.secret = Some("another".into());
        let addresses = SourceAddresses::of_platform().until_loaded(policy);
        bot(&platform).build(&Config::new(account).source_addresses(addresses)).unwrap()
    };
    let strict = broken(UntilLoaded::Reject);
    strict.ready().await.unwrap();
    assert_eq!(status(&strict, "127.0.0.1", None).await, StatusCode::SERVICE_UNAVAILABLE);
    let logged = log.take();
    assert!(logged.contains("cannot be read") && logged.contains("not known yet"), "{logged}");
    let lenient = broken(UntilLoaded::Accept);
    lenient.ready().await.unwrap();
    account.connect_service_at("/callback", lenient).await.unwrap();
    says_hello(&account).await.expect_text("hello").await;
}

#[tokio::test]
async fn a_trusted_proxy_says_where_a_request_comes_from() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let addresses = SourceAddresses::none().allow("203.0.113.0/24").trusted_proxy("127.0.0.1");
    let log = LogText::default();
    let _guard = log.start();
    let app = bot(&platform).build(&config(&account, addresses)).unwrap();
    let rejected_for = async |from: &str, forwarded: Option<&str>| {
        log.take();
        assert_eq!(status(&app, from, forwarded).await, StatusCode::FORBIDDEN);
        platform.clock().advance(Duration::from_secs(11)).await;
        let logged = log.take();
        logged.contains("reason=\"source\"")
    };
    assert!(!rejected_for("127.0.0.1", Some("203.0.113.7")).await);
    assert!(rejected_for("127.0.0.1", Some("198.51.100.1")).await);
    assert!(rejected_for("127.0.0.1", None).await);
    assert!(rejected_for("198.51.100.1", Some("203.0.113.7")).await, "it is no trusted proxy");
    let request = Request::get("/callback").body(Body::empty()).unwrap();
    let answer = app.clone().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    assert!(log.take().contains("into_make_service_with_connect_info"));
    // The health check is for everybody.
    let request = Request::get("/healthz").body(Body::empty()).unwrap();
    assert_eq!(app.oneshot(request).await.unwrap().status(), StatusCode::OK);
}

#[test]
fn wrong_addresses_are_reported_at_the_start() {
    let account = AccountConfig::official("wx0123456789abcdef", "secret")
        .callback("token", "RustFrameworkWeChatTestKey0123456789abcdefg");
    let problems = |addresses: SourceAddresses| {
        let config = Config::new(account.clone()).source_addresses(addresses);
        Bot::new().build(&config).unwrap_err().to_string()
    };
    let found = problems(SourceAddresses::of_platform().allow("localhost").trusted_proxy("10/8"));
    assert!(found.contains("source_addresses.allow: \"localhost\""), "{found}");
    assert!(found.contains("source_addresses.trusted_proxies: \"10/8\""), "{found}");
    assert!(problems(SourceAddresses::none()).contains("nobody may send"));
}

#[tokio::test]
async fn clients_can_read_the_list() {
    let platform = Emulator::start().await;
    let list = platform.official_client().network().callback_addresses().await.unwrap();
    assert_eq!(list.ip_list, ["127.0.0.1", "::1"]);
    let list = platform.work_client().network().callback_addresses().await.unwrap();
    assert_eq!(list.ip_list, ["127.0.0.1", "::1"]);
}
