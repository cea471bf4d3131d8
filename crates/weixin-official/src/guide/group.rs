//! Groups of guides (顾问分组管理).

use weixin_api::{Call, Caller, Paged, Timestamp, endpoint};

use super::{Guide, Guides};

/// Makes a group of guides. `POST /cgi-bin/guide/newguidegroup`
#[endpoint(POST "/cgi-bin/guide/newguidegroup", title = "新建顾问分组",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.newGuideGroup.html",
    scope(official), reply = CreatedGuideGroup)]
pub struct CreateGuideGroup {
    /// Its name.
    pub group_name: String,
}

/// A group that was made.
#[endpoint(part)]
pub struct CreatedGuideGroup {
    /// Its number.
    pub group_id: u64,
}

/// Gives all groups of guides. `POST /cgi-bin/guide/getguidegrouplist`
#[endpoint(POST "/cgi-bin/guide/getguidegrouplist", title = "获取服务号下所有顾问分组的列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGuideGroupList.html",
    scope(official), retry = safe, reply = GuideGroups)]
pub struct GetGuideGroups {}

/// All groups of guides.
#[endpoint(part)]
pub struct GuideGroups {
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_list: Vec<GuideGroup>,
}

/// A group of guides.
#[endpoint(part)]
pub struct GuideGroup {
    /// Its number.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// When it was changed last.
    pub update_time: Option<Timestamp>,
}

/// Gives the guides of a group. `POST /cgi-bin/guide/getgroupinfo`
#[endpoint(POST "/cgi-bin/guide/getgroupinfo", title = "获取指定顾问分组信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGroupInfo.html",
    scope(official), retry = safe, reply = GuideGroupPage)]
pub struct GetGuideGroup {
    /// The group.
    pub group_id: u64,
    /// The page, from 0.
    pub page: u32,
    /// How many are on a page.
    pub num: u32,
}

/// A page of the guides of a group.
#[endpoint(part)]
pub struct GuideGroupPage {
    /// The guides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guide_list: Vec<Guide>,
    /// How many there are on all pages.
    pub total_num: Option<u64>,
}

impl Paged for GetGuideGroup {
    type Item = Guide;
    fn turn(self, reply: GuideGroupPage) -> (Vec<Guide>, Option<Self>) {
        let more = !reply.guide_list.is_empty();
        let next = more.then(|| Self::new(self.group_id, self.page + 1, self.num));
        (reply.guide_list, next)
    }
}

/// Puts a guide into a group. `POST /cgi-bin/guide/addguide2guidegroup`
#[endpoint(POST "/cgi-bin/guide/addguide2guidegroup", title = "分组内添加顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.addGuide2GuideGroup.html",
    scope(official), retry = safe)]
pub struct AddGuideToGroup {
    /// The group.
    pub group_id: u64,
    /// The guide's WeChat name.
    pub guide_account: String,
}

/// Takes a guide out of a group. `POST /cgi-bin/guide/delguide2guidegroup`
#[endpoint(POST "/cgi-bin/guide/delguide2guidegroup", title = "指定分组删除顾问",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.delGuide2GuideGroup.html",
    scope(official), retry = safe)]
pub struct RemoveGuideFromGroup {
    /// The group.
    pub group_id: u64,
    /// The guide's WeChat name.
    pub guide_account: String,
}

/// Gives the groups of a guide. `POST /cgi-bin/guide/getgroupbyguide`
#[endpoint(POST "/cgi-bin/guide/getgroupbyguide", title = "获取顾问所在分组",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.getGroupByGuide.html",
    scope(official), retry = safe, reply = GroupsOfGuide)]
pub struct GetGroupsOfGuide {
    /// The guide's WeChat name.
    pub guide_account: String,
}

/// The groups of a guide.
#[endpoint(part)]
pub struct GroupsOfGuide {
    /// Their numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_id_list: Vec<u64>,
}

/// Deletes a group; its guides stay guides. `POST /cgi-bin/guide/delguidegroup`
#[endpoint(POST "/cgi-bin/guide/delguidegroup", title = "删除指定顾问分组",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/guide-account/shopping-guide.delGuideGroup.html",
    scope(official), retry = safe)]
pub struct DeleteGuideGroup {
    /// The group.
    pub group_id: u64,
}

impl<'c, C: Caller + ?Sized> Guides<'c, C> {
    /// Makes a group of guides; see [`CreateGuideGroup`].
    pub fn create_group(&self, group_name: impl Into<String>) -> Call<'c, C, CreateGuideGroup> {
        Call::new(self.0, CreateGuideGroup::new(group_name))
    }

    /// All groups; see [`GetGuideGroups`].
    pub fn groups(&self) -> Call<'c, C, GetGuideGroups> {
        Call::new(self.0, GetGuideGroups::new())
    }

    /// The guides of a group, a page when awaited; see [`GetGuideGroup`].
    pub fn group(&self, group_id: u64, page: u32, num: u32) -> Call<'c, C, GetGuideGroup> {
        Call::new(self.0, GetGuideGroup::new(group_id, page, num))
    }

    /// Puts a guide into a group; see [`AddGuideToGroup`].
    pub fn add_to_group(
        &self,
        group_id: u64,
        guide_account: impl Into<String>,
    ) -> Call<'c, C, AddGuideToGroup> {
        Call::new(self.0, AddGuideToGroup::new(group_id, guide_account))
    }

    /// Takes a guide out of a group; see [`RemoveGuideFromGroup`].
    pub fn remove_from_group(
        &self,
        group_id: u64,
        guide_account: impl Into<String>,
    ) -> Call<'c, C, RemoveGuideFromGroup> {
        Call::new(self.0, RemoveGuideFromGroup::new(group_id, guide_account))
    }

    /// Gives the groups of a guide; see [`GetGroupsOfGuide`].
    pub fn groups_of(&self, guide_account: impl Into<String>) -> Call<'c, C, GetGroupsOfGuide> {
        Call::new(self.0, GetGroupsOfGuide::new(guide_account))
    }

    /// Deletes a group; see [`DeleteGuideGroup`].
    pub fn delete_group(&self, group_id: u64) -> Call<'c, C, DeleteGuideGroup> {
        Call::new(self.0, DeleteGuideGroup::new(group_id))
    }
}
