//! Members with paid accounts.

use crate::document::DocumentsHandle;
use weixin_api::{Paged, endpoint};
use weixin_protocol::UserId;

/// Gives members paid accounts.
#[endpoint(POST "/cgi-bin/wedoc/vip/batch_add", title = "分配高级功能账号",
    doc = "https://developer.work.weixin.qq.com/document/path/99516",
    scope(work), retry = safe, reply = DocumentVipResult, call = documents.add_vips)]
pub struct AddDocumentVips {
    /// The members: up to 100.
    pub userid_list: Vec<UserId>,
}

/// What became of members' paid accounts.
#[endpoint(part, reply_to(AddDocumentVips, DeleteDocumentVips))]
pub struct DocumentVipResult {
    /// Those for whom it was done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_userid_list: Vec<UserId>,
    /// Those for whom it was not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_userid_list: Vec<UserId>,
}

/// Takes paid accounts from members.
#[endpoint(POST "/cgi-bin/wedoc/vip/batch_del", title = "取消高级功能账号",
    doc = "https://developer.work.weixin.qq.com/document/path/99517",
    scope(work), retry = safe, reply = DocumentVipResult, call = documents.delete_vips)]
pub struct DeleteDocumentVips {
    /// The members: up to 100.
    pub userid_list: Vec<UserId>,
}

/// Gives the members with paid accounts.
#[endpoint(POST "/cgi-bin/wedoc/vip/list", title = "获取高级功能账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/99518",
    scope(work), retry = safe, reply = DocumentVips, call = documents.vips)]
pub struct GetDocumentVips {
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many: up to 100.
    pub limit: Option<u32>,
}

/// A page of members.
#[endpoint(part, reply_to(GetDocumentVips))]
pub struct DocumentVips {
    /// The members.
    #[serde(default)]
    pub userid_list: Vec<UserId>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

impl Paged for GetDocumentVips {
    type Item = UserId;
    fn split_page(self, page: DocumentVips) -> (Vec<UserId>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty() && page.has_more != Some(false));
        (page.userid_list, next.map(|next| self.cursor(next)))
    }
}
