//! Who subscribes and unsubscribes, and what became of messages (订阅通知的事件推送).

use weixin_api::{StringEnum, int_enum};
use weixin_protocol::{Header, inbound};

use crate::ids::TemplateId;

weixin_api::string_id! {
    /// A subscription message or notice that was sent (消息 id, MsgID).
    NoticeId
}

/// A user answered whether they want to receive messages (订阅弹窗).
#[inbound(
    event = "subscribe_msg_popup_event",
    group = "SubscribeMsgPopupEvent",
    scope(official, mini)
)]
pub struct SubscriptionPopup {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The answer for each template.
    #[field(name = "List")]
    pub list: Vec<SubscriptionAnswer>,
}

/// The answer of a user for one template.
#[inbound(part)]
pub struct SubscriptionAnswer {
    /// The template that the user was asked about.
    pub template_id: TemplateId,
    /// What the user decided.
    #[field(name = "SubscribeStatusString")]
    pub status: SubscriptionDecision,
    /// Where the user was asked.
    pub popup_scene: Option<PopupScene>,
}

/// What a user decided about the messages of a template.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SubscriptionDecision {
    /// They want to receive them (同意).
    Accept,
    /// They do not want to receive them (拒绝).
    Reject,
    /// A value that this version does not know.
    Other(String),
}

impl SubscriptionAnswer {
    /// Whether the user wants to receive the messages.
    pub fn accepted(&self) -> bool {
        self.status == SubscriptionDecision::Accept
    }
}

int_enum! {
    /// Where a user was asked (弹窗场景).
    pub enum PopupScene {
        /// In a Mini Program (弹窗来自小程序页面).
        MiniProgram = 0,
        /// In a web page (弹窗来自 H5 页面).
        Page = 1,
        /// In an article (弹窗来自图文消息).
        Article = 2,
    }
}

/// A user changed in the settings which messages they receive. The platform pushes rejections only.
#[inbound(
    event = "subscribe_msg_change_event",
    group = "SubscribeMsgChangeEvent",
    scope(official, mini)
)]
pub struct SubscriptionChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The change for each template.
    #[field(name = "List")]
    pub list: Vec<SubscriptionChange>,
}

/// The change of a user for one template.
#[inbound(part)]
pub struct SubscriptionChange {
    /// The template that the change is about.
    pub template_id: TemplateId,
    /// What the user decided; always [`SubscriptionDecision::Reject`] today.
    #[field(name = "SubscribeStatusString")]
    pub status: SubscriptionDecision,
}

/// A subscription message or notice was delivered, or could not be.
#[inbound(
    event = "subscribe_msg_sent_event",
    group = "SubscribeMsgSentEvent",
    scope(official, mini)
)]
pub struct SubscriptionSent {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The outcome of each message.
    #[field(name = "List")]
    pub list: Vec<SentNotice>,
}

/// The outcome of a message.
#[inbound(part)]
pub struct SentNotice {
    /// The template of the message.
    pub template_id: TemplateId,
    /// The id of the message.
    #[field(name = "MsgID", alias = "MsgId")]
    pub msg_id: Option<NoticeId>,
    /// 0 when it was delivered; otherwise the code of the reason.
    pub error_code: i64,
    /// The reason in words; `success` when it was delivered.
    pub error_status: Option<String>,
}
