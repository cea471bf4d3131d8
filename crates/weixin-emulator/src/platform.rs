//! The world behind its lock, and the bell that rings when it changes.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use crate::{
    clock::PlatformClock,
    endpoints::{self, Served},
    push::HttpClient,
    world::World,
};

/// What every part of the emulator shares.
pub(crate) struct Platform {
    world: Mutex<World>,
    revision: watch::Sender<u64>,
    pub(crate) clock: PlatformClock,
    pub(crate) http: HttpClient,
    pub(crate) endpoints: Vec<Served>,
}

impl Platform {
    /// `callbacks_off_loopback` allows bots on other machines.
    pub(crate) fn new(clock: PlatformClock, callbacks_off_loopback: bool) -> Self {
        Self {
            world: Mutex::new(World::new(clock.clone())),
            revision: watch::Sender::new(0),
            clock,
            http: HttpClient::new(callbacks_off_loopback),
            endpoints: endpoints::all(),
        }
    }

    /// Looks at the world.
    pub(crate) fn look<R>(&self, look: impl FnOnce(&World) -> R) -> R {
        look(&self.lock())
    }

    /// Changes the world, and rings. The lock is never held while something is awaited: neither
    /// of these takes a future.
    pub(crate) fn change<R>(&self, change: impl FnOnce(&mut World) -> R) -> R {
        let mut world = self.lock();
        let result = change(&mut world);
        let revision = world.timeline.revision();
        drop(world);
        self.revision.send_if_modified(|seen| {
            let newer = *seen < revision;
            *seen = revision.max(*seen);
            newer
        });
        result
    }

    /// Rings at every change.
    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.revision.subscribe()
    }

    fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
