//! What a process does for an inbox that it shares with others: it renews its claims, and takes
//! over pushes that nobody handles.

use std::{sync::Arc, time::Duration};

use tracing::{debug, warn};
use weixin_api::Timestamp;
use weixin_store::inbox::{Change, Envelope, ItemState, ParkReason, Then};

use super::Engine;
use crate::metrics;

/// How often the inbox is asked for pushes that nobody handles.
const CLAIM_INTERVAL: Duration = Duration::from_secs(1);

/// How often claims are renewed.
const RENEW_INTERVAL: Duration = Duration::from_secs(4);

/// How many pushes are taken over at once.
const MAX_CLAIMED: usize = 100;

/// Runs until the engine is stopped.
pub(super) async fn keep_up(engine: Arc<Engine>) {
    let (clock, stop) = (Arc::clone(&engine.clock), engine.stop.clone());
    let mut renewed = clock.now();
    let mut failing = false;
    let mut first = true;
    // The engine exists as long as its service; this task must not keep it alive.
    let engine = {
        let weak = Arc::downgrade(&engine);
        drop(engine);
        weak
    };
    loop {
        if !std::mem::take(&mut first) {
            tokio::select! {
                () = stop.cancelled() => {}
                () = clock.sleep(CLAIM_INTERVAL) => {}
            }
        }
        let Some(engine) = engine.upgrade() else { return };
        if clock.now().since(renewed) >= RENEW_INTERVAL {
            renewed = clock.now();
            engine.ownership.renew(&*engine.inbox).await;
        }
        if stop.is_cancelled() {
            if engine.given_up() {
                return;
            }
            drop(engine);
            clock.sleep(CLAIM_INTERVAL).await;
            continue;
        }
        match claim(&engine).await {
            Ok(()) => failing = false,
            Err(error) if failing => debug!(%error, "the inbox still fails"),
            Err(error) => {
                failing = true;
                warn!(%error, "the inbox fails: pushes of other processes are not taken over");
            }
        }
    }
}

/// Claims what nobody handles, as far as this process has free workers.
async fn claim(engine: &Arc<Engine>) -> Result<(), weixin_store::Error> {
    let lease = engine.ownership.refresh(&*engine.inbox).await?;
    let room = engine.dispatcher.idle_workers().min(MAX_CLAIMED);
    if room == 0 {
        return Ok(());
    }
    let claimed = engine.inbox.claim(lease.owner(), room).await;
    let claimed = claimed.inspect_err(|error| {
        metrics::inbox_failed("claim", error);
        engine.ownership.suspect();
    })?;
    for item in claimed {
        engine.run_item(item, Arc::clone(&lease));
    }
    Ok(())
}

/// Claims due pushes once, at a time at which one is known to be due.
pub(super) async fn claim_at(engine: Arc<Engine>, due: Timestamp) {
    engine.clock.sleep_until(due).await;
    while engine.dispatcher.idle_workers() == 0 && !engine.given_up() {
        engine.clock.sleep(CLAIM_INTERVAL).await;
    }
    if let Err(error) = claim(&engine).await {
        warn!(%error, "the inbox fails: a push is tried again later");
    }
}

/// Has the messages of a push sent again that was parked because the platform was not available, unless a
/// person has decided otherwise. A bot that stops does not wait for that.
pub(super) fn send_again_at(engine: &Arc<Engine>, envelope: Arc<Envelope>, due: Timestamp) {
    let (clock, stop) = (Arc::clone(&engine.clock), engine.stop.clone());
    let engine = Arc::downgrade(engine);
    tokio::spawn(async move {
        tokio::select! {
            () = stop.cancelled() => return,
            () = clock.sleep_until(due) => {}
        }
        while let Some(engine) = engine.upgrade() {
            match unpark(&engine, &envelope).await {
                Ok(()) => return claim_at(Arc::clone(&engine), clock.now()).await,
                Err(error) => warn!(%error, "the inbox fails: messages are sent again later"),
            }
            drop(engine);
            tokio::select! {
                () = stop.cancelled() => return,
                () = clock.sleep(RENEW_INTERVAL) => {}
            }
        }
    });
}

/// Makes a push claimable that is parked because the platform was not available.
async fn unpark(engine: &Arc<Engine>, envelope: &Arc<Envelope>) -> Result<(), weixin_store::Error> {
    let Some(status) = engine.inbox.status(envelope).await? else { return Ok(()) };
    let reason = status.progress.failure.as_deref().and_then(ParkReason::of);
    if status.state != ItemState::Parked || reason != Some(ParkReason::Unavailable) {
        return Ok(());
    }
    let change = Change { progress: status.progress, then: Then::Replay, next_for: None };
    engine.inbox.update(envelope, status.revision, change).await.map(drop)
}
