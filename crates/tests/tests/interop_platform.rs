//! A bot based on wechatpy that receives pushes of the emulator over HTTP.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use tokio::process::Command;
use weixin::{emulator::*, protocol::CallbackToken};
use weixin_tests::{extras, program::Program};

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n-from-ann";

async fn platform() -> Emulator {
    Emulator::builder().real_time().port(0).start().await.unwrap()
}

/// Starts `interop/bot.py` for this account and returns its URL.
async fn bot(python: &Path, account: &Account) -> (Program, String) {
    let Credentials { product, id, token, aes_key, .. } = account.credentials();
    let mut command = Command::new(python);
    command
        .arg(extras::repository("interop/bot.py"))
        .env("WEIXIN_KIND", product.as_str())
        .env("WEIXIN_TOKEN", token.expose())
        .env("WEIXIN_AES_KEY", aes_key.expose())
        .env("WEIXIN_APP_ID", id.as_str())
        .env("PORT", "0");
    let bot = Program::start(command);
    let url = bot.line("its address", |line| line.starts_with("http://").then(|| line.to_owned()));
    let url = url.await;
    (bot, url)
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn a_wechatpy_bot_receives_and_replies() {
    let python = extras::python();
    let platform = platform().await;
    for account in [platform.official(), platform.work()] {
        let (_bot, url) = bot(&python, &account).await;
        account.connect_url(&url).await.unwrap();
        let ann = account.person("ann");
        ann.follows().await.expect_text("Welcome!").await;
        for text in ["hello", "007", "a&b", "<b>\"q\"</b>", "你好 😀", "a\nb"] {
            ann.says(text).await.expect_text(text).await;
        }
        assert_eq!(ann.sends_image(PICTURE).await.expect_image().await, PICTURE);
        let key = [("EventKey".to_owned(), "TODAY".into())];
        let click = if account.product() == Product::Work { "click" } else { "CLICK" };
        ann.causes(click, key).await.expect_text("You tapped TODAY").await;
        assert_eq!(
            ann.sends_location(23.5, 113.25, "here").await.outcome().await,
            PushOutcome::Empty
        );
    }
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn a_bot_with_another_token_is_not_connected() {
    let python = extras::python();
    let platform = platform().await;
    let work = platform.work();
    let (bot, url) = bot(&python, &work).await;
    let changed = work.token(CallbackToken::random().unwrap());
    let problem = changed.connect_url(&url).await.unwrap_err();
    assert!(problem.to_string().contains("403"), "{problem}");
    bot.prints("rejected: InvalidSignature").await;
}
