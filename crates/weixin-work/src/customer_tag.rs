//! Tags of customers: the corporation's and those of rule groups (客户标签管理). `/cgi-bin/externalcontact/*_tag*`

use weixin_api::{AgentId, StringEnum, Timestamp, endpoint, group};
use weixin_protocol::{CorpId, Header, UserId, inbound};

use crate::ids::{CustomerStrategyId, CustomerTagId, ExternalUserId, SuiteId};

group! {
    /// Tags of customers (客户标签管理).
    customer_tags: [
        GetCustomerTags, AddCustomerTags, UpdateCustomerTag, DeleteCustomerTags, GetStrategyTags,
        AddStrategyTags, UpdateStrategyTag, DeleteStrategyTags, MarkCustomerTags,
    ]
}

weixin_protocol::messages![
    ExternalTagCreated,
    ExternalTagUpdated,
    ExternalTagDeleted,
    ExternalTagsShuffled
];

weixin_api::string_id! {
    /// A group of tags of customers (标签组, group_id).
    CustomerTagGroupId
}

/// Returns the corporation's tags of customers (企业标签库): all of them, or those asked for.
#[endpoint(POST "/cgi-bin/externalcontact/get_corp_tag_list", title = "获取企业标签库",
    doc = "https://developer.work.weixin.qq.com/document/path/92117",
    scope(work), retry = safe, reply = CustomerTagGroups, call = customer_tags.list)]
pub struct GetCustomerTags {
    /// Returns only these tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_id: Vec<CustomerTagId>,
    /// Returns only the tags of these groups; `tag_id` is ignored then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_id: Vec<CustomerTagGroupId>,
}

/// Tags in their groups.
#[endpoint(part, reply_to(GetCustomerTags, GetStrategyTags))]
#[derive(Default)]
pub struct CustomerTagGroups {
    /// The groups, each with its tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_group: Vec<CustomerTagGroup>,
}

/// A group of tags (标签组).
#[endpoint(part)]
pub struct CustomerTagGroup {
    /// The group's id.
    pub group_id: CustomerTagGroupId,
    /// The name of the group: up to 30 characters.
    pub group_name: Option<String>,
    /// The time of creation.
    pub create_time: Option<Timestamp>,
    /// The rank among the groups; groups with a higher one come first.
    pub order: Option<u64>,
    /// Whether the group was deleted; present only where the request named it.
    pub deleted: Option<bool>,
    /// The rule group that the tags belong to (规则组标签).
    pub strategy_id: Option<CustomerStrategyId>,
    /// The tags of the group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag: Vec<CustomerTag>,
}

/// A tag of customers (客户标签).
#[endpoint(part)]
pub struct CustomerTag {
    /// The tag's id.
    pub id: CustomerTagId,
    /// The name of the tag: up to 30 characters.
    pub name: Option<String>,
    /// The time of creation.
    pub create_time: Option<Timestamp>,
    /// The rank within the group; tags with a higher one come first.
    pub order: Option<u64>,
    /// Whether the tag was deleted; present only where the request named it.
    pub deleted: Option<bool>,
}

/// Creates tags of customers, in an existing group or a new one.
///
/// A corporation has at most 10,000 tags.
///
/// Fails with 40071 when a tag or group has the name already, with 40072 when a name is empty or
/// too long, with 40068 when there is no such group.
#[endpoint(POST "/cgi-bin/externalcontact/add_corp_tag", title = "添加企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/92117",
    scope(work), reply = AddedCustomerTags, call = customer_tags.add)]
pub struct AddCustomerTags {
    /// The existing group that the tags go into.
    pub group_id: Option<CustomerTagGroupId>,
    /// The name of the group: up to 30 characters. Creates a group unless one has that name;
    /// ignored if `group_id` is set.
    pub group_name: Option<String>,
    /// The rank of the group; groups with a higher one come first.
    pub order: Option<u64>,
    /// The tags to create.
    pub tag: Vec<NewCustomerTag>,
    /// The app, needed only for suites with several apps of the older kind (多应用套件).
    pub agentid: Option<AgentId>,
}

/// A tag to create.
#[endpoint(part)]
pub struct NewCustomerTag {
    /// The name: up to 30 characters.
    pub name: String,
    /// The rank within the group; tags with a higher one come first.
    pub order: Option<u64>,
}

/// Created tags.
#[endpoint(part, reply_to(AddCustomerTags, AddStrategyTags))]
pub struct AddedCustomerTags {
    /// The group with the tags created by this call.
    pub tag_group: CustomerTagGroup,
}

/// Renames or reorders a tag or a group of tags.
///
/// Fails with 40068 when there is no such tag or group, with 40071 when another one has the name.
#[endpoint(POST "/cgi-bin/externalcontact/edit_corp_tag", title = "编辑企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/92117",
    scope(work), retry = safe, call = customer_tags.update)]
pub struct UpdateCustomerTag {
    /// The id of a tag or of a group of tags; the platform takes either.
    pub id: String,
    /// The new name: up to 30 characters.
    pub name: Option<String>,
    /// The new rank; higher comes first.
    pub order: Option<u64>,
    /// The app, needed only for suites with several apps of the older kind (多应用套件).
    pub agentid: Option<AgentId>,
}

/// Deletes tags and groups of tags. A group whose last tag is deleted goes too.
///
/// Fails with 40068 when there is no such tag or group.
#[endpoint(POST "/cgi-bin/externalcontact/del_corp_tag", title = "删除企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/92117",
    scope(work), retry = safe, call = customer_tags.delete)]
pub struct DeleteCustomerTags {
    /// Tags to delete.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_id: Vec<CustomerTagId>,
    /// Groups to delete, together with their tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_id: Vec<CustomerTagGroupId>,
    /// The app, needed only for suites with several apps of the older kind (多应用套件).
    pub agentid: Option<AgentId>,
}

/// Returns the tags of rule groups (规则组标签).
#[endpoint(POST "/cgi-bin/externalcontact/get_strategy_tag_list", title = "获取指定规则组下的企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/94882",
    scope(work), retry = safe, reply = CustomerTagGroups, call = customer_tags.list_of_strategy)]
pub struct GetStrategyTags {
    /// The rule group; `None` returns the tags of all rule groups.
    pub strategy_id: Option<CustomerStrategyId>,
    /// Returns only these tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_id: Vec<CustomerTagId>,
    /// Returns only the tags of these groups; `tag_id` is ignored then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_id: Vec<CustomerTagGroupId>,
}

/// Creates tags of customers for a rule group.
#[endpoint(POST "/cgi-bin/externalcontact/add_strategy_tag", title = "为指定规则组创建企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/94882",
    scope(work), reply = AddedCustomerTags, call = customer_tags.add_to_strategy)]
pub struct AddStrategyTags {
    /// The rule group that gets the tags.
    pub strategy_id: CustomerStrategyId,
    /// The existing group that the tags go into.
    pub group_id: Option<CustomerTagGroupId>,
    /// The name of the group: up to 30 characters. Creates a group unless one has that name;
    /// ignored if `group_id` is set.
    pub group_name: Option<String>,
    /// The rank of the group; groups with a higher one come first.
    pub order: Option<u64>,
    /// The tags to create.
    pub tag: Vec<NewCustomerTag>,
}

/// Renames or reorders a rule group's tag or group of tags.
#[endpoint(POST "/cgi-bin/externalcontact/edit_strategy_tag", title = "编辑指定规则组下的企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/94882",
    scope(work), retry = safe, call = customer_tags.update_in_strategy)]
pub struct UpdateStrategyTag {
    /// The id of a tag or of a group of tags; the platform takes either.
    pub id: String,
    /// The new name: up to 30 characters.
    pub name: Option<String>,
    /// The new rank; higher comes first.
    pub order: Option<u64>,
}

/// Deletes tags and groups of tags of rule groups.
#[endpoint(POST "/cgi-bin/externalcontact/del_strategy_tag", title = "删除指定规则组下的企业客户标签",
    doc = "https://developer.work.weixin.qq.com/document/path/94882",
    scope(work), retry = safe, call = customer_tags.delete_from_strategy)]
pub struct DeleteStrategyTags {
    /// Tags to delete.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_id: Vec<CustomerTagId>,
    /// Groups to delete, together with their tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_id: Vec<CustomerTagGroupId>,
}

/// Adds tags to a customer and removes others.
///
/// Fails with 84061 when the member has not added the customer, with 40068 when there is no such
/// tag.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # use weixin_work::{customer_tag::MarkCustomerTags, ids::CustomerTagId};
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let library = wx.customer_tags().list().await?;
/// let tags = library.tag_group.into_iter().flat_map(|group| group.tag);
/// if let Some(vip) = tags.into_iter().find(|tag| tag.name.as_deref() == Some("VIP")) {
///     let mark = MarkCustomerTags::new("zhangsan", "wmqfasd1e1927831123").add_tag([vip.id]);
///     wx.customer_tags().mark(mark).await?;
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/mark_tag", title = "编辑客户企业标签",
    doc = "https://developer.work.weixin.qq.com/document/path/92118",
    scope(work), retry = safe, call = customer_tags.mark)]
pub struct MarkCustomerTags {
    /// The member who added the customer; other members' tags of this customer stay.
    pub userid: UserId,
    /// The customer to tag.
    pub external_userid: ExternalUserId,
    /// Tags to add. Either these or `remove_tag` must be given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add_tag: Vec<CustomerTagId>,
    /// Tags to remove; those that the customer does not have are ignored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remove_tag: Vec<CustomerTagId>,
}

/// What a change of the corporation's tags is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ExternalTagKind {
    /// A tag.
    Tag,
    /// A group of tags.
    TagGroup,
    /// A value that this version does not know.
    Other(String),
}

/// A tag of customers, or a group of tags, was created.
///
/// Pushed to the apps that may use customer contact (客户联系). Changes that are made by calls push
/// nothing.
#[inbound(
    event = "change_external_tag",
    notice = "change_external_tag",
    change = "create",
    scope(work)
)]
pub struct ExternalTagCreated {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The id of the tag or group, by `tag_type`.
    pub id: String,
    /// Whether a tag or a group was created.
    pub tag_type: ExternalTagKind,
    /// The rule group that the tag belongs to; `None` for tags of the corporation.
    pub strategy_id: Option<CustomerStrategyId>,
}

/// A tag of customers, or a group of tags, was changed.
///
/// Pushed to the apps that may use customer contact (客户联系). Changes that are made by calls push
/// nothing.
#[inbound(
    event = "change_external_tag",
    notice = "change_external_tag",
    change = "update",
    scope(work)
)]
pub struct ExternalTagUpdated {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The id of the tag or group, by `tag_type`.
    pub id: String,
    /// Whether a tag or a group was changed.
    pub tag_type: ExternalTagKind,
    /// The rule group that the tag belongs to; `None` for tags of the corporation.
    pub strategy_id: Option<CustomerStrategyId>,
}

/// A tag of customers, or a group of tags, was deleted.
///
/// Pushed to the apps that may use customer contact (客户联系). Changes that are made by calls push
/// nothing.
#[inbound(
    event = "change_external_tag",
    notice = "change_external_tag",
    change = "delete",
    scope(work)
)]
pub struct ExternalTagDeleted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The id of the tag or group, by `tag_type`.
    pub id: String,
    /// Whether a tag or a group was deleted.
    pub tag_type: ExternalTagKind,
    /// The rule group that the tag belongs to; `None` for tags of the corporation.
    pub strategy_id: Option<CustomerStrategyId>,
}

/// Tags of customers or groups of tags were reordered.
///
/// Pushed to the apps that may use customer contact (客户联系). Changes that are made by calls push
/// nothing.
#[inbound(
    event = "change_external_tag",
    notice = "change_external_tag",
    change = "shuffle",
    scope(work)
)]
pub struct ExternalTagsShuffled {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The group whose tags were reordered; `None` or empty if the groups themselves were.
    pub id: Option<CustomerTagGroupId>,
    /// The rule group that the tags belong to; `None` for tags of the corporation.
    pub strategy_id: Option<CustomerStrategyId>,
}
