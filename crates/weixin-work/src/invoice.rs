//! Electronic invoices that users hand in (电子发票). `/cgi-bin/card/invoice/reimburse/*`

use weixin_api::{StringEnum, Timestamp, endpoint, group};
use weixin_protocol::OpenId;

group! {
    /// Electronic invoices that users hand in (电子发票).
    invoices: [GetInvoice, UpdateInvoiceStatus, UpdateInvoiceStatuses, GetInvoices]
}

/// Gives an invoice.
#[endpoint(POST "/cgi-bin/card/invoice/reimburse/getinvoiceinfo", title = "查询电子发票",
    doc = "https://developer.work.weixin.qq.com/document/path/90284",
    scope(work), retry = safe, reply = Invoice, call = invoices.get)]
pub struct GetInvoice {
    /// The kind of invoice, from the JS-SDK.
    pub card_id: String,
    /// The code, from the JS-SDK.
    pub encrypt_code: String,
}

/// An invoice.
#[endpoint(part, reply_to(GetInvoice))]
#[derive(Default)]
pub struct Invoice {
    /// The kind of invoice.
    pub card_id: Option<String>,
    /// From when on it is valid.
    pub begin_time: Option<Timestamp>,
    /// Until when it is valid.
    pub end_time: Option<Timestamp>,
    /// Whose it is.
    pub openid: Option<OpenId>,
    /// Where it is, as a card.
    pub user_card_status: Option<String>,
    /// What it is called.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Who issued it.
    pub payee: Option<String>,
    /// What is said about its use.
    pub detail: Option<String>,
    /// What is on it.
    pub user_info: Option<InvoiceContent>,
}

/// What is on an invoice. Sums are in fen (0.01 yuan).
#[endpoint(part)]
#[derive(Default)]
pub struct InvoiceContent {
    /// The sum, with the tax.
    pub fee: Option<u64>,
    /// To whom it is.
    pub title: Option<String>,
    /// When it was issued.
    pub billing_time: Option<Timestamp>,
    /// Its number.
    pub billing_no: Option<String>,
    /// Its code.
    pub billing_code: Option<String>,
    /// Its lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info: Vec<InvoiceLine>,
    /// The sum, without the tax.
    pub fee_without_tax: Option<u64>,
    /// The tax.
    pub tax: Option<u64>,
    /// The details.
    pub detail: Option<String>,
    /// The address of the invoice as PDF.
    pub pdf_url: Option<String>,
    /// The address of further sheets as PDF, such as a list of rides.
    pub trip_pdf_url: Option<String>,
    /// Where it is.
    pub reimburse_status: Option<ReimburseStatus>,
    /// Its check code.
    pub check_code: Option<String>,
    /// The buyer's tax number.
    pub buyer_number: Option<String>,
    /// The buyer's address and telephone.
    pub buyer_address_and_phone: Option<String>,
    /// The buyer's bank account.
    pub buyer_bank_account: Option<String>,
    /// The seller's tax number.
    pub seller_number: Option<String>,
    /// The seller's address and telephone.
    pub seller_address_and_phone: Option<String>,
    /// The seller's bank account.
    pub seller_bank_account: Option<String>,
    /// The remarks.
    pub remarks: Option<String>,
    /// Who took the money.
    pub cashier: Option<String>,
    /// Who wrote it.
    pub maker: Option<String>,
}

/// A line of an invoice.
#[endpoint(part)]
#[derive(Default)]
pub struct InvoiceLine {
    /// What was bought.
    pub name: Option<String>,
    /// How many.
    pub num: Option<f64>,
    /// Of which unit.
    pub unit: Option<String>,
    /// What it costs, in fen (0.01 yuan).
    pub fee: Option<u64>,
    /// What one costs, in fen (0.01 yuan).
    pub price: Option<u64>,
}

/// Where an invoice is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ReimburseStatus {
    /// Nobody has handed it in.
    #[string_enum(rename = "INVOICE_REIMBURSE_INIT")]
    Initial,
    /// Somebody has handed it in; it cannot be handed in again.
    #[string_enum(rename = "INVOICE_REIMBURSE_LOCK")]
    Locked,
    /// It was paid back. It leaves the user's wallet, and stays so.
    #[string_enum(rename = "INVOICE_REIMBURSE_CLOSURE")]
    Closed,
    /// It is still to be paid back.
    #[string_enum(rename = "INVOICE_REIMBURSE_UNPAY")]
    Unpaid,
    /// A value that this version does not know.
    Other(String),
}

/// Locks, unlocks or closes an invoice.
#[endpoint(POST "/cgi-bin/card/invoice/reimburse/updateinvoicestatus", title = "更新发票状态",
    doc = "https://developer.work.weixin.qq.com/document/path/90285",
    scope(work), retry = safe, call = invoices.update_status)]
pub struct UpdateInvoiceStatus {
    /// The kind of invoice.
    pub card_id: String,
    /// The code.
    pub encrypt_code: String,
    /// Where it is now.
    pub reimburse_status: ReimburseStatus,
}

/// Locks, unlocks or closes invoices of one user: all or none.
#[endpoint(POST "/cgi-bin/card/invoice/reimburse/updatestatusbatch", title = "批量更新发票状态",
    doc = "https://developer.work.weixin.qq.com/document/path/90286",
    scope(work), retry = safe, call = invoices.update_statuses)]
pub struct UpdateInvoiceStatuses {
    /// Whose they are.
    pub openid: OpenId,
    /// Where they are now.
    pub reimburse_status: ReimburseStatus,
    /// The invoices, all of this user.
    pub invoice_list: Vec<InvoiceKey>,
}

/// An invoice, by its kind and code.
#[endpoint(part)]
pub struct InvoiceKey {
    /// The kind of invoice.
    pub card_id: String,
    /// The code.
    pub encrypt_code: String,
}

/// Gives up to 20 invoices.
#[endpoint(POST "/cgi-bin/card/invoice/reimburse/getinvoiceinfobatch", title = "批量查询电子发票",
    doc = "https://developer.work.weixin.qq.com/document/path/90287",
    scope(work), retry = safe, reply = InvoiceList, call = invoices.list)]
pub struct GetInvoices {
    /// The invoices: up to 20.
    pub item_list: Vec<InvoiceKey>,
}

/// Invoices.
#[endpoint(part, reply_to(GetInvoices))]
#[derive(Default)]
pub struct InvoiceList {
    /// The invoices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<Invoice>,
}
