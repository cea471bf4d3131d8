//! Sends the messages of one handler: the answer to the push first, the others after it.

mod content;
mod passive;
mod send;
mod text_pieces;

use std::{sync::Arc, time::Duration};

use tracing::warn;
use weixin_api::{Message, Timestamp};
use weixin_protocol::PassiveReply;
use weixin_store::inbox::{Outbox as StoredOutbox, ParkReason, Progress, ReplyState, Then};

use self::content::Content;
use super::{
    item_handle::{ItemHandle, Saved},
    run::PushInFlight,
    slot::Closed,
};
use crate::{log_text::chain, reply::Reply, route::NotHandled};

/// The delay between the answer to the push and the first separate message. The two travel on
/// different connections, and the platform shows them in the order in which they arrive.
const PASSIVE_HEAD_START: Duration = Duration::from_millis(100);

/// What became of a reply.
#[derive(Debug)]
pub(super) enum Delivered {
    /// It was sent, as far as that was possible.
    Done,
    /// It is stored and prepared as the answer to the push: the caller offers it.
    Prepared,
    /// The rest is sent from `due` on. The caller stores that.
    Later { due: Timestamp, progress: Progress },
    /// The same, and meanwhile the user's next pushes are handled.
    Aside { due: Timestamp, progress: Progress },
    /// Nothing was sent, because a streamed text failed before it began.
    Failed(NotHandled),
}

/// Sends the messages of one handler.
pub(super) struct Outbox<'a> {
    pub(super) push: &'a PushInFlight,
    pub(super) item: &'a mut ItemHandle,
}

impl Outbox<'_> {
    /// Makes the first message the answer to the push if its class allows it and it is not too
    /// late; all others are sent by the reply channel. What cannot be sent is logged and reported.
    ///
    /// If that answer is the whole reply, it is only prepared: the caller offers it.
    pub(super) async fn deliver(&mut self, reply: Reply) -> Delivered {
        let mut content = Content::of(reply);
        let passive = self.take_passive(&mut content).await;
        let Some((passive, message)) = passive else {
            if let (Some(error), true) = (&content.failure, content.is_empty()) {
                let error = chain(&**error);
                return Delivered::Failed(NotHandled::new(format!("a streamed text: {error}")));
            }
            let reason = if content.is_empty() { Closed::Empty } else { Closed::Acknowledged };
            self.push.flight.slot.close(reason);
            return self.send_all(content).await;
        };
        if self.push.flight.slot.prepare(Arc::clone(&passive)).is_err() {
            content.push_front(*message);
            return self.send_all(content).await;
        }
        // An answer that nobody takes is rescued without a still picture: rescuing sees only the
        // answer.
        let slot = &self.push.flight.slot;
        let whole = content.is_empty() && content.failure.is_none();
        let alone = whole && !has_still_picture(&message) && slot.is_attended();
        let ready: Vec<_> = content.ready().cloned().collect();
        let rest = (!content.is_empty()).then(|| StoredOutbox::new(ready));
        let failure = self.unfinished(content.is_streaming());
        match self.store_offer(passive, rest, failure, alone).await {
            Ok(Saved::Done) if alone => Delivered::Prepared,
            Ok(Saved::Done) | Err(_) => {
                slot.offer(true);
                Box::pin(self.accompany(*message, content)).await
            }
            Ok(Saved::Changed) => {
                // A delivery in another process was acknowledged: the platform listens to none now.
                slot.withdraw();
                content.push_front(*message);
                self.send_all(content).await
            }
            Ok(Saved::Lost) => {
                slot.withdraw();
                Delivered::Done
            }
        }
    }

    /// Waits until the offered answer is written, and sends the other messages after it. If nobody
    /// takes the answer, it is sent as the first of them.
    async fn accompany(&mut self, answer: Message, mut content: Content) -> Delivered {
        if self.watch().await.is_some() {
            content.push_front(answer);
            return self.send(content, Then::Keep, true).await;
        }
        if !content.is_empty() {
            self.push.engine.clock.sleep(PASSIVE_HEAD_START).await;
        }
        self.send_all(content).await
    }

    /// Stores that this answer is offered; and if it is all there is to send, that the push is
    /// finished.
    // A function and not an `async fn`: that would have room for its arguments twice.
    fn store_offer(
        &mut self,
        passive: Arc<PassiveReply>,
        outbox: Option<StoredOutbox>,
        failure: Option<Arc<str>>,
        alone: bool,
    ) -> impl Future<Output = Result<Saved, weixin_store::Error>> + Send {
        let progress = Progress { reply: ReplyState::Offered(passive), outbox, failure };
        let then = if alone { self.finished() } else { Then::Keep };
        async move {
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
    }

    /// What is stored as the failure while a text is being streamed, in case that the process ends
    /// now.
    fn unfinished(&self, is_streaming: bool) -> Option<Arc<str>> {
        if is_streaming {
            let why = "the process ended in the middle of a streamed answer";
            return Some(ParkReason::Incomplete.failure(why).into());
        }
        self.item.progress.failure.clone()
    }

    fn finished(&self) -> Then {
        self.push.engine.finished()
    }

    /// Parks the push.
    pub(super) async fn park(&mut self, reason: ParkReason, details: String, progress: Progress) {
        self.push.park(self.item, reason, details, progress).await;
    }
}

fn has_still_picture(message: &Message) -> bool {
    matches!(message, Message::Video { thumb: Some(_), .. })
}
