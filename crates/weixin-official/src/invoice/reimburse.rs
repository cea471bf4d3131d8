//! The side that reimburses invoices (报销方): reads invoices and sets their state.

use crate::invoice::InvoicesHandle;
use weixin_api::{StringEnum, Timestamp, endpoint};
use weixin_protocol::OpenId;

use super::{InvoiceItem, InvoiceOrderId};

use crate::ids::CardId;

/// Returns an invoice that a user has presented.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::{ids::CardId, invoice::ReimburseState, prelude::*};
/// # async fn example(
/// #     wx: impl Caller<Kind = Official>, card_id: CardId, encrypt_code: &str,
/// # ) -> Result<(), Error> {
/// let invoice = wx.invoices().get((card_id.clone(), encrypt_code)).await?;
/// if let Some(content) = invoice.user_info {
///     println!("{:?}: {:?} fen", invoice.payee, content.fee);
///     wx.invoices().set_reimburse_state((card_id, encrypt_code, ReimburseState::Locked)).await?;
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/card/invoice/reimburse/getinvoiceinfo", title = "查询报销发票信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#5",
    scope(official), retry = safe, reply = ReimbursableInvoice, call = invoices.get)]
pub struct GetInvoice {
    /// The card that shows the invoice.
    pub card_id: CardId,
    /// The encrypted code of the user's card, as the JS-SDK returned it.
    pub encrypt_code: String,
}

/// An invoice that a user has presented.
#[endpoint(part, reply_to(GetInvoice))]
pub struct ReimbursableInvoice {
    /// The card that shows the invoice.
    pub card_id: CardId,
    /// When the card becomes valid.
    pub begin_time: Option<Timestamp>,
    /// When the card expires.
    pub end_time: Option<Timestamp>,
    /// The state of the user's card, as a key of the platform.
    pub user_card_status: Option<String>,
    /// The user who presented it.
    pub openid: Option<OpenId>,
    /// The type of the invoice in words (发票类型).
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The company that issued the invoice (收款方).
    pub payee: Option<String>,
    /// What was bought, in words.
    pub detail: Option<String>,
    /// The content of the invoice.
    pub user_info: Option<InvoiceContent>,
}

/// The content of an invoice.
#[endpoint(part)]
pub struct InvoiceContent {
    /// The amount with tax, in fen (金额).
    pub fee: Option<i64>,
    /// The title that the invoice is issued to (发票抬头).
    pub title: Option<String>,
    /// When the invoice was issued (开票时间).
    pub billing_time: Option<Timestamp>,
    /// The code of the invoice (发票代码).
    pub billing_no: Option<String>,
    /// The number of the invoice (发票号码).
    pub billing_code: Option<String>,
    /// The lines of the invoice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info: Vec<InvoiceItem>,
    /// The amount without tax, in fen (不含税金额).
    pub fee_without_tax: Option<i64>,
    /// The tax, in fen (税额).
    pub tax: Option<i64>,
    /// What was bought, in words.
    pub detail: Option<String>,
    /// The address of the PDF.
    pub pdf_url: Option<String>,
    /// The address of the PDF with the list of rides (行程单). Only for invoices about rides.
    pub trip_pdf_url: Option<String>,
    /// The state of the reimbursement.
    pub reimburse_status: Option<ReimburseState>,
    /// The check code (校验码).
    pub check_code: Option<String>,
    /// The order that the invoice is for.
    pub order_id: Option<InvoiceOrderId>,
    /// The buyer's taxpayer number (购买方纳税人识别号).
    pub buyer_number: Option<String>,
    /// The buyer's address and telephone number (购买方地址、电话).
    pub buyer_address_and_phone: Option<String>,
    /// The buyer's bank and account (购买方开户行及账号).
    pub buyer_bank_account: Option<String>,
    /// The seller's taxpayer number (销售方纳税人识别号).
    pub seller_number: Option<String>,
    /// The seller's address and telephone number (销售方地址、电话).
    pub seller_address_and_phone: Option<String>,
    /// The seller's bank and account (销售方开户行及账号).
    pub seller_bank_account: Option<String>,
    /// A remark (备注).
    pub remarks: Option<String>,
    /// The person who received the payment (收款人).
    pub cashier: Option<String>,
    /// The person who issued the invoice (开票人).
    pub maker: Option<String>,
}

/// The state of an invoice (发票报销状态).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ReimburseState {
    /// It is not reimbursed (初始状态，未锁定).
    #[string_enum(rename = "INVOICE_REIMBURSE_INIT")]
    Open,
    /// It is locked: nobody else can reimburse it (已锁定).
    #[string_enum(rename = "INVOICE_REIMBURSE_LOCK")]
    Locked,
    /// It is reimbursed and was removed from the card holder (已核销).
    #[string_enum(rename = "INVOICE_REIMBURSE_CLOSURE")]
    Closed,
    /// It was canceled by a counter-invoice (已被冲红).
    #[string_enum(rename = "INVOICE_REIMBURSE_CANCEL")]
    Cancelled,
    /// A value that this version does not know.
    Other(String),
}

/// Returns several invoices that users have presented.
#[endpoint(POST "/card/invoice/reimburse/getinvoicebatch", title = "批量查询报销发票信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#6",
    scope(official), retry = safe, reply = ReimbursableInvoices, call = invoices.list)]
pub struct GetInvoices {
    /// The invoices.
    pub item_list: Vec<InvoiceRef>,
}

/// A reference to an invoice that a user has presented.
#[endpoint(part)]
pub struct InvoiceRef {
    /// The card that shows the invoice.
    pub card_id: CardId,
    /// The encrypted code of the user's card, as the JS-SDK returned it.
    pub encrypt_code: String,
}

/// Invoices that users have presented.
#[endpoint(part, reply_to(GetInvoices))]
pub struct ReimbursableInvoices {
    /// The invoices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<ReimbursableInvoice>,
}

/// Changes the state of an invoice (报销方更新发票状态). The user is notified.
///
/// Fails with 72023 when another company has locked the invoice, with 72024 when its state does not
/// allow the change, with 72039 when it must be locked first, with 72036 when it is being changed.
#[endpoint(POST "/card/invoice/reimburse/updateinvoicestatus", title = "报销方更新发票状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#7",
    scope(official), retry = safe, call = invoices.set_reimburse_state)]
pub struct SetReimburseState {
    /// The card that shows the invoice.
    pub card_id: CardId,
    /// The encrypted code of the user's card, as the JS-SDK returned it.
    pub encrypt_code: String,
    /// The new state. After [`ReimburseState::Closed`] it cannot be changed.
    pub reimburse_status: ReimburseState,
}

/// Changes the state of several invoices of one user: either all of them change, or none.
///
/// Fails with 72023 when another company has locked an invoice, with 72024 when its state does not
/// allow the change, with 72039 when it must be locked first, with 72036 when it is being changed.
#[endpoint(POST "/card/invoice/reimburse/updatestatusbatch", title = "报销方批量更新发票状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Reimburser_API_List.html#8",
    scope(official), retry = safe, call = invoices.set_reimburse_states)]
pub struct SetReimburseStates {
    /// The user who owns the invoices.
    pub openid: OpenId,
    /// The new state.
    pub reimburse_status: ReimburseState,
    /// The invoices.
    pub invoice_list: Vec<InvoiceRef>,
}
