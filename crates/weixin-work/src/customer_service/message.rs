//! Messages to customers.

use crate::customer_service::CustomerServiceHandle;
use serde::{Deserialize, Serialize};
use weixin_api::{Describe, StringEnum, endpoint};
use weixin_protocol::{AppId, MediaId, UserId};

/// Sends a message to a customer.
///
/// Up to 5 (95001) within 48 hours after the customer's last message (95002), and only while the
/// talk is new or the assistant's (95018).
#[endpoint(POST "/cgi-bin/kf/send_msg", title = "发送消息",
    doc = "https://developer.work.weixin.qq.com/document/path/94677",
    scope(work), reply = SentServiceMessage, call = customer_service.send)]
pub struct SendServiceMessage {
    /// The customer.
    pub touser: UserId,
    /// The account.
    pub open_kfid: String,
    /// An id of your own, up to 32 of `[0-9a-zA-Z_-]`. The platform refuses one that was used
    /// before, so a message sent twice arrives once.
    pub msgid: Option<String>,
    /// The message.
    #[serde(flatten, with = "weixin_api::msgtype")]
    pub content: ServiceContent,
}

/// A message that was sent.
#[endpoint(part, reply_to(SendServiceMessage, SendServiceMessageOnEvent))]
pub struct SentServiceMessage {
    /// Its id.
    pub msgid: String,
}

/// What a message to a customer can be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[describe(tag = "msgtype")]
#[non_exhaustive]
pub enum ServiceContent {
    /// A text.
    #[serde(rename = "text")]
    Text(ServiceText),
    /// A picture.
    #[serde(rename = "image")]
    Image(ServiceMedia),
    /// A voice recording.
    #[serde(rename = "voice")]
    Voice(ServiceMedia),
    /// A video.
    #[serde(rename = "video")]
    Video(ServiceVideo),
    /// A file.
    #[serde(rename = "file")]
    File(ServiceMedia),
    /// A page.
    #[serde(rename = "link")]
    Link(ServiceLink),
    /// A Mini Program.
    #[serde(rename = "miniprogram")]
    MiniProgram(ServiceMiniProgram),
    /// A menu.
    #[serde(rename = "msgmenu")]
    Menu(ServiceMenu),
    /// A place.
    #[serde(rename = "location")]
    Location(ServiceLocation),
    /// A member's card.
    #[serde(rename = "business_card")]
    BusinessCard(ServiceBusinessCard),
    /// A customer acquisition link.
    #[serde(rename = "ca_link")]
    AcquisitionLink(ServiceAcquisitionLink),
}

/// A text.
#[endpoint(part)]
pub struct ServiceText {
    /// The text: up to 2,048 bytes.
    pub content: String,
}

/// An uploaded file.
#[endpoint(part)]
pub struct ServiceMedia {
    /// The file.
    pub media_id: MediaId,
}

/// A video.
#[endpoint(part)]
pub struct ServiceVideo {
    /// The uploaded video.
    pub media_id: MediaId,
    /// The title.
    pub title: Option<String>,
    /// The text below the title.
    pub description: Option<String>,
}

/// A page.
#[endpoint(part)]
pub struct ServiceLink {
    /// The title: up to 128 bytes.
    pub title: String,
    /// The text below the title: up to 512 bytes.
    pub desc: Option<String>,
    /// The page: up to 2,048 bytes.
    pub url: String,
    /// The uploaded picture.
    pub thumb_media_id: MediaId,
}

/// A Mini Program.
#[endpoint(part)]
pub struct ServiceMiniProgram {
    /// The Mini Program.
    pub appid: AppId,
    /// The title: up to 64 bytes.
    pub title: Option<String>,
    /// The uploaded picture: best 520 by 416.
    pub thumb_media_id: MediaId,
    /// Its page; ends with `.html`.
    pub pagepath: String,
}

/// A menu: a text, up to 10 entries (95008) and another text.
#[endpoint(part)]
#[derive(Default)]
pub struct ServiceMenu {
    /// The text above: up to 1,024 bytes.
    pub head_content: Option<String>,
    /// The entries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<MenuEntry>,
    /// The text below: up to 1,024 bytes.
    pub tail_content: Option<String>,
}

/// An entry of a menu.
#[endpoint(part)]
pub struct MenuEntry {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: MenuEntryKind,
    /// What sends a text.
    pub click: Option<MenuClick>,
    /// What opens a page.
    pub view: Option<MenuView>,
    /// What opens a Mini Program.
    pub miniprogram: Option<MenuMiniProgram>,
    /// What does nothing.
    pub text: Option<MenuText>,
}

/// What an entry of a menu is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum MenuEntryKind {
    /// It sends a text.
    #[string_enum(rename = "click")]
    Click,
    /// It opens a page.
    #[string_enum(rename = "view")]
    View,
    /// It opens a Mini Program.
    #[string_enum(rename = "miniprogram")]
    MiniProgram,
    /// It does nothing.
    #[string_enum(rename = "text")]
    Text,
    /// A value that this version does not know.
    Other(String),
}

impl MenuEntry {
    /// An entry that sends its text; `id` is in the message: `ReceivedText::menu_id`.
    pub fn of_click(id: impl Into<String>, content: impl Into<String>) -> Self {
        Self::new(MenuEntryKind::Click).click(MenuClick::new(content).id(id))
    }

    /// An entry that opens a page.
    pub fn of_view(url: impl Into<String>, content: impl Into<String>) -> Self {
        Self::new(MenuEntryKind::View).view(MenuView::new(url, content))
    }

    /// An entry that opens a Mini Program.
    pub fn of_mini_program(mini_program: impl Into<MenuMiniProgram>) -> Self {
        Self::new(MenuEntryKind::MiniProgram).miniprogram(mini_program)
    }

    /// An entry that is only a text.
    pub fn of_text(content: impl Into<String>) -> Self {
        Self::new(MenuEntryKind::Text).text(MenuText::new(content))
    }
}

/// An entry that sends a text.
#[endpoint(part)]
pub struct MenuClick {
    /// What tells it from others: up to 128 bytes.
    pub id: Option<String>,
    /// The text: up to 128 bytes.
    pub content: String,
}

/// An entry that opens a page.
#[endpoint(part)]
pub struct MenuView {
    /// The page: up to 2,048 bytes.
    pub url: String,
    /// What it shows: up to 1,024 bytes.
    pub content: String,
}

/// An entry that opens a Mini Program.
#[endpoint(part)]
pub struct MenuMiniProgram {
    /// The Mini Program.
    pub appid: AppId,
    /// Its page.
    pub pagepath: String,
    /// What it shows: up to 1,024 bytes.
    pub content: String,
}

/// An entry that is only a text.
#[endpoint(part)]
pub struct MenuText {
    /// The text: up to 256 bytes.
    pub content: String,
    /// Whether the next entry is on the same line.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub no_newline: Option<bool>,
}

/// A place.
#[endpoint(part)]
pub struct ServiceLocation {
    /// Its name.
    pub name: Option<String>,
    /// Its address.
    pub address: Option<String>,
    /// How far north, in degrees.
    pub latitude: f64,
    /// How far east, in degrees.
    pub longitude: f64,
}

/// A member's card.
#[endpoint(part)]
pub struct ServiceBusinessCard {
    /// The member.
    pub userid: UserId,
}

/// A customer acquisition link.
#[endpoint(part)]
pub struct ServiceAcquisitionLink {
    /// Its address.
    pub link_url: String,
}

/// Sends a message about an event, with the code that came with it, once.
///
/// Codes of a customer who entered and of an ended talk live 20 seconds, for a text or a menu;
/// those of a talk that waits or was picked up 48 hours, for a text.
#[endpoint(POST "/cgi-bin/kf/send_msg_on_event", title = "发送欢迎语等事件响应消息",
    doc = "https://developer.work.weixin.qq.com/document/path/95122",
    scope(work), reply = SentServiceMessage, call = customer_service.send_on_event)]
pub struct SendServiceMessageOnEvent {
    /// The code: `welcome_code` or `msg_code`.
    pub code: String,
    /// An id of your own, up to 32 of `[0-9a-zA-Z_-]`. The platform refuses one that was used
    /// before, so a message sent twice arrives once.
    pub msgid: Option<String>,
    /// The message.
    #[serde(flatten, with = "weixin_api::msgtype")]
    pub content: ServiceContent,
}
