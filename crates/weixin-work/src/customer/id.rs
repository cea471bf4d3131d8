//! What one customer is called in different places.

use crate::customer::CustomersHandle;
use weixin_api::{AgentId, endpoint};
use weixin_protocol::{AppId, OpenId, UserId};

/// Gives the openid of a customer who is a WeChat user, with which they can be paid.
#[endpoint(POST "/cgi-bin/externalcontact/convert_to_openid", title = "外部联系人openid转换",
    doc = "https://developer.work.weixin.qq.com/document/path/92323",
    scope(work), retry = safe, reply = CustomerOpenId, call = customers.to_openid)]
pub struct ConvertCustomerToOpenId {
    /// The customer.
    pub external_userid: UserId,
}

/// A customer's openid.
#[endpoint(part, reply_to(ConvertCustomerToOpenId))]
pub struct CustomerOpenId {
    /// The openid.
    pub openid: OpenId,
}

/// Gives the customer with a unionid.
#[endpoint(POST "/cgi-bin/externalcontact/unionid_to_external_userid", title = "unionid转换为第三方external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/93274",
    scope(work), retry = safe, reply = ConvertedCustomer, call = customers.by_unionid)]
pub struct ConvertUnionIdToCustomer {
    /// The person, at the open-platform account the corporation has bound.
    pub unionid: String,
}

/// A customer, by another name.
#[endpoint(
    part,
    reply_to(ConvertUnionIdToCustomer, ConvertCustomerForService, ConvertCustomerFromService)
)]
pub struct ConvertedCustomer {
    /// The customer.
    pub external_userid: UserId,
}

/// Gives what a customer is called in the apps a service provider develops for the corporation.
#[endpoint(POST "/cgi-bin/externalcontact/to_service_external_userid", title = "企业客户微信unionid的升级: 代开发应用external_userid转换",
    doc = "https://developer.work.weixin.qq.com/document/path/95195",
    scope(work), retry = safe, reply = ConvertedCustomer, call = customers.to_service)]
pub struct ConvertCustomerForService {
    /// The customer, as the corporation's own apps know them.
    pub external_userid: UserId,
}

/// Gives what a customer, known to an app that a service provider develops, is called in the
/// corporation's own apps.
#[endpoint(POST "/cgi-bin/externalcontact/from_service_external_userid", title = "将代开发应用或第三方应用获取的externaluserid转换成自建应用的externaluserid",
    scope(work), retry = safe, reply = ConvertedCustomer, call = customers.from_service)]
pub struct ConvertCustomerFromService {
    /// The customer, as the app `source_agentid` knows them.
    pub external_userid: UserId,
    /// That app.
    pub source_agentid: AgentId,
}

/// Gives what up to 1,000 customers are called since the platform changed customer ids in 2022.
#[endpoint(POST "/cgi-bin/externalcontact/get_new_external_userid", title = "转换external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95327",
    scope(work), retry = safe, reply = NewCustomerIds, call = customers.new_ids)]
pub struct GetNewCustomerIds {
    /// The customers, by their old ids.
    pub external_userid_list: Vec<UserId>,
}

/// What customers are called now.
#[endpoint(part, reply_to(GetNewCustomerIds))]
#[derive(Default)]
pub struct NewCustomerIds {
    /// The customers; those that are unknown are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<NewCustomerId>,
}

/// What a customer is called now.
#[endpoint(part)]
pub struct NewCustomerId {
    /// The old id.
    pub external_userid: UserId,
    /// The new id.
    pub new_external_userid: UserId,
}

/// Says that a corporation's customers are known by their new ids; from then on only these are
/// used.
#[endpoint(POST "/cgi-bin/externalcontact/finish_external_userid_migration", title = "设置迁移完成",
    doc = "https://developer.work.weixin.qq.com/document/path/95327",
    scope(work), retry = safe)]
pub struct FinishCustomerIdMigration {
    /// The corporation.
    pub corpid: AppId,
}

/// Gives the customers with up to 100 mobile numbers.
#[endpoint(POST "/cgi-bin/externalcontact/batch_to_external_userid", title = "手机号转外部联系人ID",
    doc = "https://developer.work.weixin.qq.com/document/path/92506",
    scope(work), retry = safe, reply = ConvertedMobiles, call = customers.by_mobiles)]
pub struct ConvertMobilesToCustomers {
    /// The mobile numbers.
    pub mobiles: Vec<String>,
}

/// Which mobile numbers are those of customers.
#[endpoint(part, reply_to(ConvertMobilesToCustomers))]
#[derive(Default)]
pub struct ConvertedMobiles {
    /// Those that are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub success_list: Vec<ConvertedMobile>,
    /// Those that are not, with the reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<ConvertedMobile>,
}

/// What is known of a mobile number.
#[endpoint(part)]
#[derive(Default)]
pub struct ConvertedMobile {
    /// 0, or why it is not known.
    pub errcode: Option<i64>,
    /// The same in words.
    pub errmsg: Option<String>,
    /// The mobile number.
    pub mobile: Option<String>,
    /// The customer.
    pub external_userid: Option<UserId>,
    /// What stands for the customer at another platform.
    pub foreign_key: Option<String>,
}
