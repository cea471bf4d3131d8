//! Customers of guides (客户管理).

use weixin_api::{Call, Caller, Paged, Timestamp, endpoint};
use weixin_protocol::OpenId;

use super::{GuideName, Guides};

/// Gives customers to a guide. `POST /cgi-bin/guide/addguidebuyerrelation`
///
/// A customer has one guide: who has another is refused (9300805).
#[endpoint(POST "/cgi-bin/guide/addguidebuyerrelation", title = "为顾问分配客户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.addGuideBuyerRelation.html",
    scope(official), retry = safe, reply = CustomerResults)]
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
#[endpoint(part)]
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

/// Takes customers from a guide. `POST /cgi-bin/guide/delguidebuyerrelation`
#[endpoint(POST "/cgi-bin/guide/delguidebuyerrelation", title = "为顾问移除客户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.delGuideBuyerRelation.html",
    scope(official), retry = safe, reply = CustomerResults)]
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

/// Gives the customers of a guide. `POST /cgi-bin/guide/getguidebuyerrelationlist`
#[endpoint(POST "/cgi-bin/guide/getguidebuyerrelationlist", title = "获取顾问的客户列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelationList.html",
    scope(official), retry = safe, reply = Customers)]
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
#[endpoint(part)]
pub struct Customers {
    /// The customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<Customer>,
    /// How many there are on all pages.
    pub total_num: Option<u64>,
}

/// A customer of a guide.
#[endpoint(part)]
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
    fn turn(self, reply: Customers) -> (Vec<Customer>, Option<Self>) {
        let more = !reply.list.is_empty();
        let next = more.then(|| Self::new(self.guide, self.page + 1, self.num));
        (reply.list, next)
    }
}

/// Gives customers of a guide to another. `POST /cgi-bin/guide/rebindguideacctforbuyer`
#[endpoint(POST "/cgi-bin/guide/rebindguideacctforbuyer", title = "为客户更换顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.rebindGuideAcctForBuyer.html",
    scope(official), retry = safe, reply = CustomerResults)]
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

/// Changes the name a guide sees for a customer. `POST /cgi-bin/guide/updateguidebuyerrelation`
#[endpoint(POST "/cgi-bin/guide/updateguidebuyerrelation", title = "修改客户昵称",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.updateGuideBuyerRelation.html",
    scope(official), retry = safe)]
pub struct UpdateCustomer {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The customer.
    pub openid: OpenId,
    /// The name.
    pub buyer_nickname: String,
}

/// Tells about a customer of a guide. `POST /cgi-bin/guide/getguidebuyerrelation`
///
/// Who is not a customer of the guide is refused (9300806).
#[endpoint(POST "/cgi-bin/guide/getguidebuyerrelation", title = "查询指定顾问和客户的关系",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelation.html",
    scope(official), retry = safe, reply = Customer)]
pub struct GetCustomer {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The customer.
    pub openid: OpenId,
}

/// Says which guide a customer has. `POST /cgi-bin/guide/getguidebuyerrelationbybuyer`
///
/// Who has none is refused (9300806).
#[endpoint(POST "/cgi-bin/guide/getguidebuyerrelationbybuyer", title = "查询客户所属顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/buyer-account/shopping-guide.getGuideBuyerRelationByBuyer.html",
    scope(official), retry = safe, reply = GuideOfCustomer)]
pub struct GetGuideOfCustomer {
    /// The customer.
    pub openid: OpenId,
}

/// Which guide a customer has.
#[endpoint(part)]
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

impl<'c, C: Caller + ?Sized> Guides<'c, C> {
    /// Gives customers to a guide; see [`AssignCustomers`].
    pub fn assign(&self, guide: impl Into<GuideName>) -> Call<'c, C, AssignCustomers> {
        Call::new(self.0, AssignCustomers::new(guide))
    }

    /// Takes customers from a guide; see [`RemoveCustomers`].
    pub fn remove_customers(&self, guide: impl Into<GuideName>) -> Call<'c, C, RemoveCustomers> {
        Call::new(self.0, RemoveCustomers::new(guide))
    }

    /// The customers of a guide, a page when awaited; see [`GetCustomers`].
    pub fn customers(
        &self,
        guide: impl Into<GuideName>,
        page: u32,
        num: u32,
    ) -> Call<'c, C, GetCustomers> {
        Call::new(self.0, GetCustomers::new(guide, page, num))
    }

    /// Gives customers of a guide to another; see [`ReassignCustomers`].
    pub fn reassign(&self) -> Call<'c, C, ReassignCustomers> {
        Call::new(self.0, ReassignCustomers::new())
    }

    /// Changes the name a guide sees for a customer; see [`UpdateCustomer`].
    pub fn rename_customer(
        &self,
        guide: impl Into<GuideName>,
        openid: impl Into<OpenId>,
        buyer_nickname: impl Into<String>,
    ) -> Call<'c, C, UpdateCustomer> {
        Call::new(self.0, UpdateCustomer::new(guide, openid, buyer_nickname))
    }

    /// Tells about a customer of a guide; see [`GetCustomer`].
    pub fn customer(
        &self,
        guide: impl Into<GuideName>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, GetCustomer> {
        Call::new(self.0, GetCustomer::new(guide, openid))
    }

    /// Says which guide a customer has; see [`GetGuideOfCustomer`].
    pub fn guide_of(&self, openid: impl Into<OpenId>) -> Call<'c, C, GetGuideOfCustomer> {
        Call::new(self.0, GetGuideOfCustomer::new(openid))
    }
}
