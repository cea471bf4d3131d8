//! Goods that are shown in rooms.

use crate::live::LiveHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::{AppId, MediaId};

/// Adds goods, which are then looked at.
#[endpoint(POST "/wxaapi/broadcast/goods/add", title = "商品添加并提审",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#1",
    scope(mini), reply = AddedLiveGoods, call = live.add_goods)]
pub struct AddLiveGoods {
    /// The goods.
    #[serde(rename = "goodsInfo")]
    pub goods_info: LiveGoodsInfo,
}

/// Goods.
#[endpoint(part)]
pub struct LiveGoodsInfo {
    /// Which ones, where they are changed.
    #[serde(rename = "goodsId")]
    pub goods_id: Option<u64>,
    /// Their picture, as a temporary material; not to be changed once they were approved.
    #[serde(rename = "coverImgUrl")]
    pub cover_img_url: Option<MediaId>,
    /// What they are called: 3 to 14 Chinese characters.
    pub name: Option<String>,
    /// What the prices mean.
    #[serde(rename = "priceType")]
    pub price_type: Option<LivePriceKind>,
    /// What they cost, in yuan.
    pub price: Option<f64>,
    /// The other price, where there are two, in yuan.
    pub price2: Option<f64>,
    /// The page that shows them, percent-encoded.
    pub url: Option<String>,
    /// Whose Mini Program the page is of, if another's.
    #[serde(rename = "thirdPartyAppid")]
    pub third_party_appid: Option<AppId>,
    /// Which parameters of the page tell the goods from others.
    #[serde(rename = "goodsKey", default, skip_serializing_if = "Vec::is_empty")]
    pub goods_key: Vec<String>,
}

int_enum! {
    /// What the prices of goods mean.
    pub enum LivePriceKind {
        /// `price` is the price.
        Fixed = 1,
        /// From `price` to `price2`.
        Range = 2,
        /// `price` was the price; `price2` is the price now.
        Discount = 3,
    }
}

/// Goods that were added.
#[endpoint(part, reply_to(AddLiveGoods))]
pub struct AddedLiveGoods {
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
    /// The review.
    #[serde(rename = "auditId")]
    pub audit_id: Option<u64>,
}

/// Takes goods back from review.
#[endpoint(POST "/wxaapi/broadcast/goods/resetaudit", title = "撤回商品审核",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#2",
    scope(mini), call = live.reset_goods_audit)]
pub struct ResetLiveGoodsAudit {
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
    /// The review.
    #[serde(rename = "auditId")]
    pub audit_id: u64,
}

/// Submits goods for review again.
#[endpoint(POST "/wxaapi/broadcast/goods/audit", title = "重新提交商品审核",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#3",
    scope(mini), reply = LiveGoodsAudit, call = live.audit_goods)]
pub struct AuditLiveGoods {
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
}

/// A review.
#[endpoint(part, reply_to(AuditLiveGoods))]
pub struct LiveGoodsAudit {
    /// The review.
    #[serde(rename = "auditId")]
    pub audit_id: u64,
}

/// Deletes goods.
#[endpoint(POST "/wxaapi/broadcast/goods/delete", title = "删除商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#4",
    scope(mini), retry = safe, call = live.delete_goods)]
pub struct DeleteLiveGoods {
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
}

/// Changes goods; once they were approved, only their prices.
#[endpoint(POST "/wxaapi/broadcast/goods/update", title = "更新商品",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#5",
    scope(mini), retry = safe, call = live.update_goods)]
pub struct UpdateLiveGoods {
    /// The goods, with what changes.
    #[serde(rename = "goodsInfo")]
    pub goods_info: LiveGoodsInfo,
}

/// Says how the review of goods stands.
#[endpoint(POST "/wxa/business/getgoodswarehouse", title = "获取商品状态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#6",
    scope(mini), retry = safe, reply = LiveGoodsWarehouse, call = live.goods_states)]
pub struct GetLiveGoodsWarehouse {
    /// Up to 20 goods.
    pub goods_ids: Vec<u64>,
}

/// How the review of goods stands.
#[endpoint(part, reply_to(GetLiveGoodsWarehouse))]
pub struct LiveGoodsWarehouse {
    /// The goods.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goods: Vec<WarehousedLiveGoods>,
    /// How many they are.
    pub total: Option<u64>,
}

/// Goods, and how their review stands.
#[endpoint(part)]
pub struct WarehousedLiveGoods {
    /// The goods.
    pub goods_id: Option<u64>,
    /// What they are called.
    pub name: Option<String>,
    /// The page that shows them.
    pub url: Option<String>,
    /// Their picture.
    pub cover_img_url: Option<String>,
    /// What the prices mean.
    pub price_type: Option<LivePriceKind>,
    /// What they cost.
    pub price: Option<f64>,
    /// The other price, where there are two.
    pub price2: Option<f64>,
    /// How the review stands.
    pub audit_status: Option<LiveGoodsStatus>,
    /// Who has added them: 0 the Mini Program in its console, 1 or 2 by a call.
    pub third_party_tag: Option<i64>,
    /// Whose Mini Program the page is of, if another's.
    pub third_party_appid: Option<AppId>,
}

int_enum! {
    /// How the review of goods stands.
    pub enum LiveGoodsStatus {
        /// They were not submitted.
        NotSubmitted = 0,
        /// They are being looked at.
        UnderReview = 1,
        /// They may be shown.
        Approved = 2,
        /// They may not.
        Rejected = 3,
    }
}

/// Gives a page of the goods whose review stands so.
#[endpoint(GET "/wxaapi/broadcast/goods/getapproved", title = "获取商品列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/liveplayer/commodity-api.html#7",
    scope(mini), reply = LiveGoodsList, call = live.goods)]
pub struct GetApprovedLiveGoods {
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many: up to 100, 30 if left out.
    pub limit: Option<u32>,
    /// How their review stands.
    pub status: LiveGoodsStatus,
}

/// A page of goods.
#[endpoint(part, reply_to(GetApprovedLiveGoods))]
pub struct LiveGoodsList {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goods: Vec<LiveGoods>,
    /// How many there are.
    pub total: Option<u64>,
}

/// Goods.
#[endpoint(part)]
pub struct LiveGoods {
    /// The goods.
    #[serde(rename = "goodsId")]
    pub goods_id: u64,
    /// Their picture.
    #[serde(rename = "coverImgUrl")]
    pub cover_img_url: Option<String>,
    /// What they are called.
    pub name: Option<String>,
    /// What they cost, in yuan.
    pub price: Option<f64>,
    /// The other price, where there are two, in yuan.
    pub price2: Option<f64>,
    /// What the prices mean.
    #[serde(rename = "priceType")]
    pub price_type: Option<LivePriceKind>,
    /// The page that shows them.
    pub url: Option<String>,
    /// Who has added them: 0 the Mini Program in its console, 1 or 2 by a call.
    #[serde(rename = "thirdPartyTag")]
    pub third_party_tag: Option<i64>,
    /// Whose Mini Program the page is of, if another's.
    #[serde(rename = "thirdPartyAppid")]
    pub third_party_appid: Option<AppId>,
}

/// Says which parameters of a page tell goods from others, where the goods do not say so.
///
/// Once and for all: what was added before loses its connection.
#[endpoint(POST "/wxaapi/broadcast/goods/setkey", title = "直播挂件设置全局Key",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/livebroadcast/studio-management/api_setdefault_goodskey.html",
    scope(mini), retry = safe, call = live.set_goods_key)]
pub struct SetLiveGoodsKey {
    /// The parameters.
    #[serde(rename = "goodsKey")]
    pub goods_key: Vec<String>,
}

/// Says which parameters of a page tell goods from others.
#[endpoint(GET "/wxaapi/broadcast/goods/getkey", title = "直播挂件获取全局Key",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/livebroadcast/studio-management/api_getdefault_goodskey.html",
    scope(mini), reply = LiveGoodsKey, call = live.goods_key)]
pub struct GetLiveGoodsKey {}

/// Which parameters of a page tell goods from others.
#[endpoint(part, reply_to(GetLiveGoodsKey))]
pub struct LiveGoodsKey {
    /// The parameters.
    #[serde(rename = "vecGoodsKey", default, skip_serializing_if = "Vec::is_empty")]
    pub goods_key: Vec<String>,
}
