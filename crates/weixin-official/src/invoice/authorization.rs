//! Authorization pages (授权页), on which a user authorizes the invoice for an order and enters its
//! data.

use crate::invoice::InvoicesHandle;
use weixin_api::{Call, Caller, StringEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, Secret};

use crate::ids::MchId;

weixin_api::string_id! {
    /// An invoicing platform (开票平台识别码, s_pappid).
    InvoicePlatformId
    /// An order that an invoice is for (order_id): the merchant's own number, of which each can be
    /// authorized once.
    InvoiceOrderId
}

/// Returns the address of the page where a user authorizes the invoice for an order (授权页).
#[endpoint(POST "/card/invoice/getauthurl", title = "获取授权页链接",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#2",
    scope(official), retry = safe, reply = InvoiceAuthUrl, call = invoices.auth_url)]
pub struct GetInvoiceAuthUrl {
    /// The invoicing platform: the parameter `s_pappid` in the address that it got from
    /// [`GetInvoiceUrl`](super::GetInvoiceUrl).
    pub s_pappid: InvoicePlatformId,
    /// The order, chosen by the merchant. It can be authorized once.
    pub order_id: InvoiceOrderId,
    /// The amount of the order, in fen.
    pub money: u64,
    /// Where the page is opened.
    pub source: InvoiceSource,
    /// A ticket of the JS-SDK of the type `wx_card`.
    #[serde(serialize_with = "weixin_api::expose")]
    pub ticket: Secret,
    /// What the page is for.
    #[serde(rename = "type")]
    pub kind: InvoiceAuthKind,
    /// The current time.
    pub timestamp: Option<Timestamp>,
    /// The page that opens after the authorization, if the page is opened from a web page.
    pub redirect_url: Option<String>,
}

/// Where an authorization page is opened (开票来源).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum InvoiceSource {
    /// In an app (app开票).
    #[string_enum(rename = "app")]
    App,
    /// In a web page within WeChat (微信h5开票).
    #[string_enum(rename = "web")]
    Web,
    /// In a Mini Program (小程序开发票).
    #[string_enum(rename = "wxa")]
    MiniProgram,
    /// In a browser outside of WeChat (普通网页开票).
    #[string_enum(rename = "wap")]
    Wap,
    /// A value that this version does not know.
    Other(String),
}

int_enum! {
    /// What an authorization page is for (授权类型).
    pub enum InvoiceAuthKind {
        /// The user authorizes the invoice (开票授权).
        Invoice = 0,
        /// The user fills in fields (填写字段开票授权).
        Fields = 1,
        /// The user collects an invoice (领票授权).
        Collect = 2,
    }
}

/// The address of an authorization page.
#[endpoint(part, reply_to(GetInvoiceAuthUrl))]
pub struct InvoiceAuthUrl {
    /// The address; for [`InvoiceSource::MiniProgram`] the page of the Mini Program.
    pub auth_url: String,
    /// The Mini Program to open. Only for [`InvoiceSource::MiniProgram`].
    pub appid: Option<AppId>,
}

/// Returns whether an order is authorized, and what the user entered.
///
/// An order that nobody has authorized is [`InvoiceAuthState::NeverAuthorized`], or the call fails
/// with 72038. It fails with 72035 when the order was rejected.
#[endpoint(POST "/card/invoice/getauthdata", title = "查询授权完成状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html",
    scope(official), retry = safe, reply = InvoiceAuthData, call = invoices.auth_data)]
pub struct GetInvoiceAuthData {
    /// The order to look up.
    pub order_id: InvoiceOrderId,
    /// The invoicing platform.
    pub s_pappid: InvoicePlatformId,
}

/// The authorization of an order.
#[endpoint(part, reply_to(GetInvoiceAuthData))]
pub struct InvoiceAuthData {
    /// The state of the authorization.
    pub invoice_status: Option<InvoiceAuthState>,
    /// When the order was authorized.
    pub auth_time: Option<Timestamp>,
    /// What the user entered.
    pub user_auth_info: Option<InvoiceAuthInfo>,
}

/// The state of the authorization of an order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum InvoiceAuthState {
    /// The order is authorized.
    #[string_enum(rename = "auth success")]
    Authorized,
    /// Nobody has authorized the order.
    #[string_enum(rename = "never auth")]
    NeverAuthorized,
    /// A value that this version does not know.
    Other(String),
}

/// What a user entered on an authorization page. One of the fields is given.
#[endpoint(part)]
pub struct InvoiceAuthInfo {
    /// The answers for an invoice to a person (个人抬头).
    pub user_field: Option<InvoiceUserAnswers>,
    /// The answers for an invoice to a company (单位抬头).
    pub biz_field: Option<InvoiceCompanyAnswers>,
}

/// What a user entered for an invoice to a person.
#[endpoint(part)]
pub struct InvoiceUserAnswers {
    /// The name that the invoice is issued to (抬头).
    pub title: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The mail address.
    pub email: Option<String>,
    /// Fields of the merchant's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_field: Vec<InvoiceAnswer>,
}

/// What a user entered for an invoice to a company.
#[endpoint(part)]
pub struct InvoiceCompanyAnswers {
    /// The name that the invoice is issued to (抬头).
    pub title: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The taxpayer number (税号).
    pub tax_no: Option<String>,
    /// The address.
    pub addr: Option<String>,
    /// The name of the bank (开户行).
    pub bank_type: Option<String>,
    /// The number of the bank account (银行账号).
    pub bank_no: Option<String>,
    /// Fields of the merchant's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_field: Vec<InvoiceAnswer>,
}

/// What a user entered into a field of the merchant's own.
#[endpoint(part)]
pub struct InvoiceAnswer {
    /// The name of the field.
    pub key: String,
    /// What the user entered.
    pub value: Option<String>,
}

/// Rejects the invoice for an order. The user is notified (拒绝开票).
#[endpoint(POST "/card/invoice/rejectinsert", title = "拒绝开票",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Invoice/E_Invoice/Vendor_API_List.html#8",
    scope(official), retry = safe, call = invoices.reject)]
pub struct RejectInvoice {
    /// The invoicing platform.
    pub s_pappid: InvoicePlatformId,
    /// The order whose invoice is rejected.
    pub order_id: InvoiceOrderId,
    /// Why, shown to the user.
    pub reason: String,
    /// A page with details.
    pub url: Option<String>,
}

/// Links a merchant at WeChat Pay to an invoicing platform (关联商户号与开票平台).
#[endpoint(POST "/card/invoice/setbizattr?action=set_pay_mch", title = "关联商户号与开票平台",
    doc = "https://developers.weixin.qq.com/doc/service/api/invoice/auth/api_invoicebizsetattr.html",
    scope(official), retry = safe, call = "wx.invoices().set_pay_merchant(mchid, s_pappid)")]
pub struct SetInvoicePayMerchant {
    /// The merchant and the platform.
    pub paymch_info: InvoicePayMerchant,
}

/// A merchant at WeChat Pay and its invoicing platform.
#[endpoint(part)]
pub struct InvoicePayMerchant {
    /// The merchant.
    pub mchid: MchId,
    /// The invoicing platform.
    pub s_pappid: InvoicePlatformId,
}

/// Returns the merchant at WeChat Pay and its invoicing platform.
///
/// Fails with 72028 when none was set.
#[endpoint(POST "/card/invoice/setbizattr?action=get_pay_mch", title = "查询商户号与开票平台关联情况",
    doc = "https://developers.weixin.qq.com/doc/service/api/invoice/auth/api_invoicebizsetattr.html",
    scope(official), retry = safe, reply = InvoicePayMerchantInfo, call = invoices.pay_merchant)]
pub struct GetInvoicePayMerchant {}

/// The reply with a merchant and its invoicing platform.
#[endpoint(part, reply_to(GetInvoicePayMerchant))]
pub struct InvoicePayMerchantInfo {
    /// The merchant and the platform; missing if none are linked.
    pub paymch_info: Option<InvoicePayMerchant>,
}

/// Sets how users reach the merchant (设置商户联系方式).
///
/// Without it, [`GetInvoiceAuthUrl`] fails with 72063.
#[endpoint(POST "/card/invoice/setbizattr?action=set_contact", title = "设置商户联系方式",
    doc = "https://developers.weixin.qq.com/doc/service/api/invoice/auth/api_invoicebizsetattr.html",
    scope(official), retry = safe, call = "wx.invoices().set_contact(phone, time_out)")]
pub struct SetInvoiceContact {
    /// The contact data.
    pub contact: InvoiceContact,
}

/// How users reach a merchant.
#[endpoint(part)]
pub struct InvoiceContact {
    /// The telephone number shown to users.
    pub phone: String,
    /// How long issuing an invoice may take, in seconds.
    pub time_out: u64,
}

/// Returns how users reach the merchant.
///
/// Fails with 72063 when none was set.
#[endpoint(POST "/card/invoice/setbizattr?action=get_contact", title = "查询商户联系方式",
    doc = "https://developers.weixin.qq.com/doc/service/api/invoice/auth/api_invoicebizsetattr.html",
    scope(official), retry = safe, reply = InvoiceContactInfo, call = invoices.contact)]
pub struct GetInvoiceContact {}

/// The reply with the contact data of a merchant.
#[endpoint(part, reply_to(GetInvoiceContact))]
pub struct InvoiceContactInfo {
    /// The contact data; missing if none were set.
    pub contact: Option<InvoiceContact>,
}

/// Sets what users enter on authorization pages of the kind [`InvoiceAuthKind::Fields`].
#[endpoint(POST "/card/invoice/setbizattr?action=set_auth_field", title = "设置授权页字段信息",
    doc = "https://developers.weixin.qq.com/doc/service/api/invoice/auth/api_invoicebizsetattr.html",
    scope(official), retry = safe, call = invoices.set_auth_fields)]
pub struct SetInvoiceAuthFields {
    /// The fields.
    pub auth_field: InvoiceAuthFields,
}

/// What users enter on authorization pages.
#[endpoint(part)]
pub struct InvoiceAuthFields {
    /// The fields for an invoice to a person (个人抬头).
    pub user_field: Option<InvoiceUserFields>,
    /// The fields for an invoice to a company (单位抬头).
    pub biz_field: Option<InvoiceCompanyFields>,
}

/// What users enter for an invoice to a person.
#[endpoint(part)]
pub struct InvoiceUserFields {
    /// Whether the page asks for the title.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_title: Option<bool>,
    /// Whether the page asks for the telephone number.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_phone: Option<bool>,
    /// Whether the page asks for the mail address.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_email: Option<bool>,
    /// Whether the telephone number is required.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_phone: Option<bool>,
    /// Whether the mail address is required.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_email: Option<bool>,
    /// Fields of the merchant's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_field: Vec<InvoiceField>,
}

/// What users enter for an invoice to a company.
#[endpoint(part)]
pub struct InvoiceCompanyFields {
    /// Whether the page asks for the title.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_title: Option<bool>,
    /// Whether the page asks for the telephone number.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_phone: Option<bool>,
    /// Whether the page asks for the taxpayer number.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_tax_no: Option<bool>,
    /// Whether the page asks for the address.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_addr: Option<bool>,
    /// Whether the page asks for the bank.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_bank_type: Option<bool>,
    /// Whether the page asks for the bank account.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_bank_no: Option<bool>,
    /// Whether the telephone number is required.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_phone: Option<bool>,
    /// Whether the taxpayer number is required.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_tax_no: Option<bool>,
    /// Whether the address is required.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_addr: Option<bool>,
    /// Whether the bank is required.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_bank_type: Option<bool>,
    /// Whether the bank account is required.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_bank_no: Option<bool>,
    /// Fields of the merchant's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_field: Vec<InvoiceField>,
}

/// A field of the merchant's own.
#[endpoint(part)]
pub struct InvoiceField {
    /// The name of the field.
    pub key: String,
    /// Whether the field is required.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_require: Option<bool>,
    /// A hint on what to enter.
    pub notice: Option<String>,
}

/// Returns what users enter on authorization pages.
///
/// Fails with 72029 when they were never set.
#[endpoint(POST "/card/invoice/setbizattr?action=get_auth_field", title = "查询授权页字段信息",
    doc = "https://developers.weixin.qq.com/doc/service/api/invoice/auth/api_invoicebizsetattr.html",
    scope(official), retry = safe, reply = InvoiceAuthFieldsInfo, call = invoices.auth_fields)]
pub struct GetInvoiceAuthFields {}

/// The reply with the fields of authorization pages.
#[endpoint(part, reply_to(GetInvoiceAuthFields))]
pub struct InvoiceAuthFieldsInfo {
    /// The fields; missing if none were set.
    pub auth_field: Option<InvoiceAuthFields>,
}

impl<'c, C: Caller + ?Sized> InvoicesHandle<'c, C> {
    /// Sets how users reach the merchant; see [`SetInvoiceContact`].
    pub fn set_contact(
        &self,
        phone: impl Into<String>,
        time_out: u64,
    ) -> Call<'c, C, SetInvoiceContact> {
        Call::new(self.caller, SetInvoiceContact::new(InvoiceContact::new(phone, time_out)))
    }

    /// Links a merchant to an invoicing platform; see [`SetInvoicePayMerchant`].
    pub fn set_pay_merchant(
        &self,
        mchid: impl Into<MchId>,
        s_pappid: impl Into<InvoicePlatformId>,
    ) -> Call<'c, C, SetInvoicePayMerchant> {
        Call::new(self.caller, SetInvoicePayMerchant::new(InvoicePayMerchant::new(mchid, s_pappid)))
    }
}
