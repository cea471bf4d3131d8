//! What became of messages to customers.

use crate::customer_message::CustomerMessagesHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

use super::{Attachment, GroupMessageKind, MessageText};

/// Gives the messages of up to a month, up to 100 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_groupmsg_list_v2", title = "获取群发记录列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93338",
    scope(work), retry = safe, reply = GroupMessageList, call = customer_messages.list)]
pub struct GetGroupMessages {
    /// To whom they went.
    pub chat_type: GroupMessageKind,
    /// From here on.
    pub start_time: Timestamp,
    /// Until here.
    pub end_time: Timestamp,
    /// Only those this member made.
    pub creator: Option<UserId>,
    /// Only those that were made by whom: all if left out.
    pub filter_type: Option<GroupMessageFilter>,
    /// How many at most: 50 if left out, up to 100.
    pub limit: Option<u32>,
    /// Where to go on: [`GroupMessageList::next_cursor`].
    pub cursor: Option<String>,
}

int_enum! {
    /// By whom messages were made.
    pub enum GroupMessageFilter {
        /// By the corporation.
        Corporation = 0,
        /// By members.
        Personal = 1,
        /// By either.
        All = 2,
    }
}

/// Messages to customers or groups.
#[endpoint(part, reply_to(GetGroupMessages))]
#[derive(Default)]
pub struct GroupMessageList {
    /// The messages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_msg_list: Vec<GroupMessage>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetGroupMessages {
    type Item = GroupMessage;
    fn split_page(self, page: GroupMessageList) -> (Vec<GroupMessage>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.group_msg_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A message to customers or groups.
#[endpoint(part)]
pub struct GroupMessage {
    /// Its id.
    pub msgid: String,
    /// Who made it; nobody if an app did.
    pub creator: Option<UserId>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// By whom it was made.
    pub create_type: Option<GroupMessageFilter>,
    /// The text.
    pub text: Option<MessageText>,
    /// The attachments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// Gives the members who are to send a message, and whether they have, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_groupmsg_task", title = "获取群发成员发送任务列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93338",
    scope(work), retry = safe, reply = GroupMessageTasks, call = customer_messages.members)]
pub struct GetGroupMessageTask {
    /// The message.
    pub msgid: String,
    /// How many at most: 500 if left out, up to 1,000.
    pub limit: Option<u32>,
    /// Where to go on: [`GroupMessageTasks::next_cursor`].
    pub cursor: Option<String>,
}

/// Who is to send a message.
#[endpoint(part, reply_to(GetGroupMessageTask))]
#[derive(Default)]
pub struct GroupMessageTasks {
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub task_list: Vec<GroupMessageTask>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetGroupMessageTask {
    type Item = GroupMessageTask;
    fn split_page(self, page: GroupMessageTasks) -> (Vec<GroupMessageTask>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.task_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A member who is to send a message.
#[endpoint(part)]
pub struct GroupMessageTask {
    /// The member.
    pub userid: UserId,
    /// Whether they have.
    pub status: Option<GroupMessageTaskStatus>,
    /// When they have.
    pub send_time: Option<Timestamp>,
}

int_enum! {
    /// Whether a member has sent a message.
    pub enum GroupMessageTaskStatus {
        /// Not yet.
        Pending = 0,
        /// They have.
        Sent = 2,
    }
}

/// Gives the customers or groups to whom a member sends a message, and whether they got it, up to
/// 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/get_groupmsg_send_result", title = "获取企业群发成员执行结果",
    doc = "https://developer.work.weixin.qq.com/document/path/93338",
    scope(work), retry = safe, reply = GroupMessageSendResults, call = customer_messages.results)]
pub struct GetGroupMessageSendResult {
    /// The message.
    pub msgid: String,
    /// The member.
    pub userid: UserId,
    /// How many at most: 500 if left out, up to 1,000.
    pub limit: Option<u32>,
    /// Where to go on: [`GroupMessageSendResults::next_cursor`].
    pub cursor: Option<String>,
}

/// Who got a message.
#[endpoint(part, reply_to(GetGroupMessageSendResult))]
#[derive(Default)]
pub struct GroupMessageSendResults {
    /// The customers or groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub send_list: Vec<GroupMessageSendResult>,
    /// Where to go on; empty at the end.
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

/// Whether a customer or group got a message.
#[endpoint(part)]
#[derive(Default)]
pub struct GroupMessageSendResult {
    /// The customer.
    pub external_userid: Option<UserId>,
    /// The group.
    pub chat_id: Option<String>,
    /// The member who sends it.
    pub userid: Option<UserId>,
    /// Whether they got it.
    pub status: Option<GroupMessageSendStatus>,
    /// When they got it.
    pub send_time: Option<Timestamp>,
}

int_enum! {
    /// Whether a customer or group got a message.
    pub enum GroupMessageSendStatus {
        /// Not sent yet.
        Pending = 0,
        /// Sent.
        Sent = 1,
        /// Not sent: the customer is none any more.
        NotFriend = 2,
        /// Not sent: the customer has got another one already.
        TooMany = 3,
    }
}

/// Gives who got a message, at the address used until 2021; [`GetGroupMessageSendResult`] has taken
/// its place.
#[endpoint(POST "/cgi-bin/externalcontact/get_group_msg_result", title = "获取企业群发消息发送结果",
    scope(work), retry = safe, reply = GroupMessageResults)]
pub struct GetGroupMessageResult {
    /// The message.
    pub msgid: String,
    /// How many at most: up to 10,000.
    pub limit: Option<u32>,
    /// Where to go on: [`GroupMessageResults::next_cursor`].
    pub cursor: Option<String>,
}

/// Who got a message.
#[endpoint(part, reply_to(GetGroupMessageResult))]
#[derive(Default)]
pub struct GroupMessageResults {
    /// Not heeded any more.
    pub check_status: Option<u64>,
    /// The customers or groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail_list: Vec<GroupMessageSendResult>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetGroupMessageResult {
    type Item = GroupMessageSendResult;
    fn split_page(self, page: GroupMessageResults) -> (Vec<GroupMessageSendResult>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.detail_list, next.map(|cursor| self.cursor(cursor)))
    }
}
