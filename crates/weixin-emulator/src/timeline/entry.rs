//! The entries of the timeline. They are serialized as they appear in the control API.

use std::{fmt, num::ParseIntError, str::FromStr};

use serde::{Serialize, Serializer};
use weixin_protocol::{AppId, PeerId};

use super::{Level, MessageContent};
use crate::Problem;

/// An entry of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Entry {
    /// The sequence number. It increases with every entry.
    pub seq: u64,
    /// The id of the entry.
    pub id: EntryId,
    /// The time, in milliseconds since 1970.
    pub at: u64,
    /// The account, if the entry belongs to one.
    pub account: Option<AppId>,
    /// The person, if the entry belongs to one.
    pub person: Option<PeerId>,
    /// What happened.
    #[serde(flatten)]
    pub what: EventKind,
}

/// The id of an entry, such as `e12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub(super) u64);

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "e{}", self.0)
    }
}

impl FromStr for EntryId {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        text.strip_prefix('e').unwrap_or_default().parse().map(Self)
    }
}

impl Serialize for EntryId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The kinds of timeline entries.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[non_exhaustive]
pub enum EventKind {
    /// A message or notice in the chat.
    Message(MessageEntry),
    /// A delivery of a push, or a URL verification.
    Push(Box<PushEntry>),
    /// A call of the platform's API.
    Call(Box<CallEntry>),
    /// A note of the emulator.
    Note(NoteEntry),
}

/// A message or notice in the chat.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MessageEntry {
    /// The sender.
    pub from: Sender,
    /// The channel.
    pub via: Via,
    /// The push or call that the message belongs to.
    pub exchange: Option<EntryId>,
    /// The content.
    pub content: MessageContent,
}

/// The sender of a chat message.
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

/// The channel of a chat message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Via {
    /// From the person: it is pushed to the bot.
    Push,
    /// As a passive reply (被动回复).
    Passive,
    /// As a customer-service message (客服消息).
    Custom,
    /// As an app message of WeCom (应用消息).
    App,
    /// As a template message (模板消息).
    Template,
    /// As a subscription message (订阅消息).
    Subscription,
    /// As the preview of a mass message (群发预览).
    Mass,
    /// As the platform's own response to a menu button.
    Menu,
    /// From the platform.
    System,
}

/// A delivery of a push, or a URL verification.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PushEntry {
    /// A summary of a push.
    pub summary: PushSummary,
    /// The number of this delivery, from 1.
    pub attempt: u8,
    /// The maximum number of deliveries.
    pub attempts: u8,
    /// The first delivery, if this is a retry.
    pub repeat_of: Option<EntryId>,
    /// The request.
    pub request: PushRequest,
    /// The response, if there was one.
    pub response: Option<HttpResponse>,
    /// When the request was sent, in milliseconds since 1970.
    pub started: u64,
    /// The response time in milliseconds.
    pub took_ms: Option<u64>,
    /// The deadline of the response, in milliseconds after sending.
    pub deadline_ms: u64,
    /// The outcome of this delivery.
    pub outcome: PushOutcome,
    /// The problem with the response, if any.
    pub problem: Option<Problem>,
}

/// A summary of a push.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PushSummary {
    /// The `MsgType`, or `url_check` for a URL verification.
    pub msg_type: String,
    /// The `Event`, if it is one.
    pub event: Option<String>,
    /// A short description.
    pub text: String,
    /// A short description in Chinese. `None` if `text` was written by the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_zh: Option<String>,
}

/// The HTTP request of a push.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PushRequest {
    /// The HTTP method.
    pub method: String,
    /// The callback URL, without the query.
    pub url: String,
    /// The query parameters, decoded.
    pub query: Vec<(String, String)>,
    /// The `Content-Type`.
    pub content_type: String,
    /// The body.
    pub body: String,
    /// The body before encryption, if it was encrypted.
    pub plain: Option<String>,
}

/// An HTTP response.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct HttpResponse {
    /// The HTTP status.
    pub status: u16,
    /// The `Content-Type`; empty if there is none.
    pub content_type: String,
    /// The body.
    pub body: String,
    /// The decrypted body, if it was encrypted.
    pub plain: Option<String>,
}

/// The outcome of a push or of one delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum PushOutcome {
    /// The platform is waiting for the response.
    Waiting,
    /// The bot sent a passive reply.
    Answered,
    /// The bot acknowledged the push without a reply.
    Empty,
    /// There was no response before the deadline.
    Timeout,
    /// The connection failed, or the HTTP status was not 200.
    Rejected,
    /// The response is malformed or not allowed.
    Malformed,
    /// Not sent: pushing to the account is paused.
    Blocked,
    /// Not sent: the account has no verified callback, or the action is not possible.
    Unsent,
}

/// A call of the platform's API.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CallEntry {
    /// The request.
    pub request: CallRequest,
    /// The platform's title of the endpoint, in Chinese.
    pub title: Option<String>,
    /// The name of the endpoint in the weixin crates.
    pub name: Option<String>,
    /// The response.
    pub response: HttpResponse,
    /// The error code; `None` if the response has none, or it is 0.
    pub errcode: Option<i64>,
    /// The duration in milliseconds.
    pub took_ms: u64,
    /// The problem with the call, if any.
    pub problem: Option<Problem>,
}

/// The HTTP request of a call. Secrets are shortened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CallRequest {
    /// The HTTP method.
    pub method: String,
    /// The emulated host.
    pub host: String,
    /// The path, without a host prefix.
    pub path: String,
    /// The query, decoded.
    pub query: Vec<(String, String)>,
    /// The `Content-Type`; empty if there is none.
    pub content_type: String,
    /// The body; if it is not text, a description in angle brackets.
    pub body: Option<String>,
    /// The decrypted body, if it was encrypted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plain: Option<String>,
}

/// A note of the emulator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct NoteEntry {
    /// The severity.
    pub level: Level,
    /// The text in English.
    pub en: String,
    /// The text in Chinese.
    pub zh: String,
}
