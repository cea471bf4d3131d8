//! Messages that members send to their customers and customer groups, and welcomes (消息推送). `/cgi-bin/externalcontact/*msg*`

mod attachment;
mod result;
mod welcome;

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, On, Timestamp, endpoint, endpoints};
use weixin_protocol::UserId;

pub use attachment::*;
pub use result::*;
pub use welcome::*;

endpoints![
    AddMessageTemplate,
    RemindGroupMessage,
    CancelGroupMessage,
    GetGroupMessages,
    GetGroupMessageTask,
    GetGroupMessageSendResult,
    GetGroupMessageResult,
    SendWelcomeMessage,
    AddGroupWelcome,
    UpdateGroupWelcome,
    GetGroupWelcome,
    DeleteGroupWelcome
];

/// Asks members to send a message to their customers or customer groups. They decide whether they
/// do. `POST /cgi-bin/externalcontact/add_msg_template`
///
/// A customer gets up to one such message a day and 30 a month; a group one a day from its owner.
#[endpoint(POST "/cgi-bin/externalcontact/add_msg_template", title = "创建企业群发",
    doc = "https://developer.work.weixin.qq.com/document/path/92135",
    scope(work), reply = AddedMessageTemplate)]
pub struct AddMessageTemplate {
    /// To whom it goes.
    pub chat_type: GroupMessageKind,
    /// The customers: up to 10,000. Those of `sender` if left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_userid: Vec<UserId>,
    /// The groups: up to 2,000, of `sender`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chat_id_list: Vec<String>,
    /// Only customers with these tags.
    pub tag_filter: Option<TagFilter>,
    /// The member who sends it; has to be there for groups, and if no customers are named.
    pub sender: Option<UserId>,
    /// Whether the member may choose among the customers.
    pub allow_select: Option<bool>,
    /// The text; it or an attachment has to be there.
    pub text: Option<MessageText>,
    /// Up to 9 attachments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// To whom a message goes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum GroupMessageKind {
    /// To customers.
    #[serde(rename = "single")]
    Single,
    /// To customer groups.
    #[serde(rename = "group")]
    Group,
    /// Something this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Customers who have tags of every group.
#[endpoint(part)]
#[derive(Default)]
pub struct TagFilter {
    /// Groups of tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_list: Vec<TagFilterGroup>,
}

/// Tags of which customers have any.
#[endpoint(part)]
#[derive(Default)]
pub struct TagFilterGroup {
    /// The tags: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_list: Vec<String>,
}

/// A message that members were asked to send.
#[endpoint(part)]
#[derive(Default)]
pub struct AddedMessageTemplate {
    /// Customers and groups to whom it cannot be sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<UserId>,
    /// The message, for its results.
    pub msgid: Option<String>,
}

/// Reminds the members who have not sent a message yet: up to 3 times in 24 hours.
/// `POST /cgi-bin/externalcontact/remind_groupmsg_send`
#[endpoint(POST "/cgi-bin/externalcontact/remind_groupmsg_send", title = "提醒成员群发",
    doc = "https://developer.work.weixin.qq.com/document/path/97610",
    scope(work))]
pub struct RemindGroupMessage {
    /// The message.
    pub msgid: String,
}

/// Stops a message; members who have not sent it yet cannot any more.
/// `POST /cgi-bin/externalcontact/cancel_groupmsg_send`
#[endpoint(POST "/cgi-bin/externalcontact/cancel_groupmsg_send", title = "停止企业群发",
    doc = "https://developer.work.weixin.qq.com/document/path/97611",
    scope(work), retry = safe)]
pub struct CancelGroupMessage {
    /// The message.
    pub msgid: String,
}

/// The group as a client has it: `wx.customer_messages()`.
#[derive(Debug)]
pub struct CustomerMessages<'c, C: ?Sized>(&'c C);

/// Gives a client `customer_messages()`.
pub trait CustomerMessagesApi: Caller {
    /// Messages to many customers, and welcomes (消息推送).
    fn customer_messages(&self) -> CustomerMessages<'_, Self> {
        CustomerMessages(self)
    }
}

impl<C: Caller + ?Sized> CustomerMessagesApi for C where AddMessageTemplate: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CustomerMessages<'c, C> {
    /// Asks members to send a message to their customers or customer groups; see
    /// [`AddMessageTemplate`].
    pub fn add(&self, chat_type: impl Into<GroupMessageKind>) -> Call<'c, C, AddMessageTemplate> {
        Call::new(self.0, AddMessageTemplate::new(chat_type))
    }

    /// Reminds the members who have not sent a message yet: up to 3 times in 24 hours; see
    /// [`RemindGroupMessage`].
    pub fn remind(&self, msgid: impl Into<String>) -> Call<'c, C, RemindGroupMessage> {
        Call::new(self.0, RemindGroupMessage::new(msgid))
    }

    /// Stops a message; members who have not sent it yet cannot any more; see
    /// [`CancelGroupMessage`].
    pub fn cancel(&self, msgid: impl Into<String>) -> Call<'c, C, CancelGroupMessage> {
        Call::new(self.0, CancelGroupMessage::new(msgid))
    }

    /// Gives the messages of up to a month, up to 100 at a time; see [`GetGroupMessages`].
    pub fn list(
        &self,
        chat_type: impl Into<GroupMessageKind>,
        start_time: impl Into<Timestamp>,
        end_time: impl Into<Timestamp>,
    ) -> Call<'c, C, GetGroupMessages> {
        Call::new(self.0, GetGroupMessages::new(chat_type, start_time, end_time))
    }

    /// Gives the members who are to send a message, and whether they have, up to 1,000 at a time;
    /// see [`GetGroupMessageTask`].
    pub fn members(&self, msgid: impl Into<String>) -> Call<'c, C, GetGroupMessageTask> {
        Call::new(self.0, GetGroupMessageTask::new(msgid))
    }

    /// Gives the customers or groups to whom a member sends a message, and whether they got it, up
    /// to 1,000 at a time; see [`GetGroupMessageSendResult`].
    pub fn results(
        &self,
        msgid: impl Into<String>,
        userid: impl Into<UserId>,
    ) -> Call<'c, C, GetGroupMessageSendResult> {
        Call::new(self.0, GetGroupMessageSendResult::new(msgid, userid))
    }

    /// Sends a welcome to a new customer; see [`SendWelcomeMessage`].
    pub fn send_welcome(&self, welcome_code: impl Into<String>) -> Call<'c, C, SendWelcomeMessage> {
        Call::new(self.0, SendWelcomeMessage::new(welcome_code))
    }

    /// Makes a welcome that owners can choose for their groups: a text, one of the others, or both;
    /// see [`AddGroupWelcome`].
    pub fn add_group_welcome(&self) -> Call<'c, C, AddGroupWelcome> {
        Call::new(self.0, AddGroupWelcome::new())
    }

    /// Replaces a welcome; see [`UpdateGroupWelcome`].
    pub fn update_group_welcome(
        &self,
        template_id: impl Into<String>,
    ) -> Call<'c, C, UpdateGroupWelcome> {
        Call::new(self.0, UpdateGroupWelcome::new(template_id))
    }

    /// Gives a welcome; see [`GetGroupWelcome`].
    pub fn group_welcome(&self, template_id: impl Into<String>) -> Call<'c, C, GetGroupWelcome> {
        Call::new(self.0, GetGroupWelcome::new(template_id))
    }

    /// Deletes a welcome; groups that use it have none then; see [`DeleteGroupWelcome`].
    pub fn delete_group_welcome(
        &self,
        template_id: impl Into<String>,
    ) -> Call<'c, C, DeleteGroupWelcome> {
        Call::new(self.0, DeleteGroupWelcome::new(template_id))
    }
}
