//! The addresses of a room, and its settings.

use crate::live::LiveHandle;
use weixin_api::endpoint;
use weixin_protocol::Secret;

use super::LiveRoomId;

/// Returns the address to which the stream of a room is pushed (推流地址).
#[endpoint(GET "/wxaapi/broadcast/room/getpushurl", title = "获取直播间推流地址",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#7",
    scope(mini), reply = LivePushUrl, call = live.push_url)]
pub struct GetLivePushUrl {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
}

/// The address to which a stream is pushed.
#[endpoint(part, reply_to(GetLivePushUrl))]
pub struct LivePushUrl {
    /// The address. Everybody who knows it can broadcast in the room.
    #[serde(rename = "pushAddr", serialize_with = "weixin_api::expose")]
    pub push_addr: Secret,
}

/// Returns the code and the poster with which a room is shared.
#[endpoint(GET "/wxaapi/broadcast/room/getsharedcode", title = "获取直播间分享二维码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#8",
    scope(mini), reply = LiveSharedCode, call = live.shared_code)]
pub struct GetLiveSharedCode {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// The parameters of the page, as JSON, percent-encoded: up to 512 characters.
    pub params: Option<String>,
}

/// The code and the poster of a room.
#[endpoint(part, reply_to(GetLiveSharedCode))]
pub struct LiveSharedCode {
    /// The address of the code's picture.
    #[serde(rename = "cdnUrl")]
    pub cdn_url: Option<String>,
    /// The path of the room's page.
    #[serde(rename = "pagePath")]
    pub page_path: Option<String>,
    /// The address of the poster's picture.
    #[serde(rename = "posterUrl")]
    pub poster_url: Option<String>,
}

/// Sets whether the platform may list a room (官方收录).
#[endpoint(POST "/wxaapi/broadcast/room/updatefeedpublic", title = "开启/关闭直播间官方收录",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#17",
    scope(mini), retry = safe, call = live.set_listed)]
pub struct UpdateLiveFeedPublic {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// Whether the room may be listed.
    #[serde(rename = "isFeedsPublic", with = "weixin_api::bool_as_int")]
    pub is_feeds_public: bool,
}

/// Sets whether the replay of a room is disabled.
#[endpoint(POST "/wxaapi/broadcast/room/updatereplay", title = "开启/关闭回放功能",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#18",
    scope(mini), retry = safe, call = live.close_replay)]
pub struct UpdateLiveReplay {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// Whether the replay is disabled.
    #[serde(rename = "closeReplay", with = "weixin_api::bool_as_int")]
    pub close_replay: bool,
}

/// Sets whether customer service in a room is disabled.
#[endpoint(POST "/wxaapi/broadcast/room/updatekf", title = "开启/关闭客服功能",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#19",
    scope(mini), retry = safe, call = live.close_customer_service)]
pub struct UpdateLiveCustomerService {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// Whether customer service is disabled.
    #[serde(rename = "closeKf", with = "weixin_api::bool_as_int")]
    pub close_kf: bool,
}

/// Sets whether comments in a room are disabled for everybody (全局禁言).
#[endpoint(POST "/wxaapi/broadcast/room/updatecomment", title = "开启/关闭直播间全局禁言",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#20",
    scope(mini), retry = safe, call = live.ban_comments)]
pub struct UpdateLiveComment {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// Whether comments are disabled.
    #[serde(rename = "banComment", with = "weixin_api::bool_as_int")]
    pub ban_comment: bool,
}
