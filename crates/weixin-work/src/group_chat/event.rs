//! What happens to customer groups.

use weixin_protocol::{AppId, Header, UserId, inbound};

/// A customer group was made. Event or InfoType `change_external_chat`, ChangeType `create`.
#[inbound(
    event = "change_external_chat",
    notice = "change_external_chat",
    change = "create",
    scope(work)
)]
pub struct ExternalChatCreated {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The group.
    pub chat_id: String,
}

/// A customer group has changed. Event or InfoType `change_external_chat`, ChangeType `update`.
#[inbound(
    event = "change_external_chat",
    notice = "change_external_chat",
    change = "update",
    scope(work)
)]
pub struct ExternalChatUpdated {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The group.
    pub chat_id: String,
    /// What has changed: `add_member`, `del_member`, `change_owner`, `change_name` or
    /// `change_notice`.
    pub update_detail: Option<String>,
    /// How somebody joined: 0 a member invited them, 3 by the group's code.
    pub join_scene: Option<u32>,
    /// How somebody left: 0 by themselves, 1 the owner or an administrator removed them.
    pub quit_scene: Option<u32>,
    /// How many joined or left.
    pub mem_change_cnt: Option<u32>,
    /// Who joined or left.
    #[field(name = "MemChangeList", item = "Item")]
    pub mem_change_list: Vec<UserId>,
    /// The version of the list of members before.
    pub last_mem_ver: Option<String>,
    /// The version of the list of members now.
    pub cur_mem_ver: Option<String>,
}

/// A customer group was dissolved. Event or InfoType `change_external_chat`, ChangeType `dismiss`.
#[inbound(
    event = "change_external_chat",
    notice = "change_external_chat",
    change = "dismiss",
    scope(work)
)]
pub struct ExternalChatDismissed {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The group.
    pub chat_id: String,
}
