//! A delivery of a push that another process handles: it waits for the answer through the inbox.

use std::{sync::Arc, time::Duration};

use tracing::warn;
use weixin_api::Timestamp;
use weixin_protocol::PassiveReply;
use weixin_store::inbox::{ItemState, ItemStatus, ReplyState, Updated};

use super::{run::PushInFlight, slot::Closed};
use crate::metrics;

/// How often the inbox is asked for the answer.
const POLL_INTERVAL: Duration = Duration::from_millis(100);

impl PushInFlight {
    /// Waits until the process that handles the push has an answer, and puts it into the slot. At
    /// `until`, it decides that no delivery carries an answer any more.
    ///
    /// Also returns when this process starts to handle the push.
    pub(super) async fn follow_remote(&self, until: Timestamp) {
        let clock = &self.engine.clock;
        while self.flight.slot.is_remote() {
            let over = clock.now() >= until;
            match self.engine.inbox.status(&self.envelope).await {
                Ok(status) => {
                    if self.look(status, over).await {
                        return;
                    }
                }
                Err(error) => {
                    metrics::inbox_failed("status", &error);
                    // The push is stored: whoever handles it sends the answer separately.
                    warn!(push = %self.printable_id(), %error, "the inbox fails");
                    if over {
                        self.flight.slot.close(Closed::Acknowledged);
                        return;
                    }
                }
            }
            if !over {
                clock.sleep(POLL_INTERVAL.min(until.since(clock.now()))).await;
            }
        }
    }

    /// Puts what is decided into the slot. `true` if it is decided.
    async fn look(&self, status: Option<ItemStatus>, over: bool) -> bool {
        match self.decide(status, over).await {
            Decision::None => return false,
            Decision::Reply(reply) => self.flight.slot.answer_again(reply),
            Decision::Close(reason) => _ = self.flight.slot.close(reason),
        }
        true
    }

    async fn decide(&self, status: Option<ItemStatus>, over: bool) -> Decision {
        // A push that was removed has to be sent again by the platform.
        let Some(status) = status else { return Decision::Close(Closed::Rejected) };
        match (&status.state, &status.progress.reply) {
            (_, ReplyState::Offered(_) | ReplyState::Taken(_)) => {
                match self.take_reply(status).await {
                    Some(ReplyState::Offered(reply) | ReplyState::Taken(reply)) => {
                        Decision::Reply(reply)
                    }
                    Some(_) => Decision::Close(Closed::Acknowledged),
                    None => Decision::Close(Closed::Rejected),
                }
            }
            (ItemState::Parked, _) => Decision::Close(Closed::Failed),
            (ItemState::Finished, _) | (_, ReplyState::Closed) => {
                Decision::Close(Closed::Acknowledged)
            }
            (_, ReplyState::Open) if !over => Decision::None,
            (_, ReplyState::Open) if self.window.must_be_handled() => {
                Decision::Close(Closed::Rejected)
            }
            (_, ReplyState::Open) => match self.change_reply(&status, ReplyState::Closed).await {
                Ok(Updated::Conflict(_)) => Decision::None,
                Ok(Updated::Done { .. }) | Err(_) => Decision::Close(Closed::Acknowledged),
            },
        }
    }
}

/// What the inbox says about the answer to a push.
enum Decision {
    /// Nothing yet.
    None,
    /// This is the answer.
    Reply(Arc<PassiveReply>),
    /// There is none.
    Close(Closed),
}
