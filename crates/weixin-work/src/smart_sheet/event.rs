//! Pushes about smart sheets.

use weixin_protocol::{Header, inbound};

/// Something happened to a smart sheet. Event `smart_sheet_change`.
#[inbound(event = "smart_sheet_change", scope(work))]
pub struct SmartSheetChange {
    /// From whom, to whom, when.
    pub header: Header,
    /// What: `add_record`, `update_record`, `delete_record`, `add_field`, `update_field`,
    /// `delete_field`, …
    pub change_type: String,
    /// The document.
    pub doc_id: Option<String>,
    /// The sheet.
    pub sheet_id: Option<String>,
    /// The columns.
    pub field_id: Vec<String>,
    /// The records.
    pub record_id: Vec<String>,
}
