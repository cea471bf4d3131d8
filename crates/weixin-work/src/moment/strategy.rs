//! Rule groups of moments: who may see and publish what (客户朋友圈规则组管理).

use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

use crate::{ids::DepartmentId, moment::MomentsHandle};

weixin_api::integer_id! {
    /// A rule group of moments (客户朋友圈规则组, strategy_id).
    MomentStrategyId(u64)
}

/// Returns the ids of the rule groups of moments (客户朋友圈规则组), a page at a time.
#[endpoint(POST "/cgi-bin/externalcontact/moment_strategy/list", title = "获取规则组列表",
    doc = "https://developer.work.weixin.qq.com/document/path/94890",
    scope(work), retry = safe, reply = MomentStrategyIds, call = moments.strategies)]
pub struct GetMomentStrategies {
    /// Where the page begins: [`MomentStrategyIds::next_cursor`] of the page before; the first page
    /// if left out.
    pub cursor: Option<String>,
    /// How many at most: up to 1,000, which is the default.
    pub limit: Option<u32>,
}

/// A page of rule groups.
#[endpoint(part, reply_to(GetMomentStrategies))]
#[derive(Default)]
pub struct MomentStrategyIds {
    /// The rule groups, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strategy: Vec<MomentStrategyRef>,
    /// Where the next page begins; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetMomentStrategies {
    type Item = MomentStrategyRef;
    fn split_page(self, page: MomentStrategyIds) -> (Vec<MomentStrategyRef>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.strategy, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A rule group, by its id.
#[endpoint(part, reply_to(CreateMomentStrategy))]
pub struct MomentStrategyRef {
    /// Id of the rule group.
    pub strategy_id: MomentStrategyId,
}

/// Returns a rule group of moments: who administers it and what its members may do.
#[endpoint(POST "/cgi-bin/externalcontact/moment_strategy/get", title = "获取规则组详情",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, reply = MomentStrategyDetail, call = moments.strategy)]
pub struct GetMomentStrategy {
    /// The rule group to return.
    pub strategy_id: MomentStrategyId,
}

/// The reply with a rule group.
#[endpoint(part, reply_to(GetMomentStrategy))]
pub struct MomentStrategyDetail {
    /// Name, administrators and rights.
    pub strategy: MomentStrategy,
}

/// A rule group.
#[endpoint(part)]
pub struct MomentStrategy {
    /// Id of the rule group.
    pub strategy_id: MomentStrategyId,
    /// The rule group above it; 0 for one at the top.
    pub parent_id: Option<MomentStrategyId>,
    /// Name of the rule group.
    pub strategy_name: Option<String>,
    /// When it was created.
    pub create_time: Option<Timestamp>,
    /// The members who administer it (负责人).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admin_list: Vec<UserId>,
    /// What its administrators may do.
    pub privilege: Option<MomentPrivilege>,
}

/// What the administrators of a rule group may do.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentPrivilege {
    /// Whether they may see the moments of the members they manage.
    pub view_moment_list: Option<bool>,
    /// Whether they may ask these members to publish moments of the corporation.
    pub send_moment: Option<bool>,
}

/// Returns the members and departments that a rule group covers, a page at a time.
#[endpoint(POST "/cgi-bin/externalcontact/moment_strategy/get_range", title = "获取规则组管理范围",
    doc = "https://developer.work.weixin.qq.com/document/path/94890",
    scope(work), retry = safe, reply = MomentStrategyMembers, call = moments.strategy_range)]
pub struct GetMomentStrategyRange {
    /// The rule group to look up.
    pub strategy_id: MomentStrategyId,
    /// Where the page begins: [`MomentStrategyMembers::next_cursor`] of the page before; the first
    /// page if left out.
    pub cursor: Option<String>,
    /// How many at most: up to 1,000, which is the default.
    pub limit: Option<u32>,
}

/// A page of the members and departments that a rule group covers.
#[endpoint(part, reply_to(GetMomentStrategyRange))]
#[derive(Default)]
pub struct MomentStrategyMembers {
    /// The members and departments of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range: Vec<MomentStrategyRange>,
    /// Where the next page begins; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetMomentStrategyRange {
    type Item = MomentStrategyRange;
    fn split_page(self, page: MomentStrategyMembers) -> (Vec<MomentStrategyRange>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.range, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A member or department that a rule group covers.
#[endpoint(part)]
pub struct MomentStrategyRange {
    /// Whether it is a member or a department.
    #[serde(rename = "type")]
    pub kind: MomentRangeKind,
    /// The member, for [`MomentRangeKind::Member`].
    pub userid: Option<UserId>,
    /// The department, for [`MomentRangeKind::Department`].
    pub partyid: Option<DepartmentId>,
}

int_enum! {
    /// Whether a rule group covers a member or a department.
    pub enum MomentRangeKind {
        /// A member.
        Member = 1,
        /// A department.
        Department = 2,
    }
}

/// Creates a rule group of moments (客户朋友圈规则组).
#[endpoint(POST "/cgi-bin/externalcontact/moment_strategy/create", title = "创建新的规则组",
    doc = "https://developer.work.weixin.qq.com/document/path/94890",
    scope(work), reply = MomentStrategyRef, call = moments.create_strategy)]
pub struct CreateMomentStrategy {
    /// The rule group above it; it is at the top if left out.
    pub parent_id: Option<MomentStrategyId>,
    /// Name of the rule group.
    pub strategy_name: String,
    /// The members who administer it: up to 20. The administrators of the groups above do so as
    /// well.
    pub admin_list: Vec<UserId>,
    /// What its administrators may do.
    pub privilege: Option<MomentPrivilege>,
    /// The members and departments it covers: up to 100 in a call.
    pub range: Vec<MomentStrategyRange>,
}

/// Changes a rule group of moments and whom it covers. What is left out stays as it is.
#[endpoint(POST "/cgi-bin/externalcontact/moment_strategy/edit", title = "编辑规则组及其管理范围",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, call = moments.update_strategy)]
pub struct UpdateMomentStrategy {
    /// The rule group to change.
    pub strategy_id: MomentStrategyId,
    /// The new name.
    pub strategy_name: Option<String>,
    /// The new administrators, replacing the current ones: up to 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admin_list: Vec<UserId>,
    /// What its administrators may do.
    pub privilege: Option<MomentPrivilege>,
    /// Members and departments to add to those it covers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range_add: Vec<MomentStrategyRange>,
    /// Members and departments to remove from those it covers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range_del: Vec<MomentStrategyRange>,
}

/// Deletes a rule group of moments (客户朋友圈规则组).
#[endpoint(POST "/cgi-bin/externalcontact/moment_strategy/del", title = "删除规则组",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, call = moments.delete_strategy)]
pub struct DeleteMomentStrategy {
    /// The rule group to delete.
    pub strategy_id: MomentStrategyId,
}
