//! Invoices issued by the platform itself (统一开票接口). The names of the fields are the initials of the
//! Chinese terms in Pinyin.

use crate::invoice::InvoicesHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::OpenId;

/// Issues an invoice (开具蓝票).
///
/// The outcome is pushed as a [`CloudInvoiceResult`](super::CloudInvoiceResult).
///
/// Fails with 73106 when `fpqqlsh` belongs to another order, with 73108 when the order has another
/// `fpqqlsh`, with 73107 while the invoice is being issued, with 73105 when the platform did not
/// answer: repeat it with the same `fpqqlsh`.
#[endpoint(POST "/card/invoice/makeoutinvoice", title = "开具蓝票",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#14",
    scope(official), call = invoices.make_out)]
pub struct MakeOutInvoice {
    /// The invoice.
    pub invoiceinfo: CloudInvoice,
}

/// An invoice to be issued.
#[endpoint(part)]
pub struct CloudInvoice {
    /// The user the invoice is for.
    pub wxopenid: OpenId,
    /// The merchant's own number of the order (订单号).
    pub ddh: String,
    /// The merchant's own number of the request (发票请求流水号); each can be used once.
    pub fpqqlsh: String,
    /// The seller's taxpayer number (纳税人识别码).
    pub nsrsbh: String,
    /// The seller's name (纳税人名称).
    pub nsrmc: String,
    /// The seller's address (纳税人地址).
    pub nsrdz: String,
    /// The seller's telephone number (纳税人电话).
    pub nsrdh: String,
    /// The seller's bank (纳税人开户行).
    pub nsrbank: String,
    /// The seller's bank account (纳税人银行账号).
    pub nsrbankid: String,
    /// The person who issues the invoice (开票人).
    pub kpr: String,
    /// The amount with tax, in yuan (价税合计).
    pub jshj: f64,
    /// The amount without tax, in yuan (合计金额).
    pub hjje: f64,
    /// The tax, in yuan (合计税额).
    pub hjse: f64,
    /// The lines of the invoice.
    pub invoicedetail_list: Vec<CloudInvoiceItem>,
    /// The buyer's name (购货方名称).
    pub ghfmc: Option<String>,
    /// The buyer's taxpayer number (购货方识别号).
    pub ghfnsrsbh: Option<String>,
    /// The buyer's address (购货方地址).
    pub ghfdz: Option<String>,
    /// The buyer's telephone number (购货方电话).
    pub ghfdh: Option<String>,
    /// The buyer's bank (购货方开户行).
    pub ghfbank: Option<String>,
    /// The buyer's bank account (购货方银行帐号).
    pub ghfbankid: Option<String>,
    /// The person who received the payment (收款人).
    pub skr: Option<String>,
    /// The person who reviewed the invoice (复核人).
    pub fhr: Option<String>,
    /// A remark (备注).
    pub bz: Option<String>,
    /// The trade of the seller (行业类型).
    pub hylx: Option<CloudInvoiceTrade>,
}

int_enum! {
    /// The trade of a seller (行业类型).
    pub enum CloudInvoiceTrade {
        /// Commerce (商业).
        Commerce = 0,
        /// Any other trade (其它).
        Others = 1,
    }
}

/// A line of an invoice.
#[endpoint(part)]
pub struct CloudInvoiceItem {
    /// What the line stands for (发票行性质).
    pub fphxz: CloudInvoiceLine,
    /// The code of the goods, 19 digits (商品编码).
    pub spbm: String,
    /// The name of the goods (项目名称).
    pub xmmc: String,
    /// The quantity (项目数量).
    pub xmsl: f64,
    /// The price of one unit, in yuan (项目单价).
    pub xmdj: f64,
    /// The amount without tax, in yuan (项目金额).
    pub xmje: f64,
    /// The tax rate, as in 0.06 (税率).
    pub sl: f64,
    /// The tax, in yuan (税额).
    pub se: f64,
    /// The unit (计量单位).
    pub dw: Option<String>,
    /// The model (规格型号).
    pub ggxh: Option<String>,
}

int_enum! {
    /// What a line of an invoice stands for (发票行性质).
    pub enum CloudInvoiceLine {
        /// Goods (正常).
        Normal = 0,
        /// A discount on the line before (折扣).
        Discount = 1,
        /// Goods with a discount in the next line (被折扣).
        Discounted = 2,
    }
}

/// Cancels an invoice by a counter-invoice (发票冲红).
///
/// The outcome is pushed as a [`CloudInvoiceResult`](super::CloudInvoiceResult).
#[endpoint(POST "/card/invoice/clearoutinvoice", title = "发票冲红",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#15",
    scope(official), call = invoices.clear_out)]
pub struct ClearOutInvoice {
    /// The invoice to cancel.
    pub invoiceinfo: CloudInvoiceReversal,
}

/// An invoice to be canceled.
#[endpoint(part)]
pub struct CloudInvoiceReversal {
    /// The user the invoice is for.
    pub wxopenid: OpenId,
    /// The merchant's own number of the request (发票请求流水号); each can be used once.
    pub fpqqlsh: String,
    /// The seller's taxpayer number (纳税人识别码).
    pub nsrsbh: String,
    /// The seller's name (纳税人名称).
    pub nsrmc: String,
    /// The code of the invoice (原发票代码).
    pub yfpdm: String,
    /// The number of the invoice (原发票号码).
    pub yfphm: String,
}

/// Returns an invoice that was issued.
///
/// Fails with 73109 when there is no such invoice, with 73107 while it is being issued.
#[endpoint(POST "/card/invoice/queryinvoceinfo", title = "查询已开发票",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#16",
    scope(official), retry = safe, reply = MadeOutInvoice, call = invoices.query_made_out)]
pub struct QueryCloudInvoice {
    /// The merchant's own number of the request (发票请求流水号); each can be used once.
    pub fpqqlsh: String,
    /// The seller's taxpayer number (纳税人识别码).
    pub nsrsbh: String,
}

/// The reply with an issued invoice.
#[endpoint(part, reply_to(QueryCloudInvoice))]
pub struct MadeOutInvoice {
    /// The invoice.
    pub invoicedetail: Option<MadeOutInvoiceDetail>,
}

/// An issued invoice.
#[endpoint(part)]
pub struct MadeOutInvoiceDetail {
    /// The merchant's own number of the request (发票请求流水号); each can be used once.
    pub fpqqlsh: Option<String>,
    /// The check code (校验码).
    pub jym: Option<String>,
    /// The date and time of issue (开票日期).
    pub kprq: Option<String>,
    /// The code of the invoice (发票代码).
    pub fpdm: Option<String>,
    /// The number of the invoice (发票号码).
    pub fphm: Option<String>,
    /// The address of the PDF.
    pub pdfurl: Option<String>,
}
