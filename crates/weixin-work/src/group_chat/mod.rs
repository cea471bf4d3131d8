//! Customer groups, which members and customers share, and the ways into them (客户群管理).
//! `/cgi-bin/externalcontact/groupchat/*`

mod event;
mod join_way;

use crate::ids::{ChatId, ExternalUserId};
use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{UnionId, UserId};

pub use event::*;
pub use join_way::*;

weixin_api::string_id! {
    /// Somebody in a customer group: the userid of a member of the corporation or the external_userid
    /// of somebody else. The platform has one field for both.
    GroupMemberId
    /// A way into customer groups (加入群聊, config_id).
    JoinWayId
    /// A WeChat group as a Mini Program sees it (opengid).
    OpenGid
}

group! {
    /// Customer groups (客户群管理).
    group_chats: [
        GetGroupChats, GetGroupChat, ConvertOpenGidToGroupChat, GetNewGroupMemberIds, AddJoinWay,
        GetJoinWay, UpdateJoinWay, DeleteJoinWay,
    ]
}

weixin_protocol::messages![ExternalChatCreated, ExternalChatUpdated, ExternalChatDismissed];

/// Returns the customer groups, up to 1,000 at a time.
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let mut groups = wx.group_chats().list(1000).pages();
/// while let Some(group) = groups.try_next().await? {
///     let detail = wx.group_chats().get(group.chat_id).await?.group_chat;
///     println!("{:?} with {} people", detail.name, detail.member_list.len());
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/list", title = "获取客户群列表",
    doc = "https://developer.work.weixin.qq.com/document/path/92120",
    scope(work), retry = safe, reply = GroupChatIds, call = group_chats.list)]
pub struct GetGroupChats {
    /// Restricts the list by the handover of the groups; all groups if left out.
    pub status_filter: Option<GroupChatTransfer>,
    /// Restricts the list to groups of these owners; all owners in the app's visible range if left
    /// out.
    pub owner_filter: Option<OwnerFilter>,
    /// Continues after the page that returned [`GroupChatIds::next_cursor`];
    /// the first page if left out.
    pub cursor: Option<String>,
    /// Page size: 1 to 1,000.
    pub limit: u32,
}

int_enum! {
    /// The handover of a customer group after its owner left (客户群跟进状态).
    pub enum GroupChatTransfer {
        /// The owner is there (跟进人正常). As a filter: all groups.
        Normal = 0,
        /// The owner has left the corporation (跟进人离职).
        OwnerLeft = 1,
        /// The group is being handed over to another member (离职继承中).
        Transferring = 2,
        /// The group has been handed over to another member (离职继承完成).
        Transferred = 3,
    }
}

/// A filter by the owners of groups.
#[endpoint(part)]
#[derive(Default)]
pub struct OwnerFilter {
    /// The owners: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid_list: Vec<UserId>,
}

/// A page of customer groups.
#[endpoint(part, reply_to(GetGroupChats))]
#[derive(Default)]
pub struct GroupChatIds {
    /// The groups of the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_chat_list: Vec<GroupChatId>,
    /// Cursor of the next page; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetGroupChats {
    type Item = GroupChatId;
    fn split_page(self, page: GroupChatIds) -> (Vec<GroupChatId>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.group_chat_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A customer group in a list.
#[endpoint(part)]
pub struct GroupChatId {
    /// Id of the group, for [`GetGroupChat`].
    pub chat_id: ChatId,
    /// The handover of the group.
    pub status: Option<GroupChatTransfer>,
}

/// Returns a customer group with the people in it.
///
/// Fails with 49008 when the group was dissolved, with 90501 when it is no customer group.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/get", title = "获取客户群详情",
    doc = "https://developer.work.weixin.qq.com/document/path/92122",
    scope(work), retry = safe, reply = GroupChatDetail, call = group_chats.get)]
pub struct GetGroupChat {
    /// The group to return.
    pub chat_id: ChatId,
    /// Whether [`GroupChatMember::name`] is filled in: no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_name: Option<bool>,
}

/// The reply to [`GetGroupChat`].
#[endpoint(part, reply_to(GetGroupChat))]
pub struct GroupChatDetail {
    /// The group with the people in it.
    pub group_chat: GroupChat,
}

/// A customer group.
#[endpoint(part)]
pub struct GroupChat {
    /// Id of the group.
    pub chat_id: ChatId,
    /// Name of the group; empty if it has none.
    pub name: Option<String>,
    /// The owner of the group (群主).
    pub owner: Option<UserId>,
    /// Time of creation.
    pub create_time: Option<Timestamp>,
    /// The group notice (群公告).
    pub notice: Option<String>,
    /// The people in the group, members of the corporation and others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub member_list: Vec<GroupChatMember>,
    /// The administrators of the group (群管理员), without the owner.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admin_list: Vec<GroupChatAdmin>,
    /// Version of `member_list`. It changes with the list, and events about the group carry it too
    /// ([`ExternalChatUpdated::cur_mem_ver`]).
    pub member_version: Option<String>,
}

/// Somebody in a customer group.
#[endpoint(part)]
pub struct GroupChatMember {
    /// The person: a member's userid or an external_userid, depending on `kind`.
    pub userid: GroupMemberId,
    /// Whether the person is a member of the corporation.
    #[serde(rename = "type")]
    pub kind: Option<GroupChatMemberKind>,
    /// The person's unionid. Only of WeChat users, and only if the corporation has bound an Open
    /// Platform account.
    pub unionid: Option<UnionId>,
    /// Time of joining.
    pub join_time: Option<Timestamp>,
    /// The way the person joined.
    pub join_scene: Option<JoinScene>,
    /// The member who invited the person; missing if nobody did.
    pub invitor: Option<Invitor>,
    /// The person's nickname in the group.
    pub group_nickname: Option<String>,
    /// The person's name: a nickname in WeChat, or a member's name or userid. Missing unless
    /// [`GetGroupChat::need_name`] was set.
    pub name: Option<String>,
    /// The `state` of the way by which the person joined ([`AddJoinWay::state`]).
    pub state: Option<String>,
}

int_enum! {
    /// Whether somebody in a customer group belongs to the corporation (成员类型).
    pub enum GroupChatMemberKind {
        /// A member of the corporation (企业成员); the id is a userid.
        Member = 1,
        /// Somebody outside the corporation (外部联系人); the id is an external_userid.
        Outside = 2,
    }
}

int_enum! {
    /// The way somebody joined a customer group (入群方式).
    pub enum JoinScene {
        /// Invited by a member of the group (由群成员邀请入群).
        Invited = 1,
        /// By an invitation link (通过邀请链接入群).
        Link = 2,
        /// By scanning the group's QR code (通过扫描群二维码入群).
        QrCode = 3,
    }
}

/// The member who invited somebody.
#[endpoint(part)]
pub struct Invitor {
    /// The inviting member.
    pub userid: UserId,
}

/// An administrator of a customer group.
#[endpoint(part)]
pub struct GroupChatAdmin {
    /// The member who administers the group.
    pub userid: UserId,
}

/// Converts the opengid with which a Mini Program was opened in a customer group into the group's
/// id.
///
/// Fails with 90511 when there is no such opengid, with 90501 when it is that of another group than
/// one of customers.
#[endpoint(POST "/cgi-bin/externalcontact/opengid_to_chatid", title = "客户群opengid转换",
    doc = "https://developer.work.weixin.qq.com/document/path/94822",
    scope(work), retry = safe, reply = ConvertedGroupChat, call = group_chats.by_opengid)]
pub struct ConvertOpenGidToGroupChat {
    /// The group, as the Mini Program got it from `wx.getGroupEnterInfo` or `wx.getShareInfo`.
    pub opengid: OpenGid,
}

/// The id of a customer group.
#[endpoint(part, reply_to(ConvertOpenGidToGroupChat))]
pub struct ConvertedGroupChat {
    /// The group that the opengid stands for.
    pub chat_id: ChatId,
}

/// Converts the external_userids of people in a group into the ids that the platform has used since
/// its change of 2022.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/get_new_external_userid", title = "转换客户群成员external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95327",
    scope(work), retry = safe, reply = NewGroupMemberIds, call = group_chats.new_member_ids)]
pub struct GetNewGroupMemberIds {
    /// The group that the people are in.
    pub chat_id: ChatId,
    /// The old ids: up to 1,000.
    pub external_userid_list: Vec<ExternalUserId>,
}

/// The new ids of people in a group.
#[endpoint(part, reply_to(GetNewGroupMemberIds))]
#[derive(Default)]
pub struct NewGroupMemberIds {
    /// One entry per person; people that are unknown are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<NewGroupMemberId>,
}

/// The old and the new id of somebody in a group.
#[endpoint(part)]
pub struct NewGroupMemberId {
    /// The old id, as it was passed.
    pub external_userid: ExternalUserId,
    /// The id that the platform uses now.
    pub new_external_userid: ExternalUserId,
}
