//! Creating, renaming, deleting and sharing documents.

use crate::document::DocumentsHandle;
use crate::ids::{DocumentId, FileId, FormId, SpaceId};
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

/// Creates a document, spreadsheet or smart sheet that belongs to the app.
///
/// Fails with 640052 when the name is not allowed, with 640053 when there are too many
/// administrators, with 640054 when the type is not allowed.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::document::DocumentType;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let created = wx.documents().create((DocumentType::Spreadsheet, "Budget 2026")).await?;
/// println!("{} {}", created.docid, created.url.unwrap_or_default());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/wedoc/create_doc", title = "新建文档",
    doc = "https://developer.work.weixin.qq.com/document/path/97460",
    scope(work), reply = CreatedDocument, call = documents.create)]
pub struct CreateDocument {
    /// The space of the drive that the document is created in; goes with `fatherid`. If both are
    /// left out, it is not in a space.
    pub spaceid: Option<SpaceId>,
    /// The folder that the document is created in. The id of the space stands for its top level.
    pub fatherid: Option<FileId>,
    /// The type of the document.
    pub doc_type: DocumentType,
    /// Name of the document: up to 255 characters.
    pub doc_name: String,
    /// Members who administer the document besides the app.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admin_users: Vec<UserId>,
}

int_enum! {
    /// The type of a document (文档类型).
    pub enum DocumentType {
        /// A text document (文档).
        Document = 3,
        /// A spreadsheet (表格).
        Spreadsheet = 4,
        /// A smart sheet (智能表格).
        SmartSheet = 10,
    }
}

/// A document that was created.
#[endpoint(part, reply_to(CreateDocument))]
pub struct CreatedDocument {
    /// The new document. The platform returns the id only here, so store it.
    pub docid: DocumentId,
    /// Address at which the document opens.
    pub url: Option<String>,
}

/// Renames a document or form.
#[endpoint(POST "/cgi-bin/wedoc/rename_doc", title = "重命名文档",
    doc = "https://developer.work.weixin.qq.com/document/path/97736",
    scope(work), retry = safe, call = documents.rename)]
pub struct RenameDocument {
    /// The document to rename. Either it or `formid` is required.
    pub docid: Option<DocumentId>,
    /// The form to rename.
    pub formid: Option<FormId>,
    /// New name: up to 255 characters.
    pub new_name: String,
}

/// Deletes a document or form.
#[endpoint(POST "/cgi-bin/wedoc/del_doc", title = "删除文档",
    doc = "https://developer.work.weixin.qq.com/document/path/97735",
    scope(work), retry = safe, call = documents.delete)]
pub struct DeleteDocument {
    /// The document to delete. Either it or `formid` is required.
    pub docid: Option<DocumentId>,
    /// The form to delete.
    pub formid: Option<FormId>,
}

/// Returns name, type and times of a document.
#[endpoint(POST "/cgi-bin/wedoc/get_doc_base_info", title = "获取文档基础信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97734",
    scope(work), retry = safe, reply = DocumentDetail, call = documents.get)]
pub struct GetDocument {
    /// The document to return.
    pub docid: DocumentId,
}

/// The reply to [`GetDocument`].
#[endpoint(part, reply_to(GetDocument))]
pub struct DocumentDetail {
    /// Name, type and times of the document.
    pub doc_base_info: DocumentInfo,
}

/// Name, type and times of a document.
#[endpoint(part)]
pub struct DocumentInfo {
    /// Id of the document.
    pub docid: Option<DocumentId>,
    /// Name of the document.
    pub doc_name: Option<String>,
    /// Time of creation.
    pub create_time: Option<Timestamp>,
    /// Time of the last change.
    pub modify_time: Option<Timestamp>,
    /// The type of the document.
    pub doc_type: Option<DocumentType>,
}

/// Returns a link to a document or form.
#[endpoint(POST "/cgi-bin/wedoc/doc_share", title = "分享文档",
    doc = "https://developer.work.weixin.qq.com/document/path/97733",
    scope(work), retry = safe, reply = DocumentLink, call = documents.share)]
pub struct ShareDocument {
    /// The document to link to. Either it or `formid` is required.
    pub docid: Option<DocumentId>,
    /// The form to link to.
    pub formid: Option<FormId>,
}

/// A link to a document or form.
#[endpoint(part, reply_to(ShareDocument))]
pub struct DocumentLink {
    /// Address of the document or form.
    pub share_url: String,
}
