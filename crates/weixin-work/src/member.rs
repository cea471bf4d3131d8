//! Keeping the members of a corporation (成员管理): for the app that keeps the address book. `/cgi-bin/user/*`

use weixin_api::{Call, Caller, On, Paged, endpoint, endpoints};
use weixin_protocol::{MediaId, OpenId, UserId};

use crate::user::{ExternalProfile, ExtraFields, User};

endpoints![
    CreateUser,
    UpdateUser,
    DeleteUser,
    DeleteUsers,
    GetUsersOfDepartment,
    GetUserDetailsOfDepartment,
    GetUserIds,
    ConvertToOpenId,
    ConvertToUserId,
    GetUserIdByMobile,
    ConfirmJoin,
    GetActiveCount
];

/// Makes a member. `POST /cgi-bin/user/create`
#[endpoint(POST "/cgi-bin/user/create", title = "创建成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90195",
    scope(work))]
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
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
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

/// Changes a member. What is left out stays. `POST /cgi-bin/user/update`
#[endpoint(POST "/cgi-bin/user/update", title = "更新成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90197",
    scope(work), retry = safe)]
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
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
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

/// Deletes a member. `GET /cgi-bin/user/delete`
#[endpoint(GET "/cgi-bin/user/delete", title = "删除成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90198",
    scope(work))]
pub struct DeleteUser {
    /// The member.
    pub userid: UserId,
}

/// Deletes up to 200 members. `POST /cgi-bin/user/batchdelete`
#[endpoint(POST "/cgi-bin/user/batchdelete", title = "批量删除成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90199",
    scope(work), retry = safe)]
pub struct DeleteUsers {
    /// The members.
    pub useridlist: Vec<UserId>,
}

/// Gives the members of a department, briefly. `GET /cgi-bin/user/simplelist`
#[endpoint(GET "/cgi-bin/user/simplelist", title = "获取部门成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90200",
    scope(work), reply = SimpleUsers)]
pub struct GetUsersOfDepartment {
    /// The department.
    pub department_id: u64,
}

/// Members, briefly.
#[endpoint(part)]
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

/// Gives the members of a department, with what the app may know of them. `GET /cgi-bin/user/list`
#[endpoint(GET "/cgi-bin/user/list", title = "获取部门成员详情",
    doc = "https://developer.work.weixin.qq.com/document/path/90201",
    scope(work), reply = Users)]
pub struct GetUserDetailsOfDepartment {
    /// The department.
    pub department_id: u64,
}

/// Members.
#[endpoint(part)]
pub struct Users {
    /// The members.
    pub userlist: Vec<User>,
}

/// Gives who is in which department, up to 10,000 at a time. `POST /cgi-bin/user/list_id`
#[endpoint(POST "/cgi-bin/user/list_id", title = "获取成员ID列表",
    doc = "https://developer.work.weixin.qq.com/document/path/96067",
    scope(work), retry = safe, reply = UserIds)]
pub struct GetUserIds {
    /// Where to begin: what the page before said.
    pub cursor: Option<String>,
    /// How many: up to 10,000.
    pub limit: Option<u32>,
}

/// A page of who is in which department.
#[endpoint(part)]
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
    fn turn(self, page: UserIds) -> (Vec<DepartmentUser>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.dept_user, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Gives the openid of a member, for payments. `POST /cgi-bin/user/convert_to_openid`
#[endpoint(POST "/cgi-bin/user/convert_to_openid", title = "userid转openid",
    doc = "https://developer.work.weixin.qq.com/document/path/90202",
    scope(work), retry = safe, reply = ConvertedOpenId)]
pub struct ConvertToOpenId {
    /// The member.
    pub userid: UserId,
}

/// The openid of a member.
#[endpoint(part)]
pub struct ConvertedOpenId {
    /// The openid.
    pub openid: OpenId,
}

/// Gives the member of an openid. `POST /cgi-bin/user/convert_to_userid`
#[endpoint(POST "/cgi-bin/user/convert_to_userid", title = "openid转userid",
    doc = "https://developer.work.weixin.qq.com/document/path/90202",
    scope(work), retry = safe, reply = ConvertedUserId)]
pub struct ConvertToUserId {
    /// The openid.
    pub openid: OpenId,
}

/// A member.
#[endpoint(part)]
pub struct ConvertedUserId {
    /// The member.
    pub userid: UserId,
}

/// Gives the member of a phone number. `POST /cgi-bin/user/getuserid`
#[endpoint(POST "/cgi-bin/user/getuserid", title = "手机号获取userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95402",
    scope(work), retry = safe, reply = ConvertedUserId)]
pub struct GetUserIdByMobile {
    /// The phone number.
    pub mobile: String,
}

/// Lets a member in who was verified a second time. `GET /cgi-bin/user/authsucc`
#[endpoint(GET "/cgi-bin/user/authsucc", title = "二次验证",
    doc = "https://developer.work.weixin.qq.com/document/path/90203",
    scope(work))]
pub struct ConfirmJoin {
    /// The member.
    pub userid: UserId,
}

/// Says how many members were active on a day. `POST /cgi-bin/user/get_active_stat`
#[endpoint(POST "/cgi-bin/user/get_active_stat", title = "获取企业活跃成员数",
    doc = "https://developer.work.weixin.qq.com/document/path/92714",
    scope(work), retry = safe, reply = ActiveCount)]
pub struct GetActiveCount {
    /// The day, as in `2026-01-31`, within the last 30.
    pub date: String,
}

/// How many members were active.
#[endpoint(part)]
pub struct ActiveCount {
    /// How many.
    pub active_cnt: u64,
}
/// The group as a client has it: `wx.members()`.
#[derive(Debug)]
pub struct Members<'c, C: ?Sized>(&'c C);

/// Gives a client `members()`.
pub trait MembersApi: Caller {
    /// Keeping the members of a corporation (成员管理).
    fn members(&self) -> Members<'_, Self> {
        Members(self)
    }
}

impl<C: Caller + ?Sized> MembersApi for C where CreateUser: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Members<'c, C> {
    /// Makes a member; see [`CreateUser`].
    pub fn create(
        &self,
        userid: impl Into<UserId>,
        name: impl Into<String>,
        department: impl Into<Vec<u64>>,
    ) -> Call<'c, C, CreateUser> {
        Call::new(self.0, CreateUser::new(userid, name, department))
    }

    /// Changes a member; see [`UpdateUser`].
    pub fn update(&self, userid: impl Into<UserId>) -> Call<'c, C, UpdateUser> {
        Call::new(self.0, UpdateUser::new(userid))
    }

    /// Deletes a member; see [`DeleteUser`].
    pub fn delete(&self, userid: impl Into<UserId>) -> Call<'c, C, DeleteUser> {
        Call::new(self.0, DeleteUser::new(userid))
    }

    /// Deletes members; see [`DeleteUsers`].
    pub fn delete_all(&self, useridlist: impl Into<Vec<UserId>>) -> Call<'c, C, DeleteUsers> {
        Call::new(self.0, DeleteUsers::new(useridlist))
    }

    /// The members of a department, briefly; see [`GetUsersOfDepartment`].
    pub fn of_department(&self, department_id: u64) -> Call<'c, C, GetUsersOfDepartment> {
        Call::new(self.0, GetUsersOfDepartment::new(department_id))
    }

    /// The members of a department; see [`GetUserDetailsOfDepartment`].
    pub fn details_of_department(
        &self,
        department_id: u64,
    ) -> Call<'c, C, GetUserDetailsOfDepartment> {
        Call::new(self.0, GetUserDetailsOfDepartment::new(department_id))
    }

    /// Who is in which department, a page when awaited; see [`GetUserIds`].
    pub fn ids(&self) -> Call<'c, C, GetUserIds> {
        Call::new(self.0, GetUserIds::new())
    }

    /// The openid of a member; see [`ConvertToOpenId`].
    pub fn to_openid(&self, userid: impl Into<UserId>) -> Call<'c, C, ConvertToOpenId> {
        Call::new(self.0, ConvertToOpenId::new(userid))
    }

    /// The member of an openid; see [`ConvertToUserId`].
    pub fn to_userid(&self, openid: impl Into<OpenId>) -> Call<'c, C, ConvertToUserId> {
        Call::new(self.0, ConvertToUserId::new(openid))
    }

    /// The member of a phone number; see [`GetUserIdByMobile`].
    pub fn by_mobile(&self, mobile: impl Into<String>) -> Call<'c, C, GetUserIdByMobile> {
        Call::new(self.0, GetUserIdByMobile::new(mobile))
    }

    /// Lets a member in; see [`ConfirmJoin`].
    pub fn confirm_join(&self, userid: impl Into<UserId>) -> Call<'c, C, ConfirmJoin> {
        Call::new(self.0, ConfirmJoin::new(userid))
    }

    /// How many members were active; see [`GetActiveCount`].
    pub fn active_count(&self, date: impl Into<String>) -> Call<'c, C, GetActiveCount> {
        Call::new(self.0, GetActiveCount::new(date))
    }
}
