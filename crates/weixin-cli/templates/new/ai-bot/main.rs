//! Runs the bot. 启动机器人。

use std::sync::Arc;

use {{library}}::{bot, model::StandIn};
use weixin::prelude::*;

#[tokio::main]
async fn main() -> weixin::Result<()> {
    bot(Arc::new(StandIn)).serve(Config::load()?).await
}
