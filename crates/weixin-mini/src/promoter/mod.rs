//! Promoters of a Mini Program (推广员): their roles, what they promote, the messages they get.
//! `/promoter/*`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{OpenId, UnionId};

use crate::ids::PromoterId;
mod data;
mod message;

pub use data::*;
pub use message::*;

group! {
    /// Promoters of the Mini Program (推广员).
    promoters: [
        AddPromoterRole, UpdatePromoterRole, GetPromoterRoles, AddPromoters, UpdatePromoter,
        GetPromoters, GetInvitationMaterial, SendPromoterMessage, SendSinglePromoterMessage,
        GetPromoterMessage, GetPromoterMessageClicks, GetPromoterShareMaterial,
        GetPromoterRelations, GetPromoterOrders,
    ]
}

weixin_api::string_id! {
    /// A shop of the account (门店 id, retail_id), as the account names it: up to 20 characters.
    RetailId
}

weixin_api::integer_id! {
    /// A role of promoters (角色 id, role_id).
    PromoterRoleId(u64)
}

/// Adds a role that promoters can have.
#[endpoint(POST "/promoter/addrole", title = "增加推广员角色",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/role_manage.html",
    scope(mini), reply = PromoterRole, call = promoters.add_role)]
pub struct AddPromoterRole {
    /// The name of the role.
    pub name: String,
    /// The description of the role.
    pub desc: Option<String>,
}

/// A role that promoters can have.
#[endpoint(part, reply_to(AddPromoterRole))]
pub struct PromoterRole {
    /// The id of the role, for promoters and messages.
    pub role_id: PromoterRoleId,
    /// The name of the role.
    pub name: Option<String>,
    /// The description of the role.
    pub desc: Option<String>,
}

/// Updates a role.
#[endpoint(POST "/promoter/updaterole", title = "修改推广员角色",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/role_manage.html",
    scope(mini), retry = safe, call = promoters.update_role)]
pub struct UpdatePromoterRole {
    /// The role to update.
    pub role_id: PromoterRoleId,
    /// The new name; unchanged if left out.
    pub name: Option<String>,
    /// The new description; unchanged if left out.
    pub desc: Option<String>,
}

/// Returns the roles of promoters.
#[endpoint(POST "/promoter/getrole", title = "查询推广员角色",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/role_manage.html",
    scope(mini), retry = safe, reply = PromoterRoles, call = promoters.roles)]
pub struct GetPromoterRoles {
    /// Only this role; all roles if left out.
    pub role_id: Option<PromoterRoleId>,
}

/// The roles of promoters.
#[endpoint(part, reply_to(GetPromoterRoles))]
pub struct PromoterRoles {
    /// The roles that match.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub role_list: Vec<PromoterRole>,
    /// The number of roles.
    pub total_cnt: Option<u64>,
}

/// Adds promoters. They must then accept an invitation.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::promoter::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let promoter = NewPromoter::new("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", 3).name("张三");
/// let added = wx.promoters().add([promoter]).await?;
/// for failed in added.fail_list {
///     println!("{:?}: {:?}", failed.openid, failed.errmsg);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/promoter/addpromoter", title = "增加推广员",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/manage_promoter.html",
    scope(mini), reply = AddedPromoters, call = promoters.add)]
pub struct AddPromoters {
    /// The promoters to add.
    pub promoter_list: Vec<NewPromoter>,
}

/// A user who becomes a promoter.
#[endpoint(part)]
pub struct NewPromoter {
    /// The promoter's openid; a UnionID is accepted too.
    pub openid: OpenId,
    /// The promoter's role.
    pub role_id: PromoterRoleId,
    /// The shop that the promoter belongs to.
    pub retail_id: Option<RetailId>,
    /// The account's own note about the promoter: up to 80 characters.
    pub extra_info: Option<String>,
    /// The promoter's name: up to 30 characters.
    pub name: Option<String>,
    /// The promoter's telephone number: up to 20 characters.
    pub phone: Option<String>,
}

/// The result of adding promoters.
#[endpoint(part, reply_to(AddPromoters))]
pub struct AddedPromoters {
    /// The number of users in the request.
    pub total_cnt: Option<u64>,
    /// The number of users who could not be added.
    pub fail_cnt: Option<u64>,
    /// The users who could not be added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<FailedPromoter>,
}

/// A user who could not be added as a promoter.
#[endpoint(part)]
pub struct FailedPromoter {
    /// The promoter's openid; a UnionID is accepted too.
    pub openid: Option<OpenId>,
    /// The promoter's role.
    pub role_id: Option<PromoterRoleId>,
    /// The shop that the promoter belongs to.
    pub retail_id: Option<RetailId>,
    /// The account's own note about the promoter: up to 80 characters.
    pub extra_info: Option<String>,
    /// The name that was given.
    pub name: Option<String>,
    /// The promoter's telephone number: up to 20 characters.
    pub phone: Option<String>,
    /// The code of the failure; 103003: the user is a promoter already.
    pub errcode: Option<i64>,
    /// The reason of the failure in words.
    pub errmsg: Option<String>,
}

/// Updates a promoter.
#[endpoint(POST "/promoter/updatepromoter", title = "修改推广员",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/manage_promoter.html",
    scope(mini), retry = safe, call = promoters.update)]
pub struct UpdatePromoter {
    /// The promoter to update.
    pub id: PromoterId,
    /// The promoter's role.
    pub role_id: Option<PromoterRoleId>,
    /// The shop that the promoter belongs to.
    pub retail_id: Option<RetailId>,
    /// The account's own note about the promoter: up to 80 characters.
    pub extra_info: Option<String>,
    /// The promoter's name: up to 30 characters.
    pub name: Option<String>,
    /// The promoter's telephone number: up to 20 characters.
    pub phone: Option<String>,
    /// Whether the account declares the user to be its promoter.
    pub decl_status: Option<PromoterDeclaration>,
}

int_enum! {
    /// Whether a promoter has accepted the invitation (授权状态).
    pub enum PromoterAuthorization {
        /// The promoter has not accepted it (未授权).
        Pending = 0,
        /// The promoter has accepted it (已授权).
        Authorized = 1,
        /// The promoter has withdrawn the consent (取消授权).
        Revoked = 2,
    }
}

int_enum! {
    /// Whether the account declares a user to be its promoter (声明状态).
    pub enum PromoterDeclaration {
        /// It does (商家已声明).
        Declared = 1,
        /// It has withdrawn the declaration (商家取消声明).
        Withdrawn = 2,
    }
}

/// Returns a page of up to 2,000 promoters.
#[endpoint(POST "/promoter/getpromoter", title = "查询推广员",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/manage_promoter.html",
    scope(mini), retry = safe, reply = FoundPromoters, call = promoters.list)]
pub struct GetPromoters {
    /// Only this promoter, by openid or UnionID.
    pub openid: Option<OpenId>,
    /// Only promoters of this role.
    pub role_id: Option<PromoterRoleId>,
    /// Only promoters of this shop.
    pub retail_id: Option<RetailId>,
    /// Only promoters whose authorization changed at this time or later.
    pub begin_time: Option<Timestamp>,
    /// Only promoters whose authorization changed before this time.
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
    /// Only promoters in this state of authorization.
    pub auth_status: Option<PromoterAuthorization>,
    /// Only promoters in this state of declaration.
    pub decl_status: Option<PromoterDeclaration>,
}

/// A page of promoters.
#[endpoint(part, reply_to(GetPromoters))]
pub struct FoundPromoters {
    /// The promoters on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promoter_list: Vec<Promoter>,
    /// The number of entries on all pages.
    pub total_cnt: Option<u64>,
    /// The number of promoters who could not be read.
    pub fail_cnt: Option<u64>,
    /// The cursor for the next page.
    pub start_id: Option<String>,
}

/// A promoter.
#[endpoint(part)]
pub struct Promoter {
    /// The id of the promoter.
    pub id: Option<PromoterId>,
    /// The promoter's openid; empty if UnionIDs were asked for.
    pub openid: Option<OpenId>,
    /// The promoter's UnionID; missing unless it was asked for.
    pub unionid: Option<UnionId>,
    /// The promoter's role.
    pub role_id: Option<PromoterRoleId>,
    /// The shop that the promoter belongs to.
    pub retail_id: Option<RetailId>,
    /// The account's own note about the promoter: up to 80 characters.
    pub extra_info: Option<String>,
    /// The promoter's name.
    pub name: Option<String>,
    /// The promoter's telephone number: up to 20 characters.
    pub phone: Option<String>,
    /// Whether the promoter has accepted the invitation.
    pub auth_status: Option<PromoterAuthorization>,
    /// Whether the account declares the user to be its promoter.
    pub decl_status: Option<PromoterDeclaration>,
    /// When the promoter last changed.
    pub update_time: Option<Timestamp>,
}

/// Returns material that invites users to become promoters.
#[endpoint(POST "/promoter/getinvitationmaterial", title = "获取邀请素材",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/business-capabilities/promoter/api/invite_promoter.html",
    scope(mini), retry = safe, reply = InvitationMaterial, call = promoters.invitation)]
pub struct GetInvitationMaterial {
    /// The role of the users who accept.
    pub role_id: PromoterRoleId,
    /// The kind of material. The numbers are not documented here.
    pub invitation_type: Option<i64>,
}

/// Material that invites users to become promoters.
#[endpoint(part, reply_to(GetInvitationMaterial))]
pub struct InvitationMaterial {
    /// The Mini Program's tag (小程序标签) to paste into articles.
    pub tag: Option<String>,
    /// The poster, in Base64.
    pub poster: Option<String>,
    /// The Mini Program code, in Base64.
    pub qrcode: Option<String>,
}
