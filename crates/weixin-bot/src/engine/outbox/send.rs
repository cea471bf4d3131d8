//! Sends messages by the reply channel.

use std::{sync::Arc, time::Duration};

use tracing::{debug, error, info, warn};
use weixin_api::{BoxFuture, Message, Timestamp};
use weixin_protocol::SendWindow;
use weixin_store::inbox::{Outbox as StoredOutbox, ParkReason, Progress, ReplyState, Then};

use super::{Delivered, Outbox, content::Content};
use crate::{
    engine::{
        Outcome,
        channel::{NotSent, ReplyChannel, SendError},
        item_handle::Saved,
        send_ledger::Permit,
        split::split_to_limits,
    },
    log_text::chain,
};

/// The shortest and the longest pause before a message is sent again. In between it is as long as the
/// push is old, so it doubles.
const MIN_RESEND_PAUSE: Duration = Duration::from_secs(1);
const MAX_RESEND_PAUSE: Duration = Duration::from_secs(300);

/// How old a push is when the user's next pushes no longer wait for its messages, and when these are
/// given up.
const MAX_WAIT: Duration = Duration::from_secs(15);
const MAX_AGE: Duration = Duration::from_secs(60 * 60);

impl Outbox<'_> {
    /// Sends the answer that was withdrawn after the push was finished.
    pub(in crate::engine) async fn send_withdrawn(&mut self) -> Delivered {
        let Some(reply) = self.item.progress.reply.reply().cloned() else {
            return Delivered::Done;
        };
        let owner = self.item.owner().clone();
        let content = Content::of_messages([reply.as_ref().clone().into()]);
        self.send(content, Then::Resume(owner), true).await
    }

    /// Sends what another process has not sent, or what could not be sent before.
    pub(in crate::engine) async fn continue_sending(&mut self) -> Delivered {
        self.send_remaining(Content::default()).await
    }

    /// Sends everything by the reply channel, in order, and finishes the push. Boxed, because it is
    /// large and the answer of most pushes is their answer to the platform.
    pub(super) fn send_all(&mut self, content: Content) -> BoxFuture<'_, Delivered> {
        Box::pin(async move {
            if content.is_empty() && content.failure.is_none() {
                let reply = self.item.progress.reply.decided();
                let progress = Progress { reply, ..self.item.progress.clone() };
                let progress = self.without_stream_failure(content.streamed, progress);
                self.item.save_anyway(&self.push.engine, progress, self.finished()).await;
                return Delivered::Done;
            }
            self.send(content, Then::Keep, false).await
        })
    }

    /// Sends everything by the reply channel. `withdrawn` says that the first message is an answer
    /// that was offered before.
    pub(super) async fn send(
        &mut self,
        mut content: Content,
        begin: Then,
        withdrawn: bool,
    ) -> Delivered {
        let Some(channel) = self.push.account.channel() else {
            return self.without_channel(content).await;
        };
        let ready = content.take_ready().into_iter();
        let mut messages: Vec<_> =
            ready.flat_map(|message| split_to_limits(message, channel.limits())).collect();
        if self.push.engine.inbox.is_shared() {
            // Only uploaded files can be stored.
            messages = self.prepare(channel, messages).await;
        }
        let mut outbox = StoredOutbox::new(messages);
        outbox.sending = outbox.total > 0 && self.permit(channel).await == Permit::Now;
        let failure = self.unfinished(content.is_streaming());
        let progress = Progress { outbox: Some(outbox), failure, ..self.with_reply_closed() };
        match self.item.save(&self.push.engine, &progress, &begin).await {
            Saved::Done => self.send_remaining(content).await,
            Saved::Lost => Delivered::Done,
            Saved::Changed => self.send_after_change(content, progress, begin, withdrawn).await,
        }
    }

    /// A delivery in another process was acknowledged, or has taken the answer: then it is not among
    /// the messages to be sent.
    async fn send_after_change(
        &mut self,
        content: Content,
        mut progress: Progress,
        begin: Then,
        withdrawn: bool,
    ) -> Delivered {
        if withdrawn
            && self.item.is_taken()
            && let Some(outbox) = &mut progress.outbox
        {
            let sending = outbox.sending;
            *outbox = StoredOutbox::new(outbox.messages.get(1..).unwrap_or_default());
            outbox.sending = sending && outbox.total > 0;
        }
        progress.reply = self.item.progress.reply.clone();
        match self.item.save_anyway(&self.push.engine, progress, begin).await {
            Saved::Done => self.send_remaining(content).await,
            _ => Delivered::Done,
        }
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
                Err(error) => self.report_upload(&error),
            }
        }
        prepared
    }

    /// Asks whether another message may be sent to the user.
    async fn permit(&self, channel: &dyn ReplyChannel) -> Permit {
        let Some(kind) = channel.message_channel() else { return Permit::Now };
        let push = self.push;
        push.engine.ledger.permit(kind, &push.envelope, self.item.received).await
    }

    /// Takes back a permit, because the message was not sent.
    async fn give_back(&self, channel: &dyn ReplyChannel) {
        let Some(kind) = channel.message_channel() else { return };
        let push = self.push;
        push.engine.ledger.give_back(kind, &push.envelope, self.item.received).await;
    }

    /// How many messages may still be sent, if that is limited.
    fn left(&self, channel: &dyn ReplyChannel, sent: usize) -> Option<u32> {
        let window = SendWindow::of(channel.message_channel()?, self.push.envelope.push())?;
        Some(window.messages.saturating_sub(u32::try_from(sent).unwrap_or(u32::MAX)))
    }

    /// Sends the messages of the stored outbox that have not been sent, and then the rest of the
    /// content, and finishes the push. It is stored that each message is being sent before it is
    /// sent.
    async fn send_remaining(&mut self, mut content: Content) -> Delivered {
        let Some(channel) = self.push.account.channel() else {
            return self.without_channel(content).await;
        };
        loop {
            let mut outbox = self.item.progress.outbox.clone().unwrap_or_default();
            if outbox.remaining().is_empty() {
                let left = self.left(channel, outbox.total);
                match content.next(channel.limits(), left).await {
                    Some(message) => outbox = outbox.and([message]),
                    None => break,
                }
            }
            let Some(message) = outbox.remaining().first().cloned() else { break };
            if !outbox.sending {
                match self.begin_sending(channel, content, &mut outbox).await {
                    Waited::Here(same) => content = same,
                    Waited::Again(same) => {
                        content = same;
                        continue;
                    }
                    Waited::No(delivered) => return delivered,
                }
            }
            let sent = channel.send(self.push.envelope.destination(), message).await;
            let rejected = match sent {
                Ok(()) => {
                    debug!(channel = channel.name(), "sent");
                    self.push.report(&Outcome::Sent { channel: channel.name() });
                    None
                }
                Err(error) if error.class() == NotSent::Rejected => {
                    let text = chain(&error).to_string();
                    error!(channel = channel.name(), error = text, "a message could not be sent");
                    self.report_rejected(channel, &error, &text);
                    Some(text)
                }
                Err(error) => {
                    match self.not_sent(channel, content, outbox, &error).await {
                        Waited::Here(same) | Waited::Again(same) => content = same,
                        Waited::No(delivered) => return delivered,
                    }
                    continue;
                }
            };
            if !self.sent(content.streamed, outbox, rejected).await {
                return Delivered::Done;
            }
        }
        self.end(content).await
    }

    /// Stores that the next message is being sent, once the platform takes another one.
    async fn begin_sending(
        &mut self,
        channel: &dyn ReplyChannel,
        content: Content,
        outbox: &mut StoredOutbox,
    ) -> Waited {
        match self.permit(channel).await {
            Permit::Now => {}
            Permit::At(due) => {
                info!(?due, "the user has got as many messages as are allowed: waiting");
                return self.later(content, outbox.clone(), None, due).await;
            }
            Permit::Never(window) => {
                let why = over_limit(window, outbox);
                let outbox = outbox.clone();
                return Waited::No(self.out_of_window(content, outbox, why).await);
            }
        }
        outbox.sending = true;
        let failure = self.unfinished(content.is_streaming());
        let progress = Progress { failure, ..self.with_outbox(outbox.clone()) };
        match self.item.save_anyway(&self.push.engine, progress, Then::Keep).await {
            Saved::Done => Waited::Here(content),
            _ => Waited::No(Delivered::Done),
        }
    }

    /// A message was not sent, or nobody knows: it is sent again later, or the push is parked.
    async fn not_sent(
        &mut self,
        channel: &dyn ReplyChannel,
        content: Content,
        mut outbox: StoredOutbox,
        error: &SendError,
    ) -> Waited {
        let text = chain(error).to_string();
        let class = error.class();
        match class {
            // The user got messages that were not counted here.
            NotSent::OutOfWindow => {
                return Waited::No(self.out_of_window(content, outbox, text).await);
            }
            NotSent::Unknown if !self.push.engine.policy.resend_unknown => {
                let progress = self.with_outbox(outbox);
                let why = format!("the platform did not say whether it took a message: {text}");
                self.park(ParkReason::Unknown, why, progress).await;
                return Waited::No(Delivered::Done);
            }
            NotSent::Unknown => {}
            NotSent::Temporary | NotSent::Rejected => {
                self.give_back(channel).await;
                outbox.sending = false;
            }
        }
        let now = self.push.engine.clock.now();
        let age = now.since(self.item.received);
        if age >= MAX_AGE {
            let progress = self.with_outbox(outbox);
            self.park(ParkReason::Unavailable, text, progress).await;
            return Waited::No(Delivered::Done);
        }
        let due = now + age.clamp(MIN_RESEND_PAUSE, MAX_RESEND_PAUSE);
        warn!(channel = channel.name(), error = text, ?due, "a message is sent later");
        self.later(content, outbox, Some(text), due).await
    }

    /// Stores that a message was sent, or given up; and if nothing is left, finishes the push.
    /// Whether to continue.
    async fn sent(
        &mut self,
        streamed: bool,
        mut outbox: StoredOutbox,
        failure: Option<String>,
    ) -> bool {
        outbox.done += 1;
        outbox.sending = false;
        let more = outbox.done < outbox.total;
        if more && let Some(channel) = self.push.account.channel() {
            outbox.sending = self.permit(channel).await == Permit::Now;
        }
        let mut progress = Progress { outbox: Some(outbox), ..self.item.progress.clone() };
        if let Some(failure) = failure {
            progress.failure = Some(failure.into());
        }
        let open = more || streamed || self.is_unfinished_stream();
        let then = if open { Then::Keep } else { self.finished() };
        let saved = self.item.save_anyway(&self.push.engine, progress, then).await;
        saved == Saved::Done && open
    }

    /// Finishes the push, or parks it if a streamed text has ended early.
    async fn end(&mut self, mut content: Content) -> Delivered {
        let progress = self.item.progress.clone();
        if let Some(error) = content.failure.take() {
            let why = format!("a streamed text: {}", chain(&*error));
            error!(error = why, "a streamed answer is not complete");
            let progress = self.without_stream_failure(content.streamed, progress);
            self.park(ParkReason::Handler, why, progress).await;
        } else if self.is_unfinished_stream() && !content.streamed {
            let why = "the process ended in the middle of a streamed answer".to_owned();
            self.park(ParkReason::Incomplete, why, progress).await;
        } else if progress.outbox.as_ref().is_some_and(|outbox| outbox.done < outbox.total) {
            let why = "the process ended before the files of the answer were uploaded".to_owned();
            self.park(ParkReason::Incomplete, why, progress).await;
        } else {
            let progress = self.without_stream_failure(content.streamed, progress);
            self.item.save_anyway(&self.push.engine, progress, self.finished()).await;
        }
        Delivered::Done
    }

    /// Whether it is stored that a streamed text is not complete.
    fn is_unfinished_stream(&self) -> bool {
        let failure = self.item.progress.failure.as_deref();
        failure.and_then(ParkReason::of) == Some(ParkReason::Incomplete)
    }

    /// The same progress, once the text that was streamed here is complete.
    fn without_stream_failure(&self, streamed: bool, progress: Progress) -> Progress {
        if streamed && self.is_unfinished_stream() {
            return Progress { failure: None, ..progress };
        }
        progress
    }

    fn with_outbox(&self, outbox: StoredOutbox) -> Progress {
        Progress { outbox: Some(outbox), ..self.item.progress.clone() }
    }

    /// Sends the rest from `due` on. While a text is being streamed, this process waits: no other one
    /// can read it.
    async fn later(
        &mut self,
        content: Content,
        outbox: StoredOutbox,
        failure: Option<String>,
        due: Timestamp,
    ) -> Waited {
        let mut progress = self.with_outbox(outbox);
        if content.is_empty() && !content.streamed {
            let age = self.push.engine.clock.now().since(self.item.received);
            let aside = failure.is_some() && age >= MAX_WAIT;
            if let Some(failure) = failure {
                progress.failure = Some(ParkReason::Unavailable.failure(failure).into());
            }
            return Waited::No(match aside {
                true => Delivered::Aside { due, progress },
                false => Delivered::Later { due, progress },
            });
        }
        let saved = self.item.save_anyway(&self.push.engine, progress, Then::Keep).await;
        if saved != Saved::Done {
            return Waited::No(Delivered::Done);
        }
        self.push.engine.clock.sleep_until(due).await;
        Waited::Again(content)
    }

    /// The platform takes no more messages to this user: the rest is parked.
    async fn out_of_window(
        &mut self,
        mut content: Content,
        mut outbox: StoredOutbox,
        why: String,
    ) -> Delivered {
        outbox.sending = false;
        if let Some(channel) = self.push.account.channel() {
            outbox = outbox.and(content.collect(channel.limits()).await);
        }
        let left = outbox.remaining().len();
        let total = outbox.total;
        let progress = self.with_outbox(outbox);
        let since = self.push.engine.clock.now();
        if self.mail(&progress, since).await {
            return Delivered::Done;
        }
        let why = format!("{left} of {total} messages are not sent: {why}");
        self.park(ParkReason::Window, why, progress).await;
        Delivered::Done
    }

    /// The account cannot send messages: the answer is parked.
    async fn without_channel(&mut self, mut content: Content) -> Delivered {
        let limits = self.push.passive_limits();
        let stored = self.item.progress.outbox.clone().unwrap_or_default();
        let outbox = stored.and(content.collect(limits).await);
        if outbox.remaining().is_empty() && content.failure.is_some() {
            // Everything that arrived before the error was in the response.
            return self.end(content).await;
        }
        if let Some(error) = &content.failure {
            error!(error = chain(&**error), "a streamed answer is not complete");
        }
        let why = "an answer came too late for the push, and this account has no reply channel";
        let progress = Progress { outbox: Some(outbox), ..self.with_reply_closed() };
        let progress = self.without_stream_failure(content.streamed, progress);
        if self.mail(&progress, self.push.noticed_at()).await {
            return Delivered::Done;
        }
        error!("{why}");
        self.park(ParkReason::NoChannel, why.to_owned(), progress).await;
        Delivered::Done
    }

    fn report_rejected(&self, channel: &dyn ReplyChannel, error: &SendError, text: &str) {
        self.push.report(&Outcome::Rejected {
            channel: channel.name(),
            code: error.code(),
            error: text.to_owned(),
        });
    }
}

/// How to continue with a message.
enum Waited {
    /// Send it.
    Here(Content),
    /// Begin with it again.
    Again(Content),
    /// Nothing more is sent now.
    No(Delivered),
}

fn over_limit(window: SendWindow, outbox: &StoredOutbox) -> String {
    format!(
        "the platform takes {} messages within {} s of an action of the user ({}); this answer has {}",
        window.messages,
        window.within.as_secs(),
        window.opened_by.as_str(),
        outbox.total,
    )
}
