//! Whether a source can carry an answer.

use std::time::Duration;

use weixin_api::Timestamp;
use weixin_protocol::{MessageLimits, PushClass};

/// Whether a source can carry an answer, and until when.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum ReplyWindow {
    /// It cannot: the push is acknowledged at once, and all messages are sent by the reply channel.
    None,
    /// It can carry one answer, of a kind that `class` allows and within `limits`.
    Once {
        /// When the source stops waiting. Later messages are sent by the reply channel.
        until: Timestamp,
        /// The rules for this kind of push: which answers are allowed, how often it is repeated.
        class: &'static PushClass,
        /// What one answer may carry.
        limits: &'static MessageLimits,
    },
}

impl ReplyWindow {
    /// Whether the platform must repeat the push until a handler succeeds.
    pub(super) fn must_be_handled(&self) -> bool {
        matches!(self, Self::Once { class, .. } if class.only_if_handled())
    }

    /// How long the platform may repeat the push.
    pub(super) fn repeats(&self) -> Duration {
        match self {
            Self::None => Duration::ZERO,
            Self::Once { class, .. } => class.deadline * u32::from(class.deliveries),
        }
    }
}
