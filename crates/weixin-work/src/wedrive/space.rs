//! Spaces.

use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

use crate::{
    ids::{DepartmentId, SpaceId},
    wedrive::WedriveHandle,
};

/// Creates a space of the drive (微盘空间) that belongs to the app.
#[endpoint(POST "/cgi-bin/wedrive/space_create", title = "新建空间",
    doc = "https://developer.work.weixin.qq.com/document/path/93655",
    scope(work), reply = CreatedSpace, call = wedrive.create_space)]
pub struct CreateSpace {
    /// Name of the space.
    pub space_name: String,
    /// The members and departments that can use it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub auth_info: Vec<DriveMember>,
    /// Kind of the space; [`SpaceKind::Normal`] if left out.
    pub space_sub_type: Option<SpaceKind>,
}

int_enum! {
    /// The kind of a space.
    pub enum SpaceKind {
        /// A normal space (普通).
        Normal = 0,
    }
}

/// A member or department, and what they may do.
#[endpoint(part)]
pub struct DriveMember {
    /// Whether it is a member or a department.
    #[serde(rename = "type")]
    pub kind: DriveMemberType,
    /// The member, for [`DriveMemberType::Member`].
    pub userid: Option<UserId>,
    /// The department, for [`DriveMemberType::Department`].
    pub departmentid: Option<DepartmentId>,
    /// What they may do.
    pub auth: Option<DriveAuth>,
}

int_enum! {
    /// What somebody may do in a space or with a file (权限).
    pub enum DriveAuth {
        /// View and download (可下载).
        Download = 1,
        /// Edit (可编辑); of files, only documents (微文档).
        Edit = 2,
        /// View only (可预览); only with the professional edition.
        View = 4,
        /// Upload and download (可上传下载); only as the default of an invitation link.
        UploadAndDownload = 5,
        /// Administer (管理员); only in a space, for up to 3 members.
        Administer = 7,
        /// As set in WeCom (自定义权限); only as the default of an invitation link.
        Custom = 200,
    }
}

int_enum! {
    /// Whether an entry is a member or a department.
    pub enum DriveMemberType {
        /// A member.
        Member = 1,
        /// A department.
        Department = 2,
    }
}

/// The id of a space that was created.
#[endpoint(part, reply_to(CreateSpace))]
pub struct CreatedSpace {
    /// The new space.
    pub spaceid: SpaceId,
}

/// Renames a space of the drive (微盘空间).
#[endpoint(POST "/cgi-bin/wedrive/space_rename", title = "重命名空间",
    doc = "https://developer.work.weixin.qq.com/document/path/97856",
    scope(work), retry = safe, call = wedrive.rename_space)]
pub struct RenameSpace {
    /// The space to rename.
    pub spaceid: SpaceId,
    /// The new name.
    pub space_name: String,
}

/// Dissolves a space of the drive (微盘空间) with all files in it.
#[endpoint(POST "/cgi-bin/wedrive/space_dismiss", title = "解散空间",
    doc = "https://developer.work.weixin.qq.com/document/path/97857",
    scope(work), retry = safe, call = wedrive.dismiss_space)]
pub struct DismissSpace {
    /// The space to dissolve.
    pub spaceid: SpaceId,
}

/// Returns a space of the drive (微盘空间) and its members.
///
/// Fails with 640001 when there is no such space, with 640008 when the app may not use it.
#[endpoint(POST "/cgi-bin/wedrive/space_info", title = "获取空间信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97858",
    scope(work), retry = safe, reply = SpaceDetail, call = wedrive.space)]
pub struct GetSpace {
    /// The space to look up.
    pub spaceid: SpaceId,
}

/// The reply with a space.
#[endpoint(part, reply_to(GetSpace, GetSpaceWithSettings))]
pub struct SpaceDetail {
    /// Name, members and settings.
    pub space_info: Space,
}

/// A space of the drive.
#[endpoint(part)]
pub struct Space {
    /// Id of the space.
    pub spaceid: SpaceId,
    /// Name of the space.
    pub space_name: Option<String>,
    /// The members and departments that can use it.
    pub auth_list: Option<SpaceMembers>,
    /// Kind of the space.
    pub space_sub_type: Option<SpaceKind>,
    /// The security settings; only in the reply of [`GetSpaceWithSettings`].
    pub secure_setting: Option<SpaceSecurity>,
}

/// The members and departments that can use a space.
#[endpoint(part)]
pub struct SpaceMembers {
    /// The members and departments, and what they may do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub auth_info: Vec<DriveMember>,
    /// Members of departments who have left the space themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quit_userid: Vec<UserId>,
}

/// The security settings of a space (安全设置).
#[endpoint(part)]
pub struct SpaceSecurity {
    /// Whether files show a watermark; only with the professional edition.
    pub enable_watermark: Option<bool>,
    /// Whether the confidential mode (保密模式) is on.
    pub enable_confidential_mode: Option<bool>,
    /// Whether people join by a link without being approved.
    pub share_url_no_approve: Option<bool>,
    /// What people who join by a link may do.
    pub share_url_no_approve_default_auth: Option<DriveAuth>,
    /// Who can see files that were not shared otherwise.
    pub default_file_scope: Option<DefaultFileScope>,
    /// Whether files must not be shared outside the corporation.
    pub ban_share_external: Option<bool>,
}

int_enum! {
    /// Who can see the files of a space by default.
    pub enum DefaultFileScope {
        /// The members of the space (仅成员).
        Members = 1,
        /// The corporation (企业内).
        Corporation = 2,
    }
}

/// Returns a space of the drive (微盘空间), its members and its security settings.
#[endpoint(POST "/cgi-bin/wedrive/new_space_info", title = "获取空间信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97950",
    scope(work), retry = safe, reply = SpaceDetail, call = wedrive.space_with_settings)]
pub struct GetSpaceWithSettings {
    /// The space to look up.
    pub spaceid: SpaceId,
}

/// Adds members and departments to a space of the drive.
///
/// Fails with 640001 when there is no such space, with 640010 when it would have too many members.
#[endpoint(POST "/cgi-bin/wedrive/space_acl_add", title = "添加成员/部门",
    doc = "https://developer.work.weixin.qq.com/document/path/93656",
    scope(work), retry = safe, call = wedrive.add_space_members)]
pub struct AddSpaceMembers {
    /// The space to change.
    pub spaceid: SpaceId,
    /// The members and departments, and what they may do.
    pub auth_info: Vec<DriveMember>,
}

/// Removes members and departments from a space of the drive.
#[endpoint(POST "/cgi-bin/wedrive/space_acl_del", title = "移除成员/部门",
    doc = "https://developer.work.weixin.qq.com/document/path/97875",
    scope(work), retry = safe, call = wedrive.delete_space_members)]
pub struct DeleteSpaceMembers {
    /// The space to change.
    pub spaceid: SpaceId,
    /// The members and departments; `auth` is ignored.
    pub auth_info: Vec<DriveMember>,
}

/// Sets the security settings of a space that this app created. What is left out stays as it is.
#[endpoint(POST "/cgi-bin/wedrive/space_setting", title = "安全设置",
    doc = "https://developer.work.weixin.qq.com/document/path/97876",
    scope(work), retry = safe, call = wedrive.set_space_security)]
pub struct SetSpaceSecurity {
    /// The space to change.
    pub spaceid: SpaceId,
    /// Whether files show a watermark; only with the professional edition.
    pub enable_watermark: Option<bool>,
    /// Whether the confidential mode (保密模式) is on.
    pub enable_confidential_mode: Option<bool>,
    /// Whether people join by a link without being approved.
    pub share_url_no_approve: Option<bool>,
    /// What people who join by a link may do.
    pub share_url_no_approve_default_auth: Option<DriveAuth>,
    /// Who can see files that were not shared otherwise.
    pub default_file_scope: Option<DefaultFileScope>,
    /// Whether files must not be shared outside the corporation.
    pub ban_share_external: Option<bool>,
}

/// Returns the link by which people join a space of the drive.
///
/// Fails with 640028 when the space has no link to join it, with 640001 when there is no such
/// space.
#[endpoint(POST "/cgi-bin/wedrive/space_share", title = "获取邀请链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97877",
    scope(work), retry = safe, reply = SpaceLink, call = wedrive.share_space)]
pub struct ShareSpace {
    /// The space to invite to.
    pub spaceid: SpaceId,
}

/// The link by which people join a space.
#[endpoint(part, reply_to(ShareSpace))]
pub struct SpaceLink {
    /// The link; [`SetSpaceSecurity`] sets what it allows.
    pub space_share_url: String,
}
