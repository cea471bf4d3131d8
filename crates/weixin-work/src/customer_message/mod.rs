//! Messages that members send to their customers and customer groups (企业群发), and welcome messages
//! (欢迎语). `/cgi-bin/externalcontact/*msg*`

mod attachment;
mod result;
mod welcome;

use crate::ids::{ChatId, CustomerTagId, ExternalUserId};
use weixin_api::{StringEnum, endpoint, group};
use weixin_protocol::UserId;

pub use attachment::*;
pub use result::*;
pub use welcome::*;

weixin_api::string_id! {
    /// A message to customers that members were asked to send (企业群发消息, msgid).
    GroupMessageId
    /// A welcome that owners can choose for their customer groups (入群欢迎语素材, template_id).
    GroupWelcomeId
}

group! {
    /// Messages to many customers, and welcome messages (消息推送).
    customer_messages: [
        AddMessageTemplate, RemindGroupMessage, CancelGroupMessage, GetGroupMessages,
        GetGroupMessageTask, GetGroupMessageSendResult, GetGroupMessageResult, SendWelcomeMessage,
        AddGroupWelcome, UpdateGroupWelcome, GetGroupWelcome, DeleteGroupWelcome,
    ]
}

/// Asks members to send a message to their customers or customer groups (企业群发). The message goes
/// out when a member confirms it.
///
/// A customer receives at most one such message a day and 30 a month; a customer group receives at
/// most one a day from its owner.
///
/// Fails with 41048 when there is nobody to send the message to, with 41064 when it has too many
/// attachments.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::customer_message::{AddMessageTemplate, GroupMessageKind, MessageText};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let message = AddMessageTemplate::new(GroupMessageKind::Single)
///     .sender("zhangsan")
///     .text(MessageText::new().content("Our shop has moved: Garden Street 7."));
/// let added = wx.customer_messages().add(message).await?;
/// println!("{:?}, not possible for {:?}", added.msgid, added.fail_list);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/add_msg_template", title = "创建企业群发",
    doc = "https://developer.work.weixin.qq.com/document/path/92135",
    scope(work), reply = AddedMessageTemplate, call = customer_messages.add)]
pub struct AddMessageTemplate {
    /// Whether the message goes to customers or to customer groups.
    pub chat_type: GroupMessageKind,
    /// The customers: up to 10,000, for [`GroupMessageKind::Single`]. All customers of `sender` if
    /// left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_userid: Vec<ExternalUserId>,
    /// The customer groups: up to 2,000, all owned by `sender`, for [`GroupMessageKind::Group`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chat_id_list: Vec<ChatId>,
    /// Restricts the message to customers with these tags. Only for [`GroupMessageKind::Single`].
    pub tag_filter: Option<TagFilter>,
    /// The member who sends the message. Required for [`GroupMessageKind::Group`], and where
    /// `external_userid` is left out.
    pub sender: Option<UserId>,
    /// Whether the member may choose among the customers before sending: no if left out. Only for
    /// [`GroupMessageKind::Single`].
    pub allow_select: Option<bool>,
    /// The text. At least one of `text` and `attachments` is required.
    pub text: Option<MessageText>,
    /// Attachments, sent as separate messages: up to 9.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// The kind of recipients of a message (群发任务的类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum GroupMessageKind {
    /// Customers (发送给客户).
    #[string_enum(rename = "single")]
    Single,
    /// Customer groups (发送给客户群).
    #[string_enum(rename = "group")]
    Group,
    /// A value that this version does not know.
    Other(String),
}

/// A filter by customer tags: a customer has to match every group.
#[endpoint(part)]
#[derive(Default)]
pub struct TagFilter {
    /// The groups of tags, combined with "and".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_list: Vec<TagFilterGroup>,
}

/// Tags of which a customer needs at least one.
#[endpoint(part)]
#[derive(Default)]
pub struct TagFilterGroup {
    /// The tags, combined with "or": up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_list: Vec<CustomerTagId>,
}

/// A message that members were asked to send.
#[endpoint(part, reply_to(AddMessageTemplate))]
#[derive(Default)]
pub struct AddedMessageTemplate {
    /// Recipients the message cannot be sent to, because they are unknown or no longer reachable:
    /// external_userids of customers or chat_ids of groups, depending on `chat_type`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<String>,
    /// Id of the message, with which its results are queried.
    pub msgid: Option<GroupMessageId>,
}

/// Reminds the members who have not sent a message to their customers yet (提醒成员群发).
///
/// Possible up to 3 times in 24 hours.
///
/// Fails with 41094 when members were reminded too often, with 41093 when the message was stopped,
/// with 41047 when there is no such message.
#[endpoint(POST "/cgi-bin/externalcontact/remind_groupmsg_send", title = "提醒成员群发",
    doc = "https://developer.work.weixin.qq.com/document/path/97610",
    scope(work), call = customer_messages.remind)]
pub struct RemindGroupMessage {
    /// The message to remind of.
    pub msgid: GroupMessageId,
}

/// Stops a message to customers (停止企业群发), so that members who have not sent it yet no longer can.
///
/// Fails with 41047 when there is no such message.
#[endpoint(POST "/cgi-bin/externalcontact/cancel_groupmsg_send", title = "停止企业群发",
    doc = "https://developer.work.weixin.qq.com/document/path/97611",
    scope(work), retry = safe, call = customer_messages.cancel)]
pub struct CancelGroupMessage {
    /// The message to stop.
    pub msgid: GroupMessageId,
}
