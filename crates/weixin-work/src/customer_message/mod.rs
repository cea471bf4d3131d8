//! Messages that members send to their customers and customer groups, and welcomes (消息推送). `/cgi-bin/externalcontact/*msg*`

mod attachment;
mod result;
mod welcome;

use weixin_api::{StringEnum, endpoint, group};
use weixin_protocol::UserId;

pub use attachment::*;
pub use result::*;
pub use welcome::*;

group! {
    /// Messages to many customers, and welcomes (消息推送).
    customer_messages: [AddMessageTemplate, RemindGroupMessage, CancelGroupMessage, GetGroupMessages, GetGroupMessageTask, GetGroupMessageSendResult, GetGroupMessageResult, SendWelcomeMessage, AddGroupWelcome, UpdateGroupWelcome, GetGroupWelcome, DeleteGroupWelcome]
}

/// Asks members to send a message to their customers or customer groups. They decide whether they
/// do.
///
/// A customer gets up to one such message a day and 30 a month; a group one a day from its owner.
#[endpoint(POST "/cgi-bin/externalcontact/add_msg_template", title = "创建企业群发",
    doc = "https://developer.work.weixin.qq.com/document/path/92135",
    scope(work), reply = AddedMessageTemplate, call = customer_messages.add)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum GroupMessageKind {
    /// To customers.
    #[string_enum(rename = "single")]
    Single,
    /// To customer groups.
    #[string_enum(rename = "group")]
    Group,
    /// A value that this version does not know.
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
#[endpoint(part, reply_to(AddMessageTemplate))]
#[derive(Default)]
pub struct AddedMessageTemplate {
    /// Customers and groups to whom it cannot be sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<UserId>,
    /// The message, for its results.
    pub msgid: Option<String>,
}

/// Reminds the members who have not sent a message yet: up to 3 times in 24 hours.
#[endpoint(POST "/cgi-bin/externalcontact/remind_groupmsg_send", title = "提醒成员群发",
    doc = "https://developer.work.weixin.qq.com/document/path/97610",
    scope(work), call = customer_messages.remind)]
pub struct RemindGroupMessage {
    /// The message.
    pub msgid: String,
}

/// Stops a message; members who have not sent it yet cannot any more.
#[endpoint(POST "/cgi-bin/externalcontact/cancel_groupmsg_send", title = "停止企业群发",
    doc = "https://developer.work.weixin.qq.com/document/path/97611",
    scope(work), retry = safe, call = customer_messages.cancel)]
pub struct CancelGroupMessage {
    /// The message.
    pub msgid: String,
}
