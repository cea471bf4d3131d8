//! Members of a corporation (成员管理). `/cgi-bin/user/*`
//!
//! Most apps read members; only the app that keeps the address book (通讯录同步助手) changes them.

mod event;
mod identity;
mod profile;

use weixin_api::{Paged, endpoint, group};
use weixin_protocol::{MediaId, UserId, messages};

pub use event::*;
pub use identity::*;
pub use profile::*;

group! {
    /// Members of the corporation (成员管理).
    users: [GetUser, CreateUser, UpdateUser, DeleteUser, DeleteUsers, GetUsersOfDepartment, GetUserDetailsOfDepartment, GetUserIds, ConvertToOpenId, ConvertToUserId, GetUserIdByMobile, GetUserIdByEmail, ConfirmJoin, ConfirmSecondFactor, GetActiveCount, GetJoinQrCode, GetMemberAuths, CheckMemberAuth, GetSelectedTicketUsers]
}

messages![UserCreated, UserUpdated, UserDeleted];

/// Gives what the app may know of a member.
#[endpoint(GET "/cgi-bin/user/get", title = "读取成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90196",
    scope(work), reply = User, call = users.get)]
pub struct GetUser {
    /// The member.
    pub userid: UserId,
}

/// Makes a member.
#[endpoint(POST "/cgi-bin/user/create", title = "创建成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90195",
    scope(work), call = users.create)]
pub struct CreateUser {
    /// The name of the member in the corporation, there once whatever the letter case: 1 to 64
    /// letters, digits and `_-@.`.
    pub userid: UserId,
    /// The name: up to 64 characters.
    pub name: String,
    /// The short name.
    pub alias: Option<String>,
    /// The phone number, there once. Either this or the mail address is needed.
    pub mobile: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The mail address, there once.
    pub email: Option<String>,
    /// The mail address at the corporation.
    pub biz_mail: Option<String>,
    /// 1 male, 2 female.
    pub gender: Option<u8>,
    /// The address.
    pub address: Option<String>,
    /// What the member does.
    pub position: Option<String>,
    /// The departments: 1 to 100.
    pub department: Vec<u64>,
    /// The member's rank in each of the departments; higher goes first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<u64>,
    /// 1 for each of the departments that the member leads, else 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is_leader_in_dept: Vec<u8>,
    /// The department shown first.
    pub main_department: Option<u64>,
    /// To whom the member reports.
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
    /// Whether to send an invitation; it is sent if left out.
    pub to_invite: Option<bool>,
    /// Further fields of the corporation.
    pub extattr: Option<ExtraFields>,
    /// What outsiders are shown as the position.
    pub external_position: Option<String>,
    /// What outsiders are shown.
    pub external_profile: Option<ExternalProfile>,
}

/// Changes a member. What is left out stays.
#[endpoint(POST "/cgi-bin/user/update", title = "更新成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90197",
    scope(work), retry = safe, call = users.update)]
pub struct UpdateUser {
    /// The member.
    pub userid: UserId,
    /// The name the member is to have; it can be changed once, if the platform chose it.
    pub new_userid: Option<UserId>,
    /// The name: up to 64 characters.
    pub name: Option<String>,
    /// The short name.
    pub alias: Option<String>,
    /// The phone number, there once. Either this or the mail address is needed.
    pub mobile: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The mail address, there once.
    pub email: Option<String>,
    /// The mail address at the corporation.
    pub biz_mail: Option<String>,
    /// Further mail addresses at the corporation.
    pub biz_mail_alias: Option<MailAliases>,
    /// 1 male, 2 female.
    pub gender: Option<u8>,
    /// The address.
    pub address: Option<String>,
    /// What the member does.
    pub position: Option<String>,
    /// The departments: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<u64>,
    /// The member's rank in each of the departments; higher goes first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<u64>,
    /// 1 for each of the departments that the member leads, else 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is_leader_in_dept: Vec<u8>,
    /// The department shown first.
    pub main_department: Option<u64>,
    /// To whom the member reports.
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
    /// Whether to send an invitation; it is sent if left out.
    pub to_invite: Option<bool>,
    /// Further fields of the corporation.
    pub extattr: Option<ExtraFields>,
    /// What outsiders are shown as the position.
    pub external_position: Option<String>,
    /// What outsiders are shown.
    pub external_profile: Option<ExternalProfile>,
}

/// Further mail addresses at the corporation.
#[endpoint(part)]
pub struct MailAliases {
    /// Up to 5 addresses.
    pub item: Vec<String>,
}

/// Deletes a member.
#[endpoint(GET "/cgi-bin/user/delete", title = "删除成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90198",
    scope(work), call = users.delete)]
pub struct DeleteUser {
    /// The member.
    pub userid: UserId,
}

/// Deletes up to 200 members.
#[endpoint(POST "/cgi-bin/user/batchdelete", title = "批量删除成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90199",
    scope(work), retry = safe, call = users.delete_all)]
pub struct DeleteUsers {
    /// The members.
    pub useridlist: Vec<UserId>,
}

/// Gives the members of a department, briefly.
#[endpoint(GET "/cgi-bin/user/simplelist", title = "获取部门成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90200",
    scope(work), reply = SimpleUsers, call = users.of_department)]
pub struct GetUsersOfDepartment {
    /// The department.
    pub department_id: u64,
    /// Whether the departments below it count as well.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub fetch_child: Option<bool>,
    /// Only members in this state: 0 all, 1 active, 2 disabled, 4 not yet active. The platform no
    /// longer documents it.
    pub status: Option<u8>,
}

/// Members, briefly.
#[endpoint(part, reply_to(GetUsersOfDepartment))]
pub struct SimpleUsers {
    /// The members.
    pub userlist: Vec<SimpleUser>,
}

/// A member, briefly.
#[endpoint(part)]
pub struct SimpleUser {
    /// The member.
    pub userid: UserId,
    /// The name.
    pub name: Option<String>,
    /// The member, as providers of apps know one.
    pub open_userid: Option<String>,
    /// The departments.
    #[serde(default)]
    pub department: Vec<u64>,
}

/// Gives the members of a department, with what the app may know of them.
#[endpoint(GET "/cgi-bin/user/list", title = "获取部门成员详情",
    doc = "https://developer.work.weixin.qq.com/document/path/90201",
    scope(work), reply = UserList, call = users.details_of_department)]
pub struct GetUserDetailsOfDepartment {
    /// The department.
    pub department_id: u64,
    /// Whether the departments below it count as well.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub fetch_child: Option<bool>,
    /// Only members in this state: 0 all, 1 active, 2 disabled, 4 not yet active. The platform no
    /// longer documents it.
    pub status: Option<u8>,
}

/// Members.
#[endpoint(part, reply_to(GetUserDetailsOfDepartment))]
pub struct UserList {
    /// The members.
    pub userlist: Vec<User>,
}

/// Gives who is in which department, up to 10,000 at a time.
#[endpoint(POST "/cgi-bin/user/list_id", title = "获取成员ID列表",
    doc = "https://developer.work.weixin.qq.com/document/path/96067",
    scope(work), retry = safe, reply = UserIds, call = users.ids)]
pub struct GetUserIds {
    /// Where to begin: what the page before said.
    pub cursor: Option<String>,
    /// How many: up to 10,000.
    pub limit: Option<u32>,
}

/// A page of who is in which department.
#[endpoint(part, reply_to(crate::id_convert::ConvertToUserIds, GetUserIds))]
pub struct UserIds {
    /// Where the next page begins; empty at the end.
    pub next_cursor: Option<String>,
    /// The page.
    pub dept_user: Vec<DepartmentUser>,
}

/// A member in a department.
#[endpoint(part)]
pub struct DepartmentUser {
    /// The member.
    pub userid: UserId,
    /// The department.
    pub department: u64,
}

impl Paged for GetUserIds {
    type Item = DepartmentUser;
    fn split_page(self, page: UserIds) -> (Vec<DepartmentUser>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.dept_user, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}
