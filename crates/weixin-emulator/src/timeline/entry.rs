//! The entries of the timeline. Their JSON is the control API's.

use std::fmt;

use serde::{Serialize, Serializer};
use weixin_protocol::{AppId, UserId};

use super::{Level, MessageContent};
use crate::Problem;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Entry {
    /// Its place in the order of things.
    pub seq: u64,
    /// Its name.
    pub id: EntryId,
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// At which account.
    pub account: Option<AppId>,
    /// Whom it concerns.
    pub person: Option<UserId>,
    /// What happened.
    #[serde(flatten)]
    pub what: EventKind,
}

/// The name of an entry, `e12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub(super) u64);

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "e{}", self.0)
    }
}

impl Serialize for EntryId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[non_exhaustive]
pub enum EventKind {
    /// A bubble or a line in the chat.
    Message(MessageEntry),
    /// One delivery of a push, or a URL verification.
    Push(Box<PushEntry>),
    /// A call of the platform's API.
    Call(Box<CallEntry>),
    /// A remark of the emulator.
    Note(NoteEntry),
}

/// A bubble or a line in the chat.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MessageEntry {
    /// Who said it.
    pub from: Sender,
    /// Which way it came.
    pub via: Via,
    /// The push or call it belongs to.
    pub exchange: Option<EntryId>,
    /// What it shows.
    pub content: MessageContent,
}

/// Who said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Sender {
    /// The person.
    Person,
    /// The account.
    Account,
    /// The platform.
    System,
}

/// Which way a message came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Via {
    /// From the person, to be pushed.
    Push,
    /// In the answer to a push.
    Passive,
    /// As a customer-service message.
    Custom,
    /// As a message of a WeCom app.
    App,
    /// As a template message.
    Template,
    /// As a message that the person subscribed to.
    Subscription,
    /// From the account's menu, without the bot.
    Menu,
    /// From the platform.
    System,
}

/// One delivery of a push, or a URL verification.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PushEntry {
    /// What was pushed, in short.
    pub summary: PushSummary,
    /// Which delivery this is, from 1.
    pub attempt: u8,
    /// How many there are at most.
    pub attempts: u8,
    /// The first delivery, if this is a repeat.
    pub repeat_of: Option<EntryId>,
    /// What was sent.
    pub request: PushRequest,
    /// What was answered.
    pub response: Option<HttpResponse>,
    /// When it was sent, in milliseconds since 1970.
    pub started: u64,
    /// How long the answer took, in milliseconds.
    pub took_ms: Option<u64>,
    /// How long the platform waits for the answer, in milliseconds.
    pub deadline_ms: u64,
    /// What became of it.
    pub outcome: PushOutcome,
    /// What is wrong with the answer.
    pub problem: Option<Problem>,
}

/// What was pushed, in short.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PushSummary {
    /// `MsgType`; `url_check` for a URL verification.
    pub msg_type: String,
    /// `Event`.
    pub event: Option<String>,
    /// A few words of its content.
    pub text: String,
    /// The same in Chinese, where it is not what a person wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_zh: Option<String>,
}

/// A push as it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PushRequest {
    /// The HTTP method.
    pub method: String,
    /// The callback's address, without the query.
    pub url: String,
    /// The query, decoded.
    pub query: Vec<(String, String)>,
    /// The `Content-Type`.
    pub content_type: String,
    /// The body.
    pub body: String,
    /// The body before encryption, if it was encrypted.
    pub plain: Option<String>,
}

/// An answer over HTTP.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct HttpResponse {
    /// The HTTP status.
    pub status: u16,
    /// The `Content-Type`; empty if there is none.
    pub content_type: String,
    /// The body.
    pub body: String,
    /// The body decrypted, if it was encrypted.
    pub plain: Option<String>,
}

/// What became of a push, or of one delivery of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum PushOutcome {
    /// The platform is waiting for the answer.
    Waiting,
    /// A passive reply.
    Answered,
    /// Acknowledged, with nothing to say.
    Empty,
    /// No answer before the deadline.
    Timeout,
    /// No connection, a broken one, or another HTTP status than 200.
    Refused,
    /// An answer the platform does not understand or does not allow.
    Malformed,
    /// Not sent, because the platform has stopped pushing to the account for a while.
    Blocked,
    /// Not sent, because the account has no verified callback or the person cannot do this.
    Unsent,
}

/// A call of the platform's API.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CallEntry {
    /// What was sent.
    pub request: CallRequest,
    /// The platform's title for the endpoint.
    pub title: Option<String>,
    /// The endpoint's name in the weixin crates.
    pub name: Option<String>,
    /// What was answered.
    pub response: HttpResponse,
    /// The error code; `None` if the answer has none, or it is 0.
    pub errcode: Option<i64>,
    /// How long it took, in milliseconds.
    pub took_ms: u64,
    /// What is wrong with the call.
    pub problem: Option<Problem>,
}

/// A call as it came in. Secrets are shortened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CallRequest {
    /// The HTTP method.
    pub method: String,
    /// The platform's host it was meant for.
    pub host: String,
    /// The path, without a host in front of it.
    pub path: String,
    /// The query, decoded.
    pub query: Vec<(String, String)>,
    /// The `Content-Type`; empty if there is none.
    pub content_type: String,
    /// The body, or what it is in angle brackets if it is not text.
    pub body: Option<String>,
}

/// A remark of the emulator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct NoteEntry {
    /// How serious it is.
    pub level: Level,
    /// In English.
    pub en: String,
    /// In Chinese.
    pub zh: String,
}
