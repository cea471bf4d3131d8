//! What a bubble in the chat shows.

use serde::Serialize;
use serde_json::Value;
use weixin_protocol::MediaId;

/// What was said, or shown, in the chat.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
#[expect(missing_docs, reason = "the fields carry the platform's own names")]
pub enum MessageContent {
    /// A text.
    Text { text: String },
    /// A picture: an uploaded one, or one at an address.
    Image { media_id: Option<MediaId>, url: String },
    /// A voice message.
    Voice { media_id: MediaId, url: String, format: String },
    /// A video.
    Video { media_id: MediaId, url: String, title: Option<String>, description: Option<String> },
    /// A place.
    Location { latitude: f64, longitude: f64, scale: f64, label: String },
    /// A shared link.
    Link { title: String, description: String, url: String },
    /// Cards that open a page.
    News { articles: Vec<Article> },
    /// Music by link.
    Music { title: String, description: String, url: String, thumb_media_id: MediaId },
    /// A text with a list of answers to tap.
    MenuMessage { head: String, items: Vec<MenuItem>, tail: String },
    /// A card that opens a Mini Program.
    #[serde(rename = "miniprogram")]
    MiniProgram { title: String, appid: String, pagepath: String, thumb_media_id: MediaId },
    /// A WeCom text card.
    Card { title: String, description: String, url: String, btntxt: String },
    /// A text in Markdown (WeCom).
    Markdown { text: String },
    /// A notice in a form that was agreed on: what it opens is a page, or one of a Mini Program.
    Notice { title: String, text: String, url: String, appid: String, pagepath: String },
    /// A file. The size is in bytes.
    File { media_id: MediaId, name: String, size: usize },
    /// A line of the platform itself.
    System { en: String, zh: String, level: Level },
    /// Something a person did that is no message.
    Action { en: String, zh: String },
    /// Anything else: the platform's name for it, and its content.
    Other { name: String, json: Value },
}

/// A card that opens a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Article {
    /// The title.
    pub title: String,
    /// Shown below the title.
    pub description: String,
    /// The page.
    pub url: String,
    /// A picture.
    pub picurl: String,
}

/// An item of a menu message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MenuItem {
    /// What comes back with the person's answer.
    pub id: String,
    /// What is shown.
    pub content: String,
}

/// How serious something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Level {
    /// Good to know.
    Info,
    /// Worth a look.
    Warn,
    /// Something failed.
    Error,
}

impl MessageContent {
    /// Text that a person reads, for search and summaries.
    pub fn summary(&self) -> String {
        match self {
            Self::Text { text } | Self::Markdown { text } => text.clone(),
            Self::Image { .. } => "[image]".to_owned(),
            Self::Voice { .. } => "[voice]".to_owned(),
            Self::Video { .. } => "[video]".to_owned(),
            Self::Location { label, .. } => format!("[location] {label}"),
            Self::Link { title, .. } => format!("[link] {title}"),
            Self::News { articles } => {
                let titles: Vec<_> = articles.iter().map(|article| &*article.title).collect();
                format!("[news] {}", titles.join(" | "))
            }
            Self::Music { title, .. } => format!("[music] {title}"),
            Self::MenuMessage { head, .. } => format!("[menu message] {head}"),
            Self::MiniProgram { title, .. } => format!("[miniprogram] {title}"),
            Self::Card { title, .. } => format!("[card] {title}"),
            Self::Notice { title, .. } => format!("[notice] {title}"),
            Self::File { name, .. } => format!("[file] {name}"),
            Self::System { en, .. } => format!("[system] {en}"),
            Self::Action { en, .. } => format!("[{en}]"),
            Self::Other { name, .. } => format!("[{name}]"),
        }
    }

    /// The same in Chinese. What people wrote stays as they wrote it.
    pub fn summary_zh(&self) -> String {
        match self {
            Self::Text { text } | Self::Markdown { text } => text.clone(),
            Self::Image { .. } => "[图片]".to_owned(),
            Self::Voice { .. } => "[语音]".to_owned(),
            Self::Video { .. } => "[视频]".to_owned(),
            Self::Location { label, .. } => format!("[位置] {label}"),
            Self::Link { title, .. } => format!("[链接] {title}"),
            Self::News { articles } => {
                let titles: Vec<_> = articles.iter().map(|article| &*article.title).collect();
                format!("[图文] {}", titles.join(" | "))
            }
            Self::Music { title, .. } => format!("[音乐] {title}"),
            Self::MenuMessage { head, .. } => format!("[菜单消息] {head}"),
            Self::MiniProgram { title, .. } => format!("[小程序] {title}"),
            Self::Card { title, .. } => format!("[卡片] {title}"),
            Self::Notice { title, .. } => format!("[通知] {title}"),
            Self::File { name, .. } => format!("[文件] {name}"),
            Self::System { zh, .. } => format!("[系统] {zh}"),
            Self::Action { zh, .. } => format!("[{zh}]"),
            Self::Other { name, .. } => format!("[{name}]"),
        }
    }
}
