//! Products, their categories and how many of them there are.

use crate::merchant::MerchantHandle;
use weixin_api::{endpoint, int_enum};

/// Adds a product. It is not for sale before [`SetMerchantProductStatus`] says so.
#[endpoint(POST "/merchant/create", title = "增加商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = CreatedMerchantProduct, call = merchant.create_product)]
pub struct CreateMerchantProduct {
    /// What it is.
    pub product_base: MerchantProductBase,
    /// Its variants, with their prices.
    pub sku_list: Vec<MerchantVariant>,
    /// On what terms it is sold.
    pub attrext: Option<MerchantProductTerms>,
    /// How it is sent.
    pub delivery_info: Option<MerchantDelivery>,
}

/// What a product is.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct MerchantProductBase {
    /// Its category, one.
    pub category_id: Vec<String>,
    /// Its name.
    pub name: String,
    /// The address of its main picture, from [`UploadMerchantImage`](super::UploadMerchantImage);
    /// best 640 by 600.
    pub main_img: String,
    /// The addresses of more pictures.
    pub img: Vec<String>,
    /// Its properties, as the category has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub property: Vec<MerchantPropertyValue>,
    /// In what its variants differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sku_info: Vec<MerchantVariantInfo>,
    /// About it: texts and pictures, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail: Vec<MerchantDetail>,
    /// The same as HTML. Only in replies.
    pub detail_html: Option<String>,
    /// How many a user can buy; 0: any number.
    pub buy_limit: Option<u32>,
}

/// A property of a product.
#[endpoint(part)]
pub struct MerchantPropertyValue {
    /// The property.
    pub id: String,
    /// Its value.
    pub vid: String,
}

/// In what variants differ.
#[endpoint(part)]
pub struct MerchantVariantInfo {
    /// In what: a number of [`GetMerchantVariants`], or `$` and a name of the merchant's own.
    pub id: String,
    /// The values; likewise.
    pub vid: Vec<String>,
}

/// A text or a picture about a product.
#[endpoint(part)]
pub struct MerchantDetail {
    /// The text.
    pub text: Option<String>,
    /// Or the address of the picture.
    pub img: Option<String>,
}

/// A variant of a product.
#[endpoint(part)]
pub struct MerchantVariant {
    /// What it is: `id:vid`, several separated by `;`; empty if there is one variant.
    pub sku_id: String,
    /// Its price, in fen.
    pub price: u64,
    /// The address of its picture.
    pub icon_url: Option<String>,
    /// The merchant's own number of it.
    pub product_code: Option<String>,
    /// The price before, in fen.
    pub ori_price: Option<u64>,
    /// How many there are.
    pub quantity: Option<u64>,
}

/// On what terms a product is sold.
#[endpoint(part)]
pub struct MerchantProductTerms {
    /// Where it is sent from.
    pub location: Option<MerchantLocation>,
    /// Whether sending it is free.
    #[serde(rename = "isPostFree")]
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_post_free: Option<bool>,
    /// Whether there is an invoice.
    #[serde(rename = "isHasReceipt")]
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_has_receipt: Option<bool>,
    /// Whether there is a guarantee.
    #[serde(rename = "isUnderGuaranty")]
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_under_guaranty: Option<bool>,
    /// Whether it can be exchanged.
    #[serde(rename = "isSupportReplace")]
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_support_replace: Option<bool>,
}

/// Where a product is sent from.
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

/// How a product is sent.
#[endpoint(part)]
pub struct MerchantDelivery {
    /// 0: for the prices below; 1: as the template says.
    pub delivery_type: u8,
    /// The template.
    pub template_id: Option<u64>,
    /// The prices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub express: Vec<MerchantExpress>,
}

/// What sending costs.
#[endpoint(part)]
pub struct MerchantExpress {
    /// By what: 10000027 is surface mail, 10000028 a courier, 10000029 EMS.
    pub id: u64,
    /// The price, in fen.
    pub price: u64,
}

/// A product that was added.
#[endpoint(part, reply_to(CreateMerchantProduct))]
pub struct CreatedMerchantProduct {
    /// Its number.
    pub product_id: String,
}

/// Deletes a product.
#[endpoint(POST "/merchant/del", title = "删除商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.delete_product)]
pub struct DeleteMerchantProduct {
    /// The product.
    pub product_id: String,
}

/// Changes a product. While it is for sale, name, category, properties and variants stay.
#[endpoint(POST "/merchant/update", title = "修改商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.update_product)]
pub struct UpdateMerchantProduct {
    /// The product.
    pub product_id: String,
    /// What it is.
    pub product_base: Option<MerchantProductBase>,
    /// Its variants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sku_list: Vec<MerchantVariant>,
    /// On what terms it is sold.
    pub attrext: Option<MerchantProductTerms>,
    /// How it is sent.
    pub delivery_info: Option<MerchantDelivery>,
}

/// Gives a product.
#[endpoint(POST "/merchant/get", title = "查询商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantProductInfo, call = merchant.product)]
pub struct GetMerchantProduct {
    /// The product.
    pub product_id: String,
}

/// A product.
#[endpoint(part, reply_to(GetMerchantProduct))]
pub struct MerchantProductInfo {
    /// The product.
    pub product_info: MerchantProduct,
}

/// A product.
#[endpoint(part)]
pub struct MerchantProduct {
    /// Its number.
    pub product_id: Option<String>,
    /// What it is.
    pub product_base: Option<MerchantProductBase>,
    /// Its variants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sku_list: Vec<MerchantVariant>,
    /// On what terms it is sold.
    pub attrext: Option<MerchantProductTerms>,
    /// How it is sent.
    pub delivery_info: Option<MerchantDelivery>,
    /// Whether it is for sale.
    pub status: Option<MerchantProductStatus>,
}

/// Gives the products that are for sale, those that are not, or all.
#[endpoint(POST "/merchant/getbystatus", title = "获取指定状态的所有商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantProducts, call = merchant.products)]
pub struct GetMerchantProducts {
    /// Which.
    pub status: MerchantProductStatus,
}

int_enum! {
    /// Whether a product is for sale.
    pub enum MerchantProductStatus {
        /// Both, in a request.
        All = 0,
        /// It is.
        ForSale = 1,
        /// It is not.
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

/// Puts a product up for sale, or takes it off.
#[endpoint(POST "/merchant/modproductstatus", title = "商品上下架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.set_product_status)]
pub struct SetMerchantProductStatus {
    /// The product.
    pub product_id: String,
    /// Whether it is for sale.
    #[serde(with = "weixin_api::bool_as_int")]
    pub status: bool,
}

/// Gives the categories below a category.
#[endpoint(POST "/merchant/category/getsub", title = "获取指定分类的所有子分类",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantSubcategories, call = merchant.subcategories)]
pub struct GetMerchantSubcategories {
    /// The category; 1 is the root.
    pub cate_id: u64,
}

/// The categories below a category.
#[endpoint(part, reply_to(GetMerchantSubcategories))]
pub struct MerchantSubcategories {
    /// The categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cate_list: Vec<MerchantNamed>,
}

/// Something with a number and a name.
#[endpoint(part)]
pub struct MerchantNamed {
    /// Its number.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
}

/// Gives in what products of a category can differ.
#[endpoint(POST "/merchant/category/getsku", title = "获取指定子分类的所有SKU",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantVariantTables, call = merchant.variants)]
pub struct GetMerchantVariants {
    /// The category.
    pub cate_id: u64,
}

/// In what products can differ.
#[endpoint(part, reply_to(GetMerchantVariants))]
pub struct MerchantVariantTables {
    /// In what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sku_table: Vec<MerchantVariantTable>,
}

/// Something in which products can differ.
#[endpoint(part)]
pub struct MerchantVariantTable {
    /// Its number.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Its values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub value_list: Vec<MerchantNamed>,
}

/// Gives the properties of products of a category.
#[endpoint(POST "/merchant/category/getproperty", title = "获取指定分类的所有属性",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantProperties, call = merchant.properties)]
pub struct GetMerchantProperties {
    /// The category.
    pub cate_id: u64,
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
    /// Its number.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Its values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub property_value: Vec<MerchantNamed>,
}

/// Says that there is more of a product.
#[endpoint(POST "/merchant/stock/add", title = "增加库存",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), call = merchant.add_stock)]
pub struct AddMerchantStock {
    /// The product.
    pub product_id: String,
    /// The variant: `id1:vid1;id2:vid2`; empty if there is one.
    pub sku_info: String,
    /// How many more.
    pub quantity: u64,
}

/// Says that there is less of a product.
#[endpoint(POST "/merchant/stock/reduce", title = "减少库存",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), call = merchant.reduce_stock)]
pub struct ReduceMerchantStock {
    /// The product.
    pub product_id: String,
    /// The variant: `id1:vid1;id2:vid2`; empty if there is one.
    pub sku_info: String,
    /// How many fewer.
    pub quantity: u64,
}
