//! Customers of guides (客户管理).

use crate::guide::GuidesHandle;
use weixin_api::{Paged, Timestamp, endpoint};
use weixin_protocol::OpenId;

use super::GuideName;

/// Gives customers to a guide.
///
/// A customer has one guide: who has another is refused (9300805).
#[endpoint(POST "/cgi-bin/guide/addguidebuyerrelation", title = "为顾问分配客户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.addGuideBuyerRelation.html",
    scope(official), retry = safe, reply = CustomerResults, call = guides.assign)]
pub struct AssignCustomers {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// One customer, who follows the account.
    pub openid: Option<OpenId>,
    /// The name the guide sees for that one.
    pub buyer_nickname: Option<String>,
    /// Several customers in place of `openid`: up to 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buyer_list: Vec<NewCustomer>,
}

/// A customer to be given to a guide.
#[endpoint(part)]
pub struct NewCustomer {
    /// Who.
    pub openid: OpenId,
    /// The name the guide sees; that in WeChat if left out.
    pub buyer_nickname: Option<String>,
}

/// What became of several customers.
#[endpoint(
    part,
    reply_to(
        AssignCustomers,
        RemoveCustomers,
        ReassignCustomers,
        crate::guide::TagCustomers,
        crate::guide::UntagCustomers
    )
)]
pub struct CustomerResults {
    /// Each of them; nothing if one was named by `openid`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buyer_resp: Vec<CustomerResult>,
}

/// What became of a customer.
#[endpoint(part)]
pub struct CustomerResult {
    /// Who.
    pub openid: OpenId,
    /// 0 if it was done; else why not.
    pub errcode: i64,
    /// The same in words.
    pub errmsg: String,
}

/// Takes customers from a guide.
#[endpoint(POST "/cgi-bin/guide/delguidebuyerrelation", title = "为顾问移除客户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.delGuideBuyerRelation.html",
    scope(official), retry = safe, reply = CustomerResults, call = guides.remove_customers)]
pub struct RemoveCustomers {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// One customer.
    pub openid: Option<OpenId>,
    /// Several customers in place of `openid`: up to 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid_list: Vec<OpenId>,
}

/// Gives the customers of a guide.
#[endpoint(POST "/cgi-bin/guide/getguidebuyerrelationlist", title = "获取顾问的客户列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelationList.html",
    scope(official), retry = safe, reply = Customers, call = guides.customers)]
pub struct GetCustomers {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The page, from 0.
    pub page: u32,
    /// How many are on a page.
    pub num: u32,
}

/// A page of the customers of a guide.
#[endpoint(part, reply_to(GetCustomers))]
pub struct Customers {
    /// The customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<Customer>,
    /// How many there are on all pages.
    pub total_num: Option<u64>,
}

/// A customer of a guide.
#[endpoint(part, reply_to(GetCustomer))]
pub struct Customer {
    /// Who.
    pub openid: OpenId,
    /// The name the guide sees.
    pub buyer_nickname: Option<String>,
    /// Since when.
    pub create_time: Option<Timestamp>,
}

impl Paged for GetCustomers {
    type Item = Customer;
    fn split_page(self, reply: Customers) -> (Vec<Customer>, Option<Self>) {
        let more = !reply.list.is_empty();
        let next = more.then(|| Self::new(self.guide, self.page + 1, self.num));
        (reply.list, next)
    }
}

/// Gives customers of a guide to another.
#[endpoint(POST "/cgi-bin/guide/rebindguideacctforbuyer", title = "为客户更换顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.rebindGuideAcctForBuyer.html",
    scope(official), retry = safe, reply = CustomerResults, call = guides.reassign)]
pub struct ReassignCustomers {
    /// The guide they have, by WeChat name.
    pub old_guide_account: Option<String>,
    /// The guide they have, by openid or unionid.
    pub old_guide_openid: Option<OpenId>,
    /// The guide they get, by WeChat name; if `old_guide_account` is given.
    pub new_guide_account: Option<String>,
    /// The guide they get, by openid or unionid; if `old_guide_openid` is given.
    pub new_guide_openid: Option<OpenId>,
    /// One customer.
    pub openid: Option<OpenId>,
    /// Several customers in place of `openid`: up to 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid_list: Vec<OpenId>,
}

/// Changes the name a guide sees for a customer.
#[endpoint(POST "/cgi-bin/guide/updateguidebuyerrelation", title = "修改客户昵称",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.updateGuideBuyerRelation.html",
    scope(official), retry = safe, call = guides.rename_customer)]
pub struct UpdateCustomer {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The customer.
    pub openid: OpenId,
    /// The name.
    pub buyer_nickname: String,
}

/// Tells about a customer of a guide.
///
/// Who is not a customer of the guide is refused (9300806).
#[endpoint(POST "/cgi-bin/guide/getguidebuyerrelation", title = "查询指定顾问和客户的关系",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelation.html",
    scope(official), retry = safe, reply = Customer, call = guides.customer)]
pub struct GetCustomer {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The customer.
    pub openid: OpenId,
}

/// Says which guide a customer has.
///
/// Who has none is refused (9300806).
#[endpoint(POST "/cgi-bin/guide/getguidebuyerrelationbybuyer", title = "查询客户所属顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelationByBuyer.html",
    scope(official), retry = safe, reply = GuideOfCustomer, call = guides.guide_of)]
pub struct GetGuideOfCustomer {
    /// The customer.
    pub openid: OpenId,
}

/// Which guide a customer has.
#[endpoint(part, reply_to(GetGuideOfCustomer))]
pub struct GuideOfCustomer {
    /// The customer.
    pub openid: OpenId,
    /// The guide's WeChat name, if they were added by it.
    pub guide_account: Option<String>,
    /// The guide's openid, if they were added by it.
    pub guide_openid: Option<OpenId>,
    /// The name the guide sees.
    pub buyer_nickname: Option<String>,
    /// Since when.
    pub create_time: Option<Timestamp>,
}
