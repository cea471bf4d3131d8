//! Authorization pages: a user says that an order may be invoiced, and what the invoice is to say.

use crate::invoice::InvoicesHandle;
use weixin_api::{Call, Caller, StringEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::AppId;

/// Gives the address of the page where a user authorizes the invoice for an order.
#[endpoint(POST "/card/invoice/getauthurl", title = "获取授权页链接",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#2",
    scope(official), retry = safe, reply = InvoiceAuthUrl, call = invoices.auth_url)]
pub struct GetInvoiceAuthUrl {
    /// The invoicing platform: the `s_pappid` in the address it got from
    /// [`GetInvoiceUrl`](super::GetInvoiceUrl).
    pub s_pappid: String,
    /// The order. It can be authorized once.
    pub order_id: String,
    /// Its sum, in fen.
    pub money: u64,
    /// From where the page is opened.
    pub source: InvoiceSource,
    /// A ticket of the JS-SDK of type `wx_card`.
    pub ticket: String,
    /// What the page does.
    #[serde(rename = "type")]
    pub kind: InvoiceAuthKind,
    /// The present moment.
    pub timestamp: Option<Timestamp>,
    /// Where the page leads to afterwards, if it is opened from a web page.
    pub redirect_url: Option<String>,
}

/// From where an authorization page is opened.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum InvoiceSource {
    /// From an app.
    #[string_enum(rename = "app")]
    App,
    /// From a page in WeChat.
    #[string_enum(rename = "web")]
    Web,
    /// From a Mini Program.
    #[string_enum(rename = "wxa")]
    MiniProgram,
    /// From a browser outside of WeChat.
    #[string_enum(rename = "wap")]
    Wap,
    /// A value that this version does not know.
    Other(String),
}

int_enum! {
    /// What an authorization page does.
    pub enum InvoiceAuthKind {
        /// The invoice is made out once it is authorized.
        Invoice = 0,
        /// The user fills in fields.
        Fields = 1,
        /// The user collects an invoice.
        Collect = 2,
    }
}

/// The address of an authorization page.
#[endpoint(part, reply_to(GetInvoiceAuthUrl))]
pub struct InvoiceAuthUrl {
    /// The address.
    pub auth_url: String,
    /// The Mini Program to open, if it is opened from one.
    pub appid: Option<AppId>,
}

/// Says whether an order is authorized, and what the user filled in.
#[endpoint(POST "/card/invoice/getauthdata", title = "查询授权完成状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html",
    scope(official), retry = safe, reply = InvoiceAuthData, call = invoices.auth_data)]
pub struct GetInvoiceAuthData {
    /// The order.
    pub order_id: String,
    /// The invoicing platform.
    pub s_pappid: String,
}

/// Whether an order is authorized.
#[endpoint(part, reply_to(GetInvoiceAuthData))]
pub struct InvoiceAuthData {
    /// `auth success` once it is.
    pub invoice_status: Option<String>,
    /// When it was authorized.
    pub auth_time: Option<Timestamp>,
    /// What the user filled in.
    pub user_auth_info: Option<InvoiceAuthInfo>,
}

/// What a user filled in.
#[endpoint(part)]
pub struct InvoiceAuthInfo {
    /// For an invoice to a person.
    pub user_field: Option<InvoiceUserAnswers>,
    /// For an invoice to a company.
    pub biz_field: Option<InvoiceCompanyAnswers>,
}

/// What a user filled in for an invoice to a person.
#[endpoint(part)]
pub struct InvoiceUserAnswers {
    /// The title.
    pub title: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The merchant's own fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_field: Vec<InvoiceAnswer>,
}

/// What a user filled in for an invoice to a company.
#[endpoint(part)]
pub struct InvoiceCompanyAnswers {
    /// The title.
    pub title: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The number at the tax office.
    pub tax_no: Option<String>,
    /// The address.
    pub addr: Option<String>,
    /// The bank.
    pub bank_type: Option<String>,
    /// The account there.
    pub bank_no: Option<String>,
    /// The merchant's own fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_field: Vec<InvoiceAnswer>,
}

/// What a user filled into a field of the merchant's own.
#[endpoint(part)]
pub struct InvoiceAnswer {
    /// The field.
    pub key: String,
    /// The answer.
    pub value: Option<String>,
}

/// Refuses the invoice for an order. The user is told.
#[endpoint(POST "/card/invoice/rejectinsert", title = "拒绝开票",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#8",
    scope(official), retry = safe, call = invoices.reject)]
pub struct RejectInvoice {
    /// The invoicing platform.
    pub s_pappid: String,
    /// The order.
    pub order_id: String,
    /// Why.
    pub reason: String,
    /// A page with more about it.
    pub url: Option<String>,
}

/// Connects a merchant at WeChat Pay with an invoicing platform.
#[endpoint(POST "/card/invoice/setbizattr?action=set_pay_mch", title = "关联商户号与开票平台",
    doc = "https://developers.weixin.qq.com/doc/service/api/invoice/auth/api_invoicebizsetattr.html",
    scope(official), retry = safe, call = "wx.invoices().set_pay_merchant(mchid, s_pappid)")]
pub struct SetInvoicePayMerchant {
    /// Which with which.
    pub paymch_info: InvoicePayMerchant,
}

/// A merchant at WeChat Pay and its invoicing platform.
#[endpoint(part)]
pub struct InvoicePayMerchant {
    /// The merchant.
    pub mchid: String,
    /// The invoicing platform.
    pub s_pappid: String,
}

/// Gives the merchant at WeChat Pay and its invoicing platform.
#[endpoint(POST "/card/invoice/setbizattr?action=get_pay_mch", title = "查询商户号与开票平台关联情况",
    doc = "https://developers.weixin.qq.com/doc/service/api/invoice/auth/api_invoicebizsetattr.html",
    scope(official), retry = safe, reply = InvoicePayMerchantInfo, call = invoices.pay_merchant)]
pub struct GetInvoicePayMerchant {}

/// What is connected.
#[endpoint(part, reply_to(GetInvoicePayMerchant))]
pub struct InvoicePayMerchantInfo {
    /// Which with which.
    pub paymch_info: Option<InvoicePayMerchant>,
}

/// Says how the merchant can be reached; before the first authorization page (72063).
#[endpoint(POST "/card/invoice/setbizattr?action=set_contact", title = "设置商户联系方式",
    doc = "https://developers.weixin.qq.com/doc/service/api/invoice/auth/api_invoicebizsetattr.html",
    scope(official), retry = safe, call = "wx.invoices().set_contact(phone, time_out)")]
pub struct SetInvoiceContact {
    /// How.
    pub contact: InvoiceContact,
}

/// How a merchant can be reached.
#[endpoint(part)]
pub struct InvoiceContact {
    /// The telephone number.
    pub phone: String,
    /// How many seconds an invoice may take.
    pub time_out: u64,
}

/// Says how the merchant can be reached.
#[endpoint(POST "/card/invoice/setbizattr?action=get_contact", title = "查询商户联系方式",
    doc = "https://developers.weixin.qq.com/doc/service/api/invoice/auth/api_invoicebizsetattr.html",
    scope(official), retry = safe, reply = InvoiceContactInfo, call = invoices.contact)]
pub struct GetInvoiceContact {}

/// How a merchant can be reached.
#[endpoint(part, reply_to(GetInvoiceContact))]
pub struct InvoiceContactInfo {
    /// How, if it was said.
    pub contact: Option<InvoiceContact>,
}

/// Says what users fill in on authorization pages of the kind `Fields`.
#[endpoint(POST "/card/invoice/setbizattr?action=set_auth_field", title = "设置授权页字段信息",
    doc = "https://developers.weixin.qq.com/doc/service/api/invoice/auth/api_invoicebizsetattr.html",
    scope(official), retry = safe, call = invoices.set_auth_fields)]
pub struct SetInvoiceAuthFields {
    /// What.
    pub auth_field: InvoiceAuthFields,
}

/// What users fill in.
#[endpoint(part)]
pub struct InvoiceAuthFields {
    /// For an invoice to a person.
    pub user_field: Option<InvoiceUserFields>,
    /// For an invoice to a company.
    pub biz_field: Option<InvoiceCompanyFields>,
}

/// What users fill in for an invoice to a person.
#[endpoint(part)]
pub struct InvoiceUserFields {
    /// Whether the title is asked for.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_title: Option<bool>,
    /// Whether the telephone number is.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_phone: Option<bool>,
    /// Whether the e-mail address is.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_email: Option<bool>,
    /// Whether the telephone number has to be given.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_phone: Option<bool>,
    /// Whether the e-mail address has to be.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_email: Option<bool>,
    /// The merchant's own fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_field: Vec<InvoiceField>,
}

/// What users fill in for an invoice to a company.
#[endpoint(part)]
pub struct InvoiceCompanyFields {
    /// Whether the title is asked for.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_title: Option<bool>,
    /// Whether the telephone number is.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_phone: Option<bool>,
    /// Whether the number at the tax office is.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_tax_no: Option<bool>,
    /// Whether the address is.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_addr: Option<bool>,
    /// Whether the bank is.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_bank_type: Option<bool>,
    /// Whether the account there is.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_bank_no: Option<bool>,
    /// Whether the telephone number has to be given.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_phone: Option<bool>,
    /// Whether the number at the tax office has to be.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_tax_no: Option<bool>,
    /// Whether the address has to be.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_addr: Option<bool>,
    /// Whether the bank has to be.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_bank_type: Option<bool>,
    /// Whether the account there has to be.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_bank_no: Option<bool>,
    /// The merchant's own fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_field: Vec<InvoiceField>,
}

/// A field of the merchant's own.
#[endpoint(part)]
pub struct InvoiceField {
    /// Its name.
    pub key: String,
    /// Whether it has to be filled in.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_require: Option<bool>,
    /// A hint.
    pub notice: Option<String>,
}

/// Says what users fill in on authorization pages.
#[endpoint(POST "/card/invoice/setbizattr?action=get_auth_field", title = "查询授权页字段信息",
    doc = "https://developers.weixin.qq.com/doc/service/api/invoice/auth/api_invoicebizsetattr.html",
    scope(official), retry = safe, reply = InvoiceAuthFieldsInfo, call = invoices.auth_fields)]
pub struct GetInvoiceAuthFields {}

/// What users fill in.
#[endpoint(part, reply_to(GetInvoiceAuthFields))]
pub struct InvoiceAuthFieldsInfo {
    /// What, if it was said.
    pub auth_field: Option<InvoiceAuthFields>,
}

impl<'c, C: Caller + ?Sized> InvoicesHandle<'c, C> {
    /// Says how the merchant can be reached; see [`SetInvoiceContact`].
    pub fn set_contact(
        &self,
        phone: impl Into<String>,
        time_out: u64,
    ) -> Call<'c, C, SetInvoiceContact> {
        Call::new(self.caller, SetInvoiceContact::new(InvoiceContact::new(phone, time_out)))
    }

    /// Connects a merchant with an invoicing platform; see [`SetInvoicePayMerchant`].
    pub fn set_pay_merchant(
        &self,
        mchid: impl Into<String>,
        s_pappid: impl Into<String>,
    ) -> Call<'c, C, SetInvoicePayMerchant> {
        Call::new(self.caller, SetInvoicePayMerchant::new(InvoicePayMerchant::new(mchid, s_pappid)))
    }
}
