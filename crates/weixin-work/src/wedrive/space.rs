//! Spaces.

use crate::wedrive::WedriveHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

/// Makes a space that belongs to the app.
#[endpoint(POST "/cgi-bin/wedrive/space_create", title = "新建空间",
    doc = "https://developer.work.weixin.qq.com/document/path/93655",
    scope(work), reply = SpaceId, call = wedrive.create_space)]
pub struct CreateSpace {
    /// Its name.
    pub space_name: String,
    /// Who may use it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub auth_info: Vec<DriveMember>,
    /// What it is: 0, a usual one.
    pub space_sub_type: Option<u8>,
}

/// A member or department, and what they may do.
#[endpoint(part)]
pub struct DriveMember {
    /// What follows.
    #[serde(rename = "type")]
    pub kind: DriveMemberType,
    /// The member.
    pub userid: Option<UserId>,
    /// The department.
    pub departmentid: Option<u64>,
    /// What they may do, in a space: 1 download, 4 look at, 7 administer (up to 3 members). With a
    /// file: 1 download, 2 edit, 4 look at.
    pub auth: Option<u32>,
}

int_enum! {
    /// Whether it is a member or a department.
    pub enum DriveMemberType {
        /// A member.
        Member = 1,
        /// A department.
        Department = 2,
    }
}

/// A space.
#[endpoint(part, reply_to(CreateSpace))]
pub struct SpaceId {
    /// The space.
    pub spaceid: String,
}

/// Gives a space another name.
#[endpoint(POST "/cgi-bin/wedrive/space_rename", title = "重命名空间",
    doc = "https://developer.work.weixin.qq.com/document/path/97856",
    scope(work), retry = safe, call = wedrive.rename_space)]
pub struct RenameSpace {
    /// The space.
    pub spaceid: String,
    /// Its name.
    pub space_name: String,
}

/// Gives a space up, with what is in it.
#[endpoint(POST "/cgi-bin/wedrive/space_dismiss", title = "解散空间",
    doc = "https://developer.work.weixin.qq.com/document/path/97857",
    scope(work), retry = safe, call = wedrive.dismiss_space)]
pub struct DismissSpace {
    /// The space.
    pub spaceid: String,
}

/// Tells about a space.
#[endpoint(POST "/cgi-bin/wedrive/space_info", title = "获取空间信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97858",
    scope(work), retry = safe, reply = SpaceDetail, call = wedrive.space)]
pub struct GetSpace {
    /// The space.
    pub spaceid: String,
}

/// What is known of a space.
#[endpoint(part, reply_to(GetSpace, GetSpaceWithSettings))]
pub struct SpaceDetail {
    /// The space.
    pub space_info: Space,
}

/// A space.
#[endpoint(part)]
pub struct Space {
    /// The space.
    pub spaceid: String,
    /// Its name.
    pub space_name: Option<String>,
    /// Who may use it.
    pub auth_list: Option<SpaceMembers>,
    /// What it is: 0, a usual one.
    pub space_sub_type: Option<u8>,
    /// What is allowed; in the reply of [`GetSpaceWithSettings`] only.
    pub secure_setting: Option<SpaceSecurity>,
}

/// Who may use a space.
#[endpoint(part)]
pub struct SpaceMembers {
    /// Members and departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub auth_info: Vec<DriveMember>,
    /// Members who left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quit_userid: Vec<UserId>,
}

/// What is allowed in a space.
#[endpoint(part)]
pub struct SpaceSecurity {
    /// Whether there is a watermark.
    pub enable_watermark: Option<bool>,
    /// Whether it is confidential.
    pub enable_confidential_mode: Option<bool>,
    /// Whether one joins by a link without being approved.
    pub share_url_no_approve: Option<bool>,
    /// What who joined so may do: 1 download, 2 edit, 4 look at, 5 upload and download, 200 as set.
    pub share_url_no_approve_default_auth: Option<u32>,
    /// Who sees files: 1 members of the space, 2 the corporation.
    pub default_file_scope: Option<u8>,
    /// Whether files may not be shared outside the corporation.
    pub ban_share_external: Option<bool>,
}

/// Tells about a space, and what is allowed in it.
#[endpoint(POST "/cgi-bin/wedrive/new_space_info", title = "获取空间信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97950",
    scope(work), retry = safe, reply = SpaceDetail, call = wedrive.space_with_settings)]
pub struct GetSpaceWithSettings {
    /// The space.
    pub spaceid: String,
}

/// Lets members and departments use a space.
#[endpoint(POST "/cgi-bin/wedrive/space_acl_add", title = "添加成员/部门",
    doc = "https://developer.work.weixin.qq.com/document/path/93656",
    scope(work), retry = safe, call = wedrive.add_space_members)]
pub struct AddSpaceMembers {
    /// The space.
    pub spaceid: String,
    /// Who, and what they may do.
    pub auth_info: Vec<DriveMember>,
}

/// Takes members and departments out of a space.
#[endpoint(POST "/cgi-bin/wedrive/space_acl_del", title = "移除成员/部门",
    doc = "https://developer.work.weixin.qq.com/document/path/97875",
    scope(work), retry = safe, call = wedrive.delete_space_members)]
pub struct DeleteSpaceMembers {
    /// The space.
    pub spaceid: String,
    /// Who.
    pub auth_info: Vec<DriveMember>,
}

/// Says what is allowed in a space of this app; what is left out stays as it is.
#[endpoint(POST "/cgi-bin/wedrive/space_setting", title = "安全设置",
    doc = "https://developer.work.weixin.qq.com/document/path/97876",
    scope(work), retry = safe, call = wedrive.set_space_security)]
pub struct SetSpaceSecurity {
    /// The space.
    pub spaceid: String,
    /// Whether there is a watermark.
    pub enable_watermark: Option<bool>,
    /// Whether it is confidential.
    pub enable_confidential_mode: Option<bool>,
    /// Whether one joins by a link without being approved.
    pub share_url_no_approve: Option<bool>,
    /// What who joined so may do: 1 download, 2 edit, 4 look at, 5 upload and download, 200 as set.
    pub share_url_no_approve_default_auth: Option<u32>,
    /// Who sees files: 1 members of the space, 2 the corporation.
    pub default_file_scope: Option<u8>,
    /// Whether files may not be shared outside the corporation.
    pub ban_share_external: Option<bool>,
}

/// Gives the link by which one joins a space.
#[endpoint(POST "/cgi-bin/wedrive/space_share", title = "获取邀请链接",
    doc = "https://developer.work.weixin.qq.com/document/path/97877",
    scope(work), retry = safe, reply = SpaceLink, call = wedrive.share_space)]
pub struct ShareSpace {
    /// The space.
    pub spaceid: String,
}

/// A link to join a space.
#[endpoint(part, reply_to(ShareSpace))]
pub struct SpaceLink {
    /// The link.
    pub space_share_url: String,
}
