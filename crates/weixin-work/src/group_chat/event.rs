//! Events about customer groups.

use super::GroupMemberId;
use crate::ids::{ChatId, SuiteId};
use weixin_api::{StringEnum, int_enum};
use weixin_protocol::{CorpId, Header, inbound};

/// A customer group was created.
///
/// Pushed to the apps that may use customer contact (客户联系).
#[inbound(
    event = "change_external_chat",
    notice = "change_external_chat",
    change = "create",
    scope(work)
)]
pub struct ExternalChatCreated {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite that the notice is addressed to; missing in events to an app of the corporation
    /// itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that authorized the suite; only in notices to a suite.
    pub auth_corp_id: Option<CorpId>,
    /// The new group.
    pub chat_id: ChatId,
}

/// The members, the owner, the name or the notice of a customer group changed.
///
/// Pushed to the apps that may use customer contact (客户联系).
#[inbound(
    event = "change_external_chat",
    notice = "change_external_chat",
    change = "update",
    scope(work)
)]
pub struct ExternalChatUpdated {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite that the notice is addressed to; missing in events to an app of the corporation
    /// itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that authorized the suite; only in notices to a suite.
    pub auth_corp_id: Option<CorpId>,
    /// The group that changed.
    pub chat_id: ChatId,
    /// The kind of change (变更详情).
    pub update_detail: Option<ExternalChatChange>,
    /// The way the people joined, for [`ExternalChatChange::AddMember`].
    pub join_scene: Option<ExternalChatJoinScene>,
    /// The way the people left, for [`ExternalChatChange::DelMember`].
    pub quit_scene: Option<ExternalChatQuitScene>,
    /// Number of people who joined or left.
    pub mem_change_cnt: Option<u32>,
    /// The people who joined or left.
    #[field(name = "MemChangeList", item = "Item")]
    pub mem_change_list: Vec<GroupMemberId>,
    /// Version of the member list before the change, as in
    /// [`GroupChat::member_version`](super::GroupChat::member_version).
    pub last_mem_ver: Option<String>,
    /// Version of the member list after the change.
    pub cur_mem_ver: Option<String>,
}

/// The kind of change of a customer group (变更详情).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ExternalChatChange {
    /// People joined (成员入群).
    AddMember,
    /// People left (成员退群).
    DelMember,
    /// The group has another owner (群主变更).
    ChangeOwner,
    /// The group has another name (群名变更).
    ChangeName,
    /// The group has another notice (群公告变更).
    ChangeNotice,
    /// A value that this version does not know.
    Other(String),
}

int_enum! {
    /// The way people joined a customer group, as the event says it (成员入群方式).
    pub enum ExternalChatJoinScene {
        /// Invited by a member of the group, directly or by a link (由成员邀请入群).
        Invited = 0,
        /// By scanning the group's QR code (通过扫描群二维码入群).
        QrCode = 3,
    }
}

int_enum! {
    /// The way people left a customer group (成员退群方式).
    pub enum ExternalChatQuitScene {
        /// They left by themselves (自己退群).
        Left = 0,
        /// The owner or an administrator removed them (群主/群管理员移出).
        Removed = 1,
    }
}

/// A customer group was dissolved.
///
/// Pushed to the apps that may use customer contact (客户联系).
#[inbound(
    event = "change_external_chat",
    notice = "change_external_chat",
    change = "dismiss",
    scope(work)
)]
pub struct ExternalChatDismissed {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite that the notice is addressed to; missing in events to an app of the corporation
    /// itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that authorized the suite; only in notices to a suite.
    pub auth_corp_id: Option<CorpId>,
    /// The group that was dissolved.
    pub chat_id: ChatId,
}
