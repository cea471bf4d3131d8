//! Who subscribes and unsubscribes, and what became of messages (订阅通知的事件推送).

use weixin_api::int_enum;
use weixin_protocol::{Header, inbound};

/// Somebody was asked whether they want messages, and answered. Event `subscribe_msg_popup_event`.
#[inbound(
    event = "subscribe_msg_popup_event",
    group = "SubscribeMsgPopupEvent",
    scope(official, mini)
)]
pub struct SubscriptionPopup {
    /// From whom, to whom, when.
    pub header: Header,
    /// The answer for each of the templates.
    #[field(name = "List")]
    pub list: Vec<SubscriptionAnswer>,
}

/// Whether somebody wants the messages of a template.
#[inbound(part)]
pub struct SubscriptionAnswer {
    /// The template.
    pub template_id: String,
    /// `accept` or `reject`.
    #[field(name = "SubscribeStatusString")]
    pub status: String,
    /// Where they were asked.
    pub popup_scene: Option<PopupScene>,
}

impl SubscriptionAnswer {
    /// Whether they want them.
    pub fn accepted(&self) -> bool {
        self.status == "accept"
    }
}

int_enum! {
    /// Where somebody was asked.
    pub enum PopupScene {
        /// In a Mini Program.
        MiniProgram = 0,
        /// In a web page.
        Page = 1,
        /// In an article.
        Article = 2,
    }
}

/// Somebody changed in the app's settings which messages they want. So far only refusals are told.
/// Event `subscribe_msg_change_event`.
#[inbound(
    event = "subscribe_msg_change_event",
    group = "SubscribeMsgChangeEvent",
    scope(official, mini)
)]
pub struct SubscriptionChanged {
    /// From whom, to whom, when.
    pub header: Header,
    /// What was changed of each of the templates.
    #[field(name = "List")]
    pub list: Vec<SubscriptionChange>,
}

/// Whether somebody still wants the messages of a template.
#[inbound(part)]
pub struct SubscriptionChange {
    /// The template.
    pub template_id: String,
    /// `reject`.
    #[field(name = "SubscribeStatusString")]
    pub status: String,
}

/// A message was sent, or not. Event `subscribe_msg_sent_event`.
#[inbound(
    event = "subscribe_msg_sent_event",
    group = "SubscribeMsgSentEvent",
    scope(official, mini)
)]
pub struct SubscriptionSent {
    /// To whom it went, from whom, when.
    pub header: Header,
    /// What became of each message.
    #[field(name = "List")]
    pub list: Vec<SentNotice>,
}

/// What became of a message.
#[inbound(part)]
pub struct SentNotice {
    /// The template.
    pub template_id: String,
    /// The number of the message.
    #[field(name = "MsgID", alias = "MsgId")]
    pub msg_id: Option<String>,
    /// 0 if it was sent; else why not.
    pub error_code: i64,
    /// The same in words; `success` if it was sent.
    pub error_status: Option<String>,
}
