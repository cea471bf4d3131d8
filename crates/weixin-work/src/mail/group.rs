//! Mailing lists (邮件群组).

use super::MailGroupId;
use crate::ids::{DepartmentId, TagId};
use crate::mail::MailHandle;
use weixin_api::{endpoint, int_enum};

/// Creates a mailing list.
///
/// At least one of `email_list`, `group_list`, `department_list` and `tag_list` is required.
///
/// Fails with 680010 when the address exists, with 680001 when it is malformed, with 680002 when
/// the name is empty or not allowed.
#[endpoint(POST "/cgi-bin/exmail/group/create", title = "创建邮件群组",
    doc = "https://developer.work.weixin.qq.com/document/path/95510",
    scope(work), call = mail.create_group)]
pub struct CreateMailGroup {
    /// Address of the list.
    pub groupid: MailGroupId,
    /// Name of the list: up to 64 characters.
    pub groupname: String,
    /// Addresses that are on the list.
    pub email_list: Option<MailAddresses>,
    /// Other lists whose members are on the list.
    pub group_list: Option<MailGroupIds>,
    /// Departments whose members are on the list.
    pub department_list: Option<MailDepartments>,
    /// Tags whose members are on the list.
    pub tag_list: Option<MailTags>,
    /// Who may send to the list: [`MailGroupAccess::Members`] if left out.
    pub allow_type: Option<MailGroupAccess>,
    /// Addresses that may send to the list, for [`MailGroupAccess::Some`].
    pub allow_emaillist: Option<MailAddresses>,
    /// Departments whose members may send to the list, for [`MailGroupAccess::Some`].
    pub allow_departmentlist: Option<MailDepartments>,
    /// Tags whose members may send to the list, for [`MailGroupAccess::Some`].
    pub allow_taglist: Option<MailTags>,
}

int_enum! {
    /// Who may send to a mailing list (群发权限).
    pub enum MailGroupAccess {
        /// Members of the corporation (企业成员).
        Members = 0,
        /// Anybody (任何人).
        Anybody = 1,
        /// People on the list (组内成员).
        Group = 2,
        /// Selected members (自定义成员).
        Some = 3,
    }
}

/// Mail addresses.
#[endpoint(part)]
pub struct MailAddresses {
    /// The mail addresses, one per entry.
    #[serde(default)]
    pub list: Vec<String>,
}

/// Mailing lists inside another one.
#[endpoint(part)]
pub struct MailGroupIds {
    /// The addresses of the lists.
    #[serde(default)]
    pub list: Vec<MailGroupId>,
}

/// Departments with a role in a mailbox or mailing list.
#[endpoint(part)]
pub struct MailDepartments {
    /// The departments, with all members below them.
    #[serde(default)]
    pub list: Vec<DepartmentId>,
}

/// Tags with a role in a mailbox or mailing list.
#[endpoint(part)]
pub struct MailTags {
    /// The tags, with all members that have them.
    #[serde(default)]
    pub list: Vec<TagId>,
}

/// Changes a mailing list. Fields that are left out stay unchanged.
///
/// Fails with 680012 when there is no such list.
#[endpoint(POST "/cgi-bin/exmail/group/update", title = "更新邮件群组",
    doc = "https://developer.work.weixin.qq.com/document/path/97995",
    scope(work), retry = safe, call = mail.update_group)]
pub struct UpdateMailGroup {
    /// Address of the list to change.
    pub groupid: MailGroupId,
    /// New name: up to 64 characters.
    pub groupname: Option<String>,
    /// Addresses that are on the list.
    pub email_list: Option<MailAddresses>,
    /// Other lists whose members are on the list.
    pub group_list: Option<MailGroupIds>,
    /// Departments whose members are on the list.
    pub department_list: Option<MailDepartments>,
    /// Tags whose members are on the list.
    pub tag_list: Option<MailTags>,
    /// Who may send to the list.
    pub allow_type: Option<MailGroupAccess>,
    /// Addresses that may send to the list, for [`MailGroupAccess::Some`].
    pub allow_emaillist: Option<MailAddresses>,
    /// Departments whose members may send to the list, for [`MailGroupAccess::Some`].
    pub allow_departmentlist: Option<MailDepartments>,
    /// Tags whose members may send to the list, for [`MailGroupAccess::Some`].
    pub allow_taglist: Option<MailTags>,
}

/// Deletes a mailing list.
///
/// Fails with 680012 when there is no such list.
#[endpoint(POST "/cgi-bin/exmail/group/delete", title = "删除邮件群组",
    doc = "https://developer.work.weixin.qq.com/document/path/97996",
    scope(work), retry = safe, call = mail.delete_group)]
pub struct DeleteMailGroup {
    /// Address of the list to delete.
    pub groupid: MailGroupId,
}

/// Returns a mailing list.
///
/// Fails with 680012 when there is no such list.
#[endpoint(GET "/cgi-bin/exmail/group/get", title = "获取邮件群组详情",
    doc = "https://developer.work.weixin.qq.com/document/path/97997",
    scope(work), reply = MailGroup, call = mail.group)]
pub struct GetMailGroup {
    /// Address of the list to return.
    pub groupid: MailGroupId,
}

/// A mailing list.
#[endpoint(part, reply_to(GetMailGroup))]
pub struct MailGroup {
    /// Address of the list.
    pub groupid: MailGroupId,
    /// Name of the list.
    pub groupname: Option<String>,
    /// Addresses that are on the list.
    pub email_list: Option<MailAddresses>,
    /// Other lists whose members are on the list.
    pub group_list: Option<MailGroupIds>,
    /// Departments whose members are on the list.
    pub department_list: Option<MailDepartments>,
    /// Tags whose members are on the list.
    pub tag_list: Option<MailTags>,
    /// Who may send to the list.
    pub allow_type: Option<MailGroupAccess>,
    /// Addresses that may send to the list, for [`MailGroupAccess::Some`].
    pub allow_emaillist: Option<MailAddresses>,
    /// Departments whose members may send to the list, for [`MailGroupAccess::Some`].
    pub allow_departmentlist: Option<MailDepartments>,
    /// Tags whose members may send to the list, for [`MailGroupAccess::Some`].
    pub allow_taglist: Option<MailTags>,
}

/// Searches mailing lists by address.
#[endpoint(GET "/cgi-bin/exmail/group/search", title = "模糊搜索邮件群组",
    doc = "https://developer.work.weixin.qq.com/document/path/97998",
    scope(work), reply = MailGroups, call = mail.search_groups)]
pub struct SearchMailGroups {
    /// Whether a part of the address is enough (模糊搜索): no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub fuzzy: Option<bool>,
    /// The address, or a part of it with `fuzzy`; all lists if left out.
    pub groupid: Option<String>,
}

/// The mailing lists that were found.
#[endpoint(part, reply_to(SearchMailGroups))]
pub struct MailGroups {
    /// Number of lists that were found.
    pub count: Option<u64>,
    /// The lists that were found.
    #[serde(default)]
    pub groups: Vec<MailGroupName>,
}

/// A mailing list in a search result.
#[endpoint(part)]
pub struct MailGroupName {
    /// Address of the list.
    pub groupid: MailGroupId,
    /// Name of the list.
    pub groupname: Option<String>,
}
