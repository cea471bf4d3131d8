//! Events in sessions with customers, as [`SyncMessages`](super::SyncMessages) returns them.

use crate::ids::{ExternalUserId, KfId};
use serde_json::{Map, Value};
use weixin_api::{TaggedEnum, endpoint, int_enum};
use weixin_protocol::UserId;

use super::{ServiceChannels, ServiceMessageId, ServicerStopType};
/// An event of customer service.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "event_type", flat)]
#[non_exhaustive]
pub enum ServiceEvent {
    /// A customer opened the chat (用户进入会话事件).
    #[tagged(rename = "enter_session")]
    SessionEntered(SessionEntered),
    /// A message did not reach a customer (消息发送失败事件).
    #[tagged(rename = "msg_send_fail")]
    MessageSendFailed(MessageSendFailed),
    /// A member started or stopped serving customers (接待人员接待状态变更事件).
    #[tagged(rename = "servicer_status_change")]
    ServicerStatusChanged(ServicerStatusChanged),
    /// A session was taken over, handed over, ended or reopened (会话状态变更事件).
    #[tagged(rename = "session_status_change")]
    SessionStatusChanged(SessionStatusChanged),
    /// A customer recalled a message (用户撤回消息事件).
    #[tagged(rename = "user_recall_msg")]
    UserRecalledMessage(RecalledMessage),
    /// A servicer recalled a message (接待人员撤回消息事件).
    #[tagged(rename = "servicer_recall_msg")]
    ServicerRecalledMessage(RecalledMessage),
    /// A servicer blocked a customer, or lifted the block (拒收客户消息变更事件).
    #[tagged(rename = "reject_customer_msg_switch_change")]
    RejectSwitchChanged(RejectSwitchChanged),
    /// An event that this version does not know or cannot read, with all its fields.
    #[tagged(other)]
    Other(Map<String, Value>),
}

/// A customer opened the chat.
#[endpoint(part)]
pub struct SessionEntered {
    /// The account whose chat was opened.
    pub open_kfid: KfId,
    /// The customer who opened the chat.
    pub external_userid: ExternalUserId,
    /// The `scene` of the link ([`AddServiceContactWay`](super::AddServiceContactWay)).
    pub scene: Option<String>,
    /// The `scene_param` that was appended to the link.
    pub scene_param: Option<String>,
    /// Code with which one welcome message can be sent within 20 seconds
    /// ([`SendServiceMessageOnEvent`](super::SendServiceMessageOnEvent)). Only if the customer has
    /// not written in the last 48 hours and was not welcomed yet.
    pub welcome_code: Option<String>,
    /// The place in Channels; missing if the customer did not come from there.
    pub wechat_channels: Option<ServiceChannels>,
}

/// A message did not reach a customer.
#[endpoint(part)]
pub struct MessageSendFailed {
    /// The account that sent the message.
    pub open_kfid: KfId,
    /// The customer who was to receive the message.
    pub external_userid: ExternalUserId,
    /// The message that did not arrive.
    pub fail_msgid: ServiceMessageId,
    /// Why the message did not arrive.
    pub fail_type: SendFailure,
}

int_enum! {
    /// The reason why a message did not reach a customer (失败类型).
    pub enum SendFailure {
        /// Not known (未知原因).
        Unknown = 0,
        /// The account was deleted (客服账号已删除).
        AccountDeleted = 1,
        /// The app was disabled (应用已关闭).
        AppClosed = 2,
        /// The customer's last message is more than 48 hours ago (会话已过期，超过48小时).
        SessionExpired = 4,
        /// The session is over (会话已关闭).
        SessionClosed = 5,
        /// The limit of 5 messages is reached (超过5条限制).
        TooMany = 6,
        /// No Channels account is bound (未绑定视频号).
        NoChannels = 7,
        /// The corporation is not verified (主体未验证).
        NotVerified = 8,
        /// No Channels account is bound, and the corporation is not verified (未绑定视频号且主体未验证).
        NoChannelsNotVerified = 9,
        /// The customer rejects messages (用户拒收).
        Rejected = 10,
        /// No member has logged in to the WeCom client (企业未有成员登录企业微信App).
        NobodyLoggedIn = 11,
        /// The message type is not allowed for the customer service component (发送的消息为客服组件禁发的消息类型).
        TypeForbidden = 12,
        /// A security limit of the platform (安全限制).
        SecurityLimit = 13,
    }
}

/// A member started or stopped serving customers.
#[endpoint(part)]
pub struct ServicerStatusChanged {
    /// The member whose status changed.
    pub servicer_userid: UserId,
    /// Whether the member serves customers from now on.
    pub status: ServicerStatusEvent,
    /// Why the member does not serve; only with [`ServicerStatusEvent::Stopped`].
    pub stop_type: Option<ServicerStopType>,
    /// The account that the member serves.
    pub open_kfid: KfId,
}

int_enum! {
    /// Whether a member serves customers, as the event counts it (状态类型). Replies have other
    /// numbers: [`ServicerStatus`](super::ServicerStatus).
    pub enum ServicerStatusEvent {
        /// Serves customers (接待中).
        Serving = 1,
        /// Does not serve customers (停止接待).
        Stopped = 2,
    }
}

/// A session was taken over, handed over, ended or reopened.
#[endpoint(part)]
pub struct SessionStatusChanged {
    /// The account the customer writes to.
    pub open_kfid: KfId,
    /// The customer of the session.
    pub external_userid: ExternalUserId,
    /// The kind of change.
    pub change_type: SessionChange,
    /// The member who served the customer before; missing for [`SessionChange::PickedUp`].
    pub old_servicer_userid: Option<UserId>,
    /// The member who serves the customer now; missing for [`SessionChange::Ended`].
    pub new_servicer_userid: Option<UserId>,
    /// Code with which one message about the change can be sent
    /// ([`SendServiceMessageOnEvent`](super::SendServiceMessageOnEvent)). Only when the session was
    /// picked up or ended.
    pub msg_code: Option<String>,
}

int_enum! {
    /// The change of a session (变更类型).
    pub enum SessionChange {
        /// A member took the customer from the queue (从接待池接入会话).
        PickedUp = 1,
        /// The session went to another member (转接会话).
        Transferred = 2,
        /// The session ended (结束会话).
        Ended = 3,
        /// A member took up an ended or transferred session again (重新接入已结束/已转接会话).
        Reopened = 4,
    }
}

/// A message was recalled.
#[endpoint(part)]
pub struct RecalledMessage {
    /// The account the message was sent to or by.
    pub open_kfid: KfId,
    /// The customer who sent or received the message.
    pub external_userid: ExternalUserId,
    /// The message that was recalled.
    pub recall_msgid: ServiceMessageId,
    /// The servicer who recalled the message; missing if the customer did.
    pub servicer_userid: Option<UserId>,
}

/// A servicer blocked a customer, or lifted the block.
#[endpoint(part)]
pub struct RejectSwitchChanged {
    /// The servicer who blocked the customer, or lifted the block.
    pub servicer_userid: UserId,
    /// The account that the servicer serves.
    pub open_kfid: KfId,
    /// The customer who is blocked or no longer so.
    pub external_userid: ExternalUserId,
    /// Whether messages of the customer are rejected from now on.
    #[serde(with = "weixin_api::bool_as_int")]
    pub reject_switch: bool,
}
