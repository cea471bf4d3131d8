//! Tags of members and departments (标签管理). `/cgi-bin/tag/*`

use weixin_api::{Call, Caller, endpoint, group};
use weixin_protocol::{CorpId, Header, UserId, inbound, messages};

use crate::ids::{DepartmentId, SuiteId, TagId};

group! {
    /// Tags of members and departments (标签管理).
    tags: [CreateTag, UpdateTag, DeleteTag, GetTagMembers, AddTagMembers, RemoveTagMembers, GetTags]
}

messages![TagUpdated];

/// Creates a tag, which only the app that created it can change. A corporation has up to 3,000.
///
/// Fails with 40071 when the name exists, with 40072 when it is empty or too long, with 40126 when
/// the corporation has 3,000 tags.
#[endpoint(POST "/cgi-bin/tag/create", title = "创建标签",
    doc = "https://developer.work.weixin.qq.com/document/path/90210",
    scope(work), reply = CreatedTag, call = tags.create)]
pub struct CreateTag {
    /// Name of the tag: up to 32 characters, unique in the corporation.
    pub tagname: String,
    /// The id it is to have; the platform chooses one if left out.
    pub tagid: Option<TagId>,
}

/// The id of a tag that was created.
#[endpoint(part, reply_to(CreateTag))]
pub struct CreatedTag {
    /// The new tag.
    pub tagid: TagId,
}

/// Renames a tag of members and departments.
///
/// Fails with 40068 when there is no such tag, with 40071 when the name exists, with 40072 when it
/// is empty or too long, with 81011 when another app created the tag.
#[endpoint(POST "/cgi-bin/tag/update", title = "更新标签名字",
    doc = "https://developer.work.weixin.qq.com/document/path/90211",
    scope(work), retry = safe, call = tags.rename)]
pub struct UpdateTag {
    /// The tag to rename.
    pub tagid: TagId,
    /// The new name: up to 32 characters, unique in the corporation.
    pub tagname: String,
}

/// Deletes a tag of members and departments.
///
/// Fails with 40068 when there is no such tag, with 81011 when another app created it.
#[endpoint(GET "/cgi-bin/tag/delete", title = "删除标签",
    doc = "https://developer.work.weixin.qq.com/document/path/90212",
    scope(work), call = tags.delete)]
pub struct DeleteTag {
    /// The tag to delete.
    pub tagid: TagId,
}

/// Returns the members and departments that have a tag, as far as the app can see them.
///
/// Fails with 40068 when there is no such tag.
#[endpoint(GET "/cgi-bin/tag/get", title = "获取标签成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90213",
    scope(work), reply = TagMembers, call = tags.members)]
pub struct GetTagMembers {
    /// The tag to look up.
    pub tagid: TagId,
}

/// The members and departments that have a tag.
#[endpoint(part, reply_to(GetTagMembers))]
pub struct TagMembers {
    /// Name of the tag.
    pub tagname: Option<String>,
    /// Members with the tag.
    #[serde(default)]
    pub userlist: Vec<TagMember>,
    /// Departments with the tag.
    #[serde(default)]
    pub partylist: Vec<DepartmentId>,
}

/// A member who has a tag.
#[endpoint(part)]
pub struct TagMember {
    /// Id of the member.
    pub userid: UserId,
    /// Name of the member, if the app may see it.
    pub name: Option<String>,
}

/// Adds a tag to up to 1,000 members and 100 departments.
///
/// Fails with 40070 when none of the members and departments can have the tag, with 81014 when the
/// lists are too long, with 81003 when more than 30,000 members and departments would have it, with
/// 40068 when there is no such tag, with 81011 when another app created it.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_protocol::UserId;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let tag = wx.tags().create("On call").await?.tagid;
/// let change = wx.tags().add(tag, [UserId::new("zhangsan"), UserId::new("lisi")]).await?;
/// for member in change.invalidlist {
///     println!("{member} cannot have the tag");
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/tag/addtagusers", title = "增加标签成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90214",
    scope(work), retry = safe, reply = TagChange, call = "wx.tags().add(tagid, userlist)")]
pub struct AddTagMembers {
    /// The tag to add.
    pub tagid: TagId,
    /// Members: up to 1,000. They or departments must be given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userlist: Vec<UserId>,
    /// Departments: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partylist: Vec<DepartmentId>,
}

/// The members and departments for which a change of a tag failed, because they do not exist or the
/// app cannot see them.
#[endpoint(part, reply_to(AddTagMembers, RemoveTagMembers))]
pub struct TagChange {
    /// The members; on the wire a text with `|` between them.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub invalidlist: Vec<UserId>,
    /// The departments that were left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidparty: Vec<DepartmentId>,
}

/// Removes a tag from up to 1,000 members and 100 departments.
///
/// Fails with 40070 when none of the members and departments is known, with 81014 when the lists
/// are too long, with 40068 when there is no such tag, with 81011 when another app created it.
#[endpoint(POST "/cgi-bin/tag/deltagusers", title = "删除标签成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90215",
    scope(work), retry = safe, reply = TagChange, call = "wx.tags().remove(tagid, userlist)")]
pub struct RemoveTagMembers {
    /// The tag to remove.
    pub tagid: TagId,
    /// Members: up to 1,000. They or departments must be given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userlist: Vec<UserId>,
    /// Departments: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partylist: Vec<DepartmentId>,
}

/// Returns all tags of members and departments that the app can see.
#[endpoint(GET "/cgi-bin/tag/list", title = "获取标签列表",
    doc = "https://developer.work.weixin.qq.com/document/path/90216",
    scope(work), reply = TagList, call = tags.list)]
pub struct GetTags;

/// All tags of a corporation.
#[endpoint(part, reply_to(GetTags))]
pub struct TagList {
    /// The tags of the corporation.
    pub taglist: Vec<Tag>,
}

/// A tag.
#[endpoint(part)]
pub struct Tag {
    /// Id of the tag.
    pub tagid: TagId,
    /// Name of the tag.
    pub tagname: String,
}

/// The members or departments of a tag have changed.
///
/// Pushed to the app that keeps the address book in sync (通讯录同步), and to suites that may read the
/// address book.
#[inbound(event = "change_contact", notice = "change_contact", change = "update_tag", scope(work))]
pub struct TagUpdated {
    /// Receiver and time of the event; of a notice only the time.
    pub header: Header,
    /// The suite, if the notice goes to a suite.
    pub suite_id: Option<SuiteId>,
    /// The corporation, if the notice goes to a suite.
    pub auth_corp_id: Option<CorpId>,
    /// The tag that changed.
    pub tag_id: TagId,
    /// Userids of the members who got the tag, separated by commas.
    pub add_user_items: Option<String>,
    /// Userids of the members who lost the tag, separated by commas.
    pub del_user_items: Option<String>,
    /// Ids of the departments that got the tag, separated by commas.
    pub add_party_items: Option<String>,
    /// Ids of the departments that lost the tag, separated by commas.
    pub del_party_items: Option<String>,
}

impl<'c, C: Caller + ?Sized> TagsHandle<'c, C> {
    /// Adds a tag to members; see [`AddTagMembers`].
    pub fn add(
        &self,
        tagid: TagId,
        userlist: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, AddTagMembers> {
        Call::new(self.caller, AddTagMembers::new(tagid).userlist(userlist))
    }

    /// Removes a tag from members; see [`RemoveTagMembers`].
    pub fn remove(
        &self,
        tagid: TagId,
        userlist: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, RemoveTagMembers> {
        Call::new(self.caller, RemoveTagMembers::new(tagid).userlist(userlist))
    }
}
