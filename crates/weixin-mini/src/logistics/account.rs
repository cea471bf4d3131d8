//! Express companies, the merchant's accounts at them, printing staff, and tests.

use super::{BizId, ExpressAction, ExpressOrderId, ExpressService};
use crate::logistics::LogisticsHandle;
use weixin_api::{StringEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::{OpenId, Secret};

use crate::ids::{DeliveryId, WaybillId};

/// Binds or unbinds the merchant's account at an express company.
///
/// Fails with 9300529 when the account is bound already, with 9300530 when the one to unbind does
/// not exist, with 9300531 when the customer code or password is wrong, and with 9300532 while the
/// company reviews it.
#[endpoint(POST "/cgi-bin/express/business/account/bind", title = "绑定、解绑物流账号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.bindAccount.html",
    scope(mini), retry = safe, call = logistics.bind_account)]
pub struct BindExpressAccount {
    /// Whether the account is bound or unbound.
    #[serde(rename = "type")]
    pub kind: ExpressBinding,
    /// The merchant's customer code at the company.
    pub biz_id: BizId,
    /// The express company.
    pub delivery_id: DeliveryId,
    /// The password of the account at the company.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// Information that the company needs to approve the account.
    pub remark_content: Option<String>,
}

/// Whether an account or person is bound or unbound.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ExpressBinding {
    /// It is bound (绑定).
    #[string_enum(rename = "bind")]
    Bind,
    /// It is unbound (解绑).
    #[string_enum(rename = "unbind")]
    Unbind,
    /// A value that this version does not know.
    Other(String),
}

/// Returns the merchant's accounts at express companies.
#[endpoint(GET "/cgi-bin/express/business/account/getall", title = "获取所有绑定的物流账号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getAllAccount.html",
    scope(mini), reply = ExpressAccounts, call = logistics.accounts)]
pub struct GetExpressAccounts {}

/// The merchant's accounts at express companies.
#[endpoint(part, reply_to(GetExpressAccounts))]
pub struct ExpressAccounts {
    /// The number of entries.
    pub count: Option<u32>,
    /// The accounts that are bound.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<ExpressAccount>,
}

/// The merchant's account at an express company.
#[endpoint(part)]
pub struct ExpressAccount {
    /// The merchant's customer code at the company.
    pub biz_id: Option<BizId>,
    /// The express company.
    pub delivery_id: Option<DeliveryId>,
    /// When the account was bound.
    pub create_time: Option<Timestamp>,
    /// When the account was last changed.
    pub update_time: Option<Timestamp>,
    /// The state of the binding.
    pub status_code: Option<ExpressAccountStatus>,
    /// The name that the merchant gave the account.
    pub alias: Option<String>,
    /// The company's reason for a rejection.
    pub remark_wrong_msg: Option<String>,
    /// What was told to the company when the account was bound.
    pub remark_content: Option<String>,
    /// The number of labels that are left (电子面单余额).
    pub quota_num: Option<i64>,
    /// When the labels were last counted.
    pub quota_update_time: Option<Timestamp>,
    /// The services of the company.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_type: Vec<ExpressService>,
}

int_enum! {
    /// The state of an account's binding.
    pub enum ExpressAccountStatus {
        /// The account is bound (绑定成功).
        Bound = 0,
        /// The company is reviewing it (审核中).
        UnderReview = 1,
        /// The company has rejected it (绑定失败).
        Failed = 2,
        /// The contract with the company has ended (已解约).
        Unsigned = 3,
    }
}

/// Returns the supported express companies.
#[endpoint(GET "/cgi-bin/express/business/delivery/getall", title = "获取支持的快递公司列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getAllDelivery.html",
    scope(mini), reply = ExpressCompanies, call = logistics.companies)]
pub struct GetExpressCompanies {}

/// The supported express companies.
#[endpoint(part, reply_to(GetExpressCompanies))]
pub struct ExpressCompanies {
    /// The number of entries.
    pub count: Option<u32>,
    /// The companies that the platform supports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<ExpressCompany>,
}

/// An express company.
#[endpoint(part)]
pub struct ExpressCompany {
    /// The express company.
    pub delivery_id: DeliveryId,
    /// The name of the company.
    pub delivery_name: Option<String>,
    /// Whether single parcels can be sent without an account (散单).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub can_use_cash: Option<bool>,
    /// Whether the company reports how many labels are left.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub can_get_quota: Option<bool>,
    /// The customer code for single parcels (散单对应的 bizid).
    pub cash_biz_id: Option<BizId>,
    /// The services of the company.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_type: Vec<ExpressService>,
}

/// Returns how many labels an account has left.
///
/// Fails with 9300525 when the account is not bound, and with 9300527 when the company does not
/// report it.
#[endpoint(POST "/cgi-bin/express/business/quota/get", title = "获取电子面单余额",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getQuota.html",
    scope(mini), retry = safe, reply = ExpressQuota, call = logistics.quota)]
pub struct GetExpressQuota {
    /// The express company.
    pub delivery_id: DeliveryId,
    /// The merchant's customer code at the company.
    pub biz_id: BizId,
}

/// The labels that an account has left.
#[endpoint(part, reply_to(GetExpressQuota))]
pub struct ExpressQuota {
    /// The number of labels that are left (电子面单余额).
    pub quota_num: Option<i64>,
}

/// Returns the people who may print labels (打印员).
#[endpoint(GET "/cgi-bin/express/business/printer/getall", title = "获取打印员",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getPrinter.html",
    scope(mini), reply = ExpressPrinters, call = logistics.printers)]
pub struct GetExpressPrinters {}

/// The people who may print labels.
#[endpoint(part, reply_to(GetExpressPrinters))]
pub struct ExpressPrinters {
    /// The number of entries.
    pub count: Option<u32>,
    /// The people, by their openids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid: Vec<OpenId>,
    /// What each of them may print, in the same order: the [`ExpressTagId`](super::ExpressTagId)s,
    /// joined by commas.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tagid_list: Vec<String>,
}

/// Adds or removes a person who may print labels.
#[endpoint(POST "/cgi-bin/express/business/printer/update", title = "配置面单打印员",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.updatePrinter.html",
    scope(mini), retry = safe, call = logistics.update_printer)]
pub struct UpdateExpressPrinter {
    /// The user who prints labels.
    pub openid: OpenId,
    /// Whether the person is added or removed.
    pub update_type: ExpressBinding,
    /// What the person may print: [`ExpressTagId`](super::ExpressTagId)s, joined by commas. For
    /// platforms that sell for several merchants.
    pub tagid_list: Option<String>,
}

/// Simulates a step of a parcel of the test company.
#[endpoint(POST "/cgi-bin/express/business/test_update_order", title = "模拟快递公司更新订单状态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.testUpdateOrder.html",
    scope(mini), call = logistics.test_update)]
pub struct TestUpdateExpressOrder {
    /// The test account; always `test_biz_id`.
    pub biz_id: BizId,
    /// The order, as the merchant numbered it.
    pub order_id: ExpressOrderId,
    /// The test company; always `TEST`.
    pub delivery_id: DeliveryId,
    /// The tracking number.
    pub waybill_id: WaybillId,
    /// When the step happens.
    pub action_time: Timestamp,
    /// The kind of the step.
    pub action_type: ExpressAction,
    /// What happens, in words.
    pub action_msg: String,
}
