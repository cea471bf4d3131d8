//! Goods of broadcasts, and their review.

use crate::live::LiveHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::{AppId, MediaId};

use super::{GoodsAuditId, GoodsId};

/// Adds goods and submits them for review.
///
/// Fails with 300002 when the length of the name is wrong, with 300003 when the prices are, with
/// 300004 when the name is not allowed, with 300005 when the picture is not, with 300006 when it
/// has expired, with 300007 when the published version has no such page, and with 300012 when 500
/// goods were submitted on this day.
#[endpoint(POST "/wxaapi/broadcast/goods/add", title = "商品添加并提审",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#1",
    scope(mini), reply = AddedLiveGoods, call = live.add_goods)]
pub struct AddLiveGoods {
    /// The goods, without an id.
    #[serde(rename = "goodsInfo")]
    pub goods_info: LiveGoodsInfo,
}

/// Goods that are added or changed.
#[endpoint(part)]
pub struct LiveGoodsInfo {
    /// The goods that change; left out where goods are added.
    #[serde(rename = "goodsId")]
    pub goods_id: Option<GoodsId>,
    /// The picture, as temporary media: up to 300 by 300 pixels. It cannot change once the goods
    /// were approved.
    #[serde(rename = "coverImgUrl")]
    pub cover_img_url: Option<MediaId>,
    /// The name of the goods: 3 to 14 Chinese characters; two letters or digits count as one.
    pub name: Option<String>,
    /// The meaning of the prices.
    #[serde(rename = "priceType")]
    pub price_type: Option<LivePriceKind>,
    /// The price in yuan; its meaning depends on the price type.
    pub price: Option<f64>,
    /// The second price in yuan; for [`LivePriceKind::Range`] and [`LivePriceKind::Discount`].
    pub price2: Option<f64>,
    /// The path of the page that shows the goods, percent-encoded.
    pub url: Option<String>,
    /// The Mini Program that the page belongs to, if it is another one.
    #[serde(rename = "thirdPartyAppid")]
    pub third_party_appid: Option<AppId>,
    /// The names of those parameters of the page's path that identify the goods.
    #[serde(rename = "goodsKey", default, skip_serializing_if = "Vec::is_empty")]
    pub goods_key: Vec<String>,
}

int_enum! {
    /// The meaning of the prices of goods.
    pub enum LivePriceKind {
        /// `price` is the price (一口价).
        Fixed = 1,
        /// The price is between `price` and `price2` (价格区间).
        Range = 2,
        /// `price` is the original price and `price2` the present one (折扣价).
        Discount = 3,
    }
}

/// Goods that were added.
#[endpoint(part, reply_to(AddLiveGoods))]
pub struct AddedLiveGoods {
    /// The id of the goods, which the other calls take.
    #[serde(rename = "goodsId")]
    pub goods_id: GoodsId,
    /// The review, for [`ResetLiveGoodsAudit`].
    #[serde(rename = "auditId")]
    pub audit_id: Option<GoodsAuditId>,
}

/// Withdraws goods from review.
///
/// Fails with 300010 when the goods are in another state of review.
#[endpoint(POST "/wxaapi/broadcast/goods/resetaudit", title = "撤回商品审核",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#2",
    scope(mini), call = live.reset_goods_audit)]
pub struct ResetLiveGoodsAudit {
    /// The goods, as [`AddLiveGoods`] returned them.
    #[serde(rename = "goodsId")]
    pub goods_id: GoodsId,
    /// The review, as [`AddLiveGoods`] or [`AuditLiveGoods`] returned it.
    #[serde(rename = "auditId")]
    pub audit_id: GoodsAuditId,
}

/// Submits goods for review again.
///
/// Fails with 300010 when the goods are in another state of review, and with 300012 when 500 goods
/// were submitted on this day.
#[endpoint(POST "/wxaapi/broadcast/goods/audit", title = "重新提交商品审核",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#3",
    scope(mini), reply = LiveGoodsAudit, call = live.audit_goods)]
pub struct AuditLiveGoods {
    /// The goods, as [`AddLiveGoods`] returned them.
    #[serde(rename = "goodsId")]
    pub goods_id: GoodsId,
}

/// The review of goods.
#[endpoint(part, reply_to(AuditLiveGoods))]
pub struct LiveGoodsAudit {
    /// The review, for [`ResetLiveGoodsAudit`].
    #[serde(rename = "auditId")]
    pub audit_id: GoodsAuditId,
}

/// Deletes goods.
///
/// Fails with 300014 while the goods are under review, and with 300011 when they were added in the
/// console.
#[endpoint(POST "/wxaapi/broadcast/goods/delete", title = "删除商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#4",
    scope(mini), retry = safe, call = live.delete_goods)]
pub struct DeleteLiveGoods {
    /// The goods, as [`AddLiveGoods`] returned them.
    #[serde(rename = "goodsId")]
    pub goods_id: GoodsId,
}

/// Updates goods. Once they were approved, only their prices can change.
///
/// Fails with 300010 when the state of the review does not permit it, and with 300011 when the
/// goods were added in the console.
#[endpoint(POST "/wxaapi/broadcast/goods/update", title = "更新商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#5",
    scope(mini), retry = safe, call = live.update_goods)]
pub struct UpdateLiveGoods {
    /// The id of the goods and what changes.
    #[serde(rename = "goodsInfo")]
    pub goods_info: LiveGoodsInfo,
}

/// Returns goods with the state of their review.
#[endpoint(POST "/wxa/business/getgoodswarehouse", title = "获取商品状态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#6",
    scope(mini), retry = safe, reply = LiveGoodsWarehouse, call = live.goods_states)]
pub struct GetLiveGoodsWarehouse {
    /// The goods: up to 20.
    pub goods_ids: Vec<GoodsId>,
}

/// Goods with the state of their review.
#[endpoint(part, reply_to(GetLiveGoodsWarehouse))]
pub struct LiveGoodsWarehouse {
    /// The goods that were asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goods: Vec<WarehousedLiveGoods>,
    /// The number of goods.
    pub total: Option<u64>,
}

/// Goods with the state of their review.
#[endpoint(part)]
pub struct WarehousedLiveGoods {
    /// The goods, as [`AddLiveGoods`] returned them.
    pub goods_id: Option<GoodsId>,
    /// The name of the goods.
    pub name: Option<String>,
    /// The path of the page that shows the goods.
    pub url: Option<String>,
    /// The address of the picture.
    pub cover_img_url: Option<String>,
    /// The meaning of the prices.
    pub price_type: Option<LivePriceKind>,
    /// The price in yuan; its meaning depends on the price type.
    pub price: Option<f64>,
    /// The second price in yuan; for [`LivePriceKind::Range`] and [`LivePriceKind::Discount`].
    pub price2: Option<f64>,
    /// The state of the review.
    pub audit_status: Option<LiveGoodsStatus>,
    /// How the goods were added: 0 in the console, 1 or 2 through an interface.
    pub third_party_tag: Option<i64>,
    /// The Mini Program that the page belongs to, if it is another one.
    pub third_party_appid: Option<AppId>,
}

int_enum! {
    /// The state of the review of goods.
    pub enum LiveGoodsStatus {
        /// They were not submitted (未审核).
        NotSubmitted = 0,
        /// The review is under way (审核中).
        UnderReview = 1,
        /// They were approved (审核通过).
        Approved = 2,
        /// They were rejected (审核驳回).
        Rejected = 3,
    }
}

/// Returns a page of the goods in one state of review.
#[endpoint(GET "/wxaapi/broadcast/goods/getapproved", title = "获取商品列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#7",
    scope(mini), reply = LiveGoodsList, call = live.goods)]
pub struct GetApprovedLiveGoods {
    /// The first entry, from 0.
    pub offset: u64,
    /// The number of entries: up to 100; 30 if left out.
    pub limit: Option<u32>,
    /// The state of the review.
    pub status: LiveGoodsStatus,
}

/// A page of goods.
#[endpoint(part, reply_to(GetApprovedLiveGoods))]
pub struct LiveGoodsList {
    /// The goods on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goods: Vec<LiveGoods>,
    /// The number of goods in this state.
    pub total: Option<u64>,
}

/// Goods of broadcasts.
#[endpoint(part)]
pub struct LiveGoods {
    /// The goods, as [`AddLiveGoods`] returned them.
    #[serde(rename = "goodsId")]
    pub goods_id: GoodsId,
    /// The address of the picture.
    #[serde(rename = "coverImgUrl")]
    pub cover_img_url: Option<String>,
    /// The name of the goods.
    pub name: Option<String>,
    /// The price in yuan; its meaning depends on the price type.
    pub price: Option<f64>,
    /// The second price in yuan; for [`LivePriceKind::Range`] and [`LivePriceKind::Discount`].
    pub price2: Option<f64>,
    /// The meaning of the prices.
    #[serde(rename = "priceType")]
    pub price_type: Option<LivePriceKind>,
    /// The path of the page that shows the goods.
    pub url: Option<String>,
    /// How the goods were added: 0 in the console, 1 or 2 through an interface.
    #[serde(rename = "thirdPartyTag")]
    pub third_party_tag: Option<i64>,
    /// The Mini Program that the page belongs to, if it is another one.
    #[serde(rename = "thirdPartyAppid")]
    pub third_party_appid: Option<AppId>,
}

/// Sets which parameters of a page identify goods, for goods that do not say so themselves.
///
/// This can be done once. Goods that were added before lose the connection with their pages.
#[endpoint(POST "/wxaapi/broadcast/goods/setkey", title = "直播挂件设置全局Key",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/livebroadcast/studio-management/api_setdefault_goodskey.html",
    scope(mini), retry = safe, call = live.set_goods_key)]
pub struct SetLiveGoodsKey {
    /// The names of those parameters of the page's path that identify the goods.
    #[serde(rename = "goodsKey")]
    pub goods_key: Vec<String>,
}

/// Returns which parameters of a page identify goods.
#[endpoint(GET "/wxaapi/broadcast/goods/getkey", title = "直播挂件获取全局Key",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/livebroadcast/studio-management/api_getdefault_goodskey.html",
    scope(mini), reply = LiveGoodsKey, call = live.goods_key)]
pub struct GetLiveGoodsKey {}

/// The parameters of a page that identify goods.
#[endpoint(part, reply_to(GetLiveGoodsKey))]
pub struct LiveGoodsKey {
    /// The names of those parameters of the page's path that identify the goods.
    #[serde(rename = "vecGoodsKey", default, skip_serializing_if = "Vec::is_empty")]
    pub goods_key: Vec<String>,
}
