//! Events about invoices.

use weixin_protocol::{AppId, Header, inbound, messages};

use super::{InvoiceOrderId, InvoiceSource, ReimburseState};
use crate::ids::CardId;
use weixin_api::StringEnum;

messages![InvoiceAuthorized, InvoiceStatusChanged, InvoiceTitleSubmitted, CloudInvoiceResult];

/// A user authorized the invoice for an order, or the authorization failed.
#[inbound(event = "user_authorize_invoice", scope(official))]
pub struct InvoiceAuthorized {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The order that was authorized. Missing or empty if it failed.
    pub succ_order_id: Option<InvoiceOrderId>,
    /// The order whose authorization failed. Missing or empty if it succeeded.
    pub fail_order_id: Option<InvoiceOrderId>,
    /// The account at which it was authorized.
    pub authorize_app_id: Option<AppId>,
    /// Where the page was opened.
    pub source: Option<InvoiceSource>,
}

/// The state of an invoice in a user's card holder changed.
///
/// It is pushed to the invoicing platform.
#[inbound(event = "update_invoice_status", scope(official))]
pub struct InvoiceStatusChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The card that shows the invoice.
    pub card_id: CardId,
    /// The code of the user's card.
    pub code: String,
    /// The new state.
    pub status: Option<ReimburseState>,
}

/// A user chose an invoice title for the merchant (提交抬头).
#[inbound(event = "submit_invoice_title", scope(official))]
pub struct InvoiceTitleSubmitted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The title that the user chose (抬头).
    #[field(name = "title")]
    pub title: Option<String>,
    /// The telephone number.
    #[field(name = "phone")]
    pub phone: Option<String>,
    /// The taxpayer number (税号).
    #[field(name = "tax_no")]
    pub tax_no: Option<String>,
    /// The address.
    #[field(name = "addr")]
    pub addr: Option<String>,
    /// The name of the bank (开户行).
    #[field(name = "bank_type")]
    pub bank_type: Option<String>,
    /// The number of the bank account (银行账号).
    #[field(name = "bank_no")]
    pub bank_no: Option<String>,
    /// The data that the merchant passed to [`GetSelectTitleUrl`](super::GetSelectTitleUrl).
    #[field(name = "attach")]
    pub attach: Option<String>,
    /// Whether the title is a company's or a person's.
    #[field(name = "title_type")]
    pub title_type: Option<SubmittedTitleKind>,
}

/// Whether a title that a user chose is a company's or a person's (抬头类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum SubmittedTitleKind {
    /// A company's (单位抬头).
    #[string_enum(rename = "InvoiceUserTitleBusinessType")]
    Company,
    /// A person's (个人抬头).
    #[string_enum(rename = "InvoiceUserTitlePersonType")]
    Person,
    /// A value that this version does not know.
    Other(String),
}

/// An invoice was issued or canceled by the platform, or could not be (统一开票结果).
///
/// A title that a user chose has been seen under this name as well; then the fields about the title
/// are given instead.
#[inbound(event = "cloud_invoice_invoiceresult_event", scope(official))]
pub struct CloudInvoiceResult {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The merchant's own number of the request (发票请求流水号).
    #[field(name = "fpqqlsh")]
    pub fpqqlsh: Option<String>,
    /// The outcome, a number whose values are not documented.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// The seller's taxpayer number (纳税人识别码).
    #[field(name = "nsrsbh")]
    pub nsrsbh: Option<String>,
    /// The title that the user chose (抬头).
    #[field(name = "title")]
    pub title: Option<String>,
    /// The telephone number.
    #[field(name = "phone")]
    pub phone: Option<String>,
    /// The taxpayer number (税号).
    #[field(name = "tax_no")]
    pub tax_no: Option<String>,
    /// The address.
    #[field(name = "addr")]
    pub addr: Option<String>,
    /// The name of the bank (开户行).
    #[field(name = "bank_type")]
    pub bank_type: Option<String>,
    /// The number of the bank account (银行账号).
    #[field(name = "bank_no")]
    pub bank_no: Option<String>,
    /// The data that the merchant passed to [`GetSelectTitleUrl`](super::GetSelectTitleUrl).
    #[field(name = "attach")]
    pub attach: Option<String>,
    /// Whether the title is a company's or a person's.
    #[field(name = "title_type")]
    pub title_type: Option<SubmittedTitleKind>,
}
