//! The demo bot: a small but complete bot.

use std::time::Duration;

use weixin::{bot::parallel, prelude::*};

/// Creates the bot; `assets` is the base URL of its pictures.
pub(crate) fn bot(assets: String) -> Bot {
    Bot::new()
        .on(welcome)
        .on(command("help", help))
        .on(command("帮助", help))
        .on(command("card", card))
        // `parallel`: otherwise the user's next message would wait until this one is answered.
        .on(parallel(command("slow", slow)))
        .on(matching(r"^\s*(\d{1,18})\s*\+\s*(\d{1,18})\s*$", sum))
        .on(menu_click("TODAY", today))
        .on(menu_click("HELP", help))
        .on(menu_click("CARD", card))
        .on(parallel(menu_click("SLOW", slow)))
        .on(echo_image)
        .on(|msg: Text| async move { msg.content })
        .with_state(Assets(assets))
}

/// The base URL of the pictures.
#[derive(Clone)]
struct Assets(String);

/// The menu of the Official Account.
pub(crate) fn menu() -> Vec<Button> {
    let more = vec![Button::click("Card 图文", "CARD"), Button::click("Slow 慢回复", "SLOW")];
    vec![
        Button::click("Today 今天", "TODAY"),
        Button::sub("More 更多", more),
        Button::click("Help 帮助", "HELP"),
    ]
}

/// The menu of the WeCom app.
pub(crate) fn work_menu() -> Vec<WorkButton> {
    let more =
        vec![WorkButton::click("Card 图文", "CARD"), WorkButton::click("Slow 慢回复", "SLOW")];
    vec![
        WorkButton::click("Today 今天", "TODAY"),
        WorkButton::sub("More 更多", more),
        WorkButton::click("Help 帮助", "HELP"),
    ]
}

async fn welcome(event: Subscribe) -> String {
    let by_code = event.scene().map(|scene| format!(" (QR code 二维码: {scene})"));
    format!("Welcome! Send \"help\".{}\n欢迎关注！发送“帮助”试试。", by_code.unwrap_or_default())
}

async fn help() -> &'static str {
    "I echo what you send. Or try 你发什么我就回什么，也可以试试:\n\
     help 帮助\n\
     card – a card 图文卡片\n\
     slow – a reply after 7 seconds 七秒后的回复\n\
     1 + 2 – a sum 加法\n\
     … a picture, the menu 发送图片、点击菜单"
}

async fn card(State(Assets(assets)): State<Assets>) -> Article {
    Article::new("weixin", "https://example.com/")
        .picture(format!("{assets}/cover.svg"))
        .description("A local emulator of the WeChat platform.\n微信平台的本地模拟器。")
}

async fn sum(Captures((a, b)): Captures<(u64, u64)>) -> String {
    format!("{}", a + b)
}

async fn today(event: Click) -> String {
    format!("You tapped {}.\n你点了菜单：{}", event.key, event.key)
}

async fn echo_image(image: Image) -> Reply {
    Reply::image(image.media_id)
}

/// Takes longer than the platform waits: the reply arrives as a customer-service message.
#[expect(clippy::disallowed_methods, reason = "simulates slow work in real time")]
async fn slow() -> &'static str {
    tokio::time::sleep(Duration::from_secs(7)).await;
    "This took 7 seconds, but the platform only waits 5, so it was sent as a customer-service message.\n\
         处理用了 7 秒，而平台只等待 5 秒，因此这条回复通过客服消息发送。"
}
