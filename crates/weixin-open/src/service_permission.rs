//! Services that a Mini Program has to apply for (购物订单, 直播). `/user-order/orders-permission/*`, `/wxa/business/applyliveinfo`

use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::{AppId, Header, inbound};

endpoints![OpenShoppingOrders, ConfirmShoppingOrders, ApplyLive];

weixin_protocol::messages![LiveOpened];

/// Has orders shown in WeChat (购物订单) for the Mini Program; its owner has signed the agreement
/// before. The platform keeps this service no longer. `POST /user-order/orders-permission/open`
///
/// 268486640: the agreement is not signed; 268486612: it cannot be opened now; 268485215: not for
/// this Mini Program.
#[endpoint(POST "/user-order/orders-permission/open", title = "开通购物订单产品权限",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/shopping-orders/openShoppingOrderProductPermission.html",
    scope(mini), retry = safe)]
pub struct OpenShoppingOrders {}

/// Puts the orders into review, after which users see them; it takes about six hours.
/// `POST /user-order/orders-permission/confirm`
///
/// 268486570: the service was not opened.
#[endpoint(POST "/user-order/orders-permission/confirm", title = "提交购物订单接入审核",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/shopping-orders/confirmProductPermission.html",
    scope(mini), reply = ShoppingOrdersReview)]
pub struct ConfirmShoppingOrders {}

/// The review of the orders.
#[endpoint(part)]
pub struct ShoppingOrdersReview {
    /// What the review before this one said.
    pub last_result: Option<String>,
}

/// Asks the administrator whether the Mini Program is to have live broadcasts: 100 times a day; a
/// yes is pushed as [`LiveOpened`]. `POST /wxa/business/applyliveinfo`
///
/// 2: nobody has paid in the Mini Program these 90 days; 268489001: no more Mini Programs are
/// taken.
#[endpoint(POST "/wxa/business/applyliveinfo", title = "申请开通直播",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/live-player/applyLivelnfo.html",
    scope(mini), reply = LiveApplication)]
pub struct ApplyLive {
    /// Always `apply`.
    #[serde(default = "apply")]
    pub action: String,
}

fn apply() -> String {
    "apply".to_owned()
}

/// Live broadcasts that were asked for.
#[endpoint(part)]
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

/// The group as a client has it: `wx.service_permissions()`.
#[derive(Debug)]
pub struct ServicePermissions<'c, C: ?Sized>(&'c C);

/// Gives a client `service_permissions()`.
pub trait ServicePermissionsApi: Caller {
    /// Services that the Mini Program has to apply for (购物订单, 直播).
    fn service_permissions(&self) -> ServicePermissions<'_, Self> {
        ServicePermissions(self)
    }
}

impl<C: Caller + ?Sized> ServicePermissionsApi for C where OpenShoppingOrders: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> ServicePermissions<'c, C> {
    /// Has orders shown in WeChat (购物订单) for the Mini Program; see [`OpenShoppingOrders`].
    pub fn open_shopping_orders(&self) -> Call<'c, C, OpenShoppingOrders> {
        Call::new(self.0, OpenShoppingOrders::new())
    }

    /// Puts the orders into review, after which users see them; see [`ConfirmShoppingOrders`].
    pub fn confirm_shopping_orders(&self) -> Call<'c, C, ConfirmShoppingOrders> {
        Call::new(self.0, ConfirmShoppingOrders::new())
    }

    /// Asks the administrator whether the Mini Program is to have live broadcasts; see
    /// [`ApplyLive`].
    pub fn apply_live(&self) -> Call<'c, C, ApplyLive> {
        Call::new(self.0, ApplyLive::new())
    }
}
