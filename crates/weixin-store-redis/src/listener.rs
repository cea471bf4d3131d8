//! Hearing of changes that others make.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use futures_util::StreamExt;
use redis::Client;
use tracing::debug;
use weixin_api::Clock;
use weixin_store::Bells;

/// How long to wait before subscribing again.
const AGAIN: Duration = Duration::from_secs(1);

/// Rings the bell of every key whose name is heard on the channel, until the bells are gone. While
/// there is no connection those who wait look by themselves.
pub(crate) async fn listen(
    client: Client,
    channel: String,
    clock: Arc<dyn Clock>,
    bells: Weak<Bells>,
) {
    while bells.strong_count() > 0 {
        if let Err(error) = follow(&client, &channel, &bells).await {
            debug!(kind = ?error.kind(), "changes in Redis are not heard");
        }
        clock.sleep(AGAIN).await;
    }
}

async fn follow(client: &Client, channel: &str, bells: &Weak<Bells>) -> redis::RedisResult<()> {
    let mut subscription = client.get_async_pubsub().await?;
    subscription.subscribe(channel).await?;
    // What changed before this moment was not heard.
    match bells.upgrade() {
        Some(bells) => bells.ring_all(),
        None => return Ok(()),
    }
    let mut messages = subscription.into_on_message();
    while let Some(message) = messages.next().await {
        let Some(bells) = bells.upgrade() else { return Ok(()) };
        // What is no text was not said by a store.
        if let Ok(key) = message.get_payload::<String>() {
            bells.ring(&key);
        }
    }
    Ok(())
}
