//! Why pushes are parked.

use std::fmt;

use super::{ItemState, ItemSummary};

/// Why a push was parked. [`Progress::failure`](super::Progress::failure) begins with its
/// [name](ParkReason::as_str) and a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParkReason {
    /// The handler failed, panicked or took too long, as often as it may be tried.
    Handler,
    /// It is not known whether a message was sent: the process ended while it was being sent, or the
    /// platform did not answer.
    Unknown,
    /// The process ended before the whole answer was stored: in the middle of a streamed text, or
    /// before the files of its messages were uploaded.
    Incomplete,
    /// The platform accepts no more messages to this user until the user acts again.
    Window,
    /// The answer came too late for the push, and the account cannot send messages.
    NoChannel,
    /// The platform could not be reached, or was busy, for too long.
    Unavailable,
    /// What is stored cannot be read: it was encrypted with another key, or damaged.
    Unreadable,
}

impl ParkReason {
    /// All reasons.
    pub const ALL: [ParkReason; 7] = [
        Self::Handler,
        Self::Unknown,
        Self::Incomplete,
        Self::Window,
        Self::NoChannel,
        Self::Unavailable,
        Self::Unreadable,
    ];

    /// The name, as it is stored and shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Handler => "handler",
            Self::Unknown => "unknown",
            Self::Incomplete => "incomplete",
            Self::Window => "window",
            Self::NoChannel => "no-channel",
            Self::Unavailable => "unavailable",
            Self::Unreadable => "unreadable",
        }
    }

    /// The reason that a stored failure begins with.
    pub fn of(failure: &str) -> Option<Self> {
        let (name, _) = failure.split_once(':')?;
        Self::ALL.into_iter().find(|reason| reason.as_str() == name)
    }

    /// The text to be stored: the name and the details.
    pub fn failure(self, details: impl fmt::Display) -> String {
        format!("{self}: {details}")
    }
}

impl fmt::Display for ParkReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl ItemSummary {
    /// Why the push is parked. `None` if it is not.
    pub fn park_reason(&self) -> Option<ParkReason> {
        if self.status.state != ItemState::Parked {
            return None;
        }
        let progress = &self.status.progress;
        // Bots say why they park a push. Inboxes park what they cannot read, and cannot say so.
        let Some(failure) = progress.failure.as_deref().filter(|_| !self.unreadable) else {
            return Some(ParkReason::Unreadable);
        };
        let sending = progress.outbox.as_ref().is_some_and(|outbox| outbox.sending);
        let otherwise = if sending { ParkReason::Unknown } else { ParkReason::Handler };
        Some(ParkReason::of(failure).unwrap_or(otherwise))
    }
}
