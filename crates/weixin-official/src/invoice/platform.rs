//! The side of invoicing platforms (开票平台): inserts invoices into the card holders of users.

use crate::invoice::InvoicesHandle;
use weixin_api::{Call, Caller, FilePart, Timestamp, endpoint};
use weixin_protocol::{AppId, OpenId, UnionId};

use super::{InvoiceOrderId, ReimburseState};

use crate::ids::CardId;

weixin_api::string_id! {
    /// An uploaded PDF of an invoice (s_media_id).
    InvoicePdfId
}

/// Returns the address whose parameter `s_pappid` is the id of this invoicing platform.
#[endpoint(POST "/card/invoice/seturl", title = "获取自身的开票平台识别码",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#1",
    scope(official), retry = safe, reply = InvoiceUrl, call = invoices.url)]
pub struct GetInvoiceUrl {}

/// The address of an invoicing platform.
#[endpoint(part, reply_to(GetInvoiceUrl))]
pub struct InvoiceUrl {
    /// The address; its parameter `s_pappid` is the
    /// [`InvoicePlatformId`](super::InvoicePlatformId).
    pub invoice_url: String,
}

/// Creates the card that shows invoices of one merchant (发票卡券模板).
#[endpoint(POST "/card/invoice/platform/createcard", title = "创建发票卡券模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#2",
    scope(official), reply = CreatedInvoiceCard, call = invoices.create_card)]
pub struct CreateInvoiceCard {
    /// The card to create.
    pub invoice_info: InvoiceCard,
}

/// The card that shows invoices.
#[endpoint(part)]
pub struct InvoiceCard {
    /// The appearance of the card.
    pub base_info: InvoiceCardBase,
    /// The full name of the company that issues the invoices (收款方).
    pub payee: String,
    /// The type of the invoices in words (发票类型).
    #[serde(rename = "type")]
    pub kind: String,
}

/// The appearance of a card that shows invoices.
#[endpoint(part)]
pub struct InvoiceCardBase {
    /// The address of the merchant's logo.
    pub logo_url: String,
    /// The name of the merchant, up to 9 Chinese characters.
    pub title: String,
    /// The label of the first entry below the card.
    pub custom_url_name: Option<String>,
    /// The hint beside the first entry.
    pub custom_url_sub_title: Option<String>,
    /// The page that the first entry opens.
    pub custom_url: Option<String>,
    /// The label of the second entry below the card, for offers.
    pub promotion_url_name: Option<String>,
    /// The hint beside the second entry.
    pub promotion_url_sub_title: Option<String>,
    /// The page that the second entry opens.
    pub promotion_url: Option<String>,
}

/// The reply to a created card.
#[endpoint(part, reply_to(CreateInvoiceCard))]
pub struct CreatedInvoiceCard {
    /// The id of the card.
    pub card_id: CardId,
}

/// Uploads the PDF of an invoice.
///
/// Fails with 72040 when the file is no valid PDF.
#[endpoint(POST "/card/invoice/platform/setpdf", title = "上传PDF",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#3",
    scope(official), reply = UploadedInvoicePdf, call = invoices.upload_pdf)]
pub struct UploadInvoicePdf {
    /// The file.
    #[part]
    pub pdf: FilePart,
}

/// The reply to an uploaded PDF.
#[endpoint(part, reply_to(UploadInvoicePdf))]
pub struct UploadedInvoicePdf {
    /// The id of the PDF: valid for three days, and for good once an invoice refers to it.
    pub s_media_id: InvoicePdfId,
}

/// Returns the address of an uploaded PDF.
#[endpoint(POST "/card/invoice/platform/getpdf", title = "查询已上传的PDF文件",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#4",
    scope(official), retry = safe, reply = InvoicePdf, call = "wx.invoices().pdf(s_media_id)")]
pub struct GetInvoicePdf {
    /// The PDF.
    pub s_media_id: InvoicePdfId,
    /// What to return, always `get_url`.
    pub action: String,
}

/// The address of an uploaded PDF.
#[endpoint(part, reply_to(GetInvoicePdf))]
pub struct InvoicePdf {
    /// The address.
    pub pdf_url: String,
    /// How long the address is valid, in seconds: 7,200.
    pub pdf_url_expire_time: Option<u64>,
}

/// Inserts an invoice into the card holder (卡包) of the user who authorized it.
///
/// Fails with 72015 when the account may not issue invoices, with 72017 when the title is not the
/// one that the user authorized, with 72018 when the order has an invoice, with 72035 when the
/// invoice was rejected, with 72038 when the order is not authorized, with 72040 when the PDF is
/// not accepted, with 72042 when an invoice of this number was inserted before.
#[endpoint(POST "/card/invoice/insert", title = "将电子发票卡券插入用户卡包",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#5",
    scope(official), reply = InsertedInvoice, call = "wx.invoices().insert(order_id, card_id, invoice)")]
pub struct InsertInvoice {
    /// The authorized order.
    pub order_id: InvoiceOrderId,
    /// The card that shows the invoice.
    pub card_id: CardId,
    /// The invoice.
    pub card_ext: InvoiceExtension,
    /// The account at which the order was authorized.
    pub appid: Option<AppId>,
}

/// The content of a card that shows an invoice.
#[endpoint(part)]
pub struct InvoiceExtension {
    /// The invoice, as the wire nests it.
    pub user_card: InvoiceUserCard,
    /// A random text, new each time.
    pub nonce_str: Option<String>,
}

/// An invoice, as the wire nests it.
#[endpoint(part)]
pub struct InvoiceUserCard {
    /// The invoice.
    pub invoice_user_data: InvoiceData,
}

/// An invoice to be inserted.
#[endpoint(part)]
pub struct InvoiceData {
    /// The amount with tax, in fen (金额).
    pub fee: u64,
    /// The title that the invoice is issued to (发票抬头).
    pub title: String,
    /// When the invoice was issued (开票时间).
    pub billing_time: Timestamp,
    /// The code of the invoice (发票代码).
    pub billing_no: String,
    /// The number of the invoice (发票号码).
    pub billing_code: String,
    /// The amount without tax, in fen (不含税金额).
    pub fee_without_tax: u64,
    /// The tax, in fen (税额).
    pub tax: u64,
    /// The PDF.
    pub s_pdf_media_id: InvoicePdfId,
    /// The lines of the invoice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info: Vec<InvoiceItem>,
    /// The PDF with the list of rides (行程单). Only for invoices about rides.
    pub s_trip_pdf_media_id: Option<InvoicePdfId>,
    /// The check code (校验码).
    pub check_code: Option<String>,
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

/// A line of an invoice.
#[endpoint(part)]
pub struct InvoiceItem {
    /// The name of the goods.
    pub name: Option<String>,
    /// The quantity.
    pub num: Option<i64>,
    /// The unit, such as `个`.
    pub unit: Option<String>,
    /// The amount, in fen.
    pub fee: Option<i64>,
    /// The price of one unit, in fen.
    pub price: Option<i64>,
}

/// An inserted invoice.
#[endpoint(part, reply_to(InsertInvoice))]
pub struct InsertedInvoice {
    /// The code of the user's card.
    pub code: String,
    /// The user at the account where the order was authorized.
    pub openid: Option<OpenId>,
    /// The user at all accounts of the same Open Platform account. Missing if there is none.
    pub unionid: Option<UnionId>,
}

/// Changes the state of an invoice in a card holder (更新发票卡券状态).
#[endpoint(POST "/card/invoice/platform/updatestatus", title = "更新发票卡券状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Invoicing_Platform_API_List.html#6",
    scope(official), retry = safe, call = invoices.set_status)]
pub struct UpdateInvoiceStatus {
    /// The card that shows the invoice.
    pub card_id: CardId,
    /// The code of the user's card.
    pub code: String,
    /// The new state.
    pub reimburse_status: ReimburseState,
}

impl<'c, C: Caller + ?Sized> InvoicesHandle<'c, C> {
    /// Returns the address of a PDF; see [`GetInvoicePdf`].
    pub fn pdf(&self, s_media_id: impl Into<InvoicePdfId>) -> Call<'c, C, GetInvoicePdf> {
        Call::new(self.caller, GetInvoicePdf::new(s_media_id, "get_url"))
    }

    /// Inserts an invoice into a card holder; see [`InsertInvoice`].
    pub fn insert(
        &self,
        order_id: impl Into<InvoiceOrderId>,
        card_id: impl Into<CardId>,
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
