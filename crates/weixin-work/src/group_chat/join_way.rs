//! Ways into customer groups (客户群「加入群聊」管理).

use crate::group_chat::GroupChatsHandle;
use weixin_api::{endpoint, int_enum};

/// Makes a way into groups: the code of the first group that has room.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/add_join_way", title = "配置客户群进群方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92229",
    scope(work), reply = AddedJoinWay, call = group_chats.add_join_way)]
pub struct AddJoinWay {
    /// Where it is shown.
    pub scene: JoinWayScene,
    /// What the corporation notes of it: up to 30 characters.
    pub remark: Option<String>,
    /// Whether a new group is made when the groups are full: yes if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub auto_create_room: Option<bool>,
    /// What new groups are called, before their number: up to 40 characters.
    pub room_base_name: Option<String>,
    /// The number of the first new group.
    pub room_base_id: Option<u64>,
    /// The groups: up to 5.
    pub chat_id_list: Vec<String>,
    /// What tells this one from others: up to 30 characters.
    pub state: Option<String>,
    /// Whether the source is noted: yes if left out.
    pub mark_source: Option<bool>,
}

int_enum! {
    /// Where a way into groups is shown.
    pub enum JoinWayScene {
        /// In a Mini Program, as a button.
        MiniProgram = 1,
        /// As a QR code.
        QrCode = 2,
    }
}

/// A way into groups that was made.
#[endpoint(part, reply_to(AddJoinWay))]
pub struct AddedJoinWay {
    /// The way.
    pub config_id: String,
}

/// Gives a way into groups.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/get_join_way", title = "获取客户群进群方式配置",
    doc = "https://developer.work.weixin.qq.com/document/path/92229",
    scope(work), retry = safe, reply = JoinWayDetail, call = group_chats.join_way)]
pub struct GetJoinWay {
    /// The way.
    pub config_id: String,
}

/// A way into groups, as [`GetJoinWay`] answers it.
#[endpoint(part, reply_to(GetJoinWay))]
pub struct JoinWayDetail {
    /// The way.
    pub join_way: JoinWay,
}

/// A way into groups.
#[endpoint(part)]
pub struct JoinWay {
    /// The way.
    pub config_id: String,
    /// Where it is shown.
    pub scene: Option<JoinWayScene>,
    /// What the corporation notes of it.
    pub remark: Option<String>,
    /// Whether a new group is made when the groups are full.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub auto_create_room: Option<bool>,
    /// What new groups are called, before their number.
    pub room_base_name: Option<String>,
    /// The number of the first new group.
    pub room_base_id: Option<u64>,
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chat_id_list: Vec<String>,
    /// The address of the code.
    pub qr_code: Option<String>,
    /// What tells this one from others.
    pub state: Option<String>,
    /// Whether the source is noted.
    pub mark_source: Option<bool>,
}

/// Replaces a way into groups, but for its code.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/update_join_way", title = "更新客户群进群方式配置",
    doc = "https://developer.work.weixin.qq.com/document/path/92229",
    scope(work), retry = safe, call = group_chats.update_join_way)]
pub struct UpdateJoinWay {
    /// The way.
    pub config_id: String,
    /// Where it is shown.
    pub scene: JoinWayScene,
    /// What the corporation notes of it: up to 30 characters.
    pub remark: Option<String>,
    /// Whether a new group is made when the groups are full: yes if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub auto_create_room: Option<bool>,
    /// What new groups are called, before their number: up to 40 characters.
    pub room_base_name: Option<String>,
    /// The number of the first new group.
    pub room_base_id: Option<u64>,
    /// The groups: up to 5.
    pub chat_id_list: Vec<String>,
    /// What tells this one from others: up to 30 characters.
    pub state: Option<String>,
    /// Whether the source is noted: yes if left out.
    pub mark_source: Option<bool>,
}

/// Deletes a way into groups.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/del_join_way", title = "删除客户群进群方式配置",
    doc = "https://developer.work.weixin.qq.com/document/path/92229",
    scope(work), retry = safe, call = group_chats.delete_join_way)]
pub struct DeleteJoinWay {
    /// The way.
    pub config_id: String,
}
