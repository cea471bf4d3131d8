//! Customers: people outside the corporation whom members added (客户联系, 客户管理). `/cgi-bin/externalcontact/*`
//!
//! The app must have the permission for customer contact (客户联系). It sees the customers of the
//! members in its visible range.

mod event;
mod id;
mod profile;

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{MediaId, UnionId, UserId};

use crate::ids::{ChatId, CustomerTagId, ExternalUserId};

pub use event::*;
pub use id::*;
pub use profile::*;

group! {
    /// Customers: people outside the corporation whom members added (客户联系).
    customers: [
        GetFollowUsers, GetCustomersOfMember, GetCustomer, GetCustomersByMembers,
        UpdateCustomerRemark, GetServedContacts, GetExternalContact, ConvertCustomerToOpenId,
        ConvertUnionIdToCustomer, ConvertCustomerForService, ConvertCustomerFromService,
        GetNewCustomerIds, FinishCustomerIdMigration, ConvertMobilesToCustomers,
    ]
}

weixin_protocol::messages![
    ExternalContactAdded,
    HalfExternalContactAdded,
    ExternalContactEdited,
    ExternalContactDeleted,
    FollowUserDeleted,
    CustomerTransferFailed,
    MessageAuditApproved
];

/// Returns the members who can have customers.
#[endpoint(GET "/cgi-bin/externalcontact/get_follow_user_list", title = "获取配置了客户联系功能的成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92571",
    scope(work), reply = FollowUserList, call = customers.members)]
pub struct GetFollowUsers {}

/// The members who can have customers (配置了客户联系功能的成员).
#[endpoint(part, reply_to(GetFollowUsers))]
#[derive(Default)]
pub struct FollowUserList {
    /// The members in the app's visible range who have the permission.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_user: Vec<UserId>,
}

/// Returns the customers that a member added.
///
/// Fails with 84061 when the member has none, with 84084 when the member cannot have customers or
/// the app cannot see the member.
#[endpoint(GET "/cgi-bin/externalcontact/list", title = "获取客户列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92113",
    scope(work), reply = CustomerIds, call = customers.of_member)]
pub struct GetCustomersOfMember {
    /// The member whose customers are returned.
    pub userid: UserId,
}

/// The customers of a member.
#[endpoint(part, reply_to(GetCustomersOfMember))]
#[derive(Default)]
pub struct CustomerIds {
    /// The customers that the member added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_userid: Vec<ExternalUserId>,
}

/// Returns a customer and the notes of the members who added them, 500 members at a time.
///
/// Fails with 84061 when no member has added the customer, with 40096 when there is no such
/// external_userid.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let customer = wx.customers().get("wmqfasd1e1927831123109rBAAAA").await?;
/// println!("{}", customer.external_contact.name.unwrap_or_default());
/// for member in customer.follow_user {
///     println!("added by {}, from {:?}", member.userid, member.state);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/externalcontact/get", title = "获取客户详情",
    doc = "https://developer.work.weixin.qq.com/document/path/92114",
    scope(work), reply = CustomerDetail, call = customers.get)]
pub struct GetCustomer {
    /// The customer to look up.
    pub external_userid: ExternalUserId,
    /// The [`next_cursor`](CustomerDetail::next_cursor) of the page before; `None` for the first
    /// page.
    pub cursor: Option<String>,
}

/// A customer and the notes of members.
#[endpoint(part, reply_to(GetCustomer, GetExternalContact))]
pub struct CustomerDetail {
    /// The customer's profile.
    pub external_contact: Customer,
    /// One entry for each member who added the customer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_user: Vec<FollowUser>,
    /// The cursor of the next page; empty or `None` on the last.
    pub next_cursor: Option<String>,
}

impl Paged for GetCustomer {
    type Item = FollowUser;
    fn split_page(self, page: CustomerDetail) -> (Vec<FollowUser>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.follow_user, next.map(|cursor| self.cursor(cursor)))
    }
}

/// The profile of a customer.
#[endpoint(part)]
pub struct Customer {
    /// The customer's id.
    pub external_userid: ExternalUserId,
    /// The name: the nickname of a WeChat user, the alias or real name of a WeCom user.
    pub name: Option<String>,
    /// The key of the customer at another platform, a text that the platform passes through.
    pub foreign_key: Option<String>,
    /// The person at the Open Platform account that the corporation has bound; only for WeChat
    /// users.
    pub unionid: Option<UnionId>,
    /// The address of the profile picture.
    pub avatar: Option<String>,
    /// Whether they use WeChat or WeCom.
    #[serde(rename = "type")]
    pub kind: Option<CustomerKind>,
    /// The gender as the customer states it.
    pub gender: Option<Gender>,
    /// The position; only for WeCom users.
    pub position: Option<String>,
    /// The short name of their corporation; only for WeCom users.
    pub corp_name: Option<String>,
    /// The full name of their corporation; only for WeCom users.
    pub corp_full_name: Option<String>,
    /// Whether they follow the school's notices (关注学校通知).
    pub is_subscribe: Option<bool>,
    /// The notes on a follower of the school's notices.
    pub subscriber_info: Option<SubscriberInfo>,
    /// The public profile (对外信息); only for WeCom users.
    pub external_profile: Option<ExternalProfile>,
}

int_enum! {
    /// The app that a customer uses.
    pub enum CustomerKind {
        /// WeChat (微信用户).
        WeChat = 1,
        /// WeCom (企业微信用户).
        WeCom = 2,
    }
}

int_enum! {
    /// A gender.
    pub enum Gender {
        /// Not known.
        Unknown = 0,
        /// Male.
        Male = 1,
        /// Female.
        Female = 2,
    }
}

/// The notes on a follower of the school's notices.
#[endpoint(part)]
#[derive(Default)]
pub struct SubscriberInfo {
    /// The tags of the follower.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_id: Vec<CustomerTagId>,
    /// The name that was noted.
    pub remark: Option<String>,
    /// The mobile numbers that were noted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remark_mobiles: Vec<String>,
}

/// The notes of a member on a customer.
#[endpoint(part)]
pub struct FollowUser {
    /// The member who added the customer.
    pub userid: UserId,
    /// The name that the member gave the customer (备注).
    pub remark: Option<String>,
    /// The description that the member wrote (描述).
    pub description: Option<String>,
    /// The corporation that the member noted (备注的企业名称).
    pub remark_corp_name: Option<String>,
    /// The mobile numbers that the member noted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remark_mobiles: Vec<String>,
    /// The tags, in replies about one customer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<FollowTag>,
    /// The tags of the corporation, in replies about many customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_id: Vec<CustomerTagId>,
    /// How the member and the customer met.
    pub add_way: Option<AddWay>,
    /// The time the member added the customer.
    pub createtime: Option<Timestamp>,
    /// The `state` of the contact way, or the `customer_channel` of the link, through which the
    /// customer came.
    pub state: Option<String>,
    /// The one who started the contact. It is of different kinds: the userid of a member who added,
    /// shared or assigned the customer, or the external_userid of a customer who added the member.
    pub oper_userid: Option<String>,
    /// The Channels account through which the customer came (视频号); only for
    /// [`Channels`](AddWay::Channels).
    pub wechat_channels: Option<FollowChannels>,
}

/// A tag that a member gave a customer.
#[endpoint(part)]
#[derive(Default)]
pub struct FollowTag {
    /// The owner of the tag.
    #[serde(rename = "type")]
    pub kind: Option<TagKind>,
    /// The tag; `None` for the member's own tags.
    pub tag_id: Option<CustomerTagId>,
    /// The name of the tag: up to 30 characters.
    pub tag_name: Option<String>,
    /// The name of the tag's group.
    pub group_name: Option<String>,
}

int_enum! {
    /// The owner of a tag.
    pub enum TagKind {
        /// The corporation (企业设置).
        Corporation = 1,
        /// The member (用户自定义).
        Own = 2,
        /// A rule group (规则组).
        RuleGroup = 3,
    }
}

int_enum! {
    /// Where in a Channels account a customer came from (视频号添加场景).
    pub enum ChannelsSource {
        /// Not known.
        Unknown = 0,
        /// The account's home page (视频号主页).
        Profile = 1,
        /// The live room (视频号直播间).
        LiveRoom = 2,
        /// A form for contact details (视频号留资服务).
        LeadForm = 3,
    }
}

/// The Channels account through which a customer came.
#[endpoint(part)]
#[derive(Default)]
pub struct FollowChannels {
    /// The name of the account.
    pub nickname: Option<String>,
    /// Where in the account the customer came from.
    pub source: Option<ChannelsSource>,
}

int_enum! {
    /// How a member and a customer met (来源).
    pub enum AddWay {
        /// Not known (未知来源).
        Unknown = 0,
        /// By a QR code (扫描二维码).
        QrCode = 1,
        /// By a search for the mobile number (搜索手机号).
        MobileSearch = 2,
        /// By a shared business card (名片分享).
        BusinessCard = 3,
        /// In a group chat (群聊).
        GroupChat = 4,
        /// By the contacts of the phone (手机通讯录).
        PhoneContacts = 5,
        /// By the contacts in WeChat (微信联系人).
        WeChatContacts = 6,
        /// Through the support of an app that was installed, which is added automatically
        /// (安装第三方应用时自动添加的客服人员).
        AppSupport = 8,
        /// By a search for the mail address (搜索邮箱).
        MailSearch = 9,
        /// Through a Channels account (视频号添加).
        Channels = 10,
        /// By a schedule with common participants (通过日程参与人添加).
        Schedule = 11,
        /// By a meeting with common participants (通过会议参与人添加).
        Meeting = 12,
        /// By the WeCom account of a WeChat friend (添加微信好友对应的企业微信).
        WeChatFriend = 13,
        /// Through the support of smart hardware (通过智慧硬件专属客服添加).
        Hardware = 14,
        /// Through the support of a service at home (通过上门服务客服添加).
        HomeService = 15,
        /// By a customer acquisition link (通过获客链接添加).
        AcquisitionLink = 16,
        /// By a custom development (通过定制开发添加).
        Custom = 17,
        /// By the reply to a request (通过需求回复添加).
        DemandReply = 18,
        /// Through a provider's support before the sale (通过第三方售前客服添加).
        PreSales = 21,
        /// As a possible business partner (通过可能的商务伙伴添加).
        Partner = 22,
        /// By a friend request that the member's WeChat account received (通过接受微信账号收到的好友申请添加).
        WeChatRequest = 24,
        /// Shared by a member (内部成员共享).
        Shared = 201,
        /// Assigned by an administrator or an administrator of a rule group (管理员/负责人分配).
        Assigned = 202,
    }
}

/// Returns the customers of up to 100 members with the notes of these, up to 100 at a time.
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_protocol::UserId;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let mut customers = wx.customers().by_members([UserId::new("zhangsan")]).pages();
/// while let Some(customer) = customers.try_next().await? {
///     println!("{}", customer.external_contact.external_userid);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/batch/get_by_user", title = "批量获取客户详情",
    doc = "https://developer.work.weixin.qq.com/document/path/92994",
    scope(work), retry = safe, reply = CustomersByMembers, call = customers.by_members)]
pub struct GetCustomersByMembers {
    /// The members: up to 100.
    pub userid_list: Vec<UserId>,
    /// The [`next_cursor`](CustomersByMembers::next_cursor) of the page before; `None` for the
    /// first page.
    pub cursor: Option<String>,
    /// The size of a page: up to 100, 50 if left out.
    pub limit: Option<u32>,
}

/// A page of customers with the notes of members.
#[endpoint(part, reply_to(GetCustomersByMembers))]
#[derive(Default)]
pub struct CustomersByMembers {
    /// The customers of this page, once for each member who added them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_contact_list: Vec<CustomerOfMember>,
    /// The cursor of the next page; empty or `None` on the last.
    pub next_cursor: Option<String>,
}

impl Paged for GetCustomersByMembers {
    type Item = CustomerOfMember;
    fn split_page(self, page: CustomersByMembers) -> (Vec<CustomerOfMember>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.external_contact_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A customer with the notes of one member.
#[endpoint(part)]
pub struct CustomerOfMember {
    /// The customer's profile.
    pub external_contact: Customer,
    /// The notes of the member.
    pub follow_info: FollowUser,
}

/// Changes the notes of a member on a customer. Fields that are left out keep their value.
///
/// Fails with 84061 when the member has not added the customer.
#[endpoint(POST "/cgi-bin/externalcontact/remark", title = "修改客户备注信息",
    doc = "https://developer.work.weixin.qq.com/document/path/92994",
    scope(work), retry = safe, call = customers.remark)]
pub struct UpdateCustomerRemark {
    /// The member whose notes are changed.
    pub userid: UserId,
    /// The customer whom the member added.
    pub external_userid: ExternalUserId,
    /// The name that the member gives the customer: up to 20 characters.
    pub remark: Option<String>,
    /// The description: up to 150 characters.
    pub description: Option<String>,
    /// The corporation to note: up to 20 characters; only for WeChat users.
    pub remark_company: Option<String>,
    /// The mobile numbers to note; they replace the old ones. A single empty text removes them all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remark_mobiles: Vec<String>,
    /// A picture to note, uploaded as a temporary file.
    pub remark_pic_mediaid: Option<MediaId>,
}

/// Returns everybody outside the corporation who was served: customers, other contacts of members,
/// and members of customer groups.
#[endpoint(POST "/cgi-bin/externalcontact/contact_list", title = "获取已服务的外部联系人",
    doc = "https://developer.work.weixin.qq.com/document/path/99434",
    scope(work), retry = safe, reply = ServedContacts, call = customers.served)]
pub struct GetServedContacts {
    /// The [`next_cursor`](ServedContacts::next_cursor) of the page before; it is valid for 4
    /// hours.
    pub cursor: Option<String>,
    /// The size of a page: up to 1,000, which is also the default.
    pub limit: Option<u32>,
}

/// A page of people whom the corporation served.
#[endpoint(part, reply_to(GetServedContacts))]
#[derive(Default)]
pub struct ServedContacts {
    /// The people of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info_list: Vec<ServedContact>,
    /// The cursor of the next page; empty or `None` on the last.
    pub next_cursor: Option<String>,
}

impl Paged for GetServedContacts {
    type Item = ServedContact;
    fn split_page(self, page: ServedContacts) -> (Vec<ServedContact>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.info_list, next.map(|cursor| self.cursor(cursor)))
    }
}

weixin_api::string_id! {
    /// A person whom the corporation served, for 4 hours (外部联系人临时ID, tmp_openid).
    TmpOpenId
}

/// A person outside the corporation who was served.
#[endpoint(part)]
#[derive(Default)]
pub struct ServedContact {
    /// Whether they were marked as a customer.
    pub is_customer: Option<bool>,
    /// A temporary id of the person, valid for 4 hours.
    pub tmp_openid: Option<TmpOpenId>,
    /// The customer; only if they are one.
    pub external_userid: Option<ExternalUserId>,
    /// The name; masked if they are no customer.
    pub name: Option<String>,
    /// The member who has the contact; for a member of a group, the group's owner.
    pub follow_userid: Option<UserId>,
    /// The group; only for members of a group.
    pub chat_id: Option<ChatId>,
    /// The name of the group.
    pub chat_name: Option<String>,
    /// The time they were added or joined the group.
    pub add_time: Option<Timestamp>,
}

/// Returns a customer. This is the path used until 2019; [`GetCustomer`] is its successor.
#[endpoint(GET "/cgi-bin/crm/get_external_contact", title = "获取外部联系人详情",
    scope(work), reply = CustomerDetail)]
pub struct GetExternalContact {
    /// The customer to look up.
    pub external_userid: ExternalUserId,
}
