//! Members of a corporation (成员管理). `/cgi-bin/user/*`
//!
//! Most apps read members; only the app that keeps the address book (通讯录同步助手) changes them.

mod event;
mod identity;
mod profile;

use weixin_api::{Paged, endpoint, group};
use weixin_protocol::{MediaId, UserId, messages};

use crate::ids::{DepartmentId, OpenUserId};

pub use event::*;
pub use identity::*;
pub use profile::*;

group! {
    /// Members of the corporation (成员管理).
    users: [
        GetUser, CreateUser, UpdateUser, DeleteUser, DeleteUsers, GetUsersOfDepartment,
        GetUserDetailsOfDepartment, GetUserIds, ConvertToOpenId, ConvertToUserId, GetUserIdByMobile,
        GetUserIdByEmail, ConfirmJoin, ConfirmSecondFactor, GetActiveCount, GetJoinQrCode,
        GetMemberAuths, CheckMemberAuth, GetSelectedTicketUsers,
    ]
}

messages![UserCreated, UserUpdated, UserDeleted];

/// Returns a member, as far as the app may see them.
///
/// Fails with 60111 when no member has the userid, or the app cannot see the member.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let member = wx.users().get("zhangsan").await?;
/// println!("{} is in the departments {:?}", member.userid, member.department);
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/user/get", title = "读取成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90196",
    scope(work), reply = User, call = users.get)]
pub struct GetUser {
    /// The member to return.
    pub userid: UserId,
}

/// Adds a member to the address book.
///
/// Fails with 60102 when the userid exists, with 60104 when the mobile number does, with 60106 when
/// the mail address does, with 60129 when number and address are both missing, with 60112 when the
/// name is empty or longer than 64 characters, with 45024 when the corporation has as many members
/// as it may have.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # use weixin_work::{ids::DepartmentId, user::CreateUser};
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let member = CreateUser::new("zhangsan", "张三")
///     .mobile("13800000000")
///     .department([DepartmentId::new(1)]);
/// wx.users().create(member).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/user/create", title = "创建成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90195",
    scope(work), call = users.create)]
pub struct CreateUser {
    /// Id of the member, unique in the corporation without regard to letter case: 1 to 64 letters,
    /// digits and `_-@.`, beginning with a letter or digit.
    pub userid: UserId,
    /// Name of the member: up to 64 characters.
    pub name: String,
    /// Short name (别名): up to 64 characters.
    pub alias: Option<String>,
    /// Mobile number, unique in the corporation. Either it or the mail address must be given.
    pub mobile: Option<String>,
    /// Landline number (座机): up to 32 digits and `-`, `+`, `,`, `*`, `;`.
    pub telephone: Option<String>,
    /// Private mail address, unique in the corporation. Either it or the mobile number must be
    /// given.
    pub email: Option<String>,
    /// Mail address at the corporation (企业邮箱); made from the userid or name if left out.
    pub biz_mail: Option<String>,
    /// Gender of the member.
    pub gender: Option<Gender>,
    /// Postal address: up to 128 characters.
    pub address: Option<String>,
    /// Job title (职务): up to 128 characters.
    pub position: Option<String>,
    /// Departments of the member: up to 100, the root department if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<DepartmentId>,
    /// Rank of the member in each of the departments; higher comes first. 0 for all if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<u64>,
    /// Whether the member leads each of the departments, in their order: 1 or 0 (部门负责人).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is_leader_in_dept: Vec<u8>,
    /// The department that is shown first (主部门).
    pub main_department: Option<DepartmentId>,
    /// Direct superiors of the member (直属上级): up to 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub direct_leader: Vec<UserId>,
    /// The picture, an uploaded file.
    pub avatar_mediaid: Option<MediaId>,
    /// Whether the member may use WeCom; `true` if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable: Option<bool>,
    /// Whether to invite the member by message or mail; `true` if left out.
    pub to_invite: Option<bool>,
    /// Further attributes that the corporation has defined (扩展属性).
    pub extattr: Option<ExtraFields>,
    /// Job title shown to people outside the corporation: up to 12 characters.
    pub external_position: Option<String>,
    /// The profile shown to people outside the corporation (对外属性).
    pub external_profile: Option<ExternalProfile>,
}

/// Changes a member of the address book. What is left out stays as it is.
///
/// Fails with 60111 when no member has the userid, with 60104 and 60106 when somebody else has the
/// mobile number or the mail address, with 301036 when the userid cannot be changed: only one that
/// the platform made up can, and only once.
#[endpoint(POST "/cgi-bin/user/update", title = "更新成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90197",
    scope(work), retry = safe, call = users.update)]
pub struct UpdateUser {
    /// The member to change.
    pub userid: UserId,
    /// The new id. It can be changed once, and only if the platform chose the current one.
    pub new_userid: Option<UserId>,
    /// Name of the member: up to 64 characters.
    pub name: Option<String>,
    /// Short name (别名): up to 64 characters.
    pub alias: Option<String>,
    /// Mobile number, unique in the corporation. A member who has joined cannot be given another
    /// one.
    pub mobile: Option<String>,
    /// Landline number (座机): up to 32 digits and `-`, `+`, `,`, `*`, `;`.
    pub telephone: Option<String>,
    /// Private mail address, unique in the corporation.
    pub email: Option<String>,
    /// Mail address at the corporation (企业邮箱).
    pub biz_mail: Option<String>,
    /// Further mail addresses at the corporation (企业邮箱别名).
    pub biz_mail_alias: Option<MailAliases>,
    /// Gender of the member.
    pub gender: Option<Gender>,
    /// Postal address: up to 128 characters.
    pub address: Option<String>,
    /// Job title (职务): up to 128 characters.
    pub position: Option<String>,
    /// Departments of the member: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<DepartmentId>,
    /// Rank of the member in each of the departments; higher comes first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<u64>,
    /// Whether the member leads each of the departments, in their order: 1 or 0 (部门负责人).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is_leader_in_dept: Vec<u8>,
    /// The department that is shown first (主部门).
    pub main_department: Option<DepartmentId>,
    /// Direct superiors of the member (直属上级): up to 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub direct_leader: Vec<UserId>,
    /// The picture, an uploaded file.
    pub avatar_mediaid: Option<MediaId>,
    /// Whether the member may use WeCom.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable: Option<bool>,
    /// Whether to invite the member by message or mail; `true` if left out.
    pub to_invite: Option<bool>,
    /// Further attributes that the corporation has defined (扩展属性).
    pub extattr: Option<ExtraFields>,
    /// Job title shown to people outside the corporation: up to 12 characters.
    pub external_position: Option<String>,
    /// The profile shown to people outside the corporation (对外属性).
    pub external_profile: Option<ExternalProfile>,
}

/// Further mail addresses at the corporation (企业邮箱别名).
#[endpoint(part)]
pub struct MailAliases {
    /// The addresses: up to 5. They replace the current ones.
    pub item: Vec<String>,
}

/// Deletes a member from the address book.
///
/// Fails with 60111 when no member has the userid, with 301005 for the corporation's creator.
#[endpoint(GET "/cgi-bin/user/delete", title = "删除成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90198",
    scope(work), call = users.delete)]
pub struct DeleteUser {
    /// The member to delete.
    pub userid: UserId,
}

/// Deletes up to 200 members from the address book.
///
/// Fails with 40031 when a userid does not exist or the app cannot see the member, with 40032 when
/// the list is empty or too long.
#[endpoint(POST "/cgi-bin/user/batchdelete", title = "批量删除成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90199",
    scope(work), retry = safe, call = users.delete_all)]
pub struct DeleteUsers {
    /// The members to delete: up to 200.
    pub useridlist: Vec<UserId>,
}

/// Returns ids and names of the members of a department.
///
/// Fails with 60003 when there is no such department.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// for member in wx.users().of_department(1_u64).await?.userlist {
///     println!("{} {}", member.userid, member.name.unwrap_or_default());
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/user/simplelist", title = "获取部门成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90200",
    scope(work), reply = SimpleUsers, call = users.of_department)]
pub struct GetUsersOfDepartment {
    /// The department to list.
    pub department_id: DepartmentId,
    /// Whether members of the departments below it are included.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub fetch_child: Option<bool>,
    /// Only members in this state; all if left out. The platform no longer documents this field.
    pub status: Option<UserStatus>,
}

/// The ids and names of members.
#[endpoint(part, reply_to(GetUsersOfDepartment))]
pub struct SimpleUsers {
    /// The members of the department.
    pub userlist: Vec<SimpleUser>,
}

/// The id and name of a member.
#[endpoint(part)]
pub struct SimpleUser {
    /// Id of the member.
    pub userid: UserId,
    /// Name of the member; for a suite the userid stands here.
    pub name: Option<String>,
    /// The member, as the provider's apps know them.
    pub open_userid: Option<OpenUserId>,
    /// Departments of the member.
    #[serde(default)]
    pub department: Vec<DepartmentId>,
}

/// Returns the members of a department, as far as the app may see them.
///
/// Fails with 60003 when there is no such department.
#[endpoint(GET "/cgi-bin/user/list", title = "获取部门成员详情",
    doc = "https://developer.work.weixin.qq.com/document/path/90201",
    scope(work), reply = UserList, call = users.details_of_department)]
pub struct GetUserDetailsOfDepartment {
    /// The department to list.
    pub department_id: DepartmentId,
    /// Whether members of the departments below it are included.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub fetch_child: Option<bool>,
    /// Only members in this state; all if left out. The platform no longer documents this field.
    pub status: Option<UserStatus>,
}

/// Members of a department.
#[endpoint(part, reply_to(GetUserDetailsOfDepartment))]
pub struct UserList {
    /// The members, with all that the app may see.
    pub userlist: Vec<User>,
}

/// Returns which members belong to which departments, a page at a time.
///
/// Only the app that keeps the address book in sync (通讯录同步) may call it.
#[endpoint(POST "/cgi-bin/user/list_id", title = "获取成员ID列表",
    doc = "https://developer.work.weixin.qq.com/document/path/96067",
    scope(work), retry = safe, reply = UserIds, call = users.ids)]
pub struct GetUserIds {
    /// Where the page begins: [`UserIds::next_cursor`] of the page before; the first page if left
    /// out.
    pub cursor: Option<String>,
    /// How many at most: up to 10,000.
    pub limit: Option<u32>,
}

/// A page of members and their departments.
#[endpoint(part, reply_to(GetUserIds))]
pub struct UserIds {
    /// Where the next page begins; empty on the last one.
    pub next_cursor: Option<String>,
    /// One entry for each member and department.
    pub dept_user: Vec<DepartmentUser>,
}

/// A member in a department.
#[endpoint(part)]
pub struct DepartmentUser {
    /// Id of the member.
    pub userid: UserId,
    /// A department they belong to.
    pub department: DepartmentId,
}

impl Paged for GetUserIds {
    type Item = DepartmentUser;
    fn split_page(self, page: UserIds) -> (Vec<DepartmentUser>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.dept_user, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}
