//! Sheets.

use weixin_api::endpoint;

use super::{SheetId, SmartSheetKind};
use crate::{ids::DocumentId, smart_sheet::SmartSheetsHandle};

/// Adds a sheet, without columns and records, to a smart sheet document.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/add_sheet", title = "添加子表",
    doc = "https://developer.work.weixin.qq.com/document/path/99896",
    scope(work), reply = AddedSmartSheet, call = smart_sheets.add_sheet)]
pub struct AddSmartSheet {
    /// The document to add to.
    pub docid: DocumentId,
    /// Title and position of the sheet.
    pub properties: Option<NewSmartSheet>,
}

/// A sheet to add.
#[endpoint(part)]
#[derive(Default)]
pub struct NewSmartSheet {
    /// Title of the sheet.
    pub title: Option<String>,
    /// Position of the sheet, from 0.
    pub index: Option<u32>,
}

/// A sheet that was added.
#[endpoint(part, reply_to(AddSmartSheet))]
pub struct AddedSmartSheet {
    /// The new sheet, with its id.
    pub properties: SmartSheetProperties,
}

/// The title and position of a sheet.
#[endpoint(part)]
pub struct SmartSheetProperties {
    /// Id of the sheet.
    pub sheet_id: SheetId,
    /// Title of the sheet.
    pub title: Option<String>,
    /// Position of the sheet, from 0.
    pub index: Option<u32>,
}

/// Renames a sheet of a smart sheet document.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/update_sheet", title = "更新子表",
    doc = "https://developer.work.weixin.qq.com/document/path/99898",
    scope(work), retry = safe, call = smart_sheets.update_sheet)]
pub struct UpdateSmartSheet {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet and its new title.
    pub properties: SmartSheetProperties,
}

/// Deletes a sheet from a smart sheet document.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/delete_sheet", title = "删除子表",
    doc = "https://developer.work.weixin.qq.com/document/path/99898",
    scope(work), retry = safe, call = smart_sheets.delete_sheet)]
pub struct DeleteSmartSheet {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet to delete.
    pub sheet_id: SheetId,
}

/// Returns the sheets of a smart sheet document.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/get_sheet", title = "查询子表",
    doc = "https://developer.work.weixin.qq.com/document/path/99911",
    scope(work), retry = safe, reply = SmartSheetList, call = smart_sheets.sheets)]
pub struct GetSmartSheets {
    /// The document to list.
    pub docid: DocumentId,
    /// Only this sheet.
    pub sheet_id: Option<SheetId>,
    /// Whether dashboards and pages are returned too; only sheets if left out.
    pub need_all_type_sheet: Option<bool>,
}

/// Sheets.
#[endpoint(part, reply_to(GetSmartSheets))]
pub struct SmartSheetList {
    /// The sheets of the document.
    #[serde(default)]
    pub sheet_list: Vec<SmartSheetInfo>,
}

/// A sheet.
#[endpoint(part)]
pub struct SmartSheetInfo {
    /// Id of the sheet.
    pub sheet_id: SheetId,
    /// Title of the sheet.
    pub title: Option<String>,
    /// Whether the sheet is shown.
    pub is_visible: Option<bool>,
    /// Whether it is a sheet, a dashboard or a page.
    #[serde(rename = "type")]
    pub kind: Option<SmartSheetKind>,
}
