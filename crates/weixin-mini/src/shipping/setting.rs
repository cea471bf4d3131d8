//! Reminders, settings of order messages, and special orders.

use crate::shipping::ShippingHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::AppId;

use crate::ids::{MerchantId, TransactionId};

/// Reminds the buyer to confirm the receipt of a parcel.
///
/// This is possible once for each order, and only if an express company delivered it.
///
/// Fails with 10060001 when the payment does not exist.
#[endpoint(POST "/wxa/sec/order/notify_confirm_receive", title = "确认收货提醒接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), call = shipping.remind_to_confirm)]
pub struct NotifyConfirmReceive {
    /// The payment, as WeChat Pay numbers it.
    pub transaction_id: Option<TransactionId>,
    /// The merchant that received the payment; with `merchant_trade_no`, instead of
    /// `transaction_id`.
    pub merchant_id: Option<MerchantId>,
    /// The sub-merchant (二级商户号), if there is one.
    pub sub_merchant_id: Option<MerchantId>,
    /// The merchant's order number.
    pub merchant_trade_no: Option<String>,
    /// When the parcel was delivered (快递签收时间).
    pub received_time: Timestamp,
}

/// Sets the page that messages about shipping open.
#[endpoint(POST "/wxa/sec/order/set_msg_jump_path", title = "消息跳转路径设置接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), retry = safe, call = shipping.set_message_path)]
pub struct SetMessageJumpPath {
    /// The page with its query; `${商品订单号}` stands for the merchant's order number.
    pub path: String,
}

/// Returns whether shipping management (发货信息管理服务) is enabled for the Mini Program.
#[endpoint(POST "/wxa/sec/order/is_trade_managed", title = "查询小程序是否已开通发货信息管理服务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), retry = safe, reply = TradeManaged, call = shipping.is_managed)]
pub struct GetTradeManaged {
    /// The Mini Program; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
}

/// Whether shipping management is enabled for a Mini Program.
#[endpoint(part, reply_to(GetTradeManaged))]
pub struct TradeManaged {
    /// `true` if it is enabled.
    pub is_trade_managed: Option<bool>,
}

/// Returns whether all merchants of the Mini Program have confirmed the rules of settlement
/// (交易结算管理确认).
#[endpoint(POST "/wxa/sec/order/is_trade_management_confirmation_completed", title = "查询小程序是否已完成交易结算管理确认",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), retry = safe, reply = TradeManagementConfirmation, call = shipping.is_confirmed)]
pub struct GetTradeManagementConfirmation {
    /// The Mini Program; the caller's own if left out.
    #[account_default(id)]
    pub appid: Option<AppId>,
}

/// Whether the merchants of a Mini Program have confirmed the rules of settlement.
#[endpoint(part, reply_to(GetTradeManagementConfirmation))]
pub struct TradeManagementConfirmation {
    /// `true` if all of them have.
    pub completed: Option<bool>,
}

/// Reports an order that is shipped late or was only a test.
#[endpoint(POST "/wxa/sec/order/opspecialorder", title = "特殊发货报备",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), retry = safe, call = shipping.set_special)]
pub struct SetSpecialOrder {
    /// The order: WeChat Pay's number or the merchant's own. That is why it is plain text.
    pub order_id: String,
    /// What is special about the order.
    #[serde(rename = "type")]
    pub kind: SpecialOrderKind,
    /// Until when the order will be shipped; for [`SpecialOrderKind::PreSale`].
    pub delay_to: Option<Timestamp>,
}

int_enum! {
    /// The reason why an order is special.
    pub enum SpecialOrderKind {
        /// The goods were sold in advance (预售商品订单).
        PreSale = 1,
        /// The order was a test (测试订单).
        Test = 2,
    }
}

/// Returns the page that shows the details of an order.
#[endpoint(POST "/wxa/sec/order/get_order_detail_path", title = "查询商品订单详情path",
    scope(mini), retry = safe, reply = OrderDetailPath, call = shipping.detail_path)]
pub struct GetOrderDetailPath {}

/// The page that shows the details of an order.
#[endpoint(part, reply_to(GetOrderDetailPath))]
pub struct OrderDetailPath {
    /// The page with its query.
    pub path: Option<String>,
}

/// Sets the page that shows the details of an order. WeChat's own order list opens it.
#[endpoint(POST "/wxa/sec/order/update_order_detail_path", title = "配置商品订单详情path",
    scope(mini), retry = safe, call = shipping.set_detail_path)]
pub struct SetOrderDetailPath {
    /// The page with its query; `${商品订单号}` stands for the merchant's order number.
    pub path: String,
}
