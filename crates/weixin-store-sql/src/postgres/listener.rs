//! Hearing of changes that others make.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use sqlx::{PgPool, postgres::PgListener};
use tracing::debug;
use weixin_api::Clock;
use weixin_store::Bells;

/// Changes are told on this channel, by the statements that make them. Stores in other schemas of
/// the same database tell theirs there as well, which costs a look.
pub(super) const CHANNEL: &str = "weixin_store";
/// How long to wait before listening again.
const AGAIN: Duration = Duration::from_secs(1);

/// Rings the bell of every key whose name is heard, until the bells are gone. While there is no
/// connection those who wait look by themselves.
pub(super) async fn listen(pool: PgPool, clock: Arc<dyn Clock>, bells: Weak<Bells>) {
    while bells.strong_count() > 0 {
        if follow(&pool, &bells).await.is_err() {
            debug!("changes in Postgres are not heard");
        }
        clock.sleep(AGAIN).await;
    }
}

async fn follow(pool: &PgPool, bells: &Weak<Bells>) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    // What changed before this moment was not heard.
    while let Some(heard) = bells.upgrade() {
        heard.ring_all();
        drop(heard);
        // `None`: the connection was lost and made again.
        while let Some(message) = listener.try_recv().await? {
            let Some(bells) = bells.upgrade() else { return Ok(()) };
            bells.ring(message.payload());
        }
    }
    Ok(())
}
