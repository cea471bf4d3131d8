//! Chats of members, in the form before WeCom (企业会话). `/cgi-bin/chat/*`
//!
//! The platform no longer documents these endpoints; group chats of an app (应用群聊) are their
//! successors.

use weixin_api::{StringEnum, TaggedEnum, endpoint, group};
use weixin_protocol::{MediaId, UserId};

use crate::ids::ChatId;

group! {
    /// Chats of members, in the older form (企业会话).
    corp_chats: [
        CreateCorpChat, GetCorpChat, UpdateCorpChat, QuitCorpChat, ClearCorpChatNotice,
        SendCorpChatMessage, MuteCorpChat,
    ]
}

/// Creates a chat of 3 to 1,000 members (企业会话).
///
/// Fails with 86215 when the id exists, with 86207 when the owner is not among the members, with
/// 86006 when there are too few or too many, with 86216 when one does not exist.
#[endpoint(POST "/cgi-bin/chat/create", title = "创建会话", scope(work), call = corp_chats.create)]
pub struct CreateCorpChat {
    /// The id to give the chat: up to 32 letters and digits.
    pub chatid: ChatId,
    /// The name of the chat.
    pub name: String,
    /// The owner, one of the members.
    pub owner: UserId,
    /// The members: 3 to 1,000.
    pub userlist: Vec<UserId>,
}

/// Returns a chat of members (企业会话) with its members.
#[endpoint(GET "/cgi-bin/chat/get", title = "获取会话", scope(work), reply = OneCorpChat, call = corp_chats.get)]
pub struct GetCorpChat {
    /// The chat to look up.
    pub chatid: ChatId,
}

/// The reply to [`GetCorpChat`].
#[endpoint(part, reply_to(GetCorpChat))]
pub struct OneCorpChat {
    /// The chat with its members.
    pub chat_info: CorpChat,
}

/// A chat of members.
#[endpoint(part)]
pub struct CorpChat {
    /// The chat's id.
    pub chatid: ChatId,
    /// The name of the chat.
    pub name: Option<String>,
    /// The member who owns the chat.
    pub owner: Option<UserId>,
    /// The members, the owner among them.
    #[serde(default)]
    pub userlist: Vec<UserId>,
}

/// Changes the name, the owner or the members of a chat. Fields that are left out keep their value.
///
/// Fails with 40050 when there is no such chat, with 86216 when a member to be added does not exist
/// or one to be removed is not in the chat.
#[endpoint(POST "/cgi-bin/chat/update", title = "修改会话信息", scope(work), retry = safe, call = corp_chats.update)]
pub struct UpdateCorpChat {
    /// The chat to change.
    pub chatid: ChatId,
    /// The member in whose name it is changed.
    pub op_user: UserId,
    /// The new name.
    pub name: Option<String>,
    /// The new owner.
    pub owner: Option<UserId>,
    /// Members to add.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add_user_list: Vec<UserId>,
    /// Members to remove.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub del_user_list: Vec<UserId>,
}

/// Removes a member from a chat, as if they had left it.
#[endpoint(POST "/cgi-bin/chat/quit", title = "退出会话", scope(work), call = corp_chats.quit)]
pub struct QuitCorpChat {
    /// The chat to leave.
    pub chatid: ChatId,
    /// The member who leaves.
    pub op_user: UserId,
}

/// Marks the messages of a chat as read for a member.
#[endpoint(POST "/cgi-bin/chat/clearnotify", title = "清除会话未读状态", scope(work),
    retry = safe, call = corp_chats.clear_notice)]
pub struct ClearCorpChatNotice {
    /// The member who has read them.
    pub op_user: UserId,
    /// The chat or the single partner.
    pub chat: CorpChatName,
}

/// Whether a chat is with one member or a group.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CorpChatKind {
    /// A chat with one member.
    Single,
    /// A chat of several members.
    Group,
    /// A value that this version does not know.
    Other(String),
}

/// The address of a chat: a group, or a single member.
#[endpoint(part)]
pub struct CorpChatName {
    /// Whether `id` is a member or a group.
    #[serde(rename = "type")]
    pub kind: CorpChatKind,
    /// By `kind`, the userid of a member or the chatid of a group.
    pub id: String,
}

/// Sends a message to a chat in the name of a member.
///
/// Fails with 40050 when there is no such chat, with 86217 when the sender is not in it.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # use weixin_work::{corp_chat::{CorpChatKind, CorpChatMessage, CorpChatName}, message::Text};
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let to = CorpChatName::new(CorpChatKind::Group, "release");
/// let message = CorpChatMessage::Text(Text::new("Version 7 is out."));
/// wx.corp_chats().send((to, "zhangsan", message)).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/chat/send", title = "发消息", scope(work), call = corp_chats.send)]
pub struct SendCorpChatMessage {
    /// The receiving chat or member.
    pub receiver: CorpChatName,
    /// The member in whose name it is sent.
    pub sender: UserId,
    /// What is sent, by `msgtype`.
    #[serde(flatten)]
    pub message: CorpChatMessage,
}

/// The kinds of messages that a chat accepts.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
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

/// A link to a web page in a chat.
#[endpoint(part)]
pub struct CorpChatLink {
    /// The title of the link.
    pub title: String,
    /// The text below the title.
    pub description: Option<String>,
    /// The address that the link opens.
    pub url: String,
    /// The cover, uploaded as a temporary picture.
    pub thumb_media_id: Option<MediaId>,
}

/// Sets for which members notifications of new messages are muted (免打扰).
#[endpoint(POST "/cgi-bin/chat/setmute", title = "设置成员新消息免打扰", scope(work),
    retry = safe, reply = UnmutedUsers, call = corp_chats.mute)]
pub struct MuteCorpChat {
    /// The members and their setting: up to 10,000.
    pub user_mute_list: Vec<UserMute>,
}

/// The setting of one member.
#[endpoint(part)]
pub struct UserMute {
    /// The member to set.
    pub userid: UserId,
    /// Whether notifications are muted.
    #[serde(with = "weixin_api::bool_as_int")]
    pub status: bool,
}

/// The members that do not exist.
#[endpoint(part, reply_to(MuteCorpChat))]
pub struct UnmutedUsers {
    /// Members that do not exist; their setting was not changed.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub invaliduser: Vec<UserId>,
}
