//! Receives notifications of changes made by other processes.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use sqlx::{PgPool, postgres::PgListener};
use tracing::debug;
use weixin_api::Clock;
use weixin_store::ChangeHub;

/// The channel of all notifications, which are sent by the statements that change values. Stores in
/// other schemas of the same database use it too, which only causes additional reads.
pub(super) const CHANNEL: &str = "weixin_store";
/// How long to wait before listening again.
const RECONNECT_DELAY: Duration = Duration::from_secs(1);

/// Forwards the notified keys to the hub, until the hub is dropped. While there is no connection,
/// waiters rely on polling.
pub(super) async fn listen(pool: PgPool, clock: Arc<dyn Clock>, hub: Weak<ChangeHub>) {
    while hub.strong_count() > 0 {
        if forward(&pool, &hub).await.is_err() {
            debug!("no connection for change notifications from Postgres");
        }
        clock.sleep(RECONNECT_DELAY).await;
    }
}

async fn forward(pool: &PgPool, hub: &Weak<ChangeHub>) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    // Changes before this point were not received.
    while let Some(target) = hub.upgrade() {
        target.notify_all();
        drop(target);
        // `None`: the connection was lost and re-established.
        while let Some(message) = listener.try_recv().await? {
            let Some(target) = hub.upgrade() else { return Ok(()) };
            target.notify(message.payload());
        }
    }
    Ok(())
}
