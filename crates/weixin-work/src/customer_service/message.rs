//! Messages to customers of customer service.

use super::ServiceMessageId;
use crate::customer_service::CustomerServiceHandle;
use crate::ids::{ExternalUserId, KfId};
use serde_json::{Map, Value};
use weixin_api::{TaggedEnum, endpoint};
use weixin_protocol::{AppId, MediaId, UserId};

/// Sends a message to a customer.
///
/// Possible while the session is new or with the assistant.
///
/// Fails with 95001 after the fifth message since the customer's last one, with 95002 when that is
/// more than 48 hours ago, with 95013 when the session has ended, with 95018 when it is in another
/// state, with 95008 when a menu has more than 10 entries.
#[endpoint(POST "/cgi-bin/kf/send_msg", title = "发送消息",
    doc = "https://developer.work.weixin.qq.com/document/path/94677",
    scope(work), reply = SentServiceMessage, call = customer_service.send)]
pub struct SendServiceMessage {
    /// The customer who receives the message.
    pub touser: ExternalUserId,
    /// The account in whose name the message is sent.
    pub open_kfid: KfId,
    /// An id of the caller's choice: up to 32 of `[0-9a-zA-Z_-]`; the platform makes one if left
    /// out. An id that was used before is rejected, so a message that is sent again does not arrive
    /// twice.
    pub msgid: Option<ServiceMessageId>,
    /// The content of the message.
    #[serde(flatten)]
    pub content: ServiceContent,
}

/// A message that was sent.
#[endpoint(part, reply_to(SendServiceMessage, SendServiceMessageOnEvent))]
pub struct SentServiceMessage {
    /// Id of the message: the one of the request, or one that the platform made.
    pub msgid: ServiceMessageId,
}

/// The content of a message to a customer.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
#[non_exhaustive]
pub enum ServiceContent {
    /// A text (文本消息).
    Text(ServiceText),
    /// An image (图片消息).
    Image(ServiceMedia),
    /// A voice recording (语音消息).
    Voice(ServiceMedia),
    /// A video (视频消息).
    Video(ServiceVideo),
    /// A file (文件消息).
    File(ServiceMedia),
    /// A link to a web page (图文链接消息).
    Link(ServiceLink),
    /// A Mini Program card (小程序消息).
    MiniProgram(ServiceMiniProgram),
    /// A menu from which the customer chooses (菜单消息).
    #[tagged(rename = "msgmenu")]
    Menu(ServiceMenu),
    /// A location (地理位置消息).
    Location(ServiceLocation),
    /// The business card of a member (名片消息).
    #[tagged(rename = "business_card")]
    BusinessCard(ServiceBusinessCard),
    /// A customer acquisition link (获客链接消息).
    #[tagged(rename = "ca_link")]
    AcquisitionLink(ServiceAcquisitionLink),
}

/// A text message.
#[endpoint(part)]
pub struct ServiceText {
    /// The text: up to 2,048 bytes.
    pub content: String,
}

/// An image, voice recording or file.
#[endpoint(part)]
pub struct ServiceMedia {
    /// The file, uploaded as temporary media.
    pub media_id: MediaId,
}

/// A video.
#[endpoint(part)]
pub struct ServiceVideo {
    /// The video, uploaded as temporary media.
    pub media_id: MediaId,
    /// Title below the video; shown to some recipients only.
    pub title: Option<String>,
    /// Description below the title.
    pub description: Option<String>,
}

/// A link to a web page.
#[endpoint(part)]
pub struct ServiceLink {
    /// Title of the link: up to 128 bytes.
    pub title: String,
    /// Description below the title: up to 512 bytes.
    pub desc: Option<String>,
    /// Address of the page: up to 2,048 bytes, with `http` or `https`.
    pub url: String,
    /// The cover image, uploaded as temporary media.
    pub thumb_media_id: MediaId,
}

/// A Mini Program card.
#[endpoint(part)]
pub struct ServiceMiniProgram {
    /// The Mini Program; it has to be linked to the corporation.
    pub appid: AppId,
    /// Title of the card: up to 64 bytes. The Mini Program's name if left out.
    pub title: Option<String>,
    /// The cover image, uploaded as temporary media; 520 × 416 pixels suit best.
    pub thumb_media_id: MediaId,
    /// Path of the page that the card opens, ending in `.html`.
    pub pagepath: String,
}

/// A menu: a text, up to 10 entries, and another text.
///
/// The platform rejects more than 10 entries with 95008.
#[endpoint(part)]
#[derive(Default)]
pub struct ServiceMenu {
    /// The text above the entries: up to 1,024 bytes.
    pub head_content: Option<String>,
    /// The entries: up to 10.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<MenuEntry>,
    /// The text below the entries: up to 1,024 bytes.
    pub tail_content: Option<String>,
}

/// An entry of a menu.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "type", rename_all = "lowercase")]
#[non_exhaustive]
pub enum MenuEntry {
    /// A tap replies with the entry's text (回复菜单).
    Click(MenuClick),
    /// A tap opens a web page (超链接菜单).
    View(MenuView),
    /// A tap opens a Mini Program (小程序菜单).
    MiniProgram(MenuMiniProgram),
    /// A text without function (文本).
    Text(MenuText),
    /// A kind that this version does not know, or content that it cannot read, with all its
    /// fields.
    #[tagged(other)]
    Other(Map<String, Value>),
}

impl MenuEntry {
    /// An entry that replies with its text. `id` comes back as
    /// [`ReceivedText::menu_id`](super::ReceivedText::menu_id).
    pub fn of_click(id: impl Into<String>, content: impl Into<String>) -> Self {
        Self::Click(MenuClick::new(content).id(id))
    }

    /// An entry that opens a page.
    pub fn of_view(url: impl Into<String>, content: impl Into<String>) -> Self {
        Self::View(MenuView::new(url, content))
    }

    /// An entry that opens a Mini Program.
    pub fn of_mini_program(mini_program: impl Into<MenuMiniProgram>) -> Self {
        Self::MiniProgram(mini_program.into())
    }

    /// An entry that only shows a text.
    pub fn of_text(content: impl Into<String>) -> Self {
        Self::Text(MenuText::new(content))
    }
}

/// An entry that replies with its text.
#[endpoint(part)]
pub struct MenuClick {
    /// A value of the caller's own, up to 128 bytes, that comes back as
    /// [`ReceivedText::menu_id`](super::ReceivedText::menu_id).
    pub id: Option<String>,
    /// The text that is shown and sent: up to 128 bytes.
    pub content: String,
}

/// An entry that opens a web page.
#[endpoint(part)]
pub struct MenuView {
    /// Address of the page: up to 2,048 bytes.
    pub url: String,
    /// The text that is shown: up to 1,024 bytes.
    pub content: String,
}

/// An entry that opens a Mini Program.
#[endpoint(part)]
pub struct MenuMiniProgram {
    /// The Mini Program to open.
    pub appid: AppId,
    /// Path of the page to open.
    pub pagepath: String,
    /// The text that is shown: up to 1,024 bytes.
    pub content: String,
}

/// An entry that only shows a text.
#[endpoint(part)]
pub struct MenuText {
    /// The text: up to 256 bytes.
    pub content: String,
    /// Whether the next entry follows on the same line: no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub no_newline: Option<bool>,
}

/// A location.
#[endpoint(part)]
pub struct ServiceLocation {
    /// Name of the place.
    pub name: Option<String>,
    /// Address of the place.
    pub address: Option<String>,
    /// Latitude in degrees, north positive.
    pub latitude: f64,
    /// Longitude in degrees, east positive.
    pub longitude: f64,
}

/// The business card of a member.
#[endpoint(part)]
pub struct ServiceBusinessCard {
    /// The member whose card is sent.
    pub userid: UserId,
}

/// A customer acquisition link (获客链接).
#[endpoint(part)]
pub struct ServiceAcquisitionLink {
    /// Address of the link.
    pub link_url: String,
}

/// Sends one message in reply to an event, with the code that came with the event.
///
/// The code of a customer who opened the chat or of an ended session is valid for 20 seconds and
/// allows a text or a menu; the code of a session that waits or was picked up is valid for 48 hours
/// and allows a text.
#[endpoint(POST "/cgi-bin/kf/send_msg_on_event", title = "发送欢迎语等事件响应消息",
    doc = "https://developer.work.weixin.qq.com/document/path/95122",
    scope(work), reply = SentServiceMessage, call = customer_service.send_on_event)]
pub struct SendServiceMessageOnEvent {
    /// The `welcome_code` of [`SessionEntered`](super::SessionEntered), or the `msg_code` of
    /// [`SessionStatusChanged`](super::SessionStatusChanged) or
    /// [`TransferredServiceState`](super::TransferredServiceState). Valid once.
    pub code: String,
    /// An id of the caller's choice: up to 32 of `[0-9a-zA-Z_-]`; the platform makes one if left
    /// out. An id that was used before is rejected, so a message that is sent again does not arrive
    /// twice.
    pub msgid: Option<ServiceMessageId>,
    /// The content of the message.
    #[serde(flatten)]
    pub content: ServiceContent,
}
