//! Live broadcasts in a Mini Program (小程序直播): rooms, goods, roles. `/wxaapi/broadcast/*`

use weixin_api::{Call, Caller, Paged, StringEnum, Timestamp, endpoint, group, int_enum};
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
    live: [
        CreateLiveRoom, UpdateLiveRoom, DeleteLiveRoom, GetLiveRooms, GetLivePushUrl,
        GetLiveSharedCode, UpdateLiveFeedPublic, UpdateLiveReplay, UpdateLiveCustomerService,
        UpdateLiveComment, AddLiveAssistants, UpdateLiveAssistant, RemoveLiveAssistant,
        GetLiveAssistants, AddLiveSubAnchor, UpdateLiveSubAnchor, DeleteLiveSubAnchor,
        GetLiveSubAnchor, AddLiveRole, DeleteLiveRole, GetLiveRoles, AddLiveGoods,
        ResetLiveGoodsAudit, AuditLiveGoods, DeleteLiveGoods, UpdateLiveGoods,
        GetLiveGoodsWarehouse, GetApprovedLiveGoods, SetLiveGoodsKey, GetLiveGoodsKey,
        AddLiveRoomGoods, DeleteLiveRoomGoods, SetLiveRoomGoodsOnSale, PushLiveRoomGoods,
        SortLiveRoomGoods, GetLiveGoodsVideo,
    ]
}

weixin_api::integer_id! {
    /// A room of live broadcasts (直播间 ID, roomId).
    LiveRoomId(u64)
    /// Goods of broadcasts (商品 ID, goodsId).
    GoodsId(u64)
    /// The review of goods (审核单 ID, auditId).
    GoodsAuditId(u64)
}

/// Creates a room for a broadcast.
///
/// Fails with 300036 when the host's identity is not verified, with 300035 when there is no such
/// WeChat ID, with 300028 when the title is not allowed, with 300029 when the host's name is not,
/// with 300031 or 300032 when a picture is not, and with 300006 when one has expired.
#[endpoint(POST "/wxaapi/broadcast/room/create", title = "创建直播间",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#1",
    scope(mini), reply = CreatedLiveRoom, call = live.create_room)]
pub struct CreateLiveRoom {
    /// The title: 3 to 17 Chinese characters.
    pub name: String,
    /// The background picture, as temporary media: 1080 by 1920 pixels, up to 2 MB.
    #[serde(rename = "coverImg")]
    pub cover_img: MediaId,
    /// When the broadcast starts: 10 minutes to 6 months from now.
    #[serde(rename = "startTime")]
    pub start_time: Timestamp,
    /// When the broadcast ends: 30 minutes to 24 hours after its start.
    #[serde(rename = "endTime")]
    pub end_time: Timestamp,
    /// The host's name: 2 to 15 Chinese characters.
    #[serde(rename = "anchorName")]
    pub anchor_name: String,
    /// The host's WeChat ID (微信号). The host's identity must be verified.
    #[serde(rename = "anchorWechat")]
    pub anchor_wechat: String,
    /// The WeChat ID (微信号) of the second host.
    #[serde(rename = "subAnchorWechat")]
    pub sub_anchor_wechat: Option<String>,
    /// The WeChat ID (微信号) of the room's creator. With it, the creator may manage the room on the
    /// phone.
    #[serde(rename = "createrWechat")]
    pub creater_wechat: Option<String>,
    /// The picture of the card that users share, as temporary media: 800 by 640 pixels, up to 1 MB.
    #[serde(rename = "shareImg")]
    pub share_img: MediaId,
    /// The picture in lists of broadcasts (购物直播频道封面图), as temporary media: 800 by 800 pixels, up to
    /// 100 KB.
    #[serde(rename = "feedsImg")]
    pub feeds_img: MediaId,
    /// Whether the platform may list the room (官方收录); `true` if left out.
    #[serde(
        rename = "isFeedsPublic",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_feeds_public: Option<bool>,
    /// The source of the stream.
    #[serde(rename = "type")]
    pub kind: LiveKind,
    /// Whether likes are disabled.
    #[serde(rename = "closeLike", default, with = "weixin_api::bool_as_int")]
    pub close_like: bool,
    /// Whether the shelf of goods is disabled.
    #[serde(rename = "closeGoods", default, with = "weixin_api::bool_as_int")]
    pub close_goods: bool,
    /// Whether comments are disabled.
    #[serde(rename = "closeComment", default, with = "weixin_api::bool_as_int")]
    pub close_comment: bool,
    /// Whether the replay is disabled; `true` if left out.
    #[serde(
        rename = "closeReplay",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_replay: Option<bool>,
    /// Whether sharing is disabled; `false` if left out.
    #[serde(
        rename = "closeShare",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_share: Option<bool>,
    /// Whether customer service is disabled; `true` if left out.
    #[serde(
        rename = "closeKf",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_kf: Option<bool>,
}

int_enum! {
    /// The source of a broadcast's stream.
    pub enum LiveKind {
        /// The host's phone (手机直播).
        Phone = 0,
        /// A program that pushes a stream (推流).
        Stream = 1,
    }
}

/// A room that was created.
#[endpoint(part, reply_to(CreateLiveRoom))]
pub struct CreatedLiveRoom {
    /// The id of the room, which the other calls take.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// The address of a QR code with which an unverified host verifies their identity.
    pub qrcode_url: Option<String>,
}

/// Updates a room whose broadcast has not started.
///
/// Fails with 300022 when the room does not exist, with 300023 when its state does not permit it,
/// and with the codes of [`CreateLiveRoom`].
#[endpoint(POST "/wxaapi/broadcast/room/editroom", title = "编辑直播间",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#6",
    scope(mini), retry = safe, call = live.update_room)]
pub struct UpdateLiveRoom {
    /// The room, as [`CreateLiveRoom`] returned it.
    pub id: LiveRoomId,
    /// The title: 3 to 17 Chinese characters.
    pub name: String,
    /// The background picture, as temporary media.
    #[serde(rename = "coverImg")]
    pub cover_img: MediaId,
    /// When the broadcast starts: 10 minutes to 6 months from now.
    #[serde(rename = "startTime")]
    pub start_time: Timestamp,
    /// When the broadcast ends: 30 minutes to 24 hours after its start.
    #[serde(rename = "endTime")]
    pub end_time: Timestamp,
    /// The host's name: 2 to 15 Chinese characters.
    #[serde(rename = "anchorName")]
    pub anchor_name: String,
    /// The host's WeChat ID (微信号).
    #[serde(rename = "anchorWechat")]
    pub anchor_wechat: String,
    /// The WeChat ID (微信号) of the second host.
    #[serde(rename = "subAnchorWechat")]
    pub sub_anchor_wechat: Option<String>,
    /// The WeChat ID (微信号) of the room's creator. With it, the creator may manage the room on the
    /// phone.
    #[serde(rename = "createrWechat")]
    pub creater_wechat: Option<String>,
    /// The picture of the card that users share, as temporary media.
    #[serde(rename = "shareImg")]
    pub share_img: MediaId,
    /// The picture in lists of broadcasts, as temporary media.
    #[serde(rename = "feedsImg")]
    pub feeds_img: MediaId,
    /// Whether the platform may list the room (官方收录); `true` if left out.
    #[serde(
        rename = "isFeedsPublic",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_feeds_public: Option<bool>,
    /// The source of the stream.
    #[serde(rename = "type")]
    pub kind: Option<LiveKind>,
    /// Whether likes are disabled.
    #[serde(rename = "closeLike", default, with = "weixin_api::bool_as_int")]
    pub close_like: bool,
    /// Whether the shelf of goods is disabled.
    #[serde(rename = "closeGoods", default, with = "weixin_api::bool_as_int")]
    pub close_goods: bool,
    /// Whether comments are disabled.
    #[serde(rename = "closeComment", default, with = "weixin_api::bool_as_int")]
    pub close_comment: bool,
    /// Whether the replay is disabled; `true` if left out.
    #[serde(
        rename = "closeReplay",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_replay: Option<bool>,
    /// Whether sharing is disabled; `false` if left out.
    #[serde(
        rename = "closeShare",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_share: Option<bool>,
    /// Whether customer service is disabled; `true` if left out.
    #[serde(
        rename = "closeKf",
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_kf: Option<bool>,
}

/// Deletes a room.
///
/// Fails with 300022 when the room does not exist, and with 300023 when its state does not permit
/// it.
#[endpoint(POST "/wxaapi/broadcast/room/deleteroom", title = "删除直播间",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#5",
    scope(mini), retry = safe, call = live.delete_room)]
pub struct DeleteLiveRoom {
    /// The room, as [`CreateLiveRoom`] returned it.
    pub id: LiveRoomId,
}

/// Returns a page of the rooms, or of the replays of one room.
///
/// Fails with 9410000 when there are no rooms.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::live::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let page = wx.live().rooms((0, 100)).await?;
/// for room in page.room_info {
///     println!("{}: {:?}, {:?}", room.roomid, room.name, room.live_status);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/business/getliveinfo", title = "获取直播间列表及直播间信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#2",
    scope(mini), retry = safe, reply = LiveRooms, call = live.rooms)]
pub struct GetLiveRooms {
    /// The first entry, from 0.
    pub start: u64,
    /// The number of entries: up to 100.
    pub limit: u32,
    /// What is listed; the rooms if left out.
    pub action: Option<LiveRoomsAction>,
    /// The room whose replays are listed; for [`LiveRoomsAction::Replays`].
    pub room_id: Option<LiveRoomId>,
}

/// What is listed instead of the rooms.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum LiveRoomsAction {
    /// The replays of one room (回放).
    #[string_enum(rename = "get_replay")]
    Replays,
    /// A value that this version does not know.
    Other(String),
}

/// A page of the rooms, or of the replays of one room.
#[endpoint(part, reply_to(GetLiveRooms))]
pub struct LiveRooms {
    /// The rooms on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub room_info: Vec<LiveRoom>,
    /// The number of rooms or replays.
    pub total: Option<u64>,
    /// The replays on this page; empty where rooms were asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub live_replay: Vec<LiveReplay>,
}

/// A part of a broadcast to watch again.
#[endpoint(part)]
pub struct LiveReplay {
    /// When the address expires, in RFC 3339.
    pub expire_time: Option<String>,
    /// When the replay was created, in RFC 3339.
    pub create_time: Option<String>,
    /// The address of the video.
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

/// A room and its broadcast.
#[endpoint(part)]
pub struct LiveRoom {
    /// The id of the room, which the other calls take.
    pub roomid: LiveRoomId,
    /// The title of the room.
    pub name: Option<String>,
    /// The address of the background picture.
    pub cover_img: Option<String>,
    /// The address of the picture of the card that users share.
    pub share_img: Option<String>,
    /// The address of the picture in lists of broadcasts.
    pub feeds_img: Option<String>,
    /// The state of the broadcast.
    pub live_status: Option<LiveStatus>,
    /// When the broadcast starts.
    pub start_time: Option<Timestamp>,
    /// When the broadcast ends.
    pub end_time: Option<Timestamp>,
    /// The host's name.
    pub anchor_name: Option<String>,
    /// The user who created the room.
    pub creater_openid: Option<OpenId>,
    /// The goods on its shelf.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goods: Vec<LiveRoomGoods>,
    /// The source of the stream.
    pub live_type: Option<LiveKind>,
    /// Whether the platform may list the room (官方收录).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_feeds_public: Option<bool>,
    /// Whether likes are disabled.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_like: Option<bool>,
    /// Whether the shelf of goods is disabled.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_goods: Option<bool>,
    /// Whether comments are disabled.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_comment: Option<bool>,
    /// Whether customer service is disabled.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_kf: Option<bool>,
    /// Whether the replay is disabled.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close_replay: Option<bool>,
}

int_enum! {
    /// The state of a broadcast.
    pub enum LiveStatus {
        /// It is on the air (直播中).
        Live = 101,
        /// It has not started (未开始).
        NotStarted = 102,
        /// It has ended (已结束).
        Ended = 103,
        /// The platform has stopped it (禁播).
        Banned = 104,
        /// It is paused (暂停).
        Paused = 105,
        /// It has failed (异常).
        Failed = 106,
        /// It was never started (已过期).
        Expired = 107,
    }
}

/// Goods on the shelf of a room.
#[endpoint(part)]
pub struct LiveRoomGoods {
    /// The goods, as [`AddLiveGoods`] returned them.
    pub goods_id: Option<GoodsId>,
    /// The name of the goods.
    pub name: Option<String>,
    /// The path of the page that shows the goods.
    pub url: Option<String>,
    /// The address of the picture.
    pub cover_img: Option<String>,
    /// The price in fen; its meaning depends on the price type.
    pub price: Option<f64>,
    /// The second price in fen; for [`LivePriceKind::Range`] and [`LivePriceKind::Discount`].
    pub price2: Option<f64>,
    /// The meaning of the prices.
    pub price_type: Option<LivePriceKind>,
    /// The Mini Program that the page belongs to, if it is another one.
    pub third_party_appid: Option<AppId>,
}

impl<'c, C: Caller + ?Sized> LiveHandle<'c, C> {
    /// Returns a page of the replays of a room; see [`GetLiveRooms`].
    pub fn replays(
        &self,
        room_id: impl Into<LiveRoomId>,
        start: u64,
        limit: u32,
    ) -> Call<'c, C, GetLiveRooms> {
        let replays =
            GetLiveRooms::new(start, limit).action(LiveRoomsAction::Replays).room_id(room_id);
        Call::new(self.caller, replays)
    }
}
