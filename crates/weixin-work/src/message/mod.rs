//! Messages that an app sends to members (发送应用消息). `/cgi-bin/message/*`

mod kind;
mod update;

use weixin_api::{AgentId, Call, Caller, Empty, TaggedEnum, endpoint, group};
use weixin_protocol::{AppId, MediaId, PeerId, UserId};

pub use kind::*;
pub use update::*;

use crate::template_card::TemplateCard;

weixin_api::string_id! {
    /// A message that an app sent (应用消息, msgid).
    WorkMessageId
    /// A card with buttons (task_id): an id that the caller chose when sending it. Events of taps
    /// and updates of the card carry it.
    CardTaskId
    /// A template of the platform for messages (消息模板, template_id).
    WorkTemplateId
}

group! {
    /// Messages that the app sends (发送应用消息).
    messages: [SendMessage, RecallMessage, UpdateTemplateCard, UpdateTaskCard, GetMessageStatistics]
}

/// Sends a message to members, departments and tags in the app's visible range.
///
/// Members who cannot be reached are listed in the reply. Messages beyond 30 a minute to one member
/// are dropped silently.
///
/// Fails with 81013 when none of the recipients can be reached, with 82001 when none is given, with
/// 40032, 82002 and 82003 when there are too many members, departments and tags, with 45002 when
/// the content is too long, with 45008 when there are more than 8 articles.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::message::TextCard;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// wx.messages().send_text("zhangsan", "The report is ready.").await?;
///
/// let card = TextCard::new("Approved", "12 to 16 October", "https://hr.example.com/leave/7");
/// let sent = wx.messages().send(SendMessage::text_card("lisi", card)).await?;
/// for member in sent.invaliduser {
///     println!("{member} is not among those who see the app");
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/message/send", title = "发送应用消息",
    doc = "https://developer.work.weixin.qq.com/document/path/90236",
    scope(work), reply = SentMessage, call = messages.send)]
pub struct SendMessage {
    /// The recipients; at least one is required.
    #[serde(flatten)]
    pub to: Recipients,
    /// The content of the message.
    #[serde(flatten)]
    pub message: WorkMessage,
    /// The app that sends the message; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// Tickets with which members chose the recipients on a page of the app (`selectedTicket` of
    /// the JS-SDK).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub selected_ticket_list: Vec<String>,
    /// Whether the message is confidential (保密消息): it cannot be forwarded and shows a watermark. No
    /// if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub safe: Option<bool>,
    /// Whether ids in the text are shown as names (id转译): no if left out. Only for third-party
    /// apps.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_id_trans: Option<bool>,
    /// Whether the platform drops repetitions of the same message (重复消息检查): no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_duplicate_check: Option<bool>,
    /// Time within which a repetition is dropped, in seconds: up to 14,400; 1,800 if left out.
    pub duplicate_check_interval: Option<u32>,
}

impl SendMessage {
    /// A text.
    pub fn text(to: impl Into<Recipients>, content: impl Into<String>) -> Self {
        Self::new(to, WorkMessage::Text(Text::new(content)))
    }

    /// A text in the subset of Markdown that WeCom supports.
    pub fn markdown(to: impl Into<Recipients>, content: impl Into<String>) -> Self {
        Self::new(to, WorkMessage::Markdown(Text::new(content)))
    }

    /// An uploaded image.
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

    /// Cards that open web pages (图文消息).
    pub fn news(to: impl Into<Recipients>, articles: impl Into<Vec<Article>>) -> Self {
        Self::new(to, WorkMessage::News(News::new(articles)))
    }

    /// A card with buttons, choices or lists (模板卡片消息).
    pub fn template_card(to: impl Into<Recipients>, card: impl Into<TemplateCard>) -> Self {
        Self::new(to, WorkMessage::TemplateCard(Box::new(card.into())))
    }
}

/// The recipients of a message: any of members, departments and tags. `"ann"` alone is one member.
#[endpoint(part)]
#[derive(Default)]
pub struct Recipients {
    /// Members: up to 1,000. The special value `@all` stands for everybody in the app's visible
    /// range.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub touser: Vec<UserId>,
    /// Ids of departments: up to 100. Ignored with `@all`. The platform joins the ids to one text.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub toparty: Vec<String>,
    /// Ids of tags: up to 100. Ignored with `@all`. The platform joins the ids to one text.
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

/// The content of a message.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
#[non_exhaustive]
pub enum WorkMessage {
    /// A text (文本消息): up to 2,048 bytes.
    Text(Text),
    /// An image (图片消息).
    Image(Media),
    /// A voice recording (语音消息).
    Voice(Media),
    /// A video (视频消息).
    Video(Video),
    /// A file (文件消息).
    File(Media),
    /// A card with a title, a text and a button (文本卡片消息).
    TextCard(TextCard),
    /// Cards that open web pages (图文消息): 1 to 8.
    News(News),
    /// Articles that the platform stores (图文消息 mpnews): 1 to 8.
    MpNews(MpNews),
    /// A text in Markdown (markdown 消息): up to 2,048 bytes.
    Markdown(Text),
    /// A notice that opens a Mini Program (小程序通知消息).
    #[tagged(rename = "miniprogram_notice")]
    MiniProgramNotice(MiniProgramNotice),
    /// A card with buttons that ends a task (任务卡片消息).
    #[tagged(rename = "interactive_taskcard")]
    TaskCard(TaskCard),
    /// A message after a template of the platform (模板消息).
    #[tagged(rename = "template_msg")]
    TemplateMessage(TemplateMessage),
    /// A card with buttons, choices or lists (模板卡片消息).
    #[tagged(rename = "template_card")]
    TemplateCard(Box<TemplateCard>),
}

/// The content of a text or Markdown message.
#[endpoint(part)]
pub struct Text {
    /// The text: up to 2,048 bytes. Longer texts are cut.
    pub content: String,
}

/// An uploaded image, voice recording or file.
#[endpoint(part)]
pub struct Media {
    /// The file, uploaded as temporary media.
    pub media_id: MediaId,
}

/// The content of a video message.
#[endpoint(part)]
pub struct Video {
    /// The video, uploaded as temporary media.
    pub media_id: MediaId,
    /// The title: up to 128 bytes.
    pub title: Option<String>,
    /// The text below the title: up to 512 bytes.
    pub description: Option<String>,
}

/// A card with a title, a text and a button.
#[endpoint(part)]
pub struct TextCard {
    /// The title: up to 128 bytes.
    pub title: String,
    /// The text: up to 512 bytes. `<div class="gray">`, `highlight` and `normal` colour it.
    pub description: String,
    /// Address that the card opens: up to 2,048 bytes.
    pub url: String,
    /// The text of the button: up to 4 characters; 详情 if left out.
    pub btntxt: Option<String>,
}

/// The content of a news message.
#[endpoint(part)]
pub struct News {
    /// The cards: 1 to 8.
    pub articles: Vec<Article>,
}

/// A card that opens a web page or a Mini Program.
#[endpoint(part)]
pub struct Article {
    /// The title: up to 128 bytes.
    pub title: String,
    /// The text: up to 512 bytes.
    pub description: Option<String>,
    /// Address that the card opens. It or `appid` is required.
    pub url: Option<String>,
    /// Address of the picture.
    pub picurl: Option<String>,
    /// The Mini Program that the card opens; it has to be linked to the app.
    pub appid: Option<AppId>,
    /// Path of the page in the Mini Program.
    pub pagepath: Option<String>,
    /// The text of the button.
    pub btntxt: Option<String>,
}

/// The content of a message of articles that the platform stores.
#[endpoint(part)]
pub struct MpNews {
    /// The articles: 1 to 8.
    pub articles: Vec<MpArticle>,
}

/// An article that the platform stores.
#[endpoint(part)]
pub struct MpArticle {
    /// The title: up to 128 bytes.
    pub title: String,
    /// The cover image, uploaded as temporary media.
    pub thumb_media_id: MediaId,
    /// Name of the author: up to 64 bytes.
    pub author: Option<String>,
    /// Address behind the link 阅读原文 below the article.
    pub content_source_url: Option<String>,
    /// The text as HTML: up to 666 KB.
    pub content: String,
    /// The summary on the card: up to 512 bytes.
    pub digest: Option<String>,
}

/// A notice that opens a Mini Program.
#[endpoint(part)]
pub struct MiniProgramNotice {
    /// The Mini Program; it has to be linked to the app.
    pub appid: AppId,
    /// Path of the page to open; nothing opens if left out.
    pub page: Option<String>,
    /// The title: 4 to 12 Chinese characters.
    pub title: String,
    /// The text below the title: 4 to 12 Chinese characters.
    pub description: Option<String>,
    /// Whether the first item is shown large: no if left out.
    pub emphasis_first_item: Option<bool>,
    /// The items: up to 10.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content_item: Vec<NoticeItem>,
}

/// An item of a [`MiniProgramNotice`] or [`TemplateMessage`].
#[endpoint(part)]
pub struct NoticeItem {
    /// Name of the item: up to 10 Chinese characters.
    pub key: String,
    /// Value of the item: up to 30 Chinese characters.
    pub value: String,
}

/// A message that was sent.
#[endpoint(part, reply_to(SendMessage))]
pub struct SentMessage {
    /// Id of the message, for [`RecallMessage`].
    #[serde(default)]
    pub msgid: WorkMessageId,
    /// Members who were not reached: they do not exist or are outside the app's visible range.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub invaliduser: Vec<UserId>,
    /// Ids of departments that were not reached.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub invalidparty: Vec<String>,
    /// Ids of tags that were not reached.
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub invalidtag: Vec<String>,
    /// Members who were not reached, because they have no licence for the app (接口许可).
    #[serde(default, with = "crate::list", skip_serializing_if = "Vec::is_empty")]
    pub unlicenseduser: Vec<UserId>,
    /// Code with which [`UpdateTemplateCard`] changes the card, once and within 72 hours. Only for
    /// template cards.
    pub response_code: Option<String>,
}

/// Recalls a message that was sent less than 24 hours ago.
///
/// Fails with 42052 when the message is older than 24 hours.
#[endpoint(POST "/cgi-bin/message/recall", title = "撤回应用消息",
    doc = "https://developer.work.weixin.qq.com/document/path/94867",
    scope(work), retry = safe, reply = Empty, call = messages.recall)]
pub struct RecallMessage {
    /// The message to recall.
    pub msgid: WorkMessageId,
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
