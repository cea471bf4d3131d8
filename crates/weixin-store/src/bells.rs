//! Waiting for a change without asking all the time: what engines build their `wait` from.

use std::{
    collections::HashMap,
    future,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use futures_util::future::{Either, select};
use tokio::sync::watch as channel;
use weixin_api::Timestamp;

use crate::{Entry, Error, Key, Store, Version, Waited};

/// The bells of all keys that somebody in this process waits for. An engine that hears of a change,
/// wherever it was made, rings the bell of its key.
#[derive(Debug, Default)]
pub struct Bells(Mutex<HashMap<String, channel::Sender<()>>>);

/// Somebody's ear for one bell. It hears all ringing since it was made.
#[derive(Debug)]
pub struct Bell(channel::Receiver<()>);

impl Bells {
    fn all(&self) -> MutexGuard<'_, HashMap<String, channel::Sender<()>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Listens from now on to the bell of a key.
    pub fn listen(&self, key: &Key) -> Bell {
        let mut all = self.all();
        all.retain(|_, bell| bell.receiver_count() > 0);
        let bell = all.entry(key.to_string()).or_insert_with(|| channel::Sender::new(()));
        Bell(bell.subscribe())
    }

    /// Rings the bell of a key, given as it is [`encoded`](Key::encoded).
    pub fn ring(&self, encoded: &str) {
        if let Some(bell) = self.all().get(encoded) {
            bell.send_replace(());
        }
    }

    /// Rings all bells: something may have changed unheard.
    pub fn ring_all(&self) {
        for bell in self.all().values() {
            bell.send_replace(());
        }
    }
}

impl Bell {
    async fn rings(&mut self) {
        if self.0.changed().await.is_err() {
            // The bells are gone. Nobody will ring any more.
            future::pending::<()>().await;
        }
    }
}

/// Waits for a change of a key as [`Store::wait`] does: by looking whenever the bell rings and
/// whenever `pace` is over, on the store's clock.
///
/// # Errors
///
/// As [`Store::get`].
pub async fn watch<S: Store + ?Sized>(
    store: &S,
    key: &Key,
    seen: Option<Version>,
    deadline: Timestamp,
    pace: Duration,
    mut bell: Option<Bell>,
) -> Result<Waited, Error> {
    loop {
        let entry = store.get(key).await?;
        if entry.as_ref().map(|entry| entry.version) != seen {
            return Ok(Waited::Changed(entry));
        }
        let now = store.clock().now();
        if now >= deadline {
            return Ok(Waited::Unchanged);
        }
        // An entry that expires is a change as well, and rings no bell.
        let expiry = entry.and_then(|Entry { expires, .. }| expires).unwrap_or(deadline);
        let look = store.clock().sleep_until((now + pace).min(deadline).min(expiry));
        match &mut bell {
            Some(bell) => match select(look, Box::pin(bell.rings())).await {
                Either::Left(_) | Either::Right(_) => {}
            },
            None => look.await,
        }
    }
}
