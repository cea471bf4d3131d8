//! Rules against words that members must not send to customers (管理聊天敏感词). `/cgi-bin/externalcontact/*intercept_rule*`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

use crate::ids::DepartmentId;

group! {
    /// Rules against words that members must not send to customers (聊天敏感词).
    intercept_rules: [
        AddInterceptRule, GetInterceptRules, GetInterceptRule, UpdateInterceptRule,
        DeleteInterceptRule,
    ]
}

weixin_api::string_id! {
    /// A rule against sensitive words (敏感词规则, rule_id).
    InterceptRuleId
}

/// Creates a rule against sensitive words in the chats of members with customers (敏感词).
///
/// Fails with 41077 when a rule has the name, with 41068 when there are too many words, with 41069
/// when there are too many rules, with 41076 when the range is too large: departments then serve
/// better than members.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::ids::DepartmentId;
/// # use weixin_work::intercept_rule::{AddInterceptRule, InterceptRange, Interception};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let sales = InterceptRange::new().department_list([DepartmentId::new(2)]);
/// let words = ["rebate".to_owned(), "cash back".to_owned()];
/// let rule = AddInterceptRule::new("No rebates", words, Interception::Warn, sales);
/// println!("{}", wx.intercept_rules().add(rule).await?.rule_id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/add_intercept_rule", title = "新建敏感词规则",
    doc = "https://developer.work.weixin.qq.com/document/path/95097",
    scope(work), reply = AddedInterceptRule, call = intercept_rules.add)]
pub struct AddInterceptRule {
    /// The name of the rule: up to 20 characters.
    pub rule_name: String,
    /// The words: up to 300, each of up to 32 characters.
    pub word_list: Vec<String>,
    /// Kinds of content to recognize besides the words (额外的拦截语义规则).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub semantics_list: Vec<Semantics>,
    /// What happens to a message that the rule matches.
    pub intercept_type: Interception,
    /// The members that the rule applies to.
    pub applicable_range: InterceptRange,
}

int_enum! {
    /// A kind of content that a rule recognizes without a word for it.
    pub enum Semantics {
        /// Mobile numbers (手机号).
        MobileNumber = 1,
        /// Mail addresses (邮箱地址).
        MailAddress = 2,
        /// Red packets (红包).
        RedPacket = 3,
    }
}

int_enum! {
    /// What happens to a message that a rule matches.
    pub enum Interception {
        /// The member is warned and the message is not sent (警告并拦截发送).
        WarnAndIntercept = 1,
        /// The member is warned and the message is sent (仅发警告).
        Warn = 2,
    }
}

/// The members and departments that a rule applies to. At least one list must be given.
#[endpoint(part)]
#[derive(Default)]
pub struct InterceptRange {
    /// Members: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<UserId>,
    /// Departments: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_list: Vec<DepartmentId>,
}

/// The id of a created rule.
#[endpoint(part, reply_to(AddInterceptRule))]
pub struct AddedInterceptRule {
    /// The created rule.
    pub rule_id: InterceptRuleId,
}

/// Returns all rules against sensitive words, in short.
#[endpoint(GET "/cgi-bin/externalcontact/get_intercept_rule_list", title = "获取敏感词规则列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95097",
    scope(work), reply = InterceptRuleList, call = intercept_rules.list)]
pub struct GetInterceptRules {}

/// The rules of the corporation.
#[endpoint(part, reply_to(GetInterceptRules))]
#[derive(Default)]
pub struct InterceptRuleList {
    /// All rules, without their words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rule_list: Vec<InterceptRuleSummary>,
}

/// The name of a rule.
#[endpoint(part)]
pub struct InterceptRuleSummary {
    /// The rule's id, for [`GetInterceptRule`].
    pub rule_id: InterceptRuleId,
    /// The name of the rule: up to 20 characters.
    pub rule_name: Option<String>,
    /// The time of creation.
    pub create_time: Option<Timestamp>,
}

/// Returns a rule against sensitive words.
///
/// Fails with 41070 when there is no such rule, with 41071 when it was deleted.
#[endpoint(POST "/cgi-bin/externalcontact/get_intercept_rule", title = "获取敏感词规则详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95097",
    scope(work), retry = safe, reply = InterceptRuleDetail, call = intercept_rules.get)]
pub struct GetInterceptRule {
    /// The rule to look up.
    pub rule_id: InterceptRuleId,
}

/// The reply to [`GetInterceptRule`].
#[endpoint(part, reply_to(GetInterceptRule))]
pub struct InterceptRuleDetail {
    /// The rule with its words.
    pub rule: InterceptRule,
}

/// A rule against sensitive words.
#[endpoint(part)]
pub struct InterceptRule {
    /// The rule's id.
    pub rule_id: InterceptRuleId,
    /// The name of the rule: up to 20 characters.
    pub rule_name: Option<String>,
    /// The time of creation.
    pub create_time: Option<Timestamp>,
    /// The words that must not be sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub word_list: Vec<String>,
    /// The kinds of content that the rule recognizes besides the words.
    pub extra_rule: Option<ExtraInterceptRule>,
    /// What happens to a message that the rule matches.
    pub intercept_type: Option<Interception>,
    /// The members and departments that the rule applies to.
    pub applicable_range: Option<InterceptRange>,
}

/// The kinds of content that a rule recognizes besides its words.
#[endpoint(part)]
#[derive(Default)]
pub struct ExtraInterceptRule {
    /// The kinds; in an update, an empty list removes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub semantics_list: Vec<Semantics>,
}

/// Changes a rule against sensitive words. Fields that are left out keep their value.
///
/// Fails with 41070 when there is no such rule, with 41071 when it was deleted, with 41077 when
/// another one has the name.
#[endpoint(POST "/cgi-bin/externalcontact/update_intercept_rule", title = "修改敏感词规则",
    doc = "https://developer.work.weixin.qq.com/document/path/95097",
    scope(work), retry = safe, call = intercept_rules.update)]
pub struct UpdateInterceptRule {
    /// The rule to change.
    pub rule_id: InterceptRuleId,
    /// The new name: up to 20 characters.
    pub rule_name: Option<String>,
    /// The new words; they replace the old ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub word_list: Vec<String>,
    /// The new kinds of content; they replace the old ones.
    pub extra_rule: Option<ExtraInterceptRule>,
    /// What happens to a message that the rule matches.
    pub intercept_type: Option<Interception>,
    /// Members and departments that the rule applies to from now on too.
    pub add_applicable_range: Option<InterceptRange>,
    /// Members and departments that the rule no longer applies to.
    pub remove_applicable_range: Option<InterceptRange>,
}

/// Deletes a rule against sensitive words.
///
/// Fails with 41070 when there is no such rule, with 41071 when it was deleted.
#[endpoint(POST "/cgi-bin/externalcontact/del_intercept_rule", title = "删除敏感词规则",
    doc = "https://developer.work.weixin.qq.com/document/path/95097",
    scope(work), retry = safe, call = intercept_rules.delete)]
pub struct DeleteInterceptRule {
    /// The rule to delete.
    pub rule_id: InterceptRuleId,
}
