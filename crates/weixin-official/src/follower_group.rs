//! Groups of followers (用户分组管理). `/cgi-bin/groups/*`
//!
//! A follower is in one group only. Tags, of which a follower can have several, have replaced
//! groups, and the platform no longer documents them.

use weixin_api::{Call, Caller, endpoint, group};
use weixin_protocol::OpenId;

use crate::ids::FollowerGroupId;

group! {
    /// Groups of followers (用户分组管理), the predecessor of tags.
    follower_groups: [
        CreateFollowerGroup, GetFollowerGroups, GetGroupOfFollower, UpdateFollowerGroup,
        MoveFollower, MoveFollowers, DeleteFollowerGroup,
    ]
}

/// Creates a group of followers. An account has up to 100.
///
/// Fails with 45017 when the name is too long, with 45018 when there are 100 groups.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let group = wx.follower_groups().create("Regulars").await?.group;
/// wx.follower_groups().move_one(("oP5Ge5_h5PZ8aSxjfv7yxjYZ2Lwc", group.id)).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/groups/create", title = "创建分组",
    scope(official), no_errcode, reply = CreatedFollowerGroup, call = "wx.follower_groups().create(name)")]
pub struct CreateFollowerGroup {
    /// The group to create.
    pub group: FollowerGroupName,
}

/// The name of a group to be created.
#[endpoint(part)]
pub struct FollowerGroupName {
    /// The name, up to 30 characters.
    pub name: String,
}

/// The reply with a created group.
#[endpoint(part, reply_to(CreateFollowerGroup))]
pub struct CreatedFollowerGroup {
    /// The group.
    pub group: FollowerGroup,
}

/// A group of followers.
#[endpoint(part)]
pub struct FollowerGroup {
    /// The id of the group. 0, 1 and 2 are the platform's own.
    pub id: FollowerGroupId,
    /// The name of the group.
    pub name: String,
    /// How many followers are in it. Missing in the reply to a creation.
    pub count: Option<u64>,
}

/// Returns all groups of followers.
#[endpoint(GET "/cgi-bin/groups/get", title = "查询所有分组",
    scope(official), no_errcode, reply = FollowerGroupList, call = follower_groups.list)]
pub struct GetFollowerGroups {}

/// All groups of an account.
#[endpoint(part, reply_to(GetFollowerGroups))]
pub struct FollowerGroupList {
    /// The groups, the platform's own included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<FollowerGroup>,
}

/// Returns the group that a follower is in.
#[endpoint(POST "/cgi-bin/groups/getid", title = "查询用户所在分组",
    scope(official), retry = safe, no_errcode, reply = GroupOfFollower, call = follower_groups.of)]
pub struct GetGroupOfFollower {
    /// The follower to look up.
    pub openid: OpenId,
}

/// The group that a follower is in.
#[endpoint(part, reply_to(GetGroupOfFollower))]
pub struct GroupOfFollower {
    /// The group; 0 if they are in none.
    pub groupid: FollowerGroupId,
}

/// Renames a group of followers.
///
/// Fails with 40050 when there is no such group, with 45016 for the platform's own groups, with
/// 45017 when the name is too long.
#[endpoint(POST "/cgi-bin/groups/update", title = "修改分组名",
    scope(official), retry = safe, call = "wx.follower_groups().rename(id, name)")]
pub struct UpdateFollowerGroup {
    /// The group and its new name.
    pub group: RenamedFollowerGroup,
}

/// A group and its new name.
#[endpoint(part)]
pub struct RenamedFollowerGroup {
    /// The group to rename.
    pub id: FollowerGroupId,
    /// The new name, up to 30 characters.
    pub name: String,
}

/// Moves a follower into a group. A follower is in one group only.
///
/// Fails with 40003 when the user is unknown, with 40050 when there is no such group.
#[endpoint(POST "/cgi-bin/groups/members/update", title = "移动用户分组",
    scope(official), retry = safe, call = follower_groups.move_one)]
pub struct MoveFollower {
    /// The follower to move.
    pub openid: OpenId,
    /// The group to move to.
    pub to_groupid: FollowerGroupId,
}

/// Moves up to 50 followers into a group.
///
/// Fails with 40003 when a user is unknown, with 40032 when there are more than 50, with 40050 when
/// there is no such group.
#[endpoint(POST "/cgi-bin/groups/members/batchupdate", title = "批量移动用户分组",
    scope(official), retry = safe, call = follower_groups.move_many)]
pub struct MoveFollowers {
    /// The followers, 1 to 50.
    pub openid_list: Vec<OpenId>,
    /// The group to move to.
    pub to_groupid: FollowerGroupId,
}

/// Deletes a group of followers; its followers are in none then.
///
/// Fails with 40050 when there is no such group, with 45016 for the platform's own groups.
#[endpoint(POST "/cgi-bin/groups/delete", title = "删除分组",
    scope(official), retry = safe, call = "wx.follower_groups().delete(id)")]
pub struct DeleteFollowerGroup {
    /// The group to delete.
    pub group: FollowerGroupRef,
}

/// A reference to a group.
#[endpoint(part)]
pub struct FollowerGroupRef {
    /// The group.
    pub id: FollowerGroupId,
}

impl<'c, C: Caller + ?Sized> FollowerGroupsHandle<'c, C> {
    /// Creates a group; see [`CreateFollowerGroup`].
    pub fn create(&self, name: impl Into<String>) -> Call<'c, C, CreateFollowerGroup> {
        Call::new(self.caller, CreateFollowerGroup::new(FollowerGroupName::new(name)))
    }

    /// Renames a group; see [`UpdateFollowerGroup`].
    pub fn rename(
        &self,
        id: impl Into<FollowerGroupId>,
        name: impl Into<String>,
    ) -> Call<'c, C, UpdateFollowerGroup> {
        Call::new(self.caller, UpdateFollowerGroup::new(RenamedFollowerGroup::new(id, name)))
    }

    /// Deletes a group; see [`DeleteFollowerGroup`].
    pub fn delete(&self, id: impl Into<FollowerGroupId>) -> Call<'c, C, DeleteFollowerGroup> {
        Call::new(self.caller, DeleteFollowerGroup::new(FollowerGroupRef::new(id)))
    }
}
