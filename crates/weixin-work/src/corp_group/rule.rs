//! Who sees whom in a chain (对接规则).

use crate::corp_group::CorpGroupsHandle;
use weixin_api::endpoint;
use weixin_protocol::{AppId, UserId};

/// Adds a rule of who sees whom.
#[endpoint(POST "/cgi-bin/corpgroup/rule/add_rule", title = "新增对接规则",
    doc = "https://developer.work.weixin.qq.com/document/path/95633",
    scope(work), reply = AddedChainRule, call = corp_groups.add_rule)]
pub struct AddChainRule {
    /// The chain.
    pub chain_id: String,
    /// The rule.
    pub rule_info: ChainRuleInfo,
}

/// A rule that was added.
#[endpoint(part, reply_to(AddChainRule))]
pub struct AddedChainRule {
    /// Its number.
    pub rule_id: u64,
}

/// A rule: members above, and corporations below that they see and are seen by.
#[endpoint(part)]
pub struct ChainRuleInfo {
    /// Who above.
    pub owner_corp_range: ChainOwners,
    /// Who below.
    pub member_corp_range: ChainMembers,
}

/// Members above.
#[endpoint(part)]
pub struct ChainOwners {
    /// Departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departmentids: Vec<u64>,
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
}

/// Corporations below.
#[endpoint(part)]
pub struct ChainMembers {
    /// Groups of the chain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groupids: Vec<u64>,
    /// Corporations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corpids: Vec<AppId>,
}

/// Gives the rules of a chain.
#[endpoint(POST "/cgi-bin/corpgroup/rule/list_ids", title = "获取对接规则id列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95631",
    scope(work), retry = safe, reply = ChainRules, call = corp_groups.rules)]
pub struct GetChainRules {
    /// The chain.
    pub chain_id: String,
}

/// The rules of a chain.
#[endpoint(part, reply_to(GetChainRules))]
pub struct ChainRules {
    /// Their numbers.
    #[serde(default)]
    pub rule_ids: Vec<u64>,
}

/// Gives a rule.
#[endpoint(POST "/cgi-bin/corpgroup/rule/get_rule_info", title = "获取对接规则详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95634",
    scope(work), retry = safe, reply = ChainRule, call = corp_groups.rule)]
pub struct GetChainRule {
    /// The chain.
    pub chain_id: String,
    /// The rule.
    pub rule_id: u64,
}

/// A rule of a chain.
#[endpoint(part, reply_to(GetChainRule))]
pub struct ChainRule {
    /// The rule.
    pub rule_info: ChainRuleInfo,
}

/// Changes a rule.
#[endpoint(POST "/cgi-bin/corpgroup/rule/modify_rule", title = "更新对接规则",
    doc = "https://developer.work.weixin.qq.com/document/path/95635",
    scope(work), retry = safe, call = corp_groups.update_rule)]
pub struct UpdateChainRule {
    /// The chain.
    pub chain_id: String,
    /// The rule.
    pub rule_id: u64,
    /// What it is to say.
    pub rule_info: ChainRuleInfo,
}

/// Deletes a rule.
#[endpoint(POST "/cgi-bin/corpgroup/rule/delete_rule", title = "删除对接规则",
    doc = "https://developer.work.weixin.qq.com/document/path/95632",
    scope(work), call = corp_groups.delete_rule)]
pub struct DeleteChainRule {
    /// The chain.
    pub chain_id: String,
    /// The rule.
    pub rule_id: u64,
}
