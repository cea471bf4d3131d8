//! Shops of Official Accounts (微信小店, the first product of that name). `/merchant/*`
//!
//! The platform closed them on 1 October 2020; these endpoints read and write what is left.

// Error codes 52000 to 52018: one source; no page of the platform has them any more.

mod express;
mod product;
mod shelf;

use weixin_api::{FilePart, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, OpenId, inbound, messages};

pub use self::{express::*, product::*, shelf::*};

use crate::ids::{ProductId, TransactionId};

group! {
    /// Shops of Official Accounts (微信小店).
    merchant: [
        GetMerchantOrder, CreateMerchantProduct, DeleteMerchantProduct, UpdateMerchantProduct,
        GetMerchantProduct, GetMerchantProducts, SetMerchantProductStatus, GetMerchantSubcategories,
        GetMerchantVariants, GetMerchantProperties, AddMerchantStock, ReduceMerchantStock,
        AddMerchantExpress, DeleteMerchantExpress, UpdateMerchantExpress, GetMerchantExpress,
        GetMerchantExpresses, AddMerchantGroup, DeleteMerchantGroup, RenameMerchantGroup,
        UpdateMerchantGroup, GetMerchantGroups, GetMerchantGroup, AddMerchantShelf,
        DeleteMerchantShelf, UpdateMerchantShelf, GetMerchantShelves, GetMerchantShelf,
        GetMerchantOrders, SetMerchantDelivery, CloseMerchantOrder, UploadMerchantImage,
    ]
}

messages![MerchantOrderPaid];

weixin_api::string_id! {
    /// An order in the shop (订单, order_id).
    MerchantOrderId
}

/// Returns an order.
///
/// Fails with 52015 when there is no such order.
#[endpoint(POST "/merchant/order/getbyid", title = "根据订单ID获取订单详情",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantOrderInfo, call = merchant.order)]
pub struct GetMerchantOrder {
    /// The order to return.
    pub order_id: MerchantOrderId,
}

/// The reply with an order.
#[endpoint(part, reply_to(GetMerchantOrder))]
pub struct MerchantOrderInfo {
    /// The order.
    pub order: MerchantOrder,
}

int_enum! {
    /// The state of an order (订单状态).
    pub enum MerchantOrderStatus {
        /// It is to be sent (待发货).
        ToSend = 2,
        /// It was sent (已发货).
        Sent = 3,
        /// It is completed (已完成).
        Done = 5,
        /// The buyer has opened a dispute (维权中).
        Disputed = 8,
    }
}

/// An order.
#[endpoint(part)]
pub struct MerchantOrder {
    /// The id of the order.
    pub order_id: MerchantOrderId,
    /// The state of the order.
    pub order_status: Option<MerchantOrderStatus>,
    /// The total price, in fen.
    pub order_total_price: Option<u64>,
    /// When the order was placed.
    pub order_create_time: Option<Timestamp>,
    /// The cost of delivery, in fen.
    pub order_express_price: Option<u64>,
    /// The buyer.
    pub buyer_openid: Option<OpenId>,
    /// The name of the buyer.
    pub buyer_nick: Option<String>,
    /// The name of the receiver.
    pub receiver_name: Option<String>,
    /// The province of the receiver.
    pub receiver_province: Option<String>,
    /// The city of the receiver.
    pub receiver_city: Option<String>,
    /// The district of the receiver.
    pub receiver_zone: Option<String>,
    /// Street and number of the receiver.
    pub receiver_address: Option<String>,
    /// The mobile number of the receiver.
    pub receiver_mobile: Option<String>,
    /// The telephone number of the receiver.
    pub receiver_phone: Option<String>,
    /// The product that was bought.
    pub product_id: Option<ProductId>,
    /// The name of the product.
    pub product_name: Option<String>,
    /// The price of the product, in fen.
    pub product_price: Option<u64>,
    /// The variant of the product, as `id:vid` pairs separated by `;`.
    pub product_sku: Option<String>,
    /// How many were bought.
    pub product_count: Option<u64>,
    /// The address of the product's picture.
    pub product_img: Option<String>,
    /// The tracking number of the parcel (运单号).
    pub delivery_id: Option<String>,
    /// The carrier (物流公司), as a code of the platform.
    pub delivery_company: Option<String>,
    /// The payment at WeChat Pay.
    pub trans_id: Option<TransactionId>,
}

/// Returns the orders that match all conditions given.
///
/// Fails with 52016 when a condition is wrong.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::{merchant::MerchantOrderStatus, prelude::*};
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let paid = MerchantOrderStatus::ToSend;
/// for order in wx.merchant().orders().with(|orders| orders.status(paid)).await?.order_list {
///     println!("{}: {:?} × {:?}", order.order_id, order.product_count, order.product_name);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/merchant/order/getbyfilter", title = "根据订单状态/创建时间获取订单详情",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantOrders, call = merchant.orders)]
pub struct GetMerchantOrders {
    /// Returns only orders in this state. `None`: all.
    pub status: Option<MerchantOrderStatus>,
    /// Returns only orders placed at this time or later.
    pub begintime: Option<Timestamp>,
    /// Returns only orders placed at this time or earlier.
    pub endtime: Option<Timestamp>,
}

/// Orders.
#[endpoint(part, reply_to(GetMerchantOrders))]
pub struct MerchantOrders {
    /// The orders.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_list: Vec<MerchantOrder>,
}

/// Marks an order as sent (设置订单发货信息).
///
/// Fails with 52015 when there is no such order, with 52018 when the delivery is incomplete.
#[endpoint(POST "/merchant/order/setdelivery", title = "设置订单发货信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.set_delivery)]
pub struct SetMerchantDelivery {
    /// The order that was sent.
    pub order_id: MerchantOrderId,
    /// The carrier: a code of the platform such as `059Yunda`, or its name if `is_others` is set.
    pub delivery_company: Option<String>,
    /// The tracking number of the parcel (运单号).
    pub delivery_track_no: Option<String>,
    /// Whether there is anything to deliver. `None`: there is.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_delivery: Option<bool>,
    /// Whether the carrier has no code. `None`: it has.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_others: Option<bool>,
}

/// Closes an order.
///
/// Fails with 52015 when there is no such order.
#[endpoint(POST "/merchant/order/close", title = "关闭订单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.close_order)]
pub struct CloseMerchantOrder {
    /// The order to close.
    pub order_id: MerchantOrderId,
}

/// Uploads a picture of a product.
#[endpoint(POST "/merchant/common/upload_img", title = "上传图片",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = MerchantImage, call = merchant.upload_image)]
pub struct UploadMerchantImage {
    /// The name of the file with its extension.
    #[query]
    pub filename: String,
    /// The picture.
    #[part]
    pub media: FilePart,
}

/// An uploaded picture.
#[endpoint(part, reply_to(UploadMerchantImage))]
pub struct MerchantImage {
    /// The address of the picture.
    pub image_url: String,
}

/// A user paid an order (订单付款通知).
#[inbound(event = "merchant_order", scope(official))]
pub struct MerchantOrderPaid {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The paid order.
    pub order_id: MerchantOrderId,
    /// The state of the order.
    pub order_status: Option<MerchantOrderStatus>,
    /// The product that was bought.
    pub product_id: Option<ProductId>,
    /// The variant of the product, as `id:vid` pairs separated by `;`.
    pub sku_info: Option<String>,
}
