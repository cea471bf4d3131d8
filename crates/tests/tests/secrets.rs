//! No secret appears in log lines, errors or `Debug` output, at any level.
#![allow(clippy::unwrap_used)]

use std::{sync::Arc, time::Duration};

use serde_json::{Value, json};
use weixin::{
    api::{Clock, Method},
    emulator::*,
    prelude::*,
};
use weixin_tests::log_text::LogText;

async fn panics() -> String {
    panic!("on purpose")
}

#[tokio::test]
async fn a_complete_conversation_logs_no_secret() {
    let log = LogText::default();
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(log.clone())
        .init();
    let mut shown = String::new();
    // Over sockets, so that the log includes all layers.
    let platform = Emulator::builder().port(0).start().await.unwrap();
    let url = platform.url().unwrap();
    for account in [platform.official(), platform.mini(), platform.work()] {
        let clock: Arc<dyn Clock> = Arc::new(platform.clock());
        let bot = Bot::new()
            .clock(clock.clone())
            .on(command("fail", async || Err::<String, _>("on purpose")))
            .on(command("panic", panics))
            .on(command("slow", move || {
                let clock = clock.clone();
                async move {
                    clock.sleep(Duration::from_secs(6)).await;
                    "late"
                }
            }))
            .on(|msg: Text| async move { msg.content });
        let config = Config::new(account.config().api_base(&url));
        shown += &format!("{config:?} {bot:?} {:?}", account.credentials());
        let app = bot.build(&config).unwrap();
        shown += &format!("{app:?}");
        account.connect_service_at("/callback", app).await.unwrap();
        let ann = account.follower("ann");
        for text in ["hello", "fail", "panic"] {
            ann.says(text).await.outcome().await;
        }
        let mut late = ann.says("slow").await;
        platform.clock().advance(Duration::from_secs(6)).await;
        late.expect_text("late").await;
        account.revoke_tokens();
        let mut late = ann.says("slow").await;
        platform.clock().advance(Duration::from_secs(6)).await;
        late.expect_text("late").await;
    }
    let wx = platform.official_client();
    let rejected = wx.send(SendCustomMessage::text("oNobody", "hi")).await.unwrap_err();
    shown += &format!("{wx:?} {rejected} {rejected:?}");
    let Credentials { id, secret, .. } = platform.official().credentials();
    let fields =
        json!({ "grant_type": "client_credential", "appid": id, "secret": secret.expose() });
    let token: Value =
        wx.call(Method::Post, "/cgi-bin/stable_token", fields).without_token().await.unwrap();
    let wrong = OfficialAccount::new(id, "WRONG-SECRET").client_builder().api_base(&url).build();
    let rejected = wrong.unwrap().menu().delete().await.unwrap_err();
    shown += &format!("{rejected} {rejected:?}");

    let logged = log.take();
    assert!(logged.contains("on purpose") && logged.contains("panicked"), "there is a log");
    let mut secrets = vec!["WRONG-SECRET".to_owned()];
    secrets.push(token["access_token"].as_str().unwrap().to_owned());
    for account in platform.accounts() {
        let Credentials { secret, token, aes_key, .. } = account.credentials();
        let three = [secret.expose(), token.expose(), aes_key.expose()];
        secrets.extend(three.map(str::to_owned));
    }
    for secret in secrets {
        for (name, text) in [("a log line", &logged), ("a Debug or an error", &shown)] {
            let line = text.lines().find(|line| line.contains(&secret));
            assert_eq!(line, None, "{name} has a secret in it");
        }
    }
    let queries = ["access_token=", "signature=", "secret="];
    for query in queries {
        let line = logged.lines().find(|line| line.contains(query));
        assert_eq!(line, None, "a log line has a query in it");
    }
}
