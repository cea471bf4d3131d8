//! Kinds of messages that few apps send.

use weixin_api::endpoint;
use weixin_protocol::AppId;

/// A card with buttons that ends a task. Template cards have taken its place.
#[endpoint(part)]
pub struct TaskCard {
    /// The title, up to 128 bytes.
    pub title: String,
    /// The text, up to 512 bytes.
    pub description: String,
    /// The page it opens.
    pub url: Option<String>,
    /// With which it is named in the event, once per app: up to 128 bytes.
    pub task_id: String,
    /// 1 or 2 buttons.
    pub btn: Vec<TaskCardButton>,
}

/// A button of a [`TaskCard`].
#[endpoint(part)]
pub struct TaskCardButton {
    /// What the event carries, up to 128 bytes.
    pub key: String,
    /// What it shows.
    pub name: String,
    /// What it shows after it was pressed.
    pub replace_name: Option<String>,
    /// Its colour: `red` or `blue`.
    pub color: Option<String>,
    /// Whether it is bold.
    pub is_bold: Option<bool>,
}

/// A message after a template of the platform's.
#[endpoint(part)]
pub struct TemplateMessage {
    /// The template.
    pub template_id: String,
    /// The page it opens.
    pub url: Option<String>,
    /// The Mini Program it opens.
    pub miniprogram: Option<TemplateMiniProgram>,
    /// What stands in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content_item: Vec<super::NoticeItem>,
}

/// The Mini Program that a [`TemplateMessage`] opens.
#[endpoint(part)]
pub struct TemplateMiniProgram {
    /// The Mini Program.
    pub appid: AppId,
    /// Its page.
    pub pagepath: Option<String>,
}
