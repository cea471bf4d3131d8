//! Tags of followers (用户标签管理). `/cgi-bin/tags/*`

use weixin_api::{Call, Caller, Paged, endpoint, group};
use weixin_protocol::OpenId;

use crate::user::FollowerIds;

group! {
    /// Tags of followers (用户标签管理).
    tags: [CreateTag, GetTags, UpdateTag, DeleteTag, GetTagFollowers, AddTag, RemoveTag, GetTagsOfUser]
}

/// Makes a tag.
///
/// An account has up to 100 (45056); a name is no longer than 30 characters (45158) and there only
/// once (45157).
#[endpoint(POST "/cgi-bin/tags/create", title = "创建标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), no_errcode, reply = CreatedTag, call = "wx.tags().create(name)")]
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
#[endpoint(part, reply_to(CreateTag))]
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

/// Gives all tags.
#[endpoint(GET "/cgi-bin/tags/get", title = "获取公众号已创建的标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), no_errcode, reply = TagList, call = tags.list)]
pub struct GetTags {}

/// All tags of an account.
#[endpoint(part, reply_to(GetTags))]
pub struct TagList {
    /// The tags.
    pub tags: Vec<Tag>,
}

/// Gives a tag another name.
#[endpoint(POST "/cgi-bin/tags/update", title = "编辑标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, call = "wx.tags().rename(id, name)")]
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

/// Deletes a tag; its followers stay.
///
/// A tag of more than 100,000 followers must be emptied first (45057), and the platform's own stay
/// (45058).
#[endpoint(POST "/cgi-bin/tags/delete", title = "删除标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, call = "wx.tags().delete(id)")]
pub struct DeleteTag {
    /// The tag.
    pub tag: TagRef,
}

/// A tag, by its number.
#[endpoint(part)]
pub struct TagRef {
    /// The number.
    pub id: u64,
}

/// Gives the followers who have a tag, 10,000 at a time.
///
/// `wx.tags().followers(id).pages()` walks through all of them.
#[endpoint(POST "/cgi-bin/user/tag/get", title = "获取标签下粉丝列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, no_errcode, reply = TagFollowers, call = tags.followers)]
pub struct GetTagFollowers {
    /// The tag.
    pub tagid: u64,
    /// The follower after whom to begin; from the start if `None`.
    pub next_openid: Option<OpenId>,
}

/// One page of the followers who have a tag.
#[endpoint(part, reply_to(GetTagFollowers))]
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
    fn split_page(self, page: TagFollowers) -> (Vec<OpenId>, Option<Self>) {
        let followers = page.data.map(|data| data.openid).unwrap_or_default();
        // The last page may still name its last follower.
        let next = page.next_openid.filter(|next| !followers.is_empty() && !next.is_empty());
        let next = next.map(|next| Self::new(self.tagid).next_openid(next));
        (followers, next)
    }
}

/// Gives a tag to up to 50 followers.
///
/// A follower has up to 20 tags (45059).
#[endpoint(POST "/cgi-bin/tags/members/batchtagging", title = "批量为用户打标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, call = "wx.tags().add(id, followers)")]
pub struct AddTag {
    /// The followers.
    pub openid_list: Vec<OpenId>,
    /// The tag.
    pub tagid: u64,
}

/// Takes a tag from up to 50 followers.
#[endpoint(POST "/cgi-bin/tags/members/batchuntagging", title = "批量为用户取消标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, call = "wx.tags().remove(id, followers)")]
pub struct RemoveTag {
    /// The followers.
    pub openid_list: Vec<OpenId>,
    /// The tag.
    pub tagid: u64,
}

/// Gives the tags of a follower.
#[endpoint(POST "/cgi-bin/tags/getidlist", title = "获取用户身上的标签列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, no_errcode, reply = TagIds, call = tags.of)]
pub struct GetTagsOfUser {
    /// The follower.
    pub openid: OpenId,
}

/// The tags of a follower.
#[endpoint(part, reply_to(GetTagsOfUser))]
pub struct TagIds {
    /// Their numbers.
    pub tagid_list: Vec<u64>,
}
impl<'c, C: Caller + ?Sized> TagsHandle<'c, C> {
    /// Makes a tag; see [`CreateTag`].
    pub fn create(&self, name: impl Into<String>) -> Call<'c, C, CreateTag> {
        Call::new(self.caller, CreateTag::new(TagName::new(name)))
    }

    /// Gives a tag another name; see [`UpdateTag`].
    pub fn rename(&self, id: u64, name: impl Into<String>) -> Call<'c, C, UpdateTag> {
        Call::new(self.caller, UpdateTag::new(RenamedTag::new(id, name)))
    }

    /// Deletes a tag; see [`DeleteTag`].
    pub fn delete(&self, id: u64) -> Call<'c, C, DeleteTag> {
        Call::new(self.caller, DeleteTag::new(TagRef::new(id)))
    }

    /// Gives a tag to followers; see [`AddTag`].
    pub fn add(&self, id: u64, followers: impl Into<Vec<OpenId>>) -> Call<'c, C, AddTag> {
        Call::new(self.caller, AddTag::new(followers, id))
    }

    /// Takes a tag from followers; see [`RemoveTag`].
    pub fn remove(&self, id: u64, followers: impl Into<Vec<OpenId>>) -> Call<'c, C, RemoveTag> {
        Call::new(self.caller, RemoveTag::new(followers, id))
    }
}
