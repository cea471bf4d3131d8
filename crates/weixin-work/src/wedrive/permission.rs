//! Who may do what with a file.

use weixin_api::{endpoint, int_enum};

use super::space::{DriveAuth, DriveMember};
use crate::{ids::FileId, wedrive::WedriveHandle};

/// Lets members and departments use a file of the drive (新增指定人).
#[endpoint(POST "/cgi-bin/wedrive/file_acl_add", title = "新增指定人",
    doc = "https://developer.work.weixin.qq.com/document/path/93658",
    scope(work), retry = safe, call = wedrive.add_file_members)]
pub struct AddFileMembers {
    /// The file to share.
    pub fileid: FileId,
    /// The members and departments, and what they may do.
    pub auth_info: Vec<DriveMember>,
}

/// Removes members and departments from those who can use a file of the drive.
#[endpoint(POST "/cgi-bin/wedrive/file_acl_del", title = "删除指定人",
    doc = "https://developer.work.weixin.qq.com/document/path/97888",
    scope(work), retry = safe, call = wedrive.delete_file_members)]
pub struct DeleteFileMembers {
    /// The file that was shared.
    pub fileid: FileId,
    /// The members and departments; `auth` is ignored.
    pub auth_info: Vec<DriveMember>,
}

/// Sets who can use a file of the drive (分享设置).
#[endpoint(POST "/cgi-bin/wedrive/file_setting", title = "分享设置",
    doc = "https://developer.work.weixin.qq.com/document/path/97889",
    scope(work), retry = safe, call = wedrive.set_file_scope)]
pub struct SetFileScope {
    /// The file to change.
    pub fileid: FileId,
    /// Who can use it.
    pub auth_scope: FileScope,
    /// What they may do; it stays as it is if left out.
    pub auth: Option<DriveAuth>,
}

int_enum! {
    /// Who can use a file (权限范围).
    pub enum FileScope {
        /// Members and departments that were named (指定人).
        Named = 1,
        /// The corporation (企业内).
        Corporation = 2,
        /// Anybody (企业外).
        Anyone = 3,
        /// The corporation, once an administrator approves (企业内需管理员审批).
        CorporationApproved = 4,
        /// Anybody, once an administrator approves (企业外需管理员审批).
        AnyoneApproved = 5,
    }
}

/// Returns the link by which a file of the drive is shared.
#[endpoint(POST "/cgi-bin/wedrive/file_share", title = "获取分享链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97890",
    scope(work), retry = safe, reply = FileLink, call = wedrive.share_file)]
pub struct ShareFile {
    /// The file to share.
    pub fileid: FileId,
}

/// A link by which a file is shared.
#[endpoint(part, reply_to(ShareFile))]
pub struct FileLink {
    /// The link; who can open it is set by [`SetFileScope`].
    pub share_url: String,
}

/// Returns who can use a file of the drive, and how.
#[endpoint(POST "/cgi-bin/wedrive/get_file_permission", title = "获取文件权限信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97962",
    scope(work), retry = safe, reply = FilePermission, call = wedrive.file_permission)]
pub struct GetFilePermission {
    /// The file to look up.
    pub fileid: FileId,
}

/// Who can use a file, and how.
#[endpoint(part, reply_to(GetFilePermission))]
pub struct FilePermission {
    /// Whom the file is shared with.
    pub share_range: Option<ShareRange>,
    /// What is allowed with the file.
    pub secure_setting: Option<FileSecurity>,
    /// The members and departments that come from the folder.
    pub inherit_father_auth: Option<InheritedAuth>,
    /// The members and departments that were named for this file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub file_member_list: Vec<DriveMember>,
    /// Departments whose members can use it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_auth_list: Vec<DriveMember>,
    /// The watermark shown on it.
    pub watermark: Option<Watermark>,
}

/// Whom a file is shared with.
#[endpoint(part)]
pub struct ShareRange {
    /// Whether the corporation can use it.
    pub enable_corp_internal: Option<bool>,
    /// What the corporation may do.
    pub corp_internal_auth: Option<DriveAuth>,
    /// Whether only administrators approve requests from the corporation.
    pub corp_internal_approve_only_by_admin: Option<bool>,
    /// Whether people outside the corporation can use it.
    pub enable_corp_external: Option<bool>,
    /// What people outside the corporation may do.
    pub corp_external_auth: Option<DriveAuth>,
    /// Whether only administrators approve requests from outside.
    pub corp_external_approve_only_by_admin: Option<bool>,
}

/// What is allowed with a file.
#[endpoint(part)]
pub struct FileSecurity {
    /// Whether people who can only view it may copy and download it.
    pub enable_readonly_copy: Option<bool>,
    /// Whether only administrators may change these settings.
    pub modify_only_by_admin: Option<bool>,
    /// Whether people who can only view it may comment.
    pub enable_readonly_comment: Option<bool>,
    /// Whether it must not be shared outside the corporation.
    pub ban_share_external: Option<bool>,
}

/// The members and departments that come from the folder.
#[endpoint(part)]
pub struct InheritedAuth {
    /// The members and departments, and what they may do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub auth_list: Vec<DriveMember>,
    /// Whether the folder's members and departments can use the file.
    pub inherit: Option<bool>,
}

/// A watermark.
#[endpoint(part)]
#[derive(Default)]
pub struct Watermark {
    /// Words of the watermark.
    pub text: Option<String>,
    /// Density of the watermark.
    pub margin_type: Option<DriveWatermarkDensity>,
    /// Whether the words are shown.
    pub show_text: Option<bool>,
    /// Whether the name of the viewer is shown.
    pub show_visitor_name: Option<bool>,
    /// Whether an administrator of the corporation enforces it.
    pub force_by_admin: Option<bool>,
    /// Whether an administrator of the space enforces it.
    pub force_by_space_admin: Option<bool>,
}

int_enum! {
    /// The density of a watermark.
    pub enum DriveWatermarkDensity {
        /// Sparse (低密度).
        Low = 1,
        /// Dense (高密度).
        High = 2,
    }
}

/// Sets the watermark of a file of the drive.
#[endpoint(POST "/cgi-bin/wedrive/file_secure_setting", title = "修改文件安全设置",
    doc = "https://developer.work.weixin.qq.com/document/path/97965",
    scope(work), retry = safe, call = wedrive.set_file_security)]
pub struct SetFileSecurity {
    /// The file to change.
    pub fileid: FileId,
    /// The new watermark.
    pub watermark: Option<Watermark>,
}
