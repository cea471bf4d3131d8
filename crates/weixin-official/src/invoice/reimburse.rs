//! What whoever pays invoices back (报销方) does: reads them, and says how far they are.

use crate::invoice::InvoicesHandle;
use weixin_api::{StringEnum, Timestamp, endpoint};
use weixin_protocol::OpenId;

use super::InvoiceItem;

/// Gives an invoice that a user has shown.
#[endpoint(POST "/card/invoice/reimburse/getinvoiceinfo", title = "查询报销发票信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#5",
    scope(official), retry = safe, reply = ReimbursableInvoice, call = invoices.get)]
pub struct GetInvoice {
    /// The card it is shown as.
    pub card_id: String,
    /// Its code, encrypted, as the JS-SDK gave it.
    pub encrypt_code: String,
}

/// An invoice that a user has shown.
#[endpoint(part, reply_to(GetInvoice))]
pub struct ReimbursableInvoice {
    /// The card it is shown as.
    pub card_id: String,
    /// From when it holds.
    pub begin_time: Option<Timestamp>,
    /// Until when.
    pub end_time: Option<Timestamp>,
    /// How far the card is.
    pub user_card_status: Option<String>,
    /// Whose it is.
    pub openid: Option<OpenId>,
    /// The type of the invoice.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Who was paid.
    pub payee: Option<String>,
    /// What for.
    pub detail: Option<String>,
    /// What it says.
    pub user_info: Option<InvoiceContent>,
}

/// What an invoice says.
#[endpoint(part)]
pub struct InvoiceContent {
    /// The sum with taxes, in fen.
    pub fee: Option<i64>,
    /// What it is made out to.
    pub title: Option<String>,
    /// When it was made out.
    pub billing_time: Option<Timestamp>,
    /// Its code.
    pub billing_no: Option<String>,
    /// Its number.
    pub billing_code: Option<String>,
    /// What was bought.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info: Vec<InvoiceItem>,
    /// The sum without taxes, in fen.
    pub fee_without_tax: Option<i64>,
    /// The taxes, in fen.
    pub tax: Option<i64>,
    /// What was bought, in words.
    pub detail: Option<String>,
    /// The address of its PDF.
    pub pdf_url: Option<String>,
    /// The address of the list of rides, of an invoice about them.
    pub trip_pdf_url: Option<String>,
    /// How far it is.
    pub reimburse_status: Option<ReimburseState>,
    /// Its check code.
    pub check_code: Option<String>,
    /// The order.
    pub order_id: Option<String>,
    /// The buyer's number at the tax office.
    pub buyer_number: Option<String>,
    /// The buyer's address and telephone number.
    pub buyer_address_and_phone: Option<String>,
    /// The buyer's bank and account.
    pub buyer_bank_account: Option<String>,
    /// The seller's number at the tax office.
    pub seller_number: Option<String>,
    /// The seller's address and telephone number.
    pub seller_address_and_phone: Option<String>,
    /// The seller's bank and account.
    pub seller_bank_account: Option<String>,
    /// A note.
    pub remarks: Option<String>,
    /// Who took the money.
    pub cashier: Option<String>,
    /// Who made it out.
    pub maker: Option<String>,
}

/// How far an invoice is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ReimburseState {
    /// It was not paid back.
    #[string_enum(rename = "INVOICE_REIMBURSE_INIT")]
    Open,
    /// It is being handled: nobody else can take it.
    #[string_enum(rename = "INVOICE_REIMBURSE_LOCK")]
    Locked,
    /// It was paid back, and left the card holder.
    #[string_enum(rename = "INVOICE_REIMBURSE_CLOSURE")]
    Closed,
    /// It was cancelled.
    #[string_enum(rename = "INVOICE_REIMBURSE_CANCEL")]
    Cancelled,
    /// A value that this version does not know.
    Other(String),
}

/// Gives several invoices that users have shown.
#[endpoint(POST "/card/invoice/reimburse/getinvoicebatch", title = "批量查询报销发票信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#6",
    scope(official), retry = safe, reply = ReimbursableInvoices, call = invoices.list)]
pub struct GetInvoices {
    /// The invoices.
    pub item_list: Vec<InvoiceRef>,
}

/// An invoice that a user has shown.
#[endpoint(part)]
pub struct InvoiceRef {
    /// The card it is shown as.
    pub card_id: String,
    /// Its code, encrypted.
    pub encrypt_code: String,
}

/// Several invoices.
#[endpoint(part, reply_to(GetInvoices))]
pub struct ReimbursableInvoices {
    /// The invoices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<ReimbursableInvoice>,
}

/// Says how far an invoice is. Its owner is told.
#[endpoint(POST "/card/invoice/reimburse/updateinvoicestatus", title = "报销方更新发票状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#7",
    scope(official), retry = safe, call = invoices.set_reimburse_state)]
pub struct SetReimburseState {
    /// The card it is shown as.
    pub card_id: String,
    /// Its code, encrypted.
    pub encrypt_code: String,
    /// How far it is. After `Closed` it cannot be changed.
    pub reimburse_status: ReimburseState,
}

/// Says how far several invoices of a user are; all of them change, or none.
#[endpoint(POST "/card/invoice/reimburse/updatestatusbatch", title = "报销方批量更新发票状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#8",
    scope(official), retry = safe, call = invoices.set_reimburse_states)]
pub struct SetReimburseStates {
    /// The user.
    pub openid: OpenId,
    /// How far they are.
    pub reimburse_status: ReimburseState,
    /// The invoices.
    pub invoice_list: Vec<InvoiceRef>,
}
