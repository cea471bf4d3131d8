//! Services that a Mini Program has to apply for (购物订单, 直播). `/user-order/orders-permission/*`, `/wxa/business/applyliveinfo`

use weixin_api::{endpoint, group};
use weixin_protocol::{AppId, Header, inbound};

group! {
    /// Services that the Mini Program has to apply for (购物订单, 直播).
    service_permissions: [OpenShoppingOrders, ConfirmShoppingOrders, ApplyLive]
}

weixin_protocol::messages![LiveOpened];

/// Has orders shown in WeChat (购物订单) for the Mini Program; its owner has signed the agreement
/// before. The platform keeps this service no longer.
///
/// 268486640: the agreement is not signed; 268486612: it cannot be opened now; 268485215: not for
/// this Mini Program.
#[endpoint(POST "/user-order/orders-permission/open", title = "开通购物订单产品权限",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/shopping-orders/openShoppingOrderProductPermission.html",
    scope(mini), retry = safe, call = service_permissions.open_shopping_orders)]
pub struct OpenShoppingOrders {}

/// Puts the orders into review, after which users see them; it takes about six hours.
///
/// 268486570: the service was not opened.
#[endpoint(POST "/user-order/orders-permission/confirm", title = "提交购物订单接入审核",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/shopping-orders/confirmProductPermission.html",
    scope(mini), reply = ShoppingOrdersReview, call = service_permissions.confirm_shopping_orders)]
pub struct ConfirmShoppingOrders {}

/// The review of the orders.
#[endpoint(part, reply_to(ConfirmShoppingOrders))]
pub struct ShoppingOrdersReview {
    /// What the review before this one said.
    pub last_result: Option<String>,
}

/// Asks the administrator whether the Mini Program is to have live broadcasts: 100 times a day; a
/// yes is pushed as [`LiveOpened`].
///
/// 2: nobody has paid in the Mini Program these 90 days; 268489001: no more Mini Programs are
/// taken.
#[endpoint(POST "/wxa/business/applyliveinfo", title = "申请开通直播",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/live-player/applyLivelnfo.html",
    scope(mini), reply = LiveApplication, call = service_permissions.apply_live)]
pub struct ApplyLive {
    /// Always `apply`.
    #[serde(default = "apply")]
    pub action: String,
}

fn apply() -> String {
    "apply".to_owned()
}

/// Live broadcasts that were asked for.
#[endpoint(part, reply_to(ApplyLive))]
pub struct LiveApplication {
    /// What was asked: `apply`.
    pub action: Option<String>,
}

/// The Mini Program has live broadcasts. Event `wxa_live_apply_event`.
#[inbound(event = "wxa_live_apply_event", scope(mini))]
pub struct LiveOpened {
    /// From whom, to whom, when.
    pub header: Header,
    /// Since when.
    #[field(name = "ApplyLiveInfoNoitfy")]
    pub info: Option<LiveInfo>,
}

/// Since when a Mini Program has live broadcasts.
#[inbound(part)]
pub struct LiveInfo {
    /// The Mini Program.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// Since when.
    #[field(name = "open_time")]
    pub open_time: Option<String>,
}
