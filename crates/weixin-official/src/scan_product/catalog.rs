//! Products imported for search and scanning (导入商品), in the second version of the API.
//! `/scan/product/v2/*`

use super::KeyStandard;
use crate::scan_product::ScanProductsHandle;
use weixin_api::{Call, Caller, Paged, StringEnum, endpoint};
use weixin_protocol::AppId;

weixin_api::string_id! {
    /// An imported product by the merchant's own number (pid).
    ImportedProductId
}

/// Whether an imported product is sold.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SaleStatus {
    /// It is on sale (上架).
    On,
    /// It is not on sale (下架).
    Off,
    /// A value that this version does not know.
    Other(String),
}

/// Imports products for search and scanning, or changes them (导入商品).
#[endpoint(POST "/scan/product/v2/add", title = "导入或更新商品",
    scope(official), reply = ImportTicket, call = scan_products.import)]
pub struct ImportProducts {
    /// The products.
    pub product: Vec<ImportedProduct>,
}

/// An imported product.
#[endpoint(part)]
pub struct ImportedProduct {
    /// The merchant's own number of the product.
    pub pid: ImportedProductId,
    /// Pictures.
    pub image_info: Option<ProductImages>,
    /// The categories that the merchant sorts it into.
    pub category_info: Option<ProductCategories>,
    /// The categories that the platform sorts it into.
    pub official_category_info: Option<ProductCategories>,
    /// The tags.
    pub tag_info: Option<ProductTags>,
    /// The page that the product opens.
    pub link_info: Option<ProductLink>,
    /// The name of the product.
    pub title: Option<String>,
    /// The text below the name.
    pub sub_title: Option<String>,
    /// The brand.
    pub brand: Option<String>,
    /// The shop where it is sold.
    pub shop_info: Option<ProductShop>,
    /// The description.
    pub desc: Option<String>,
    /// The prices.
    pub price_info: Option<ProductPrice>,
    /// Whether it is sold, and the stock.
    pub sale_info: Option<ProductSale>,
    /// The variants.
    pub sku_info: Option<ProductVariants>,
    /// Further properties.
    pub custom_info: Option<ProductExtras>,
    /// Whether fields that are left out stay as they are.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub partial_update: Option<bool>,
}

/// Pictures of a product.
#[endpoint(part)]
pub struct ProductImages {
    /// The pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub main_image_list: Vec<ProductImage>,
}

/// A picture of a product.
#[endpoint(part)]
pub struct ProductImage {
    /// The address of the picture.
    pub url: String,
}

/// Categories of a product.
#[endpoint(part)]
pub struct ProductCategories {
    /// The categories, from the highest level to the lowest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category_item: Vec<ProductCategory>,
}

/// A category of a product.
#[endpoint(part)]
pub struct ProductCategory {
    /// The name of the category, as in `图书`.
    pub category_name: String,
}

/// Tags of a product.
#[endpoint(part)]
pub struct ProductTags {
    /// The tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_item: Vec<ProductTag>,
}

/// A tag of a product.
#[endpoint(part)]
pub struct ProductTag {
    /// The text of the tag.
    pub tag_name: String,
}

/// The page that a product opens.
#[endpoint(part)]
pub struct ProductLink {
    /// Whether it is a page of a Mini Program.
    pub link_type: ProductLinkKind,
    /// The Mini Program, for [`ProductLinkKind::MiniProgram`].
    pub wxa_appid: Option<AppId>,
    /// The page of the Mini Program, or the address of the web page.
    pub url: Option<String>,
}

/// What kind of page a product opens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ProductLinkKind {
    /// A page of a Mini Program.
    #[string_enum(rename = "wxa")]
    MiniProgram,
    /// A value that this version does not know.
    Other(String),
}

/// The shop where a product is sold.
#[endpoint(part)]
pub struct ProductShop {
    /// The shop, a number whose values are not documented.
    pub source: Option<i64>,
}

/// The prices of a product, in yuan.
#[endpoint(part)]
pub struct ProductPrice {
    /// The lowest price of the variants.
    pub min_price: f64,
    /// The highest price of the variants.
    pub max_price: f64,
    /// The lowest original price of the variants.
    pub min_ori_price: Option<f64>,
    /// The highest original price of the variants.
    pub max_ori_price: Option<f64>,
}

/// Whether a product is sold, and the stock.
#[endpoint(part)]
pub struct ProductSale {
    /// Whether it is sold.
    pub sale_status: SaleStatus,
    /// The stock.
    pub stock: Option<i64>,
}

/// Variants of a product.
#[endpoint(part)]
pub struct ProductVariants {
    /// The variants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sku_item: Vec<ProductVariant>,
}

/// A variant of a product.
#[endpoint(part)]
pub struct ProductVariant {
    /// The merchant's own number of the variant.
    pub sku_id: Option<String>,
    /// The symbology of the bar code.
    pub barcode_type: Option<KeyStandard>,
    /// The content of the bar code.
    pub barcode: Option<String>,
    /// The shop, a number whose values are not documented.
    pub source: Option<i64>,
    /// Pictures.
    pub image_info: Option<ProductImages>,
    /// The page that the variant opens.
    pub link_url: Option<String>,
    /// The prices.
    pub price_info: Option<ProductPrice>,
    /// Whether it is sold, and the stock.
    pub sale_info: Option<ProductSale>,
    /// The shop where it is sold.
    pub shop_info: Option<ProductShop>,
    /// The attributes that distinguish the variant.
    pub attribute_info: Option<ProductAttributes>,
}

/// The attributes that distinguish a variant.
#[endpoint(part)]
pub struct ProductAttributes {
    /// The attributes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attribute_item: Vec<ProductAttribute>,
}

/// An attribute of a variant.
#[endpoint(part)]
pub struct ProductAttribute {
    /// The name of the attribute, as in `酒店房型`.
    pub attribute_key: String,
    /// The value of the attribute, as in `海景大床房`.
    pub attribute_value: String,
}

/// Further properties of a product.
#[endpoint(part)]
pub struct ProductExtras {
    /// The properties.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_list: Vec<ProductExtra>,
}

/// A further property of a product.
#[endpoint(part)]
pub struct ProductExtra {
    /// The key, as in `author`.
    pub key: String,
    /// The value.
    pub value: String,
}

/// The reply to an import, which is carried out later.
#[endpoint(part, reply_to(ImportProducts))]
pub struct ImportTicket {
    /// The ticket by which [`GetImportStatus`] returns the result.
    pub status_ticket: String,
}

/// Returns the result of an import.
#[endpoint(POST "/scan/product/v2/status", title = "查询导入结果",
    scope(official), retry = safe, reply = ImportStatusInfo, call = scan_products.import_status)]
pub struct GetImportStatus {
    /// The ticket of the import.
    pub status_ticket: String,
}

/// The reply with the result of an import.
#[endpoint(part, reply_to(GetImportStatus))]
pub struct ImportStatusInfo {
    /// The result.
    pub result: ImportStatus,
}

/// The result of an import.
#[endpoint(part)]
pub struct ImportStatus {
    /// The progress, in words of the platform.
    pub progress: Option<String>,
    /// How many products there are in all.
    pub total_cnt: Option<u64>,
    /// How many products were imported.
    pub succ_cnt: Option<u64>,
    /// How many products could not be imported.
    pub fail_cnt: Option<u64>,
    /// The result for each product.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<ImportedProductStatus>,
}

/// The result of the import of one product.
#[endpoint(part)]
pub struct ImportedProductStatus {
    /// The merchant's own number of the product.
    pub pid: ImportedProductId,
    /// 0 when it was imported; otherwise the code of the reason.
    pub ret: Option<i64>,
    /// The reason in words.
    pub err_msg: Option<String>,
}

/// Returns an imported product.
#[endpoint(POST "/scan/product/v2/getinfo", title = "查询商品",
    scope(official), retry = safe, reply = ImportedProductInfo, call = "wx.scan_products().imported(pid)")]
pub struct GetImportedProduct {
    /// The product to return.
    pub product: ImportedProductRef,
}

/// A reference to an imported product.
#[endpoint(part)]
pub struct ImportedProductRef {
    /// The merchant's own number of the product.
    pub pid: ImportedProductId,
}

/// The reply with an imported product.
#[endpoint(part, reply_to(GetImportedProduct))]
pub struct ImportedProductInfo {
    /// The product; missing if there is none.
    pub product: Option<ImportedProduct>,
}

/// Returns a page of the imported products.
#[endpoint(POST "/scan/product/v2/getinfobypage", title = "分页查询商品",
    scope(official), retry = safe, reply = ImportedProducts, call = "wx.scan_products().all_imported(page_size)")]
pub struct GetImportedProducts {
    /// The page, from 1.
    pub page_num: u32,
    /// How many products a page has.
    pub page_size: u32,
    /// The value of [`ImportedProducts::page_context`] in the page before. `None`: the first page.
    pub page_context: Option<String>,
}

/// A page of the imported products.
#[endpoint(part, reply_to(GetImportedProducts))]
pub struct ImportedProducts {
    /// The products of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub product: Vec<ImportedProduct>,
    /// The value to pass in the request for the next page. Empty or missing at the end.
    pub page_context: Option<String>,
}

impl Paged for GetImportedProducts {
    type Item = ImportedProduct;
    fn split_page(self, page: ImportedProducts) -> (Vec<ImportedProduct>, Option<Self>) {
        let context = page.page_context.filter(|context| !context.is_empty());
        let context = context.filter(|_| !page.product.is_empty());
        let page_num = self.page_num.saturating_add(1);
        let next = context.map(|context| Self { page_num, page_context: Some(context), ..self });
        (page.product, next)
    }
}

impl<'c, C: Caller + ?Sized> ScanProductsHandle<'c, C> {
    /// Returns an imported product; see [`GetImportedProduct`].
    pub fn imported(&self, pid: impl Into<ImportedProductId>) -> Call<'c, C, GetImportedProduct> {
        Call::new(self.caller, GetImportedProduct::new(ImportedProductRef::new(pid)))
    }

    /// Returns the imported products, the first page when awaited; see [`GetImportedProducts`].
    pub fn all_imported(&self, page_size: u32) -> Call<'c, C, GetImportedProducts> {
        Call::new(self.caller, GetImportedProducts::new(1, page_size))
    }
}
