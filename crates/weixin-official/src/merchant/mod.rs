//! Shops of Official Accounts (微信小店, the first of that name). `/merchant/*`
//!
//! The platform shut them down on 1 October 2020; what is here reads and writes what is left of them.

mod express;
mod product;
mod shelf;

use weixin_api::{FilePart, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, OpenId, inbound, messages};

pub use self::{express::*, product::*, shelf::*};

group! {
    /// Shops of Official Accounts (微信小店).
    merchant: [GetMerchantOrder, CreateMerchantProduct, DeleteMerchantProduct, UpdateMerchantProduct, GetMerchantProduct, GetMerchantProducts, SetMerchantProductStatus, GetMerchantSubcategories, GetMerchantVariants, GetMerchantProperties, AddMerchantStock, ReduceMerchantStock, AddMerchantExpress, DeleteMerchantExpress, UpdateMerchantExpress, GetMerchantExpress, GetMerchantExpresses, AddMerchantGroup, DeleteMerchantGroup, RenameMerchantGroup, UpdateMerchantGroup, GetMerchantGroups, GetMerchantGroup, AddMerchantShelf, DeleteMerchantShelf, UpdateMerchantShelf, GetMerchantShelves, GetMerchantShelf, GetMerchantOrders, SetMerchantDelivery, CloseMerchantOrder, UploadMerchantImage]
}

messages![MerchantOrderPaid];

/// Gives an order.
#[endpoint(POST "/merchant/order/getbyid", title = "根据订单ID获取订单详情",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantOrderInfo, call = merchant.order)]
pub struct GetMerchantOrder {
    /// The order.
    pub order_id: String,
}

/// An order.
#[endpoint(part, reply_to(GetMerchantOrder))]
pub struct MerchantOrderInfo {
    /// The order.
    pub order: MerchantOrder,
}

int_enum! {
    /// How far an order is.
    pub enum MerchantOrderStatus {
        /// It is to be sent.
        ToSend = 2,
        /// It was sent.
        Sent = 3,
        /// It is done.
        Done = 5,
        /// The buyer complains.
        Disputed = 8,
    }
}

/// An order.
#[endpoint(part)]
pub struct MerchantOrder {
    /// Its number.
    pub order_id: String,
    /// How far it is.
    pub order_status: Option<MerchantOrderStatus>,
    /// What is to be paid in all, in fen.
    pub order_total_price: Option<u64>,
    /// When it was made.
    pub order_create_time: Option<Timestamp>,
    /// What sending costs, in fen.
    pub order_express_price: Option<u64>,
    /// Who bought.
    pub buyer_openid: Option<OpenId>,
    /// Their name.
    pub buyer_nick: Option<String>,
    /// Who gets it.
    pub receiver_name: Option<String>,
    /// The province.
    pub receiver_province: Option<String>,
    /// The city.
    pub receiver_city: Option<String>,
    /// The district.
    pub receiver_zone: Option<String>,
    /// Street and number.
    pub receiver_address: Option<String>,
    /// The mobile number.
    pub receiver_mobile: Option<String>,
    /// The telephone number.
    pub receiver_phone: Option<String>,
    /// The product.
    pub product_id: Option<String>,
    /// Its name.
    pub product_name: Option<String>,
    /// Its price, in fen.
    pub product_price: Option<u64>,
    /// The variant.
    pub product_sku: Option<String>,
    /// How many.
    pub product_count: Option<u64>,
    /// The address of its picture.
    pub product_img: Option<String>,
    /// The number of the parcel.
    pub delivery_id: Option<String>,
    /// Who carries it, in the platform's code.
    pub delivery_company: Option<String>,
    /// The number of the payment.
    pub trans_id: Option<String>,
}

/// Gives orders.
#[endpoint(POST "/merchant/order/getbyfilter", title = "根据订单状态/创建时间获取订单详情",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantOrders, call = merchant.orders)]
pub struct GetMerchantOrders {
    /// Only those that are so far.
    pub status: Option<MerchantOrderStatus>,
    /// Only those from this moment on.
    pub begintime: Option<Timestamp>,
    /// Only those until this moment.
    pub endtime: Option<Timestamp>,
}

/// Orders.
#[endpoint(part, reply_to(GetMerchantOrders))]
pub struct MerchantOrders {
    /// The orders.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_list: Vec<MerchantOrder>,
}

/// Says that an order was sent.
#[endpoint(POST "/merchant/order/setdelivery", title = "设置订单发货信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.set_delivery)]
pub struct SetMerchantDelivery {
    /// The order.
    pub order_id: String,
    /// Who carries it, in the platform's code, such as `059Yunda`; or in words, with `is_others`.
    pub delivery_company: Option<String>,
    /// The number of the parcel.
    pub delivery_track_no: Option<String>,
    /// Whether anything is to be carried; it is if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_delivery: Option<bool>,
    /// Whether the carrier is none that has a code.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_others: Option<bool>,
}

/// Closes an order.
#[endpoint(POST "/merchant/order/close", title = "关闭订单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.close_order)]
pub struct CloseMerchantOrder {
    /// The order.
    pub order_id: String,
}

/// Uploads a picture of a product.
#[endpoint(POST "/merchant/common/upload_img", title = "上传图片",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = MerchantImage, call = merchant.upload_image)]
pub struct UploadMerchantImage {
    /// Its name, with its ending.
    #[query]
    pub filename: String,
    /// The picture.
    #[part]
    pub media: FilePart,
}

/// A picture that was uploaded.
#[endpoint(part, reply_to(UploadMerchantImage))]
pub struct MerchantImage {
    /// Its address.
    pub image_url: String,
}

/// Somebody paid an order. Event `merchant_order`.
#[inbound(event = "merchant_order", scope(official))]
pub struct MerchantOrderPaid {
    /// From whom, to whom, when.
    pub header: Header,
    /// The order.
    pub order_id: String,
    /// How far it is, as in [`MerchantOrderStatus`].
    pub order_status: Option<i64>,
    /// The product.
    pub product_id: Option<String>,
    /// The variant.
    pub sku_info: Option<String>,
}
