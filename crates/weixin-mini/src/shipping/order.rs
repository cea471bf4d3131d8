//! Orders and how far they are.

use super::{DeliveryMode, LogisticsType, ParcelContact};
use crate::shipping::ShippingHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::OpenId;

/// Tells about an order.
///
/// Give either `transaction_id`, or `merchant_id` and `merchant_trade_no`.
#[endpoint(POST "/wxa/sec/order/get_order", title = "查询订单发货状态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), retry = safe, reply = FoundShippingOrder, call = shipping.get)]
pub struct GetShippingOrder {
    /// WeChat Pay's number.
    pub transaction_id: Option<String>,
    /// The merchant.
    pub merchant_id: Option<String>,
    /// The merchant below it, if there is one.
    pub sub_merchant_id: Option<String>,
    /// The merchant's own number.
    pub merchant_trade_no: Option<String>,
}

/// What is known of an order.
#[endpoint(part, reply_to(GetShippingOrder))]
pub struct FoundShippingOrder {
    /// The order.
    pub order: ShippingOrder,
}

/// An order, as far as its shipping is concerned.
#[endpoint(part)]
pub struct ShippingOrder {
    /// WeChat Pay's number.
    pub transaction_id: Option<String>,
    /// The merchant.
    pub merchant_id: Option<String>,
    /// The merchant below it.
    pub sub_merchant_id: Option<String>,
    /// The merchant's own number.
    pub merchant_trade_no: Option<String>,
    /// What was bought; several orders are joined by `|`.
    pub description: Option<String>,
    /// What was paid, in fen.
    pub paid_amount: Option<i64>,
    /// The buyer.
    pub openid: Option<OpenId>,
    /// When it was placed.
    pub trade_create_time: Option<Timestamp>,
    /// When it was paid.
    pub pay_time: Option<Timestamp>,
    /// How far it is.
    pub order_state: Option<ShippingOrderState>,
    /// Whether the buyer has complained.
    pub in_complaint: Option<bool>,
    /// How it was sent.
    pub shipping: Option<OrderShipping>,
}

int_enum! {
    /// How far an order is.
    pub enum ShippingOrderState {
        /// It is paid and must be sent.
        Paid = 1,
        /// It is sent.
        Shipped = 2,
        /// The buyer has it.
        Received = 3,
        /// It is complete.
        Complete = 4,
        /// The money was given back.
        Refunded = 5,
        /// The money waits to be settled.
        Unsettled = 6,
    }
}

/// How an order was sent.
#[endpoint(part)]
pub struct OrderShipping {
    /// In one parcel or in several.
    pub delivery_mode: Option<DeliveryMode>,
    /// How it reaches the buyer.
    pub logistics_type: Option<LogisticsType>,
    /// Whether all is sent.
    pub finish_shipping: Option<bool>,
    /// What is in it.
    pub goods_desc: Option<String>,
    /// How often all was said to be sent: 0, 1, or 2 after a correction.
    pub finish_shipping_count: Option<i64>,
    /// The parcels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shipping_list: Vec<OrderParcel>,
}

/// A parcel that was sent.
#[endpoint(part)]
pub struct OrderParcel {
    /// Its tracking number.
    pub tracking_no: Option<String>,
    /// The express company's id.
    pub express_company: Option<String>,
    /// What is in it.
    pub goods_desc: Option<String>,
    /// When it was made known.
    pub upload_time: Option<Timestamp>,
    /// Masked telephone numbers.
    pub contact: Option<ParcelContact>,
}

/// Gives a page of the orders, the newest first.
#[endpoint(POST "/wxa/sec/order/get_order_list", title = "查询订单列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), retry = safe, reply = ShippingOrders, call = shipping.list)]
pub struct GetShippingOrders {
    /// When they were paid.
    pub pay_time_range: Option<PayTimeRange>,
    /// How far they are.
    pub order_state: Option<ShippingOrderState>,
    /// Whose they are.
    pub openid: Option<OpenId>,
    /// Where the page before ended.
    pub last_index: Option<String>,
    /// How many: up to 100, or what the platform takes if left out.
    pub page_size: Option<u32>,
}

/// Between two times, both included.
#[endpoint(part)]
pub struct PayTimeRange {
    /// From when; from the beginning if left out.
    pub begin_time: Option<Timestamp>,
    /// Until when; until now if left out.
    pub end_time: Option<Timestamp>,
}

/// A page of orders.
#[endpoint(part, reply_to(GetShippingOrders))]
pub struct ShippingOrders {
    /// Where it ended.
    pub last_index: Option<String>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// The page.
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
