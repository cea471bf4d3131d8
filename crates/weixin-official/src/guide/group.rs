//! Groups of guides (顾问分组管理).

use crate::guide::GuidesHandle;
use weixin_api::{Paged, Timestamp, endpoint};

use super::Guide;

weixin_api::integer_id! {
    /// A group of guides (顾问分组, group_id).
    GuideGroupId(u64)
}

/// Creates a group of guides (顾问分组).
#[endpoint(POST "/cgi-bin/guide/newguidegroup", title = "新建顾问分组",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.newGuideGroup.html",
    scope(official), reply = CreatedGuideGroup, call = guides.create_group)]
pub struct CreateGuideGroup {
    /// The name of the group.
    pub group_name: String,
}

/// The reply to a created group.
#[endpoint(part, reply_to(CreateGuideGroup))]
pub struct CreatedGuideGroup {
    /// The id of the group.
    pub group_id: GuideGroupId,
}

/// Returns all groups of guides.
#[endpoint(POST "/cgi-bin/guide/getguidegrouplist", title = "获取服务号下所有顾问分组的列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideGroupList.html",
    scope(official), retry = safe, reply = GuideGroups, call = guides.groups)]
pub struct GetGuideGroups {}

/// All groups of guides.
#[endpoint(part, reply_to(GetGuideGroups))]
pub struct GuideGroups {
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_list: Vec<GuideGroup>,
}

/// A group of guides.
#[endpoint(part)]
pub struct GuideGroup {
    /// The id of the group.
    pub id: GuideGroupId,
    /// The name of the group.
    pub name: String,
    /// When the group was created.
    pub create_time: Option<Timestamp>,
    /// When the group was last changed.
    pub update_time: Option<Timestamp>,
}

/// Returns the guides of a group, page by page.
///
/// Fails with 9300825 when there is no such group.
#[endpoint(POST "/cgi-bin/guide/getgroupinfo", title = "获取指定顾问分组信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGroupInfo.html",
    scope(official), retry = safe, reply = GuideGroupPage, call = guides.group)]
pub struct GetGuideGroup {
    /// The group whose guides are returned.
    pub group_id: GuideGroupId,
    /// The page, from 0.
    pub page: u32,
    /// How many entries a page has.
    pub num: u32,
}

/// A page of the guides of a group.
#[endpoint(part, reply_to(GetGuideGroup))]
pub struct GuideGroupPage {
    /// The guides of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guide_list: Vec<Guide>,
    /// How many entries there are on all pages.
    pub total_num: Option<u64>,
}

impl Paged for GetGuideGroup {
    type Item = Guide;
    fn split_page(self, reply: GuideGroupPage) -> (Vec<Guide>, Option<Self>) {
        let more = !reply.guide_list.is_empty();
        let next = more.then(|| Self::new(self.group_id, self.page + 1, self.num));
        (reply.guide_list, next)
    }
}

/// Adds a guide to a group.
///
/// Fails with 9300804 when the person is no guide, with 9300825 when there is no such group.
#[endpoint(POST "/cgi-bin/guide/addguide2guidegroup", title = "分组内添加顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.addGuide2GuideGroup.html",
    scope(official), retry = safe, call = guides.add_to_group)]
pub struct AddGuideToGroup {
    /// The group to add to.
    pub group_id: GuideGroupId,
    /// The WeChat name (微信号) of the guide.
    pub guide_account: String,
}

/// Removes a guide from a group.
///
/// Fails with 9300825 when there is no such group.
#[endpoint(POST "/cgi-bin/guide/delguide2guidegroup", title = "指定分组删除顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.delGuide2GuideGroup.html",
    scope(official), retry = safe, call = guides.remove_from_group)]
pub struct RemoveGuideFromGroup {
    /// The group to remove from.
    pub group_id: GuideGroupId,
    /// The WeChat name (微信号) of the guide.
    pub guide_account: String,
}

/// Returns the groups of a guide.
#[endpoint(POST "/cgi-bin/guide/getgroupbyguide", title = "获取顾问所在分组",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGroupByGuide.html",
    scope(official), retry = safe, reply = GroupsOfGuide, call = guides.groups_of)]
pub struct GetGroupsOfGuide {
    /// The WeChat name (微信号) of the guide.
    pub guide_account: String,
}

/// The groups of a guide.
#[endpoint(part, reply_to(GetGroupsOfGuide))]
pub struct GroupsOfGuide {
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_id_list: Vec<GuideGroupId>,
}

/// Deletes a group of guides. Its guides stay guides.
///
/// Fails with 9300825 when there is no such group.
#[endpoint(POST "/cgi-bin/guide/delguidegroup", title = "删除指定顾问分组",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.delGuideGroup.html",
    scope(official), retry = safe, call = guides.delete_group)]
pub struct DeleteGuideGroup {
    /// The group to delete.
    pub group_id: GuideGroupId,
}
