//! Subscription messages (订阅消息) of a Mini Program. `/cgi-bin/message/subscribe/send`

use weixin_api::{endpoint, group};
use weixin_protocol::OpenId;

pub use crate::version::{MessageLanguage, ProgramState};

use std::collections::BTreeMap;
use weixin_official::subscription::SubscriptionValue;

use crate::ids::TemplateId;

group! {
    /// Subscription messages (订阅消息).
    subscription_messages: [SendSubscriptionMessage]
}

/// Sends a subscription message (订阅消息) to a user who subscribed to its template.
///
/// Fails with 43101 when the user has not subscribed or rejects messages, with 40037 when the
/// account has no such template, with 47003 when a value does not fit its keyword, with 45168 when
/// one contains a forbidden word, with 41030 when the page does not exist, and with 43107 when the
/// account was barred from subscription messages.
///
/// # Examples
///
/// ```
/// # use std::collections::BTreeMap;
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::{subscription::*, subscription_message::*};
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let user = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
/// let data = BTreeMap::from([
///     ("thing1".to_owned(), SubscriptionValue::new("奶茶")),
///     ("time2".to_owned(), SubscriptionValue::new("2026-03-01 13:30")),
/// ]);
/// wx.subscription_messages()
///     .send((user, "TVS2mR4VHtEvAKYcUVTrJgZmtpDqPBgmwNBJBkS5vV0", data))
///     .with(|message| message.page("pages/order/index?id=42"))
///     .await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/message/subscribe/send", title = "发送订阅消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.send.html",
    scope(mini), secured, call = subscription_messages.send)]
pub struct SendSubscriptionMessage {
    /// The user, who must have subscribed.
    pub touser: OpenId,
    /// The template, as the account has added it.
    pub template_id: TemplateId,
    /// The path that a tap opens, with its query; without it the message opens nothing.
    pub page: Option<String>,
    /// The version that opens; [`ProgramState::Formal`] if left out.
    pub miniprogram_state: Option<ProgramState>,
    /// The values of the template's keywords, by their names, such as `thing1`.
    pub data: BTreeMap<String, SubscriptionValue>,
    /// The language of the fixed texts; [`MessageLanguage::Zh`] if left out.
    pub lang: Option<MessageLanguage>,
}
