//! The screenshots in the READMEs: `cargo xtask screenshot`.
#![allow(clippy::unwrap_used)]

use std::fs;

use serde_json::json;
use weixin_tests::{
    browser::{Window, browse},
    extras,
    page::{Bubble, Page},
    program::demo,
};

#[tokio::test]
#[ignore = "writes docs/images: cargo xtask screenshot"]
async fn conversations() {
    let chromium = extras::chromium();
    for words in [ENGLISH, CHINESE] {
        let (_demo, url) = demo().await;
        browse(&chromium, async |window| picture(window, &url, &words).await).await;
    }
}

/// The texts of one language.
struct Words {
    file: &'static str,
    lang: &'static str,
    help: &'static str,
    hello: &'static str,
}

const ENGLISH: Words = Words {
    file: "docs/images/conversation.png",
    lang: "en",
    help: "help",
    hello: "007 & <b>]]> 😀",
};

const CHINESE: Words = Words {
    file: "docs/images/conversation.zh.png",
    lang: "zh",
    help: "帮助",
    hello: "你好，世界 😀",
};

async fn picture(window: Window, url: &str, words: &Words) {
    // Twice the width in the README, for high-resolution displays.
    let screen = json!({ "width": 1440, "height": 900, "deviceScaleFactor": 1.5, "mobile": false });
    window.devtools("Emulation.setDeviceMetricsOverride", screen).await.unwrap();
    let page = Page::open(window, url).await;
    page.run(&format!("localStorage.setItem('weixin.lang', {:?})", words.lang)).await;
    page.window().session.refresh().await.unwrap();
    let from_account = |bubble: &Bubble| bubble.from == "account";

    page.say(words.help).await;
    page.bubble("help", |b| from_account(b) && b.text.starts_with("I echo")).await;
    page.tap(r#"[data-testid="menu-button"]:not([data-key])"#).await;
    page.tap(r#"[data-testid="menu-item"][data-key="CARD"]"#).await;
    page.bubble("the card", |b| b.class.contains("news")).await;
    // The colours of the sample picture are random.
    page.run("Math.random = () => 0.55").await;
    page.tap(".round.plus").await;
    page.tap(r#"[data-action="sample"]"#).await;
    page.bubble("the picture", |b| from_account(b) && b.picture == 480).await;
    page.tap(".round.plus").await;
    page.say(words.hello).await;
    page.expect_reply(words.hello).await;
    page.say("slow").await;
    page.bubble("slow", |b| from_account(b) && b.text.starts_with("This took")).await;
    let push = page.row("the text", |row| row.text.contains(words.hello)).await;
    page.inspect(&push).await;
    page.block("answer-plain").await;
    page.run("document.activeElement.blur()").await;

    let png = page.window().session.screenshot().await.unwrap();
    fs::write(extras::repository(words.file), png).unwrap();
}
