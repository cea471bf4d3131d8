//! Invoice titles (发票抬头): the person or company that an invoice is issued to.

use crate::invoice::InvoicesHandle;
use weixin_api::{endpoint, int_enum};

/// Returns the address of a page where a user saves a title that the merchant knows.
#[endpoint(POST "/card/invoice/biz/getusertitleurl", title = "获取将发票抬头选择页面链接",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html",
    scope(official), retry = safe, reply = TitleUrl, call = invoices.user_title_url)]
pub struct GetUserTitleUrl {
    /// The title (抬头). Required unless `user_fill` is set.
    pub title: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The taxpayer number (税号).
    pub tax_no: Option<String>,
    /// The address.
    pub addr: Option<String>,
    /// The name of the bank (开户行).
    pub bank_type: Option<String>,
    /// The number of the bank account (银行账号).
    pub bank_no: Option<String>,
    /// Whether the user enters the title, rather than the merchant. `None`: the merchant.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_fill: Option<bool>,
    /// The merchant's own number of the title.
    pub out_title_id: Option<String>,
}

/// The address of a page about titles.
#[endpoint(part, reply_to(GetUserTitleUrl, GetSelectTitleUrl))]
pub struct TitleUrl {
    /// The address.
    pub url: String,
}

/// Returns the address of a page where users choose a title for the merchant. An
/// [`InvoiceTitleSubmitted`](super::InvoiceTitleSubmitted) follows.
#[endpoint(POST "/card/invoice/biz/getselecttitleurl", title = "获取商户专属开票链接",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html",
    scope(official), retry = safe, reply = TitleUrl, call = invoices.select_title_url)]
pub struct GetSelectTitleUrl {
    /// Data of the merchant's own, which the event repeats.
    pub attach: Option<String>,
    /// The name of the merchant, shown on the page.
    pub biz_name: Option<String>,
}

/// Returns the title that a user's QR code contains.
///
/// Fails with 72044 when the code has expired.
#[endpoint(POST "/card/invoice/scantitle", title = "扫描二维码获取抬头",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html",
    scope(official), retry = safe, reply = InvoiceTitle, call = invoices.scan_title)]
pub struct ScanTitle {
    /// The content of the QR code.
    pub scan_text: String,
}

/// A title of invoices (发票抬头).
#[endpoint(part, reply_to(ScanTitle))]
pub struct InvoiceTitle {
    /// Whether the title is a company's or a person's.
    pub title_type: Option<TitleKind>,
    /// The title (抬头).
    pub title: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The taxpayer number (税号).
    pub tax_no: Option<String>,
    /// The address.
    pub addr: Option<String>,
    /// The name of the bank (开户行).
    pub bank_type: Option<String>,
    /// The number of the bank account (银行账号).
    pub bank_no: Option<String>,
}

int_enum! {
    /// Whether a title is a company's or a person's (抬头类型).
    pub enum TitleKind {
        /// A company's (单位抬头).
        Company = 0,
        /// A person's (个人抬头).
        Person = 1,
    }
}
