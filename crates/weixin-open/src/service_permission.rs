//! Services that a Mini Program must apply for (购物订单, 直播). `/user-order/orders-permission/*`,
//! `/wxa/business/applyliveinfo`

use weixin_api::{endpoint, group};
use weixin_protocol::{AppId, Header, inbound};

group! {
    /// Services that the Mini Program must apply for (购物订单, 直播).
    service_permissions: [OpenShoppingOrders, ConfirmShoppingOrders, ApplyLive]
}

weixin_protocol::messages![LiveOpened];

/// Enables orders in WeChat (购物订单) for the Mini Program, whose owner must have signed the
/// agreement. The platform no longer maintains this service.
///
/// Fails with 268486640 when the agreement is not signed, with 268486612 when it cannot be enabled
/// at present, and with 268485215 when this Mini Program may not have it.
#[endpoint(POST "/user-order/orders-permission/open", title = "开通购物订单产品权限",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/shopping-orders/openShoppingOrderProductPermission.html",
    scope(mini), retry = safe, call = service_permissions.open_shopping_orders)]
pub struct OpenShoppingOrders {}

/// Submits the orders in WeChat for review, after which users see them. The review takes about six
/// hours.
///
/// Fails with 268486570 when the service was not enabled.
#[endpoint(POST "/user-order/orders-permission/confirm", title = "提交购物订单接入审核",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/shopping-orders/confirmProductPermission.html",
    scope(mini), reply = ShoppingOrdersReview, call = service_permissions.confirm_shopping_orders)]
pub struct ConfirmShoppingOrders {}

/// The review of orders in WeChat.
#[endpoint(part, reply_to(ConfirmShoppingOrders))]
pub struct ShoppingOrdersReview {
    /// The result of the review before this one.
    pub last_result: Option<String>,
}

/// Asks the administrator whether live broadcasts are enabled for the Mini Program: up to 100 times
/// a day. Consent is pushed as [`LiveOpened`].
///
/// Fails with 2 when nobody has paid in the Mini Program in the last 90 days, and with 268489001
/// when no more Mini Programs are accepted.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::service_permission::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// wx.service_permissions().apply_live().await?;
/// println!("the administrator is being asked");
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/business/applyliveinfo", title = "申请开通直播",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/live-player/applyLivelnfo.html",
    scope(mini), reply = LiveApplication, call = service_permissions.apply_live)]
pub struct ApplyLive {
    /// The action; `apply` is the only one.
    #[serde(default = "apply")]
    pub action: String,
}

fn apply() -> String {
    "apply".to_owned()
}

/// A request for live broadcasts.
#[endpoint(part, reply_to(ApplyLive))]
pub struct LiveApplication {
    /// The requested action; `apply`.
    pub action: Option<String>,
}

/// Live broadcasts were enabled for the Mini Program, because its administrator has agreed. The
/// third-party platform that has sent [`ApplyLive`] gets it.
#[inbound(event = "wxa_live_apply_event", scope(mini))]
pub struct LiveOpened {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The Mini Program and the time.
    #[field(name = "ApplyLiveInfoNoitfy")]
    pub info: Option<LiveInfo>,
}

/// When live broadcasts were enabled for a Mini Program.
#[inbound(part)]
pub struct LiveInfo {
    /// The Mini Program.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// When they were enabled, as text.
    #[field(name = "open_time")]
    pub open_time: Option<String>,
}
