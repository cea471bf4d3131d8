//! Live broadcasts in a Mini Program (小程序直播): rooms, goods, roles. `/wxaapi/broadcast/*`

use weixin_api::{Call, Caller, Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, MediaId, OpenId};
mod goods;
mod setting;
mod shelf;
mod staff;

pub use goods::*;
pub use setting::*;
pub use shelf::*;
pub use staff::*;

group! {
    /// Live broadcasts in a Mini Program (小程序直播).
    live: [CreateLiveRoom, UpdateLiveRoom, DeleteLiveRoom, GetLiveRooms, GetLivePushUrl, GetLiveSharedCode, UpdateLiveFeedPublic, UpdateLiveReplay, UpdateLiveCustomerService, UpdateLiveComment, AddLiveAssistants, UpdateLiveAssistant, RemoveLiveAssistant, GetLiveAssistants, AddLiveSubAnchor, UpdateLiveSubAnchor, DeleteLiveSubAnchor, GetLiveSubAnchor, AddLiveRole, DeleteLiveRole, GetLiveRoles, AddLiveGoods, ResetLiveGoodsAudit, AuditLiveGoods, DeleteLiveGoods, UpdateLiveGoods, GetLiveGoodsWarehouse, GetApprovedLiveGoods, SetLiveGoodsKey, GetLiveGoodsKey, AddLiveRoomGoods, DeleteLiveRoomGoods, SetLiveRoomGoodsOnSale, PushLiveRoomGoods, SortLiveRoomGoods, GetLiveGoodsVideo]
}

/// Opens a room.
///
/// Pictures are temporary materials. 300036: the host has not proven who they are; 300029: the host
/// may not broadcast.
#[endpoint(POST "/wxaapi/broadcast/room/create", title = "创建直播间",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#1",
    scope(mini), reply = CreatedLiveRoom, call = live.create_room)]
pub struct CreateLiveRoom {
    /// Its title: 3 to 17 Chinese characters.
    pub name: String,
    /// The picture behind it.
    #[serde(rename = "coverImg")]
    pub cover_img: MediaId,
    /// When it begins: 10 minutes to 6 months from now.
    #[serde(rename = "startTime")]
    pub start_time: Timestamp,
    /// When it ends: 30 minutes to 24 hours later.
    #[serde(rename = "endTime")]
    pub end_time: Timestamp,
    /// The host's name: 2 to 15 Chinese characters.
    #[serde(rename = "anchorName")]
    pub anchor_name: String,
    /// The host's WeChat number, which must have proven who it is.
    #[serde(rename = "anchorWechat")]
    pub anchor_wechat: String,
    /// The second host's WeChat number.
    #[serde(rename = "subAnchorWechat")]
    pub sub_anchor_wechat: Option<String>,
    /// The WeChat number of whoever opens it.
    #[serde(rename = "createrWechat")]
    pub creater_wechat: Option<String>,
    /// The picture of a shared card.
    #[serde(rename = "shareImg")]
    pub share_img: MediaId,
    /// The picture in a list of broadcasts.
    #[serde(rename = "feedsImg")]
    pub feeds_img: MediaId,
    /// Whether the platform may list it; it may if left out.
    #[serde(
        rename = "isFeedsPublic",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_feeds_public: Option<bool>,
    /// From what it is broadcast.
    #[serde(rename = "type")]
    pub kind: LiveKind,
    /// Whether it cannot be liked.
    #[serde(rename = "closeLike", default, with = "weixin_api::bool_as_int")]
    pub close_like: bool,
    /// Whether there is no shelf of goods.
    #[serde(rename = "closeGoods", default, with = "weixin_api::bool_as_int")]
    pub close_goods: bool,
    /// Whether it cannot be commented.
    #[serde(rename = "closeComment", default, with = "weixin_api::bool_as_int")]
    pub close_comment: bool,
    /// Whether it cannot be watched again; it cannot if left out.
    #[serde(
        rename = "closeReplay",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_replay: Option<bool>,
    /// Whether it cannot be shared; it can if left out.
    #[serde(
        rename = "closeShare",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_share: Option<bool>,
    /// Whether there is no customer service; there is none if left out.
    #[serde(
        rename = "closeKf",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_kf: Option<bool>,
}

int_enum! {
    /// From what a broadcast comes.
    pub enum LiveKind {
        /// A phone.
        Phone = 0,
        /// Another program, that pushes a stream.
        Stream = 1,
    }
}

/// A room that was opened.
#[endpoint(part, reply_to(CreateLiveRoom))]
pub struct CreatedLiveRoom {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// A QR code with which a host who has not proven who they are can do so.
    pub qrcode_url: Option<String>,
}

/// Changes a room that has not begun.
#[endpoint(POST "/wxaapi/broadcast/room/editroom", title = "编辑直播间",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#6",
    scope(mini), retry = safe, call = live.update_room)]
pub struct UpdateLiveRoom {
    /// The room.
    pub id: u64,
    /// Its title: 3 to 17 Chinese characters.
    pub name: String,
    /// The picture behind it.
    #[serde(rename = "coverImg")]
    pub cover_img: MediaId,
    /// When it begins: 10 minutes to 6 months from now.
    #[serde(rename = "startTime")]
    pub start_time: Timestamp,
    /// When it ends: 30 minutes to 24 hours later.
    #[serde(rename = "endTime")]
    pub end_time: Timestamp,
    /// The host's name: 2 to 15 Chinese characters.
    #[serde(rename = "anchorName")]
    pub anchor_name: String,
    /// The host's WeChat number.
    #[serde(rename = "anchorWechat")]
    pub anchor_wechat: String,
    /// The second host's WeChat number.
    #[serde(rename = "subAnchorWechat")]
    pub sub_anchor_wechat: Option<String>,
    /// The WeChat number of whoever opens it.
    #[serde(rename = "createrWechat")]
    pub creater_wechat: Option<String>,
    /// The picture of a shared card.
    #[serde(rename = "shareImg")]
    pub share_img: MediaId,
    /// The picture in a list of broadcasts.
    #[serde(rename = "feedsImg")]
    pub feeds_img: MediaId,
    /// Whether the platform may list it.
    #[serde(
        rename = "isFeedsPublic",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_feeds_public: Option<bool>,
    /// From what it is broadcast.
    #[serde(rename = "type")]
    pub kind: Option<LiveKind>,
    /// Whether it cannot be liked.
    #[serde(rename = "closeLike", default, with = "weixin_api::bool_as_int")]
    pub close_like: bool,
    /// Whether there is no shelf of goods.
    #[serde(rename = "closeGoods", default, with = "weixin_api::bool_as_int")]
    pub close_goods: bool,
    /// Whether it cannot be commented.
    #[serde(rename = "closeComment", default, with = "weixin_api::bool_as_int")]
    pub close_comment: bool,
    /// Whether it cannot be watched again.
    #[serde(
        rename = "closeReplay",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_replay: Option<bool>,
    /// Whether it cannot be shared.
    #[serde(
        rename = "closeShare",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_share: Option<bool>,
    /// Whether there is no customer service.
    #[serde(
        rename = "closeKf",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_kf: Option<bool>,
}

/// Deletes a room.
#[endpoint(POST "/wxaapi/broadcast/room/deleteroom", title = "删除直播间",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#5",
    scope(mini), retry = safe, call = live.delete_room)]
pub struct DeleteLiveRoom {
    /// The room.
    pub id: u64,
}

/// Gives a page of the rooms, or of the replays of one.
#[endpoint(POST "/wxa/business/getliveinfo", title = "获取直播间列表及直播间信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#2",
    scope(mini), retry = safe, reply = LiveRooms, call = live.rooms)]
pub struct GetLiveRooms {
    /// Where to begin, from 0.
    pub start: u64,
    /// How many: up to 100.
    pub limit: u32,
    /// `get_replay` for the replays of a room.
    pub action: Option<String>,
    /// The room whose replays are asked for.
    pub room_id: Option<u64>,
}

/// A page of the rooms, or of the replays of one.
#[endpoint(part, reply_to(GetLiveRooms))]
pub struct LiveRooms {
    /// The rooms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub room_info: Vec<LiveRoom>,
    /// How many there are.
    pub total: Option<u64>,
    /// The replays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub live_replay: Vec<LiveReplay>,
}

/// A part of a broadcast, to be watched again.
#[endpoint(part)]
pub struct LiveReplay {
    /// Until when it is there, as in RFC 3339.
    pub expire_time: Option<String>,
    /// Since when it is there, as in RFC 3339.
    pub create_time: Option<String>,
    /// Where it is.
    pub media_url: String,
}

impl Paged for GetLiveRooms {
    type Item = LiveRoom;

    fn split_page(self, page: LiveRooms) -> (Vec<LiveRoom>, Option<Self>) {
        let rooms = page.room_info;
        let start = self.start + rooms.len() as u64;
        let more = !rooms.is_empty() && page.total.is_some_and(|total| start < total);
        (rooms, more.then_some(Self { start, ..self }))
    }
}

/// A room.
#[endpoint(part)]
pub struct LiveRoom {
    /// The room.
    pub roomid: u64,
    /// Its title.
    pub name: Option<String>,
    /// The picture behind it.
    pub cover_img: Option<String>,
    /// The picture of a shared card.
    pub share_img: Option<String>,
    /// The picture in a list of broadcasts.
    pub feeds_img: Option<String>,
    /// How far it is.
    pub live_status: Option<LiveStatus>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// The host's name.
    pub anchor_name: Option<String>,
    /// Who has opened it.
    pub creater_openid: Option<OpenId>,
    /// What is on its shelf.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goods: Vec<LiveRoomGoods>,
    /// From what it is broadcast.
    pub live_type: Option<LiveKind>,
    /// Whether the platform may list it.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_feeds_public: Option<bool>,
    /// Whether it cannot be liked.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_like: Option<bool>,
    /// Whether there is no shelf of goods.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_goods: Option<bool>,
    /// Whether it cannot be commented.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_comment: Option<bool>,
    /// Whether there is no customer service.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_kf: Option<bool>,
    /// Whether it cannot be watched again.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_replay: Option<bool>,
}

int_enum! {
    /// How far a broadcast is.
    pub enum LiveStatus {
        /// It is on.
        Live = 101,
        /// It has not begun.
        NotStarted = 102,
        /// It has ended.
        Ended = 103,
        /// The platform has stopped it.
        Banned = 104,
        /// It pauses.
        Paused = 105,
        /// Something went wrong.
        Failed = 106,
        /// It was never begun.
        Expired = 107,
    }
}

/// Goods on the shelf of a room.
#[endpoint(part)]
pub struct LiveRoomGoods {
    /// The goods.
    pub goods_id: Option<u64>,
    /// What they are called.
    pub name: Option<String>,
    /// The page that shows them.
    pub url: Option<String>,
    /// Their picture.
    pub cover_img: Option<String>,
    /// What they cost, in fen.
    pub price: Option<f64>,
    /// The other price, where there are two, in fen.
    pub price2: Option<f64>,
    /// What the prices mean.
    pub price_type: Option<LivePriceKind>,
    /// Whose Mini Program the page is of, if another's.
    pub third_party_appid: Option<AppId>,
}

impl<'c, C: Caller + ?Sized> LiveHandle<'c, C> {
    /// Gives a page of the replays of a room; see [`GetLiveRooms`].
    pub fn replays(&self, room_id: u64, start: u64, limit: u32) -> Call<'c, C, GetLiveRooms> {
        let replays = GetLiveRooms::new(start, limit).action("get_replay").room_id(room_id);
        Call::new(self.caller, replays)
    }
}
