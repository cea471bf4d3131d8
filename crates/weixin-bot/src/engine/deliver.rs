//! Which road each message of an answer takes.

use std::{error::Error, sync::Arc, time::Duration};

use tracing::{debug, error, info};
use weixin_protocol::PushClass;

use super::{Answer, Engine, Exchange, Served, fit::fit};
use crate::{
    Push,
    reply::{Content, Media, Reply},
};

/// Between the answer to the push and the first message of its own: the two travel on different
/// connections, and the platform shows what it has first.
const GAP: Duration = Duration::from_millis(100);

impl Engine {
    /// The first message goes into the answer if that is allowed and it is not too late; all
    /// others go by the account's active road. What cannot go out is reported.
    pub(super) async fn deliver(
        &self,
        served: &Served,
        push: &Push,
        class: &'static PushClass,
        exchange: &Arc<Exchange>,
        reply: Reply,
    ) {
        let mut contents = Vec::new();
        for content in fit(push.account().product(), reply.into_contents()) {
            match upload(served, content).await {
                Ok(content) => contents.push(content),
                Err(error) => error!(
                    error = chain(&error),
                    "a file could not be uploaded: its message is not sent"
                ),
            }
        }
        let mut active = contents.into_iter().peekable();
        let passive = active
            .peek()
            .and_then(Content::as_passive)
            .filter(|reply| class.allows(reply.msg_type()));
        let answer = passive.map_or(Answer::Nothing, Answer::Passive);
        let offered = answer != Answer::Nothing;
        if exchange.settle(answer) && offered {
            // All deliveries may have been cut off. Then the answer goes the other way, but not
            // before the platform has had the time for its repeats.
            let repeats = class.deadline * u32::from(class.deliveries);
            let taken = self.clock().timeout(repeats, exchange.taken()).await.is_ok();
            if taken || !exchange.withdraw() {
                active.next();
                if active.peek().is_some() {
                    self.clock().sleep(GAP).await;
                }
            } else {
                info!("all deliveries were cut off: the answer goes another way");
            }
        }
        for content in active {
            self.send(served, push, content).await;
        }
    }

    async fn send(&self, served: &Served, push: &Push, content: Content) {
        let (road, to) = (&served.road, &push.header().from);
        match road.deliver(to, content).await {
            Ok(()) => debug!(road = road.name(), "sent"),
            Err(error) => {
                error!(road = road.name(), error = chain(&error), "a message could not be sent");
            }
        }
    }
}

/// Uploads the message's file if the platform has not got it yet.
async fn upload(served: &Served, mut content: Content) -> Result<Content, weixin_api::Error> {
    if let Some(media) = content.media_mut()
        && let Media::Upload(file) = media
    {
        *media = Media::Uploaded(served.client.upload(file.clone()).await?);
    }
    Ok(content)
}

/// An error with its causes.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if !text.ends_with(&said) {
            text = format!("{text}: {said}");
        }
        cause = error.source();
    }
    text
}
