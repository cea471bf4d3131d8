//! Subscription messages (订阅消息) of a Mini Program. `/cgi-bin/message/subscribe/send`

use weixin_api::{StringEnum, endpoint, group};
use weixin_protocol::OpenId;

use std::collections::BTreeMap;
use weixin_official::subscription::SubscriptionValue;

group! {
    /// Subscription messages (订阅消息).
    subscription_messages: [SendSubscriptionMessage]
}

/// Sends a message of a Mini Program to somebody who subscribed to it.
///
/// Without a subscription the platform answers with 43101, and with 47003 when a place holds what
/// it may not.
#[endpoint(POST "/cgi-bin/message/subscribe/send", title = "发送订阅消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.send.html",
    scope(mini), call = subscription_messages.send)]
pub struct SendSubscriptionMessage {
    /// Who subscribed.
    pub touser: OpenId,
    /// The template, as the account has it.
    pub template_id: String,
    /// The page that a tap opens, with its query.
    pub page: Option<String>,
    /// Which version of the Mini Program opens; the published one if left out.
    pub miniprogram_state: Option<ProgramState>,
    /// What stands in the template's places, by their names.
    pub data: BTreeMap<String, SubscriptionValue>,
    /// The language: `zh_CN` (if left out), `en_US`, `zh_HK` or `zh_TW`.
    pub lang: Option<String>,
}

/// A version of a Mini Program.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ProgramState {
    /// The one being developed.
    #[string_enum(rename = "developer")]
    Developer,
    /// The one on trial.
    #[string_enum(rename = "trial")]
    Trial,
    /// The published one.
    #[string_enum(rename = "formal")]
    Formal,
    /// A value that this version does not know.
    Other(String),
}
