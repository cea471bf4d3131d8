//! Members of a corporation (成员管理). `/cgi-bin/user/*`
//!
//! Most apps read members; only the app that keeps the address book (通讯录同步助手) changes them.

mod event;
mod identity;
mod profile;

use weixin_api::{Call, Caller, On, Paged, endpoint, endpoints};
use weixin_protocol::{MediaId, OpenId, Secret, UserId, messages};

pub use event::*;
pub use identity::*;
pub use profile::*;

endpoints![
    GetUser,
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
    GetUserIdByEmail,
    ConfirmJoin,
    ConfirmSecondFactor,
    GetActiveCount,
    GetJoinQrCode,
    GetMemberAuths,
    CheckMemberAuth,
    GetSelectedTicketUsers
];

messages![UserCreated, UserUpdated, UserDeleted];

/// Gives what the app may know of a member. `GET /cgi-bin/user/get`
#[endpoint(GET "/cgi-bin/user/get", title = "读取成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90196",
    scope(work), reply = User)]
pub struct GetUser {
    /// The member.
    pub userid: UserId,
}

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
    /// Whether the departments below it count as well.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub fetch_child: Option<bool>,
    /// Only members in this state: 0 all, 1 active, 2 disabled, 4 not yet active. The platform no
    /// longer documents it.
    pub status: Option<u8>,
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
    scope(work), reply = UserList)]
pub struct GetUserDetailsOfDepartment {
    /// The department.
    pub department_id: u64,
    /// Whether the departments below it count as well.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub fetch_child: Option<bool>,
    /// Only members in this state: 0 all, 1 active, 2 disabled, 4 not yet active. The platform no
    /// longer documents it.
    pub status: Option<u8>,
}

/// Members.
#[endpoint(part)]
pub struct UserList {
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

/// The group as a client has it: `wx.users()`.
#[derive(Debug)]
pub struct Users<'c, C: ?Sized>(&'c C);

/// Gives a client `users()`.
pub trait UsersApi: Caller {
    /// Members of the corporation (成员管理).
    fn users(&self) -> Users<'_, Self> {
        Users(self)
    }
}

impl<C: Caller + ?Sized> UsersApi for C where GetUser: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Users<'c, C> {
    /// What is known of a member; see [`GetUser`].
    pub fn get(&self, userid: impl Into<UserId>) -> Call<'c, C, GetUser> {
        Call::new(self.0, GetUser::new(userid))
    }

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

    /// The member of a mail address; see [`GetUserIdByEmail`].
    pub fn by_email(&self, email: impl Into<String>) -> Call<'c, C, GetUserIdByEmail> {
        Call::new(self.0, GetUserIdByEmail::new(email))
    }

    /// Lets a member use WeCom; see [`ConfirmSecondFactor`].
    pub fn confirm_second_factor(
        &self,
        userid: impl Into<UserId>,
        tfa_code: impl Into<Secret>,
    ) -> Call<'c, C, ConfirmSecondFactor> {
        Call::new(self.0, ConfirmSecondFactor::new(userid, tfa_code))
    }

    /// The QR code by which people join; see [`GetJoinQrCode`].
    pub fn join_qrcode(&self) -> Call<'c, C, GetJoinQrCode> {
        Call::new(self.0, GetJoinQrCode::new())
    }

    /// Who installed the app for themselves, a page when awaited; see [`GetMemberAuths`].
    pub fn member_auths(&self) -> Call<'c, C, GetMemberAuths> {
        Call::new(self.0, GetMemberAuths::new())
    }

    /// Whether a member installed the app for themselves; see [`CheckMemberAuth`].
    pub fn check_member_auth(
        &self,
        open_userid: impl Into<UserId>,
    ) -> Call<'c, C, CheckMemberAuth> {
        Call::new(self.0, CheckMemberAuth::new(open_userid))
    }

    /// Whom a member chose; see [`GetSelectedTicketUsers`].
    pub fn selected_by_ticket(
        &self,
        selected_ticket: impl Into<String>,
    ) -> Call<'c, C, GetSelectedTicketUsers> {
        Call::new(self.0, GetSelectedTicketUsers::new(selected_ticket))
    }
}
