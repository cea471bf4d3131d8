//! Subscription notices (订阅通知) of an Official Account. `/cgi-bin/message/subscribe/bizsend`

use weixin_api::{endpoint, group};
use weixin_protocol::{AppId, OpenId};

use crate::subscription::SubscriptionValue;
use std::collections::BTreeMap;

group! {
    /// Subscription notices (订阅通知).
    subscription_notices: [SendSubscriptionNotice]
}

/// Sends a notice of an Official Account to somebody who subscribed to it.
///
/// Without a subscription the platform answers with 43101.
#[endpoint(POST "/cgi-bin/message/subscribe/bizsend", title = "发送订阅通知",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#send%E5%8F%91%E9%80%81%E8%AE%A2%E9%98%85%E9%80%9A%E7%9F%A5",
    scope(official), call = subscription_notices.send)]
pub struct SendSubscriptionNotice {
    /// Who subscribed.
    pub touser: OpenId,
    /// The template, as the account has it.
    pub template_id: String,
    /// The page that a tap opens.
    pub page: Option<String>,
    /// The page of a Mini Program that a tap opens.
    pub miniprogram: Option<SubscriptionPage>,
    /// What stands in the template's places, by their names.
    pub data: BTreeMap<String, SubscriptionValue>,
}

/// The page of a Mini Program that a notice opens.
#[endpoint(part)]
pub struct SubscriptionPage {
    /// The Mini Program, linked to the account.
    pub appid: AppId,
    /// The page, with its query.
    pub pagepath: Option<String>,
}
