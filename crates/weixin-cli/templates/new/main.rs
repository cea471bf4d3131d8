//! Runs the bot. 启动机器人。

use weixin::prelude::*;

#[tokio::main]
async fn main() -> weixin::Result<()> {
    {{library}}::bot().serve(Config::load()?).await
}
