//! Electronic invoices that users hand in (电子发票). `/cgi-bin/card/invoice/reimburse/*`

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, On, Timestamp, endpoint, endpoints};
use weixin_protocol::OpenId;

endpoints![GetInvoice, UpdateInvoiceStatus, UpdateInvoiceStatuses, GetInvoices];

/// Gives an invoice. `POST /cgi-bin/card/invoice/reimburse/getinvoiceinfo`
#[endpoint(POST "/cgi-bin/card/invoice/reimburse/getinvoiceinfo", title = "查询电子发票",
    doc = "https://developer.work.weixin.qq.com/document/path/90284",
    scope(work), retry = safe, reply = Invoice)]
pub struct GetInvoice {
    /// The kind of invoice, from the JS-SDK.
    pub card_id: String,
    /// The code, from the JS-SDK.
    pub encrypt_code: String,
}

/// An invoice.
#[endpoint(part)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ReimburseStatus {
    /// Nobody has handed it in.
    #[serde(rename = "INVOICE_REIMBURSE_INIT")]
    Initial,
    /// Somebody has handed it in; it cannot be handed in again.
    #[serde(rename = "INVOICE_REIMBURSE_LOCK")]
    Locked,
    /// It was paid back. It leaves the user's wallet, and stays so.
    #[serde(rename = "INVOICE_REIMBURSE_CLOSURE")]
    Closed,
    /// It is still to be paid back.
    #[serde(rename = "INVOICE_REIMBURSE_UNPAY")]
    Unpaid,
    /// Something this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Locks, unlocks or closes an invoice. `POST /cgi-bin/card/invoice/reimburse/updateinvoicestatus`
#[endpoint(POST "/cgi-bin/card/invoice/reimburse/updateinvoicestatus", title = "更新发票状态",
    doc = "https://developer.work.weixin.qq.com/document/path/90285",
    scope(work), retry = safe)]
pub struct UpdateInvoiceStatus {
    /// The kind of invoice.
    pub card_id: String,
    /// The code.
    pub encrypt_code: String,
    /// Where it is now.
    pub reimburse_status: ReimburseStatus,
}

/// Locks, unlocks or closes invoices of one user: all or none.
/// `POST /cgi-bin/card/invoice/reimburse/updatestatusbatch`
#[endpoint(POST "/cgi-bin/card/invoice/reimburse/updatestatusbatch", title = "批量更新发票状态",
    doc = "https://developer.work.weixin.qq.com/document/path/90286",
    scope(work), retry = safe)]
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

/// Gives up to 20 invoices. `POST /cgi-bin/card/invoice/reimburse/getinvoiceinfobatch`
#[endpoint(POST "/cgi-bin/card/invoice/reimburse/getinvoiceinfobatch", title = "批量查询电子发票",
    doc = "https://developer.work.weixin.qq.com/document/path/90287",
    scope(work), retry = safe, reply = InvoiceList)]
pub struct GetInvoices {
    /// The invoices: up to 20.
    pub item_list: Vec<InvoiceKey>,
}

/// Invoices.
#[endpoint(part)]
#[derive(Default)]
pub struct InvoiceList {
    /// The invoices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<Invoice>,
}

/// The group as a client has it: `wx.invoices()`.
#[derive(Debug)]
pub struct Invoices<'c, C: ?Sized>(&'c C);

/// Gives a client `invoices()`.
pub trait InvoicesApi: Caller {
    /// Electronic invoices that users hand in (电子发票).
    fn invoices(&self) -> Invoices<'_, Self> {
        Invoices(self)
    }
}

impl<C: Caller + ?Sized> InvoicesApi for C where GetInvoice: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Invoices<'c, C> {
    /// Gives an invoice; see [`GetInvoice`].
    pub fn get(
        &self,
        card_id: impl Into<String>,
        encrypt_code: impl Into<String>,
    ) -> Call<'c, C, GetInvoice> {
        Call::new(self.0, GetInvoice::new(card_id, encrypt_code))
    }

    /// Locks, unlocks or closes an invoice; see [`UpdateInvoiceStatus`].
    pub fn update_status(
        &self,
        card_id: impl Into<String>,
        encrypt_code: impl Into<String>,
        reimburse_status: impl Into<ReimburseStatus>,
    ) -> Call<'c, C, UpdateInvoiceStatus> {
        Call::new(self.0, UpdateInvoiceStatus::new(card_id, encrypt_code, reimburse_status))
    }

    /// Locks, unlocks or closes invoices of one user: all or none; see [`UpdateInvoiceStatuses`].
    pub fn update_statuses(
        &self,
        openid: impl Into<OpenId>,
        reimburse_status: impl Into<ReimburseStatus>,
        invoice_list: impl Into<Vec<InvoiceKey>>,
    ) -> Call<'c, C, UpdateInvoiceStatuses> {
        Call::new(self.0, UpdateInvoiceStatuses::new(openid, reimburse_status, invoice_list))
    }

    /// Gives up to 20 invoices; see [`GetInvoices`].
    pub fn list(&self, item_list: impl Into<Vec<InvoiceKey>>) -> Call<'c, C, GetInvoices> {
        Call::new(self.0, GetInvoices::new(item_list))
    }
}
