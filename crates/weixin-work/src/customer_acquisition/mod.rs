//! Links through which people become customers (获客助手). `/cgi-bin/externalcontact/customer_acquisition*`

mod event;

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

use crate::ids::{DepartmentId, ExternalUserId, TagId};

pub use event::*;

group! {
    /// Links through which people become customers (获客助手).
    customer_acquisition: [
        GetAcquisitionLinks, GetAcquisitionLink, CreateAcquisitionLink, UpdateAcquisitionLink,
        DeleteAcquisitionLink, GetAcquiredCustomers, GetAcquisitionQuota, GetAcquisitionStatistic,
        GetAcquisitionChatInfo, GetAcquisitionAppPermit,
    ]
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

weixin_api::string_id! {
    /// A link through which people become customers (获客链接, link_id).
    AcquisitionLinkId
}

/// Returns the ids of the links through which people become customers (获客链接), up to 100 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/list_link", title = "获取获客链接列表",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), retry = safe, reply = AcquisitionLinkIds, call = customer_acquisition.list)]
pub struct GetAcquisitionLinks {
    /// The [`next_cursor`](AcquisitionLinkIds::next_cursor) of the page before; `None` for the
    /// first page.
    pub cursor: Option<String>,
    /// The size of a page: up to 100.
    pub limit: Option<u32>,
}

/// A page of links, by their ids.
#[endpoint(part, reply_to(GetAcquisitionLinks))]
#[derive(Default)]
pub struct AcquisitionLinkIds {
    /// The links of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub link_id_list: Vec<AcquisitionLinkId>,
    /// The cursor of the next page; empty or `None` on the last.
    pub next_cursor: Option<String>,
}

impl Paged for GetAcquisitionLinks {
    type Item = AcquisitionLinkId;
    fn split_page(self, page: AcquisitionLinkIds) -> (Vec<AcquisitionLinkId>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.link_id_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Returns a link through which people become customers (获客链接), and the members it leads to.
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/get", title = "获取获客链接详情",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), retry = safe, reply = AcquisitionLinkDetail, call = customer_acquisition.get)]
pub struct GetAcquisitionLink {
    /// The link to look up.
    pub link_id: AcquisitionLinkId,
}

/// A link and the members it leads to.
#[endpoint(part, reply_to(GetAcquisitionLink))]
pub struct AcquisitionLinkDetail {
    /// The properties of the link.
    pub link: AcquisitionLink,
    /// The members that the link leads to.
    pub range: Option<AcquisitionRange>,
    /// Which of the members are preferred; `None` if none are.
    pub priority_option: Option<AcquisitionPriority>,
}

/// A link through which people become customers (获客链接).
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionLink {
    /// The link's id.
    pub link_id: Option<AcquisitionLinkId>,
    /// The name of the link: up to 30 characters.
    pub link_name: Option<String>,
    /// The address of the link. A parameter `customer_channel`, up to 64 bytes, can be added; it
    /// becomes the `state` of customers who come through it.
    pub url: Option<String>,
    /// The time of creation.
    pub create_time: Option<Timestamp>,
    /// Whether people are added without confirmation by the member (无需验证).
    pub skip_verify: Option<bool>,
    /// Whether the customer's page names the link as the source.
    pub mark_source: Option<bool>,
}

/// The members that a link leads to. At least one list must be given.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionRange {
    /// Members: up to 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<UserId>,
    /// Departments: up to 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_list: Vec<DepartmentId>,
}

/// The members that a link prefers (优先分配).
#[endpoint(part)]
pub struct AcquisitionPriority {
    /// How the preferred members are chosen.
    pub priority_type: AcquisitionPriorityKind,
    /// The members, for [`Named`](AcquisitionPriorityKind::Named).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priority_userid_list: Vec<UserId>,
}

int_enum! {
    /// How the preferred members of a link are chosen.
    pub enum AcquisitionPriorityKind {
        /// Any member of the corporation who already has the customer (全企业范围内优先分配给有好友关系的).
        Corporation = 1,
        /// The named members, if one of them already has the customer (指定范围内优先分配有好友关系的).
        Named = 2,
    }
}

/// Creates a link through which people become customers of the members it leads to (获客链接).
///
/// Fails with 41095 when the corporation has as many links as possible.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_protocol::UserId;
/// # use weixin_work::customer_acquisition::AcquisitionRange;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let members = AcquisitionRange::new().user_list([UserId::new("zhangsan")]);
/// let created = wx.customer_acquisition().create(("Spring poster", members)).await?;
/// println!("{}", created.link.url.unwrap_or_default());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/create_link", title = "创建获客链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), reply = CreatedAcquisitionLink, call = customer_acquisition.create)]
pub struct CreateAcquisitionLink {
    /// The name: up to 30 characters.
    pub link_name: String,
    /// The members that the link leads to.
    pub range: AcquisitionRange,
    /// Whether people are added without confirmation by the member (无需验证); `None` means yes.
    pub skip_verify: Option<bool>,
    /// Which of the members are preferred.
    pub priority_option: Option<AcquisitionPriority>,
    /// Whether the customer's page names the link as the source; `None` means yes.
    pub mark_source: Option<bool>,
}

/// A created link.
#[endpoint(part, reply_to(CreateAcquisitionLink))]
pub struct CreatedAcquisitionLink {
    /// The properties of the link, its address among them.
    pub link: AcquisitionLink,
}

/// Changes a link through which people become customers (获客链接). Fields that are left out keep their
/// value.
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/update_link", title = "编辑获客链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), retry = safe, call = customer_acquisition.update)]
pub struct UpdateAcquisitionLink {
    /// The link to change.
    pub link_id: AcquisitionLinkId,
    /// The new name: up to 30 characters.
    pub link_name: Option<String>,
    /// The new members; they replace the old ones.
    pub range: Option<AcquisitionRange>,
    /// Whether people are added without confirmation by the member (无需验证).
    pub skip_verify: Option<bool>,
    /// Which of the members are preferred.
    pub priority_option: Option<AcquisitionPriority>,
    /// Whether the customer's page names the link as the source.
    pub mark_source: Option<bool>,
}

/// Deletes a link through which people become customers (获客链接); its address stops working.
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/delete_link", title = "删除获客链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97297",
    scope(work), retry = safe, call = customer_acquisition.delete)]
pub struct DeleteAcquisitionLink {
    /// The link to delete.
    pub link_id: AcquisitionLinkId,
}

/// Returns the customers who came through a link, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/customer", title = "获取获客客户列表",
    doc = "https://developer.work.weixin.qq.com/document/path/97298",
    scope(work), retry = safe, reply = AcquiredCustomers, call = customer_acquisition.customers)]
pub struct GetAcquiredCustomers {
    /// The link to look up.
    pub link_id: AcquisitionLinkId,
    /// The size of a page: up to 1,000.
    pub limit: Option<u32>,
    /// The [`next_cursor`](AcquiredCustomers::next_cursor) of the page before; `None` for the first
    /// page.
    pub cursor: Option<String>,
}

/// A page of customers who came through a link.
#[endpoint(part, reply_to(GetAcquiredCustomers))]
#[derive(Default)]
pub struct AcquiredCustomers {
    /// The customers of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer_list: Vec<AcquiredCustomer>,
    /// The cursor of the next page; empty or `None` on the last.
    pub next_cursor: Option<String>,
}

impl Paged for GetAcquiredCustomers {
    type Item = AcquiredCustomer;
    fn split_page(self, page: AcquiredCustomers) -> (Vec<AcquiredCustomer>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.customer_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A customer who came through a link.
#[endpoint(part)]
pub struct AcquiredCustomer {
    /// The customer who came through the link.
    pub external_userid: ExternalUserId,
    /// The member who added the customer.
    pub userid: Option<UserId>,
    /// Whether the customer has written.
    pub chat_status: Option<AcquisitionChatStatus>,
    /// The `customer_channel` of the address that was used.
    pub state: Option<String>,
}

int_enum! {
    /// Whether a customer who came through a link has written.
    pub enum AcquisitionChatStatus {
        /// The customer has not written (未发消息).
        Silent = 0,
        /// The customer has written (已发送消息).
        Talking = 1,
        /// The customer was added too long ago to tell.
        Unknown = 2,
    }
}

/// Returns the remaining quota of new customers (获客助手剩余使用量).
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition_quota", title = "查询剩余使用量",
    doc = "https://developer.work.weixin.qq.com/document/path/97375",
    scope(work), retry = safe, reply = AcquisitionQuota, call = customer_acquisition.quota)]
pub struct GetAcquisitionQuota {}

/// The quota of new customers.
#[endpoint(part, reply_to(GetAcquisitionQuota))]
#[derive(Default)]
pub struct AcquisitionQuota {
    /// The number that was bought in all.
    pub total: Option<u64>,
    /// The number that is left.
    pub balance: Option<u64>,
    /// The parts of the quota that expire at different times.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quota_list: Vec<AcquisitionQuotaPart>,
}

/// A part of the quota of new customers.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionQuotaPart {
    /// The day it expires: its midnight in Beijing.
    pub expire_date: Option<Timestamp>,
    /// The number that is left of this part.
    pub balance: Option<u64>,
}

/// Returns how often a link was used, for up to 30 days within the last 180.
#[endpoint(GET "/cgi-bin/externalcontact/customer_acquisition/statistic", title = "查询链接使用详情",
    doc = "https://developer.work.weixin.qq.com/document/path/97375",
    scope(work), reply = AcquisitionStatistic, call = customer_acquisition.statistic)]
pub struct GetAcquisitionStatistic {
    /// The link to look up.
    pub link_id: AcquisitionLinkId,
    /// The first day.
    pub start_time: Timestamp,
    /// The last day.
    pub end_time: Timestamp,
}

/// The use of a link.
#[endpoint(part, reply_to(GetAcquisitionStatistic))]
#[derive(Default)]
pub struct AcquisitionStatistic {
    /// The number of people who opened it.
    pub click_link_customer_cnt: Option<u64>,
    /// The number of them who became customers.
    pub new_customer_cnt: Option<u64>,
}

/// Returns how many messages a customer has written; the key comes with
/// [`AcquisitionMessageReceived`].
#[endpoint(POST "/cgi-bin/externalcontact/customer_acquisition/get_chat_info", title = "获取成员多次收消息详情",
    doc = "https://developer.work.weixin.qq.com/document/path/100130",
    scope(work), retry = safe, reply = AcquisitionChatInfo, call = customer_acquisition.chat_info)]
pub struct GetAcquisitionChatInfo {
    /// The key from [`AcquisitionMessageReceived`].
    pub chat_key: String,
}

/// The messages of a customer to a member.
#[endpoint(part, reply_to(GetAcquisitionChatInfo))]
#[derive(Default)]
pub struct AcquisitionChatInfo {
    /// The member who got the messages.
    pub userid: Option<UserId>,
    /// The customer who wrote.
    pub external_userid: Option<ExternalUserId>,
    /// The figures of the chat.
    pub chat_info: Option<AcquisitionChat>,
}

/// The figures of a chat.
#[endpoint(part)]
#[derive(Default)]
pub struct AcquisitionChat {
    /// The number of messages that the member got from the customer: 0, 1, 2, or 3 for three and
    /// more.
    pub recv_msg_cnt: Option<u64>,
    /// The link through which the customer came.
    pub link_id: Option<AcquisitionLinkId>,
    /// The `customer_channel` of the address that was used.
    pub state: Option<String>,
}

/// Returns the members whose links the app may create.
#[endpoint(GET "/cgi-bin/externalcontact/customer_acquisition_app/get_permit", title = "获取获客助手组件的使用范围",
    doc = "https://developer.work.weixin.qq.com/document/path/101146",
    scope(work), reply = AcquisitionAppPermit, call = customer_acquisition.app_permit)]
pub struct GetAcquisitionAppPermit {}

/// The members whose links an app may create.
#[endpoint(part, reply_to(GetAcquisitionAppPermit))]
#[derive(Default)]
pub struct AcquisitionAppPermit {
    /// Members who are named themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<UserId>,
    /// Departments with all their members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_list: Vec<DepartmentId>,
    /// Tags with all their members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_list: Vec<TagId>,
}
