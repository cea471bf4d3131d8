//! The message that is the answer to the push.

use std::{sync::Arc, time::Duration};

use tracing::{error, info};
use weixin_api::Message;
use weixin_protocol::PassiveReply;
use weixin_store::inbox::ReplyState;

use super::{Outbox, content::Content};
use crate::{
    engine::{Outcome, ReplyWindow, channel::SendError},
    log_text::chain,
    metrics,
};

/// How often the inbox is asked whether a delivery in another process has taken an answer.
const TAKEN_POLL_INTERVAL: Duration = Duration::from_millis(100);

/// How long before the end of the window a text that is still being written is cut: the answer has
/// to be stored and written.
const STREAM_MARGIN: Duration = Duration::from_millis(200);

impl Outbox<'_> {
    /// Takes the first message if it can be the answer to the push, and returns both forms of it.
    /// Its file is uploaded now; the files of other messages are uploaded when it is their turn.
    pub(super) async fn take_passive(
        &self,
        content: &mut Content,
    ) -> Option<(Arc<PassiveReply>, Box<Message>)> {
        let ReplyWindow::Once { class, limits, until } = self.push.flight.window else {
            return None;
        };
        if content.is_streaming() && (!class.allows("text") || !self.push.flight.slot.is_open()) {
            return None;
        }
        let first = match content.first_at_once(limits) {
            Some(first) => first,
            None if content.is_empty() => return None,
            None => {
                // Without a reply channel, the answer can only be complete.
                let has_channel = self.push.account.channel().is_some();
                let deadline = has_channel.then(|| until - STREAM_MARGIN);
                Box::pin(content.first(&self.push.engine.clock, limits, deadline)).await?
            }
        };
        let mut first = Box::new(first);
        if let Some(name) = passive_name(&first).filter(|name| class.allows(name)) {
            if needs_upload(&mut first)
                && let Err(error) = Box::pin(self.upload_passive(&mut first)).await
            {
                self.report_upload(&error);
                return None;
            }
            if let Some(passive) = first.to_passive() {
                debug_assert_eq!(passive.msg_type(), name);
                return Some((Arc::new(passive), first));
            }
        }
        content.push_front(*first);
        None
    }

    /// Reports that a message is not sent because its file could not be uploaded.
    pub(super) fn report_upload(&self, error: &SendError) {
        let code = error.code();
        let text = chain(error).to_string();
        error!(error = text, "a file could not be uploaded: its message is not sent");
        self.push.report(&Outcome::Rejected { channel: "upload", code, error: text });
    }

    /// Uploads the file of the answer to the push. A still picture is not part of that answer; it
    /// is kept in case the answer is too late.
    async fn upload_passive(&self, message: &mut Message) -> Result<(), SendError> {
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
    pub(in crate::engine) async fn watch(&self) -> Option<Arc<PassiveReply>> {
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
                Ok(None) => false,
                Err(error) => {
                    metrics::inbox_failed("status", &error);
                    false
                }
            };
            if taken {
                return None;
            }
        }
        slot.withdraw()
    }
}

/// Whether the file of the answer to the push still has to be uploaded.
fn needs_upload(message: &mut Message) -> bool {
    // The still picture comes after the file it belongs to.
    message.media_mut().next().is_some_and(|media| media.uploaded().is_none())
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
