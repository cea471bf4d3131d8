//! Groups of members and customers, and the ways into them (客户群管理). `/cgi-bin/externalcontact/groupchat/*`

mod event;
mod join_way;

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

pub use event::*;
pub use join_way::*;

group! {
    /// Groups of members and customers (客户群管理).
    group_chats: [GetGroupChats, GetGroupChat, ConvertOpenGidToGroupChat, GetNewGroupMemberIds, AddJoinWay, GetJoinWay, UpdateJoinWay, DeleteJoinWay]
}

weixin_protocol::messages![ExternalChatCreated, ExternalChatUpdated, ExternalChatDismissed];

/// Gives the customer groups, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/list", title = "获取客户群列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92120",
    scope(work), retry = safe, reply = GroupChatIds, call = group_chats.list)]
pub struct GetGroupChats {
    /// Only those whose handover is in this state; all if left out.
    pub status_filter: Option<GroupChatTransfer>,
    /// Only those of these owners.
    pub owner_filter: Option<OwnerFilter>,
    /// Where to go on: [`GroupChatIds::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: up to 1,000.
    pub limit: u32,
}

int_enum! {
    /// Where the handover of a group is.
    pub enum GroupChatTransfer {
        /// Nobody hands it over; as a filter: all groups.
        Normal = 0,
        /// Its owner has left.
        OwnerLeft = 1,
        /// It is being handed over.
        Transferring = 2,
        /// It has been handed over.
        Transferred = 3,
    }
}

/// Owners of groups.
#[endpoint(part)]
#[derive(Default)]
pub struct OwnerFilter {
    /// The owners: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid_list: Vec<UserId>,
}

/// Customer groups.
#[endpoint(part, reply_to(GetGroupChats))]
#[derive(Default)]
pub struct GroupChatIds {
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_chat_list: Vec<GroupChatId>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetGroupChats {
    type Item = GroupChatId;
    fn split_page(self, page: GroupChatIds) -> (Vec<GroupChatId>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.group_chat_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A customer group, by its id.
#[endpoint(part)]
pub struct GroupChatId {
    /// The group.
    pub chat_id: String,
    /// Where its handover is.
    pub status: Option<GroupChatTransfer>,
}

/// Gives a customer group with its members.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/get", title = "获取客户群详情",
    doc = "https://developer.work.weixin.qq.com/document/path/92122",
    scope(work), retry = safe, reply = GroupChatDetail, call = group_chats.get)]
pub struct GetGroupChat {
    /// The group.
    pub chat_id: String,
    /// Whether with the names of the members.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_name: Option<bool>,
}

/// A customer group, as [`GetGroupChat`] answers it.
#[endpoint(part, reply_to(GetGroupChat))]
pub struct GroupChatDetail {
    /// The group.
    pub group_chat: GroupChat,
}

/// A customer group.
#[endpoint(part)]
pub struct GroupChat {
    /// The group.
    pub chat_id: String,
    /// Its name.
    pub name: Option<String>,
    /// Its owner.
    pub owner: Option<UserId>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// Its notice.
    pub notice: Option<String>,
    /// Who is in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub member_list: Vec<GroupChatMember>,
    /// Its administrators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admin_list: Vec<GroupChatAdmin>,
    /// The version of the list of members; that in the events is another one when it has changed.
    pub member_version: Option<String>,
}

/// Somebody in a customer group.
#[endpoint(part)]
pub struct GroupChatMember {
    /// The member or customer.
    pub userid: UserId,
    /// Which of both they are.
    #[serde(rename = "type")]
    pub kind: Option<GroupChatMemberKind>,
    /// The person at an open-platform account; only of WeChat users, and only if the corporation
    /// has bound one.
    pub unionid: Option<String>,
    /// When they joined.
    pub join_time: Option<Timestamp>,
    /// How they joined.
    pub join_scene: Option<JoinScene>,
    /// Who invited them.
    pub invitor: Option<Invitor>,
    /// Their nickname in the group.
    pub group_nickname: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// What the way into the group was given as its `state`.
    pub state: Option<String>,
}

int_enum! {
    /// What somebody in a customer group is.
    pub enum GroupChatMemberKind {
        /// A member of the corporation.
        Member = 1,
        /// Somebody outside.
        Outside = 2,
    }
}

int_enum! {
    /// How somebody joined a customer group.
    pub enum JoinScene {
        /// A member invited them.
        Invited = 1,
        /// By an invitation link.
        Link = 2,
        /// By the group's code.
        QrCode = 3,
    }
}

/// Who invited somebody.
#[endpoint(part)]
pub struct Invitor {
    /// The member.
    pub userid: UserId,
}

/// An administrator of a customer group.
#[endpoint(part)]
pub struct GroupChatAdmin {
    /// The member.
    pub userid: UserId,
}

/// Gives the customer group from which a Mini Program was opened.
#[endpoint(POST "/cgi-bin/externalcontact/opengid_to_chatid", title = "客户群opengid转换",
    doc = "https://developer.work.weixin.qq.com/document/path/94822",
    scope(work), retry = safe, reply = ConvertedGroupChat, call = group_chats.by_opengid)]
pub struct ConvertOpenGidToGroupChat {
    /// The group, as the Mini Program was told.
    pub opengid: String,
}

/// A customer group, by another name.
#[endpoint(part, reply_to(ConvertOpenGidToGroupChat))]
pub struct ConvertedGroupChat {
    /// The group.
    pub chat_id: String,
}

/// Gives what up to 1,000 people in a group are called since the platform changed customer ids in
/// 2022.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/get_new_external_userid", title = "转换客户群成员external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95327",
    scope(work), retry = safe, reply = NewGroupMemberIds, call = group_chats.new_member_ids)]
pub struct GetNewGroupMemberIds {
    /// The group.
    pub chat_id: String,
    /// The people, by their old ids.
    pub external_userid_list: Vec<UserId>,
}

/// What people in a group are called now.
#[endpoint(part, reply_to(GetNewGroupMemberIds))]
#[derive(Default)]
pub struct NewGroupMemberIds {
    /// The people; those that are unknown are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<NewGroupMemberId>,
}

/// What somebody in a group is called now.
#[endpoint(part)]
pub struct NewGroupMemberId {
    /// The old id.
    pub external_userid: UserId,
    /// The new id.
    pub new_external_userid: UserId,
}
