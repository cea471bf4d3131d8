//! Reminders, and what the messages about an order open.

use crate::shipping::ShippingHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::AppId;

/// Reminds the buyer to confirm that the parcel has arrived.
///
/// Once for each order, and only for what was sent by an express company.
#[endpoint(POST "/wxa/sec/order/notify_confirm_receive", title = "确认收货提醒接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), call = shipping.remind_to_confirm)]
pub struct NotifyConfirmReceive {
    /// WeChat Pay's number.
    pub transaction_id: Option<String>,
    /// The merchant.
    pub merchant_id: Option<String>,
    /// The merchant below it, if there is one.
    pub sub_merchant_id: Option<String>,
    /// The merchant's own number.
    pub merchant_trade_no: Option<String>,
    /// When the parcel was handed over.
    pub received_time: Timestamp,
}

/// Sets which page the messages about shipping open.
#[endpoint(POST "/wxa/sec/order/set_msg_jump_path", title = "消息跳转路径设置接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), retry = safe, call = shipping.set_message_path)]
pub struct SetMessageJumpPath {
    /// The page with its query; `${商品订单号}` stands for the merchant's number of the order.
    pub path: String,
}

/// Says whether the Mini Program's orders are subject to this.
#[endpoint(POST "/wxa/sec/order/is_trade_managed", title = "查询小程序是否已开通发货信息管理服务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), retry = safe, reply = TradeManaged, call = shipping.is_managed)]
pub struct GetTradeManaged {
    /// The Mini Program; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
}

/// Whether a Mini Program's orders are subject to shipping management.
#[endpoint(part, reply_to(GetTradeManaged))]
pub struct TradeManaged {
    /// Whether they are.
    pub is_trade_managed: Option<bool>,
}

/// Says whether all merchants of the Mini Program have agreed to how it settles.
#[endpoint(POST "/wxa/sec/order/is_trade_management_confirmation_completed", title = "查询小程序是否已完成交易结算管理确认",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), retry = safe, reply = TradeManagementConfirmation, call = shipping.is_confirmed)]
pub struct GetTradeManagementConfirmation {
    /// The Mini Program; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
}

/// Whether the merchants of a Mini Program have agreed.
#[endpoint(part, reply_to(GetTradeManagementConfirmation))]
pub struct TradeManagementConfirmation {
    /// Whether they have.
    pub completed: Option<bool>,
}

/// Announces an order that is sent late, or that was only a test.
#[endpoint(POST "/wxa/sec/order/opspecialorder", title = "特殊发货报备",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), retry = safe, call = shipping.set_special)]
pub struct SetSpecialOrder {
    /// The order, by WeChat Pay's number or the merchant's.
    pub order_id: String,
    /// What is special about it.
    #[serde(rename = "type")]
    pub kind: SpecialOrderKind,
    /// Until when it will be sent, if that is late.
    pub delay_to: Option<Timestamp>,
}

int_enum! {
    /// What is special about an order.
    pub enum SpecialOrderKind {
        /// It was sold before there was any.
        PreSale = 1,
        /// It was a test.
        Test = 2,
    }
}

/// Says which page shows the details of an order.
#[endpoint(POST "/wxa/sec/order/get_order_detail_path", title = "查询商品订单详情path",
    scope(mini), retry = safe, reply = OrderDetailPath, call = shipping.detail_path)]
pub struct GetOrderDetailPath {}

/// The page that shows the details of an order.
#[endpoint(part, reply_to(GetOrderDetailPath))]
pub struct OrderDetailPath {
    /// The page with its query.
    pub path: Option<String>,
}

/// Sets which page shows the details of an order; WeChat's own list of orders opens it.
#[endpoint(POST "/wxa/sec/order/update_order_detail_path", title = "配置商品订单详情path",
    scope(mini), retry = safe, call = shipping.set_detail_path)]
pub struct SetOrderDetailPath {
    /// The page with its query; `${商品订单号}` stands for the merchant's number of the order.
    pub path: String,
}
