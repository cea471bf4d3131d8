//! Subscription notices (订阅通知) of an Official Account. `/cgi-bin/message/subscribe/bizsend`

use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::{AppId, OpenId};

use crate::subscription::SubscriptionValue;
use std::collections::BTreeMap;

endpoints![SendSubscriptionNotice];

/// Sends a notice of an Official Account to somebody who subscribed to it.
/// `POST /cgi-bin/message/subscribe/bizsend`
///
/// Without a subscription the platform answers with 43101.
#[endpoint(POST "/cgi-bin/message/subscribe/bizsend", title = "发送订阅通知",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#send%E5%8F%91%E9%80%81%E8%AE%A2%E9%98%85%E9%80%9A%E7%9F%A5",
    scope(official))]
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
/// The group as a client has it: `wx.subscription_notices()`.
#[derive(Debug)]
pub struct SubscriptionNotices<'c, C: ?Sized>(&'c C);

/// Gives a client `subscription_notices()`.
pub trait SubscriptionNoticesApi: Caller {
    /// Subscription notices (订阅通知).
    fn subscription_notices(&self) -> SubscriptionNotices<'_, Self> {
        SubscriptionNotices(self)
    }
}

impl<C: Caller + ?Sized> SubscriptionNoticesApi for C where SendSubscriptionNotice: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> SubscriptionNotices<'c, C> {
    /// Sends a notice; see [`SendSubscriptionNotice`].
    pub fn send(
        &self,
        touser: impl Into<OpenId>,
        template_id: impl Into<String>,
        data: impl Into<BTreeMap<String, SubscriptionValue>>,
    ) -> Call<'c, C, SendSubscriptionNotice> {
        Call::new(self.0, SendSubscriptionNotice::new(touser, template_id, data))
    }
}
