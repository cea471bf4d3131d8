//! Shops of Official Accounts (微信小店, the first of that name). `/merchant/*`
//!
//! The platform shut them down on 1 October 2020; what is here reads and writes what is left of them.

mod express;
mod product;
mod shelf;

use weixin_api::{Call, Caller, FilePart, On, Timestamp, codes, endpoint, endpoints};
use weixin_protocol::{Header, OpenId, inbound, messages};

pub use self::{express::*, product::*, shelf::*};

endpoints![
    CreateMerchantProduct,
    DeleteMerchantProduct,
    UpdateMerchantProduct,
    GetMerchantProduct,
    GetMerchantProducts,
    SetMerchantProductStatus,
    GetMerchantSubcategories,
    GetMerchantVariants,
    GetMerchantProperties,
    AddMerchantStock,
    ReduceMerchantStock,
    AddMerchantExpress,
    DeleteMerchantExpress,
    UpdateMerchantExpress,
    GetMerchantExpress,
    GetMerchantExpresses,
    AddMerchantGroup,
    DeleteMerchantGroup,
    RenameMerchantGroup,
    UpdateMerchantGroup,
    GetMerchantGroups,
    GetMerchantGroup,
    AddMerchantShelf,
    DeleteMerchantShelf,
    UpdateMerchantShelf,
    GetMerchantShelves,
    GetMerchantShelf,
    GetMerchantOrder,
    GetMerchantOrders,
    SetMerchantDelivery,
    CloseMerchantOrder,
    UploadMerchantImage
];

messages![MerchantOrderPaid];

/// Gives an order. `POST /merchant/order/getbyid`
#[endpoint(POST "/merchant/order/getbyid", title = "根据订单ID获取订单详情",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantOrderInfo)]
pub struct GetMerchantOrder {
    /// The order.
    pub order_id: String,
}

/// An order.
#[endpoint(part)]
pub struct MerchantOrderInfo {
    /// The order.
    pub order: MerchantOrder,
}

codes! {
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

/// Gives orders. `POST /merchant/order/getbyfilter`
#[endpoint(POST "/merchant/order/getbyfilter", title = "根据订单状态/创建时间获取订单详情",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantOrders)]
pub struct GetMerchantOrders {
    /// Only those that are so far.
    pub status: Option<MerchantOrderStatus>,
    /// Only those from this moment on.
    pub begintime: Option<Timestamp>,
    /// Only those until this moment.
    pub endtime: Option<Timestamp>,
}

/// Orders.
#[endpoint(part)]
pub struct MerchantOrders {
    /// The orders.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_list: Vec<MerchantOrder>,
}

/// Says that an order was sent. `POST /merchant/order/setdelivery`
#[endpoint(POST "/merchant/order/setdelivery", title = "设置订单发货信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe)]
pub struct SetMerchantDelivery {
    /// The order.
    pub order_id: String,
    /// Who carries it, in the platform's code, such as `059Yunda`; or in words, with `is_others`.
    pub delivery_company: Option<String>,
    /// The number of the parcel.
    pub delivery_track_no: Option<String>,
    /// Whether anything is to be carried; it is if left out.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub need_delivery: Option<bool>,
    /// Whether the carrier is none that has a code.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub is_others: Option<bool>,
}

/// Closes an order. `POST /merchant/order/close`
#[endpoint(POST "/merchant/order/close", title = "关闭订单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe)]
pub struct CloseMerchantOrder {
    /// The order.
    pub order_id: String,
}

/// Uploads a picture of a product. `POST /merchant/common/upload_img`
#[endpoint(POST "/merchant/common/upload_img", title = "上传图片",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = MerchantImage)]
pub struct UploadMerchantImage {
    /// Its name, with its ending.
    #[query]
    pub filename: String,
    /// The picture.
    #[part]
    pub media: FilePart,
}

/// A picture that was uploaded.
#[endpoint(part)]
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

/// The group as a client has it: `wx.merchant()`.
#[derive(Debug)]
pub struct Merchant<'c, C: ?Sized>(&'c C);

/// Gives a client `merchant()`.
pub trait MerchantApi: Caller {
    /// Shops of Official Accounts (微信小店).
    fn merchant(&self) -> Merchant<'_, Self> {
        Merchant(self)
    }
}

impl<C: Caller + ?Sized> MerchantApi for C where GetMerchantOrder: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Merchant<'c, C> {
    /// An order; see [`GetMerchantOrder`].
    pub fn order(&self, order_id: impl Into<String>) -> Call<'c, C, GetMerchantOrder> {
        Call::new(self.0, GetMerchantOrder::new(order_id))
    }

    /// Orders; see [`GetMerchantOrders`].
    pub fn orders(&self) -> Call<'c, C, GetMerchantOrders> {
        Call::new(self.0, GetMerchantOrders::new())
    }

    /// Says that an order was sent; see [`SetMerchantDelivery`].
    pub fn set_delivery(&self, order_id: impl Into<String>) -> Call<'c, C, SetMerchantDelivery> {
        Call::new(self.0, SetMerchantDelivery::new(order_id))
    }

    /// Closes an order; see [`CloseMerchantOrder`].
    pub fn close_order(&self, order_id: impl Into<String>) -> Call<'c, C, CloseMerchantOrder> {
        Call::new(self.0, CloseMerchantOrder::new(order_id))
    }

    /// Uploads a picture; see [`UploadMerchantImage`].
    pub fn upload_image(
        &self,
        filename: impl Into<String>,
        media: FilePart,
    ) -> Call<'c, C, UploadMerchantImage> {
        Call::new(self.0, UploadMerchantImage::new(filename, media))
    }
}
