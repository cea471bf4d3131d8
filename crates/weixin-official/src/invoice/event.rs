//! What is pushed about invoices.

use weixin_protocol::{Header, inbound, messages};

messages![InvoiceAuthorized, InvoiceStatusChanged, InvoiceTitleSubmitted, CloudInvoiceResult];

/// A user authorized the invoice for an order, or tried to. Event `user_authorize_invoice`.
#[inbound(event = "user_authorize_invoice", scope(official))]
pub struct InvoiceAuthorized {
    /// From whom, to whom, when.
    pub header: Header,
    /// The order, if it worked.
    pub succ_order_id: Option<String>,
    /// The order, if it failed.
    pub fail_order_id: Option<String>,
    /// The account at which it was authorized.
    pub authorize_app_id: Option<String>,
    /// From where: `web`, `app`, `wxa` or `wap`.
    pub source: Option<String>,
}

/// How far an invoice is has changed; for the invoicing platform. Event
/// `update_invoice_status`.
#[inbound(event = "update_invoice_status", scope(official))]
pub struct InvoiceStatusChanged {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card it is shown as.
    pub card_id: String,
    /// Its code.
    pub code: String,
    /// How far it is: `INVOICE_REIMBURSE_INIT`, `INVOICE_REIMBURSE_LOCK`,
    /// `INVOICE_REIMBURSE_CLOSURE` or `INVOICE_REIMBURSE_CANCEL`.
    pub status: Option<String>,
}

/// A user chose a title for the merchant. Event `submit_invoice_title`.
#[inbound(event = "submit_invoice_title", scope(official))]
pub struct InvoiceTitleSubmitted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The title.
    #[field(name = "title")]
    pub title: Option<String>,
    /// The telephone number.
    #[field(name = "phone")]
    pub phone: Option<String>,
    /// The number at the tax office.
    #[field(name = "tax_no")]
    pub tax_no: Option<String>,
    /// The address.
    #[field(name = "addr")]
    pub addr: Option<String>,
    /// The bank.
    #[field(name = "bank_type")]
    pub bank_type: Option<String>,
    /// The account there.
    #[field(name = "bank_no")]
    pub bank_no: Option<String>,
    /// What the merchant gave for it.
    #[field(name = "attach")]
    pub attach: Option<String>,
    /// Whose it is: `InvoiceUserTitleBusinessType` or `InvoiceUserTitlePersonType`.
    #[field(name = "title_type")]
    pub title_type: Option<String>,
}

/// An invoice was made out by the platform, or made void, or could not be. Event
/// `cloud_invoice_invoiceresult_event`.
///
/// A title that a user chose has been seen under this name as well; then the fields about the
/// title are there instead.
#[inbound(event = "cloud_invoice_invoiceresult_event", scope(official))]
pub struct CloudInvoiceResult {
    /// From whom, to whom, when.
    pub header: Header,
    /// The number of the request.
    #[field(name = "fpqqlsh")]
    pub fpqqlsh: Option<String>,
    /// What became of it.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// The seller's taxpayer's number.
    #[field(name = "nsrsbh")]
    pub nsrsbh: Option<String>,
    /// The title that a user chose.
    #[field(name = "title")]
    pub title: Option<String>,
    /// The telephone number of the title.
    #[field(name = "phone")]
    pub phone: Option<String>,
    /// Its number at the tax office.
    #[field(name = "tax_no")]
    pub tax_no: Option<String>,
    /// Its address.
    #[field(name = "addr")]
    pub addr: Option<String>,
    /// Its bank.
    #[field(name = "bank_type")]
    pub bank_type: Option<String>,
    /// The account there.
    #[field(name = "bank_no")]
    pub bank_no: Option<String>,
    /// What the merchant gave for it.
    #[field(name = "attach")]
    pub attach: Option<String>,
    /// Whose it is: `InvoiceUserTitleBusinessType` or `InvoiceUserTitlePersonType`.
    #[field(name = "title_type")]
    pub title_type: Option<String>,
}
