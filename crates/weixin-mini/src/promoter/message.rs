//! Messages to promoters.

use crate::promoter::PromotersHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, OpenId};

use crate::ids::PromoterId;

use super::{PromoterRoleId, RetailId};

weixin_api::string_id! {
    /// A message to many promoters (消息 id, msg_id).
    PromoterMessageId
}

/// Sends a message to many promoters: 50 or more (群发消息).
#[endpoint(POST "/promoter/sendmsg", title = "群发消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/message.html",
    scope(mini), reply = SentPromoterMessage, call = promoters.send)]
pub struct SendPromoterMessage {
    /// The template of the message, by its number in the platform's list.
    pub msg_type: i64,
    /// The values of the template, as JSON text.
    pub content: String,
    /// The Mini Program that a tap opens, bound to the same Open Platform account; the account's
    /// own if left out.
    pub appid: Option<AppId>,
    /// The path of the page that a tap opens.
    pub path: Option<String>,
    /// The promoters who receive the message.
    pub list_type: PromoterRecipients,
    /// The roles; for [`PromoterRecipients::Roles`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub role_id: Vec<PromoterRoleId>,
    /// The shops; for [`PromoterRecipients::Shops`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retail_id: Vec<RetailId>,
    /// The promoters; for [`PromoterRecipients::Promoters`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub id: Vec<PromoterId>,
}

int_enum! {
    /// The promoters who receive a message.
    pub enum PromoterRecipients {
        /// All promoters.
        All = 0,
        /// Promoters with certain roles.
        Roles = 1,
        /// Promoters of certain shops.
        Shops = 2,
        /// Certain promoters.
        Promoters = 3,
    }
}

/// A message to many promoters.
#[endpoint(part, reply_to(SendPromoterMessage))]
pub struct SentPromoterMessage {
    /// The message, for [`GetPromoterMessage`].
    pub msg_id: PromoterMessageId,
}

/// Sends a message to one promoter, named by `id` or `openid` (单发消息).
#[endpoint(POST "/promoter/singlesendmsg", title = "单发消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/message.html",
    scope(mini), call = promoters.send_single)]
pub struct SendSinglePromoterMessage {
    /// The template of the message, by its number in the platform's list.
    pub msg_type: i64,
    /// The values of the template, as JSON text.
    pub content: String,
    /// The Mini Program that a tap opens, bound to the same Open Platform account; the account's
    /// own if left out.
    pub appid: Option<AppId>,
    /// The path of the page that a tap opens.
    pub path: Option<String>,
    /// The promoter; this or `openid` is needed.
    pub id: Option<PromoterId>,
    /// The promoter by openid; this or `id` is needed.
    pub openid: Option<OpenId>,
}

/// Returns the delivery of a message to many promoters.
#[endpoint(POST "/promoter/getmsg", title = "查询群发消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/message.html",
    scope(mini), retry = safe, reply = PromoterMessage, call = promoters.message)]
pub struct GetPromoterMessage {
    /// The message, as [`SendPromoterMessage`] returned it.
    pub msg_id: PromoterMessageId,
}

/// The delivery of a message to many promoters.
#[endpoint(part, reply_to(GetPromoterMessage))]
pub struct PromoterMessage {
    /// The number of promoters it was sent to.
    pub send_cnt: Option<u64>,
    /// The progress in percent.
    pub percent: Option<i64>,
    /// The number of promoters who did not get it.
    pub fail_cnt: Option<u64>,
    /// The promoters who did not get it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_info: Vec<FailedPromoterMessage>,
    /// The address of a file with those promoters, if they are many.
    pub fail_info_url: Option<String>,
    /// The template of the message, by its number in the platform's list.
    pub msg_type: Option<i64>,
    /// The values of the template, as JSON text.
    pub content: Option<String>,
    /// The Mini Program that a tap opens, bound to the same Open Platform account; the account's
    /// own if left out.
    pub appid: Option<AppId>,
    /// The path of the page that a tap opens.
    pub path: Option<String>,
    /// The promoters who receive the message.
    pub list_type: Option<PromoterRecipients>,
    /// The roles; for [`PromoterRecipients::Roles`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub role_id: Vec<PromoterRoleId>,
    /// The shops; for [`PromoterRecipients::Shops`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retail_id: Vec<RetailId>,
    /// The promoters; for [`PromoterRecipients::Promoters`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub id: Vec<PromoterId>,
}

/// A promoter who did not get a message.
#[endpoint(part)]
pub struct FailedPromoterMessage {
    /// The promoter, as the platform names them.
    pub id: Option<PromoterId>,
    /// The code of the failure.
    pub errcode: Option<i64>,
}

/// Returns how often messages were tapped.
#[endpoint(POST "/promoter/getmsgclickdata", title = "查询消息点击数据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/message.html",
    scope(mini), retry = safe, reply = PromoterMessageClicks, call = promoters.message_clicks)]
pub struct GetPromoterMessageClicks {
    /// By what taps are counted, as the platform numbers it. The platform spells the name so.
    pub dimonsion: i64,
    /// Only messages of this template.
    pub msg_type: Option<i64>,
    /// Only this message.
    pub msg_id: Option<PromoterMessageId>,
    /// Only messages sent on this day: `2023-08-04`.
    pub send_date: Option<String>,
    /// Only messages sent at this time or later.
    pub begin_send_time: Option<Timestamp>,
    /// Only messages sent before this time.
    pub end_send_time: Option<Timestamp>,
}

/// How often messages were tapped.
#[endpoint(part, reply_to(GetPromoterMessageClicks))]
pub struct PromoterMessageClicks {
    /// The taps, one entry for each message or group of messages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data_list: Vec<PromoterMessageClick>,
}

/// How often a message was tapped.
#[endpoint(part)]
pub struct PromoterMessageClick {
    /// The template of the message, by its number in the platform's list.
    pub msg_type: Option<i64>,
    /// The message, as [`SendPromoterMessage`] returned it.
    pub msg_id: Option<PromoterMessageId>,
    /// When the message was sent.
    pub send_time: Option<Timestamp>,
    /// The number of promoters who tapped it.
    pub click_uv: Option<u64>,
    /// The number of taps.
    pub click_pv: Option<u64>,
}
