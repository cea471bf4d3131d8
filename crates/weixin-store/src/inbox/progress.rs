//! How far the handling of a push has come.

use std::sync::Arc;

use weixin_api::Message;
use weixin_protocol::PassiveReply;

/// How far the handling of a push has come: what is needed to continue it in another process, and
/// to answer repeats of the push.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// The answer to the push itself.
    pub reply: ReplyState,
    /// The messages that are sent separately. `None` before the handler has returned them.
    pub outbox: Option<Outbox>,
    /// Why the last attempt failed, or why the push was parked.
    pub failure: Option<Arc<str>>,
}

/// Where the answer to a push is. Of all deliveries of a push in all processes, only those that come
/// after `Offered` carry an answer; once it is `Closed`, none ever does.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum ReplyState {
    /// Nothing is decided.
    #[default]
    Open,
    /// This answer is available to any delivery. It is not known whether the platform has
    /// received it: the platform does not confirm answers.
    Offered(Arc<PassiveReply>),
    /// A delivery in another process than the handler's has taken the answer and is writing it, or
    /// has written it. It can no longer be sent separately.
    Taken(Arc<PassiveReply>),
    /// No delivery carries an answer: the push was acknowledged without one.
    Closed,
}

impl ReplyState {
    /// The same, but closed if nothing is decided.
    #[must_use]
    pub fn decided(&self) -> Self {
        match self {
            Self::Open => Self::Closed,
            decided => decided.clone(),
        }
    }

    /// The answer, if there is one.
    pub fn reply(&self) -> Option<&Arc<PassiveReply>> {
        match self {
            Self::Offered(reply) | Self::Taken(reply) => Some(reply),
            Self::Open | Self::Closed => None,
        }
    }
}

/// The messages of one push that are sent separately, in order. `sending` is stored before a message
/// is sent and cleared afterwards, so that after a crash it is known whether a message may have been
/// sent.
#[derive(Debug, Clone, Default)]
pub struct Outbox {
    /// The messages. Empty if they cannot be stored, because a file in them is not uploaded.
    pub messages: Arc<[Message]>,
    /// How many messages there are.
    pub total: usize,
    /// How many of them have been sent, or given up after an error of the platform.
    pub done: usize,
    /// Whether the next one is being sent.
    pub sending: bool,
}

impl Outbox {
    /// Messages of which none has been sent.
    pub fn new(messages: impl Into<Arc<[Message]>>) -> Self {
        let messages = messages.into();
        Self { total: messages.len(), messages, done: 0, sending: false }
    }

    /// The same messages, and these after them.
    #[must_use]
    pub fn and(mut self, more: impl IntoIterator<Item = Message>) -> Self {
        let mut more = more.into_iter().peekable();
        if more.peek().is_some() {
            self.messages = self.messages.iter().cloned().chain(more).collect();
            self.total = self.messages.len();
        }
        self
    }

    /// The messages that remain to be sent.
    pub fn remaining(&self) -> &[Message] {
        self.messages.get(self.done..).unwrap_or_default()
    }
}
