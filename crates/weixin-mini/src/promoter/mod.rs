//! People who promote a Mini Program (推广员): who they are, what they may do, what they are told.
//! `/promoter/*`

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::OpenId;
mod data;
mod message;

pub use data::*;
pub use message::*;

group! {
    /// People who promote a Mini Program (推广员).
    promoters: [AddPromoterRole, UpdatePromoterRole, GetPromoterRoles, AddPromoters, UpdatePromoter, GetPromoters, GetInvitationMaterial, SendPromoterMessage, SendSinglePromoterMessage, GetPromoterMessage, GetPromoterMessageClicks, GetPromoterShareMaterial, GetPromoterRelations, GetPromoterOrders]
}

/// Adds a role that promoters can have.
#[endpoint(POST "/promoter/addrole", title = "增加推广员角色",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/role_manage.html",
    scope(mini), reply = PromoterRole, call = promoters.add_role)]
pub struct AddPromoterRole {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub desc: Option<String>,
}

/// A role that promoters can have.
#[endpoint(part, reply_to(AddPromoterRole))]
pub struct PromoterRole {
    /// The role.
    pub role_id: u64,
    /// What it is called.
    pub name: Option<String>,
    /// What it is for.
    pub desc: Option<String>,
}

/// Changes a role.
#[endpoint(POST "/promoter/updaterole", title = "修改推广员角色",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/role_manage.html",
    scope(mini), retry = safe, call = promoters.update_role)]
pub struct UpdatePromoterRole {
    /// The role.
    pub role_id: u64,
    /// What it is called.
    pub name: Option<String>,
    /// What it is for.
    pub desc: Option<String>,
}

/// Gives the roles.
#[endpoint(POST "/promoter/getrole", title = "查询推广员角色",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/role_manage.html",
    scope(mini), retry = safe, reply = PromoterRoles, call = promoters.roles)]
pub struct GetPromoterRoles {
    /// Only this one.
    pub role_id: Option<u64>,
}

/// The roles.
#[endpoint(part, reply_to(GetPromoterRoles))]
pub struct PromoterRoles {
    /// The roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub role_list: Vec<PromoterRole>,
    /// How many there are.
    pub total_cnt: Option<u64>,
}

/// Adds promoters.
#[endpoint(POST "/promoter/addpromoter", title = "增加推广员",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/manage_promoter.html",
    scope(mini), reply = AddedPromoters, call = promoters.add)]
pub struct AddPromoters {
    /// The promoters.
    pub promoter_list: Vec<NewPromoter>,
}

/// Somebody who becomes a promoter.
#[endpoint(part)]
pub struct NewPromoter {
    /// Who they are.
    pub openid: OpenId,
    /// Their role.
    pub role_id: u64,
    /// The shop they belong to.
    pub retail_id: Option<String>,
    /// What the account notes about them.
    pub extra_info: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
}

/// Who did not become a promoter.
#[endpoint(part, reply_to(AddPromoters))]
pub struct AddedPromoters {
    /// How many were to be added.
    pub total_cnt: Option<u64>,
    /// How many were not.
    pub fail_cnt: Option<u64>,
    /// Those who were not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<FailedPromoter>,
}

/// Somebody who did not become a promoter.
#[endpoint(part)]
pub struct FailedPromoter {
    /// Who they are.
    pub openid: Option<OpenId>,
    /// Their role.
    pub role_id: Option<u64>,
    /// The shop they belong to.
    pub retail_id: Option<String>,
    /// What the account notes about them.
    pub extra_info: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
    /// Why not.
    pub errcode: Option<i64>,
    /// Why not, in words.
    pub errmsg: Option<String>,
}

/// Changes what is known of a promoter.
#[endpoint(POST "/promoter/updatepromoter", title = "修改推广员",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/manage_promoter.html",
    scope(mini), retry = safe, call = promoters.update)]
pub struct UpdatePromoter {
    /// The promoter.
    pub id: String,
    /// Their role.
    pub role_id: Option<u64>,
    /// The shop they belong to.
    pub retail_id: Option<String>,
    /// What the account notes about them.
    pub extra_info: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
    /// Whether the account says that they promote for it.
    pub decl_status: Option<i64>,
}

/// Gives a page of the promoters.
#[endpoint(POST "/promoter/getpromoter", title = "查询推广员",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/manage_promoter.html",
    scope(mini), retry = safe, reply = FoundPromoters, call = promoters.list)]
pub struct GetPromoters {
    /// Only this one.
    pub openid: Option<OpenId>,
    /// Only those of this role.
    pub role_id: Option<u64>,
    /// Only those of this shop.
    pub retail_id: Option<String>,
    /// Only those changed since.
    pub begin_time: Option<Timestamp>,
    /// Only those changed before.
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
    /// Only those who have agreed so far.
    pub auth_status: Option<i64>,
    /// Only those of whom the account has said so much.
    pub decl_status: Option<i64>,
}

/// A page of the promoters.
#[endpoint(part, reply_to(GetPromoters))]
pub struct FoundPromoters {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promoter_list: Vec<Promoter>,
    /// How many there are.
    pub total_cnt: Option<u64>,
    /// How many could not be told.
    pub fail_cnt: Option<u64>,
    /// Where the page ended.
    pub start_id: Option<String>,
}

/// A promoter.
#[endpoint(part)]
pub struct Promoter {
    /// The promoter.
    pub id: Option<String>,
    /// Who they are.
    pub openid: Option<OpenId>,
    /// Who they are at all accounts of the same owner.
    pub unionid: Option<String>,
    /// Their role.
    pub role_id: Option<u64>,
    /// The shop they belong to.
    pub retail_id: Option<String>,
    /// What the account notes about them.
    pub extra_info: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
    /// Whether they have agreed.
    pub auth_status: Option<i64>,
    /// Whether the account says that they promote for it.
    pub decl_status: Option<i64>,
    /// When they were last changed.
    pub update_time: Option<Timestamp>,
}

/// Gives what people are invited with to become promoters.
#[endpoint(POST "/promoter/getinvitationmaterial", title = "获取邀请素材",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/invite_promoter.html",
    scope(mini), retry = safe, reply = InvitationMaterial, call = promoters.invitation)]
pub struct GetInvitationMaterial {
    /// The role they would have.
    pub role_id: u64,
    /// What is wanted.
    pub invitation_type: Option<i64>,
}

/// What people are invited with.
#[endpoint(part, reply_to(GetInvitationMaterial))]
pub struct InvitationMaterial {
    /// A tag of the Mini Program.
    pub tag: Option<String>,
    /// A poster, as Base64.
    pub poster: Option<String>,
    /// A code, as Base64.
    pub qrcode: Option<String>,
}
