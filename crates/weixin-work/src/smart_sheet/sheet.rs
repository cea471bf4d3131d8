//! Sheets.

use crate::smart_sheet::SmartSheetsHandle;
use weixin_api::endpoint;

/// Adds a sheet to a smart sheet.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/add_sheet", title = "添加子表",
    doc = "https://developer.work.weixin.qq.com/document/path/99896",
    scope(work), reply = AddedSmartSheet, call = smart_sheets.add_sheet)]
pub struct AddSmartSheet {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub properties: Option<NewSmartSheet>,
}

/// A sheet to add.
#[endpoint(part)]
#[derive(Default)]
pub struct NewSmartSheet {
    /// Its name.
    pub title: Option<String>,
    /// Its place, from 0 on.
    pub index: Option<u32>,
}

/// A sheet that was added.
#[endpoint(part, reply_to(AddSmartSheet))]
pub struct AddedSmartSheet {
    /// The sheet.
    pub properties: SmartSheetProperties,
}

/// A sheet.
#[endpoint(part)]
pub struct SmartSheetProperties {
    /// The sheet.
    pub sheet_id: String,
    /// Its name.
    pub title: Option<String>,
    /// Its place, from 0 on.
    pub index: Option<u32>,
}

/// Gives a sheet another name.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/update_sheet", title = "更新子表",
    doc = "https://developer.work.weixin.qq.com/document/path/99898",
    scope(work), retry = safe, call = smart_sheets.update_sheet)]
pub struct UpdateSmartSheet {
    /// The document.
    pub docid: String,
    /// The sheet, with its name.
    pub properties: SmartSheetProperties,
}

/// Deletes a sheet.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/delete_sheet", title = "删除子表",
    doc = "https://developer.work.weixin.qq.com/document/path/99898",
    scope(work), retry = safe, call = smart_sheets.delete_sheet)]
pub struct DeleteSmartSheet {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
}

/// Gives the sheets of a document.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/get_sheet", title = "查询子表",
    doc = "https://developer.work.weixin.qq.com/document/path/99911",
    scope(work), retry = safe, reply = SmartSheetList, call = smart_sheets.sheets)]
pub struct GetSmartSheets {
    /// The document.
    pub docid: String,
    /// Only this one.
    pub sheet_id: Option<String>,
    /// Whether sheets of other kinds are told too.
    pub need_all_type_sheet: Option<bool>,
}

/// Sheets.
#[endpoint(part, reply_to(GetSmartSheets))]
pub struct SmartSheetList {
    /// The sheets.
    #[serde(default)]
    pub sheet_list: Vec<SmartSheetInfo>,
}

/// A sheet.
#[endpoint(part)]
pub struct SmartSheetInfo {
    /// The sheet.
    pub sheet_id: String,
    /// Its name.
    pub title: Option<String>,
    /// Whether it is shown.
    pub is_visible: Option<bool>,
    /// What it is: `smartsheet`, `dashboard` or `external`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
}
