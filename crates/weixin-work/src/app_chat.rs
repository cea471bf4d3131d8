//! Group chats of members that an app has made (应用推送消息到群聊会话). `/cgi-bin/appchat/*`

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::UserId;

use crate::message::{Media, MpNews, News, TextCard, Video};

endpoints![CreateAppChat, UpdateAppChat, GetAppChat, SendAppChatMessage];

/// Makes a group chat: up to 1,000 a day. The app's visible range has to be the whole corporation.
/// `POST /cgi-bin/appchat/create`
///
/// The group is seen once something was sent to it.
#[endpoint(POST "/cgi-bin/appchat/create", title = "创建群聊会话",
    doc = "https://developer.work.weixin.qq.com/document/path/90245",
    scope(work), reply = CreatedAppChat)]
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
#[endpoint(part)]
pub struct CreatedAppChat {
    /// Its id.
    pub chatid: String,
}

/// Changes a group chat: up to 1,000 times an hour. What is left out stays.
/// `POST /cgi-bin/appchat/update`
#[endpoint(POST "/cgi-bin/appchat/update", title = "修改群聊会话",
    doc = "https://developer.work.weixin.qq.com/document/path/90246",
    scope(work), retry = safe)]
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

/// Gives a group chat that the app has made. `GET /cgi-bin/appchat/get`
#[endpoint(GET "/cgi-bin/appchat/get", title = "获取群聊会话",
    doc = "https://developer.work.weixin.qq.com/document/path/90247",
    scope(work), reply = AppChatDetail)]
pub struct GetAppChat {
    /// The chat.
    pub chatid: String,
}

/// A group chat, as [`GetAppChat`] answers it.
#[endpoint(part)]
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
/// `POST /cgi-bin/appchat/send`
#[endpoint(POST "/cgi-bin/appchat/send", title = "应用推送消息",
    doc = "https://developer.work.weixin.qq.com/document/path/90248",
    scope(work))]
pub struct SendAppChatMessage {
    /// The chat.
    pub chatid: String,
    /// The message.
    #[serde(flatten, with = "weixin_api::msgtype")]
    pub message: AppChatMessage,
    /// Whether the message cannot be forwarded and shows a watermark.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub safe: Option<bool>,
}

/// What a message to a group chat can be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

/// The group as a client has it: `wx.app_chats()`.
#[derive(Debug)]
pub struct AppChats<'c, C: ?Sized>(&'c C);

/// Gives a client `app_chats()`.
pub trait AppChatsApi: Caller {
    /// Group chats of members that the app has made (群聊会话).
    fn app_chats(&self) -> AppChats<'_, Self> {
        AppChats(self)
    }
}

impl<C: Caller + ?Sized> AppChatsApi for C where CreateAppChat: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> AppChats<'c, C> {
    /// Makes a group chat: up to 1,000 a day; see [`CreateAppChat`].
    pub fn create(&self, userlist: impl Into<Vec<UserId>>) -> Call<'c, C, CreateAppChat> {
        Call::new(self.0, CreateAppChat::new(userlist))
    }

    /// Changes a group chat: up to 1,000 times an hour; see [`UpdateAppChat`].
    pub fn update(&self, chatid: impl Into<String>) -> Call<'c, C, UpdateAppChat> {
        Call::new(self.0, UpdateAppChat::new(chatid))
    }

    /// Gives a group chat that the app has made; see [`GetAppChat`].
    pub fn get(&self, chatid: impl Into<String>) -> Call<'c, C, GetAppChat> {
        Call::new(self.0, GetAppChat::new(chatid))
    }

    /// Sends a message to a group chat: up to 20,000 a minute, and 200 a minute to one member; see
    /// [`SendAppChatMessage`].
    pub fn send(
        &self,
        chatid: impl Into<String>,
        message: impl Into<AppChatMessage>,
    ) -> Call<'c, C, SendAppChatMessage> {
        Call::new(self.0, SendAppChatMessage::new(chatid, message))
    }
}
