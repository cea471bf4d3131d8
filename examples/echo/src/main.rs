//! The smallest bot: it echoes every text message.

use weixin::prelude::*;

fn bot() -> Bot {
    Bot::new().on(|msg: Text| async move { msg.content })
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    bot().serve(Config::load()?).await
}

#[tokio::test]
async fn echoes_text() {
    use weixin::emulator::*;
    let platform = Emulator::start().await;
    platform.official().connect(bot()).await.unwrap();
    platform.follower("ann").says("hello").await.expect_text("hello").await;
}
