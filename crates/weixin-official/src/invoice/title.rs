//! Titles for invoices (发票抬头): what an invoice is made out to.

use weixin_api::{Call, Caller, codes, endpoint};

use super::Invoices;

/// Gives the address of a page where a user keeps a title that the merchant knows already.
/// `POST /card/invoice/biz/getusertitleurl`
#[endpoint(POST "/card/invoice/biz/getusertitleurl", title = "获取将发票抬头选择页面链接",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html",
    scope(official), retry = safe, reply = TitleUrl)]
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
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub user_fill: Option<bool>,
    /// The merchant's number of the title.
    pub out_title_id: Option<String>,
}

/// The address of a page about titles.
#[endpoint(part)]
pub struct TitleUrl {
    /// The address.
    pub url: String,
}

/// Gives the address of a page where users choose a title for the merchant. An event
/// `submit_invoice_title` follows. `POST /card/invoice/biz/getselecttitleurl`
#[endpoint(POST "/card/invoice/biz/getselecttitleurl", title = "获取商户专属开票链接",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html",
    scope(official), retry = safe, reply = TitleUrl)]
pub struct GetSelectTitleUrl {
    /// Comes back in the event.
    pub attach: Option<String>,
    /// The name of the merchant that the page shows.
    pub biz_name: Option<String>,
}

/// Gives the title that a user's QR code stands for. `POST /card/invoice/scantitle`
#[endpoint(POST "/card/invoice/scantitle", title = "扫描二维码获取抬头",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/Quick_issuing/Interface_Instructions.html",
    scope(official), retry = safe, reply = InvoiceTitle)]
pub struct ScanTitle {
    /// What the QR code holds.
    pub scan_text: String,
}

/// What an invoice is made out to.
#[endpoint(part)]
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

codes! {
    /// Whether a title is a company's or a person's.
    pub enum TitleKind {
        /// A company's.
        Company = 0,
        /// A person's.
        Person = 1,
    }
}

impl<'c, C: Caller + ?Sized> Invoices<'c, C> {
    /// The page where a user keeps a title; see [`GetUserTitleUrl`].
    pub fn user_title_url(&self) -> Call<'c, C, GetUserTitleUrl> {
        Call::new(self.0, GetUserTitleUrl::new())
    }

    /// The page where users choose a title; see [`GetSelectTitleUrl`].
    pub fn select_title_url(&self) -> Call<'c, C, GetSelectTitleUrl> {
        Call::new(self.0, GetSelectTitleUrl::new())
    }

    /// The title that a QR code stands for; see [`ScanTitle`].
    pub fn scan_title(&self, scan_text: impl Into<String>) -> Call<'c, C, ScanTitle> {
        Call::new(self.0, ScanTitle::new(scan_text))
    }
}
