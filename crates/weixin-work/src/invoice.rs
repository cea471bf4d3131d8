//! Electronic invoices that users submit for reimbursement (电子发票). `/cgi-bin/card/invoice/reimburse/*`

use weixin_api::{StringEnum, Timestamp, endpoint, group};
use weixin_protocol::OpenId;

group! {
    /// Electronic invoices that users submit for reimbursement (电子发票).
    invoices: [GetInvoice, UpdateInvoiceStatus, UpdateInvoiceStatuses, GetInvoices]
}

weixin_api::string_id! {
    /// An invoice in the card wallet (发票id, card_id). Together with the encrypted code it names one
    /// invoice of one user.
    InvoiceCardId
}

/// Returns an electronic invoice (电子发票) that a member chose.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// # let (card_id, encrypt_code) = ("CARDID", "ENCRYPTCODE");
/// // Both came from the page where the member chose the invoice.
/// let invoice = wx.invoices().get((card_id, encrypt_code)).await?;
/// if let Some(content) = invoice.user_info {
///     println!("{:?} fen, {:?}", content.fee, content.reimburse_status);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/card/invoice/reimburse/getinvoiceinfo", title = "查询电子发票",
    doc = "https://developer.work.weixin.qq.com/document/path/90284",
    scope(work), retry = safe, reply = Invoice, call = invoices.get)]
pub struct GetInvoice {
    /// The invoice's `card_id`, from the JS-SDK's `chooseInvoice`.
    pub card_id: InvoiceCardId,
    /// The invoice's encrypted code, from the JS-SDK's `chooseInvoice`.
    pub encrypt_code: String,
}

/// An electronic invoice.
#[endpoint(part, reply_to(GetInvoice))]
#[derive(Default)]
pub struct Invoice {
    /// The invoice's id; with the encrypted code of the request it names the invoice.
    pub card_id: Option<InvoiceCardId>,
    /// The start of its validity.
    pub begin_time: Option<Timestamp>,
    /// The end of its validity.
    pub end_time: Option<Timestamp>,
    /// The user who holds the invoice.
    pub openid: Option<OpenId>,
    /// The state of the card in the wallet, as the platform writes it. The values are not
    /// documented here; [`reimburse_status`](InvoiceContent::reimburse_status) has the state of
    /// reimbursement.
    pub user_card_status: Option<String>,
    /// The type of the invoice in words, such as `增值税电子普通发票`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The issuer (收款方).
    pub payee: Option<String>,
    /// The conditions of use (使用说明).
    pub detail: Option<String>,
    /// The content of the invoice.
    pub user_info: Option<InvoiceContent>,
}

/// The content of an invoice. Amounts are in fen (0.01 yuan).
#[endpoint(part)]
#[derive(Default)]
pub struct InvoiceContent {
    /// The total amount with tax (加税合计金额).
    pub fee: Option<u64>,
    /// The name of the buyer (发票抬头).
    pub title: Option<String>,
    /// The time of issue (开票时间).
    pub billing_time: Option<Timestamp>,
    /// The invoice number (发票号码).
    pub billing_no: Option<String>,
    /// The invoice code (发票代码).
    pub billing_code: Option<String>,
    /// The lines (商品信息).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info: Vec<InvoiceLine>,
    /// The amount without tax (不含税金额).
    pub fee_without_tax: Option<u64>,
    /// The tax (税额).
    pub tax: Option<u64>,
    /// The description of what was sold (发票详情).
    pub detail: Option<String>,
    /// The address of the invoice as PDF.
    pub pdf_url: Option<String>,
    /// The address of an attachment as PDF, such as a list of rides (行程单).
    pub trip_pdf_url: Option<String>,
    /// The state of reimbursement.
    pub reimburse_status: Option<ReimburseStatus>,
    /// The check code (校验码).
    pub check_code: Option<String>,
    /// The buyer's tax number (购买方纳税人识别号).
    pub buyer_number: Option<String>,
    /// The buyer's address and telephone number.
    pub buyer_address_and_phone: Option<String>,
    /// The buyer's bank and account.
    pub buyer_bank_account: Option<String>,
    /// The seller's tax number (销售方纳税人识别号).
    pub seller_number: Option<String>,
    /// The seller's address and telephone number.
    pub seller_address_and_phone: Option<String>,
    /// The seller's bank and account.
    pub seller_bank_account: Option<String>,
    /// The remarks (备注).
    pub remarks: Option<String>,
    /// The cashier (收款人).
    pub cashier: Option<String>,
    /// The person who issued the invoice (开票人).
    pub maker: Option<String>,
}

/// A line of an invoice.
#[endpoint(part)]
#[derive(Default)]
pub struct InvoiceLine {
    /// The goods or service (项目名称).
    pub name: Option<String>,
    /// The quantity, in `unit`.
    pub num: Option<f64>,
    /// The unit of the quantity, such as `吨`.
    pub unit: Option<String>,
    /// The amount in fen (0.01 yuan).
    pub fee: Option<u64>,
    /// The price of one unit in fen (0.01 yuan).
    pub price: Option<u64>,
}

/// The state of reimbursement of an invoice (报销状态).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ReimburseStatus {
    /// The invoice was not submitted (未锁定). The user can share or submit it.
    #[string_enum(rename = "INVOICE_REIMBURSE_INIT")]
    Initial,
    /// The invoice was submitted (已锁定). It cannot be submitted again.
    #[string_enum(rename = "INVOICE_REIMBURSE_LOCK")]
    Locked,
    /// The invoice was reimbursed (已核销). It leaves the user's wallet, and the state is final.
    #[string_enum(rename = "INVOICE_REIMBURSE_CLOSURE")]
    Closed,
    /// The invoice was accepted and is to be paid (待支付).
    #[string_enum(rename = "INVOICE_REIMBURSE_UNPAY")]
    Unpaid,
    /// A value that this version does not know.
    Other(String),
}

/// Locks, unlocks or closes an electronic invoice (电子发票).
///
/// Fails with 72023 when another account has locked the invoice, with 72024 when it cannot go from
/// its state to the new one.
#[endpoint(POST "/cgi-bin/card/invoice/reimburse/updateinvoicestatus", title = "更新发票状态",
    doc = "https://developer.work.weixin.qq.com/document/path/90285",
    scope(work), retry = safe, call = invoices.update_status)]
pub struct UpdateInvoiceStatus {
    /// The invoice's `card_id`, from the JS-SDK.
    pub card_id: InvoiceCardId,
    /// The invoice's encrypted code, from the JS-SDK.
    pub encrypt_code: String,
    /// The new state.
    pub reimburse_status: ReimburseStatus,
}

/// Locks, unlocks or closes electronic invoices (电子发票) of one user: all of them or none.
///
/// Fails with 72023 when another account has locked one of them, with 72024 when one cannot go from
/// its state to the new one, with 72037 when one belongs to another user.
#[endpoint(POST "/cgi-bin/card/invoice/reimburse/updatestatusbatch", title = "批量更新发票状态",
    doc = "https://developer.work.weixin.qq.com/document/path/90286",
    scope(work), retry = safe, call = invoices.update_statuses)]
pub struct UpdateInvoiceStatuses {
    /// The user who holds the invoices.
    pub openid: OpenId,
    /// The new state of all of them.
    pub reimburse_status: ReimburseStatus,
    /// The invoices, all held by this user.
    pub invoice_list: Vec<InvoiceKey>,
}

/// An invoice, by its id and code.
#[endpoint(part)]
pub struct InvoiceKey {
    /// The invoice's `card_id`, from the JS-SDK.
    pub card_id: InvoiceCardId,
    /// The invoice's encrypted code, from the JS-SDK.
    pub encrypt_code: String,
}

/// Returns up to 20 electronic invoices (电子发票).
#[endpoint(POST "/cgi-bin/card/invoice/reimburse/getinvoiceinfobatch", title = "批量查询电子发票",
    doc = "https://developer.work.weixin.qq.com/document/path/90287",
    scope(work), retry = safe, reply = InvoiceList, call = invoices.list)]
pub struct GetInvoices {
    /// The invoices: up to 20.
    pub item_list: Vec<InvoiceKey>,
}

/// The invoices asked for.
#[endpoint(part, reply_to(GetInvoices))]
#[derive(Default)]
pub struct InvoiceList {
    /// The invoices with their content.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<Invoice>,
}
