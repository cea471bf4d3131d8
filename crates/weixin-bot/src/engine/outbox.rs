//! Sends the messages of one handler: the answer to the push first, the others after it.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use tracing::{debug, error, info};
use weixin_api::{Clock, Message};
use weixin_protocol::PassiveReply;

use super::{
    MountedAccount, ReplyWindow,
    channel::SendError,
    envelope::Envelope,
    in_flight::Slot,
    slot::{Closed, Offer},
    split::split_to_limits,
};
use crate::{log_text::chain, reply::Reply};

/// The delay between the answer to the push and the first separate message. The two travel on
/// different connections, and the platform shows them in the order in which they arrive.
const PASSIVE_HEAD_START: Duration = Duration::from_millis(100);

/// Sends the messages of one handler.
pub(super) struct Outbox<'a> {
    pub(super) clock: &'a Arc<dyn Clock>,
    pub(super) account: &'a MountedAccount,
    pub(super) envelope: &'a Envelope,
    pub(super) slot: &'a Slot,
    /// How long the platform may repeat the push.
    pub(super) repeats: Duration,
}

impl Outbox<'_> {
    /// Makes the first message the answer to the push if its class allows it and it is not too
    /// late; all others are sent by the reply channel. What cannot be sent is logged.
    ///
    /// If that answer is the whole reply, the deliveries take care of it, and this completes at
    /// once.
    pub(super) async fn deliver(&self, reply: Reply, window: ReplyWindow) {
        let mut messages = VecDeque::from(reply.into_messages());
        let passive = self.take_passive(&mut messages, window).await;
        let Some((passive, message)) = passive else {
            self.slot.close(Closed::Empty);
            return self.send_all(messages).await;
        };
        // An answer that nobody takes is rescued without a still picture: rescuing sees only the
        // answer.
        let alone = messages.is_empty() && !has_still_picture(&message);
        match self.slot.offer(Arc::new(passive), !alone) {
            Offer::TooLate(_) => {
                messages.push_front(message);
                self.send_all(messages).await;
            }
            Offer::Accepted if alone => {}
            Offer::Accepted | Offer::Unattended => {
                if self.watch().await.is_some() {
                    messages.push_front(message);
                } else if !messages.is_empty() {
                    self.clock.sleep(PASSIVE_HEAD_START).await;
                }
                self.send_all(messages).await;
            }
        }
    }

    /// Takes the first message if it can be the answer to the push, and returns both forms of it.
    /// Its file is uploaded now; the files of other messages are uploaded when it is their turn.
    async fn take_passive(
        &self,
        messages: &mut VecDeque<Message>,
        window: ReplyWindow,
    ) -> Option<(PassiveReply, Message)> {
        let ReplyWindow::Once { class, limits, .. } = window else { return None };
        let mut first = loop {
            let mut parts = split_to_limits(messages.pop_front()?, limits).into_iter();
            if let Some(first) = parts.next() {
                parts.rev().for_each(|part| messages.push_front(part));
                break first;
            }
        };
        if let Some(name) = passive_name(&first).filter(|name| class.allows(name)) {
            match self.upload_passive(&mut first).await {
                Ok(()) => {
                    if let Some(passive) = first.to_passive() {
                        debug_assert_eq!(passive.msg_type(), name);
                        return Some((passive, first));
                    }
                }
                Err(error) => {
                    let error = chain(&error);
                    error!(error, "a file could not be uploaded: its message is not sent");
                    return None;
                }
            }
        }
        messages.push_front(first);
        None
    }

    /// Uploads the file of the answer to the push. A still picture is not part of that answer; it
    /// is kept in case the answer is too late.
    async fn upload_passive(&self, message: &mut Message) -> Result<(), SendError> {
        // The still picture comes after the file it belongs to.
        if message.media_mut().next().is_none_or(|media| media.uploaded().is_some()) {
            return Ok(());
        }
        let Some(client) = self.account.client() else {
            return Err(SendError::Unsupported("this account has no client to upload files with"));
        };
        let still = match message {
            Message::Video { thumb, .. } => thumb.take(),
            _ => None,
        };
        let uploaded = client.upload_files(message).await;
        if let Message::Video { thumb, .. } = message {
            *thumb = still;
        }
        Ok(uploaded?)
    }

    /// Waits until a delivery has written the answer. If none has done so when no more repeats are
    /// expected, the answer is withdrawn and returned.
    pub(super) async fn watch(&self) -> Option<Arc<PassiveReply>> {
        let until = self.clock.now() + self.repeats;
        loop {
            let left = until.since(self.clock.now());
            if self.clock.timeout(left, self.slot.written()).await.is_ok() {
                return None;
            }
            if let Some(reply) = self.slot.withdraw() {
                info!("all deliveries were cut off: the answer is sent as a separate message");
                return Some(reply);
            }
            // A delivery is writing it now, or has written it.
            self.slot.unclaimed().await;
        }
    }

    /// Sends messages by the reply channel, in order.
    pub(super) async fn send_all(&self, messages: impl IntoIterator<Item = Message>) {
        let mut messages = messages.into_iter().peekable();
        if messages.peek().is_none() {
            return;
        }
        let Some(channel) = self.account.channel() else {
            error!("an answer came too late for the push, and this account has no reply channel");
            return;
        };
        for message in messages.flat_map(|message| split_to_limits(message, channel.limits())) {
            match channel.send(self.envelope.destination(), message).await {
                Ok(()) => debug!(channel = channel.name(), "sent"),
                Err(error) => {
                    let error = chain(&error);
                    error!(channel = channel.name(), error, "a message could not be sent");
                }
            }
        }
    }
}

fn has_still_picture(message: &Message) -> bool {
    matches!(message, Message::Video { thumb: Some(_), .. })
}

/// The `MsgType` of a message as the answer to a push; `None` if it cannot be one.
fn passive_name(message: &Message) -> Option<&'static str> {
    Some(match message {
        Message::Text(_) => "text",
        Message::Image(_) => "image",
        Message::Voice(_) => "voice",
        Message::Video { .. } => "video",
        Message::Music(_) => "music",
        Message::News(_) => "news",
        Message::Passive(reply) => reply.msg_type(),
        _ => return None,
    })
}
