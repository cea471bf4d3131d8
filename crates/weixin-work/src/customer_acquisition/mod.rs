//! Links through which people become customers (获客助手). `/cgi-bin/externalcontact/customer_acquisition*`

mod event;

use weixin_api::{Call, Caller, On, Paged, Timestamp, codes, endpoint, endpoints};
use weixin_protocol::UserId;

pub use event::*;

endpoints![
    GetAcquisitionLinks,
    GetAcquisitionLink,
    CreateAcquisitionLink,
    UpdateAcquisitionLink,
    DeleteAcquisitionLink,
    GetAcquiredCustomers,
    GetAcquisitionQuota,
    GetAcquisitionStatistic,
    GetAcquisitionChatInfo,
    GetAcquisitionAppPermit
];

weixin_protocol::messages![
    AcquisitionBalanceLow,
    AcquisitionBalanceExhausted,
    AcquisitionBalanceIncreased,
    AcquisitionQuotaExpiring,
    AcquisitionLinkUnavailable,
    AcquisitionLinkDeleted,
    AcquisitionProfileOpened,
    AcquisitionFriendRequested,
    AcquisitionChatStarted,
    AcquisitionMessageReceived,
    AcquisitionFollowUserDeleted
];

/// Gives the links, up to 100 at a time.
/// `POST /cgi-bin/externalcontact/customer_acquisition/list_link`
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/list_link", title = "获取获客链接列表",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), retry = safe, reply = AcquisitionLinkIds)]
pub struct GetAcquisitionLinks {
    /// Where to go on: [`AcquisitionLinkIds::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: up to 100.
    pub limit: Option<u32>,
}

/// Links.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionLinkIds {
    /// The links.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub link_id_list: Vec<String>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetAcquisitionLinks {
    type Item = String;
    fn turn(self, page: AcquisitionLinkIds) -> (Vec<String>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.link_id_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Gives a link. `POST /cgi-bin/externalcontact/customer_acquisition/get`
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/get", title = "获取获客链接详情",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), retry = safe, reply = AcquisitionLinkDetail)]
pub struct GetAcquisitionLink {
    /// The link.
    pub link_id: String,
}

/// A link, and to whom it leads.
#[endpoint(part)]
pub struct AcquisitionLinkDetail {
    /// The link.
    pub link: AcquisitionLink,
    /// To whom it leads.
    pub range: Option<AcquisitionRange>,
    /// Who comes first.
    pub priority_option: Option<AcquisitionPriority>,
}

/// A link.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionLink {
    /// The link.
    pub link_id: Option<String>,
    /// Its name.
    pub link_name: Option<String>,
    /// Its address. `customer_channel`, up to 64 bytes, can be added; it is the `state` of
    /// customers who come through it.
    pub url: Option<String>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// Whether whoever uses it is added without a confirmation.
    pub skip_verify: Option<bool>,
    /// Whether the source is noted with the customer.
    pub mark_source: Option<bool>,
}

/// To whom a link leads: members and departments, of which one has to be there.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionRange {
    /// Members: up to 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<UserId>,
    /// Departments: up to 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_list: Vec<u64>,
}

/// Who comes first.
#[endpoint(part)]
pub struct AcquisitionPriority {
    /// Who that is.
    pub priority_type: AcquisitionPriorityKind,
    /// The members, if they are named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priority_userid_list: Vec<UserId>,
}

codes! {
    /// Who comes first.
    pub enum AcquisitionPriorityKind {
        /// A member among those the link leads to, who has been added before.
        InRange = 1,
        /// The members who are named, if they have been added before.
        Named = 2,
    }
}

/// Makes a link. `POST /cgi-bin/externalcontact/customer_acquisition/create_link`
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/create_link", title = "创建获客链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), reply = CreatedAcquisitionLink)]
pub struct CreateAcquisitionLink {
    /// Its name: up to 30 characters.
    pub link_name: String,
    /// To whom it leads.
    pub range: AcquisitionRange,
    /// Whether whoever uses it is added without a confirmation: yes if left out.
    pub skip_verify: Option<bool>,
    /// Who comes first.
    pub priority_option: Option<AcquisitionPriority>,
    /// Whether the source is noted with the customer: yes if left out.
    pub mark_source: Option<bool>,
}

/// A link that was made.
#[endpoint(part)]
pub struct CreatedAcquisitionLink {
    /// The link.
    pub link: AcquisitionLink,
}

/// Changes a link. What is left out stays.
/// `POST /cgi-bin/externalcontact/customer_acquisition/update_link`
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/update_link", title = "编辑获客链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), retry = safe)]
pub struct UpdateAcquisitionLink {
    /// The link.
    pub link_id: String,
    /// Its name: up to 30 characters.
    pub link_name: Option<String>,
    /// To whom it leads.
    pub range: Option<AcquisitionRange>,
    /// Whether whoever uses it is added without a confirmation.
    pub skip_verify: Option<bool>,
    /// Who comes first.
    pub priority_option: Option<AcquisitionPriority>,
    /// Whether the source is noted with the customer.
    pub mark_source: Option<bool>,
}

/// Deletes a link; its address leads nowhere then.
/// `POST /cgi-bin/externalcontact/customer_acquisition/delete_link`
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/delete_link", title = "删除获客链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), retry = safe)]
pub struct DeleteAcquisitionLink {
    /// The link.
    pub link_id: String,
}

/// Gives who became a customer through a link, up to 1,000 at a time.
/// `POST /cgi-bin/externalcontact/customer_acquisition/customer`
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/customer", title = "获取获客客户列表",
    doc = "https://developer.work.weixin.qq.com/document/path/97298",
    scope(work), retry = safe, reply = AcquiredCustomers)]
pub struct GetAcquiredCustomers {
    /// The link.
    pub link_id: String,
    /// How many at most: up to 1,000.
    pub limit: Option<u32>,
    /// Where to go on: [`AcquiredCustomers::next_cursor`].
    pub cursor: Option<String>,
}

/// Who became a customer through a link.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquiredCustomers {
    /// The customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer_list: Vec<AcquiredCustomer>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetAcquiredCustomers {
    type Item = AcquiredCustomer;
    fn turn(self, page: AcquiredCustomers) -> (Vec<AcquiredCustomer>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.customer_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Somebody who became a customer through a link.
#[endpoint(part)]
pub struct AcquiredCustomer {
    /// The customer.
    pub external_userid: UserId,
    /// The member who got them.
    pub userid: Option<UserId>,
    /// Whether they have written.
    pub chat_status: Option<AcquisitionChatStatus>,
    /// The `customer_channel` of the address they used.
    pub state: Option<String>,
}

codes! {
    /// Whether a customer who came through a link has written.
    pub enum AcquisitionChatStatus {
        /// Not yet.
        Silent = 0,
        /// They have.
        Talking = 1,
        /// They were added too long ago to tell.
        Unknown = 2,
    }
}

/// Says how many more customers links may bring.
/// `POST /cgi-bin/externalcontact/customer_acquisition_quota`
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition_quota", title = "查询剩余使用量",
    doc = "https://developer.work.weixin.qq.com/document/path/97375",
    scope(work), retry = safe, reply = AcquisitionQuota)]
pub struct GetAcquisitionQuota {}

/// How many more customers links may bring.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionQuota {
    /// How many were bought in all.
    pub total: Option<u64>,
    /// How many are left.
    pub balance: Option<u64>,
    /// When they end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quota_list: Vec<AcquisitionQuotaPart>,
}

/// Customers that links may bring until a certain day.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionQuotaPart {
    /// The day.
    pub expire_date: Option<Timestamp>,
    /// How many are left of them.
    pub balance: Option<u64>,
}

/// Says how often a link was used, over up to 30 days of the last 180.
/// `GET /cgi-bin/externalcontact/customer_acquisition/statistic`
#[endpoint(GET "/cgi-bin/externalcontact/customer_acquisition/statistic", title = "查询链接使用详情",
    doc = "https://developer.work.weixin.qq.com/document/path/97375",
    scope(work), reply = AcquisitionStatistic)]
pub struct GetAcquisitionStatistic {
    /// The link.
    pub link_id: String,
    /// The first day.
    pub start_time: Timestamp,
    /// The last day.
    pub end_time: Timestamp,
}

/// How often a link was used.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionStatistic {
    /// How many people opened it.
    pub click_link_customer_cnt: Option<u64>,
    /// How many of them became customers.
    pub new_customer_cnt: Option<u64>,
}

/// Gives how many messages a customer has written; the key is in [`AcquisitionMessageReceived`].
/// `POST /cgi-bin/externalcontact/customer_acquisition/get_chat_info`
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/get_chat_info", title = "获取成员多次收消息详情",
    doc = "https://developer.work.weixin.qq.com/document/path/100130",
    scope(work), retry = safe, reply = AcquisitionChatInfo)]
pub struct GetAcquisitionChatInfo {
    /// The key.
    pub chat_key: String,
}

/// How many messages a customer has written.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionChatInfo {
    /// The member.
    pub userid: Option<UserId>,
    /// The customer.
    pub external_userid: Option<UserId>,
    /// The talk.
    pub chat_info: Option<AcquisitionChat>,
}

/// What is known of a talk.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionChat {
    /// How many messages of the customer the member got: 0, 1, 2, or 3 for 3 and more.
    pub recv_msg_cnt: Option<u64>,
    /// The link through which they came.
    pub link_id: Option<String>,
    /// The `customer_channel` of the address they used.
    pub state: Option<String>,
}

/// Says whose links the app may make.
/// `GET /cgi-bin/externalcontact/customer_acquisition_app/get_permit`
#[endpoint(GET "/cgi-bin/externalcontact/customer_acquisition_app/get_permit", title = "获取获客助手组件的使用范围",
    doc = "https://developer.work.weixin.qq.com/document/path/101146",
    scope(work), reply = AcquisitionAppPermit)]
pub struct GetAcquisitionAppPermit {}

/// Whose links an app may make.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionAppPermit {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<UserId>,
    /// Departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_list: Vec<u64>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_list: Vec<u64>,
}

/// The group as a client has it: `wx.customer_acquisition()`.
#[derive(Debug)]
pub struct CustomerAcquisition<'c, C: ?Sized>(&'c C);

/// Gives a client `customer_acquisition()`.
pub trait CustomerAcquisitionApi: Caller {
    /// Links through which people become customers (获客助手).
    fn customer_acquisition(&self) -> CustomerAcquisition<'_, Self> {
        CustomerAcquisition(self)
    }
}

impl<C: Caller + ?Sized> CustomerAcquisitionApi for C where GetAcquisitionLinks: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CustomerAcquisition<'c, C> {
    /// Gives the links, up to 100 at a time; see [`GetAcquisitionLinks`].
    pub fn list(&self) -> Call<'c, C, GetAcquisitionLinks> {
        Call::new(self.0, GetAcquisitionLinks::new())
    }

    /// Gives a link; see [`GetAcquisitionLink`].
    pub fn get(&self, link_id: impl Into<String>) -> Call<'c, C, GetAcquisitionLink> {
        Call::new(self.0, GetAcquisitionLink::new(link_id))
    }

    /// Makes a link; see [`CreateAcquisitionLink`].
    pub fn create(
        &self,
        link_name: impl Into<String>,
        range: impl Into<AcquisitionRange>,
    ) -> Call<'c, C, CreateAcquisitionLink> {
        Call::new(self.0, CreateAcquisitionLink::new(link_name, range))
    }

    /// Changes a link; see [`UpdateAcquisitionLink`].
    pub fn update(&self, link_id: impl Into<String>) -> Call<'c, C, UpdateAcquisitionLink> {
        Call::new(self.0, UpdateAcquisitionLink::new(link_id))
    }

    /// Deletes a link; its address leads nowhere then; see [`DeleteAcquisitionLink`].
    pub fn delete(&self, link_id: impl Into<String>) -> Call<'c, C, DeleteAcquisitionLink> {
        Call::new(self.0, DeleteAcquisitionLink::new(link_id))
    }

    /// Gives who became a customer through a link, up to 1,000 at a time; see
    /// [`GetAcquiredCustomers`].
    pub fn customers(&self, link_id: impl Into<String>) -> Call<'c, C, GetAcquiredCustomers> {
        Call::new(self.0, GetAcquiredCustomers::new(link_id))
    }

    /// Says how many more customers links may bring; see [`GetAcquisitionQuota`].
    pub fn quota(&self) -> Call<'c, C, GetAcquisitionQuota> {
        Call::new(self.0, GetAcquisitionQuota::new())
    }

    /// Says how often a link was used, over up to 30 days of the last 180; see
    /// [`GetAcquisitionStatistic`].
    pub fn statistic(
        &self,
        link_id: impl Into<String>,
        start_time: impl Into<Timestamp>,
        end_time: impl Into<Timestamp>,
    ) -> Call<'c, C, GetAcquisitionStatistic> {
        Call::new(self.0, GetAcquisitionStatistic::new(link_id, start_time, end_time))
    }

    /// Gives how many messages a customer has written; the key is in
    /// [`AcquisitionMessageReceived`]; see [`GetAcquisitionChatInfo`].
    pub fn chat_info(&self, chat_key: impl Into<String>) -> Call<'c, C, GetAcquisitionChatInfo> {
        Call::new(self.0, GetAcquisitionChatInfo::new(chat_key))
    }

    /// Says whose links the app may make; see [`GetAcquisitionAppPermit`].
    pub fn app_permit(&self) -> Call<'c, C, GetAcquisitionAppPermit> {
        Call::new(self.0, GetAcquisitionAppPermit::new())
    }
}
