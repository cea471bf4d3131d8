//! Group chats of members that an app created (应用推送消息到群聊会话). `/cgi-bin/appchat/*`

use weixin_api::{TaggedEnum, endpoint, group};
use weixin_protocol::UserId;

use crate::ids::ChatId;
use crate::message::{Media, MpNews, News, TextCard, Video};

group! {
    /// Group chats of members that the app created (群聊会话).
    app_chats: [CreateAppChat, UpdateAppChat, GetAppChat, SendAppChatMessage]
}

/// Creates a group chat of members, at most 1,000 a day. The app's visible range (可见范围) must be the
/// whole corporation.
///
/// Members see the chat once a message was sent to it.
///
/// Fails with 86006 when there are too few or too many members, with 86207 when the owner is not
/// among them, with 86215 when the id exists, with 86216 when a member does not exist.
#[endpoint(POST "/cgi-bin/appchat/create", title = "创建群聊会话",
    doc = "https://developer.work.weixin.qq.com/document/path/90245",
    scope(work), reply = CreatedAppChat, call = app_chats.create)]
pub struct CreateAppChat {
    /// The name: up to 50 characters.
    pub name: Option<String>,
    /// The owner; `None` takes one of the members at random.
    pub owner: Option<UserId>,
    /// The members: 2 to 2,000.
    pub userlist: Vec<UserId>,
    /// The id to give the chat: up to 32 digits and letters (`0-9a-zA-Z`). `None` lets the platform
    /// choose one.
    pub chatid: Option<ChatId>,
}

/// The id of a created group chat.
#[endpoint(part, reply_to(CreateAppChat))]
pub struct CreatedAppChat {
    /// The chat, for the other calls of this group.
    pub chatid: ChatId,
}

/// Changes a group chat that the app created, at most 1,000 times an hour. Fields that are left out
/// keep their value.
///
/// Fails with 86003 when there is no such chat, with 86008 when another app created it, with 86216
/// when a member to be added does not exist or one to be removed is not in the chat.
#[endpoint(POST "/cgi-bin/appchat/update", title = "修改群聊会话",
    doc = "https://developer.work.weixin.qq.com/document/path/90246",
    scope(work), retry = safe, call = app_chats.update)]
pub struct UpdateAppChat {
    /// The chat to change.
    pub chatid: ChatId,
    /// The new name: up to 50 characters.
    pub name: Option<String>,
    /// The new owner, one of the members.
    pub owner: Option<UserId>,
    /// Members to add.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add_user_list: Vec<UserId>,
    /// Members to remove.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub del_user_list: Vec<UserId>,
}

/// Returns a group chat that the app created.
///
/// Fails with 86003 when there is no such chat, with 86008 when another app created it.
#[endpoint(GET "/cgi-bin/appchat/get", title = "获取群聊会话",
    doc = "https://developer.work.weixin.qq.com/document/path/90247",
    scope(work), reply = AppChatDetail, call = app_chats.get)]
pub struct GetAppChat {
    /// The chat to look up.
    pub chatid: ChatId,
}

/// The reply to [`GetAppChat`].
#[endpoint(part, reply_to(GetAppChat))]
pub struct AppChatDetail {
    /// The chat with its members.
    pub chat_info: AppChat,
}

/// A group chat that an app created.
#[endpoint(part)]
pub struct AppChat {
    /// The chat's id.
    pub chatid: ChatId,
    /// The name shown in the list of chats.
    pub name: Option<String>,
    /// The member who owns the chat.
    pub owner: Option<UserId>,
    /// The members, the owner among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userlist: Vec<UserId>,
}

/// Sends a message to a group chat that the app created.
///
/// At most 20,000 a minute per corporation, and 200 a minute to one member.
///
/// Fails with 86003 when there is no such chat, with 86008 when another app created it.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_protocol::UserId;
/// # use weixin_work::app_chat::{AppChatMessage, AppChatText};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let members = [UserId::new("zhangsan"), UserId::new("lisi")];
/// let chat = wx.app_chats().create(members).await?.chatid;
/// let hello = AppChatMessage::Text(AppChatText::new("Deployments are reported here."));
/// wx.app_chats().send((chat, hello)).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/appchat/send", title = "应用推送消息",
    doc = "https://developer.work.weixin.qq.com/document/path/90248",
    scope(work), call = app_chats.send)]
pub struct SendAppChatMessage {
    /// The receiving chat.
    pub chatid: ChatId,
    /// What is sent, by `msgtype`.
    #[serde(flatten)]
    pub message: AppChatMessage,
    /// Whether the message is confidential (保密消息): it cannot be forwarded and shows a watermark.
    /// `None` means no.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub safe: Option<bool>,
}

/// The kinds of messages that a group chat accepts.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
#[non_exhaustive]
pub enum AppChatMessage {
    /// A text, which may mention members.
    Text(AppChatText),
    /// A picture.
    Image(Media),
    /// A voice recording.
    Voice(Media),
    /// A video.
    Video(Video),
    /// A file.
    File(Media),
    /// A card with a title, a description and a button.
    TextCard(TextCard),
    /// 1 to 8 cards that open web pages (图文消息).
    News(News),
    /// 1 to 8 articles that the platform stores (图文消息 mpnews).
    MpNews(MpNews),
    /// A text in Markdown.
    Markdown(AppChatText),
}

/// A text or Markdown for a group chat.
#[endpoint(part)]
pub struct AppChatText {
    /// The text: up to 2,048 bytes.
    pub content: String,
    /// Members to mention (@), by userid. `@all` stands for everybody, so these are no plain ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned_list: Vec<String>,
    /// Members to mention, by their mobile numbers. `@all` stands for everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned_mobile_list: Vec<String>,
}
