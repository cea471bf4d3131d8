//! Counting events within a time window.

use weixin_api::Timestamp;

/// The result of [`Store::try_count`](crate::Store::try_count).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountOutcome {
    /// The event was counted. The number includes it and all others within the window.
    Counted(u32),
    /// The limit is reached; the event was not counted.
    Full {
        /// When the next event can be counted: the oldest one leaves the window then. With a limit
        /// of zero: one window from now.
        until: Timestamp,
    },
}

impl CountOutcome {
    /// Whether the event was counted.
    pub fn is_counted(self) -> bool {
        matches!(self, CountOutcome::Counted(_))
    }
}
