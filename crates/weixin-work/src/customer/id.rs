//! Conversions between the ids of a customer.

use weixin_api::{AgentId, endpoint};
use weixin_protocol::{CorpId, OpenId, UnionId};

use crate::customer::CustomersHandle;
use crate::ids::ExternalUserId;

/// Returns the openid of a customer who is a WeChat user, with which they can be paid.
#[endpoint(POST "/cgi-bin/externalcontact/convert_to_openid", title = "外部联系人openid转换",
    doc = "https://developer.work.weixin.qq.com/document/path/92323",
    scope(work), retry = safe, reply = CustomerOpenId, call = customers.to_openid)]
pub struct ConvertCustomerToOpenId {
    /// The customer to convert.
    pub external_userid: ExternalUserId,
}

/// The openid of a customer.
#[endpoint(part, reply_to(ConvertCustomerToOpenId))]
pub struct CustomerOpenId {
    /// The customer, as a WeChat user who can be paid.
    pub openid: OpenId,
}

/// Finds the customer that a WeChat user is, by unionid.
///
/// Fails with 41057 when the corporation has not bound its WeChat developer account, with 84061
/// when no customer has the unionid.
#[endpoint(POST "/cgi-bin/externalcontact/unionid_to_external_userid", title = "unionid转换为第三方external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/93274",
    scope(work), retry = safe, reply = ConvertedCustomer, call = customers.by_unionid)]
pub struct ConvertUnionIdToCustomer {
    /// The WeChat user, at the Open Platform account that the corporation has bound.
    pub unionid: UnionId,
}

/// The converted id of a customer.
#[endpoint(
    part,
    reply_to(ConvertUnionIdToCustomer, ConvertCustomerForService, ConvertCustomerFromService)
)]
pub struct ConvertedCustomer {
    /// The customer, by the id that was asked for.
    pub external_userid: ExternalUserId,
}

/// Converts the id of a customer into the one that apps of a service provider know (代开发应用).
#[endpoint(POST "/cgi-bin/externalcontact/to_service_external_userid", title = "企业客户微信unionid的升级: 代开发应用external_userid转换",
    doc = "https://developer.work.weixin.qq.com/document/path/95195",
    scope(work), retry = safe, reply = ConvertedCustomer, call = customers.to_service)]
pub struct ConvertCustomerForService {
    /// The customer, as the corporation's own apps know them.
    pub external_userid: ExternalUserId,
}

/// Converts the id of a customer that a service provider's app knows into that of the corporation's
/// own apps.
#[endpoint(POST "/cgi-bin/externalcontact/from_service_external_userid", title = "将代开发应用或第三方应用获取的externaluserid转换成自建应用的externaluserid",
    scope(work), retry = safe, reply = ConvertedCustomer, call = customers.from_service)]
pub struct ConvertCustomerFromService {
    /// The customer, as the app `source_agentid` knows them.
    pub external_userid: ExternalUserId,
    /// The provider's app that got the id.
    pub source_agentid: AgentId,
}

/// Converts the ids of up to 1,000 customers into the format of 2022 (external_userid 升级).
#[endpoint(POST "/cgi-bin/externalcontact/get_new_external_userid", title = "转换external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95327",
    scope(work), retry = safe, reply = NewCustomerIds, call = customers.new_ids)]
pub struct GetNewCustomerIds {
    /// The customers, by their old ids: up to 1,000.
    pub external_userid_list: Vec<ExternalUserId>,
}

/// The new ids of customers.
#[endpoint(part, reply_to(GetNewCustomerIds))]
#[derive(Default)]
pub struct NewCustomerIds {
    /// One entry for each known customer; unknown ones are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<NewCustomerId>,
}

/// The old and the new id of a customer.
#[endpoint(part)]
pub struct NewCustomerId {
    /// The old id.
    pub external_userid: ExternalUserId,
    /// The new id.
    pub new_external_userid: ExternalUserId,
}

/// Ends the migration of a corporation's customers to the new ids. From then on the platform uses
/// only these.
#[endpoint(POST "/cgi-bin/externalcontact/finish_external_userid_migration", title = "设置迁移完成",
    doc = "https://developer.work.weixin.qq.com/document/path/95327",
    scope(work), retry = safe)]
pub struct FinishCustomerIdMigration {
    /// The corporation whose migration is finished.
    pub corpid: CorpId,
}

/// Finds the customers with up to 100 mobile numbers.
#[endpoint(POST "/cgi-bin/externalcontact/batch_to_external_userid", title = "手机号转外部联系人ID",
    doc = "https://developer.work.weixin.qq.com/document/path/92506",
    scope(work), retry = safe, reply = ConvertedMobiles, call = customers.by_mobiles)]
pub struct ConvertMobilesToCustomers {
    /// The mobile numbers: up to 100.
    pub mobiles: Vec<String>,
}

/// The customers behind mobile numbers.
#[endpoint(part, reply_to(ConvertMobilesToCustomers))]
#[derive(Default)]
pub struct ConvertedMobiles {
    /// The numbers of customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub success_list: Vec<ConvertedMobile>,
    /// The numbers that were not found, with the reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<ConvertedMobile>,
}

/// The customer behind a mobile number.
#[endpoint(part)]
#[derive(Default)]
pub struct ConvertedMobile {
    /// 0, or the error code of this number.
    pub errcode: Option<i64>,
    /// The error as a text.
    pub errmsg: Option<String>,
    /// The mobile number, as in the request.
    pub mobile: Option<String>,
    /// The customer; `None` if the number was not found.
    pub external_userid: Option<ExternalUserId>,
    /// The key of the customer at another platform, a text that the platform passes through.
    pub foreign_key: Option<String>,
}
