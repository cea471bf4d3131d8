//! A configuration says in `Debug` output and in errors what is configured, and nothing of the
//! secrets in it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fmt::Debug, sync::Arc};

use weixin_api::{Clock, SystemClock};
use weixin_bot::{AccountConfig, ApiSecurityConfig, Bot, Config, StoreConfig, TokenServerKey};

const SECRET: &str = "Vc4Xb7Nz1Ml8Kj5H";
const TOKEN: &str = "Hq3vT8Yx7Lm2RpWd";
const KEY: &str = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
const PREVIOUS_KEY: &str = "Zp9Qw4KsRe2Dy7CxBn6Yt1UvGf3Sa9EoJd5Fg8Hw2Ti";
const PASSWORD: &str = "Nc2Lk8Fs4Wb6Xz0G";
/// 32 bytes in base64.
const SEAL_KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const PREVIOUS_SEAL_KEY: &str = "HxAREhMUFRYXGBkaGxwdHh8AAQIDBAUGBwgJCgsMDQ4=";
const SECRETS: [&str; 7] =
    [SECRET, TOKEN, KEY, PREVIOUS_KEY, PASSWORD, SEAL_KEY, PREVIOUS_SEAL_KEY];

/// Both forms of `value` show all of `shown` and no five characters in a row of a secret.
#[track_caller]
fn check(value: &dyn Debug, shown: &[&str]) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        for wanted in shown {
            assert!(text.contains(wanted), "no {wanted:?} in {text}");
        }
        for secret in SECRETS {
            for start in 0..=secret.len() - 5 {
                let part = &secret[start..start + 5];
                assert!(!text.contains(part), "{part:?} in {text}");
            }
        }
    }
}

fn account() -> AccountConfig {
    AccountConfig::official("wx0123456789abcdef", SECRET)
        .callback(TOKEN, KEY)
        .previous_key(PREVIOUS_KEY)
}

fn store(url: &str) -> StoreConfig {
    let mut store = StoreConfig::new(url).key(SEAL_KEY);
    store.previous_key = Some(PREVIOUS_SEAL_KEY.into());
    store
}

#[test]
fn accounts_show_their_ids() {
    check(&account(), &["AccountConfig", "wx0123456789abcdef", "encoding_aes_key: Some("]);
    check(&AccountConfig::mini("wx1", SECRET).plain_callback(TOKEN), &["wx1", "plain"]);
    check(&AccountConfig::work("ww1", 7, SECRET).callback(TOKEN, KEY), &["ww1", "\"7\""]);
    let keys = ApiSecurityConfig::new("sn1", SEAL_KEY, SECRET).certificate("serial2", "public");
    check(&account().api_security(keys), &["ApiSecurityConfig", "sn1", "serial2"]);
    check(&TokenServerKey::new(PASSWORD, ["official:wx1"]).name("shop"), &["shop", "official:wx1"]);
}

#[test]
fn configurations_show_neither_keys_nor_the_address_of_the_store() {
    let url = format!("postgres://weixin:{PASSWORD}@db.example.com/weixin");
    check(&store(&url), &["StoreConfig", "previous_key: Some("]);
    let mut config = Config::new(account()).store(store(&url));
    config.token_server.push(TokenServerKey::new(PASSWORD, ["official:wx1"]));
    check(&config, &["Config", "StoreConfig", "TokenServerKey", "wx0123456789abcdef"]);
}

#[tokio::test]
async fn a_built_bot_shows_its_account() {
    let config = Config::new(account());
    let app = Bot::new().build(&config).unwrap();
    check(&app, &["wx0123456789abcdef"]);
    check(&Bot::<()>::new(), &["Bot"]);
}

#[test]
fn problems_do_not_quote_the_value() {
    let twice = |text: &str| format!("{text}{text}{text}");
    let account = AccountConfig::official("wx0123456789abcdef", format!(" {SECRET}"))
        .callback(twice(TOKEN), twice(KEY))
        .previous_key(twice(PREVIOUS_KEY));
    let error = Bot::new().build(&Config::new(account)).unwrap_err();
    let names = ["secret", "token", "encoding_aes_key", "previous_aes_key"];
    check(&error, &names.map(|name| format!("account.{name}")).each_ref().map(|name| &**name));
    check(&error.to_string(), &[]);
}

#[tokio::test]
async fn problems_of_a_store_quote_neither_its_address_nor_its_keys() {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let opened = |store: StoreConfig| Config::default().store(store).open_store(&clock);
    for (url, key) in [
        (format!("mysql://weixin:{PASSWORD}@db.example.com/weixin"), SEAL_KEY.to_owned()),
        (format!("postgres://weixin:{PASSWORD}@db.example.com:port/weixin"), SEAL_KEY.to_owned()),
        (format!("redis://weixin:{PASSWORD}@db.example.com:port/0"), SEAL_KEY.to_owned()),
        (format!("redis://weixin:{PASSWORD}@127.0.0.1:1/0"), format!("{SEAL_KEY}{SEAL_KEY}")),
    ] {
        let error = opened(store(&url).key(key)).unwrap_err();
        check(&error, &["store."]);
        check(&error.to_string(), &["store."]);
    }
}

#[cfg(all(feature = "redis", feature = "postgres", feature = "sqlite"))]
#[tokio::test]
async fn an_opened_store_shows_its_engine() {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    for (url, name) in [
        (format!("redis://weixin:{PASSWORD}@127.0.0.1:1/0"), "RedisStore"),
        (format!("postgres://weixin:{PASSWORD}@127.0.0.1:1/weixin"), "SqlStore"),
    ] {
        let opened = Config::default().store(store(&url)).open_store(&clock).unwrap();
        check(&opened, &["Sealed", name]);
    }
}
