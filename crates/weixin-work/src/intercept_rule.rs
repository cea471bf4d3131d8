//! Words that members must not use with customers (管理聊天敏感词). `/cgi-bin/externalcontact/*intercept_rule*`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

group! {
    /// Words that members must not use with customers (聊天敏感词).
    intercept_rules: [AddInterceptRule, GetInterceptRules, GetInterceptRule, UpdateInterceptRule, DeleteInterceptRule]
}

/// Makes a rule.
#[endpoint(POST "/cgi-bin/externalcontact/add_intercept_rule", title = "新建敏感词规则",
    doc = "https://developer.work.weixin.qq.com/document/path/95097",
    scope(work), reply = AddedInterceptRule, call = intercept_rules.add)]
pub struct AddInterceptRule {
    /// Its name: up to 20 characters.
    pub rule_name: String,
    /// The words: up to 300 of up to 32 characters.
    pub word_list: Vec<String>,
    /// What else is not to be said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub semantics_list: Vec<Semantics>,
    /// What is done about it.
    pub intercept_type: Interception,
    /// Who is meant.
    pub applicable_range: InterceptRange,
}

int_enum! {
    /// What is recognised without being named.
    pub enum Semantics {
        /// Mobile numbers.
        MobileNumber = 1,
        /// Mail addresses.
        MailAddress = 2,
        /// Red packets.
        RedPacket = 3,
    }
}

int_enum! {
    /// What is done about a message with such a word.
    pub enum Interception {
        /// The member is warned, and it is not sent.
        WarnAndIntercept = 1,
        /// The member is warned.
        Warn = 2,
    }
}

/// Who is meant: members and departments, of which one has to be there.
#[endpoint(part)]
#[derive(Default)]
pub struct InterceptRange {
    /// Members: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<UserId>,
    /// Departments: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_list: Vec<u64>,
}

/// A rule that was made.
#[endpoint(part, reply_to(AddInterceptRule))]
pub struct AddedInterceptRule {
    /// The rule.
    pub rule_id: String,
}

/// Gives all rules.
#[endpoint(GET "/cgi-bin/externalcontact/get_intercept_rule_list", title = "获取敏感词规则列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95097",
    scope(work), reply = InterceptRuleList, call = intercept_rules.list)]
pub struct GetInterceptRules {}

/// The rules.
#[endpoint(part, reply_to(GetInterceptRules))]
#[derive(Default)]
pub struct InterceptRuleList {
    /// The rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rule_list: Vec<InterceptRuleSummary>,
}

/// A rule, in short.
#[endpoint(part)]
pub struct InterceptRuleSummary {
    /// The rule.
    pub rule_id: String,
    /// Its name.
    pub rule_name: Option<String>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
}

/// Gives a rule.
#[endpoint(POST "/cgi-bin/externalcontact/get_intercept_rule", title = "获取敏感词规则详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95097",
    scope(work), retry = safe, reply = InterceptRuleDetail, call = intercept_rules.get)]
pub struct GetInterceptRule {
    /// The rule.
    pub rule_id: String,
}

/// A rule, as [`GetInterceptRule`] answers it.
#[endpoint(part, reply_to(GetInterceptRule))]
pub struct InterceptRuleDetail {
    /// The rule.
    pub rule: InterceptRule,
}

/// A rule.
#[endpoint(part)]
pub struct InterceptRule {
    /// The rule.
    pub rule_id: String,
    /// Its name.
    pub rule_name: Option<String>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// The words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub word_list: Vec<String>,
    /// What else is not to be said.
    pub extra_rule: Option<ExtraInterceptRule>,
    /// What is done about it.
    pub intercept_type: Option<Interception>,
    /// Who is meant.
    pub applicable_range: Option<InterceptRange>,
}

/// What is recognised without being named.
#[endpoint(part)]
#[derive(Default)]
pub struct ExtraInterceptRule {
    /// What it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub semantics_list: Vec<Semantics>,
}

/// Changes a rule. What is left out stays.
#[endpoint(POST "/cgi-bin/externalcontact/update_intercept_rule", title = "修改敏感词规则",
    doc = "https://developer.work.weixin.qq.com/document/path/95097",
    scope(work), retry = safe, call = intercept_rules.update)]
pub struct UpdateInterceptRule {
    /// The rule.
    pub rule_id: String,
    /// Its name: up to 20 characters.
    pub rule_name: Option<String>,
    /// The words, in place of those that were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub word_list: Vec<String>,
    /// What else is not to be said, in place of what was.
    pub extra_rule: Option<ExtraInterceptRule>,
    /// What is done about it.
    pub intercept_type: Option<Interception>,
    /// Who is meant from now on too.
    pub add_applicable_range: Option<InterceptRange>,
    /// Who is no longer meant.
    pub remove_applicable_range: Option<InterceptRange>,
}

/// Deletes a rule.
#[endpoint(POST "/cgi-bin/externalcontact/del_intercept_rule", title = "删除敏感词规则",
    doc = "https://developer.work.weixin.qq.com/document/path/95097",
    scope(work), retry = safe, call = intercept_rules.delete)]
pub struct DeleteInterceptRule {
    /// The rule.
    pub rule_id: String,
}
