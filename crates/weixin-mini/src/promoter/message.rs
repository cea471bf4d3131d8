//! What promoters are told.

use crate::promoter::PromotersHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::{AppId, OpenId};

/// Sends a message to many promoters.
#[endpoint(POST "/promoter/sendmsg", title = "群发消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/message.html",
    scope(mini), reply = SentPromoterMessage, call = promoters.send)]
pub struct SendPromoterMessage {
    /// What it is.
    pub msg_type: i64,
    /// What it says, as JSON.
    pub content: String,
    /// The Mini Program it opens.
    pub appid: Option<AppId>,
    /// The page it opens.
    pub path: Option<String>,
    /// To whom it goes: how they are named.
    pub list_type: i64,
    /// To those of these roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub role_id: Vec<u64>,
    /// To those of these shops.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retail_id: Vec<String>,
    /// To these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub id: Vec<String>,
}

/// A message to many promoters.
#[endpoint(part, reply_to(SendPromoterMessage))]
pub struct SentPromoterMessage {
    /// The message.
    pub msg_id: String,
}

/// Sends a message to one promoter: by `id` or `openid`.
#[endpoint(POST "/promoter/singlesendmsg", title = "单发消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/message.html",
    scope(mini), call = promoters.send_single)]
pub struct SendSinglePromoterMessage {
    /// What it is.
    pub msg_type: i64,
    /// What it says, as JSON.
    pub content: String,
    /// The Mini Program it opens.
    pub appid: Option<AppId>,
    /// The page it opens.
    pub path: Option<String>,
    /// The promoter.
    pub id: Option<String>,
    /// Who they are.
    pub openid: Option<OpenId>,
}

/// Says what became of a message to many.
#[endpoint(POST "/promoter/getmsg", title = "查询群发消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/message.html",
    scope(mini), retry = safe, reply = PromoterMessage, call = promoters.message)]
pub struct GetPromoterMessage {
    /// The message.
    pub msg_id: String,
}

/// What became of a message.
#[endpoint(part, reply_to(GetPromoterMessage))]
pub struct PromoterMessage {
    /// How many it went to.
    pub send_cnt: Option<u64>,
    /// How far it is, in percent.
    pub percent: Option<i64>,
    /// How many did not get it.
    pub fail_cnt: Option<u64>,
    /// Who did not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_info: Vec<FailedPromoterMessage>,
    /// The same as a file, where they are many.
    pub fail_info_url: Option<String>,
    /// What it is.
    pub msg_type: Option<i64>,
    /// What it says, as JSON.
    pub content: Option<String>,
    /// The Mini Program it opens.
    pub appid: Option<AppId>,
    /// The page it opens.
    pub path: Option<String>,
    /// To whom it goes: how they are named.
    pub list_type: Option<i64>,
    /// To those of these roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub role_id: Vec<u64>,
    /// To those of these shops.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retail_id: Vec<String>,
    /// To these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub id: Vec<String>,
}

/// Who did not get a message.
#[endpoint(part)]
pub struct FailedPromoterMessage {
    /// The promoter.
    pub id: Option<String>,
    /// Why not.
    pub errcode: Option<i64>,
}

/// Says how often messages were tapped.
#[endpoint(POST "/promoter/getmsgclickdata", title = "查询消息点击数据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/message.html",
    scope(mini), retry = safe, reply = PromoterMessageClicks, call = promoters.message_clicks)]
pub struct GetPromoterMessageClicks {
    /// By what it is counted; the platform spells it so.
    pub dimonsion: i64,
    /// Only messages of this type.
    pub msg_type: Option<i64>,
    /// Only this message.
    pub msg_id: Option<String>,
    /// Only those sent on a day: `2023-08-04`.
    pub send_date: Option<String>,
    /// Only those sent since.
    pub begin_send_time: Option<Timestamp>,
    /// Only those sent before.
    pub end_send_time: Option<Timestamp>,
}

/// How often messages were tapped.
#[endpoint(part, reply_to(GetPromoterMessageClicks))]
pub struct PromoterMessageClicks {
    /// The messages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data_list: Vec<PromoterMessageClick>,
}

/// How often a message was tapped.
#[endpoint(part)]
pub struct PromoterMessageClick {
    /// Its type.
    pub msg_type: Option<i64>,
    /// The message.
    pub msg_id: Option<String>,
    /// When it was sent.
    pub send_time: Option<Timestamp>,
    /// By how many.
    pub click_uv: Option<u64>,
    /// How often.
    pub click_pv: Option<u64>,
}
