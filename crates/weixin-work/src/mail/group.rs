//! Mailing lists.

use crate::mail::MailHandle;
use weixin_api::{endpoint, int_enum};

/// Makes a mailing list.
#[endpoint(POST "/cgi-bin/exmail/group/create", title = "创建邮件群组",
    doc = "https://developer.work.weixin.qq.com/document/path/95510",
    scope(work), call = mail.create_group)]
pub struct CreateMailGroup {
    /// Its address.
    pub groupid: String,
    /// Its name, up to 64 characters.
    pub groupname: String,
    /// Addresses that are on it. At least one of the four must be there.
    pub email_list: Option<MailAddresses>,
    /// Other lists whose members are on it.
    pub group_list: Option<MailAddresses>,
    /// Departments whose members are on it.
    pub department_list: Option<MailNumbers>,
    /// Tags whose members are on it.
    pub tag_list: Option<MailNumbers>,
    /// Who may write to it.
    pub allow_type: Option<MailGroupAccess>,
    /// Members who may, for [`MailGroupAccess::Some`].
    pub allow_emaillist: Option<MailAddresses>,
    /// Departments whose members may.
    pub allow_departmentlist: Option<MailNumbers>,
    /// Tags whose members may.
    pub allow_taglist: Option<MailNumbers>,
}

int_enum! {
    /// Who may write to a mailing list.
    pub enum MailGroupAccess {
        /// Everybody in the corporation.
        Members = 0,
        /// Anybody.
        Anybody = 1,
        /// Who is on it.
        Group = 2,
        /// Some that are named.
        Some = 3,
    }
}

/// Addresses.
#[endpoint(part)]
pub struct MailAddresses {
    /// The addresses.
    #[serde(default)]
    pub list: Vec<String>,
}

/// Departments, or tags.
#[endpoint(part)]
pub struct MailNumbers {
    /// Their numbers.
    #[serde(default)]
    pub list: Vec<u64>,
}

/// Changes a mailing list; what is left out stays as it is.
#[endpoint(POST "/cgi-bin/exmail/group/update", title = "更新邮件群组",
    doc = "https://developer.work.weixin.qq.com/document/path/97995",
    scope(work), retry = safe, call = mail.update_group)]
pub struct UpdateMailGroup {
    /// Its address.
    pub groupid: String,
    /// Its name, up to 64 characters.
    pub groupname: Option<String>,
    /// Addresses that are on it.
    pub email_list: Option<MailAddresses>,
    /// Other lists whose members are on it.
    pub group_list: Option<MailAddresses>,
    /// Departments whose members are on it.
    pub department_list: Option<MailNumbers>,
    /// Tags whose members are on it.
    pub tag_list: Option<MailNumbers>,
    /// Who may write to it.
    pub allow_type: Option<MailGroupAccess>,
    /// Members who may, for [`MailGroupAccess::Some`].
    pub allow_emaillist: Option<MailAddresses>,
    /// Departments whose members may.
    pub allow_departmentlist: Option<MailNumbers>,
    /// Tags whose members may.
    pub allow_taglist: Option<MailNumbers>,
}

/// Deletes a mailing list.
#[endpoint(POST "/cgi-bin/exmail/group/delete", title = "删除邮件群组",
    doc = "https://developer.work.weixin.qq.com/document/path/97996",
    scope(work), retry = safe, call = mail.delete_group)]
pub struct DeleteMailGroup {
    /// Its address.
    pub groupid: String,
}

/// Tells about a mailing list.
#[endpoint(GET "/cgi-bin/exmail/group/get", title = "获取邮件群组详情",
    doc = "https://developer.work.weixin.qq.com/document/path/97997",
    scope(work), reply = MailGroup, call = mail.group)]
pub struct GetMailGroup {
    /// Its address.
    pub groupid: String,
}

/// A mailing list.
#[endpoint(part, reply_to(GetMailGroup))]
pub struct MailGroup {
    /// Its address.
    pub groupid: String,
    /// Its name.
    pub groupname: Option<String>,
    /// Addresses that are on it.
    pub email_list: Option<MailAddresses>,
    /// Other lists whose members are on it.
    pub group_list: Option<MailAddresses>,
    /// Departments whose members are on it.
    pub department_list: Option<MailNumbers>,
    /// Tags whose members are on it.
    pub tag_list: Option<MailNumbers>,
    /// Who may write to it.
    pub allow_type: Option<MailGroupAccess>,
    /// Members who may.
    pub allow_emaillist: Option<MailAddresses>,
    /// Departments whose members may.
    pub allow_departmentlist: Option<MailNumbers>,
    /// Tags whose members may.
    pub allow_taglist: Option<MailNumbers>,
}

/// Looks for mailing lists.
#[endpoint(GET "/cgi-bin/exmail/group/search", title = "模糊搜索邮件群组",
    doc = "https://developer.work.weixin.qq.com/document/path/97998",
    scope(work), reply = MailGroups, call = mail.search_groups)]
pub struct SearchMailGroups {
    /// Whether a part of the address is enough.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub fuzzy: Option<bool>,
    /// The address, or a part of it; all lists if left out.
    pub groupid: Option<String>,
}

/// Mailing lists.
#[endpoint(part, reply_to(SearchMailGroups))]
pub struct MailGroups {
    /// How many there are.
    pub count: Option<u64>,
    /// The lists.
    #[serde(default)]
    pub groups: Vec<MailGroupName>,
}

/// A mailing list.
#[endpoint(part)]
pub struct MailGroupName {
    /// Its address.
    pub groupid: String,
    /// Its name.
    pub groupname: Option<String>,
}
