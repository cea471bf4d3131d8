//! Groups of followers (用户分组管理): each follower is in one. `/cgi-bin/groups/*`
//!
//! Tags (`tag`, of which a follower may have several) took their place; the documentation
//! does not describe groups any more.

use weixin_api::{Call, Caller, endpoint, group};
use weixin_protocol::OpenId;

group! {
    /// Groups of followers (用户分组管理), older than tags.
    follower_groups: [CreateFollowerGroup, GetFollowerGroups, GetGroupOfFollower, UpdateFollowerGroup, MoveFollower, MoveFollowers, DeleteFollowerGroup]
}

/// Makes a group.
#[endpoint(POST "/cgi-bin/groups/create", title = "创建分组",
    scope(official), no_errcode, reply = CreatedFollowerGroup, call = "wx.follower_groups().create(name)")]
pub struct CreateFollowerGroup {
    /// The group.
    pub group: FollowerGroupName,
}

/// What a group is to be called.
#[endpoint(part)]
pub struct FollowerGroupName {
    /// The name: up to 30 characters.
    pub name: String,
}

/// A group that was made.
#[endpoint(part, reply_to(CreateFollowerGroup))]
pub struct CreatedFollowerGroup {
    /// The group.
    pub group: FollowerGroup,
}

/// A group of followers.
#[endpoint(part)]
pub struct FollowerGroup {
    /// Its number. 0, 1 and 2 are the platform's own: no group, the blacklist, favourites.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// How many followers are in it.
    pub count: Option<u64>,
}

/// Gives all groups.
#[endpoint(GET "/cgi-bin/groups/get", title = "查询所有分组",
    scope(official), no_errcode, reply = FollowerGroupList, call = follower_groups.list)]
pub struct GetFollowerGroups {}

/// All groups of an account.
#[endpoint(part, reply_to(GetFollowerGroups))]
pub struct FollowerGroupList {
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<FollowerGroup>,
}

/// Says in which group a follower is.
#[endpoint(POST "/cgi-bin/groups/getid", title = "查询用户所在分组",
    scope(official), retry = safe, no_errcode, reply = GroupOfFollower, call = follower_groups.of)]
pub struct GetGroupOfFollower {
    /// The follower.
    pub openid: OpenId,
}

/// In which group a follower is.
#[endpoint(part, reply_to(GetGroupOfFollower))]
pub struct GroupOfFollower {
    /// The group.
    pub groupid: u64,
}

/// Gives a group another name.
#[endpoint(POST "/cgi-bin/groups/update", title = "修改分组名",
    scope(official), retry = safe, call = "wx.follower_groups().rename(id, name)")]
pub struct UpdateFollowerGroup {
    /// The group, with its new name.
    pub group: RenamedFollowerGroup,
}

/// A group and the name it is to have.
#[endpoint(part)]
pub struct RenamedFollowerGroup {
    /// The group.
    pub id: u64,
    /// The name: up to 30 characters.
    pub name: String,
}

/// Puts a follower into a group, out of the one they are in.
#[endpoint(POST "/cgi-bin/groups/members/update", title = "移动用户分组",
    scope(official), retry = safe, call = follower_groups.move_one)]
pub struct MoveFollower {
    /// The follower.
    pub openid: OpenId,
    /// The group.
    pub to_groupid: u64,
}

/// Puts up to 50 followers into a group, out of those they are in.
#[endpoint(POST "/cgi-bin/groups/members/batchupdate", title = "批量移动用户分组",
    scope(official), retry = safe, call = follower_groups.move_many)]
pub struct MoveFollowers {
    /// The followers.
    pub openid_list: Vec<OpenId>,
    /// The group.
    pub to_groupid: u64,
}

/// Deletes a group; its followers are in none then.
#[endpoint(POST "/cgi-bin/groups/delete", title = "删除分组",
    scope(official), retry = safe, call = "wx.follower_groups().delete(id)")]
pub struct DeleteFollowerGroup {
    /// The group.
    pub group: FollowerGroupId,
}

/// A group, by its number.
#[endpoint(part)]
pub struct FollowerGroupId {
    /// The number.
    pub id: u64,
}

impl<'c, C: Caller + ?Sized> FollowerGroupsHandle<'c, C> {
    /// Makes a group; see [`CreateFollowerGroup`].
    pub fn create(&self, name: impl Into<String>) -> Call<'c, C, CreateFollowerGroup> {
        Call::new(self.caller, CreateFollowerGroup::new(FollowerGroupName::new(name)))
    }

    /// Gives a group another name; see [`UpdateFollowerGroup`].
    pub fn rename(&self, id: u64, name: impl Into<String>) -> Call<'c, C, UpdateFollowerGroup> {
        Call::new(self.caller, UpdateFollowerGroup::new(RenamedFollowerGroup::new(id, name)))
    }

    /// Deletes a group; see [`DeleteFollowerGroup`].
    pub fn delete(&self, id: u64) -> Call<'c, C, DeleteFollowerGroup> {
        Call::new(self.caller, DeleteFollowerGroup::new(FollowerGroupId::new(id)))
    }
}
