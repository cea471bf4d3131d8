//! Group chats of a document.

use crate::smart_sheet::SmartSheetsHandle;
use weixin_api::{Paged, endpoint};
use weixin_protocol::UserId;

/// Gives the group chats that a document made.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/groupchat/list", title = "获取群聊列表",
    doc = "https://developer.work.weixin.qq.com/document/path/100989",
    scope(work), retry = safe, reply = SheetGroupChatIds, call = smart_sheets.group_chats)]
pub struct GetSheetGroupChats {
    /// The document.
    pub docid: String,
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many.
    pub limit: Option<u32>,
}

/// A page of group chats.
#[endpoint(part, reply_to(GetSheetGroupChats))]
pub struct SheetGroupChatIds {
    /// The chats.
    #[serde(default)]
    pub chat_id_list: Vec<String>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

impl Paged for GetSheetGroupChats {
    type Item = String;
    fn split_page(self, page: SheetGroupChatIds) -> (Vec<String>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty() && page.has_more != Some(false));
        (page.chat_id_list, next.map(|next| self.cursor(next)))
    }
}

/// Tells about a group chat that a document made.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/groupchat/get", title = "获取群聊详情",
    doc = "https://developer.work.weixin.qq.com/document/path/101028",
    scope(work), retry = safe, reply = SheetGroupChat, call = smart_sheets.group_chat)]
pub struct GetSheetGroupChat {
    /// The document.
    pub docid: String,
    /// The chat.
    pub chat_id: String,
}

/// A group chat.
#[endpoint(part, reply_to(GetSheetGroupChat))]
pub struct SheetGroupChat {
    /// Its name.
    pub name: Option<String>,
    /// Whose it is.
    pub owner: Option<UserId>,
    /// Who is in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<UserId>,
}

/// Changes a group chat that a document made.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/groupchat/update", title = "修改群聊",
    doc = "https://developer.work.weixin.qq.com/document/path/101029",
    scope(work), retry = safe, call = smart_sheets.update_group_chat)]
pub struct UpdateSheetGroupChat {
    /// The document.
    pub docid: String,
    /// The chat.
    pub chat_id: String,
    /// Whose it is to be.
    pub owner: Option<UserId>,
    /// Who is to be in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add_user_list: Vec<UserId>,
    /// Who is no longer to be in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub del_user_list: Vec<UserId>,
}
