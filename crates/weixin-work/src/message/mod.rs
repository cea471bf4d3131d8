//! Messages an app sends to members (发送应用消息). `/cgi-bin/message/*`

mod kind;
mod update;

use serde::{Deserialize, Serialize};
use weixin_api::{AgentId, Call, Caller, Describe, Empty, endpoint, group};
use weixin_protocol::{AppId, MediaId, PeerId, UserId};

pub use kind::*;
pub use update::*;

use crate::template_card::TemplateCard;

group! {
    /// Messages the app sends (发送应用消息).
    messages: [SendMessage, RecallMessage, UpdateTemplateCard, UpdateTaskCard, GetMessageStatistics]
}

/// Sends a message to members, departments and tags in the app's visible range.
///
/// Members who cannot be reached are listed in the reply; only if nobody can, the platform answers
/// with 81013. What is beyond 30 messages a minute to one member is dropped silently.
#[endpoint(POST "/cgi-bin/message/send", title = "发送应用消息",
    doc = "https://developer.work.weixin.qq.com/document/path/90236",
    scope(work), reply = SentMessage, call = messages.send)]
pub struct SendMessage {
    /// Who gets it.
    #[serde(flatten)]
    pub to: Recipients,
    /// The message.
    #[serde(flatten, with = "weixin_api::msgtype")]
    pub message: WorkMessage,
    /// The app that sends it; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The tickets with which members chose, on a page of the app's, who gets it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub selected_ticket_list: Vec<String>,
    /// Whether the message cannot be forwarded and shows a watermark.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub safe: Option<bool>,
    /// Whether ids in the text are shown as names.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_id_trans: Option<bool>,
    /// Whether the platform drops a repeat of the same message.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_duplicate_check: Option<bool>,
    /// How many seconds a repeat is recognised: 1,800 if left out, up to 14,400.
    pub duplicate_check_interval: Option<u32>,
}

impl SendMessage {
    /// A text.
    pub fn text(to: impl Into<Recipients>, content: impl Into<String>) -> Self {
        Self::new(to, WorkMessage::Text(Text::new(content)))
    }

    /// A text in the small part of Markdown that WeCom shows.
    pub fn markdown(to: impl Into<Recipients>, content: impl Into<String>) -> Self {
        Self::new(to, WorkMessage::Markdown(Text::new(content)))
    }

    /// An uploaded picture.
    pub fn image(to: impl Into<Recipients>, media_id: impl Into<MediaId>) -> Self {
        Self::new(to, WorkMessage::Image(Media::new(media_id)))
    }

    /// An uploaded voice recording.
    pub fn voice(to: impl Into<Recipients>, media_id: impl Into<MediaId>) -> Self {
        Self::new(to, WorkMessage::Voice(Media::new(media_id)))
    }

    /// An uploaded video.
    pub fn video(to: impl Into<Recipients>, video: impl Into<Video>) -> Self {
        Self::new(to, WorkMessage::Video(video.into()))
    }

    /// An uploaded file.
    pub fn file(to: impl Into<Recipients>, media_id: impl Into<MediaId>) -> Self {
        Self::new(to, WorkMessage::File(Media::new(media_id)))
    }

    /// A card with a title, a text and a button that opens a page.
    pub fn text_card(to: impl Into<Recipients>, card: impl Into<TextCard>) -> Self {
        Self::new(to, WorkMessage::TextCard(card.into()))
    }

    /// Cards that open web pages.
    pub fn news(to: impl Into<Recipients>, articles: impl Into<Vec<Article>>) -> Self {
        Self::new(to, WorkMessage::News(News::new(articles)))
    }

    /// A card with buttons, choices or lists.
    pub fn template_card(to: impl Into<Recipients>, card: impl Into<TemplateCard>) -> Self {
        Self::new(to, WorkMessage::TemplateCard(Box::new(card.into())))
    }
}

/// Who gets a message: any of members, departments and tags. `"ann"` alone is one member.
#[endpoint(part)]
#[derive(Default)]
pub struct Recipients {
    /// Up to 1,000 members; `@all` is everybody in the app's visible range.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub touser: Vec<UserId>,
    /// Up to 100 departments.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub toparty: Vec<String>,
    /// Up to 100 tags.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub totag: Vec<String>,
}

impl Recipients {
    /// Everybody in the app's visible range.
    pub fn everybody() -> Self {
        Self::from("@all")
    }
}

impl From<UserId> for Recipients {
    fn from(user: UserId) -> Self {
        Self::new().touser([user])
    }
}

impl From<&UserId> for Recipients {
    fn from(user: &UserId) -> Self {
        user.clone().into()
    }
}

impl From<PeerId> for Recipients {
    fn from(user: PeerId) -> Self {
        UserId::from(user).into()
    }
}

impl From<&PeerId> for Recipients {
    fn from(user: &PeerId) -> Self {
        UserId::from(user).into()
    }
}

impl From<&str> for Recipients {
    fn from(user: &str) -> Self {
        UserId::from(user).into()
    }
}

impl From<String> for Recipients {
    fn from(user: String) -> Self {
        UserId::from(user).into()
    }
}

/// What a message can be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[describe(tag = "msgtype")]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum WorkMessage {
    /// A text, up to 2,048 bytes.
    Text(Text),
    /// A picture.
    Image(Media),
    /// A voice recording.
    Voice(Media),
    /// A video.
    Video(Video),
    /// A file.
    File(Media),
    /// A card with a title, a text and a button.
    TextCard(TextCard),
    /// 1 to 8 cards that open web pages.
    News(News),
    /// 1 to 8 articles that the platform keeps.
    MpNews(MpNews),
    /// A text in Markdown.
    Markdown(Text),
    /// A notice that opens a Mini Program.
    #[serde(rename = "miniprogram_notice")]
    MiniProgramNotice(MiniProgramNotice),
    /// A card with buttons that ends a task.
    #[serde(rename = "interactive_taskcard")]
    TaskCard(TaskCard),
    /// A message after a template of the platform's.
    #[serde(rename = "template_msg")]
    TemplateMessage(TemplateMessage),
    /// A card with buttons, choices or lists.
    #[serde(rename = "template_card")]
    TemplateCard(Box<TemplateCard>),
}

/// The content of a text or Markdown message.
#[endpoint(part)]
pub struct Text {
    /// The text.
    pub content: String,
}

/// An uploaded file.
#[endpoint(part)]
pub struct Media {
    /// The file.
    pub media_id: MediaId,
}

/// The content of a video message.
#[endpoint(part)]
pub struct Video {
    /// The uploaded video.
    pub media_id: MediaId,
    /// The title, up to 128 bytes.
    pub title: Option<String>,
    /// The text below the title, up to 512 bytes.
    pub description: Option<String>,
}

/// A card with a title, a text and a button.
#[endpoint(part)]
pub struct TextCard {
    /// The title, up to 128 bytes.
    pub title: String,
    /// The text, up to 512 bytes; `<div class="gray">`, `highlight` and `normal` colour it.
    pub description: String,
    /// The page it opens.
    pub url: String,
    /// What the button shows, up to 4 characters.
    pub btntxt: Option<String>,
}

/// The content of a news message.
#[endpoint(part)]
pub struct News {
    /// 1 to 8 cards.
    pub articles: Vec<Article>,
}

/// A card that opens a web page or a Mini Program.
#[endpoint(part)]
pub struct Article {
    /// The title, up to 128 bytes.
    pub title: String,
    /// The text, up to 512 bytes.
    pub description: Option<String>,
    /// The page it opens.
    pub url: Option<String>,
    /// The address of the picture.
    pub picurl: Option<String>,
    /// The Mini Program it opens.
    pub appid: Option<AppId>,
    /// The Mini Program's page.
    pub pagepath: Option<String>,
    /// What the button shows.
    pub btntxt: Option<String>,
}

/// The content of a message of articles that the platform keeps.
#[endpoint(part)]
pub struct MpNews {
    /// 1 to 8 articles.
    pub articles: Vec<MpArticle>,
}

/// An article that the platform keeps.
#[endpoint(part)]
pub struct MpArticle {
    /// The title, up to 128 bytes.
    pub title: String,
    /// The uploaded picture.
    pub thumb_media_id: MediaId,
    /// The author.
    pub author: Option<String>,
    /// The page behind "read the original".
    pub content_source_url: Option<String>,
    /// The text, as HTML, up to 666 KB.
    pub content: String,
    /// The text of the card, up to 512 bytes.
    pub digest: Option<String>,
}

/// A notice that opens a Mini Program.
#[endpoint(part)]
pub struct MiniProgramNotice {
    /// The Mini Program, linked to the app.
    pub appid: AppId,
    /// Its page.
    pub page: Option<String>,
    /// The title, 4 to 12 Chinese characters.
    pub title: String,
    /// The text below the title, 4 to 12 Chinese characters.
    pub description: Option<String>,
    /// Whether the first item is shown large.
    pub emphasis_first_item: Option<bool>,
    /// Up to 10 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content_item: Vec<NoticeItem>,
}

/// One line of a [`MiniProgramNotice`].
#[endpoint(part)]
pub struct NoticeItem {
    /// Its name, up to 10 Chinese characters.
    pub key: String,
    /// What it says, up to 30 Chinese characters.
    pub value: String,
}

/// What became of a message.
#[endpoint(part, reply_to(SendMessage))]
pub struct SentMessage {
    /// The message, for [`RecallMessage`].
    #[serde(default)]
    pub msgid: String,
    /// Members who did not get it: unknown, or out of the app's visible range.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub invaliduser: Vec<UserId>,
    /// Departments that did not get it.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub invalidparty: Vec<String>,
    /// Tags that did not get it.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub invalidtag: Vec<String>,
    /// Members without a licence for the app.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub unlicenseduser: Vec<UserId>,
    /// With which a template card can be changed, once, within 72 hours.
    pub response_code: Option<String>,
}

/// Takes back a message sent less than 24 hours ago.
#[endpoint(POST "/cgi-bin/message/recall", title = "撤回应用消息",
    doc = "https://developer.work.weixin.qq.com/document/path/94867",
    scope(work), retry = safe, reply = Empty, call = messages.recall)]
pub struct RecallMessage {
    /// The message.
    pub msgid: String,
}

impl<'c, C: Caller + ?Sized> MessagesHandle<'c, C> {
    /// Sends a text; see [`SendMessage`].
    pub fn send_text(
        &self,
        to: impl Into<Recipients>,
        content: impl Into<String>,
    ) -> Call<'c, C, SendMessage> {
        Call::new(self.caller, SendMessage::text(to, content))
    }
}
