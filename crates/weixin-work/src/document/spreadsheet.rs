//! Reading and changing spreadsheets.

use super::SheetId;
use crate::document::DocumentsHandle;
use crate::ids::DocumentId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use weixin_api::{Describe, StringEnum, endpoint};

/// Returns the sheets of a spreadsheet with their sizes.
#[endpoint(POST "/cgi-bin/wedoc/spreadsheet/get_sheet_properties", title = "获取表格行列信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97711",
    scope(work), retry = safe, reply = SheetList, call = documents.sheets)]
pub struct GetSheetProperties {
    /// The spreadsheet whose sheets are returned.
    pub docid: DocumentId,
}

/// The sheets of a spreadsheet. The platform has used both fields; one of them is filled.
#[endpoint(part, reply_to(GetSheetProperties))]
pub struct SheetList {
    /// The sheets, if the reply has them here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<SheetProperties>,
    /// The sheets, if the reply has them here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub properties: Vec<SheetProperties>,
}

/// A sheet of a spreadsheet.
#[endpoint(part)]
pub struct SheetProperties {
    /// Id of the sheet, unique within the spreadsheet.
    pub sheet_id: SheetId,
    /// Name of the sheet.
    pub title: Option<String>,
    /// Number of rows.
    pub row_count: Option<u64>,
    /// Number of columns.
    pub column_count: Option<u64>,
}

/// Returns the content of cells of a spreadsheet.
#[endpoint(POST "/cgi-bin/wedoc/spreadsheet/get_sheet_range_data", title = "获取表格数据",
    doc = "https://developer.work.weixin.qq.com/document/path/97661",
    scope(work), retry = safe, reply = SheetRange, call = documents.range)]
pub struct GetSheetRange {
    /// The spreadsheet to read.
    pub docid: DocumentId,
    /// The sheet to read, as [`SheetProperties::sheet_id`].
    pub sheet_id: SheetId,
    /// The cells in A1 notation, for instance `A1:B2`: up to 1,000 rows, 200 columns and 10,000
    /// cells.
    pub range: String,
}

/// The content of cells. The platform has used both fields; one of them is filled.
#[endpoint(part, reply_to(GetSheetRange))]
pub struct SheetRange {
    /// The cells, if the reply has them here.
    pub data: Option<SheetRangeResult>,
    /// The cells, if the reply has them here.
    pub grid_data: Option<GridData>,
}

/// The content of cells, one level deeper in the reply.
#[endpoint(part)]
pub struct SheetRangeResult {
    /// The cells of the range.
    pub result: Option<GridData>,
}

/// A rectangle of cells.
#[endpoint(part)]
pub struct GridData {
    /// Index of the first row, counted from 0; 0 if left out.
    pub start_row: Option<u64>,
    /// Index of the first column, counted from 0; 0 if left out.
    pub start_column: Option<u64>,
    /// The rows, from top to bottom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<GridRow>,
}

/// A row of cells.
#[endpoint(part)]
pub struct GridRow {
    /// The cells, from left to right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Cell>,
}

/// A cell.
#[endpoint(part)]
#[derive(Default)]
pub struct Cell {
    /// The content; missing in an empty cell.
    pub cell_value: Option<CellValue>,
    /// The format; the default format if left out.
    pub cell_format: Option<CellFormat>,
}

/// The content of a cell: exactly one field is set.
#[endpoint(part)]
#[derive(Default)]
pub struct CellValue {
    /// A plain text.
    pub text: Option<String>,
    /// A link, with its address and text.
    pub link: Option<CellLink>,
}

/// A link in a cell.
#[endpoint(part)]
pub struct CellLink {
    /// Address that the link opens.
    pub url: String,
    /// The text that is shown.
    pub text: Option<String>,
}

/// The format of a cell.
#[endpoint(part)]
pub struct CellFormat {
    /// Font, size, style and colour of the text.
    pub text_format: Option<TextFormat>,
}

/// The format of the text in a cell.
#[endpoint(part)]
#[derive(Default)]
pub struct TextFormat {
    /// Name of the font, for instance `Microsoft YaHei`.
    pub font: Option<String>,
    /// Size of the font: up to 72.
    pub font_size: Option<u32>,
    /// Whether the text is bold.
    pub bold: Option<bool>,
    /// Whether the text is italic.
    pub italic: Option<bool>,
    /// Whether the text is struck through.
    pub strikethrough: Option<bool>,
    /// Whether the text is underlined.
    pub underline: Option<bool>,
    /// Colour of the text.
    pub color: Option<CellColor>,
}

/// A colour.
#[endpoint(part)]
pub struct CellColor {
    /// Red component: 0 to 255.
    pub red: Option<u32>,
    /// Green component: 0 to 255.
    pub green: Option<u32>,
    /// Blue component: 0 to 255.
    pub blue: Option<u32>,
    /// Opacity: 0 (transparent) to 255 (opaque); 255 if left out.
    pub alpha: Option<u32>,
}

/// Applies changes to a spreadsheet one after the other. The first change that fails ends the call;
/// the changes before it stay.
#[endpoint(POST "/cgi-bin/wedoc/spreadsheet/batch_update", title = "编辑表格内容",
    doc = "https://developer.work.weixin.qq.com/document/path/97628",
    scope(work), reply = SpreadsheetUpdate, call = documents.update_spreadsheet)]
pub struct UpdateSpreadsheet {
    /// The spreadsheet to change.
    pub docid: DocumentId,
    /// The changes, applied in this order: up to 5.
    pub requests: Vec<SheetChange>,
}

/// A change to a spreadsheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[non_exhaustive]
pub enum SheetChange {
    /// Adds a sheet (新增工作表).
    #[serde(rename = "add_sheet_request")]
    AddSheet(AddSheet),
    /// Deletes a sheet (删除工作表).
    #[serde(rename = "delete_sheet_request")]
    DeleteSheet(DeleteSheet),
    /// Writes cells (更新范围内单元格内容).
    #[serde(rename = "update_range_request")]
    UpdateRange(UpdateRange),
    /// Deletes rows or columns (删除连续的行或列).
    #[serde(rename = "delete_dimension_request")]
    DeleteDimension(DeleteDimension),
    /// A change that this version does not know, as JSON.
    #[serde(untagged)]
    Other(Value),
}

/// Adds a sheet.
#[endpoint(part)]
pub struct AddSheet {
    /// Name of the sheet.
    pub title: String,
    /// Number of rows; the platform's default if left out. A new sheet has up to 10,000 cells.
    pub row_count: Option<u64>,
    /// Number of columns: up to 200; the platform's default if left out.
    pub column_count: Option<u64>,
}

/// Deletes a sheet.
#[endpoint(part)]
pub struct DeleteSheet {
    /// The sheet to delete.
    pub sheet_id: SheetId,
}

/// Writes cells.
#[endpoint(part)]
pub struct UpdateRange {
    /// The sheet to write to.
    pub sheet_id: SheetId,
    /// The cells, with their position and new content: up to 1,000 rows, 200 columns and 10,000
    /// cells.
    pub grid_data: GridData,
}

/// Deletes rows or columns.
#[endpoint(part)]
pub struct DeleteDimension {
    /// The sheet whose rows or columns are deleted.
    pub sheet_id: SheetId,
    /// Whether rows or columns are deleted.
    pub dimension: Dimension,
    /// Number of the first row or column to delete, counted from 1.
    pub start_index: u64,
    /// Number of the row or column after the last one to delete, counted from 1; greater than
    /// `start_index`.
    pub end_index: u64,
}

/// Rows or columns of a sheet (行列类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum Dimension {
    /// Rows (行).
    #[string_enum(rename = "ROW")]
    Row,
    /// Columns (列).
    #[string_enum(rename = "COLUMN")]
    Column,
    /// A value that this version does not know.
    Other(String),
}

/// The results of changes to a spreadsheet.
#[endpoint(part, reply_to(UpdateSpreadsheet))]
pub struct SpreadsheetUpdate {
    /// The results of the changes.
    pub data: Option<SheetResponses>,
}

/// The results of changes to a spreadsheet.
#[endpoint(part)]
pub struct SheetResponses {
    /// One entry per change, in the same order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responses: Vec<SheetResponse>,
}

/// The result of a change: the field that matches the change is set.
#[endpoint(part)]
pub struct SheetResponse {
    /// The sheet that was added.
    pub add_sheet_response: Option<AddedSheet>,
    /// The sheet that was deleted.
    pub delete_sheet_response: Option<DeletedSheet>,
    /// The cells that were written.
    pub update_range_response: Option<UpdatedRange>,
    /// The rows or columns that were deleted.
    pub delete_dimension_response: Option<DeletedDimension>,
}

/// A sheet that was added.
#[endpoint(part)]
pub struct AddedSheet {
    /// The new sheet.
    pub properties: Option<SheetProperties>,
}

/// A sheet that was deleted.
#[endpoint(part)]
pub struct DeletedSheet {
    /// The deleted sheet.
    pub sheet_id: Option<SheetId>,
}

/// Cells that were written.
#[endpoint(part)]
pub struct UpdatedRange {
    /// Number of cells that were written.
    pub updated_cells: Option<u64>,
}

/// Rows or columns that were deleted.
#[endpoint(part)]
pub struct DeletedDimension {
    /// Number of rows or columns that were deleted.
    pub deleted: Option<u64>,
}
