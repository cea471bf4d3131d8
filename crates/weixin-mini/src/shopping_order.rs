//! What was bought, for the user's own list of orders in WeChat (购物订单). `/user-order/*`

use crate::shipping::{OrderKey, ParcelContact, Payer};
use weixin_api::{StringEnum, endpoint, group};
use weixin_protocol::AppId;

group! {
    /// What was bought, for the user's own list of orders (购物订单).
    shopping_orders: [UploadShoppingInfo, UploadShoppingShipping, UploadCombinedShoppingInfo, UploadCombinedShoppingShipping, VerifyShoppingInfo]
}

/// Says what was bought with a payment.
#[endpoint(POST "/user-order/orders", title = "上传购物详情",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/shopping-order/normal-shopping-detail/uploadShoppingInfo.html",
    scope(mini), call = shopping_orders.upload)]
pub struct UploadShoppingInfo {
    /// The payment.
    pub order_key: OrderKey,
    /// What was bought.
    pub order_list: Vec<ShoppingOrder>,
    /// How it reaches the buyer.
    pub logistics_type: Option<String>,
    /// When this was said, as in RFC 3339.
    pub upload_time: String,
    /// The buyer.
    pub payer: Payer,
}

/// An order of the merchant.
#[endpoint(part)]
pub struct ShoppingOrder {
    /// The merchant's own number.
    pub merchant_order_no: String,
    /// What shows the order.
    pub order_detail_jump_link: Option<ShoppingLink>,
    /// What was bought.
    pub item_list: Vec<ShoppingItem>,
}

/// What opens when it is tapped.
#[endpoint(part)]
pub struct ShoppingLink {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: ShoppingLinkKind,
    /// The web page.
    pub url: Option<String>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// The Mini Program's page.
    pub path: Option<String>,
}

/// Something that was bought.
#[endpoint(part)]
pub struct ShoppingItem {
    /// The merchant's own number of it.
    pub merchant_item_id: String,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub description: Option<String>,
    /// What one costs, in fen.
    pub unit_price: i64,
    /// How many.
    pub quantity: u64,
    /// Addresses of pictures.
    pub image_url: Vec<String>,
    /// What shows it.
    pub item_detail_jump_link: Option<ShoppingLink>,
}

/// Says how what was bought is sent.
#[endpoint(POST "/user-order/orders/shippings", title = "上传物流信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/shopping-order/normal-shopping-detail/uploadShippingInfo.html",
    scope(mini), call = shopping_orders.upload_shipping)]
pub struct UploadShoppingShipping {
    /// The payment.
    pub order_key: OrderKey,
    /// In one parcel or in several.
    pub delivery_mode: ShoppingDelivery,
    /// The parcels.
    pub shipping_list: Vec<ShoppingParcel>,
    /// When this was said, as in RFC 3339.
    pub upload_time: String,
    /// The buyer.
    pub payer: Payer,
}

/// A parcel.
#[endpoint(part)]
pub struct ShoppingParcel {
    /// Its tracking number.
    pub tracking_no: String,
    /// The express company's id.
    pub express_company: String,
    /// Masked telephone numbers; needed for SF Express.
    pub contact: Option<ParcelContact>,
    /// What is in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<ShoppingItemId>,
}

/// Something that was bought.
#[endpoint(part)]
pub struct ShoppingItemId {
    /// The merchant's own number of it.
    pub merchant_item_id: String,
}

/// Says what was bought with several orders that were paid at once.
#[endpoint(POST "/user-order/combine-orders", title = "上传合单购物详情",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/shopping-order/shopping-detail/uploadCombinedShoppingInfo.html",
    scope(mini), call = shopping_orders.upload_combined)]
pub struct UploadCombinedShoppingInfo {
    /// The payment.
    pub order_key: OrderKey,
    /// Its orders.
    pub sub_orders: Vec<ShoppingSubOrder>,
    /// When this was said, as in RFC 3339.
    pub upload_time: String,
    /// The buyer.
    pub payer: Payer,
}

/// One of several orders.
#[endpoint(part)]
pub struct ShoppingSubOrder {
    /// The order.
    pub order_key: OrderKey,
    /// The merchant's own number.
    pub merchant_order_no: String,
    /// What shows the order.
    pub order_detail_jump_link: Option<ShoppingLink>,
    /// What was bought.
    pub item_list: Vec<ShoppingItem>,
    /// How it reaches the buyer.
    pub logistics_type: Option<String>,
}

/// Says how what was bought with several orders is sent.
#[endpoint(POST "/user-order/combine-orders/shippings", title = "上传合单物流信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/shopping-order/shopping-detail/uploadCombinedShippingInfo.html",
    scope(mini), call = shopping_orders.upload_combined_shipping)]
pub struct UploadCombinedShoppingShipping {
    /// The payment.
    pub order_key: OrderKey,
    /// Its orders.
    pub sub_orders: Vec<ShoppingSubOrderShipping>,
    /// When this was said, as in RFC 3339.
    pub upload_time: String,
    /// The buyer.
    pub payer: Payer,
}

/// How one of several orders is sent.
#[endpoint(part)]
pub struct ShoppingSubOrderShipping {
    /// The order.
    pub order_key: OrderKey,
    /// In one parcel or in several.
    pub delivery_mode: ShoppingDelivery,
    /// The parcels.
    pub shipping_list: Vec<ShoppingParcel>,
}

/// Checks what was said about a payment: an error says what is missing.
#[endpoint(POST "/user-order/shoppinginfo/verify", title = "验证购物订单上传结果",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/shopping-order/upload-result/ShoppingInfoVerifyUploadResult.html",
    scope(mini), retry = safe, call = shopping_orders.verify)]
pub struct VerifyShoppingInfo {
    /// The payment.
    pub order_key: OrderKey,
    /// The buyer.
    pub payer: Payer,
}

/// What opens when something is tapped.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ShoppingLinkKind {
    /// A web page.
    #[string_enum(rename = "URL")]
    Url,
    /// A page of a Mini Program.
    #[string_enum(rename = "MINI_PROGRAM")]
    MiniProgram,
    /// A value that this version does not know.
    Other(String),
}

/// In how many parcels something is sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ShoppingDelivery {
    /// In one.
    #[string_enum(rename = "UNIFIED_DELIVERY")]
    Unified,
    /// In several.
    #[string_enum(rename = "SPLIT_DELIVERY")]
    Split,
    /// A value that this version does not know.
    Other(String),
}
