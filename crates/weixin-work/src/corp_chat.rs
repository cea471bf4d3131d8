//! Chats of members, in the form before WeCom (企业会话). `/cgi-bin/chat/*`
//!
//! The platform no longer documents these endpoints; group chats of an app (应用群聊) are their
//! successors.

use serde::{Deserialize, Serialize};
use weixin_api::{Describe, endpoint, group};
use weixin_protocol::{MediaId, UserId};

group! {
    /// Chats of members, in the older form (企业会话).
    corp_chats: [CreateCorpChat, GetCorpChat, UpdateCorpChat, QuitCorpChat, ClearCorpChatNotice, SendCorpChatMessage, MuteCorpChat]
}

/// Makes a chat of 3 to 1,000 members.
#[endpoint(POST "/cgi-bin/chat/create", title = "创建会话", scope(work), call = corp_chats.create)]
pub struct CreateCorpChat {
    /// What it is called by: up to 32 letters and digits.
    pub chatid: String,
    /// Its name.
    pub name: String,
    /// Who leads it; one of the members.
    pub owner: UserId,
    /// The members.
    pub userlist: Vec<UserId>,
}

/// Gives a chat.
#[endpoint(GET "/cgi-bin/chat/get", title = "获取会话", scope(work), reply = OneCorpChat, call = corp_chats.get)]
pub struct GetCorpChat {
    /// The chat.
    pub chatid: String,
}

/// A chat, as it is answered alone.
#[endpoint(part, reply_to(GetCorpChat))]
pub struct OneCorpChat {
    /// The chat.
    pub chat_info: CorpChat,
}

/// A chat.
#[endpoint(part)]
pub struct CorpChat {
    /// The chat.
    pub chatid: String,
    /// Its name.
    pub name: Option<String>,
    /// Who leads it.
    pub owner: Option<UserId>,
    /// The members.
    #[serde(default)]
    pub userlist: Vec<UserId>,
}

/// Changes a chat. What is left out stays.
#[endpoint(POST "/cgi-bin/chat/update", title = "修改会话信息", scope(work), retry = safe, call = corp_chats.update)]
pub struct UpdateCorpChat {
    /// The chat.
    pub chatid: String,
    /// Who changes it.
    pub op_user: UserId,
    /// The name it is to have.
    pub name: Option<String>,
    /// Who is to lead it.
    pub owner: Option<UserId>,
    /// Who is to be a member.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add_user_list: Vec<UserId>,
    /// Who is no longer to be one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub del_user_list: Vec<UserId>,
}

/// Has a member leave a chat.
#[endpoint(POST "/cgi-bin/chat/quit", title = "退出会话", scope(work), call = corp_chats.quit)]
pub struct QuitCorpChat {
    /// The chat.
    pub chatid: String,
    /// Who leaves.
    pub op_user: UserId,
}

/// Takes what a member was told of a chat as read.
#[endpoint(POST "/cgi-bin/chat/clearnotify", title = "清除会话未读状态", scope(work),
    retry = safe, call = corp_chats.clear_notice)]
pub struct ClearCorpChatNotice {
    /// Who has read it.
    pub op_user: UserId,
    /// The chat.
    pub chat: CorpChatName,
}

/// A chat, or the chat with a single member.
#[endpoint(part)]
pub struct CorpChatName {
    /// `single` or `group`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The member, or the chat.
    pub id: String,
}

/// Says something in a chat, as one of its members.
#[endpoint(POST "/cgi-bin/chat/send", title = "发消息", scope(work), call = corp_chats.send)]
pub struct SendCorpChatMessage {
    /// Where.
    pub receiver: CorpChatName,
    /// Who says it.
    pub sender: UserId,
    /// What.
    #[serde(flatten, with = "weixin_api::msgtype")]
    pub message: CorpChatMessage,
}

/// What is said in a chat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[describe(tag = "msgtype")]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum CorpChatMessage {
    /// A text.
    Text(crate::message::Text),
    /// A picture.
    Image(crate::message::Media),
    /// A voice recording.
    Voice(crate::message::Media),
    /// A file.
    File(crate::message::Media),
    /// A link.
    Link(CorpChatLink),
}

/// A link that is said in a chat.
#[endpoint(part)]
pub struct CorpChatLink {
    /// The title.
    pub title: String,
    /// The text below it.
    pub description: Option<String>,
    /// The page.
    pub url: String,
    /// The uploaded picture.
    pub thumb_media_id: Option<MediaId>,
}

/// Says which members are told nothing of their chats.
#[endpoint(POST "/cgi-bin/chat/setmute", title = "设置成员新消息免打扰", scope(work),
    retry = safe, reply = UnmutedUsers, call = corp_chats.mute)]
pub struct MuteCorpChat {
    /// Up to 10,000 members.
    pub user_mute_list: Vec<UserMute>,
}

/// Whether a member is told nothing.
#[endpoint(part)]
pub struct UserMute {
    /// The member.
    pub userid: UserId,
    /// Whether they are told nothing.
    #[serde(with = "weixin_api::bool_as_int")]
    pub status: bool,
}

/// Members who are not there.
#[endpoint(part, reply_to(MuteCorpChat))]
pub struct UnmutedUsers {
    /// The members.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub invaliduser: Vec<UserId>,
}
