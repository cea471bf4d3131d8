//! Orders and the state of their shipping.

use super::{DeliveryMode, LogisticsType, ParcelContact};
use crate::shipping::ShippingHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::OpenId;

use crate::ids::{DeliveryId, MerchantId, TransactionId, WaybillId};

/// Returns an order and the state of its shipping.
///
/// The order is named by `transaction_id`, or by `merchant_id` and `merchant_trade_no`.
///
/// Fails with 10060001 when the payment does not exist.
#[endpoint(POST "/wxa/sec/order/get_order", title = "查询订单发货状态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), retry = safe, reply = FoundShippingOrder, call = shipping.get)]
pub struct GetShippingOrder {
    /// The payment, as WeChat Pay numbers it.
    pub transaction_id: Option<TransactionId>,
    /// The merchant that received the payment.
    pub merchant_id: Option<MerchantId>,
    /// The sub-merchant (二级商户号), if there is one.
    pub sub_merchant_id: Option<MerchantId>,
    /// The merchant's order number.
    pub merchant_trade_no: Option<String>,
}

/// An order and the state of its shipping.
#[endpoint(part, reply_to(GetShippingOrder))]
pub struct FoundShippingOrder {
    /// The order with its shipping.
    pub order: ShippingOrder,
}

/// An order and the state of its shipping.
#[endpoint(part)]
pub struct ShippingOrder {
    /// The payment, as WeChat Pay numbers it.
    pub transaction_id: Option<TransactionId>,
    /// The merchant that received the payment.
    pub merchant_id: Option<MerchantId>,
    /// The sub-merchant (二级商户号), if there is one.
    pub sub_merchant_id: Option<MerchantId>,
    /// The merchant's order number.
    pub merchant_trade_no: Option<String>,
    /// A description of the goods; those of several orders are joined by `|`.
    pub description: Option<String>,
    /// The amount that was paid, in fen.
    pub paid_amount: Option<i64>,
    /// The user who paid.
    pub openid: Option<OpenId>,
    /// When the order was placed.
    pub trade_create_time: Option<Timestamp>,
    /// When the order was paid.
    pub pay_time: Option<Timestamp>,
    /// The state of the order.
    pub order_state: Option<ShippingOrderState>,
    /// Whether the buyer has complained (处于交易纠纷).
    pub in_complaint: Option<bool>,
    /// How the order was shipped; empty if it was not.
    pub shipping: Option<OrderShipping>,
}

int_enum! {
    /// The state of an order.
    pub enum ShippingOrderState {
        /// It is paid and must be shipped (待发货).
        Paid = 1,
        /// It is shipped (已发货).
        Shipped = 2,
        /// The buyer has confirmed its receipt (确认收货).
        Received = 3,
        /// The transaction is complete (交易完成).
        Complete = 4,
        /// The payment was refunded (已退款).
        Refunded = 5,
        /// The money waits to be settled (资金待结算).
        Unsettled = 6,
    }
}

/// How an order was shipped.
#[endpoint(part)]
pub struct OrderShipping {
    /// Whether it was sent in one parcel or in several.
    pub delivery_mode: Option<DeliveryMode>,
    /// How the goods reach the buyer.
    pub logistics_type: Option<LogisticsType>,
    /// Whether everything is shipped.
    pub finish_shipping: Option<bool>,
    /// A description of the goods.
    pub goods_desc: Option<String>,
    /// How often shipping was declared complete: 0, 1, or 2 after a correction.
    pub finish_shipping_count: Option<i64>,
    /// The parcels of the order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shipping_list: Vec<OrderParcel>,
}

/// A parcel that was shipped.
#[endpoint(part)]
pub struct OrderParcel {
    /// The tracking number.
    pub tracking_no: Option<WaybillId>,
    /// The express company, by its id.
    pub express_company: Option<DeliveryId>,
    /// A description of the goods.
    pub goods_desc: Option<String>,
    /// When its information was uploaded.
    pub upload_time: Option<Timestamp>,
    /// Masked telephone numbers of sender and receiver.
    pub contact: Option<ParcelContact>,
}

/// Returns a page of orders, the newest first.
///
/// Fails with 10060011 when the cursor is invalid.
#[endpoint(POST "/wxa/sec/order/get_order_list", title = "查询订单列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), retry = safe, reply = ShippingOrders, call = shipping.list)]
pub struct GetShippingOrders {
    /// When the orders were paid; at any time if left out.
    pub pay_time_range: Option<PayTimeRange>,
    /// Only orders in this state; in any state if left out.
    pub order_state: Option<ShippingOrderState>,
    /// Only orders of this user.
    pub openid: Option<OpenId>,
    /// The cursor of the page before; the first page if left out.
    pub last_index: Option<String>,
    /// The number of orders on a page: up to 100; the platform's default if left out.
    pub page_size: Option<u32>,
}

/// A range of time. Both ends are included.
#[endpoint(part)]
pub struct PayTimeRange {
    /// The beginning; no lower bound if left out.
    pub begin_time: Option<Timestamp>,
    /// The end; now if left out.
    pub end_time: Option<Timestamp>,
}

/// A page of orders.
#[endpoint(part, reply_to(GetShippingOrders))]
pub struct ShippingOrders {
    /// The cursor for the next page.
    pub last_index: Option<String>,
    /// Whether there are more orders.
    pub has_more: Option<bool>,
    /// The orders on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_list: Vec<ShippingOrder>,
}

impl Paged for GetShippingOrders {
    type Item = ShippingOrder;

    fn split_page(self, page: ShippingOrders) -> (Vec<ShippingOrder>, Option<Self>) {
        let more = page.has_more.unwrap_or_default() && !page.order_list.is_empty();
        let next = page.last_index.filter(|_| more).map(|last| self.last_index(last));
        (page.order_list, next)
    }
}
