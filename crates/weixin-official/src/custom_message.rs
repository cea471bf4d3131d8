//! Customer-service messages (客服消息): messages to one user within 48 hours after the user's last
//! interaction. `/cgi-bin/message/custom/*`

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, Describe, Empty, TaggedEnum, endpoint, group};
use weixin_protocol::{AppId, MediaId, OpenId};

use crate::ids::{ArticleId, CardId, KfAccount};

group! {
    /// Customer-service messages (客服消息).
    custom_messages: [SendCustomMessage, SetTyping]
}

/// Sends a message to a user who wrote to the account, tapped a menu button or followed it recently
/// (客服消息).
///
/// After a message of the user up to five messages may be sent within 48 hours.
///
/// Fails with 45015 when the user's last interaction is too old, with 45047 when all messages it
/// allowed have been sent, with 40003 when the user is unknown, with 40007 when a file is unknown
/// or has expired, with 45002 when the text is too long, with 45008 when there is more than one
/// card.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::{custom_message::{MiniProgramPage, SendCustomMessage}, prelude::*};
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let openid = "oP5Ge5_h5PZ8aSxjfv7yxjYZ2Lwc";
/// wx.custom_messages().send_text(openid, "Your order is on its way.").await?;
///
/// let page = MiniProgramPage::new("pages/order?id=42").appid("wx0123456789abcdef");
/// wx.custom_messages().send(SendCustomMessage::mini_program_page(openid, page)).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/message/custom/send", title = "发送客服消息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#7",
    scope(official, mini), secured, reply = Empty, call = custom_messages.send)]
pub struct SendCustomMessage {
    /// The user to send to.
    pub touser: OpenId,
    /// The content, tagged by `msgtype`.
    #[serde(flatten)]
    pub message: CustomMessage,
    /// The customer-service account whose name and picture are shown. `None`: the account's own.
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

/// The content of a customer-service message.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
#[non_exhaustive]
pub enum CustomMessage {
    /// A text, up to 2,048 bytes. `<a href="…">…</a>` in it is shown as a link.
    Text(Text),
    /// A picture.
    Image(Media),
    /// A voice recording.
    Voice(Media),
    /// A video.
    Video(Video),
    /// A song that plays in the chat.
    Music(Music),
    /// A card that opens a web page.
    News(News),
    /// A card that opens a published article.
    MpNewsArticle(PublishedArticle),
    /// A question with answers to tap (菜单消息); tapping one sends its text.
    MsgMenu(MessageMenu),
    /// A card or coupon (卡券).
    WxCard(Coupon),
    /// A card that opens a page of a Mini Program.
    MiniProgramPage(MiniProgramPage),
    /// A link (图文链接). Mini Programs only.
    Link(Link),
}

/// The content of a text message.
#[endpoint(part)]
pub struct Text {
    /// The text, up to 2,048 bytes.
    pub content: String,
}

/// An uploaded file.
#[endpoint(part)]
pub struct Media {
    /// The file, uploaded as temporary or permanent media.
    pub media_id: MediaId,
}

/// The content of a video message.
#[endpoint(part)]
pub struct Video {
    /// The video, uploaded as temporary or permanent media.
    pub media_id: MediaId,
    /// The picture shown before the video plays, uploaded as
    /// [`MediaKind::Thumb`](crate::media::MediaKind::Thumb).
    pub thumb_media_id: MediaId,
    /// The title. `None`: none is shown.
    pub title: Option<String>,
    /// The text below the title.
    pub description: Option<String>,
}

/// The content of a music message.
#[endpoint(part)]
pub struct Music {
    /// The title. `None`: none is shown.
    pub title: Option<String>,
    /// The text below the title.
    pub description: Option<String>,
    /// The address of the song.
    pub musicurl: String,
    /// The address of the song in better quality, played over Wi-Fi. `None`: `musicurl` is.
    pub hqmusicurl: Option<String>,
    /// The cover, uploaded as [`MediaKind::Thumb`](crate::media::MediaKind::Thumb).
    pub thumb_media_id: MediaId,
}

/// The content of a news message.
#[endpoint(part)]
pub struct News {
    /// The card; the platform accepts exactly one.
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
    /// The page that a tap opens.
    pub url: String,
    /// The address of the picture: JPEG or PNG, best 640 × 320 pixels.
    #[serde(default)]
    pub picurl: String,
}

/// A published article.
#[endpoint(part)]
pub struct PublishedArticle {
    /// The article, as [`PublishDraft`](crate::publication::PublishDraft) published it.
    pub article_id: ArticleId,
}

/// The content of a question with answers to tap.
#[endpoint(part)]
pub struct MessageMenu {
    /// The text above the answers.
    pub head_content: Option<String>,
    /// The answers.
    pub list: Vec<MessageMenuItem>,
    /// The text below the answers.
    pub tail_content: Option<String>,
}

/// An answer to tap. The text message that a tap sends carries its id as `bizmsgmenuid`.
#[endpoint(part)]
pub struct MessageMenuItem {
    /// The caller's own number of the answer.
    pub id: String,
    /// The label; a tap sends it as the user's text.
    pub content: String,
}

/// The content of a card message.
#[endpoint(part)]
pub struct Coupon {
    /// The card to offer.
    pub card_id: CardId,
}

/// A card that opens a page of a Mini Program.
#[endpoint(part)]
pub struct MiniProgramPage {
    /// The title of the card.
    pub title: Option<String>,
    /// The Mini Program, which must be linked to the Official Account. A Mini Program's own
    /// messages leave it out.
    pub appid: Option<AppId>,
    /// The page, with its query.
    pub pagepath: String,
    /// The picture of the card, uploaded as temporary or permanent media, best 520 × 416 pixels.
    pub thumb_media_id: Option<MediaId>,
}

/// A link.
#[endpoint(part)]
pub struct Link {
    /// The title.
    pub title: String,
    /// The text below the title.
    pub description: String,
    /// The page that a tap opens.
    pub url: String,
    /// The address of the picture.
    pub thumb_url: String,
}

/// The customer-service account that a message shows as its sender.
#[endpoint(part)]
pub struct CustomService {
    /// The account, as in `ann@shop`.
    pub kf_account: Option<KfAccount>,
}

impl From<&str> for CustomService {
    fn from(kf_account: &str) -> Self {
        Self::new().kf_account(kf_account)
    }
}

/// Shows the user that a reply is being typed (正在输入), for up to 15 seconds, or stops showing it.
///
/// Fails with 45072 when the command is unknown, with 45080 when the user has not written within
/// the last 30 seconds, with 45081 when the state was already shown.
#[endpoint(POST "/cgi-bin/message/custom/typing", title = "客服输入状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html#8",
    scope(official, mini), retry = safe, reply = Empty, call = custom_messages.set_typing)]
pub struct SetTyping {
    /// The user who sees it.
    pub touser: OpenId,
    /// Whether to show it or to stop.
    pub command: Typing,
}

/// Whether the typing indicator is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Describe)]
#[non_exhaustive]
pub enum Typing {
    /// Shows it.
    #[serde(rename = "Typing")]
    Started,
    /// Stops showing it.
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
