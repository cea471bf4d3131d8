//! Titles for invoices (发票抬头): what an invoice is made out to.

use crate::invoice::InvoicesHandle;
use weixin_api::{endpoint, int_enum};

/// Gives the address of a page where a user keeps a title that the merchant knows already.
#[endpoint(POST "/card/invoice/biz/getusertitleurl", title = "获取将发票抬头选择页面链接",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html",
    scope(official), retry = safe, reply = TitleUrl, call = invoices.user_title_url)]
pub struct GetUserTitleUrl {
    /// The title; needed if the user does not fill it in.
    pub title: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The number at the tax office.
    pub tax_no: Option<String>,
    /// The address.
    pub addr: Option<String>,
    /// The bank.
    pub bank_type: Option<String>,
    /// The account there.
    pub bank_no: Option<String>,
    /// Whether the user fills it in, instead of the merchant.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_fill: Option<bool>,
    /// The merchant's number of the title.
    pub out_title_id: Option<String>,
}

/// The address of a page about titles.
#[endpoint(part, reply_to(GetUserTitleUrl, GetSelectTitleUrl))]
pub struct TitleUrl {
    /// The address.
    pub url: String,
}

/// Gives the address of a page where users choose a title for the merchant. An event
/// `submit_invoice_title` follows.
#[endpoint(POST "/card/invoice/biz/getselecttitleurl", title = "获取商户专属开票链接",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html",
    scope(official), retry = safe, reply = TitleUrl, call = invoices.select_title_url)]
pub struct GetSelectTitleUrl {
    /// Comes back in the event.
    pub attach: Option<String>,
    /// The name of the merchant that the page shows.
    pub biz_name: Option<String>,
}

/// Gives the title that a user's QR code stands for.
#[endpoint(POST "/card/invoice/scantitle", title = "扫描二维码获取抬头",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html",
    scope(official), retry = safe, reply = InvoiceTitle, call = invoices.scan_title)]
pub struct ScanTitle {
    /// What the QR code holds.
    pub scan_text: String,
}

/// What an invoice is made out to.
#[endpoint(part, reply_to(ScanTitle))]
pub struct InvoiceTitle {
    /// Whether it is a company's or a person's.
    pub title_type: Option<TitleKind>,
    /// The title.
    pub title: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The number at the tax office.
    pub tax_no: Option<String>,
    /// The address.
    pub addr: Option<String>,
    /// The bank.
    pub bank_type: Option<String>,
    /// The account there.
    pub bank_no: Option<String>,
}

int_enum! {
    /// Whether a title is a company's or a person's.
    pub enum TitleKind {
        /// A company's.
        Company = 0,
        /// A person's.
        Person = 1,
    }
}
