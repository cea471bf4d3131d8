//! Who may do what with a file.

use crate::wedrive::WedriveHandle;
use weixin_api::endpoint;

use super::space::DriveMember;

/// Lets members and departments use a file.
#[endpoint(POST "/cgi-bin/wedrive/file_acl_add", title = "新增指定人",
    doc = "https://developer.work.weixin.qq.com/document/path/93658",
    scope(work), retry = safe, call = wedrive.add_file_members)]
pub struct AddFileMembers {
    /// The file.
    pub fileid: String,
    /// Who, and what they may do.
    pub auth_info: Vec<DriveMember>,
}

/// Takes a file from members and departments.
#[endpoint(POST "/cgi-bin/wedrive/file_acl_del", title = "删除指定人",
    doc = "https://developer.work.weixin.qq.com/document/path/97888",
    scope(work), retry = safe, call = wedrive.delete_file_members)]
pub struct DeleteFileMembers {
    /// The file.
    pub fileid: String,
    /// Who.
    pub auth_info: Vec<DriveMember>,
}

/// Says who may use a file.
#[endpoint(POST "/cgi-bin/wedrive/file_setting", title = "分享设置",
    doc = "https://developer.work.weixin.qq.com/document/path/97889",
    scope(work), retry = safe, call = wedrive.set_file_scope)]
pub struct SetFileScope {
    /// The file.
    pub fileid: String,
    /// Who: 1 those who were named, 2 the corporation, 3 anybody, 4 the corporation once an
    /// administrator approves, 5 anybody once an administrator approves.
    pub auth_scope: u8,
    /// What they may do: 1 download, 2 edit, 4 look at.
    pub auth: Option<u32>,
}

/// Gives the link to a file.
#[endpoint(POST "/cgi-bin/wedrive/file_share", title = "获取分享链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97890",
    scope(work), retry = safe, reply = FileLink, call = wedrive.share_file)]
pub struct ShareFile {
    /// The file.
    pub fileid: String,
}

/// A link to a file.
#[endpoint(part, reply_to(ShareFile))]
pub struct FileLink {
    /// The link.
    pub share_url: String,
}

/// Tells who may do what with a file.
#[endpoint(POST "/cgi-bin/wedrive/get_file_permission", title = "获取文件权限信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97962",
    scope(work), retry = safe, reply = FilePermission, call = wedrive.file_permission)]
pub struct GetFilePermission {
    /// The file.
    pub fileid: String,
}

/// Who may do what with a file.
#[endpoint(part, reply_to(GetFilePermission))]
pub struct FilePermission {
    /// Whom it can be shared with.
    pub share_range: Option<ShareRange>,
    /// What is allowed.
    pub secure_setting: Option<FileSecurity>,
    /// What comes from the folder.
    pub inherit_father_auth: Option<InheritedAuth>,
    /// Members and departments that were named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub file_member_list: Vec<DriveMember>,
    /// Departments that may use it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_auth_list: Vec<DriveMember>,
    /// The watermark.
    pub watermark: Option<Watermark>,
}

/// Whom a file can be shared with.
#[endpoint(part)]
pub struct ShareRange {
    /// Whether with members of the corporation.
    pub enable_corp_internal: Option<bool>,
    /// What they may do.
    pub corp_internal_auth: Option<u32>,
    /// Whether only administrators approve them.
    pub corp_internal_approve_only_by_admin: Option<bool>,
    /// Whether with others.
    pub enable_corp_external: Option<bool>,
    /// What those may do.
    pub corp_external_auth: Option<u32>,
    /// Whether only administrators approve those.
    pub corp_external_approve_only_by_admin: Option<bool>,
}

/// What is allowed with a file.
#[endpoint(part)]
pub struct FileSecurity {
    /// Whether who looks at it may copy and download.
    pub enable_readonly_copy: Option<bool>,
    /// Whether only administrators change this.
    pub modify_only_by_admin: Option<bool>,
    /// Whether who looks at it may comment.
    pub enable_readonly_comment: Option<bool>,
    /// Whether it may not be shared outside the corporation.
    pub ban_share_external: Option<bool>,
}

/// What comes from the folder.
#[endpoint(part)]
pub struct InheritedAuth {
    /// Who may use it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub auth_list: Vec<DriveMember>,
    /// Whether it comes from the folder.
    pub inherit: Option<bool>,
}

/// A watermark.
#[endpoint(part)]
#[derive(Default)]
pub struct Watermark {
    /// The text.
    pub text: Option<String>,
    /// How dense it is: 1 little, 2 dense.
    pub margin_type: Option<u8>,
    /// Whether the text is shown.
    pub show_text: Option<bool>,
    /// Whether the name of who looks is shown.
    pub show_visitor_name: Option<bool>,
    /// Whether the corporation's administrator demands it.
    pub force_by_admin: Option<bool>,
    /// Whether the space's administrator demands it.
    pub force_by_space_admin: Option<bool>,
}

/// Sets the watermark of a file.
#[endpoint(POST "/cgi-bin/wedrive/file_secure_setting", title = "修改文件安全设置",
    doc = "https://developer.work.weixin.qq.com/document/path/97965",
    scope(work), retry = safe, call = wedrive.set_file_security)]
pub struct SetFileSecurity {
    /// The file.
    pub fileid: String,
    /// The watermark.
    pub watermark: Option<Watermark>,
}
