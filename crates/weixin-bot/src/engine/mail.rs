//! The mailbox of an account that cannot send messages.

use std::time::Duration;

use tracing::{error, info, warn};
use weixin_api::{Message, Timestamp};
use weixin_protocol::{Kind, PassiveReply};
use weixin_store::{
    inbox::{Destination, Progress},
    mailbox::Waiting,
};

use super::{
    Outcome, ReplyWindow,
    item_handle::ItemHandle,
    outbox::{Delivered, Outbox},
    run::PushInFlight,
};
use crate::reply::Reply;

/// How long an answer waits for the user.
const MAIL_TTL: Duration = Duration::from_secs(7 * 24 * 60 * 60);

impl PushInFlight {
    /// What a delivery is answered with if the answer comes later and will wait in the mailbox.
    pub(super) fn mailbox_notice(&self) -> Option<PassiveReply> {
        let late = self.account.late();
        let ReplyWindow::Once { class, .. } = self.window else { return None };
        let applies = late.has_mailbox() && self.is_message() && class.allows("text");
        applies.then(|| PassiveReply::Text(late.mailbox_text.to_string()))
    }

    fn is_message(&self) -> bool {
        matches!(self.envelope.push().kind(), Kind::Message(_))
    }

    /// The answers that the user wants to receive with this push.
    pub(super) async fn waiting_mail(&self, item: &ItemHandle) -> Option<Waiting> {
        let late = self.account.late();
        if !late.has_mailbox() || !self.is_message() {
            return None;
        }
        let Destination::User(user) = self.envelope.destination() else { return None };
        match self.engine.mailbox.look(self.account.id(), user).await {
            Ok(waiting) => waiting.filter(|waiting| item.received > waiting.since),
            Err(error) => {
                warn!(%error, "the store fails: answers that wait for a user are not found");
                None
            }
        }
    }

    /// Answers the push with what waits in the mailbox, as far as one answer can carry it. If the push
    /// can no longer be answered, everything stays there.
    pub(super) async fn deliver_mail(&self, item: &mut ItemHandle, waiting: Waiting) -> Delivered {
        let Destination::User(user) = self.envelope.destination() else { return Delivered::Done };
        if !self.flight.slot.is_open() {
            info!("an answer waits for the user's next message");
            self.report(&Outcome::Nothing);
            return (Outbox { push: self, item }).deliver(Reply::nothing()).await;
        }
        let max = self.passive_limits().text_bytes.unwrap_or(usize::MAX);
        let (message, taken) = join(&waiting.messages, max, &self.account.late().more_text);
        let delivered = Outbox { push: self, item: &mut *item }.deliver(message.into()).await;
        let removed = self.engine.mailbox.remove(self.account.id(), user, &waiting, taken).await;
        if let Err(error) = removed {
            warn!(%error, "the store fails: the user may get an answer again");
        }
        delivered
    }

    /// Puts messages into the user's mailbox. `false` if the account has none, or it fails.
    pub(super) async fn put_in_mailbox(&self, messages: &[Message], since: Timestamp) -> bool {
        if !self.account.late().has_mailbox() || messages.is_empty() {
            return false;
        }
        let Destination::User(user) = self.envelope.destination() else { return false };
        let expires = self.engine.clock.now() + MAIL_TTL;
        let added =
            self.engine.mailbox.add(self.account.id(), user, messages, since, expires).await;
        match added {
            Ok(added) if added == messages.len() => true,
            Ok(added) => {
                let lost = messages.len() - added;
                warn!(lost, "messages with files that are not uploaded cannot wait for a user");
                added > 0
            }
            Err(error) => {
                error!(%error, "the store fails: an answer cannot wait for the user");
                false
            }
        }
    }

    /// When the user was told that the answer will wait: at the end of the last delivery on which the
    /// bot counts.
    pub(super) fn noticed_at(&self) -> Timestamp {
        let now = self.engine.clock.now();
        match self.flight.window {
            ReplyWindow::Once { until, class, .. } => {
                let repeats = self.account.late().deliveries.saturating_sub(1);
                (until + class.deadline * repeats).min(now)
            }
            ReplyWindow::None => now,
        }
    }
}

impl Outbox<'_> {
    /// Puts what remains into the user's mailbox and finishes the push. `false` if that is not
    /// possible.
    pub(super) async fn mail(&mut self, progress: &Progress, since: Timestamp) -> bool {
        let remaining = progress.outbox.as_ref().map(|outbox| outbox.remaining());
        let Some(messages) = remaining.filter(|messages| !messages.is_empty()) else {
            return false;
        };
        if !self.push.put_in_mailbox(messages, since).await {
            return false;
        }
        info!("the answer waits for the user's next message");
        self.push.report(&Outcome::InMailbox);
        let progress = Progress { outbox: None, ..progress.clone() };
        let engine = &self.push.engine;
        self.item.save_anyway(engine, progress, engine.finished()).await;
        true
    }
}

/// One message of as many waiting texts as fit, or the first message; and how many these are. If more
/// wait, a text says so.
fn join(waiting: &[Message], max: usize, more: &str) -> (Message, usize) {
    let mut joined = String::new();
    let mut taken = 0;
    for message in waiting {
        let Message::Text(text) = message else { break };
        let separator = if joined.is_empty() { "" } else { "\n\n" };
        if taken > 0 && joined.len() + separator.len() + text.len() > max {
            break;
        }
        joined.push_str(separator);
        joined.push_str(text);
        taken += 1;
    }
    if taken == 0 {
        let first = waiting.first().cloned();
        return (first.unwrap_or_else(|| Message::Text(String::new())), 1);
    }
    if taken < waiting.len() && joined.len() + 2 + more.len() <= max {
        joined.push_str("\n\n");
        joined.push_str(more);
    }
    (Message::Text(joined), taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[&str]) -> Vec<Message> {
        texts.iter().map(|text| Message::Text((*text).to_owned())).collect()
    }

    /// The joined text, and how many messages it has.
    fn joined(waiting: &[Message], max: usize) -> (String, usize) {
        match join(waiting, max, "more") {
            (Message::Text(text), taken) => (text, taken),
            (other, taken) => (format!("{other:?}"), taken),
        }
    }

    #[test]
    fn waiting_texts_are_joined_as_far_as_they_fit() {
        let is = |text: &str, taken| (text.to_owned(), taken);
        assert_eq!(joined(&texts(&["one", "two"]), 99), is("one\n\ntwo", 2));
        assert_eq!(joined(&texts(&["one", "two"]), 7), is("one", 1));
        assert_eq!(joined(&texts(&["one", "two", "three"]), 14), is("one\n\ntwo\n\nmore", 2));
        let mixed = [texts(&["one"]), vec![Message::News(Vec::new())]].concat();
        assert_eq!(joined(&mixed, 99), is("one\n\nmore", 1));
        assert_eq!(joined(&mixed[1..], 99).1, 1);
    }
}
