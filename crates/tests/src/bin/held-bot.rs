//! A bot whose handler asks the platform's API at `/held` before it answers with what it heard, as
//! `tests/serve.rs` runs it. `BOT_BUDGET` is the time for an answer, in milliseconds. It ends when
//! its standard input does.

use std::{env, io, thread, time::Duration};

use serde_json::{Value, json};
use tokio::sync::oneshot;
use weixin::{api::POST, prelude::*};

async fn ask_first(msg: Text, wx: Client<Official>) -> weixin::Result<String> {
    let _: Value = wx.call(POST, "/held", json!({ "text": msg.content })).await?;
    Ok(msg.content)
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    let (ended, end) = oneshot::channel();
    thread::spawn(move || {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        let _ = ended.send(());
    });
    let mut bot = Bot::new().on(ask_first);
    if let Some(budget) = env::var("BOT_BUDGET").ok().and_then(|budget| budget.parse().ok()) {
        bot = bot.budget(Duration::from_millis(budget));
    }
    tokio::select! {
        served = bot.serve(Config::load()?) => served,
        _ = end => Ok(()),
    }
}
