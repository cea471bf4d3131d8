//! Making and naming documents.

use crate::document::DocumentsHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

/// Makes a document, spreadsheet or smart sheet that belongs to the app.
#[endpoint(POST "/cgi-bin/wedoc/create_doc", title = "新建文档",
    doc = "https://developer.work.weixin.qq.com/document/path/97460",
    scope(work), reply = CreatedDocument, call = documents.create)]
pub struct CreateDocument {
    /// The space of the drive it goes into; goes with the folder.
    pub spaceid: Option<String>,
    /// The folder; the space itself is its top.
    pub fatherid: Option<String>,
    /// What to make.
    pub doc_type: DocumentType,
    /// Its name, up to 255 characters.
    pub doc_name: String,
    /// Who administers it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admin_users: Vec<UserId>,
}

int_enum! {
    /// What a document is.
    pub enum DocumentType {
        /// A text.
        Document = 3,
        /// A spreadsheet.
        Spreadsheet = 4,
        /// A smart sheet.
        SmartSheet = 10,
    }
}

/// A new document.
#[endpoint(part, reply_to(CreateDocument))]
pub struct CreatedDocument {
    /// The document. It is told only here.
    pub docid: String,
    /// Where it opens.
    pub url: Option<String>,
}

/// Gives a document or form another name.
#[endpoint(POST "/cgi-bin/wedoc/rename_doc", title = "重命名文档",
    doc = "https://developer.work.weixin.qq.com/document/path/97736",
    scope(work), retry = safe, call = documents.rename)]
pub struct RenameDocument {
    /// The document. It or `formid` must be there.
    pub docid: Option<String>,
    /// The form.
    pub formid: Option<String>,
    /// Its name, up to 255 characters.
    pub new_name: String,
}

/// Deletes a document or form.
#[endpoint(POST "/cgi-bin/wedoc/del_doc", title = "删除文档",
    doc = "https://developer.work.weixin.qq.com/document/path/97735",
    scope(work), retry = safe, call = documents.delete)]
pub struct DeleteDocument {
    /// The document. It or `formid` must be there.
    pub docid: Option<String>,
    /// The form.
    pub formid: Option<String>,
}

/// Tells about a document.
#[endpoint(POST "/cgi-bin/wedoc/get_doc_base_info", title = "获取文档基础信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97734",
    scope(work), retry = safe, reply = DocumentDetail, call = documents.get)]
pub struct GetDocument {
    /// The document.
    pub docid: String,
}

/// What is known of a document.
#[endpoint(part, reply_to(GetDocument))]
pub struct DocumentDetail {
    /// The document.
    pub doc_base_info: DocumentInfo,
}

/// A document.
#[endpoint(part)]
pub struct DocumentInfo {
    /// The document.
    pub docid: Option<String>,
    /// Its name.
    pub doc_name: Option<String>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// When it was last changed.
    pub modify_time: Option<Timestamp>,
    /// What it is.
    pub doc_type: Option<DocumentType>,
}

/// Gives the link to a document or form.
#[endpoint(POST "/cgi-bin/wedoc/doc_share", title = "分享文档",
    doc = "https://developer.work.weixin.qq.com/document/path/97733",
    scope(work), retry = safe, reply = DocumentLink, call = documents.share)]
pub struct ShareDocument {
    /// The document. It or `formid` must be there.
    pub docid: Option<String>,
    /// The form.
    pub formid: Option<String>,
}

/// A link to a document.
#[endpoint(part, reply_to(ShareDocument))]
pub struct DocumentLink {
    /// The link.
    pub share_url: String,
}
