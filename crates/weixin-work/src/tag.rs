//! Tags of members and departments (标签管理). `/cgi-bin/tag/*`

use weixin_api::{Call, Caller, endpoint, group};
use weixin_protocol::{AppId, Header, UserId, inbound, messages};

group! {
    /// Tags of members and departments (标签管理).
    tags: [CreateTag, UpdateTag, DeleteTag, GetTagMembers, AddTagMembers, RemoveTagMembers, GetTags]
}

messages![TagUpdated];

/// Makes a tag, which only the app that made it can change. There are up to 3,000.
#[endpoint(POST "/cgi-bin/tag/create", title = "创建标签",
    doc = "https://developer.work.weixin.qq.com/document/path/90210",
    scope(work), reply = CreatedTag, call = tags.create)]
pub struct CreateTag {
    /// The name: up to 32 characters, and there once.
    pub tagname: String,
    /// The number it is to have; chosen by the platform if left out.
    pub tagid: Option<u64>,
}

/// A tag that was made.
#[endpoint(part, reply_to(CreateTag))]
pub struct CreatedTag {
    /// Its number.
    pub tagid: u64,
}

/// Gives a tag another name.
#[endpoint(POST "/cgi-bin/tag/update", title = "更新标签名字",
    doc = "https://developer.work.weixin.qq.com/document/path/90211",
    scope(work), retry = safe, call = tags.rename)]
pub struct UpdateTag {
    /// The tag.
    pub tagid: u64,
    /// The name: up to 32 characters.
    pub tagname: String,
}

/// Deletes a tag.
#[endpoint(GET "/cgi-bin/tag/delete", title = "删除标签",
    doc = "https://developer.work.weixin.qq.com/document/path/90212",
    scope(work), call = tags.delete)]
pub struct DeleteTag {
    /// The tag.
    pub tagid: u64,
}

/// Gives the members and departments that have a tag, as far as the app sees them.
#[endpoint(GET "/cgi-bin/tag/get", title = "获取标签成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90213",
    scope(work), reply = TagMembers, call = tags.members)]
pub struct GetTagMembers {
    /// The tag.
    pub tagid: u64,
}

/// Who has a tag.
#[endpoint(part, reply_to(GetTagMembers))]
pub struct TagMembers {
    /// The name of the tag.
    pub tagname: Option<String>,
    /// The members.
    #[serde(default)]
    pub userlist: Vec<TagMember>,
    /// The departments.
    #[serde(default)]
    pub partylist: Vec<u64>,
}

/// A member who has a tag.
#[endpoint(part)]
pub struct TagMember {
    /// The member.
    pub userid: UserId,
    /// The name.
    pub name: Option<String>,
}

/// Gives a tag to up to 1,000 members and 100 departments.
#[endpoint(POST "/cgi-bin/tag/addtagusers", title = "增加标签成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90214",
    scope(work), retry = safe, reply = TagChange, call = "wx.tags().add(tagid, userlist)")]
pub struct AddTagMembers {
    /// The tag.
    pub tagid: u64,
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userlist: Vec<UserId>,
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partylist: Vec<u64>,
}

/// To whom a change of a tag did not apply, because they are not there or the app does not see
/// them.
#[endpoint(part, reply_to(AddTagMembers, RemoveTagMembers))]
pub struct TagChange {
    /// The members, with `|` between them on the wire.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub invalidlist: Vec<UserId>,
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidparty: Vec<u64>,
}

/// Takes a tag from up to 1,000 members and 100 departments.
#[endpoint(POST "/cgi-bin/tag/deltagusers", title = "删除标签成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90215",
    scope(work), retry = safe, reply = TagChange, call = "wx.tags().remove(tagid, userlist)")]
pub struct RemoveTagMembers {
    /// The tag.
    pub tagid: u64,
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userlist: Vec<UserId>,
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partylist: Vec<u64>,
}

/// Gives all tags.
#[endpoint(GET "/cgi-bin/tag/list", title = "获取标签列表",
    doc = "https://developer.work.weixin.qq.com/document/path/90216",
    scope(work), reply = TagList, call = tags.list)]
pub struct GetTags;

/// All tags of a corporation.
#[endpoint(part, reply_to(GetTags))]
pub struct TagList {
    /// The tags.
    pub taglist: Vec<Tag>,
}

/// A tag.
#[endpoint(part)]
pub struct Tag {
    /// Its number.
    pub tagid: u64,
    /// Its name.
    pub tagname: String,
}

/// The members of a tag have changed. Event `change_contact`, ChangeType `update_tag`.
#[inbound(event = "change_contact", notice = "change_contact", change = "update_tag", scope(work))]
pub struct TagUpdated {
    /// When.
    pub header: Header,
    /// The suite, if it is the one that is told.
    pub suite_id: Option<AppId>,
    /// The corporation, if a suite is told.
    pub auth_corp_id: Option<AppId>,
    /// The tag.
    pub tag_id: u64,
    /// Members who have it now, with commas between.
    pub add_user_items: Option<String>,
    /// Members who no longer have it, with commas between.
    pub del_user_items: Option<String>,
    /// Departments that have it now, with commas between.
    pub add_party_items: Option<String>,
    /// Departments that no longer have it, with commas between.
    pub del_party_items: Option<String>,
}

impl<'c, C: Caller + ?Sized> TagsHandle<'c, C> {
    /// Gives a tag to members; see [`AddTagMembers`].
    pub fn add(&self, tagid: u64, userlist: impl Into<Vec<UserId>>) -> Call<'c, C, AddTagMembers> {
        Call::new(self.caller, AddTagMembers::new(tagid).userlist(userlist))
    }

    /// Takes a tag from members; see [`RemoveTagMembers`].
    pub fn remove(
        &self,
        tagid: u64,
        userlist: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, RemoveTagMembers> {
        Call::new(self.caller, RemoveTagMembers::new(tagid).userlist(userlist))
    }
}
