//! Members of linked corporations, and messages to them (互联企业). `/cgi-bin/linkedcorp/*`
//!
//! In requests a member is a [`LinkedUserId`] (`CORPID/USERID`), a department a
//! [`LinkedDepartmentId`] (`LINKEDID/DEPARTMENTID`).

use weixin_api::{AgentId, endpoint, group};
use weixin_protocol::{CorpId, UserId};

use crate::ids::TagId;
use crate::{message::WorkMessage, user::ExtraFields};

group! {
    /// Linked corporations (互联企业).
    linked_corps: [
        GetLinkedScope, GetLinkedDepartments, GetLinkedUser, GetLinkedUsers, GetLinkedUserDetails,
        SendLinkedMessage,
    ]
}

weixin_api::string_id! {
    /// A member of a linked corporation: the CorpID and the userid with a `/` between them
    /// (`CORPID/USERID`).
    LinkedUserId
    /// A department of a linked corporation: the id of the link and that of the department with a `/`
    /// between them (`LINKEDID/DEPARTMENTID`).
    LinkedDepartmentId
}

/// Returns the members and departments of linked corporations that the app can see.
#[endpoint(POST "/cgi-bin/linkedcorp/agent/get_perm_list", title = "获取应用的可见范围",
    doc = "https://developer.work.weixin.qq.com/document/path/93172",
    scope(work), retry = safe, reply = LinkedScope, call = linked_corps.scope)]
pub struct GetLinkedScope;

/// The members and departments of linked corporations that an app can see.
#[endpoint(part, reply_to(GetLinkedScope))]
pub struct LinkedScope {
    /// Members, each as `CORPID/USERID`.
    #[serde(default)]
    pub userids: Vec<LinkedUserId>,
    /// Departments, each as `LINKEDID/DEPARTMENTID`.
    #[serde(default)]
    pub department_ids: Vec<LinkedDepartmentId>,
}

/// Returns the subdepartments of a linked corporation's department.
#[endpoint(POST "/cgi-bin/linkedcorp/department/list", title = "获取互联企业部门列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93170",
    scope(work), retry = safe, reply = LinkedDepartments, call = linked_corps.departments)]
pub struct GetLinkedDepartments {
    /// The department whose subdepartments are returned.
    pub department_id: LinkedDepartmentId,
}

/// Departments of a linked corporation.
#[endpoint(part, reply_to(GetLinkedDepartments))]
pub struct LinkedDepartments {
    /// The department itself and its subdepartments.
    #[serde(default)]
    pub department_list: Vec<LinkedDepartment>,
}

/// A department of a linked corporation.
#[endpoint(part)]
pub struct LinkedDepartment {
    /// The department's id.
    pub department_id: LinkedDepartmentId,
    /// The name of the department; `None` if the app may not read it.
    pub department_name: Option<String>,
    /// The parent department.
    pub parentid: Option<LinkedDepartmentId>,
    /// The rank among its siblings; departments with a higher one come first.
    pub order: Option<u64>,
}

/// Returns a member of a linked corporation with the fields that the app may read.
#[endpoint(POST "/cgi-bin/linkedcorp/user/get", title = "获取互联企业成员详细信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93171",
    scope(work), retry = safe, reply = OneLinkedUser, call = linked_corps.user)]
pub struct GetLinkedUser {
    /// The member to look up.
    pub userid: LinkedUserId,
}

/// The reply to [`GetLinkedUser`].
#[endpoint(part, reply_to(GetLinkedUser))]
pub struct OneLinkedUser {
    /// The member's fields.
    pub user_info: LinkedUser,
}

/// A member of a linked corporation.
#[endpoint(part)]
pub struct LinkedUser {
    /// The userid within `corpid`.
    pub userid: UserId,
    /// The corporation of the member.
    pub corpid: Option<CorpId>,
    /// The member's name.
    pub name: Option<String>,
    /// The mobile number.
    pub mobile: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The mail address.
    pub email: Option<String>,
    /// The position (职务).
    pub position: Option<String>,
    /// The departments of the member.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<LinkedDepartmentId>,
    /// Custom fields of the corporation (扩展属性).
    pub extattr: Option<ExtraFields>,
}

/// Returns the names of the members of a linked corporation's department.
#[endpoint(POST "/cgi-bin/linkedcorp/user/simplelist", title = "获取互联企业部门成员",
    doc = "https://developer.work.weixin.qq.com/document/path/93168",
    scope(work), retry = safe, reply = LinkedUsers, call = linked_corps.users)]
pub struct GetLinkedUsers {
    /// The department whose members are returned.
    pub department_id: LinkedDepartmentId,
    /// Whether members of subdepartments are returned as well; `None` means yes.
    pub fetch_child: Option<bool>,
}

/// The members of a department of a linked corporation.
#[endpoint(part, reply_to(GetLinkedUsers, GetLinkedUserDetails))]
pub struct LinkedUsers {
    /// The members that the app can see.
    #[serde(default)]
    pub userlist: Vec<LinkedUser>,
}

/// Returns the members of a linked corporation's department with all fields that the app may read.
#[endpoint(POST "/cgi-bin/linkedcorp/user/list", title = "获取互联企业部门成员详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93169",
    scope(work), retry = safe, reply = LinkedUsers, call = linked_corps.user_details)]
pub struct GetLinkedUserDetails {
    /// The department whose members are returned.
    pub department_id: LinkedDepartmentId,
    /// Whether members of subdepartments are returned as well; `None` means yes.
    pub fetch_child: Option<bool>,
}

/// Sends a message to members of linked corporations.
///
/// Template cards with buttons cannot be sent.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::linked_corp::{LinkedUserId, SendLinkedMessage};
/// # use weixin_work::message::{Text, WorkMessage};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let message = WorkMessage::Text(Text::new("The meeting begins at three."));
/// let to = LinkedUserId::new("ww1234567890abcdef/zhangsan");
/// let sent = wx.linked_corps().send(SendLinkedMessage::new(message).touser([to])).await?;
/// println!("not reached: {:?}", sent.invaliduser);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/linkedcorp/message/send", title = "互联企业消息推送",
    doc = "https://developer.work.weixin.qq.com/document/path/90250",
    scope(work), reply = LinkedSent, call = linked_corps.send)]
pub struct SendLinkedMessage {
    /// Members: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touser: Vec<LinkedUserId>,
    /// Departments: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub toparty: Vec<LinkedDepartmentId>,
    /// Tags of the own corporation: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub totag: Vec<TagId>,
    /// Whether all members that the app can see receive it; the other receivers are ignored then.
    /// `None` means no.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub toall: Option<bool>,
    /// What is sent, by `msgtype`.
    #[serde(flatten)]
    pub message: WorkMessage,
    /// The app that sends it; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// Whether the message is confidential (保密消息): it cannot be forwarded and shows a watermark.
    /// `None` means no.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub safe: Option<bool>,
}

/// The receivers that did not get a message.
#[endpoint(part, reply_to(SendLinkedMessage))]
pub struct LinkedSent {
    /// Members that do not exist or cannot be seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invaliduser: Vec<LinkedUserId>,
    /// Departments that do not exist or cannot be seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidparty: Vec<LinkedDepartmentId>,
    /// Tags that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidtag: Vec<TagId>,
}
