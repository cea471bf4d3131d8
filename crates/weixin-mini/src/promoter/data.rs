//! What promoters have brought.

use crate::promoter::PromotersHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::OpenId;

/// Gives what a promoter promotes a page with.
#[endpoint(POST "/promoter/getsharematerial", title = "获取推广素材",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/promote_date.html",
    scope(mini), retry = safe, reply = PromoterShareMaterial, call = promoters.share_material)]
pub struct GetPromoterShareMaterial {
    /// The page.
    pub path: String,
    /// The promoter.
    pub openid: OpenId,
    /// What comes back with what was brought.
    pub extra_info: Option<String>,
    /// The title of a tag.
    pub title: Option<String>,
    /// What is wanted.
    pub share_type: Option<i64>,
    /// Which version of the Mini Program the code opens.
    pub env_version: Option<String>,
}

/// What a page is promoted with.
#[endpoint(part, reply_to(GetPromoterShareMaterial))]
pub struct PromoterShareMaterial {
    /// The page, with the promoter in it.
    pub share_path: Option<String>,
    /// A code, as Base64.
    pub qrcode: Option<String>,
    /// A tag of the Mini Program.
    pub tag: Option<String>,
}

/// Gives a page of who came by a promoter, or by whom somebody came.
#[endpoint(POST "/promoter/getrelation", title = "查询推广关系",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/promote_date.html",
    scope(mini), retry = safe, reply = PromoterRelations, call = promoters.relations)]
pub struct GetPromoterRelations {
    /// The promoter, or the user.
    pub openid: OpenId,
    /// Only by this way.
    pub scene: Option<i64>,
    /// Only to this page.
    pub path: Option<String>,
    /// Only since.
    pub begin_time: Option<Timestamp>,
    /// Only before.
    pub end_time: Option<Timestamp>,
    /// Where the page before ended.
    pub start_id: Option<String>,
    /// Whether the UnionID is wanted too.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_unionid: Option<bool>,
}

/// A page of who came by whom.
#[endpoint(part, reply_to(GetPromoterRelations))]
pub struct PromoterRelations {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relation_list: Vec<PromoterRelation>,
    /// How many there are.
    pub total_cnt: Option<u64>,
    /// Where the page ended.
    pub start_id: Option<String>,
}

/// Who came by whom.
#[endpoint(part)]
pub struct PromoterRelation {
    /// The promoter.
    pub promoter_openid: Option<OpenId>,
    /// Who they are at all accounts of the same owner.
    pub promoter_unionid: Option<String>,
    /// Their role.
    pub role_id: Option<u64>,
    /// The shop they belong to.
    pub retail_id: Option<String>,
    /// What the account notes about them.
    pub extra_info: Option<String>,
    /// The user.
    pub openid: Option<OpenId>,
    /// Who they are at all accounts of the same owner.
    pub unionid: Option<String>,
    /// When.
    pub create_time: Option<Timestamp>,
    /// To which page.
    pub path: Option<String>,
    /// By which way.
    pub scene: Option<i64>,
    /// What was said when the material was made.
    pub share_extra_info: Option<String>,
}

/// Gives a page of the orders that came by a promoter, or of a user.
#[endpoint(POST "/promoter/getorder", title = "查询推广订单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/promote_date.html",
    scope(mini), retry = safe, reply = PromoterOrders, call = promoters.orders)]
pub struct GetPromoterOrders {
    /// The promoter, or the user.
    pub openid: OpenId,
    /// Only those of this merchant.
    pub mch_id: Option<String>,
    /// Only this one, by WeChat Pay's number.
    pub trade_no: Option<String>,
    /// Only this one, by the merchant's number.
    pub out_trade_no: Option<String>,
    /// Only those that are so far.
    pub status: Option<i64>,
    /// Only those of a day.
    pub date: Option<String>,
    /// Where the page before ended.
    pub start_id: Option<String>,
    /// Whether the UnionID is wanted too.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_unionid: Option<bool>,
}

/// A page of the orders.
#[endpoint(part, reply_to(GetPromoterOrders))]
pub struct PromoterOrders {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_list: Vec<PromoterOrder>,
    /// How many there are.
    pub total_cnt: Option<u64>,
    /// Where the page ended.
    pub start_id: Option<String>,
}

/// An order that came by a promoter.
#[endpoint(part)]
pub struct PromoterOrder {
    /// The promoter.
    pub promoter_openid: Option<OpenId>,
    /// Who they are at all accounts of the same owner.
    pub promoter_unionid: Option<String>,
    /// Their role.
    pub role_id: Option<u64>,
    /// The shop they belong to.
    pub retail_id: Option<String>,
    /// What the account notes about them.
    pub extra_info: Option<String>,
    /// The user.
    pub openid: Option<OpenId>,
    /// Who they are at all accounts of the same owner.
    pub unionid: Option<String>,
    /// When they came.
    pub create_time: Option<Timestamp>,
    /// To which page.
    pub path: Option<String>,
    /// By which way.
    pub scene: Option<i64>,
    /// What was said when the material was made.
    pub share_extra_info: Option<String>,
    /// The merchant.
    pub mch_id: Option<String>,
    /// WeChat Pay's number.
    pub trade_no: Option<String>,
    /// The merchant's number.
    pub out_trade_no: Option<String>,
    /// How far it is.
    pub status: Option<i64>,
    /// What was paid, in fen.
    pub paid_amount: Option<i64>,
    /// When it was paid.
    pub paid_time: Option<Timestamp>,
    /// When the money was given back.
    pub refunded_time: Option<Timestamp>,
}
