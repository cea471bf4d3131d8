//! Pushes about documents and forms.

use crate::ids::{DocumentId, FormId};
use weixin_api::StringEnum;
use weixin_protocol::{Header, inbound};

/// A document or form of the app was changed or deleted in WeCom, or a form was filled in (文档变更通知).
///
/// Pushed to the app that created it.
#[inbound(event = "doc_change", scope(work))]
pub struct DocumentChange {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The kind of change.
    pub change_type: DocumentChangeKind,
    /// The documents concerned; empty for changes of forms.
    pub doc_id: Vec<DocumentId>,
    /// The forms concerned; empty for changes of documents.
    pub form_id: Vec<FormId>,
}

/// A document in the scope of the archive of documents (文档内容存档) was added, edited or deleted.
///
/// Pushed to the app that may call the archive, once a day for each document: changes of a day are
/// combined. A document counts as added when its creator comes into the scope or when it gets a
/// second member, and as deleted when its creator leaves the scope or when only one member is left.
#[inbound(event = "document_archive_change", scope(work))]
pub struct DocumentArchiveChange {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The document that changed.
    pub doc_id: DocumentId,
    /// The title of the document.
    pub doc_name: Option<String>,
}

/// The kind of change of a document or form (变更类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DocumentChangeKind {
    /// A document was deleted (删除文档).
    DeleteDoc,
    /// The members of a document changed (文档成员变更).
    DocMemberChange,
    /// A form was deleted (删除收集表).
    DeleteForm,
    /// A member filled in a form (收集表完成).
    FormComplete,
    /// The settings of a form changed, such as its administrators or who may fill it in
    /// (修改收集表设置).
    FormSettingsChange,
    /// A value that this version does not know.
    Other(String),
}
