//! Kinds of messages that few apps use.

use super::{CardTaskId, WorkTemplateId};
use weixin_api::{StringEnum, endpoint};
use weixin_protocol::AppId;

/// A task card (任务卡片消息): a card with one or two buttons that ends a task. Template cards have
/// replaced it.
#[endpoint(part)]
pub struct TaskCard {
    /// The title: up to 128 bytes.
    pub title: String,
    /// The text: up to 512 bytes.
    pub description: String,
    /// Address that the card opens: up to 2,048 bytes.
    pub url: Option<String>,
    /// An id of the caller's choice, unique within the app, that comes back in the event of a tap:
    /// up to 128 bytes of `[0-9a-zA-Z_@-]`.
    pub task_id: CardTaskId,
    /// The buttons: 1 or 2.
    pub btn: Vec<TaskCardButton>,
}

/// A button of a [`TaskCard`].
#[endpoint(part)]
pub struct TaskCardButton {
    /// A value of the caller's choice that comes back in the event of a tap: up to 128 bytes.
    pub key: String,
    /// The text of the button.
    pub name: String,
    /// The text of the button after a tap; 已处理 if left out.
    pub replace_name: Option<String>,
    /// The colour of the button: blue if left out.
    pub color: Option<TaskCardColor>,
    /// Whether the text is bold: no if left out.
    pub is_bold: Option<bool>,
}

/// The colour of a button of a [`TaskCard`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "lowercase")]
#[non_exhaustive]
pub enum TaskCardColor {
    /// Red.
    Red,
    /// Blue.
    Blue,
    /// A value that this version does not know.
    Other(String),
}

/// A message after a template of the platform (模板消息).
#[endpoint(part)]
pub struct TemplateMessage {
    /// The template, as the console shows it.
    pub template_id: WorkTemplateId,
    /// Address that the message opens; nothing if neither it nor `miniprogram` is set.
    pub url: Option<String>,
    /// The Mini Program that the message opens.
    pub miniprogram: Option<TemplateMiniProgram>,
    /// The values of the template's items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content_item: Vec<super::NoticeItem>,
}

/// The Mini Program that a [`TemplateMessage`] opens.
#[endpoint(part)]
pub struct TemplateMiniProgram {
    /// The Mini Program; it has to be linked to the app.
    pub appid: AppId,
    /// Path of the page; the start page if left out.
    pub pagepath: Option<String>,
}
