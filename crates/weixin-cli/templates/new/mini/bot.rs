//! The bot and an emulator of the platform, in one process and without a network.
//! 机器人与平台模拟器在同一进程中运行，不访问网络。

use std::time::Duration;

use weixin::emulator::*;

#[tokio::test]
async fn it_welcomes_echoes_and_counts() {
    let platform = Emulator::start().await;
    platform.mini().connect({{library}}::bot()).await.unwrap();
    let ann = platform.mini().person("ann");
    ann.enters()
        .await
        .expect_text(starts_with("Welcome!"))
        .await;
    ann.says("help")
        .await
        .expect_text(starts_with("I echo"))
        .await;
    ann.says("hello").await.expect_text("hello").await;
    // The clock moves only when the test says so. 时钟只由测试推进。
    platform
        .clock()
        .advance(Duration::from_secs(24 * 3600))
        .await;
    ann.says("count").await.expect_text(starts_with("1 ")).await;
    // Nothing handles pictures. 没有处理图片的函数。
    let picture = b"\x89PNG\r\n\x1a\n".to_vec();
    ann.sends_image(picture)
        .await
        .expect_nothing_for(Duration::from_secs(60))
        .await;
}
