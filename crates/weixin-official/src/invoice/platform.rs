//! What invoicing platforms (开票平台) do: put invoices into the card holders of users.

use crate::invoice::InvoicesHandle;
use weixin_api::{Call, Caller, FilePart, Timestamp, endpoint};
use weixin_protocol::{AppId, OpenId};

use super::ReimburseState;

/// Gives the address in which the invoicing platform's own number stands, as `s_pappid`.
#[endpoint(POST "/card/invoice/seturl", title = "获取自身的开票平台识别码",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#1",
    scope(official), retry = safe, reply = InvoiceUrl, call = invoices.url)]
pub struct GetInvoiceUrl {}

/// The address of an invoicing platform.
#[endpoint(part, reply_to(GetInvoiceUrl))]
pub struct InvoiceUrl {
    /// The address.
    pub invoice_url: String,
}

/// Makes the card that invoices of a merchant are shown as.
#[endpoint(POST "/card/invoice/platform/createcard", title = "创建发票卡券模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#2",
    scope(official), reply = CreatedInvoiceCard, call = invoices.create_card)]
pub struct CreateInvoiceCard {
    /// The card.
    pub invoice_info: InvoiceCard,
}

/// The card that invoices are shown as.
#[endpoint(part)]
pub struct InvoiceCard {
    /// What it looks like.
    pub base_info: InvoiceCardBase,
    /// Who is paid: made out in full.
    pub payee: String,
    /// The type of the invoice.
    #[serde(rename = "type")]
    pub kind: String,
}

/// What the card of an invoice looks like.
#[endpoint(part)]
pub struct InvoiceCardBase {
    /// The address of the merchant's logo.
    pub logo_url: String,
    /// The name of the merchant: up to 9 Chinese characters.
    pub title: String,
    /// The first entry below.
    pub custom_url_name: Option<String>,
    /// The hint beside it.
    pub custom_url_sub_title: Option<String>,
    /// The page it opens.
    pub custom_url: Option<String>,
    /// The second entry below.
    pub promotion_url_name: Option<String>,
    /// The hint beside it.
    pub promotion_url_sub_title: Option<String>,
    /// The page it opens.
    pub promotion_url: Option<String>,
}

/// A card that was made.
#[endpoint(part, reply_to(CreateInvoiceCard))]
pub struct CreatedInvoiceCard {
    /// Its number.
    pub card_id: String,
}

/// Uploads the PDF of an invoice.
#[endpoint(POST "/card/invoice/platform/setpdf", title = "上传PDF",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#3",
    scope(official), reply = UploadedInvoicePdf, call = invoices.upload_pdf)]
pub struct UploadInvoicePdf {
    /// The file.
    #[part]
    pub pdf: FilePart,
}

/// An uploaded PDF.
#[endpoint(part, reply_to(UploadInvoicePdf))]
pub struct UploadedInvoicePdf {
    /// Its number: valid for three days, and for good once it is in an invoice.
    pub s_media_id: String,
}

/// Gives the address of an uploaded PDF.
#[endpoint(POST "/card/invoice/platform/getpdf", title = "查询已上传的PDF文件",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#4",
    scope(official), retry = safe, reply = InvoicePdf, call = "wx.invoices().pdf(s_media_id)")]
pub struct GetInvoicePdf {
    /// The PDF.
    pub s_media_id: String,
    /// `get_url`.
    pub action: String,
}

/// The address of an uploaded PDF.
#[endpoint(part, reply_to(GetInvoicePdf))]
pub struct InvoicePdf {
    /// The address.
    pub pdf_url: String,
    /// For how many seconds it holds: 7,200.
    pub pdf_url_expire_time: Option<u64>,
}

/// Puts an invoice into the card holder of the user who authorized it.
#[endpoint(POST "/card/invoice/insert", title = "将电子发票卡券插入用户卡包",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#5",
    scope(official), reply = InsertedInvoice, call = "wx.invoices().insert(order_id, card_id, invoice)")]
pub struct InsertInvoice {
    /// The order that was authorized.
    pub order_id: String,
    /// The card that it is shown as.
    pub card_id: String,
    /// The invoice.
    pub card_ext: InvoiceExtension,
    /// The account of the merchant at which the order was authorized.
    pub appid: Option<AppId>,
}

/// What is put into the card of an invoice.
#[endpoint(part)]
pub struct InvoiceExtension {
    /// The invoice.
    pub user_card: InvoiceUserCard,
    /// Anything, new each time.
    pub nonce_str: Option<String>,
}

/// The card of an invoice.
#[endpoint(part)]
pub struct InvoiceUserCard {
    /// The invoice.
    pub invoice_user_data: InvoiceData,
}

/// An invoice.
#[endpoint(part)]
pub struct InvoiceData {
    /// The sum with taxes, in fen.
    pub fee: u64,
    /// What it is made out to.
    pub title: String,
    /// When it was made out.
    pub billing_time: Timestamp,
    /// Its code.
    pub billing_no: String,
    /// Its number.
    pub billing_code: String,
    /// The sum without taxes, in fen.
    pub fee_without_tax: u64,
    /// The taxes, in fen.
    pub tax: u64,
    /// Its PDF.
    pub s_pdf_media_id: String,
    /// What was bought.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info: Vec<InvoiceItem>,
    /// The PDF of the list of rides, of an invoice about them.
    pub s_trip_pdf_media_id: Option<String>,
    /// Its check code.
    pub check_code: Option<String>,
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

/// One thing that was bought.
#[endpoint(part)]
pub struct InvoiceItem {
    /// Its name.
    pub name: Option<String>,
    /// How many.
    pub num: Option<i64>,
    /// The unit.
    pub unit: Option<String>,
    /// The sum, in fen.
    pub fee: Option<i64>,
    /// The price of one, in fen.
    pub price: Option<i64>,
}

/// An invoice in a card holder.
#[endpoint(part, reply_to(InsertInvoice))]
pub struct InsertedInvoice {
    /// Its code.
    pub code: String,
    /// Whose it is, at the account where the order was authorized.
    pub openid: Option<OpenId>,
    /// Whose it is, at the Open Platform account.
    pub unionid: Option<String>,
}

/// Says that an invoice is being handled or was paid back, or is open again.
#[endpoint(POST "/card/invoice/platform/updatestatus", title = "更新发票卡券状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#6",
    scope(official), retry = safe, call = invoices.set_status)]
pub struct UpdateInvoiceStatus {
    /// The card it is shown as.
    pub card_id: String,
    /// Its code.
    pub code: String,
    /// How far it is.
    pub reimburse_status: ReimburseState,
}

impl<'c, C: Caller + ?Sized> InvoicesHandle<'c, C> {
    /// The address of a PDF; see [`GetInvoicePdf`].
    pub fn pdf(&self, s_media_id: impl Into<String>) -> Call<'c, C, GetInvoicePdf> {
        Call::new(self.caller, GetInvoicePdf::new(s_media_id, "get_url"))
    }

    /// Puts an invoice into a card holder; see [`InsertInvoice`].
    pub fn insert(
        &self,
        order_id: impl Into<String>,
        card_id: impl Into<String>,
        invoice: InvoiceData,
    ) -> Call<'c, C, InsertInvoice> {
        Call::new(
            self.caller,
            InsertInvoice::new(
                order_id,
                card_id,
                InvoiceExtension::new(InvoiceUserCard::new(invoice)),
            ),
        )
    }
}
