//! A bot that runs in several processes, which share their pushes and tokens in Redis: see the README
//! in the folder of this example.

use std::{env, process, sync::Arc, time::Duration};

use weixin::{
    api::{Clock, SystemClock},
    prelude::*,
};

/// The name of this process, which is part of its answers.
#[derive(Clone)]
struct Name(Arc<str>);

/// Answers `3 hello` after three seconds, and everything else at once.
async fn answer(msg: Text, State(Name(name)): State<Name>) -> String {
    tracing::info!(id = msg.header.msg_id.as_deref(), "handling a message");
    let seconds = msg.content.split_whitespace().next().and_then(|word| word.parse().ok());
    let clock: &dyn Clock = &SystemClock;
    clock.sleep(Duration::from_secs(seconds.unwrap_or(0).min(60))).await;
    format!("{}（{name}）", msg.content)
}

fn bot(name: Name) -> Bot {
    Bot::new().on(answer).with_state(name)
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    // In a container this is its name.
    let name = env::var("HOSTNAME").unwrap_or_else(|_| format!("process {}", process::id()));
    bot(Name(name.into())).serve(Config::load()?).await
}

#[tokio::test]
async fn answers_with_its_name() {
    use weixin::emulator::*;
    let platform = Emulator::start().await;
    platform.official().connect(bot(Name("bot-1".into()))).await.unwrap();
    platform.follower("ann").says("hello").await.expect_text("hello（bot-1）").await;
}
