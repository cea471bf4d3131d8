//! Ways into customer groups: QR codes and Mini Program buttons (客户群「加入群聊」管理).

use super::JoinWayId;
use crate::group_chat::GroupChatsHandle;
use crate::ids::ChatId;
use weixin_api::{endpoint, int_enum};

/// Creates a way into customer groups. It leads to the first of its groups that has room.
///
/// Fails with 41091 when it leads to more than 5 groups.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/add_join_way", title = "配置客户群进群方式",
    doc = "https://developer.work.weixin.qq.com/document/path/92229",
    scope(work), reply = AddedJoinWay, call = group_chats.add_join_way)]
pub struct AddJoinWay {
    /// The place where the way in is offered.
    pub scene: JoinWayScene,
    /// A note for the corporation itself: up to 30 characters.
    pub remark: Option<String>,
    /// Whether a new group is created when all groups are full: yes if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub auto_create_room: Option<bool>,
    /// Name of new groups, to which a number is appended: up to 40 characters. Only with
    /// `auto_create_room`.
    pub room_base_name: Option<String>,
    /// Number that is appended to the name of the first new group. Only with `auto_create_room`.
    pub room_base_id: Option<u64>,
    /// The groups: up to 5.
    pub chat_id_list: Vec<ChatId>,
    /// A text of the caller's own, up to 30 characters, that comes back as
    /// [`GroupChatMember::state`](super::GroupChatMember::state) of people who joined this way.
    pub state: Option<String>,
    /// Whether the source of the people who joined this way is recorded: yes if left out.
    pub mark_source: Option<bool>,
}

int_enum! {
    /// The place where a way into groups is offered (场景).
    pub enum JoinWayScene {
        /// A button in a Mini Program (群的小程序插件).
        MiniProgram = 1,
        /// A QR code (群的二维码插件).
        QrCode = 2,
    }
}

/// A way into groups that was created.
#[endpoint(part, reply_to(AddJoinWay))]
pub struct AddedJoinWay {
    /// The new way in.
    pub config_id: JoinWayId,
}

/// Returns a way into customer groups.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/get_join_way", title = "获取客户群进群方式配置",
    doc = "https://developer.work.weixin.qq.com/document/path/92229",
    scope(work), retry = safe, reply = JoinWayDetail, call = group_chats.join_way)]
pub struct GetJoinWay {
    /// The way in to return.
    pub config_id: JoinWayId,
}

/// The reply to [`GetJoinWay`].
#[endpoint(part, reply_to(GetJoinWay))]
pub struct JoinWayDetail {
    /// The way into groups.
    pub join_way: JoinWay,
}

/// A way into customer groups.
#[endpoint(part)]
pub struct JoinWay {
    /// Id of the way in.
    pub config_id: JoinWayId,
    /// The place where the way in is offered.
    pub scene: Option<JoinWayScene>,
    /// The note of the corporation.
    pub remark: Option<String>,
    /// Whether a new group is created when all groups are full.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub auto_create_room: Option<bool>,
    /// Name of new groups, to which a number is appended.
    pub room_base_name: Option<String>,
    /// Number that is appended to the name of the first new group.
    pub room_base_id: Option<u64>,
    /// The groups that the way leads to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chat_id_list: Vec<ChatId>,
    /// Address of the QR code, for [`JoinWayScene::QrCode`].
    pub qr_code: Option<String>,
    /// The text of the caller's own that comes back with people who joined this way.
    pub state: Option<String>,
    /// Whether the source of the people who joined this way is recorded.
    pub mark_source: Option<bool>,
}

/// Replaces the settings of a way into customer groups. Its QR code stays the same.
///
/// Fails with 41091 when it leads to more than 5 groups.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/update_join_way", title = "更新客户群进群方式配置",
    doc = "https://developer.work.weixin.qq.com/document/path/92229",
    scope(work), retry = safe, call = group_chats.update_join_way)]
pub struct UpdateJoinWay {
    /// The way in to change.
    pub config_id: JoinWayId,
    /// The place where the way in is offered.
    pub scene: JoinWayScene,
    /// A note for the corporation itself: up to 30 characters.
    pub remark: Option<String>,
    /// Whether a new group is created when all groups are full: yes if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub auto_create_room: Option<bool>,
    /// Name of new groups, to which a number is appended: up to 40 characters.
    pub room_base_name: Option<String>,
    /// Number that is appended to the name of the first new group.
    pub room_base_id: Option<u64>,
    /// The groups: up to 5.
    pub chat_id_list: Vec<ChatId>,
    /// A text of the caller's own, up to 30 characters, that comes back with people who joined this
    /// way.
    pub state: Option<String>,
    /// Whether the source of the people who joined this way is recorded: yes if left out.
    pub mark_source: Option<bool>,
}

/// Deletes a way into customer groups, whose QR code stops working.
#[endpoint(POST "/cgi-bin/externalcontact/groupchat/del_join_way", title = "删除客户群进群方式配置",
    doc = "https://developer.work.weixin.qq.com/document/path/92229",
    scope(work), retry = safe, call = group_chats.delete_join_way)]
pub struct DeleteJoinWay {
    /// The way in to delete.
    pub config_id: JoinWayId,
}
