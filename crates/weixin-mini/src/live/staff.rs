//! Assistants and hosts of a room, and roles in all rooms.

use crate::live::LiveHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::OpenId;

use super::LiveRoomId;

/// Adds assistants (小助手) to a room.
#[endpoint(POST "/wxaapi/broadcast/room/addassistant", title = "添加管理直播间小助手",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#9",
    scope(mini), retry = safe, call = live.add_assistants)]
pub struct AddLiveAssistants {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// The assistants to add.
    pub users: Vec<LiveAssistantName>,
}

/// An assistant of a room.
#[endpoint(part)]
pub struct LiveAssistantName {
    /// The person's WeChat ID (微信号).
    pub username: String,
    /// The name shown in the room.
    pub nickname: String,
}

/// Changes an assistant's name in a room.
#[endpoint(POST "/wxaapi/broadcast/room/modifyassistant", title = "修改管理直播间小助手",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#10",
    scope(mini), retry = safe, call = live.update_assistant)]
pub struct UpdateLiveAssistant {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// The person's WeChat ID (微信号).
    pub username: String,
    /// The name shown in the room.
    pub nickname: String,
}

/// Removes an assistant from a room.
#[endpoint(POST "/wxaapi/broadcast/room/removeassistant", title = "删除管理直播间小助手",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#11",
    scope(mini), retry = safe, call = live.remove_assistant)]
pub struct RemoveLiveAssistant {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// The person's WeChat ID (微信号).
    pub username: String,
}

/// Returns the assistants of a room.
#[endpoint(GET "/wxaapi/broadcast/room/getassistantlist", title = "查询管理直播间小助手",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#12",
    scope(mini), reply = LiveAssistants, call = live.assistants)]
pub struct GetLiveAssistants {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
}

/// The assistants of a room.
#[endpoint(part, reply_to(GetLiveAssistants))]
pub struct LiveAssistants {
    /// The assistants in the order in which they were added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<LiveAssistant>,
    /// The number of assistants.
    pub count: Option<u64>,
    /// The number of assistants that the room may have.
    #[serde(rename = "maxCount")]
    pub max_count: Option<u64>,
}

/// An assistant of a room.
#[endpoint(part)]
pub struct LiveAssistant {
    /// When the assistant was last changed.
    pub timestamp: Option<Timestamp>,
    /// The address of the person's picture.
    pub headimg: Option<String>,
    /// The name shown in the room.
    pub nickname: Option<String>,
    /// The person's WeChat ID (微信号).
    pub alias: Option<String>,
    /// The person as a user of the Mini Program.
    pub openid: Option<OpenId>,
}

/// Adds a second host (主播副号) to a room.
#[endpoint(POST "/wxaapi/broadcast/room/addsubanchor", title = "添加主播副号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#13",
    scope(mini), retry = safe, call = live.add_sub_anchor)]
pub struct AddLiveSubAnchor {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// The person's WeChat ID (微信号).
    pub username: String,
}

/// Replaces the second host of a room.
#[endpoint(POST "/wxaapi/broadcast/room/modifysubanchor", title = "修改主播副号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#14",
    scope(mini), retry = safe, call = live.update_sub_anchor)]
pub struct UpdateLiveSubAnchor {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// The new host's WeChat ID (微信号).
    pub username: String,
}

/// Removes the second host of a room.
#[endpoint(POST "/wxaapi/broadcast/room/deletesubanchor", title = "删除主播副号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#15",
    scope(mini), retry = safe, call = live.delete_sub_anchor)]
pub struct DeleteLiveSubAnchor {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
}

/// Returns the second host of a room.
#[endpoint(GET "/wxaapi/broadcast/room/getsubanchor", title = "获取主播副号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#16",
    scope(mini), reply = LiveSubAnchor, call = live.sub_anchor)]
pub struct GetLiveSubAnchor {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
}

/// The second host of a room.
#[endpoint(part, reply_to(GetLiveSubAnchor))]
pub struct LiveSubAnchor {
    /// The person's WeChat ID (微信号).
    pub username: Option<String>,
}

/// Gives a person a role in all rooms.
#[endpoint(POST "/wxaapi/broadcast/role/addrole", title = "设置成员角色",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/role-manage.html#1",
    scope(mini), retry = safe, call = live.add_role)]
pub struct AddLiveRole {
    /// The person's WeChat ID (微信号).
    pub username: String,
    /// The role to give.
    pub role: LiveRole,
}

int_enum! {
    /// A role in all rooms.
    pub enum LiveRole {
        /// Super administrator, who may do everything (超级管理员).
        SuperAdmin = 0,
        /// Administrator (管理员).
        Admin = 1,
        /// Host, who may broadcast (主播).
        Anchor = 2,
        /// Operator, who manages rooms (运营者).
        Operator = 3,
    }
}

/// Takes a role from a person.
#[endpoint(POST "/wxaapi/broadcast/role/deleterole", title = "解除成员角色",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/role-manage.html#2",
    scope(mini), retry = safe, call = live.delete_role)]
pub struct DeleteLiveRole {
    /// The person's WeChat ID (微信号).
    pub username: String,
    /// The role to take.
    pub role: LiveRole,
}

/// Returns a page of the people who have roles.
#[endpoint(GET "/wxaapi/broadcast/role/getrolelist", title = "查询成员列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/role-manage.html#4",
    scope(mini), reply = LiveRoles, call = live.roles)]
pub struct GetLiveRoles {
    /// Only people with the role of this number, see [`LiveRole`]; -1 for all roles.
    pub role: Option<i64>,
    /// The first entry, from 0.
    pub offset: Option<u64>,
    /// The number of entries: up to 30; 10 if left out.
    pub limit: Option<u32>,
    /// Only people whose WeChat ID or name contains this text.
    pub keyword: Option<String>,
}

/// A page of the people who have roles.
#[endpoint(part, reply_to(GetLiveRoles))]
pub struct LiveRoles {
    /// The people on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<LiveMember>,
    /// The number of people with that role.
    pub total: Option<u64>,
}

/// A person who has roles.
#[endpoint(part)]
pub struct LiveMember {
    /// The person as a user of the Mini Program.
    pub openid: Option<OpenId>,
    /// The person's WeChat ID (微信号).
    pub username: Option<String>,
    /// The person's name in WeChat.
    pub nickname: Option<String>,
    /// The address of the person's picture.
    pub headingimg: Option<String>,
    /// The person's roles.
    #[serde(rename = "roleList", default, skip_serializing_if = "Vec::is_empty")]
    pub role_list: Vec<LiveRole>,
    /// When the roles were last changed.
    #[serde(rename = "updateTimestamp")]
    pub update_timestamp: Option<Timestamp>,
}
