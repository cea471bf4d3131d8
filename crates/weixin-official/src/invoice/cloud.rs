//! Invoices made out by the platform itself (统一开票接口). The names of the fields are the first letters
//! of Chinese words, as the tax office has them.

use crate::invoice::InvoicesHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::OpenId;

/// Makes out an invoice. An event `cloud_invoice_invoiceresult_event` follows.
#[endpoint(POST "/card/invoice/makeoutinvoice", title = "开具蓝票",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#14",
    scope(official), call = invoices.make_out)]
pub struct MakeOutInvoice {
    /// The invoice.
    pub invoiceinfo: CloudInvoice,
}

/// An invoice to be made out.
#[endpoint(part)]
pub struct CloudInvoice {
    /// The user.
    pub wxopenid: OpenId,
    /// The order (订单号).
    pub ddh: String,
    /// The number of this request (发票请求流水号): the merchant's own, used once.
    pub fpqqlsh: String,
    /// The taxpayer's number of the seller (纳税人识别码).
    pub nsrsbh: String,
    /// The seller's name (纳税人名称).
    pub nsrmc: String,
    /// The seller's address (纳税人地址).
    pub nsrdz: String,
    /// The seller's telephone number (纳税人电话).
    pub nsrdh: String,
    /// The seller's bank (纳税人开户行).
    pub nsrbank: String,
    /// The account there (纳税人银行账号).
    pub nsrbankid: String,
    /// Who makes it out (开票人).
    pub kpr: String,
    /// The sum with taxes, in yuan (价税合计).
    pub jshj: f64,
    /// The sum without taxes, in yuan (合计金额).
    pub hjje: f64,
    /// The taxes, in yuan (合计税额).
    pub hjse: f64,
    /// What was bought.
    pub invoicedetail_list: Vec<CloudInvoiceItem>,
    /// The buyer's name (购货方名称).
    pub ghfmc: Option<String>,
    /// The buyer's taxpayer's number (购货方识别号).
    pub ghfnsrsbh: Option<String>,
    /// The buyer's address (购货方地址).
    pub ghfdz: Option<String>,
    /// The buyer's telephone number (购货方电话).
    pub ghfdh: Option<String>,
    /// The buyer's bank (购货方开户行).
    pub ghfbank: Option<String>,
    /// The account there (购货方银行帐号).
    pub ghfbankid: Option<String>,
    /// Who takes the money (收款人).
    pub skr: Option<String>,
    /// Who checks it (复核人).
    pub fhr: Option<String>,
    /// A note (备注).
    pub bz: Option<String>,
    /// The trade (行业类型): 0 is commerce, 1 anything else.
    pub hylx: Option<u8>,
}

/// One thing that was bought.
#[endpoint(part)]
pub struct CloudInvoiceItem {
    /// What the line is (发票行性质).
    pub fphxz: CloudInvoiceLine,
    /// Its code (商品编码): 19 digits.
    pub spbm: String,
    /// Its name (项目名称).
    pub xmmc: String,
    /// How many (项目数量).
    pub xmsl: f64,
    /// The price of one, in yuan (项目单价).
    pub xmdj: f64,
    /// The sum without taxes, in yuan (项目金额).
    pub xmje: f64,
    /// The rate of the tax, such as 0.06 (税率).
    pub sl: f64,
    /// The tax, in yuan (税额).
    pub se: f64,
    /// The unit (计量单位).
    pub dw: Option<String>,
    /// The model (规格型号).
    pub ggxh: Option<String>,
}

int_enum! {
    /// What a line of an invoice is.
    pub enum CloudInvoiceLine {
        /// Something bought.
        Normal = 0,
        /// Something taken off.
        Discount = 1,
        /// Something bought, of which the next line takes something off.
        Discounted = 2,
    }
}

/// Makes an invoice void, by one over the opposite sum.
#[endpoint(POST "/card/invoice/clearoutinvoice", title = "发票冲红",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#15",
    scope(official), call = invoices.clear_out)]
pub struct ClearOutInvoice {
    /// The invoice.
    pub invoiceinfo: CloudInvoiceReversal,
}

/// An invoice to be made void.
#[endpoint(part)]
pub struct CloudInvoiceReversal {
    /// The user.
    pub wxopenid: OpenId,
    /// The number of this request.
    pub fpqqlsh: String,
    /// The seller's taxpayer's number.
    pub nsrsbh: String,
    /// The seller's name.
    pub nsrmc: String,
    /// The code of the invoice (原发票代码).
    pub yfpdm: String,
    /// Its number (原发票号码).
    pub yfphm: String,
}

/// Gives an invoice that was made out.
#[endpoint(POST "/card/invoice/queryinvoceinfo", title = "查询已开发票",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#16",
    scope(official), retry = safe, reply = MadeOutInvoice, call = invoices.query_made_out)]
pub struct QueryCloudInvoice {
    /// The request it was made out by.
    pub fpqqlsh: String,
    /// The seller's taxpayer's number.
    pub nsrsbh: String,
}

/// An invoice that was made out.
#[endpoint(part, reply_to(QueryCloudInvoice))]
pub struct MadeOutInvoice {
    /// What is known of it.
    pub invoicedetail: Option<MadeOutInvoiceDetail>,
}

/// What is known of an invoice that was made out.
#[endpoint(part)]
pub struct MadeOutInvoiceDetail {
    /// The request it was made out by.
    pub fpqqlsh: Option<String>,
    /// Its check code (校验码).
    pub jym: Option<String>,
    /// When it was made out: day and time (开票日期).
    pub kprq: Option<String>,
    /// Its code (发票代码).
    pub fpdm: Option<String>,
    /// Its number (发票号码).
    pub fphm: Option<String>,
    /// The address of its PDF.
    pub pdfurl: Option<String>,
}
