//! Companies, the merchant's numbers at them, printers, and tests.

use super::{ExpressAction, ExpressService};
use crate::logistics::LogisticsHandle;
use weixin_api::{StringEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::{OpenId, Secret};

/// Connects the merchant's number at a company, or disconnects it.
#[endpoint(POST "/cgi-bin/express/business/account/bind", title = "绑定、解绑物流账号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.bindAccount.html",
    scope(mini), retry = safe, call = logistics.bind_account)]
pub struct BindExpressAccount {
    /// Which of both.
    #[serde(rename = "type")]
    pub kind: ExpressBinding,
    /// The merchant's number.
    pub biz_id: String,
    /// The company.
    pub delivery_id: String,
    /// Its password there.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// What the company may need to know.
    pub remark_content: Option<String>,
}

/// What is done with a number at a company.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ExpressBinding {
    /// It is connected.
    #[string_enum(rename = "bind")]
    Bind,
    /// It is disconnected.
    #[string_enum(rename = "unbind")]
    Unbind,
    /// A value that this version does not know.
    Other(String),
}

/// Gives the merchant's numbers at companies.
#[endpoint(GET "/cgi-bin/express/business/account/getall", title = "获取所有绑定的物流账号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getAllAccount.html",
    scope(mini), reply = ExpressAccounts, call = logistics.accounts)]
pub struct GetExpressAccounts {}

/// The merchant's numbers.
#[endpoint(part, reply_to(GetExpressAccounts))]
pub struct ExpressAccounts {
    /// How many there are.
    pub count: Option<u32>,
    /// The numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<ExpressAccount>,
}

/// A number at a company.
#[endpoint(part)]
pub struct ExpressAccount {
    /// The number.
    pub biz_id: Option<String>,
    /// The company.
    pub delivery_id: Option<String>,
    /// When it was connected.
    pub create_time: Option<Timestamp>,
    /// When it was last changed.
    pub update_time: Option<Timestamp>,
    /// Whether it is connected.
    pub status_code: Option<ExpressAccountStatus>,
    /// What it is called.
    pub alias: Option<String>,
    /// Why it is not connected.
    pub remark_wrong_msg: Option<String>,
    /// What was said to the company.
    pub remark_content: Option<String>,
    /// How many labels are left.
    pub quota_num: Option<i64>,
    /// When that was counted.
    pub quota_update_time: Option<Timestamp>,
    /// The services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_type: Vec<ExpressService>,
}

int_enum! {
    /// Whether a number is connected.
    pub enum ExpressAccountStatus {
        /// It is.
        Bound = 0,
        /// The company looks at it.
        UnderReview = 1,
        /// It is not.
        Failed = 2,
        /// It is no longer used.
        Unsigned = 3,
    }
}

/// Gives the companies.
#[endpoint(GET "/cgi-bin/express/business/delivery/getall", title = "获取支持的快递公司列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getAllDelivery.html",
    scope(mini), reply = ExpressCompanies, call = logistics.companies)]
pub struct GetExpressCompanies {}

/// The companies.
#[endpoint(part, reply_to(GetExpressCompanies))]
pub struct ExpressCompanies {
    /// How many there are.
    pub count: Option<u32>,
    /// The companies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<ExpressCompany>,
}

/// A company.
#[endpoint(part)]
pub struct ExpressCompany {
    /// The company.
    pub delivery_id: String,
    /// Its name.
    pub delivery_name: Option<String>,
    /// Whether single parcels can be paid.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub can_use_cash: Option<bool>,
    /// Whether it says how many labels are left.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub can_get_quota: Option<bool>,
    /// The number that stands for single parcels.
    pub cash_biz_id: Option<String>,
    /// Its services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_type: Vec<ExpressService>,
}

/// Says how many labels are left.
#[endpoint(POST "/cgi-bin/express/business/quota/get", title = "获取电子面单余额",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getQuota.html",
    scope(mini), retry = safe, reply = ExpressQuota, call = logistics.quota)]
pub struct GetExpressQuota {
    /// The company.
    pub delivery_id: String,
    /// The merchant's number.
    pub biz_id: String,
}

/// How many labels are left.
#[endpoint(part, reply_to(GetExpressQuota))]
pub struct ExpressQuota {
    /// How many.
    pub quota_num: Option<i64>,
}

/// Gives those who print labels on their computers.
#[endpoint(GET "/cgi-bin/express/business/printer/getall", title = "获取打印员",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getPrinter.html",
    scope(mini), reply = ExpressPrinters, call = logistics.printers)]
pub struct GetExpressPrinters {}

/// Those who print labels.
#[endpoint(part, reply_to(GetExpressPrinters))]
pub struct ExpressPrinters {
    /// How many there are.
    pub count: Option<u32>,
    /// Who they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid: Vec<OpenId>,
    /// What each of them prints.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tagid_list: Vec<String>,
}

/// Adds or removes somebody who prints labels.
#[endpoint(POST "/cgi-bin/express/business/printer/update", title = "配置面单打印员",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.updatePrinter.html",
    scope(mini), retry = safe, call = logistics.update_printer)]
pub struct UpdateExpressPrinter {
    /// Who they are.
    pub openid: OpenId,
    /// Whether they are added.
    pub update_type: ExpressBinding,
    /// What they print: numbers joined by commas.
    pub tagid_list: Option<String>,
}

/// Has something happen to a parcel of the company `TEST`.
#[endpoint(POST "/cgi-bin/express/business/test_update_order", title = "模拟快递公司更新订单状态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.testUpdateOrder.html",
    scope(mini), call = logistics.test_update)]
pub struct TestUpdateExpressOrder {
    /// `test_biz_id`.
    pub biz_id: String,
    /// The order.
    pub order_id: String,
    /// `TEST`.
    pub delivery_id: String,
    /// The tracking number.
    pub waybill_id: String,
    /// When it happens.
    pub action_time: Timestamp,
    /// What happens.
    pub action_type: ExpressAction,
    /// The same in words.
    pub action_msg: String,
}
