//! Who may do what with a document.

use crate::document::DocumentsHandle;
use weixin_api::endpoint;
use weixin_protocol::UserId;

/// Tells who may do what with a document.
#[endpoint(POST "/cgi-bin/wedoc/doc_get_auth", title = "获取文档权限信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97733",
    scope(work), retry = safe, reply = DocumentAuth, call = documents.auth)]
pub struct GetDocumentAuth {
    /// The document.
    pub docid: String,
}

/// Who may do what with a document.
#[endpoint(part, reply_to(GetDocumentAuth))]
pub struct DocumentAuth {
    /// Who may open it by its link.
    pub access_rule: Option<DocumentAccess>,
    /// What is allowed.
    pub secure_setting: Option<DocumentSecurity>,
    /// Those that were named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doc_member_list: Vec<DocumentMember>,
    /// Departments that may use it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_auth_list: Vec<DocumentMember>,
}

/// Who may open a document by its link.
#[endpoint(part)]
pub struct DocumentAccess {
    /// Whether members of the corporation may.
    pub enable_corp_internal: Option<bool>,
    /// What they may do: 1 read, 2 edit.
    pub corp_internal_auth: Option<u8>,
    /// Whether only administrators approve them.
    pub corp_internal_approve_only_by_admin: Option<bool>,
    /// Whether others may.
    pub enable_corp_external: Option<bool>,
    /// What those may do: 1 read, 2 edit.
    pub corp_external_auth: Option<u8>,
    /// Whether only administrators approve those.
    pub corp_external_approve_only_by_admin: Option<bool>,
    /// Whether it may not be shared outside the corporation.
    pub ban_share_external: Option<bool>,
}

/// What is allowed with a document.
#[endpoint(part)]
pub struct DocumentSecurity {
    /// Whether who reads it may copy and download.
    pub enable_readonly_copy: Option<bool>,
    /// Whether who reads it may comment.
    pub enable_readonly_comment: Option<bool>,
    /// The watermark.
    pub watermark: Option<DocumentWatermark>,
}

/// A watermark.
#[endpoint(part)]
#[derive(Default)]
pub struct DocumentWatermark {
    /// How dense it is: 1 little, 2 dense.
    pub margin_type: Option<u8>,
    /// Whether the name of who looks is shown.
    pub show_visitor_name: Option<bool>,
    /// Whether the text is shown.
    pub show_text: Option<bool>,
    /// The text.
    pub text: Option<String>,
}

/// Somebody who may use a document.
#[endpoint(part)]
pub struct DocumentMember {
    /// 1 somebody, 2 a department.
    #[serde(rename = "type")]
    pub kind: u8,
    /// The member.
    pub userid: Option<UserId>,
    /// Who, if they are from outside.
    pub tmp_external_userid: Option<String>,
    /// The department.
    pub departmentid: Option<u64>,
    /// What they may do: 1 read, 2 edit, 7 administer.
    pub auth: Option<u8>,
}

/// Says who may open a document by its link; what is left out stays as it is.
#[endpoint(POST "/cgi-bin/wedoc/mod_doc_join_rule", title = "修改文档查看规则",
    doc = "https://developer.work.weixin.qq.com/document/path/97733",
    scope(work), retry = safe, call = documents.set_access)]
pub struct SetDocumentAccess {
    /// The document.
    pub docid: String,
    /// Whether members of the corporation may.
    pub enable_corp_internal: Option<bool>,
    /// What they may do: 1 read, 2 edit.
    pub corp_internal_auth: Option<u8>,
    /// Whether only administrators approve them.
    pub corp_internal_approve_only_by_admin: Option<bool>,
    /// Whether others may.
    pub enable_corp_external: Option<bool>,
    /// What those may do: 1 read, 2 edit.
    pub corp_external_auth: Option<u8>,
    /// Whether only administrators approve those.
    pub corp_external_approve_only_by_admin: Option<bool>,
    /// Whether it may not be shared outside the corporation.
    pub ban_share_external: Option<bool>,
    /// Whether the departments below replace the present ones.
    pub update_co_auth_list: Option<bool>,
    /// Departments that may use it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_auth_list: Vec<DocumentMember>,
}

/// Says who else may use a document, and who may no longer.
#[endpoint(POST "/cgi-bin/wedoc/mod_doc_member", title = "修改文档通知范围及权限",
    doc = "https://developer.work.weixin.qq.com/document/path/97733",
    scope(work), retry = safe, call = documents.set_members)]
pub struct SetDocumentMembers {
    /// The document.
    pub docid: String,
    /// Who may, or may do something else: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub update_file_member_list: Vec<DocumentMember>,
    /// Who may no longer: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub del_file_member_list: Vec<DocumentMember>,
}

/// Says what is allowed with a document; what is left out stays as it is.
#[endpoint(POST "/cgi-bin/wedoc/mod_doc_safty_setting", title = "修改文档安全设置",
    doc = "https://developer.work.weixin.qq.com/document/path/97782",
    scope(work), retry = safe, call = documents.set_security)]
pub struct SetDocumentSecurity {
    /// The document.
    pub docid: String,
    /// Whether who reads it may copy and download.
    pub enable_readonly_copy: Option<bool>,
    /// Whether who reads it may comment.
    pub enable_readonly_comment: Option<bool>,
    /// The watermark.
    pub watermark: Option<DocumentWatermark>,
}
