//! Members of linked corporations, and messages to them (互联企业). `/cgi-bin/linkedcorp/*`
//!
//! A member is `CORPID/USERID` here, a department `LINKEDID/DEPARTMENTID`.

use weixin_api::{AgentId, Call, Caller, On, endpoint, endpoints};
use weixin_protocol::{AppId, UserId};

use crate::{message::WorkMessage, user::ExtraFields};

endpoints![
    GetLinkedScope,
    GetLinkedDepartments,
    GetLinkedUser,
    GetLinkedUsers,
    GetLinkedUserDetails,
    SendLinkedMessage
];

/// Gives whom of the linked corporations the app sees.
/// `POST /cgi-bin/linkedcorp/agent/get_perm_list`
#[endpoint(POST "/cgi-bin/linkedcorp/agent/get_perm_list", title = "获取应用的可见范围",
    doc = "https://developer.work.weixin.qq.com/document/path/93172",
    scope(work), retry = safe, reply = LinkedScope)]
pub struct GetLinkedScope;

/// Whom of the linked corporations an app sees.
#[endpoint(part)]
pub struct LinkedScope {
    /// The members.
    #[serde(default)]
    pub userids: Vec<UserId>,
    /// The departments.
    #[serde(default)]
    pub department_ids: Vec<String>,
}

/// Gives the departments below one. `POST /cgi-bin/linkedcorp/department/list`
#[endpoint(POST "/cgi-bin/linkedcorp/department/list", title = "获取互联企业部门列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93170",
    scope(work), retry = safe, reply = LinkedDepartments)]
pub struct GetLinkedDepartments {
    /// The department.
    pub department_id: String,
}

/// Departments of a linked corporation.
#[endpoint(part)]
pub struct LinkedDepartments {
    /// The departments.
    #[serde(default)]
    pub department_list: Vec<LinkedDepartment>,
}

/// A department of a linked corporation.
#[endpoint(part)]
pub struct LinkedDepartment {
    /// The department.
    pub department_id: String,
    /// Its name.
    pub department_name: Option<String>,
    /// The department above it.
    pub parentid: Option<String>,
    /// Its rank among its siblings; higher goes first.
    pub order: Option<u64>,
}

/// Gives what the app may know of a member. `POST /cgi-bin/linkedcorp/user/get`
#[endpoint(POST "/cgi-bin/linkedcorp/user/get", title = "获取互联企业成员详细信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93171",
    scope(work), retry = safe, reply = OneLinkedUser)]
pub struct GetLinkedUser {
    /// The member.
    pub userid: UserId,
}

/// A member, as they are answered alone.
#[endpoint(part)]
pub struct OneLinkedUser {
    /// The member.
    pub user_info: LinkedUser,
}

/// A member of a linked corporation.
#[endpoint(part)]
pub struct LinkedUser {
    /// The member.
    pub userid: UserId,
    /// The corporation.
    pub corpid: Option<AppId>,
    /// The name.
    pub name: Option<String>,
    /// The phone number.
    pub mobile: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The mail address.
    pub email: Option<String>,
    /// What the member does.
    pub position: Option<String>,
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<String>,
    /// Further fields of the corporation.
    pub extattr: Option<ExtraFields>,
}

/// Gives the members of a department, briefly. `POST /cgi-bin/linkedcorp/user/simplelist`
#[endpoint(POST "/cgi-bin/linkedcorp/user/simplelist", title = "获取互联企业部门成员",
    doc = "https://developer.work.weixin.qq.com/document/path/93168",
    scope(work), retry = safe, reply = LinkedUsers)]
pub struct GetLinkedUsers {
    /// The department.
    pub department_id: String,
    /// Whether the departments below it count as well; they do if left out.
    pub fetch_child: Option<bool>,
}

/// Members of a department of a linked corporation.
#[endpoint(part)]
pub struct LinkedUsers {
    /// The members.
    #[serde(default)]
    pub userlist: Vec<LinkedUser>,
}

/// Gives the members of a department, with what the app may know of them.
/// `POST /cgi-bin/linkedcorp/user/list`
#[endpoint(POST "/cgi-bin/linkedcorp/user/list", title = "获取互联企业部门成员详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93169",
    scope(work), retry = safe, reply = LinkedUsers)]
pub struct GetLinkedUserDetails {
    /// The department.
    pub department_id: String,
    /// Whether the departments below it count as well; they do if left out.
    pub fetch_child: Option<bool>,
}

/// Sends a message to members of linked corporations. `POST /cgi-bin/linkedcorp/message/send`
///
/// Cards with buttons are not for them.
#[endpoint(POST "/cgi-bin/linkedcorp/message/send", title = "互联企业消息推送",
    doc = "https://developer.work.weixin.qq.com/document/path/90250",
    scope(work), reply = LinkedSent)]
pub struct SendLinkedMessage {
    /// Up to 1,000 members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touser: Vec<UserId>,
    /// Up to 100 departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub toparty: Vec<String>,
    /// Up to 100 tags of the own corporation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub totag: Vec<u64>,
    /// Whether everybody whom the app sees gets it; then nobody is named.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub toall: Option<bool>,
    /// The message.
    #[serde(flatten, with = "weixin_api::msgtype")]
    pub message: WorkMessage,
    /// The app that sends it; the account's own if left out.
    #[fill(agent)]
    pub agentid: Option<AgentId>,
    /// Whether the message cannot be forwarded and shows a watermark.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub safe: Option<bool>,
}

/// Who did not get a message.
#[endpoint(part)]
pub struct LinkedSent {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invaliduser: Vec<UserId>,
    /// Departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidparty: Vec<String>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidtag: Vec<String>,
}

/// The group as a client has it: `wx.linked_corps()`.
#[derive(Debug)]
pub struct LinkedCorps<'c, C: ?Sized>(&'c C);

/// Gives a client `linked_corps()`.
pub trait LinkedCorpsApi: Caller {
    /// Linked corporations (互联企业).
    fn linked_corps(&self) -> LinkedCorps<'_, Self> {
        LinkedCorps(self)
    }
}

impl<C: Caller + ?Sized> LinkedCorpsApi for C where GetLinkedScope: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> LinkedCorps<'c, C> {
    /// Whom the app sees; see [`GetLinkedScope`].
    pub fn scope(&self) -> Call<'c, C, GetLinkedScope> {
        Call::new(self.0, GetLinkedScope::new())
    }

    /// The departments below one; see [`GetLinkedDepartments`].
    pub fn departments(
        &self,
        department_id: impl Into<String>,
    ) -> Call<'c, C, GetLinkedDepartments> {
        Call::new(self.0, GetLinkedDepartments::new(department_id))
    }

    /// What is known of a member; see [`GetLinkedUser`].
    pub fn user(&self, userid: impl Into<UserId>) -> Call<'c, C, GetLinkedUser> {
        Call::new(self.0, GetLinkedUser::new(userid))
    }

    /// The members of a department, briefly; see [`GetLinkedUsers`].
    pub fn users(&self, department_id: impl Into<String>) -> Call<'c, C, GetLinkedUsers> {
        Call::new(self.0, GetLinkedUsers::new(department_id))
    }

    /// The members of a department; see [`GetLinkedUserDetails`].
    pub fn user_details(
        &self,
        department_id: impl Into<String>,
    ) -> Call<'c, C, GetLinkedUserDetails> {
        Call::new(self.0, GetLinkedUserDetails::new(department_id))
    }

    /// Sends a message; see [`SendLinkedMessage`].
    pub fn send(&self, message: WorkMessage) -> Call<'c, C, SendLinkedMessage> {
        Call::new(self.0, SendLinkedMessage::new(message))
    }
}
