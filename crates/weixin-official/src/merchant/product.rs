//! Products, their categories and stock.

use crate::merchant::MerchantHandle;
use weixin_api::{endpoint, int_enum};

use super::{ExpressKind, ExpressTemplateId};
use crate::ids::ProductId;

weixin_api::integer_id! {
    /// A category of products (分类, cate_id). The root is 1.
    ProductCategoryId(u64)
}

/// Adds a product. [`SetMerchantProductStatus`] puts it on sale.
///
/// Fails with 52000 when a picture is not at the platform, with 52001 when the price is not lower
/// than the original one, with 52002 when category or variants are wrong.
#[endpoint(POST "/merchant/create", title = "增加商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = CreatedMerchantProduct, call = merchant.create_product)]
pub struct CreateMerchantProduct {
    /// The product's basic data.
    pub product_base: MerchantProductBase,
    /// The variants with their prices.
    pub sku_list: Vec<MerchantVariant>,
    /// The terms on which it is sold.
    pub attrext: Option<MerchantProductTerms>,
    /// How it is sent.
    pub delivery_info: Option<MerchantDelivery>,
}

/// The basic data of a product.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct MerchantProductBase {
    /// The category, as a text in a list of one. [`GetMerchantSubcategories`] returns it.
    pub category_id: Vec<String>,
    /// The name of the product.
    pub name: String,
    /// The address of the main picture, from [`UploadMerchantImage`](super::UploadMerchantImage);
    /// best 640 by 600 pixels.
    pub main_img: String,
    /// The addresses of further pictures.
    pub img: Vec<String>,
    /// The properties that the category defines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub property: Vec<MerchantPropertyValue>,
    /// The properties in which the variants differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sku_info: Vec<MerchantVariantInfo>,
    /// The description: texts and pictures in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail: Vec<MerchantDetail>,
    /// The description as HTML. Only in replies.
    pub detail_html: Option<String>,
    /// How many a user can buy. `None` or 0: any number.
    pub buy_limit: Option<u32>,
}

/// The value of a property of a product.
#[endpoint(part)]
pub struct MerchantPropertyValue {
    /// The property, from [`GetMerchantProperties`]; `$` and a name for one of the merchant's own.
    pub id: String,
    /// The value; `$` and a text for one of the merchant's own.
    pub vid: String,
}

/// A property in which variants of a product differ (SKU).
#[endpoint(part)]
pub struct MerchantVariantInfo {
    /// The property, from [`GetMerchantVariants`]; `$` and a name for one of the merchant's own.
    pub id: String,
    /// The values that occur; `$` and a text for those of the merchant's own.
    pub vid: Vec<String>,
}

/// A text or a picture in the description of a product. One of the fields is given.
#[endpoint(part)]
pub struct MerchantDetail {
    /// The text.
    pub text: Option<String>,
    /// The address of the picture.
    pub img: Option<String>,
}

/// A variant of a product.
#[endpoint(part)]
pub struct MerchantVariant {
    /// The variant, as `id:vid` pairs separated by `;`. Empty if there is only one.
    pub sku_id: String,
    /// The price, in fen (微信价).
    pub price: u64,
    /// The address of the picture.
    pub icon_url: Option<String>,
    /// The merchant's own number of the variant (商家商品编码).
    pub product_code: Option<String>,
    /// The original price, in fen (原价).
    pub ori_price: Option<u64>,
    /// The stock.
    pub quantity: Option<u64>,
}

/// The terms on which a product is sold.
#[endpoint(part)]
pub struct MerchantProductTerms {
    /// Where the product is sent from.
    pub location: Option<MerchantLocation>,
    /// Whether delivery is free (包邮).
    #[serde(rename = "isPostFree")]
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_post_free: Option<bool>,
    /// Whether an invoice is provided.
    #[serde(rename = "isHasReceipt")]
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_has_receipt: Option<bool>,
    /// Whether there is a guarantee (保修).
    #[serde(rename = "isUnderGuaranty")]
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_under_guaranty: Option<bool>,
    /// Whether the product can be exchanged (退换货).
    #[serde(rename = "isSupportReplace")]
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_support_replace: Option<bool>,
}

/// The place a product is sent from.
#[endpoint(part)]
pub struct MerchantLocation {
    /// The country.
    pub country: Option<String>,
    /// The province.
    pub province: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// Street and number.
    pub address: Option<String>,
}

/// How a product is sent (运费信息).
#[endpoint(part)]
pub struct MerchantDelivery {
    /// How the cost is determined.
    pub delivery_type: MerchantDeliveryKind,
    /// The template for the cost, for [`MerchantDeliveryKind::Template`].
    pub template_id: Option<ExpressTemplateId>,
    /// The costs, for [`MerchantDeliveryKind::Prices`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub express: Vec<MerchantExpress>,
}

int_enum! {
    /// How the cost of delivery is determined (运费类型).
    pub enum MerchantDeliveryKind {
        /// By prices given with the product (使用默认模板).
        Prices = 0,
        /// By a template (使用邮费模板).
        Template = 1,
    }
}

/// The cost of one way of delivery.
#[endpoint(part)]
pub struct MerchantExpress {
    /// The way of delivery.
    pub id: ExpressKind,
    /// The cost, in fen.
    pub price: u64,
}

/// The reply to an added product.
#[endpoint(part, reply_to(CreateMerchantProduct))]
pub struct CreatedMerchantProduct {
    /// The id of the product.
    pub product_id: ProductId,
}

/// Deletes a product.
///
/// Fails with 52003 when there is no such product.
#[endpoint(POST "/merchant/del", title = "删除商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.delete_product)]
pub struct DeleteMerchantProduct {
    /// The product to delete.
    pub product_id: ProductId,
}

/// Changes a product. While it is on sale, name, category, properties and variants cannot change.
///
/// Fails with 52003 when there is no such product.
#[endpoint(POST "/merchant/update", title = "修改商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.update_product)]
pub struct UpdateMerchantProduct {
    /// The product to change.
    pub product_id: ProductId,
    /// The product's basic data.
    pub product_base: Option<MerchantProductBase>,
    /// The variants with their prices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sku_list: Vec<MerchantVariant>,
    /// The terms on which it is sold.
    pub attrext: Option<MerchantProductTerms>,
    /// How it is sent.
    pub delivery_info: Option<MerchantDelivery>,
}

/// Returns a product.
///
/// Fails with 52003 when there is no such product.
#[endpoint(POST "/merchant/get", title = "查询商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantProductInfo, call = merchant.product)]
pub struct GetMerchantProduct {
    /// The product to return.
    pub product_id: ProductId,
}

/// The reply with a product.
#[endpoint(part, reply_to(GetMerchantProduct))]
pub struct MerchantProductInfo {
    /// The product.
    pub product_info: MerchantProduct,
}

/// A product.
#[endpoint(part)]
pub struct MerchantProduct {
    /// The id of the product.
    pub product_id: Option<ProductId>,
    /// The product's basic data.
    pub product_base: Option<MerchantProductBase>,
    /// The variants with their prices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sku_list: Vec<MerchantVariant>,
    /// The terms on which it is sold.
    pub attrext: Option<MerchantProductTerms>,
    /// How it is sent.
    pub delivery_info: Option<MerchantDelivery>,
    /// Whether the product is on sale.
    pub status: Option<MerchantProductStatus>,
}

/// Returns the products on sale, those not on sale, or all.
#[endpoint(POST "/merchant/getbystatus", title = "获取指定状态的所有商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantProducts, call = merchant.products)]
pub struct GetMerchantProducts {
    /// Which products to return.
    pub status: MerchantProductStatus,
}

int_enum! {
    /// Whether a product is on sale (商品状态).
    pub enum MerchantProductStatus {
        /// All products. Only in requests.
        All = 0,
        /// It is on sale (上架).
        ForSale = 1,
        /// It is not on sale (下架).
        Off = 2,
    }
}

/// Products.
#[endpoint(part, reply_to(GetMerchantProducts))]
pub struct MerchantProducts {
    /// The products.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products_info: Vec<MerchantProduct>,
}

/// Puts a product on sale or takes it off sale (商品上下架).
///
/// Fails with 52003 when there is no such product.
#[endpoint(POST "/merchant/modproductstatus", title = "商品上下架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.set_product_status)]
pub struct SetMerchantProductStatus {
    /// The product to put on sale or take off.
    pub product_id: ProductId,
    /// Whether it is put on sale, rather than taken off.
    #[serde(with = "weixin_api::bool_as_int")]
    pub status: bool,
}

/// Returns the categories below a category.
///
/// Fails with 52004 when the category is unknown or has none below it.
#[endpoint(POST "/merchant/category/getsub", title = "获取指定分类的所有子分类",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantSubcategories, call = merchant.subcategories)]
pub struct GetMerchantSubcategories {
    /// The category. The root is 1.
    pub cate_id: ProductCategoryId,
}

/// The categories below a category.
#[endpoint(part, reply_to(GetMerchantSubcategories))]
pub struct MerchantSubcategories {
    /// The categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cate_list: Vec<MerchantNamed>,
}

/// A category or value with its name.
#[endpoint(part)]
pub struct MerchantNamed {
    /// The id: a number in a text, of a category or of a value, depending on where it stands.
    pub id: String,
    /// The name.
    pub name: Option<String>,
}

/// Returns the properties in which products of a category can have variants (SKU).
#[endpoint(POST "/merchant/category/getsku", title = "获取指定子分类的所有SKU",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantVariantTables, call = merchant.variants)]
pub struct GetMerchantVariants {
    /// The category to look up.
    pub cate_id: ProductCategoryId,
}

/// The properties in which products can have variants.
#[endpoint(part, reply_to(GetMerchantVariants))]
pub struct MerchantVariantTables {
    /// The properties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sku_table: Vec<MerchantVariantTable>,
}

/// A property in which products can have variants.
#[endpoint(part)]
pub struct MerchantVariantTable {
    /// The id of the property, for [`MerchantVariantInfo::id`].
    pub id: String,
    /// The name of the property.
    pub name: Option<String>,
    /// The values of the property.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub value_list: Vec<MerchantNamed>,
}

/// Returns the properties of products of a category.
#[endpoint(POST "/merchant/category/getproperty", title = "获取指定分类的所有属性",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantProperties, call = merchant.properties)]
pub struct GetMerchantProperties {
    /// The category to look up.
    pub cate_id: ProductCategoryId,
}

/// The properties of products.
#[endpoint(part, reply_to(GetMerchantProperties))]
pub struct MerchantProperties {
    /// The properties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub properties: Vec<MerchantProperty>,
}

/// A property of products.
#[endpoint(part)]
pub struct MerchantProperty {
    /// The id of the property, for [`MerchantPropertyValue::id`].
    pub id: String,
    /// The name of the property.
    pub name: Option<String>,
    /// The values of the property.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub property_value: Vec<MerchantNamed>,
}

/// Increases the stock of a product.
///
/// Fails with 52003 when there is no such product, with 52005 when `quantity` is 0.
#[endpoint(POST "/merchant/stock/add", title = "增加库存",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), call = merchant.add_stock)]
pub struct AddMerchantStock {
    /// The product whose stock changes.
    pub product_id: ProductId,
    /// The variant, as `id:vid` pairs separated by `;`. Empty if there is only one.
    pub sku_info: String,
    /// By how much the stock increases.
    pub quantity: u64,
}

/// Reduces the stock of a product.
///
/// Fails with 52003 when there is no such product, with 52005 when `quantity` is 0.
#[endpoint(POST "/merchant/stock/reduce", title = "减少库存",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), call = merchant.reduce_stock)]
pub struct ReduceMerchantStock {
    /// The product whose stock changes.
    pub product_id: ProductId,
    /// The variant, as `id:vid` pairs separated by `;`. Empty if there is only one.
    pub sku_info: String,
    /// By how much the stock is reduced.
    pub quantity: u64,
}
