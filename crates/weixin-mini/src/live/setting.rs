//! How a room is reached, and what may be done in it.

use crate::live::LiveHandle;
use weixin_api::endpoint;
use weixin_protocol::Secret;

/// Gives the address to which the stream is pushed.
#[endpoint(GET "/wxaapi/broadcast/room/getpushurl", title = "获取直播间推流地址",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#7",
    scope(mini), reply = LivePushUrl, call = live.push_url)]
pub struct GetLivePushUrl {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
}

/// Where a stream is pushed.
#[endpoint(part, reply_to(GetLivePushUrl))]
pub struct LivePushUrl {
    /// The address; whoever has it can broadcast.
    #[serde(rename = "pushAddr", serialize_with = "weixin_api::expose")]
    pub push_addr: Secret,
}

/// Gives the code and the poster with which a room is shared.
#[endpoint(GET "/wxaapi/broadcast/room/getsharedcode", title = "获取直播间分享二维码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#8",
    scope(mini), reply = LiveSharedCode, call = live.shared_code)]
pub struct GetLiveSharedCode {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// What the page is told, as JSON, percent-encoded.
    pub params: Option<String>,
}

/// With what a room is shared.
#[endpoint(part, reply_to(GetLiveSharedCode))]
pub struct LiveSharedCode {
    /// The code, as a picture.
    #[serde(rename = "cdnUrl")]
    pub cdn_url: Option<String>,
    /// The page of the room.
    #[serde(rename = "pagePath")]
    pub page_path: Option<String>,
    /// A poster.
    #[serde(rename = "posterUrl")]
    pub poster_url: Option<String>,
}

/// Says whether the platform may list a room.
#[endpoint(POST "/wxaapi/broadcast/room/updatefeedpublic", title = "开启/关闭直播间官方收录",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#17",
    scope(mini), retry = safe, call = live.set_listed)]
pub struct UpdateLiveFeedPublic {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Whether it may.
    #[serde(rename = "isFeedsPublic", with = "weixin_api::bool_as_int")]
    pub is_feeds_public: bool,
}

/// Says whether a room cannot be watched again.
#[endpoint(POST "/wxaapi/broadcast/room/updatereplay", title = "开启/关闭回放功能",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#18",
    scope(mini), retry = safe, call = live.close_replay)]
pub struct UpdateLiveReplay {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Whether it cannot.
    #[serde(rename = "closeReplay", with = "weixin_api::bool_as_int")]
    pub close_replay: bool,
}

/// Says whether a room has no customer service.
#[endpoint(POST "/wxaapi/broadcast/room/updatekf", title = "开启/关闭客服功能",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#19",
    scope(mini), retry = safe, call = live.close_customer_service)]
pub struct UpdateLiveCustomerService {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Whether it has none.
    #[serde(rename = "closeKf", with = "weixin_api::bool_as_int")]
    pub close_kf: bool,
}

/// Says whether nobody may comment.
#[endpoint(POST "/wxaapi/broadcast/room/updatecomment", title = "开启/关闭直播间全局禁言",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#20",
    scope(mini), retry = safe, call = live.ban_comments)]
pub struct UpdateLiveComment {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Whether nobody may.
    #[serde(rename = "banComment", with = "weixin_api::bool_as_int")]
    pub ban_comment: bool,
}
