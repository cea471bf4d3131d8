//! The bot and an emulator of the platform, in one process and without a network.
//! 机器人与平台模拟器在同一进程中运行，不访问网络。

use std::{sync::Arc, time::Duration};

use futures_util::{
    StreamExt,
    stream::{self, BoxStream},
};
use weixin::{
    api::Clock,
    emulator::{timeline::MessageContent, *},
};

use {{library}}::{
    bot,
    model::{Model, ModelError, StandIn},
};

const SENTENCES: [&str; 3] = ["First think. ", "Then write. ", "At last it is done."];

/// Writes a sentence every three seconds, on the platform's clock. 每三秒写一句，使用平台的时钟。
struct Slow(PlatformClock);

impl Model for Slow {
    fn answer(&self, _question: &str) -> BoxStream<'static, Result<String, ModelError>> {
        let clock = self.0.clone();
        let write = move |sentence: &'static str| {
            let clock = clock.clone();
            async move {
                clock
                    .sleep_until(clock.now() + Duration::from_secs(3))
                    .await;
                Ok(sentence.to_owned())
            }
        };
        stream::iter(SENTENCES).then(write).boxed()
    }
}

#[tokio::test]
async fn a_fast_answer_is_the_response_to_the_push() {
    let platform = Emulator::start().await;
    platform
        .official()
        .connect(bot(Arc::new(StandIn)))
        .await
        .unwrap();
    let ann = platform.follower("ann");
    ann.follows().await.expect_text(starts_with("Hello!")).await;
    ann.says("why?")
        .await
        .expect_text(starts_with("You asked 你问的是: why?"))
        .await;
}

#[tokio::test]
async fn a_slow_answer_arrives_in_pieces() {
    let platform = Emulator::start().await;
    platform
        .official()
        .connect(bot(Arc::new(Slow(platform.clock()))))
        .await
        .unwrap();
    let ann = platform.follower("ann");
    ann.says("why?").await;
    // The clock moves only when the test says so. 时钟只由测试推进。
    platform.clock().advance(Duration::from_secs(60)).await;
    let texts: Vec<String> = ann
        .chat()
        .into_iter()
        .skip(1)
        .map(|message| match message {
            MessageContent::Text { text } => text,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(texts.len() > 1, "{texts:?}");
    assert_eq!(texts.join(" "), SENTENCES.concat());
}
