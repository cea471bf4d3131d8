//! The shelf of a room.

use crate::live::LiveHandle;
use weixin_api::endpoint;

/// Puts goods onto the shelf of a room.
#[endpoint(POST "/wxaapi/broadcast/room/addgoods", title = "直播间导入商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#4",
    scope(mini), retry = safe, call = live.add_room_goods)]
pub struct AddLiveRoomGoods {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Goods that were approved.
    pub ids: Vec<u64>,
}

/// Takes goods from the shelf of a room.
#[endpoint(POST "/wxaapi/broadcast/goods/deleteInRoom", title = "删除直播间商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#22",
    scope(mini), retry = safe, call = live.delete_room_goods)]
pub struct DeleteLiveRoomGoods {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
}

/// Says whether goods on the shelf of a room can be seen.
#[endpoint(POST "/wxaapi/broadcast/goods/onsale", title = "上下架商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#21",
    scope(mini), retry = safe, call = live.set_room_goods_on_sale)]
pub struct SetLiveRoomGoodsOnSale {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
    /// Whether they can.
    #[serde(rename = "onSale", with = "weixin_api::bool_as_int")]
    pub on_sale: bool,
}

/// Shows goods to everybody in the room.
#[endpoint(POST "/wxaapi/broadcast/goods/push", title = "推送商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#23",
    scope(mini), call = live.push_room_goods)]
pub struct PushLiveRoomGoods {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
}

/// Puts the goods on the shelf of a room into an order.
#[endpoint(POST "/wxaapi/broadcast/goods/sort", title = "商品排序",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#24",
    scope(mini), retry = safe, call = live.sort_room_goods)]
pub struct SortLiveRoomGoods {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// The goods, in order.
    pub goods: Vec<LiveGoodsId>,
}

/// Which goods.
#[endpoint(part)]
pub struct LiveGoodsId {
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
}

/// Gives the video in which the host explains goods.
#[endpoint(POST "/wxaapi/broadcast/goods/getVideo", title = "下载商品讲解视频",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#25",
    scope(mini), retry = safe, reply = LiveGoodsVideo, call = live.goods_video)]
pub struct GetLiveGoodsVideo {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
}

/// A video in which goods are explained.
#[endpoint(part, reply_to(GetLiveGoodsVideo))]
pub struct LiveGoodsVideo {
    /// Where it is.
    pub url: String,
}
