//! Results of messages to customers.

use crate::customer_message::CustomerMessagesHandle;
use crate::ids::{ChatId, ExternalUserId};
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

use super::{Attachment, GroupMessageId, GroupMessageKind, MessageText};

/// Returns the messages that members were asked to send to customers or customer groups (群发记录),
/// created within up to a month, a page at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_groupmsg_list_v2", title = "获取群发记录列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93338",
    scope(work), retry = safe, reply = GroupMessageList, call = customer_messages.list)]
pub struct GetGroupMessages {
    /// Whether messages to customers or to customer groups are listed.
    pub chat_type: GroupMessageKind,
    /// Start of the period.
    pub start_time: Timestamp,
    /// End of the period, at most a month after `start_time`.
    pub end_time: Timestamp,
    /// Restricts the list to messages created by this member.
    pub creator: Option<UserId>,
    /// Restricts the list by who created the messages: [`GroupMessageFilter::All`] if left out.
    pub filter_type: Option<GroupMessageFilter>,
    /// Page size: 50 if left out, up to 100.
    pub limit: Option<u32>,
    /// Continues after the page that returned [`GroupMessageList::next_cursor`];
    /// the first page if left out.
    pub cursor: Option<String>,
}

int_enum! {
    /// The origin of a message (创建人类型).
    pub enum GroupMessageFilter {
        /// Created by the corporation: in the console, or by an app (企业发表).
        Corporation = 0,
        /// Created by a member in the WeCom app (个人发表).
        Personal = 1,
        /// Either of the two; only as a filter.
        All = 2,
    }
}

/// A page of messages.
#[endpoint(part, reply_to(GetGroupMessages))]
#[derive(Default)]
pub struct GroupMessageList {
    /// The messages of the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_msg_list: Vec<GroupMessage>,
    /// Cursor of the next page; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetGroupMessages {
    type Item = GroupMessage;
    fn split_page(self, page: GroupMessageList) -> (Vec<GroupMessage>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.group_msg_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A message to customers or customer groups.
#[endpoint(part)]
pub struct GroupMessage {
    /// Id of the message, for [`GetGroupMessageTask`] and [`GetGroupMessageSendResult`].
    pub msgid: GroupMessageId,
    /// The member who created the message; missing if an app did.
    pub creator: Option<UserId>,
    /// Time of creation.
    pub create_time: Option<Timestamp>,
    /// Whether the corporation or a member created it.
    pub create_type: Option<GroupMessageFilter>,
    /// The text; missing if there are only attachments.
    pub text: Option<MessageText>,
    /// The attachments; empty if there is only a text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// Returns the members who were asked to send a message, and whether they did, a page at a time.
///
/// Fails with 41063 while the message, just created, is being handed out; with 41047 when there is
/// no such message.
#[endpoint(POST "/cgi-bin/externalcontact/get_groupmsg_task", title = "获取群发成员发送任务列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93338",
    scope(work), retry = safe, reply = GroupMessageTasks, call = customer_messages.members)]
pub struct GetGroupMessageTask {
    /// The message, as [`AddedMessageTemplate::msgid`](super::AddedMessageTemplate::msgid) or
    /// [`GroupMessage::msgid`].
    pub msgid: GroupMessageId,
    /// Page size: 500 if left out, up to 1,000.
    pub limit: Option<u32>,
    /// Continues after the page that returned [`GroupMessageTasks::next_cursor`];
    /// the first page if left out.
    pub cursor: Option<String>,
}

/// A page of members who were asked to send a message.
#[endpoint(part, reply_to(GetGroupMessageTask))]
#[derive(Default)]
pub struct GroupMessageTasks {
    /// The members of the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub task_list: Vec<GroupMessageTask>,
    /// Cursor of the next page; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetGroupMessageTask {
    type Item = GroupMessageTask;
    fn split_page(self, page: GroupMessageTasks) -> (Vec<GroupMessageTask>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.task_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A member who was asked to send a message.
#[endpoint(part)]
pub struct GroupMessageTask {
    /// The member who was asked to send the message.
    pub userid: UserId,
    /// Whether the member has sent the message.
    pub status: Option<GroupMessageTaskStatus>,
    /// Time of sending; missing while the message is not sent.
    pub send_time: Option<Timestamp>,
}

int_enum! {
    /// Whether a member has sent a message (发送状态).
    pub enum GroupMessageTaskStatus {
        /// Not sent yet (未发送).
        Pending = 0,
        /// Sent (已发送).
        Sent = 2,
    }
}

/// Returns the customers or customer groups that a member sends a message to, and whether it
/// reached them, a page at a time.
///
/// Fails with 41063 while the message, just created, is being handed out; with 41047 when there is
/// no such message.
#[endpoint(POST "/cgi-bin/externalcontact/get_groupmsg_send_result", title = "获取企业群发成员执行结果",
    doc = "https://developer.work.weixin.qq.com/document/path/93338",
    scope(work), retry = safe, reply = GroupMessageSendResults, call = customer_messages.results)]
pub struct GetGroupMessageSendResult {
    /// The message, as [`AddedMessageTemplate::msgid`](super::AddedMessageTemplate::msgid) or
    /// [`GroupMessage::msgid`].
    pub msgid: GroupMessageId,
    /// The member who sends it, from [`GetGroupMessageTask`].
    pub userid: UserId,
    /// Page size: 500 if left out, up to 1,000.
    pub limit: Option<u32>,
    /// Continues after the page that returned [`GroupMessageSendResults::next_cursor`];
    /// the first page if left out.
    pub cursor: Option<String>,
}

/// A page of recipients of a message.
#[endpoint(part, reply_to(GetGroupMessageSendResult))]
#[derive(Default)]
pub struct GroupMessageSendResults {
    /// The customers or groups of the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub send_list: Vec<GroupMessageSendResult>,
    /// Cursor of the next page; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetGroupMessageSendResult {
    type Item = GroupMessageSendResult;
    fn split_page(
        self,
        page: GroupMessageSendResults,
    ) -> (Vec<GroupMessageSendResult>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.send_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// The delivery of a message to one recipient.
#[endpoint(part)]
#[derive(Default)]
pub struct GroupMessageSendResult {
    /// The customer; missing for messages to customer groups.
    pub external_userid: Option<ExternalUserId>,
    /// The customer group; missing for messages to customers.
    pub chat_id: Option<ChatId>,
    /// The member who sends the message.
    pub userid: Option<UserId>,
    /// Whether the message was delivered, or why not.
    pub status: Option<GroupMessageSendStatus>,
    /// Time of delivery; missing while the message is not sent.
    pub send_time: Option<Timestamp>,
}

int_enum! {
    /// The delivery of a message (发送状态).
    pub enum GroupMessageSendStatus {
        /// Not sent yet (未发送).
        Pending = 0,
        /// Sent (已发送).
        Sent = 1,
        /// Not sent, because the customer is no longer a contact of the member (因客户不是好友导致发送失败).
        NotFriend = 2,
        /// Not sent, because the customer has received another message already
        /// (因客户已经收到其他群发消息导致发送失败).
        TooMany = 3,
    }
}

/// Returns the recipients of a message and whether it reached them. The platform has replaced this
/// call by [`GetGroupMessageTask`] and [`GetGroupMessageSendResult`].
#[endpoint(POST "/cgi-bin/externalcontact/get_group_msg_result", title = "获取企业群发消息发送结果",
    scope(work), retry = safe, reply = GroupMessageResults)]
pub struct GetGroupMessageResult {
    /// The message, as [`AddedMessageTemplate::msgid`](super::AddedMessageTemplate::msgid).
    pub msgid: GroupMessageId,
    /// Page size: up to 10,000.
    pub limit: Option<u32>,
    /// Continues after the page that returned [`GroupMessageResults::next_cursor`];
    /// the first page if left out.
    pub cursor: Option<String>,
}

/// A page of recipients of a message.
#[endpoint(part, reply_to(GetGroupMessageResult))]
#[derive(Default)]
pub struct GroupMessageResults {
    /// Without meaning: the platform sends it for compatibility only.
    pub check_status: Option<u64>,
    /// The customers or groups of the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail_list: Vec<GroupMessageSendResult>,
    /// Cursor of the next page; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetGroupMessageResult {
    type Item = GroupMessageSendResult;
    fn split_page(self, page: GroupMessageResults) -> (Vec<GroupMessageSendResult>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.detail_list, next.map(|cursor| self.cursor(cursor)))
    }
}
