//! Subscription messages (订阅消息) of a Mini Program. `/cgi-bin/message/subscribe/send`

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::OpenId;

use std::collections::BTreeMap;
use weixin_official::subscription::SubscriptionValue;

endpoints![SendSubscriptionMessage];

/// Sends a message of a Mini Program to somebody who subscribed to it.
/// `POST /cgi-bin/message/subscribe/send`
///
/// Without a subscription the platform answers with 43101, and with 47003 when a place holds what
/// it may not.
#[endpoint(POST "/cgi-bin/message/subscribe/send", title = "发送订阅消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.send.html",
    scope(mini))]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ProgramState {
    /// The one being developed.
    #[serde(rename = "developer")]
    Developer,
    /// The one on trial.
    #[serde(rename = "trial")]
    Trial,
    /// The published one.
    #[serde(rename = "formal")]
    Formal,
    /// Something this version does not know.
    #[serde(untagged)]
    Other(String),
}
/// The group as a client has it: `wx.subscription_messages()`.
#[derive(Debug)]
pub struct SubscriptionMessages<'c, C: ?Sized>(&'c C);

/// Gives a client `subscription_messages()`.
pub trait SubscriptionMessagesApi: Caller {
    /// Subscription messages (订阅消息).
    fn subscription_messages(&self) -> SubscriptionMessages<'_, Self> {
        SubscriptionMessages(self)
    }
}

impl<C: Caller + ?Sized> SubscriptionMessagesApi for C where SendSubscriptionMessage: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> SubscriptionMessages<'c, C> {
    /// Sends a message; see [`SendSubscriptionMessage`].
    pub fn send(
        &self,
        touser: impl Into<OpenId>,
        template_id: impl Into<String>,
        data: impl Into<BTreeMap<String, SubscriptionValue>>,
    ) -> Call<'c, C, SendSubscriptionMessage> {
        Call::new(self.0, SendSubscriptionMessage::new(touser, template_id, data))
    }
}
