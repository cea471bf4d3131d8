//! Documents and spreadsheets (文档). `/cgi-bin/wedoc/*`

mod event;
mod manage;
mod permission;
mod spreadsheet;
mod text;
mod vip;

use weixin_api::{Call, Caller, On, endpoints};
use weixin_protocol::UserId;

pub use event::DocumentChange;
pub use manage::{
    CreateDocument, CreateDocumentCall, CreatedDocument, DeleteDocument, DeleteDocumentCall,
    DocumentDetail, DocumentInfo, DocumentLink, DocumentType, GetDocument, RenameDocument,
    RenameDocumentCall, ShareDocument, ShareDocumentCall,
};
pub use permission::{
    DocumentAccess, DocumentAuth, DocumentMember, DocumentSecurity, DocumentWatermark,
    GetDocumentAuth, SetDocumentAccess, SetDocumentAccessCall, SetDocumentMembers,
    SetDocumentMembersCall, SetDocumentSecurity, SetDocumentSecurityCall,
};
pub use spreadsheet::{
    AddSheet, AddedSheet, Cell, CellColor, CellFormat, CellLink, CellValue, DeleteDimension,
    DeleteSheet, DeletedDimension, DeletedSheet, GetSheetProperties, GetSheetRange, GridData,
    GridRow, SheetChange, SheetList, SheetProperties, SheetRange, SheetRangeResult, SheetResponse,
    SheetResponses, SpreadsheetUpdate, TextFormat, UpdateRange, UpdateSpreadsheet, UpdatedRange,
};
pub use text::{
    DeleteContent, InsertAt, InsertImage, InsertTable, InsertText, ReplaceText, TextChange,
    TextLocation, TextProperty, TextRange, UpdateText, UpdateTextCall, UpdateTextProperty,
};
pub use vip::{
    AddDocumentVips, DeleteDocumentVips, DocumentVipResult, DocumentVips, GetDocumentVips,
    GetDocumentVipsCall,
};

endpoints![
    CreateDocument,
    RenameDocument,
    DeleteDocument,
    GetDocument,
    ShareDocument,
    GetDocumentAuth,
    SetDocumentAccess,
    SetDocumentMembers,
    SetDocumentSecurity,
    UpdateText,
    GetSheetProperties,
    GetSheetRange,
    UpdateSpreadsheet,
    AddDocumentVips,
    DeleteDocumentVips,
    GetDocumentVips
];

weixin_protocol::messages![DocumentChange];

/// The group as a client has it: `wx.documents()`.
#[derive(Debug)]
pub struct Documents<'c, C: ?Sized>(&'c C);

/// Gives a client `documents()`.
pub trait DocumentsApi: Caller {
    /// Documents and spreadsheets (文档).
    fn documents(&self) -> Documents<'_, Self> {
        Documents(self)
    }
}

impl<C: Caller + ?Sized> DocumentsApi for C where CreateDocument: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Documents<'c, C> {
    /// Makes a document; see [`CreateDocument`].
    pub fn create(
        &self,
        doc_type: impl Into<DocumentType>,
        doc_name: impl Into<String>,
    ) -> Call<'c, C, CreateDocument> {
        Call::new(self.0, CreateDocument::new(doc_type, doc_name))
    }

    /// Gives a document another name; see [`RenameDocument`].
    pub fn rename(&self, new_name: impl Into<String>) -> Call<'c, C, RenameDocument> {
        Call::new(self.0, RenameDocument::new(new_name))
    }

    /// Deletes a document; see [`DeleteDocument`].
    pub fn delete(&self) -> Call<'c, C, DeleteDocument> {
        Call::new(self.0, DeleteDocument::new())
    }

    /// A document; see [`GetDocument`].
    pub fn get(&self, docid: impl Into<String>) -> Call<'c, C, GetDocument> {
        Call::new(self.0, GetDocument::new(docid))
    }

    /// A link to a document; see [`ShareDocument`].
    pub fn share(&self) -> Call<'c, C, ShareDocument> {
        Call::new(self.0, ShareDocument::new())
    }

    /// Who may do what with a document; see [`GetDocumentAuth`].
    pub fn auth(&self, docid: impl Into<String>) -> Call<'c, C, GetDocumentAuth> {
        Call::new(self.0, GetDocumentAuth::new(docid))
    }

    /// Says who may open a document by its link; see [`SetDocumentAccess`].
    pub fn set_access(&self, docid: impl Into<String>) -> Call<'c, C, SetDocumentAccess> {
        Call::new(self.0, SetDocumentAccess::new(docid))
    }

    /// Says who may use a document; see [`SetDocumentMembers`].
    pub fn set_members(&self, docid: impl Into<String>) -> Call<'c, C, SetDocumentMembers> {
        Call::new(self.0, SetDocumentMembers::new(docid))
    }

    /// Says what is allowed with a document; see [`SetDocumentSecurity`].
    pub fn set_security(&self, docid: impl Into<String>) -> Call<'c, C, SetDocumentSecurity> {
        Call::new(self.0, SetDocumentSecurity::new(docid))
    }

    /// Changes a text; see [`UpdateText`].
    pub fn update_text(
        &self,
        docid: impl Into<String>,
        requests: impl Into<Vec<TextChange>>,
    ) -> Call<'c, C, UpdateText> {
        Call::new(self.0, UpdateText::new(docid, requests))
    }

    /// The sheets of a spreadsheet; see [`GetSheetProperties`].
    pub fn sheets(&self, docid: impl Into<String>) -> Call<'c, C, GetSheetProperties> {
        Call::new(self.0, GetSheetProperties::new(docid))
    }

    /// What cells hold; see [`GetSheetRange`].
    pub fn range(
        &self,
        docid: impl Into<String>,
        sheet_id: impl Into<String>,
        range: impl Into<String>,
    ) -> Call<'c, C, GetSheetRange> {
        Call::new(self.0, GetSheetRange::new(docid, sheet_id, range))
    }

    /// Changes a spreadsheet; see [`UpdateSpreadsheet`].
    pub fn update_spreadsheet(
        &self,
        docid: impl Into<String>,
        requests: impl Into<Vec<SheetChange>>,
    ) -> Call<'c, C, UpdateSpreadsheet> {
        Call::new(self.0, UpdateSpreadsheet::new(docid, requests))
    }

    /// Gives members paid accounts; see [`AddDocumentVips`].
    pub fn add_vips(&self, userid_list: impl Into<Vec<UserId>>) -> Call<'c, C, AddDocumentVips> {
        Call::new(self.0, AddDocumentVips::new(userid_list))
    }

    /// Takes paid accounts from members; see [`DeleteDocumentVips`].
    pub fn delete_vips(
        &self,
        userid_list: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, DeleteDocumentVips> {
        Call::new(self.0, DeleteDocumentVips::new(userid_list))
    }

    /// Members with paid accounts, a page when awaited; see [`GetDocumentVips`].
    pub fn vips(&self) -> Call<'c, C, GetDocumentVips> {
        Call::new(self.0, GetDocumentVips::new())
    }
}
