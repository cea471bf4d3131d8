//! Tags of customers: the corporation's and those of rule groups (客户标签管理). `/cgi-bin/externalcontact/*_tag*`

use weixin_api::{AgentId, Timestamp, endpoint, group};
use weixin_protocol::{AppId, Header, UserId, inbound};

group! {
    /// Tags of customers (客户标签管理).
    customer_tags: [GetCustomerTags, AddCustomerTags, UpdateCustomerTag, DeleteCustomerTags, GetStrategyTags, AddStrategyTags, UpdateStrategyTag, DeleteStrategyTags, MarkCustomerTags]
}

weixin_protocol::messages![
    ExternalTagCreated,
    ExternalTagUpdated,
    ExternalTagDeleted,
    ExternalTagsShuffled
];

/// Gives the corporation's tags, all of them or those asked for.
#[endpoint(POST "/cgi-bin/externalcontact/get_corp_tag_list", title = "获取企业标签库",
    doc = "https://developer.work.weixin.qq.com/document/path/92117",
    scope(work), retry = safe, reply = CustomerTagGroups, call = customer_tags.list)]
pub struct GetCustomerTags {
    /// Only these tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_id: Vec<String>,
    /// Only these groups. Tags are not heeded then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_id: Vec<String>,
}

/// Tags in their groups.
#[endpoint(part, reply_to(GetCustomerTags, GetStrategyTags))]
#[derive(Default)]
pub struct CustomerTagGroups {
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_group: Vec<CustomerTagGroup>,
}

/// A group of tags.
#[endpoint(part)]
pub struct CustomerTagGroup {
    /// The group.
    pub group_id: String,
    /// Its name.
    pub group_name: Option<String>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// Its place; larger is further up.
    pub order: Option<u64>,
    /// Whether it has been deleted; only told when it was asked for.
    pub deleted: Option<bool>,
    /// The rule group it belongs to.
    pub strategy_id: Option<u64>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag: Vec<CustomerTag>,
}

/// A tag.
#[endpoint(part)]
pub struct CustomerTag {
    /// The tag.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// Its place; larger is further up.
    pub order: Option<u64>,
    /// Whether it has been deleted; only told when it was asked for.
    pub deleted: Option<bool>,
}

/// Makes tags, in a group that is there or a new one.
///
/// A corporation has up to 10,000; a name that is there already is refused (40071).
#[endpoint(POST "/cgi-bin/externalcontact/add_corp_tag", title = "添加企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/92117",
    scope(work), reply = AddedCustomerTags, call = customer_tags.add)]
pub struct AddCustomerTags {
    /// The group they go into.
    pub group_id: Option<String>,
    /// The name of the group: up to 30 characters. A new one, unless there is one of that name.
    pub group_name: Option<String>,
    /// The group's place; larger is further up.
    pub order: Option<u64>,
    /// The tags.
    pub tag: Vec<NewCustomerTag>,
    /// The app, for a suite that uses old apps.
    pub agentid: Option<AgentId>,
}

/// A tag that is to be made.
#[endpoint(part)]
pub struct NewCustomerTag {
    /// The name: up to 30 characters.
    pub name: String,
    /// Its place; larger is further up.
    pub order: Option<u64>,
}

/// Tags that were made.
#[endpoint(part, reply_to(AddCustomerTags, AddStrategyTags))]
pub struct AddedCustomerTags {
    /// Their group, with the new tags.
    pub tag_group: CustomerTagGroup,
}

/// Gives a tag or a group another name or place.
#[endpoint(POST "/cgi-bin/externalcontact/edit_corp_tag", title = "编辑企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/92117",
    scope(work), retry = safe, call = customer_tags.update)]
pub struct UpdateCustomerTag {
    /// The tag or group.
    pub id: String,
    /// The name: up to 30 characters.
    pub name: Option<String>,
    /// Its place; larger is further up.
    pub order: Option<u64>,
    /// The app, for a suite that uses old apps.
    pub agentid: Option<AgentId>,
}

/// Deletes tags and groups of tags. A group without tags is deleted too.
#[endpoint(POST "/cgi-bin/externalcontact/del_corp_tag", title = "删除企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/92117",
    scope(work), retry = safe, call = customer_tags.delete)]
pub struct DeleteCustomerTags {
    /// The tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_id: Vec<String>,
    /// The groups, with their tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_id: Vec<String>,
    /// The app, for a suite that uses old apps.
    pub agentid: Option<AgentId>,
}

/// Gives the tags of rule groups.
#[endpoint(POST "/cgi-bin/externalcontact/get_strategy_tag_list", title = "获取指定规则组下的企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/94882",
    scope(work), retry = safe, reply = CustomerTagGroups, call = customer_tags.list_of_strategy)]
pub struct GetStrategyTags {
    /// Only those of this rule group.
    pub strategy_id: Option<u64>,
    /// Only these tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_id: Vec<String>,
    /// Only these groups. Tags are not heeded then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_id: Vec<String>,
}

/// Makes tags for a rule group.
#[endpoint(POST "/cgi-bin/externalcontact/add_strategy_tag", title = "为指定规则组创建企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/94882",
    scope(work), reply = AddedCustomerTags, call = customer_tags.add_to_strategy)]
pub struct AddStrategyTags {
    /// The rule group.
    pub strategy_id: u64,
    /// The group of tags they go into.
    pub group_id: Option<String>,
    /// The name of the group: up to 30 characters.
    pub group_name: Option<String>,
    /// The group's place; larger is further up.
    pub order: Option<u64>,
    /// The tags.
    pub tag: Vec<NewCustomerTag>,
}

/// Gives a rule group's tag or group of tags another name or place.
#[endpoint(POST "/cgi-bin/externalcontact/edit_strategy_tag", title = "编辑指定规则组下的企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/94882",
    scope(work), retry = safe, call = customer_tags.update_in_strategy)]
pub struct UpdateStrategyTag {
    /// The tag or group.
    pub id: String,
    /// The name: up to 30 characters.
    pub name: Option<String>,
    /// Its place; larger is further up.
    pub order: Option<u64>,
}

/// Deletes tags and groups of tags of a rule group.
#[endpoint(POST "/cgi-bin/externalcontact/del_strategy_tag", title = "删除指定规则组下的企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/94882",
    scope(work), retry = safe, call = customer_tags.delete_from_strategy)]
pub struct DeleteStrategyTags {
    /// The tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_id: Vec<String>,
    /// The groups, with their tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_id: Vec<String>,
}

/// Gives a customer tags and takes others from them.
#[endpoint(POST "/cgi-bin/externalcontact/mark_tag", title = "编辑客户企业标签",
    doc = "https://developer.work.weixin.qq.com/document/path/92118",
    scope(work), retry = safe, call = customer_tags.mark)]
pub struct MarkCustomerTags {
    /// The member who added the customer.
    pub userid: UserId,
    /// The customer.
    pub external_userid: UserId,
    /// The tags they get.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add_tag: Vec<String>,
    /// The tags they lose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remove_tag: Vec<String>,
}

/// A tag or a group of tags was made. Event or InfoType `change_external_tag`, ChangeType `create`.
#[inbound(
    event = "change_external_tag",
    notice = "change_external_tag",
    change = "create",
    scope(work)
)]
pub struct ExternalTagCreated {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The tag or group.
    pub id: String,
    /// What it is: `tag` or `tag_group`.
    pub tag_type: String,
    /// The rule group it belongs to.
    pub strategy_id: Option<String>,
}

/// A tag or a group of tags was changed. Event or InfoType `change_external_tag`, ChangeType
/// `update`.
#[inbound(
    event = "change_external_tag",
    notice = "change_external_tag",
    change = "update",
    scope(work)
)]
pub struct ExternalTagUpdated {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The tag or group.
    pub id: String,
    /// What it is: `tag` or `tag_group`.
    pub tag_type: String,
    /// The rule group it belongs to.
    pub strategy_id: Option<String>,
}

/// A tag or a group of tags was deleted. Event or InfoType `change_external_tag`, ChangeType
/// `delete`.
#[inbound(
    event = "change_external_tag",
    notice = "change_external_tag",
    change = "delete",
    scope(work)
)]
pub struct ExternalTagDeleted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The tag or group.
    pub id: String,
    /// What it is: `tag` or `tag_group`.
    pub tag_type: String,
    /// The rule group it belongs to.
    pub strategy_id: Option<String>,
}

/// Tags were put into another order. Event or InfoType `change_external_tag`, ChangeType `shuffle`.
#[inbound(
    event = "change_external_tag",
    notice = "change_external_tag",
    change = "shuffle",
    scope(work)
)]
pub struct ExternalTagsShuffled {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The group whose tags were moved; the groups themselves if there is none.
    pub id: Option<String>,
    /// The rule group it belongs to.
    pub strategy_id: Option<String>,
}
