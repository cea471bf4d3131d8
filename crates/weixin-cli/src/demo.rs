//! The demo bot: what a bot looks like, on one screen.

use std::time::Duration;

use weixin::{bot::parallel, prelude::*};

/// The bot; `assets` is where the pictures of its cards are.
pub(crate) fn bot(assets: String) -> Bot {
    Bot::new()
        .on(welcome)
        .on(command("help", help))
        .on(command("帮助", help))
        .on(command("card", card))
        // The chat goes on meanwhile: otherwise a user's next message waits for the last one's answer.
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

/// Where the pictures are.
#[derive(Clone)]
struct Assets(String);

/// The menu at the bottom of the chat.
pub(crate) fn menu() -> Vec<Button> {
    let more = vec![Button::click("Card 图文", "CARD"), Button::click("Slow 慢回复", "SLOW")];
    vec![
        Button::click("Today 今天", "TODAY"),
        Button::sub("More 更多", more),
        Button::click("Help 帮助", "HELP"),
    ]
}

/// The same in WeCom.
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
    format!("Welcome! Say \"help\".{}\n欢迎关注！发送“帮助”试试。", by_code.unwrap_or_default())
}

async fn help() -> &'static str {
    "Whatever you write comes back. Or try 你写什么我回什么，也可以试试:\n\
     help 帮助\n\
     card – a card 图文卡片\n\
     slow – an answer after 7 seconds 七秒后的回复\n\
     1 + 2 – a sum 加法\n\
     … a picture, the menu 发一张图片，点菜单"
}

async fn card(State(Assets(assets)): State<Assets>) -> Article {
    Article::new("weixin", "https://example.com/")
        .picture(format!("{assets}/cover.svg"))
        .description("The WeChat platform on your desk.\n把微信平台放在你的桌面上。")
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

/// Longer than the platform waits: the answer arrives as a customer-service message.
#[expect(clippy::disallowed_methods, reason = "stands for slow work, whatever the clock")]
async fn slow() -> &'static str {
    tokio::time::sleep(Duration::from_secs(7)).await;
    "This took 7 seconds, and the platform waits 5: so it came as a customer-service message.\n\
     这条回复用了七秒，平台只等五秒，所以它以客服消息送达。"
}
