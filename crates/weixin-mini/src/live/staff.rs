//! Who helps in a room, and who may broadcast at all.

use crate::live::LiveHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::OpenId;

/// Adds assistants to a room.
#[endpoint(POST "/wxaapi/broadcast/room/addassistant", title = "添加管理直播间小助手",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#9",
    scope(mini), retry = safe, call = live.add_assistants)]
pub struct AddLiveAssistants {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// The assistants.
    pub users: Vec<LiveAssistantName>,
}

/// An assistant.
#[endpoint(part)]
pub struct LiveAssistantName {
    /// Their WeChat number.
    pub username: String,
    /// Their name in the room.
    pub nickname: String,
}

/// Changes an assistant's name in a room.
#[endpoint(POST "/wxaapi/broadcast/room/modifyassistant", title = "修改管理直播间小助手",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#10",
    scope(mini), retry = safe, call = live.update_assistant)]
pub struct UpdateLiveAssistant {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Their WeChat number.
    pub username: String,
    /// Their name in the room.
    pub nickname: String,
}

/// Removes an assistant from a room.
#[endpoint(POST "/wxaapi/broadcast/room/removeassistant", title = "删除管理直播间小助手",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#11",
    scope(mini), retry = safe, call = live.remove_assistant)]
pub struct RemoveLiveAssistant {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Their WeChat number.
    pub username: String,
}

/// Gives the assistants of a room.
#[endpoint(GET "/wxaapi/broadcast/room/getassistantlist", title = "查询管理直播间小助手",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#12",
    scope(mini), reply = LiveAssistants, call = live.assistants)]
pub struct GetLiveAssistants {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
}

/// Assistants of a room.
#[endpoint(part, reply_to(GetLiveAssistants))]
pub struct LiveAssistants {
    /// The assistants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<LiveAssistant>,
    /// How many there are.
    pub count: Option<u64>,
    /// How many there may be.
    #[serde(rename = "maxCount")]
    pub max_count: Option<u64>,
}

/// An assistant.
#[endpoint(part)]
pub struct LiveAssistant {
    /// When they were last changed.
    pub timestamp: Option<Timestamp>,
    /// Their picture.
    pub headimg: Option<String>,
    /// Their name in the room.
    pub nickname: Option<String>,
    /// Their WeChat number.
    pub alias: Option<String>,
    /// Who they are.
    pub openid: Option<OpenId>,
}

/// Adds a second host to a room.
#[endpoint(POST "/wxaapi/broadcast/room/addsubanchor", title = "添加主播副号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#13",
    scope(mini), retry = safe, call = live.add_sub_anchor)]
pub struct AddLiveSubAnchor {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Their WeChat number.
    pub username: String,
}

/// Changes the second host of a room.
#[endpoint(POST "/wxaapi/broadcast/room/modifysubanchor", title = "修改主播副号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#14",
    scope(mini), retry = safe, call = live.update_sub_anchor)]
pub struct UpdateLiveSubAnchor {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Their WeChat number.
    pub username: String,
}

/// Removes the second host of a room.
#[endpoint(POST "/wxaapi/broadcast/room/deletesubanchor", title = "删除主播副号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#15",
    scope(mini), retry = safe, call = live.delete_sub_anchor)]
pub struct DeleteLiveSubAnchor {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
}

/// Says who the second host of a room is.
#[endpoint(GET "/wxaapi/broadcast/room/getsubanchor", title = "获取主播副号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#16",
    scope(mini), reply = LiveSubAnchor, call = live.sub_anchor)]
pub struct GetLiveSubAnchor {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
}

/// The second host of a room.
#[endpoint(part, reply_to(GetLiveSubAnchor))]
pub struct LiveSubAnchor {
    /// Their WeChat number.
    pub username: Option<String>,
}

/// Gives somebody a role in all rooms.
#[endpoint(POST "/wxaapi/broadcast/role/addrole", title = "设置成员角色",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/role-manage.html#1",
    scope(mini), retry = safe, call = live.add_role)]
pub struct AddLiveRole {
    /// Their WeChat number.
    pub username: String,
    /// The role.
    pub role: LiveRole,
}

int_enum! {
    /// A role in all rooms.
    pub enum LiveRole {
        /// May do everything.
        SuperAdmin = 0,
        /// Manages.
        Admin = 1,
        /// Broadcasts.
        Anchor = 2,
        /// Looks after the rooms.
        Operator = 3,
    }
}

/// Takes a role from somebody.
#[endpoint(POST "/wxaapi/broadcast/role/deleterole", title = "解除成员角色",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/role-manage.html#2",
    scope(mini), retry = safe, call = live.delete_role)]
pub struct DeleteLiveRole {
    /// Their WeChat number.
    pub username: String,
    /// The role.
    pub role: LiveRole,
}

/// Gives a page of those who have roles.
#[endpoint(GET "/wxaapi/broadcast/role/getrolelist", title = "查询成员列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/role-manage.html#4",
    scope(mini), reply = LiveRoles, call = live.roles)]
pub struct GetLiveRoles {
    /// Only those of a role; -1 for all.
    pub role: Option<i64>,
    /// Where to begin, from 0.
    pub offset: Option<u64>,
    /// How many: up to 30, 10 if left out.
    pub limit: Option<u32>,
    /// Only those whose WeChat number or name has this in it.
    pub keyword: Option<String>,
}

/// A page of those who have roles.
#[endpoint(part, reply_to(GetLiveRoles))]
pub struct LiveRoles {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<LiveMember>,
    /// How many there are.
    pub total: Option<u64>,
}

/// Somebody who has roles.
#[endpoint(part)]
pub struct LiveMember {
    /// Who they are.
    pub openid: Option<OpenId>,
    /// Their WeChat number.
    pub username: Option<String>,
    /// Their name.
    pub nickname: Option<String>,
    /// Their picture.
    pub headingimg: Option<String>,
    /// The roles.
    #[serde(rename = "roleList", default, skip_serializing_if = "Vec::is_empty")]
    pub role_list: Vec<LiveRole>,
    /// When they were last changed.
    #[serde(rename = "updateTimestamp")]
    pub update_timestamp: Option<Timestamp>,
}
