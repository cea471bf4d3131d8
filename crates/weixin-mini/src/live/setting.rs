//! How a room is reached, and what may be done in it.

use super::Live;
use weixin_api::{Call, Caller, endpoint};
use weixin_protocol::Secret;

/// Gives the address to which the stream is pushed. `GET /wxaapi/broadcast/room/getpushurl`
#[endpoint(GET "/wxaapi/broadcast/room/getpushurl", title = "获取直播间推流地址",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#7",
    scope(mini), reply = LivePushUrl)]
pub struct GetLivePushUrl {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
}

/// Where a stream is pushed.
#[endpoint(part)]
pub struct LivePushUrl {
    /// The address; whoever has it can broadcast.
    #[serde(rename = "pushAddr", serialize_with = "weixin_api::expose")]
    pub push_addr: Secret,
}

/// Gives the code and the poster with which a room is shared.
/// `GET /wxaapi/broadcast/room/getsharedcode`
#[endpoint(GET "/wxaapi/broadcast/room/getsharedcode", title = "获取直播间分享二维码",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#8",
    scope(mini), reply = LiveSharedCode)]
pub struct GetLiveSharedCode {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// What the page is told, as JSON, percent-encoded.
    pub params: Option<String>,
}

/// With what a room is shared.
#[endpoint(part)]
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

/// Says whether the platform may list a room. `POST /wxaapi/broadcast/room/updatefeedpublic`
#[endpoint(POST "/wxaapi/broadcast/room/updatefeedpublic", title = "开启/关闭直播间官方收录",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#17",
    scope(mini), retry = safe)]
pub struct UpdateLiveFeedPublic {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Whether it may.
    #[serde(rename = "isFeedsPublic", with = "weixin_api::flag")]
    pub is_feeds_public: bool,
}

/// Says whether a room cannot be watched again. `POST /wxaapi/broadcast/room/updatereplay`
#[endpoint(POST "/wxaapi/broadcast/room/updatereplay", title = "开启/关闭回放功能",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#18",
    scope(mini), retry = safe)]
pub struct UpdateLiveReplay {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Whether it cannot.
    #[serde(rename = "closeReplay", with = "weixin_api::flag")]
    pub close_replay: bool,
}

/// Says whether a room has no customer service. `POST /wxaapi/broadcast/room/updatekf`
#[endpoint(POST "/wxaapi/broadcast/room/updatekf", title = "开启/关闭客服功能",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#19",
    scope(mini), retry = safe)]
pub struct UpdateLiveCustomerService {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Whether it has none.
    #[serde(rename = "closeKf", with = "weixin_api::flag")]
    pub close_kf: bool,
}

/// Says whether nobody may comment. `POST /wxaapi/broadcast/room/updatecomment`
#[endpoint(POST "/wxaapi/broadcast/room/updatecomment", title = "开启/关闭直播间全局禁言",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#20",
    scope(mini), retry = safe)]
pub struct UpdateLiveComment {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Whether nobody may.
    #[serde(rename = "banComment", with = "weixin_api::flag")]
    pub ban_comment: bool,
}

impl<'c, C: Caller + ?Sized> Live<'c, C> {
    /// Gives the address to which the stream is pushed; see [`GetLivePushUrl`].
    pub fn push_url(&self, room_id: u64) -> Call<'c, C, GetLivePushUrl> {
        Call::new(self.0, GetLivePushUrl::new(room_id))
    }

    /// Gives the code and the poster with which a room is shared; see [`GetLiveSharedCode`].
    pub fn shared_code(&self, room_id: u64) -> Call<'c, C, GetLiveSharedCode> {
        Call::new(self.0, GetLiveSharedCode::new(room_id))
    }

    /// Says whether the platform may list a room; see [`UpdateLiveFeedPublic`].
    pub fn set_listed(
        &self,
        room_id: u64,
        is_feeds_public: bool,
    ) -> Call<'c, C, UpdateLiveFeedPublic> {
        Call::new(self.0, UpdateLiveFeedPublic::new(room_id, is_feeds_public))
    }

    /// Says whether a room cannot be watched again; see [`UpdateLiveReplay`].
    pub fn close_replay(&self, room_id: u64, close_replay: bool) -> Call<'c, C, UpdateLiveReplay> {
        Call::new(self.0, UpdateLiveReplay::new(room_id, close_replay))
    }

    /// Says whether a room has no customer service; see [`UpdateLiveCustomerService`].
    pub fn close_customer_service(
        &self,
        room_id: u64,
        close_kf: bool,
    ) -> Call<'c, C, UpdateLiveCustomerService> {
        Call::new(self.0, UpdateLiveCustomerService::new(room_id, close_kf))
    }

    /// Says whether nobody may comment; see [`UpdateLiveComment`].
    pub fn ban_comments(&self, room_id: u64, ban_comment: bool) -> Call<'c, C, UpdateLiveComment> {
        Call::new(self.0, UpdateLiveComment::new(room_id, ban_comment))
    }
}
