//! The emulator's page in a real browser, with the `weixin` command and its demo bot behind it.
#![allow(clippy::unwrap_used)]

use std::time::Duration;

use weixin::{api::Clock, emulator::*, prelude::*};
use weixin_tests::{
    browser::{Window, browse},
    extras,
    page::Page,
    program::{demo, emulator},
};

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test]
#[ignore = "needs Chromium: `cargo xtask browser` runs it"]
async fn a_conversation_in_the_browser() {
    let chromium = extras::chromium();
    let (_demo, url) = demo().await;
    browse(&chromium, async |window| visit(window, &url).await).await;
}

#[tokio::test]
#[ignore = "needs Chromium: `cargo xtask browser` runs it"]
async fn the_page_opens_with_its_token_off_loopback() {
    let chromium = extras::chromium();
    let (_emulator, page) = emulator(&["--listen", "0.0.0.0"]).await;
    browse(&chromium, async |window| visit_by_token(window, &page).await).await;
}

#[tokio::test]
#[ignore = "needs Chromium: `cargo xtask browser` runs it"]
async fn the_page_shows_what_became_of_a_message() {
    let chromium = extras::chromium();
    let platform = Emulator::builder().port(0).start().await.unwrap();
    let account = platform.official().deliveries(2).rules(|rules| {
        rules.push.cut = Some(CutRule { after: 2 * SECOND, deliveries: 1 });
    });
    let ann = account.follower("Ann");
    ann.says("nobody listens").await;
    let clock = platform.clock();
    let bot = Bot::new().on(move |_: Text| {
        let clock = clock.clone();
        async move {
            clock.sleep_until(clock.now() + 20 * SECOND).await;
            "here"
        }
    });
    account.connect(bot).await.unwrap();
    ann.says("first").await;
    platform.clock().advance(SECOND).await;
    ann.says("second").await;
    platform.clock().advance(60 * SECOND).await;
    let url = platform.url().unwrap();
    browse(&chromium, async |window| visit_traces(Page::open(window, &url).await).await).await;
}

#[tokio::test]
#[ignore = "needs Chromium: `cargo xtask browser` runs it"]
async fn a_web_page_uses_the_stand_in_for_the_js_sdk() {
    let chromium = extras::chromium();
    let platform = Emulator::builder().port(0).start().await.unwrap();
    let script = format!("{}/_/jweixin.js", platform.url().unwrap());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let site = format!("http://{}/shop", listener.local_addr().unwrap());
    let url = format!("{site}?id=1");
    let wx = platform.official_client();
    let right = serde_json::to_value(wx.js_sdk().config(&url).await.unwrap()).unwrap();
    let wrong = serde_json::to_value(wx.js_sdk().config(&site).await.unwrap()).unwrap();
    let html = format!("<!doctype html><title>shop</title><script src=\"{script}\"></script>");
    let shop = async move || axum::response::Html(html.clone());
    let shop = axum::Router::new().route("/shop", axum::routing::get(shop));
    tokio::spawn(async move { axum::serve(listener, shop).await });
    browse(&chromium, async |window| {
        let page = Page::open(window, &format!("{url}#/cart")).await;
        page.run("window.heard = []; wx.error((error) => heard.push(error.errMsg, error.text))")
            .await;
        page.run(&format!("wx.config({wrong})")).await;
        page.wait_for("heard.length === 2").await;
        let heard = page.run("return heard.splice(0).join()").await.to_string();
        let words = ["config:invalid signature", "without its query", "签名错误"];
        assert!(words.iter().all(|words| heard.contains(words)), "{heard}");

        page.run("wx.ready((result) => heard.push(result.errMsg))").await;
        let accepted = format!(
            "wx.config(Object.assign({right}, {{ jsApiList: ['updateAppMessageShareData'] }}))"
        );
        page.run(&accepted).await;
        page.wait_for("heard.length === 1").await;
        page.run(
            "const complete = (result) => heard.push(result.errMsg);
             wx.updateAppMessageShareData({ title: 'Shop', complete });
             wx.scanQRCode({ complete });
             wx.checkJsApi({ jsApiList: ['scanQRCode', 'fly'], success: (result) =>
                 heard.push(JSON.stringify(result.checkResult)) });",
        )
        .await;
        let heard = page.run("return heard.join()").await;
        assert_eq!(
            heard,
            "config:ok,updateAppMessageShareData:ok,scanQRCode:permission denied,\
             {\"scanQRCode\":true,\"fly\":false}"
        );
    })
    .await;
}

async fn visit_traces(page: Page) {
    let pushes = async || {
        page.row("a push", |row| row.kind == "push").await;
        page.rows().await.into_iter().filter(|row| row.kind == "push").collect::<Vec<_>>()
    };
    let first = pushes().await.into_iter().find(|row| row.text.contains("first")).unwrap();
    page.inspect(&first).await;
    page.wait_for(&ended("message")).await;
    let trace = page.block("trace").await;
    for part in ["pushed, 1 of 2", "failed", "pushed, 2 of 2", "empty", "probably", "here"] {
        assert!(trace.contains(part), "{part}: {trace}");
    }
    // Its last step is the call.
    page.tap(r#"[data-testid="trace"] li:last-child button"#).await;
    assert!(page.block("call-request").await.contains("here"));
    page.wait_for(&ended("message")).await;
    let left = page.text(r#"[data-testid="left"]"#).await;
    assert!(left.contains("3 left, 47 h 59 min"), "{left}");
    // A message that was not pushed has no push that could be shown.
    page.tap(r#"[data-testid="bubble"][data-from="person"]"#).await;
    page.wait_for(&ended("unsent")).await;
    page.tap("#lang").await;
    page.wait_for(
        r#"document.querySelector('[data-testid="trace"] h3').textContent === "消息轨迹""#,
    )
    .await;
    page.tap("#lang").await;
}

/// Whether the trace that is shown has this end.
fn ended(end: &str) -> String {
    format!(r#"document.querySelector('[data-testid="trace"] [data-end="{end}"]')"#)
}

async fn visit_by_token(window: Window, address: &str) {
    let (url, token) = address.split_once("/_/?token=").unwrap();
    let stranger = Page::open(window, &format!("{url}/_/")).await;
    assert!(stranger.text("p").await.contains("?token="));
    let page = Page::open(stranger.window().clone(), address).await;
    assert_eq!(page.text("#people .chip-name").await, "Ann");
    // Requests and events send the cookie, which scripts cannot read.
    page.wait_for("!location.href.includes(\"token\") && document.cookie === \"\"").await;
    page.say("hello").await;
    page.row("the note", |row| row.kind == "note").await;
    let requested = page.window().requested().await.unwrap();
    let with_token = requested.iter().filter(|address| address.contains(token)).count();
    assert_eq!(with_token, 1, "{requested:#?}");
}

async fn visit(window: Window, url: &str) {
    let page = Page::open(window, url).await;
    ann_gets_a_welcome_message(&page).await;
    page.say("slow").await; // Its answer is awaited further down.
    a_text_is_echoed_and_appears_in_the_inspector(&page).await;
    menu_buttons_work(&page).await;
    a_picture_is_echoed(&page).await;
    the_slow_reply_is_a_customer_service_message(&page).await;
    the_language_can_be_switched(&page).await;
    ann_unfollows_and_follows_again(&page).await;
    there_were_no_errors(&page, url).await;
}

async fn ann_gets_a_welcome_message(page: &Page) {
    assert_eq!(page.text("#people .chip-name").await, "Ann");
    page.wait_for(r#"document.getElementById("status").dataset.callback === "verified""#).await;
    let welcome = page.bubble("the welcome", |bubble| bubble.text.starts_with("Welcome!")).await;
    assert_eq!(welcome.from, "account");
    assert!(welcome.mark.starts_with("passive reply"), "{welcome:?}");
}

async fn a_text_is_echoed_and_appears_in_the_inspector(page: &Page) {
    const TEXT: &str = "007 a&b <b>]]> 😀";
    page.say(TEXT).await;
    let echo = page.expect_reply(TEXT).await;
    assert!(echo.mark.starts_with("passive reply"), "{echo:?}");

    let row = page.row("the push", |row| row.text.contains(TEXT)).await;
    assert_eq!((&*row.kind, &*row.outcome), ("push", "answered"));
    page.inspect(&row).await;
    let (sent, message) = (page.block("push-raw").await, page.block("push-plain").await);
    let (answer, reply) = (page.block("answer-raw").await, page.block("answer-plain").await);
    for raw in [sent, answer] {
        assert!(raw.contains("<Encrypt>"), "{raw}");
        assert!(!raw.contains("007 a&b"), "{raw}");
    }
    for plain in [message, reply] {
        // XML escapes `]]>`.
        assert!(plain.contains("007 a&b <b>]]"), "{plain}");
        assert!(plain.contains("> 😀"), "{plain}");
        assert!(!plain.contains("<Encrypt>"), "{plain}");
    }
}

async fn menu_buttons_work(page: &Page) {
    page.tap(r#"[data-testid="menu-button"][data-key="TODAY"]"#).await;
    page.bubble("the click's answer", |bubble| {
        bubble.from == "account" && bubble.text.starts_with("You tapped TODAY.")
    })
    .await;
    let click = page.row("the click", |row| row.text.contains("CLICK")).await;
    assert_eq!(click.outcome, "answered");

    page.tap(r#"[data-testid="menu-button"]:not([data-key])"#).await;
    page.tap(r#"[data-testid="menu-item"][data-key="CARD"]"#).await;
    let card = page.bubble("the card", |bubble| bubble.class.contains("news")).await;
    assert!(card.text.contains("A local emulator of the WeChat platform."), "{card:?}");
}

async fn a_picture_is_echoed(page: &Page) {
    page.tap(".round.plus").await;
    page.tap(r#"[data-action="sample"]"#).await;
    for from in ["person", "account"] {
        let shown = |bubble: &weixin_tests::page::Bubble| {
            bubble.from == from && bubble.class.contains("image") && bubble.picture == 480
        };
        page.bubble(&format!("the picture from the {from}"), shown).await;
    }
    page.tap(".round.plus").await;
}

async fn the_slow_reply_is_a_customer_service_message(page: &Page) {
    let late = page
        .bubble("the slow answer", |bubble| bubble.text.starts_with("This took 7 seconds"))
        .await;
    assert_eq!(late.from, "account");
    assert!(late.mark.starts_with("customer-service message"), "{late:?}");
    let push = page.row("its push", |row| row.text.contains("slow")).await;
    assert_eq!((&*push.kind, &*push.outcome), ("push", "empty"));
    let call = page.row("the call", |row| row.text.contains("/message/custom/send")).await;
    assert_eq!((&*call.kind, &*call.outcome), ("call", "ok"));
    page.inspect(&call).await;
    assert!(page.block("call-request").await.contains("This took 7 seconds"));
    assert!(page.block("call-response").await.contains("errcode"));
}

async fn the_language_can_be_switched(page: &Page) {
    for (lang, send) in [("zh-CN", "发送"), ("en", "Send")] {
        page.tap("#lang").await;
        page.wait_for(&format!("document.documentElement.lang === {lang:?}")).await;
        assert_eq!(page.text(r#"[data-testid="chat-send"]"#).await, send);
    }
}

async fn ann_unfollows_and_follows_again(page: &Page) {
    let welcomes = async || {
        let bubbles = page.bubbles().await;
        bubbles.iter().filter(|bubble| bubble.text.starts_with("Welcome!")).count()
    };
    let before = welcomes().await;
    page.tap(r#"[data-testid="follow-toggle"][data-following="true"]"#).await;
    page.row("the unsubscribe event", |row| row.text.contains("unsubscribe")).await;
    page.wait_for(r#"!document.querySelector('[data-testid="chat-input"]')"#).await;
    page.tap(r#"[data-testid="follow-toggle"][data-following="false"]"#).await;
    let again =
        weixin_tests::wait::poll_until(async || (welcomes().await == before + 1).then_some(()));
    assert!(again.await.is_some(), "who follows again is welcomed again");
    page.say("still there?").await;
    page.expect_reply("still there?").await;
}

async fn there_were_no_errors(page: &Page, url: &str) {
    let console = page.window().console().await.unwrap();
    assert!(console.is_empty(), "{console:#?}");
    let requested = page.window().requested().await.unwrap();
    assert!(requested.iter().any(|address| address.starts_with(url)), "{requested:#?}");
    for address in requested {
        // `chrome://…` is the empty tab at start.
        let local = ["data:", "chrome://"].iter().any(|scheme| address.starts_with(scheme));
        assert!(local || address.starts_with(url), "the page asked for {address}");
    }
    assert!(page.rows().await.iter().all(|row| !["error", "timeout"].contains(&&*row.outcome)));
}
