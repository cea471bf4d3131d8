//! Sends the messages of one handler: the answer to the push first, the others after it.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use tracing::{debug, error, info, warn};
use weixin_api::Message;
use weixin_protocol::PassiveReply;
use weixin_store::inbox::{Outbox as StoredOutbox, Progress, ReplyState, Then};

use super::{
    channel::{ReplyChannel, SendError},
    item_handle::{ItemHandle, Saved},
    run::PushInFlight,
    slot::Closed,
    split::split_to_limits,
    window::ReplyWindow,
};
use crate::{log_text::chain, reply::Reply};

/// The delay between the answer to the push and the first separate message. The two travel on
/// different connections, and the platform shows them in the order in which they arrive.
const PASSIVE_HEAD_START: Duration = Duration::from_millis(100);

/// How often the inbox is asked whether a delivery in another process has taken an answer.
const TAKEN_POLL_INTERVAL: Duration = Duration::from_millis(100);

/// What became of a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delivered {
    /// It was sent, as far as that was possible.
    Done,
    /// It is stored and prepared as the answer to the push: the caller offers it.
    Prepared,
}

/// Sends the messages of one handler.
pub(super) struct Outbox<'a> {
    pub(super) push: &'a PushInFlight,
    pub(super) item: &'a mut ItemHandle,
}

impl Outbox<'_> {
    /// Makes the first message the answer to the push if its class allows it and it is not too
    /// late; all others are sent by the reply channel. What cannot be sent is logged.
    ///
    /// If that answer is the whole reply, it is only prepared: the caller offers it.
    pub(super) async fn deliver(&mut self, reply: Reply) -> Delivered {
        let mut messages = VecDeque::from(reply.into_messages());
        let passive = self.take_passive(&mut messages).await;
        let Some((passive, message)) = passive else {
            self.push.flight.slot.close(Closed::Empty);
            self.send_all(messages.into()).await;
            return Delivered::Done;
        };
        let passive = Arc::new(passive);
        if self.push.flight.slot.prepare(Arc::clone(&passive)).is_err() {
            messages.push_front(message);
            self.send_all(messages.into()).await;
            return Delivered::Done;
        }
        // An answer that nobody takes is rescued without a still picture: rescuing sees only the
        // answer.
        let slot = &self.push.flight.slot;
        let alone = messages.is_empty() && !has_still_picture(&message) && slot.is_attended();
        match self.store_offer(passive, &messages, alone).await {
            Ok(Saved::Done) if alone => Delivered::Prepared,
            Ok(Saved::Done) | Err(_) => {
                slot.offer(true);
                self.accompany(message, messages).await;
                Delivered::Done
            }
            Ok(Saved::Changed) => {
                // A delivery in another process was acknowledged: the platform listens to none now.
                slot.withdraw();
                messages.push_front(message);
                self.send_all(messages.into()).await;
                Delivered::Done
            }
            Ok(Saved::Lost) => {
                slot.withdraw();
                Delivered::Done
            }
        }
    }

    /// Waits until the offered answer is written, and sends the other messages after it. If nobody
    /// takes the answer, it is sent as the first of them.
    async fn accompany(&mut self, answer: Message, mut rest: VecDeque<Message>) {
        if self.watch().await.is_some() {
            rest.push_front(answer);
            return self.send(rest.into(), Then::Keep, true).await;
        }
        if !rest.is_empty() {
            self.push.engine.clock.sleep(PASSIVE_HEAD_START).await;
        }
        self.send_all(rest.into()).await;
    }

    /// Stores that this answer is offered; and if it is all there is to send, that the push is
    /// finished.
    async fn store_offer(
        &mut self,
        passive: Arc<PassiveReply>,
        rest: &VecDeque<Message>,
        alone: bool,
    ) -> Result<Saved, weixin_store::Error> {
        let outbox = (!rest.is_empty()).then(|| StoredOutbox::new(Vec::from(rest.clone())));
        let progress =
            Progress { reply: ReplyState::Offered(passive), outbox, ..self.item.progress.clone() };
        let then = if alone { self.finished() } else { Then::Keep };
        let engine = &self.push.engine;
        let stored = self.item.try_save(engine, &progress, &then, false).await;
        if let Err(error) = &stored {
            let push = self.push.printable_id();
            warn!(%push, %error, "the inbox fails: the answer is given without being stored first");
            engine.ownership.suspect();
            self.item.progress = progress;
        }
        stored
    }

    fn finished(&self) -> Then {
        self.push.engine.finished()
    }

    /// Takes the first message if it can be the answer to the push, and returns both forms of it.
    /// Its file is uploaded now; the files of other messages are uploaded when it is their turn.
    async fn take_passive(
        &self,
        messages: &mut VecDeque<Message>,
    ) -> Option<(PassiveReply, Message)> {
        let ReplyWindow::Once { class, limits, .. } = self.push.flight.window else { return None };
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
        let Some(client) = self.push.account.client() else {
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
        let (clock, slot) = (&self.push.engine.clock, &self.push.flight.slot);
        if self.push.flight.is_elsewhere && self.push.account.channel().is_some() {
            return self.watch_elsewhere().await;
        }
        let until = clock.now() + self.push.flight.window.repeats();
        loop {
            let left = until.since(clock.now());
            if clock.timeout(left, slot.written()).await.is_ok() {
                return None;
            }
            if let Some(reply) = slot.withdraw() {
                info!("all deliveries were cut off: the answer is sent as a separate message");
                return Some(reply);
            }
            // A delivery is writing it now, or has written it.
            slot.unclaimed().await;
        }
    }

    /// The same for an answer that only a delivery in another process can take: it does so at once, or
    /// when the platform no longer waits, never.
    async fn watch_elsewhere(&self) -> Option<Arc<PassiveReply>> {
        let (engine, slot) = (&self.push.engine, &self.push.flight.slot);
        let ReplyWindow::Once { until, .. } = self.push.flight.window else {
            return slot.withdraw();
        };
        while engine.clock.now() < until && !slot.is_attended() {
            engine.clock.sleep(TAKEN_POLL_INTERVAL).await;
            let taken = match engine.inbox.status(&self.push.envelope).await {
                Ok(Some(status)) => !matches!(status.progress.reply, ReplyState::Offered(_)),
                Ok(None) | Err(_) => false,
            };
            if taken {
                return None;
            }
        }
        slot.withdraw()
    }

    /// Sends the answer that was withdrawn after the push was finished.
    pub(super) async fn send_withdrawn(&mut self) {
        let Some(reply) = self.item.progress.reply.reply().cloned() else { return };
        let owner = self.item.owner().clone();
        self.send(vec![reply.as_ref().clone().into()], Then::Resume(owner), true).await;
    }

    /// Sends messages by the reply channel, in order, and finishes the push.
    async fn send_all(&mut self, messages: Vec<Message>) {
        if messages.is_empty() {
            let reply = self.item.progress.reply.decided();
            let progress = Progress { reply, ..self.item.progress.clone() };
            self.item.save_anyway(&self.push.engine, progress, self.finished()).await;
            return;
        }
        self.send(messages, Then::Keep, false).await;
    }

    /// Sends messages by the reply channel. `withdrawn` says that the first one is an answer that
    /// was offered before.
    async fn send(&mut self, messages: Vec<Message>, begin: Then, withdrawn: bool) {
        let Some(channel) = self.push.account.channel() else {
            let why = "an answer came too late for the push, and this account has no reply channel";
            return self.park_unsent(why).await;
        };
        let mut messages: Vec<_> = messages
            .into_iter()
            .flat_map(|message| split_to_limits(message, channel.limits()))
            .collect();
        if self.push.engine.inbox.is_shared() {
            // Only uploaded files can be stored.
            messages = self.prepare(channel, messages).await;
        }
        let mut outbox = StoredOutbox::new(messages);
        outbox.sending = outbox.total > 0;
        let progress = Progress { outbox: Some(outbox), ..self.with_reply_closed() };
        match self.item.save(&self.push.engine, &progress, &begin).await {
            Saved::Done => self.send_remaining().await,
            Saved::Lost => {}
            Saved::Changed => self.send_after_change(progress, begin, withdrawn).await,
        }
    }

    /// A delivery in another process was acknowledged, or has taken the answer: then it is not among
    /// the messages to be sent.
    async fn send_after_change(&mut self, mut progress: Progress, begin: Then, withdrawn: bool) {
        if withdrawn
            && self.item.is_taken()
            && let Some(outbox) = &mut progress.outbox
        {
            *outbox = StoredOutbox::new(outbox.messages.get(1..).unwrap_or_default());
            outbox.sending = outbox.total > 0;
        }
        progress.reply = self.item.progress.reply.clone();
        if self.item.save_anyway(&self.push.engine, progress, begin).await == Saved::Done {
            self.send_remaining().await;
        }
    }

    /// Parks the push because its messages cannot be sent.
    async fn park_unsent(&mut self, why: &str) {
        error!("{why}");
        let progress = self.with_reply_closed();
        let progress = Progress { failure: Some(why.into()), ..progress };
        self.item.save_anyway(&self.push.engine, progress, Then::Park).await;
    }

    /// The progress in which no delivery carries an answer.
    fn with_reply_closed(&self) -> Progress {
        let reply = match &self.item.progress.reply {
            // One that was written stays: repeats get it again.
            ReplyState::Offered(reply) if self.push.flight.slot.is_written() => {
                ReplyState::Offered(Arc::clone(reply))
            }
            ReplyState::Taken(reply) => ReplyState::Taken(Arc::clone(reply)),
            _ => ReplyState::Closed,
        };
        Progress { reply, ..self.item.progress.clone() }
    }

    /// Uploads the files of messages. A message whose file cannot be uploaded is dropped.
    async fn prepare(&self, channel: &dyn ReplyChannel, messages: Vec<Message>) -> Vec<Message> {
        let mut prepared = Vec::with_capacity(messages.len());
        for message in messages {
            match channel.prepare(message).await {
                Ok(message) => prepared.push(message),
                Err(error) => {
                    let error = chain(&error);
                    error!(error, "a file could not be uploaded: its message is not sent");
                }
            }
        }
        prepared
    }

    /// Sends the messages of the stored outbox that have not been sent, and finishes the push. It is
    /// stored that each message is being sent before it is sent.
    pub(super) async fn send_remaining(&mut self) {
        let Some(channel) = self.push.account.channel() else {
            return self
                .park_unsent("messages remain, and this account has no reply channel")
                .await;
        };
        let engine = Arc::clone(&self.push.engine);
        loop {
            let Some(outbox) = self.item.progress.outbox.clone() else { return };
            let Some(message) = outbox.remaining().first().cloned() else { break };
            if !outbox.sending {
                let sending = StoredOutbox { sending: true, ..outbox.clone() };
                let progress = Progress { outbox: Some(sending), ..self.item.progress.clone() };
                if self.item.save_anyway(&engine, progress, Then::Keep).await != Saved::Done {
                    return;
                }
            }
            let mut failure = self.item.progress.failure.clone();
            match channel.send(self.push.envelope.destination(), message).await {
                Ok(()) => debug!(channel = channel.name(), "sent"),
                Err(error) => {
                    let error = chain(&error);
                    failure = Some(error.to_string().into());
                    error!(channel = channel.name(), error, "a message could not be sent");
                }
            }
            let done = outbox.done + 1;
            let more = done < outbox.total;
            let outbox = StoredOutbox { done, sending: more, ..outbox };
            let progress = Progress { outbox: Some(outbox), failure, ..self.item.progress.clone() };
            let then = if more { Then::Keep } else { self.finished() };
            if self.item.save_anyway(&engine, progress, then).await != Saved::Done || !more {
                return;
            }
        }
        let progress = self.item.progress.clone();
        self.item.save_anyway(&engine, progress, self.finished()).await;
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
