//! What happens to answers that come after the platform has stopped waiting.

use std::{fmt, str::FromStr, sync::Arc};

/// The text that announces a waiting answer.
const MAILBOX_TEXT: &str = "还在思考，稍后请回复任意内容获取答案。\n\
                            Still working on it: send anything later to receive the answer.";

/// The text after an answer, if more answers wait.
const MORE_TEXT: &str = "（还有内容，请再回复任意内容获取 Send anything for more）";

/// What happens to an answer that comes after the platform has stopped waiting (4.5 s for messages):
/// `late_reply` of an account.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum LateReply {
    /// `message`: it is sent as a separate message, as most accounts can.
    #[default]
    Message,
    /// `hold`: for accounts that cannot send messages, such as subscription accounts without
    /// verification (未认证订阅号). The first deliveries of a push are not acknowledged, so that the
    /// platform repeats it, and the answer goes out with a repeat. An answer that is too late even for
    /// that is parked.
    ///
    /// The platform counts these deliveries as failures. Only a few pushes a minute are held; the
    /// others are acknowledged at once.
    Hold,
    /// `mailbox`: the same; and an answer that is still too late waits until the user writes again.
    /// The user is told so with [`mailbox_text`](crate::AccountConfig::mailbox_text), and the next
    /// message of the user gets the answer instead of being handled.
    Mailbox,
}

impl LateReply {
    const ALL: [LateReply; 3] = [Self::Message, Self::Hold, Self::Mailbox];

    /// The name in the configuration.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Hold => "hold",
            Self::Mailbox => "mailbox",
        }
    }
}

impl fmt::Display for LateReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text is no way of treating late answers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("is not \"message\", \"hold\" or \"mailbox\"")]
pub struct UnknownLateReply(());

impl FromStr for LateReply {
    type Err = UnknownLateReply;

    fn from_str(name: &str) -> Result<Self, UnknownLateReply> {
        Self::ALL.into_iter().find(|way| way.as_str() == name).ok_or(UnknownLateReply(()))
    }
}

/// How late answers of an account are treated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LateReplies {
    pub(crate) way: LateReply,
    /// How many deliveries of a push the bot counts on.
    pub(crate) deliveries: u32,
    /// What the user is told when an answer will wait.
    pub(crate) mailbox_text: Arc<str>,
    /// What is added to an answer if more of them wait.
    pub(crate) more_text: Arc<str>,
}

impl LateReplies {
    /// How many deliveries of a push an account counts on if it holds pushes. The platform promises
    /// three and does not always keep to it.
    pub(crate) const DELIVERIES: u32 = 2;

    pub(crate) fn new(way: LateReply) -> Self {
        Self {
            way,
            deliveries: Self::DELIVERIES,
            mailbox_text: MAILBOX_TEXT.into(),
            more_text: MORE_TEXT.into(),
        }
    }

    pub(crate) fn holds(&self) -> bool {
        matches!(self.way, LateReply::Hold | LateReply::Mailbox)
    }

    pub(crate) fn has_mailbox(&self) -> bool {
        self.way == LateReply::Mailbox
    }
}

impl Default for LateReplies {
    fn default() -> Self {
        Self::new(LateReply::default())
    }
}
