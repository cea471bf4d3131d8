//! Tags of followers (用户标签管理). `/cgi-bin/tags/*`

use weixin_api::{Call, Caller, On, Paged, endpoint, endpoints};
use weixin_protocol::OpenId;

use crate::user::FollowerIds;

endpoints![
    CreateTag,
    GetTags,
    UpdateTag,
    DeleteTag,
    GetTagFollowers,
    AddTag,
    RemoveTag,
    GetTagsOfUser
];

/// Makes a tag. `POST /cgi-bin/tags/create`
///
/// An account has up to 100 (45056); a name is no longer than 30 characters (45158) and there only
/// once (45157).
#[endpoint(POST "/cgi-bin/tags/create", title = "创建标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), bare, reply = CreatedTag)]
pub struct CreateTag {
    /// The tag.
    pub tag: TagName,
}

/// What a tag is to be called.
#[endpoint(part)]
pub struct TagName {
    /// The name: up to 30 characters.
    pub name: String,
}

/// A tag that was made.
#[endpoint(part)]
pub struct CreatedTag {
    /// The tag.
    pub tag: Tag,
}

/// A tag.
#[endpoint(part)]
pub struct Tag {
    /// Its number. 0, 1 and 2 are the platform's own.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// How many followers have it.
    pub count: Option<u64>,
}

/// Gives all tags. `GET /cgi-bin/tags/get`
#[endpoint(GET "/cgi-bin/tags/get", title = "获取公众号已创建的标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), bare, reply = TagList)]
pub struct GetTags {}

/// All tags of an account.
#[endpoint(part)]
pub struct TagList {
    /// The tags.
    pub tags: Vec<Tag>,
}

/// Gives a tag another name. `POST /cgi-bin/tags/update`
#[endpoint(POST "/cgi-bin/tags/update", title = "编辑标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe)]
pub struct UpdateTag {
    /// The tag, with its new name.
    pub tag: RenamedTag,
}

/// A tag and the name it is to have.
#[endpoint(part)]
pub struct RenamedTag {
    /// The tag.
    pub id: u64,
    /// The name: up to 30 characters.
    pub name: String,
}

/// Deletes a tag; its followers stay. `POST /cgi-bin/tags/delete`
///
/// A tag of more than 100,000 followers must be emptied first (45057), and the platform's own stay
/// (45058).
#[endpoint(POST "/cgi-bin/tags/delete", title = "删除标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe)]
pub struct DeleteTag {
    /// The tag.
    pub tag: TagId,
}

/// A tag, by its number.
#[endpoint(part)]
pub struct TagId {
    /// The number.
    pub id: u64,
}

/// Gives the followers who have a tag, 10,000 at a time. `POST /cgi-bin/user/tag/get`
///
/// `wx.tags().followers(id).pages()` walks through all of them.
#[endpoint(POST "/cgi-bin/user/tag/get", title = "获取标签下粉丝列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, bare, reply = TagFollowers)]
pub struct GetTagFollowers {
    /// The tag.
    pub tagid: u64,
    /// The follower after whom to begin; from the start if `None`.
    pub next_openid: Option<OpenId>,
}

/// One page of the followers who have a tag.
#[endpoint(part)]
pub struct TagFollowers {
    /// How many are on this page.
    pub count: u64,
    /// The page; `None` when it is empty.
    pub data: Option<FollowerIds>,
    /// The last one of this page; empty at the end of the list.
    pub next_openid: Option<OpenId>,
}

impl Paged for GetTagFollowers {
    type Item = OpenId;
    fn turn(self, page: TagFollowers) -> (Vec<OpenId>, Option<Self>) {
        let followers = page.data.map(|data| data.openid).unwrap_or_default();
        // The last page may still name its last follower.
        let next = page.next_openid.filter(|next| !followers.is_empty() && !next.is_empty());
        let next = next.map(|next| Self::new(self.tagid).next_openid(next));
        (followers, next)
    }
}

/// Gives a tag to up to 50 followers. `POST /cgi-bin/tags/members/batchtagging`
///
/// A follower has up to 20 tags (45059).
#[endpoint(POST "/cgi-bin/tags/members/batchtagging", title = "批量为用户打标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe)]
pub struct AddTag {
    /// The followers.
    pub openid_list: Vec<OpenId>,
    /// The tag.
    pub tagid: u64,
}

/// Takes a tag from up to 50 followers. `POST /cgi-bin/tags/members/batchuntagging`
#[endpoint(POST "/cgi-bin/tags/members/batchuntagging", title = "批量为用户取消标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe)]
pub struct RemoveTag {
    /// The followers.
    pub openid_list: Vec<OpenId>,
    /// The tag.
    pub tagid: u64,
}

/// Gives the tags of a follower. `POST /cgi-bin/tags/getidlist`
#[endpoint(POST "/cgi-bin/tags/getidlist", title = "获取用户身上的标签列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, bare, reply = TagIds)]
pub struct GetTagsOfUser {
    /// The follower.
    pub openid: OpenId,
}

/// The tags of a follower.
#[endpoint(part)]
pub struct TagIds {
    /// Their numbers.
    pub tagid_list: Vec<u64>,
}
/// The group as a client has it: `wx.tags()`.
#[derive(Debug)]
pub struct Tags<'c, C: ?Sized>(&'c C);

/// Gives a client `tags()`.
pub trait TagsApi: Caller {
    /// Tags of followers (用户标签管理).
    fn tags(&self) -> Tags<'_, Self> {
        Tags(self)
    }
}

impl<C: Caller + ?Sized> TagsApi for C where CreateTag: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Tags<'c, C> {
    /// Makes a tag; see [`CreateTag`].
    pub fn create(&self, name: impl Into<String>) -> Call<'c, C, CreateTag> {
        Call::new(self.0, CreateTag::new(TagName::new(name)))
    }

    /// All tags; see [`GetTags`].
    pub fn list(&self) -> Call<'c, C, GetTags> {
        Call::new(self.0, GetTags::new())
    }

    /// Gives a tag another name; see [`UpdateTag`].
    pub fn rename(&self, id: u64, name: impl Into<String>) -> Call<'c, C, UpdateTag> {
        Call::new(self.0, UpdateTag::new(RenamedTag::new(id, name)))
    }

    /// Deletes a tag; see [`DeleteTag`].
    pub fn delete(&self, id: u64) -> Call<'c, C, DeleteTag> {
        Call::new(self.0, DeleteTag::new(TagId::new(id)))
    }

    /// The followers who have a tag, a page when awaited; see [`GetTagFollowers`].
    pub fn followers(&self, id: u64) -> Call<'c, C, GetTagFollowers> {
        Call::new(self.0, GetTagFollowers::new(id))
    }

    /// Gives a tag to followers; see [`AddTag`].
    pub fn add(&self, id: u64, followers: impl Into<Vec<OpenId>>) -> Call<'c, C, AddTag> {
        Call::new(self.0, AddTag::new(followers, id))
    }

    /// Takes a tag from followers; see [`RemoveTag`].
    pub fn remove(&self, id: u64, followers: impl Into<Vec<OpenId>>) -> Call<'c, C, RemoveTag> {
        Call::new(self.0, RemoveTag::new(followers, id))
    }

    /// The tags of a follower; see [`GetTagsOfUser`].
    pub fn of(&self, openid: impl Into<OpenId>) -> Call<'c, C, GetTagsOfUser> {
        Call::new(self.0, GetTagsOfUser::new(openid))
    }
}
