//! Products that users find by scanning (微信扫一扫): their pages and events. `/scan/*`

// Error codes: confirmed, except 61338 and 63169 (one source).

mod catalog;
mod home;

use weixin_api::{Call, Caller, Paged, StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, OpenId, inbound, messages};

pub use self::{catalog::*, home::*};
use crate::user::Gender;

group! {
    /// Products that users find by scanning (微信扫一扫).
    scan_products: [
        GetScanMerchant, ImportProducts, GetImportStatus, GetImportedProduct, GetImportedProducts,
        CreateScanProduct, UpdateScanProduct, SetScanProductStatus, SetScanTesters, GetScanProduct,
        GetScanProducts, DeleteScanProduct, CheckScanTicket,
    ]
}

messages![UserScanProduct, UserScanProductEnterSession, UserScanProductLocated, ScanProductChecked];

weixin_api::string_id! {
    /// The page of a product (商品主页), by the platform's own id (pid).
    ScanProductId
}

weixin_api::integer_id! {
    /// A category of products (类目, category_id).
    ScanCategoryId(u64)
}

/// The symbology of the code of a product (商品编码标准).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum KeyStandard {
    /// An EAN-13 bar code.
    #[string_enum(rename = "ean13")]
    Ean13,
    /// An EAN-8 bar code.
    #[string_enum(rename = "ean8")]
    Ean8,
    /// A QR code.
    #[string_enum(rename = "qrcode")]
    QrCode,
    /// A value that this version does not know.
    Other(String),
}

/// The state of the page of a product.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ScanProductStatus {
    /// It is published, or to be submitted for review (发布).
    On,
    /// It is not published (未发布).
    Off,
    /// The platform reviews it (审核中).
    Check,
    /// The review rejected it (审核未通过).
    Reject,
    /// Any state. Only in requests.
    All,
    /// A value that this version does not know.
    Other(String),
}

/// Returns the brands and bar codes that the merchant may create pages for.
#[endpoint(GET "/scan/merchantinfo/get", title = "获取商户信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_creation.html",
    scope(official), reply = ScanMerchant, call = scan_products.merchant)]
pub struct GetScanMerchant {}

/// The brands and bar codes that a merchant may create pages for.
#[endpoint(part, reply_to(GetScanMerchant))]
pub struct ScanMerchant {
    /// The brands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub brand_tag_list: Vec<String>,
    /// The bar codes with their categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verified_list: Vec<ScanFirm>,
}

/// Bar codes of a merchant, with their categories.
#[endpoint(part)]
pub struct ScanFirm {
    /// The digits that the bar codes begin with (厂商识别代码).
    pub verified_firm_code: Option<u64>,
    /// The categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verified_cate_list: Vec<ScanCategory>,
}

/// A category of products.
#[endpoint(part)]
pub struct ScanCategory {
    /// The id of the category.
    pub verified_cate_id: ScanCategoryId,
    /// The name of the category.
    pub verified_cate_name: Option<String>,
}

/// Creates the page of a product (商品主页).
///
/// Only testers see it until it is approved; see [`SetScanProductStatus`].
///
/// Fails with 63158 when the merchant has 100,000 pages, with 61305 or 61323 when the bar code is
/// not the merchant's, with 61337 when it has a page.
#[endpoint(POST "/scan/product/create", title = "创建商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_creation.html",
    scope(official), reply = CreatedScanProduct, call = scan_products.create)]
pub struct CreateScanProduct {
    /// The symbology of the code.
    pub keystandard: KeyStandard,
    /// The content of the code: a bar code of the merchant, or for a QR code a text of the
    /// merchant's own.
    pub keystr: String,
    /// The page.
    pub brand_info: ProductHome,
}

/// The reply to a created or changed page.
#[endpoint(part, reply_to(CreateScanProduct, UpdateScanProduct))]
pub struct CreatedScanProduct {
    /// The id of the page.
    pub pid: Option<ScanProductId>,
}

/// Changes the page of a product. It is reviewed again.
///
/// Fails with 61334 when there is no such page, with 63166 while it is under review.
#[endpoint(POST "/scan/product/update", title = "更新商品信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_Management.html",
    scope(official), retry = safe, reply = CreatedScanProduct, call = scan_products.update)]
pub struct UpdateScanProduct {
    /// The symbology of the code.
    pub keystandard: KeyStandard,
    /// The content of the code.
    pub keystr: String,
    /// The page.
    pub brand_info: ProductHome,
}

/// Submits the page of a product for review, or withdraws it (提交审核/取消发布商品).
///
/// The outcome is pushed as a [`ScanProductChecked`].
///
/// Fails with 61334 when there is no such page, with 63166 while it is under review, with 63167
/// when it is to be withdrawn and is not published, with 63168 when it is to be withdrawn and was
/// not approved, with 63169 when it is published already.
#[endpoint(POST "/scan/product/modstatus", title = "提交审核/取消发布商品",
    scope(official), retry = safe, call = "wx.scan_products().publish(keystandard, keystr)")]
pub struct SetScanProductStatus {
    /// The symbology of the code.
    pub keystandard: KeyStandard,
    /// The content of the code.
    pub keystr: String,
    /// [`ScanProductStatus::On`] submits it, [`ScanProductStatus::Off`] withdraws it.
    pub status: ScanProductStatus,
}

/// Sets who sees pages that are not approved: up to 10 users. It replaces the previous list.
///
/// Fails with 61341 when there are too many.
#[endpoint(POST "/scan/testwhitelist/set", title = "设置测试人员白名单",
    scope(official), retry = safe, call = "wx.scan_products().set_testers(openid)")]
pub struct SetScanTesters {
    /// The users by openid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid: Vec<OpenId>,
    /// The users by WeChat name (微信号).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub username: Vec<String>,
}

/// Returns the page of a product.
///
/// Fails with 61334 when there is no such page.
#[endpoint(POST "/scan/product/get", title = "查询商品信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_Management.html",
    scope(official), retry = safe, reply = ScanProductInfo, call = scan_products.get)]
pub struct GetScanProduct {
    /// The symbology of the code.
    pub keystandard: KeyStandard,
    /// The content of the code.
    pub keystr: String,
}

/// The reply with the page of a product.
#[endpoint(part, reply_to(GetScanProduct))]
pub struct ScanProductInfo {
    /// The page; missing if there is none.
    pub brand_info: Option<ProductHome>,
}

/// Returns pages of products, some at a time.
#[endpoint(POST "/scan/product/getlist", title = "批量查询商品信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_Management.html",
    scope(official), retry = safe, reply = ScanProductList, call = "wx.scan_products().list()")]
pub struct GetScanProducts {
    /// How many pages to skip.
    pub offset: u64,
    /// How many pages to return. `None`: 10.
    pub limit: Option<u32>,
    /// Returns only pages in this state. `None`: all.
    pub status: Option<ScanProductStatus>,
    /// Returns only pages whose code contains this text.
    pub keystr: Option<String>,
}

/// Pages of products.
#[endpoint(part, reply_to(GetScanProducts))]
pub struct ScanProductList {
    /// The pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key_list: Vec<ScanProductEntry>,
    /// How many pages there are in all.
    pub total: Option<u64>,
}

/// The page of a product in a list.
#[endpoint(part)]
pub struct ScanProductEntry {
    /// The symbology of the code.
    pub keystandard: KeyStandard,
    /// The content of the code.
    pub keystr: String,
    /// The category.
    pub category_id: Option<ScanCategoryId>,
    /// The name of the category.
    pub category_name: Option<String>,
    /// When the page was last changed.
    pub update_time: Option<Timestamp>,
    /// The state of the page.
    pub status: Option<ScanProductStatus>,
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
///
/// Fails with 61334 when there is no such page, with 63166 while it is under review, with 61338 when
/// it may not be deleted.
#[endpoint(POST "/scan/product/clear", title = "清除商品信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_Management.html",
    scope(official), retry = safe, call = scan_products.delete)]
pub struct DeleteScanProduct {
    /// The symbology of the code.
    pub keystandard: KeyStandard,
    /// The content of the code.
    pub keystr: String,
}

/// Returns who opened which page of a product, by the ticket in the address that they came with.
///
/// Fails with 61317 when the ticket is wrong.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>, ticket: &str) -> Result<(), Error> {
/// // The page of the product was opened with the ticket as `wxticket` in its address.
/// let visit = wx.scan_products().check_ticket(ticket).await?;
/// println!("{:?} looked at {:?}", visit.openid, visit.keystr);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/scan/scanticket/check", title = "检查wxticket参数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/en/WeChat_Scan/Product_Management.html",
    scope(official), retry = safe, reply = ScanTicket, call = scan_products.check_ticket)]
pub struct CheckScanTicket {
    /// The parameter `wxticket` of the address.
    pub ticket: String,
}

/// Who opened which page of a product.
#[endpoint(part, reply_to(CheckScanTicket))]
pub struct ScanTicket {
    /// The symbology of the code.
    pub keystandard: Option<KeyStandard>,
    /// The content of the code.
    pub keystr: Option<String>,
    /// The user.
    pub openid: Option<OpenId>,
    /// How the user opened the page.
    pub scene: Option<ScanTicketScene>,
    /// Whether the ticket was checked before.
    pub is_check: Option<bool>,
    /// Whether the user follows the account.
    pub is_contact: Option<bool>,
}

/// How a user opened the page of a product.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ScanTicketScene {
    /// By scanning the code (扫码).
    Scan,
    /// In any other way (其他场景).
    Others,
    /// A value that this version does not know.
    Other(String),
}

/// A user opened the page of a product.
#[inbound(event = "user_scan_product", scope(official))]
pub struct UserScanProduct {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The symbology of the code.
    pub key_standard: Option<KeyStandard>,
    /// The content of the code.
    pub key_str: Option<String>,
    /// The country in the user's profile.
    pub country: Option<String>,
    /// The province in the user's profile.
    pub province: Option<String>,
    /// The city in the user's profile.
    pub city: Option<String>,
    /// The sex of the user.
    pub sex: Option<Gender>,
    /// How the user opened the page.
    pub scene: Option<ScanScene>,
    /// The data that the merchant put into the QR code.
    pub ext_info: Option<String>,
}

int_enum! {
    /// How a user opened the page of a product (打开商品主页的场景).
    pub enum ScanScene {
        /// By scanning the code (扫码).
        Scan = 1,
        /// In any other way, such as in a chat (其他打开场景).
        Others = 2,
    }
}

/// A user opened the account's chat from the page of a product.
#[inbound(event = "user_scan_product_enter_session", scope(official))]
pub struct UserScanProductEnterSession {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The symbology of the code.
    pub key_standard: Option<KeyStandard>,
    /// The content of the code.
    pub key_str: Option<String>,
    /// The data that the merchant put into the QR code.
    pub ext_info: Option<String>,
}

/// The place where a user opened the page of a product became known; it follows a
/// [`UserScanProduct`].
#[inbound(event = "user_scan_product_async", scope(official))]
pub struct UserScanProductLocated {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The symbology of the code.
    pub key_standard: Option<KeyStandard>,
    /// The content of the code.
    pub key_str: Option<String>,
    /// The data that the merchant put into the QR code.
    pub ext_info: Option<String>,
    /// The code of the district by GB/T 2260 (地理位置信息).
    pub region_code: Option<String>,
}

/// The platform finished the review of the page of a product.
#[inbound(event = "user_scan_product_verify_action", scope(official))]
pub struct ScanProductChecked {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The symbology of the code.
    pub key_standard: Option<KeyStandard>,
    /// The content of the code.
    pub key_str: Option<String>,
    /// The outcome of the review.
    pub result: Option<ScanCheckResult>,
    /// Why the page was rejected. Only when it was.
    pub reason_msg: Option<String>,
}

/// The outcome of the review of the page of a product.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ScanCheckResult {
    /// The page was approved.
    VerifyOk,
    /// The page was rejected.
    VerifyNotPass,
    /// A value that this version does not know.
    Other(String),
}

impl<'c, C: Caller + ?Sized> ScanProductsHandle<'c, C> {
    /// Submits the page of a product for review; see [`SetScanProductStatus`].
    pub fn publish(
        &self,
        keystandard: impl Into<KeyStandard>,
        keystr: impl Into<String>,
    ) -> Call<'c, C, SetScanProductStatus> {
        Call::new(
            self.caller,
            SetScanProductStatus::new(keystandard, keystr, ScanProductStatus::On),
        )
    }

    /// Withdraws the page of a product; see [`SetScanProductStatus`].
    pub fn unpublish(
        &self,
        keystandard: impl Into<KeyStandard>,
        keystr: impl Into<String>,
    ) -> Call<'c, C, SetScanProductStatus> {
        Call::new(
            self.caller,
            SetScanProductStatus::new(keystandard, keystr, ScanProductStatus::Off),
        )
    }

    /// Sets who sees pages that are not approved; see [`SetScanTesters`].
    pub fn set_testers(&self, openid: impl Into<Vec<OpenId>>) -> Call<'c, C, SetScanTesters> {
        Call::new(self.caller, SetScanTesters::new().openid(openid))
    }

    /// Returns the pages of products, some when awaited; see [`GetScanProducts`].
    pub fn list(&self) -> Call<'c, C, GetScanProducts> {
        Call::new(self.caller, GetScanProducts::new(0))
    }
}
