//! Orders for the user's own order list in WeChat (购物订单). `/user-order/*`

use crate::shipping::{OrderKey, ParcelContact, Payer};
use weixin_api::{StringEnum, endpoint, group};
use weixin_protocol::AppId;

use crate::ids::{DeliveryId, WaybillId};

group! {
    /// Orders for the user's own order list in WeChat (购物订单).
    shopping_orders: [
        UploadShoppingInfo, UploadShoppingShipping, UploadCombinedShoppingInfo,
        UploadCombinedShoppingShipping, VerifyShoppingInfo,
    ]
}

weixin_api::string_id! {
    /// Goods, as the merchant numbers them (merchant_item_id).
    MerchantItemId
}

/// Uploads what was bought with a payment.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::{shipping::*, shopping_order::*};
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let item = ShoppingItem::new(
///     "tea-250", "茶叶250克", 9900, 2, ["https://example.com/tea.jpg".to_owned()],
/// );
/// let info = UploadShoppingInfo::new(
///     OrderKey::by_trade_no("1900000109", "20260301-1"),
///     [ShoppingOrder::new("20260301-1", [item])],
///     "2026-03-01T13:29:35.120+08:00",
///     Payer::new("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"),
/// );
/// wx.shopping_orders().upload(info).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/user-order/orders", title = "上传购物详情",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/shopping-order/normal-shopping-detail/uploadShoppingInfo.html",
    scope(mini), call = shopping_orders.upload)]
pub struct UploadShoppingInfo {
    /// The payment that is meant.
    pub order_key: OrderKey,
    /// The merchant's orders that the payment covers.
    pub order_list: Vec<ShoppingOrder>,
    /// How the goods reach the buyer (物流形式), such as `LOCATION_BASED_LOGISTICS`.
    pub logistics_type: Option<String>,
    /// When the information was uploaded, in RFC 3339: `2022-05-20T13:29:35.120+08:00`.
    pub upload_time: String,
    /// The user who paid.
    pub payer: Payer,
}

/// An order of the merchant.
#[endpoint(part)]
pub struct ShoppingOrder {
    /// The merchant's order number.
    pub merchant_order_no: String,
    /// The page that shows the order's details.
    pub order_detail_jump_link: Option<ShoppingLink>,
    /// The goods in the order.
    pub item_list: Vec<ShoppingItem>,
}

/// The target of a link in the order list.
#[endpoint(part)]
pub struct ShoppingLink {
    /// Whether a web page or a Mini Program opens.
    #[serde(rename = "type")]
    pub kind: ShoppingLinkKind,
    /// The address of the web page; for [`ShoppingLinkKind::Url`].
    pub url: Option<String>,
    /// The Mini Program; for [`ShoppingLinkKind::MiniProgram`].
    pub appid: Option<AppId>,
    /// The path in the Mini Program; for [`ShoppingLinkKind::MiniProgram`].
    pub path: Option<String>,
}

/// An item of an order.
#[endpoint(part)]
pub struct ShoppingItem {
    /// The merchant's number of the goods.
    pub merchant_item_id: MerchantItemId,
    /// The name of the goods.
    pub name: String,
    /// The description of the goods.
    pub description: Option<String>,
    /// The price of one piece in fen.
    pub unit_price: i64,
    /// The number of pieces.
    pub quantity: u64,
    /// The addresses of pictures.
    pub image_url: Vec<String>,
    /// The page that shows the goods.
    pub item_detail_jump_link: Option<ShoppingLink>,
}

/// Uploads how bought goods are sent.
#[endpoint(POST "/user-order/orders/shippings", title = "上传物流信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/shopping-order/normal-shopping-detail/uploadShippingInfo.html",
    scope(mini), call = shopping_orders.upload_shipping)]
pub struct UploadShoppingShipping {
    /// The payment that is meant.
    pub order_key: OrderKey,
    /// Whether the goods are sent in one parcel or in several.
    pub delivery_mode: ShoppingDelivery,
    /// The parcels: one for [`ShoppingDelivery::Unified`], else several.
    pub shipping_list: Vec<ShoppingParcel>,
    /// When the information was uploaded, in RFC 3339: `2022-05-20T13:29:35.120+08:00`.
    pub upload_time: String,
    /// The user who paid.
    pub payer: Payer,
}

/// A parcel with bought goods.
#[endpoint(part)]
pub struct ShoppingParcel {
    /// The tracking number.
    pub tracking_no: WaybillId,
    /// The express company, from `get_delivery_list`.
    pub express_company: DeliveryId,
    /// Masked telephone numbers; needed for SF Express (顺丰).
    pub contact: Option<ParcelContact>,
    /// The goods in the parcel.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<ShoppingItemId>,
}

/// The number of an item in a parcel.
#[endpoint(part)]
pub struct ShoppingItemId {
    /// The merchant's number of the goods, as in [`ShoppingItem`].
    pub merchant_item_id: MerchantItemId,
}

/// Uploads what was bought with several orders of one payment (合单).
#[endpoint(POST "/user-order/combine-orders", title = "上传合单购物详情",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/shopping-order/shopping-detail/uploadCombinedShoppingInfo.html",
    scope(mini), call = shopping_orders.upload_combined)]
pub struct UploadCombinedShoppingInfo {
    /// The payment that is meant.
    pub order_key: OrderKey,
    /// The orders that were paid together.
    pub sub_orders: Vec<ShoppingSubOrder>,
    /// When the information was uploaded, in RFC 3339: `2022-05-20T13:29:35.120+08:00`.
    pub upload_time: String,
    /// The user who paid.
    pub payer: Payer,
}

/// One of several orders that were paid together.
#[endpoint(part)]
pub struct ShoppingSubOrder {
    /// The payment that is meant.
    pub order_key: OrderKey,
    /// The merchant's order number.
    pub merchant_order_no: String,
    /// The page that shows the order's details.
    pub order_detail_jump_link: Option<ShoppingLink>,
    /// The goods in the order.
    pub item_list: Vec<ShoppingItem>,
    /// How the goods reach the buyer (物流形式), such as `LOCATION_BASED_LOGISTICS`.
    pub logistics_type: Option<String>,
}

/// Uploads how the goods of several orders of one payment (合单) are sent.
#[endpoint(POST "/user-order/combine-orders/shippings", title = "上传合单物流信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/shopping-order/shopping-detail/uploadCombinedShippingInfo.html",
    scope(mini), call = shopping_orders.upload_combined_shipping)]
pub struct UploadCombinedShoppingShipping {
    /// The payment that is meant.
    pub order_key: OrderKey,
    /// The orders that were paid together.
    pub sub_orders: Vec<ShoppingSubOrderShipping>,
    /// When the information was uploaded, in RFC 3339: `2022-05-20T13:29:35.120+08:00`.
    pub upload_time: String,
    /// The user who paid.
    pub payer: Payer,
}

/// The shipping of one of several orders that were paid together.
#[endpoint(part)]
pub struct ShoppingSubOrderShipping {
    /// The payment that is meant.
    pub order_key: OrderKey,
    /// Whether the goods are sent in one parcel or in several.
    pub delivery_mode: ShoppingDelivery,
    /// The parcels of this order.
    pub shipping_list: Vec<ShoppingParcel>,
}

/// Verifies what was uploaded for a payment. An error says what is missing.
#[endpoint(POST "/user-order/shoppinginfo/verify", title = "验证购物订单上传结果",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/shopping-order/upload-result/ShoppingInfoVerifyUploadResult.html",
    scope(mini), retry = safe, call = shopping_orders.verify)]
pub struct VerifyShoppingInfo {
    /// The payment that is meant.
    pub order_key: OrderKey,
    /// The user who paid.
    pub payer: Payer,
}

/// The type of a link in the order list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ShoppingLinkKind {
    /// Opens a web page.
    #[string_enum(rename = "URL")]
    Url,
    /// Opens a page of a Mini Program.
    #[string_enum(rename = "MINI_PROGRAM")]
    MiniProgram,
    /// A value that this version does not know.
    Other(String),
}

/// The number of parcels that an order is sent in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ShoppingDelivery {
    /// One parcel (统一发货).
    #[string_enum(rename = "UNIFIED_DELIVERY")]
    Unified,
    /// Several parcels (分拆发货).
    #[string_enum(rename = "SPLIT_DELIVERY")]
    Split,
    /// A value that this version does not know.
    Other(String),
}
