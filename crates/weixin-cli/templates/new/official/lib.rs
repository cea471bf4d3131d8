//! What the bot does: one function for each kind of message or event.
//! 机器人的功能：每种消息或事件对应一个处理函数。

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use weixin::prelude::*;

/// What the handlers share. 各处理函数共用的状态。
#[derive(Clone, Default)]
struct Shared {
    echoed: Arc<AtomicU64>,
}

/// Somebody follows the account. 用户关注公众号。
async fn welcome(event: Subscribe) -> String {
    match event.scene() {
        Some(scene) => format!("Welcome! You came by {scene}. 欢迎关注！来源：{scene}"),
        None => "Welcome! Send “help”. 欢迎关注！发送“帮助”试试。".to_owned(),
    }
}

async fn help() -> &'static str {
    "I echo what you send; “count” says how often.\n你发什么我就回什么；发送“count”查看次数。"
}

async fn count(State(shared): State<Shared>) -> String {
    format!("{} so far 次", shared.echoed.load(Ordering::Relaxed))
}

async fn echo(msg: Text, State(shared): State<Shared>) -> String {
    shared.echoed.fetch_add(1, Ordering::Relaxed);
    msg.content
}

/// The bot. The first handler that fits a message answers it. 由第一个匹配的处理函数回复。
pub fn bot() -> Bot {
    Bot::new()
        .on(welcome)
        .on(command("help", help))
        .on(command("帮助", help))
        .on(command("count", count))
        .on(menu_click("HELP", help))
        .on(echo)
        .with_state(Shared::default())
}
