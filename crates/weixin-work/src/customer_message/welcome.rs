//! Welcome messages to new customers, and in customer groups.

use crate::customer_message::CustomerMessagesHandle;
use weixin_api::{AgentId, endpoint};

use super::{
    AttachedImage, AttachedLink, AttachedMedia, AttachedMiniProgram, Attachment, GroupWelcomeId,
    MessageText,
};

/// Sends a welcome message to a new customer (新客户欢迎语).
///
/// The code comes with the event about the new customer. Fails with 41050 when the code is wrong or
/// older than 20 seconds, with 41051 when a welcome was sent already or the customer and the member
/// have begun to chat, with 41096 while another welcome is being sent.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::customer_message::{MessageText, SendWelcomeMessage};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// # let welcome_code = "CODE";
/// // `welcome_code` came with the event `ExternalContactAdded`.
/// let text = MessageText::new().content("Welcome! What can I do for you?");
/// wx.customer_messages().send_welcome(SendWelcomeMessage::new(welcome_code).text(text)).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/send_welcome_msg", title = "发送新客户欢迎语",
    doc = "https://developer.work.weixin.qq.com/document/path/92137",
    scope(work), call = customer_messages.send_welcome)]
pub struct SendWelcomeMessage {
    /// The `WelcomeCode` of the event about the new customer. Valid once, within 20 seconds.
    pub welcome_code: String,
    /// The text. At least one of `text` and `attachments` is required.
    pub text: Option<MessageText>,
    /// Attachments: up to 9.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// Creates a welcome message that owners can choose for their customer groups (入群欢迎语素材): a text,
/// one attachment, or both. A corporation has up to 100.
///
/// At most one of `image`, `link`, `miniprogram`, `file` and `video` takes effect.
///
/// Fails with 41055 when the corporation has 100 welcome messages.
#[endpoint(POST "/cgi-bin/externalcontact/group_welcome_template/add", title = "添加入群欢迎语素材",
    doc = "https://developer.work.weixin.qq.com/document/path/92366",
    scope(work), reply = AddedGroupWelcome, call = customer_messages.add_group_welcome)]
pub struct AddGroupWelcome {
    /// The text; may be left out if there is an attachment.
    pub text: Option<MessageText>,
    /// An attached image.
    pub image: Option<AttachedImage>,
    /// An attached link to a web page.
    pub link: Option<AttachedLink>,
    /// An attached Mini Program.
    pub miniprogram: Option<AttachedMiniProgram>,
    /// An attached file.
    pub file: Option<AttachedMedia>,
    /// An attached video.
    pub video: Option<AttachedMedia>,
    /// The app in whose name the welcome is created; only for old suites that consist of several
    /// apps (旧的第三方多应用套件).
    pub agentid: Option<AgentId>,
    /// Whether the members it concerns are told of the new welcome: yes if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub notify: Option<bool>,
}

/// A welcome message that was created.
#[endpoint(part, reply_to(AddGroupWelcome))]
pub struct AddedGroupWelcome {
    /// The new welcome.
    pub template_id: GroupWelcomeId,
}

/// Replaces a welcome message for customer groups.
///
/// Fails with 41058 when the app may not change it.
#[endpoint(POST "/cgi-bin/externalcontact/group_welcome_template/edit", title = "编辑入群欢迎语素材",
    doc = "https://developer.work.weixin.qq.com/document/path/92366",
    scope(work), retry = safe, call = customer_messages.update_group_welcome)]
pub struct UpdateGroupWelcome {
    /// The welcome to replace.
    pub template_id: GroupWelcomeId,
    /// The new text; may be left out if there is an attachment.
    pub text: Option<MessageText>,
    /// An attached image.
    pub image: Option<AttachedImage>,
    /// An attached link to a web page.
    pub link: Option<AttachedLink>,
    /// An attached Mini Program.
    pub miniprogram: Option<AttachedMiniProgram>,
    /// An attached file.
    pub file: Option<AttachedMedia>,
    /// An attached video.
    pub video: Option<AttachedMedia>,
    /// The app that the welcome belongs to; only for old suites that consist of several apps
    /// (旧的第三方多应用套件).
    pub agentid: Option<AgentId>,
}

/// Returns a welcome message for customer groups.
#[endpoint(POST "/cgi-bin/externalcontact/group_welcome_template/get", title = "获取入群欢迎语素材",
    doc = "https://developer.work.weixin.qq.com/document/path/92366",
    scope(work), retry = safe, reply = GroupWelcome, call = customer_messages.group_welcome)]
pub struct GetGroupWelcome {
    /// The welcome to return.
    pub template_id: GroupWelcomeId,
}

/// A welcome message for customer groups.
#[endpoint(part, reply_to(GetGroupWelcome))]
#[derive(Default)]
pub struct GroupWelcome {
    /// The text; missing if there is only an attachment.
    pub text: Option<MessageText>,
    /// The attached image, if there is one.
    pub image: Option<AttachedImage>,
    /// The attached link to a web page, if there is one.
    pub link: Option<AttachedLink>,
    /// The attached Mini Program, if there is one.
    pub miniprogram: Option<AttachedMiniProgram>,
    /// The attached file, if there is one.
    pub file: Option<AttachedMedia>,
    /// The attached video, if there is one.
    pub video: Option<AttachedMedia>,
    /// The app that the welcome belongs to; only for old suites that consist of several apps.
    pub agentid: Option<AgentId>,
}

/// Deletes a welcome message. Customer groups that use it have none afterwards.
#[endpoint(POST "/cgi-bin/externalcontact/group_welcome_template/del", title = "删除入群欢迎语素材",
    doc = "https://developer.work.weixin.qq.com/document/path/92366",
    scope(work), retry = safe, call = customer_messages.delete_group_welcome)]
pub struct DeleteGroupWelcome {
    /// The welcome to delete.
    pub template_id: GroupWelcomeId,
    /// The app that the welcome belongs to; only for old suites that consist of several apps
    /// (旧的第三方多应用套件).
    pub agentid: Option<AgentId>,
}
