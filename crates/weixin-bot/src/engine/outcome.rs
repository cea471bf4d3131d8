//! What became of answers, for programs and metrics.

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use tracing::error;
use weixin_api::ErrCode;
use weixin_store::inbox::{ParkReason, Push};

/// What became of one message of an answer, or of a whole push. [`Bot::on_outcome`] is told.
///
/// Every push that was accepted ends with one or more of these: one for each message of its answer,
/// [`Nothing`](Outcome::Nothing) if the handler has none, [`Unheard`](Outcome::Unheard) if there is no
/// handler for it, or [`Parked`](Outcome::Parked).
///
/// [`Bot::on_outcome`]: crate::Bot::on_outcome
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The message was written as the answer to the push. The platform does not confirm that it got
    /// it. A repeat that reaches another process is reported there, too.
    Offered,
    /// The platform accepted the message on this channel.
    Sent {
        /// The name of the [`ReplyChannel`](crate::ReplyChannel).
        channel: &'static str,
    },
    /// The message was not sent, and never will be.
    Rejected {
        /// The name of the [`ReplyChannel`](crate::ReplyChannel).
        channel: &'static str,
        /// The platform's error code, if it was the platform that rejected it.
        code: Option<ErrCode>,
        /// Why.
        error: String,
    },
    /// The rest of the answer was put into the user's mailbox: it is the answer to the next message
    /// of the user.
    InMailbox,
    /// The push was parked: `weixin inbox` shows it, and a person decides.
    Parked {
        /// Why.
        reason: ParkReason,
        /// The details. They may quote text from the push.
        details: String,
    },
    /// The handler has no answer.
    Nothing,
    /// No handler hears the push.
    Unheard,
}

impl Outcome {
    /// A short name, for logs and metrics.
    pub fn name(&self) -> &'static str {
        match self {
            Outcome::Offered => "offered",
            Outcome::Sent { .. } => "sent",
            Outcome::Rejected { .. } => "rejected",
            Outcome::InMailbox => "in-mailbox",
            Outcome::Parked { .. } => "parked",
            Outcome::Nothing => "nothing",
            Outcome::Unheard => "unheard",
        }
    }
}

/// A function of the user's that is told about outcomes.
#[derive(Clone, Default)]
pub(crate) struct OutcomeHook(Option<Arc<Hook>>);

type Hook = dyn Fn(&Push, &Outcome) + Send + Sync;

impl OutcomeHook {
    pub(crate) fn new(hook: impl Fn(&Push, &Outcome) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(hook)))
    }

    pub(super) fn tell(&self, push: &Push, outcome: &Outcome) {
        let Some(hook) = &self.0 else { return };
        if catch_unwind(AssertUnwindSafe(|| hook(push, outcome))).is_err() {
            error!("the function given to `Bot::on_outcome` panicked");
        }
    }
}

impl fmt::Debug for OutcomeHook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OutcomeHook").field(&self.0.is_some()).finish()
    }
}
