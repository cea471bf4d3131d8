//! Documents and spreadsheets (文档). `/cgi-bin/wedoc/*`

mod event;
mod manage;
mod permission;
mod spreadsheet;
mod text;
mod vip;

use weixin_api::group;

pub use event::DocumentChange;
pub use manage::{
    CreateDocument, CreatedDocument, DeleteDocument, DocumentDetail, DocumentInfo, DocumentLink,
    DocumentType, GetDocument, RenameDocument, ShareDocument,
};
pub use permission::{
    DocumentAccess, DocumentAuth, DocumentMember, DocumentSecurity, DocumentWatermark,
    GetDocumentAuth, SetDocumentAccess, SetDocumentMembers, SetDocumentSecurity,
};
pub use spreadsheet::{
    AddSheet, AddedSheet, Cell, CellColor, CellFormat, CellLink, CellValue, DeleteDimension,
    DeleteSheet, DeletedDimension, DeletedSheet, GetSheetProperties, GetSheetRange, GridData,
    GridRow, SheetChange, SheetList, SheetProperties, SheetRange, SheetRangeResult, SheetResponse,
    SheetResponses, SpreadsheetUpdate, TextFormat, UpdateRange, UpdateSpreadsheet, UpdatedRange,
};
pub use text::{
    DeleteContent, InsertAt, InsertImage, InsertTable, InsertText, ReplaceText, TextChange,
    TextLocation, TextProperty, TextRange, UpdateText, UpdateTextProperty,
};
pub use vip::{
    AddDocumentVips, DeleteDocumentVips, DocumentVipResult, DocumentVips, GetDocumentVips,
};

group! {
    /// Documents and spreadsheets (文档).
    documents: [CreateDocument, RenameDocument, DeleteDocument, GetDocument, ShareDocument, GetDocumentAuth, SetDocumentAccess, SetDocumentMembers, SetDocumentSecurity, UpdateText, GetSheetProperties, GetSheetRange, UpdateSpreadsheet, AddDocumentVips, DeleteDocumentVips, GetDocumentVips]
}

weixin_protocol::messages![DocumentChange];
