//! Tags of followers (用户标签管理). `/cgi-bin/tags/*`

use weixin_api::{Call, Caller, Paged, endpoint, group};
use weixin_protocol::OpenId;

use crate::user::FollowerIds;

use crate::ids::TagId;

group! {
    /// Tags of followers (用户标签管理).
    tags: [
        CreateTag, GetTags, UpdateTag, DeleteTag, GetTagFollowers, AddTag, RemoveTag, GetTagsOfUser,
    ]
}

/// Creates a tag.
///
/// Fails with 45056 when the account has 100 tags, with 45157 when the name exists, with 45158 when
/// it has more than 30 characters.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let tag = wx.tags().create("VIP").await?.tag;
/// println!("{} has the id {}", tag.name, tag.id);
/// wx.tags().add(tag.id, ["oP5Ge5_h5PZ8aSxjfv7yxjYZ2Lwc".into()]).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/tags/create", title = "创建标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), no_errcode, reply = CreatedTag, call = "wx.tags().create(name)")]
pub struct CreateTag {
    /// The tag to create.
    pub tag: TagName,
}

/// The name of a tag to be created.
#[endpoint(part)]
pub struct TagName {
    /// The name, up to 30 characters.
    pub name: String,
}

/// The reply with a created tag.
#[endpoint(part, reply_to(CreateTag))]
pub struct CreatedTag {
    /// The tag.
    pub tag: Tag,
}

/// A tag of followers (标签).
#[endpoint(part)]
pub struct Tag {
    /// The id of the tag. 0, 1 and 2 are the platform's own.
    pub id: TagId,
    /// The name of the tag.
    pub name: String,
    /// How many followers have it. Missing in the reply to a creation.
    pub count: Option<u64>,
}

/// Returns all tags of the account.
#[endpoint(GET "/cgi-bin/tags/get", title = "获取公众号已创建的标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), no_errcode, reply = TagList, call = tags.list)]
pub struct GetTags {}

/// The tags of an account.
#[endpoint(part, reply_to(GetTags))]
pub struct TagList {
    /// The tags, the platform's own included.
    pub tags: Vec<Tag>,
}

/// Renames a tag.
///
/// Fails with 45157 when the name exists, with 45158 when it has more than 30 characters, with
/// 45058 for the platform's own tags.
#[endpoint(POST "/cgi-bin/tags/update", title = "编辑标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, call = "wx.tags().rename(id, name)")]
pub struct UpdateTag {
    /// The tag with its new name.
    pub tag: RenamedTag,
}

/// A tag and its new name.
#[endpoint(part)]
pub struct RenamedTag {
    /// The tag to rename.
    pub id: TagId,
    /// The new name, up to 30 characters.
    pub name: String,
}

/// Deletes a tag. Its followers stay followers.
///
/// Fails with 45057 when more than 100,000 followers have it, with 45058 for the platform's own
/// tags.
#[endpoint(POST "/cgi-bin/tags/delete", title = "删除标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, call = "wx.tags().delete(id)")]
pub struct DeleteTag {
    /// The tag to delete.
    pub tag: TagRef,
}

/// A reference to a tag.
#[endpoint(part)]
pub struct TagRef {
    /// The tag.
    pub id: TagId,
}

/// Returns the followers who have a tag, up to 10,000 per page.
///
/// `wx.tags().followers(id).pages()` walks through all of them.
///
/// Fails with 40003 when `next_openid` is no follower, with 45159 when there is no such tag.
#[endpoint(POST "/cgi-bin/user/tag/get", title = "获取标签下粉丝列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, no_errcode, reply = TagFollowers, call = tags.followers)]
pub struct GetTagFollowers {
    /// The tag whose followers are returned.
    pub tagid: TagId,
    /// The follower after whom the page begins. `None`: the first page.
    pub next_openid: Option<OpenId>,
}

/// A page of the followers who have a tag.
#[endpoint(part, reply_to(GetTagFollowers))]
pub struct TagFollowers {
    /// How many followers are on this page.
    pub count: u64,
    /// The followers of this page; `None` when there are none.
    pub data: Option<FollowerIds>,
    /// The last follower of this page, to pass in the next request; empty at the end of the list.
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

/// Adds a tag to up to 50 followers (批量为用户打标签).
///
/// Fails with 45059 when a follower has 20 tags already, with 45159 when there is no such tag, with
/// 40003 when a user is unknown, with 49003 when an openid is another account's, with 40032 when
/// there are more than 50, with 45169 when another call changes the tags of the same follower at
/// that moment. 45171 means that it failed for some followers: the error's
/// [details](weixin_api::Error::details) are [`FailedFollowers`].
#[endpoint(POST "/cgi-bin/tags/members/batchtagging", title = "批量为用户打标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, call = "wx.tags().add(id, followers)")]
pub struct AddTag {
    /// The followers, 1 to 50.
    pub openid_list: Vec<OpenId>,
    /// The tag to add.
    pub tagid: TagId,
}

/// The followers whose tags a call did not change: the details of an error 45171.
///
/// ```
/// # use weixin_api::Error;
/// # use weixin_official::tag::FailedFollowers;
/// # use weixin_protocol::OpenId;
/// fn failed(error: &Error) -> Vec<OpenId> {
///     let details = error.details::<FailedFollowers>();
///     details.map(|details| details.fail_openid_list).unwrap_or_default()
/// }
/// ```
#[endpoint(part)]
pub struct FailedFollowers {
    /// For whom the call failed.
    pub fail_openid_list: Vec<OpenId>,
}

/// Removes a tag from up to 50 followers.
///
/// Fails with 45159 when there is no such tag, with 40003 when a user is unknown, with 49003 when
/// an openid is another account's, with 40032 when there are more than 50, with 45169 when another
/// call changes the tags of the same follower at that moment. 45171 means that it failed for some
/// followers: the error's [details](weixin_api::Error::details) are [`FailedFollowers`].
#[endpoint(POST "/cgi-bin/tags/members/batchuntagging", title = "批量为用户取消标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, call = "wx.tags().remove(id, followers)")]
pub struct RemoveTag {
    /// The followers, 1 to 50.
    pub openid_list: Vec<OpenId>,
    /// The tag to remove.
    pub tagid: TagId,
}

/// Returns the tags of a follower.
///
/// Fails with 40003 when the user is unknown, with 49003 when the openid is another account's.
#[endpoint(POST "/cgi-bin/tags/getidlist", title = "获取用户身上的标签列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html",
    scope(official), retry = safe, no_errcode, reply = TagIds, call = tags.of)]
pub struct GetTagsOfUser {
    /// The follower to look up.
    pub openid: OpenId,
}

/// The tags of a follower.
#[endpoint(part, reply_to(GetTagsOfUser))]
pub struct TagIds {
    /// The tags; empty if there are none.
    pub tagid_list: Vec<TagId>,
}
impl<'c, C: Caller + ?Sized> TagsHandle<'c, C> {
    /// Creates a tag; see [`CreateTag`].
    pub fn create(&self, name: impl Into<String>) -> Call<'c, C, CreateTag> {
        Call::new(self.caller, CreateTag::new(TagName::new(name)))
    }

    /// Renames a tag; see [`UpdateTag`].
    pub fn rename(&self, id: impl Into<TagId>, name: impl Into<String>) -> Call<'c, C, UpdateTag> {
        Call::new(self.caller, UpdateTag::new(RenamedTag::new(id, name)))
    }

    /// Deletes a tag; see [`DeleteTag`].
    pub fn delete(&self, id: impl Into<TagId>) -> Call<'c, C, DeleteTag> {
        Call::new(self.caller, DeleteTag::new(TagRef::new(id)))
    }

    /// Adds a tag to followers; see [`AddTag`].
    pub fn add(
        &self,
        id: impl Into<TagId>,
        followers: impl Into<Vec<OpenId>>,
    ) -> Call<'c, C, AddTag> {
        Call::new(self.caller, AddTag::new(followers, id))
    }

    /// Removes a tag from followers; see [`RemoveTag`].
    pub fn remove(
        &self,
        id: impl Into<TagId>,
        followers: impl Into<Vec<OpenId>>,
    ) -> Call<'c, C, RemoveTag> {
        Call::new(self.caller, RemoveTag::new(followers, id))
    }
}
