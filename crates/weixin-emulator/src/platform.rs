//! The platform's state behind a lock, with change notifications.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use crate::{
    clock::PlatformClock,
    endpoints::{self, Operation},
    push::HttpClient,
    state::PlatformState,
};

/// What all parts of the emulator share.
pub(crate) struct Platform {
    state: Mutex<PlatformState>,
    revision: watch::Sender<u64>,
    pub(crate) clock: PlatformClock,
    pub(crate) http: HttpClient,
    pub(crate) endpoints: Vec<Operation>,
}

impl Platform {
    /// `callbacks_off_loopback` allows bots on other machines.
    pub(crate) fn new(clock: PlatformClock, callbacks_off_loopback: bool) -> Self {
        Self {
            state: Mutex::new(PlatformState::new(clock.clone())),
            revision: watch::Sender::new(0),
            clock,
            http: HttpClient::new(callbacks_off_loopback),
            endpoints: endpoints::all(),
        }
    }

    /// Reads the state.
    pub(crate) fn read<R>(&self, read: impl FnOnce(&PlatformState) -> R) -> R {
        read(&self.lock())
    }

    /// Changes the state and notifies the receivers of [`changes`](Self::changes). Neither this nor
    /// [`read`](Self::read) takes a future, so the lock is never held across an await.
    pub(crate) fn update<R>(&self, update: impl FnOnce(&mut PlatformState) -> R) -> R {
        let mut state = self.lock();
        let result = update(&mut state);
        let revision = state.timeline.revision();
        drop(state);
        self.revision.send_if_modified(|seen| {
            let newer = *seen < revision;
            *seen = revision.max(*seen);
            newer
        });
        result
    }

    /// A receiver that is notified of every change.
    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.revision.subscribe()
    }

    fn lock(&self) -> MutexGuard<'_, PlatformState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
