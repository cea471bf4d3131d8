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

/// The app becomes visible to a member. 成员进入应用的可见范围。
async fn welcome(_: Subscribe) -> &'static str {
    "Welcome! Send “help”. 你好！发送“帮助”试试。"
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
