//! What became of one message of a person: derived from the entries of the timeline.

use std::{fmt, time::Duration};

use serde::Serialize;
use weixin_protocol::{AppId, PeerId};

use super::{EntryId, PushOutcome};
use crate::Problem;

/// What became of one message or other action of a person: its deliveries, the replies, and how it
/// ended. It is derived from the timeline when it is requested, so it is complete only while the
/// timeline still has the entries. `Display` writes one line per step.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MessageTrace {
    /// The entry of the message in the chat.
    pub message: EntryId,
    /// The account that it was sent to.
    pub account: AppId,
    /// The sender.
    pub person: PeerId,
    /// When it was sent, in milliseconds since 1970.
    pub at: u64,
    /// A short description.
    pub summary: String,
    /// A short description in Chinese; the person's own text is not translated.
    pub summary_zh: String,
    /// What happened, in the order of time.
    pub steps: Vec<TraceStep>,
    /// How it ended, as far as it has.
    pub end: TraceEnd,
}

/// A step of a [`MessageTrace`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TraceStep {
    /// The entry in the timeline: the delivery, the chat message or the call.
    pub entry: EntryId,
    /// When it happened, in milliseconds since 1970. For a delivery, when it was sent.
    pub at: u64,
    /// The time since the message was sent, in milliseconds.
    pub after_ms: u64,
    /// What happened.
    #[serde(flatten)]
    pub what: TraceStepKind,
}

/// The kinds of [`TraceStep`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "step", rename_all = "lowercase")]
#[non_exhaustive]
pub enum TraceStepKind {
    /// The message was pushed to the bot.
    #[non_exhaustive]
    Delivery {
        /// The number of this delivery, from 1.
        attempt: u8,
        /// The maximum number of deliveries.
        attempts: u8,
        /// What the bot answered.
        outcome: PushOutcome,
        /// The HTTP status of the response. `None` if there was no response.
        status: Option<u16>,
        /// The response time in milliseconds. `None` while the platform waits.
        took_ms: Option<u64>,
        /// The deadline of the response, in milliseconds after sending.
        deadline_ms: u64,
        /// The problem with the response, if any.
        problem: Option<Problem>,
    },
    /// A response of the bot was a passive reply (被动回复), and was shown to the person.
    #[non_exhaustive]
    Reply {
        /// The delivery whose response it was, from 1.
        attempt: u8,
        /// The reply, shortened to one line as in the chat's summary.
        summary: String,
        /// The same in Chinese.
        summary_zh: String,
    },
    /// The bot made a call that addresses the person, such as a customer-service message.
    #[non_exhaustive]
    Call {
        /// The HTTP method.
        method: String,
        /// The path of the endpoint.
        path: String,
        /// The platform's title of the endpoint, in Chinese.
        title: Option<String>,
        /// The name of the endpoint in the weixin crates.
        name: Option<String>,
        /// The error code. `None` if the call succeeded.
        errcode: Option<i64>,
        /// The message that reached the person. `None` if the call failed, shows nothing in the
        /// chat, or was dropped because of a rate limit.
        message: Option<EntryId>,
        /// The message in one line. Empty if `message` is `None`.
        summary: String,
        /// The same in Chinese.
        summary_zh: String,
        /// Whether it is uncertain that the call belongs to this message. A call only names the
        /// person. If several messages of the person were open, it belongs to one of them, probably
        /// to this one.
        probable: bool,
    },
    /// The platform told the person that the service is not available.
    Unavailable,
}

/// How a message ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum TraceEnd {
    /// The platform still waits for a response or will push again, and nothing has reached the
    /// person.
    Waiting,
    /// Answered by a passive reply.
    Passive,
    /// Answered by a call. The person may have seen before that the service is not available.
    Message,
    /// The person saw that the service is not available, and nothing else.
    Unavailable,
    /// The push is finished, and nothing has reached the person. A call can still answer it.
    Nothing,
    /// It was not pushed: no bot is connected.
    Unsent,
}

impl MessageTrace {
    /// The deliveries of the push, in order.
    pub fn deliveries(&self) -> impl Iterator<Item = &TraceStep> {
        self.steps.iter().filter(|step| matches!(step.what, TraceStepKind::Delivery { .. }))
    }

    /// The steps at which something reached the person: passive replies, and calls with a message.
    pub fn answers(&self) -> impl Iterator<Item = &TraceStep> {
        self.steps.iter().filter(|step| {
            matches!(
                step.what,
                TraceStepKind::Reply { .. } | TraceStepKind::Call { message: Some(_), .. }
            )
        })
    }
}

impl TraceEnd {
    /// A description in English.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Passive => "answered by a passive reply",
            Self::Message => "answered by a message",
            Self::Unavailable => "the person saw that the service is not available",
            Self::Nothing => "nothing reached the person",
            Self::Unsent => "not pushed",
        }
    }
}

impl fmt::Display for TraceEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for MessageTrace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:?} ({}): {}", self.summary, self.message, self.end)?;
        self.steps.iter().try_for_each(|step| writeln!(f, "{step}"))
    }
}

impl fmt::Display for TraceStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = |ms: u64| Duration::from_millis(ms).as_secs_f64();
        write!(f, "{:>+9.3} s  {}  ", seconds(self.after_ms), self.entry)?;
        match &self.what {
            TraceStepKind::Delivery { attempt, attempts, outcome, status, took_ms, .. } => {
                write!(f, "delivery {attempt} of {attempts}: {outcome:?}")?;
                status.map_or(Ok(()), |status| write!(f, ", HTTP {status}"))?;
                took_ms.map_or(Ok(()), |took| write!(f, ", {:.3} s", seconds(took)))
            }
            TraceStepKind::Reply { attempt, summary, .. } => {
                write!(f, "passive reply to delivery {attempt}: {summary:?}")
            }
            TraceStepKind::Call { method, path, errcode, message, summary, probable, .. } => {
                let code = errcode.unwrap_or_default();
                let probably = if *probable { "probably " } else { "" };
                write!(f, "{probably}call {method} {path}: {code}")?;
                message.map_or(Ok(()), |_| write!(f, ", {summary:?}"))
            }
            TraceStepKind::Unavailable => f.write_str("the service is not available"),
        }
    }
}
