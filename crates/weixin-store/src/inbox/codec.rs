//! How items are written to a database: as JSON, sealed if there is a key.

use std::{borrow::Cow, sync::Arc};

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use serde::{Deserialize, Serialize};
use weixin_api::{AccountId, AccountKind, AgentId, Media, Message, ResponseUrl};
use weixin_protocol::{
    Format, Inbound, Map, MediaId, PassiveReply, PeerId, Provenance, PushId, Verified,
};

use super::{Destination, Envelope, ItemId, Order, Outbox, Progress, Push, ReplyState};
use crate::{Error, ErrorKind, Key, SealKey};

/// The version of the format, so that a later version can read what this one wrote.
const FORMAT_VERSION: u8 = 1;

/// Sealed text begins with this character, JSON with a brace.
const SEALED: char = '#';

/// Writes envelopes and progress as text, and reads them. For implementations of
/// [`Inbox`](super::Inbox).
///
/// With a key, the text is encrypted with AES-256-GCM and bound to the id of its item.
#[derive(Debug, Clone, Default)]
pub struct Codec {
    key: Option<Arc<SealKey>>,
    previous: Vec<Arc<SealKey>>,
}

impl Codec {
    /// A codec that writes plain text.
    pub fn new() -> Self {
        Self::default()
    }

    /// Seals what is written with this key.
    #[must_use]
    pub fn with_key(mut self, key: SealKey) -> Self {
        self.key = Some(Arc::new(key));
        self
    }

    /// Also reads what was sealed with an earlier key.
    #[must_use]
    pub fn with_previous_key(mut self, key: SealKey) -> Self {
        self.previous.push(Arc::new(key));
        self
    }

    /// Writes an envelope.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`] when the system provides no random numbers.
    pub fn write_envelope(&self, id: &ItemId, envelope: &Envelope) -> Result<String, Error> {
        self.seal("push", id, to_json(&StoredEnvelope::of(envelope))?)
    }

    /// Reads an envelope.
    ///
    /// # Errors
    /// [`ErrorKind::Unreadable`] if it is sealed with another key, or damaged.
    pub fn read_envelope(&self, id: &ItemId, text: &str) -> Result<Envelope, Error> {
        let json = self.open("push", id, text)?;
        let stored: StoredEnvelope<'_> = from_json(id, &json)?;
        stored.into_envelope().ok_or_else(|| damaged(id))
    }

    /// Writes progress.
    ///
    /// # Errors
    /// As [`write_envelope`](Self::write_envelope).
    pub fn write_progress(&self, id: &ItemId, progress: &Progress) -> Result<String, Error> {
        self.seal("progress", id, to_json(&StoredProgress::of(progress))?)
    }

    /// Reads progress.
    ///
    /// # Errors
    /// As [`read_envelope`](Self::read_envelope).
    pub fn read_progress(&self, id: &ItemId, text: &str) -> Result<Progress, Error> {
        let json = self.open("progress", id, text)?;
        let stored: StoredProgress<'_> = from_json(id, &json)?;
        stored.into_progress().ok_or_else(|| damaged(id))
    }

    fn seal(&self, part: &str, id: &ItemId, json: String) -> Result<String, Error> {
        let Some(key) = &self.key else { return Ok(json) };
        let sealed = key.seal_bytes(&associated(part, id), json.as_bytes())?;
        Ok(format!("{SEALED}{}", STANDARD_NO_PAD.encode(sealed)))
    }

    fn open<'t>(&self, part: &str, id: &ItemId, text: &'t str) -> Result<Cow<'t, str>, Error> {
        let Some(sealed) = text.strip_prefix(SEALED) else { return Ok(text.into()) };
        let sealed = STANDARD_NO_PAD.decode(sealed).map_err(|_| damaged(id))?;
        let mut keys = self.key.iter().chain(&self.previous);
        let opened = keys.find_map(|key| key.open_bytes(&associated(part, id), &sealed));
        let opened = opened.ok_or_else(|| {
            let message = format!("the push {id} is not sealed with the store's key");
            Error::new(ErrorKind::Unreadable, message)
        })?;
        String::from_utf8(opened).map(Cow::Owned).map_err(|_| damaged(id))
    }
}

/// What a sealed text is bound to, so that it cannot be moved to another item or column.
fn associated(part: &str, id: &ItemId) -> Vec<u8> {
    let key = Key::new("inbox").join(part).join(id.as_str());
    key.to_string().into_bytes()
}

fn damaged(id: &ItemId) -> Error {
    let message = format!("the push {id} is damaged, or was written by another version of weixin");
    Error::new(ErrorKind::Unreadable, message)
}

fn to_json(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| {
        Error::new(ErrorKind::Invalid, "a push cannot be written as JSON").with_source(error)
    })
}

fn from_json<'t, T: Deserialize<'t>>(id: &ItemId, json: &'t str) -> Result<T, Error> {
    serde_json::from_str(json).map_err(|_| damaged(id))
}

#[derive(Serialize, Deserialize)]
struct StoredEnvelope<'t> {
    v: u8,
    #[serde(borrow)]
    kind: Cow<'t, str>,
    account: Cow<'t, str>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    agent: Option<u32>,
    id: Cow<'t, str>,
    /// The push in the format in which it came.
    body: Cow<'t, str>,
    order: StoredOrder,
    to: StoredDestination,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredOrder {
    Sender,
    Independent,
    Key(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredDestination {
    User(String),
    Customer { open_kfid: String, customer: String },
    ResponseUrl(String),
    Request(String),
}

impl<'t> StoredEnvelope<'t> {
    fn of(envelope: &'t Envelope) -> Self {
        let push = envelope.push();
        let account = push.account();
        Self {
            v: FORMAT_VERSION,
            kind: account.kind().as_str().into(),
            account: account.id().as_str().into(),
            agent: account.agent().map(AgentId::get),
            id: push.id().as_str().into(),
            body: push.write(push.format()).into(),
            order: match envelope.order() {
                Order::Sender => StoredOrder::Sender,
                Order::Independent => StoredOrder::Independent,
                Order::Key(key) => StoredOrder::Key(key.to_string()),
            },
            to: match envelope.destination() {
                Destination::User(user) => StoredDestination::User(user.to_string()),
                Destination::Customer { open_kfid, customer } => StoredDestination::Customer {
                    open_kfid: open_kfid.clone(),
                    customer: customer.to_string(),
                },
                Destination::ResponseUrl(url) => {
                    StoredDestination::ResponseUrl(url.expose().to_owned())
                }
                Destination::Request(id) => StoredDestination::Request(id.to_string()),
            },
        }
    }

    fn into_envelope(self) -> Option<Envelope> {
        if self.v > FORMAT_VERSION {
            return None;
        }
        let mut account =
            AccountId::new(AccountKind::from_name(&self.kind)?, self.account.into_owned());
        if let Some(agent) = self.agent {
            account = account.with_agent(AgentId::new(agent));
        }
        let inbound = Inbound::parse(&self.body).ok()?;
        let verified = Verified::vouch(inbound, Provenance::Replayed);
        let push = Push::new(verified, Arc::new(account)).with_id(PushId::new(self.id));
        let order = match self.order {
            StoredOrder::Sender => Order::Sender,
            StoredOrder::Independent => Order::Independent,
            StoredOrder::Key(key) => Order::Key(key.into()),
        };
        let to = match self.to {
            StoredDestination::User(user) => Destination::User(PeerId::new(user)),
            StoredDestination::Customer { open_kfid, customer } => {
                Destination::Customer { open_kfid, customer: PeerId::new(customer) }
            }
            StoredDestination::ResponseUrl(url) => Destination::ResponseUrl(ResponseUrl::new(url)),
            StoredDestination::Request(id) => Destination::Request(id.into()),
        };
        Some(Envelope::new(push).with_order(order).with_destination(to))
    }
}

#[derive(Serialize, Deserialize)]
struct StoredProgress<'t> {
    v: u8,
    #[serde(skip_serializing_if = "StoredReply::is_open", default)]
    reply: StoredReply,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    outbox: Option<StoredOutbox>,
    #[serde(skip_serializing_if = "Option::is_none", default, borrow)]
    failure: Option<Cow<'t, str>>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredReply {
    #[default]
    Open,
    Offered(String),
    Taken(String),
    Closed,
}

impl StoredReply {
    fn is_open(&self) -> bool {
        matches!(self, Self::Open)
    }
}

#[derive(Serialize, Deserialize)]
struct StoredOutbox {
    /// Empty if one of the messages cannot be stored.
    messages: Vec<StoredMessage>,
    total: usize,
    done: usize,
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    sending: bool,
}

/// A message: as a passive reply, which all but files can be written as.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StoredMessage {
    Reply {
        reply: String,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        thumb: Option<String>,
    },
    File(String),
}

impl<'t> StoredProgress<'t> {
    fn of(progress: &'t Progress) -> Self {
        let reply = match &progress.reply {
            ReplyState::Open => StoredReply::Open,
            ReplyState::Offered(reply) => StoredReply::Offered(write_reply(reply)),
            ReplyState::Taken(reply) => StoredReply::Taken(write_reply(reply)),
            ReplyState::Closed => StoredReply::Closed,
        };
        let outbox = progress.outbox.as_ref().map(|outbox| StoredOutbox {
            messages: outbox
                .messages
                .iter()
                .map(write_message)
                .collect::<Option<_>>()
                .unwrap_or_default(),
            total: outbox.total,
            done: outbox.done,
            sending: outbox.sending,
        });
        Self {
            v: FORMAT_VERSION,
            reply,
            outbox,
            failure: progress.failure.as_deref().map(Cow::Borrowed),
        }
    }

    fn into_progress(self) -> Option<Progress> {
        if self.v > FORMAT_VERSION {
            return None;
        }
        let reply = match self.reply {
            StoredReply::Open => ReplyState::Open,
            StoredReply::Offered(reply) => ReplyState::Offered(Arc::new(read_reply(&reply)?)),
            StoredReply::Taken(reply) => ReplyState::Taken(Arc::new(read_reply(&reply)?)),
            StoredReply::Closed => ReplyState::Closed,
        };
        let outbox = match self.outbox {
            None => None,
            Some(StoredOutbox { messages, total, done, sending }) => {
                let messages: Vec<_> =
                    messages.into_iter().map(read_message).collect::<Option<_>>()?;
                Some(Outbox { messages: messages.into(), total, done, sending })
            }
        };
        Some(Progress { reply, outbox, failure: self.failure.map(|why| Arc::from(&*why)) })
    }
}

fn write_reply(reply: &PassiveReply) -> String {
    let mut fields = Map::new();
    fields.set("MsgType", reply.msg_type());
    reply.write(&mut fields);
    fields.write(Format::Json)
}

fn read_reply(json: &str) -> Option<PassiveReply> {
    let (fields, _) = Map::parse(json).ok()?;
    PassiveReply::read(&fields).ok()
}

pub(crate) fn write_message(message: &Message) -> Option<StoredMessage> {
    Some(match message {
        Message::File(media) => StoredMessage::File(media.uploaded()?.as_str().to_owned()),
        message => {
            let thumb = match message {
                Message::Video { thumb: Some(thumb), .. } => {
                    Some(thumb.uploaded()?.as_str().to_owned())
                }
                _ => None,
            };
            StoredMessage::Reply { reply: write_reply(&message.to_passive()?), thumb }
        }
    })
}

pub(crate) fn read_message(stored: StoredMessage) -> Option<Message> {
    let media = |id: String| Media::Uploaded(MediaId::new(id));
    Some(match stored {
        StoredMessage::File(id) => Message::File(media(id)),
        StoredMessage::Reply { reply, thumb } => match (read_reply(&reply)?.into(), thumb) {
            (Message::Video { media: file, title, description, .. }, Some(still)) => {
                Message::Video { media: file, thumb: Some(media(still)), title, description }
            }
            (message, _) => message,
        },
    })
}
