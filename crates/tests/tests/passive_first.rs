//! The first message is the passive reply, and is not delayed by uploads for later messages.
#![allow(clippy::unwrap_used)]

use std::{sync::Arc, time::Duration};

use http::{Request, Response};
use tokio::sync::watch;
use weixin::{
    api::BoxFuture,
    client::{Body, Transport, TransportError},
    emulator::{
        timeline::{EventKind, MessageContent, Via},
        *,
    },
    prelude::*,
};

const SECOND: Duration = Duration::from_secs(1);
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n-a-picture";

fn picture() -> Reply {
    Reply::image(FilePart::image(PICTURE))
}

/// The behaviour of uploads.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Uploads {
    Pass,
    Wait,
    Fail,
}

/// A transport to the emulator's API in which the test controls uploads.
#[derive(Debug)]
struct Gate {
    api: Arc<dyn Transport>,
    uploads: watch::Receiver<Uploads>,
}

impl Transport for Gate {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            if request.uri().path().ends_with("/media/upload") {
                let mut uploads = self.uploads.clone();
                let uploads = *uploads.wait_for(|now| *now != Uploads::Wait).await.unwrap();
                if uploads == Uploads::Fail {
                    return Err(TransportError::interrupted("the network is gone"));
                }
            }
            self.api.send(request).await
        })
    }
}

/// A platform with a bot that replies to `text first` and `image first` with a text and a picture
/// in this order.
struct Setting {
    platform: Emulator,
    ann: Person,
    uploads: watch::Sender<Uploads>,
}

impl Setting {
    async fn new(product: Product, uploads: Uploads) -> Self {
        let platform = Emulator::start().await;
        let account = platform.first(product);
        let (give, take) = watch::channel(uploads);
        let gate = Gate { api: account.transport(), uploads: take };
        let app = Bot::new()
            .on(matching("^text first$", async || Reply::text("look").and(picture())))
            .on(matching("^image first$", async || picture().and(Reply::text("look"))))
            .clock(Arc::new(platform.clock()))
            .transport(Arc::new(gate))
            .build(&Config::new(account.config()))
            .unwrap();
        account.connect_service_at("/callback", app).await.unwrap();
        Self { ann: account.follower("ann"), platform, uploads: give }
    }

    async fn advance(&self, span: Duration) {
        self.platform.clock().advance(span).await;
    }

    /// The messages and calls of the account, in order.
    fn events(&self) -> Vec<&'static str> {
        let told = |entry: timeline::Entry| match entry.what {
            EventKind::Message(message) if message.from == timeline::Sender::Account => {
                let passive = message.via == Via::Passive;
                Some(match (message.content, passive) {
                    (MessageContent::Text { .. }, true) => "text in the answer",
                    (MessageContent::Text { .. }, false) => "text",
                    (MessageContent::Image { .. }, true) => "picture in the answer",
                    (MessageContent::Image { .. }, false) => "picture",
                    _ => "something else",
                })
            }
            EventKind::Call(call) if call.request.path.ends_with("/media/upload") => Some("upload"),
            _ => None,
        };
        self.platform.timeline().into_iter().filter_map(told).collect()
    }
}

const PRODUCTS: [Product; 2] = [Product::Official, Product::Work];

#[tokio::test]
async fn a_text_is_sent_before_the_following_picture_is_uploaded() {
    for product in PRODUCTS {
        let setting = Setting::new(product, Uploads::Pass).await;
        let interaction = setting.ann.says("text first").await;
        assert_eq!(interaction.outcome().await, PushOutcome::Answered);
        setting.advance(SECOND).await;
        assert_eq!(setting.events(), ["text in the answer", "upload", "picture"]);
    }
}

#[tokio::test]
async fn a_text_is_sent_in_time_even_if_the_following_upload_hangs_or_fails() {
    for product in PRODUCTS {
        let setting = Setting::new(product, Uploads::Wait).await;
        let mut interaction = setting.ann.says("text first").await;
        interaction.expect_text("look").await;
        assert_eq!(interaction.outcome().await, PushOutcome::Answered);
        interaction.expect_nothing_for(8 * SECOND).await;
        setting.uploads.send(Uploads::Pass).unwrap();
        assert_eq!(interaction.expect_image().await, PICTURE);

        let setting = Setting::new(product, Uploads::Fail).await;
        let mut interaction = setting.ann.says("text first").await;
        interaction.expect_text("look").await.expect_nothing_for(60 * SECOND).await;
        assert_eq!(interaction.outcome().await, PushOutcome::Answered);
        // The next message gets a reply too.
        setting.ann.says("text first").await.expect_text("look").await;
    }
}

#[tokio::test]
async fn a_picture_uploaded_in_time_is_the_passive_reply() {
    for product in PRODUCTS {
        let setting = Setting::new(product, Uploads::Wait).await;
        let interaction = setting.ann.says("image first").await;
        setting.advance(3 * SECOND).await;
        assert_eq!(interaction.exchange().outcome, PushOutcome::Waiting);
        setting.uploads.send(Uploads::Pass).unwrap();
        assert_eq!(interaction.outcome().await, PushOutcome::Answered);
        setting.advance(SECOND).await;
        assert_eq!(setting.events(), ["upload", "picture in the answer", "text"]);
    }
}

#[tokio::test]
async fn a_picture_uploaded_late_is_still_sent_first() {
    for product in PRODUCTS {
        let setting = Setting::new(product, Uploads::Wait).await;
        let interaction = setting.ann.says("image first").await;
        setting.advance(6 * SECOND).await;
        assert_eq!(interaction.outcome().await, PushOutcome::Empty);
        setting.uploads.send(Uploads::Pass).unwrap();
        setting.advance(SECOND).await;
        assert_eq!(setting.events(), ["upload", "picture", "text"]);
    }
}

#[tokio::test]
async fn a_failed_upload_does_not_block_other_messages() {
    for product in PRODUCTS {
        let setting = Setting::new(product, Uploads::Fail).await;
        let mut interaction = setting.ann.says("image first").await;
        setting.advance(20 * SECOND).await;
        interaction.expect_text("look").await.expect_nothing_for(60 * SECOND).await;
    }
}
