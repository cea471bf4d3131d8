//! Rule groups of moments: who may see and publish what (客户朋友圈规则组管理).

use crate::moment::MomentsHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

/// Gives the rule groups, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/moment_strategy/list", title = "获取规则组列表",
    doc = "https://developer.work.weixin.qq.com/document/path/94890",
    scope(work), retry = safe, reply = MomentStrategyIds, call = moments.strategies)]
pub struct GetMomentStrategies {
    /// Where to go on: [`MomentStrategyIds::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 1,000 if left out, which is the most.
    pub limit: Option<u32>,
}

/// Rule groups.
#[endpoint(part, reply_to(GetMomentStrategies))]
#[derive(Default)]
pub struct MomentStrategyIds {
    /// The rule groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strategy: Vec<MomentStrategyId>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetMomentStrategies {
    type Item = MomentStrategyId;
    fn split_page(self, page: MomentStrategyIds) -> (Vec<MomentStrategyId>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.strategy, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A rule group, by its number.
#[endpoint(part, reply_to(CreateMomentStrategy))]
pub struct MomentStrategyId {
    /// The number.
    pub strategy_id: u64,
}

/// Gives a rule group.
#[endpoint(POST "/cgi-bin/externalcontact/moment_strategy/get", title = "获取规则组详情",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, reply = MomentStrategyDetail, call = moments.strategy)]
pub struct GetMomentStrategy {
    /// The rule group.
    pub strategy_id: u64,
}

/// A rule group, as [`GetMomentStrategy`] answers it.
#[endpoint(part, reply_to(GetMomentStrategy))]
pub struct MomentStrategyDetail {
    /// The rule group.
    pub strategy: MomentStrategy,
}

/// A rule group.
#[endpoint(part)]
pub struct MomentStrategy {
    /// Its number.
    pub strategy_id: u64,
    /// The rule group above it; 0 if there is none.
    pub parent_id: Option<u64>,
    /// Its name.
    pub strategy_name: Option<String>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// Its administrators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admin_list: Vec<UserId>,
    /// What its administrators may do.
    pub privilege: Option<MomentPrivilege>,
}

/// What the administrators of a rule group may do.
#[endpoint(part)]
#[derive(Default)]
pub struct MomentPrivilege {
    /// See the moments of members.
    pub view_moment_list: Option<bool>,
    /// Ask members to publish moments.
    pub send_moment: Option<bool>,
}

/// Gives whom a rule group is about, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/moment_strategy/get_range", title = "获取规则组管理范围",
    doc = "https://developer.work.weixin.qq.com/document/path/94890",
    scope(work), retry = safe, reply = MomentStrategyMembers, call = moments.strategy_range)]
pub struct GetMomentStrategyRange {
    /// The rule group.
    pub strategy_id: u64,
    /// Where to go on: [`MomentStrategyMembers::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 1,000 if left out, which is the most.
    pub limit: Option<u32>,
}

/// Whom a rule group is about.
#[endpoint(part, reply_to(GetMomentStrategyRange))]
#[derive(Default)]
pub struct MomentStrategyMembers {
    /// Members and departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range: Vec<MomentStrategyRange>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetMomentStrategyRange {
    type Item = MomentStrategyRange;
    fn split_page(self, page: MomentStrategyMembers) -> (Vec<MomentStrategyRange>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.range, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A member or department that a rule group is about.
#[endpoint(part)]
pub struct MomentStrategyRange {
    /// Which of both it is.
    #[serde(rename = "type")]
    pub kind: MomentRangeKind,
    /// The member.
    pub userid: Option<UserId>,
    /// The department.
    pub partyid: Option<u64>,
}

int_enum! {
    /// What a rule group is about.
    pub enum MomentRangeKind {
        /// A member.
        Member = 1,
        /// A department.
        Department = 2,
    }
}

/// Makes a rule group.
#[endpoint(POST "/cgi-bin/externalcontact/moment_strategy/create", title = "创建新的规则组",
    doc = "https://developer.work.weixin.qq.com/document/path/94890",
    scope(work), reply = MomentStrategyId, call = moments.create_strategy)]
pub struct CreateMomentStrategy {
    /// The rule group above it.
    pub parent_id: Option<u64>,
    /// The name.
    pub strategy_name: String,
    /// The administrators: up to 20. Those of a rule group above are so too.
    pub admin_list: Vec<UserId>,
    /// What its administrators may do.
    pub privilege: Option<MomentPrivilege>,
    /// Whom it is about: up to 100 at a time.
    pub range: Vec<MomentStrategyRange>,
}

/// Changes a rule group. What is left out stays.
#[endpoint(POST "/cgi-bin/externalcontact/moment_strategy/edit", title = "编辑规则组及其管理范围",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, call = moments.update_strategy)]
pub struct UpdateMomentStrategy {
    /// The rule group.
    pub strategy_id: u64,
    /// The name.
    pub strategy_name: Option<String>,
    /// The administrators: up to 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admin_list: Vec<UserId>,
    /// What its administrators may do.
    pub privilege: Option<MomentPrivilege>,
    /// Whom it is about from now on too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range_add: Vec<MomentStrategyRange>,
    /// Whom it is no longer about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range_del: Vec<MomentStrategyRange>,
}

/// Deletes a rule group.
#[endpoint(POST "/cgi-bin/externalcontact/moment_strategy/del", title = "删除规则组",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, call = moments.delete_strategy)]
pub struct DeleteMomentStrategy {
    /// The rule group.
    pub strategy_id: u64,
}
