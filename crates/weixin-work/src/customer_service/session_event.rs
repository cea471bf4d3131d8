//! What happened in a talk with a customer.

use serde::{Deserialize, Serialize};
use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

use super::ServiceChannels;
use serde::{Deserializer, Serializer, de::Error as _, ser::Error as _};
use serde_json::{Map, Value};
use weixin_api::{ChoiceForm, ChoiceInfo, Describe, TypeInfo, VariantInfo, lenient};

/// Which event it is.
const TYPE: &str = "event_type";

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ServiceEvent {
    /// A customer has opened the talk. `enter_session`
    SessionEntered(SessionEntered),
    /// A message did not reach a customer. `msg_send_fail`
    MessageSendFailed(MessageSendFailed),
    /// A member has begun or stopped to serve customers. `servicer_status_change`
    ServicerStatusChanged(ServicerStatusChanged),
    /// Somebody else has a talk. `session_status_change`
    SessionStatusChanged(SessionStatusChanged),
    /// A customer has taken back a message. `user_recall_msg`
    UserRecalledMessage(RecalledMessage),
    /// A member has taken back a message. `servicer_recall_msg`
    ServicerRecalledMessage(RecalledMessage),
    /// A member has blocked a customer, or no longer does.
    /// `reject_customer_msg_switch_change`
    RejectSwitchChanged(RejectSwitchChanged),
    /// Something this version does not know, or cannot read.
    Other(Map<String, Value>),
}

impl Describe for ServiceEvent {
    fn describe() -> &'static TypeInfo {
        const INFO: ChoiceInfo = ChoiceInfo::new(
            "ServiceEvent",
            "What happened.",
            ChoiceForm::Tag(TYPE),
            &[
                VariantInfo::new(
                    "enter_session",
                    "A customer opened the chat.",
                    Some(SessionEntered::describe),
                ),
                VariantInfo::new(
                    "msg_send_fail",
                    "A message did not reach a customer.",
                    Some(MessageSendFailed::describe),
                ),
                VariantInfo::new(
                    "servicer_status_change",
                    "A member started or stopped serving customers.",
                    Some(ServicerStatusChanged::describe),
                ),
                VariantInfo::new(
                    "session_status_change",
                    "The chat was handed over, or ended.",
                    Some(SessionStatusChanged::describe),
                ),
                VariantInfo::new(
                    "user_recall_msg",
                    "A customer recalled a message.",
                    Some(RecalledMessage::describe),
                ),
                VariantInfo::new(
                    "servicer_recall_msg",
                    "A member recalled a message.",
                    Some(RecalledMessage::describe),
                ),
                VariantInfo::new(
                    "reject_customer_msg_switch_change",
                    "A member blocked a customer, or lifted the block.",
                    Some(RejectSwitchChanged::describe),
                ),
            ],
            true,
        );
        &TypeInfo::Choice(&INFO)
    }
}

impl ServiceEvent {
    fn of(fields: Map<String, Value>) -> Self {
        let read = || -> Option<Self> {
            let value = || Value::Object(fields.clone());
            Some(match fields.get(TYPE)?.as_str()? {
                "enter_session" => Self::SessionEntered(lenient::from_value(value()).ok()?),
                "msg_send_fail" => Self::MessageSendFailed(lenient::from_value(value()).ok()?),
                "servicer_status_change" => {
                    Self::ServicerStatusChanged(lenient::from_value(value()).ok()?)
                }
                "session_status_change" => {
                    Self::SessionStatusChanged(lenient::from_value(value()).ok()?)
                }
                "user_recall_msg" => Self::UserRecalledMessage(lenient::from_value(value()).ok()?),
                "servicer_recall_msg" => {
                    Self::ServicerRecalledMessage(lenient::from_value(value()).ok()?)
                }
                "reject_customer_msg_switch_change" => {
                    Self::RejectSwitchChanged(lenient::from_value(value()).ok()?)
                }
                _ => return None,
            })
        };
        read().unwrap_or(Self::Other(fields))
    }

    fn fields(&self) -> serde_json::Result<(&'static str, Value)> {
        Ok(match self {
            Self::SessionEntered(event) => ("enter_session", serde_json::to_value(event)?),
            Self::MessageSendFailed(event) => ("msg_send_fail", serde_json::to_value(event)?),
            Self::ServicerStatusChanged(event) => {
                ("servicer_status_change", serde_json::to_value(event)?)
            }
            Self::SessionStatusChanged(event) => {
                ("session_status_change", serde_json::to_value(event)?)
            }
            Self::UserRecalledMessage(event) => ("user_recall_msg", serde_json::to_value(event)?),
            Self::ServicerRecalledMessage(event) => {
                ("servicer_recall_msg", serde_json::to_value(event)?)
            }
            Self::RejectSwitchChanged(event) => {
                ("reject_customer_msg_switch_change", serde_json::to_value(event)?)
            }
            // Its name is among its fields.
            Self::Other(fields) => ("", Value::Object(fields.clone())),
        })
    }
}

impl Serialize for ServiceEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (name, mut fields) = self.fields().map_err(S::Error::custom)?;
        if let (Some(fields), false) = (fields.as_object_mut(), name.is_empty()) {
            fields.insert(TYPE.to_owned(), name.into());
        }
        fields.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ServiceEvent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Object(fields) => Ok(Self::of(fields)),
            _ => Err(D::Error::custom("an event is an object")),
        }
    }
}

/// A customer has opened the talk.
#[endpoint(part)]
pub struct SessionEntered {
    /// The account.
    pub open_kfid: String,
    /// The customer.
    pub external_userid: UserId,
    /// The `scene` of the link.
    pub scene: Option<String>,
    /// The `scene_param` of the link.
    pub scene_param: Option<String>,
    /// With which one message can be sent within 20 seconds:
    /// [`SendServiceMessageOnEvent`](super::SendServiceMessageOnEvent). Only if they have not
    /// written in the last 48 hours and got no welcome yet.
    pub welcome_code: Option<String>,
    /// The Channels account through which they came.
    pub wechat_channels: Option<ServiceChannels>,
}

/// A message did not reach a customer.
#[endpoint(part)]
pub struct MessageSendFailed {
    /// The account.
    pub open_kfid: String,
    /// The customer.
    pub external_userid: UserId,
    /// The message.
    pub fail_msgid: String,
    /// Why.
    pub fail_type: SendFailure,
}

int_enum! {
    /// Why a message did not reach a customer.
    pub enum SendFailure {
        /// Not known.
        Unknown = 0,
        /// The account was deleted.
        AccountDeleted = 1,
        /// The app was closed.
        AppClosed = 2,
        /// The customer has not written for 48 hours.
        SessionExpired = 4,
        /// The talk is over.
        SessionClosed = 5,
        /// More than 5 messages.
        TooMany = 6,
        /// No Channels account is bound.
        NoChannels = 7,
        /// The corporation is not verified.
        NotVerified = 8,
        /// No Channels account is bound, and the corporation is not verified.
        NoChannelsNotVerified = 9,
        /// The customer refuses messages.
        Refused = 10,
        /// No member of the corporation is logged in to the WeCom app.
        NobodyLoggedIn = 11,
        /// The customer-service component must not send messages of this type.
        TypeForbidden = 12,
        /// A security limit of the platform.
        SecurityLimit = 13,
    }
}

/// A member has begun or stopped to serve customers.
#[endpoint(part)]
pub struct ServicerStatusChanged {
    /// The member.
    pub servicer_userid: UserId,
    /// 1: they serve, 2: they do not.
    pub status: u64,
    /// How they stopped: 0 for good, 1 suspended. Only with `status` 2.
    pub stop_type: Option<u64>,
    /// The account.
    pub open_kfid: String,
}

/// Somebody else has a talk.
#[endpoint(part)]
pub struct SessionStatusChanged {
    /// The account.
    pub open_kfid: String,
    /// The customer.
    pub external_userid: UserId,
    /// What happened.
    pub change_type: SessionChange,
    /// The member who had it; not if it was picked up.
    pub old_servicer_userid: Option<UserId>,
    /// The member who has it; not if it has ended.
    pub new_servicer_userid: Option<UserId>,
    /// With which one message can be sent about it:
    /// [`SendServiceMessageOnEvent`](super::SendServiceMessageOnEvent). When it was picked up or
    /// has ended.
    pub msg_code: Option<String>,
}

int_enum! {
    /// What happened to a talk.
    pub enum SessionChange {
        /// It waited, and a member has it now.
        PickedUp = 1,
        /// Another member has it.
        Transferred = 2,
        /// It is over.
        Ended = 3,
        /// It was over or had been transferred, and a member has opened it again.
        Reopened = 4,
    }
}

/// Somebody has taken back a message.
#[endpoint(part)]
pub struct RecalledMessage {
    /// The account.
    pub open_kfid: String,
    /// The customer.
    pub external_userid: UserId,
    /// The message.
    pub recall_msgid: String,
    /// The member, if it was one.
    pub servicer_userid: Option<UserId>,
}

/// A member has blocked a customer, or no longer does.
#[endpoint(part)]
pub struct RejectSwitchChanged {
    /// The member.
    pub servicer_userid: UserId,
    /// The account.
    pub open_kfid: String,
    /// The customer.
    pub external_userid: UserId,
    /// Whether they block them.
    #[serde(with = "weixin_api::bool_as_int")]
    pub reject_switch: bool,
}
