//! Rule groups: what administrators may do with the customers of which members (规则组管理). `/cgi-bin/externalcontact/customer_strategy/*`

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

use crate::ids::{CustomerStrategyId, DepartmentId};

group! {
    /// Rule groups of customer contact (规则组管理).
    customer_strategies: [
        GetCustomerStrategies, GetCustomerStrategy, GetCustomerStrategyRange,
        CreateCustomerStrategy, UpdateCustomerStrategy, DeleteCustomerStrategy,
    ]
}

/// Returns the ids of the rule groups of customer contact (客户联系规则组), up to 1,000 at a time.
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let mut groups = wx.customer_strategies().list().pages();
/// while let Some(group) = groups.try_next().await? {
///     let detail = wx.customer_strategies().get(group.strategy_id).await?;
///     println!("{:?}", detail.strategy.strategy_name);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/customer_strategy/list", title = "获取规则组列表",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, reply = CustomerStrategyIds, call = customer_strategies.list)]
pub struct GetCustomerStrategies {
    /// The [`next_cursor`](CustomerStrategyIds::next_cursor) of the page before; `None` for the
    /// first page.
    pub cursor: Option<String>,
    /// The size of a page: up to 1,000, which is also the default.
    pub limit: Option<u32>,
}

/// A page of rule groups, by their ids.
#[endpoint(part, reply_to(GetCustomerStrategies))]
#[derive(Default)]
pub struct CustomerStrategyIds {
    /// The rule groups of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strategy: Vec<CustomerStrategyRef>,
    /// The cursor of the next page; empty or `None` on the last.
    pub next_cursor: Option<String>,
}

impl Paged for GetCustomerStrategies {
    type Item = CustomerStrategyRef;
    fn split_page(self, page: CustomerStrategyIds) -> (Vec<CustomerStrategyRef>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.strategy, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A rule group, by its id.
#[endpoint(part, reply_to(CreateCustomerStrategy))]
pub struct CustomerStrategyRef {
    /// The rule group's id.
    pub strategy_id: CustomerStrategyId,
}

/// Returns a rule group of customer contact: who administers it and what its members may do.
#[endpoint(POST "/cgi-bin/externalcontact/customer_strategy/get", title = "获取规则组详情",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, reply = CustomerStrategyDetail, call = customer_strategies.get)]
pub struct GetCustomerStrategy {
    /// The rule group to look up.
    pub strategy_id: CustomerStrategyId,
}

/// The reply to [`GetCustomerStrategy`].
#[endpoint(part, reply_to(GetCustomerStrategy))]
pub struct CustomerStrategyDetail {
    /// The rule group with its settings.
    pub strategy: CustomerStrategy,
}

/// A rule group.
#[endpoint(part)]
pub struct CustomerStrategy {
    /// The rule group's id.
    pub strategy_id: CustomerStrategyId,
    /// The parent rule group; 0 if there is none.
    pub parent_id: Option<CustomerStrategyId>,
    /// The name of the rule group.
    pub strategy_name: Option<String>,
    /// The time of creation.
    pub create_time: Option<Timestamp>,
    /// The administrators: up to 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admin_list: Vec<UserId>,
    /// The permissions of the administrators.
    pub privilege: Option<CustomerPrivilege>,
}

/// The permissions of a rule group's administrators. Permissions that are left out are granted; a
/// child group has at most the permissions of its parent.
#[endpoint(part)]
#[derive(Default)]
pub struct CustomerPrivilege {
    /// See the list of customers (查看客户列表). Always granted.
    pub view_customer_list: Option<bool>,
    /// See the statistics of customers (查看客户统计数据).
    pub view_customer_data: Option<bool>,
    /// See the list of customer groups (查看群聊列表).
    pub view_room_list: Option<bool>,
    /// Use contact ways (使用联系我).
    pub contact_me: Option<bool>,
    /// Use ways to join groups (加入群聊).
    pub join_room: Option<bool>,
    /// Share customers with other members (分享客户给其他成员).
    pub share_customer: Option<bool>,
    /// Assign the customers of members who left (分配离职成员客户).
    pub oper_resign_customer: Option<bool>,
    /// Assign the groups of members who left (分配离职成员客户群).
    pub oper_resign_group: Option<bool>,
    /// Create mass messages to customers (给企业客户发送消息).
    pub send_customer_msg: Option<bool>,
    /// Configure welcome messages (配置欢迎语).
    pub edit_welcome_msg: Option<bool>,
    /// See the statistics of members' contacts with customers (查看成员联系客户统计).
    pub view_behavior_data: Option<bool>,
    /// See the statistics of customer groups (查看群聊数据统计).
    pub view_room_data: Option<bool>,
    /// Create mass messages to customer groups (发送消息到企业的客户群).
    pub send_group_msg: Option<bool>,
    /// Remove people who are in several groups (对企业客户群进行去重).
    pub room_deduplication: Option<bool>,
    /// Configure quick replies (配置快捷回复).
    pub rapid_reply: Option<bool>,
    /// Transfer the customers of members who stay (转接在职成员的客户).
    pub onjob_customer_transfer: Option<bool>,
    /// Edit the rules against spam in groups (编辑企业成员防骚扰规则).
    pub edit_anti_spam_rule: Option<bool>,
    /// Export the list of customers (导出客户列表).
    pub export_customer_list: Option<bool>,
    /// Export the statistics of customers (导出成员客户统计).
    pub export_customer_data: Option<bool>,
    /// Export the list of customer groups (导出客户群列表).
    pub export_customer_group_list: Option<bool>,
}

/// Returns the members and departments that a rule group manages, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/externalcontact/customer_strategy/get_range", title = "获取规则组管理范围",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, reply = CustomerStrategyMembers, call = customer_strategies.range)]
pub struct GetCustomerStrategyRange {
    /// The rule group to look up.
    pub strategy_id: CustomerStrategyId,
    /// The [`next_cursor`](CustomerStrategyMembers::next_cursor) of the page before; `None` for the
    /// first page.
    pub cursor: Option<String>,
    /// The size of a page: up to 1,000, which is also the default.
    pub limit: Option<u32>,
}

/// A page of the members and departments that a rule group manages.
#[endpoint(part, reply_to(GetCustomerStrategyRange))]
#[derive(Default)]
pub struct CustomerStrategyMembers {
    /// The members and departments of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range: Vec<StrategyRange>,
    /// The cursor of the next page; empty or `None` on the last.
    pub next_cursor: Option<String>,
}

impl Paged for GetCustomerStrategyRange {
    type Item = StrategyRange;
    fn split_page(self, page: CustomerStrategyMembers) -> (Vec<StrategyRange>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.range, next.map(|cursor| self.cursor(cursor)))
    }
}

/// A member or department that a rule group manages.
#[endpoint(part)]
pub struct StrategyRange {
    /// Whether `userid` or `partyid` is set.
    #[serde(rename = "type")]
    pub kind: StrategyRangeKind,
    /// The member, for [`Member`](StrategyRangeKind::Member).
    pub userid: Option<UserId>,
    /// The department, for [`Department`](StrategyRangeKind::Department).
    pub partyid: Option<DepartmentId>,
}

int_enum! {
    /// What an entry of a rule group's range is.
    pub enum StrategyRangeKind {
        /// A member.
        Member = 1,
        /// A department.
        Department = 2,
    }
}

/// Creates a rule group of customer contact (客户联系规则组).
#[endpoint(POST "/cgi-bin/externalcontact/customer_strategy/create", title = "创建新的规则组",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), reply = CustomerStrategyRef, call = customer_strategies.create)]
pub struct CreateCustomerStrategy {
    /// The parent rule group; `None` or 0 for none.
    pub parent_id: Option<CustomerStrategyId>,
    /// The name of the rule group.
    pub strategy_name: String,
    /// The administrators: up to 20. Those of the parent group manage this one too.
    pub admin_list: Vec<UserId>,
    /// The permissions of the administrators; `None` grants all.
    pub privilege: Option<CustomerPrivilege>,
    /// The members and departments to manage: up to 100 per call.
    pub range: Vec<StrategyRange>,
}

/// Changes a rule group of customer contact and whom it manages. Fields that are left out keep
/// their value.
#[endpoint(POST "/cgi-bin/externalcontact/customer_strategy/edit", title = "编辑规则组及其管理范围",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, call = customer_strategies.update)]
pub struct UpdateCustomerStrategy {
    /// The rule group to change.
    pub strategy_id: CustomerStrategyId,
    /// The new name.
    pub strategy_name: Option<String>,
    /// The new administrators: up to 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admin_list: Vec<UserId>,
    /// The new permissions.
    pub privilege: Option<CustomerPrivilege>,
    /// Members and departments to add to the range.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range_add: Vec<StrategyRange>,
    /// Members and departments to remove from the range.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub range_del: Vec<StrategyRange>,
}

/// Deletes a rule group of customer contact (客户联系规则组).
#[endpoint(POST "/cgi-bin/externalcontact/customer_strategy/del", title = "删除规则组",
    doc = "https://developer.work.weixin.qq.com/document/path/94883",
    scope(work), retry = safe, call = customer_strategies.delete)]
pub struct DeleteCustomerStrategy {
    /// The rule group to delete.
    pub strategy_id: CustomerStrategyId,
}
