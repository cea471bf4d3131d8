//! Reading and changing spreadsheets.

use crate::document::DocumentsHandle;
use weixin_api::endpoint;

/// Gives the sheets of a spreadsheet.
#[endpoint(POST "/cgi-bin/wedoc/spreadsheet/get_sheet_properties", title = "获取表格行列信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97711",
    scope(work), retry = safe, reply = SheetList, call = documents.sheets)]
pub struct GetSheetProperties {
    /// The spreadsheet.
    pub docid: String,
}

/// The sheets of a spreadsheet.
#[endpoint(part, reply_to(GetSheetProperties))]
pub struct SheetList {
    /// The sheets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<SheetProperties>,
    /// The same, in the newer form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub properties: Vec<SheetProperties>,
}

/// A sheet of a spreadsheet.
#[endpoint(part)]
pub struct SheetProperties {
    /// The sheet.
    pub sheet_id: String,
    /// Its name.
    pub title: Option<String>,
    /// How many rows it has.
    pub row_count: Option<u64>,
    /// How many columns it has.
    pub column_count: Option<u64>,
}

/// Gives what cells hold: up to 1,000 rows, 200 columns and 10,000 cells.
#[endpoint(POST "/cgi-bin/wedoc/spreadsheet/get_sheet_range_data", title = "获取表格数据",
    doc = "https://developer.work.weixin.qq.com/document/path/97661",
    scope(work), retry = safe, reply = SheetRange, call = documents.range)]
pub struct GetSheetRange {
    /// The spreadsheet.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// The cells, as in `A1:B2`.
    pub range: String,
}

/// What cells hold.
#[endpoint(part, reply_to(GetSheetRange))]
pub struct SheetRange {
    /// The cells.
    pub data: Option<SheetRangeResult>,
    /// The same, in the newer form.
    pub grid_data: Option<GridData>,
}

/// What cells hold.
#[endpoint(part)]
pub struct SheetRangeResult {
    /// The cells.
    pub result: Option<GridData>,
}

/// Cells.
#[endpoint(part)]
pub struct GridData {
    /// The first row, from 0 on.
    pub start_row: Option<u64>,
    /// The first column, from 0 on.
    pub start_column: Option<u64>,
    /// The rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<GridRow>,
}

/// A row of cells.
#[endpoint(part)]
pub struct GridRow {
    /// The cells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Cell>,
}

/// A cell.
#[endpoint(part)]
#[derive(Default)]
pub struct Cell {
    /// What it holds.
    pub cell_value: Option<CellValue>,
    /// How it looks.
    pub cell_format: Option<CellFormat>,
}

/// What a cell holds; one of these.
#[endpoint(part)]
#[derive(Default)]
pub struct CellValue {
    /// A text.
    pub text: Option<String>,
    /// A link.
    pub link: Option<CellLink>,
}

/// A link.
#[endpoint(part)]
pub struct CellLink {
    /// Where it leads.
    pub url: String,
    /// What it says.
    pub text: Option<String>,
}

/// How a cell looks.
#[endpoint(part)]
pub struct CellFormat {
    /// How its text looks.
    pub text_format: Option<TextFormat>,
}

/// How the text of a cell looks.
#[endpoint(part)]
#[derive(Default)]
pub struct TextFormat {
    /// The font.
    pub font: Option<String>,
    /// The size, up to 72.
    pub font_size: Option<u32>,
    /// Whether it is bold.
    pub bold: Option<bool>,
    /// Whether it is slanted.
    pub italic: Option<bool>,
    /// Whether it is struck through.
    pub strikethrough: Option<bool>,
    /// Whether it is underlined.
    pub underline: Option<bool>,
    /// The colour.
    pub color: Option<CellColor>,
}

/// A colour.
#[endpoint(part)]
pub struct CellColor {
    /// How red: 0 to 255.
    pub red: Option<u32>,
    /// How green: 0 to 255.
    pub green: Option<u32>,
    /// How blue: 0 to 255.
    pub blue: Option<u32>,
    /// How opaque: 0 to 255; 255 if left out.
    pub alpha: Option<u32>,
}

/// Changes a spreadsheet in one go: all of it or nothing.
#[endpoint(POST "/cgi-bin/wedoc/spreadsheet/batch_update", title = "编辑表格内容",
    doc = "https://developer.work.weixin.qq.com/document/path/97628",
    scope(work), reply = SpreadsheetUpdate, call = documents.update_spreadsheet)]
pub struct UpdateSpreadsheet {
    /// The spreadsheet.
    pub docid: String,
    /// The changes, one after the other: up to 5.
    pub requests: Vec<SheetChange>,
}

/// A change to a spreadsheet; one of these.
#[endpoint(part)]
#[derive(Default)]
pub struct SheetChange {
    /// Adds a sheet.
    pub add_sheet_request: Option<AddSheet>,
    /// Deletes a sheet.
    pub delete_sheet_request: Option<DeleteSheet>,
    /// Fills cells.
    pub update_range_request: Option<UpdateRange>,
    /// Deletes rows or columns.
    pub delete_dimension_request: Option<DeleteDimension>,
}

/// Adds a sheet.
#[endpoint(part)]
pub struct AddSheet {
    /// Its name.
    pub title: String,
    /// How many rows it has.
    pub row_count: Option<u64>,
    /// How many columns it has.
    pub column_count: Option<u64>,
}

/// Deletes a sheet.
#[endpoint(part)]
pub struct DeleteSheet {
    /// The sheet.
    pub sheet_id: String,
}

/// Fills cells.
#[endpoint(part)]
pub struct UpdateRange {
    /// The sheet.
    pub sheet_id: String,
    /// The cells.
    pub grid_data: GridData,
}

/// Deletes rows or columns.
#[endpoint(part)]
pub struct DeleteDimension {
    /// The sheet.
    pub sheet_id: String,
    /// `ROW` or `COLUMN`.
    pub dimension: String,
    /// The first.
    pub start_index: u64,
    /// The one after the last.
    pub end_index: u64,
}

/// What became of changes.
#[endpoint(part, reply_to(UpdateSpreadsheet))]
pub struct SpreadsheetUpdate {
    /// One for each.
    pub data: Option<SheetResponses>,
}

/// What became of changes.
#[endpoint(part)]
pub struct SheetResponses {
    /// One for each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responses: Vec<SheetResponse>,
}

/// What became of a change; one of these.
#[endpoint(part)]
pub struct SheetResponse {
    /// A sheet was added.
    pub add_sheet_response: Option<AddedSheet>,
    /// A sheet was deleted.
    pub delete_sheet_response: Option<DeletedSheet>,
    /// Cells were filled.
    pub update_range_response: Option<UpdatedRange>,
    /// Rows or columns were deleted.
    pub delete_dimension_response: Option<DeletedDimension>,
}

/// A sheet was added.
#[endpoint(part)]
pub struct AddedSheet {
    /// The sheet.
    pub properties: Option<SheetProperties>,
}

/// A sheet was deleted.
#[endpoint(part)]
pub struct DeletedSheet {
    /// The sheet.
    pub sheet_id: Option<String>,
}

/// Cells were filled.
#[endpoint(part)]
pub struct UpdatedRange {
    /// How many.
    pub updated_cells: Option<u64>,
}

/// Rows or columns were deleted.
#[endpoint(part)]
pub struct DeletedDimension {
    /// How many.
    pub deleted: Option<u64>,
}
