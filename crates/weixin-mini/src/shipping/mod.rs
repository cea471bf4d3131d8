//! Shipping of orders paid with WeChat Pay (发货信息管理): the money is settled after the order was
//! shipped. `/wxa/sec/order/*`

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::{OpenId, messages};

use crate::ids::{DeliveryId, MerchantId, TransactionId, WaybillId};
mod event;
mod order;
mod setting;

pub use event::*;
pub use order::*;
pub use setting::*;

group! {
    /// Shipping of orders paid with WeChat Pay (发货信息管理).
    shipping: [
        UploadShippingInfo, UploadCombinedShippingInfo, GetShippingOrder, GetShippingOrders,
        NotifyConfirmReceive, SetMessageJumpPath, GetTradeManaged, GetTradeManagementConfirmation,
        SetSpecialOrder, GetOrderDetailPath, SetOrderDetailPath,
    ]
}

messages![TradeManageRemindAccessApi, TradeManageRemindShipping, TradeManageOrderSettlement];

/// Uploads how an order is shipped.
///
/// It can be corrected once. The money of an order without shipping information is withheld.
///
/// Fails with 10060001 when the payment does not exist, which may be so for a minute after it was
/// made, with 10060002 when everything is shipped already, with 10060003 when it was corrected
/// before, with 10060004 when the order is in no state to be shipped, with 10060023 when nothing
/// would change, and with 10060031 when somebody else has paid.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::shipping::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let parcel = ShippedParcel::new()
///     .tracking_no("SF1234567890123")
///     .express_company("SF")
///     .item_desc("茶叶2盒")
///     .contact(ParcelContact::new().receiver_contact("+86-177****1234"));
/// let order = OrderKey::by_trade_no("1900000109", "20260301-1");
/// let info = UploadShippingInfo::new(
///     order, LogisticsType::Express, DeliveryMode::Unified, [parcel],
///     "2026-03-01T13:29:35.120+08:00", Payer::new("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"),
/// );
/// wx.shipping().upload(info).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/sec/order/upload_shipping_info", title = "发货信息录入接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), call = shipping.upload)]
pub struct UploadShippingInfo {
    /// The payment that is meant.
    pub order_key: OrderKey,
    /// How the goods reach the buyer.
    pub logistics_type: LogisticsType,
    /// Whether the goods are sent in one parcel or in several.
    pub delivery_mode: DeliveryMode,
    /// Whether this was the last parcel; needed for [`DeliveryMode::Split`].
    pub is_all_delivered: Option<bool>,
    /// The parcels: one for [`DeliveryMode::Unified`], else 1 to 10.
    pub shipping_list: Vec<ShippedParcel>,
    /// When the information was uploaded, in RFC 3339: `2022-12-15T13:29:35.120+08:00`.
    pub upload_time: String,
    /// The user who paid.
    pub payer: Payer,
}

/// A payment: by WeChat Pay's number, or by the merchant and its order number.
#[endpoint(part)]
pub struct OrderKey {
    /// Which of the numbers are given.
    pub order_number_type: OrderNumberType,
    /// The payment, as WeChat Pay numbers it; for [`OrderNumberType::TransactionId`].
    pub transaction_id: Option<TransactionId>,
    /// The merchant that received the payment; for [`OrderNumberType::TradeNo`].
    pub mchid: Option<MerchantId>,
    /// The merchant's order number; for [`OrderNumberType::TradeNo`].
    pub out_trade_no: Option<String>,
}

impl OrderKey {
    /// A payment by WeChat Pay's number.
    pub fn by_transaction_id(transaction_id: impl Into<TransactionId>) -> Self {
        Self::new(OrderNumberType::TransactionId).transaction_id(transaction_id)
    }

    /// A payment by the merchant and its order number.
    pub fn by_trade_no(mchid: impl Into<MerchantId>, out_trade_no: impl Into<String>) -> Self {
        Self::new(OrderNumberType::TradeNo).mchid(mchid).out_trade_no(out_trade_no)
    }
}

int_enum! {
    /// The numbers by which a payment is named.
    pub enum OrderNumberType {
        /// The merchant and its order number.
        TradeNo = 1,
        /// The number of WeChat Pay.
        TransactionId = 2,
    }
}

int_enum! {
    /// The way in which goods reach the buyer (物流模式).
    pub enum LogisticsType {
        /// An express company delivers them (物流配送).
        Express = 1,
        /// A courier delivers them within the city (同城配送).
        SameCity = 2,
        /// Virtual goods, such as credit, are not shipped (虚拟商品).
        Virtual = 3,
        /// The buyer collects them (用户自提).
        PickUp = 4,
    }
}

int_enum! {
    /// The number of parcels that an order is sent in (发货模式).
    pub enum DeliveryMode {
        /// One parcel (统一发货).
        Unified = 1,
        /// Several parcels (分拆发货).
        Split = 2,
    }
}

/// A parcel with bought goods.
#[endpoint(part)]
pub struct ShippedParcel {
    /// The tracking number; needed for express companies.
    pub tracking_no: Option<WaybillId>,
    /// The express company, from `get_delivery_list`; needed with a tracking number.
    pub express_company: Option<DeliveryId>,
    /// A description of the goods: up to 120 characters.
    pub item_desc: Option<String>,
    /// Masked telephone numbers; needed for SF Express (顺丰).
    pub contact: Option<ParcelContact>,
}

/// Telephone numbers of a parcel, of which the last four digits are shown. One of both is enough.
#[endpoint(part)]
pub struct ParcelContact {
    /// The sender's number, such as `+86-177****1234`.
    pub consignor_contact: Option<String>,
    /// The receiver's number, such as `+86-177****1234`.
    pub receiver_contact: Option<String>,
}

/// The user who paid.
#[endpoint(part)]
pub struct Payer {
    /// The user's id at this Mini Program.
    pub openid: OpenId,
}

/// Uploads how several orders of one payment (合单) are shipped.
///
/// Fails with the same codes as [`UploadShippingInfo`].
#[endpoint(POST "/wxa/sec/order/upload_combined_shipping_info", title = "发货信息合单录入接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/order-shipping/order-shipping.html",
    scope(mini), call = shipping.upload_combined)]
pub struct UploadCombinedShippingInfo {
    /// The payment that is meant.
    pub order_key: OrderKey,
    /// The orders that were paid together.
    pub sub_orders: Vec<SubOrderShipping>,
    /// When the information was uploaded, in RFC 3339: `2022-12-15T13:29:35.120+08:00`.
    pub upload_time: String,
    /// The user who paid.
    pub payer: Payer,
}

/// The shipping of one of several orders that were paid together.
#[endpoint(part)]
pub struct SubOrderShipping {
    /// The payment that is meant.
    pub order_key: OrderKey,
    /// How the goods reach the buyer.
    pub logistics_type: LogisticsType,
    /// Whether the goods are sent in one parcel or in several.
    pub delivery_mode: DeliveryMode,
    /// Whether this was the last parcel; needed for [`DeliveryMode::Split`].
    pub is_all_delivered: Option<bool>,
    /// The parcels: one for [`DeliveryMode::Unified`], else 1 to 10.
    pub shipping_list: Vec<ShippedParcel>,
}
