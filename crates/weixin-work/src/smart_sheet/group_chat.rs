//! Group chats of a document.

use weixin_api::{Paged, endpoint};
use weixin_protocol::UserId;

use crate::{
    ids::{ChatId, DocumentId},
    smart_sheet::SmartSheetsHandle,
};

/// Returns the group chats that a smart sheet's automation created, a page at a time.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/groupchat/list", title = "获取群聊列表",
    doc = "https://developer.work.weixin.qq.com/document/path/100989",
    scope(work), retry = safe, reply = SheetGroupChatIds, call = smart_sheets.group_chats)]
pub struct GetSheetGroupChats {
    /// The smart sheet that created the chats.
    pub docid: DocumentId,
    /// Where the page begins: [`SheetGroupChatIds::next_cursor`] of the page before; the first page
    /// if left out.
    pub cursor: Option<String>,
    /// How many at most.
    pub limit: Option<u32>,
}

/// A page of group chats.
#[endpoint(part, reply_to(GetSheetGroupChats))]
pub struct SheetGroupChatIds {
    /// Ids of the chats.
    #[serde(default)]
    pub chat_id_list: Vec<ChatId>,
    /// Whether there are further pages.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

impl Paged for GetSheetGroupChats {
    type Item = ChatId;
    fn split_page(self, page: SheetGroupChatIds) -> (Vec<ChatId>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty() && page.has_more != Some(false));
        (page.chat_id_list, next.map(|next| self.cursor(next)))
    }
}

/// Returns the name and members of a group chat that a smart sheet created.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/groupchat/get", title = "获取群聊详情",
    doc = "https://developer.work.weixin.qq.com/document/path/101028",
    scope(work), retry = safe, reply = SheetGroupChat, call = smart_sheets.group_chat)]
pub struct GetSheetGroupChat {
    /// The smart sheet that created the chat.
    pub docid: DocumentId,
    /// The chat to look up.
    pub chat_id: ChatId,
}

/// The name and members of a group chat.
#[endpoint(part, reply_to(GetSheetGroupChat))]
pub struct SheetGroupChat {
    /// Name of the chat.
    pub name: Option<String>,
    /// The member who owns it (群主).
    pub owner: Option<UserId>,
    /// Members of the chat, with its owner.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<UserId>,
}

/// Changes the owner or members of a group chat that a smart sheet created.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/groupchat/update", title = "修改群聊",
    doc = "https://developer.work.weixin.qq.com/document/path/101029",
    scope(work), retry = safe, call = smart_sheets.update_group_chat)]
pub struct UpdateSheetGroupChat {
    /// The smart sheet that created the chat.
    pub docid: DocumentId,
    /// The chat to change.
    pub chat_id: ChatId,
    /// The new owner (群主).
    pub owner: Option<UserId>,
    /// Members to add to the chat.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add_user_list: Vec<UserId>,
    /// Members to remove from the chat.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub del_user_list: Vec<UserId>,
}
