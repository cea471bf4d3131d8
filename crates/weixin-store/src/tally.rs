//! How often something happened of late.

use weixin_api::Timestamp;

/// What became of counting something that may only happen so often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    /// It was counted, and happened this often within the window, this time included.
    Counted(u32),
    /// It happened as often as it may, and was not counted. From this moment on it may happen
    /// again.
    Full {
        /// When the oldest leaves the window. For a limit of zero, the end of a window from now.
        until: Timestamp,
    },
}

impl Tally {
    /// Whether it was counted.
    pub fn is_counted(self) -> bool {
        matches!(self, Tally::Counted(_))
    }
}
