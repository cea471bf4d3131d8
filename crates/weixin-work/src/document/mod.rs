//! Documents and spreadsheets (文档). `/cgi-bin/wedoc/*`

mod event;
mod manage;
mod permission;
mod spreadsheet;
mod text;
mod vip;

use weixin_api::group;

pub use event::{DocumentArchiveChange, DocumentChange, DocumentChangeKind};
pub use manage::{
    CreateDocument, CreatedDocument, DeleteDocument, DocumentDetail, DocumentInfo, DocumentLink,
    DocumentType, GetDocument, RenameDocument, ShareDocument,
};
pub use permission::{
    DocumentAccess, DocumentAuth, DocumentMember, DocumentMemberKind, DocumentPermission,
    DocumentSecurity, DocumentWatermark, GetDocumentAuth, SetDocumentAccess, SetDocumentMembers,
    SetDocumentSecurity, WatermarkDensity,
};
pub use spreadsheet::{
    AddSheet, AddedSheet, Cell, CellColor, CellFormat, CellLink, CellValue, DeleteDimension,
    DeleteSheet, DeletedDimension, DeletedSheet, Dimension, GetSheetProperties, GetSheetRange,
    GridData, GridRow, SheetChange, SheetList, SheetProperties, SheetRange, SheetRangeResult,
    SheetResponse, SheetResponses, SpreadsheetUpdate, TextFormat, UpdateRange, UpdateSpreadsheet,
    UpdatedRange,
};
pub use text::{
    DeleteContent, InsertAt, InsertImage, InsertTable, InsertText, ReplaceText, TextChange,
    TextLocation, TextProperty, TextRange, UpdateText, UpdateTextProperty,
};
pub use vip::{
    AddDocumentVips, DeleteDocumentVips, DocumentVipResult, DocumentVips, GetDocumentVips,
};

weixin_api::string_id! {
    /// A sheet of a spreadsheet (工作表, sheet_id).
    SheetId
    /// An image that was uploaded for documents (图片, image_id).
    DocumentImageId
}

group! {
    /// Documents and spreadsheets (文档).
    documents: [
        CreateDocument, RenameDocument, DeleteDocument, GetDocument, ShareDocument, GetDocumentAuth,
        SetDocumentAccess, SetDocumentMembers, SetDocumentSecurity, UpdateText, GetSheetProperties,
        GetSheetRange, UpdateSpreadsheet, AddDocumentVips, DeleteDocumentVips, GetDocumentVips,
    ]
}

weixin_protocol::messages![DocumentChange, DocumentArchiveChange];
