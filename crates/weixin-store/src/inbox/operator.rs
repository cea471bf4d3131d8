//! What a person decides about pushes: that a parked one is handled again, or that one is removed.

use std::fmt;

use weixin_api::Message;

use super::{
    Change, Inbox, Item, ItemId, ItemState, ItemSummary, Outbox, Owner, Progress, ReplyState, Then,
    Updated,
};
use crate::{Error, ErrorKind};

/// What is done when a parked push is [replayed](replay).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Replayed {
    /// Its handler runs again, and its answer is sent separately.
    Handler,
    /// This number of messages that the handler has returned is sent, the first of which the user
    /// may have received before. The handler does not run again.
    Messages(usize),
    /// Nothing: all its messages were sent. A bot marks it as finished.
    Nothing,
}

/// Why a push was not [replayed](replay) or [removed](discard). Nothing was changed.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum NotChanged {
    /// The inbox has no such push.
    NotFound,
    /// It has changed since it was listed, or was removed.
    Changed,
    /// A process handles it.
    Claimed(Owner),
    /// It waits: it will be handled without being replayed.
    Waiting,
    /// It was handled: only parked pushes are replayed.
    Finished,
    /// It cannot be read: it is sealed with another key, or damaged. It can be removed.
    Unreadable(Error),
    /// The inbox is in the memory of one process, where no bot looks for pushes to handle again.
    InMemory,
    /// The inbox failed, and the change may or may not have taken effect.
    Failed(Error),
}

impl NotChanged {
    fn because_of(state: ItemState) -> Self {
        match state {
            ItemState::Claimed(owner) => Self::Claimed(owner),
            ItemState::Waiting { .. } => Self::Waiting,
            ItemState::Finished | ItemState::Parked => Self::Finished,
        }
    }
}

impl From<Error> for NotChanged {
    fn from(error: Error) -> Self {
        match error.kind() {
            ErrorKind::Unreadable => Self::Unreadable(error),
            _ => Self::Failed(error),
        }
    }
}

impl fmt::Display for NotChanged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("the inbox has no such push"),
            Self::Changed => f.write_str("it has changed since it was listed"),
            Self::Claimed(owner) => write!(f, "process {} is handling it", owner.as_str()),
            Self::Waiting => f.write_str("it waits to be handled"),
            Self::Finished => f.write_str("it was handled"),
            Self::InMemory => f.write_str("the inbox is in the memory of one process"),
            Self::Unreadable(error) | Self::Failed(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for NotChanged {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable(error) | Self::Failed(error) => Some(error),
            _ => None,
        }
    }
}

/// Has a parked push handled again, by any bot that shares the inbox: at once, with its attempts
/// counted from zero, and outside of its lane, so that it neither waits for later pushes of its
/// user nor holds them up.
///
/// If its handler has returned and messages remain, they are sent, including one of which it is
/// not known whether the user has received it. Otherwise the handler runs again. No delivery of the
/// push carries the answer any more: it is sent separately.
///
/// The change is a compare-and-swap, so of several callers one succeeds.
///
/// # Errors
/// If the push is not parked, cannot be read, or the inbox cannot be used or is in memory.
pub async fn replay(inbox: &dyn Inbox, id: &ItemId) -> Result<Replayed, NotChanged> {
    if !inbox.is_shared() {
        return Err(NotChanged::InMemory);
    }
    let Some(Item { envelope, mut status, .. }) = inbox.find(id).await? else {
        return Err(NotChanged::NotFound);
    };
    loop {
        if status.state != ItemState::Parked {
            return Err(NotChanged::because_of(status.state));
        }
        let (progress, replayed) = plan(&status.progress);
        let change = Change { progress, then: Then::Replay, next_for: None };
        match inbox.update(&envelope, status.revision, change).await? {
            Updated::Done { .. } => return Ok(replayed),
            Updated::Conflict(Some(present)) => status = present,
            Updated::Conflict(None) => return Err(NotChanged::NotFound),
        }
    }
}

/// Removes a push for good, as it was listed: unless a process was handling it, or it has changed
/// since. A push that cannot be read can be removed, too. A repeat of it is a new push.
///
/// # Errors
/// If a process is handling the push, it has changed or is gone, or the inbox cannot be used.
pub async fn discard(inbox: &dyn Inbox, listed: &ItemSummary) -> Result<(), NotChanged> {
    if let ItemState::Claimed(owner) = &listed.status.state {
        return Err(NotChanged::Claimed(owner.clone()));
    }
    match inbox.remove(&listed.id, listed.status.revision).await? {
        true => Ok(()),
        false => Err(NotChanged::Changed),
    }
}

/// The progress with which a parked push is handled again, and what is done then.
fn plan(progress: &Progress) -> (Progress, Replayed) {
    let Progress { reply, outbox, .. } = progress;
    match (outbox, reply) {
        (Some(outbox), _) if !outbox.remaining().is_empty() => {
            let replayed = Replayed::Messages(outbox.remaining().len());
            let outbox = Outbox { sending: false, ..outbox.clone() };
            (Progress { reply: reply.decided(), outbox: Some(outbox), failure: None }, replayed)
        }
        (Some(outbox), _) if outbox.done >= outbox.total => {
            let progress = Progress { reply: reply.decided(), failure: None, ..progress.clone() };
            (progress, Replayed::Nothing)
        }
        // It is not known whether the platform has received the answer.
        (None, ReplyState::Offered(answer)) => {
            let outbox = Some(Outbox::new(vec![Message::from(answer.as_ref().clone())]));
            let progress = Progress { reply: ReplyState::Closed, outbox, failure: None };
            (progress, Replayed::Messages(1))
        }
        (None, ReplyState::Taken(_)) => {
            (Progress { failure: None, ..progress.clone() }, Replayed::Nothing)
        }
        // The messages could not be stored, or there are none yet.
        (Some(_), _) | (None, ReplyState::Open | ReplyState::Closed) => {
            let reply = ReplyState::Closed;
            (Progress { reply, outbox: None, failure: None }, Replayed::Handler)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use weixin_protocol::PassiveReply;

    use super::*;

    fn answer() -> Arc<PassiveReply> {
        Arc::new(PassiveReply::Text("an answer".to_owned()))
    }

    fn outbox(done: usize, sending: bool) -> Option<Outbox> {
        let messages = ["a", "b"].map(|text| Message::Text(text.to_owned()));
        Some(Outbox { done, sending, ..Outbox::new(messages) })
    }

    #[test]
    fn messages_that_remain_are_sent_again() {
        for (reply, decided) in [
            (ReplyState::Open, ReplyState::Closed),
            (ReplyState::Closed, ReplyState::Closed),
            (ReplyState::Taken(answer()), ReplyState::Taken(answer())),
            (ReplyState::Offered(answer()), ReplyState::Offered(answer())),
        ] {
            let failure = Some(Arc::from("unknown"));
            let parked = Progress { reply, outbox: outbox(1, true), failure };
            let (progress, replayed) = plan(&parked);
            assert_eq!(replayed, Replayed::Messages(1));
            let sent = progress.outbox.unwrap();
            assert_eq!((sent.done, sent.total, sent.sending), (1, 2, false));
            assert_eq!((progress.reply, progress.failure), (decided, None));
        }
    }

    #[test]
    fn an_answer_that_was_only_offered_is_sent_separately() {
        let parked = Progress { reply: ReplyState::Offered(answer()), ..Progress::default() };
        let (progress, replayed) = plan(&parked);
        assert_eq!((progress.reply, replayed), (ReplyState::Closed, Replayed::Messages(1)));
        assert_eq!(progress.outbox.unwrap().remaining().len(), 1);
    }

    #[test]
    fn what_was_sent_is_not_sent_again() {
        let taken = Progress { reply: ReplyState::Taken(answer()), ..Progress::default() };
        let sent = Progress { outbox: outbox(2, false), ..Progress::default() };
        for parked in [taken, sent] {
            assert_eq!(plan(&parked).1, Replayed::Nothing);
        }
    }

    #[test]
    fn otherwise_the_handler_runs_again() {
        let unstored = Outbox { messages: Arc::from([]), total: 2, done: 0, sending: true };
        for (reply, outbox) in [
            (ReplyState::Open, None),
            (ReplyState::Closed, None),
            (ReplyState::Offered(answer()), Some(unstored)),
        ] {
            let (progress, replayed) = plan(&Progress { reply, outbox, failure: None });
            assert_eq!((progress.reply, replayed), (ReplyState::Closed, Replayed::Handler));
            assert!(progress.outbox.is_none());
        }
    }
}
