//! The shelf of a room.

use super::Live;
use weixin_api::{Call, Caller, endpoint};

/// Puts goods onto the shelf of a room. `POST /wxaapi/broadcast/room/addgoods`
#[endpoint(POST "/wxaapi/broadcast/room/addgoods", title = "直播间导入商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#4",
    scope(mini), retry = safe)]
pub struct AddLiveRoomGoods {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// Goods that were approved.
    pub ids: Vec<u64>,
}

/// Takes goods from the shelf of a room. `POST /wxaapi/broadcast/goods/deleteInRoom`
#[endpoint(POST "/wxaapi/broadcast/goods/deleteInRoom", title = "删除直播间商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#22",
    scope(mini), retry = safe)]
pub struct DeleteLiveRoomGoods {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
}

/// Says whether goods on the shelf of a room can be seen. `POST /wxaapi/broadcast/goods/onsale`
#[endpoint(POST "/wxaapi/broadcast/goods/onsale", title = "上下架商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#21",
    scope(mini), retry = safe)]
pub struct SetLiveRoomGoodsOnSale {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
    /// Whether they can.
    #[serde(rename = "onSale", with = "weixin_api::flag")]
    pub on_sale: bool,
}

/// Shows goods to everybody in the room. `POST /wxaapi/broadcast/goods/push`
#[endpoint(POST "/wxaapi/broadcast/goods/push", title = "推送商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#23",
    scope(mini))]
pub struct PushLiveRoomGoods {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
}

/// Puts the goods on the shelf of a room into an order. `POST /wxaapi/broadcast/goods/sort`
#[endpoint(POST "/wxaapi/broadcast/goods/sort", title = "商品排序",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#24",
    scope(mini), retry = safe)]
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

/// Gives the video in which the host explains goods. `POST /wxaapi/broadcast/goods/getVideo`
#[endpoint(POST "/wxaapi/broadcast/goods/getVideo", title = "下载商品讲解视频",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/studio-api.html#25",
    scope(mini), retry = safe, reply = LiveGoodsVideo)]
pub struct GetLiveGoodsVideo {
    /// The room.
    #[serde(rename = "roomId")]
    pub room_id: u64,
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
}

/// A video in which goods are explained.
#[endpoint(part)]
pub struct LiveGoodsVideo {
    /// Where it is.
    pub url: String,
}

impl<'c, C: Caller + ?Sized> Live<'c, C> {
    /// Puts goods onto the shelf of a room; see [`AddLiveRoomGoods`].
    pub fn add_room_goods(
        &self,
        room_id: u64,
        ids: impl Into<Vec<u64>>,
    ) -> Call<'c, C, AddLiveRoomGoods> {
        Call::new(self.0, AddLiveRoomGoods::new(room_id, ids))
    }

    /// Takes goods from the shelf of a room; see [`DeleteLiveRoomGoods`].
    pub fn delete_room_goods(
        &self,
        room_id: u64,
        goods_id: u64,
    ) -> Call<'c, C, DeleteLiveRoomGoods> {
        Call::new(self.0, DeleteLiveRoomGoods::new(room_id, goods_id))
    }

    /// Says whether goods on the shelf of a room can be seen; see [`SetLiveRoomGoodsOnSale`].
    pub fn set_room_goods_on_sale(
        &self,
        room_id: u64,
        goods_id: u64,
        on_sale: bool,
    ) -> Call<'c, C, SetLiveRoomGoodsOnSale> {
        Call::new(self.0, SetLiveRoomGoodsOnSale::new(room_id, goods_id, on_sale))
    }

    /// Shows goods to everybody in the room; see [`PushLiveRoomGoods`].
    pub fn push_room_goods(&self, room_id: u64, goods_id: u64) -> Call<'c, C, PushLiveRoomGoods> {
        Call::new(self.0, PushLiveRoomGoods::new(room_id, goods_id))
    }

    /// Puts the goods on the shelf of a room into an order; see [`SortLiveRoomGoods`].
    pub fn sort_room_goods(
        &self,
        room_id: u64,
        goods: impl Into<Vec<LiveGoodsId>>,
    ) -> Call<'c, C, SortLiveRoomGoods> {
        Call::new(self.0, SortLiveRoomGoods::new(room_id, goods))
    }

    /// Gives the video in which the host explains goods; see [`GetLiveGoodsVideo`].
    pub fn goods_video(&self, room_id: u64, goods_id: u64) -> Call<'c, C, GetLiveGoodsVideo> {
        Call::new(self.0, GetLiveGoodsVideo::new(room_id, goods_id))
    }
}
