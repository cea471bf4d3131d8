//! Group chats of members that an app has made (应用推送消息到群聊会话). `/cgi-bin/appchat/*`

use serde::{Deserialize, Serialize};
use weixin_api::{Describe, endpoint, group};
use weixin_protocol::UserId;

use crate::message::{Media, MpNews, News, TextCard, Video};

group! {
    /// Group chats of members that the app has made (群聊会话).
    app_chats: [CreateAppChat, UpdateAppChat, GetAppChat, SendAppChatMessage]
}

/// Makes a group chat: up to 1,000 a day. The app's visible range has to be the whole corporation.
///
/// The group is seen once something was sent to it.
#[endpoint(POST "/cgi-bin/appchat/create", title = "创建群聊会话",
    doc = "https://developer.work.weixin.qq.com/document/path/90245",
    scope(work), reply = CreatedAppChat, call = app_chats.create)]
pub struct CreateAppChat {
    /// The name: up to 50 characters.
    pub name: Option<String>,
    /// The owner; one of the members by chance if left out.
    pub owner: Option<UserId>,
    /// The members: 2 to 2,000.
    pub userlist: Vec<UserId>,
    /// Its id: up to 32 letters and digits. The platform makes one if left out.
    pub chatid: Option<String>,
}

/// A group chat that was made.
#[endpoint(part, reply_to(CreateAppChat))]
pub struct CreatedAppChat {
    /// Its id.
    pub chatid: String,
}

/// Changes a group chat: up to 1,000 times an hour. What is left out stays.
#[endpoint(POST "/cgi-bin/appchat/update", title = "修改群聊会话",
    doc = "https://developer.work.weixin.qq.com/document/path/90246",
    scope(work), retry = safe, call = app_chats.update)]
pub struct UpdateAppChat {
    /// The chat.
    pub chatid: String,
    /// The name: up to 50 characters.
    pub name: Option<String>,
    /// The owner.
    pub owner: Option<UserId>,
    /// Members who join.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add_user_list: Vec<UserId>,
    /// Members who leave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub del_user_list: Vec<UserId>,
}

/// Gives a group chat that the app has made.
#[endpoint(GET "/cgi-bin/appchat/get", title = "获取群聊会话",
    doc = "https://developer.work.weixin.qq.com/document/path/90247",
    scope(work), reply = AppChatDetail, call = app_chats.get)]
pub struct GetAppChat {
    /// The chat.
    pub chatid: String,
}

/// A group chat, as [`GetAppChat`] answers it.
#[endpoint(part, reply_to(GetAppChat))]
pub struct AppChatDetail {
    /// The chat.
    pub chat_info: AppChat,
}

/// A group chat.
#[endpoint(part)]
pub struct AppChat {
    /// Its id.
    pub chatid: String,
    /// Its name.
    pub name: Option<String>,
    /// Its owner.
    pub owner: Option<UserId>,
    /// Its members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userlist: Vec<UserId>,
}

/// Sends a message to a group chat: up to 20,000 a minute, and 200 a minute to one member.
#[endpoint(POST "/cgi-bin/appchat/send", title = "应用推送消息",
    doc = "https://developer.work.weixin.qq.com/document/path/90248",
    scope(work), call = app_chats.send)]
pub struct SendAppChatMessage {
    /// The chat.
    pub chatid: String,
    /// The message.
    #[serde(flatten, with = "weixin_api::msgtype")]
    pub message: AppChatMessage,
    /// Whether the message cannot be forwarded and shows a watermark.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub safe: Option<bool>,
}

/// What a message to a group chat can be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[describe(tag = "msgtype")]
#[non_exhaustive]
pub enum AppChatMessage {
    /// A text.
    #[serde(rename = "text")]
    Text(AppChatText),
    /// A picture.
    #[serde(rename = "image")]
    Image(Media),
    /// A voice recording.
    #[serde(rename = "voice")]
    Voice(Media),
    /// A video.
    #[serde(rename = "video")]
    Video(Video),
    /// A file.
    #[serde(rename = "file")]
    File(Media),
    /// A card with a title, a text and a button.
    #[serde(rename = "textcard")]
    TextCard(TextCard),
    /// 1 to 8 cards that open web pages.
    #[serde(rename = "news")]
    News(News),
    /// 1 to 8 articles that the platform keeps.
    #[serde(rename = "mpnews")]
    MpNews(MpNews),
    /// A text in Markdown.
    #[serde(rename = "markdown")]
    Markdown(AppChatText),
}

/// A text.
#[endpoint(part)]
pub struct AppChatText {
    /// The text: up to 2,048 bytes.
    pub content: String,
    /// Members who are told that it concerns them; `@all` is everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned_list: Vec<String>,
    /// The same, by their mobile numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned_mobile_list: Vec<String>,
}
