//! Members of linked corporations, and messages to them (互联企业). `/cgi-bin/linkedcorp/*`
//!
//! A member is `CORPID/USERID` here, a department `LINKEDID/DEPARTMENTID`.

use weixin_api::{AgentId, endpoint, group};
use weixin_protocol::{AppId, UserId};

use crate::{message::WorkMessage, user::ExtraFields};

group! {
    /// Linked corporations (互联企业).
    linked_corps: [GetLinkedScope, GetLinkedDepartments, GetLinkedUser, GetLinkedUsers, GetLinkedUserDetails, SendLinkedMessage]
}

/// Gives whom of the linked corporations the app sees.
#[endpoint(POST "/cgi-bin/linkedcorp/agent/get_perm_list", title = "获取应用的可见范围",
    doc = "https://developer.work.weixin.qq.com/document/path/93172",
    scope(work), retry = safe, reply = LinkedScope, call = linked_corps.scope)]
pub struct GetLinkedScope;

/// Whom of the linked corporations an app sees.
#[endpoint(part, reply_to(GetLinkedScope))]
pub struct LinkedScope {
    /// The members.
    #[serde(default)]
    pub userids: Vec<UserId>,
    /// The departments.
    #[serde(default)]
    pub department_ids: Vec<String>,
}

/// Gives the departments below one.
#[endpoint(POST "/cgi-bin/linkedcorp/department/list", title = "获取互联企业部门列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93170",
    scope(work), retry = safe, reply = LinkedDepartments, call = linked_corps.departments)]
pub struct GetLinkedDepartments {
    /// The department.
    pub department_id: String,
}

/// Departments of a linked corporation.
#[endpoint(part, reply_to(GetLinkedDepartments))]
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

/// Gives what the app may know of a member.
#[endpoint(POST "/cgi-bin/linkedcorp/user/get", title = "获取互联企业成员详细信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93171",
    scope(work), retry = safe, reply = OneLinkedUser, call = linked_corps.user)]
pub struct GetLinkedUser {
    /// The member.
    pub userid: UserId,
}

/// A member, as they are answered alone.
#[endpoint(part, reply_to(GetLinkedUser))]
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

/// Gives the members of a department, briefly.
#[endpoint(POST "/cgi-bin/linkedcorp/user/simplelist", title = "获取互联企业部门成员",
    doc = "https://developer.work.weixin.qq.com/document/path/93168",
    scope(work), retry = safe, reply = LinkedUsers, call = linked_corps.users)]
pub struct GetLinkedUsers {
    /// The department.
    pub department_id: String,
    /// Whether the departments below it count as well; they do if left out.
    pub fetch_child: Option<bool>,
}

/// Members of a department of a linked corporation.
#[endpoint(part, reply_to(GetLinkedUsers, GetLinkedUserDetails))]
pub struct LinkedUsers {
    /// The members.
    #[serde(default)]
    pub userlist: Vec<LinkedUser>,
}

/// Gives the members of a department, with what the app may know of them.
#[endpoint(POST "/cgi-bin/linkedcorp/user/list", title = "获取互联企业部门成员详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93169",
    scope(work), retry = safe, reply = LinkedUsers, call = linked_corps.user_details)]
pub struct GetLinkedUserDetails {
    /// The department.
    pub department_id: String,
    /// Whether the departments below it count as well; they do if left out.
    pub fetch_child: Option<bool>,
}

/// Sends a message to members of linked corporations.
///
/// Cards with buttons are not for them.
#[endpoint(POST "/cgi-bin/linkedcorp/message/send", title = "互联企业消息推送",
    doc = "https://developer.work.weixin.qq.com/document/path/90250",
    scope(work), reply = LinkedSent, call = linked_corps.send)]
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
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub toall: Option<bool>,
    /// The message.
    #[serde(flatten, with = "weixin_api::msgtype")]
    pub message: WorkMessage,
    /// The app that sends it; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// Whether the message cannot be forwarded and shows a watermark.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub safe: Option<bool>,
}

/// Who did not get a message.
#[endpoint(part, reply_to(SendLinkedMessage))]
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
