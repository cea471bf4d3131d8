//! Runs the bot. 启动机器人。

use std::sync::Arc;

use weixin::prelude::*;

use {{library}}::{bot, model::StandIn};

#[tokio::main]
async fn main() -> weixin::Result<()> {
    bot(Arc::new(StandIn)).serve(Config::load()?).await
}
