//! Welcomes: to new customers, and in customer groups.

use crate::customer_message::CustomerMessagesHandle;
use weixin_api::{AgentId, endpoint};

use super::{
    AttachedImage, AttachedLink, AttachedMedia, AttachedMiniProgram, Attachment, MessageText,
};

/// Sends a welcome to a new customer.
///
/// The code is in the event that tells of the customer. It can be used once (41051), within 20
/// seconds (41050).
#[endpoint(POST "/cgi-bin/externalcontact/send_welcome_msg", title = "发送新客户欢迎语",
    doc = "https://developer.work.weixin.qq.com/document/path/92137",
    scope(work), call = customer_messages.send_welcome)]
pub struct SendWelcomeMessage {
    /// The code.
    pub welcome_code: String,
    /// The text; it or an attachment has to be there.
    pub text: Option<MessageText>,
    /// Up to 9 attachments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// Makes a welcome that owners can choose for their groups: a text, one of the others, or both.
/// There are up to 100.
#[endpoint(POST "/cgi-bin/externalcontact/group_welcome_template/add", title = "添加入群欢迎语素材",
    doc = "https://developer.work.weixin.qq.com/document/path/92366",
    scope(work), reply = AddedGroupWelcome, call = customer_messages.add_group_welcome)]
pub struct AddGroupWelcome {
    /// The text.
    pub text: Option<MessageText>,
    /// A picture.
    pub image: Option<AttachedImage>,
    /// A page.
    pub link: Option<AttachedLink>,
    /// A Mini Program.
    pub miniprogram: Option<AttachedMiniProgram>,
    /// A file.
    pub file: Option<AttachedMedia>,
    /// A video.
    pub video: Option<AttachedMedia>,
    /// The app, for a suite that uses old apps.
    pub agentid: Option<AgentId>,
    /// Whether members are told of it: yes if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub notify: Option<bool>,
}

/// A welcome that was made.
#[endpoint(part, reply_to(AddGroupWelcome))]
pub struct AddedGroupWelcome {
    /// The welcome.
    pub template_id: String,
}

/// Replaces a welcome.
#[endpoint(POST "/cgi-bin/externalcontact/group_welcome_template/edit", title = "编辑入群欢迎语素材",
    doc = "https://developer.work.weixin.qq.com/document/path/92366",
    scope(work), retry = safe, call = customer_messages.update_group_welcome)]
pub struct UpdateGroupWelcome {
    /// The welcome.
    pub template_id: String,
    /// The text.
    pub text: Option<MessageText>,
    /// A picture.
    pub image: Option<AttachedImage>,
    /// A page.
    pub link: Option<AttachedLink>,
    /// A Mini Program.
    pub miniprogram: Option<AttachedMiniProgram>,
    /// A file.
    pub file: Option<AttachedMedia>,
    /// A video.
    pub video: Option<AttachedMedia>,
    /// The app, for a suite that uses old apps.
    pub agentid: Option<AgentId>,
}

/// Gives a welcome.
#[endpoint(POST "/cgi-bin/externalcontact/group_welcome_template/get", title = "获取入群欢迎语素材",
    doc = "https://developer.work.weixin.qq.com/document/path/92366",
    scope(work), retry = safe, reply = GroupWelcome, call = customer_messages.group_welcome)]
pub struct GetGroupWelcome {
    /// The welcome.
    pub template_id: String,
}

/// A welcome of customer groups.
#[endpoint(part, reply_to(GetGroupWelcome))]
#[derive(Default)]
pub struct GroupWelcome {
    /// The text.
    pub text: Option<MessageText>,
    /// The picture.
    pub image: Option<AttachedImage>,
    /// The page.
    pub link: Option<AttachedLink>,
    /// The Mini Program.
    pub miniprogram: Option<AttachedMiniProgram>,
    /// The file.
    pub file: Option<AttachedMedia>,
    /// The video.
    pub video: Option<AttachedMedia>,
    /// The app.
    pub agentid: Option<AgentId>,
}

/// Deletes a welcome; groups that use it have none then.
#[endpoint(POST "/cgi-bin/externalcontact/group_welcome_template/del", title = "删除入群欢迎语素材",
    doc = "https://developer.work.weixin.qq.com/document/path/92366",
    scope(work), retry = safe, call = customer_messages.delete_group_welcome)]
pub struct DeleteGroupWelcome {
    /// The welcome.
    pub template_id: String,
    /// The app, for a suite that uses old apps.
    pub agentid: Option<AgentId>,
}
