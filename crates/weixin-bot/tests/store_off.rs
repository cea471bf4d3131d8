//! Without the features of the stores: what is said of a configuration that wants one.
#![cfg(not(any(feature = "redis", feature = "sqlite", feature = "postgres")))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weixin_bot::{AccountConfig, Bot, Config, StoreConfig};

#[tokio::test]
async fn a_store_that_is_not_built_in_is_named_with_its_feature() {
    let account = AccountConfig::official("wx0123456789abcdef", "secret").plain_callback("abc");
    for (url, feature) in [
        ("redis://127.0.0.1", "redis"),
        ("sqlite:weixin.sqlite", "sqlite"),
        ("postgres://localhost/weixin", "postgres"),
    ] {
        let config = Config::new(account.clone()).store(StoreConfig::new(url));
        let error = Bot::new().build(&config).unwrap_err().to_string();
        assert!(error.contains(&format!("cargo add weixin --features {feature}")), "{error}");
    }
}
