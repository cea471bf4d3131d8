//! Products handed over for search and scanning (导入商品), in their second form. `/scan/product/v2/*`

use crate::scan_product::ScanProductsHandle;
use weixin_api::{Call, Caller, Paged, endpoint};
use weixin_protocol::AppId;

/// Hands over products, or changes them.
#[endpoint(POST "/scan/product/v2/add", title = "导入或更新商品",
    scope(official), reply = ImportTicket, call = scan_products.import)]
pub struct ImportProducts {
    /// The products.
    pub product: Vec<ImportedProduct>,
}

/// A product that is handed over.
#[endpoint(part)]
pub struct ImportedProduct {
    /// The merchant's own number of it.
    pub pid: String,
    /// Its pictures.
    pub image_info: Option<ProductImages>,
    /// Its categories, as the merchant has them.
    pub category_info: Option<ProductCategories>,
    /// Its categories, as the platform has them.
    pub official_category_info: Option<ProductCategories>,
    /// Its tags.
    pub tag_info: Option<ProductTags>,
    /// Where it leads to.
    pub link_info: Option<ProductLink>,
    /// Its name.
    pub title: Option<String>,
    /// The line below.
    pub sub_title: Option<String>,
    /// Its brand.
    pub brand: Option<String>,
    /// Where it is sold.
    pub shop_info: Option<ProductShop>,
    /// About it.
    pub desc: Option<String>,
    /// What it costs.
    pub price_info: Option<ProductPrice>,
    /// Whether it is sold.
    pub sale_info: Option<ProductSale>,
    /// Its variants.
    pub sku_info: Option<ProductVariants>,
    /// What else is to be said.
    pub custom_info: Option<ProductExtras>,
    /// Whether what is left out stays as it is.
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
    /// Its address.
    pub url: String,
}

/// Categories of a product.
#[endpoint(part)]
pub struct ProductCategories {
    /// The categories, from the top down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category_item: Vec<ProductCategory>,
}

/// A category of a product.
#[endpoint(part)]
pub struct ProductCategory {
    /// Its name.
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
    /// Its name.
    pub tag_name: String,
}

/// Where a product leads to.
#[endpoint(part)]
pub struct ProductLink {
    /// What it is: `wxa` is a Mini Program.
    pub link_type: String,
    /// The Mini Program.
    pub wxa_appid: Option<AppId>,
    /// Its page, or the address of a web page.
    pub url: Option<String>,
}

/// Where a product is sold.
#[endpoint(part)]
pub struct ProductShop {
    /// Where, as a number of the platform's.
    pub source: Option<i64>,
}

/// What a product costs, in yuan.
#[endpoint(part)]
pub struct ProductPrice {
    /// The lowest price.
    pub min_price: f64,
    /// The highest price.
    pub max_price: f64,
    /// The lowest price before.
    pub min_ori_price: Option<f64>,
    /// The highest price before.
    pub max_ori_price: Option<f64>,
}

/// Whether a product is sold.
#[endpoint(part)]
pub struct ProductSale {
    /// `on`, or `off`.
    pub sale_status: String,
    /// How many there are.
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
    /// The merchant's own number of it.
    pub sku_id: Option<String>,
    /// What its bar code is, such as `ean13`.
    pub barcode_type: Option<String>,
    /// Its bar code.
    pub barcode: Option<String>,
    /// Where it is sold, as a number of the platform's.
    pub source: Option<i64>,
    /// Its pictures.
    pub image_info: Option<ProductImages>,
    /// The page it leads to.
    pub link_url: Option<String>,
    /// What it costs.
    pub price_info: Option<ProductPrice>,
    /// Whether it is sold.
    pub sale_info: Option<ProductSale>,
    /// Where it is sold.
    pub shop_info: Option<ProductShop>,
    /// What makes it a variant.
    pub attribute_info: Option<ProductAttributes>,
}

/// What makes a variant.
#[endpoint(part)]
pub struct ProductAttributes {
    /// The attributes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attribute_item: Vec<ProductAttribute>,
}

/// An attribute of a variant.
#[endpoint(part)]
pub struct ProductAttribute {
    /// Its name.
    pub attribute_key: String,
    /// Its value.
    pub attribute_value: String,
}

/// What else is to be said of a product.
#[endpoint(part)]
pub struct ProductExtras {
    /// What.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_list: Vec<ProductExtra>,
}

/// Something else to be said of a product.
#[endpoint(part)]
pub struct ProductExtra {
    /// Its name.
    pub key: String,
    /// What it says.
    pub value: String,
}

/// With what the result can be asked for.
#[endpoint(part, reply_to(ImportProducts))]
pub struct ImportTicket {
    /// The ticket.
    pub status_ticket: String,
}

/// Says what became of products that were handed over.
#[endpoint(POST "/scan/product/v2/status", title = "查询导入结果",
    scope(official), retry = safe, reply = ImportStatusInfo, call = scan_products.import_status)]
pub struct GetImportStatus {
    /// The ticket.
    pub status_ticket: String,
}

/// What became of products.
#[endpoint(part, reply_to(GetImportStatus))]
pub struct ImportStatusInfo {
    /// What became of them.
    pub result: ImportStatus,
}

/// What became of products.
#[endpoint(part)]
pub struct ImportStatus {
    /// How far it is.
    pub progress: Option<String>,
    /// How many there are.
    pub total_cnt: Option<u64>,
    /// How many were taken.
    pub succ_cnt: Option<u64>,
    /// How many were not.
    pub fail_cnt: Option<u64>,
    /// What became of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<ImportedProductStatus>,
}

/// What became of a product.
#[endpoint(part)]
pub struct ImportedProductStatus {
    /// The merchant's own number of it.
    pub pid: String,
    /// 0 if it was taken.
    pub ret: Option<i64>,
    /// Why not.
    pub err_msg: Option<String>,
}

/// Gives a product.
#[endpoint(POST "/scan/product/v2/getinfo", title = "查询商品",
    scope(official), retry = safe, reply = ImportedProductInfo, call = "wx.scan_products().imported(pid)")]
pub struct GetImportedProduct {
    /// The product.
    pub product: ImportedProductRef,
}

/// A product, by the merchant's own number.
#[endpoint(part)]
pub struct ImportedProductRef {
    /// The number.
    pub pid: String,
}

/// A product.
#[endpoint(part, reply_to(GetImportedProduct))]
pub struct ImportedProductInfo {
    /// The product.
    pub product: Option<ImportedProduct>,
}

/// Gives the products, a page at a time.
#[endpoint(POST "/scan/product/v2/getinfobypage", title = "分页查询商品",
    scope(official), retry = safe, reply = ImportedProducts, call = "wx.scan_products().all_imported(page_size)")]
pub struct GetImportedProducts {
    /// Which page.
    pub page_num: u32,
    /// How many on a page.
    pub page_size: u32,
    /// What the page before ended with.
    pub page_context: Option<String>,
}

/// A page of products.
#[endpoint(part, reply_to(GetImportedProducts))]
pub struct ImportedProducts {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub product: Vec<ImportedProduct>,
    /// With what the next page begins.
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
    /// A product that was handed over; see [`GetImportedProduct`].
    pub fn imported(&self, pid: impl Into<String>) -> Call<'c, C, GetImportedProduct> {
        Call::new(self.caller, GetImportedProduct::new(ImportedProductRef::new(pid)))
    }

    /// All of them, the first page when awaited; see [`GetImportedProducts`].
    pub fn all_imported(&self, page_size: u32) -> Call<'c, C, GetImportedProducts> {
        Call::new(self.caller, GetImportedProducts::new(1, page_size))
    }
}
