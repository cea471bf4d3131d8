//! Links through which people become customers (获客助手). `/cgi-bin/externalcontact/customer_acquisition*`

mod event;

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

pub use event::*;

group! {
    /// Links through which people become customers (获客助手).
    customer_acquisition: [GetAcquisitionLinks, GetAcquisitionLink, CreateAcquisitionLink, UpdateAcquisitionLink, DeleteAcquisitionLink, GetAcquiredCustomers, GetAcquisitionQuota, GetAcquisitionStatistic, GetAcquisitionChatInfo, GetAcquisitionAppPermit]
}

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
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/list_link", title = "获取获客链接列表",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), retry = safe, reply = AcquisitionLinkIds, call = customer_acquisition.list)]
pub struct GetAcquisitionLinks {
    /// Where to go on: [`AcquisitionLinkIds::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: up to 100.
    pub limit: Option<u32>,
}

/// Links.
#[endpoint(part, reply_to(GetAcquisitionLinks))]
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
    fn split_page(self, page: AcquisitionLinkIds) -> (Vec<String>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.link_id_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Gives a link.
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/get", title = "获取获客链接详情",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), retry = safe, reply = AcquisitionLinkDetail, call = customer_acquisition.get)]
pub struct GetAcquisitionLink {
    /// The link.
    pub link_id: String,
}

/// A link, and to whom it leads.
#[endpoint(part, reply_to(GetAcquisitionLink))]
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

int_enum! {
    /// Who comes first.
    pub enum AcquisitionPriorityKind {
        /// A member among those the link leads to, who has been added before.
        InRange = 1,
        /// The members who are named, if they have been added before.
        Named = 2,
    }
}

/// Makes a link.
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/create_link", title = "创建获客链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), reply = CreatedAcquisitionLink, call = customer_acquisition.create)]
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
#[endpoint(part, reply_to(CreateAcquisitionLink))]
pub struct CreatedAcquisitionLink {
    /// The link.
    pub link: AcquisitionLink,
}

/// Changes a link. What is left out stays.
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/update_link", title = "编辑获客链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), retry = safe, call = customer_acquisition.update)]
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
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/delete_link", title = "删除获客链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), retry = safe, call = customer_acquisition.delete)]
pub struct DeleteAcquisitionLink {
    /// The link.
    pub link_id: String,
}

/// Gives who became a customer through a link, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/customer", title = "获取获客客户列表",
    doc = "https://developer.work.weixin.qq.com/document/path/97298",
    scope(work), retry = safe, reply = AcquiredCustomers, call = customer_acquisition.customers)]
pub struct GetAcquiredCustomers {
    /// The link.
    pub link_id: String,
    /// How many at most: up to 1,000.
    pub limit: Option<u32>,
    /// Where to go on: [`AcquiredCustomers::next_cursor`].
    pub cursor: Option<String>,
}

/// Who became a customer through a link.
#[endpoint(part, reply_to(GetAcquiredCustomers))]
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
    fn split_page(self, page: AcquiredCustomers) -> (Vec<AcquiredCustomer>, Option<Self>) {
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

int_enum! {
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
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition_quota", title = "查询剩余使用量",
    doc = "https://developer.work.weixin.qq.com/document/path/97375",
    scope(work), retry = safe, reply = AcquisitionQuota, call = customer_acquisition.quota)]
pub struct GetAcquisitionQuota {}

/// How many more customers links may bring.
#[endpoint(part, reply_to(GetAcquisitionQuota))]
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
#[endpoint(GET "/cgi-bin/externalcontact/customer_acquisition/statistic", title = "查询链接使用详情",
    doc = "https://developer.work.weixin.qq.com/document/path/97375",
    scope(work), reply = AcquisitionStatistic, call = customer_acquisition.statistic)]
pub struct GetAcquisitionStatistic {
    /// The link.
    pub link_id: String,
    /// The first day.
    pub start_time: Timestamp,
    /// The last day.
    pub end_time: Timestamp,
}

/// How often a link was used.
#[endpoint(part, reply_to(GetAcquisitionStatistic))]
#[derive(Default)]
pub struct AcquisitionStatistic {
    /// How many people opened it.
    pub click_link_customer_cnt: Option<u64>,
    /// How many of them became customers.
    pub new_customer_cnt: Option<u64>,
}

/// Gives how many messages a customer has written; the key is in [`AcquisitionMessageReceived`].
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/get_chat_info", title = "获取成员多次收消息详情",
    doc = "https://developer.work.weixin.qq.com/document/path/100130",
    scope(work), retry = safe, reply = AcquisitionChatInfo, call = customer_acquisition.chat_info)]
pub struct GetAcquisitionChatInfo {
    /// The key.
    pub chat_key: String,
}

/// How many messages a customer has written.
#[endpoint(part, reply_to(GetAcquisitionChatInfo))]
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
#[endpoint(GET "/cgi-bin/externalcontact/customer_acquisition_app/get_permit", title = "获取获客助手组件的使用范围",
    doc = "https://developer.work.weixin.qq.com/document/path/101146",
    scope(work), reply = AcquisitionAppPermit, call = customer_acquisition.app_permit)]
pub struct GetAcquisitionAppPermit {}

/// Whose links an app may make.
#[endpoint(part, reply_to(GetAcquisitionAppPermit))]
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
