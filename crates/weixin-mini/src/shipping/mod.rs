//! Shipping of orders paid with WeChat Pay (发货信息管理): who has sent what, so that the money is
//! settled. `/wxa/sec/order/*`

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::{OpenId, messages};
mod event;
mod order;
mod setting;

pub use event::*;
pub use order::*;
pub use setting::*;

group! {
    /// Shipping of orders paid with WeChat Pay (发货信息管理).
    shipping: [UploadShippingInfo, UploadCombinedShippingInfo, GetShippingOrder, GetShippingOrders, NotifyConfirmReceive, SetMessageJumpPath, GetTradeManaged, GetTradeManagementConfirmation, SetSpecialOrder, GetOrderDetailPath, SetOrderDetailPath]
}

messages![TradeManageRemindAccessApi, TradeManageRemindShipping, TradeManageOrderSettlement];

/// Says how an order is sent.
///
/// It can be corrected once. The money of an order that nothing was said about is held back.
#[endpoint(POST "/wxa/sec/order/upload_shipping_info", title = "发货信息录入接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), call = shipping.upload)]
pub struct UploadShippingInfo {
    /// The order.
    pub order_key: OrderKey,
    /// How it reaches the buyer.
    pub logistics_type: LogisticsType,
    /// In one parcel or in several.
    pub delivery_mode: DeliveryMode,
    /// Whether this was the last parcel; needed where there are several.
    pub is_all_delivered: Option<bool>,
    /// The parcels: one if all is sent together, else 1 to 10.
    pub shipping_list: Vec<ShippedParcel>,
    /// When this was said, as in RFC 3339: `2022-12-15T13:29:35.120+08:00`.
    pub upload_time: String,
    /// The buyer.
    pub payer: Payer,
}

/// Which order: by WeChat Pay's number, or by the merchant's and its own.
#[endpoint(part)]
pub struct OrderKey {
    /// Which numbers are given.
    pub order_number_type: OrderNumberType,
    /// WeChat Pay's number.
    pub transaction_id: Option<String>,
    /// The merchant.
    pub mchid: Option<String>,
    /// The merchant's own number.
    pub out_trade_no: Option<String>,
}

impl OrderKey {
    /// By the number WeChat Pay has given it.
    pub fn by_transaction_id(transaction_id: impl Into<String>) -> Self {
        Self::new(OrderNumberType::TransactionId).transaction_id(transaction_id)
    }

    /// By the number the merchant has given it.
    pub fn by_trade_no(mchid: impl Into<String>, out_trade_no: impl Into<String>) -> Self {
        Self::new(OrderNumberType::TradeNo).mchid(mchid).out_trade_no(out_trade_no)
    }
}

int_enum! {
    /// By which numbers an order is named.
    pub enum OrderNumberType {
        /// The merchant and its own number.
        TradeNo = 1,
        /// The number of WeChat Pay.
        TransactionId = 2,
    }
}

int_enum! {
    /// How what was bought reaches the buyer.
    pub enum LogisticsType {
        /// By an express company.
        Express = 1,
        /// Within the city.
        SameCity = 2,
        /// It is nothing that could be sent, such as credit.
        Virtual = 3,
        /// The buyer comes for it.
        PickUp = 4,
    }
}

int_enum! {
    /// In how many parcels an order is sent.
    pub enum DeliveryMode {
        /// In one.
        Unified = 1,
        /// In several.
        Split = 2,
    }
}

/// A parcel.
#[endpoint(part)]
pub struct ShippedParcel {
    /// Its tracking number; needed for express companies.
    pub tracking_no: Option<String>,
    /// The express company's id, as in `get_delivery_list`; needed with a tracking number.
    pub express_company: Option<String>,
    /// What is in it, up to 120 characters.
    pub item_desc: Option<String>,
    /// Masked telephone numbers; needed for SF Express.
    pub contact: Option<ParcelContact>,
}

/// Telephone numbers of a parcel, masked: the last four digits are shown.
#[endpoint(part)]
pub struct ParcelContact {
    /// The sender's.
    pub consignor_contact: Option<String>,
    /// The receiver's.
    pub receiver_contact: Option<String>,
}

/// Who has paid.
#[endpoint(part)]
pub struct Payer {
    /// The buyer.
    pub openid: OpenId,
}

/// Says how several orders that were paid at once are sent.
#[endpoint(POST "/wxa/sec/order/upload_combined_shipping_info", title = "发货信息合单录入接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), call = shipping.upload_combined)]
pub struct UploadCombinedShippingInfo {
    /// The payment.
    pub order_key: OrderKey,
    /// Its orders.
    pub sub_orders: Vec<SubOrderShipping>,
    /// When this was said, as in RFC 3339.
    pub upload_time: String,
    /// The buyer.
    pub payer: Payer,
}

/// How one of several orders is sent.
#[endpoint(part)]
pub struct SubOrderShipping {
    /// The order.
    pub order_key: OrderKey,
    /// How it reaches the buyer.
    pub logistics_type: LogisticsType,
    /// In one parcel or in several.
    pub delivery_mode: DeliveryMode,
    /// Whether this was the last parcel.
    pub is_all_delivered: Option<bool>,
    /// The parcels.
    pub shipping_list: Vec<ShippedParcel>,
}
