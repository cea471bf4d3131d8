//! Members with premium accounts for documents (高级功能账号).

use crate::document::DocumentsHandle;
use weixin_api::{Paged, endpoint};
use weixin_protocol::UserId;

/// Assigns premium accounts for documents to members.
///
/// Fails with 770001 when there are not enough accounts, with 770009 when all of the members have
/// one.
#[endpoint(POST "/cgi-bin/wedoc/vip/batch_add", title = "分配高级功能账号",
    doc = "https://developer.work.weixin.qq.com/document/path/99516",
    scope(work), retry = safe, reply = DocumentVipResult, call = documents.add_vips)]
pub struct AddDocumentVips {
    /// The members: up to 100.
    pub userid_list: Vec<UserId>,
}

/// The result of assigning or withdrawing premium accounts.
#[endpoint(part, reply_to(AddDocumentVips, DeleteDocumentVips))]
pub struct DocumentVipResult {
    /// Members for whom it succeeded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_userid_list: Vec<UserId>,
    /// Members for whom it failed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_userid_list: Vec<UserId>,
}

/// Withdraws premium accounts for documents from members.
#[endpoint(POST "/cgi-bin/wedoc/vip/batch_del", title = "取消高级功能账号",
    doc = "https://developer.work.weixin.qq.com/document/path/99517",
    scope(work), retry = safe, reply = DocumentVipResult, call = documents.delete_vips)]
pub struct DeleteDocumentVips {
    /// The members: up to 100.
    pub userid_list: Vec<UserId>,
}

/// Returns the members with premium accounts for documents, up to 100 at a time.
#[endpoint(POST "/cgi-bin/wedoc/vip/list", title = "获取高级功能账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/99518",
    scope(work), retry = safe, reply = DocumentVips, call = documents.vips)]
pub struct GetDocumentVips {
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
    /// Page size: up to 100.
    pub limit: Option<u32>,
}

/// A page of members with premium accounts.
#[endpoint(part, reply_to(GetDocumentVips))]
pub struct DocumentVips {
    /// The members of the page.
    #[serde(default)]
    pub userid_list: Vec<UserId>,
    /// Whether further pages follow.
    pub has_more: Option<bool>,
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
}

impl Paged for GetDocumentVips {
    type Item = UserId;
    fn split_page(self, page: DocumentVips) -> (Vec<UserId>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty() && page.has_more != Some(false));
        (page.userid_list, next.map(|next| self.cursor(next)))
    }
}
