//! Pushes about documents and forms.

use weixin_protocol::{Header, inbound};

/// Something happened to documents or forms. Event `doc_change`.
#[inbound(event = "doc_change", scope(work))]
pub struct DocumentChange {
    /// From whom, to whom, when.
    pub header: Header,
    /// What: `delete_doc`, `doc_member_change`, `delete_form`, `form_complete`, …
    pub change_type: String,
    /// The documents.
    pub doc_id: Vec<String>,
    /// The forms.
    pub form_id: Vec<String>,
}
