//! Customer-service messages (客服消息): messages to one user within 48 hours of the user's own.
//! `/cgi-bin/message/custom/*`

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, Describe, Empty, endpoint, group};
use weixin_protocol::{AppId, MediaId, OpenId};

group! {
    /// Customer-service messages (客服消息).
    custom_messages: [SendCustomMessage, SetTyping]
}

/// Sends a message to a user who has written, tapped or followed lately.
///
/// A message of the user allows five of these within 48 hours. Beyond that the platform answers
/// with 45047 (none left) or 45015 (too late).
#[endpoint(POST "/cgi-bin/message/custom/send", title = "发送客服消息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7",
    scope(official, mini), reply = Empty, call = custom_messages.send)]
pub struct SendCustomMessage {
    /// The user.
    pub touser: OpenId,
    /// The message.
    #[serde(flatten, with = "weixin_api::msgtype")]
    pub message: CustomMessage,
    /// The customer-service account whose name and picture the message shows.
    pub customservice: Option<CustomService>,
}

impl SendCustomMessage {
    /// A text.
    pub fn text(touser: impl Into<OpenId>, content: impl Into<String>) -> Self {
        Self::new(touser, CustomMessage::Text(Text::new(content)))
    }

    /// An uploaded picture.
    pub fn image(touser: impl Into<OpenId>, media_id: impl Into<MediaId>) -> Self {
        Self::new(touser, CustomMessage::Image(Media::new(media_id)))
    }

    /// An uploaded voice recording.
    pub fn voice(touser: impl Into<OpenId>, media_id: impl Into<MediaId>) -> Self {
        Self::new(touser, CustomMessage::Voice(Media::new(media_id)))
    }

    /// An uploaded video.
    pub fn video(touser: impl Into<OpenId>, video: impl Into<Video>) -> Self {
        Self::new(touser, CustomMessage::Video(video.into()))
    }

    /// One card with a title, a text and a picture that opens a page.
    pub fn news(touser: impl Into<OpenId>, article: impl Into<Article>) -> Self {
        Self::new(touser, CustomMessage::News(News::new([article.into()])))
    }

    /// A card that opens a page of a Mini Program.
    pub fn mini_program_page(touser: impl Into<OpenId>, page: impl Into<MiniProgramPage>) -> Self {
        Self::new(touser, CustomMessage::MiniProgramPage(page.into()))
    }
}

/// What a customer-service message can be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[describe(tag = "msgtype")]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum CustomMessage {
    /// A text, up to 2,048 bytes. In it `<a href="…">…</a>` is a link.
    Text(Text),
    /// A picture.
    Image(Media),
    /// A voice recording.
    Voice(Media),
    /// A video.
    Video(Video),
    /// Music that plays in the chat.
    Music(Music),
    /// A card that opens a web page.
    News(News),
    /// A card that opens a published article.
    MpNewsArticle(PublishedArticle),
    /// A question with answers to tap; tapping one sends its text.
    MsgMenu(MessageMenu),
    /// A coupon.
    WxCard(Coupon),
    /// A card that opens a page of a Mini Program.
    MiniProgramPage(MiniProgramPage),
    /// A link (Mini Programs only).
    Link(Link),
}

/// The content of a text message.
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
    /// The uploaded picture shown before it plays.
    pub thumb_media_id: MediaId,
    /// The title.
    pub title: Option<String>,
    /// The text below the title.
    pub description: Option<String>,
}

/// The content of a music message.
#[endpoint(part)]
pub struct Music {
    /// The title.
    pub title: Option<String>,
    /// The text below the title.
    pub description: Option<String>,
    /// The address of the music.
    pub musicurl: String,
    /// The address of the music in better quality, played over Wi-Fi.
    pub hqmusicurl: Option<String>,
    /// The uploaded picture.
    pub thumb_media_id: MediaId,
}

/// The content of a news message.
#[endpoint(part)]
pub struct News {
    /// The card; the platform takes exactly one.
    pub articles: Vec<Article>,
}

/// A card that opens a web page.
#[endpoint(part)]
pub struct Article {
    /// The title.
    pub title: String,
    /// The text below the title.
    #[serde(default)]
    pub description: String,
    /// The page.
    pub url: String,
    /// The address of the picture.
    #[serde(default)]
    pub picurl: String,
}

/// A published article.
#[endpoint(part)]
pub struct PublishedArticle {
    /// The article, as `freepublish` names it.
    pub article_id: String,
}

/// A question with answers to tap.
#[endpoint(part)]
pub struct MessageMenu {
    /// The text above the answers.
    pub head_content: Option<String>,
    /// The answers.
    pub list: Vec<MessageMenuItem>,
    /// The text below the answers.
    pub tail_content: Option<String>,
}

/// One answer to tap. The text the user then sends carries its id as `bizmsgmenuid`.
#[endpoint(part)]
pub struct MessageMenuItem {
    /// The id.
    pub id: String,
    /// What the user sees, and sends by tapping.
    pub content: String,
}

/// A coupon.
#[endpoint(part)]
pub struct Coupon {
    /// The coupon.
    pub card_id: String,
}

/// A card that opens a page of a Mini Program.
#[endpoint(part)]
pub struct MiniProgramPage {
    /// The title.
    pub title: Option<String>,
    /// The Mini Program, linked to the Official Account. A Mini Program's own messages leave it
    /// out.
    pub appid: Option<AppId>,
    /// The page, with its query.
    pub pagepath: String,
    /// The uploaded picture.
    pub thumb_media_id: Option<MediaId>,
}

/// A link.
#[endpoint(part)]
pub struct Link {
    /// The title.
    pub title: String,
    /// The text below the title.
    pub description: String,
    /// The page.
    pub url: String,
    /// The address of the picture.
    pub thumb_url: String,
}

/// Who a message shows as its sender.
#[endpoint(part)]
pub struct CustomService {
    /// The customer-service account, as in `ann@shop`.
    pub kf_account: Option<String>,
}

impl From<&str> for CustomService {
    fn from(kf_account: &str) -> Self {
        Self::new().kf_account(kf_account)
    }
}

/// Shows the user that somebody is typing, for 15 seconds, or stops it.
#[endpoint(POST "/cgi-bin/message/custom/typing", title = "客服输入状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#8",
    scope(official, mini), retry = safe, reply = Empty, call = custom_messages.set_typing)]
pub struct SetTyping {
    /// The user.
    pub touser: OpenId,
    /// Whether to show or to stop it.
    pub command: Typing,
}

/// Whether somebody is typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Describe)]
#[non_exhaustive]
pub enum Typing {
    /// Somebody is.
    #[serde(rename = "Typing")]
    Started,
    /// Nobody is any more.
    #[serde(rename = "CancelTyping")]
    Stopped,
}

impl<'c, C: Caller + ?Sized> CustomMessagesHandle<'c, C> {
    /// Sends a text to a user; see [`SendCustomMessage`].
    pub fn send_text(
        &self,
        touser: impl Into<OpenId>,
        content: impl Into<String>,
    ) -> Call<'c, C, SendCustomMessage> {
        Call::new(self.caller, SendCustomMessage::text(touser, content))
    }
}
