//! Customers of guides (客户管理).

use crate::guide::GuidesHandle;
use weixin_api::{Paged, Timestamp, endpoint};
use weixin_protocol::OpenId;

use super::GuideName;

/// Assigns customers to a guide (分配客户).
///
/// Fails with 9300804 when the person is no guide, with 9300805 when a customer has another guide,
/// with 40032 when there are more than 200, with 43004 when one does not follow the account.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::{guide::{AssignCustomers, GuideName, NewCustomer}, prelude::*};
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let guide = GuideName::by_account("guide_ann");
/// let customers = AssignCustomers::new(guide).buyer_list([
///     NewCustomer::new("oP5Ge5_h5PZ8aSxjfv7yxjYZ2Lwc"),
///     NewCustomer::new("oP5Ge5wJbcpPSSW3bBqIrgtx2ZJk"),
/// ]);
/// for result in wx.guides().assign(customers).await?.buyer_resp {
///     println!("{}: {} {}", result.openid, result.errcode, result.errmsg);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/guide/addguidebuyerrelation", title = "为顾问分配客户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.addGuideBuyerRelation.html",
    scope(official), retry = safe, reply = CustomerResults, call = guides.assign)]
pub struct AssignCustomers {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// One customer, who must follow the account. Either this or `buyer_list` is given.
    pub openid: Option<OpenId>,
    /// The name that the guide sees for `openid`.
    pub buyer_nickname: Option<String>,
    /// Several customers instead of `openid`, up to 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buyer_list: Vec<NewCustomer>,
}

/// A customer to be assigned to a guide.
#[endpoint(part)]
pub struct NewCustomer {
    /// The customer, who must follow the account.
    pub openid: OpenId,
    /// The name that the guide sees. `None`: the name in WeChat.
    pub buyer_nickname: Option<String>,
}

/// The outcome for several customers.
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
    /// One entry for each customer; empty if one was given as `openid`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buyer_resp: Vec<CustomerResult>,
}

/// The outcome for one customer.
#[endpoint(part)]
pub struct CustomerResult {
    /// The customer that the outcome is about.
    pub openid: OpenId,
    /// 0 when it succeeded; otherwise the code of the reason.
    pub errcode: i64,
    /// The reason in words.
    pub errmsg: String,
}

/// Removes customers from a guide (移除客户).
#[endpoint(POST "/cgi-bin/guide/delguidebuyerrelation", title = "为顾问移除客户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.delGuideBuyerRelation.html",
    scope(official), retry = safe, reply = CustomerResults, call = guides.remove_customers)]
pub struct RemoveCustomers {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// One customer. Either this or `openid_list` is given.
    pub openid: Option<OpenId>,
    /// Several customers instead of `openid`, up to 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid_list: Vec<OpenId>,
}

/// Returns the customers of a guide, page by page.
#[endpoint(POST "/cgi-bin/guide/getguidebuyerrelationlist", title = "获取顾问的客户列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelationList.html",
    scope(official), retry = safe, reply = Customers, call = guides.customers)]
pub struct GetCustomers {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The page, from 0.
    pub page: u32,
    /// How many entries a page has.
    pub num: u32,
}

/// A page of the customers of a guide.
#[endpoint(part, reply_to(GetCustomers))]
pub struct Customers {
    /// The customers of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<Customer>,
    /// How many entries there are on all pages.
    pub total_num: Option<u64>,
}

/// A customer of a guide (客户).
#[endpoint(part, reply_to(GetCustomer))]
pub struct Customer {
    /// The customer, by openid.
    pub openid: OpenId,
    /// The name that the guide sees for the customer.
    pub buyer_nickname: Option<String>,
    /// When the customer was assigned to the guide.
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

/// Moves customers from one guide to another (更换顾问).
///
/// Fails with 9300804 when a person is no guide, with 9300806 when the user is no customer of the
/// first one.
#[endpoint(POST "/cgi-bin/guide/rebindguideacctforbuyer", title = "为客户更换顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.rebindGuideAcctForBuyer.html",
    scope(official), retry = safe, reply = CustomerResults, call = guides.reassign)]
pub struct ReassignCustomers {
    /// The WeChat name of the present guide.
    pub old_guide_account: Option<String>,
    /// The openid or unionid of the present guide.
    pub old_guide_openid: Option<OpenId>,
    /// The WeChat name of the new guide. Together with `old_guide_account`.
    pub new_guide_account: Option<String>,
    /// The openid or unionid of the new guide. Together with `old_guide_openid`.
    pub new_guide_openid: Option<OpenId>,
    /// One customer. Either this or `openid_list` is given.
    pub openid: Option<OpenId>,
    /// Several customers instead of `openid`, up to 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid_list: Vec<OpenId>,
}

/// Changes the name that a guide sees for a customer.
///
/// Fails with 9300806 when the user is no customer of the guide.
#[endpoint(POST "/cgi-bin/guide/updateguidebuyerrelation", title = "修改客户昵称",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.updateGuideBuyerRelation.html",
    scope(official), retry = safe, call = guides.rename_customer)]
pub struct UpdateCustomer {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The customer whose name changes.
    pub openid: OpenId,
    /// The new name.
    pub buyer_nickname: String,
}

/// Returns a customer of a guide.
///
/// Fails with 9300806 when the user is no customer of the guide.
#[endpoint(POST "/cgi-bin/guide/getguidebuyerrelation", title = "查询指定顾问和客户的关系",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelation.html",
    scope(official), retry = safe, reply = Customer, call = guides.customer)]
pub struct GetCustomer {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The customer to look up.
    pub openid: OpenId,
}

/// Returns the guide of a customer.
///
/// Fails with 9300806 when the user has no guide.
#[endpoint(POST "/cgi-bin/guide/getguidebuyerrelationbybuyer", title = "查询客户所属顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelationByBuyer.html",
    scope(official), retry = safe, reply = GuideOfCustomer, call = guides.guide_of)]
pub struct GetGuideOfCustomer {
    /// The customer to look up.
    pub openid: OpenId,
}

/// The guide of a customer.
#[endpoint(part, reply_to(GetGuideOfCustomer))]
pub struct GuideOfCustomer {
    /// The customer that was looked up.
    pub openid: OpenId,
    /// The WeChat name (微信号) of the guide, if they were added by it.
    pub guide_account: Option<String>,
    /// The openid or unionid of the guide, if they were added by it.
    pub guide_openid: Option<OpenId>,
    /// The name that the guide sees for the customer.
    pub buyer_nickname: Option<String>,
    /// When the customer was assigned to the guide.
    pub create_time: Option<Timestamp>,
}
