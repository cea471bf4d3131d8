//! The shelf of goods in a room.

use crate::live::LiveHandle;
use weixin_api::endpoint;

use super::{GoodsId, LiveRoomId};

/// Adds approved goods to the shelf of a room.
///
/// Fails with 300022 when the room does not exist, with 300024 when the goods do not, with 300025
/// when they are not approved, and with 300026 or 300033 when the shelf is full.
#[endpoint(POST "/wxaapi/broadcast/room/addgoods", title = "直播间导入商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#4",
    scope(mini), retry = safe, call = live.add_room_goods)]
pub struct AddLiveRoomGoods {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// The goods, which must be approved.
    pub ids: Vec<GoodsId>,
}

/// Removes goods from the shelf of a room.
#[endpoint(POST "/wxaapi/broadcast/goods/deleteInRoom", title = "删除直播间商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#22",
    scope(mini), retry = safe, call = live.delete_room_goods)]
pub struct DeleteLiveRoomGoods {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// The goods, as [`AddLiveGoods`](super::AddLiveGoods) returned them.
    #[serde(rename = "goodsId")]
    pub goods_id: GoodsId,
}

/// Sets whether goods on the shelf of a room are on sale (上下架).
#[endpoint(POST "/wxaapi/broadcast/goods/onsale", title = "上下架商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#21",
    scope(mini), retry = safe, call = live.set_room_goods_on_sale)]
pub struct SetLiveRoomGoodsOnSale {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// The goods, as [`AddLiveGoods`](super::AddLiveGoods) returned them.
    #[serde(rename = "goodsId")]
    pub goods_id: GoodsId,
    /// Whether they are on sale and visible.
    #[serde(rename = "onSale", with = "weixin_api::bool_as_int")]
    pub on_sale: bool,
}

/// Shows goods to all viewers of a room.
#[endpoint(POST "/wxaapi/broadcast/goods/push", title = "推送商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#23",
    scope(mini), call = live.push_room_goods)]
pub struct PushLiveRoomGoods {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// The goods, as [`AddLiveGoods`](super::AddLiveGoods) returned them.
    #[serde(rename = "goodsId")]
    pub goods_id: GoodsId,
}

/// Sorts the goods on the shelf of a room.
#[endpoint(POST "/wxaapi/broadcast/goods/sort", title = "商品排序",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#24",
    scope(mini), retry = safe, call = live.sort_room_goods)]
pub struct SortLiveRoomGoods {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// All goods of the room in the new order.
    pub goods: Vec<LiveGoodsId>,
}

/// Goods in the order of a shelf.
#[endpoint(part)]
pub struct LiveGoodsId {
    /// The goods, as [`AddLiveGoods`](super::AddLiveGoods) returned them.
    #[serde(rename = "goodsId")]
    pub goods_id: GoodsId,
}

/// Returns the video in which the host explains goods (商品讲解视频).
#[endpoint(POST "/wxaapi/broadcast/goods/getVideo", title = "下载商品讲解视频",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#25",
    scope(mini), retry = safe, reply = LiveGoodsVideo, call = live.goods_video)]
pub struct GetLiveGoodsVideo {
    /// The room, as [`CreateLiveRoom`](super::CreateLiveRoom) returned it.
    #[serde(rename = "roomId")]
    pub room_id: LiveRoomId,
    /// The goods, as [`AddLiveGoods`](super::AddLiveGoods) returned them.
    #[serde(rename = "goodsId")]
    pub goods_id: GoodsId,
}

/// A video in which goods are explained.
#[endpoint(part, reply_to(GetLiveGoodsVideo))]
pub struct LiveGoodsVideo {
    /// The address of the video.
    pub url: String,
}
