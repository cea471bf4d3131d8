//! Receives notifications of changes made by other processes.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use futures_util::StreamExt;
use redis::Client;
use tracing::debug;
use weixin_api::Clock;
use weixin_store::ChangeHub;

/// How long to wait before subscribing again.
const RECONNECT_DELAY: Duration = Duration::from_secs(1);

/// Forwards the keys published on the channel to the hub, until the hub is dropped. While there is
/// no connection, waiters rely on polling.
pub(crate) async fn listen(
    client: Client,
    channel: String,
    clock: Arc<dyn Clock>,
    hub: Weak<ChangeHub>,
) {
    while hub.strong_count() > 0 {
        if let Err(error) = forward(&client, &channel, &hub).await {
            debug!(kind = ?error.kind(), "no connection for change notifications from Redis");
        }
        clock.sleep(RECONNECT_DELAY).await;
    }
}

async fn forward(client: &Client, channel: &str, hub: &Weak<ChangeHub>) -> redis::RedisResult<()> {
    let mut subscription = client.get_async_pubsub().await?;
    subscription.subscribe(channel).await?;
    // Changes before this point were not received.
    match hub.upgrade() {
        Some(hub) => hub.notify_all(),
        None => return Ok(()),
    }
    let mut messages = subscription.into_on_message();
    while let Some(message) = messages.next().await {
        let Some(hub) = hub.upgrade() else { return Ok(()) };
        // A message that is not text does not come from a store.
        if let Ok(key) = message.get_payload::<String>() {
            hub.notify(&key);
        }
    }
    Ok(())
}
