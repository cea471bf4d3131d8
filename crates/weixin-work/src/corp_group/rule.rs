//! Rules about which members of a chain's corporations see each other (对接规则).

use weixin_api::endpoint;
use weixin_protocol::{CorpId, UserId};

use crate::corp_group::{ChainGroupId, ChainId, ChainRuleId, CorpGroupsHandle};
use crate::ids::DepartmentId;

/// Adds a rule about which members of a chain's corporations see each other (对接规则).
///
/// Rules can be added and changed 1,000 times a day.
///
/// Fails with 670007 when the chain has as many rules as possible, with 670029 when a member or
/// department is not in the chain.
#[endpoint(POST "/cgi-bin/corpgroup/rule/add_rule", title = "新增对接规则",
    doc = "https://developer.work.weixin.qq.com/document/path/95633",
    scope(work), reply = AddedChainRule, call = corp_groups.add_rule)]
pub struct AddChainRule {
    /// The chain to add the rule to.
    pub chain_id: ChainId,
    /// The members and corporations of the rule.
    pub rule_info: ChainRuleInfo,
}

/// The id of an added rule.
#[endpoint(part, reply_to(AddChainRule))]
pub struct AddedChainRule {
    /// The added rule.
    pub rule_id: ChainRuleId,
}

/// A rule: members upstream, and the corporations downstream that can see and contact them.
#[endpoint(part)]
pub struct ChainRuleInfo {
    /// The members of the upstream corporation.
    pub owner_corp_range: ChainOwners,
    /// The corporations downstream.
    pub member_corp_range: ChainMembers,
}

/// Members of the upstream corporation. At least one of the lists must be given.
#[endpoint(part)]
pub struct ChainOwners {
    /// Departments with all their members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departmentids: Vec<DepartmentId>,
    /// Members who are named themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
}

/// Corporations downstream. At least one of the lists must be given.
#[endpoint(part)]
pub struct ChainMembers {
    /// Groups of the chain with all their corporations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groupids: Vec<ChainGroupId>,
    /// Corporations that are named themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corpids: Vec<CorpId>,
}

/// Returns the ids of a chain's rules.
#[endpoint(POST "/cgi-bin/corpgroup/rule/list_ids", title = "获取对接规则id列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95631",
    scope(work), retry = safe, reply = ChainRules, call = corp_groups.rules)]
pub struct GetChainRules {
    /// The chain to look up.
    pub chain_id: ChainId,
}

/// The rules of a chain, by their ids.
#[endpoint(part, reply_to(GetChainRules))]
pub struct ChainRules {
    /// The rules, for [`GetChainRule`].
    #[serde(default)]
    pub rule_ids: Vec<ChainRuleId>,
}

/// Returns a rule about which members of a chain's corporations see each other.
///
/// Fails with 670006 when the chain has no such rule.
#[endpoint(POST "/cgi-bin/corpgroup/rule/get_rule_info", title = "获取对接规则详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95634",
    scope(work), retry = safe, reply = ChainRule, call = corp_groups.rule)]
pub struct GetChainRule {
    /// The chain of the rule.
    pub chain_id: ChainId,
    /// The rule to look up.
    pub rule_id: ChainRuleId,
}

/// The reply to [`GetChainRule`].
#[endpoint(part, reply_to(GetChainRule))]
pub struct ChainRule {
    /// The members and corporations of the rule.
    pub rule_info: ChainRuleInfo,
}

/// Replaces a rule about which members of a chain's corporations see each other.
///
/// Fails with 670006 when the chain has no such rule, with 670029 when a member or department is
/// not in the chain.
#[endpoint(POST "/cgi-bin/corpgroup/rule/modify_rule", title = "更新对接规则",
    doc = "https://developer.work.weixin.qq.com/document/path/95635",
    scope(work), retry = safe, call = corp_groups.update_rule)]
pub struct UpdateChainRule {
    /// The chain of the rule.
    pub chain_id: ChainId,
    /// The rule to replace.
    pub rule_id: ChainRuleId,
    /// The new members and corporations.
    pub rule_info: ChainRuleInfo,
}

/// Deletes a rule about which members of a chain's corporations see each other.
///
/// Fails with 670006 when the chain has no such rule.
#[endpoint(POST "/cgi-bin/corpgroup/rule/delete_rule", title = "删除对接规则",
    doc = "https://developer.work.weixin.qq.com/document/path/95632",
    scope(work), call = corp_groups.delete_rule)]
pub struct DeleteChainRule {
    /// The chain of the rule.
    pub chain_id: ChainId,
    /// The rule to delete.
    pub rule_id: ChainRuleId,
}
