//! Rule groups: who may do what with which members' customers (规则组管理). `/cgi-bin/externalcontact/customer_strategy/*`

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

group! {
    /// Rule groups of customer contact (规则组管理).
    customer_strategies: [GetCustomerStrategies, GetCustomerStrategy, GetCustomerStrategyRange, CreateCustomerStrategy, UpdateCustomerStrategy, DeleteCustomerStrategy]
}

/// Gives the rule groups, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/customer_strategy/list", title = "获取规则组列表",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, reply = CustomerStrategyIds, call = customer_strategies.list)]
pub struct GetCustomerStrategies {
    /// Where to go on: [`CustomerStrategyIds::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 1,000 if left out, which is the most.
    pub limit: Option<u32>,
}

/// Rule groups.
#[endpoint(part, reply_to(GetCustomerStrategies))]
#[derive(Default)]
pub struct CustomerStrategyIds {
    /// The rule groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strategy: Vec<CustomerStrategyId>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetCustomerStrategies {
    type Item = CustomerStrategyId;
    fn split_page(self, page: CustomerStrategyIds) -> (Vec<CustomerStrategyId>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.strategy, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A rule group, by its number.
#[endpoint(part, reply_to(CreateCustomerStrategy))]
pub struct CustomerStrategyId {
    /// The number.
    pub strategy_id: u64,
}

/// Gives a rule group.
#[endpoint(POST "/cgi-bin/externalcontact/customer_strategy/get", title = "获取规则组详情",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, reply = CustomerStrategyDetail, call = customer_strategies.get)]
pub struct GetCustomerStrategy {
    /// The rule group.
    pub strategy_id: u64,
}

/// A rule group, as [`GetCustomerStrategy`] answers it.
#[endpoint(part, reply_to(GetCustomerStrategy))]
pub struct CustomerStrategyDetail {
    /// The rule group.
    pub strategy: CustomerStrategy,
}

/// A rule group.
#[endpoint(part)]
pub struct CustomerStrategy {
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
    pub privilege: Option<CustomerPrivilege>,
}

/// What the administrators of a rule group may do. What is left out they may; in a rule group below
/// another one at most what that one allows.
#[endpoint(part)]
#[derive(Default)]
pub struct CustomerPrivilege {
    /// See the customers. Always true.
    pub view_customer_list: Option<bool>,
    /// See the numbers of customers.
    pub view_customer_data: Option<bool>,
    /// See the customer groups.
    pub view_room_list: Option<bool>,
    /// Use contact ways.
    pub contact_me: Option<bool>,
    /// Use ways into groups.
    pub join_room: Option<bool>,
    /// Share customers.
    pub share_customer: Option<bool>,
    /// Hand over the customers of members who left.
    pub oper_resign_customer: Option<bool>,
    /// Hand over the groups of members who left.
    pub oper_resign_group: Option<bool>,
    /// Send messages to customers.
    pub send_customer_msg: Option<bool>,
    /// Write welcomes.
    pub edit_welcome_msg: Option<bool>,
    /// See the numbers of talks with customers.
    pub view_behavior_data: Option<bool>,
    /// See the numbers of customer groups.
    pub view_room_data: Option<bool>,
    /// Send messages to customer groups.
    pub send_group_msg: Option<bool>,
    /// Remove people who are in several groups.
    pub room_deduplication: Option<bool>,
    /// Write quick replies.
    pub rapid_reply: Option<bool>,
    /// Hand over the customers of members who stay.
    pub onjob_customer_transfer: Option<bool>,
    /// Write rules against spam.
    pub edit_anti_spam_rule: Option<bool>,
    /// Export the customers.
    pub export_customer_list: Option<bool>,
    /// Export the numbers of customers.
    pub export_customer_data: Option<bool>,
    /// Export the customer groups.
    pub export_customer_group_list: Option<bool>,
}

/// Gives whom a rule group is about, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/customer_strategy/get_range", title = "获取规则组管理范围",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, reply = CustomerStrategyMembers, call = customer_strategies.range)]
pub struct GetCustomerStrategyRange {
    /// The rule group.
    pub strategy_id: u64,
    /// Where to go on: [`CustomerStrategyMembers::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 1,000 if left out, which is the most.
    pub limit: Option<u32>,
}

/// Whom a rule group is about.
#[endpoint(part, reply_to(GetCustomerStrategyRange))]
#[derive(Default)]
pub struct CustomerStrategyMembers {
    /// Members and departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range: Vec<StrategyRange>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetCustomerStrategyRange {
    type Item = StrategyRange;
    fn split_page(self, page: CustomerStrategyMembers) -> (Vec<StrategyRange>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.range, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A member or department that a rule group is about.
#[endpoint(part)]
pub struct StrategyRange {
    /// Which of both it is.
    #[serde(rename = "type")]
    pub kind: StrategyRangeKind,
    /// The member.
    pub userid: Option<UserId>,
    /// The department.
    pub partyid: Option<u64>,
}

int_enum! {
    /// What a rule group is about.
    pub enum StrategyRangeKind {
        /// A member.
        Member = 1,
        /// A department.
        Department = 2,
    }
}

/// Makes a rule group.
#[endpoint(POST "/cgi-bin/externalcontact/customer_strategy/create", title = "创建新的规则组",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), reply = CustomerStrategyId, call = customer_strategies.create)]
pub struct CreateCustomerStrategy {
    /// The rule group above it.
    pub parent_id: Option<u64>,
    /// The name.
    pub strategy_name: String,
    /// The administrators: up to 20. Those of a rule group above are so too.
    pub admin_list: Vec<UserId>,
    /// What its administrators may do.
    pub privilege: Option<CustomerPrivilege>,
    /// Whom it is about: up to 100 at a time.
    pub range: Vec<StrategyRange>,
}

/// Changes a rule group. What is left out stays.
#[endpoint(POST "/cgi-bin/externalcontact/customer_strategy/edit", title = "编辑规则组及其管理范围",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, call = customer_strategies.update)]
pub struct UpdateCustomerStrategy {
    /// The rule group.
    pub strategy_id: u64,
    /// The name.
    pub strategy_name: Option<String>,
    /// The administrators: up to 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admin_list: Vec<UserId>,
    /// What its administrators may do.
    pub privilege: Option<CustomerPrivilege>,
    /// Whom it is about from now on too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range_add: Vec<StrategyRange>,
    /// Whom it is no longer about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range_del: Vec<StrategyRange>,
}

/// Deletes a rule group.
#[endpoint(POST "/cgi-bin/externalcontact/customer_strategy/del", title = "删除规则组",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, call = customer_strategies.delete)]
pub struct DeleteCustomerStrategy {
    /// The rule group.
    pub strategy_id: u64,
}
