//! Material, relations and orders of promoters.

use crate::promoter::PromotersHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::{OpenId, UnionId};

use crate::ids::{MerchantId, TransactionId};
use crate::version::EnvVersion;

use super::{PromoterRoleId, RetailId};

/// Returns material with which a promoter promotes a page (推广素材).
#[endpoint(POST "/promoter/getsharematerial", title = "获取推广素材",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/promote_date.html",
    scope(mini), retry = safe, reply = PromoterShareMaterial, call = promoters.share_material)]
pub struct GetPromoterShareMaterial {
    /// The page to promote.
    pub path: String,
    /// The promoter, by openid or UnionID.
    pub openid: OpenId,
    /// A note that relations and orders repeat.
    pub extra_info: Option<String>,
    /// The title of the tag.
    pub title: Option<String>,
    /// The kind of material. The numbers are not documented here.
    pub share_type: Option<i64>,
    /// The version that the code opens; [`EnvVersion::Release`] if left out.
    pub env_version: Option<EnvVersion>,
}

/// Material with which a page is promoted.
#[endpoint(part, reply_to(GetPromoterShareMaterial))]
pub struct PromoterShareMaterial {
    /// The path of the page, with the promoter in its query.
    pub share_path: Option<String>,
    /// The Mini Program code, in Base64.
    pub qrcode: Option<String>,
    /// The Mini Program's tag (小程序标签) to paste into articles.
    pub tag: Option<String>,
}

/// Returns a page of the users whom a promoter brought, or of the promoters who brought a user.
#[endpoint(POST "/promoter/getrelation", title = "查询推广关系",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/promote_date.html",
    scope(mini), retry = safe, reply = PromoterRelations, call = promoters.relations)]
pub struct GetPromoterRelations {
    /// The promoter or the user, by openid or UnionID.
    pub openid: OpenId,
    /// Only relations through this scene (场景值).
    pub scene: Option<i64>,
    /// Only relations to this page.
    pub path: Option<String>,
    /// Only relations of this time or later.
    pub begin_time: Option<Timestamp>,
    /// Only relations before this time.
    pub end_time: Option<Timestamp>,
    /// The cursor of the page before; the first page if left out.
    pub start_id: Option<String>,
    /// Whether UnionIDs are returned in place of openids.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_unionid: Option<bool>,
}

/// A page of relations between promoters and users.
#[endpoint(part, reply_to(GetPromoterRelations))]
pub struct PromoterRelations {
    /// The relations on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relation_list: Vec<PromoterRelation>,
    /// The number of entries on all pages.
    pub total_cnt: Option<u64>,
    /// The cursor for the next page.
    pub start_id: Option<String>,
}

/// A relation between a promoter and a user.
#[endpoint(part)]
pub struct PromoterRelation {
    /// The promoter, as the platform names them.
    pub promoter_openid: Option<OpenId>,
    /// The promoter's UnionID; missing unless it was asked for.
    pub promoter_unionid: Option<UnionId>,
    /// The promoter's role.
    pub role_id: Option<PromoterRoleId>,
    /// The shop that the promoter belongs to.
    pub retail_id: Option<RetailId>,
    /// The account's own note about the promoter.
    pub extra_info: Option<String>,
    /// The user whom the promoter brought.
    pub openid: Option<OpenId>,
    /// The user's UnionID; missing unless it was asked for.
    pub unionid: Option<UnionId>,
    /// When the user came.
    pub create_time: Option<Timestamp>,
    /// The page that the user came to.
    pub path: Option<String>,
    /// The scene (场景值) through which the user came.
    pub scene: Option<i64>,
    /// The note that was given when the material was created.
    pub share_extra_info: Option<String>,
}

/// Returns a page of the orders that a promoter brought, or of a user's orders.
#[endpoint(POST "/promoter/getorder", title = "查询推广订单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/promote_date.html",
    scope(mini), retry = safe, reply = PromoterOrders, call = promoters.orders)]
pub struct GetPromoterOrders {
    /// The promoter or the user, by openid or UnionID.
    pub openid: OpenId,
    /// Only orders of this merchant.
    pub mch_id: Option<MerchantId>,
    /// Only the order of this payment, as WeChat Pay numbers it.
    pub trade_no: Option<TransactionId>,
    /// Only the order of this number of the merchant.
    pub out_trade_no: Option<String>,
    /// Only orders in this state. The numbers are not documented here.
    pub status: Option<i64>,
    /// Only orders of this day.
    pub date: Option<String>,
    /// The cursor of the page before; the first page if left out.
    pub start_id: Option<String>,
    /// Whether UnionIDs are returned in place of openids.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_unionid: Option<bool>,
}

/// A page of orders that promoters brought.
#[endpoint(part, reply_to(GetPromoterOrders))]
pub struct PromoterOrders {
    /// The orders on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_list: Vec<PromoterOrder>,
    /// The number of entries on all pages.
    pub total_cnt: Option<u64>,
    /// The cursor for the next page.
    pub start_id: Option<String>,
}

/// An order that a promoter brought.
#[endpoint(part)]
pub struct PromoterOrder {
    /// The promoter, as the platform names them.
    pub promoter_openid: Option<OpenId>,
    /// The promoter's UnionID; missing unless it was asked for.
    pub promoter_unionid: Option<UnionId>,
    /// The promoter's role.
    pub role_id: Option<PromoterRoleId>,
    /// The shop that the promoter belongs to.
    pub retail_id: Option<RetailId>,
    /// The account's own note about the promoter.
    pub extra_info: Option<String>,
    /// The user whom the promoter brought.
    pub openid: Option<OpenId>,
    /// The user's UnionID; missing unless it was asked for.
    pub unionid: Option<UnionId>,
    /// When the user came.
    pub create_time: Option<Timestamp>,
    /// The page that the user came to.
    pub path: Option<String>,
    /// The scene (场景值) through which the user came.
    pub scene: Option<i64>,
    /// The note that was given when the material was created.
    pub share_extra_info: Option<String>,
    /// The merchant that received the payment.
    pub mch_id: Option<MerchantId>,
    /// The payment, as WeChat Pay numbers it.
    pub trade_no: Option<TransactionId>,
    /// The merchant's order number.
    pub out_trade_no: Option<String>,
    /// The state of the order. The numbers are not documented here.
    pub status: Option<i64>,
    /// The amount that was paid, in fen.
    pub paid_amount: Option<i64>,
    /// When the order was paid.
    pub paid_time: Option<Timestamp>,
    /// When the order was refunded; missing if it was not.
    pub refunded_time: Option<Timestamp>,
}
