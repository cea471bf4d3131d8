//! Pushes about smart sheets.

use weixin_protocol::{Header, inbound};

use super::{SheetFieldId, SheetId, SheetRecordId, SmartSheetChangeKind};
use crate::ids::DocumentId;

/// The columns or records of a smart sheet were changed in WeCom.
///
/// Pushed to the app that created the sheet. A push names up to 1,000 columns or records; further
/// ones come in further pushes.
#[inbound(event = "smart_sheet_change", scope(work))]
pub struct SmartSheetChange {
    /// Sender, receiver and time of the event.
    pub header: Header,
    /// What was changed, and how.
    pub change_type: SmartSheetChangeKind,
    /// The document that was changed.
    pub doc_id: Option<DocumentId>,
    /// The sheet that was changed.
    pub sheet_id: Option<SheetId>,
    /// The columns that were changed, for a change of columns.
    pub field_id: Vec<SheetFieldId>,
    /// The records that were changed, for a change of records.
    pub record_id: Vec<SheetRecordId>,
}
