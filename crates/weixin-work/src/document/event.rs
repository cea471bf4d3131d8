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
    /// A form is complete (收集完成).
    FormComplete,
    /// A value that this version does not know.
    Other(String),
}
