//! Customers: people outside whom members have added (客户联系, 客户管理). `/cgi-bin/externalcontact/*`
//!
//! The app has to be one that may use customer contact (客户联系), and sees the customers of the
//! members in its visible range.

mod event;
mod id;
mod profile;

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{MediaId, UserId};

pub use event::*;
pub use id::*;
pub use profile::*;

group! {
    /// Customers: people outside whom members have added (客户联系).
    customers: [GetFollowUsers, GetCustomersOfMember, GetCustomer, GetCustomersByMembers, UpdateCustomerRemark, GetServedContacts, GetExternalContact, ConvertCustomerToOpenId, ConvertUnionIdToCustomer, ConvertCustomerForService, ConvertCustomerFromService, GetNewCustomerIds, FinishCustomerIdMigration, ConvertMobilesToCustomers]
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

/// Gives the members who may have customers.
#[endpoint(GET "/cgi-bin/externalcontact/get_follow_user_list", title = "获取配置了客户联系功能的成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92571",
    scope(work), reply = FollowUserList, call = customers.members)]
pub struct GetFollowUsers {}

/// The members who may have customers.
#[endpoint(part, reply_to(GetFollowUsers))]
#[derive(Default)]
pub struct FollowUserList {
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_user: Vec<UserId>,
}

/// Gives the customers a member has added.
///
/// A member who has none is answered with 84061.
#[endpoint(GET "/cgi-bin/externalcontact/list", title = "获取客户列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92113",
    scope(work), reply = CustomerIds, call = customers.of_member)]
pub struct GetCustomersOfMember {
    /// The member.
    pub userid: UserId,
}

/// The customers of a member.
#[endpoint(part, reply_to(GetCustomersOfMember))]
#[derive(Default)]
pub struct CustomerIds {
    /// The customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_userid: Vec<UserId>,
}

/// Gives a customer, and what the members who added them have noted, 500 members at a time.
#[endpoint(GET "/cgi-bin/externalcontact/get", title = "获取客户详情",
    doc = "https://developer.work.weixin.qq.com/document/path/92114",
    scope(work), reply = CustomerDetail, call = customers.get)]
pub struct GetCustomer {
    /// The customer.
    pub external_userid: UserId,
    /// Where to go on: [`CustomerDetail::next_cursor`].
    pub cursor: Option<String>,
}

/// A customer, and what members have noted.
#[endpoint(part, reply_to(GetCustomer, GetExternalContact))]
pub struct CustomerDetail {
    /// The customer.
    pub external_contact: Customer,
    /// What each of the members who added them has noted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_user: Vec<FollowUser>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetCustomer {
    type Item = FollowUser;
    fn split_page(self, page: CustomerDetail) -> (Vec<FollowUser>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.follow_user, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A customer.
#[endpoint(part)]
pub struct Customer {
    /// The customer.
    pub external_userid: UserId,
    /// The name: in WeChat the nickname, in WeCom the real name or alias.
    pub name: Option<String>,
    /// What stands for the customer at another platform.
    pub foreign_key: Option<String>,
    /// The person at an open-platform account; only of WeChat users, and only if the corporation
    /// has bound one.
    pub unionid: Option<String>,
    /// The address of their picture.
    pub avatar: Option<String>,
    /// What kind of user they are.
    #[serde(rename = "type")]
    pub kind: Option<CustomerKind>,
    /// Their gender.
    pub gender: Option<Gender>,
    /// Their position, of WeCom users.
    pub position: Option<String>,
    /// The short name of their corporation, of WeCom users.
    pub corp_name: Option<String>,
    /// The full name of their corporation, of WeCom users.
    pub corp_full_name: Option<String>,
    /// Whether they follow the school's notices.
    pub is_subscribe: Option<bool>,
    /// What is noted of them as somebody who follows the school's notices.
    pub subscriber_info: Option<SubscriberInfo>,
    /// What they show of themselves, of WeCom users.
    pub external_profile: Option<ExternalProfile>,
}

int_enum! {
    /// What kind of user a customer is.
    pub enum CustomerKind {
        /// A WeChat user.
        WeChat = 1,
        /// A WeCom user.
        WeCom = 2,
    }
}

int_enum! {
    /// Somebody's gender.
    pub enum Gender {
        /// Not known.
        Unknown = 0,
        /// Male.
        Male = 1,
        /// Female.
        Female = 2,
    }
}

/// What is noted of somebody who follows the school's notices.
#[endpoint(part)]
#[derive(Default)]
pub struct SubscriberInfo {
    /// The tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_id: Vec<String>,
    /// The remark.
    pub remark: Option<String>,
    /// The mobile numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remark_mobiles: Vec<String>,
}

/// What a member has noted of a customer.
#[endpoint(part)]
pub struct FollowUser {
    /// The member.
    pub userid: UserId,
    /// The name the member has given them.
    pub remark: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The corporation the member has noted.
    pub remark_corp_name: Option<String>,
    /// The mobile numbers the member has noted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remark_mobiles: Vec<String>,
    /// The tags, in the details of one customer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<FollowTag>,
    /// The corporation's tags, in the details of many customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_id: Vec<String>,
    /// How they came together.
    pub add_way: Option<AddWay>,
    /// When the member added them.
    pub createtime: Option<Timestamp>,
    /// What the contact way or link through which they came was given as its `state`.
    pub state: Option<String>,
    /// Who started it: a member, or the customer.
    pub oper_userid: Option<UserId>,
    /// The Channels account through which they came.
    pub wechat_channels: Option<FollowChannels>,
}

/// A tag that a member has given a customer.
#[endpoint(part)]
#[derive(Default)]
pub struct FollowTag {
    /// Whose tag it is.
    #[serde(rename = "type")]
    pub kind: Option<TagKind>,
    /// The tag; none of the member's own have an id.
    pub tag_id: Option<String>,
    /// Its name.
    pub tag_name: Option<String>,
    /// The name of its group.
    pub group_name: Option<String>,
}

int_enum! {
    /// Whose tag it is.
    pub enum TagKind {
        /// The corporation's.
        Corporation = 1,
        /// The member's own.
        Own = 2,
        /// That of a rule group.
        RuleGroup = 3,
    }
}

/// The Channels account through which a customer came.
#[endpoint(part)]
#[derive(Default)]
pub struct FollowChannels {
    /// Its name.
    pub nickname: Option<String>,
    /// What they came through: 0 not known, 1 the account's page, 2 the live room, 3 a comment or
    /// message.
    pub source: Option<u64>,
}

int_enum! {
    /// How a member and a customer came together.
    pub enum AddWay {
        /// Not known.
        Unknown = 0,
        /// A QR code was scanned.
        QrCode = 1,
        /// By a search for the mobile number.
        MobileSearch = 2,
        /// By a shared business card.
        BusinessCard = 3,
        /// In a group chat.
        GroupChat = 4,
        /// From the contacts of a phone.
        PhoneContacts = 5,
        /// From the contacts in WeChat.
        WeChatContacts = 6,
        /// The support of an installed app, added by itself.
        AppSupport = 8,
        /// By a search for the mail address.
        MailSearch = 9,
        /// Through Channels.
        Channels = 10,
        /// Through a schedule both take part in.
        Schedule = 11,
        /// Through a meeting both take part in.
        Meeting = 12,
        /// The WeCom account of a friend in WeChat was added.
        WeChatFriend = 13,
        /// Through a smart device's support.
        Hardware = 14,
        /// Through the support of a service at home.
        HomeService = 15,
        /// Through a customer acquisition link.
        AcquisitionLink = 16,
        /// Through a custom development.
        Custom = 17,
        /// Through the reply to a demand.
        DemandReply = 18,
        /// Through a supplier's support before the sale.
        PreSales = 21,
        /// As a possible business partner.
        Partner = 22,
        /// By accepting a friend request that their WeChat account got.
        WeChatRequest = 24,
        /// Shared by a member.
        Shared = 201,
        /// Assigned by an administrator.
        Assigned = 202,
    }
}

/// Gives the customers of up to 100 members, with what these have noted, up to 100 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/batch/get_by_user", title = "批量获取客户详情",
    doc = "https://developer.work.weixin.qq.com/document/path/92994",
    scope(work), retry = safe, reply = CustomersByMembers, call = customers.by_members)]
pub struct GetCustomersByMembers {
    /// The members: up to 100.
    pub userid_list: Vec<UserId>,
    /// Where to go on: [`CustomersByMembers::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 50 if left out, up to 100.
    pub limit: Option<u32>,
}

/// Customers, with what members have noted.
#[endpoint(part, reply_to(GetCustomersByMembers))]
#[derive(Default)]
pub struct CustomersByMembers {
    /// The customers; one that several members added is there for each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_contact_list: Vec<CustomerOfMember>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetCustomersByMembers {
    type Item = CustomerOfMember;
    fn split_page(self, page: CustomersByMembers) -> (Vec<CustomerOfMember>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.external_contact_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A customer, with what a member has noted.
#[endpoint(part)]
pub struct CustomerOfMember {
    /// The customer.
    pub external_contact: Customer,
    /// What the member has noted.
    pub follow_info: FollowUser,
}

/// Changes what a member has noted of a customer. What is left out stays.
#[endpoint(POST "/cgi-bin/externalcontact/remark", title = "修改客户备注信息",
    doc = "https://developer.work.weixin.qq.com/document/path/92994",
    scope(work), retry = safe, call = customers.remark)]
pub struct UpdateCustomerRemark {
    /// The member.
    pub userid: UserId,
    /// The customer.
    pub external_userid: UserId,
    /// The name the member gives them: up to 20 characters.
    pub remark: Option<String>,
    /// The description: up to 150 characters.
    pub description: Option<String>,
    /// The corporation; only of WeChat users, up to 20 characters.
    pub remark_company: Option<String>,
    /// The mobile numbers: all of them, in place of those that were there. One empty text removes
    /// them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remark_mobiles: Vec<String>,
    /// A picture, uploaded as a temporary file.
    pub remark_pic_mediaid: Option<MediaId>,
}

/// Gives everybody outside whom the corporation has served: customers, other contacts of members,
/// and members of customer groups.
#[endpoint(POST "/cgi-bin/externalcontact/contact_list", title = "获取已服务的外部联系人",
    doc = "https://developer.work.weixin.qq.com/document/path/99434",
    scope(work), retry = safe, reply = ServedContacts, call = customers.served)]
pub struct GetServedContacts {
    /// Where to go on: [`ServedContacts::next_cursor`]; a cursor lives 4 hours.
    pub cursor: Option<String>,
    /// How many at most: 1,000 if left out, which is the most.
    pub limit: Option<u32>,
}

/// People outside whom the corporation has served.
#[endpoint(part, reply_to(GetServedContacts))]
#[derive(Default)]
pub struct ServedContacts {
    /// The people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info_list: Vec<ServedContact>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetServedContacts {
    type Item = ServedContact;
    fn split_page(self, page: ServedContacts) -> (Vec<ServedContact>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.info_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Somebody outside whom the corporation has served.
#[endpoint(part)]
#[derive(Default)]
pub struct ServedContact {
    /// Whether they have been marked as a customer.
    pub is_customer: Option<bool>,
    /// Who they are, for 4 hours.
    pub tmp_openid: Option<String>,
    /// The customer; only of customers.
    pub external_userid: Option<UserId>,
    /// The name, without most of it if they are no customer.
    pub name: Option<String>,
    /// The member who has them; of a member of a group, its owner.
    pub follow_userid: Option<UserId>,
    /// The group; only of members of a group.
    pub chat_id: Option<String>,
    /// The name of the group.
    pub chat_name: Option<String>,
    /// When they were added, or joined the group.
    pub add_time: Option<Timestamp>,
}

/// Gives a customer, at the address used until 2019; [`GetCustomer`] has taken its place.
#[endpoint(GET "/cgi-bin/crm/get_external_contact", title = "获取外部联系人详情",
    scope(work), reply = CustomerDetail)]
pub struct GetExternalContact {
    /// The customer.
    pub external_userid: UserId,
}
