//! Permissions of documents.

use crate::document::DocumentsHandle;
use crate::ids::{DepartmentId, DocumentId, TmpExternalUserId};
use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

int_enum! {
    /// What somebody may do with a document (权限类型).
    pub enum DocumentPermission {
        /// Read (只读).
        Read = 1,
        /// Read and edit (读写).
        Edit = 2,
        /// Administer (管理员).
        Administer = 7,
    }
}

int_enum! {
    /// The kind of an entry in a list of permissions (成员种类).
    pub enum DocumentMemberKind {
        /// A person (用户).
        User = 1,
        /// A department (部门).
        Department = 2,
    }
}

int_enum! {
    /// The density of a watermark (水印密度).
    pub enum WatermarkDensity {
        /// Sparse (稀疏).
        Sparse = 1,
        /// Dense (紧密).
        Dense = 2,
    }
}

/// Returns the permissions of a document.
#[endpoint(POST "/cgi-bin/wedoc/doc_get_auth", title = "获取文档权限信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97733",
    scope(work), retry = safe, reply = DocumentAuth, call = documents.auth)]
pub struct GetDocumentAuth {
    /// The document whose permissions are returned. Only documents that the app created.
    pub docid: DocumentId,
}

/// The permissions of a document.
#[endpoint(part, reply_to(GetDocumentAuth))]
pub struct DocumentAuth {
    /// Who may open the document by its link (查看规则).
    pub access_rule: Option<DocumentAccess>,
    /// What readers may do (安全设置).
    pub secure_setting: Option<DocumentSecurity>,
    /// People who are named as members of the document (通知范围).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doc_member_list: Vec<DocumentMember>,
    /// Departments whose members may open the document (特定部门).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_auth_list: Vec<DocumentMember>,
}

/// Who may open a document by its link (查看规则).
#[endpoint(part)]
pub struct DocumentAccess {
    /// Whether members of the corporation may open the document.
    pub enable_corp_internal: Option<bool>,
    /// What members of the corporation may do.
    pub corp_internal_auth: Option<DocumentPermission>,
    /// Whether only an administrator of the document can admit members of the corporation. Always
    /// so while `enable_corp_internal` is off.
    pub corp_internal_approve_only_by_admin: Option<bool>,
    /// Whether people outside the corporation may open the document.
    pub enable_corp_external: Option<bool>,
    /// What people outside the corporation may do.
    pub corp_external_auth: Option<DocumentPermission>,
    /// Whether only an administrator of the document can admit people outside the corporation.
    /// Always so while both `enable_corp_external` and `ban_share_external` are off.
    pub corp_external_approve_only_by_admin: Option<bool>,
    /// Whether the document must not be shared outside the corporation.
    pub ban_share_external: Option<bool>,
}

/// What readers of a document may do (安全设置).
#[endpoint(part)]
pub struct DocumentSecurity {
    /// Whether people who may only read can export, copy and print.
    pub enable_readonly_copy: Option<bool>,
    /// Whether people who may only read can comment.
    pub enable_readonly_comment: Option<bool>,
    /// The watermark over the document; missing if there is none.
    pub watermark: Option<DocumentWatermark>,
}

/// The watermark of a document (水印).
#[endpoint(part)]
#[derive(Default)]
pub struct DocumentWatermark {
    /// How closely the watermark is repeated.
    pub margin_type: Option<WatermarkDensity>,
    /// Whether the name of the reader is shown.
    pub show_visitor_name: Option<bool>,
    /// Whether `text` is shown.
    pub show_text: Option<bool>,
    /// The text of the watermark.
    pub text: Option<String>,
}

/// A person or department with a permission. One of the three ids is set.
#[endpoint(part)]
pub struct DocumentMember {
    /// Whether the entry is a person or a department. The list of members holds only people, the
    /// list of departments only departments.
    #[serde(rename = "type")]
    pub kind: DocumentMemberKind,
    /// The member of the corporation.
    pub userid: Option<UserId>,
    /// The person outside the corporation. The id differs from document to document.
    pub tmp_external_userid: Option<TmpExternalUserId>,
    /// The department whose members have the permission.
    pub departmentid: Option<DepartmentId>,
    /// What the person or department may do: for departments [`DocumentPermission::Read`] only. A
    /// document has up to three administrators. Missing when an entry is removed.
    pub auth: Option<DocumentPermission>,
}

/// Changes who may open a document by its link. Fields that are left out stay unchanged.
#[endpoint(POST "/cgi-bin/wedoc/mod_doc_join_rule", title = "修改文档查看规则",
    doc = "https://developer.work.weixin.qq.com/document/path/97733",
    scope(work), retry = safe, call = documents.set_access)]
pub struct SetDocumentAccess {
    /// The document whose settings change. Only documents that the app created.
    pub docid: DocumentId,
    /// Whether members of the corporation may open the document.
    pub enable_corp_internal: Option<bool>,
    /// What members of the corporation may do.
    pub corp_internal_auth: Option<DocumentPermission>,
    /// Whether only an administrator of the document can admit members of the corporation. The
    /// document needs an administrator first.
    pub corp_internal_approve_only_by_admin: Option<bool>,
    /// Whether people outside the corporation may open the document.
    pub enable_corp_external: Option<bool>,
    /// What people outside the corporation may do.
    pub corp_external_auth: Option<DocumentPermission>,
    /// Whether only an administrator of the document can admit people outside the corporation. The
    /// document needs an administrator first.
    pub corp_external_approve_only_by_admin: Option<bool>,
    /// Whether the document must not be shared outside the corporation.
    pub ban_share_external: Option<bool>,
    /// Whether `co_auth_list` replaces the present departments: no if left out.
    pub update_co_auth_list: Option<bool>,
    /// Departments whose members may open the document. With `update_co_auth_list`, an empty list
    /// removes all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_auth_list: Vec<DocumentMember>,
}

/// Adds, changes and removes members of a document.
///
/// Fails with 640055 when the document would have too many members, with 640056 when somebody to be
/// removed is not one.
#[endpoint(POST "/cgi-bin/wedoc/mod_doc_member", title = "修改文档通知范围及权限",
    doc = "https://developer.work.weixin.qq.com/document/path/97733",
    scope(work), retry = safe, call = documents.set_members)]
pub struct SetDocumentMembers {
    /// The document whose members change. Only documents that the app created.
    pub docid: DocumentId,
    /// Members to add, or whose permission changes: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub update_file_member_list: Vec<DocumentMember>,
    /// Members to remove: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub del_file_member_list: Vec<DocumentMember>,
}

/// Changes what readers of a document may do. Fields that are left out stay unchanged.
#[endpoint(POST "/cgi-bin/wedoc/mod_doc_safty_setting", title = "修改文档安全设置",
    doc = "https://developer.work.weixin.qq.com/document/path/97782",
    scope(work), retry = safe, call = documents.set_security)]
pub struct SetDocumentSecurity {
    /// The document whose settings change. Only documents that the app created.
    pub docid: DocumentId,
    /// Whether people who may only read can export, copy and print.
    pub enable_readonly_copy: Option<bool>,
    /// Whether people who may only read can comment.
    pub enable_readonly_comment: Option<bool>,
    /// The watermark over the document; fields that are left out stay unchanged.
    pub watermark: Option<DocumentWatermark>,
}
