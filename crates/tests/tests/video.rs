//! Videos, which require a thumbnail in some kinds of messages and have none in others.
#![allow(clippy::unwrap_used)]

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::body::Body;
use http::{Method, Request};
use tower::ServiceExt;
use weixin::{api::Clock, emulator::*, prelude::*};
use weixin_tests::log_text::LogText;

const SECOND: Duration = Duration::from_secs(1);
const STILL: &[u8] = b"\xff\xd8\xff\xe0-a-picture-of-ones-own";

fn video() -> FilePart {
    FilePart::video(&b"\0\0\0\x18ftypmp42-a-video"[..])
}

/// A bot that replies to `after N` and `still N` with a video after N seconds, the second one with
/// its own thumbnail.
fn films(clock: PlatformClock) -> Bot {
    let after = clock.clone();
    Bot::new()
        .on(matching(r"^after (\d+)$", move |Captures((seconds,)): Captures<(u32,)>| {
            let clock = after.clone();
            async move {
                clock.sleep_until(clock.now() + seconds * SECOND).await;
                Reply::video(video())
            }
        }))
        .on(matching(r"^still (\d+)$", move |Captures((seconds,)): Captures<(u32,)>| {
            let clock = clock.clone();
            async move {
                clock.sleep_until(clock.now() + seconds * SECOND).await;
                Reply::video_with_thumb(video(), FilePart::image(STILL))
            }
        }))
        .on(command("two", async || Reply::text("Look:").and(Reply::video(video()))))
}

/// The uploads in order: the values of `type`.
fn uploads(platform: &Emulator) -> Vec<String> {
    let calls = platform.calls().into_iter();
    let uploads = calls.filter(|call| call.request.path == "/cgi-bin/media/upload");
    let kind = |query: Vec<(String, String)>| {
        query.into_iter().find_map(|(name, value)| (name == "type").then_some(value))
    };
    uploads.filter_map(|call| kind(call.request.query)).collect()
}

/// The thumbnail of the last video sent as a customer-service message.
async fn last_still(platform: &Emulator) -> Vec<u8> {
    let calls = platform.calls();
    let sent = calls.iter().rfind(|call| call.request.path == "/cgi-bin/message/custom/send");
    let body = sent.unwrap().request.body.clone().unwrap();
    let body: serde_json::Value = serde_json::from_str(&body).unwrap();
    let thumb = body["video"]["thumb_media_id"].as_str().unwrap();
    platform.official_client().download(thumb).await.unwrap().content.to_vec()
}

async fn expect_video(interaction: &mut Interaction) {
    let content = interaction.expect_message().await;
    assert!(matches!(content, timeline::MessageContent::Video { .. }), "{content:?}");
}

#[tokio::test]
async fn a_passive_video_has_no_thumbnail() {
    let platform = Emulator::start().await;
    platform.official().connect(films(platform.clock())).await.unwrap();
    let ann = platform.follower("ann");
    for text in ["after 0", "still 0"] {
        let mut interaction = ann.says(text).await;
        expect_video(&mut interaction).await;
        assert_eq!(interaction.outcome().await, PushOutcome::Answered);
    }
    assert_eq!(uploads(&platform), ["video", "video"]);
}

#[tokio::test]
async fn a_late_video_gets_a_default_thumbnail() {
    let platform = Emulator::start().await;
    platform.official().connect(films(platform.clock())).await.unwrap();
    let ann = platform.follower("ann");
    let mut interaction = ann.says("after 6").await;
    platform.clock().advance(6 * SECOND).await;
    expect_video(&mut interaction).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Empty);
    assert_eq!(uploads(&platform), ["video", "thumb"]);
    let still = last_still(&platform).await;
    assert!(still.starts_with(b"\xff\xd8\xff") && still.len() <= 64 * 1024);
}

#[tokio::test]
async fn a_video_as_second_message_gets_a_default_thumbnail() {
    let platform = Emulator::start().await;
    platform.official().connect(films(platform.clock())).await.unwrap();
    let ann = platform.follower("ann");
    let mut interaction = ann.says("two").await;
    interaction.expect_text("Look:").await;
    platform.clock().advance(SECOND).await;
    expect_video(&mut interaction).await;
    assert_eq!(uploads(&platform), ["video", "thumb"]);
}

#[tokio::test]
async fn a_late_video_keeps_its_own_thumbnail() {
    let platform = Emulator::start().await;
    platform.official().connect(films(platform.clock())).await.unwrap();
    let ann = platform.follower("ann");
    let mut interaction = ann.says("still 6").await;
    platform.clock().advance(6 * SECOND).await;
    expect_video(&mut interaction).await;
    assert_eq!(last_still(&platform).await, STILL);
}

#[tokio::test]
async fn a_video_not_fetched_by_any_delivery_keeps_its_thumbnail() {
    let platform = Emulator::start().await;
    let account = platform.official().deliveries(1).rules(|rules| {
        rules.push.cut = Some(CutRule { after: SECOND, deliveries: 1 });
    });
    account.connect(films(platform.clock())).await.unwrap();
    let ann = platform.follower("ann");
    let mut interaction = ann.says("still 2").await;
    platform.clock().advance(30 * SECOND).await;
    interaction.expect_service_unavailable().await;
    expect_video(&mut interaction).await;
    interaction.expect_nothing_for(60 * SECOND).await;
    assert_eq!(last_still(&platform).await, STILL);
}

#[tokio::test]
async fn a_video_whose_response_was_not_read_keeps_its_thumbnail() {
    let platform = Emulator::start().await;
    let account = platform.official().deliveries(1);
    let clock = platform.clock();
    let bot = films(clock.clone()).clock(Arc::new(clock.clone())).transport(account.transport());
    let app = bot.build(&Config::new(account.config())).unwrap();
    // The connection breaks while the response is being written.
    let breaking = tower::service_fn(move |request: Request<Body>| {
        let (app, is_push) = (app.clone(), request.method() == Method::POST);
        async move {
            let response = app.oneshot(request).await?;
            if is_push {
                drop(response);
                std::future::pending::<()>().await;
                unreachable!()
            }
            Ok::<_, Infallible>(response)
        }
    });
    account.connect_service_at("/callback", breaking).await.unwrap();
    let ann = platform.follower("ann");
    let mut interaction = ann.says("still 0").await;
    clock.advance(30 * SECOND).await;
    interaction.expect_service_unavailable().await;
    expect_video(&mut interaction).await;
    interaction.expect_nothing_for(60 * SECOND).await;
    assert_eq!(last_still(&platform).await, STILL);
}

#[tokio::test]
async fn wecom_videos_have_no_thumbnail() {
    let platform = Emulator::start().await;
    platform.work().connect(films(platform.clock())).await.unwrap();
    let ann = platform.work().person("ann");
    for text in ["after 0", "still 6"] {
        let mut interaction = ann.says(text).await;
        platform.clock().advance(6 * SECOND).await;
        expect_video(&mut interaction).await;
    }
    let calls = platform.calls();
    let uploads = calls.iter().filter(|call| call.request.path == "/cgi-bin/media/upload");
    assert_eq!(uploads.count(), 2);
}

#[tokio::test]
async fn videos_are_not_supported_by_mini_programs_and_that_is_logged() {
    let log = LogText::default();
    let _guard = log.start();
    let platform = Emulator::start().await;
    platform.mini().connect(films(platform.clock())).await.unwrap();
    let ann = platform.mini().person("ann");
    let mut interaction = ann.says("after 0").await;
    interaction.expect_nothing_for(60 * SECOND).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Empty);
    assert!(uploads(&platform).is_empty(), "nothing is uploaded for nothing");
    let logged = log.take();
    let line = logged.lines().find(|line| line.contains("a message could not be sent")).unwrap();
    assert!(line.contains("ERROR") && line.contains("a text, a picture, a link"), "{line}");
}
