//! Subscription notices (订阅通知) of an Official Account. `/cgi-bin/message/subscribe/bizsend`

use weixin_api::{endpoint, group};
use weixin_protocol::{AppId, OpenId};

use crate::subscription::SubscriptionValue;
use std::collections::BTreeMap;

use crate::ids::TemplateId;

group! {
    /// Subscription notices (订阅通知).
    subscription_notices: [SendSubscriptionNotice]
}

/// Sends a subscription notice (订阅通知) to a user who subscribed to it.
///
/// Fails with 43101 when the user has not subscribed, with 40003 when the user is unknown, with
/// 40037 when the template is not the account's, with 47003 when a value does not fit its keyword;
/// the message names it.
///
/// # Examples
///
/// ```
/// # use std::collections::BTreeMap;
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let values = BTreeMap::from([
///     ("thing1".to_owned(), "Coffee".into()),
///     ("time2".to_owned(), "2026-01-31 15:00".into()),
/// ]);
/// let template = "yLTZ8lDpLrWpgvhhBNd0Zl_sXdNpS1EoWqXpQ2mKQ8c";
/// wx.subscription_notices().send(("oP5Ge5_h5PZ8aSxjfv7yxjYZ2Lwc", template, values)).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/message/subscribe/bizsend", title = "发送订阅通知",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#send%E5%8F%91%E9%80%81%E8%AE%A2%E9%98%85%E9%80%9A%E7%9F%A5",
    scope(official), call = subscription_notices.send)]
pub struct SendSubscriptionNotice {
    /// The user who subscribed.
    pub touser: OpenId,
    /// The template, one of the account's own.
    pub template_id: TemplateId,
    /// The page that a tap opens. `None`: a tap opens nothing.
    pub page: Option<String>,
    /// The page of a Mini Program that a tap opens.
    pub miniprogram: Option<SubscriptionPage>,
    /// The values of the template's keywords, by the names of the keywords.
    pub data: BTreeMap<String, SubscriptionValue>,
}

/// The page of a Mini Program that a notice opens.
#[endpoint(part)]
pub struct SubscriptionPage {
    /// The Mini Program, which must be linked to the account.
    pub appid: AppId,
    /// The page, with its query.
    pub pagepath: Option<String>,
}
