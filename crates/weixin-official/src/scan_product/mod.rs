//! Products that are found by scanning (微信扫一扫): their pages, and what happens on them. `/scan/*`

mod catalog;
mod home;

use weixin_api::{Call, Caller, Paged, Timestamp, endpoint, group};
use weixin_protocol::{Header, OpenId, inbound, messages};

pub use self::{catalog::*, home::*};

group! {
    /// Products that are found by scanning (微信扫一扫).
    scan_products: [GetScanMerchant, ImportProducts, GetImportStatus, GetImportedProduct, GetImportedProducts, CreateScanProduct, UpdateScanProduct, SetScanProductStatus, SetScanTesters, GetScanProduct, GetScanProducts, DeleteScanProduct, CheckScanTicket]
}

messages![UserScanProduct, UserScanProductEnterSession, UserScanProductLocated, ScanProductChecked];

/// Gives what a merchant may make pages for.
#[endpoint(GET "/scan/merchantinfo/get", title = "获取商户信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_creation.html",
    scope(official), reply = ScanMerchant, call = scan_products.merchant)]
pub struct GetScanMerchant {}

/// What a merchant may make pages for.
#[endpoint(part, reply_to(GetScanMerchant))]
pub struct ScanMerchant {
    /// The brands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub brand_tag_list: Vec<String>,
    /// The bar codes and their categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verified_list: Vec<ScanFirm>,
}

/// Bar codes of a merchant, and their categories.
#[endpoint(part)]
pub struct ScanFirm {
    /// How the bar codes begin.
    pub verified_firm_code: Option<u64>,
    /// The categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verified_cate_list: Vec<ScanCategory>,
}

/// A category of products.
#[endpoint(part)]
pub struct ScanCategory {
    /// Its number.
    pub verified_cate_id: u64,
    /// Its name.
    pub verified_cate_name: Option<String>,
}

/// Makes the page of a product; there are up to 100,000 (63158).
///
/// Only testers see it until it was approved; see [`SetScanProductStatus`].
#[endpoint(POST "/scan/product/create", title = "创建商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_creation.html",
    scope(official), reply = CreatedScanProduct, call = scan_products.create)]
pub struct CreateScanProduct {
    /// What its code is: `ean13`, `ean8` or `qrcode`.
    pub keystandard: String,
    /// Its code: of those that belong to the merchant (61305, 61323); of a QR code, the merchant's
    /// own text.
    pub keystr: String,
    /// What it shows.
    pub brand_info: ProductHome,
}

/// A page that was made.
#[endpoint(part, reply_to(CreateScanProduct, UpdateScanProduct))]
pub struct CreatedScanProduct {
    /// Its number.
    pub pid: Option<String>,
}

/// Changes the page of a product; it has to be approved again.
#[endpoint(POST "/scan/product/update", title = "更新商品信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_Management.html",
    scope(official), retry = safe, reply = CreatedScanProduct, call = scan_products.update)]
pub struct UpdateScanProduct {
    /// What its code is.
    pub keystandard: String,
    /// Its code.
    pub keystr: String,
    /// What it shows.
    pub brand_info: ProductHome,
}

/// Hands in the page of a product for approval, or takes it away. An event
/// `user_scan_product_verify_action` follows.
#[endpoint(POST "/scan/product/modstatus", title = "提交审核/取消发布商品",
    scope(official), retry = safe, call = "wx.scan_products().publish(keystandard, keystr)")]
pub struct SetScanProductStatus {
    /// What its code is.
    pub keystandard: String,
    /// Its code.
    pub keystr: String,
    /// `on`: hand in; `off`: take away.
    pub status: String,
}

/// Says who sees pages that have not been approved: up to 10 people, in place of those before
/// (61341).
#[endpoint(POST "/scan/testwhitelist/set", title = "设置测试人员白名单",
    scope(official), retry = safe, call = "wx.scan_products().set_testers(openid)")]
pub struct SetScanTesters {
    /// They, by openid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid: Vec<OpenId>,
    /// They, by WeChat name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub username: Vec<String>,
}

/// Gives the page of a product.
#[endpoint(POST "/scan/product/get", title = "查询商品信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_Management.html",
    scope(official), retry = safe, reply = ScanProductInfo, call = scan_products.get)]
pub struct GetScanProduct {
    /// What its code is.
    pub keystandard: String,
    /// Its code.
    pub keystr: String,
}

/// The page of a product.
#[endpoint(part, reply_to(GetScanProduct))]
pub struct ScanProductInfo {
    /// What it shows.
    pub brand_info: Option<ProductHome>,
}

/// Gives the pages of products, some at a time.
#[endpoint(POST "/scan/product/getlist", title = "批量查询商品信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_Management.html",
    scope(official), retry = safe, reply = ScanProductList, call = "wx.scan_products().list()")]
pub struct GetScanProducts {
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many: 10 if left out.
    pub limit: Option<u32>,
    /// Only those that are `on`, `off`, `check` (being looked at), `reject` (refused); `all` of
    /// them if left out.
    pub status: Option<String>,
    /// Only those with this in their code.
    pub keystr: Option<String>,
}

/// Some pages of products.
#[endpoint(part, reply_to(GetScanProducts))]
pub struct ScanProductList {
    /// The pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key_list: Vec<ScanProductEntry>,
    /// How many there are.
    pub total: Option<u64>,
}

/// The page of a product, in a list.
#[endpoint(part)]
pub struct ScanProductEntry {
    /// What its code is.
    pub keystandard: String,
    /// Its code.
    pub keystr: String,
    /// Its category.
    pub category_id: Option<u64>,
    /// The name of the category.
    pub category_name: Option<String>,
    /// When it was last changed.
    pub update_time: Option<Timestamp>,
    /// `on`, `off`, `check` or `reject`.
    pub status: Option<String>,
}

impl Paged for GetScanProducts {
    type Item = ScanProductEntry;
    fn split_page(self, page: ScanProductList) -> (Vec<ScanProductEntry>, Option<Self>) {
        let products = page.key_list;
        let offset = self.offset + products.len() as u64;
        let more = !products.is_empty() && page.total.is_none_or(|total| offset < total);
        (products, more.then_some(Self { offset, ..self }))
    }
}

/// Deletes the page of a product.
#[endpoint(POST "/scan/product/clear", title = "清除商品信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_Management.html",
    scope(official), retry = safe, call = scan_products.delete)]
pub struct DeleteScanProduct {
    /// What its code is.
    pub keystandard: String,
    /// Its code.
    pub keystr: String,
}

/// Says who came from which page, by what the address they came with holds.
#[endpoint(POST "/scan/scanticket/check", title = "检查wxticket参数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_Management.html",
    scope(official), retry = safe, reply = ScanTicket, call = scan_products.check_ticket)]
pub struct CheckScanTicket {
    /// The `wxticket` in the address.
    pub ticket: String,
}

/// Who came from which page.
#[endpoint(part, reply_to(CheckScanTicket))]
pub struct ScanTicket {
    /// What the code of the product is.
    pub keystandard: Option<String>,
    /// Its code.
    pub keystr: Option<String>,
    /// Who it was.
    pub openid: Option<OpenId>,
    /// `scan` for somebody who scanned the code, `others` for everybody else.
    pub scene: Option<String>,
    /// Whether the ticket was checked before.
    pub is_check: Option<bool>,
    /// Whether they follow the account.
    pub is_contact: Option<bool>,
}

/// Somebody opened the page of a product. Event `user_scan_product`.
#[inbound(event = "user_scan_product", scope(official))]
pub struct UserScanProduct {
    /// From whom, to whom, when.
    pub header: Header,
    /// What its code is.
    pub key_standard: Option<String>,
    /// Its code.
    pub key_str: Option<String>,
    /// Where they are at home: the country.
    pub country: Option<String>,
    /// The province.
    pub province: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// 1: male, 2: female, 0: not known.
    pub sex: Option<i64>,
    /// 1: they scanned the code; 2: they came from somewhere else.
    pub scene: Option<i64>,
    /// What the merchant put into the QR code.
    pub ext_info: Option<String>,
}

/// Somebody came to the account from the page of a product. Event
/// `user_scan_product_enter_session`.
#[inbound(event = "user_scan_product_enter_session", scope(official))]
pub struct UserScanProductEnterSession {
    /// From whom, to whom, when.
    pub header: Header,
    /// What its code is.
    pub key_standard: Option<String>,
    /// Its code.
    pub key_str: Option<String>,
    /// What the merchant put into the QR code.
    pub ext_info: Option<String>,
}

/// It is known where somebody opened the page of a product. Event `user_scan_product_async`.
#[inbound(event = "user_scan_product_async", scope(official))]
pub struct UserScanProductLocated {
    /// From whom, to whom, when.
    pub header: Header,
    /// What its code is.
    pub key_standard: Option<String>,
    /// Its code.
    pub key_str: Option<String>,
    /// What the merchant put into the QR code.
    pub ext_info: Option<String>,
    /// Where: the number of the district (GB/T 2260).
    pub region_code: Option<String>,
}

/// The page of a product was looked at. Event `user_scan_product_verify_action`.
#[inbound(event = "user_scan_product_verify_action", scope(official))]
pub struct ScanProductChecked {
    /// From whom, to whom, when.
    pub header: Header,
    /// What its code is.
    pub key_standard: Option<String>,
    /// Its code.
    pub key_str: Option<String>,
    /// `verify_ok`, or `verify_not_pass`.
    pub result: Option<String>,
    /// Why not.
    pub reason_msg: Option<String>,
}

impl<'c, C: Caller + ?Sized> ScanProductsHandle<'c, C> {
    /// Hands it in for approval; see [`SetScanProductStatus`].
    pub fn publish(
        &self,
        keystandard: impl Into<String>,
        keystr: impl Into<String>,
    ) -> Call<'c, C, SetScanProductStatus> {
        Call::new(self.caller, SetScanProductStatus::new(keystandard, keystr, "on"))
    }

    /// Takes it away; see [`SetScanProductStatus`].
    pub fn unpublish(
        &self,
        keystandard: impl Into<String>,
        keystr: impl Into<String>,
    ) -> Call<'c, C, SetScanProductStatus> {
        Call::new(self.caller, SetScanProductStatus::new(keystandard, keystr, "off"))
    }

    /// Says who sees what is not approved; see [`SetScanTesters`].
    pub fn set_testers(&self, openid: impl Into<Vec<OpenId>>) -> Call<'c, C, SetScanTesters> {
        Call::new(self.caller, SetScanTesters::new().openid(openid))
    }

    /// The pages of products, some when awaited; see [`GetScanProducts`].
    pub fn list(&self) -> Call<'c, C, GetScanProducts> {
        Call::new(self.caller, GetScanProducts::new(0))
    }
}
