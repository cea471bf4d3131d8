//! Tags of members and departments (标签管理). `/cgi-bin/tag/*`

use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::{AppId, Header, UserId, inbound, messages};

endpoints![
    CreateTag,
    UpdateTag,
    DeleteTag,
    GetTagMembers,
    AddTagMembers,
    RemoveTagMembers,
    GetTags
];

messages![TagUpdated];

/// Makes a tag, which only the app that made it can change. There are up to 3,000.
/// `POST /cgi-bin/tag/create`
#[endpoint(POST "/cgi-bin/tag/create", title = "创建标签",
    doc = "https://developer.work.weixin.qq.com/document/path/90210",
    scope(work), reply = CreatedTag)]
pub struct CreateTag {
    /// The name: up to 32 characters, and there once.
    pub tagname: String,
    /// The number it is to have; chosen by the platform if left out.
    pub tagid: Option<u64>,
}

/// A tag that was made.
#[endpoint(part)]
pub struct CreatedTag {
    /// Its number.
    pub tagid: u64,
}

/// Gives a tag another name. `POST /cgi-bin/tag/update`
#[endpoint(POST "/cgi-bin/tag/update", title = "更新标签名字",
    doc = "https://developer.work.weixin.qq.com/document/path/90211",
    scope(work), retry = safe)]
pub struct UpdateTag {
    /// The tag.
    pub tagid: u64,
    /// The name: up to 32 characters.
    pub tagname: String,
}

/// Deletes a tag. `GET /cgi-bin/tag/delete`
#[endpoint(GET "/cgi-bin/tag/delete", title = "删除标签",
    doc = "https://developer.work.weixin.qq.com/document/path/90212",
    scope(work))]
pub struct DeleteTag {
    /// The tag.
    pub tagid: u64,
}

/// Gives the members and departments that have a tag, as far as the app sees them.
/// `GET /cgi-bin/tag/get`
#[endpoint(GET "/cgi-bin/tag/get", title = "获取标签成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90213",
    scope(work), reply = TagMembers)]
pub struct GetTagMembers {
    /// The tag.
    pub tagid: u64,
}

/// Who has a tag.
#[endpoint(part)]
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

/// Gives a tag to up to 1,000 members and 100 departments. `POST /cgi-bin/tag/addtagusers`
#[endpoint(POST "/cgi-bin/tag/addtagusers", title = "增加标签成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90214",
    scope(work), retry = safe, reply = TagChange)]
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
#[endpoint(part)]
pub struct TagChange {
    /// The members, with `|` between them on the wire.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub invalidlist: Vec<UserId>,
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidparty: Vec<u64>,
}

/// Takes a tag from up to 1,000 members and 100 departments. `POST /cgi-bin/tag/deltagusers`
#[endpoint(POST "/cgi-bin/tag/deltagusers", title = "删除标签成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90215",
    scope(work), retry = safe, reply = TagChange)]
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

/// Gives all tags. `GET /cgi-bin/tag/list`
#[endpoint(GET "/cgi-bin/tag/list", title = "获取标签列表",
    doc = "https://developer.work.weixin.qq.com/document/path/90216",
    scope(work), reply = TagList)]
pub struct GetTags;

/// All tags of a corporation.
#[endpoint(part)]
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

/// The group as a client has it: `wx.tags()`.
#[derive(Debug)]
pub struct Tags<'c, C: ?Sized>(&'c C);

/// Gives a client `tags()`.
pub trait TagsApi: Caller {
    /// Tags of members and departments (标签管理).
    fn tags(&self) -> Tags<'_, Self> {
        Tags(self)
    }
}

impl<C: Caller + ?Sized> TagsApi for C where CreateTag: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Tags<'c, C> {
    /// Makes a tag; see [`CreateTag`].
    pub fn create(&self, tagname: impl Into<String>) -> Call<'c, C, CreateTag> {
        Call::new(self.0, CreateTag::new(tagname))
    }

    /// Gives a tag another name; see [`UpdateTag`].
    pub fn rename(&self, tagid: u64, tagname: impl Into<String>) -> Call<'c, C, UpdateTag> {
        Call::new(self.0, UpdateTag::new(tagid, tagname))
    }

    /// Deletes a tag; see [`DeleteTag`].
    pub fn delete(&self, tagid: u64) -> Call<'c, C, DeleteTag> {
        Call::new(self.0, DeleteTag::new(tagid))
    }

    /// Who has a tag; see [`GetTagMembers`].
    pub fn members(&self, tagid: u64) -> Call<'c, C, GetTagMembers> {
        Call::new(self.0, GetTagMembers::new(tagid))
    }

    /// Gives a tag to members; see [`AddTagMembers`].
    pub fn add(&self, tagid: u64, userlist: impl Into<Vec<UserId>>) -> Call<'c, C, AddTagMembers> {
        Call::new(self.0, AddTagMembers::new(tagid).userlist(userlist))
    }

    /// Takes a tag from members; see [`RemoveTagMembers`].
    pub fn remove(
        &self,
        tagid: u64,
        userlist: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, RemoveTagMembers> {
        Call::new(self.0, RemoveTagMembers::new(tagid).userlist(userlist))
    }

    /// All tags; see [`GetTags`].
    pub fn list(&self) -> Call<'c, C, GetTags> {
        Call::new(self.0, GetTags::new())
    }
}
