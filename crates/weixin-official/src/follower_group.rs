//! Groups of followers (用户分组管理): each follower is in one. `/cgi-bin/groups/*`
//!
//! Tags (`tag`, of which a follower may have several) took their place; the documentation
//! does not describe groups any more.

use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::OpenId;

endpoints![
    CreateFollowerGroup,
    GetFollowerGroups,
    GetGroupOfFollower,
    UpdateFollowerGroup,
    MoveFollower,
    MoveFollowers,
    DeleteFollowerGroup
];

/// Makes a group. `POST /cgi-bin/groups/create`
#[endpoint(POST "/cgi-bin/groups/create", title = "创建分组",
    scope(official), bare, reply = CreatedFollowerGroup)]
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
#[endpoint(part)]
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

/// Gives all groups. `GET /cgi-bin/groups/get`
#[endpoint(GET "/cgi-bin/groups/get", title = "查询所有分组",
    scope(official), bare, reply = FollowerGroupList)]
pub struct GetFollowerGroups {}

/// All groups of an account.
#[endpoint(part)]
pub struct FollowerGroupList {
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<FollowerGroup>,
}

/// Says in which group a follower is. `POST /cgi-bin/groups/getid`
#[endpoint(POST "/cgi-bin/groups/getid", title = "查询用户所在分组",
    scope(official), retry = safe, bare, reply = GroupOfFollower)]
pub struct GetGroupOfFollower {
    /// The follower.
    pub openid: OpenId,
}

/// In which group a follower is.
#[endpoint(part)]
pub struct GroupOfFollower {
    /// The group.
    pub groupid: u64,
}

/// Gives a group another name. `POST /cgi-bin/groups/update`
#[endpoint(POST "/cgi-bin/groups/update", title = "修改分组名",
    scope(official), retry = safe)]
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

/// Puts a follower into a group, out of the one they are in. `POST /cgi-bin/groups/members/update`
#[endpoint(POST "/cgi-bin/groups/members/update", title = "移动用户分组",
    scope(official), retry = safe)]
pub struct MoveFollower {
    /// The follower.
    pub openid: OpenId,
    /// The group.
    pub to_groupid: u64,
}

/// Puts up to 50 followers into a group, out of those they are in.
/// `POST /cgi-bin/groups/members/batchupdate`
#[endpoint(POST "/cgi-bin/groups/members/batchupdate", title = "批量移动用户分组",
    scope(official), retry = safe)]
pub struct MoveFollowers {
    /// The followers.
    pub openid_list: Vec<OpenId>,
    /// The group.
    pub to_groupid: u64,
}

/// Deletes a group; its followers are in none then. `POST /cgi-bin/groups/delete`
#[endpoint(POST "/cgi-bin/groups/delete", title = "删除分组",
    scope(official), retry = safe)]
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

/// The group as a client has it: `wx.follower_groups()`.
#[derive(Debug)]
pub struct FollowerGroups<'c, C: ?Sized>(&'c C);

/// Gives a client `follower_groups()`.
pub trait FollowerGroupsApi: Caller {
    /// Groups of followers (用户分组管理), older than tags.
    fn follower_groups(&self) -> FollowerGroups<'_, Self> {
        FollowerGroups(self)
    }
}

impl<C: Caller + ?Sized> FollowerGroupsApi for C where CreateFollowerGroup: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> FollowerGroups<'c, C> {
    /// Makes a group; see [`CreateFollowerGroup`].
    pub fn create(&self, name: impl Into<String>) -> Call<'c, C, CreateFollowerGroup> {
        Call::new(self.0, CreateFollowerGroup::new(FollowerGroupName::new(name)))
    }

    /// All groups; see [`GetFollowerGroups`].
    pub fn list(&self) -> Call<'c, C, GetFollowerGroups> {
        Call::new(self.0, GetFollowerGroups::new())
    }

    /// Says in which group a follower is; see [`GetGroupOfFollower`].
    pub fn of(&self, openid: impl Into<OpenId>) -> Call<'c, C, GetGroupOfFollower> {
        Call::new(self.0, GetGroupOfFollower::new(openid))
    }

    /// Puts a follower into a group; see [`MoveFollower`].
    pub fn move_one(
        &self,
        openid: impl Into<OpenId>,
        to_groupid: u64,
    ) -> Call<'c, C, MoveFollower> {
        Call::new(self.0, MoveFollower::new(openid, to_groupid))
    }

    /// Puts followers into a group; see [`MoveFollowers`].
    pub fn move_many(
        &self,
        openid_list: impl Into<Vec<OpenId>>,
        to_groupid: u64,
    ) -> Call<'c, C, MoveFollowers> {
        Call::new(self.0, MoveFollowers::new(openid_list, to_groupid))
    }

    /// Gives a group another name; see [`UpdateFollowerGroup`].
    pub fn rename(&self, id: u64, name: impl Into<String>) -> Call<'c, C, UpdateFollowerGroup> {
        Call::new(self.0, UpdateFollowerGroup::new(RenamedFollowerGroup::new(id, name)))
    }

    /// Deletes a group; see [`DeleteFollowerGroup`].
    pub fn delete(&self, id: u64) -> Call<'c, C, DeleteFollowerGroup> {
        Call::new(self.0, DeleteFollowerGroup::new(FollowerGroupId::new(id)))
    }
}
