//! Change notifications within a process. Engines build [`Store::wait`] from them.

use std::{
    collections::HashMap,
    future,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use futures_util::future::{Either, select};
use tokio::sync::watch;
use weixin_api::Timestamp;

use crate::{Entry, Error, Key, Store, Version, WaitOutcome};

/// Distributes changes to everything in this process that waits for one. An engine that learns of a
/// change, by whichever process it was made, calls [`notify`](ChangeHub::notify) with its key.
#[derive(Debug, Default)]
pub struct ChangeHub(Mutex<Senders>);

type Senders = HashMap<String, watch::Sender<()>>;

/// Waits for changes of one key. It sees every notification since it was created.
#[derive(Debug)]
pub struct Watcher(watch::Receiver<()>);

impl ChangeHub {
    fn senders(&self) -> MutexGuard<'_, Senders> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts watching a key.
    pub fn watch(&self, key: &Key) -> Watcher {
        let mut senders = self.senders();
        senders.retain(|_, sender| sender.receiver_count() > 0);
        let sender = senders.entry(key.to_string()).or_insert_with(|| watch::Sender::new(()));
        Watcher(sender.subscribe())
    }

    /// Wakes the watchers of a key, given in its [`encoded`](Key::encoded) form.
    pub fn notify(&self, encoded: &str) {
        if let Some(sender) = self.senders().get(encoded) {
            sender.send_replace(());
        }
    }

    /// Wakes all watchers: changes may have been missed, for example while a connection was down.
    pub fn notify_all(&self) {
        for sender in self.senders().values() {
            sender.send_replace(());
        }
    }
}

impl Watcher {
    async fn changed(&mut self) {
        if self.0.changed().await.is_err() {
            // The hub was dropped: there will be no more notifications.
            future::pending::<()>().await;
        }
    }
}

/// Implements [`Store::wait`]: reads the entry whenever the watcher is notified, and every
/// `poll_interval` on the store's clock.
///
/// # Errors
///
/// As [`Store::get`].
pub async fn wait_for_change<S: Store + ?Sized>(
    store: &S,
    key: &Key,
    seen: Option<Version>,
    deadline: Timestamp,
    poll_interval: Duration,
    mut watcher: Option<Watcher>,
) -> Result<WaitOutcome, Error> {
    loop {
        let entry = store.get(key).await?;
        if entry.as_ref().map(|entry| entry.version) != seen {
            return Ok(WaitOutcome::Changed(entry));
        }
        let now = store.clock().now();
        if now >= deadline {
            return Ok(WaitOutcome::Unchanged);
        }
        // An entry that expires is a change without a notification.
        let expiry = entry.and_then(|Entry { expires, .. }| expires).unwrap_or(deadline);
        let next_poll = store.clock().sleep_until((now + poll_interval).min(deadline).min(expiry));
        match &mut watcher {
            Some(watcher) => match select(next_poll, Box::pin(watcher.changed())).await {
                Either::Left(_) | Either::Right(_) => {}
            },
            None => next_poll.await,
        }
    }
}
