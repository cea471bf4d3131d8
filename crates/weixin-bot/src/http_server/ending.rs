//! How a connection is asked to end.

use std::{
    sync::atomic::{AtomicU8, Ordering},
    task::Context,
};

use futures_util::task::AtomicWaker;

/// When a connection has to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum End {
    /// After the request in flight.
    WhenIdle = 1,
    /// Now.
    AtOnce = 2,
}

/// Asks a connection to end, and wakes it. A connection looks at it whenever it is polled, which takes
/// no lock.
#[derive(Debug, Default)]
pub(super) struct EndSignal {
    asked: AtomicU8,
    waker: AtomicWaker,
}

impl EndSignal {
    /// Asks for an end. What was asked for earlier still holds if it is stronger.
    pub(super) fn ask(&self, end: End) {
        if self.asked.fetch_max(end as u8, Ordering::AcqRel) < end as u8 {
            self.waker.wake();
        }
    }

    /// What has been asked for.
    pub(super) fn asked(&self) -> Option<End> {
        match self.asked.load(Ordering::Acquire) {
            0 => None,
            1 => Some(End::WhenIdle),
            _ => Some(End::AtOnce),
        }
    }

    /// The same; the task is woken when something else is asked for.
    pub(super) fn poll(&self, context: &Context<'_>) -> Option<End> {
        self.waker.register(context.waker());
        self.asked()
    }
}
